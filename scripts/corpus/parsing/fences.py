"""What is wrong with the two lines `---` around the fields."""

import re

from corpus.findings import Fault, FaultKind, Location

_LIKE_A_FENCE = re.compile(r"(?:\s*-\s*){3,}|\.\.\.\s*|—+\s*|–+\s*")


def missing_fence(text: str, name: str) -> Fault:
    """Why the first line does not open the fields."""
    lines = text.split("\n")
    message = "the first line is not `---`"
    if lines[0].rstrip() == "---":
        message = "there are spaces after the `---` of the first line; delete them"
    elif _LIKE_A_FENCE.fullmatch(lines[0]):
        message = f"`{lines[0]}` does not open the fields; type `---` only"
    elif not lines[0].strip() and "---" in lines:
        message = "the first line is empty; delete every line above the first `---`"
    return Fault(Location(name), FaultKind.NO_FENCE, message)


def unclosed_front_matter(text: str, name: str) -> Fault:
    """Where the second line `---` should be, or what is there instead."""
    lines = text.split("\n")
    place, message = len(lines), "no second line `---` closes the fields"
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == "---":
            place, message = number, "there are spaces after this `---`; delete them"
            break
        if _LIKE_A_FENCE.fullmatch(line):
            place, message = number, f"`{line}` does not close the fields; type `---` only"
            break
        if not line.strip() or line.startswith("# "):
            place, message = number, "the fields seem to end here, but no line `---` closes them"
            break
    return Fault(Location(name, place), FaultKind.NO_SECOND_FENCE, message)
