"""Damage that programs leave in a file: conflict markers, and text read in the wrong encoding."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from corpus.findings import Fault, FaultKind, Location

LOST = "\ufffd"
"""The character that programs write in place of bytes that they cannot read."""

_SHOWN = 40
"""How many characters of a word or line a message shows."""

_CONFLICT = re.compile(
    r"""^(?:
        (?:<{7}|>{7}|\|{7}) (?:[ ].*)?
      | (?<=\n\n) ={7}[ ]* | ={7}[ ]* (?=\n.)   # but not a line that underlines a title
    )$""",
    re.MULTILINE | re.VERBOSE,
)

_SIGN_RANGES = (
    (0xA0, 0xFF), (0x152, 0x153), (0x160, 0x161), (0x178, 0x178), (0x17D, 0x17E),
    (0x2000, 0x206F), (0x20AC, 0x20AC), (0x2100, 0x22FF), (0x2500, 0x27BF),
    (0xFB00, 0xFB06), (0xFEFF, 0xFEFF), (0xFFFD, 0xFFFD),
    (0x80, 0x9F), (0x192, 0x192), (0x2C6, 0x2C6), (0x2DC, 0x2DC),
    (0x3A9, 0x3A9), (0x3C0, 0x3C0),
)  # fmt: skip
_SIGNS = "".join(chr(code) for first, last in _SIGN_RANGES for code in range(first, last + 1))
"""Signs and letters that English texts have and that UTF-8 writes as more than one byte.

The last are what such a sign becomes if it is misread more than once.
"""

_CONTROL = re.compile("[\x80-\x9f]")

_STARTS = re.compile(f"[ÂÃÅâï¬√≈‚ÔÕÆ{LOST}]")
"""How misread characters begin."""

_OLD_APOSTROPHE = re.compile(r"(?<=[a-z])[ÕÆ](?=(?:[sdmt]|re|ll|ve)\b)")
"""The apostrophe of old Macs or of DOS."""

_LOST_QUOTE = re.compile(r"â€(?!\w)")
"""A closing quotation mark whose last byte no sign shows."""

_WORD = re.compile(r"[^ \t\n]+")


def conflicts(text: str, name: str) -> Iterator[Fault]:
    """Yield a fault for each line that git writes where two changes conflict."""
    for match in _CONFLICT.finditer(text):
        message = f"`{match[0][:_SHOWN]}` marks a conflict between two versions of these lines"
        yield Fault(Location.in_text(name, text, 1, match.start()), FaultKind.CONFLICT, message)


def may_be_misread(characters: str) -> bool:
    """Whether a text with these characters besides ASCII may have `misread_words`."""
    return _STARTS.search(characters) is not None


def misread_words(text: str, name: str) -> Iterator[Fault]:
    """Yield a fault for each word with characters that come from reading the wrong encoding."""
    for word in _WORD.finditer(text):
        if word[0].isascii() or not may_be_misread(word[0]):
            continue
        if match := _misread_characters().search(text, word.start(), word.end()):
            location = Location.in_text(name, text, 1, match.start())
            yield Fault(location, FaultKind.MISREAD, _message(word[0]))


def is_misread(text: str) -> bool:
    """Whether a text has `misread_words`."""
    return may_be_misread(text) and next(misread_words(text, ""), None) is not None


def without_misread_characters(text: str) -> str:
    """The text with a question mark for each misread character; offsets stay."""
    return _misread_characters().sub(lambda match: "?" * len(match[0]), text)


def _message(word: str) -> str:
    """What is wrong with a word, and what it may have been."""
    if LOST in word:
        return f"`{word[:_SHOWN]}` has lost a character, and {LOST} stands in its place"
    message = f"`{word[:_SHOWN]}` was read in the wrong encoding"
    meant = _LOST_QUOTE.sub("\u201d", _OLD_APOSTROPHE.sub("\u2019", _reread(word)))
    is_whole = not (_misread_characters().search(meant) or _CONTROL.search(meant))
    return f"{message}; it may be `{meant[:_SHOWN]}`" if is_whole and meant != word else message


def _reread(word: str) -> str:
    """A word as it was before it was misread, once or more often."""
    signs = _sign_of()
    while (meant := _misread_sign().sub(lambda match: signs[match[0]], word)) != word:
        word = meant
    return word


@cache
def _sign_of() -> dict[str, str]:
    """Each sign by what a program shows that takes UTF-8 for another encoding.

    A byte that the other encoding does not have becomes a control character.
    """
    sign_of = {}
    for encoding in ("cp1252", "latin-1", "mac-roman"):
        decoded = bytes(range(0x80, 0x100)).decode(encoding, errors="replace")
        table = [chr(0x80 + n) if sign == LOST else sign for n, sign in enumerate(decoded)]
        for sign in _SIGNS:
            sign_of["".join(table[byte - 0x80] for byte in sign.encode())] = sign
    return sign_of


@cache
def _misread_sign() -> re.Pattern[str]:
    """A pattern for the keys of `_sign_of`; those that differ at the end stand together."""
    endings = defaultdict(list)
    for shown in _sign_of():
        endings[shown[:-1]].append(shown[-1])
    groups = (f"{start}[{re.escape(''.join(last))}]" for start, last in endings.items())
    return re.compile("|".join(groups))


@cache
def _misread_characters() -> re.Pattern[str]:
    """A pattern for all that shows a wrong encoding, even if its last byte is lost."""
    lost_end = r"â€|ï¬|[ÂÃ](?=[\s\d]|$)"
    return re.compile(f"{LOST}|{_misread_sign().pattern}|{lost_end}|{_OLD_APOSTROPHE.pattern}")
