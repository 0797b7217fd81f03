"""Run MkDocs on the staged folder."""

import json
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from gzip import GzipFile
from pathlib import Path
from typing import Any

import yaml

from corpus.build.hard_links import link_files
from corpus.build.subprocesses import run
from corpus.build.theme_files import STYLE_SHEET, copy_theme
from corpus.model.commission import Commission
from corpus.parallel import ITEMS_WORTH_A_PROCESS, processors
from corpus.paths import HOOK, MKDOCS_SETTINGS, SCRIPTS, THEME, built_path, files_below

ENVIRONMENT = {
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": os.pathsep.join(filter(None, (str(SCRIPTS), os.environ.get("PYTHONPATH")))),
    "PYTHONUTF8": "1",
    "SOURCE_DATE_EPOCH": "0",
}
"""MkDocs finds our Markdown extension; with a fixed time, the same records give the same bytes."""

_MAX_PAGES = 4_000
"""MkDocs holds all pages that it builds in memory."""

_BEFORE_KINDS = "topics/index.md"
"""The page in the menu that the kinds of authority follow."""

_SITEMAP = "sitemap.xml"
_NOT_FOUND = "404.html"


def build_all_pages(staged: Path, commission: Commission, built: Path, log: Path) -> None:
    """Build the staged folder into a new folder, with all files that are not pages.

    Raises `SubprocessError`, and then writes `log`.
    """
    names = files_below(staged)
    pages = [name for name in names if name.endswith(".md")]
    files = build_pages(staged, pages, commission, built.parent, log)
    files |= {name: staged / name for name in names if not name.endswith(".md")}
    link_files(built, files)
    copy_theme(built)
    _compress(built / _SITEMAP, built / f"{_SITEMAP}.gz")


def build_pages(
    staged: Path, pages: Sequence[str], commission: Commission, scratch: Path, log: Path
) -> dict[str, Path]:
    """Build these pages of the staged folder, in several processes if there are many.

    Return the built pages by their path below the site, with the page for missing addresses.
    """
    count = max(1, min(processors(), len(pages) // ITEMS_WORTH_A_PROCESS))
    count = max(count, -(-len(pages) // _MAX_PAGES))
    shares = [pages[number::count] for number in range(count)]
    build_share = partial(_build_share, staged, commission, log)
    folders = [scratch / f"mkdocs-{number}" for number in range(count)]
    with ThreadPoolExecutor(processors()) as pool:
        sites = list(pool.map(build_share, shares, folders))
    built = {_NOT_FOUND: sites[0] / _NOT_FOUND}
    for share, site in zip(shares, sites, strict=True):
        built |= {path: site / path for path in map(built_path, share)}
    return built


def _build_share(
    staged: Path, commission: Commission, log: Path, pages: Sequence[str], folder: Path
) -> Path:
    """Build these pages strictly into a folder of their own, and return the folder of the site."""
    folder.mkdir()
    settings = folder / "mkdocs.yml"
    pages_file = folder / "pages.json"
    site = folder / "site"
    pages_file.write_text(json.dumps(pages), encoding="utf-8")
    text = json.dumps(_settings(commission, staged, pages_file), ensure_ascii=False)
    settings.write_text(text, encoding="utf-8")
    # Not --quiet: with it MkDocs does not see the warnings that --strict should refuse.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    command += ["--config-file", str(settings), "--site-dir", str(site)]
    run("MkDocs", command, log, ENVIRONMENT)
    return site


def _settings(commission: Commission, staged: Path, pages_file: Path) -> dict[str, Any]:
    """The settings of this corpus, which extend those of the repository."""
    settings: dict[str, Any] = {
        "INHERIT": str(MKDOCS_SETTINGS),
        "site_name": commission.site_name,
        "docs_dir": str(staged),
        "theme": {"custom_dir": str(THEME)},
        "extra_css": [STYLE_SHEET],
        "hooks": [str(HOOK)],
        "extra": {
            "commission": commission.short_name,
            "pages": str(pages_file),
            "words": commission.words.model_dump(),
        },
        "nav": _menu(commission, staged),
    }
    if commission.site:
        settings["site_url"] = commission.site
    return settings


def _menu(commission: Commission, staged: Path) -> list[dict[str, str]]:
    """What has a page: the menu of the repository with the kinds of authority."""
    menu: list[dict[str, str]] = yaml.safe_load(MKDOCS_SETTINGS.read_text(encoding="utf-8"))["nav"]
    own = commission.page_titles
    menu = [{own.get(page, title): page for title, page in entry.items()} for entry in menu]
    pages = {commission.menu_title(kind): f"{kind.plural}/index.md" for kind in commission.kinds}
    kinds = [{title: page} for title, page in pages.items()]
    place = next(place for place, entry in enumerate(menu) if _BEFORE_KINDS in entry.values()) + 1
    entries = [*menu[:place], *kinds, *menu[place:]]
    return [entry for entry in entries if all((staged / page).is_file() for page in entry.values())]


def _compress(path: Path, target: Path) -> None:
    with target.open("wb") as file, GzipFile(path.name, "wb", fileobj=file, mtime=0) as compressed:
        compressed.write(path.read_bytes())
