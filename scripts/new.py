"""Start a new record; without options, answer questions on the terminal."""

import sys
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from typing import TypeVar

from corpus import cli
from corpus.build.atomic import write_new_file
from corpus.library.record_template import NewRecord, blank_record, next_opinion
from corpus.model.opinion_id import OpinionId
from corpus.model.partial_date import PartialDate
from corpus.model.series import Series
from corpus.today import today

T = TypeVar("T")


def main() -> int:
    """Write the record to a new file, never over an existing one."""
    arguments = parse_arguments()
    paths = cli.corpus_paths(arguments)
    corpus, commission = cli.load_settings(paths)
    by_name = {series.id or series.name: series for series in commission.all_series}
    if arguments.series and arguments.series not in by_name:
        known = ", ".join(by_name) if commission.series else "none"
        return cli.fail(f"There is no series `{arguments.series}`. The series are: {known}.")
    if len(by_name) > 1 and not arguments.series and not sys.stdin.isatty():
        return cli.fail(f"Type --series and one of these: {', '.join(by_name)}.")
    series = by_name[arguments.series or ask_series([*by_name])]
    if refusal := why_no_such_number(arguments, series):
        return cli.fail(refusal)
    record = describe_record(arguments, corpus.filed_ids, series)
    path = paths.opinions / f"{record.id}.md"
    name = paths.relative(path)
    try:
        write_new_file(path, blank_record(record, commission))
    except FileExistsError:
        return cli.fail(f"{name} already exists and is not overwritten. Use another --number.")
    except OSError as error:
        return cli.fail(f"The record could not be written: {error}")
    print(f"{name} is started. `make check` says what it still needs.")
    return cli.OK


def parse_arguments() -> Namespace:
    """Parse the command line."""
    parser = cli.parser(__doc__)
    parser.add_argument("--year", type=parse_year, metavar="YEAR")
    parser.add_argument("--number", type=parse_number, metavar="NUMBER")
    parser.add_argument("--letter", type=parse_letter, help="if the number has one: A")
    parser.add_argument("--series", help="its short name, or its name if it has none")
    parser.add_argument("--title", type=cli.parse_words, help="short, in sentence case")
    parser.add_argument(
        "--approved",
        type=parse_approval,
        metavar="YYYY-MM-DD",
        help="or only the month, YYYY-MM, or the year",
    )
    parser.add_argument(
        "--elsewhere",
        type=cli.parse_words,
        metavar="URL",
        help="the address of the text, if the record will not have it",
    )
    return parser.parse_args()


def why_no_such_number(arguments: Namespace, series: Series) -> str:
    """Why no number of a series has what the options say of it; empty if one may have it."""
    if arguments.letter and not series.has_letters:
        return f"Numbers such as {series.printed} have no letter. Leave out --letter."
    if arguments.year and not series.has_year:
        return f"Numbers such as {series.printed} have no year. Type --approved in its place."
    return ""


def describe_record(
    arguments: Namespace, opinions: Collection[OpinionId], series: Series
) -> NewRecord:
    """What the options say about the record; on a terminal, ask for the rest."""
    approved = arguments.approved
    year = arguments.year or (approved.year if approved else None)
    year = (year or ask("Year", today().year, parse_year)) if series.has_year else 0
    proposed = next_opinion(opinions, year, series)
    number = arguments.number or ask("Number", proposed.number, parse_number)
    opinion = proposed._replace(number=number, letter=arguments.letter or "")
    title = arguments.title or ask("Title, short and in sentence case", "", cli.parse_words)
    if approved is None and not arguments.elsewhere:
        approved = ask("Date of approval, YYYY-MM-DD", None, parse_approval)
    return NewRecord(opinion, title, approved, arguments.elsewhere or "")


def ask_series(names: Sequence[str]) -> str:
    """The series of the record; there may be only one."""

    def parse(typed: str) -> str:
        if typed not in names:
            raise ArgumentTypeError(f"type one of {', '.join(names)}")
        return typed

    question = f"Series: {', '.join(names)}"
    return ask(question, names[0], parse) if len(names) > 1 else names[0]


def parse_year(typed: str) -> int:
    """Parse a year; raises `ArgumentTypeError` for anything else."""
    expected = "a year such as 2004; type four digits"
    return cli.parse_whole_number(typed, "(?:19|20)[0-9]{2}", expected)


def parse_approval(typed: str) -> PartialDate:
    """Parse a day, a month or a year; raises `ArgumentTypeError` for anything else."""
    with suppress(ValueError):
        return PartialDate.from_iso(typed)
    try:
        return PartialDate.of_day(cli.parse_day(typed))
    except ArgumentTypeError as error:
        raise ArgumentTypeError(f"{error}, or only the month, as in 2004-05") from None


def parse_number(typed: str) -> int:
    """Parse the number of an opinion; raises `ArgumentTypeError` for anything else."""
    expected = "a number such as 5 or 05; type digits only"
    return cli.parse_whole_number(typed, "0*[1-9][0-9]{0,5}", expected)


def parse_letter(typed: str) -> str:
    """Parse the letter after a number; raises `ArgumentTypeError` for anything else."""
    if len(typed) != 1 or not ("a" <= typed.lower() <= "z"):
        raise ArgumentTypeError("type one letter, such as A")
    return typed.upper()


def ask(question: str, default: T, parse: Callable[[str], T]) -> T:
    """The answer to a question; the default if the answer is empty or nobody can answer."""
    if not sys.stdin.isatty():
        return default
    while True:
        proposal = f" [{default}]" if default else ""
        typed = input(f"{question}{proposal}: ").strip()
        try:
            return parse(typed) if typed else default
        except ArgumentTypeError as error:
            print(error)


if __name__ == "__main__":
    cli.run(main)
