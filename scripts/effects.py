"""Show what is still to do, and what a change means for readers: texts, statuses, lists, feeds."""

import argparse
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from corpus import cli
from corpus.checks.runner import has_errors
from corpus.library.corpus import Corpus
from corpus.model.words import Words
from corpus.paths import CorpusPaths
from corpus.review.comment.comment_links import Links
from corpus.review.comment.effects_report import as_json
from corpus.review.comment.shortened import for_github
from corpus.review.comment.whole_comment import change_between, comment_parts
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
        change = change_between(before, after, today())
        parts = comment_parts(change, links_of(arguments, change.new), today())
        print("\n\n".join(parts))
        if arguments.files:
            words = change.records.words if change.records else Words()
            write_comment(Path(arguments.files), for_github(parts, words, arguments.run))
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


def write_comment(folder: Path, texts: Mapping[str, str]) -> None:
    """Write what GitHub takes as a comment and as the summary of a run."""
    for name, text in texts.items():
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
