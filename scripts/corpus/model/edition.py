"""A change of an authority: its day, what happened, and which provisions changed."""

from datetime import date, timedelta
from typing import Annotated, Literal, Self, get_args

from pydantic import BeforeValidator, ValidationInfo, model_validator

from corpus.findings import FaultKind
from corpus.model.partial_date import month_or_year
from corpus.model.provenance import Provenance
from corpus.parsing.field_types import NOT_A_DATE, Day, StrictModel, Text, one_of, reject

Verb = Literal[
    "changed",
    "adopted",
    "added",
    "amended",
    "recodified",
    "reformatted",
    "renumbered",
    "repealed",
    "reworded",
]

BEGINNINGS = frozenset({"added", "adopted"})
"""The verbs of editions that gave a provision its first words."""

ONLY_THE_NUMBER = frozenset({"recodified", "reformatted", "renumbered"})
"""The verbs of changes to the number or the form alone; the words may be the same."""


def _refuse_month_or_year(value: object, info: ValidationInfo) -> object:
    known = month_or_year(value) if isinstance(value, str) else None
    if known and isinstance(value, str):
        day = known.first_day - timedelta(days=1)
        is_after = info.field_name == "after"
        place = "" if is_after else f" in the place of `{info.field_name}: {value}`"
        hint = (
            f"If no more is known, type `after: {day}`{place}. "
            "That is the last day on which the earlier words certainly applied."
        )
        reject(FaultKind.DAY, NOT_A_DATE, value, hint)
    return value


DayOfChange = Annotated[Day, BeforeValidator(_refuse_month_or_year)]
"""A day in an edition; a change that is known only to its month has `after` instead."""


class Edition(StrictModel):
    """A change of an authority."""

    effective: DayOfChange | None = None
    """The day on which it took effect."""
    adopted: DayOfChange | None = None
    """The day on which it was adopted, if it is not known when it took effect."""
    after: DayOfChange | None = None
    """A day on which it still had its earlier words, if the day of the change is not known."""
    verb: Annotated[Verb, one_of(*get_args(Verb))] = "changed"
    """What happened in one word, for lists and citations: `amended`, `reformatted`."""
    event: Text
    """What happened, in the editors' words."""
    provisions: tuple[Text, ...] = ()
    """The provisions that changed: `3(d)(5)`. Leave out if all of it changed."""
    part: Text | None = None
    """The part that changed, if it has no number: `Preamble`. Only in the settings."""
    text: Text | None = None
    """The wording from then on, of the one provision named or of the whole authority."""
    source: Provenance
    """Where this was found."""

    @property
    def day(self) -> date:
        """The day by which editions are sorted."""
        return self.effective or self.adopted or self.after or date.min

    @property
    def before_its_day(self) -> str:
        """What stands before its day in a list: `From`, `Adopted`, or `After`."""
        if self.after:
            return "After"
        return "Adopted" if self.adopted else "From"

    @property
    def after_its_day(self) -> str:
        """What stands after its day in a list: what nobody knows of the day; empty if all is."""
        if self.after:
            return ", date unknown"
        return ", effective date not known" if self.has_unknown_effect else ""

    @property
    def has_unknown_effect(self) -> bool:
        """Whether it changed earlier words on an unknown day after it was adopted."""
        return self.adopted is not None and self.verb != "adopted"

    @property
    def has_known_day(self) -> bool:
        """Whether the day on which it took effect is known."""
        return self.after is None and not self.has_unknown_effect

    @model_validator(mode="after")
    def _has_one_date_and_one_scope(self) -> Self:
        if self.effective and self.adopted:
            hint = "Keep `effective`, the day on which it took effect, and delete `adopted`."
            reject(FaultKind.EDITION, "an edition cannot have `effective` and `adopted`", hint=hint)
        if self.after and (self.effective or self.adopted):
            hint = "Delete `after`: it is only for a change whose day is not known."
            reject(FaultKind.EDITION, "an edition with a day cannot have `after`", hint=hint)
        if not (self.effective or self.adopted or self.after):
            hint = (
                "Add its day, such as `effective: 2011-07-15`, or `adopted: 2011-07-15` if only the"
                " day of the decision is known. If you know only July 2011, add"
                " `after: 2011-06-30`, the day before that month."
            )
            reject(FaultKind.EDITION, "this edition has no date", hint=hint)
        if self.part and self.provisions:
            hint = "Delete one of the two, or make an edition of each."
            reject(FaultKind.EDITION, "an edition cannot have `provisions` and `part`", hint=hint)
        if self.text and (self.part or len(self.provisions) > 1):
            message = (
                "`text` is the wording of one provision, and this edition names something else"
            )
            hint = "Make an edition of its own for each provision whose wording you know."
            reject(FaultKind.EDITION, message, hint=hint)
        return self
