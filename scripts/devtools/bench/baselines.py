"""Minimal programs with which each step is compared: they do only what cannot be left out."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import yaml

from corpus.build.subprocesses import run
from corpus.paths import MKDOCS_SETTINGS, CorpusPaths, files_below
from devtools.bench.timing import Measurement, measure


def floor(paths: CorpusPaths) -> None:
    """Read every record and compose its front matter with libyaml."""
    for path in paths.opinions.glob("*/*.md"):
        front = path.read_text(encoding="utf-8").split("---\n", 2)[1]
        yaml.compose(front, Loader=yaml.CSafeLoader)


def measure_copy(folder: Path, target: Path) -> Measurement:
    """Measure how long it takes to write the files of a folder once more."""

    def read() -> dict[str, bytes]:
        return {name: (folder / name).read_bytes() for name in files_below(folder)}

    def write(files: Mapping[str, bytes]) -> None:
        for name, data in files.items():
            copy = target / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(data)

    return measure(write, read)


def plain(paths: CorpusPaths, built: Path, *plugins: str) -> None:
    """Build the staged folder with stock MkDocs and Material.

    Only the menu is ours. Without one, each page would list all others.
    """
    ours = yaml.safe_load(MKDOCS_SETTINGS.read_text(encoding="utf-8"))
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


_HUGO_LAYOUTS = {
    "single.html": "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>",
    "list.html": "<!doctype html><title>{{ .Title }}</title>"
    '{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}',
}


def write_hugo_site(paths: CorpusPaths, folder: Path) -> None:
    """Write the title and the text of every record as a site for Hugo, with a bare theme."""
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name, layout in _HUGO_LAYOUTS.items():
        (layouts / name).write_text(layout, encoding="utf-8")
    (folder / "hugo.toml").write_text('baseURL = "https://example.org/"\n', encoding="utf-8")
    for path in paths.opinions.glob("*/*.md"):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        title = next(line for line in front.splitlines() if line.startswith("title:"))
        page = folder / "content" / path.relative_to(paths.opinions)
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"---\n{title}\n---\n{body}", encoding="utf-8")


def hugo(folder: Path) -> None:
    """Build the site in a folder with Hugo."""
    run("Hugo", ["hugo", "--quiet", "--source", folder], folder / "hugo.log", {})
