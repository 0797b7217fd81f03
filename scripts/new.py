"""Begin a new record, by questions or by options, with the next number proposed."""

import re
import sys
from argparse import Namespace
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime
from typing import TypeVar

from corpus import cli
from corpus.build.atomic import write_new_file
from corpus.library.record_template import NewRecord, blank_record, next_number
from corpus.model.commission import Commission
from corpus.model.opinion import OpinionId

T = TypeVar("T")


def main() -> int:
    """Write the draft, never over a record that is there."""
    parser = cli.parser(__doc__)
    parser.add_argument("--year", type=a_year, metavar="YEAR")
    parser.add_argument("--number", type=a_number, metavar="NUMBER")
    parser.add_argument("--title", type=text, help="short, in sentence case")
    parser.add_argument("--approved", type=date.fromisoformat, metavar="YYYY-MM-DD")
    parser.add_argument("--elsewhere", type=text, metavar="URL", help="its text is not held")
    arguments = parser.parse_args()
    paths = cli.corpus_paths(arguments)
    corpus, commission = cli.load_settings(paths)
    known = asked(arguments, corpus.filed_ids, commission)
    path = paths.opinions / f"{known.id}.md"
    try:
        write_new_file(path, blank_record(known, commission))
    except FileExistsError:
        return cli.fail(f"{paths.relative(path)} is there already, and is not overwritten")
    except OSError as error:
        return cli.fail(f"nothing was written: {error}")
    print(f"{paths.relative(path)} is begun. `make check` says what it still needs.")
    return cli.OK


def asked(
    arguments: Namespace, opinions: Collection[OpinionId], commission: Commission
) -> NewRecord:
    """What is known from the options, and on a terminal from the answers to questions."""
    today = datetime.now(UTC).date()
    approved = arguments.approved
    year = arguments.year or (approved.year if approved else None)
    year = year or answer("Year", today.year, a_year)
    number = arguments.number
    number = number or answer("Number", next_number(opinions, year, commission), a_number)
    title = arguments.title or answer("Title, short and in sentence case", "", text)
    if approved is None and not arguments.elsewhere:
        approved = answer("Day of approval, YYYY-MM-DD", None, date.fromisoformat)
    return NewRecord(OpinionId(year, number), title, approved, arguments.elsewhere or "")


def a_year(typed: str) -> int:
    """A year in which an opinion can have been given; raises `ValueError` for all else."""
    return _matching("(?:19|20)[0-9]{2}", typed)


def a_number(typed: str) -> int:
    """The number of an opinion; raises `ValueError` for all else."""
    return _matching("0*[1-9][0-9]{0,5}", typed)


def _matching(pattern: str, typed: str) -> int:
    if re.fullmatch(pattern, typed, re.ASCII) is None:
        raise ValueError(typed)
    return int(typed)


def text(words: str) -> str:
    """Words that can be written to a file; raises `ValueError` for bytes that are no letters."""
    words.encode()
    return words


def answer(question: str, otherwise: T, read: Callable[[str], T]) -> T:
    """What a person types; the proposal where nothing is typed or nobody is there."""
    if not sys.stdin.isatty():
        return otherwise
    while True:
        proposed = f" [{otherwise}]" if otherwise else ""
        typed = input(f"{question}{proposed}: ").strip()
        try:
            return read(typed) if typed else otherwise
        except ValueError:
            print(f"`{typed}` is not understood")


if __name__ == "__main__":
    cli.run(main)
