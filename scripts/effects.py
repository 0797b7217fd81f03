"""Show what is still to do, and what a change does for readers: texts, statuses, lists, feeds."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from corpus import cli
from corpus.build.effects import effects, effects_on_records
from corpus.build.effects_report import as_json, as_markdown, as_markdown_of_records
from corpus.build.record_changes import changes_in_records
from corpus.build.source_words import has_only_old_words
from corpus.build.text_changes import TextChange
from corpus.build.to_do import Links, to_do
from corpus.checks.runner import check, has_errors
from corpus.checks.showable import comparable
from corpus.findings import Finding
from corpus.library.corpus import Corpus
from corpus.library.loader import load
from corpus.paths import CorpusPaths
from corpus.text.markdown_escape import escape_markdown

_NOT_COMPARED = (
    "What changes there for readers is not known, because no page can be made of it before or after"
    " this change. Changes of its text, its corrections, its withdrawal, its day of approval and"
    " what its editors wrote are shown below."
)
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
        before, after = (
            CorpusPaths(cli.folder_at(name, arguments.root, scratch))
            for name in (arguments.base, arguments.head or str(arguments.root))
        )
        if arguments.published:
            judged = cli.judged_paths(arguments, scratch)
            after = replace(after, published_ledger=judged.published_ledger)
        if arguments.format == "json":
            print(as_json(effects(cli.load_valid_corpus(before), cli.load_valid_corpus(after))))
            return cli.OK
        today = cli.today()
        old, new = load(before), replace(load(after), today=today)
        findings = check(new)
        open_items = to_do(new, findings, links(arguments, new), today)
        print("\n\n".join(report(old, new, findings, open_items, after.root)))
    return cli.FINDINGS if has_errors(findings) else cli.OK


def parse_arguments() -> argparse.Namespace:
    """Read the two states to compare, and where a clerk finds the files."""
    parser = cli.parser(__doc__)
    parser.add_argument("base", metavar="BASE", help="a folder or a revision")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="the same (default: --root)")
    parser.add_argument("--format", choices=("md", "json"), default="md")
    cli.add_published(parser)
    parser.add_argument("--repository", metavar="URL", help="where links to files lead, on GitHub")
    parser.add_argument("--branch", default="", help="the branch that those links name")
    return parser.parse_args()


def links(arguments: argparse.Namespace, corpus: Corpus) -> Links:
    """Where the report links to, as far as the settings and the arguments say."""
    commission = corpus.references.commission if corpus.references else None
    site, repository = (commission.site, commission.repository) if commission else ("", "")
    return Links(site or "", arguments.repository or repository or "", arguments.branch)


def report(
    old: Corpus, new: Corpus, findings: Sequence[Finding], open_items: str, root: Path
) -> Iterator[str]:
    """What is still to do, then what readers will find of all that a page can show.

    Changed words are compared with the documents below the root of the new state.
    """
    if open_items:
        yield open_items
    changes = changes_in_records(old, new)
    if changes:
        changes = replace(changes, texts=tuple(against_documents(root, changes.texts)))
    before, after, left_out = comparable(old, new, findings)
    if left_out:
        yield f"Not compared: {', '.join(map(escape_markdown, left_out))}. {_NOT_COMPARED}"
    if changes and changes.not_compared:
        yield "\n".join(
            [_UNREAD, "", *(f"- {escape_markdown(what)}" for what in changes.not_compared)]
        )
    if before and after:
        yield as_markdown(effects(before, after, changes), is_partial=bool(left_out))
        return
    yield _ONLY_OPINIONS
    if changes:
        yield as_markdown_of_records(effects_on_records(changes))
    else:
        paths = map(escape_markdown, sorted({*old.record_paths, *new.record_paths}))
        yield f"The settings cannot be read, so no text was compared: {', '.join(paths)}."


def against_documents(root: Path, texts: Iterable[TextChange]) -> Iterator[TextChange]:
    """Each change, with what the document of the opinion says of its words."""
    for change in texts:
        yield replace(change, is_against_document=has_only_old_words(root, change))


if __name__ == "__main__":
    cli.run(main)
