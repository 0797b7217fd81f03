"""Seal approved texts, so that `check` reports a lost address or a changed word."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from corpus import cli
from corpus.build.atomic import write_files
from corpus.build.lock import folder_lock
from corpus.checks.report import as_github, as_text
from corpus.checks.runner import check, has_errors, is_within
from corpus.findings import Level
from corpus.library.corpus import Corpus
from corpus.library.ledger import Seal
from corpus.library.loader import load
from corpus.library.seals import may_be_unpublished, seals_to_write
from corpus.model.opinion_id import OpinionId
from corpus.paths import CorpusPaths
from corpus.review.documents.sealed_texts import report_at_sealing
from corpus.today import today

FORMATS = {"text": as_text, "github": as_github}


def main() -> int:
    """Write the seals that are missing or out of date, if the corpus has no errors."""
    parser = cli.parser(__doc__)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="only these records")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a seal is due")
    cli.add_published(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="how errors are printed")
    arguments = parser.parse_args()
    try:
        with ExitStack() as scratch:
            paths = cli.judged_paths(arguments, scratch)
            paths.build.mkdir(exist_ok=True)
            selected = cli.relative_paths(arguments.paths, paths)
            with folder_lock(paths.build, lambda: print("a build is running; waiting for it")):
                corpus, seals = _due_seals(paths, selected, arguments.format)
                if arguments.check:
                    return _check(seals)
                _write(paths, corpus, seals)
            _compare(paths, corpus, seals, selected)
            return cli.OK
    except OSError as error:
        return cli.fail(f"Nothing was sealed: {error}")


def _check(seals: Sequence[Seal]) -> int:
    """Name the opinions whose seal is missing or out of date; write nothing."""
    for seal in seals:
        print(f"Opinion {seal.id}: the seal is missing or out of date")
    return cli.FINDINGS if seals else cli.OK


def _write(paths: CorpusPaths, corpus: Corpus, seals: Sequence[Seal]) -> None:
    """Write the seals that are missing or out of date."""
    files = {f"{seal.id}.txt": str(seal) for seal in seals}
    write_files(paths.ledger, files, paths.build)
    for seal in seals:
        print(f"sealed opinion {seal.id}")
    sealed = {*corpus.seals, *(seal.id for seal in seals)}
    adopted = sum(not record.opinion.is_draft for record in corpus.records)
    print(f"{len(sealed)} of {adopted} opinions are sealed")


def _compare(
    paths: CorpusPaths, corpus: Corpus, seals: Sequence[Seal], selected: Sequence[str]
) -> None:
    """Say where a sealed text differs from its document; it may be right, so nothing is refused.

    A difference is named again at each sealing until the opinion is published.
    """
    if corpus.references:
        sealed = {seal.id for seal in seals}
        earlier = {
            opinion
            for opinion in may_be_unpublished(corpus, today())
            if _is_selected(opinion, selected)
        }
        commission = corpus.references.commission
        for line in report_at_sealing(corpus, sealed, earlier, commission, paths.root):
            print(line)


def _due_seals(
    paths: CorpusPaths, selected: Sequence[str], report: str
) -> tuple[Corpus, list[Seal]]:
    """The corpus with the seals to write; prints its errors and exits with 1."""
    day = today()
    corpus = replace(load(paths), today=day)
    cli.refuse_unknown_paths(selected, paths, corpus.record_paths)
    findings = check(corpus)
    if has_errors(findings):
        print(FORMATS[report]([it for it in findings if it.level is Level.ERROR]))
        raise SystemExit(cli.FINDINGS)
    seals = [seal for seal in seals_to_write(corpus, day) if _is_selected(seal.id, selected)]
    return corpus, seals


def _is_selected(opinion: OpinionId, selected: Sequence[str]) -> bool:
    """Whether the user named the record or its folder, or none."""
    return not selected or any(is_within(f"opinions/{opinion}.md", path) for path in selected)


if __name__ == "__main__":
    cli.run(main)
