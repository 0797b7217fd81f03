"""Changes of opinions that a reviewer must see, whatever else is wrong in their files.

The old and the new file of an opinion are compared field by field, as far as each can be read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from corpus.analysis.word_diff import compare_words
from corpus.build.text_changes import TextChange, text_changes
from corpus.citations.names import Names
from corpus.library.corpus import Corpus, RecordFile, ValidCorpus
from corpus.library.record import Record
from corpus.model.authority import Provenance
from corpus.model.commission import Commission
from corpus.model.opinion import Catalogued, Opinion
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_parts import Correction, Holding, Issue, Withdrawal
from corpus.parsing.field_types import UnreadFieldError
from corpus.parsing.parsed_file import ParsedFile
from corpus.text.approved_text import ApprovedText, parse_approved_text

_QUOTATION = re.compile(r"“([^”]*)”|\"([^\"]*)\"")
_FIELDS_IN_WORDS = {
    "corrections": "corrections",
    "withdrawn": "withdrawal",
    "approved": "day of approval",
    "title": "title",
    "summary": "summary",
    "issues": "questions",
    "holdings": "answers",
    "source": "source",
}
"""The fields that are compared, and what readers call them."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that changes, with the old and the new words."""

    opinion: str
    """The opinion, or the topic, the program or the authority, as readers call it."""
    what: str
    """`title`, `answer 1`."""
    old: str
    """The words as they were; empty if there were none."""
    new: str
    """The words; empty if they are removed."""
    document: str = ""
    """The path of the document from which the opinion was taken; empty if it is not kept."""
    is_against_document: bool = False
    """Whether that document has the old words, and not the new ones."""


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
    quotes_other_words: bool = False
    """Whether it quotes words, but none that changed."""


@dataclass(frozen=True, slots=True)
class WithdrawalChange:
    """A withdrawal that is new, changes or is taken back."""

    id: str
    opinion: str
    before: str
    """The day and the reason as they were; empty if the opinion was not withdrawn."""
    after: str
    """The day and the reason; empty if the withdrawal is taken back."""
    statuses: tuple[str, ...] = ()
    """What changes in its status, and in that of the opinions that it had changed."""
    cited_by: tuple[str, ...] = ()
    """Each opinion that cites it, with the paragraphs."""


@dataclass(frozen=True, slots=True)
class RecordChanges:
    """What changes in some opinions."""

    texts: tuple[TextChange, ...] = ()
    corrections: tuple[NewCorrection, ...] = ()
    approvals: tuple[FieldChange, ...] = ()
    """Each day of approval that changes."""
    withdrawals: tuple[WithdrawalChange, ...] = ()
    details: tuple[FieldChange, ...] = ()
    """What editors wrote: titles, summaries, questions, answers and sources. Removed corrections
    too."""
    not_compared: tuple[str, ...] = ()
    """What of an opinion could not be compared: `Advisory Opinion 05 (2003): its text`."""


@dataclass(frozen=True, slots=True)
class _Version:
    """The file of an opinion in one state of the corpus."""

    path: str
    fields: Opinion | Catalogued | None
    """None if its front matter could not be read."""
    text: ApprovedText | None
    """None if the file could not be split into front matter and text."""

    @property
    def id(self) -> OpinionId | None:
        try:
            return self.fields.id if self.fields else None
        except UnreadFieldError:
            return None

    def can_read(self, name: str) -> bool:
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
class _Pair:
    """The old and the new file of an opinion, and how readers call it."""

    opinion: str
    id: str
    old: _Version
    new: _Version

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


def changes_in_valid_records(old: ValidCorpus, new: ValidCorpus) -> RecordChanges:
    """Compare the opinions of two corpora without errors."""
    before, after = (map(_version_of, corpus.records) for corpus in (old, new))
    return _changes(before, after, new.references.commission)


def changes_in_records(old: Corpus, new: Corpus) -> RecordChanges | None:
    """Compare all files of opinions, even those that cannot be shown.

    Return None if the settings can be read in neither state.
    """
    references = new.references or old.references
    if references is None:
        return None
    commission = references.commission
    before, after = (
        [_version(file, commission) for file in corpus.record_files] for corpus in (old, new)
    )
    return _changes(before, after, commission)


def _changes(
    old: Iterable[_Version], new: Iterable[_Version], commission: Commission
) -> RecordChanges:
    names = Names(commission)
    pairs = list(_pairs(list(old), new, names))
    in_both = [pair for pair in pairs if pair.old.path]
    return RecordChanges(
        tuple(change for pair in in_both for change in _text_changes(pair)),
        tuple(entry for pair in in_both for entry in _new_corrections(pair, names)),
        tuple(change for pair in in_both for change in _approval_change(pair, names)),
        tuple(change for pair in pairs for change in _withdrawal_change(pair, names)),
        tuple(change for pair in in_both for change in _detail_changes(pair)),
        tuple(what for pair in in_both for what in _not_compared(pair)),
    )


def _version_of(record: Record) -> _Version:
    return _Version(record.parsed_file.path, record.opinion, record.text)


def _version(file: RecordFile, commission: Commission) -> _Version:
    """The file of an opinion, with its text even if the fields could not be read."""
    parsed: ParsedFile[Any] = file.parsed_file
    raw = parsed.raw
    fields = None if raw.fields is None else parsed.partial
    if file.record:
        return _Version(parsed.path, fields, file.record.text)
    if fields is None and not raw.body:
        return _Version(parsed.path, None, None)
    text = parse_approved_text(
        raw.body, commission.is_approval_line, commission.is_further_approval_line
    )
    return _Version(parsed.path, fields, text)


def _pairs(old: Sequence[_Version], new: Iterable[_Version], names: Names) -> Iterator[_Pair]:
    """Each new file with the old one of the same opinion, or else at the same path.

    A new opinion has an old file without a path, a text or fields.
    """
    by_path = {version.path: version for version in old}
    by_id = {version.id: version for version in old if version.id}
    for version in new:
        earlier = by_id.get(version.id) if version.id else None
        earlier = earlier or by_path.get(version.path) or _Version("", None, None)
        opinion = version.id or earlier.id
        label = names.long(opinion) if opinion else version.path
        yield _Pair(label, str(opinion or ""), earlier, version)


def _not_compared(pair: _Pair) -> Iterator[str]:
    names = [words for name, words in _FIELDS_IN_WORDS.items() if not pair.has(name)]
    if pair.old.text is None or pair.new.text is None:
        names = ["text", *names]
    if names:
        yield f"{pair.opinion}: its {', '.join(names)}"


def _text_changes(pair: _Pair) -> Iterator[TextChange]:
    if pair.old.text and pair.new.text:
        for change in text_changes(pair.opinion, pair.old.text, pair.new.text):
            yield replace(change, document=pair.document)


def _new_corrections(pair: _Pair, names: Names) -> Iterator[NewCorrection]:
    """Each entry that is not in the same place before; a second equal one is new, too."""
    before, after = pair.both("corrections")
    for was, entry in zip_longest(before or (), after or ()):
        if entry and entry != was:
            yield _new_correction(pair, entry, names)


def _new_correction(pair: _Pair, entry: Correction, names: Names) -> NewCorrection:
    new = pair.new
    answers = tuple(
        f"{names.commission.words.answer} {holding.id} (¶ {', '.join(map(str, holding.at))}): "
        f"{holding.text}"
        for holding in (new.read("holdings") if new.can_read("holdings") else ())
        if not set(entry.at).isdisjoint(holding.at)
    )
    day = names.day(entry.on)
    others = _quotes_other_words(pair, entry.what)
    return NewCorrection(pair.opinion, day, entry.at, entry.what, new.source, answers, others)


def _quotes_other_words(pair: _Pair, what: str) -> bool:
    """Whether an entry quotes words, and none of them is in what changed in the text."""
    quoted = {word for quote in _quotations(what) for word in _words(quote)}
    changed = {word for change in _text_changes(pair) for word in _changed_words(change)}
    return bool(quoted and changed) and quoted.isdisjoint(changed)


def _quotations(what: str) -> Iterator[str]:
    return (match[1] or match[2] or "" for match in _QUOTATION.finditer(what))


def _changed_words(change: TextChange) -> Iterator[str]:
    for span in compare_words(change.old, change.new):
        if not (span.in_old and span.in_new):
            yield from _words(span.words)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _approval_change(pair: _Pair, names: Names) -> Iterator[FieldChange]:
    before, after = pair.both("approved")
    if before != after:
        was, now = (names.partial_date(day) if day else "" for day in (before, after))
        yield FieldChange(pair.opinion, "day of approval", was, now, pair.document)


def _withdrawal_change(pair: _Pair, names: Names) -> Iterator[WithdrawalChange]:
    is_new = not pair.old.path and pair.new.can_read("withdrawn")
    values = (None, pair.new.read("withdrawn")) if is_new else pair.both("withdrawn")
    before, after = (_withdrawal(value, names) for value in values)
    if before != after:
        yield WithdrawalChange(pair.id, pair.opinion, before, after)


def _withdrawal(withdrawn: Withdrawal | None, names: Names) -> str:
    """The day and the reason of a withdrawal in a sentence; empty if there is none."""
    return f"{names.partial_date(withdrawn.on)}. Reason: {withdrawn.reason}" if withdrawn else ""


def _detail_changes(pair: _Pair) -> Iterator[FieldChange]:
    was, now = (_details(pair, version) for version in (pair.old, pair.new))
    for what in {**now, **was}:
        old, new = was.get(what, ""), now.get(what, "")
        if old != new:
            yield FieldChange(pair.opinion, what, old, new)
    before, after = pair.both("corrections")
    for number, entry in enumerate(before or (), start=1):
        if number > len(after):
            yield FieldChange(pair.opinion, f"correction {number}", entry.what, "")


def _details(pair: _Pair, version: _Version) -> Mapping[str, str]:
    """What the editors wrote in the fields that can be compared."""
    fields = {name: version.read(name) for name in _FIELDS_IN_WORDS if pair.has(name)}
    return {
        "title": fields.get("title") or "",
        "summary": fields.get("summary") or "",
        **{f"question {issue.id}": _question(issue) for issue in fields.get("issues") or ()},
        **{f"answer {item.id}": _answer(item) for item in fields.get("holdings") or ()},
        "source": source_in_words(fields.get("source")),
    }


def source_in_words(source: Provenance | None) -> str:
    """Everything that is known of a source, on one line; empty if there is none."""
    if source is None:
        return ""
    sha256 = f"SHA-256 {source.sha256}" if source.sha256 else None
    return "; ".join(filter(None, (source.title, source.url, source.file, sha256)))


def _question(issue: Issue) -> str:
    return f"{issue.question} ({_paragraphs(issue.at)})"


def _answer(holding: Holding) -> str:
    rests = f"; rests on {', '.join(holding.cites)}" if holding.cites else ""
    return f"{holding.text} (to question {holding.answers}; {_paragraphs(holding.at)}{rests})"


def _paragraphs(numbers: Iterable[int]) -> str:
    return ", ".join(f"¶ {number}" for number in numbers)
