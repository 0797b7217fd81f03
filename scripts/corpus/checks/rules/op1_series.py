"""OP1: whether numbers of opinions fit their series, and every series has its own address."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import Any

from corpus.checks.hints import hint_on_series, series_of_folder
from corpus.checks.places import collision
from corpus.checks.registry import on_record, on_shared_file
from corpus.citations.finder import CitationFinder
from corpus.findings import Violation
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.commission import Commission
from corpus.model.number_forms import prints_year, write_number
from corpus.model.opinion_id import OpinionId
from corpus.model.series import Series
from corpus.parsing.field_mistakes import message_on_missing
from corpus.parsing.parsed_file import ParsedFile
from corpus.parsing.yaml_values import FieldPath

_YEARS = range(1900, 2100)
_SAMPLE_YEAR = 2003
"""The year of the numbers in messages."""
_YEAR_TO_ADD = (
    "Put `{{year}}` where documents print the year. If they print none and give no number twice, "
    'type `url: "{}"` and `numbers: run on` in this series.'
)
_ONE_RUN = (
    "Type `numbers: run on` if no number is given twice. If documents print the year, put `{year}` "
    "there in `printed`, and `{year}/` before `{number}` in `url`."
)
_YEAR_AFTER_A_LETTER = (
    "A year right after a letter cannot be found in a text. Put a space or a dash between them."
)
_WORDS_OF_ITS_OWN = "Put words before the number that no other series has: `RPC {number}`."
_YEAR_OF_APPROVAL = "Type the day, or as much of it as you know, such as `approved: 1998`."


@on_shared_file("OP141", hint="Add it, or describe the numbers in `series`.")
def no_settings_of_numbers(file: ParsedFile[Any]) -> Iterable[Violation]:
    """A body without `series` says in the other settings how its numbers are written.

    Why: Without them, no number can be printed, cited or found.
    """
    commission = file.value
    if isinstance(commission, Commission) and not commission.series:
        settings = {
            "heading_lines": commission.heading_lines,
            "opinions": commission.opinions,
            "citation": commission.citation.title,
        }
        for name, value in settings.items():
            if not value:
                field = "title` in `citation" if name == "citation" else name
                place = file.field_location(name)
                message = message_on_missing(field)
                yield Violation(place, message, field_path=(name,))


@on_shared_file(
    "OP149",
    hint="Delete it. If it is about one series, move it into that series.",
)
def setting_beside_series(file: ParsedFile[Any]) -> Iterable[Violation]:
    """A body with `series` says only in these how its numbers are written.

    Why: These settings are ignored when `series` is given.
    """
    commission = file.value
    if isinstance(commission, Commission) and commission.series:
        for name in ("heading_lines", "opinions", "first_number"):
            if getattr(commission, name):
                yield Violation(
                    file.raw.key_location((name,)), f"`{name}` is ignored when `series` is given"
                )


@on_shared_file("OP142", hint="Put `{year}/` before `{number}` in its `url`.")
def address_of_two(file: ParsedFile[Any]) -> Iterable[Violation]:
    """No two opinions can have one address.

    Why: An address belongs to one opinion for good; the other could not be published.
    """
    commission = file.value
    all_series = commission.series if isinstance(commission, Commission) else ()
    for place, series in enumerate(all_series):
        if not series.has_year and prints_year(series.printed):
            yield _years_at_one_address(file, place, series)
        elif not series.has_year and series.numbers in {"restart", "repeat"}:
            named = write_number(series.printed, _sample(series))
            url = _sample(series).url
            location = file.field_location("series", place, "numbers")
            yield Violation(location, f"two `{named}` would both be at {url}", _ONE_RUN)
    for (first_place, first), (other_place, other) in combinations(enumerate(all_series), 2):
        if first.id == other.id and not _needs_year_in_print(other):
            names = [write_number(each.printed, _sample(each)) for each in (first, other)]
            message = f"`{names[0]}` and `{names[1]}` would both be at {_sample(other).url}"
            places = ("series", other_place, "url"), ("series", first_place, "url")
            yield collision(file, *places, message, _hint_on_own_url(other, all_series))


def _hint_on_own_url(series: Series, all_series: Sequence[Series]) -> str:
    """What to type as the `url` of a series whose addresses another one has."""
    address = series.own_address
    if address.partition("/")[0] in {other.id for other in all_series}:
        return "Begin the `url` of one of them with a short name of letters: `rpc/{number}`."
    return f'Type `url: "{address}"` in the series `{series.name}`.'


def _years_at_one_address(file: ParsedFile[Any], place: int, series: Series) -> Violation:
    """What is wrong with an address without the year that the printed number has."""
    sample = _sample(series)
    first, second = (
        write_number(series.printed, sample._replace(year=y))
        for y in (_SAMPLE_YEAR, _SAMPLE_YEAR + 1)
    )
    message = f"`{first}` and `{second}` would both be at {sample.url}"
    return Violation(file.field_location("series", place, "url"), message)


@on_shared_file("OP143", hint=_WORDS_OF_ITS_OWN)
def form_not_read_back(file: ParsedFile[Any]) -> Iterable[Violation]:
    """Texts can cite each number in each form of its series, and it means one opinion only.

    Why: Readers would not be led to the opinion, or to a wrong one.
    """
    commission = file.value
    if not isinstance(commission, Commission) or not commission.series:
        return
    places: dict[OpinionId, FieldPath] = {
        sample: ("series", place)
        for place, series in enumerate(commission.series)
        for sample in _samples(series)
    }
    alone = commission.model_copy(update={"cited_bodies": ()})
    finder = CitationFinder(alone, [*places])
    for place, series in enumerate(commission.series):
        if _needs_year_in_print(series):
            number = write_number(series.printed, _sample(series))
            message = f"`{number}` does not print the year that the address has"
            hint = _YEAR_TO_ADD.format(_url_without_year(series, commission.series))
            yield Violation(file.field_location("series", place, "printed"), message, hint)
            continue
        for field, form in _forms(series):
            for message, other_place in islice(_misread(series, form, finder, places), 1):
                where = ("series", place, *field)
                if other_place:
                    hint = _hint_on_order(alone, place, other_place)
                    yield collision(file, where, other_place, message, hint)
                else:
                    hint = _YEAR_AFTER_A_LETTER if re.search(r"\w{(?:year|yy)}", form) else ""
                    yield Violation(file.field_location(*where), message, hint)


def _misread(
    series: Series, form: str, finder: CitationFinder, places: Mapping[OpinionId, FieldPath]
) -> Iterator[tuple[str, FieldPath | None]]:
    """Yield why numbers in a form are not read as they are meant, and what else has such a form."""
    for sample in _samples(series):
        printed = write_number(form, sample._replace(year=sample.year or _SAMPLE_YEAR))
        targets = [citation.target for citation in finder.find(f"It may (see {printed}).")]
        if _is_mistake_of_address(series, form, targets):
            continue
        if not targets:
            yield f"`{printed}` is not found in a text", None
        elif targets[0] != sample:
            message = f"`{printed}` is read as opinion {targets[0]}, not {sample}"
            read = targets[0]
            ids = (
                own for own in places if isinstance(read, OpinionId) and own.series == read.series
            )
            yield message, next((places[own] for own in ids if own.series != series.id), None)


def _hint_on_order(commission: Commission, place: int, other_place: FieldPath) -> str:
    """What to type if all forms of two series are read once the second stands above the first."""
    first = int(other_place[1])
    all_series = list(commission.series)
    series = all_series[place]
    above = all_series[first]
    all_series.insert(first, all_series.pop(place))
    finder = CitationFinder(commission.model_copy(update={"series": tuple(all_series)}), ())
    misread = (
        _misread(each, form, finder, {}) for each in (series, above) for _, form in _forms(each)
    )
    if place < first or any(any(mistakes) for mistakes in misread):
        return _WORDS_OF_ITS_OWN
    return f"Move the series `{series.name}` above the series `{above.name}`."


def _forms(series: Series) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield ("printed",), series.printed
    if series.short:
        yield ("short",), series.short
    if series.cited and not _lacks_year(series, series.cited):
        yield ("cited",), series.cited
    yield from ((("in_text", place), form) for place, form in enumerate(series.in_text))


def _lacks_year(series: Series, form: str) -> bool:
    """Whether only the year that follows in a citation completes the number."""
    return series.has_year and not prints_year(form)


def _needs_year_in_print(series: Series) -> bool:
    """Whether the number is printed without the year that the address has, and needs it."""
    needs_it = not series.runs_on or series.has_letters or "url" not in series.model_fields_set
    return needs_it and _lacks_year(series, series.printed)


def _is_mistake_of_address(series: Series, form: str, targets: Sequence[object]) -> bool:
    """Whether a form with a year would be read if the address had one; that is OP142."""
    if series.has_year or not prints_year(form):
        return False
    return not targets or (isinstance(targets[0], OpinionId) and targets[0].series == series.id)


def _url_without_year(series: Series, all_series: Sequence[Series]) -> str:
    """What to type as the `url` of a series whose numbers have no year."""
    return series.own_address if len(all_series) > 1 else "{number}"


def _samples(series: Series) -> list[OpinionId]:
    """A number of a series, and if it may have a letter, one with a letter."""
    sample = _sample(series)
    return [sample._replace(letter="A"), sample] if series.has_letters else [sample]


def _sample(series: Series) -> OpinionId:
    return OpinionId(_SAMPLE_YEAR if series.has_year else 0, 5, "", series.id)


@on_record("OP144", hint="See how `series` in standards/commission.yml writes these numbers.")
def number_of_no_series(record: Record, references: References) -> Iterable[Violation]:
    """A record has what the numbers of its series have: a year, a letter, or neither.

    Why: The number is the name and the address of the opinion.
    Bad:
        letter: A
    Good:
        aliases: [03-5A]
    """
    opinion = record.opinion
    commission = references.commission
    series = commission.series_of(record.id)
    if series is None:
        known = ", ".join(f"`{other.id}`" for other in commission.series if other.id)
        choices = f"; the series are {known}" if known else ""
        wrong = (
            f"there is no series `{record.id.series}`"
            if record.id.series
            else "`series` is missing"
        )
        folder = series_of_folder(record.parsed_file.path, commission) or record.id.series
        hint = hint_on_series(record.id, folder, commission) or "Type one of them as `series`."
        location = record.field_location("series")
        message = f"{wrong}{choices}"
        yield Violation(location, message, hint, subject=record.id.series)
        return
    if opinion.letter and not series.has_letters:
        hint = "Delete `letter`, or add `{letter}` to `printed` of the series."
        yield Violation(record.field_location("letter"), "these numbers have no letter", hint)
    if opinion.year and not series.has_year:
        message = "these numbers have no year, so `approved` gives it"
        yield Violation(record.field_location("year"), message, "Delete `year`.")
    if not record.year and not opinion.is_draft:
        message = (
            "these numbers have no year, so `approved` must give it, even if it is only a year"
        )
        yield Violation(record.field_location("approved"), message, _YEAR_OF_APPROVAL)
    if series.url == "{number}" and opinion.number in _YEARS:
        message = f"{record.id.url} is the list of a year; give the series a short name in `url`"
        yield Violation(record.field_location("number"), message)
