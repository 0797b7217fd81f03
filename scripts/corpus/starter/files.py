"""The files of a new collection: its settings, its example, and the programs."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from corpus.library.record_template import EXAMPLE_SOURCE
from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission
from corpus.model.date_format import write_date
from corpus.model.json_schema import commission_schema, opinion_schema
from corpus.model.number_forms import write_number
from corpus.model.partial_date import PartialDate
from corpus.paths import PACKAGE, REPOSITORY, files_below, folder_of_authorities
from corpus.starter.answers import Answers

_PROGRAM_FILES = (
    ".ci/published",
    ".ci/visible_text.py",
    ".gitattributes",
    ".github/ISSUE_TEMPLATE/opinion.yml",
    ".github/ISSUE_TEMPLATE/wrong-word.yml",
    ".github/workflows/intake.yml",
    ".github/workflows/preview.yml",
    ".github/workflows/publish.yml",
    ".github/workflows/seal.yml",
    ".gitignore",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "LICENSE",
    "mkdocs.yml",
    "pyproject.toml",
    "requirements-desk.txt",
    "requirements-ingest.txt",
    "requirements.txt",
)
"""The files beside `scripts/` that a collection needs as they are."""

_RULES = ("site", "volume", "serve", "desk", "check", "new", "ingest", "seal", "clean")
"""The rules of the Makefile that need no tests."""


def write_collection(folder: Path, answers: Answers) -> None:
    """Write every file of a collection, never over one; its programs can be run as those here."""
    for name, text in collection_files(answers):
        _write(folder / name, text.encode())
    for name, content in program_files():
        _write(folder / name, content)
    (folder / ".ci/published").chmod(0o755)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)


def collection_files(answers: Answers) -> Iterator[tuple[str, str]]:
    """The files that differ from one body to another, by their path."""
    kind = answers.citation.kind
    field = kind if kind.endswith("s") else f"{kind}s"
    values = _values(answers, field)
    file_of_authority = f"{answers.citation.id.replace(':', '-')}.md"
    paths = {
        "standards/commission.yml": "commission.yml",
        "opinions/topics.yml": "topics.yml",
        "opinions/programs.yml": "programs.yml",
        "opinions/thesaurus.yml": "thesaurus.yml",
        f"opinions/{answers.example}.md": "opinion.md",
        f"{folder_of_authorities(field)}/{file_of_authority}": "authority.md",
        "pages/index.md": "index.md",
        "README.md": "README.md",
    }
    texts = {
        path: _templates().get_template(template).render(values) for path, template in paths.items()
    }
    yield from texts.items()
    yield (
        "standards/opinion.schema.json",
        opinion_schema(_kinds_in(texts["standards/commission.yml"])),
    )
    yield "standards/commission.schema.json", commission_schema()


def _values(answers: Answers, field: str) -> dict[str, object]:
    """What the templates show."""
    citation = answers.citation
    number = answers.number
    line = answers.line
    approved, approval = answers.approved
    day = replace(line.day, year=number.year or line.day.year)
    return {
        "name": answers.name,
        "opinion": answers.opinion,
        "opinions": answers.opinion.lower() + "s",
        "short": answers.short,
        "site_name": f"{answers.opinion}s",
        "reader": answers.reader,
        "approved": approved,
        "approval": approval,
        "line": line,
        "number": number,
        "citation": citation,
        "digits": f"{number.number:02}",
        "day": day,
        "lines": _first_lines(answers, day),
        "field": field,
        "provision": citation.id + citation.part,
        "example": answers.example,
        "example_source": EXAMPLE_SOURCE,
    }


def _first_lines(answers: Answers, day: PartialDate) -> str:
    """The heading of the example, and the line below it if the heading does not give the day."""
    line = answers.line
    written = write_date(day, line.written_format)
    other = write_date(day, line.date_format)
    with_day = line.form.replace("{date}", written).replace("{other_date}", other)
    if line.has_number:
        return write_number(with_day, answers.example)
    return f"{answers.number.as_typed}\n\n{with_day}"


def _kinds_in(settings: str) -> tuple[AuthorityKind, ...]:
    fields = yaml.load(settings, yaml.BaseLoader)  # noqa: S506 - it makes nothing but words
    return Commission.model_validate(fields).kinds


def program_files() -> Iterator[tuple[str, bytes]]:
    """The programs, the workflows and the Makefile, by their path."""
    for name in files_below(REPOSITORY / "scripts"):
        if "__pycache__" not in name:
            yield f"scripts/{name}", (REPOSITORY / "scripts" / name).read_bytes()
    for name in _PROGRAM_FILES:
        yield name, (REPOSITORY / name).read_bytes()
    yield "Makefile", _without_tests(_read("Makefile")).encode()
    yield (
        ".github/workflows/check.yml",
        _records_only(_read(".github/workflows/check.yml")).encode(),
    )


def _without_tests(makefile: str) -> str:
    """The Makefile with the rules for people who keep a collection."""
    blocks = makefile.split("\n\n")
    named = ("PYTHON ?=", ".venv/site", ".venv/ingest", ".venv/desk", "WHEELHOUSE", ".PHONY")
    starts = (*(f"{rule}:" for rule in _RULES), *named)
    kept = [block for block in blocks if any(_begins(block, start) for start in starts)]
    phony = f".PHONY: {' '.join(_RULES)}"
    return re.sub(r"\.PHONY: .*", phony, "\n\n".join(kept).rstrip("\n") + "\n")


def _begins(block: str, start: str) -> bool:
    """Whether a line of the block, other than a comment or a command, begins with these words."""
    lines = (line for line in block.split("\n") if not line.startswith(("#", "\t")))
    return any(line.startswith(start) for line in lines)


def _records_only(workflow: str) -> str:
    """The workflow of checks without the jobs that run the tests of the programs."""
    return re.sub(r"\n  python:\n.*?(?=\n  # This job may write)", "", workflow, flags=re.DOTALL)


def _read(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


@cache
def _templates() -> Environment:
    folder = PACKAGE / "starter" / "templates"
    templates = Environment(
        loader=FileSystemLoader(Path(folder)),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - YAML and Markdown; words are quoted by `yaml`
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters["yaml"] = partial(json.dumps, ensure_ascii=False)
    return templates
