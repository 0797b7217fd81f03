"""What to do about a line of the opening that fits no pattern in the settings."""

import json

from corpus.model.commission import Commission
from corpus.model.proposed_forms import proposed_approval_form
from corpus.model.series import Series
from corpus.text.blocks import Block


def line_to_add(setting: str, form: str | None, blanks: str) -> str:
    """What to do about a line in a form that is not in the settings."""
    return (
        "Copy the line as the document prints it. If it is in a form of its own there, "
        f"add {_form_to_add(form, blanks)} to {setting} in standards/commission.yml."
    )


def heading_to_add(series: Series, form: str | None, blanks: str) -> str:
    """What to do about a heading in a form that a series of the settings does not have."""
    if series.heading_lines:
        return line_to_add("`heading_lines` of its series", form, blanks)
    forms = ", ".join(_in_quotes(each) for each in (*series.forms, form or "…"))
    instead = "" if form else f" In place of `…`, type this form with {blanks} where it changes."
    return (
        "Copy the line as the document prints it. If it is in a form of its own there, type "
        f"`heading_lines: [{forms}]` in its series in standards/commission.yml, so that the other "
        f"forms are still read.{instead}"
    )


def _in_quotes(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _form_to_add(form: str | None, blanks: str) -> str:
    """The entry for a form of a line, or what to put into it."""
    if form is None:
        return f"this form with {blanks} in the place of what changes"
    quote = "'" if '"' in form else '"'
    return f"`- {quote}{form}{quote}`"


def hint_on_form(line: Block, commission: Commission) -> str:
    """What to do about an approval line in a form that is not in the settings."""
    form = proposed_approval_form(line.words, commission)
    return (
        f"Compare it with the document. If it is printed so, type `{field_with(line)}` below "
        f"`approved`, before the opinion is sealed.{moved_numbers(line)} If many opinions have "
        "this form, instead add "
        f"{_form_to_add(form, '{date}')} to `approval_lines` in standards/commission.yml."
    )


def moved_numbers(line: Block) -> str:
    """What to do in the fields once a line is the approval line; empty if it has no number."""
    moved = " Then take one from each number in `at` of a paragraph below the line."
    return moved if line.number is not None else ""


def field_with(line: Block) -> str:
    """The field that makes a line the approval line."""
    return f"approval_line: {_in_quotes(line.words)}"
