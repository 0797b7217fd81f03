"""Find or check the citations in a text, or print how an opinion is cited."""

import argparse
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

from corpus import cli
from corpus.analysis import cite_check_formats
from corpus.analysis.cite_check import check_citations
from corpus.analysis.citing import full_citation
from corpus.analysis.find_opinion import find_opinion, opinions_there
from corpus.analysis.index import build_index
from corpus.analysis.last_modified import checked_on
from corpus.analysis.later_opinions import caveat
from corpus.analysis.not_checked import not_checked
from corpus.analysis.standing import WHY_UNRESOLVED, Statement
from corpus.citations import found_citation_formats
from corpus.citations.document import citations_in_document
from corpus.citations.finder import CitationFinder
from corpus.citations.found_citation import FoundCitation
from corpus.citations.names import Names
from corpus.citations.range_members import with_range_members
from corpus.intake.document import LARGEST, RefusedError
from corpus.intake.reader import READERS, all_words
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.output.exports.formats import CITATION_FORMATS, OPINION_FORMATS, opinion_formats
from corpus.parsing.files import decode_any_text
from corpus.today import today

CITE_CHECKS = {
    "text": cite_check_formats.as_text,
    "json": cite_check_formats.as_json,
    "md": cite_check_formats.as_markdown,
}
"""The formats of `check`."""

DOCUMENTS = READERS.keys() - {".txt"}
"""The endings of documents that are not plain text."""

MARKUP = {".html", ".htm", ".eml"}
"""The endings of text files with marks, in which `find` gives the place of each citation."""

LINES_OF_A_DOCUMENT = "lines are counted in the text of the document, not in its file"


def main() -> int:
    """Run `find`, `check` or `show`."""
    parser = cli.parser(__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add_command in (_add_find, _add_check, _add_show):
        cli.add_root(add_command(commands.add_parser))
    arguments = parser.parse_args()
    return arguments.run(arguments)  # type: ignore[no-any-return]


def _add_find(add_parser: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = add_parser(
        "find", help="list the citations in a text, and on standard error what was not resolved"
    )
    _add_file(parser, "the file")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=find)
    return parser


def _add_check(add_parser: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = add_parser("check", help="tell the standing of each citation in a letter or memo")
    _add_file(
        parser, "a text or Markdown file, or a document that ingest.py reads, such as .docx or .pdf"
    )
    parser.add_argument("--format", choices=CITE_CHECKS, default="text")
    parser.add_argument(
        "--written",
        type=cli.parse_past_day,
        metavar="YYYY-MM-DD",
        help="the date of your document; tells what changed after it",
    )
    parser.set_defaults(run=check)
    return parser


def _add_show(add_parser: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = add_parser("show", help="print the citation of an opinion")
    parser.add_argument("opinion", metavar="OPINION", help="as in 5, 2003/05 or 'AO 5 (2003)'")
    parser.add_argument("--at", type=int, metavar="PARAGRAPH")
    formats = ("text", *(file.name for file in (*CITATION_FORMATS, *OPINION_FORMATS) if file.name))
    parser.add_argument("--format", choices=formats, default="text")
    parser.set_defaults(run=show)
    return parser


def _add_file(parser: argparse.ArgumentParser, meaning: str) -> None:
    help_text = f"{meaning}; standard input without it, or with -"
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help=help_text)


def find(arguments: argparse.Namespace) -> int:
    """Print the citations in a file or in standard input, in the order of the text."""
    corpus, commission = cli.load_settings(cli.corpus_paths(arguments))
    text = words_of(arguments.file, commission, DOCUMENTS - MARKUP)
    found = citations_in_document(text, CitationFinder(commission, corpus.filed_ids))
    in_doubt = list(with_other_years(found.resolved, corpus.filed_ids, Names(commission)))
    doubtful = {(start, end) for start, end, _ in in_doubt}
    citations = [
        each
        for each in with_range_members(text, found, corpus.filed_ids)
        if (each.start, each.end) not in doubtful
    ]
    if arguments.format == "json":
        print(found_citation_formats.as_json(text, citations))
    elif citations:
        print(found_citation_formats.as_text(text, citations))
    else:
        print(f"{name_of(arguments.file)} cites nothing", file=sys.stderr)
    in_doubt += [(start, end, WHY_UNRESOLVED[doubt]) for start, end, doubt in found.unresolved]
    tell_doubts(text, sorted(in_doubt), name_of(arguments.file))
    return cli.OK


def with_other_years(
    citations: Iterable[FoundCitation], known: Collection[OpinionId], names: Names
) -> Iterator[tuple[int, int, str]]:
    """Where opinions are cited whose number has another year here, and what that year is."""
    for start, end, opinion in citations:
        if not isinstance(opinion, OpinionId) or opinion in known:
            continue
        if year := names.other_year(opinion, known):
            yield start, end, Statement.OTHER_YEAR.format(number=opinion.name, year=year)


def tell_doubts(text: str, doubts: Sequence[tuple[int, int, str]], name: str) -> None:
    """Print on standard error what is in doubt, each with its line and the reason."""
    lines = found_citation_formats.line_numbers(text, (start for start, *_ in doubts))
    for (start, end, why), line in zip(doubts, lines, strict=True):
        print(f"{name}:{line}: {' '.join(text[start:end].split())}: {why}", file=sys.stderr)


def check(arguments: argparse.Namespace) -> int:
    """Print each citation of a file with its standing today."""
    corpus = cli.load_valid_corpus(cli.corpus_paths(arguments))
    index = build_index(corpus.references, corpus.records, corpus.seals)
    text = words_of(arguments.file, index.commission, DOCUMENTS)
    citations = check_citations(text, index, arguments.written)
    checked = checked_on(today(), arguments.written, index)
    about = filter(None, (checked, caveat(index), not_checked(text, index)))
    print(CITE_CHECKS[arguments.format](citations, " ".join(about)))
    return cli.OK


def show(arguments: argparse.Namespace) -> int:
    """Print how an opinion is cited."""
    corpus = cli.load_valid_corpus(cli.corpus_paths(arguments))
    index = build_index(corpus.references, corpus.records)
    record = find_opinion(arguments.opinion, index)
    if record is None:
        known_opinions = opinions_there(arguments.opinion, index)
        return cli.fail(f"`{arguments.opinion}` names no single opinion; {known_opinions}")
    name = index.names.short(record.id)
    if arguments.at is not None and arguments.at not in record.text.paragraphs:
        return cli.fail(f"{name} has no paragraph {arguments.at}")
    writers = {file.name: file.write for file in opinion_formats(record)}
    if arguments.format not in {"text", *writers}:
        return cli.fail(f"the full text of {name} is not available here")
    write = writers.get(arguments.format)
    written = write([record], index) if write else full_citation(record, index, arguments.at)
    print("".join(written).rstrip())
    return cli.OK


def words_of(file: str, commission: Commission, documents: Collection[str]) -> str:
    """The text of a file, or its words if its ending is that of a document; exits with 2."""
    if Path(file).suffix.lower() not in documents:
        return read_text(file)
    try:
        text = all_words(Path(file), commission)
    except RefusedError as error:
        raise SystemExit(cli.fail(f"{file}: {error}")) from None
    print(f"{file}: {LINES_OF_A_DOCUMENT}", file=sys.stderr)
    return text


def read_text(file: str) -> str:
    """The text of a file, or of standard input for `-`; exits with 2 if there is none."""
    try:
        with nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        message = f"{name_of(file)}: the file cannot be read: {error.strerror}"
        raise SystemExit(cli.fail(message)) from None
    if len(data) > LARGEST:
        message = f"has more than {LARGEST:,} bytes; divide it, and give one part at a time"
        raise SystemExit(cli.fail(f"{name_of(file)} {message}"))
    text = decode_any_text(data)
    if text is None:
        message = "is not a text; give a text, or a file that ingest.py reads"
        raise SystemExit(cli.fail(f"{name_of(file)} {message}"))
    return text


def name_of(file: str) -> str:
    """The name of a file, or `standard input` for `-`."""
    return "standard input" if file == "-" else file


if __name__ == "__main__":
    cli.run(main)
