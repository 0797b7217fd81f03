"""Where things are, and nothing else."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
"""The folder that holds this code, its settings and its theme."""

SETTINGS = REPOSITORY / "mkdocs.yml"
THEME = REPOSITORY / "scripts" / "theme"
PACKAGE = REPOSITORY / "scripts" / "corpus"
HOOK = PACKAGE / "build" / "mkdocs_hook.py"
TEMPLATES = PACKAGE / "pages" / "templates"


@dataclass(frozen=True, slots=True)
class CorpusPaths:
    """The folders of one corpus: a root with `opinions/` and `standards/`."""

    root: Path

    @property
    def opinions(self) -> Path:
        """One record a file, by year, and the vocabularies."""
        return self.root / "opinions"

    @property
    def standards(self) -> Path:
        """One authority a file, and what is particular to the Commission."""
        return self.root / "standards"

    def authority_folder(self, kind: str) -> Path:
        """The folder with one authority of this kind a file; Standards lie at the top."""
        return self.standards if kind == "standard" else self.standards / f"{kind}s"

    @property
    def ledger(self) -> Path:
        """What was published once, one seal a file."""
        return self.opinions / "ledger"

    @property
    def schema(self) -> Path:
        """The JSON Schema of a record, for editors."""
        return self.standards / "opinion.schema.json"

    @property
    def pages(self) -> Path:
        """The hand-written pages."""
        return self.root / "pages"

    @property
    def build(self) -> Path:
        """All that is made and never committed, but for the finished site."""
        return self.root / "build"

    @property
    def staged(self) -> Path:
        """The plain Markdown site that the engine reads."""
        return self.build / "docs"

    @property
    def page_cache(self) -> Path:
        """Pages as the engine built them, each named by all that shaped it."""
        return self.build / "page_cache"

    @property
    def parsed_pages(self) -> Path:
        """What was seen of the built pages."""
        return self.build / "parsed_pages.json"

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.root / "site"

    def relative(self, path: Path) -> str:
        """`path` as it is named in findings: below the root, with forward slashes."""
        return path.relative_to(self.root).as_posix()


def files_below(folder: Path, ending: str = "") -> list[str]:
    """The files below a folder whose names end so, by their path from it, in order."""
    return sorted(_below(folder, "", ending))


def _below(folder: Path | str, within: str, ending: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(entry.path, f"{within}{entry.name}/", ending)
            elif entry.name.endswith(ending):
                yield f"{within}{entry.name}"
