"""The least that each step could take: only what cannot be left out, in the plainest way."""

import json
import sys
from pathlib import Path

import yaml

from corpus.build.subprocesses import run
from corpus.paths import SETTINGS, CorpusPaths, files_below
from devtools.bench.timing import Measurement, measure


def floor(paths: CorpusPaths) -> None:
    """Read every record and compose its front matter with libyaml."""
    for path in paths.opinions.glob("*/*.md"):
        front = path.read_text(encoding="utf-8").split("---\n", 2)[1]
        yaml.compose(front, Loader=yaml.CSafeLoader)


def measure_copy(folder: Path, target: Path) -> Measurement:
    """Measure how long it takes to write the files of a folder once more."""
    files = {name: (folder / name).read_bytes() for name in files_below(folder)}

    def write() -> None:
        for name, data in files.items():
            copy = target / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(data)

    return measure(write)


def plain(paths: CorpusPaths, built: Path, *plugins: str) -> None:
    """Build the staged folder with stock MkDocs and Material.

    Only the menu is ours. Without one, each page would list all others.
    """
    ours = yaml.safe_load(SETTINGS.read_text(encoding="utf-8"))
    settings = {
        "site_name": "Plain",
        "docs_dir": str(paths.staged),
        "theme": {"name": "material"},
        "plugins": list(plugins),
        "nav": ours["nav"],
        "not_in_nav": ours["not_in_nav"],
    }
    path = built.with_suffix(".yml")
    path.write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    command += ["--config-file", str(path), "--site-dir", str(built)]
    run("MkDocs", command, built.with_suffix(".log"), {"NO_MKDOCS_2_WARNING": "1"})
