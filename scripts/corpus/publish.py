"""From the records to the finished site: check, stage, run MkDocs, finish."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from corpus.check import check
from corpus.findings import Level
from corpus.finish import dead_links, swap
from corpus.library import Library, load
from corpus.places import SETTINGS, THEME, Places
from corpus.relate import relate
from corpus.render import render
from corpus.report import as_text
from corpus.stage import stage


class NotPublishedError(Exception):
    """The site was not built; the message says why, and the previous site is as it was."""


def publish(places: Places, site: Path, say: Callable[[str], None]) -> None:
    """Build the site of a corpus into `site`; raises `NotPublishedError`."""
    library = load(places)
    _refuse_errors(library, say)
    stage(render(library, relate(library.records)), places.staged)
    say(f"staged {len(library.records)} opinions in {places.staged}")
    built = places.build / "site"
    _run_engine(places, library, built)
    if dead := dead_links(built):
        raise NotPublishedError("\n".join(f"a link leads nowhere: {link}" for link in dead))
    swap(built, site)
    say(f"the site is in {site}")


def _refuse_errors(library: Library, say: Callable[[str], None]) -> None:
    findings = check(library)
    if any(finding.level is Level.ERROR for finding in findings):
        raise NotPublishedError(as_text(findings))
    say(as_text(findings))


def _run_engine(places: Places, library: Library, built: Path) -> None:
    """Let MkDocs build the staged folder strictly into `built`."""
    settings = places.build / "mkdocs.yml"
    settings.write_text(_settings(places, library), encoding="utf-8")
    shutil.rmtree(built, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    run = subprocess.run(
        [*command, "--config-file", settings, "--site-dir", built],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise NotPublishedError(f"MkDocs did not build the site:\n{run.stdout}{run.stderr}")


def _settings(places: Places, library: Library) -> str:
    """The repository's settings, for this corpus; JSON, which is YAML too."""
    commission = library.references.commission if library.references else None
    return json.dumps(
        {
            "INHERIT": str(SETTINGS),
            "docs_dir": str(places.staged),
            "theme": {"custom_dir": str(THEME)},
            "extra": {"commission": commission.short_name if commission else ""},
        }
    )
