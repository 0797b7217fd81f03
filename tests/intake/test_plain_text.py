"""The lines of a text file are joined to its paragraphs."""

from pathlib import Path

import pytest

from corpus.intake import plain_text
from corpus.intake.hidden_signs import without_hidden_signs
from corpus.intake.markdown import body
from corpus.intake.remarks import RemarkKind
from corpus.text.approved_text import parse_approved_text
from corpus.text.blocks import Role
from intake.sample_documents import APPROVAL, BOARD, TITLE, body_of, draft_from

TEXT = """\
Opinion Number 09 (2004)
(Approved by the Board on May 6, 2004.)

Concern Raised

   A mediator asked the Board about what she may tell, and about
what she may not tell when a mediation has ended.
   The Board answers both, since it was asked about
both of them.

1)  May she tell what was said by the other party, and
    in what words?
2)  May she name the person, provided

that he agrees? She was to re-
convene the parties.
                                   3
\fOpinion of 2004
She may.
                                   4
"""

BODY = """\
# Opinion Number 09 (2004)

(Approved by the Board on May 6, 2004.)

## Concern Raised

A mediator asked the Board about what she may tell, and about what she may not tell when \
a mediation has ended.

The Board answers both, since it was asked about both of them.

1) May she tell what was said by the other party, and in what words?
2) May she name the person, provided that he agrees? She was to re-convene the parties.

Opinion of 2004

She may.
"""


def test_a_heading_line_may_be_typed_as_one_of_markdown() -> None:
    text = f"# {TITLE}\n\n{APPROVAL}\n\n# 5 of the answers stand.\n"
    texts = [block.text for block in plain_text.read(text.encode(), BOARD).blocks]
    assert texts == [TITLE, APPROVAL, "# 5 of the answers stand."]


@pytest.mark.parametrize(
    ("above", "begins"),
    [
        ("Board of Mediation", True),
        ("Board of Mediation\nOffice of the Director", True),
        ("Compare the ruling in", False),
        ("See Board Policy, which the Board took from", False),
    ],
)
def test_a_name_right_below_a_letterhead_begins_the_opinion(above: str, *, begins: bool) -> None:
    text = f"{above}\nAdvisory Opinion No. 9 (2004)\n\nMay she tell what was said?\n"
    blocks = plain_text.read_text(text, BOARD).blocks
    assert ("Advisory Opinion No. 9 (2004)" in [block.text for block in blocks]) is begins


def test_lines_are_joined_to_paragraphs() -> None:
    document = plain_text.read(TEXT.encode(), BOARD)
    assert body(document.blocks) == BODY


def test_page_numbers_are_removed_and_reported() -> None:
    document = plain_text.read(TEXT.encode(), BOARD)
    assert [(remark.kind, str(remark.place), remark.words) for remark in document.remarks] == [
        (RemarkKind.PAGE_NUMBER, "line 17", "3"),
        (RemarkKind.PAGE_NUMBER, "line 20", "4"),
        (RemarkKind.DOUBTFUL_HYPHEN, "line 15", "re-convene"),
        (RemarkKind.SPACE_WITHIN, "line 13", "she name the person, provided"),
    ]


def test_the_second_reading_has_every_word_with_the_page_numbers() -> None:
    document = plain_text.read(TEXT.encode(), BOARD)
    assert document.second_reading
    assert document.second_reading.split() == TEXT.split()


def test_a_short_line_that_stands_apart_is_not_joined_with_a_small_letter_below_it() -> None:
    text = f"{TITLE}\n{APPROVAL}\n\nShe may tell it in these words:\n\nThe Rule\n\nno more of it.\n"
    document = plain_text.read(text.encode(), BOARD)
    assert body(document.blocks).split("\n\n")[-2:] == ["## The Rule", "no more of it.\n"]
    assert document.remarks == ()


@pytest.mark.parametrize(
    ("above", "below", "begins"),
    [
        ("The Board has said so in the whole of the", "that she may not tell.", False),
        ("so of the", "that she may not tell.", False),
        ("The Board has said so in the whole of that.", "that she may not tell.", True),
        ("The Board has said so in the whole of the", "She may not tell.", True),
        ("The Board has said so in the whole of the", "\nthat she may not tell.", True),
        ("The Board has said so in the whole of the\n", "that she may not tell.", True),
        ("Jane Roe, Chair", "that she may not tell.", True),
        ("It is so for the", "adopted by the Board on May 7, 2004", True),
    ],
)
def test_a_heading_line_within_a_sentence_begins_no_opinion(
    tmp_path: Path,
    above: str,
    below: str,
    begins: bool,  # noqa: FBT001 - a column of the table
) -> None:
    first = (
        f"{TITLE}\n{APPROVAL}\n\nMay she tell one of the parties what the other one said there?\n\n"
    )
    path = tmp_path / "memo.txt"
    text = f"{first}{above}\nOpinion Number 03 (2004)\n{below}\n\nIt is so.\n"
    path.write_text(text, encoding="utf-8")
    document = plain_text.read(path.read_bytes(), BOARD)
    assert ("Opinion Number 03 (2004)" in [block.text for block in document.blocks]) is begins


@pytest.mark.parametrize(
    ("last_line", "named"),
    [
        ("that she may not tell it to the other one before the next session begins", False),
        ("that she may not tell", True),
    ],
)
def test_space_within_a_sentence_is_named_unless_the_line_above_is_full(
    last_line: str, *, named: bool
) -> None:
    first_line = "A mediator heard from one of the parties what the other did not know, and"
    text = f"{TITLE}\n{APPROVAL}\n\n{first_line}\n{last_line}\n\nunless he agrees.\n\nShe may.\n"
    document = plain_text.read(text.encode(), BOARD)
    assert f"{last_line} unless he agrees." in body(document.blocks)
    assert [remark.kind for remark in document.remarks] == [RemarkKind.SPACE_WITHIN] * named


def test_a_line_that_begins_with_a_number_goes_on_with_the_sentence() -> None:
    words = "It rose in\n1998 to the sum of\n150 dollars under Section\n12 of the Act.\n"
    document = plain_text.read(f"{TEXT}\n{words}".encode(), BOARD)
    assert " ".join(words.split()) in body(document.blocks)


def test_the_number_of_a_rule_is_no_list_mark_within_a_sentence() -> None:
    text = f"{TITLE}\n\nMay she? She must do as it says in Rule\n4. That rule applies.\n"
    blocks = plain_text.read(text.encode(), BOARD).blocks
    assert [(block.role, block.mark) for block in blocks[1:]] == [(Role.PARAGRAPH, "")]


@pytest.mark.parametrize("space", [" ", "   "])
def test_line_numbers_are_not_in_the_text(space: str) -> None:
    words = [
        "The mediator may be paid by each of the parties to it no more than",
        "10 dollars for each of the days of the",
        "conference.",
    ]
    numbered = "\n".join(f"  {number}{space}{line}" for number, line in enumerate(words, 1))
    document = plain_text.read(f"{TITLE}\n{APPROVAL}\n\n{numbered}\n".encode(), BOARD)
    assert body(document.blocks).strip().endswith("\n\n" + " ".join(words))
    assert [(r.kind, r.words) for r in document.remarks] == [(RemarkKind.LINE_NUMBER, "1 2 3")]


@pytest.mark.parametrize("at_right", [False, True])
def test_a_numbered_line_that_is_alone_on_its_page_is_named(*, at_right: bool) -> None:
    words = [f"the mediator of case {chr(97 + i)} may tell the court of it and" for i in range(12)]
    lines = [*enumerate(words, 1), (1, "The fee is due.")]
    numbered = [f"{line}   {n}" if at_right else f"{n:2}  {line}" for n, line in lines]
    kinds = [remark.kind for remark in plain_text.read_text("\n".join(numbered), BOARD).remarks]
    assert kinds == [RemarkKind.LINE_NUMBER, RemarkKind.PERHAPS_LINE_NUMBER]


def test_line_numbers_of_empty_lines_are_not_in_the_text() -> None:
    texts = (TITLE, APPROVAL, "", "She may tell one party", "what the other said.")
    numbered = "\n".join(f"{n:2}  {text}".rstrip() for n, text in enumerate(texts, 1))
    document = plain_text.read(numbered.encode(), BOARD)
    assert (
        body(document.blocks)
        .strip()
        .endswith(f"{APPROVAL}\n\nShe may tell one party what the other said.")
    )
    assert [remark.words for remark in document.remarks] == ["1 2 3 4 5"]


LINES_OF_SENTENCE = """\
The mediator asked whether
the party may be told of it
before the conference ends,
and whether the attorney
may be present in the room
when the rule is named to
the other side of the case,
which the court did not
decide in its order until
all of the parties agreed."""
COUNT = " ".join(map(str, range(1, 16)))


@pytest.mark.parametrize(
    ("at_left", "at_right", "remarks", "removed"),
    [
        ({5, 10, 15}, set(), [(RemarkKind.LINE_NUMBER, "5 10 15")], True),
        ({5, 10}, set(), [(RemarkKind.PERHAPS_LINE_NUMBER, "5 10")], False),
        (set(), {5, 10, 15}, [(RemarkKind.PERHAPS_LINE_NUMBER, "5 10 15")], False),
        (set(), set(range(1, 16)), [(RemarkKind.LINE_NUMBER, COUNT)], True),
        (set(), {6, 7, 8}, [(RemarkKind.PERHAPS_LINE_NUMBER, "6 7 8")], False),
        ({5, 10, 14}, set(), [(RemarkKind.PERHAPS_LINE_NUMBER, "5 10")], False),
        ({5, 9, 14}, set(), [], False),
    ],
)
def test_numbers_that_count_some_lines_are_left_out_or_named(
    at_left: set[int], at_right: set[int], remarks: list[tuple[RemarkKind, str]], *, removed: bool
) -> None:
    lines = [TITLE, APPROVAL, "", "Concern Raised", "", *LINES_OF_SENTENCE.split("\n")]
    numbered = (
        f"{n if n in at_left else '':>3}  {line:30}{n if n in at_right else '':>5}".rstrip()
        for n, line in enumerate(lines, 1)
    )
    document = plain_text.read("\n".join(numbered).encode(), BOARD)
    kinds = {RemarkKind.LINE_NUMBER, RemarkKind.PERHAPS_LINE_NUMBER}
    assert [(it.kind, it.words) for it in document.remarks if it.kind in kinds] == remarks
    is_whole = " ".join(LINES_OF_SENTENCE.split()) in body(document.blocks)
    assert is_whole is removed


def test_no_word_of_a_text_file_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "memo.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert draft_from(path).differences == ()


@pytest.mark.parametrize(
    ("last", "following", "named"),
    [
        ("of the parties had told him in the caucus or", "The Board has said so.", True),
        ("of the parties had told him in the caucus or before the", "Board so decided.", False),
        ("of the parties had told him in the caucus or", "the Board has said so.", False),
        ("of the parties had", "The Board has said so.", False),
    ],
)
def test_a_line_that_may_end_a_paragraph_without_a_period_is_named(
    last: str, following: str, *, named: bool
) -> None:
    full = "The mediator asked the Board whether he may tell what each"
    text = f"{TITLE}\n{APPROVAL}\n\n{full}\n{full.lower()}\n{last}\n{following}\n"
    remarks = plain_text.read(text.encode(), BOARD).remarks
    assert [remark.kind for remark in remarks] == [RemarkKind.PARAGRAPH_END] * named


def text_of_file(folder: Path, data: bytes) -> str:
    path = folder / "memo.txt"
    path.write_bytes(data)
    draft = draft_from(path)
    assert draft.differences == ()
    return body_of(draft).split("\n\n", 2)[2]


TITLES = f"{TITLE}\n{APPROVAL}\n"
LINES = """\
Concern Raised
The mediator conducted a conference in a case that was pending before the court, and all of
the parties came with their attorneys.
May she tell one party what the other said in caucus, if she was asked, in so many words?
Advisory Opinion
She may not tell one party what the other said in caucus, whether or not she was asked for it
by an attorney, until that party agrees.
"""
PARAGRAPHS = """\
## Concern Raised

The mediator conducted a conference in a case that was pending before the court, and all of \
the parties came with their attorneys.

May she tell one party what the other said in caucus, if she was asked, in so many words?

## Advisory Opinion

She may not tell one party what the other said in caucus, whether or not she was asked for it \
by an attorney, until that party agrees."""


def test_headings_without_empty_lines_around_them_are_headings(tmp_path: Path) -> None:
    assert text_of_file(tmp_path, f"{TITLES}{LINES}".encode()) == PARAGRAPHS


def test_each_line_is_a_paragraph_if_no_sentence_goes_on_in_the_next(tmp_path: Path) -> None:
    lines = "Concern Raised\nA mediator asks. May she tell?\nAdvisory Opinion\nYes.\nIt is so."
    assert text_of_file(tmp_path, f"{TITLES}{lines}\n".encode()) == (
        "## Concern Raised\n\nA mediator asks. May she tell?\n\n## Advisory Opinion\n\nYes."
        "\n\nIt is so."
    )


@pytest.mark.parametrize("last", ["2003.", "1998.", "43"])
def test_a_last_line_that_is_a_number_or_a_year_stays(tmp_path: Path, last: str) -> None:
    text = (
        f"{TITLES}\nThe Board adopted the policy that it follows to this day in the year\n{last}\n"
    )
    assert text_of_file(tmp_path, text.encode()).endswith(f" {last}")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-7"]
)
def test_the_letters_of_each_encoding_are_read(tmp_path: Path, encoding: str) -> None:
    text = f"{TITLES}\nThe “Board” said: don’t – see § 7, café.\n"
    assert text_of_file(tmp_path, text.encode(encoding)) == (
        "The “Board” said: don’t – see § 7, café."
    )


@pytest.mark.parametrize("end", ["\r", "\r\n", "\u2028", "\x85"])
def test_every_kind_of_line_end_ends_a_line(tmp_path: Path, end: str) -> None:
    text = f"{TITLES}\nMay she?\n\nShe may.\n".replace("\n", end)
    assert text_of_file(tmp_path, text.encode()) == "May she?\n\nShe may."


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("See \x157A.", (RemarkKind.UNREADABLE_SIGN, "line 4", "7A.")),
        ("See \ufffd7A.", (RemarkKind.UNREADABLE_SIGN, "line 4", "\ufffd7A.")),
        ("See \ue0007A.", (RemarkKind.UNREADABLE_SIGN, "line 4", "\ue0007A.")),
        ("A worker\x92s.", (RemarkKind.UNREADABLE_SIGN, "line 4", "worker’s.")),
        ("Fee\tRule\n$150\t7(b)", (RemarkKind.TABS, "lines 4 to 5", "")),
        ("Fee      Rule\n$150     7(b)", (RemarkKind.TABS, "lines 4 to 5", "")),
        ("She must follow Rule\n4. It is so.", (RemarkKind.PERHAPS_CITED, "line 5", "Rule 4.")),
        ("Rule\n4. It is so.", (RemarkKind.PERHAPS_CITED, "line 5", "Rule 4.")),
        ("It is a state-\nment.", (RemarkKind.JOINED_HYPHEN, "line 4", "state-ment")),
        ("It is well-\nknown.", (RemarkKind.DOUBTFUL_HYPHEN, "line 4", "well-known")),
    ],
)
def test_what_is_no_plain_line_is_named(
    tmp_path: Path, text: str, remark: tuple[RemarkKind, str, str]
) -> None:
    path = tmp_path / "memo.txt"
    path.write_text(f"{TITLES}\n{text}\n", encoding="utf-8")
    document = plain_text.read(path.read_bytes(), BOARD)
    assert [(found.kind, str(found.place), found.words) for found in document.remarks] == [remark]
    assert draft_from(path).differences == ()


@pytest.mark.parametrize(
    ("data", "text", "is_old"),
    [
        ("See § 7.".encode("cp1252"), "See § 7.", True),
        (b"See +AKc 7+ADs +ACI-it+ACI 1 +- 1.", 'See § 7; "it" 1 + 1.', True),
        (
            b"Call +100 or +1-800, A+B, 1+-1, C++Code.",
            "Call +100 or +1-800, A+B, 1+-1, C++Code.",
            False,
        ),
    ],
)
def test_an_old_encoding_is_named(data: bytes, text: str, *, is_old: bool) -> None:
    document = plain_text.read(data, BOARD)
    assert [block.text for block in document.blocks] == [text]
    assert [remark.kind for remark in document.remarks] == [RemarkKind.OLD_ENCODING] * is_old


@pytest.mark.parametrize(
    "line",
    [
        "a blank ______ and __init__ and a_b_c and `code` and [link](http://x.example) and [1]",
        "1998. A year begins this paragraph.",
        "+ plus begins this one.",
        "=====",
        "| a | b |",
        "> no quotation",
        "# no heading",
        "&copy; and &amp; and $5 and ~~gone~~ and ==marked== and :smile: and {{ x }}",
        "http://x.example/a_b_c and <b>tag</b> and !!! note and 2 * 3 * 4",
    ],
)
def test_markup_in_a_text_is_text(tmp_path: Path, line: str) -> None:
    body = text_of_file(tmp_path, f"{TITLES}\nIt reads so.\n\n{line}\n\nIt ends so.\n".encode())
    _, words, _ = parse_approved_text(body, lambda _: False).blocks
    assert words.text_with_mark == line
    assert words.role is Role.PARAGRAPH


FORWARDED = f"""\
Please see the opinion below.

-----Original Message-----
From: A. Clerk <clerk@board.example>
Sent: Thursday, May 6, 2004
To: All mediators
Subject: Opinion 9

> {TITLE}
> {APPROVAL}
>
> Concern Raised
>
> May she tell what was said in caucus by one of the parties, and if she may,
> whom must she ask?
"""


def test_the_marks_and_headers_of_quoted_mail_are_not_of_the_opinion(tmp_path: Path) -> None:
    path = tmp_path / "memo.txt"
    path.write_text(FORWARDED, encoding="utf-8")
    assert body_of(draft_from(path)) == (
        f"# {TITLE}\n\n{APPROVAL}\n\n## Concern Raised\n\nMay she tell what was said in caucus by "
        "one of the parties, and if she may, whom must she ask?"
    )
    document = plain_text.read(FORWARDED.encode(), BOARD)
    *headers, mail = [remark.words.partition(":")[0] for remark in document.remarks]
    assert headers == ["-----Original Message-----", "From", "Sent", "To", "Subject"]
    assert mail == f"{TITLE} (Approved by the Board on May …"


ANSWER = f"{TITLE}\n{APPROVAL}\n\nShe may.\n\n"


@pytest.mark.parametrize(
    ("text", "mails"),
    [
        (f"{ANSWER}On May 3, 2004, Ann Roe wrote:\n> May she?\n>\n> Ann\n", ["lines 7 to 9"]),
        (f"{ANSWER}> May she?\n> And he?\n\nThe Board\n", ["lines 6 to 7"]),
        (
            f"{ANSWER}-----Original Message-----\nFrom: A\nSent: B\nTo: C\n\nMay she?\n\nAnn\n",
            ["lines 11 to 13"],
        ),
        (
            f"{ANSWER}From: A\nDate: B\nTo: C\n\nMay she?\n\nOn May 3 A wrote:\n> No.\n> B\n",
            ["lines 10 to 14"],
        ),
        (f"From: A\nDate: B\nTo: C\n\n{ANSWER}", []),
        ("".join(f"> {line}\n" for line in ANSWER.split("\n")), []),
        (ANSWER, []),
    ],
)
def test_mail_that_a_text_quotes_is_named(text: str, mails: list[str]) -> None:
    remarks = plain_text.read(text.encode(), BOARD).remarks
    quoted = [str(remark.place) for remark in remarks if remark.kind is RemarkKind.QUOTED_MAIL]
    assert quoted == mails


def test_a_single_field_or_quotation_mark_is_text() -> None:
    text = "From: the Board\n\n> 5 dollars is too much."
    assert plain_text.read(text.encode(), BOARD).second_reading == text


def test_lines_of_double_spaced_text_are_joined() -> None:
    paragraph = (
        "A mediator\n\nasked whether\n\nshe may tell\n\nto one party\n\nwhat the other said."
    )
    text = f"{TITLE}\n\n\n{paragraph}\n\n\n{paragraph}\n"
    document = plain_text.read(text.encode(), BOARD)
    joined = " ".join(paragraph.split())
    assert body(document.blocks) == f"# {TITLE}\n\n{joined}\n\n{joined}\n"


def test_a_full_last_line_is_named_where_no_empty_lines_show_where_paragraphs_end() -> None:
    line = "A mediator of the harbor asked whether she may tell to one party what the"
    full_end = f"{line[:-8]}so. It is."
    text = f"{TITLE}\n{line}\n{line}\nother said.\n{line}\n{full_end}\n{line}\nother said.\n"
    document = plain_text.read(text.encode(), BOARD)
    assert [(str(remark.place), remark.kind, remark.words) for remark in document.remarks] == [
        ("line 6", RemarkKind.PARAGRAPH_END, "one party so. It is.")
    ]


def test_a_number_divided_at_a_line_end_stays_in_its_paragraph_and_is_named_whole() -> None:
    text = TEXT.replace("both of them.", "both of them under the rule of § 7A-\n38.2 and more.")
    document = plain_text.read(text.encode(), BOARD)
    assert "under the rule of § 7A-38.2 and more." in body(document.blocks)
    doubts = [r.words for r in document.remarks if r.kind is RemarkKind.DOUBTFUL_HYPHEN]
    assert "7A-38.2" in doubts


def test_a_line_drawn_with_signs_is_no_heading() -> None:
    document = plain_text.read(TEXT.replace("She may.", "_______\n\nShe may.").encode(), BOARD)
    assert "# ___" not in body(document.blocks)
    assert all(block.role is not Role.HEADING for block in document.blocks[-2:])


def test_signs_that_nobody_sees_are_left_out_and_named_with_their_words() -> None:
    text = f"{TITLE}\n\nMay she \u202etell\u202c the co\u200bunsel?\n"
    document = without_hidden_signs(plain_text.read(text.encode(), BOARD))
    assert document.blocks[-1].text == "May she tell the counsel?"
    assert {(r.kind, r.words) for r in document.remarks} == {
        (RemarkKind.HIDDEN_SIGN, "tell"),
        (RemarkKind.HIDDEN_SIGN, "counsel?"),
    }
