"""Build the staged folder with other engines, in case MkDocs is one day no longer maintained."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

from corpus.build.mkdocs import ENVIRONMENT
from corpus.build.parsed_page import parse_page
from corpus.build.subprocesses import run
from corpus.paths import MKDOCS_SETTINGS, THEME, CorpusPaths, files_below

ENGINES = ("properdocs", "zensical")
"""Programs in Python that read the settings of MkDocs."""

_ENGINE_FILES = ("assets/", "sitemap.xml", "search.json")
"""Files that each engine names and writes in its own way."""


def differences(engine: str, paths: CorpusPaths, built: Path) -> Iterator[str]:
    """Compare the site that another engine builds with `built`, the site of MkDocs.

    Yield each path that only one of them has, and each page with a different approved text.
    Raises `SubprocessError` if the engine fails.
    """
    other = _build(engine, paths)
    names = _names(built)
    other_names = _names(other)
    yield from (f"- {name}" for name in sorted(names - other_names))
    yield from (f"+ {name}" for name in sorted(other_names - names))
    for page in sorted(name for name in names & other_names if name.endswith(".html")):
        if parse_page(built / page).text_digest != parse_page(other / page).text_digest:
            yield f"! {page}: another text"


def _build(engine: str, paths: CorpusPaths) -> Path:
    """Build the staged folder; the file of the settings must be above that folder."""
    settings_file = paths.build / f"{engine}.json"
    site = paths.build / engine
    rmtree(site, ignore_errors=True)
    settings = {
        "INHERIT": os.path.relpath(MKDOCS_SETTINGS, paths.build),
        "docs_dir": paths.staged.name,
        "site_dir": site.name,
        "theme": {"custom_dir": str(THEME)},
    }
    settings_file.write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", engine, "build", "--config-file", str(settings_file)]
    run(engine, command, paths.build / f"{engine}.log", ENVIRONMENT)
    return site


def _names(site: Path) -> set[str]:
    return {name for name in files_below(site) if not name.startswith(_ENGINE_FILES)}
