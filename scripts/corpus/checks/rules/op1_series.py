"""OP1: whether the numbers of opinions fit their series, and no two series have one address."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from corpus.checks.collisions import collision
from corpus.checks.number_fields import hint_on_series, series_of_folder
from corpus.checks.registry import on_file, on_record
from corpus.citations.finder import CitationFinder
from corpus.citations.found_citation import CitationTarget
from corpus.findings import Violation
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.model.series import Series, blanks, write_number
from corpus.parsing.parsed_file import ParsedFile
from corpus.parsing.yaml_values import FieldPath

_YEARS = range(1900, 2100)


@on_file("OP141", hint="Add it, or describe the numbers in `series`.")
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
                yield file.field_location(name), f"the field `{field}` is missing"


@on_file("OP142", hint="Give one of them another `url`, or put `{year}/` in it.")
def address_of_two(file: ParsedFile[Any]) -> Iterable[Violation]:
    """No two opinions can have one address.

    Why: An address belongs to one opinion for good; the other could not be published.
    """
    commission = file.value
    all_series = commission.series if isinstance(commission, Commission) else ()
    for place, series in enumerate(all_series):
        has_year = {"year", "yy"} & {*blanks(series.printed)}
        if not series.has_year and (has_year or series.numbers in {"restart", "repeat"}):
            yield _years_apart(file, place, series, _sample(series, 2003), _sample(series, 2004))
    for (first_place, first), (other_place, other) in combinations(enumerate(all_series), 2):
        if first.id == other.id:
            message = (
                f"`{_printed(first)}` and `{_printed(other)}` would both be at {_sample(other).url}"
            )
            places = ("series", other_place, "url"), ("series", first_place, "url")
            yield collision(file, *places, message)


def _years_apart(
    file: ParsedFile[Any], place: int, series: Series, first: OpinionId, second: OpinionId
) -> Violation:
    named = [write_number(series.printed, opinion) for opinion in (first, second)]
    each = f"`{named[0]}` and `{named[1]}`" if named[0] != named[1] else f"two `{named[0]}`"
    address = first._replace(year=0).url
    return file.field_location("series", place, "url"), f"{each} would both be at {address}"


@on_file("OP143", hint="Put words before the number that no other series has: `RPC {number}`.")
def form_not_read_back(file: ParsedFile[Any]) -> Iterable[Violation]:
    """A number in one of its forms is found in a text, and means the same opinion.

    Why: Nobody would be led to the opinion, or to the wrong one.
    """
    commission = file.value
    if not isinstance(commission, Commission) or not commission.series:
        return
    samples = [_sample(series) for series in commission.series]
    finder = CitationFinder(commission.model_copy(update={"cited_bodies": ()}), samples)
    places: dict[CitationTarget, FieldPath] = {
        sample: ("series", place) for place, sample in enumerate(samples)
    }
    for place, (series, sample) in enumerate(zip(commission.series, samples, strict=True)):
        for field, form in _forms(series):
            printed = write_number(form, sample)
            targets = [citation.target for citation in finder.find(f"It may (see {printed}).")]
            location = file.field_location("series", place, *field)
            if not targets:
                yield location, f"`{printed}` is not found in a text"
            elif targets[0] != sample:
                message = f"`{printed}` is read as opinion {targets[0]}, not {sample}"
                other_place = places.get(targets[0])
                if other_place:
                    yield collision(file, ("series", place, *field), other_place, message)
                else:
                    yield location, message


def _forms(series: Series) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield ("printed",), series.printed
    if series.short:
        yield ("short",), series.short
    if series.cited and not _lacks_year(series, series.cited):
        yield ("cited",), series.cited
    yield from ((("in_text", place), form) for place, form in enumerate(series.in_text))


def _lacks_year(series: Series, form: str) -> bool:
    """Whether only the year that follows in a citation completes the number."""
    return series.has_year and not {"year", "yy"} & {*blanks(form)}


def _sample(series: Series, year: int = 2003) -> OpinionId:
    letter = "A" if series.has_letters else ""
    return OpinionId(year if series.has_year else 0, 5, letter, series.id)


def _printed(series: Series) -> str:
    return write_number(series.printed, _sample(series))


@on_record("OP144", hint="See how `series` in standards/commission.yml writes these numbers.")
def number_of_no_series(record: Record, references: References) -> Iterable[Violation]:
    """A record has what the numbers of its series have: a year, a letter, or neither.

    Why: The number is the name and the address of the opinion.
    Bad:
        letter: A
    Good:
        aliases: [03-5A]
    """
    opinion, commission = record.opinion, references.commission
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
        yield record.field_location("series"), f"{wrong}{choices}", hint
        return
    if opinion.letter and not series.has_letters:
        hint = "Delete `letter`, or add `{letter}` to `printed` of the series."
        yield record.field_location("letter"), "these numbers have no letter", hint
    if opinion.year and not series.has_year:
        message = "these numbers have no year, so that `approved` gives it"
        yield record.field_location("year"), message, "Delete `year`."
    if not record.year:
        message = "these numbers have no year, so that `approved` must give it, alone if need be"
        yield record.field_location("approved"), message
    if series.url == "{number}" and opinion.number in _YEARS:
        message = f"{record.id.url} is the list of a year; give the series a short name in `url`"
        yield record.field_location("number"), message
