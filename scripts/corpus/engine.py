"""MkDocs, run over the staged folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

from corpus.places import SETTINGS, THEME, Places
from corpus.vocabulary import Commission

_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": "0"}
"""With the last, no file tells when it was built: the same records give the same bytes."""


class EngineError(Exception):
    """MkDocs did not build the site; the message has its words."""


def build(places: Places, commission: Commission, built: Path) -> None:
    """Build the staged folder strictly into `built`; raises `EngineError`."""
    settings = places.build / "mkdocs.yml"
    settings.write_text(_settings(places, commission), encoding="utf-8")
    # Not --quiet: with it MkDocs does not see the warnings that --strict should refuse.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    run = subprocess.run(
        [*command, "--config-file", settings, "--site-dir", built],
        env=os.environ | _ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode:
        raise EngineError(f"MkDocs did not build the site:\n{run.stdout}{run.stderr}")


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
