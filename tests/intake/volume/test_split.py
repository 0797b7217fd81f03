"""A document is split at the heading lines of its opinions, and nothing of it is lost."""

import pytest
import yaml

from corpus.intake import plain_text
from corpus.intake.document import SourceDocument, TextBlock, TextRun
from corpus.intake.place import Place
from corpus.intake.remarks import Remark, RemarkKind
from corpus.intake.volume.split import split_document
from corpus.model.commission import Commission
from corpus.text.blocks import Role
from factories import COMMISSION
from intake.sample_documents import BOARD
from intake.sample_pdfs import FULL, at, lines, read_pdf

FIFTH = "Opinion Number 05 (2003)"
SIXTH = "Opinion Number 06 (2004)"
SEVENTH = "Opinion Number 07 (2004)"
APPROVED = "(Approved by the Board on May 6, 2004.)"
CUT = "She may tell one party what the other said in caucus, once that party agrees, as the"


def document_of(*paragraphs: str) -> SourceDocument:
    return plain_text.read("\n\n".join(paragraphs).encode(), BOARD)


def parts_of(*paragraphs: str) -> list[tuple[int | None, list[str]]]:
    """The number and the paragraphs of each part; no number for what is in no opinion."""
    parts = split_document(document_of(*paragraphs), BOARD)
    return [
        (
            part.id.number if part.is_opinion and part.id else None,
            [block.text_with_mark for block in part.blocks],
        )
        for part in parts
    ]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(
            [(5, [FIFTH, APPROVED, "It may."]), (6, [SIXTH, APPROVED, "It must."])],
            id="one after the other",
        ),
        pytest.param(
            [
                (None, ["Harbor Board", "All opinions"]),
                (5, [FIFTH, APPROVED, "It may."]),
                (6, [SIXTH, APPROVED, "It must."]),
            ],
            id="a title page",
        ),
        pytest.param(
            [
                (None, ["Contents", FIFTH, SIXTH, "By the Board, in one volume."]),
                (5, [FIFTH, APPROVED, "It may."]),
                (6, [SIXTH, APPROVED, "It must."]),
            ],
            id="a table of contents and a foreword",
        ),
        pytest.param(
            [
                (None, [FIFTH, SIXTH]),
                (5, [FIFTH, "It may.", "It need not."]),
                (6, [SIXTH, "It must."]),
            ],
            id="a table of contents, and no approval lines",
        ),
        pytest.param(
            [
                (None, [FIFTH, "In short, yes.", SIXTH, "In short, no."]),
                (5, [FIFTH, APPROVED, "It may."]),
                (6, [SIXTH, APPROVED, "It must."]),
            ],
            id="summaries before all texts",
        ),
        pytest.param(
            [
                (None, [FIFTH, "In short, yes."]),
                (5, [FIFTH, APPROVED, "It may."]),
                (None, [SIXTH, "In short, no."]),
                (6, [SIXTH, APPROVED, "It must."]),
            ],
            id="a summary before each text",
        ),
        pytest.param(
            [
                (None, [FIFTH, APPROVED, "In short."]),
                (5, [FIFTH, APPROVED, "It may, and it may at length."]),
            ],
            id="a summary with an approval line",
        ),
        pytest.param(
            [
                (None, ["HARBOR BOARD", "May 6, 2003"]),
                (5, [FIFTH, APPROVED, "It may."]),
                (None, ["HARBOR BOARD", "June 7, 2004"]),
                (6, [SIXTH, APPROVED, "It must."]),
            ],
            id="a letterhead above each",
        ),
        pytest.param(
            [
                (None, ["All the opinions, 2003 to 2004\nPier 5, Harbor"]),
                (5, [FIFTH, APPROVED, "It may."]),
                (None, ["Pier 5, Harbor"]),
                (6, [SIXTH, APPROVED, "It must."]),
            ],
            id="a letterhead that goes on from the title page",
        ),
        pytest.param(
            [
                (5, [FIFTH, APPROVED, "It may."]),
                (None, ["HARBOR BOARD"]),
                (6, [SIXTH, APPROVED, "It must."]),
                (None, ["HARBOR BOARD"]),
                (7, [SEVENTH, APPROVED, "It may."]),
            ],
            id="a letterhead above each but the first",
        ),
        pytest.param(
            [
                (None, [FIFTH, APPROVED, "It may."]),
                (6, [SIXTH, APPROVED, "It may."]),
                (5, [FIFTH, APPROVED, "It may and must."]),
            ],
            id="an opinion twice, with other words",
        ),
        pytest.param(
            [
                (5, [FIFTH, APPROVED, "It may.", "Anna Lee, Chair"]),
                (6, [SIXTH, APPROVED, "It must.", "Anna Lee, Chair"]),
                (7, [SEVENTH, APPROVED, "It may.", "Anna Lee, Chair"]),
            ],
            id="a signature below each",
        ),
        pytest.param(
            [
                (5, [FIFTH, APPROVED, "It may."]),
                (6, [SIXTH, APPROVED, "As in", FIFTH, "it must."]),
            ],
            id="an earlier opinion on a line of its own",
        ),
        pytest.param(
            [
                (5, [FIFTH, APPROVED, "It may."]),
                (6, [SIXTH, APPROVED, "It must."]),
                (None, ["Index of opinions", FIFTH, SIXTH]),
            ],
            id="an index at the end",
        ),
        pytest.param(
            [
                (6, [SIXTH, APPROVED, "The Board said:", FIFTH, APPROVED, "It may.", "We agree."]),
                (7, [SEVENTH, APPROVED, "It must."]),
            ],
            id="a quotation of an earlier opinion after a colon",
        ),
        pytest.param([(None, ["A memo", "It may."])], id="no heading"),
    ],
)
def test_a_document_is_split_at_the_headings_of_its_opinions(
    parts: list[tuple[int | None, list[str]]],
) -> None:
    paragraphs = [paragraph for _, part in parts for paragraph in part]
    assert parts_of(*paragraphs) == [
        (number, [paragraph.replace("\n", " ") for paragraph in part]) for number, part in parts
    ]


def test_a_heading_and_its_approval_in_one_line_are_two_blocks() -> None:
    block = TextBlock(Role.PARAGRAPH, (TextRun(f"{FIFTH} {APPROVED}", bold=True),))
    (part,) = split_document(SourceDocument((block,), None), BOARD)
    assert [(block.role, block.text) for block in part.blocks] == [
        (Role.HEADING, FIFTH),
        (Role.PARAGRAPH, APPROVED),
    ]


def test_a_heading_that_each_page_repeats_is_named_and_its_sentence_goes_on() -> None:
    document = document_of(FIFTH, APPROVED, CUT, FIFTH, "Board says.", "It need not.")
    (part,) = split_document(document, BOARD)
    assert [block.text for block in part.blocks] == [
        FIFTH,
        APPROVED,
        f"{CUT} Board says.",
        "It need not.",
    ]
    assert part.remarks == (Remark(RemarkKind.HEADER, Place("line", 7, 7), FIFTH),)


def test_a_heading_that_stands_again_above_a_new_text_is_named() -> None:
    document = document_of(FIFTH, "May it?", "It may.", FIFTH, "Must it?", "No.")
    (part,) = split_document(document, BOARD)
    assert part.remarks == (Remark(RemarkKind.REPEATED_HEADING, Place("line", 7, 7), FIFTH),)


def test_a_heading_with_a_mistake_is_named_by_the_approval_line_below_it() -> None:
    mistake = "Opinion Nummber 06"
    text = (FIFTH, APPROVED, "It may.", "It need not.", mistake, APPROVED, "It must.")
    (part,) = split_document(document_of(*text), BOARD)
    assert part.remarks == (
        Remark(RemarkKind.SECOND_APPROVAL, Place("line", 11, 11), f"{mistake} {APPROVED}"),
    )


def test_an_approval_line_at_the_end_is_not_that_of_another_opinion() -> None:
    text = (FIFTH, "May it?", "It may.", "It need not.", APPROVED, "Ada Park, Chair")
    (part,) = split_document(document_of(*text), BOARD)
    assert part.remarks == ()


@pytest.mark.parametrize(
    ("below", "is_named"),
    [
        ([SIXTH, APPROVED, "It must."], False),
        ([SIXTH, "It must."], True),
        ([SIXTH, "As we said.", "We stand by it.", SIXTH, APPROVED, "It must at last."], True),
    ],
    ids=["the next opinion", "an opinion without approval", "a quotation of the next one"],
)
def test_an_opinion_that_perhaps_goes_on_below_a_heading_is_named(
    below: list[str], *, is_named: bool
) -> None:
    opinion, *_ = split_document(document_of(FIFTH, APPROVED, "It may.", *below), BOARD)
    named = [(remark.kind, remark.words) for remark in opinion.remarks]
    assert named == [(RemarkKind.OPEN_END, SIXTH)] * is_named


def test_the_heading_of_another_opinion_within_a_text_is_named() -> None:
    document = document_of(FIFTH, APPROVED, "It may.", SIXTH, APPROVED, "As in", FIFTH, "it must.")
    parts = split_document(document, BOARD)
    assert [remark.kind for part in parts for remark in part.remarks] == [RemarkKind.OTHER_HEADING]


@pytest.mark.parametrize(("approval", "is_named"), [(APPROVED, True), ("It was asked.", False)])
def test_another_approved_text_with_the_same_heading_is_kept_and_named(
    approval: str, *, is_named: bool
) -> None:
    others = (SIXTH, APPROVED, "So.", FIFTH, APPROVED, "It may, if she asks.")
    document = document_of(FIFTH, approval, "It may.", *others)
    first, sixth, fifth = split_document(document, BOARD)
    assert first.text == f"{FIFTH}\n{approval}\nIt may."
    assert not first.is_opinion
    assert (sixth.remarks, fifth.text) == ((), f"{FIFTH}\n{APPROVED}\nIt may, if she asks.")
    named = [(remark.kind, remark.words) for remark in fifth.remarks]
    assert named == [(RemarkKind.SAME_HEADING, FIFTH)] * is_named


def block(words: str, page: int) -> TextBlock:
    return TextBlock(Role.PARAGRAPH, (TextRun(words),), place=Place("page", page, page))


@pytest.mark.parametrize(("page", "owner"), [(1, 0), (3, 0), (5, 1)])
def test_a_page_without_text_is_named_wherever_it_stands(page: int, owner: int) -> None:
    scan = Remark(RemarkKind.SCANNED_PAGE, Place("page", page, page))
    blocks = (block(FIFTH, 2), block("It may.", 2), block(SIXTH, 4), block("It must.", 4))
    parts = split_document(SourceDocument(blocks, None, remarks=(scan,)), BOARD)
    assert [part.remarks for part in parts] == [
        (scan,) if index == owner else () for index in range(2)
    ]


def test_footnotes_and_remarks_go_to_the_opinion_on_their_page() -> None:
    notes = (block("¹ Of one.", 1), block("¹ Of two.", 2), block("It goes on.", 2))
    hidden = Remark(RemarkKind.HIDDEN, Place("page", 2, 2), "secret")
    tracked = Remark(RemarkKind.TRACKED)
    document = SourceDocument(
        (block(FIFTH, 1), block("It may¹.", 1), block("So.", 2), block(SIXTH, 2), block("No¹.", 2)),
        None,
        notes,
        (tracked, hidden),
    )
    fifth, sixth = split_document(document, BOARD)
    assert fifth.footnotes == notes[:1]
    assert fifth.remarks == (tracked, hidden)
    assert sixth.footnotes == notes[1:]


def test_a_remark_belongs_to_the_part_of_its_page_that_has_its_words() -> None:
    page = Place("page", 1, 1)
    texts = ("All con-fidential opinions", FIFTH, APPROVED, "It may.")
    blocks = [TextBlock(Role.PARAGRAPH, (TextRun(text),), place=page) for text in texts]
    remarks = (
        Remark(RemarkKind.JOINED_HYPHEN, page, "con-fidential"),
        Remark(RemarkKind.HEADER, page, "Harbor Board"),
    )
    parts = split_document(SourceDocument(tuple(blocks), None, remarks=remarks), BOARD)
    assert [part.remarks for part in parts] == [remarks, remarks[1:]]


ADOPTED = "(Adopted and issued by the Board on May 17, 2004.)"


@pytest.mark.parametrize(
    ("top", "number", "left_out"),
    [
        (["Harbor Board", "Advisory Opinion Number 44 (2004)"], 44, ["Harbor Board"]),
        (["HARBOR BOARD", "ADVISORY OPINION", "NO. 44 (2004)"], 44, ["HARBOR BOARD"]),
        (["Harbor Board", "Advisory Opinion No. 44"], 44, ["Harbor Board"]),
        (["A mediator asked. She waited.", "Advisory Opinion Number 44 (2004)"], None, []),
        (["Harbor Board", "Advisory Opinion Number 44 (2004) is replaced"], None, []),
    ],
)
def test_a_line_near_the_top_that_only_cites_an_opinion_is_the_heading(
    top: list[str], number: int | None, left_out: list[str]
) -> None:
    parts = split_document(document_of(*top, ADOPTED, "It may."), BOARD)
    opinion = next(part for part in parts if part.is_opinion)
    assert (opinion.id and opinion.id.number) == number
    assert [block.text for block in opinion.blocks[-2:]] == [ADOPTED, "It may."]
    others = [part for part in parts if not part.is_opinion]
    assert [block.text for part in others for block in part.blocks] == left_out


@pytest.mark.parametrize(
    "form",
    [
        "Advisory Opinion No. {} ({})",
        "Advisory Opinion Number {} ({})",
        "ADVISORY OPINION {1}-{0}",
        "Advisory Opinion of the Harbor Board Opinion Number {} ({})",
    ],
)
@pytest.mark.parametrize(
    "above",
    [
        [],
        ["Contents", "44 ... 1", "This volume has opinions."],
        ["Contents", "Advisory Opinion Number 44 (2004) 1", "Advisory Opinion Number 45 (2004) 3"],
    ],
)
def test_a_volume_with_headings_in_a_form_that_no_settings_list_is_split(
    form: str, above: list[str]
) -> None:
    opinions = [
        (number, [form.format(number, 2004), ADOPTED, "It may.", "It must."]) for number in (44, 45)
    ]
    paragraphs = [paragraph for _, opinion in opinions for paragraph in opinion]
    assert parts_of(*above, *paragraphs) == [*([(None, above)] if above else []), *opinions]


def test_a_line_that_only_names_an_opinion_and_begins_no_draft_is_named() -> None:
    first, second = "Advisory Opinion No. 44 (2004)", "Advisory Opinion No. 45 (2004)"
    (part,) = split_document(document_of(first, ADOPTED, "It may.", second, "It must."), BOARD)
    assert part.remarks == (Remark(RemarkKind.MORE_OPINIONS, Place("line", 7, 7), second),)


def test_a_list_of_opinions_within_a_text_begins_no_draft() -> None:
    cited = [f"Advisory Opinion No. {number} (2004)" for number in (44, 12, 13)]
    text = (cited[0], ADOPTED, "It may.", *cited[1:], "So says the Board.")
    (part,) = split_document(document_of(*text), BOARD)
    assert not part.remarks


def test_a_heading_without_a_year_has_that_of_the_line_at_the_end_of_its_opinion() -> None:
    closing = "This opinion was approved by the Board at its meeting of August 6, {}."
    headings = {"heading_lines": ["Opinion No. {number}"]}
    board = Commission.model_validate({**yaml.safe_load(COMMISSION), **headings})
    paragraphs = [
        line
        for number, year in ((44, 2003), (45, 2004))
        for line in (f"Opinion No. {number}", "May it?", "It may.", closing.format(year))
    ]
    document = plain_text.read("\n\n".join(paragraphs).encode(), board)
    parts = split_document(document, board)
    assert [str(part.id) for part in parts] == ["2003/44", "2004/45"]


@pytest.mark.parametrize(
    ("texts", "named"),
    [
        ([SIXTH, "It said:", FIFTH, "It may."], {6: RemarkKind.OTHER_HEADING}),
        ([FIFTH, "It said:", SIXTH, "It may."], dict.fromkeys((5, 6))),
        ([SIXTH, "It said.", FIFTH, "It may.", SEVENTH, "So."], dict.fromkeys((6, 5))),
        ([FIFTH, "It said.", SEVENTH, "It may.", SIXTH, "So."], dict.fromkeys((5, 7))),
        ([FIFTH, "It may.", SIXTH, "It must.", SEVENTH, "So."], {}),
    ],
    ids=["a colon and an earlier one", "a colon", "out of order", "too early", "in order"],
)
def test_a_heading_that_may_be_quoted_is_named_in_the_opinions_above_and_below_it(
    texts: list[str], named: dict[int, RemarkKind | None]
) -> None:
    paragraphs = [part for text in texts for part in ([text, APPROVED] if "(" in text else [text])]
    usual = {RemarkKind.OPEN_END, RemarkKind.PERHAPS_QUOTED, RemarkKind.OTHER_HEADING}
    kinds = [
        (part.id.number, remark.kind)
        for part in split_document(document_of(*paragraphs), BOARD)
        for remark in part.remarks
        if part.id and remark.kind in usual
    ]
    doubts = (RemarkKind.OPEN_END, RemarkKind.PERHAPS_QUOTED)
    both = zip(named.items(), doubts, strict=False)
    assert kinds == [(number, kind or doubt) for (number, kind), doubt in both]


@pytest.mark.parametrize(
    ("end", "below", "is_named"),
    [
        ("It said the same in", "and adds a fee.", True),
        ("It said the same.", "and adds a fee.", False),
        ("By Jane Roe, Chair", "It may.", False),
    ],
)
def test_a_heading_within_a_sentence_may_be_quoted(end: str, below: str, is_named: bool) -> None:  # noqa: FBT001 - a column of the table
    parts = split_document(document_of(FIFTH, "May it?", end, SIXTH, below), BOARD)
    assert [remark.kind for part in parts for remark in part.remarks] == (
        [RemarkKind.OPEN_END, RemarkKind.PERHAPS_QUOTED] if is_named else []
    )


def test_an_opinion_without_a_day_of_approval_may_be_quoted_by_the_approved_one_above() -> None:
    parts = split_document(document_of(FIFTH, APPROVED, "May it?", SIXTH, "It may."), BOARD)
    assert [[remark.kind for remark in part.remarks] for part in parts] == [
        [RemarkKind.OPEN_END],
        [RemarkKind.PERHAPS_QUOTED],
    ]


@pytest.mark.parametrize("left", [72, 200, 430])
@pytest.mark.parametrize("form", ["Opinion No. {1}-{0}", "OPINION NUMBER: {0} ({1})"])
@pytest.mark.parametrize("contents", [True, False])
def test_a_pdf_volume_with_one_opinion_a_page_is_split(
    form: str,
    left: int,
    contents: bool,  # noqa: FBT001 - a column of the table
) -> None:
    names = [form.format(number, 2019) for number in (41, 42, 43)]
    opinions = [
        at(left, 730, name) + lines(FULL, f"{i} parties said.", "It is so.") + at(300, 40, str(i))
        for i, name in enumerate(names, 1 + contents)
    ]
    listed = lines("Contents", *(f"{name} . . . {i}" for i, name in enumerate(names, 2)))
    front = [listed + at(300, 40, "1")] * contents
    parts = split_document(read_pdf(*front, *opinions), BOARD)
    assert [part.id and part.id.number for part in parts if part.is_opinion] == [41, 42, 43]
    assert [part.blocks[0].text for part in parts if part.is_opinion] == names


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("Opinion No. 2019-42", [41, 42]),
        ("OPINION NUMBER: 42 (2019)", [41]),
        ("See Opinion No. 2019-42", [41]),
        ("## Opinion No. 2019-42", [41]),
        ("42", [41]),
    ],
)
def test_a_text_without_empty_lines_is_split_where_a_line_only_names_an_opinion(
    name: str, numbers: list[int]
) -> None:
    text = f"Opinion No. 2019-41\nMay she?\nYes.\n{name}\nMay they?\nNo."
    parts = split_document(plain_text.read(text.encode(), BOARD), BOARD)
    assert [part.id and part.id.number for part in parts] == numbers


@pytest.mark.parametrize(
    "lines_of_text",
    [
        ["Yes, as we said in", "Opinion No. 2019-42", "and again."],
        ["Yes, as we said.", "Opinion No. 2019-42", "is no other."],
        ["Yes, as we said:", "Opinion No. 2019-42", "It is no other."],
    ],
)
def test_a_line_within_a_sentence_begins_no_opinion(lines_of_text: list[str]) -> None:
    text = "\n".join(["Opinion No. 2019-41", "May she?", *lines_of_text])
    (part,) = split_document(plain_text.read(text.encode(), BOARD), BOARD)
    assert part.id is not None
    assert part.id.number == 41


def test_the_one_heading_in_the_form_of_the_settings_may_be_quoted() -> None:
    own = "Advisory Opinion Number 44 (2004)"
    text = (own, ADOPTED, "The Board said:", FIFTH, APPROVED, "It may.", "We agree.")
    (part,) = split_document(document_of(*text), BOARD)
    assert (part.id and part.id.number) == 44
    assert [remark.kind for remark in part.remarks] == [RemarkKind.SECOND_APPROVAL]


def test_a_citation_on_a_line_of_its_own_does_not_hide_the_headings_of_a_volume() -> None:
    first, second = "Advisory Opinion No. 44 (2004)", "Advisory Opinion No. 45 (2004)"
    text = (first, ADOPTED, "So it held in", FIFTH, "and again.", second, ADOPTED, "It may.")
    parts = split_document(document_of(*text), BOARD)
    assert [part.id and part.id.number for part in parts] == [44, 45]
    assert [remark.kind for remark in parts[0].remarks] == [RemarkKind.OTHER_HEADING]


@pytest.mark.parametrize(
    "title",
    [
        "APPENDIX A",
        "Appendix: Rules on fees",
        "Subject Index",
        "Index",
        "PART TWO: OPINIONS OF 2020",
        "Opinions of the Board from 2020",
        "Editor: John Smith wrote this afterword.",
    ],
)
def test_words_that_may_stand_below_the_end_of_an_opinion_are_named(title: str) -> None:
    paragraphs = (FIFTH, APPROVED, "It may.", "* * *", title, "More words.")
    five, six = split_document(document_of(*paragraphs, SIXTH, APPROVED, "It must."), BOARD)
    assert five.remarks == (Remark(RemarkKind.PERHAPS_OUTSIDE, Place("line", 7, 11), title),)
    assert not six.remarks


@pytest.mark.parametrize(
    "words",
    ["Part of it is public.", "The index is public.", "Appendix A holds the rule, as she asks.",
     "Exhibits may be shown.", "Editorial work is no mediation."],
)  # fmt: skip
def test_a_sentence_of_an_opinion_ends_none(words: str) -> None:
    (part,) = split_document(document_of(FIFTH, APPROVED, "It may.", words), BOARD)
    assert not part.remarks
