"""Show what is still to do, and what a change means for readers: texts, statuses, lists, feeds."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from corpus import cli
from corpus.checks.runner import check, has_errors
from corpus.checks.showable import comparable
from corpus.findings import Finding, Level
from corpus.library.corpus import Corpus
from corpus.library.loader import load
from corpus.model.words import Words
from corpus.paths import CorpusPaths, today
from corpus.review.changes.other_files import OtherFile, other_files
from corpus.review.changes.record_changes import RecordChanges, Verdict, changes_in_records
from corpus.review.comment.comment_links import Links
from corpus.review.comment.effects_report import as_json, as_markdown, as_markdown_of_records
from corpus.review.comment.headings import Heading
from corpus.review.comment.other_files_report import other_files_as_markdown
from corpus.review.comment.shortened import shortened
from corpus.review.comment.to_do import introduced, to_do, to_look_at
from corpus.review.documents.against_documents import compare_with_documents
from corpus.review.documents.changes import (
    DocumentChange,
    document_changes,
    document_changes_as_markdown,
)
from corpus.review.documents.comparison import DocumentComparison
from corpus.review.effects import effects
from corpus.text.markdown_escape import escape_markdown

_NOT_COMPARED = (
    "What changes there for readers is not known, because no page can be made of it, or of an"
    " opinion that it names, before or after this change. Changes of its text, its corrections,"
    " its withdrawal, its day of approval and what its editors wrote are shown below."
)
_NOT_SHOWN = (
    "No page can be made of it yet. When the list above is empty, each question and each answer is"
    " shown here, with the words of its paragraphs."
)
_UNSEALED = "OP504"
"""The rule on opinions that are not sealed."""
_ONLY_OPINIONS = (
    "**Only the opinions were compared.** A file that all pages need has an error, before or after"
    " this change. What else changes for readers is not known until it is corrected."
)
_UNREAD = "**These cannot be read, so they could not be compared:**"


def main() -> int:
    """Compare two folders, or two revisions of the repository in --root.

    Return 1 if the second one has errors.
    """
    arguments = parse_arguments()
    with ExitStack() as scratch:
        before, after = folders_to_compare(arguments, scratch)
        if arguments.format == "json":
            print(as_json(effects(cli.load_valid_corpus(before), cli.load_valid_corpus(after))))
            return cli.OK
        day = today()
        old, new = load(before), replace(load(after), today=day)
        earlier, findings = check(old), check(new)
        of_change = [*findings_to_look_at(findings, changed_paths(old, new))]
        changes = changes_in_records(old, new)
        references = new.references or old.references
        if changes and references:
            commission = references.commission
            changes = compare_with_documents(changes, before.root, after.root, commission)
        documents = tuple(document_changes(old.unread_paths, before.root, after.root))
        shown_links = links_of(arguments, new)
        boxes = tuple(boxes_below(changes, documents, introduced(of_change, earlier)))
        opening = [
            to_do(new, findings, shown_links, day, boxes),
            to_look_at(new, of_change, earlier, shown_links),
            *document_changes_as_markdown(documents),
            *other_files_as_markdown(other_files_of(old, new, before, after)),
        ]
        rest = report(old, new, (earlier, findings), changes, shown_links)
        parts = [*filter(None, opening), *rest]
        print("\n\n".join(parts))
        if arguments.files:
            words = changes.words if changes else Words()
            write_files(Path(arguments.files), parts, words, arguments.run)
    return cli.FINDINGS if has_errors(findings) else cli.OK


def folders_to_compare(
    arguments: argparse.Namespace, scratch: ExitStack
) -> tuple[CorpusPaths, CorpusPaths]:
    """The corpora before and after the change, each maybe checked out into a scratch folder."""
    before, after = (
        CorpusPaths(cli.folder_at(name, arguments.root, scratch))
        for name in (arguments.base, arguments.head or str(arguments.root))
    )
    if arguments.published:
        judged = cli.judged_paths(arguments, scratch)
        after = replace(after, published_ledger=judged.published_ledger)
    return before, after


def parse_arguments() -> argparse.Namespace:
    """Read the two states to compare, and where a clerk finds the files."""
    parser = cli.parser(__doc__)
    parser.add_argument("base", metavar="BASE", help="a folder or a revision")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="the same (default: --root)")
    parser.add_argument("--format", choices=("md", "json"), default="md")
    cli.add_published(parser)
    parser.add_argument(
        "--repository", metavar="URL", help="the GitHub repository that links to files point to"
    )
    parser.add_argument("--branch", default="", help="the branch that they point to")
    parser.add_argument(
        "--files", metavar="DIR", help="also write effects-comment.md and effects-summary.md there"
    )
    parser.add_argument("--run", metavar="URL", default="", help="the run that has the whole list")
    return parser.parse_args()


def other_files_of(
    old: Corpus, new: Corpus, before: CorpusPaths, after: CorpusPaths
) -> tuple[OtherFile, ...]:
    """The files that change and are not part of the collection."""
    shown = {*old.paths, *old.unread_paths, *new.paths, *new.unread_paths}
    shown |= {page.path for corpus in (old, new) for page in corpus.pages}
    return tuple(other_files(before.root, after.root, shown))


def write_files(folder: Path, parts: Sequence[str], words: Words, run: str) -> None:
    """Write what GitHub takes as a comment and as the summary of a run."""
    named = f"[The run]({run})" if run else "The run of the check Records"
    for name, most_bytes, whole in (
        ("comment", 60_000, f"{named} has all of it in its summary and in the file *effects*."),
        ("summary", 1_000_000, "The file *effects* of this run has all of it."),
    ):
        text = shortened(parts, most_bytes, whole, words)
        file = folder / f"effects-{name}.md"
        file.unlink(missing_ok=True)  # a change can have put a link there
        file.write_text(f"{text}\n", encoding="utf-8")


def links_of(arguments: argparse.Namespace, corpus: Corpus) -> Links:
    """Where the report links to, as far as the settings and the arguments say."""
    commission = corpus.references.commission if corpus.references else None
    site, repository = (commission.site, commission.repository) if commission else ("", "")
    return Links(site or "", arguments.repository or repository or "", arguments.branch)


def changed_paths(old: Corpus, new: Corpus) -> frozenset[str]:
    """The files of the collection that are new or have other contents."""
    before, after = (
        {
            (file.path, file.raw.text)
            for file in (*corpus.files, *(record.parsed_file for record in corpus.record_files))
        }
        for corpus in (old, new)
    )
    return frozenset(path for path, _ in after - before)


def findings_to_look_at(findings: Iterable[Finding], paths: frozenset[str]) -> Iterator[Finding]:
    """The findings in some files; an opinion to seal is in a separate list."""
    return (
        finding
        for finding in findings
        if finding.location.path in paths and finding.code != _UNSEALED
    )


def was_not_compared(comparison: DocumentComparison) -> bool:
    """Whether there is a document that no program compared."""
    return bool(comparison.document and comparison.why_not_compared)


def boxes_below(
    changes: RecordChanges | None,
    documents: Sequence[DocumentChange],
    findings: Iterable[Finding],
) -> Iterator[str]:
    """The titles of what a reviewer must settle before the text is sealed."""
    if changes and changes.separate:
        yield Heading.SEPARATE
    if changes and changes.look_alikes:
        yield Heading.LOOK_ALIKES
    if changes and changes.with_verdict(Verdict.AGAINST):
        yield Heading.AGAINST_DOCUMENT
    if changes and any(item.speaks_against for item in changes.comparisons):
        yield Heading.OTHER_WORDS
    unknown = changes.with_verdict(Verdict.UNKNOWN) if changes else ()
    of_new = changes.comparisons if changes else ()
    if any(change.document for change in unknown) or any(map(was_not_compared, of_new)):
        yield Heading.NOT_COMPARED
    if documents:
        yield Heading.DOCUMENT_CHANGES
    if changes and any(entry.contradicts_change for entry in changes.corrections):
        yield Heading.CORRECTIONS
    if any(finding.level is Level.WARNING for finding in findings):
        yield Heading.TO_LOOK_AT


def sentences_on_what_is_left_out(paths: Sequence[str], old: frozenset[str]) -> Iterator[str]:
    """Which new files are not shown, and which others were not compared."""
    new = [escape_markdown(path) for path in paths if path not in old]
    others = [escape_markdown(path) for path in paths if path in old]
    if new:
        yield f"New, but not shown: {', '.join(new)}. {_NOT_SHOWN}"
    if others:
        yield f"Not compared: {', '.join(others)}. {_NOT_COMPARED}"


def report(
    old: Corpus,
    new: Corpus,
    findings: tuple[Sequence[Finding], Sequence[Finding]],
    changes: RecordChanges | None,
    links: Links,
) -> Iterator[str]:
    """What readers will find of all that a page can show; `findings` are of both states."""
    before, after, left_out = comparable(old, new, *findings)
    yield from sentences_on_what_is_left_out(left_out, frozenset(old.record_paths))
    if changes and changes.not_compared:
        yield "\n".join(
            [_UNREAD, "", *(f"- {escape_markdown(what)}" for what in changes.not_compared)]
        )
    if before and after:
        found = effects(before, after, changes)
        yield as_markdown(found, is_partial=bool(left_out), links=links)
        return
    yield _ONLY_OPINIONS
    if changes:
        is_partial = bool(left_out or changes.not_compared)
        yield as_markdown_of_records(changes, is_partial=is_partial, links=links)
    else:
        paths = map(escape_markdown, sorted({*old.record_paths, *new.record_paths}))
        yield f"The settings cannot be read, so no text was compared: {', '.join(paths)}."


if __name__ == "__main__":
    cli.run(main)
