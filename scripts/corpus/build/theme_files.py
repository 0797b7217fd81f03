"""The files of the theme; its style sheet and scripts are each combined from several files."""

import re
from pathlib import Path
from shutil import copytree, ignore_patterns

import yaml

from corpus.build.script_bundles import bundle
from corpus.paths import MKDOCS_SETTINGS, THEME

STYLE_SHEET = "assets/css/site.css"
_SCRIPTS = "assets/js"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def copy_theme(site: Path) -> None:
    """Put the files of the theme into a site; a page loads one style sheet and one script."""
    copytree(THEME / "assets", site / "assets", ignore=ignore_patterns("*.css"), dirs_exist_ok=True)
    (site / STYLE_SHEET).write_text(style_sheet(), encoding="utf-8")
    for script in (THEME / _SCRIPTS).glob("*.js"):
        (site / _SCRIPTS / script.name).write_text(bundle(script), encoding="utf-8")


def style_sheet() -> str:
    """The style sheets that the settings list, in their order, without comments and indentation."""
    sheets = yaml.safe_load(MKDOCS_SETTINGS.read_text(encoding="utf-8"))["extra_css"]
    rules = "\n".join((THEME / sheet).read_text(encoding="utf-8") for sheet in sheets)
    lines = (line.strip() for line in _COMMENT.sub("", rules).splitlines())
    return "\n".join(filter(None, lines)) + "\n"
