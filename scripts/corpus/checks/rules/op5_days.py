"""OP5: days in the future, if the date of today is known."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from corpus.checks.registry import on_collection
from corpus.findings import Location, Violation
from corpus.library.corpus import Corpus, RecordOutline
from corpus.model.authority import Authority
from corpus.model.commission import Commission
from corpus.model.edition import Edition
from corpus.model.partial_date import PartialDate
from corpus.parsing.parsed_file import ParsedFile

_DAYS = ("effective", "adopted", "after")
"""The fields of an edition that can have its day."""

_WAIT = (
    "Correct the day, or leave the pull request open until that day. Then close and reopen it: the "
    "check runs again."
)
_COMPLETE = "Type the day of the last opinion that the collection has."
_ANNOUNCE = (
    f"To announce the change of the law now, say it in `note` and delete this entry. {_WAIT}"
)


@on_collection("OP513", hint=_WAIT)
def day_to_come(corpus: Corpus) -> Iterable[Violation]:
    """No approval, withdrawal, correction, edition or `complete_until` has a day in the future.

    Why: The site would show it as if its day had come. `make seal` and every check of a pull
        request refuse it, and so nothing that is published has such a day. `make check` does not
        look at a clock, so the same files always have the same findings.
    """
    if corpus.today is None:
        return
    for dated in _days(corpus):
        if dated.day > corpus.today:
            message = f"`{dated.written or dated.day}` is in the future"
            yield Violation(dated.locate(), message, dated.hint)


class _Dated(NamedTuple):
    """A day, and where it stands."""

    day: date
    locate: Callable[[], Location]
    hint: str = _WAIT
    written: PartialDate | None = None
    """The date in the field, if it may be a month or a year; `day` is then its first day."""


def _days(corpus: Corpus) -> Iterator[_Dated]:
    for outline in corpus.outlines:
        yield from _days_of_record(corpus, outline)
    for file in corpus.files:
        if isinstance(file.value, Commission) and file.value.complete_until:
            locate = partial(file.field_location, "complete_until")
            yield _Dated(file.value.complete_until, locate, _COMPLETE)
        for place, editions in _editions(file):
            for index, edition in enumerate(editions):
                field = next(name for name in _DAYS if getattr(edition, name))
                locate = partial(file.field_location, *place, "editions", index, field)
                yield _Dated(edition.day, locate, _ANNOUNCE)


def _days_of_record(corpus: Corpus, outline: RecordOutline) -> Iterator[_Dated]:
    locate = partial(corpus.location_in, outline)
    yield _Dated(outline.earliest_day, partial(locate, "approved"), written=outline.approved)
    for index, correction in enumerate(outline.corrections or ()):
        yield _Dated(correction.on, partial(locate, "corrections", index, "on"))
    if withdrawn := outline.withdrawn:
        yield _Dated(withdrawn.first_day, partial(locate, "withdrawn", "on"), written=withdrawn)


def _editions(file: ParsedFile[Any]) -> Iterator[tuple[tuple[str, ...], tuple[Edition, ...]]]:
    """The editions that a file lists, each list with the place of its field."""
    if isinstance(file.value, Authority):
        yield (), file.value.editions
    elif isinstance(file.value, Commission):
        for name, kind in file.value.authorities.items():
            yield ("authorities", name), kind.editions
