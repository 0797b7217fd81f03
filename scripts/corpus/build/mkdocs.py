"""MkDocs, run over the staged folder."""

import json
import sys
from pathlib import Path
from typing import Any

from corpus.build import page_cache
from corpus.build.subprocesses import run
from corpus.paths import HOOK, SETTINGS, THEME, CorpusPaths, files_below
from corpus.model.commission import Commission

_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": "0"}
"""With the last, no file tells when it was built: the same records give the same bytes."""


def build(paths: CorpusPaths, commission: Commission, scratch: Path) -> dict[str, Path]:
    """Build the staged folder strictly; where each file of the site lies, by its path below it.

    Pages that were built before from the same input are kept, and not built again; what is no
    page is as it was staged. All others are in `scratch`. Raises `SubprocessError`.
    """
    built = scratch / "mkdocs"
    settings = _settings(commission)
    keys = page_cache.keys(paths.staged, json.dumps(settings))
    settings["docs_dir"] = str(paths.staged)
    known, named = page_cache.known(keys, paths.page_cache), built.with_name("kept.json")
    named.write_text(json.dumps([*known]), encoding="utf-8")
    settings["extra"]["kept"] = str(named)
    _mkdocs(settings, built, paths.build / "mkdocs.log")
    pages = page_cache.keep(keys, known, paths.page_cache, built)
    beside = (name for name in files_below(paths.staged) if not name.endswith(".md"))
    files = {name: built / name for name in files_below(built)}
    return files | pages | {name: paths.staged / name for name in beside}


def _mkdocs(settings: dict[str, Any], built: Path, log: Path) -> None:
    """Run MkDocs with settings that are written beside `built`, where no other build writes any."""
    path = built.with_name("mkdocs.yml")
    path.write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")
    # Not --quiet: with it MkDocs does not see the warnings that --strict should refuse.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    command += ["--config-file", str(path), "--site-dir", str(built)]
    run("MkDocs", command, log, _ENVIRONMENT)


def _settings(commission: Commission) -> dict[str, Any]:
    """What is added to the repository's settings for this corpus."""
    settings: dict[str, Any] = {
        "INHERIT": str(SETTINGS),
        "theme": {"custom_dir": str(THEME)},
        "hooks": [str(HOOK)],
        "extra": {"commission": commission.short_name},
    }
    if commission.site:
        settings["site_url"] = commission.site
    return settings
