"""Fields of Word: what they show, and what only says how they work."""

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from corpus.intake.word_package import W, nodes, to_int, value
from corpus.intake.word_symbols import symbol

_SYMBOL_FIELD = re.compile(r'(?i)\s*SYMBOL\s+(0x[0-9a-f]{1,4}|[0-9]+)\s*(?:\\f\s+"?([\w ]+))?')
_CHECKBOXES = {True: "☒", False: "☐"}
_NUMBER_FIELD = re.compile(r"(?i)\s*(AUTONUM(?:LGL|OUT)?|LISTNUM|EQ)\b")


class Fields:
    """The fields in a part of a document."""

    def __init__(self, root: _Element) -> None:
        """Find where fields begin, where their results are, and where they end."""
        self.in_instructions: set[_Element] = set()
        """The text elements in an instruction, such as the result of an inner field."""
        self.without_result: set[_Element] = set()
        """The instructions of fields that store no text for what they show."""
        open_fields = list[_OpenField]()
        for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
            kind = element.get(f"{W}fldCharType")
            if kind == "begin":
                open_fields.append(_OpenField())
            elif open_fields and kind == "separate":
                open_fields[-1].is_in_result = True
            elif open_fields and kind == "end":
                closed = open_fields.pop()
                self.without_result |= set() if closed.has_result else set(closed.instructions)
            elif open_fields and element.tag == f"{W}instrText":
                open_fields[-1].instructions.append(element)
            elif open_fields:
                self._add_text(element, open_fields)

    def _add_text(self, element: _Element, open_fields: "list[_OpenField]") -> None:
        if all(open_field.is_in_result for open_field in open_fields):
            for open_field in open_fields:
                open_field.has_result = True
        else:
            self.in_instructions.add(element)


@dataclass(slots=True)
class _OpenField:
    """A field whose end was not reached yet."""

    instructions: list[_Element] = field(default_factory=list)
    is_in_result: bool = False
    has_result: bool = False


def field_symbol(instruction: _Element) -> str:
    """Return the character of a field such as `SYMBOL 65 "Symbol"`; "" for any other field."""
    match = _SYMBOL_FIELD.match(instruction.text or "")
    if match is None:
        return ""
    digits, font = match.groups()
    number = int(digits, 16) if digits.lower().startswith("0x") else to_int(digits)
    if font:
        return symbol(font.strip(), number)
    return bytes([number % 256]).decode("cp1252", "replace")


def form_field_text(begin: _Element) -> str:
    """Return what the checkbox or the list of a form shows; "" for any other field."""
    for form in begin.iter(f"{W}checkBox"):
        states = (form.find(f"{W}{name}") for name in ("checked", "default"))
        state = next((state for state in states if state is not None), None)
        return _CHECKBOXES[state is not None and state.get(f"{W}val", "1") not in {"0", "false"}]
    for form in begin.iter(f"{W}ddList"):
        chosen = to_int(value(form, "w:result/@w:val") or value(form, "w:default/@w:val"))
        entries = nodes(form, "w:listEntry/@w:val")
        return entries[chosen] if chosen < len(entries) else ""
    return ""


def shows_number(instruction: _Element) -> bool:
    """Whether a field shows a number or a formula that Word computes."""
    return _NUMBER_FIELD.match(instruction.text or "") is not None
