"""The comment on a pull request, part by part in its order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.checks.registry import UNSEALED
from corpus.checks.runner import check
from corpus.checks.showable import comparable
from corpus.findings import Finding, Level
from corpus.library.corpus import Corpus
from corpus.library.loader import load
from corpus.paths import CorpusPaths
from corpus.review.changes.other_files import OtherFile, other_files
from corpus.review.changes.record_changes import RecordChanges, Verdict, changes_in_records
from corpus.review.comment.comment_links import Links
from corpus.review.comment.effects_report import as_markdown, as_markdown_of_records
from corpus.review.comment.headings import Heading
from corpus.review.comment.other_files_report import other_files_as_markdown
from corpus.review.comment.to_do import introduced, to_do, to_look_at
from corpus.review.documents.against_documents import compare_with_documents
from corpus.review.documents.document_changes import (
    DocumentChange,
    document_changes,
    document_changes_as_markdown,
)
from corpus.review.effects import effects
from corpus.text.markdown_escape import escape_markdown

_NOT_COMPARED = (
    "What changes there for readers is not known, because no page can be made of it, or of an"
    " opinion that it names, before or after this change. Changes of its text, its corrections,"
    " its withdrawal, its date of approval and what its editors wrote are shown below."
)
_NOT_SHOWN = (
    "No page can be made of it yet. When the list above is empty, each question and each answer is"
    " shown here, with the words of its paragraphs."
)
_ONLY_OPINIONS = (
    "**Only the opinions were compared.** A file that all pages need has an error, before or after"
    " this change. What else changes for readers is not known until it is corrected."
)
_UNREAD = "**These cannot be read, so they could not be compared:**"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change to a collection, as far as its files can be read."""

    old: Corpus
    new: Corpus
    earlier: Sequence[Finding]
    """The findings before the change."""
    findings: Sequence[Finding]
    """The findings after it."""
    records: RecordChanges | None
    """None if the settings can be read neither before nor after."""
    documents: tuple[DocumentChange, ...]
    other_files: tuple[OtherFile, ...]


def change_between(before: CorpusPaths, after: CorpusPaths, today: date) -> Change:
    """The change from one folder to the other."""
    old, new = load(before), replace(load(after), today=today)
    records = changes_in_records(old, new)
    references = new.references or old.references
    if records and references:
        commission = references.commission
        records = compare_with_documents(records, before.root, after.root, commission)
    of_collection = {path for state in (old, new) for path in (*state.paths, *state.unread_paths)}
    of_collection |= {page.path for state in (old, new) for page in state.pages}
    return Change(
        old=old,
        new=new,
        earlier=check(old),
        findings=check(new),
        records=records,
        documents=tuple(document_changes(old.unread_paths, before.root, after.root)),
        other_files=tuple(other_files(before.root, after.root, of_collection)),
    )


def comment_parts(change: Change, links: Links, today: date) -> list[str]:
    """The parts of the comment as Markdown: first what is still to do, then what changes."""
    findings = _findings_to_look_at(change)
    boxes = tuple(_boxes_below(change, introduced(findings, change.earlier)))
    opening = (
        to_do(change.new, change.findings, links, today, boxes),
        to_look_at(change.new, findings, change.earlier, links),
        *document_changes_as_markdown(change.documents),
        *other_files_as_markdown(change.other_files),
    )
    return [*filter(None, opening), *_what_changes(change, links)]


def _findings_to_look_at(change: Change) -> list[Finding]:
    """The findings in changed files; an opinion to seal is in a separate list."""
    before, after = (
        {
            (file.path, file.raw.text)
            for file in (*corpus.files, *(record.parsed_file for record in corpus.record_files))
        }
        for corpus in (change.old, change.new)
    )
    paths = {path for path, _ in after - before}
    return [
        finding
        for finding in change.findings
        if finding.location.path in paths and finding.code != UNSEALED
    ]


def _boxes_below(change: Change, new_findings: Iterable[Finding]) -> Iterator[str]:
    """The titles of what a reviewer must settle before the text is sealed."""
    changes = change.records or RecordChanges()
    unknown = (compared.document for compared in changes.with_verdict(Verdict.UNKNOWN))
    not_compared = (new.document and new.why_not_compared for new in changes.comparisons)
    to_settle = {
        Heading.SEPARATE: changes.separate,
        Heading.LOOK_ALIKES: changes.look_alikes,
        Heading.AGAINST_DOCUMENT: changes.with_verdict(Verdict.AGAINST),
        Heading.OTHER_WORDS: any(new.speaks_against for new in changes.comparisons),
        Heading.OTHER_NUMBERS: any(new.other_numbers for new in changes.comparisons),
        Heading.OTHER_SPELLINGS: any(new.spellings for new in changes.comparisons),
        Heading.NOT_COMPARED: any((*unknown, *not_compared)),
        Heading.DOCUMENT_CHANGES: change.documents,
        Heading.CORRECTIONS: any(entry.contradicts_change for entry in changes.corrections),
        Heading.TO_LOOK_AT: any(finding.level is Level.WARNING for finding in new_findings),
    }
    return (heading for heading, found in to_settle.items() if found)


def _what_changes(change: Change, links: Links) -> Iterator[str]:
    """What changes for readers, as far as pages can show it; then the records alone."""
    records = change.records
    before, after, left_out = comparable(change.old, change.new, change.earlier, change.findings)
    yield from _left_out(left_out, frozenset(change.old.record_paths))
    if records and records.not_compared:
        yield "\n".join([_UNREAD, "", *(f"- {escape_markdown(it)}" for it in records.not_compared)])
    if before and after:
        is_partial = bool(left_out)
        yield as_markdown(effects(before, after, records), is_partial=is_partial, links=links)
        return
    yield _ONLY_OPINIONS
    if records:
        is_partial = bool(left_out or records.not_compared)
        yield as_markdown_of_records(records, is_partial=is_partial, links=links)
    else:
        paths = sorted({*change.old.record_paths, *change.new.record_paths})
        named = ", ".join(map(escape_markdown, paths))
        yield f"The settings cannot be read, so no text was compared: {named}."


def _left_out(paths: Sequence[str], old: frozenset[str]) -> Iterator[str]:
    """Which new files are not shown, and which others were not compared."""
    new = [escape_markdown(path) for path in paths if path not in old]
    others = [escape_markdown(path) for path in paths if path in old]
    if new:
        yield f"New, but not shown: {', '.join(new)}. {_NOT_SHOWN}"
    if others:
        yield f"Not compared: {', '.join(others)}. {_NOT_COMPARED}"
