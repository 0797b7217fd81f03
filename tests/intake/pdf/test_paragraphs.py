"""A PDF is divided into paragraphs by its line spacing, indents and tables."""

import pytest
import typst

from corpus.intake.markdown import body
from corpus.intake.pdf.reader import read
from corpus.intake.remarks import RemarkKind
from intake.sample_documents import APPROVAL, BOARD, TITLE
from intake.sample_pdfs import FULL, at, heading, lines, read_pdf, remarks_of, text_of_pdf

SENTENCE = f"{FULL}."
"""A sentence that ends at the right margin."""


def spaced(*distances_and_texts: float | str, top: float = 700, left: float = 72) -> str:
    """Lines of text, each as far below the last one as the number before it says."""
    page, y = "", top
    for item in distances_and_texts:
        if isinstance(item, str):
            page += at(left, y, item)
        else:
            y -= item
    return page


def test_space_between_paragraphs_is_learned_from_the_page() -> None:
    page = spaced(FULL, 14, FULL, 14, SENTENCE, 18, FULL, 14, SENTENCE, 18, FULL, 14, "it was so.")
    assert text_of_pdf(read_pdf(heading() + page)) == [
        f"{FULL} {FULL} {SENTENCE}", f"{FULL} {SENTENCE}", f"{FULL} it was so.",
    ]  # fmt: skip


def test_uneven_lines_within_sentences_are_no_paragraphs() -> None:
    page = spaced(FULL, 14, FULL, 17, FULL, 14, SENTENCE, 17, FULL, 16, FULL, 14, "it was so.")
    assert text_of_pdf(read_pdf(heading() + page)) == [
        f"{FULL} {FULL} {FULL} {SENTENCE} {FULL} {FULL} it was so."
    ]


def test_a_short_page_has_the_line_spacing_of_the_document() -> None:
    first = spaced(*[item for _ in range(6) for item in (FULL, 28)], "to keep.")
    second = spaced(FULL, 28, SENTENCE, 28, SENTENCE, 28, "It was so.")
    document = read_pdf(heading() + first, second)
    assert text_of_pdf(document)[-1] == f"{FULL} {SENTENCE} {SENTENCE} It was so."


def test_each_row_of_a_table_is_a_paragraph() -> None:
    rows = [("Program", "Days", "Who reports"), ("Superior Court", "10", "The mediator")]
    table = "".join(
        at(x, 686 - 14 * row, cell)
        for row, cells in enumerate(rows)
        for x, cell in zip((72, 158, 200), cells, strict=True)
    )
    page = lines("The periods are:") + table + at(90, 658, FULL[:-9]) + at(72, 644, "other said.")
    assert text_of_pdf(read_pdf(heading() + page)) == [
        "The periods are:",
        "Program Days Who reports",
        "Superior Court 10 The mediator",
        f"{FULL[:-9]} other said.",
    ]


def test_a_paragraph_left_of_a_quotation_on_the_page_before_begins_anew() -> None:
    quotation = lines(FULL[6:], f"{FULL[7:]}.", top=665, left=100)
    document = read_pdf(
        heading() + lines(FULL, "other said of it:") + quotation, lines(FULL, "one said.", top=740)
    )
    assert text_of_pdf(document)[1:] == [f"> {FULL[6:]} {FULL[7:]}.", f"{FULL} one said."]


def test_digits_that_a_font_draws_raised_are_marks_of_notes() -> None:
    words = "It is so.#footnote[See the policy of 1998.] She may tell it to 2 parties."
    text = f"#set page(height: 300pt)\n= {TITLE}\n\n{APPROVAL}\n\n{words}"
    document = read(typst.compile(text.encode()), BOARD)
    assert text_of_pdf(document) == [
        "It is so.¹ She may tell it to 2 parties.", "¹ See the policy of 1998.",
    ]  # fmt: skip


LONG = "A mediator of the harbor asked the Board whether she may tell one party of it. " * 4
PAPER = f"""#set page(paper: "us-letter", margin: 1in)
#set par(justify: true)
#align(center)[OFFICE OF THE HARBOR BOARD \\ 4 Pier Road, Harbor]
#align(center)[*ADVISORY OPINION OF THE BOARD* \\ *Advisory Opinion No. 6* \\ *Notes*]

= Question

{LONG}

The Board therefore advises that

(a) a mediator must not tell it, and

(b) a mediator may ask the party for leave.

Before they speak mediators should

\\1. Ask the Board.

#v(1em)
What most mediators of the harbor do
#v(1em)

Nothing that they were told.

#align(right)[#block(width: 40%)[#align(left)[Jane Quay, Chair \\ Committee on Ethics]]]
"""


@pytest.mark.parametrize("leading", ["0.5em", "0.65em", "1.5em"])
@pytest.mark.parametrize("space", ["1.9em", "3em"])
def test_the_lines_of_a_short_paper_are_what_they_look_like(leading: str, space: str) -> None:
    spacing = f"#set par(leading: {leading}, spacing: {space})\n"
    document = read(typst.compile(f"{spacing}{PAPER}".encode()), BOARD)
    assert body(document.blocks).strip().split("\n\n") == [
        "OFFICE OF THE HARBOR BOARD",
        "4 Pier Road, Harbor",
        "## ADVISORY OPINION OF THE BOARD",
        "## Advisory Opinion No. 6",
        "## Notes",
        "## Question",
        LONG.strip(),
        "The Board therefore advises that",
        "(a) a mediator must not tell it, and\n(b) a mediator may ask the party for leave.",
        "Before they speak mediators should",
        "1. Ask the Board.",
        "## What most mediators of the harbor do",
        "Nothing that they were told.",
        "Jane Quay, Chair",
        "Committee on Ethics",
    ]
    doubtful = ("page 1", RemarkKind.PERHAPS_HEADING, "What most mediators of the harbor do")
    assert remarks_of(document) == [doubtful]


def test_notes_at_the_foot_of_a_column_are_notes() -> None:
    texts = ("The left column has a first line,", "and it has a second line too¹", "then it tells")
    left = spaced(texts[0], 14, texts[1][:-1], 14, texts[2])
    left += at(213.5, 691, "1", 7) + at(72, 604, "1", 6) + at(76, 600, "See the left policy.", 9)
    right = spaced(
        "what the other party said to her.", 14, "The right column goes on here,",
        14, "and it says that she may tell it.", left=320,
    )  # fmt: skip
    document = read_pdf(heading() + left + right)
    assert [note.text for note in document.footnotes] == ["¹ See the left policy."]
    assert text_of_pdf(document)[0].startswith(
        " ".join(texts).replace("too¹", "too ¹") + " what the other party said"
    )


def test_a_paragraph_of_one_line_ends_where_the_next_one_is_indented_too() -> None:
    paragraphs = "".join(
        at(90, top, FULL[:-4]) + at(72, top - 14, FULL) + at(72, top - 28, SENTENCE)
        for top in (700, 658, 616)
    )
    last = at(90, 574, f"{FULL[:-4]}.") + at(90, 560, FULL[:-4]) + at(72, 546, "it was so.")
    document = read_pdf(heading() + paragraphs + last)
    assert text_of_pdf(document)[3:] == [f"{FULL[:-4]}.", f"{FULL[:-4]} it was so."]


def test_a_line_that_ends_right_of_a_quotation_begins_anew() -> None:
    quotation = [at(108, 686, FULL[:56]), at(108, 672, f"{FULL[:55]}.")]
    page = at(72, 700, FULL) + "".join(quotation) + at(108, 658, FULL[:-7]) + at(72, 644, "so.")
    assert text_of_pdf(read_pdf(heading() + page))[-1] == f"{FULL[:-7]} so."


def test_the_names_of_the_columns_of_a_table_are_a_row_of_it() -> None:
    rows = [
        ("Program", "Days", "Who"),
        ("Superior Court", "10", "The mediator"),
        ("Clerk", "7", "He"),
    ]
    table = "".join(
        at(x, 686 - 14 * row, cell)
        for row, cells in enumerate(rows)
        for x, cell in zip((72, 148, 178), cells, strict=True)
    )
    assert text_of_pdf(read_pdf(heading() + lines("The periods are:") + table))[1:] == [
        "Program Days Who", "Superior Court 10 The mediator", "Clerk 7 He",
    ]  # fmt: skip


def test_wide_spaces_of_typewritten_lines_make_no_table() -> None:
    rows = (
        ("A mediator", "asked the Board"),
        ("of a harbor", "whether she may"),
        ("tell one of", "the parties it."),
    )
    page = "".join(
        at(72, 700 - 14 * row, before.replace(" ", "  "))
        + at(146, 700 - 14 * row, after.replace(" ", "  "))
        for row, (before, after) in enumerate(rows)
    )
    assert len(text_of_pdf(read_pdf(heading() + page))) == 1


def test_a_heading_line_within_a_sentence_is_a_part_of_its_paragraph() -> None:
    cited = "Opinion Number 03 (2004)"
    page = lines(FULL, "and it says the same as in the", cited, "that she may not tell.")
    assert text_of_pdf(read_pdf(heading() + page)) == [
        f"{FULL} and it says the same as in the {cited} that she may not tell."
    ]


@pytest.mark.parametrize(
    ("space", "paragraphs", "doubts"), [(14, 1, 0), (14.5, 1, 1), (15, 1, 1), (16, 2, 0)]
)
def test_a_space_too_small_to_tell_is_named(space: float, paragraphs: int, doubts: int) -> None:
    page = spaced(FULL, 14, FULL, 14, FULL, 14, SENTENCE, space, FULL, 14, FULL, 14, "it was so.")
    document = read_pdf(heading() + page)
    named = [remark for remark in remarks_of(document) if remark[1] is RemarkKind.PARAGRAPH_END]
    assert len(text_of_pdf(document)) == paragraphs
    assert named == [("page 1", RemarkKind.PARAGRAPH_END, "tell one party what the.")] * doubts


def test_a_full_last_line_is_named_where_only_short_ones_show_where_paragraphs_end() -> None:
    page = lines(FULL, FULL, "it was so.", FULL, SENTENCE, FULL, "other said.", FULL, "it was.")
    document = read_pdf(heading() + page)
    assert text_of_pdf(document)[1] == f"{FULL} {SENTENCE} {FULL} other said."
    assert ("page 1", RemarkKind.PARAGRAPH_END, "tell one party what the.") in remarks_of(document)


def test_a_full_line_is_not_named_where_space_shows_where_paragraphs_end() -> None:
    page = spaced(FULL, 14, SENTENCE, 14, "It was so.", 28, FULL, 14, "it was so.", 28, "She may.")
    assert not remarks_of(read_pdf(heading() + page))


@pytest.mark.parametrize(
    ("last_lines", "end"),
    [
        pytest.param(
            (14, "It was so.", 14, "It was told.", 14, "It was not kept."),
            "tell one party what the.",
            id="no-space-between-short-paragraphs",
        ),
    ],
)
def test_a_line_that_may_end_its_paragraph_is_named(
    last_lines: tuple[float | str, ...], end: str
) -> None:
    page = spaced(
        TITLE, 42, APPROVAL, 28, "Concern", 35, SENTENCE, 28, "Answer", 35, SENTENCE, *last_lines
    )
    remarks = remarks_of(read_pdf(page))
    assert ("page 1", RemarkKind.PARAGRAPH_END, end) in remarks


def test_where_no_line_goes_on_in_the_next_one_each_is_a_paragraph_of_its_own() -> None:
    texts = (
        "May she tell?",
        "Facts",
        "She was told.",
        "Answer",
        "She may.",
        "It is so.",
        "See it.",
    )
    page = spaced(TITLE, 25, APPROVAL, *(item for text in texts for item in (25, text)))
    assert text_of_pdf(read_pdf(page)) == [
        "May she tell?", "## Facts", "She was told.", "## Answer", "She may.", "It is so.",
        "See it.",
    ]  # fmt: skip


@pytest.mark.parametrize("leading", ["0.5em", "1.5em"])
@pytest.mark.parametrize("space", ["2em", "3em"])
@pytest.mark.parametrize("below", ["2em", "0.4em"])
def test_a_heading_is_not_glued_to_the_paragraph_below_it(
    leading: str, space: str, below: str
) -> None:
    paragraphs = "".join(
        f"#block(below: {below})[{title}]\n{words}\n\n"
        for title, words in (("Concern Raised", LONG), ("Answer", "She may."), ("Dissent", LONG))
    )
    page = f'#set page(paper: "us-letter")\n#set par(leading: {leading}, spacing: {space})'
    document = read(
        typst.compile(f"{page}\n= {TITLE}\n\n{APPROVAL}\n\n{paragraphs}".encode()), BOARD
    )
    assert text_of_pdf(document) == [
        "## Concern Raised", LONG.strip(), "## Answer", "She may.", "## Dissent", LONG.strip(),
    ]  # fmt: skip
    kinds = {remark.kind for remark in document.remarks}
    assert kinds == ({RemarkKind.PERHAPS_HEADING} if below == "0.4em" else set())


def test_a_page_that_begins_with_a_short_title_begins_anew() -> None:
    last = lines(FULL, "other party said of it to her, as the Board holds.", top=90)
    title = lines("APPENDIX A", FULL, "other party said.")
    assert text_of_pdf(read_pdf(heading() + lines("May she?") + last, title))[-2:] == [
        "APPENDIX A",
        f"{FULL} other party said.",
    ]


def test_a_sentence_goes_on_below_a_short_line_though_a_capital_begins_the_next_one() -> None:
    texts = ("The mediator of the harbor asked the Board about", f"Section 12 of it. {FULL}")
    document = read_pdf(heading() + lines(*texts, "other said."))
    assert text_of_pdf(document) == [f"{' '.join(texts)} other said."]


def test_lines_that_are_joined_though_they_end_early_are_named() -> None:
    page = lines(FULL, "other said, and wrote to") + spaced(
        "Pilot Jane Roe", 14.4, "5 Elm Street", 14.4, "27601 Harbor", top=640
    )
    document = read_pdf(heading() + page + lines(FULL, "and so on.", top=580))
    assert [words for _, kind, words in remarks_of(document) if kind is RemarkKind.LINE_BREAK] == [
        "Pilot Jane Roe",
        "5 Elm Street",
    ]
    assert "Pilot Jane Roe 5 Elm Street 27601 Harbor" in text_of_pdf(document)


def test_lines_of_half_the_width_go_on_where_a_small_letter_begins_the_next_one() -> None:
    words = LONG.strip()
    page = f'#set page(paper: "us-letter")\n= {TITLE}\n\n{APPROVAL}\n\n#block(width: 45%)[{words}]'
    document = read(typst.compile(page.encode()), BOARD)
    assert text_of_pdf(document) == [words]
    assert remarks_of(document) == []


@pytest.mark.parametrize("mark", ["2)", "2.", "(b)", "II."])
def test_a_list_mark_alone_at_the_end_of_a_page_is_that_of_the_item_on_the_next(mark: str) -> None:
    first = lines(FULL, "other said?", top=130) + at(90, 84, mark)
    document = read_pdf(
        heading() + first, lines("She may tell it", "to no one.", top=740, left=108)
    )
    assert text_of_pdf(document) == [
        f"{FULL} other said?", f"{mark} She may tell it to no one."
    ]  # fmt: skip
    assert remarks_of(document) == []


def test_a_number_at_the_end_of_a_page_that_ends_a_sentence_is_not_a_list_mark() -> None:
    first = lines(f"{FULL[:-9]} rule, under Standard", "2.", top=98.4)
    document = read_pdf(heading() + first, lines("She may tell it.", top=740))
    assert text_of_pdf(document) == [f"{FULL[:-9]} rule, under Standard 2.", "She may tell it."]
