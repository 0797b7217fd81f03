"""What the desk says about a document whose opinion is already there."""

from corpus.intake.existing_record import ExistingRecord, Match

IN_COLLECTION = "in the collection"
ON_DESK = "on the desk"


def already_there(name: str, place: str, existing: ExistingRecord) -> tuple[str, ...]:
    """Whether an opinion at this place has the words of the document, and where it differs."""
    there = f"{name} is {place} already"
    match existing.match:
        case Match.SAME_WORDS if existing.other_paragraphs:
            other = "but not the same paragraphs and headings. Nothing was changed:"
            return (f"{there}, with the same words, {other}", *existing.other_paragraphs)
        case Match.SAME_WORDS:
            return (f"{there}, with the same words.",)
        case Match.OTHER_WORDS:
            other = f"{there}, with different wording. Nothing was changed:"
            return (other, *existing.differences, *existing.other_paragraphs)
        case Match.UNNUMBERED:
            unnumbered = f"A draft without a number is in the place of {name}."
            return (f"{unnumbered} Type its number there first.",)
        case Match.NO_TEXT:
            return (f"{there}. Nothing was changed.",)
    return (f"{there}, and its file cannot be read.",)
