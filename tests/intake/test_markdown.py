"""Blocks become Markdown that says the same words."""

from hypothesis import example, given
from hypothesis import strategies as st

from corpus.intake.document import TextBlock, TextRun, clean_text
from corpus.intake.markdown import body
from corpus.text.approved_text import parse_approved_text
from corpus.text.blocks import Role


@example("• a bullet in a row of a table")
@example("1) • a bullet below a number")
@example("# 1 - > a")
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), max_size=60))
def test_the_words_of_any_paragraph_come_back(words: str) -> None:
    block = TextBlock(Role.PARAGRAPH, (TextRun(clean_text(words)),))
    text = parse_approved_text(body([block]), lambda _: False)
    assert " ".join(block.text_with_mark for block in text.blocks) == block.text
