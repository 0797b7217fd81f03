"""What reports and lists call each field of an opinion."""

_LABELS = {
    "aliases": "other forms of its number",
    "approved": "date of approval",
    "cites": "authorities that it cites",
    "comments_until": "last day for comments",
    "docket": "docket number",
    "holdings": "answers",
    "issues": "questions",
    "opinions": "earlier opinions that it cites",
    "other_opinions": "opinions of other bodies",
    "text": "whether the text is here",
    "url": "address",
    "waivers": "exceptions",
    "withdrawn": "withdrawal",
}
"""The labels that differ from the name of the field."""


def field_label(name: str) -> str:
    """`date of approval` for `approved`; the name itself if it says enough: `joint bodies`."""
    return _LABELS.get(name, name.replace("_", " "))
