"""What every verb has in common: its root, its exit codes, and how it ends on a fault of its own.

0 all is well, 1 something was found, 2 the tool or its arguments are wrong.
"""

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Iterable
from io import TextIOWrapper
from pathlib import Path

from corpus.checks.report import as_text
from corpus.checks.runner import check, is_within, valid_corpus
from corpus.library.corpus import Corpus, ValidCorpus
from corpus.library.loader import load, load_without_records
from corpus.model.commission import Commission
from corpus.paths import REPOSITORY, CorpusPaths

OK, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130


def parser(description: str) -> argparse.ArgumentParser:
    """A parser with `--root`."""
    made = argparse.ArgumentParser(description=description, allow_abbrev=False)
    made.add_argument(
        "--root",
        type=Path,
        default=REPOSITORY,
        metavar="DIR",
        help="a folder with opinions/ and standards/ (default: this repository)",
    )
    return made


def corpus_paths(arguments: argparse.Namespace) -> CorpusPaths:
    """The places below `--root`; ends the program with 2 where it is no corpus."""
    root = Path(os.path.realpath(arguments.root))
    found = CorpusPaths(root)
    for folder in (found.opinions, found.standards):
        if not folder.is_dir():
            raise SystemExit(fail(f"{root} has no folder {folder.name}/; give another --root"))
    return found


def load_valid_corpus(paths: CorpusPaths) -> ValidCorpus:
    """The corpus below a root; prints the findings and exits with 1 if it has errors."""
    corpus = load(paths)
    findings = check(corpus)
    valid = valid_corpus(corpus, findings)
    if valid is None:
        print(as_text(findings))
        raise SystemExit(FINDINGS)
    return valid


def load_settings(paths: CorpusPaths) -> tuple[Corpus, Commission]:
    """The corpus without its records; exits with 2 if its settings cannot be read."""
    corpus = load_without_records(paths)
    if corpus.references is None:
        message = "the Commission's file or a vocabulary cannot be read; run check.py"
        raise SystemExit(fail(message))
    return corpus, corpus.references.commission


def relative_paths(typed: Iterable[Path], paths: CorpusPaths) -> tuple[str, ...]:
    """The paths that a person typed, as names below the root."""
    return tuple(os.path.relpath(os.path.realpath(path), paths.root) for path in typed)


def refuse_unknown_paths(names: Iterable[str], paths: CorpusPaths, known: Iterable[str]) -> None:
    """End the program with 2 where a name is neither a known file nor a folder of some."""
    known = tuple(known)
    for name in names:
        if not any(is_within(one, name) for one in known):
            raise SystemExit(fail(f"{name} is no file of the corpus in {paths.root}"))


def fail(message: str) -> int:
    """Say on standard error why nothing was done."""
    print(message, file=sys.stderr)
    return FAILED


def run(main: Callable[[], int]) -> None:
    """Run a verb and end the program with its code; a fault of our own is 2, never a finding."""
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
    except Exception:  # noqa: BLE001 - whatever it is, the exit code must not say "found"
        traceback.print_exc()
        code = FAILED
    raise SystemExit(code)
