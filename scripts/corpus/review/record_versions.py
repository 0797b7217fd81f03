"""The old and the new file of each opinion, side by side, as far as each can be read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.citations.names import Names
from corpus.library.corpus import RecordFile
from corpus.library.record import Record
from corpus.library.record_parser import approved_text
from corpus.model.commission import Commission
from corpus.model.opinion import Catalogued, Opinion
from corpus.model.opinion_id import OpinionId
from corpus.model.provenance import Provenance
from corpus.parsing.field_types import UnreadFieldError
from corpus.parsing.parsed_file import ParsedFile
from corpus.text.approved_text import ApprovedText
from corpus.text.separate_parts import SeparatePart, separate_parts


@dataclass(frozen=True, slots=True)
class RecordVersion:
    """The file of an opinion in one state of the corpus."""

    path: str
    fields: Opinion | Catalogued | None
    """None if its front matter could not be read."""
    text: ApprovedText | None
    """None if the file could not be split into front matter and text."""
    separate: tuple[SeparatePart, ...] = ()
    """The concurrences and dissents in the text."""

    @property
    def id(self) -> OpinionId | None:
        """The year and the number; None if they could not be read."""
        try:
            return self.fields.id if self.fields else None
        except UnreadFieldError:
            return None

    def can_read(self, name: str) -> bool:
        """Whether a field could be read."""
        try:
            self.read(name)
        except UnreadFieldError:
            return False
        return self.fields is not None

    def read(self, name: str) -> Any:
        """A field; None if such records do not have it."""
        return getattr(self.fields, name, None)

    @property
    def source(self) -> Provenance | None:
        """The document of the opinion; None if it could not be read."""
        return self.read("source") if self.can_read("source") else None


@dataclass(frozen=True, slots=True)
class RecordPair:
    """The old and the new file of an opinion, and how readers call it."""

    opinion: str
    id: str
    old: RecordVersion
    new: RecordVersion

    @property
    def document(self) -> str:
        """The path of the kept document, as it was before; empty if there is none."""
        sources = filter(None, (self.old.source, self.new.source))
        return next((source.file for source in sources if source.file), "")

    def has(self, name: str) -> bool:
        """Whether a field can be compared."""
        return self.old.can_read(name) and self.new.can_read(name)

    def both(self, name: str) -> tuple[Any, Any]:
        """The old and the new value of a field; None and None if one could not be read."""
        return (self.old.read(name), self.new.read(name)) if self.has(name) else (None, None)


def version_of_record(record: Record) -> RecordVersion:
    """The file of an opinion without errors."""
    return RecordVersion(
        record.parsed_file.path, record.opinion, record.text, record.separate_parts
    )


def version_of_file(file: RecordFile, commission: Commission) -> RecordVersion:
    """The file of an opinion, with its text even if the fields could not be read."""
    parsed: ParsedFile[Any] = file.parsed_file
    raw = parsed.raw
    fields = None if raw.fields is None else parsed.partial
    if file.record:
        return RecordVersion(parsed.path, fields, file.record.text, file.record.separate_parts)
    if fields is None and not raw.body:
        return RecordVersion(parsed.path, None, None)
    text = approved_text(raw, commission)
    separate = separate_parts(text, commission.separate_opinions)
    return RecordVersion(parsed.path, fields, text, separate)


def pairs_of_versions(
    old: Sequence[RecordVersion], new: Iterable[RecordVersion], names: Names
) -> Iterator[RecordPair]:
    """Each new file with the old one of the same opinion, or else at the same path.

    A new opinion has an old file without a path, a text or fields.
    """
    by_path = {version.path: version for version in old}
    by_id = {version.id: version for version in old if version.id}
    for version in new:
        earlier = by_id.get(version.id) if version.id else None
        earlier = earlier or by_path.get(version.path) or RecordVersion("", None, None)
        opinion = version.id or earlier.id
        label = names.long(opinion) if opinion else version.path
        yield RecordPair(label, str(opinion or ""), earlier, version)
