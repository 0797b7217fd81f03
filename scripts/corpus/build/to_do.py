"""What is still to do before a change can be published, by file and field, for a pull request."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, get_args
from urllib.parse import quote

from pydantic import BaseModel

from corpus.build.headings import Heading
from corpus.checks.places import field_of, value_at
from corpus.citations.names import Names
from corpus.findings import Finding, Level
from corpus.library.corpus import Corpus
from corpus.library.seals import seals_to_write
from corpus.model.authority_kind import AuthorityKind
from corpus.model.opinion import record_models
from corpus.parsing.front_matter import RawFile
from corpus.parsing.yaml_values import FieldPath
from corpus.text.markdown_escape import escape_but_code, escape_markdown

MOST_PER_FILE = 50
"""How much is listed for one file, and how many opinions to seal."""

_NOT_FILLED_IN = {"OP102": "This is missing.", "OP104": "This is still empty."}
"""What is said in the place of the message, before what the field says."""
_FIELDS = ("The guide for staff", "staff", "2-fill-in-the-empty-fields")
_LAW = ("The guide on changes of the law", "law-changed", "")
_CORRECTIONS = ("The guide on corrections", "corrections", "a-word-differs-from-the-approved-text")
_WITHDRAWALS = ("The guide on withdrawals", "corrections", "an-opinion-is-withdrawn")
_LINES = re.compile(r"`(?:\w+:|  - [^`]*)`(?:, `  [^`]*`)+")
"""Lines to type in a hint: a field or an entry of a list, and what stands indented below it."""
_ITEMS = {"issues": "question", "holdings": "answer"}
"""What one entry of a list is called, if it is not an entry."""


@dataclass(frozen=True, slots=True)
class Links:
    """Where a clerk finds what the list speaks of; a part that is not known is empty."""

    site: str = ""
    """The address of the site, which explains the rules."""
    repository: str = ""
    """The repository of the change: `https://github.com/OWNER/NAME`."""
    branch: str = ""
    """The branch of the change."""

    def rule(self, code: str) -> str:
        """The code of a rule, as a link to its explanation."""
        return f"[{code}]({self.site.rstrip('/')}/checks/{code.lower()}/)" if self.site else code

    def file(self, path: str) -> str:
        """The path of a file, as a link to where it is edited."""
        name = escape_markdown(path)
        if not (self.repository and self.branch):
            return name
        place = f"{quote(self.branch, safe='/')}/{quote(path, safe='/')}"
        return f"[{name}]({self.repository}/edit/{place})"

    def guide(self, page: str, section: str) -> str:
        """The address of a section of a guide; empty if nobody knows where it is."""
        place = f"#{section}" if section else ""
        if self.site:
            return f"{self.site.rstrip('/')}/{page}/{place}"
        return f"{self.repository}/blob/main/pages/{page}.md{place}" if self.repository else ""


def to_do(
    corpus: Corpus,
    findings: Sequence[Finding],
    links: Links,
    today: date,
    boxes: Sequence[str] = (),
) -> str:
    """The list as Markdown; empty if nothing is left to do.

    `boxes` are the titles below it of what to settle before the text is sealed.
    """
    open_items = [finding for finding in findings if finding.level is Level.ERROR]
    if not open_items:
        return _seals_due(corpus, today, boxes)
    parts = [
        f"## {Heading.TO_DO}",
        "This cannot be published yet. The list gets shorter as you correct these places.",
        *_files(corpus, open_items, links),
        *_guides(corpus, open_items, links),
    ]
    return "\n\n".join(parts)


def to_look_at(corpus: Corpus, findings: Iterable[Finding], links: Links) -> str:
    """The warnings as Markdown; empty if there are none."""
    warnings = [finding for finding in findings if finding.level is Level.WARNING]
    if not warnings:
        return ""
    intro = "These places keep nothing from being published. Look whether each is right."
    return "\n\n".join([f"## {Heading.TO_LOOK_AT}", intro, *_files(corpus, warnings, links)])


def _seals_due(corpus: Corpus, today: date, boxes: Sequence[str]) -> str:
    """The opinions to seal, once nothing is wrong, if the change is judged by published seals."""
    due = [seal.id for seal in seals_to_write(corpus, today)] if corpus.is_judged else []
    if not due or corpus.references is None:
        return ""
    names = Names(corpus.references.commission)
    listed = [f"- {escape_markdown(names.long(opinion))}" for opinion in due[:MOST_PER_FILE]]
    if len(due) > MOST_PER_FILE:
        listed.append(f"- and {len(due) - MOST_PER_FILE} more")
    title = f"## {Heading.TO_DO}: set the label `seal`"
    text = "Nothing is wrong. Set the label when the text is final. Not sealed as they are now:"
    if boxes:
        named = " and ".join(f"“{box}”" for box in boxes)
        title = f"## {Heading.TO_DO}: look below before you set the label `seal`"
        text = (
            f"First read {named} below. Set the label only when that is right."
            " Not sealed as they are now:"
        )
    return "\n\n".join([title, text, "\n".join(listed)])


def _guides(corpus: Corpus, findings: Iterable[Finding], links: Links) -> Iterator[str]:
    """A sentence that leads to each guide on what is listed, if its address is known."""
    raw_files = _raw_files(corpus)
    guides = (_guide_on(finding, raw_files.get(finding.location.path)) for finding in findings)
    for title, page, section in dict.fromkeys(guides):
        if address := links.guide(page, section):
            yield f"[{title}]({address}) explains how."


def _guide_on(finding: Finding, raw: RawFile | None) -> tuple[str, str, str]:
    """The title, the page and the section of the guide that says how to correct something."""
    if raw and field_of(finding, raw)[:1] == ("withdrawn",):
        return _WITHDRAWALS
    if finding.location.path.startswith("standards/"):
        return _LAW
    return _CORRECTIONS if finding.code.startswith("OP5") else _FIELDS


def _raw_files(corpus: Corpus) -> dict[str, RawFile]:
    """Every file as it was read, by its path."""
    others = {file.path: file.raw for file in corpus.files}
    return others | {file.parsed_file.path: file.parsed_file.raw for file in corpus.record_files}


def _files(corpus: Corpus, findings: Iterable[Finding], links: Links) -> Iterator[str]:
    raw_files = _raw_files(corpus)
    kinds = corpus.kinds or ()
    model = record_models(kinds).full
    for path, findings_of_file in groupby(findings, lambda finding: finding.location.path):
        yield f"### {links.file(path)}"
        about = model if path in corpus.record_paths else None
        items = list(_items(findings_of_file, raw_files.get(path), about, kinds, links))
        yield "\n".join(items[:MOST_PER_FILE])
        if len(items) > MOST_PER_FILE:
            yield f"… and {len(items) - MOST_PER_FILE} more."


def _items(
    findings: Iterable[Finding],
    raw: RawFile | None,
    model: type[BaseModel] | None,
    kinds: Sequence[AuthorityKind],
    links: Links,
) -> Iterator[str]:
    for finding in findings:
        path = field_of(finding, raw) if raw else ()
        line = f"line {finding.location.line}"
        place = f"{_name(path, raw.fields)}, {line}" if raw and path else line
        what = f"{_sentence(finding.message)} {finding.hint}"
        if finding.code in _NOT_FILLED_IN and (about := _about(path, model)):
            what = f"{_NOT_FILLED_IN[finding.code]} {about}{_if_none(path, kinds)}"
        rule = links.rule(finding.code)
        lines = _LINES.search(what)
        shown = escape_but_code(_LINES.sub("the lines below", what))
        yield f"- **{escape_markdown(place)}**: {shown} ({rule}){_block(lines[0]) if lines else ''}"


def _if_none(path: FieldPath, kinds: Iterable[AuthorityKind]) -> str:
    """What to type if an opinion cites no authority of a kind; empty for other fields."""
    is_kind = len(path) == 1 and path[0] in {kind.plural for kind in kinds}
    return f" If there are none, type `{path[0]}: []`." if is_kind else ""


def _block(hint: str) -> str:
    """Lines that a hint has side by side, below each other, to be copied."""
    lines = hint.strip("`").split("`, `")
    return "".join(f"\n  {line}" for line in ("", "```yaml", *lines, "```"))


def _name(path: FieldPath, fields: Any) -> str:
    """A field as a clerk looks for it: `title`, or `answer 1, text`."""
    words = []
    for position, step in enumerate(path):
        if not isinstance(step, int):
            words.append(step)
            continue
        fields_above = value_at(fields, path[: position + 1])
        number = fields_above.get("id") if isinstance(fields_above, dict) else None
        entry = _ITEMS.get(str(path[position - 1]), f"{path[position - 1]}, entry")
        words[-1] = f"{entry} {number or step + 1}"
    return ", ".join(words)


def _about(path: FieldPath, model: type[BaseModel] | None) -> str:
    """What a field says, from the schema; empty for one that it does not describe."""
    about = ""
    for step in path:
        if isinstance(step, int):
            continue
        field = model.model_fields.get(step) if model else None
        about = (field.description or "") if field else ""
        model = _model_within(field.annotation) if field else None
    return about


def _model_within(annotation: Any) -> type[BaseModel] | None:
    """The model of the fields inside a field, if it has any."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_within, get_args(annotation))), None)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."
