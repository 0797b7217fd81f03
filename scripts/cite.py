"""Find the citations in a text, or print how an opinion is cited."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus import cli
from corpus.analysis.citing import full_citation, short_citation
from corpus.analysis.index import CorpusIndex, build_index
from corpus.citations.finder import CitationFinder
from corpus.citations.found_citation import FoundCitation
from corpus.library.record import Record
from corpus.model.opinion import OpinionId
from corpus.output.exports.bibliography import Bibliography
from corpus.parsing.files import read_text
from corpus.text.markdown_mask import blank_out_code_and_links


def main() -> int:
    """Run the command that is named."""
    parser = cli.parser(__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    finding = commands.add_parser(
        "find", help="list the citations in a file of plain text or Markdown"
    )
    finding.add_argument("file", type=Path, metavar="FILE")
    finding.add_argument("--format", choices=("text", "json"), default="text")
    finding.set_defaults(run=find)
    showing = commands.add_parser("show", help="print the citation of an opinion")
    showing.add_argument("opinion", metavar="OPINION", help="as in 5, 2003/05 or 'AO 5 (2003)'")
    showing.add_argument("--at", type=int, metavar="PARAGRAPH")
    showing.add_argument("--format", choices=("text", "bib", "ris", "csl"), default="text")
    showing.set_defaults(run=show)
    arguments = parser.parse_args()
    return arguments.run(arguments)  # type: ignore[no-any-return]


def find(arguments: argparse.Namespace) -> int:
    """Print every citation of a file in the order in which they stand."""
    read = read_text(arguments.file, str(arguments.file))
    if read.faults:
        return cli.fail(f"{arguments.file}: {read.faults[0].message}")
    corpus, commission = cli.load_settings(cli.corpus_paths(arguments))
    found = CitationFinder(commission, corpus.filed_ids).find(blank_out_code_and_links(read.text))
    if arguments.format == "json":
        print(as_json(read.text, found))
    elif found:
        print(as_text(read.text, found))
    else:
        print(f"{arguments.file} cites nothing", file=sys.stderr)
    return cli.OK


def show(arguments: argparse.Namespace) -> int:
    """Print how an opinion is cited."""
    corpus = cli.load_valid_corpus(cli.corpus_paths(arguments))
    index = build_index(corpus.references, corpus.records)
    meant = named(arguments.opinion, index)
    if meant is None:
        return cli.fail(f"`{arguments.opinion}` is no opinion, or more than one")
    if arguments.at is not None and arguments.at not in meant.text.paragraphs:
        return cli.fail(f"{short_citation(meant, index)} has no paragraph {arguments.at}")
    bibliography = Bibliography(index)
    formats = {"bib": bibliography.bib, "ris": bibliography.ris, "csl": bibliography.csl}
    write = formats.get(arguments.format)
    print(write([meant]).rstrip() if write else full_citation(meant, index, arguments.at))
    return cli.OK


def named(words: str, index: CorpusIndex) -> Record | None:
    """The one opinion that is meant by a number, an id, an alias or any printed spelling."""
    records = index.by_id
    known = {str(one): one for one in records}
    known |= {alias: one for one, it in records.items() for alias in it.opinion.aliases}
    finder = CitationFinder(index.commission, records)
    short = index.commission.opinion_short
    tried = (found.target for form in (words, f"{short} {words}") for found in finder.find(form))
    meant = known.get(words) or next((one for one in tried if one in records), None)
    return records[meant] if isinstance(meant, OpinionId) else None


def as_text(text: str, found: Sequence[FoundCitation]) -> str:
    """One citation a line: its line in the text, its words, and what they mean."""
    return "\n".join(_told(text, one) for one in found)


def _told(text: str, found: FoundCitation) -> str:
    line = text.count("\n", 0, found.start) + 1
    words = " ".join(text[found.start : found.end].split())
    return f"{line}: {words}: {found.kind} {found.target}"


def as_json(text: str, found: Sequence[FoundCitation]) -> str:
    """A list of objects, one a citation; places are counted in characters from 0."""
    entries = [{"text": text[one.start : one.end], **one.as_dict} for one in found]
    return json.dumps(entries, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    cli.run(main)
