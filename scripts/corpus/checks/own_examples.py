"""Rewrite the examples of a rule with the numbers and names of one body."""

import re
from dataclasses import replace

from corpus.checks.registry import Rule
from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission
from corpus.model.date_format import write_date
from corpus.model.number_forms import write_number
from corpus.model.opinion_id import OpinionId
from corpus.model.partial_date import PartialDate

_OF_SETTINGS = "# standards/"
"""How an example from another file than a record begins; its names are its own."""
_DAY = PartialDate(2003, 11, 7)


def with_own_examples(rule: Rule, commission: Commission) -> Rule:
    """The rule with the numbers, headings, days and fields of a body in its examples."""
    words = {**_numbers_and_days(commission), **_authorities(commission)}
    bad, good = (
        text if text.startswith(_OF_SETTINGS) else _in_own_words(text, words)
        for text in (rule.bad, rule.good)
    )
    hint = _in_own_words(
        rule.hint, {"2003/05": _address(commission), "2001/03": _address(commission)}
    )
    return replace(rule, bad=bad, good=good, hint=hint)


def _in_own_words(text: str, words: dict[str, str]) -> str:
    """The text with all of these words replaced at once, the longer ones first."""
    if not words:
        return text
    pattern = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.sub(pattern, lambda match: words[match[0]], text)


def _address(commission: Commission) -> str:
    return commission.all_series[0].example


def _numbers_and_days(commission: Commission) -> dict[str, str]:
    """The headings and approval lines of examples, each with the body's own in its place."""
    series = commission.all_series[0]
    forms = [form for form in (*series.heading_lines, series.printed) if "{date}" not in form]
    line = commission.approval_lines[0]
    own = {
        f"Opinion Number {number:02} (2003)": write_number(
            forms[0], OpinionId(2003, number, "", series.id)
        )
        for number in (5, 6)
        if forms
    }
    if "{other_date}" not in line:
        day = write_date(_DAY, commission.date_format)
        own["(Approved by the Board on November 7, 2003.)"] = line.replace("{date}", day)
    return own


def _authorities(commission: Commission) -> dict[str, str]:
    """What examples cite, with what the body cites; nothing if it cites nothing."""
    if not commission.kinds:
        return {}
    first, last = commission.kinds[0], commission.kinds[min(1, len(commission.kinds) - 1)]
    return {
        "Standard 3(c)": _printed(first),
        "3(c)": first.example_to_type,
        "7A-38.2(b)": last.example_to_type,
        "standards: ": f"{first.plural}: ",
        "statutes: ": f"{last.plural}: ",
    }


def _printed(kind: AuthorityKind) -> str:
    parsed = kind.parse(kind.example_to_type)
    return kind.printed(*parsed) if parsed else kind.example_to_type
