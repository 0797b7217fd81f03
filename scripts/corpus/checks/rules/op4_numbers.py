"""OP4: whether every opinion has a number of its own, and no number is missing."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import permutations

from corpus.checks.hints import hint_on_revision
from corpus.checks.registry import on_collection
from corpus.checks.waivers import is_about
from corpus.findings import Level, Violation
from corpus.library.corpus import Corpus, RecordOutline
from corpus.library.missing_numbers import missing_in_series, numbers_by_year_in_words
from corpus.model.opinion_id import OpinionId
from corpus.paths import COMMISSION_SETTINGS


@on_collection("OP401", only_by_hand=True, hint="Give one of them its own number.")
def number_twice(corpus: Corpus) -> Iterable[Violation]:
    """No two records are the same opinion.

    Why: Two records would share one web address, and one would be lost.
    Bad:
        # opinions/2003/5.md
        number: 5
    Good:
        # opinions/2003/06.md
        number: 6
    """
    files: defaultdict[OpinionId, list[RecordOutline]] = defaultdict(list)
    for outline in corpus.outlines:
        files[outline.id].append(outline)
    for same in files.values():
        for outline, other in permutations(same, 2):
            yield Violation(
                corpus.location_in(outline, "number"),
                f"opinion {outline.id} is also in {other.path}",
                hint_on_revision(outline.path) or hint_on_revision(other.path),
            )


@on_collection(
    "OP406",
    hint="Add the missing records when their opinions are known.",
    level=Level.WARNING,
)
def gap_in_numbers(corpus: Corpus) -> Iterable[Violation]:
    """If numbers run on from year to year, every number has a record.

    Why: A missing opinion may have changed one that is here.
    Bad:
        # standards/commission.yml
        first_number: 1
    Good:
        # standards/commission.yml
        first_number: 5
    """
    if corpus.references is None:
        return
    commission = corpus.references.commission
    for place, series in enumerate(commission.all_series):
        ids = [outline.id for outline in corpus.outlines if outline.id.series == series.id]
        missing = missing_in_series(series, ids)
        field = ("series", place, "first_number") if commission.series else ("first_number",)
        location = corpus.location(COMMISSION_SETTINGS, *field)
        lowest = min((opinion.number for opinion in ids), default=None)
        if series.first_number and lowest and lowest < series.first_number:
            message = f"`first_number` is {series.first_number}, but opinion {lowest} is here"
            yield Violation(
                location, message, f"Type `first_number: {lowest}`, or correct the record."
            )
        if missing:
            of_series = f" of `{series.name}`" if len(commission.all_series) > 1 else ""
            yield Violation(
                location,
                f"there is no record of opinions {numbers_by_year_in_words(missing)}{of_series}",
            )


@on_collection(
    "OP419",
    hint="Compare both with their documents, and correct the wrong number. If both documents give "
    "this number, `numbers: repeat` in `standards/commission.yml`, at the top or in the series, "
    "says that numbers may repeat. An exception in one of the two records covers both.",
)
def running_number_twice(corpus: Corpus) -> Iterable[Violation]:
    """If numbers run on from year to year, no number is given twice.

    Why: Usually one of the two is wrong, and readers who type the number would not know which. If
        the body itself gave a number twice, the settings can say that numbers may repeat.
    """
    commission = corpus.references.commission if corpus.references else None
    running = (
        {series.id for series in commission.all_series if series.runs_on} if commission else {}
    )
    given: defaultdict[tuple[int, str, str], list[RecordOutline]] = defaultdict(list)
    for outline in corpus.outlines:
        if outline.id.series in running:
            given[outline.id[1:]].append(outline)
    for same in given.values():
        for outline, other in permutations(same, 2):
            if outline.id != other.id and (
                _explains_number_of(outline, other) or not _explains_number_of(other, outline)
            ):
                location = corpus.location_in(outline, "number")
                yield Violation(location, _same_number(other), subject=f"{other.id}")


def _same_number(other: RecordOutline) -> str:
    return f"opinion {other.id} has the same number, and these numbers run on"


def _explains_number_of(outline: RecordOutline, other: RecordOutline) -> bool:
    """Whether a record gives a reason why another one has its number."""
    return any(
        waiver.code == "OP419" and is_about(waiver, _same_number(other), f"{other.id}")
        for waiver in outline.waivers
    )
