import pytest

from devtools.readability import HIGHEST_GRADE, grade, main

EASY = "The clerk opens the file. She reads it. She saves it."
HARD = (
    "Notwithstanding considerations of administrative practicability, mediators participating in "
    "statutorily authorized proceedings necessarily acknowledge confidentiality obligations."
)


def test_every_guide_is_easy_enough(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert "pages/staff.md" in capsys.readouterr().out


def test_long_words_and_sentences_are_hard() -> None:
    assert grade(EASY) < 3
    assert grade(HARD) > HIGHEST_GRADE
    assert grade(f"{EASY} {HARD}") < grade(HARD)


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    """The two sentences have nine words and fourteen syllables."""
    assert grade("The mediator may ask. The party need not reply.") == pytest.approx(
        0.39 * 4.5 + 11.8 * 14 / 9 - 15.59
    )


@pytest.mark.parametrize(
    "text",
    [
        f"---\ntitle: {HARD}\n---\n{EASY}",
        f"{EASY}\n\n    {HARD}\n\n",
        f"# {HARD}\n\n{EASY}",
        f"| {HARD} |\n\n{EASY}",
        f"<h1>{HARD}</h1>\n<p>{EASY}</p>",
        f"<p>{EASY}</p><pre><code>{HARD}</code></pre>",
    ],
)
def test_only_sentences_count(text: str) -> None:
    assert grade(text) == pytest.approx(grade(EASY))


def test_what_is_typed_is_one_word_and_a_link_its_words() -> None:
    typed = grade("Open `opinions/2003/05.md` and [read it](https://example.org/a-b-c).")
    assert typed == pytest.approx(grade("Open it and read it."))


def test_each_item_of_a_list_is_a_sentence() -> None:
    assert grade("1. Open the file\n2. Read the file\n- Save the file") == pytest.approx(
        grade("Open the file. Read the file. Save the file.")
    )
