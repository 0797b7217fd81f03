"""What a person must compare in a document, in sentences."""

from collections.abc import Iterator

from corpus.desk.remarks_in_words import in_desk_words
from corpus.intake.draft import Draft
from corpus.intake.metadata import proposed_approval
from corpus.model.commission import Commission

_READ_ONCE = "No other program could read the document. Compare all of it."
_NO_NUMBER = "No heading gives the number, so the field is empty. Type it as the document gives it."
_OWN_HEADING = (
    "The number and the year come from the line `{line}`, whose form is new here. Compare both."
)
_OWN_NUMBER = "The number comes from the line `{line}`, whose form is new here. Compare it."
_NO_YEAR = "No line gives the year, so it is empty. Type it as the document gives it."
_OWN_APPROVAL = "The day comes from the line `{line}`, whose form is new here. Compare it."


def places_to_compare(draft: Draft, commission: Commission) -> tuple[str, ...]:
    """Every place that a person must compare with the document."""
    differences = (_READ_ONCE,) if draft.differences is None else draft.differences
    remarks = map(in_desk_words, draft.remarks)
    return (*_read_with_doubt(draft, commission), *remarks, *differences)


def _read_with_doubt(draft: Draft, commission: Commission) -> Iterator[str]:
    """Say which fields come from no line, or from one in a form that is not in the settings."""
    heading = draft.text.heading.words if draft.text.heading else ""
    line = draft.metadata.number_line or heading
    printed = draft.metadata.printed
    if printed is None:
        yield _NO_NUMBER
    elif commission.heading_in(line) is None:
        yield (_OWN_NUMBER if printed.year is None else _OWN_HEADING).format(line=line)
    if not draft.is_year_seen:
        yield _NO_YEAR
    if approval := proposed_approval(draft.text, commission):
        yield _OWN_APPROVAL.format(line=approval.words)
