"""The words of a PDF come out in reading order, and what is not the text is named with its page."""

import re
import zlib
from datetime import date

import pytest
import typst

from corpus.intake.document import RefusedError
from corpus.intake.draft import make_drafts
from corpus.intake.pdf.reader import read
from corpus.intake.remarks import RemarkKind
from corpus.text.blocks import Role
from intake.sample_documents import APPROVAL, BOARD, TITLE
from intake.sample_pdfs import (
    FULL,
    SCAN,
    at,
    heading,
    invisible,
    lines,
    pdf,
    read_pdf,
    remarks_of,
    rotated,
    text_of_pdf,
    tilted,
)

LEFT_COLUMN = (
    "The left column has a first line,",
    "and it has a second line too,",
    "then a third line of many words",
    "that ends this sentence.",
)
RIGHT_COLUMN = tuple(line.replace("left", "right").replace("this", "the") for line in LEFT_COLUMN)


def columns(top: float = 650) -> str:
    return lines(*LEFT_COLUMN, top=top) + lines(*RIGHT_COLUMN, top=top - 4, left=320)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (lines("May she tell it?"), ["May she tell it?"]),
        (
            lines(f"{FULL} con-", "ference? She may not. A conference was held."),
            [f"{FULL} conference? She may not. A conference was held."],
        ),
        (lines(f"{FULL} media-", "tion was."), [f"{FULL} mediation was."]),
        (lines(f"{FULL} co-", "mediator said."), [f"{FULL} co-mediator said."]),
        (
            at(72, 700, "Only") + at(98.8, 700, "words") + at(130.9, 700, "apart."),
            ["Only words apart."],
        ),
        (at(72, 700, "Once only.") + at(72.4, 700, "Once only."), ["Once only."]),
        (
            lines("The rule says:") + at(72, 670, "•") + at(86, 670, "keep it;")
            + at(72, 655, "•") + at(86, 655, "burn it."),
            ["The rule says:", "• keep it;\n• burn it."],
        ),
        (
            lines("It was held on the 7") + at(166.4, 704, "th", 7) + at(174.8, 700, "day."),
            ["It was held on the 7th day."],
        ),
        (
            lines("It has x") + at(107.4, 704, "2", 7) + at(114, 700, "and H")
            + at(143.1, 697, "2", 7) + at(146.7, 700, "O."),
            ["It has x² and H₂O."],
        ),
        (
            lines("She saw the rule.") + at(158, 705, "1", 7) + lines("It is so.", top=680),
            ["She saw the rule. ¹", "It is so."],
        ),
        (
            lines(FULL, FULL, "other party said of it:")
            + lines("It is forbidden to tell", "what was said.", top=645, left=110, size=10)
            + lines(FULL, "rule decides.", top=605),
            [
                f"{FULL} {FULL} other party said of it:",
                "> It is forbidden to tell what was said.",
                f"{FULL} rule decides.",
            ],
        ),
        (
            lines(FULL, "two columns follow.") + columns() + lines(FULL, "end.", top=560),
            [
                f"{FULL} two columns follow.",
                " ".join(LEFT_COLUMN),
                " ".join(RIGHT_COLUMN),
                f"{FULL} end.",
            ],
        ),
    ],
    ids=[
        "words", "joined hyphen", "ending", "kept hyphen", "no space glyphs", "overprint",
        "bullets", "ordinal", "raised and lowered", "raised mark", "small quotation", "columns",
    ],
)  # fmt: skip
def test_the_text_of_a_page_is_read(page: str, expected: list[str]) -> None:
    assert text_of_pdf(read_pdf(heading() + page)) == expected


@pytest.mark.parametrize("degrees", [-2, 0.7, 1, 5])
def test_a_page_that_was_scanned_askew_is_read_line_by_line(degrees: float) -> None:
    page = heading() + lines(FULL, "other said, or not.", top=600)
    document = read_pdf(tilted(page, degrees))
    assert text_of_pdf(document) == [f"{FULL} other said, or not."]
    assert remarks_of(document) == []


def test_small_turned_words_that_each_page_has_are_a_watermark() -> None:
    pages = [lines(FULL, "other said.") + rotated(200, 300, "Not final", 9) for _ in range(2)]
    words = [remark[1:] for remark in remarks_of(read_pdf(heading() + pages[0], pages[1]))]
    assert words.count((RemarkKind.WATERMARK, "Not final")) == 2


@pytest.mark.parametrize(
    ("page", "remark"),
    [
        (rotated(200, 300, "DRAFT"), (RemarkKind.WATERMARK, "DRAFT")),
        (at(40, 500, "DRAFT", 90), (RemarkKind.WATERMARK, "DRAFT")),
        (rotated(200, 300, "On appeal", 12), (RemarkKind.TURNED, "On appeal")),
        (rotated(72, 560, "On appeal", 12, 5), (RemarkKind.SHOWN_ELSEWHERE, "On appeal")),
        (
            at(40, 640, "1") + at(40, 625, "2") + at(40, 610, "3"),
            (RemarkKind.LINE_NUMBER, "1 2 3"),
        ),
        ("q 90 0 0 60 400 100 cm /Im Do Q\n", (RemarkKind.PICTURE, "")),
        (
            lines("She was asked by the co-", "mediator of the case.", top=560),
            (RemarkKind.DOUBTFUL_HYPHEN, "co-mediator"),
        ),
        (
            lines("She was asked about the media-", "tion of the case.", top=560),
            (RemarkKind.JOINED_HYPHEN, "media-tion"),
        ),
        (columns(580), (RemarkKind.COLUMNS, "")),
        (at(90, 300, "DRAFT", 90), (RemarkKind.WATERMARK, "DRAFT")),
        (
            "".join(at(72, y, "Fee") + at(200, y, "Rule 7") for y in (560, 545)),
            (RemarkKind.TABS, ""),
        ),
        (at(72, -40, "below the page"), (RemarkKind.HIDDEN, "")),
        ("1 g " + at(72, 560, "White words.") + "0 g\n", (RemarkKind.FAINT, "White words.")),
        (at(72, 560, "Tiny words.", 0.5), (RemarkKind.FAINT, "Tiny words.")),
        (
            at(72, 560, "To Mr. Lee.") + "88 557 60 14 re f\n",
            (RemarkKind.COVERED, "Mr. Lee."),
        ),
        (
            "88 557 60 14 re f\n" + at(72, 560, "To Mr. Lee."),
            (RemarkKind.COVERED, "Mr. Lee."),
        ),
        (
            at(72, 560, "To Mr. Lee.") + "14 w 100 564 m 136 564 l S 1 w\n",
            (RemarkKind.COVERED, "Mr. Lee."),
        ),
        (
            at(72, 560, "She may not.") + "117 563 m 136 563 l S\n",
            (RemarkKind.LINE_THROUGH, "not."),
        ),
        ("q 7 Tr " + at(72, 560, "Clear words.") + "Q\n", (RemarkKind.FAINT, "Clear words.")),
        ("300 600 m " + "310 610 320 610 330 600 c " * 30 + "S\n", (RemarkKind.PICTURE, "")),
        (at(72, 560, "See the note") + at(134, 565, "a", 8), (RemarkKind.RAISED, "a")),
        (
            at(150, 567, "5 dollars") + at(72, 560, "The fee is"),
            (RemarkKind.CROWDED, "5 dollars The fee is"),
        ),
        (
            at(72, 560, "The fee is 1") + at(134, 564, "1", 7) + at(134, 557, "2", 7),
            (RemarkKind.CROWDED, "1 2"),
        ),
        (
            at(72, 546, "S", 36) + at(94, 560, "he may tell one party.") + at(94, 546, "She may."),
            (RemarkKind.DROP_CAP, "S he"),
        ),
        (
            at(72, 560, "She may") + at(80, 562, "tell"),
            (RemarkKind.CROWDED, "She tell"),
        ),
        (
            "q 0 0 10 10 re W n\n" + at(72, 560, "Cut off.") + "Q\n",
            (RemarkKind.FAINT, "Cut off."),
        ),
        (
            "q 72 555 30 20 re W n\n" + at(72, 560, "She told what was said.") + "Q\n",
            (RemarkKind.FAINT, "told what was said."),
        ),
        (invisible(at(72, 560, "Unseen words.")), (RemarkKind.FAINT, "Unseen words.")),
        (at(72, 560, "She may.") + at(150, 563, "margin", 7), (RemarkKind.MARGIN_NOTE, "margin")),
        (at(72, 560, "The Ageˆncia."), (RemarkKind.UNREADABLE_SIGN, "Ageˆncia.")),
    ],
    ids=[
        "rotated", "large", "turned", "slanted", "line numbers", "picture", "doubtful", "joined",
        "columns",
        "stamp", "table", "outside", "white", "tiny", "blacked out", "on black", "broad line",
        "struck out", "clear", "curves", "raised", "fraction", "small fraction", "drop cap",
        "printed over",
        "cut off", "partly cut off", "unseen", "side note",
        "accent",
    ],
)  # fmt: skip
def test_what_is_left_out_or_changed_is_named_with_its_page(
    page: str, remark: tuple[RemarkKind, str]
) -> None:
    body = [at(72, 640 - 15 * row, "The Board says that she may.") for row in range(12)]
    document = read_pdf(
        heading() + lines("May she?"), "".join(body[:3]) + page + "".join(body[10:])
    )
    assert remarks_of(document) == [("page 2", *remark)]


@pytest.mark.parametrize(
    ("step", "margins"),
    [(1, (40,)), (1, (40, 560)), (5, (40,)), (1, (560,)), (5, (560,))],
)
def test_line_numbers_are_not_in_the_text(step: int, margins: tuple[int, ...]) -> None:
    rows = range(0, 3 * step, step)
    numbers = "".join(at(x, 700 - 14.4 * row, str(row + step)) for row in rows for x in margins)
    text = ["The mediator was asked by an", "attorney of the other", "party,"] * step
    document = read_pdf(heading() + lines(*text[:-1], "party.") + numbers)
    assert text_of_pdf(document) == [" ".join([*text[:-1], "party."])]
    assert [remark.kind for remark in document.remarks] == [RemarkKind.LINE_NUMBER]


@pytest.mark.parametrize("margin", [40, 560])
@pytest.mark.parametrize("last", [["She may tell it."], ["She may tell the other", "party."]])
def test_line_numbers_of_a_short_last_page_are_not_in_the_text(
    last: list[str], margin: int
) -> None:
    words = [heading() + lines(*["It is what the mediator", "told the other party."] * 5)]
    words.append(lines(*last, top=740))
    numbered = [
        page + "".join(at(margin, top - 14.4 * row, str(row + 1)) for row in range(count))
        for page, top, count in zip(words, (700, 740), (10, len(last)), strict=True)
    ]
    document = read_pdf(*numbered)
    assert text_of_pdf(document)[-1].endswith(f"other party. {' '.join(last)}")
    numbers = ["1 2 3 4 5 6 7 8 9 10", "1 2"[: 2 * len(last) - 1]]
    assert [r.words for r in document.remarks if r.kind is RemarkKind.LINE_NUMBER] == numbers


def test_a_mark_within_a_line_does_not_hide_the_line_numbers() -> None:
    texts = [*[FULL.lower()] * 22, "other said.", "2. She may not."]
    numbers = [str(row + 1) for row in range(24)]
    column = "".join(at(40, 700 - 24 * row, number) for row, number in enumerate(numbers))
    words = "".join(at(90, 689 - 24 * row, text) for row, text in enumerate(texts))
    document = read_pdf(heading() + words + column)
    assert text_of_pdf(document)[-1] == "2. She may not."
    assert (RemarkKind.LINE_NUMBER, " ".join(numbers)) in [r[1:] for r in remarks_of(document)]


@pytest.mark.parametrize(
    "rows",
    [
        [("1", 72, "Smith"), ("2", 72, "Jones"), ("3", 72, "Brown"), ("4", 90, "Gray")],
        [("1", 72, "The rule of"), ("", 72, "2004."), ("2", 72, "The statute."), ("3", 72, "A.")],
    ],
    ids=["table", "references"],
)
def test_the_numbers_of_rows_and_items_are_not_those_of_lines(
    rows: list[tuple[str, int, str]],
) -> None:
    table = "".join(
        at(left, 650 - 15 * row, number) + at(150, 650 - 15 * row, name)
        for row, (number, left, name) in enumerate(rows)
    )
    document = read_pdf(heading() + lines(FULL, "other said.") + table)
    assert RemarkKind.LINE_NUMBER not in [remark.kind for remark in document.remarks]


@pytest.mark.parametrize(
    "rows",
    [
        [("The fee", "1"), ("The costs", "2"), ("The notes", "3")],
        [("Of fees", "1"), ("of costs", "3"), ("of notes", "4")],
    ],
)
def test_numbers_at_the_right_of_a_table_are_kept(rows: list[tuple[str, str]]) -> None:
    table = "".join(
        at(72, 650 - 15 * row, name) + at(500, 650 - 15 * row, number)
        for row, (name, number) in enumerate(rows)
    )
    document = read_pdf(heading() + lines(FULL, "other said.") + table)
    assert RemarkKind.LINE_NUMBER not in [remark.kind for remark in document.remarks]


@pytest.mark.parametrize("words", ["She may not.", "A line.", "She may"])
def test_a_line_below_or_above_words_strikes_out_nothing(words: str) -> None:
    ruled = "".join(f"72 {y} m 300 {y} l S\n" for y in (558, 569))
    document = read_pdf(heading() + lines("May she?") + at(72, 560, words) + ruled)
    assert remarks_of(document) == []


def test_a_drop_cap_is_the_first_letter_of_the_line_beside_it() -> None:
    drop_cap = at(72, 576, "T", 36) + at(95, 590, "he mediator asks whether she may")
    words = drop_cap + at(95, 576, "tell one party what the other said.")
    assert text_of_pdf(read_pdf(heading() + words)) == [
        "The mediator asks whether she may tell one party what the other said."
    ]


def test_the_heads_of_chapters_are_taken_out_and_one_that_stands_once_is_named() -> None:
    pages = [
        at(250, 760, head, 10) + lines(*[f"{FULL} {head} {row}" for row in range(40)], top=720)
        for head in ("On Fees", "On Fees", "On Costs", "On Gifts", "On Gifts")
    ]
    document = read_pdf(heading(), *pages)
    assert [(r.kind.name, r.words) for r in document.remarks] == [
        *[("HEADER", "On Fees")] * 2,
        *[("HEADER", "On Gifts")] * 2,
        ("PERHAPS_HEADER", "On Costs"),
    ]


def test_the_last_line_of_a_running_head_is_taken_out_below_the_margin_too() -> None:
    head = at(250, 745, "Ferry v. Harbor") + at(250, 720, "2004-7") + at(250, 693, "Full Board")
    page = head + lines(*[FULL] * 30, f"{FULL[:-9]} other", top=650)
    document = read_pdf(heading() + lines("May she?"), page, page, page)
    assert "Full Board" not in " ".join(text_of_pdf(document))
    named = [r.words for r in document.remarks if r.kind is RemarkKind.HEADER]
    assert named.count("Full Board") == 3


def test_an_area_that_is_filled_with_a_drawing_is_named() -> None:
    file = pdf(heading() + lines("May she?"))
    pattern = b"/Resources << /Pattern << /P 3 0 R >> "
    file = file.replace(b"/Resources << ", pattern, 1)
    assert remarks_of(read(file, BOARD)) == [("page 1", RemarkKind.PICTURE, "")]


def test_words_under_a_picture_are_named() -> None:
    picture = "q 60 0 0 14 88 557 cm /Im Do Q\n"
    document = read_pdf(heading() + lines("May she?") + at(72, 560, "To Mr. Lee.") + picture)
    assert (RemarkKind.COVERED, "Mr. Lee.") in [remark[1:] for remark in remarks_of(document)]


def test_words_under_a_box_of_a_form_are_named() -> None:
    words = at(72, 560, "To Mr. Lee.") + "q 1 0 0 1 80 550 cm /Im Do Q\n"
    box = b"8 7 60 14 re f"
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 99 99] /Length %d >>\nstream\n%b\nendstream"
    )
    file = pdf(heading() + lines("May she?") + words)
    file = re.sub(rb"(?s)3 0 obj.*?endobj", b"3 0 obj\n%b\nendobj" % (form % (len(box), box)), file)
    assert remarks_of(read(file, BOARD)) == [("page 1", RemarkKind.COVERED, "Mr. Lee.")]


@pytest.mark.parametrize(
    ("row", "remark"),
    [
        (
            at(72, 560, "She may tell him.") + at(92, 568, "not", 7),
            (RemarkKind.CROWDED, "not She may tell him."),
        ),
        (at(72, 560, "Med i at i on i s free."), (RemarkKind.SPACED, "Med i at i on i s free.")),
    ],
)
def test_words_above_a_line_and_words_in_pieces_are_named(
    row: str, remark: tuple[RemarkKind, str]
) -> None:
    document = read_pdf(heading() + lines("May she?") + row)
    assert remarks_of(document) == [("page 1", *remark)]


@pytest.mark.parametrize("mark", ["", "."])
def test_line_numbers_directly_before_the_words_are_not_in_the_text(mark: str) -> None:
    words = [
        "The mediator was asked by an attorney of the other",
        "party, who was in another room of the courthouse,",
        "whether she may tell the judge of the county to",
    ]
    numbered = [f"{row + 8}{mark} {text}" for row, text in enumerate([*words, "name him."])]
    document = read_pdf(heading() + lines(*numbered))
    assert text_of_pdf(document) == [" ".join([*words, "name him."])]
    assert [remark.kind for remark in document.remarks] == [RemarkKind.LINE_NUMBER]


@pytest.mark.parametrize(
    "items",
    [
        ["8 She may.", "9 He may not.", "10 They may."],
        [FULL, "8. telling the parties of it", "9. fees", "10. hearing them", "11. costs"],
        [FULL, "8. their fees", "9. their costs", "10. their notes", "11. their rooms"],
    ],
)
def test_a_list_whose_numbers_could_be_those_of_lines_stays_a_list(items: list[str]) -> None:
    document = read_pdf(heading() + lines(*items))
    assert RemarkKind.LINE_NUMBER not in [remark.kind for remark in document.remarks]


def test_a_last_line_that_differs_from_page_to_page_is_named() -> None:
    pages = [lines(*[f"{FULL} {word} {row}." for row in range(30)]) for word in ("first", "next")]
    feet = at(72, 50, "On Fees"), at(72, 50, "On Gifts")
    document = read_pdf(heading(), *(page + foot for page, foot in zip(pages, feet, strict=True)))
    named = [r.words for r in document.remarks if r.kind is RemarkKind.PERHAPS_HEADER]
    assert named == ["On Fees", "On Gifts"]


@pytest.mark.parametrize(
    ("edge", "named"),
    [
        (at(400, 50, "(continued on the next page)"), ["(continued on the next page)"]),
        (at(72, 50, "The Board thanks its staff."), ["The Board thanks its staff."]),
        (at(72, 760, "On Gifts"), ["On Gifts"]),
        (at(300, 250, "iii"), ["iii"]),
        (at(72, 288, "2003"), []),
    ],
)
def test_a_line_far_from_the_text_and_a_number_beside_it_are_named(
    edge: str, named: list[str]
) -> None:
    text = lines(*[f"{FULL} {row}." for row in range(30)], top=720)
    document = read_pdf(heading() + lines("May she?"), text + edge)
    found = [r.words for r in document.remarks if r.kind is RemarkKind.PERHAPS_HEADER]
    assert found == named


def test_a_sentence_that_a_note_cuts_in_two_is_named() -> None:
    cut = lines(*[FULL] * 3, "other said to her about") + at(72, 60, "* See another opinion.")
    document = read_pdf(heading() + cut, lines("the fee. She may not.", top=740))
    remark = (RemarkKind.CUT_SENTENCE, "the fee. She may not.")
    assert remark in [remark[1:] for remark in remarks_of(document)]


def test_line_numbers_that_begin_again_below_a_page_header_are_not_in_the_text() -> None:
    rows = [("1", "She may."), *((str(row + 1), "It is so.") for row in range(20))]
    text = "".join(
        at(40, 700 - 15 * row, number) + at(72, 700 - 15 * row, words)
        for row, (number, words) in enumerate(rows)
    )
    stamp = at(30, 770, "Case 7 of the Board")
    document = read_pdf(heading() + text + stamp)
    assert (RemarkKind.LINE_NUMBER, "1 " + " ".join(number for number, _ in rows[1:])) in [
        remark[1:] for remark in remarks_of(document)
    ]


@pytest.mark.parametrize(
    ("kind", "entries", "words"),
    [
        ("Stamp", "/Contents (Filed)", "Filed"),
        ("Watermark", "", ""),
        ("StrikeOut", "", ""),
        ("Square", "/IC [0 0 0]", ""),
        ("Highlight", "/Contents (Why?)", "Why?"),
        ("Harbor", "", ""),
        ("Widget", "/FT /Tx /T (a) /V (Lee)", "Lee"),
    ],
)
def test_what_lies_on_a_page_is_named(kind: str, entries: str, words: str) -> None:
    note = f"<< /Type /Annot /Subtype /{kind} /Rect [72 500 200 520] {entries} >>"
    file = pdf(heading() + lines("May she?"))
    file = file.replace(b"/Type /Page /Parent", f"/Type /Page /Annots [{note}] /Parent".encode())
    assert remarks_of(read(file, BOARD)) == [("page 1", RemarkKind.FORM_FIELD, words)]


def test_a_form_field_has_the_value_of_the_fields_that_it_belongs_to() -> None:
    field = b"3 0 obj\n<< /FT /Tx /T (b) /V (Lee) /Kids [4 0 R] >>\nendobj\n"
    widget = b"<< /Subtype /Widget /Rect [72 500 200 520] /T (a) /Parent 3 0 R "
    file = pdf(heading() + lines("May she?"))
    file = re.sub(rb"(?s)3 0 obj.*?endobj\n", field, file, count=1)
    file = file.replace(b"/Type /Page /Parent", b"/Type /Page /Annots [9 0 R] /Parent")
    file = file.replace(b"4 0 R] >>\nendobj", b"9 0 R] >>\nendobj", 1)
    file = file.replace(b"xref", b"9 0 obj\n%b >>\nendobj\nxref" % widget, 1)
    file = file.replace(b"/Pages 2 0 R", b"/Pages 2 0 R /AcroForm << /Fields [3 0 R] >>", 1)
    assert remarks_of(read(file, BOARD)) == [("page 1", RemarkKind.FORM_FIELD, "Lee")]


def test_a_form_field_that_nobody_filled_in_is_passed_over() -> None:
    note = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [72 500 200 520] >>"
    file = pdf(heading() + lines("May she?"))
    file = file.replace(b"/Type /Page /Parent", b"/Type /Page /Annots [%b] /Parent" % note)
    assert remarks_of(read(file, BOARD)) == []


_FALSE = {RemarkKind.FALSE_LETTERS}
_FILE = "/Type /Filespec /F (annex.docx) /EF << /F 3 0 R >>"


@pytest.mark.parametrize(
    ("entries", "remark"),
    [
        (
            "/OCProperties << /OCGs [3 0 R] /D << /OFF [3 0 R] >> >>",
            (RemarkKind.LAYERS, ""),
        ),
        (
            "/OCProperties << /OCGs [<< /Usage << /Print << /PrintState /OFF >> >> >>] /D << >> >>",
            (RemarkKind.LAYERS, ""),
        ),
        (
            f"/Names << /EmbeddedFiles << /Names [(annex.docx) << {_FILE} >>] >> >>",
            (RemarkKind.ATTACHMENT, "annex.docx"),
        ),
        (
            "/NeedsRendering true /AcroForm << /XFA 3 0 R /Fields [] >>",
            (RemarkKind.DYNAMIC_FORM, ""),
        ),
    ],
)
def test_what_is_in_the_file_and_on_no_page_is_named(
    entries: str, remark: tuple[RemarkKind, str]
) -> None:
    file = pdf(heading() + lines("May she?"))
    file = file.replace(b"/Pages 2 0 R", f"/Pages 2 0 R {entries}".encode(), 1)
    assert remarks_of(read(file, BOARD)) == [("None", *remark)]


@pytest.mark.parametrize(
    ("layers", "text"),
    [
        ("/OCGs [90 0 R] /D << /OFF [90 0 R] >>", "May she? Never."),
        ("/OCGs [90 0 R] /D << /BaseState /OFF >>", "May she? Never."),
        ("/OCGs [90 0 R] /D << /BaseState /OFF /ON [90 0 R] >>", "May she? Not at all. Never."),
        # Another layer of this name is shown, so the name does not tell which of them it is.
        ("/OCGs [90 0 R 91 0 R] /D << /OFF [90 0 R] >>", "May she? Not at all. Never."),
    ],
)
def test_text_in_a_layer_that_is_switched_off_is_left_out(layers: str, text: str) -> None:
    hidden = f"/OC /L BDC\n{at(72, 685, 'Not at all.')}EMC\n"
    file = pdf(heading() + lines("May she?") + hidden + lines("Never.", top=671))
    layer = b"<< /Type /OCG /Name (Notes) >>"
    file = (
        file.replace(b"/Pages 2 0 R", f"/Pages 2 0 R /OCProperties << {layers} >>".encode(), 1)
        .replace(b"/Resources <<", b"/Resources << /Properties << /L 90 0 R >>", 1)
        .replace(
            b"1 0 obj", b"90 0 obj\n%b\nendobj\n91 0 obj\n%b\nendobj\n1 0 obj" % (layer, layer)
        )
    )
    file = file[: file.rindex(b"xref\n0")] + b"trailer << /Root 1 0 R >>\n%%EOF"
    document = read(file, BOARD)
    assert " ".join(text_of_pdf(document)) == text
    named = [kind for _, kind, _ in remarks_of(document)]
    assert (RemarkKind.HIDDEN in named) == ("Not at all" not in text)


def test_layers_that_cannot_be_read_are_named() -> None:
    file = pdf(heading() + lines("May she?"))
    file = file.replace(b"/Pages 2 0 R", b"/Pages 2 0 R /OCProperties 90 0 R", 1)
    file = file.replace(b"1 0 obj", b"90 0 obj\n<< /D >>\nendobj\n1 0 obj", 1)
    file = file[: file.rindex(b"xref\n0")] + b"trailer << /Root 1 0 R >>\n%%EOF"
    document = read(file, BOARD)
    assert text_of_pdf(document) == ["May she?"]
    assert ("None", RemarkKind.LAYERS, "") in remarks_of(document)


def test_a_damaged_picture_over_words_is_named() -> None:
    picture = "q 60 0 0 14 88 557 cm /Im Do Q\n"
    file = pdf(heading() + lines("May she?") + at(72, 560, "To Mr. Lee.") + picture)
    file = file.replace(b"/Height 1 ", b"/Height -1 ", 1)
    assert ("page 1", RemarkKind.COVERED, "Mr. Lee.") in remarks_of(read(file, BOARD))


def test_letters_beyond_16_bits_are_read() -> None:
    file = pdf(heading() + lines("A is a letter."))
    names = b"/Encoding << /Type /Encoding /Differences [65 /u1D421] >>"
    file = file.replace(b"/Encoding /WinAnsiEncoding", names, 1)
    assert text_of_pdf(read(file, BOARD)) == ["\U0001d421 is a letter."]


def test_a_sign_whose_font_names_no_letter_is_named() -> None:
    file = pdf(heading() + lines("X is a sign."))
    names = b"/Encoding << /Type /Encoding /Differences [88 /g17] >>"
    file = file.replace(b"/Encoding /WinAnsiEncoding", names, 1)
    assert remarks_of(read(file, BOARD)) == [("page 1", RemarkKind.ADDS, "X")]


def with_letters(file: bytes, letters: str) -> bytes:
    """A file whose first font gives these letters for its signs."""
    span = "1 begincodespacerange <00> <ff> endcodespacerange"
    entries = f"{span} {letters} endbfchar"
    content = f"/CIDInit /ProcSet findresource begin begincmap {entries} endcmap end end"
    stream = f"99 0 obj\n<< /Length {len(content)} >>\nstream\n{content}\nendstream\nendobj\n"
    file = file.replace(b"/Encoding /Win", b"/ToUnicode 99 0 R /Encoding /Win", 1)
    return file[: file.rindex(b"xref\n0")] + stream.encode() + b"trailer << /Root 1 0 R >>\n%%EOF"


@pytest.mark.parametrize(
    ("given", "false"),
    [
        ("0031", "1 for 7"),
        ("0020", "a space for 7"),
        ("00a0", "a space for 7"),
        ("00ad", "U+00AD for 7"),
        ("0430", "U+0430 for 7"),
        ("0037", ""),
    ],
)
def test_letters_that_contradict_their_signs_are_named(given: str, false: str) -> None:
    page = heading() + lines("May she tell 7 of them?")
    file = with_letters(pdf(page), f"1 beginbfchar <37> <{given}>")
    named = [words for _, kind, words in remarks_of(read(file, BOARD)) if kind in _FALSE]
    assert named == [false] * bool(false)


@pytest.mark.parametrize(
    ("matrix", "named"),
    [
        ("-1 0 0 1 612 0", ["Opinion Number 09 (2004) May she? She may."]),
        ("1 0 0 -1 0 792", ["Opinion Number 09 (2004) May she? She may."]),
        ("-1 0 0 -1 612 792", []),
    ],
)
def test_a_page_as_a_mirror_shows_it_is_named(matrix: str, named: list[str]) -> None:
    text = at(72, 700, "Opinion Number 09 (2004)") + lines("May she?", "She may.", top=600)
    document = read(pdf(f"q {matrix} cm\n{text}Q\n"), BOARD)
    kind = RemarkKind.SHOWN_ELSEWHERE
    assert [words for _, found, words in remarks_of(document) if found is kind] == named


def test_many_glyphs_that_are_given_one_letter_are_named() -> None:
    letters = "".join(f"<{code:02x}> <0078> " for code in b"aeiou")
    file = with_letters(pdf(heading() + lines("May she tell them?")), f"5 beginbfchar {letters}")
    named = [words for _, kind, words in remarks_of(read(file, BOARD)) if kind in _FALSE]
    assert named[0].endswith("x for 5 glyphs")


def test_a_font_whose_letters_cannot_be_read_is_named() -> None:
    file = with_letters(pdf(heading() + lines("May she tell?")), "")
    unreadable = file.replace(b"99 0 obj\n<< ", b"99 0 obj\n<< /Filter /Unknown ", 1)
    named = [remark for remark in remarks_of(read(unreadable, BOARD)) if remark[1] in _FALSE]
    assert named == [("page 1", RemarkKind.FALSE_LETTERS, "")]


@pytest.mark.parametrize(("sign", "named"), [("0000", "di\ufffdcult"), ("00B4", "di\xb4cult")])
def test_a_sign_that_has_lost_its_letters_is_named_and_is_no_hyphen(sign: str, named: str) -> None:
    page = heading() + lines("Is it di\u2022cult to tell?")
    file = with_letters(pdf(page), f"1 beginbfchar <95> <{sign}>")
    assert ("page 1", RemarkKind.UNREADABLE_SIGN, named) in remarks_of(read(file, BOARD))


def test_a_sign_without_width_is_named() -> None:
    page = heading() + lines("May the co\u2022unsel tell?")
    file = with_letters(pdf(page), "1 beginbfchar <95> <200B>")
    assert remarks_of(read(file, BOARD)) == [("page 1", RemarkKind.HIDDEN_SIGN, "counsel")]


def test_a_part_that_fills_the_memory_is_refused() -> None:
    packed = zlib.compress(bytes(210 * 1024 * 1024))
    file = pdf(heading()) + b"9 0 obj << >> stream\n" + packed + b"\nendstream endobj"
    with pytest.raises(RefusedError, match="too large when unpacked"):
        read(file, BOARD)


def test_words_outside_the_page_are_not_in_the_draft() -> None:
    document = read_pdf(heading() + lines("May she?") + at(-500, 400, "secret"))
    assert text_of_pdf(document) == ["May she?"]
    assert "secret" not in str(document)


@pytest.mark.parametrize(
    ("size", "mark", "reference"),
    [
        (10, "1", True),
        (10, "*", True),
        (8, "1", False),
        (12, "1", True),
        (11.9, "1", True),
        (10, "1.", True),
        (10, "(1)", True),
    ],
)
def test_a_footnote_is_told_by_place_mark_and_size(size: float, mark: str, reference: bool) -> None:  # noqa: FBT001
    raised = at(147, 690, mark.strip("(.)"), 7) if mark != "*" else at(147, 686, mark, 12)
    first = (
        lines(FULL, "other party said")
        + (raised if reference else "")
        + lines("in a caucus when the mediation had", top=671)
    )
    note_mark = at(72, 104, mark, 7) if size == 12 else at(72, 100, mark, size)
    note = note_mark + at(90, 100, "See the policy of 1998.", size)
    document = read_pdf(heading() + first + note, lines("ended, and she left it.", top=740))
    assert [block.role for block in document.footnotes] == [Role.PARAGRAPH]
    last, footnote = text_of_pdf(document)
    assert last.endswith("when the mediation had ended, and she left it.")
    assert footnote.endswith("See the policy of 1998.")
    assert (RemarkKind.FOOTNOTE in {remark.kind for remark in document.remarks}) is True


@pytest.mark.parametrize(("left", "goes_on"), [(72, True), (120, False)])
def test_small_print_at_the_margin_goes_on_with_the_note_of_the_page_before(
    left: float, *, goes_on: bool
) -> None:
    note = at(72, 100, "1 See the policy of 1998.", 9)
    first = heading() + lines(FULL, "She saw the rule.") + at(158, 691, "1", 7) + note
    below = lines("It has a second sentence.", top=90, left=left, size=9)
    document = read_pdf(first, lines(FULL, "It is so.", top=740) + below)
    (footnote,) = document.footnotes
    assert footnote.text.endswith("a second sentence.") is goes_on


def test_a_number_at_the_beginning_of_a_line_of_a_note_is_no_mark() -> None:
    notes = lines(
        "1 See the reports of the years", "2 and 3 of the Board.", "2 So too.", top=90, size=9
    )
    first = lines(FULL, "She saw the rule.") + at(158, 691, "1", 7) + at(170, 691, "2", 7)
    document = read_pdf(heading() + first + notes)
    assert [note.text for note in document.footnotes] == [
        "¹ See the reports of the years 2 and 3 of the Board.",
        "² So too.",
    ]


def test_a_footnote_whose_mark_stands_close_to_its_first_word_is_one() -> None:
    note = at(72, 100, "1See the policy of 1998.", 9.5)
    first = lines(FULL, "She saw it on Monday.1 The rule was", "read again as the mediation had")
    document = read_pdf(heading() + first + note, lines("ended, and she left it.", top=740))
    assert [footnote.text for footnote in document.footnotes] == ["¹ See the policy of 1998."]
    assert text_of_pdf(document)[-2].endswith("as the mediation had ended, and she left it.")


def test_a_word_that_is_divided_at_the_end_of_a_page_is_joined() -> None:
    page = "#set page(width: 102pt, height: 40pt, margin: 8pt)"
    style = '#set text(hyphenate: true, lang: "en")'
    data = typst.compile(f"{page}\n{style}\nThe representation or a representation.".encode())
    words = " ".join(block.text for block in read(data, BOARD).blocks)
    assert words == "The representation or a representation."


def test_a_page_of_small_print_is_text() -> None:
    small = lines("2 A year of opinions", "The Board met in the harbor.", size=9)
    document = read_pdf(heading() + lines(*[FULL] * 9, "It is so."), small)
    assert document.footnotes == ()


def test_a_heading_with_the_number_of_a_note_is_text() -> None:
    first = lines("She saw the rule.") + at(158, 705, "1", 7) + at(72, 660, "1 Facts", font="F2")
    document = read_pdf(heading() + first + lines(FULL, FULL, "it was so.", top=630))
    assert document.footnotes == ()


def test_a_footnote_goes_on_at_the_bottom_of_the_next_page() -> None:
    first = (
        lines(FULL, "other said.")
        + at(131, 690, "1", 7)
        + at(72, 104, "1", 6)
        + at(76, 100, "See the", 9)
    )
    second = lines(FULL, "other said.", top=740) + at(72, 100, "policy of 1998.", 9)
    document = read_pdf(heading() + first, second)
    assert text_of_pdf(document)[-1] == "¹ See the policy of 1998."


def test_a_footnote_goes_on_over_three_pages_though_most_of_the_document_is_notes() -> None:
    first = lines(FULL, "other said.") + at(131, 690, "1", 7) + at(72, 104, "1", 6)
    notes = [FULL.replace("harbor", f"bay of {letter}o") for letter in "ABCDEFGHIJKLMNOPQR"]
    pages = (
        heading() + first + at(76, 100, "See", 9),
        lines(*notes[:9], top=740, size=9),
        lines(*notes[9:], "policy of 1998.", top=740, size=9),
        lines(FULL, "It ended.", top=740),
    )
    footnotes = [note.text for note in read_pdf(*pages).footnotes]
    assert " ".join(footnotes) == f"¹ See {' '.join(notes)} policy of 1998."


@pytest.mark.parametrize(
    ("left", "up", "size", "is_named"),
    [
        (10, 0, 7, True),
        (520, 0, 7, True),
        (520, 3, 7, True),
        (520, -7, 7, True),
        (10, -7, 7, True),
        (10, -7, 12, False),
        (10, 0, 12, True),
        (66, 0, 7, False),
    ],
)
def test_a_note_in_the_margin_of_a_line_is_named(
    left: float, up: float, size: float, *, is_named: bool
) -> None:
    note = at(left, 700 + up, "Fees", size)
    document = read_pdf(heading() + at(72, 720, "She may.") + lines(FULL, "other said.") + note)
    named = [(kind, words) for _, kind, words in remarks_of(document)]
    assert ((RemarkKind.MARGIN_NOTE, "Fees") in named) is is_named


@pytest.mark.parametrize(
    ("last", "first", "expected"),
    [
        ("and she went to the Superior", "Court in the county.", 1),
        ("and she went to the court", "2003 was over.", 1),
        ("of it.", "Then she told it.", 2),
        ("on March 7,", "2003.", 1),
    ],
)
def test_a_paragraph_goes_on_across_pages(last: str, first: str, expected: int) -> None:
    head = at(200, 770, "Harbor Board of Mediation")
    full = f"{FULL} {last}"[-len(FULL) :] if expected == 1 else last
    document = read_pdf(head + heading() + lines(FULL, full, top=690), head + lines(first, top=740))
    assert len(text_of_pdf(document)) == expected
    assert {remark.words for remark in document.remarks} == {"Harbor Board of Mediation"}


def test_a_paragraph_that_perhaps_ends_with_its_page_is_named() -> None:
    full = f"{FULL}."
    document = read_pdf(heading() + lines(full, full), lines("The Board says so.", top=740))
    assert text_of_pdf(document) == [f"{full} {full} The Board says so."]
    assert remarks_of(document) == [("page 1", RemarkKind.PAGE_END, "tell one party what the.")]


def test_headings_at_the_top_of_pages_and_a_year_at_the_bottom_are_text() -> None:
    document = read_pdf(
        heading() + lines(FULL, "other said in the year", top=88) + at(72, 59.2, "2003."),
        at(72, 740, "Issue 1", font="F2") + lines("May she?"),
        at(72, 740, "Issue 2", font="F2") + lines("May he?"),
        lines("They may.", top=740),
    )
    assert document.remarks == ()
    assert text_of_pdf(document) == [
        f"{FULL} other said in the year 2003.",
        "## Issue 1", "May she?", "## Issue 2", "May he?", "They may.",
    ]  # fmt: skip


def test_equal_pages_lose_nothing() -> None:
    page = heading() + lines("## Answer", "Yes, she may.", top=690)
    assert remarks_of(read_pdf(page, page, page)) == []


def test_a_page_without_text_is_named() -> None:
    stamp = at(300, 30, "Received March 9, 2025")
    document = read_pdf(heading() + lines("May she?"), SCAN, SCAN + stamp, "")
    assert remarks_of(document) == [
        ("page 2", RemarkKind.SCANNED_PAGE, ""),
        ("page 3", RemarkKind.SCANNED_PAGE, ""),
        ("page 4", RemarkKind.EMPTY_PAGE, ""),
    ]


@pytest.mark.parametrize(
    "page",
    [
        SCAN + invisible(heading() + lines("May she?")),
        heading() + lines("May she?") + SCAN,
    ],
)
def test_words_under_a_scan_were_read_by_a_machine(page: str) -> None:
    document = read_pdf(page)
    assert remarks_of(document) == [("page 1", RemarkKind.MACHINE_READ, "")]
    assert text_of_pdf(document) == ["May she?"]


@pytest.mark.parametrize("pages", [[SCAN], [SCAN + at(300, 30, "Received 2025"), SCAN], [""]])
def test_a_file_of_scans_is_refused_with_the_way_out(pages: list[str]) -> None:
    with pytest.raises(RefusedError, match="with --ocr"):
        read(pdf(*pages), BOARD)


def test_bytes_before_the_file_do_not_matter() -> None:
    document = read_pdf(heading() + lines("May she?"), before=b"HTTP/1.1 200 OK\r\n\r\n")
    assert text_of_pdf(document) == ["May she?"]


def test_a_file_of_too_many_pages_is_refused_before_it_is_read() -> None:
    with pytest.raises(RefusedError, match="301 pages, more than 300"):
        read(pdf(*[SCAN] * 301), BOARD)


@pytest.mark.parametrize(
    "page",
    [
        lines("She asked all of it") + at(166.6, 704, "1", 7),
        at(72, 700, "Name: ") + at(110, 700, "______________") + at(112, 700, "Mary"),
        rotated(200, 300, "ill will", 9),
        at(72, 700, "all") + at(72.4, 700, "all"),
        at(72, 700.45, "all") + at(72, 700.55, "all"),
    ],
    ids=[
        "raised mark",
        "words on a line to fill in",
        "narrow letters",
        "overprint",
        "overprint above",
    ],
)
def test_two_readings_agree_though_they_divide_words_differently(page: str) -> None:
    kinds = {remark.kind for remark in read_pdf(heading() + lines("May she?") + page).remarks}
    assert kinds <= {RemarkKind.TURNED, RemarkKind.CROWDED}


def test_a_title_that_is_repeated_as_a_running_head_is_in_the_draft_once() -> None:
    head = at(72, 740, TITLE)
    document = read_pdf(
        heading() + lines(FULL, "one said."),
        head + lines(FULL, "two said."),
        head + lines(FULL, "three said."),
    )
    (draft,) = make_drafts(document, (), BOARD, date(2020, 1, 1)).drafts
    assert draft.differences == ()
    assert draft.text.plain_text.count(TITLE) == 1
    assert [remark.words for remark in document.remarks] == [TITLE, TITLE]


@pytest.mark.parametrize("number", [" - Page {}", " {} of 2", "   {}"])
def test_a_running_head_gives_the_title_without_its_page_number(number: str) -> None:
    first, second = (at(72, 770, TITLE + number.format(page)) for page in (1, 2))
    page = at(72, 740, APPROVAL) + lines("May she?", top=700)
    document = read_pdf(first + page, second + lines("She may.", top=740))
    assert document.blocks[0].text == TITLE
    assert text_of_pdf(document) == ["May she?", "She may."]
    assert {remark.kind for remark in document.remarks} == {
        RemarkKind.HEADER,
        RemarkKind.PAGE_NUMBER,
    }


def test_a_heading_at_the_end_of_a_page_is_not_joined_to_the_next_page() -> None:
    document = read_pdf(
        heading() + lines(FULL, "other said.") + at(72, 80, "Advisory Opinion"),
        lines(FULL, "other said.", top=740),
    )
    assert text_of_pdf(document) == [
        f"{FULL} other said.", "## Advisory Opinion", f"{FULL} other said.",
    ]  # fmt: skip


def test_columns_of_two_rows_on_the_last_page_are_read_one_after_the_other() -> None:
    left, right = LEFT_COLUMN[:2], RIGHT_COLUMN[:2]
    last = lines(*left, top=650) + lines(*right, top=650, left=320)
    document = read_pdf(heading() + columns(), columns(), last)
    assert " ".join(text_of_pdf(document)).endswith(" ".join((*left, *right)))


def test_the_hyphen_of_a_browser_divides_a_word_at_a_line_end() -> None:
    divided = FULL.removesuffix("the") + "me\x01"
    file = pdf(heading() + lines(divided, "diator said."))
    browser_font = b"<< /BaseEncoding /WinAnsiEncoding /Differences [1 /uni2010] >>"
    data = file.replace(b"/Encoding /WinAnsiEncoding", b"/Encoding " + browser_font)
    document = read(data, BOARD)
    assert text_of_pdf(document) == [f"{FULL.removesuffix('the')}mediator said."]
    assert remarks_of(document) == [("page 1", RemarkKind.JOINED_HYPHEN, "me-diator")]


@pytest.mark.parametrize(("letters", "named"), [("NOTICE", ["N O T I C E"]), ("abc", [])])
def test_letters_that_stand_apart_are_named(letters: str, named: list[str]) -> None:
    spaced = "".join(at(72 + 20 * index, 650, letter) for index, letter in enumerate(letters))
    document = read_pdf(heading() + lines(FULL) + spaced)
    words = [r.words for r in document.remarks if r.kind is RemarkKind.SPACED]
    assert words == named


def test_a_narrow_table_is_named() -> None:
    rows = [("First", "Ten"), ("Second", "Twenty"), ("Third", "Thirty")]
    cells = "".join(
        at(72, 650 - 15 * row, left) + at(118, 650 - 15 * row, right)
        for row, (left, right) in enumerate(rows)
    )
    document = read_pdf(heading() + lines(FULL, FULL) + cells)
    assert text_of_pdf(document)[-3:] == [f"{left} {right}" for left, right in rows]
    assert RemarkKind.TABS in {remark.kind for remark in document.remarks}
