"""A series of opinions: how its numbers are printed, addressed and counted."""

import re
from functools import cached_property
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import AfterValidator

from corpus.findings import FaultKind
from corpus.model.note_marks import without_note_mark
from corpus.model.number_forms import (
    BLANK,
    HeadingForm,
    NumberForm,
    line_pattern,
    prints_year,
    with_zeros,
    year_of,
)
from corpus.model.opinion_id import OpinionId
from corpus.parsing.field_types import (
    PositiveInt,
    StrictModel,
    Text,
    one_of,
    reject,
)
from corpus.parsing.form_types import Name
from corpus.parsing.meaning import AN_ADDRESS

_JOINED = re.compile(r"{[^}]+}[^\s{}]*{[^}]+}(?:[^\s{}]*{[^}]+})?")
"""Two or three blanks without a space between them."""

_ADDRESS = re.compile(r"(?:(?P<series>[a-z][a-z0-9]*)/)?(?P<year>{year}/)?{number}")
_TAKEN = {"all", "authorities", "draft", "grammar", "ledger", "sources"}
"""The names of files and folders that stand beside the folders of a series."""


def _address_form(value: str) -> str:
    match = _ADDRESS.fullmatch(value)
    if match is None:
        hint = _address_to_type(value)
        reject(FaultKind.FORM, "`{value}` is not the form of an address", value, hint)
    if match["series"] in _TAKEN:
        message = "`{value}` is where other files of the collection are"
        hint = "Begin it with another short name of letters: `rpc/{number}`."
        reject(FaultKind.FORM, message, value, hint)
    return value


def _address_to_type(value: str) -> str:
    """What to type for an address with a blank that it cannot have."""
    plain = re.sub("{number:0[1-6]}.*|{number}.*", "{number}", value).replace("{yy}", "{year}")
    plain = re.sub("[^a-z0-9{}/]", "", plain.lower().strip("/").removeprefix("opinions/"))
    if re.search("{number.*{(?:year|yy)}", value):
        plain = plain.replace("{number}", "{year}/{number}")
    if not _ADDRESS.fullmatch(plain):
        return "Type `{year}/{number}`, or a short name of letters first: `rpc/{number}`."
    letter = " The letter of a number follows by itself." if "{letter}" in value else ""
    return f"Type `{plain}`.{letter}"


AddressForm = Annotated[Text, AfterValidator(_address_form)]
"""The end of an address: `{year}/{number}`, `rpc/{number}`."""


class PrintedNumber(NamedTuple):
    """A number as a line prints it."""

    series: str
    number: int
    letter: str
    year: int | None
    """None if the line lacks the year of the number, and 0 if such numbers have none."""
    date: str = ""
    """The day in the same line, as written; empty if it has none."""

    def opinion(self, year: int | None) -> OpinionId | None:
        """The opinion, of `year` if the line lacks it; None if both lack it."""
        known = year if self.year is None else self.year
        return None if known is None else OpinionId(known, self.number, self.letter, self.series)


class Series(StrictModel):
    """Opinions that are numbered together."""

    words_alone: ClassVar = {"url": AN_ADDRESS}

    name: Name
    """The name of one of them: `Formal Ethics Opinion`."""
    printed: NumberForm
    """How its number is printed: `{year} Formal Ethics Opinion {number}`, `RPC {number}`."""
    short: NumberForm | None = None
    """The short form: `{yy} FEO {number}`. The default is `printed`."""
    cited: NumberForm | None = None
    """The form in a citation, after the name of the body. The default is `printed`."""
    in_text: tuple[NumberForm, ...] = ()
    """Other forms in running text."""
    heading_lines: tuple[HeadingForm, ...] = ()
    """Patterns of the first line, maybe with `{date}`. The default is the forms of its number."""
    url: AddressForm = "{year}/{number}"
    """The end of its address: `{year}/{number}`, or with a short name first: `rpc/{number}`."""
    numbers: Annotated[
        Literal["run on", "restart", "repeat"] | None, one_of("run on", "restart", "repeat")
    ] = None
    """`run on`: no number repeats. `restart`: from 1 each year. `repeat`: may repeat."""
    first_number: PositiveInt | None = None
    """The first number, of each year if they restart. Leave it out if the body skipped numbers."""

    @cached_property
    def id(self) -> str:
        """The short name at the beginning of its addresses; empty if there is none."""
        match = _ADDRESS.fullmatch(self.url)
        return (match["series"] or "") if match else ""

    @property
    def has_year(self) -> bool:
        """Whether an address has the year."""
        return "{year}" in self.url

    @property
    def example(self) -> str:
        """The end of an address as an example: `2003/05`, `rpc/05`."""
        return self.url.replace("{year}", "2003").replace("{number}", "05")

    @property
    def own_address(self) -> str:
        """An address that begins with a short name made of its printed words: `rpc/{number}`."""
        words = re.findall("[a-z]+", BLANK.sub(" ", self.short_form).lower())
        name = words[0] if len(words) == 1 else "".join(word[0] for word in words)
        year = "{year}/" if prints_year(self.printed) else ""
        return f"{name}/{year}{{number}}".removeprefix("/")

    @property
    def has_letters(self) -> bool:
        """Whether a number may have a letter."""
        return "{letter}" in self.printed

    @property
    def runs_on(self) -> bool:
        """Whether each number is given once; without years they must."""
        return self._numbers == "run on"

    @property
    def restarts(self) -> bool:
        """Whether the numbers begin again in each year."""
        return self._numbers == "restart"

    @property
    def _numbers(self) -> str:
        is_one_run = self.first_number is not None or not self.has_year
        return self.numbers or ("run on" if is_one_run else "restart")

    @property
    def short_form(self) -> str:
        """The short form of its number."""
        return self.short or self.printed

    @property
    def cited_form(self) -> str:
        """The form of its number in a citation."""
        return self.cited or self.printed

    @property
    def number_form(self) -> str:
        """The form of its number without words, if year and number are joined: `{yy}-{number}`."""
        match = _JOINED.search(self.printed)
        return match[0] if match and prints_year(match[0]) else ""

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form in running text, each once."""
        return tuple(dict.fromkeys((self.printed, self.short_form, self.cited_form, *self.in_text)))

    def printed_in(self, words: str) -> PrintedNumber | None:
        """The number in the first line of an opinion; None if the words are not such a line."""
        for form in self.heading_lines or self.forms:
            if match := line_pattern(form).fullmatch(words):
                pieces = match.groupdict()
                year = year_of(pieces) if self.has_year else 0
                letter = (pieces.get("letter") or "").upper()
                day = pieces.get("date") or ""
                return PrintedNumber(self.id, int(pieces["number"]), letter, year, day)
        return None

    def form_with_zeros_of(self, words: str) -> str:
        """`printed` with the zeros of the number in a heading line; empty if it is not one."""
        # A heading line whose form has a width, `{number:02}`, is to differ from `printed`.
        forms = [form for form in self.heading_lines if "{number:" not in form]
        lines = forms if self.heading_lines else self.forms
        matches = (line_pattern(form).fullmatch(without_note_mark(words)) for form in lines)
        match = next(filter(None, matches), None)
        return with_zeros(self.printed, match) if match else ""
