"""Everything that was read: the records, and the authorities and words that they refer to."""

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from corpus.citations import Finder, Found
from corpus.documents import Document, document
from corpus.findings import Spot
from corpus.model import Authority, Citation, Opinion, OpinionId
from corpus.places import Places
from corpus.read import read_page, read_record, read_yaml
from corpus.text import ApprovedText, Block, approved_text
from corpus.vocabulary import Commission, Kind, Program, Programs, Topic, Topics

Schema = TypeVar("Schema", bound=BaseModel)


@dataclass(frozen=True)
class Record:
    """An opinion with its approved text and the citations in it."""

    opinion: Opinion
    text: ApprovedText
    document: Document[Opinion]
    finder: Finder

    @property
    def id(self) -> OpinionId:
        """Year and number."""
        return self.opinion.id

    @cached_property
    def found(self) -> tuple[tuple[Block, Found], ...]:
        """The citations of the text, each with the block in which it stands."""
        blocks = self.text.blocks
        return tuple((block, found) for block in blocks for found in self.finder.find(block.words))

    def paragraphs_citing(self, citation: Citation) -> tuple[int, ...]:
        """The numbers of the paragraphs in which the text makes this very citation."""
        numbers = {block.number: None for block, found in self.found if found.citation == citation}
        return tuple(number for number in numbers if number)

    def at(self, *loc: str | int) -> Spot:
        """The place of a value of the front matter."""
        return self.document.at(*loc)

    def in_text(self, block: Block, offset: int = 0) -> Spot:
        """The place of a character of a block's words."""
        line, column = self.text.place(block, offset)
        return Spot(self.document.path, self.document.source.body_line + line - 1, column)


@dataclass(frozen=True)
class References:
    """What records refer to."""

    commission: Commission
    topics: dict[str, Topic]
    programs: dict[str, Program]
    authorities: dict[tuple[Kind, str], Authority]

    def authority(self, citation: Citation) -> Authority | None:
        """The authority that is cited, where it is held."""
        return self.authorities.get((citation.kind, citation.authority))


@dataclass(frozen=True)
class Library:
    """One corpus as it was read: all files, and what the sound ones say.

    `references` is absent where the Commission's file or a vocabulary cannot be read;
    then there are no records either.
    """

    documents: tuple[Document[Any], ...]
    references: References | None
    records: tuple[Record, ...]
    pages: dict[str, str]
    """The hand-written pages, as Markdown by the name of their file."""


def load(places: Places) -> Library:
    """Read the whole corpus below a root; what is wrong with a file is kept with it."""
    words = _Words(
        _yaml(places, places.standards / "commission.yml", Commission),
        _yaml(places, places.opinions / "topics.yml", Topics),
        _yaml(places, places.opinions / "programs.yml", Programs),
    )
    shelf = {
        Kind.STANDARD: _markdown(places, places.standards, "*.md", Authority),
        Kind.STATUTE: _markdown(places, places.standards / "statutes", "*.md", Authority),
    }
    opinions = _markdown(places, places.opinions, "*/*.md", Opinion)
    pages = [read_page(path, places.relative(path)) for path in sorted(places.pages.glob("*.md"))]
    documents: list[Document[Any]] = [
        *words,
        *chain.from_iterable(shelf.values()),
        *opinions,
        *(Document(page, None, page.faults) for page in pages),
    ]
    references = _references(words, shelf)
    records = _sound(opinions, references) if references else ()
    written = {PurePosixPath(page.path).name: page.body for page in pages}
    return Library(tuple(documents), references, records, written)


class _Words(NamedTuple):
    commission: Document[Commission]
    topics: Document[Topics]
    programs: Document[Programs]


def _yaml(places: Places, path: Path, schema: type[Schema]) -> Document[Schema]:
    return document(read_yaml(path, places.relative(path)), schema)


def _markdown(
    places: Places, folder: Path, pattern: str, schema: type[Schema]
) -> tuple[Document[Schema], ...]:
    paths = sorted(folder.glob(pattern))
    return tuple(document(read_record(path, places.relative(path)), schema) for path in paths)


def _references(
    words: _Words, shelf: dict[Kind, tuple[Document[Authority], ...]]
) -> References | None:
    commission, topics, programs = words.commission.value, words.topics.value, words.programs.value
    if commission is None or topics is None or programs is None:
        return None
    held = {
        (kind, document.value.id): document.value
        for kind, documents in shelf.items()
        for document in documents
        if document.value
    }
    return References(commission, topics.root, programs.root, held)


def _sound(opinions: tuple[Document[Opinion], ...], references: References) -> tuple[Record, ...]:
    finder = Finder(references.commission)
    return tuple(
        Record(document.value, approved_text(document.source.body), document, finder)
        for document in opinions
        if document.value
    )
