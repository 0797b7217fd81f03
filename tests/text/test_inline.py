import pytest

from corpus.text.inline import Run, SourceOffsets, runs, unmatched_stars


def words(markdown: str) -> str:
    return "".join(run.words for run in runs(markdown))


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("plain  words \n and more", "plain words and more"),
        *((f"one{space}space", "one space") for space in "\t\n\v\f\r\x1c\x1d\x1e\x1f\xa0\u2003"),
        ("*one* and **two** and ***three***", "one and two and three"),
        (r"a \* star, a \\ slash, \_", r"a * star, a \ slash, _"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        (r"C:\temp and \ ", r"C:\temp and \ ".strip()),
        ("snow\u00a0white", "snow white"),
        ("[t]he s/he #1 & <b> _x_", "[t]he s/he #1 & <b> _x_"),
        ("The fee* and the cost* are due.", "The fee* and the cost* are due."),
        ("It **may be.", "It **may be."),
        ("It *may **be* so", "It may **be so"),
        ("Mr. ****** said.", "Mr. ****** said."),
        ("**bold *both* bold**", "bold both bold"),
        ("", ""),
    ],
)
def test_only_paired_marks_are_left_out_of_the_words(markdown: str, plain: str) -> None:
    assert words(markdown) == plain


def test_each_run_has_one_style() -> None:
    assert runs("a *b c* **d *e***f") == (
        Run("a ", 0),
        Run("b c", 2, emphasis=True),
        Run(" **d *e***f", 5),
    )
    assert runs("a **d *e* f** ***g***") == (
        Run("a ", 0),
        Run("d ", 2, strong=True),
        Run("e", 4, strong=True, emphasis=True),
        Run(" f", 5, strong=True),
        Run(" ", 7),
        Run("g", 8, strong=True, emphasis=True),
    )


@pytest.mark.parametrize(
    ("markdown", "offsets"),
    [
        ("*a*", ()),
        ("x *a", (2,)),
        ("x **a *b*", (2,)),
        ("fee* due", ()),
        ("a * b", ()),
        (r"\*a", ()),
    ],
)
def test_a_star_that_begins_an_emphasis_without_an_end_is_reported(
    markdown: str, offsets: tuple[int, ...]
) -> None:
    assert unmatched_stars(markdown) == offsets


@pytest.mark.parametrize(
    "markdown", ["plain words", "  two\n  lines", "an *em* and **st**", r"a \* and \\ b", "x *y"]
)
def test_every_character_has_its_offset_in_the_markdown(markdown: str) -> None:
    for offset, character in enumerate(words(markdown)):
        written = markdown[SourceOffsets(markdown)[offset]]
        assert written == character or (written.isspace() and character == " ")
