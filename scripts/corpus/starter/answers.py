"""A clerk's answers about a body, and the settings that follow from them."""

import re
from dataclasses import dataclass, replace

from corpus.model.opinion_id import OpinionId
from corpus.starter.example_citation import PrintedCitation
from corpus.starter.example_line import PrintedLine
from corpus.starter.example_number import NumberForm
from corpus.starter.unreadable import UnreadableError

_APPROVALS = {
    "adopted": "adoption",
    "issued": "issue",
    "decided": "decision",
    "rendered": "decision",
    "published": "publication",
}
"""What a body may do with a text, other than approve it, and the noun for it."""

_PLACE = re.compile("{[^{}]*}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers about a body, already parsed, so each is valid."""

    name: str
    """Its full name."""
    opinion: str
    """The name of one opinion: `Advisory Opinion`."""
    number: NumberForm
    """The number of an opinion as it is printed."""
    line: PrintedLine
    """The line of an opinion that gives its day."""
    citation: PrintedCitation
    """Something that opinions cite."""
    reader: str
    """A person to whom the opinions speak: `lawyer`."""

    @property
    def short(self) -> str:
        """The letters of its number, `EC` of `EC-98-5`, or else of its name: `AO`."""
        if self.number.acronym:
            return self.number.acronym
        return "".join(word[0] for word in self.opinion.split() if word[0].isalnum()).upper()

    @property
    def example(self) -> OpinionId:
        """The example opinion, which has the number that was typed."""
        return OpinionId(self.number.year or 0, self.number.number, self.number.letter)

    @property
    def approved(self) -> tuple[str, str]:
        """The body's words for `approved` and `approval`, from the line that gives the day."""
        words = self.line.form.lower()
        pairs = ((verb, noun) for verb, noun in _APPROVALS.items() if verb in words)
        return next(pairs, ("approved", "approval"))


def line_beside(number: NumberForm, line: PrintedLine) -> PrintedLine:
    """The line with blanks for the number, if it has it.

    Raises `UnreadableError` for other digits, which would be the same in every opinion.
    """
    printed = number.as_typed
    form = line.form.replace(printed, number.form)
    if re.search("[0-9]", _PLACE.sub("", form)):
        raise UnreadableError(
            f"`{line.form}` has digits besides the day, which would be the same in every opinion. "
            f"Type {{other_date}} in the place of a second day, `{printed}` in the place of the "
            "number, or another line"
        )
    return replace(line, form=form)
