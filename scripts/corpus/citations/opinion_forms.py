"""The forms of the numbers of opinions in running text, each with the words that introduce it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.model.commission import Commission
from corpus.model.number_forms import BLANK, blanks
from corpus.model.series import Series

_WORDS_BEFORE = re.compile(
    r"(?P<before>\s*(?:{\w+}(?:\s+|[-/.]))?)(?P<words>[^{}]*[^\W\d_][^{}]*)(?P<after>{.*)"
)
"""`{yy} `, `FEO ` and `{number}` of `{yy} FEO {number}`."""

_LETTERS = re.compile("[A-Z]{2,6}")
"""The letters of a series, such as `EC`."""


class OpinionForm(NamedTuple):
    """How a number is written beside the words that introduce it."""

    series: Series
    before: str
    """What stands before the words: `{yy}` of `98 FEO 5`, `{year}-` of `2011-AG-3`, or nothing."""
    after: str
    """What follows the words: `{year}-{number}`."""


def forms_by_words(commission: Commission) -> dict[tuple[OpinionForm, ...], tuple[str, ...]]:
    """The introducing words that each group of forms goes with, in the order of the file."""
    forms: defaultdict[str, dict[OpinionForm, None]] = defaultdict(dict)
    listed = tuple(_forms(commission))
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
        has_year = {"year", "yy"} & {*blanks(form.before + form.after)}
        with_dash = [f"{words}-"] if has_year and _LETTERS.fullmatch(words) else []
        others = {words.rstrip("-"), *with_dash, *([form.series.name] if has_year else [])} - taken
        for name in (words, *sorted(others)):
            for alike in (form, _with_whole_year(form)):
                if (name, alike) not in listed:
                    yield name, alike


def _with_whole_year(form: OpinionForm) -> OpinionForm:
    return form._replace(after=form.after.replace("{yy}", "{year}"))


def _without_digits(blank: re.Match[str]) -> str:
    return f"{{{blank['name']}}}"
