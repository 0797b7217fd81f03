"""Words that stand in the guides, or describe a field, where a person types others."""

import re

PARTS_OF_EXAMPLES = ("Where", "heading", "What the", "example.", "OWNER", "MONTH", "“…”")
"""Parts of every example, to look for first, because nearly no file has one."""

_EXAMPLE = re.compile(
    r"Where you (?:saw|read) it|The heading of the \w+|What the opinion is about"
    r"|.*\bMONTH DAY, YEAR\b.*|“…” was printed as “…”\.?"
    r"|https?://(?:(?:www\.)?example\.(?:com|net|org)|github\.com/OWNER/NAME)(?:/.*)?"
)
_INSTRUCTIONS = frozenset(
    {
        *("what changed", "what changed and why", "what changed here", "what was wrong"),
        *("why it was withdrawn", "why it was withdrawn and where that is stated"),
    }
)
"""What a correction and a withdrawal are asked for, without capitals and signs."""


def is_example(words: str) -> bool:
    """Whether these are the words or the address of an example in the guides."""
    return _EXAMPLE.fullmatch(words.strip()) is not None


def is_instruction(words: str) -> bool:
    """Whether these words only repeat what a person is asked to type."""
    return " ".join(re.findall(r"\w+", words)).casefold() in _INSTRUCTIONS
