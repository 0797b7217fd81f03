"""Opinions for reference managers: CSL-JSON, BibTeX and RIS.

The kind is a report, and the title has the number in it: with a case or a bare number,
reference managers and their styles drop what kind of opinion it is, or its number.
"""

import re
from collections.abc import Iterable
from typing import Any, TextIO

import rispy
from pybtex.database import BibliographyData, Entry
from pybtex.database.output.bibtex import Writer
from pydantic_core import to_json

from corpus.analysis.citing import permanent_url, status_note
from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.model.opinion import Opinion, OpinionId

_LITERAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "$": r"\$",
    }
)
"""Signs that BibTeX would take for its own and that its library leaves as they are."""

_WORDS = re.compile(r"{[\w .,:;()/?-]*}|[\w .,:;()/?-]*", re.ASCII)
"""What TeX reads as it stands, in braces or without."""


class Bibliography:
    """What reference managers are told of one Commission's opinions."""

    def __init__(self, index: CorpusIndex) -> None:
        """Take over how the opinions are called."""
        self._index = index
        self._commission = index.commission
        self._written: dict[OpinionId, tuple[str, str]] = {}

    def csl(self, records: Iterable[Record]) -> str:
        """CSL-JSON, a list of items."""
        return to_json([self.item(one) for one in records], indent=2).decode() + "\n"

    def bib(self, records: Iterable[Record]) -> str:
        """BibTeX, each opinion a technical report."""
        return "\n".join(self._once(record)[0] for record in records)

    def ris(self, records: Iterable[Record]) -> str:
        """RIS, each opinion a report."""
        return "\n".join(self._once(record)[1] for record in records)

    def key(self, record: Record) -> str:
        """`ao-2003-05`, the same for ever."""
        return f"{self._index.names.key_prefix}-{record.id.year}-{record.id.number:02}"

    def item(self, record: Record) -> dict[str, Any]:
        """One item of CSL-JSON; what is not known is left out."""
        day = record.opinion.approved
        parts = [day.year, day.month, day.day] if day else [record.id.year]
        item = {
            "id": self.key(record),
            "type": "report",
            "title": self._title(record),
            "title-short": self._index.names.short(record.id),
            "author": [{"literal": self._commission.name}],
            "publisher": self._commission.name,
            "number": str(record.id.number),
            "genre": self._commission.opinion,
            "issued": {"date-parts": [parts]},
            "abstract": self._abstract(record),
            "language": "en",
            "URL": permanent_url(record, self._index),
            "note": status_note(record, self._index),
        }
        return {name: value for name, value in item.items() if value}

    def _once(self, record: Record) -> tuple[str, str]:
        """BibTeX and RIS of one opinion, written once for all the files that it stands in."""
        if record.id not in self._written:
            entry = BibliographyData({self.key(record): self._entry(record)})
            references = [self._reference(record)]
            self._written[record.id] = (
                str(_BibTeX().to_string(entry)),
                str(rispy.dumps(references, implementation=_RIS)),
            )
        return self._written[record.id]

    def _entry(self, record: Record) -> Entry:
        item, day = self.item(record), record.opinion.approved
        fields = {
            "author": item["author"][0]["literal"],
            "title": item["title"],
            "shorttitle": item["title-short"],
            "institution": item["publisher"],
            "type": item["genre"],
            "number": item["number"],
            "year": str(record.id.year),
            "month": str(day.month) if day else None,
            "date": day.isoformat() if day else None,
            "abstract": item.get("abstract"),
            "keywords": ", ".join(record.opinion.topics),
            "language": item["language"],
            "url": item.get("URL"),
            "note": item.get("note"),
        }
        told = {name: _plain(value) for name, value in fields.items() if value}
        whole = {"author", "title", "institution"}
        return Entry(
            "techreport",
            fields={name: f"{{{one}}}" if name in whole else one for name, one in told.items()},
        )

    def _reference(self, record: Record) -> dict[str, Any]:
        item, day = self.item(record), record.opinion.approved
        reference = {
            "type_of_reference": "RPRT",
            "title": item["title"],
            "short_title": item["title-short"],
            "authors": [f"{item['author'][0]['literal']},"],
            "publisher": item["publisher"],
            "issn": item["number"],
            "type_of_work": item["genre"],
            "year": str(record.id.year),
            "date": day.strftime("%Y/%m/%d/") if day else None,
            "abstract": item.get("abstract"),
            "keywords": list(record.opinion.topics),
            "language": item["language"],
            "urls": [item["URL"]] if "URL" in item else None,
            "notes": [item["note"]] if "note" in item else None,
        }
        return {name: _folded(value) for name, value in reference.items() if value}

    def _title(self, record: Record) -> str:
        return f"{self._index.names.long(record.id)}: {record.opinion.title}"

    def _abstract(self, record: Record) -> str | None:
        return record.opinion.summary if isinstance(record.opinion, Opinion) else None


class _BibTeX(Writer):  # type: ignore[misc]  # it has no types
    """Writes words in which TeX finds nothing but words as they are, which is by far quicker."""

    def _write_field(self, stream: TextIO, type: str, value: str) -> None:  # noqa: A002 - its name
        if _WORDS.fullmatch(value):
            stream.write(f',\n    {type} = "{value}"')
        else:
            super()._write_field(stream, type, value)


class _RIS(rispy.RisWriter):  # type: ignore[misc]  # it has no types
    """Writes references without a number before each, which some programs take for a title."""

    def set_header(self, count: int) -> str:  # noqa: ARG002 - the writer asks with it
        """Nothing."""
        return ""


def _plain(words: str) -> str:
    """Words that mean only themselves in BibTeX."""
    return " ".join(words.split()).translate(_LITERAL)


def _folded(value: str | list[str]) -> str | list[str]:
    """A value of RIS, which ends with its line."""
    if isinstance(value, list):
        return [" ".join(one.split()) for one in value]
    return " ".join(value.split())
