"""What a clerk reads at sealing: where a text differs from its kept document."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache, partial
from pathlib import Path

from corpus.intake.long_text_diff import differences, words_of
from corpus.intake.quoted_words import code_span
from corpus.library.corpus import Corpus
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.model.words import uncapitalized
from corpus.review.changes.record_changes import NewText
from corpus.review.comment.comparison_report import (
    ABOUT_OTHER_NUMBERS,
    ABOUT_OTHER_SPELLINGS,
    COMPARE_YOURSELF,
    NEVER_COMPARED,
)
from corpus.review.comment.headings import Heading
from corpus.review.comment.markdown_parts import excerpt
from corpus.review.documents.comparison import DocumentComparison, OtherWords
from corpus.review.documents.new_texts import compare_text, text_or_reason

_WHAT_TO_DO = (
    "Look at these places in the document. If the text is wrong, correct it: `make check` then "
    "says what to do about the seal. If the text is right, for example because a program misread "
    "a scan, leave it. The comment on the pull request shows these places to the reviewer too."
)


def report_at_sealing(
    corpus: Corpus,
    sealed: Collection[OpinionId],
    earlier: Collection[OpinionId],
    commission: Commission,
    root: Path,
) -> Iterator[str]:
    """Say of each sealed text whether it has the words of its document, as far as it is kept.

    Of the texts that were sealed earlier, those that agree are not named again.
    """
    texts = {
        record.id: NewText(f"opinion {record.id}", record.opinion.source.file or "", record.text)
        for record in corpus.records
        if record.text.blocks
    }
    read = cache(partial(text_or_reason, root, commission=commission))
    comparisons = {
        opinion: compare_text(text, read, texts.values(), commission)
        for opinion, text in texts.items()
        if opinion in sealed or opinion in earlier
    }
    yield from _agreeing(comparisons[opinion] for opinion in texts if opinion in sealed)
    yield from _not_compared(comparisons.values())
    yield from _differing(comparisons.values())


def _agreeing(comparisons: Iterable[DocumentComparison]) -> Iterator[str]:
    if agreeing := [it for it in comparisons if not (it.why_not_compared or it.differs)]:
        yield (
            f"compared with the kept document, without a difference (not compared:"
            f" {NEVER_COMPARED}, and what was left out, such as a letterhead): {_named(agreeing)}"
        )


def _not_compared(comparisons: Collection[DocumentComparison]) -> Iterator[str]:
    reasons = dict.fromkeys(it.why_not_compared for it in comparisons if it.why_not_compared)
    for reason in reasons:
        unread = [it for it in comparisons if it.why_not_compared == reason]
        yield f"not compared with a document: {_named(unread)}. {reason} {COMPARE_YOURSELF}"


def _differing(comparisons: Collection[DocumentComparison]) -> Iterator[str]:
    """Each place where a text and its document differ, and what to do about it."""
    for comparison in comparisons:
        if comparison.speaks_against:
            yield f"warning: {comparison.opinion} has other words than {comparison.document}:"
            yield from (f"  - {place}" for place in _places(comparison))
    if renumbered := [it for it in comparisons if it.other_numbers]:
        yield _warning(Heading.OTHER_NUMBERS, ABOUT_OTHER_NUMBERS)
        yield from (f"  - {it.opinion}: {'; '.join(it.other_numbers)}" for it in renumbered)
    if respelled := [it for it in comparisons if it.spellings]:
        yield _warning(Heading.OTHER_SPELLINGS, ABOUT_OTHER_SPELLINGS)
        for comparison in respelled:
            places = (place for other in comparison.spellings for place in _place(other))
            yield from (f"  - {comparison.opinion}, {place}" for place in places)
    if any(comparison.differs for comparison in comparisons):
        yield _WHAT_TO_DO


def _warning(heading: Heading, about: str) -> str:
    return f"warning: {uncapitalized(heading)}. {about}"


def _named(comparisons: Iterable[DocumentComparison]) -> str:
    return ", ".join(comparison.opinion for comparison in comparisons)


def _places(comparison: DocumentComparison) -> Iterator[str]:
    for other in comparison.others:
        yield from _place(other)
    if comparison.moved:
        yield f"In another place in the document: {', '.join(comparison.moved)}"


def _place(other: OtherWords) -> Iterator[str]:
    if not other.in_document:
        yield f"Only in the text, {other.where}: {code_span(excerpt(other.in_text))}"
    elif not other.where:
        after = f", after {code_span(other.after)}" if other.after else ""
        yield f"Only in the document{after}: {code_span(excerpt(other.in_document))}"
    else:
        for difference in differences(words_of(other.in_document), words_of(other.in_text)):
            yield f"{other.where}: {difference.sentence('the document', 'the text')}"
