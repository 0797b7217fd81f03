"""What became of a draft: where it was written, and the record that was there before."""

from dataclasses import dataclass
from enum import Enum, auto

from corpus.intake.draft import Draft
from corpus.intake.existing_record import ExistingRecord, Match
from corpus.text.approved_text import ApprovedText

_UNSETTLED = {Match.OTHER_WORDS, Match.EXAMPLE, Match.UNNUMBERED, Match.UNREADABLE}


class Written(Enum):
    """Where a draft was written."""

    AS_RECORD = auto()
    BESIDE_RECORD = auto()
    ELSEWHERE = auto()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A draft, where it was written, and the record that was there before."""

    draft: Draft
    path: str = ""
    """Where the draft was written; empty if it was not."""
    existing: ExistingRecord | None = None
    written: Written = Written.AS_RECORD
    same_words: str = ""
    """The record of another opinion that has the words of the draft; empty if there is none."""

    @property
    def is_unsettled(self) -> bool:
        """Whether a file with other words or paragraphs than the document was there."""
        existing = self.existing
        return existing is not None and (
            existing.match in _UNSETTLED or bool(existing.other_paragraphs)
        )

    @property
    def is_to_compare(self) -> bool:
        """Whether a draft was written, or a record with a text of the opinion was there."""
        match = self.existing.match if self.existing else None
        return bool(self.path) or match in {Match.SAME_WORDS, Match.OTHER_WORDS}

    @property
    def decisions(self) -> tuple[str, ...]:
        """What an editor must decide; empty if the fields come from a record."""
        is_new = self.path and self.written is not Written.BESIDE_RECORD
        return self.draft.decisions if is_new else ()

    @property
    def text(self) -> ApprovedText | None:
        """The text that was written, or the text of a record with the same words."""
        if self.path:
            return self.draft.text
        has_same = self.existing and self.existing.match is Match.SAME_WORDS
        return self.existing.text if self.existing and has_same else None
