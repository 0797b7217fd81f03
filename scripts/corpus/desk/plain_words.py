"""Findings in the words of the form, where a rule speaks of the file."""

from corpus.findings import Finding

_MESSAGES = {
    "OP104": "This is still empty.",
    "OP112": "This topic is not in the list.",
    "OP113": "This program is not in the list.",
    "OP116": "This answer belongs to no question.",
    "OP117": "This question has no answer.",
    "OP206": "The approved text is missing.",
    "OP301": "The collection does not have this yet.",
    "OP304": "This citation is not ticked in “Cited in the text”.",
    "OP508": "The words were read from pictures, and nobody has compared them yet.",
}
"""What is wrong, by the code of the rule."""
_RIGHT_AS_IT_IS = "If it is right, choose “This is right as it is” and say why."
_HINTS = {
    "OP102": "Fill it in.",
    "OP104": "",
    "OP105": "Choose the day in the calendar.",
    "OP110": "Type its number and part only.",
    "OP112": "Choose a topic from the list.",
    "OP113": "Choose a program from the list.",
    "OP114": "Correct the day of approval or the year.",
    "OP116": "Remove it, or add the question.",
    "OP117": "Add an answer.",
    "OP121": "Take the reason away at the end of this page.",
    "OP125": "Correct the day of the withdrawal, or the day of approval.",
    "OP201": "Choose paragraphs at the left. Headings have no number.",
    "OP206": "Drop its document in.",
    "OP208": "Compare with the document, then correct the number and the year, or the heading.",
    "OP209": "Compare with the document, then correct the day of approval, or the text.",
    "OP301": "Add it under “Cited in the text”.",
    "OP302": "Tick it in “Cited in the text”.",
    "OP303": "Take the tick away.",
    "OP304": "Tick it there, or take the tick away here.",
    "OP308": f"Compare it with the document. {_RIGHT_AS_IT_IS}",
    "OP309": f"Look up what it stands for. {_RIGHT_AS_IT_IS}",
    "OP407": "Add that opinion to the collection first.",
    "OP411": "Choose another answer, or all of the opinion.",
    "OP412": f"Add the text of this opinion. {_RIGHT_AS_IT_IS}",
    "OP417": f"Choose what this opinion does to it. {_RIGHT_AS_IT_IS}",
    "OP502": "Undo the change, or say under “After publication” what was corrected.",
    "OP508": "Compare every word. Then tick the box under “Where the text comes from”.",
}
"""What to do instead, by the code of the rule."""


def message_of(finding: Finding) -> str:
    """What is wrong, as a sentence."""
    message = _MESSAGES.get(finding.code, finding.message)
    return f"{message[:1].upper()}{message[1:]}"


def hint_of(finding: Finding) -> str:
    """What to do on the page."""
    return _HINTS.get(finding.code, finding.hint)
