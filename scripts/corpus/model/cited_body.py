"""Another body whose opinions texts cite: how it prints their numbers, and where they are."""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, model_validator

from corpus.findings import FaultKind
from corpus.model.number_forms import BLANK, NumberForm, prints_year, write_number, year_of
from corpus.model.opinion_id import OpinionId
from corpus.parsing.field_types import NonEmpty, StrictModel, reject
from corpus.parsing.form_types import Name
from corpus.parsing.meaning import AN_ADDRESS

_BLANK_PATTERNS = {
    "number": "0*(?P<number>[1-9][0-9]{0,5})",
    "year": "(?P<year>(?:19|20)[0-9]{2})",
    "yy": "(?P<yy>[0-9]{2})",
    "letter": "(?P<letter>[A-Za-z]?)",
}


def _with_words(value: str) -> str:
    if not re.search(r"[^\W\d_]", BLANK.sub("", value)):
        message = "`{value}` has no words, so that any number would be taken for it"
        hint = "Type the words that texts print before the number: `MEAC {year}-{number:03}`."
        reject(FaultKind.FORM, message, value, hint)
    return value


def _url_form(value: str) -> str:
    if not re.match(r"https?://[^\s/{}]+/", value):
        reject(FaultKind.URL, "`{value}` is not a web address", value)
    return value


PrintedForm = Annotated[NumberForm, AfterValidator(_with_words)]
"""How texts print the number of an opinion of another body: `MEAC {year}-{number:03}`."""

UrlForm = Annotated[NumberForm, AfterValidator(_url_form)]
"""The address of an opinion on the web: `https://meac.example.org/{year}-{number:03}`."""


class CitedBody(StrictModel):
    """Another body whose opinions texts cite."""

    words_alone: ClassVar = {"url": AN_ADDRESS}

    name: Name
    """Its name, as records have it in `other_opinions`."""
    printed: NonEmpty[PrintedForm]
    """How texts print the numbers of its opinions: `MEAC {year}-{number:03}`."""
    url: UrlForm | None = None
    """The address of an opinion, with the same places, if it follows from the number."""

    @model_validator(mode="after")
    def _every_form_has_the_year_of_the_address(self) -> Self:
        for form in self.printed:
            if self.url and prints_year(self.url) and not prints_year(form):
                message = "`{value}` lacks the year, which the address has"
                reject(FaultKind.FORM, message, form, "Put the year into both, or neither.")
        return self

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A pattern for a number in any of the forms, in running text."""
        longest_first = sorted(self.printed, key=len, reverse=True)
        forms = "|".join(_without_names(_form_pattern(form)) for form in longest_first)
        return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-]*\w|\.[0-9])")

    def spans_in(self, words: str) -> Iterator[tuple[int, int]]:
        """Where words print a number in any of the forms."""
        return (match.span() for match in self.pattern.finditer(words))

    def number(self, words: str) -> OpinionId | None:
        """The number that words print; None if they are in none of the forms."""
        for form in self.printed:
            if match := re.fullmatch(_form_pattern(form), words):
                pieces = match.groupdict()
                letter = (pieces.get("letter") or "").upper()
                return OpinionId(year_of(pieces) or 0, int(pieces["number"]), letter)
        return None

    def spellings(self, words: str) -> tuple[str, ...]:
        """The number that words print, in each form and without zeros before it."""
        plain = (BLANK.sub(r"{\g<name>}", form) for form in self.printed)
        forms = dict.fromkeys((*self.printed, *plain))
        number = self.number(words)
        return tuple(write_number(form, number) for form in forms) if number else ()

    def address(self, words: str) -> str:
        """The address of the opinion with the number that words print; empty if unknown."""
        number = self.number(words)
        return write_number(self.url, number) if self.url and number else ""


@cache
def _form_pattern(form: str) -> str:
    """A pattern for a form; a number may have zeros before it, and any dash joins two."""
    pattern, done = "", 0
    for blank in BLANK.finditer(form):
        pattern += _literal(form[done : blank.start()]) + _BLANK_PATTERNS[blank["name"]]
        done = blank.end()
    return pattern + _literal(form[done:])


def _literal(words: str) -> str:
    with_dash = re.sub("\\\\-|[\u2010-\u2013]", "[-\u2010-\u2013]", re.escape(words))
    return re.sub("['\u2019]", "['\u2019]", with_dash).replace(r"\ ", r"\s+")


def _without_names(pattern: str) -> str:
    """The pattern with groups that have no names, so that it can stand beside another."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)
