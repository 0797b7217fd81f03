"""The settings of a kind of authority: its names, and how its numbers are written."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from corpus.findings import FaultKind
from corpus.model.authority_kind import (
    FORM,
    NAMED_FORMS,
    NUMBER,
    SETS,
    AuthorityKind,
    Letters,
    Numerals,
)
from corpus.model.edition import Edition
from corpus.model.provision_parts import FORM_OF_PART, CaseOfParts, FirstPart
from corpus.model.words import listed
from corpus.parsing.field_types import (
    NonEmpty,
    StrictModel,
    Text,
    one_of,
    reject,
)
from corpus.parsing.form_types import Form, Name
from corpus.parsing.meaning import ANY_WORDS

_KIND_NAME = re.compile("[a-z][a-z0-9_]*")
_PLACES = ("id", "part", "parts")
"""Names that pieces of a number cannot have: places in labels, and the parts in running text."""


def _kind_name(value: str) -> str:
    if not _KIND_NAME.fullmatch(value):
        message = "`{value}` is not one word of lowercase letters, such as `statute`"
        hint = "Use lowercase letters, digits and `_` only, such as `health_code`."
        reject(FaultKind.SLUG, message, value, hint)
    return value


def _numbering(value: str) -> str:
    if value in NAMED_FORMS:
        return value
    names = re.findall(r"{(\w+)}", value)
    if not FORM.fullmatch(value) or len({*names, *_PLACES}) != len(names) + len(_PLACES):
        message = "`{value}` is not a way to number authorities"
        hint = "Type `number`, `code` or `sets`, or a form such as `{title}-{section}`."
        reject(FaultKind.FORM, message, value, hint)
    return value


def _form_of_part(value: str) -> str:
    if not FORM_OF_PART.fullmatch(value):
        message = "`{value}` is not a form in which a part is printed"
        hint = "Type one part as it is printed, such as `(a)`, `[a]`, `a`, `a.` or `.a`."
        reject(FaultKind.FORM, message, value, hint)
    return value


KindName = Annotated[Text, AfterValidator(_kind_name)]
"""The name of a kind of authority in fields and addresses: `statute`."""


class KindSettings(StrictModel):
    """The settings of one kind of authority: its names, and how its numbers are written."""

    words_alone: ClassVar = {"title": ANY_WORDS}

    title: Name
    """The name for all of them: `Canons of Conduct`."""
    label: Form
    """How one is printed, with places: `Canon {id}`, `§ {id}{part}, Fla. Stat.` If the part
    comes last, `{part}` may be left out."""
    plural: KindName | None = None
    """The name of its field, folder and address. The default is its own name with an `s`."""
    menu: Name | None = None
    """Its entry in the menu. The default is the plural."""
    numbering: Annotated[Text, AfterValidator(_numbering)] | None = None
    """`number` (`3`), `code` (`12-34.5`), `sets` (`Pier 4`) or a form: `{rule}.{section}`."""
    first_part: Annotated[FirstPart, one_of("(a)", "A")] = "(a)"
    """`A` if the first part is a capital without parentheses, as in `3B(5)`."""
    parts: tuple[Annotated[Text, AfterValidator(_form_of_part)], ...] = ()
    """How each level of parts is printed, by an example: `["(1)", "(a)", "1.", "a."]`.

    Levels that are not listed stand in parentheses. Records list all parts in parentheses.
    """
    case_of_parts: Annotated[CaseOfParts, one_of("kept", "lower")] = "kept"
    """`lower` if `3(C)` and `3(c)` are the same part."""
    letters: Annotated[Letters, one_of("capital", "small")] = "capital"
    """`small` if numbers have lowercase letters, as in `1-84b`. Texts may print either case."""
    numerals: Annotated[Numerals, one_of("arabic", "roman")] = "arabic"
    """`roman` if numbers, or the first piece of their form, may be in Roman numerals."""
    in_records: Annotated[Literal["if-cited", "always"], one_of("if-cited", "always")] = "if-cited"
    """`always` if a full record must have its field, even an empty one."""
    example: Text | None = None
    """An example with a part, as typed in a record, for hints: `3(c)`."""
    cited_as: tuple[Form, ...] = ()
    """The words that introduce one in running text besides those of the label, or another form.

    A form has the places of the label: `Art. {article}, s. {section}{part}, Fla. Const.`
    """
    common_words: tuple[Form, ...] = ()
    """Words that can also introduce other things, such as `Section`.

    They introduce a citation only if the number has a chapter and a hyphen or colon, such as
    `2A-34.1`. If numbers have another form, such as `112.313`, list the words in `cited_as`.
    """
    sets: dict[Text, NonEmpty[Form]] = Field(default_factory=dict)
    """The sets of rules by id, each with the words that introduce one of its rules."""
    editions: tuple[Edition, ...] = ()
    """Known changes of all of them, or of a part that has no file."""

    @model_validator(mode="after")
    def _label_has_its_places(self) -> Self:
        kind = self.kind("")
        places = kind.label_pieces[1::2]
        numbers = [place for place in places if place != "part"]
        if numbers != list(kind.pieces) and sorted(numbers) == sorted(kind.pieces):
            message = "the label `{value}` has the numbers in another order than `numbering`"
            reject(FaultKind.FORM, message, self.label, _hint_on_order(numbers), "label")
        if len(set(places)) != len(places) or numbers not in (["id"], list(kind.pieces) or None):
            wanted = listed([f"{{{piece}}}" for piece in kind.pieces])
            message = "the label `{value}` must contain {id}" + (
                f", or {wanted}," if wanted else ""
            )
            hint = f"A label can have {wanted or '{id}'}, and {{part}} for the part that is cited."
            reject(FaultKind.FORM, f"{message} exactly once", self.label, hint, "label")
        return self

    @model_validator(mode="after")
    def _parts_stand_apart(self) -> Self:
        kind = self.kind("")
        for last, form in pairwise(["", *self.parts]):
            if not (_can_follow(last, form) if last else _can_be_first(kind, form)):
                message = "no text can be read with a part in the form `{value}` at this level"
                hint = f"Type it apart from what precedes it, such as `({form.strip('.')})`."
                reject(FaultKind.FORM, message, form, hint, "parts")
        return self

    @model_validator(mode="after")
    def _other_forms_can_be_read(self) -> Self:
        kind, *others = self.kind("").all_forms
        wanted = ", ".join(f"{{{piece}}}" for piece in kind.pieces or ("id",))
        for other in others:
            if not _is_form_of(kind, other):
                message = "no text can be read with the form `{value}`"
                hint = f"Type words, then {wanted} in this order as in the label, then {{part}}."
                reject(FaultKind.FORM, message, other.label, hint, "cited_as")
        return self

    def introduction(self, entry: str) -> str:
        """The words of an entry of `cited_as` before a number: `Art.` of a form."""
        kind = replace(self.kind(""), label=entry)
        return (kind.words_before or kind.introduction) if "{" in entry else entry

    def kind(self, name: str) -> AuthorityKind:
        """The kind with this name and these settings."""
        return AuthorityKind(
            id=name,
            plural=self.plural or (name if name.endswith("s") else f"{name}s"),
            title=self.title,
            label=self.label,
            other_labels=tuple(entry for entry in self.cited_as if "{" in entry),
            numbering=self.numbering or (SETS if self.sets else NUMBER),
            first_part=self.first_part,
            parts=self.parts,
            case_of_parts=self.case_of_parts,
            letters=self.letters,
            numerals=self.numerals,
            in_every_record=self.in_records == "always",
            example=self.example or "",
        )


def _hint_on_order(pieces: Sequence[str]) -> str:
    numbering = "-".join(f"{{{piece}}}" for piece in pieces)
    return f'Type `numbering: "{numbering}"`, and {{part}} after the last number.'


def _can_be_first(kind: AuthorityKind, form: str) -> bool:
    """Whether a number shows where its first part begins: `3(b)`, `3[b]`, `3B`, `3.b`."""
    is_bare = form[0].isalnum()
    if kind.first_part == "A":
        return is_bare and not form.endswith(".")
    return not is_bare and (form[0] != "." or (kind.numbering == NUMBER and form[1].isalpha()))


def _can_follow(last: str, form: str) -> bool:
    """Whether a part in one form is read after a part in another: `1.` after `(a)`."""
    return last[-1] in ")." if form[0].isalnum() else form[0] == "(" or last[-1] != "."


def _is_form_of(kind: AuthorityKind, other: AuthorityKind) -> bool:
    """Whether another label of a kind has words, then the places of its number, then the part."""
    places = other.label_pieces[1::2]
    numbers = places[:-1] if places[-1:] == ("part",) else places
    has_places = numbers == ("id",) or (numbers and numbers == kind.pieces)
    has_words = bool(other.introduction) and other.leading_pieces == kind.leading_pieces
    return bool(has_places and has_words)
