"""Run MkDocs on the staged folder."""

import json
import sys
from gzip import GzipFile
from pathlib import Path
from typing import Any

from corpus.build import page_cache
from corpus.build.subprocesses import run
from corpus.model.commission import Commission
from corpus.paths import HOOK, SETTINGS, THEME, CorpusPaths, files_below

_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": "0"}
"""With a fixed time of the build, the same records give the same bytes."""

_SITEMAP = "sitemap.xml"


def build(paths: CorpusPaths, commission: Commission, scratch: Path) -> dict[str, Path]:
    """Build the staged folder strictly; return every file of the site by its path below the site.

    A file is in `scratch`, in the page cache, or still in the staged folder if it is not a page.
    Raises `SubprocessError`.
    """
    built = scratch / "mkdocs"
    settings = _settings(commission)
    keys = page_cache.page_keys(paths.staged, json.dumps(settings))
    settings["docs_dir"] = str(paths.staged)
    cached, cached_file = page_cache.cached_pages(keys, paths.page_cache), scratch / "cached.json"
    cached_file.write_text(json.dumps([*cached]), encoding="utf-8")
    settings["extra"]["cached"] = str(cached_file)
    _mkdocs(settings, built, paths.build / "mkdocs.log")
    pages = page_cache.update_cache(keys, cached, paths.page_cache, built)
    other = (name for name in files_below(paths.staged) if not name.endswith(".md"))
    _compress_sitemap(paths.staged, built)
    files = {name: built / name for name in files_below(built)}
    return files | pages | {name: paths.staged / name for name in other}


def _mkdocs(settings: dict[str, Any], built: Path, log: Path) -> None:
    """Run MkDocs with settings in a file beside `built`, which no other build writes."""
    path = built.with_name("mkdocs.yml")
    path.write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")
    # Not --quiet: with it MkDocs does not see the warnings that --strict should refuse.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    command += ["--config-file", str(path), "--site-dir", str(built)]
    run("MkDocs", command, log, _ENVIRONMENT)


def _compress_sitemap(staged: Path, built: Path) -> None:
    """Compress the staged site map; the one of MkDocs lacks the pages it did not build."""
    path = built / f"{_SITEMAP}.gz"
    with path.open("wb") as file, GzipFile(_SITEMAP, "wb", fileobj=file, mtime=0) as compressed:
        compressed.write((staged / _SITEMAP).read_bytes())


def _settings(commission: Commission) -> dict[str, Any]:
    """Return the settings of this corpus, which extend those of the repository."""
    settings: dict[str, Any] = {
        "INHERIT": str(SETTINGS),
        "theme": {"custom_dir": str(THEME)},
        "hooks": [str(HOOK)],
        "extra": {"commission": commission.short_name},
    }
    if commission.site:
        settings["site_url"] = commission.site
    return settings
