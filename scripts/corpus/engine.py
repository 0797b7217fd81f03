"""MkDocs, run over the staged folder."""

import json
import sys
from pathlib import Path

from corpus.outside import run
from corpus.places import SETTINGS, THEME, Places
from corpus.vocabulary import Commission

_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": "0"}
"""With the last, no file tells when it was built: the same records give the same bytes."""


def build(places: Places, commission: Commission, built: Path) -> None:
    """Build the staged folder strictly into `built`; raises `OutsideError`.

    The settings are written beside `built`, where no other build writes any.
    """
    settings = built.with_name("mkdocs.yml")
    settings.write_text(_settings(places, commission), encoding="utf-8")
    # Not --quiet: with it MkDocs does not see the warnings that --strict should refuse.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    command += ["--config-file", str(settings), "--site-dir", str(built)]
    run("MkDocs", command, places.build / "mkdocs.log", _ENVIRONMENT)


def _settings(places: Places, commission: Commission) -> str:
    """The repository's settings, for this corpus; JSON, which is YAML too."""
    settings = {
        "INHERIT": str(SETTINGS),
        "docs_dir": str(places.staged),
        "theme": {"custom_dir": str(THEME)},
        "extra": {"commission": commission.short_name},
    }
    if commission.site:
        settings["site_url"] = commission.site
    return json.dumps(settings, ensure_ascii=False)
