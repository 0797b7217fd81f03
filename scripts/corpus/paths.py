"""Where the files of a corpus, of the site and of this project are."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
"""The folder that holds this code, its settings and its theme."""

MKDOCS_SETTINGS = REPOSITORY / "mkdocs.yml"
SCRIPTS = REPOSITORY / "scripts"
THEME = SCRIPTS / "theme"
PACKAGE = SCRIPTS / "corpus"
HOOK = PACKAGE / "build" / "mkdocs_hook.py"
TEMPLATES = PACKAGE / "pages" / "templates"
PDF_TEMPLATES = PACKAGE / "pdf" / "templates"


REVISION_ENDING = ".revised.md"
"""The ending of a file beside the record that has the words of a document."""

LEDGER = "opinions/ledger"
"""The folder of the seals."""
_STANDARDS = "standards"
"""The folder of the authorities."""
COMMISSION_SETTINGS = f"{_STANDARDS}/commission.yml"
"""The file with the settings of the body, which say how records are read."""


def folder_of_authorities(plural: str) -> str:
    """Where the files of a kind are below the root: `standards/statutes`.

    A kind with the name of the folder has no folder of its own in it.
    """
    return _STANDARDS if plural == _STANDARDS else f"{_STANDARDS}/{plural}"


@dataclass(frozen=True, slots=True)
class CorpusPaths:
    """The folders of one corpus: a root with `opinions/` and `standards/`."""

    root: Path
    published_ledger: Path | None = None
    """The seals that readers have; None to judge the corpus by its own ledger alone."""
    today: date | None = None
    """The day on which the corpus is judged by these seals; None if no rule knows the date."""

    @property
    def opinions(self) -> Path:
        """The records by year, the ledger and the vocabularies."""
        return self.root / "opinions"

    @property
    def standards(self) -> Path:
        """The authorities and the commission."""
        return self.root / _STANDARDS

    def authority_folder(self, plural: str) -> Path:
        """The folder of the authorities of a kind: `standards/` itself, or a folder in it."""
        return self.root / folder_of_authorities(plural)

    @property
    def ledger(self) -> Path:
        """The seals of what was published."""
        return self.root / LEDGER

    @property
    def schema(self) -> Path:
        """The JSON Schema of a record, for text editors."""
        return self.standards / "opinion.schema.json"

    @property
    def commission_schema(self) -> Path:
        """The JSON Schema of the settings of the body, for text editors."""
        return self.standards / "commission.schema.json"

    @property
    def pages(self) -> Path:
        """The hand-written pages."""
        return self.root / "pages"

    @property
    def build(self) -> Path:
        """Files that are made on the way to the site and never committed."""
        return self.root / "build"

    @property
    def staged(self) -> Path:
        """The Markdown pages and other files that MkDocs builds the site from."""
        return self.build / "docs"

    @property
    def served(self) -> Path:
        """What `serve` staged. A build stages the same elsewhere, so that both can run."""
        return self.build / "served"

    @property
    def preview(self) -> Path:
        """The site of a change, for people who review it."""
        return self.build / "preview"

    @property
    def kept_pdf_files(self) -> Path:
        """The PDF files of the last build, each by a hash of all that it is made from."""
        return self.build / "pdf"

    @property
    def mkdocs_log(self) -> Path:
        """What MkDocs printed when it last failed."""
        return self.build / "mkdocs.log"

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.root / "site"

    def relative(self, path: Path) -> str:
        """The path as findings name it: relative to the root, with forward slashes."""
        return path.relative_to(self.root).as_posix()


def walk(folder: Path | str, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every entry below a folder with its path from there; links are listed, never followed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            yield f"{prefix}{entry.name}", entry
            if entry.is_dir(follow_symlinks=False):
                yield from walk(entry.path, f"{prefix}{entry.name}/")


def files_below(folder: Path, ending: str = "") -> list[str]:
    """The sorted paths, from a folder, of all files below it whose names have this ending."""
    return sorted(
        path
        for path, entry in walk(folder)
        if path.endswith(ending) and not entry.is_dir(follow_symlinks=False)
    )


def page_url(path: str) -> str:
    """The URL, below the site, of a staged or built file: `about/` for `about.md`."""
    folder, slash, name = path.rpartition("/")
    if name in {"index.md", "index.html"}:
        return folder + slash
    return f"{path.removesuffix('.md')}/" if path.endswith(".md") else path


def built_path(path: str) -> str:
    """The file in the built site of a staged file: `about/index.html` for `about.md`."""
    url = page_url(path)
    return f"{url}index.html" if not url or url.endswith("/") else url
