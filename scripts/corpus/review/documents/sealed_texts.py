"""What a clerk reads at sealing: where a text differs from its kept document."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from corpus.intake.code_span import code_span
from corpus.intake.long_text_diff import differences, words_of
from corpus.library.corpus import Corpus
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.review.changes.record_changes import NewText
from corpus.review.comment.comparison_report import ABOUT_BREAKS, BREAKS
from corpus.review.comment.markdown_parts import excerpt
from corpus.review.documents.comparison import DocumentComparison, OtherWords
from corpus.review.documents.new_texts import compare_text, text_or_reason

_WHAT_TO_DO = (
    "Look at these places in the document. If the text is wrong, correct it: `make check` then "
    "says what to do about the seal. If the text is right, for example because a program misread "
    "a scan, leave it. The comment on the pull request shows these places to the reviewer too."
)


def report_at_sealing(
    corpus: Corpus, sealed: Collection[OpinionId], commission: Commission, root: Path
) -> Iterator[str]:
    """Say of each sealed text whether it has the words of its document, as far as it is kept."""
    texts = {
        record.id: NewText(f"opinion {record.id}", record.opinion.source.file or "", record.text)
        for record in corpus.records
        if record.text.blocks
    }
    read = cache(partial(text_or_reason, root, commission=commission))
    comparisons = [
        compare_text(text, read, texts.values(), commission)
        for opinion, text in texts.items()
        if opinion in sealed
    ]
    yield from _agreeing(comparisons)
    yield from _not_compared(comparisons)
    differing = [comparison for comparison in comparisons if comparison.speaks_against]
    for comparison in differing:
        yield f"warning: {comparison.opinion} has other words than {comparison.document}:"
        yield from (f"  - {place}" for place in _places(comparison))
    broken = [comparison for comparison in comparisons if comparison.breaks]
    yield from _other_breaks(broken)
    if differing or broken:
        yield _WHAT_TO_DO


def _agreeing(comparisons: Sequence[DocumentComparison]) -> Iterator[str]:
    agreeing = [
        it for it in comparisons if not (it.why_not_compared or it.speaks_against or it.breaks)
    ]
    if agreeing:
        yield f"compared with the kept document, without a difference: {_named(agreeing)}"


def _not_compared(comparisons: Sequence[DocumentComparison]) -> Iterator[str]:
    reasons = dict.fromkeys(it.why_not_compared for it in comparisons if it.why_not_compared)
    for reason in reasons:
        unread = [it for it in comparisons if it.why_not_compared == reason]
        yield f"not compared with a document: {_named(unread)}. {reason}"


def _other_breaks(broken: Sequence[DocumentComparison]) -> Iterator[str]:
    if broken:
        yield f"warning: {BREAKS[0].lower()}{BREAKS[1:]}{ABOUT_BREAKS} As the document has it:"
        yield from (f"  - {it.opinion}: {'; '.join(it.breaks)}" for it in broken)


def _named(comparisons: Sequence[DocumentComparison]) -> str:
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
