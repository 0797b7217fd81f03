import pytest

from corpus.text.approved_text import ApprovedText
from corpus.text.blocks import Block, Role, parse_blocks

BODY = """\
# Head

## Below

words

1) first
2) second
    a. below

> said
"""


def only(body: str) -> Block:
    (block,) = parse_blocks(body)
    return block


def test_headings_and_list_items_have_levels() -> None:
    levels = [block.level for block in parse_blocks(BODY)]
    assert levels == [1, 2, 0, 1, 1, 2, 0]


@pytest.mark.parametrize("mark", ["1)", "1.", "(1)", "a)", "(a)", "B.", "iv)", "-", "*", "•"])
def test_a_list_item_keeps_its_mark(mark: str) -> None:
    block = only(f"{mark} words")
    assert (block.role, block.mark, block.words) == (Role.ITEM, mark, "words")


@pytest.mark.parametrize(
    "words", ["N.C. Gen. Stat. § 7A-38.1 says", "G.S. 7A-38.1", "B.C.", "A mediator", "I. Other"]
)
def test_initials_after_a_mark_belong_to_the_item(words: str) -> None:
    block = only(f"(A) {words}")
    assert (block.role, block.mark, block.words) == (Role.ITEM, "(A)", words)
    assert only("A. N.C. Gen. Stat. says").mark == "A."


@pytest.mark.parametrize(
    "line",
    [
        "1998. A year",
        "e.g. so",
        "A b",
        "1)none",
        "#none",
        "-",
        "N. C. Gen. Stat. says",
        "J. R. Hart",
    ],
)
def test_what_only_looks_like_a_mark_is_a_paragraph(line: str) -> None:
    block = only(line)
    assert (block.role, block.words) == (Role.PARAGRAPH, line)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("> a\n> b", ["a b"]),
        ("> a\n>\n> b", ["a", "b"]),
        (">\n> a\nb", ["a b"]),
        ("a\n> 5 b", ["a > 5 b"]),
        ("in 1998 or\n1. not an item", ["in 1998 or 1. not an item"]),
        ("a\u2028b\x0bc", ["a b c"]),
        ("a\u00a0 b", ["a b"]),
    ],
)
def test_the_words_are_complete_and_in_order(body: str, words: list[str]) -> None:
    assert [block.words for block in parse_blocks(body)] == words


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("one\n1) two", [(2, 1)]),
        ("one\n> two\n3. three", [(2, 1), (3, 1)]),
        (" # one", [(1, 2)]),
        ("#one", [(1, 1)]),
        ("1) one\ntwo", []),
        ("> one\n> two", []),
        ("one\ntwo", []),
    ],
)
def test_a_line_that_looks_like_another_block_is_reported(
    body: str, places: list[tuple[int, int]]
) -> None:
    text = ApprovedText(body, tuple(parse_blocks(body)))
    starts = [offset for block in text.blocks for offset in block.ambiguous_lines]
    assert [text.line_and_column(offset) for offset in starts] == places


def test_every_kind_of_block_has_its_role() -> None:
    assert [block.role for block in parse_blocks(BODY)] == [
        Role.HEADING,
        Role.HEADING,
        Role.PARAGRAPH,
        Role.ITEM,
        Role.ITEM,
        Role.ITEM,
        Role.QUOTE,
    ]


def test_the_markdown_of_a_block_begins_at_its_start_in_the_body() -> None:
    for block in parse_blocks(BODY):
        assert BODY[block.start :].startswith(block.markdown)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("> > twice", "> twice"),
        ("\t> tab", "tab"),
        ("\u00a0hard space", "hard space"),
        (">x", "x"),
        (" >  x", "x"),
        ("#no heading", "#no heading"),
        ("1)x", "1)x"),
        ("-", "-"),
    ],
)
def test_no_word_is_lost_however_a_line_begins(line: str, kept: str) -> None:
    (block,) = parse_blocks(f"\n{line}\n\n>\n\u00a0\n")
    assert block.markdown == kept
