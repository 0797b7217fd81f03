"""What the report says of a record that is already there."""

import re
from collections.abc import Iterable, Iterator

from corpus.intake.draft import Drafts
from corpus.intake.existing_record import REVISABLE, ExistingRecord, Match
from corpus.intake.outcome import Outcome, Written

_RESULTS = {
    Match.SAME_WORDS: "already there, with the same words",
    Match.OTHER_WORDS: "already there, with different wording",
    Match.EXAMPLE: "the example is there",
    Match.UNNUMBERED: "a draft without a number is there",
    Match.UNREADABLE: "another file is there",
}
"""What the table of a volume says of it."""
_REVISE = (
    "To write the document's words beside it, add `--revise` (`REVISE=yes` after `make ingest`)."
)
_REVISED = "Copy what is right from `{revision}` into it, and delete that file."
_SENTENCES = {
    Match.OTHER_WORDS: (
        "`{path}` differs from the document. It is not overwritten. "
        "If the document is right, correct the word there. "
        "If the record is published, list the correction in `corrections` too."
    ),
    Match.NO_TEXT: (
        "`{path}` listed this opinion without its text. All that was typed there is kept. "
        "The text and the other fields are new, and `source` has the hash of the document too. "
        "If the rest of `source` is not about this document, correct it."
    ),
    Match.EXAMPLE: (
        "`{path}` is the example that came with the programs, and it has the number of this "
        "opinion. Delete that file, and start again."
    ),
    Match.UNNUMBERED: (
        "`{path}` is the draft of another document, which gives no number. Type the number of "
        "its opinion into it, rename the file, and start again."
    ),
    Match.UNREADABLE: "`{path}` cannot be read as a record. It is not overwritten.",
}
_OTHER_PARAGRAPHS = (
    "**Paragraphs or headings differ**, so the paragraphs are numbered differently. Look at each "
    "of these places in the document, and correct the record if it is wrong:"
)
_ALL_WORDS = "`{path}` has the same words as the document."
_OWN_WORDS = "`{path}` has the same words as this opinion in the document."
_OTHER_WORDS_TOO = (
    f"{_OWN_WORDS} The document has other words too, which the record lacks: they are listed below."
)
_OTHER_NUMBER = (
    "`{path}` has the same words under another number. "
    "Compare both with their documents, and correct the one that is wrong."
)
_DRAFT = re.compile(r"\b([Tt]he|[Ii]ts|[Nn]o|[Ee]very|[Ee]ach) draft\b")
_QUOTATION = re.compile("(`[^`]*`)")


def on_records(outcome: Outcome, document: Drafts) -> Iterator[str]:
    """Yield what is there already: the record of the opinion, and another one with its words."""
    if outcome.existing:
        yield _comparison(outcome, document)
    if outcome.same_words:
        yield _OTHER_NUMBER.format(path=outcome.same_words)


def result_of(existing: ExistingRecord) -> str:
    """What the table of a volume says of a record that was there."""
    others = "; paragraphs or headings differ" if existing.other_paragraphs else ""
    return f"{_RESULTS.get(existing.match, '')}{others}"


def _comparison(outcome: Outcome, document: Drafts) -> str:
    existing = outcome.existing
    how = ""
    others = ""
    if existing is None:
        return ""
    form = _SENTENCES.get(existing.match) or _same_words(document)
    sentence = form.format(path=existing.path)
    if outcome.written is Written.BESIDE_RECORD:
        sentence += f" {_REVISED.format(revision=outcome.path)}"
    elif existing.match in REVISABLE:
        how = _REVISE
    if existing.match is Match.SAME_WORDS and existing.other_paragraphs:
        sentence += f" {_OTHER_PARAGRAPHS}"
    elif existing.other_paragraphs:
        others = _OTHER_PARAGRAPHS
    parts = (sentence, how, bullets(existing.differences), others)
    return "\n\n".join(filter(None, (*parts, bullets(existing.other_paragraphs))))


def bullets(sentences: Iterable[str]) -> str:
    """A list in Markdown."""
    return "\n".join(f"- {sentence}" for sentence in sentences)


def _same_words(document: Drafts) -> str:
    """The sentence on a record with the words of the opinion in a document."""
    if len(document.drafts) > 1:
        return _OWN_WORDS
    has_others = any(part.passages for part in document.left_out)
    return _OTHER_WORDS_TOO if has_others else _ALL_WORDS


def about_record(sentence: str) -> str:
    """A sentence about a draft, said of the record that is there, since no draft was written."""
    parts = _QUOTATION.split(sentence)
    return "".join(
        part if part.startswith("`") else _DRAFT.sub(r"\1 record", part) for part in parts
    )
