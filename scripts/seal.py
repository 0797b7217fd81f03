"""Seal what is published: from then on, a lost address or a changed word is refused."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus import cli
from corpus.build.atomic import write_files
from corpus.build.lock import folder_lock
from corpus.checks.report import as_text
from corpus.checks.runner import check, has_errors, is_within
from corpus.library.ledger import Seal, seal_path
from corpus.library.loader import load
from corpus.library.seals import seals_to_write
from corpus.paths import CorpusPaths


def main() -> int:
    """Write the seals that are missing, or that the rules allow to change."""
    parser = cli.parser(__doc__)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="only these records")
    arguments = parser.parse_args()
    paths = cli.corpus_paths(arguments)
    try:
        paths.build.mkdir(exist_ok=True)
        with folder_lock(paths.build, lambda: print("something is being built; waiting for it")):
            return _seal(paths, cli.relative_paths(arguments.paths, paths) or (".",))
    except OSError as error:
        return cli.fail(f"nothing was sealed: {error}")


def _seal(paths: CorpusPaths, names: Sequence[str]) -> int:
    corpus = load(paths)
    cli.refuse_unknown_paths(names, paths, corpus.record_paths)
    findings = check(corpus)
    if has_errors(findings):
        print(as_text(findings))
        return cli.FINDINGS
    seals = [one for one in seals_to_write(corpus) if _is_named(one, names)]
    seal_files = {paths.root / seal_path(one.id): str(one) for one in seals}
    files = {path.relative_to(paths.ledger).as_posix(): text for path, text in seal_files.items()}
    write_files(paths.ledger, files, paths.build)
    for one in seals:
        print(f"sealed opinion {one.id}")
    done = {*corpus.seals, *(one.id for one in seals)}
    print(f"{len(done)} of {len(corpus.records)} opinions are sealed")
    return cli.OK


def _is_named(seal: Seal, names: Iterable[str]) -> bool:
    return any(is_within(f"opinions/{seal.id}.md", name) for name in names)


if __name__ == "__main__":
    cli.run(main)
