"""Show what is still to do, and what a change does for readers: texts, statuses, lists, feeds."""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from corpus import cli
from corpus.build.effects import effects
from corpus.build.effects_report import as_json, as_markdown
from corpus.build.source_words import has_only_old_words
from corpus.build.text_changes import changes_in_files
from corpus.build.to_do import Links, to_do
from corpus.checks.runner import check, has_errors
from corpus.checks.showable import showable_corpus, without_records
from corpus.citations.names import Names
from corpus.findings import Finding
from corpus.library.corpus import Corpus
from corpus.library.loader import load
from corpus.paths import CorpusPaths
from corpus.text.markdown_escape import escape_markdown

_NOT_COMPARED = (
    "What changes there is shown as soon as a page can be made of it; changes of the approved text"
    " are shown already."
)


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
            print(as_json(effects(*map(cli.load_valid_corpus, (before, after)))))
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
    after = showable_corpus(new, findings)
    shown = {record.parsed_file.path for record in after.records} if after else set()
    left_out = [path for path in new.record_paths if path not in shown]
    same = without_records(old, left_out) if left_out else old
    before = showable_corpus(same, check(same))
    if before and after:
        if left_out:
            yield f"Not compared: {', '.join(map(escape_markdown, left_out))}. {_NOT_COMPARED}"
        names = Names(after.references.commission)
        unfinished = changes_in_files(old, new, left_out, names)
        compared = effects(before, after)
        everything = replace(
            compared,
            words=tuple(
                replace(change, is_against_document=has_only_old_words(root, change))
                for change in compared.words + unfinished.changes
            ),
            corrections=compared.corrections + unfinished.corrections,
        )
        yield as_markdown(everything, is_partial=bool(left_out))
    else:
        yield "What changes for readers is not known until this is done."


if __name__ == "__main__":
    cli.run(main)
