"""Findings reworded for the desk, whose form shows fields and not files."""

import re

from corpus.checks.registry import CHANGED_CORRECTION, RULES, UNKNOWN_HEADING
from corpus.findings import Finding
from corpus.intake.number_words import NUMBER_WORD
from corpus.model.words import capitalized

_RIGHT = "“This is right as it is” and say why."
_RIGHT_AS_IT_IS = f"If it is right, choose {_RIGHT}"
_ASK = "It was typed into the file by hand. Ask the person who looks after the files."
_NOT_IN_ORDER = "The file of this opinion is not as it should be."

_MESSAGES = {
    "OP102": "This is missing.",
    "OP104": "This is still empty.",
    "OP105": "This is not a day of the calendar.",
    "OP112": "This topic is not in the list.",
    "OP113": "This program is not in the list.",
    "OP116": "This answer belongs to no question.",
    "OP117": "This question has no answer.",
    "OP118": "The document has neither a name nor an address.",
    "OP120": "This is in the list twice.",
    "OP121": "A reason that was given here is not needed any more.",
    "OP122": "This is not one of the choices.",
    "OP123": "This is not the number of an opinion.",
    "OP127": "A draft for comment is not approved, withdrawn or corrected.",
    "OP204": "This looks like a command of a web page, not like words.",
    "OP206": "The approved text is missing.",
    "OP208": "The heading gives another number or year than this form.",
    "OP212": "This would be read as a link, a picture, a table or code, not as words.",
    "OP217": "The line named as the approval line must occur exactly once in the text.",
    "OP301": "The collection does not have this yet.",
    "OP303": "The text does not cite this.",
    "OP304": "This citation is not ticked in “Cited in the text”.",
    "OP306": "The document is no longer in the collection, or it is another one.",
    "OP313": "The text does not print this citation.",
    "OP314": "The text cites this opinion of another body, but it is not in the list.",
    "OP316": "This is the name of a file, which says nothing to readers.",
    "OP407": "The collection does not have this opinion.",
    "OP411": "The earlier opinion has no such answer.",
    "OP413": "This opinion is listed twice.",
    CHANGED_CORRECTION: "A correction that was published is missing or changed.",
    "OP508": "The words were read from pictures, and nobody has compared them yet.",
    "OP511": "A question or an answer that was published is missing.",
    "OP512": "The date of approval is not the one that was published.",
    "OP519": "This opinion was published as approved. It cannot be a draft again.",
}
"""What is wrong, by the code of the rule."""

_REWORDED = (
    (re.compile(r", but the fields do not list .*"), ", but it is not ticked"),
    (re.compile(r", but `effect` is `cites`"), ", so it is more than a mention"),
    (re.compile(r"`series` is missing.*"), "the series is missing"),
    (re.compile(r"there is no series `.*"), "there is no such series"),
    (re.compile(r", so `approved` gives it"), "; the date of approval gives it"),
    (re.compile(r", so `approved` must give it.*"), "; the date of approval must give it"),
    (
        re.compile(r"this approval line is read as paragraph [0-9]+"),
        "this reads like the approval line, but it counts as a paragraph here",
    ),
    (
        re.compile(r"(?:a line that reads like )?the (?:text|approval line) says `(.*)`, but .*"),
        r"the text gives another date of approval than this form: “\1”",
    ),
    (re.compile(r"; give the series a short name in `url`"), ""),
)
"""Words of a message that speak of the file, and what a form says.

Whoever rewords a message of a rule changes its words here too; a test finds what was forgotten.
"""

_TOO_EARLY = "is before the approval"
"""What is wrong with a correction that is not published either."""

_HINTS = {
    "OP019": f"Say it in words, unless the document prints it. {_RIGHT_AS_IT_IS}",
    "OP102": "Fill it in.",
    "OP104": "",
    "OP105": "Choose the day in the calendar, or type it as 2003-11-07. If only the month or year "
    "of approval is known, type 2003-11 or 2003.",
    "OP108": "Use lowercase letters, digits and single hyphens, such as contact-after.",
    "OP112": "Choose a topic from the list, or add one below it.",
    "OP113": "Choose a program from the list.",
    "OP114": "Correct the date of approval or the year.",
    "OP116": "Remove it, or add the question.",
    "OP117": "Add an answer.",
    "OP118": "Fill in one of them.",
    "OP121": "If a word was changed by mistake, change it back. If not, remove the reason below.",
    "OP122": "Choose one from the list.",
    "OP123": "Tick the opinion in “Cited in the text”.",
    "OP125": "Correct the date of the withdrawal, or the date of approval.",
    "OP127": "Empty these fields until it is approved.",
    "OP144": "Compare the number, its letter and the year with the document.",
    "OP201": "Choose paragraphs in the text. Headings have no number.",
    "OP202": "Choose “Correct words”, then the first line, and tick “This line is a heading”.",
    UNKNOWN_HEADING: "Compare the line with the document. Then correct the line, or the number, "
    "the year or the day of this form. If nothing differs, choose the line and say what it is.",
    "OP204": "Compare it with the document. If a < is printed there, type \\< instead.",
    "OP205": "Compare it with the document. If a star is printed there, type \\* instead.",
    "OP206": "Drop its document in.",
    "OP207": "If it is a heading, choose “Correct words” and tick “This line is a heading”. "
    "If not, type \\ before it.",
    "OP208": "Compare with the document, then correct the number and the year, or the heading.",
    "OP209": "Compare with the document, then correct the date of approval, or the text.",
    "OP212": "Choose “Correct words”. If the document prints this character, type \\ before it.",
    "OP213": "Compare it with the document. If it gives the date of approval, say so here. If it "
    "is a heading here, choose “Correct words” and clear the box.",
    "OP217": "Choose the line that gives the date of approval, and say so. Or choose “Undo”.",
    "OP220": "If it is a heading, choose “Correct words” and tick “This line is a heading”. If it "
    "belongs to the letterhead, choose “Leave it out of the text”.",
    "OP301": "Add it below this list.",
    "OP302": "Tick it in “Cited in the text”.",
    "OP303": "Clear the box.",
    "OP304": "Tick it there, or clear the box here.",
    "OP306": "Drop the document in again, or ask the person who looks after the files.",
    "OP308": f"Compare it with the document. {_RIGHT_AS_IT_IS}",
    "OP309": f"Look up what it stands for. {_RIGHT_AS_IT_IS}",
    "OP313": f"Type it as the text prints it, or remove it. {_RIGHT_AS_IT_IS}",
    "OP314": f"Add it to the opinions of other bodies. {_RIGHT_AS_IT_IS}",
    "OP407": "Add that opinion to the collection first.",
    "OP408": "Clear the box.",
    "OP409": "Clear the box here. Say it in the later opinion only.",
    "OP410": "Correct what one of these opinions does to another.",
    "OP411": "Choose another answer, or all of the opinion.",
    "OP412": f"Add the text of this opinion. {_RIGHT_AS_IT_IS}",
    "OP413": "Keep one entry. An effect on the whole opinion covers its answers.",
    "OP417": f"Choose what this opinion does to it. {_RIGHT_AS_IT_IS}",
    "OP418": "Clear the box until the draft is approved.",
    "OP419": "Compare both with their documents, and correct the wrong number. If both documents "
    f"print this number, choose {_RIGHT} One reason covers both.",
    "OP420": "Drop the right document in for the opinion that has the wrong text.",
    "OP421": f"Choose the paragraphs that cite it. {_RIGHT_AS_IT_IS}",
    "OP502": "Undo the change, or say under “After publication” what was corrected.",
    "OP503": "Undo the change. People cite each paragraph by its number.",
    CHANGED_CORRECTION: "Undo the change. A new correction comes below the others.",
    "OP508": "Compare every word. Then tick the box under “Where the text comes from”.",
    "OP509": "Choose the day on which the text was corrected. The latest correction comes last.",
    "OP510": "Name only what changed after sealing, or remove the correction.",
    "OP511": "Undo the change, because links lead to it. Its words may be changed.",
    "OP512": "Undo the change, or say under “After publication” what was corrected, without a "
    "paragraph.",
    "OP513": "Choose a day that is not in the future, or wait and save this on that day.",
    "OP519": "Undo the change. A new draft gets a number of its own.",
}
"""What to do instead, by the code of the rule."""


_NUMBER = re.compile(rf"[0-9]|\b(?:{NUMBER_WORD})\b", re.IGNORECASE)
_NEW_FORM = "The form of this line is new here"
_NO_NUMBER = "The first line does not give the number and the year"
IF_A_LINE_BELOW_GIVES_THE_NUMBER = (
    "A line below it does. What is above that line is then left out of the text. It stays listed, "
    "and you can put it back."
)
"""What to do if the line with the number is not the first one."""
IF_IT_GIVES_NO_NUMBER = (
    "If a line below gives them, leave out the lines above it: choose each, then “Leave it out of "
    f"the text”. If the document prints no number, choose {_RIGHT}"
)
"""What to do if the first line is not the one with the number."""
IF_THE_NUMBER_IS_THE_SAME = (
    "Compare it with the document, and its number and year with this form. " + _RIGHT_AS_IT_IS
)
"""What to do if it is the heading."""
IF_IT_GIVES_THE_NUMBER = "Compare it with the document. If it gives number and year, say so here."
"""What to do if the first line gives the number of the opinion, in a form that is new."""
IF_IT_GIVES_THE_DAY = "Compare it with the document. If it gives the date of approval, say so here."
"""What to do if it may be the approval line."""


def gives_a_number(line: str) -> bool:
    """Whether a line has a number, in digits or in words."""
    return _NUMBER.search(line) is not None


def line_in_words(line: str) -> str:
    """What the desk says of a line that fits no pattern in the settings."""
    return f"{_NEW_FORM if gives_a_number(line) else _NO_NUMBER}: “{line}”."


def message_of(finding: Finding) -> str:
    """What is wrong, as a sentence."""
    return _message(finding.code, finding.message)


def _message(code: str, words_of_rule: str) -> str:
    if code == CHANGED_CORRECTION and words_of_rule.endswith(_TOO_EARLY):
        return "This correction is dated before the approval."
    message = _NOT_IN_ORDER if _is_only_by_hand(code) else _MESSAGES.get(code, words_of_rule)
    for words, instead in _REWORDED:
        message = words.sub(instead, message)
    end = "" if message.endswith((".", "?", "!", ".”")) else "."
    return f"{capitalized(message)}{end}"


def waived_in_words(code: str, about: str) -> str:
    """What a reason was given for, as a sentence."""
    quoted = re.findall("`[^`]+`", about)
    if code == UNKNOWN_HEADING and quoted:
        return line_in_words(quoted[-1].strip("`"))
    message = _message(code, about)
    if "`" not in message and quoted:
        message = f"{message.rstrip('.')}: {', '.join(quoted)}"
    sentence = re.sub("`([^`]+)`", r"“\1”", message)
    return f"{sentence.rstrip('.')}."


def sentence_of(finding: Finding) -> str:
    """What is wrong and what to do, where there is no field to show it at."""
    return f"{message_of(finding)} {hint_of(finding)}".rstrip()


def hint_of(finding: Finding) -> str:
    """What to do on the page."""
    if finding.code == CHANGED_CORRECTION and finding.message.endswith(_TOO_EARLY):
        return "Choose the day on which the text was corrected."
    if finding.code == "OP144" and "series" in finding.message:
        return "Choose the series."
    if _is_only_by_hand(finding.code):
        return _ASK
    return _HINTS.get(finding.code, finding.hint)


def hint_of_rule(code: str, hint: str) -> str:
    """What to do on the page about whatever a rule with this hint finds."""
    return _ASK if _is_only_by_hand(code) else _HINTS.get(code) or hint


def _is_only_by_hand(code: str) -> bool:
    """Whether the form can neither cause nor fix what a rule finds."""
    rule = RULES.get(code)
    return rule is not None and rule.only_by_hand
