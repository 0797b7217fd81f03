"""How running text and citations name the opinions of a body."""

import re
from typing import Annotated, ClassVar

from pydantic import AfterValidator

from corpus.findings import FaultKind
from corpus.parsing.field_types import (
    NonEmpty,
    StrictModel,
    Text,
    reject,
    with_placeholders,
)
from corpus.parsing.form_types import Form, Name
from corpus.parsing.meaning import ANY_WORDS

_FINDABLE = re.compile(r"[^{}]*{\w+}(?:-{\w+}| ?\({\w+}\))?")
"""The forms of an opinion's number that can be found in running text."""


def _findable(value: str) -> str:
    if not _FINDABLE.fullmatch(value):
        message = "`{value}` must join number and year with `-` or `()`"
        hint = (
            "Type `{number}-{year}` or `{number} ({year})`, or {yy} in place of {year}. "
            "If its numbers have another form, such as `2019-INF-4`, describe them in `series`."
        )
        reject(FaultKind.FORM, message, value, hint)
    return value


OpinionNumberForm = Annotated[
    Form, with_placeholders("number", optional=("year", "yy")), AfterValidator(_findable)
]


class OpinionNames(StrictModel):
    """The names of opinions in running text."""

    cited_as: NonEmpty[Form]
    """The words that introduce one: `Advisory Opinion`, `AO`."""
    numbered: NonEmpty[OpinionNumberForm]
    """How its number is written, with `{number}` and maybe `{year}` or its last digits `{yy}`.

    Only a `-` or parentheses may join them: `{year}-{number}`. Any other form needs `series`.
    """


class CitationForm(StrictModel):
    """The names of an opinion in a citation."""

    words_alone: ClassVar = {"author": ANY_WORDS}

    author: Name
    """The body, abbreviated: `Harbor Bd. of Ethics`."""
    title: Text = ""
    """The words before the number: `Advisory Op.`; not needed with `series`."""
