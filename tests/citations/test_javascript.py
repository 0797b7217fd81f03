"""Patterns of Python for JavaScript; `browser/test_citations.py` runs them on texts."""

import re

import pytest

from corpus.citations.grammar import named_patterns
from corpus.citations.javascript import javascript_pattern
from corpus.paths import THEME

SPACE = r"[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"


@pytest.mark.parametrize(
    ("pattern", "javascript"),
    [
        (r"(?P<part>a)(?P=part)", r"(?<part>a)\k<part>"),
        (r"(?:§|\§)\-\.\ x", r"(?:§|§)-\. x"),
        (r"[^\W_]", r"(?:(?![_])[\p{L}\p{N}_])"),
        (r"[\w.\-'\]]+?", r"[\p{L}\p{N}_.\-'\]]+?"),
        (r"\s", SPACE),
        (r"\d{1,3}\Z", r"[\p{Nd}]{1,3}$"),
        (r"^.$", r"^[^\n](?=\n?$)"),
        (r"(?i:no(?P<s>S)?)b", r"(?:[nN][oO](?<s>[sS])?)b"),
        (r"(?>ab|c)d", r"(?:(?=(?<atomic0>(?:ab|c)))\k<atomic0>)d"),
        (r"(?:ab)*+c", r"(?:(?=(?<atomic6>(?:ab)*))\k<atomic6>)c"),
        (r"(?<!a)(?<=b)(?!c)(?=d)", r"(?<!a)(?<=b)(?!c)(?=d)"),
    ],
)
def test_a_pattern_is_written_for_javascript(pattern: str, javascript: str) -> None:
    assert javascript_pattern(re.compile(pattern)) == javascript


def test_flags_are_part_of_the_pattern() -> None:
    assert javascript_pattern(re.compile("a [ ] b  # c", re.VERBOSE)) == "a[ ]b"
    assert javascript_pattern(re.compile("^a$", re.MULTILINE)) == r"(?<=^|\n)a(?=\n|$)"
    assert javascript_pattern(re.compile("a1", re.IGNORECASE)) == "[aA]1"


def test_each_pattern_of_the_finder_has_a_name_of_its_own() -> None:
    names: dict[str, re.Pattern[str]] = {}
    for name, pattern in named_patterns():
        assert names.setdefault(name, pattern) is pattern, name
    assert len(names) > 40


def test_no_script_searches_for_the_white_space_at_the_end_of_a_text() -> None:
    """Such a pattern starts again at each blank, which takes quadratic time."""
    scripts = [*THEME.glob("assets/js/cit*/*.js"), *THEME.glob("assets/js/cit*.js")]
    for script in scripts:
        assert not re.search(r"/[^/^\n]*\\s[+*]\$/", script.read_text(encoding="utf-8")), script
    assert len(scripts) > 10
