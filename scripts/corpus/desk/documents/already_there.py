"""What the desk says about a document whose opinion is already there."""

from corpus.intake.existing_record import ExistingRecord, Match

IN_COLLECTION = "in the collection"
ON_DESK = "on the desk"


def already_there(name: str, place: str, existing: ExistingRecord) -> tuple[str, ...]:
    """Whether an opinion at this place has the words of the document, and where it differs."""
    match existing.match:
        case Match.SAME_WORDS if existing.other_paragraphs:
            changed = f"{name} is {place} already, with the same words, but not the same"
            changed = f"{changed} paragraphs and headings. Nothing was changed:"
            return (changed, *existing.other_paragraphs)
        case Match.SAME_WORDS:
            return (f"{name} is {place} already, with the same words.",)
        case Match.OTHER_WORDS:
            changed = f"{name} is {place} already, with different wording. Nothing was changed:"
            return (changed, *existing.differences, *existing.other_paragraphs)
        case Match.UNNUMBERED:
            unnumbered = f"A draft without a number is in the place of {name}."
            return (f"{unnumbered} Type its number there first.",)
        case Match.NO_TEXT:
            return (f"{name} is {place} already. Nothing was changed.",)
    return (f"{name} is {place} already, and its file cannot be read.",)
