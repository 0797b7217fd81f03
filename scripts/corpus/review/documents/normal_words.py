"""The words and the signs of a text in the form in which they are compared with a document."""

import re
from collections.abc import Iterator
from unicodedata import category, normalize

_NUMBER = r"\d+(?:(?:[-‐‑–]\s*|[.,:/])\d+)+"
"""`1,500`, `1.5`, `10-15`: other signs between the digits make another number."""
WORD = re.compile(rf"{_NUMBER}|[^\W_]+(?:(?:(?<!\d)[-‐‑–]\s*|[-‐‑–]\s*(?!\d))[^\W_]+)*")

_BULLET = re.compile(r"^\s*[-–—*•·◦▪‣●○■]\s+")
"""The mark of an item that has no number; each program prints another one."""
_ONE_KIND = {
    **dict.fromkeys(map(ord, "“”„‟«»″"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛′´`"), "'"),
    ord("−"): "-",
}
"""For `str.translate`: quotation marks and apostrophes of one kind; a hyphen for a minus."""
_RUN = re.compile(r"-+|_+|''")
"""Two hyphens typed for a dash, a line to write on, and two apostrophes typed for a quote."""


def normal_words(text: str) -> list[str]:
    """The words of a text, to be compared."""
    return [normal_word(match[0]) for match in WORD.finditer(text)]


def normal_word(word: str) -> str:
    """A word in lowercase, without hyphens except before a digit; a number with its signs.

    `re-sign` is `resign`, but `12A-34` is another number than `12A34`.
    """
    if re.fullmatch(_NUMBER, word):
        return re.sub(r"[-‐‑–]\s*", "-", word)
    parts = re.split(r"[-‐‑–]\s*(?=\d)", word.casefold())
    return "-".join(re.sub(r"[\W_]", "", part) for part in parts)


def words_and_signs(text: str) -> list[str]:
    """The words of a text and each sign between them, without a bullet before them."""
    return list(_parts(without_bullet(text)))


def without_outer_signs(parts: list[str]) -> list[str]:
    """Words and signs from the first word to the last one."""
    places = [place for place, part in enumerate(parts) if part[0].isalnum()]
    return parts[places[0] : places[-1] + 1] if places else []


def _parts(text: str) -> Iterator[str]:
    end = 0
    for match in WORD.finditer(text):
        yield from _signs(text[end : match.start()])
        yield normal_word(match[0])
        end = match.end()
    yield from _signs(text[end:])


def _signs(between: str) -> Iterator[str]:
    """The signs between two words."""
    return (sign for sign in with_usual_signs(between) if not sign.isspace())


def with_usual_signs(text: str) -> str:
    """A text with one kind of quotation marks, of dashes and of other signs."""
    usual = normalize("NFKC", text.translate(_ONE_KIND))
    one_dash = ("-" if category(sign) == "Pd" else sign for sign in usual)
    visible = "".join(sign for sign in one_dash if category(sign) != "Cf")
    return _RUN.sub(lambda match: '"' if match[0] == "''" else match[0][0], visible)


def without_bullet(text: str) -> str:
    """A text without the mark of an item that has no number."""
    return _BULLET.sub("", text)
