"""The questions that a paragraph asks, one sentence after another."""

import re
from collections.abc import Iterator

from corpus.model.words import uncapitalized

_ABBREVIATIONS = """
    Admin Adv Ann App Art Arts Bd Ch Chs Cir Civ Comm Crim Ct Dist Dr Eth Evid Fed Gen Hon Mr Mrs
    Ms Op Ops Para Prac Proc Prof Reg Rev Sec Secs St Stat Std Stds Super Supp Sup Tit cf e.g i.e v
"""
_ABBREVIATION = "|".join(map(re.escape, _ABBREVIATIONS.split()))
_NOTE = "(?:[⁰¹²³⁴-⁹]+|\\[[0-9]{1,3}\\])?"
"""The number of a footnote behind a sentence."""
_GOES_ON = re.compile(
    rf"\b(?:(?:{_ABBREVIATION}|[A-Z])\.|Nos?\.(?=\s+[0-9]))(?=\s)"
    rf"|\.[”’\"')]*{_NOTE}(?=\s+[a-z§¶])"
)
"""A period that does not end a sentence."""
_END = re.compile(rf"(?P<goes_on>{_GOES_ON.pattern})|[.?!:;][”’\"')]*(?P<note>{_NOTE})(?=\s|$)")
_QUESTION = re.compile(r"\?[”’\"')]*$")
_REPORTED = re.compile(
    r"(?!(?:If|When|Whenever|Where|Unless|While|Although|Because)\b)"
    r"[A-Z][^.?!:;]*? (?:asks|inquires) (?:whether|if|what|how|when|who)\b[^?]*\."
)
"""A sentence that reports a question: `She also asks whether …`."""
_MAY_BE_ASKED = re.compile(
    r"(?P<who>(?:The|An?) [\w’'-]+) (?:also |further |then )?asks whether "
    r"(?:(?P<pronoun>s?he|s/he)|(?P<other>(?:the|an?) [\w’'-]+)) "
    r"(?P<verb>may|can|must|should) (?P<what>[^?:;]+)\."
)
_TWO_CLAUSES = re.compile(r"\bwhether\b|\b(?:and|or)(?: also)? (?:if|may|can|must|should)\b")


def questions_in(words: str) -> tuple[str, ...]:
    """Each question of a paragraph, from the end of the sentence before it."""
    return tuple(sentence for sentence in _sentences(words) if _QUESTION.search(sentence))


def reported_questions_in(words: str) -> tuple[str, ...]:
    """Each question that a paragraph reports, asked directly if possible, else as printed."""
    reported = (sentence for sentence in _sentences(words) if _REPORTED.fullmatch(sentence))
    return tuple(map(_asked, reported))


def _asked(sentence: str) -> str:
    """`The member asks whether she may act.` as `May the member act?`, if it has this form."""
    found = _MAY_BE_ASKED.fullmatch(sentence)
    if not found or _TWO_CLAUSES.search(found["what"]):
        return sentence
    subject = found["other"] or uncapitalized(found["who"])
    return f"{found['verb'].capitalize()} {subject} {found['what']}?"


def _sentences(words: str) -> Iterator[str]:
    """The sentences of a paragraph, each with its end but without the number of a footnote.

    Words after the last end are left out.
    """
    start = 0
    for end in _END.finditer(words):
        if end["goes_on"] is None:
            yield words[start : end.start("note")].strip()
            start = end.end()
