"""The commission: its names, and how it writes and cites its opinions."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from corpus.findings import FaultKind
from corpus.model.approval_line import ApprovalForm, WrittenDates, any_line, dates_in_line
from corpus.model.authority_kind import AuthorityKind
from corpus.model.cited_body import CitedBody
from corpus.model.date_format import (
    DateFormat,
    OtherDateFormat,
    contradiction,
    date_in_formats,
    write_date,
)
from corpus.model.kind_settings import KindName, KindSettings
from corpus.model.note_marks import without_note_mark
from corpus.model.number_forms import HeadingForm
from corpus.model.opinion import Catalogued, Draft, Opinion
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_names import CitationForm, OpinionNames
from corpus.model.partial_date import PartialDate
from corpus.model.provenance import Provenance
from corpus.model.separate_opinions import SeparateOpinions
from corpus.model.series import PrintedNumber, Series
from corpus.model.static_page import RESERVED_PAGE_NAMES
from corpus.model.words import Words, capitalized
from corpus.parsing.field_types import (
    Day,
    NonEmpty,
    PositiveInt,
    StrictModel,
    Text,
    Url,
    one_of,
    reject,
)
from corpus.parsing.form_types import Name

_ONE_ORDER = "Keep the one in whose order the documents write dates."

NAMES_OF_FIELDS_AND_PAGES = RESERVED_PAGE_NAMES.union(
    {"about", "index"}, *(model.model_fields for model in (Opinion, Catalogued, Draft))
)
"""The names that no field and no page of a kind of authority can have."""


def _country(value: str) -> str:
    if not _COUNTRY.fullmatch(value):
        message = "`{value}` is not the code of a country or of a part of it"
        hint = (
            "Type two lowercase letters, such as `us`, or those of its part too, such as `us-tx`."
        )
        reject(FaultKind.SLUG, message, value, hint)
    return value


_COUNTRY = re.compile("[a-z]{2}(?:-[a-z0-9]{1,3})?")
Country = Annotated[
    Text, AfterValidator(_country), Field(json_schema_extra={"pattern": f"^{_COUNTRY.pattern}$"})
]
"""A code of ISO 3166 in lowercase letters: `us`, `us-nc`."""


class License(StrictModel):
    """The license of what the editors write; the approved texts are the body's own."""

    name: Text
    """Its short name: `MIT`, `CC-BY-4.0`."""
    title: Text
    """Its name in words: `MIT License`."""


class Commission(StrictModel):
    """The body that gives the opinions."""

    name: Name
    """The full name."""
    short_name: Name
    """The name as readers know it."""
    opinion: Name
    """The name of one of its opinions: `Advisory Opinion`."""
    opinion_short: Name
    """Its short form: `AO`."""
    site_name: Name = Field(default_factory=lambda names: f"{names.get('opinion', 'Opinion')}s")
    """The name of the site. The default is the name of its opinions with an `s`."""
    words: Words = Words()
    """The body's own words. Any that are not given have their default."""
    heading_lines: NonEmpty[HeadingForm] = ()
    """Patterns of the first line, with `{number}` and maybe `{date}`; not needed with `series`."""
    approval_lines: NonEmpty[ApprovalForm]
    """Patterns of the approval line, with `{date}` and maybe `{other_date}`.

    If several fit a line, the pattern listed first counts.
    """
    separate_opinions: SeparateOpinions = SeparateOpinions()
    """The headings that begin a concurrence or a dissent."""
    date_format: DateFormat
    """How dates are written, in the codes of `strftime`; `%-d` and `%-m` have no zero."""
    other_date_formats: tuple[OtherDateFormat, ...] = ()
    """How approval lines also give a date, or only its month or year: `%d/%m/%Y`, `%B %Y`, `%Y`."""
    first_number: PositiveInt | None = None
    """The first number, if numbers run on across the years. The check then names each gap."""
    complete_until: Day | None = None
    """The day up to which the collection has every opinion. Leave it out while some are missing."""
    authorities: dict[KindName, KindSettings] = Field(default_factory=dict)
    """The kinds of authority that opinions cite, by name and in the order of the menu."""
    opinions: OpinionNames | None = None
    """How running text names opinions and writes their numbers; not needed with `series`."""
    series: tuple[Series, ...] = ()
    """The series of opinions in the order of lists, if there are several or one without years."""
    citation: CitationForm
    """How a citation names the body and its opinions."""
    country: Country | None = None
    """The ISO 3166 code of its country or state: `us`, `us-tx`."""
    paper: Annotated[Literal["us-letter", "a4"], one_of("us-letter", "a4")] = "us-letter"
    """The paper of the PDF files: `us-letter` or `a4`."""
    other_bodies: tuple[Name, ...] = ()
    """Words that mark a citation as another body's: `State Bar`, `Model`, `Florida`."""
    cited_bodies: tuple[CitedBody, ...] = ()
    """The other bodies whose opinions texts cite.

    The cite check names these citations; with a `url`, they become links.
    """
    site: Url | None = None
    """The address at which the site is published, if known."""
    repository: Url | None = None
    """The address of the repository on GitHub, if known."""
    license: License | None = None
    """The license of what the editors write, if there is one."""
    source: Provenance
    """Where the names were found."""

    @property
    def collection_name(self) -> str:
        """The name of the site and of the body: the collection in titles, feeds and data."""
        return f"{self.site_name} – {self.short_name}"

    @property
    def is_complete(self) -> bool:
        """Whether the collection is declared to have every opinion up to some day."""
        return self.complete_until is not None

    @field_validator("other_date_formats")
    @classmethod
    def _have_one_order(cls, others: tuple[str, ...], known: ValidationInfo) -> tuple[str, ...]:
        main = known.data.get("date_format")
        if formats := contradiction(filter(None, (main, *others))):
            message = f"`{formats[0]}` and `{formats[1]}` read the same digits as different days"
            reject(FaultKind.FORM, message, hint=_ONE_ORDER)
        return others

    @cached_property
    def kinds(self) -> tuple[AuthorityKind, ...]:
        """The kinds of authority with a field and an address of their own, in order."""
        kinds: dict[str, AuthorityKind] = {}
        for name, settings in self.authorities.items():
            kind = settings.kind(name)
            if kind.plural not in NAMES_OF_FIELDS_AND_PAGES:
                kinds.setdefault(kind.plural, kind)
        return tuple(kinds.values())

    def kind(self, name: str) -> AuthorityKind | None:
        """The kind of this name; None if there is none."""
        return next((kind for kind in self.kinds if kind.id == name), None)

    def menu_title(self, kind: AuthorityKind) -> str:
        """The name of a kind in the menu: `Statutes`."""
        return self.settings_of(kind).menu or kind.plural.replace("_", " ").capitalize()

    @property
    def page_titles(self) -> dict[str, str]:
        """The entries of the menu besides the kinds: the title of each page by its file."""
        return {
            "questions/index.md": capitalized(self.words.questions),
            "opinions/index.md": capitalized(self.words.opinions),
            "topics/index.md": "Topics",
            "programs/index.md": capitalized(self.words.programs),
            "about.md": "About",
        }

    def settings_of(self, kind: AuthorityKind) -> KindSettings:
        """The settings of a kind."""
        return self.authorities[kind.id]

    def address(self, path: str) -> str | None:
        """The full address of a path of the site; None if the site's own is not known."""
        return f"{self.site.rstrip('/')}/{path}" if self.site else None

    @cached_property
    def all_series(self) -> tuple[Series, ...]:
        """Every series; a body without `series` has one, of the other settings."""
        return self.series or (self._only_series,)

    @property
    def _only_series(self) -> Series:
        numbered = self.opinions.numbered[0] if self.opinions else "{number} ({year})"
        with_digits = numbered.replace("{number}", "{number:02}")
        return Series.model_construct(
            name=self.opinion,
            printed=f"{self.opinion} {with_digits}",
            short=f"{self.opinion_short} {numbered}",
            cited=f"{self.citation.title} {{number}}",
            heading_lines=tuple(
                line.replace("{number}", "{number:02}") for line in self.heading_lines
            ),
            first_number=self.first_number,
        )

    def series_of(self, opinion: OpinionId) -> Series | None:
        """The series of an opinion; None if there is none of its name."""
        return next((series for series in self.all_series if series.id == opinion.series), None)

    def heading_in(self, words: str) -> PrintedNumber | None:
        """The number in a heading line, maybe with a footnote; None if the words are not one."""
        for line in dict.fromkeys((without_note_mark(words), words)):
            for series in self.all_series:
                if printed := series.printed_in(line):
                    return printed
        return None

    def series_named_in(self, words: str) -> Series | None:
        """The series whose name is in the words, in any case of letters; the longest name wins."""
        named = [series for series in self.all_series if series.name.lower() in words.lower()]
        return max(named, key=lambda series: len(series.name), default=None)

    def written_approval_date(self, words: str) -> str | None:
        """The date in an approval line, as written; None if the words do not form one."""
        dates = self.written_approval_dates(words)
        return dates.date if dates else None

    def written_approval_dates(self, words: str) -> WrittenDates | None:
        """The dates in an approval line, maybe with a footnote; None if the words form none."""
        line = without_note_mark(words)
        if not self._any_approval_line.fullmatch(line):  # nearly no words of a text are one
            return None
        return dates_in_line(line, self.approval_lines, self._date_formats)

    def index_of_approval_line(self, lines: Sequence[str]) -> int | None:
        """Which of some approval lines gives the date of approval; None if there is no line.

        It has the form that the settings list first; of several in one form, it is the last.
        """
        forms = [
            (dates.form, -place)
            for place, line in enumerate(lines)
            if (dates := self.written_approval_dates(line))
        ]
        return -min(forms)[1] if forms else None

    def is_approval_line(self, words: str) -> bool:
        """Whether the words fit a pattern of the approval line."""
        return self.written_approval_date(words) is not None

    def is_further_approval_line(self, words: str) -> bool:
        """Whether a line below the approval line is one too, with dates that can be read."""
        dates = self.written_approval_dates(words)
        return dates is not None and dates.can_be_read(self._date_formats)

    def is_approval_line_with_day(self, words: str) -> bool:
        """Whether the words are an approval line with digits where the day stands."""
        return any(map(str.isdigit, self.written_approval_date(words) or ""))

    def is_date(self, words: str, when: PartialDate) -> bool:
        """Whether the words name this date, as exactly as it is known."""
        if self.date_in(words) == when:
            return True
        return when.is_day and words == write_date(when, self.date_format)

    def date_in(self, words: str) -> PartialDate | None:
        """The date that the words name; None if they name none."""
        return date_in_formats(words, self._date_formats)

    @cached_property
    def _any_approval_line(self) -> re.Pattern[str]:
        return any_line(self.approval_lines)

    @cached_property
    def _date_formats(self) -> tuple[str, ...]:
        return self.date_format, *self.other_date_formats
