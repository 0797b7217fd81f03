"""Other engines over the same staged folder, since no engine is maintained for ever."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

from corpus.build.parsed_page import parse_page
from corpus.build.subprocesses import run
from corpus.paths import SETTINGS, THEME, CorpusPaths, files_below

ENGINES = ("properdocs", "zensical")
"""Each a program of Python that reads MkDocs’ settings."""

_OWN = ("assets/", "sitemap.xml", "search.json")
"""What each engine names and writes in its own way."""


def differences(engine: str, paths: CorpusPaths, built: Path) -> Iterator[str]:
    """How the site that another engine builds differs from the one that MkDocs built.

    Compared are the addresses of all files, and the approved text that pages show.
    Raises `SubprocessError` where the engine fails.
    """
    other = _built(engine, paths)
    here, there = _addresses(built), _addresses(other)
    yield from (f"- {address}" for address in sorted(here - there))
    yield from (f"+ {address}" for address in sorted(there - here))
    for page in sorted(name for name in here & there if name.endswith(".html")):
        if parse_page(built / page).text != parse_page(other / page).text:
            yield f"! {page}: another text"


def _built(engine: str, paths: CorpusPaths) -> Path:
    """The staged folder as another engine builds it; its settings must lie above the folder."""
    settings = paths.build / f"{engine}.json"
    site = paths.build / engine
    rmtree(site, ignore_errors=True)
    told = {
        "INHERIT": os.path.relpath(SETTINGS, paths.build),
        "docs_dir": paths.staged.name,
        "site_dir": site.name,
        "theme": {"custom_dir": str(THEME)},
    }
    settings.write_text(json.dumps(told), encoding="utf-8")
    command = [sys.executable, "-m", engine, "build", "--config-file", str(settings)]
    run(engine, command, paths.build / f"{engine}.log", {"PYTHONUTF8": "1"})
    return site


def _addresses(site: Path) -> set[str]:
    return {name for name in files_below(site) if not name.startswith(_OWN)}
