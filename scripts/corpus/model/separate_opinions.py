"""Concurrences and dissents: the headings below which single members speak for themselves."""

import re
from enum import StrEnum
from functools import cache
from typing import Annotated, NamedTuple

from pydantic import AfterValidator

from corpus.findings import FaultKind
from corpus.parsing.field_types import StrictModel, reject, with_placeholders
from corpus.parsing.form_types import Form


def _with_words(value: str) -> str:
    if not any(map(str.isalpha, value.replace("{name}", ""))):
        message = "`{value}` has no words, so that any heading would be taken for it"
        hint = "Type the words beside the name: `Dissent of {name}`."
        reject(FaultKind.FORM, message, value, hint)
    return value


Heading = Annotated[Form, with_placeholders(optional=("name",)), AfterValidator(_with_words)]
"""A heading of a text, in which `{name}` may stand for the member."""


class SeparateKind(StrEnum):
    """What members say of the opinion for themselves."""

    CONCURRENCE = "concurrence"
    DISSENT = "dissent"

    @property
    def participle(self) -> str:
        """What stands in a citation: `concurring`."""
        return "concurring" if self is SeparateKind.CONCURRENCE else "dissenting"


class SeparateHeading(NamedTuple):
    """What the heading of a concurrence or a dissent says."""

    kind: SeparateKind
    by: str
    """The member; empty if the heading names none."""

    def __str__(self) -> str:
        """`Dissent of Judge Reed`."""
        return self.kind.capitalize() + (f" of {self.by}" if self.by else "")


class SeparateOpinions(StrictModel):
    """The headings of concurrences and dissents, as the texts have them."""

    concurrence: tuple[Heading, ...] = ()
    """Those of concurrences: `Concurring opinion of {name}`."""
    dissent: tuple[Heading, ...] = ()
    """Those of dissents: `Dissent of {name}`, `Dissenting opinion`."""

    def heading(self, words: str) -> SeparateHeading | None:
        """What a heading says, in any case of letters; None if no separate part begins with it."""
        for kind, forms in (
            (SeparateKind.CONCURRENCE, self.concurrence),
            (SeparateKind.DISSENT, self.dissent),
        ):
            for form in forms:
                if match := _pattern(form).fullmatch(words):
                    return SeparateHeading(kind, match.groupdict().get("name", ""))
        return None


@cache
def _pattern(form: str) -> re.Pattern[str]:
    before, name, after = form.partition("{name}")
    pattern = re.escape(before) + ("(?P<name>.+?)" if name else "") + re.escape(after)
    return re.compile(pattern, re.IGNORECASE)
