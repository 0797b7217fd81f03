"""Begin the collection of another body in a new folder; without options, ask on the terminal."""

import re
import sys
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from corpus import cli
from corpus.checks.report import as_text
from corpus.checks.runner import check
from corpus.library.loader import load
from corpus.paths import REPOSITORY, CorpusPaths
from corpus.starter.answers import Answers, line_beside
from corpus.starter.example_citation import read_citation
from corpus.starter.example_line import PrintedLine, read_line
from corpus.starter.example_number import NumberForm, read_name, read_number
from corpus.starter.files import write_collection
from corpus.starter.unreadable import UnreadableError
from corpus.text.foreign_letters import is_foreign

T = TypeVar("T")

_NUMBER = "Advisory Opinion 2024-01"
_LINE = "Approved January 15, 2024."
_CITED = "Rule 1(a)"
_NO_NAME = (
    "Type --name and the full name of the body in quotation marks. Without a terminal, nothing is "
    "asked, and the options that you leave out have the values of an example. --help lists them."
)


def parse_arguments() -> Namespace:
    """Read the command line."""
    parser = cli.parser(__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a new folder")
    parser.add_argument("--name", type=words, help="the full name of the body")
    parser.add_argument(
        "--opinion", type=readable(read_name), help="what one is called: Advisory Opinion"
    )
    parser.add_argument(
        "--number", type=readable(read_number), help=f"one as it is printed: {_NUMBER}"
    )
    parser.add_argument(
        "--line", type=readable(read_line), help=f"the line that gives its day: {_LINE}"
    )
    parser.add_argument(
        "--cites", type=readable(read_citation), help=f"a rule that opinions cite: {_CITED}"
    )
    parser.add_argument("--reader", type=words, help="who reads the opinions: lawyer")
    return parser.parse_args()


def main() -> int:
    """Write the folder, never over anything, and say what to type next."""
    arguments = parse_arguments()
    folder: Path = arguments.folder.resolve()
    if refusal := why_unusable(folder):
        return cli.fail(refusal)
    try:
        answers = ask_for_all(arguments)
    except UnreadableError as error:
        return cli.fail(f"{error}.")
    if answers is None:
        return cli.fail(_NO_NAME)
    try:
        write_collection(folder, answers)
    except OSError as error:
        return cli.fail(f"The folder could not be written: {error}")
    findings = check(load(CorpusPaths(folder)))
    print(as_text(findings))
    if findings:
        print(
            f"{folder} is written. First correct what is listed above, "
            f"then type cd {folder} && make check."
        )
        return cli.FINDINGS
    print(f"{folder} is ready. Type cd {folder} && make check, then make site.")
    return cli.OK


def why_unusable(folder: Path) -> str:
    """Why nothing can be written to a folder, in one sentence; empty if it can."""
    if folder.is_relative_to(REPOSITORY):
        return f"{folder} is inside this repository. Type the name of a folder outside of it."
    try:
        is_used = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        return f"The folder cannot be used: {error}. Type another name."
    if is_used:
        return f"{folder} is there already, and nothing is written over it. Type a new name."
    return ""


def ask_for_all(arguments: Namespace) -> Answers | None:
    """What the options say about the body; on a terminal, ask for the rest."""
    name = arguments.name or ask("Full name of the body", "", words)
    if not name:
        return None
    read = readable(read_name)
    opinion = arguments.opinion or ask("What one opinion is called", "Advisory Opinion", read)
    number = with_its_year(
        arguments.number
        or ask("Number of an opinion, as it is printed", _NUMBER, readable(read_number))
    )

    return Answers(
        name=name,
        opinion=opinion,
        number=number,
        line=ask_for_line(arguments.line, number),
        citation=arguments.cites
        or ask("A rule or statute, as opinions cite it", _CITED, readable(read_citation)),
        reader=arguments.reader or ask("Who reads the opinions, such as lawyer", "reader", words),
    )


def ask_for_line(given: PrintedLine | None, number: NumberForm) -> PrintedLine:
    """The line that gives the day, with blanks for its number; ask for it if none is given."""
    if given:
        return line_beside(number, given)

    def line_in_it(typed: str) -> PrintedLine:
        return line_beside(number, read_line(typed))

    return ask("The line in it that gives its day", _LINE, readable(line_in_it))


def with_its_year(number: NumberForm) -> NumberForm:
    """The number; if it has two digits twice, ask which are the year, or say what was taken."""
    if number.other is None:
        return number
    readings = {f"{reading.year}": reading for reading in (number, number.other)}
    years = " or ".join(readings)
    if not sys.stdin.isatty():
        print(
            f"The opinion is taken for number {number.number} of {number.year}. If it is number "
            f"{number.other.number} of {number.other.year}, run this without --number on a "
            "terminal, which asks."
        )

    def parse(typed: str) -> NumberForm:
        if typed not in readings:
            raise ArgumentTypeError(f"Type {years}")
        return readings[typed]

    return ask(f"Year of this number, {years}", f"{number.year}", parse)


def ask(question: str, default: str, parse: Callable[[str], T]) -> T:
    """The answer to a question; the default if it is empty or input is not interactive."""
    can_answer = sys.stdin.isatty()
    while True:
        proposal = f" [{default}]" if default else ""
        typed = typed_answer(f"{question}{proposal}: ") if can_answer else ""
        if can_answer and not typed and not default:
            print("This cannot be left empty. Type it as your letterhead prints it.")
            continue
        try:
            return parse(typed or default)
        except ArgumentTypeError as error:
            print(f"{error}.")


def typed_answer(prompt: str) -> str:
    """What the user types; raises `UnreadableError` if they end the input instead."""
    try:
        return input(prompt).strip()
    except EOFError:
        message = "nothing is written, because the answers ended before the last question"
        raise UnreadableError(f"\n{message}") from None


def readable(read: Callable[[str], T]) -> Callable[[str], T]:
    """A parser that says in one sentence what to type instead."""

    def parse(typed: str) -> T:
        try:
            return read(words(typed))
        except UnreadableError as error:
            raise ArgumentTypeError(str(error)) from None

    return parse


def words(typed: str) -> str:
    """Words on one line; raises `ArgumentTypeError` for other bytes."""
    typed = re.sub("[\u00a0\u2007\u2009\u202f]", " ", cli.parse_words(typed))
    if not typed.isprintable():
        raise ArgumentTypeError(
            "this has characters that cannot be printed; type it again on one line"
        )
    if any(map(is_foreign, typed)):
        raise ArgumentTypeError(
            "this has letters of another alphabet; type it in Latin letters, such as `Tokyo Bar`"
        )
    return " ".join(typed.split())


if __name__ == "__main__":
    cli.run(main)
