"""The kinds of authority that a body cites: how each is numbered, and how it is printed."""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from corpus.model.provision_parts import (
    PART,
    RULE_IN_SET,
    CaseOfParts,
    FirstPart,
    in_form,
    in_parentheses,
)
from corpus.model.roman_numerals import from_roman

NUMBER = "number"
"""Numbers such as `3`; a letter right after one is a part: `3c` is `3(c)`."""
CODE = "code"
"""Sections of a code by chapter: `2A-34.5`, `2A:23C-1`."""
SETS = "sets"
"""Rules in named sets: `Pier 4(f)` is a part of the set `Pier`."""
NAMED_FORMS = (NUMBER, CODE, SETS)
"""How authorities can be numbered; any other is a form such as `{title}-{section}`."""

FORM = re.compile(r"\{[a-z_]+\}(?:[-.: ]\{[a-z_]+\})*")
"""A form of a number: names in braces, with a dash, a period, a colon or a space between."""
Letters: TypeAlias = Literal["capital", "small"]
Numerals: TypeAlias = Literal["arabic", "roman"]

_ROMAN = re.compile("(?=[IVXLC])C{0,4}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


@dataclass(frozen=True, slots=True)
class AuthorityKind:
    """A kind of authority, such as statutes, as the settings of a body describe it."""

    id: str
    """Its name in the singular: `statute`."""
    plural: str
    """The name of its field in records, of its folder, and of its pages: `statutes`."""
    title: str
    """The name of all its authorities: `General Statutes`."""
    label: str = "{id}"
    """How an authority is printed, with a place for the number and maybe for the part."""
    other_labels: tuple[str, ...] = ()
    """Other ways in which texts print it, with the same places: `Art. {article}, § {section}`."""
    numbering: str = NUMBER
    """`number`, `code`, `sets` or a form such as `{title}-{section}`."""
    first_part: FirstPart = "(a)"
    """How the first part is printed: `3(b)(5)` or `3B(5)`."""
    parts: tuple[str, ...] = ()
    """An example of each level as it is printed: `(1)`, `(a)`, `1.`; in parentheses if left out."""
    case_of_parts: CaseOfParts = "kept"
    """Whether `3(C)` is another part than `3(c)`."""
    letters: Letters = "capital"
    """Which letters a number may have: `1-84B` or `1-84b`."""
    numerals: Numerals = "arabic"
    """Whether texts also write its numbers in Roman numerals; a form begins with one then."""
    in_every_record: bool = False
    """Whether a full record has its field even if it cites none."""
    example: str = ""
    """An authority with a part, as it is typed in a record; if empty, one is made up."""

    def __hash__(self) -> int:
        """A hash of the name alone, which is quick; a body has one kind of each name."""
        return hash(self.id)

    def __lt__(self, other: "AuthorityKind") -> bool:
        """The order by name, in which data lists citations."""
        return self.id < other.id

    def __str__(self) -> str:
        """The name in the singular."""
        return self.id

    @property
    def name(self) -> str:
        """Its name as a heading: `Statute`."""
        return self.id.replace("_", " ").capitalize()

    @property
    def is_in_sets(self) -> bool:
        """Whether its authorities are sets of rules."""
        return self.numbering == SETS

    @property
    def is_code(self) -> bool:
        """Whether its authorities are sections of chapters."""
        return self.numbering == CODE

    @property
    def has_brackets(self) -> bool:
        """Whether parts are printed in brackets, so that `[2]` after a number is one."""
        return any(form.startswith("[") for form in self.parts)

    @property
    def pieces(self) -> tuple[str, ...]:
        """The names of the pieces of its numbers: `title` and `section`; none if it has no form."""
        return tuple(re.findall(r"{(\w+)}", self.numbering))

    @property
    def joints(self) -> tuple[str, ...]:
        """What stands between the pieces."""
        return tuple(re.split(r"{\w+}", self.numbering)[1:-1])

    @property
    def label_pieces(self) -> tuple[str, ...]:
        """The words of the label, and between them the names of its places."""
        return _label_pieces(self.label)

    @property
    def leading_pieces(self) -> tuple[str, ...]:
        """The pieces of a number before the words: `title` of `{title} U.S.C. § {section}`."""
        first_place = self.label_pieces[1:2]
        return first_place if not self.label_pieces[0] and {*first_place} <= {*self.pieces} else ()

    @property
    def words_before(self) -> str:
        """The words of the label before the number: `Canon`."""
        return self.introduction.rstrip("§").strip()

    @property
    def introduction(self) -> str:
        """All that the label has before the number: `Fla. Stat. §`."""
        return self.label_pieces[2 if self.leading_pieces else 0].strip()

    @property
    def all_forms(self) -> tuple["AuthorityKind", ...]:
        """The kind itself, and the same kind with each of its other labels."""
        return self, *(replace(self, label=label, other_labels=()) for label in self.other_labels)

    @property
    def words_after(self) -> str:
        """The words of the label after the number: `Fla. Stat.`; empty if there are none."""
        return "" if self.is_in_sets else self.label_pieces[-1].strip(" ,")

    @property
    def ends_with_comma(self) -> bool:
        """Whether a comma follows its name within a sentence: `§ 44.405, Fla. Stat., amended`."""
        return self.label_pieces[-1].startswith(",")

    @property
    def example_to_type(self) -> str:
        """An example of what to type in a record."""
        return self.example or _made_up_example(self)

    def parse(self, text: str) -> tuple[str, str] | None:
        """The authority and the part that were typed; None if this is not a number of this kind."""
        return _parsed(self, text)

    def is_id(self, text: str) -> bool:
        """Whether a text is the number or name of a whole authority."""
        return re.fullmatch(self.id_pattern, text) is not None

    @property
    def json_pattern(self) -> str:
        """A pattern for what can be typed, for the JSON Schema."""
        return re.sub(r"\?P<\w+>", "", _pattern(self).pattern)

    def typed(self, authority: str, part: str) -> str:
        """An authority with its part as in a record: `3(c)`, `Pier 4(f)`."""
        return f"{authority} {part}" if self.is_in_sets and part else authority + part

    def printed(self, authority: str, part: str) -> str:
        """An authority with its part for readers: `Canon 3(c)`, `Pier Rule 4(f)`."""
        return _printed(self, authority, part)

    @property
    def whole_label(self) -> str:
        """The label with a place for the part."""
        if "{part}" in self.label:
            return self.label
        return f"{self.label} {{part}}" if self.is_in_sets else f"{self.label}{{part}}"

    @property
    def id_pattern(self) -> str:
        """A pattern for the number or name of a whole authority, with a group for each piece."""
        if self.numbering == NUMBER:
            return "[0-9]{1,3}"
        if self.numbering == CODE:
            return self.number_in_normal_case("[0-9]+[A-Z]{0,2}(?:[-.:][0-9]+[A-Z]{0,2})*")
        if self.numbering == SETS:
            return "[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*)*"
        pieces = (piece_pattern(self, name) for name in self.pieces)
        joints = (*map(re.escape, self.joints), "")
        return "".join(piece + joint for piece, joint in zip(pieces, joints, strict=True))

    def slug(self, authority: str) -> str:
        """The name of an authority in URLs and of its file: `2A-34.5`, `farm-nuisance`."""
        name = authority.replace(" ", "-").replace(":", "-")  # Windows has no names with a colon
        return name.lower() if self.is_in_sets else name

    def order(self, authority: str) -> tuple[tuple[int, str], ...]:
        """A sort key for its authorities: 3 before 10, and 2A-34.2 before 2A-34.3B."""
        parts = re.findall(r"\d+|\D+", self._in_arabic(authority))
        return tuple((int(part), "") if part.isdecimal() else (0, part) for part in parts)

    def _in_arabic(self, authority: str) -> str:
        """A number whose first piece is a Roman numeral, with an Arabic one: `16-40`."""
        numeral, joint, rest = authority.partition(self.joints[0] if self.joints else "-")
        is_roman = self.numerals == "roman" and _ROMAN.fullmatch(numeral)
        return f"{from_roman(numeral) or 0}{joint}{rest}" if is_roman else authority

    def pinpoint(self, parts: list[str]) -> str:
        """The parts of a number as they are printed: `(c)(1)` or `B(5)`."""
        parts = self.parts_in_normal_case(parts)
        if self.first_part == "A" and parts and len(parts[0]) == 1 and parts[0].isalpha():
            first, *rest = parts
            return first.upper() + in_parentheses(rest)
        return in_parentheses(parts)

    def printed_part(self, part: str) -> str:
        """The parts of a number as the body prints them: `(2)(b)1.` for `(2)(b)(1)`."""
        written = re.findall(r"\(\w+\)|[.\w]+", part) if self.parts else []
        if not written:
            return part
        levels = written[1:] if self.is_in_sets else written
        forms = [*self.parts, *levels[len(self.parts) :]]
        printed = map(in_form, levels, forms)
        whole = "".join([*written[: len(written) - len(levels)], *printed])
        return whole if self.label_goes_on else whole.removesuffix(".")

    @property
    def label_goes_on(self) -> bool:
        """Whether words follow the part in the label, as in `§ {id}{part}, Code`."""
        return bool(self.whole_label.rpartition("{part}")[2])

    def parts_in_normal_case(self, parts: list[str]) -> list[str]:
        """The names of parts in lowercase, if capitals do not make another part."""
        return [part.lower() for part in parts] if self.case_of_parts == "lower" else parts

    def number_in_normal_case(self, number: str) -> str:
        """A number, or a pattern for one, with the letters of its kind: `1-84b` or `1-84B`."""
        return number.lower() if self.letters == "small" else number.upper()

    def normal_part(self, part: str) -> str:
        """A part as records have it: maybe `(c)` for `(C)`, and `8(A)(5)` for `8A(5)` in sets."""
        if self.is_in_sets:
            return re.sub("^([0-9]+)([A-Z])", r"\1(\2)", part)
        return self.pinpoint(re.findall(r"\w+", part))


def piece_pattern(kind: AuthorityKind, piece: str) -> str:
    """A pattern for a piece of a number, as a group with its name.

    Letters belong to it unless they are the first part; the first piece may be a Roman numeral.
    Small letters may follow a hyphen: `805-a`.
    """
    if kind.numerals == "roman" and piece == kind.pieces[0]:
        return f"(?P<{piece}>{_ROMAN.pattern})"
    letters = "" if kind.first_part == "A" else kind.number_in_normal_case("[A-Z]{0,2}")
    if letters and kind.letters == "small":
        letters = rf"(?:{letters}|[-\u2010\u2011][a-z]{{1,2}})"
    return f"(?P<{piece}>[0-9]{{1,6}}{letters})"


@cache
def _label_pieces(label: str) -> tuple[str, ...]:
    return tuple(re.split(r"{(\w+)}", label))


@cache
def _pattern(kind: AuthorityKind) -> re.Pattern[str]:
    """A pattern for an authority and its part as they are typed."""
    number = f"(?P<id>{kind.id_pattern})"
    if kind.is_in_sets:
        return re.compile(rf"{number}(?: (?P<part>{RULE_IN_SET}))?")
    first = "[A-Z]?" if kind.first_part == "A" else ""
    return re.compile(rf"{number}(?P<part>{first}{PART}*)")


@lru_cache(maxsize=10_000)  # many opinions cite the same provisions
def _parsed(kind: AuthorityKind, text: str) -> tuple[str, str] | None:
    match = _pattern(kind).fullmatch(text)
    return (match["id"], kind.normal_part(match["part"] or "")) if match else None


@lru_cache(maxsize=10_000)  # many pages name the same provisions
def _printed(kind: AuthorityKind, authority: str, part: str) -> str:
    pieces = re.fullmatch(kind.id_pattern, authority)
    values = {
        **(pieces.groupdict() if pieces else {}),
        "id": authority,
        "part": kind.printed_part(part),
    }
    return re.sub(r"{(\w+)}", lambda match: values[match[1]], kind.whole_label).strip()


def _made_up_example(kind: AuthorityKind) -> str:
    part = kind.pinpoint(["c"])
    if kind.is_in_sets:
        return "Pier 4(f)"
    if kind.pieces:
        values = {name: str(number) for number, name in enumerate(kind.pieces, start=1)}
        if kind.numerals == "roman":
            values[kind.pieces[0]] = "I"
        return kind.numbering.format(**values) + part
    return f"{'12-34.5' if kind.is_code else '3'}{part}"
