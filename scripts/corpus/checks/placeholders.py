"""Words of examples in the guides and the fields that an editor left as they are: `YYYY-MM-DD`."""

import re

_PARTS = {
    "W": ("Where", "What the"), "T": ("heading", "TODO", "TBD"), "Y": ("YYYY", "MONTH"),
    "/": ("example.", "OWNER"), "…": ("…",), ".": ("...",), "w": ("new word",),
}  # fmt: skip
"""Parts of every example by one of their letters; nearly no file has any of these parts."""

_EXAMPLE = re.compile(
    r"Where you (?:saw|read) it|The heading of the \w+|What the opinion is about"
    r"|.*\b(?:MONTH DAY, YEAR|YYYY-MM-DD)\b.*|\W*(?:…|\.\.\.)\W*|[Tt]he new word(?:s|ing)\.?"
    r"|“…” was printed as “…”\.?|“…” was printed as “[^”]*\w[^”]*”\.?"
    r"|“[^”]*\w[^”]*” was printed as “…”\.?|(?:TODO|TBD)\b.*"
    r"|https?://(?:(?:www\.)?example\.(?:com|net|org)|github\.com/OWNER/NAME)(?:/.*)?"
)
_INSTRUCTIONS = frozenset({
    "what changed", "what changed and why", "what changed here", "what was wrong",
    "why it was withdrawn", "why it was withdrawn and where that is stated",
})  # fmt: skip
"""What a correction and a withdrawal are asked for, without capitals and signs."""

_TO_TYPE = {
    "text": "Type the new wording, word for word as in the source, or leave it out.",
    "note": "Say in a sentence what will change and when, or leave it out.",
    "event": "Say in a few words what happened, such as: Amended by order of the court.",
    "url": "Type the address of the page as your browser shows it, or leave it out.",
    "reason": "Say why, and where that is stated, such as: Withdrawn on May 3, 2024, by a vote.",
    "summary": "Say in one to three sentences what was asked and what the opinion says.",
    "question": "Type the question so that it makes sense on its own.",
}
"""What belongs in a field, by its name."""
_NAME_OF_SOURCE = "Type the name of the document or page, such as: Minutes of May 3, 2004."
"""What belongs in the `title` of a source."""


def may_have_example(text: str) -> bool:
    """Whether a text has a part of an example; one letter is found ten times as fast as a word."""
    return any(part in text for letter in _PARTS if letter in text for part in _PARTS[letter])


def is_example(words: str) -> bool:
    """Whether these are the words or the address of an example in the guides."""
    return _EXAMPLE.fullmatch(words.strip()) is not None


def is_instruction(words: str) -> bool:
    """Whether these words only repeat what an editor is asked to type."""
    return " ".join(re.findall(r"\w+", words)).casefold() in _INSTRUCTIONS


def what_to_type(*path: str | int) -> str:
    """What to type in a field instead of an example; empty if the field says nothing of its own."""
    if path[-2:] == ("source", "title"):
        return _NAME_OF_SOURCE
    return _TO_TYPE.get(str(path[-1]), "")
