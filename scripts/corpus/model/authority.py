"""The authorities that opinions cite: their numbers, their parts and their editions."""

import re
from dataclasses import replace
from functools import cache, lru_cache
from itertools import accumulate
from typing import Annotated, Any, ClassVar, NamedTuple, Self

from pydantic import AfterValidator, ConfigDict, Field, GetPydanticSchema, create_model
from pydantic_core import core_schema

from corpus.findings import FaultKind
from corpus.model.authority_kind import CODE, NUMBER, AuthorityKind
from corpus.model.edition import Edition
from corpus.model.provenance import Provenance
from corpus.model.roman_numerals import from_roman
from corpus.parsing.field_types import WITHOUT_SOURCE, StrictModel, Text, reject
from corpus.paths import folder_of_authorities

_ID = "Its number or name as cited: `3`, `12-34.5`."


class Citation(NamedTuple):
    """An authority and the part of it that is cited: `3` and `(c)`."""

    kind: AuthorityKind
    authority: str
    pinpoint: str = ""

    def __str__(self) -> str:
        """The citation as in front matter: `3(c)`, `Pier 4(f)`."""
        return self.kind.typed(self.authority, self.pinpoint)

    @classmethod
    def parse(cls, kind: AuthorityKind, text: str) -> Self | None:
        """Parse what is typed for an authority of a kind; return None for anything else.

        A part has one form, whatever was typed, if its kind says so: `3(C)` is `3(c)`.
        """
        parsed = kind.parse(text)
        return cls(kind, *parsed) if parsed else None

    @property
    def printed(self) -> str:
        """The citation as in texts: `Canon 3(c)`."""
        return self.kind.printed(self.authority, self.pinpoint)

    @property
    def page(self) -> str:
        """The URL of the authority's page below the site: `standards/3/`."""
        return f"{self.kind.plural}/{self.kind.slug(self.authority)}/"

    @property
    def file(self) -> str:
        """The path of the authority's file below the root: `standards/canons/3.md`."""
        folder = folder_of_authorities(self.kind.plural)
        return f"{folder}/{self.kind.slug(self.authority)}.md"

    @property
    def url(self) -> str:
        """The URL of the cited part below the site: `standards/3/#c`."""
        return f"{self.page}#{self.anchor}" if self.pinpoint else self.page

    @property
    def anchor(self) -> str:
        """The anchor of the pinpoint on the page: `c` for `(c)`, `d-5` for `(d)(5)`."""
        return "-".join(re.findall(r"\w+", self.pinpoint))

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the pinpoint: `(d)` and `(5)`."""
        return tuple(re.findall(r"\(\w+\)|[.\w]+", self.pinpoint))

    @property
    def order(self) -> tuple[tuple[int, str, int], ...]:
        """A sort key: `(d)` before `(d)(5)` before `(d)(10)`, and `(a)`, `(a1)`, `(b)`."""
        return tuple(map(_natural_order, self.parts))

    @property
    def without_pinpoint(self) -> "Citation":
        """The authority as a whole."""
        return Citation(self.kind, self.authority)

    @property
    def ancestors_and_self(self) -> tuple["Citation", ...]:
        """Everything that it is a part of, from the whole authority down to itself."""
        pinpoints = accumulate(self.parts, initial="")
        return tuple(Citation(self.kind, self.authority, pinpoint) for pinpoint in pinpoints)

    def overlaps(self, other: "Citation") -> bool:
        """Whether the two are the same, or one is part of the other."""
        return self in other.ancestors_and_self or other in self.ancestors_and_self


def _natural_order(part: str) -> tuple[int, str, int]:
    """`2`, `a` and 0 for `(2a)`; 0, `a` and 1 for `(a1)`."""
    match = re.fullmatch(r"[.(]?([0-9]*)([A-Za-z]*)([0-9]*)\)?", part)
    first, letters, last = match.groups() if match else ("", part, "")
    return int(first or 0), letters, int(last or 0)


def _hint_on_parentheses(kind: AuthorityKind, value: str) -> str:
    """What to type for parts without parentheses: `112.3148(2)(b)(1)` for `112.3148(2)(b)1.`."""
    match = re.fullmatch(r"(.*\))((?:\s*\w{1,4}\.?)+)", value)
    typed = (
        match[1] + "".join(f"({part})" for part in re.findall(r"\w+", match[2])) if match else ""
    )
    if not Citation.parse(kind, typed):
        return ""
    return (
        f'Type "{typed}", with each part in parentheses. The check finds it in the text as printed.'
    )


def _names_its_rules(citation: Citation) -> bool:
    """Whether a set was typed with the word that only pages print: `Pier Rule 4(f)`."""
    noun = citation.kind.label_pieces[-1].strip()
    return citation.kind.is_in_sets and citation.authority.split(" ")[1:][-1:] == [noun]


def citation_meant(kind: AuthorityKind, words: str) -> Citation | None:
    """What words mean that are not typed as records have it: `Canon 3(c)`, or `III(C)`."""
    value = words.removeprefix(kind.words_before).strip(" §")
    parsed = Citation.parse(kind, value)
    if parsed and not _names_its_rules(parsed):
        return parsed
    if kind.is_in_sets:
        noun = kind.label_pieces[-1].strip()
        typed = value.replace(f" {noun} ", " ") if noun else ""
    else:
        match = re.fullmatch(r"([IVX]{1,6})((?:[-.\s]?\(?\w{1,3}\)?)*)", value)
        number = from_roman(match[1]) if match and kind.numerals == "roman" else None
        parts = re.findall(r"\w+", match[2]) if match else []
        typed = f"{number}{kind.pinpoint(parts)}" if number else ""
    return Citation.parse(kind, typed) if typed != value else None


def _fitting_numbering(kind: AuthorityKind, typed: str) -> str:
    """Another numbering with which this could be typed: `code` for `12-34.5`; maybe empty."""
    if kind.numbering not in {NUMBER, CODE}:
        return ""
    forms = (form for form in (NUMBER, "{section}", CODE) if form != kind.numbering)
    return next((form for form in forms if replace(kind, numbering=form).parse(typed)), "")


def hint_on_numbering(kind: AuthorityKind, typed: str) -> str:
    """What to type in the settings if a number of another form is right; empty if none fits."""
    if not kind.parse(typed) and replace(kind, letters="small").parse(typed):
        return f"If it is right, type `letters: small` for `{kind}` in standards/commission.yml."
    numbering = _fitting_numbering(kind, typed)
    quote = '"' if "{" in numbering else ""
    return (
        f"If it is right, type `numbering: {quote}{numbering}{quote}` for `{kind}` in "
        "standards/commission.yml."
        if numbering
        else ""
    )


def citation_of(kind: AuthorityKind) -> GetPydanticSchema:
    """A field type: text that is parsed as a citation of this kind."""
    example = kind.example_to_type
    message = f"`{{value}}` is not a {kind} in the form `{example}`"
    hint = f'Write it as its number and part only, such as "{example}".'

    @lru_cache(maxsize=1_000)  # many records cite the same provisions
    def convert(value: str) -> Citation:
        citation = Citation.parse(kind, value)
        if citation is None or _names_its_rules(citation):
            meant = citation_meant(kind, value)
            own_hint = _hint_on_parentheses(kind, value) or (f'Type "{meant}".' if meant else "")
            about_settings = f"{hint} {hint_on_numbering(kind, value)}".rstrip()
            reject(FaultKind.CITATION, message, value, own_hint or about_settings)
        return citation

    json_schema = {"type": ["string", "integer"], "pattern": f"^{kind.json_pattern}$"}
    return GetPydanticSchema(
        lambda _source, _handler: core_schema.no_info_after_validator_function(
            convert, core_schema.str_schema()
        ),
        lambda _schema, _handler: dict(json_schema),
    )


class Authority(StrictModel):
    """Something that opinions cite, such as a section of a statute or a set of rules.

    The file of one is read by the model of its kind; see `authority_model`.
    """

    model_config = ConfigDict(defer_build=True)
    kind: ClassVar[AuthorityKind]
    """Its kind, which follows from its folder."""

    id: Text
    """Its number or name as cited: `3`, `12-34.5`."""
    title: Text | None = None
    """Its heading, if known."""
    about: Text | None = None
    """What it is about, in the editors' words, if its heading is not known."""
    roman: Text | None = None
    """Its number in earlier editions: `III`."""
    note: Text | None = None
    """Anything else that is known, in the editors' words, such as a change without a known day."""
    source: Provenance
    """Where this was found."""
    editions: tuple[Edition, ...] = ()
    """Its known changes."""

    def __reduce__(self) -> tuple[Any, ...]:
        """The kind and the values, because each kind has its own model."""
        return _authority_with, (self.kind, self.__getstate__())

    @property
    def order(self) -> tuple[tuple[int, str], ...]:
        """A sort key: 3 before 10, and 2A-34.2 before 2A-34.3B."""
        return self.kind.order(self.id)


@cache
def authority_model(kind: AuthorityKind) -> type[Authority]:
    """The model of the files of one kind, in which only numbers of that kind are ids."""
    example = kind.example_to_type
    message = f"`{{value}}` cannot be the ID of a {kind}"
    hint = f"Write it as in citations, such as `{example}`, without the part."

    def check(value: str) -> str:
        if not kind.is_id(value):
            about_settings = f"{hint} {hint_on_numbering(kind, value)}".rstrip()
            reject(FaultKind.CITATION, message, value, about_settings)
        return value

    fields: Any = {"id": (Annotated[Text, AfterValidator(check)], Field(description=_ID))}
    model: type[Authority] = create_model(
        "Authority", __base__=Authority, __cls_kwargs__=WITHOUT_SOURCE, **fields
    )
    model.kind = kind
    return model


def _authority_with(kind: AuthorityKind, state: dict[Any, Any]) -> Authority:
    """The authority of a kind with the values that `Authority.__reduce__` gave."""
    model = authority_model(kind)
    authority = model.__new__(model)
    authority.__setstate__(state)
    return authority
