"""Turn a document into draft records, one for each opinion, and list what an editor must decide."""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from corpus import cli
from corpus.filing.filed_drafts import Wishes, file_drafts
from corpus.intake.document import RefusedError
from corpus.intake.report import report

_NUMBERS = re.compile(r"\s*([0-9]{1,6})(?:\s*-\s*([0-9]{1,6}))?\s*")


def main() -> int:
    """Write each draft to a new file, or into the record that lists its opinion without a text."""
    arguments = parse_arguments()
    paths = cli.corpus_paths(arguments)
    corpus, commission = cli.load_settings(paths)
    file = Path(arguments.file)
    wishes = Wishes(
        numbers=arguments.only,
        out=arguments.out,
        source=arguments.source,
        with_ocr=arguments.ocr,
        revise=arguments.revise,
        keep=arguments.keep,
    )
    try:
        outcomes, drafts, kept = file_drafts(file, wishes, corpus, commission, paths)
    except RefusedError as error:
        return cli.fail(f"{file}: {error}")
    except FileExistsError as error:
        if error.filename2 is None:
            return cli.fail(f"{error.filename} is a file, not a folder. Type another --out (OUT=).")
        message = f"{error.filename2} already exists and is not overwritten. Move it away first."
        return cli.fail(message)
    except OSError as error:
        return cli.fail(f"The draft could not be written: {error}")
    print(report(outcomes, drafts, file.name, kept))
    return cli.FINDINGS if any(outcome.is_unsettled for outcome in outcomes) else cli.OK


def parse_arguments() -> Namespace:
    """Parse the command line."""
    parser = cli.parser(__doc__)
    parser.add_argument(
        "file",
        type=cli.parse_file_name,
        metavar="FILE",
        help="a Word, PDF or text file, a web page, or saved e-mail",
    )
    parser.add_argument(
        "--out",
        type=cli.parse_file_name,
        metavar="FILE",
        help="where to write the draft, or the folder of several (default: opinions/)",
    )
    parser.add_argument(
        "--only",
        type=parse_numbers,
        default=(),
        metavar="NUMBERS",
        help="only the opinions with these numbers, such as 5,12-20",
    )
    parser.add_argument(
        "--source",
        metavar="WORDS",
        default="",
        help="where the document comes from: its name, its web address or both",
    )
    add_switches(parser)
    return parser.parse_args()


def add_switches(parser: ArgumentParser) -> None:
    """Add the options without a value."""
    switches = {
        "--ocr": "read pages that are only pictures with Tesseract",
        "--revise": "if a record has other words, write the document's beside it, "
        "as NUMBER.revised.md",
        "--keep": "copy the document to opinions/sources/, and name it in the drafts",
    }
    for name, explanation in switches.items():
        parser.add_argument(name, action="store_true", help=explanation)


def parse_numbers(typed: str) -> tuple[range, ...]:
    """Parse numbers and ranges; raises `ArgumentTypeError` for anything else."""
    ranges = list[range]()
    for part in typed.split(","):
        match = _NUMBERS.fullmatch(part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if first > last:
            message = f"`{part}` is not a number or a range; type numbers such as 5,12-20"
            raise ArgumentTypeError(message)
        ranges.append(range(first, last + 1))
    return tuple(ranges)


if __name__ == "__main__":
    cli.run(main)
