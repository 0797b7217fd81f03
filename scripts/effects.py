"""Show what is still to do, and what a change means for readers: texts, statuses, lists, feeds."""

import argparse
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from corpus import cli
from corpus.checks.runner import check, has_errors
from corpus.library.corpus import Corpus
from corpus.library.loader import load
from corpus.model.words import Words
from corpus.paths import CorpusPaths
from corpus.review.changes.other_files import OtherFile, other_files
from corpus.review.changes.record_changes import changes_in_records
from corpus.review.comment.comment_links import Links
from corpus.review.comment.effects_report import as_json
from corpus.review.comment.shortened import shortened
from corpus.review.comment.whole_comment import Change, comment_parts
from corpus.review.documents.against_documents import compare_with_documents
from corpus.review.documents.document_changes import document_changes
from corpus.review.effects import effects
from corpus.today import today


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
        change = change_between(before, after)
        parts = comment_parts(change, links_of(arguments, change.new), today())
        print("\n\n".join(parts))
        if arguments.files:
            words = change.records.words if change.records else Words()
            write_comment(Path(arguments.files), parts, words, arguments.run)
    return cli.FINDINGS if has_errors(change.findings) else cli.OK


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


def change_between(before: CorpusPaths, after: CorpusPaths) -> Change:
    """The change from one folder to the other."""
    old, new = load(before), replace(load(after), today=today())
    records = changes_in_records(old, new)
    references = new.references or old.references
    if records and references:
        commission = references.commission
        records = compare_with_documents(records, before.root, after.root, commission)
    return Change(
        old=old,
        new=new,
        earlier=check(old),
        findings=check(new),
        records=records,
        documents=tuple(document_changes(old.unread_paths, before.root, after.root)),
        other_files=other_files_of(old, new, before, after),
    )


def other_files_of(
    old: Corpus, new: Corpus, before: CorpusPaths, after: CorpusPaths
) -> tuple[OtherFile, ...]:
    """The files that change and are not part of the collection."""
    shown = {*old.paths, *old.unread_paths, *new.paths, *new.unread_paths}
    shown |= {page.path for corpus in (old, new) for page in corpus.pages}
    return tuple(other_files(before.root, after.root, shown))


def write_comment(folder: Path, parts: Sequence[str], words: Words, run: str) -> None:
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


if __name__ == "__main__":
    cli.run(main)
