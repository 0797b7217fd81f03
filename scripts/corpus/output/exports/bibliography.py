"""Writers for reference managers: CSL-JSON, BibTeX and RIS.

Every opinion is a report, and its title contains its number. Reference managers and citation
styles drop the number or the kind of opinion if it is entered as a case or only as a number.
"""

import re
from collections.abc import Sequence
from typing import Any, TextIO

import rispy
from pybtex.database import BibliographyData, Entry
from pybtex.database.output.bibtex import Writer
from pydantic_core import to_json

from corpus.analysis import citing
from corpus.analysis.index import CorpusIndex, once_per_opinion
from corpus.library.record import Record
from corpus.model.opinion import Opinion
from corpus.model.partial_date import PartialDate

_BIBTEX_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "$": r"\$",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
    }
)
"""Characters that are special in BibTeX and that pybtex does not escape."""

_NEEDS_NO_ESCAPE = re.compile(r"{[\w .,:;()/?-]*}|[\w .,:;()/?-]*", re.ASCII)
"""A value without special characters, perhaps in braces."""

_IN_BRACES = {"author", "title", "institution"}
"""The BibTeX fields whose words and capitals must stay as they are."""


def write_csl(records: Sequence[Record], index: CorpusIndex) -> str:
    """CSL-JSON: a list of items."""
    return to_json([csl_item(record, index) for record in records], indent=2).decode() + "\n"


def write_bibtex(records: Sequence[Record], index: CorpusIndex) -> str:
    """BibTeX: each opinion is a technical report."""
    return "\n".join(_bibtex_entry(record, index) for record in records)


def write_ris(records: Sequence[Record], index: CorpusIndex) -> str:
    """RIS: each opinion is a report."""
    references = [_ris_reference(record, index) for record in records]
    return str(rispy.dumps(references, implementation=_RisWriter))


@once_per_opinion
def csl_item(record: Record, index: CorpusIndex) -> dict[str, Any]:
    """One item of CSL-JSON, without the fields that are not known."""
    commission = index.commission
    when = record.approved_or_year
    notes = (citing.correction_note(record, index.names), citing.citation_note(record, index))
    item = {
        "id": index.names.key(record.id),
        "type": "report",
        "title": citing.name_with_title(record, index),
        "title-short": index.names.short(record.id),
        "author": [{"literal": body} for body in (commission.name, *record.opinion.joint_bodies)],
        "publisher": commission.name,
        "number": index.names.number(record.id),
        "genre": index.names.series(record.id),
        "issued": {"date-parts": [list(when.known_parts)]} if when else None,
        "abstract": record.opinion.summary if isinstance(record.opinion, Opinion) else None,
        "keyword": "; ".join(index.topic_titles(record)),
        "language": "en",
        "URL": citing.permanent_url(record, index),
        "note": "; ".join(filter(None, notes)),
    }
    return {name: value for name, value in item.items() if value}


@once_per_opinion
def _bibtex_entry(record: Record, index: CorpusIndex) -> str:
    entry = Entry("techreport", fields=_bibtex_fields(record, index))
    library = BibliographyData({index.names.key(record.id): entry})
    return str(_BibtexWriter().to_string(library))


def _bibtex_fields(record: Record, index: CorpusIndex) -> dict[str, str]:
    item = csl_item(record, index)
    when = record.opinion.approved
    fields: dict[str, Any] = {
        "author": [author["literal"] for author in item["author"]],
        "title": item["title"],
        "shorttitle": item["title-short"],
        "institution": item["publisher"],
        "type": item["genre"],
        "number": item["number"],
        "year": str(record.year or ""),
        "month": str(when.month) if when and when.month else None,
        "date": str(when) if when else None,
        "abstract": item.get("abstract"),
        "keywords": ", ".join(index.topic_titles(record)),
        "language": item["language"],
        "url": item.get("URL"),
        "note": item.get("note"),
    }
    return {name: _bibtex_value(name, value) for name, value in fields.items() if value}


def _bibtex_value(name: str, value: str | list[str]) -> str:
    """A value as BibTeX reads it; each of several authors is in braces of its own."""
    if isinstance(value, list):
        return " and ".join(_bibtex_value(name, part) for part in value)
    escaped = " ".join(value.split()).translate(_BIBTEX_ESCAPES)
    return f"{{{escaped}}}" if name in _IN_BRACES else escaped


def _ris_reference(record: Record, index: CorpusIndex) -> dict[str, Any]:
    item = csl_item(record, index)
    when = record.opinion.approved
    reference = {
        "type_of_reference": "RPRT",
        "title": item["title"],
        "short_title": item["title-short"],
        "authors": [f"{author['literal']}," for author in item["author"]],
        "publisher": item["publisher"],
        "issn": item["number"],  # what rispy calls the tag SN, the number of a report in RIS
        "type_of_work": item["genre"],
        "year": str(record.year or ""),
        "date": _ris_date(when) if when else None,
        "abstract": item.get("abstract"),
        "keywords": list(index.topic_titles(record)),
        "language": item["language"],
        "urls": [item["URL"]] if "URL" in item else None,
        "notes": [item["note"]] if "note" in item else None,
    }
    return {name: _on_one_line(value) for name, value in reference.items() if value}


def _ris_date(when: PartialDate) -> str:
    """`2011/04/03/`; what is not known stays empty: `2011/04//`."""
    month, day = (f"{part:02}" if part else "" for part in (when.month, when.day))
    return f"{when.year}/{month}/{day}/"


def _on_one_line(value: str | list[str]) -> str | list[str]:
    """A value, or each value of a list, without line breaks: in RIS a value ends with its line."""
    if isinstance(value, list):
        return [" ".join(words.split()) for words in value]
    return " ".join(value.split())


class _BibtexWriter(Writer):  # type: ignore[misc]  # pybtex has no types
    """Writes plain values as they are, which is much faster than escaping them."""

    def _write_field(self, stream: TextIO, type: str, value: str) -> None:  # noqa: A002 - overrides
        if _NEEDS_NO_ESCAPE.fullmatch(value):
            stream.write(f',\n    {type} = "{value}"')
        else:
            super()._write_field(stream, type, value)


class _RisWriter(rispy.RisWriter):  # type: ignore[misc]  # rispy has no types
    """Writes no number before each reference, because some programs import it as a title."""

    def set_header(self, count: int) -> str:  # noqa: ARG002 - overrides
        """No header."""
        return ""
