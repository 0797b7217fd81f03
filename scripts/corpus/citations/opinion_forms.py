"""The forms of the numbers of opinions in running text, with their words and as patterns."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.citations.counts import AT_A_PLACE
from corpus.citations.pinpoints import DASH, HYPHENS
from corpus.model.commission import Commission
from corpus.model.number_forms import BLANK, prints_year, year_of
from corpus.model.opinion_id import OpinionId
from corpus.model.series import Series

_WORDS_BEFORE = re.compile(
    r"(?P<before>\s*(?:{\w+}(?:\s+|[-/.]))?)(?P<words>[^{}]*[^\W\d_][^{}]*)(?P<after>{.*)"
)
"""`{yy} `, `FEO ` and `{number}` of `{yy} FEO {number}`."""

_LETTERS = re.compile("[A-Z]{2,6}")
"""The letters of a series, such as `EC`."""


_FIELDS = {
    "number": "(?P<number>[0-9]{1,6})",
    "year": "(?P<year>(?:19|20)[0-9]{2})",
    "yy": "(?P<yy>[0-9]{2})",
    "letter": "(?P<letter>[A-Za-z]?)",
}
_NOT_A_YEAR = "(?!(?:19|20)[0-9]{2}(?![0-9]))"
"""What must not follow a year of two digits: `05-2003` is not opinion 2003 of 2005."""

_END = rf"(?!\w|[.:]\d|{DASH}(?:[0-9]|[A-Z](?!\w))|[{HYPHENS}]\w)"
_END_OF_NUMBER = rf"(?!\w|[.:/]\d|\([0-9A-Za-z]|[{HYPHENS}][A-Za-z]|{DASH}[A-Z](?!\w))"
"""What must not follow a number whose form has no year after it: `179-181` is a range."""


class OpinionForm(NamedTuple):
    """How a number is written beside the words that introduce it."""

    series: Series
    before: str
    """What stands before the words: `{yy}` of `98 FEO 5`, `{year}-` of `2011-AG-3`, or nothing."""
    after: str
    """What follows the words: `{year}-{number}`."""


class NumberPattern(NamedTuple):
    """A form of the numbers of one series, as patterns."""

    series: str
    has_years: bool
    """Whether a year is a part of the numbers of its series."""
    runs_on: bool
    year_before: re.Pattern[str] | None
    """Finds the year before the introducing words: `98 ` of `98 FEO 5`."""
    number: re.Pattern[str]
    is_bare: bool
    """Whether the number has no year after the words."""


def forms_by_words(commission: Commission) -> dict[tuple[OpinionForm, ...], tuple[str, ...]]:
    """The introducing words that each group of forms goes with, in the order of the file."""
    forms: defaultdict[str, dict[OpinionForm, None]] = defaultdict(dict)
    listed = tuple(_forms(commission))
    listed = (*listed, *_without_names(listed), *_with_short_names(listed, commission))
    for words, form in (*listed, *_alike(listed)):
        forms[words][form] = None
    groups: defaultdict[tuple[OpinionForm, ...], list[str]] = defaultdict(list)
    for words, of_words in forms.items():
        groups[tuple(of_words)].append(words)
    return {group: tuple(words) for group, words in groups.items()}


def _forms(commission: Commission) -> Iterator[tuple[str, OpinionForm]]:
    if not commission.series and commission.opinions:
        names = (commission.opinion, commission.opinion_short, commission.citation.title)
        (series,) = commission.all_series
        for words in filter(None, (*names, *commission.opinions.cited_as)):
            for form in commission.opinions.numbered:
                yield words, OpinionForm(series, "", form)
    for series in commission.series:
        for form in series.forms:
            match = _WORDS_BEFORE.fullmatch(BLANK.sub(_without_digits, form))
            if match:
                yield (
                    match["words"].strip(),
                    OpinionForm(series, match["before"].strip(), match["after"]),
                )


def _alike(listed: Sequence[tuple[str, OpinionForm]]) -> Iterator[tuple[str, OpinionForm]]:
    """Forms that the settings of a series lack, but that can mean nothing else.

    They have the name of the series in the place of its letters, a space in the place of a dash
    or a dash in that of a space, or all digits of the year: `Letter of Advice 2004-3`, `EC 98-17`,
    `EC-98-17` and `EC-1998-17`.
    """
    taken = {words for words, _ in listed}
    for words, form in listed:
        has_year = prints_year(form.before + form.after)
        with_dash = [f"{words}-"] if has_year and _LETTERS.fullmatch(words) else []
        others = {words.rstrip("-"), *with_dash, *([form.series.name] if has_year else [])} - taken
        for name in (words, *sorted(others)):
            for alike in (form, _with_whole_year(form)):
                if (name, alike) not in listed:
                    yield name, alike


def _without_names(listed: Sequence[tuple[str, OpinionForm]]) -> Iterator[tuple[str, OpinionForm]]:
    """The letters within numbers, which need no name: `AG-` of `Opinion {year}-AG-{number}`."""
    for _, form in listed:
        match = _WORDS_BEFORE.fullmatch(form.after)
        letters = match and _LETTERS.fullmatch(match["words"].strip("-/. "))
        if match and letters and prints_year(match["before"]):
            before, after = match["before"].strip(), match["after"]
            yield match["words"].strip(), OpinionForm(form.series, before, after)


def _with_short_names(
    listed: Sequence[tuple[str, OpinionForm]], commission: Commission
) -> Iterator[tuple[str, OpinionForm]]:
    """`Advisory Op. {year}-{number}` and `Op. {year}-{number}` of a body with one series only."""
    if len(commission.series) != 1 or not commission.opinion.endswith("Opinion"):
        return
    before = commission.opinion.removesuffix("Opinion")
    words = ("Opinion", "Op.", "Opn.")
    names = (commission.opinion_short, *words, *(before + word for word in words[1:]))
    for name in names:
        for listed_name, form in listed:
            if listed_name == commission.opinion and prints_year(form.after):
                yield name, form


def _with_whole_year(form: OpinionForm) -> OpinionForm:
    return form._replace(after=form.after.replace("{yy}", "{year}"))


def _without_digits(blank: re.Match[str]) -> str:
    return f"{{{blank['name']}}}"


def lacks_year(form: OpinionForm) -> bool:
    """Whether a form lacks the year of its numbers, so that only what is known completes it."""
    return form.series.has_year and not prints_year(form.before + form.after)


def number_pattern(form: OpinionForm) -> NumberPattern:
    """The patterns for a form, with any dash and any white space."""
    series = form.series
    is_bare = not prints_year(form.after)
    return NumberPattern(
        series.id,
        series.has_year,
        series.runs_on,
        _pattern_before_words(form.before) if form.before else None,
        _pattern_after_words(form.after, _END_OF_NUMBER if is_bare else _END),
        is_bare,
    )


def _pattern_before_words(form: str) -> re.Pattern[str]:
    """A pattern for `{yy}`, with white space after it, or for `{year}-`."""
    _, field, sign = re.split(r"{(\w+)}", form)
    joint = _in_any_form(sign) if sign else r"\s+"
    return re.compile(rf"(?<![\w.]){_FIELDS[field]}{joint}$")


def _pattern_after_words(form: str, end: str) -> re.Pattern[str]:
    pieces = re.split(r"{(\w+)}", form)
    pattern = ""
    for text, field in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        if text.startswith(" ("):
            pattern += AT_A_PLACE
        pattern += _in_any_form(text)
        pattern += _NOT_A_YEAR if field == "number" and "yy" in pieces else ""
        pattern += _FIELDS.get(field, "")
    return re.compile(rf"(?<![\w.]){pattern}{end}")


def _in_any_form(words: str) -> str:
    """A pattern for words with any dash, any apostrophe and any white space."""
    with_dash = re.sub(rf"\\?{DASH}", lambda _: DASH, re.escape(words))
    return re.sub("['\u2019]", "['\u2019]", with_dash).replace(r"\ ", r"\s*")


def opinion_of(pattern: NumberPattern, pieces: dict[str, str]) -> OpinionId:
    """The opinion that the groups of a pattern mean."""
    letter = (pieces.get("letter") or "").upper()
    year = year_of(pieces) if pattern.has_years else None
    return OpinionId(year or 0, int(pieces["number"]), letter, pattern.series)
