"""Changes of approved texts: their words, their emphasis, and the corrections that explain them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.citations.names import Names
from corpus.library.corpus import Corpus
from corpus.library.record import Record
from corpus.model.authority import Provenance
from corpus.model.opinion_parts import Correction
from corpus.text.approved_text import ApprovedText
from corpus.text.blocks import Block, Role

_QUOTE_MARK = re.compile(r"\n *>")


@dataclass(frozen=True, slots=True)
class TextChange:
    """A change in the approved text of an opinion, with the old and the new Markdown."""

    opinion: str
    what: str
    """`paragraph 2 changes`."""
    old: str = ""
    new: str = ""
    is_of_words: bool = True
    """False if only emphasis, other marks of Markdown or white space change."""
    document: str = ""
    """The path of the document from which the text was taken; empty if it is not kept."""
    is_against_document: bool = False
    """Whether that document has the old words, and not the new ones."""

    def __str__(self) -> str:
        """The change in a sentence, without the words."""
        return f"{self.opinion}: {self.what}"


@dataclass(frozen=True, slots=True)
class NewCorrection:
    """An entry in the corrections of an opinion that was not there before."""

    opinion: str
    day: str
    at: tuple[int, ...]
    what: str
    source: Provenance | None = None
    """The document of the opinion; None if it could not be read."""
    answers: tuple[str, ...] = ()
    """The answers that rest on the corrected paragraphs."""


@dataclass(frozen=True, slots=True)
class TextChanges:
    """What changes in some approved texts, and the corrections that are new in their records."""

    changes: tuple[TextChange, ...] = ()
    corrections: tuple[NewCorrection, ...] = ()


def changes_in_texts(pairs: Sequence[tuple[Record, Record]], names: Names) -> TextChanges:
    """Compare the old and the new record of some opinions."""
    labelled = [(names.long(old.id), old, new) for old, new in pairs]
    return TextChanges(
        tuple(
            replace(change, document=_document(new))
            for label, old, new in labelled
            for change in text_changes(label, old.text, new.text)
        ),
        tuple(
            _new_correction(label, entry, new, names)
            for label, old, new in labelled
            for entry in new.corrections or ()
            if entry not in (old.corrections or ())
        ),
    )


def _document(record: Record) -> str:
    source: Provenance | None = record.readable("source", None)
    return (source.file or "") if source else ""


def _new_correction(opinion: str, entry: Correction, record: Record, names: Names) -> NewCorrection:
    answers = tuple(
        f"{names.commission.words.answer} {holding.id} (¶ {', '.join(map(str, holding.at))}): "
        f"{holding.text}"
        for holding in record.readable("holdings", ())
        if not set(entry.at).isdisjoint(holding.at)
    )
    source = record.readable("source", None)
    return NewCorrection(opinion, names.day(entry.on), entry.at, entry.what, source, answers)


def changes_in_files(old: Corpus, new: Corpus, paths: Sequence[str], names: Names) -> TextChanges:
    """Compare the texts of some files, even if the new fields cannot be read."""
    before, after = (
        {record.parsed_file.path: record for record in corpus.records} for corpus in (old, new)
    )
    in_both = [path for path in paths if path in before and path in after]
    known = [path for path in in_both if before[path].has_id]
    return changes_in_texts([(before[path], after[path]) for path in known], names)


def text_changes(opinion: str, old: ApprovedText, new: ApprovedText) -> Iterator[TextChange]:
    """Yield each change of an approved text; one of white space only if nothing else changes."""
    changes = [*_paragraph_changes(opinion, old, new), *_heading_changes(opinion, old, new)]
    yield from changes
    if changes or old.body == new.body:
        return
    if old.plain_text != new.plain_text:
        yield TextChange(opinion, "a heading stands at another place")
    else:
        what = "only white space or a line break changes, which readers do not see"
        yield TextChange(opinion, what, is_of_words=False)


def _paragraph_changes(opinion: str, old: ApprovedText, new: ApprovedText) -> Iterator[TextChange]:
    for number in sorted(old.paragraphs.keys() | new.paragraphs.keys()):
        was, now = old.paragraphs.get(number), new.paragraphs.get(number)
        if was is None or now is None:
            what = "is new" if was is None else "is removed"
            yield TextChange(opinion, f"paragraph {number} {what}", _typed(was), _typed(now))
        elif was.text_with_mark != now.text_with_mark:
            yield TextChange(opinion, f"paragraph {number} changes", _typed(was), _typed(now))
        elif _typed(was) != _typed(now):
            what = f"the emphasis or the layout of paragraph {number} changes, but no word"
            yield TextChange(opinion, what, _typed(was), _typed(now), is_of_words=False)


def _heading_changes(opinion: str, old: ApprovedText, new: ApprovedText) -> Iterator[TextChange]:
    """At most one change of the headings and the approval line, which have no numbers."""
    before, after = _headings(old), _headings(new)
    was, now = (" / ".join(map(_typed, blocks)) for blocks in (before, after))
    if [block.words for block in before] != [block.words for block in after]:
        yield TextChange(opinion, "a heading or the approval line changes", was, now)
    elif was != now:
        what = "the emphasis or the level of a heading changes, but no word"
        yield TextChange(opinion, what, was, now, is_of_words=False)


def _headings(text: ApprovedText) -> list[Block]:
    return [block for block in text.blocks if not block.number]


def _typed(block: Block | None) -> str:
    """The Markdown of a block on one line, with the sign before it; empty if there is none."""
    if block is None:
        return ""
    words = " ".join(_QUOTE_MARK.sub("\n", block.markdown).split())
    return f"{_sign(block)}{words}"


def _sign(block: Block) -> str:
    match block.role:
        case Role.HEADING:
            return f"{'#' * block.level} "
        case Role.QUOTE:
            return "> "
        case Role.ITEM:
            return f"{'    ' * (block.level - 1)}{block.mark} "
    return ""
