"""Fields of Word: the text that they show, and the instructions that produce it."""

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from corpus.intake.word.package import W, is_on, nodes, to_int, value
from corpus.intake.word.symbols import symbol

_SYMBOL_FIELD = re.compile(r'(?i)\s*SYMBOL\s+(0x[0-9a-f]{1,4}|[0-9]+)\s*(?:\\f\s+"?([\w ]+))?')
_WINDOWS_CODES = range(256)
"""The codes that mean letters in the old encoding of Windows if a field names no font."""
_CHECKBOXES = {True: "☒", False: "☐"}
_WITHOUT_WORDS = re.compile(
    r"(?i)\s*(?:$|(?:ADVANCE|ASK|FORM\w+|HYPERLINK|NEXT|NEXTIF|NUMPAGES|PAGE|PRINT|PRIVATE|RD"
    r"|SECTION|SECTIONPAGES|SET|SKIPIF|SYMBOL|TA|TC|XE)\b)"
)
"""The instructions of fields that show no words, or whose words are read in another way."""
_RESULTS = (f"{W}t", f"{W}drawing", f"{W}pict", f"{W}sym")
"""The elements that a field can show."""
_COMPUTED = re.compile(r"(?i)\s*(?:AUTONUM(?:LGL|OUT)?|EQ|GOTOBUTTON|LISTNUM|MACROBUTTON|SYMBOL)\b")
"""The instructions of fields that show something though what they store as a result is empty."""


class Fields:
    """The fields in a part of a document."""

    def __init__(self, root: _Element) -> None:
        """Find where fields begin, where their results are, and where they end."""
        self.in_instructions: set[_Element] = set()
        """The text elements in an instruction, such as the result of an inner field."""
        self.without_result: dict[_Element, str] = {}
        """The instructions of fields without a stored result, by the first element of each."""
        for simple in root.iter(f"{W}fldSimple"):
            if next(simple.iter(f"{W}t"), None) is None:
                self.without_result[simple] = simple.get(f"{W}instr", "")
        open_fields = list[_OpenField]()
        for element in root.iter(f"{W}fldChar", f"{W}instrText", *_RESULTS):
            kind = element.get(f"{W}fldCharType")
            if kind == "begin":
                open_fields.append(_OpenField())
            elif open_fields and kind == "end":
                self._close(open_fields.pop(), open_fields)
            elif open_fields:
                _add(element, open_fields)
        for never_closed in open_fields:
            self._add_instruction(never_closed)

    def _close(self, closed: "_OpenField", around: "list[_OpenField]") -> None:
        self.in_instructions |= set(closed.inner_texts)
        if all(outer.is_in_result for outer in around):
            self._add_instruction(closed)

    def _add_instruction(self, read: "_OpenField") -> None:
        instruction = "".join(element.text or "" for element in read.instructions)
        is_empty = read.is_in_result and not _COMPUTED.match(instruction)
        if read.instructions and not read.has_result and not is_empty:
            self.without_result[read.instructions[0]] = instruction


def _add(element: _Element, open_fields: "list[_OpenField]") -> None:
    """Add an element to the fields that it is in."""
    if element.get(f"{W}fldCharType") == "separate":
        open_fields[-1].is_in_result = True
    elif element.tag == f"{W}instrText":
        open_fields[-1].instructions.append(element)
    elif element.tag in _RESULTS:
        _add_result(element, open_fields)


def _add_result(element: _Element, open_fields: "list[_OpenField]") -> None:
    """Add what is shown to the field whose instruction it is in, or to the results it is in."""
    for open_field in open_fields:
        if not open_field.is_in_result:
            open_field.inner_texts.append(element)
            return
    for open_field in open_fields:
        open_field.has_result = True


@dataclass(slots=True)
class _OpenField:
    """A field whose end was not reached yet."""

    instructions: list[_Element] = field(default_factory=list)
    inner_texts: list[_Element] = field(default_factory=list)
    """The text in its instruction; without an end it is not a field, and this text is ordinary."""
    is_in_result: bool = False
    has_result: bool = False


def field_symbol(instruction: str) -> str:
    """The character of a field such as `SYMBOL 65 "Symbol"`; "" for any other field."""
    match = _SYMBOL_FIELD.match(instruction)
    if match is None:
        return ""
    digits, font = match.groups()
    number = int(digits, 16) if digits.lower().startswith("0x") else to_int(digits)
    if not font and number in _WINDOWS_CODES:
        number = ord(bytes([number]).decode("cp1252", "replace"))
    return symbol((font or "").strip(), number)


def form_field_text(begin: _Element) -> str:
    """What the checkbox or the list of a form shows; "" for any other field."""
    for form in begin.iter(f"{W}checkBox"):
        states = (form.find(f"{W}{name}") for name in ("checked", "default"))
        state = next((state for state in states if state is not None), None)
        return _CHECKBOXES[is_on(state)]
    for form in begin.iter(f"{W}ddList"):
        chosen = to_int(value(form, "w:result/@w:val") or value(form, "w:default/@w:val"))
        entries = nodes(form, "w:listEntry/@w:val")
        return entries[chosen] if chosen < len(entries) else ""
    return ""


def shows_words(instruction: str) -> bool:
    """Whether a field shows a number, a formula or words that are not stored as its result."""
    return _WITHOUT_WORDS.match(instruction) is None
