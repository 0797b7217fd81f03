"""What all commands have in common: `--root`, exit codes, and the handling of failures."""

import argparse
import os
import re
import sys
import traceback
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from corpus.checks.report import as_text
from corpus.checks.runner import check, is_within, valid_corpus
from corpus.library.corpus import Corpus, ValidCorpus
from corpus.library.loader import load, load_without_records
from corpus.model.commission import Commission
from corpus.paths import LEDGER, REPOSITORY, CorpusPaths
from corpus.review.revision import RevisionError, extract_revision, is_revision
from corpus.today import today

OK, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit codes; `FAILED` means that the arguments are wrong or the command itself failed."""

_OTHER_DAYS = ("%m/%d/%Y", "%m-%d-%Y", "%m.%d.%Y", "%Y/%m/%d", "%B %d, %Y", "%b %d, %Y", "%Y%m%d")
"""How people write a day that is then typed as YYYY-MM-DD."""


class _Parser(argparse.ArgumentParser):
    """A parser that says in one sentence which argument is wrong, without listing all others."""

    def error(self, message: str) -> NoReturn:
        """Print the sentence and exit with 2."""
        self.exit(FAILED, f"{message.removeprefix('argument ')}. --help explains the options.\n")


def parser(description: str) -> argparse.ArgumentParser:
    """A parser with the option `--root`."""
    parser = _Parser(description=description, allow_abbrev=False)
    add_root(parser, REPOSITORY)
    return parser


def add_root(parser: argparse.ArgumentParser, default: Path | str = argparse.SUPPRESS) -> None:
    """Add the option `--root`; a subcommand takes it too, without a default of its own."""
    parser.add_argument(
        "--root",
        type=Path,
        default=default,
        metavar="DIR",
        help="a folder with opinions/ and standards/ (default: this repository)",
    )


def parse_whole_number(typed: str, pattern: str, expected: str) -> int:
    """Parse digits that match a pattern; raises `ArgumentTypeError` for anything else."""
    if re.fullmatch(pattern, typed, re.ASCII) is None:
        raise argparse.ArgumentTypeError(f"`{typed}` is not {expected}")
    return int(typed)


def parse_file_name(typed: str) -> str:
    """Parse the name of a file or folder; raises `ArgumentTypeError` if it is empty."""
    if not typed.strip():
        raise argparse.ArgumentTypeError("the name is empty; type the name of a file")
    return typed


def parse_words(typed: str) -> str:
    """Words that can be written to a file; raises `ArgumentTypeError` for other bytes."""
    try:
        typed.encode()
    except UnicodeEncodeError:
        message = "this has characters that cannot be written to a file"
        raise argparse.ArgumentTypeError(message) from None
    return typed


def parse_day(typed: str) -> date:
    """Parse a day, YYYY-MM-DD; raises `ArgumentTypeError` for anything else."""
    try:
        return datetime.strptime(typed, "%Y-%m-%d").date()  # noqa: DTZ007 - a day
    except ValueError:
        pass
    message = f"`{typed}` is not a day such as 2004-05-06"
    for other in _OTHER_DAYS:
        with suppress(ValueError):
            day = datetime.strptime(typed, other).date()  # noqa: DTZ007 - a day
            raise argparse.ArgumentTypeError(f"{message}; type {day}")
    raise argparse.ArgumentTypeError(f"{message}; type the year, the month and the day")


def parse_past_day(typed: str) -> date:
    """Parse a day that has come; raises `ArgumentTypeError` for anything else."""
    day = parse_day(typed)
    if day > today() + timedelta(days=1):  # east of Greenwich, tomorrow may have begun
        raise argparse.ArgumentTypeError(
            f"`{typed}` is in the future; type the date of your document"
        )
    return day


def corpus_paths(arguments: argparse.Namespace) -> CorpusPaths:
    """The paths below `--root`; exits with 2 if it is not the folder of a corpus."""
    paths = CorpusPaths(Path(os.path.realpath(arguments.root)))
    for folder in (paths.opinions, paths.standards):
        if not folder.is_dir():
            message = (
                f"{paths.root} has no folder {folder.name}/; use --root with a folder that has"
                " opinions/ and standards/"
            )
            raise SystemExit(fail(message))
    return paths


def add_published(parser: argparse.ArgumentParser) -> None:
    """Add the option `--published`."""
    parser.add_argument(
        "--published",
        metavar="BASE",
        help="also judge by the seals in this folder or at this revision; `none` if nothing was "
        "published yet",
    )


def judged_paths(arguments: argparse.Namespace, scratch: ExitStack) -> CorpusPaths:
    """The paths below `--root`; with `--published`, also the ledger that it names and today's date.

    Every command with `--published` refuses the same days.
    """
    paths = corpus_paths(arguments)
    if arguments.published is None:
        return paths
    if arguments.published == "none":
        empty = Path(scratch.enter_context(TemporaryDirectory()))
        return replace(paths, published_ledger=empty, today=today())
    published = CorpusPaths(folder_at(arguments.published, paths.root, scratch, LEDGER))
    if not published.ledger.is_dir():
        message = (
            f"{arguments.published} has no seals in opinions/ledger/; name a folder or a revision"
            " that was published, or type `--published none` if nothing was published yet"
        )
        raise SystemExit(fail(message))
    return replace(paths, published_ledger=published.ledger, today=today())


def folder_at(name: str, repository: Path, scratch: ExitStack, below: str = ".") -> Path:
    """A copy of a revision in a scratch folder, or a folder; exits with 2 if neither.

    The copy has only the files in the folder `below`, by default all. A revision comes first, so
    that no folder can take the place of a revision by its name.
    """
    if not is_revision(name, repository) and Path(name).is_dir():
        return Path(name).resolve()
    folder = Path(scratch.enter_context(TemporaryDirectory()))
    try:
        extract_revision(name, repository, folder, below)
    except RevisionError as error:
        raise SystemExit(fail(str(error))) from None
    return folder


def load_valid_corpus(paths: CorpusPaths) -> ValidCorpus:
    """Load a corpus; prints the findings and exits with 1 if it has errors."""
    corpus = load(paths)
    findings = check(corpus)
    valid = valid_corpus(corpus, findings)
    if valid is None:
        print(as_text(findings))
        raise SystemExit(FINDINGS)
    return valid


def load_settings(paths: CorpusPaths) -> tuple[Corpus, Commission]:
    """Load a corpus without its records; exits with 2 if its settings cannot be read."""
    corpus = load_without_records(paths)
    if corpus.references is None:
        message = "standards/commission.yml or a vocabulary cannot be read; run check.py"
        raise SystemExit(fail(message))
    return corpus, corpus.references.commission


def relative_paths(typed: Iterable[Path], paths: CorpusPaths) -> tuple[str, ...]:
    """Paths typed by a user, as paths relative to the root."""
    return tuple(os.path.relpath(os.path.realpath(path), paths.root) for path in typed)


def refuse_unknown_paths(typed: Iterable[str], paths: CorpusPaths, known: Iterable[str]) -> None:
    """Exit with 2 if a path is neither a known file nor a folder that contains one."""
    known = tuple(known)
    for name in typed:
        if not any(is_within(path, name) for path in known):
            raise SystemExit(fail(f"{name} is not a file of the collection in {paths.root}"))


def fail(message: str) -> int:
    """Print on standard error why the command did nothing, and return its exit code."""
    print(message, file=sys.stderr)
    return FAILED


def run(main: Callable[[], int]) -> None:
    """Run a command and exit with its code; an unexpected error is 2, never a finding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = main()
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = OK
    except Exception:  # noqa: BLE001 - no failure may exit with the code of a finding
        traceback.print_exc()
        code = FAILED
    raise SystemExit(code)
