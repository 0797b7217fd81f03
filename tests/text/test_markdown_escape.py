import re

import pytest
from lxml import html
from markdown_it import MarkdownIt

from corpus.text.markdown_escape import escape_markdown

SIGNS = "\\`*_{}[]()#+!|<>&~@-:/."


@pytest.mark.parametrize(
    "words",
    [
        "*a* _b_ `c` ~~d~~ **e**",
        "[a](https://example.org/) ![b](c) <https://example.org/> [d]: e",
        "<b>a</b> </details> <!-- a --> &lt; &#64;",
        "# a",
        "a | b",
        "- [ ] a",
        SIGNS,
    ],
)
def test_words_are_shown_as_they_are(words: str) -> None:
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    shown = html.fromstring(markdown.render(f"- x {escape_markdown(words)}\n"))
    assert shown.text_content().strip() == f"x {words}"
    assert [element.tag for element in shown.iter("*")] == ["ul", "li"]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a\n\n</details>\n# b", r"a &lt;/details&gt; \#<!-- --> b"),
        ("\u202eot\u202c", r"&lt;U\+202E&gt;ot&lt;U\+202C&gt;"),
    ],
)
def test_lines_become_one_and_invisible_characters_are_shown(words: str, shown: str) -> None:
    assert escape_markdown(words) == shown


@pytest.mark.parametrize(
    "words", ["@someone", "a@example.org", "#12", "GH#12", "https://example.org", "www.example.org"]
)
def test_github_links_no_person_issue_or_address(words: str) -> None:
    assert re.search(r"@\w|#\d|://|www\.", escape_markdown(words)) is None


@pytest.mark.parametrize(
    "words",
    [
        "$x% the duty was reversed and this hides it$",
        "$$a$$",
        "$`a`$",
        "for $5 or $6:",
        ":white_check_mark:",
        "::+1::-1:",
        ":a:b:c:",
    ],
)
def test_github_shows_no_formula_and_no_emoji(words: str) -> None:
    markdown = escape_markdown(words)
    shown = html.fromstring(MarkdownIt("commonmark").render(markdown))
    assert shown.text_content().strip() == words
    assert "$" not in markdown
    assert re.search(r":[\w+\\-]+:", markdown) is None
