"""The body's own words for what it publishes and for its audience."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import Field

from corpus.parsing.field_types import StrictModel, Text

_BEGINS_WITH_A_VOWEL = re.compile(
    r"""[AEFHILMNORSX](?![a-z])
    | (?!(?i:eu|onc?e\b|uni(?![mn])|us[aeu]|uti))[AEIOUaeiou](?=[a-z])
    | (?i:heir|honest|honor|hour)""",
    re.VERBOSE,
)
"""The beginning of `FEO`, `opinion` and `hour` as they are spoken, but not of `university`."""


def _plural_of(name: str) -> Any:
    """The default of a plural: that of the word for one, such as `inquiries` of `inquiry`."""
    return Field(default_factory=lambda words: _plural(words[name]))


def _plural(word: str) -> str:
    if re.search("[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}es" if re.search("(?:[sxz]|[cs]h)$", word) else f"{word}s"


def capitalized(word: str) -> str:
    """The word as it begins a sentence; its other letters stay."""
    return word[:1].upper() + word[1:]


def uncapitalized(words: str) -> str:
    """The words as they stand within a sentence: the first letter small; the others stay."""
    return words[:1].lower() + words[1:]


def with_article(word: str, article: str = "a") -> str:
    """`a ruling`, `an opinion`, `a university ruling`."""
    return f"{article}{'n' if _BEGINS_WITH_A_VOWEL.match(word) else ''} {word}"


def listed(words: Sequence[str]) -> str:
    """`2014, 2019 and 2021`."""
    *others, last = words or ("",)
    return f"{', '.join(others)} and {last}" if others else last


def paragraph_signs(numbers: Iterable[int]) -> str:
    """`¶ 2, ¶ 3`; empty if there are no numbers."""
    return ", ".join(f"¶ {number}" for number in numbers)


class Words(StrictModel):
    """The words of pages, files and messages, each as it stands within a sentence."""

    opinion: Text = "opinion"
    """One opinion: `opinion`, `ruling`, `advice`."""
    opinions: Text = _plural_of("opinion")
    """More than one. The default is the plural of `opinion`."""
    approved: Text = "approved"
    """What the body did with the text: `approved`, `adopted`, `issued`."""
    approval: Text = "approval"
    """The same as a noun: `approval`, `adoption`, `issue`."""
    question: Text = "question"
    """One question: `question`, `inquiry`, `issue`."""
    questions: Text = _plural_of("question")
    """More than one. The default is the plural of `question`."""
    answer: Text = "answer"
    """One answer: `answer`, `conclusion`."""
    answers: Text = _plural_of("answer")
    """More than one. The default is the plural of `answer`."""
    holding: Text = "holding"
    """What messages about the field `holdings` call an answer: `holding`, `conclusion`."""
    holdings: Text = _plural_of("holding")
    """More than one. The default is the plural of `holding`."""
    docket: Text = "docket"
    """What precedes the number under which a request is kept: `docket`, `request`."""
    program: Text = "program"
    """One entry of `opinions/programs.yml`: `program`, `office`, `court`."""
    programs: Text = _plural_of("program")
    """More than one. The default is the plural of `program`."""
    reader: Text = "reader"
    """A person to whom the opinions speak: `lawyer`, `judge`, `candidate`."""
    readers: Text = _plural_of("reader")
    """More than one. The default is the plural of `reader`."""

    def said(self, sentence: str) -> str:
        """A sentence of the code about records in these words; what is typed stays as it is."""
        return _OF_THE_CODE.sub(self._said, sentence) if self != _USUAL else sentence

    def _said(self, match: re.Match[str]) -> str:
        article = match["article"] or ""
        word = match["word"]
        if not word:
            return match[0]
        own: str = getattr(self, word.lower())
        own = capitalized(own) if word[0].isupper() else own
        return with_article(own, article[0]) if article else own


_USUAL = Words()
_OF_THE_CODE = re.compile(
    r"""`[^`]*`
    | (?<![/\w-]) (?:(?P<article>[Aa]n?)\ )?
    (?P<word>[Oo]pinions?|[Aa]pproved|[Aa]pproval|[Qq]uestions?|[Hh]oldings?
      |(?:(?<=[Aa]n\ )|(?<=[Tt]he\ )|(?<=[Ee]ach\ ))answers?) (?![/\w-])""",
    re.VERBOSE,
)
"""The words of the code that a body may have others for. `Answers` alone may be a verb."""
