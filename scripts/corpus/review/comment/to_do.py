"""What is still to do before a change can be published, by file and field, for a pull request."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from corpus.checks.places import field_of
from corpus.findings import Finding, Level
from corpus.library.corpus import Corpus
from corpus.library.seals import seals_to_write
from corpus.model.words import listed
from corpus.parsing.front_matter import RawFile
from corpus.paths import COMMISSION_SETTINGS
from corpus.review.comment.comment_links import Links
from corpus.review.comment.headings import Heading
from corpus.review.comment.listed_findings import findings_as_markdown, raw_files_of
from corpus.text.markdown_escape import escape_markdown

_ABOUT_ALL_NUMBERS = ("OP406",)
"""The rule whose message lists every gap, so that each new opinion changes it."""
_OF_SEALS = "OP5"
"""What the codes of the rules on published texts begin with; these come first."""
_MOST_TO_SEAL = 50
"""How many opinions to seal are listed."""

_BEFORE_THE_SEAL = (
    "**Settle these before you set the label `seal`.** After the seal, no word and no number of a"
    " paragraph can change."
)

_NOT_YET = (
    "This cannot be published yet. Correct these places. The list is updated after each commit."
    " It may then name places that could not be read before."
)


class _Guide(NamedTuple):
    """A section of a page that says how to correct something."""

    title: str
    page: str
    section: str


_FIELDS = _Guide("The guide for staff", "staff", "2-fill-in-the-empty-fields")
_SETTINGS = _Guide("The guide for staff", "staff", "3-read-the-check")
_LAW = _Guide("The guide on changes of the law", "law-changed", "")
_CORRECTIONS = _Guide(
    "The guide on corrections", "corrections", "a-word-differs-from-the-approved-text"
)
_SEALING = _Guide("The guide on the seal", "staff", "4-look-at-the-result-and-seal-it")
_WITHDRAWALS = _Guide("The guide on withdrawals", "corrections", "an-opinion-is-withdrawn")


def to_do(
    corpus: Corpus,
    findings: Sequence[Finding],
    links: Links,
    today: date,
    boxes: Sequence[str] = (),
) -> str:
    """The list as Markdown; empty if nothing is left to do or to read.

    `boxes` are the titles below it of what to settle before the text is sealed and published.
    """
    open_items = [finding for finding in findings if finding.level is Level.ERROR]
    open_items.sort(key=lambda finding: not finding.code.startswith(_OF_SEALS))
    if not open_items:
        return _seals_due(corpus, today, boxes)
    parts = [
        f"## {Heading.TO_DO}",
        _NOT_YET,
        *findings_as_markdown(corpus, open_items, links),
        *_guides(corpus, open_items, links),
    ]
    return "\n\n".join(parts)


def to_look_at(
    corpus: Corpus, findings: Iterable[Finding], earlier: Iterable[Finding], links: Links
) -> str:
    """The new warnings as Markdown, and how many were there earlier; empty if there are none."""
    warnings = [finding for finding in findings if finding.level is Level.WARNING]
    if not warnings:
        return ""
    new = introduced(warnings, earlier)
    old = [finding for finding in warnings if finding not in new]
    seen_rules = {(finding.location.path, finding.code) for finding in earlier}
    new.sort(key=lambda finding: (finding.location.path, finding.code) in seen_rules)
    counted = f"Warnings that were there before are not listed: {len(old)}."
    if not new:
        return counted
    parts = [f"## {Heading.TO_LOOK_AT}"]
    of_text = [finding for finding in new if _is_fixed_by_the_seal(finding, corpus)]
    if of_text:
        parts += [_BEFORE_THE_SEAL, *findings_as_markdown(corpus, of_text, links)]
    if others := [finding for finding in new if finding not in of_text]:
        parts += [
            "These do not block publication. Check whether each is right.",
            *findings_as_markdown(corpus, others, links),
        ]
    if old:
        parts.append(counted)
    return "\n\n".join(parts)


def _is_fixed_by_the_seal(finding: Finding, corpus: Corpus) -> bool:
    """Whether a finding is about how a text is read, which decides what has a number."""
    return finding.code.startswith("OP2") and finding.location.path in corpus.record_paths


def introduced(findings: Iterable[Finding], earlier: Iterable[Finding]) -> list[Finding]:
    """The findings that were not there earlier, at any line."""
    known = set(map(_without_line, earlier))
    return [finding for finding in findings if _without_line(finding) not in known]


def _without_line(finding: Finding) -> tuple[str, str, str]:
    """What a finding says of a file, wherever it is in the file."""
    message = "" if finding.code in _ABOUT_ALL_NUMBERS else finding.message
    return finding.location.path, finding.code, message


def _seals_due(corpus: Corpus, today: date, boxes: Sequence[str]) -> str:
    """The opinions to seal, if the change is judged by published seals, or else what to read."""
    due = [seal.id for seal in seals_to_write(corpus, today)] if corpus.is_judged else []
    named = listed([f"“{box}”" for box in boxes])
    if not due or corpus.references is None:
        return f"**First read {named} below, even if the mark is green.**" if boxes else ""
    names = corpus.references.names
    lines = [f"- {escape_markdown(names.long(opinion))}" for opinion in due[:_MOST_TO_SEAL]]
    if len(due) > _MOST_TO_SEAL:
        lines.append(f"- and {len(due) - _MOST_TO_SEAL} more")
    title = f"## {Heading.TO_DO}: set the label `seal`"
    text = (
        "The program found no error. Set the label when the text is final."
        " The seal is missing or out of date:"
    )
    if boxes:
        title = f"## {Heading.TO_DO}: look below before you set the label `seal`"
        text = (
            f"First read {named} below. Set the label only when that is right."
            " The seal is missing or out of date:"
        )
    return "\n\n".join([title, text, "\n".join(lines)])


def _guides(corpus: Corpus, findings: Iterable[Finding], links: Links) -> Iterator[str]:
    """A sentence that leads to each guide on what is listed, if its address is known."""
    raw_files = raw_files_of(corpus)
    new = {item.path for item in corpus.outlines if not corpus.has_readers(item.id)}
    guides = (
        _guide_on(finding, raw_files.get(path := finding.location.path), is_new=path in new)
        for finding in findings
    )
    for guide in dict.fromkeys(guides):
        if address := links.guide(guide.page, guide.section):
            yield f"[{guide.title}]({address}) explains how."


def _guide_on(finding: Finding, raw: RawFile | None, *, is_new: bool) -> _Guide:
    """The guide that says how to correct something.

    `is_new` says that it is about an opinion whose text readers do not have.
    """
    field = field_of(finding, raw)[:1] if raw else ()
    if field in {("withdrawn",), ("status",)}:  # no record has a status, but a clerk may type one
        return _WITHDRAWALS
    if field == ("corrections",) and not is_new:
        return _CORRECTIONS
    is_in_settings = finding.location.path == COMMISSION_SETTINGS
    if raw and is_in_settings and "editions" not in field_of(finding, raw):
        return _SETTINGS
    if finding.location.path.startswith("standards/"):
        return _LAW
    if not finding.code.startswith(_OF_SEALS):
        return _FIELDS
    return _SEALING if is_new else _CORRECTIONS
