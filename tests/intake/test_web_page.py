"""Elements of a web page become blocks; what a reader does not see is left out and named."""

from pathlib import Path

import pytest

from corpus.intake import web_page
from corpus.intake.document import RefusedError
from corpus.intake.remarks import RemarkKind
from intake.sample_documents import APPROVAL, BOARD, TITLE, body_of, draft_from

HEAD = "<html><head><title>Board</title><style>p { color: red }</style></head><body>"
TITLES = f"{HEAD}<h1>{TITLE}</h1>\n<p>{APPROVAL}</p>"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<h2>Concern Raised</h2><p>May she?</p>", "## Concern Raised\n\nMay she?"),
        ("<p><b>Concern Raised</b></p><div>May she?</div>", "## Concern Raised\n\nMay she?"),
        ("<p>She <em>may</em>\n <strong>not</strong>.", "She *may* **not**."),
        ("<ol><li>Is it?<ol type=a><li>So?</ol><li>Was it?</ol>", None),
        ("<ol start=3 type=I><li>Is it?<li>Was it?</ol>", "III. Is it?\nIV. Was it?"),
        ("<ul><li>It is.</li></ul>", "• It is."),
        ("<ul style='list-style-type:decimal'><li>It is.</li></ul>", "1. It is."),
        ("<ol style='list-style-type:none'><li>It is.</li></ol>", "It is."),
        ("<p>1) Is it?</p><p>(a) Was it?</p>", "1) Is it?\n(a) Was it?"),
        ("<blockquote><p>It is.</p></blockquote>", "> It is."),
        ("It is.<br><br>It<br>was.", "It is.\n\nIt was."),
        ("<p>caf&eacute; &amp; &lt;b> &#167;&nbsp;7 – “x”", "café & \\<b> § 7 – “x”"),
        ("<p>It is.</p><script>alert(1)</script><!-- no --><noscript>No.</noscript>", "It is."),
        ("<p>medi<b>a</b>tor</p>", "medi**a**tor"),
        ("<p>5 m<sup>2</sup> of H<sub>2</sub>O, the 7<sup>th</sup></p>", "5 m² of H₂O, the 7th"),
        ("<p>He said <q>it <i>is</i></q>.</p>", "He said “it *is*”."),
        (
            "<ol style='list-style-type: upper-roman'><li>Is it?<li>Was it?</ol>",
            "I. Is it?\nII. Was it?",
        ),
        ("<ol reversed><li>Is it?<li>Was it?</ol>", "2. Is it?\n1. Was it?"),
        ("<p>It is.</p></body></html><p>It was.", "It is.\n\nIt was."),
        ("<center>It is.</center><marquee>It was.</marquee>", "It is.\n\nIt was."),
        ("<p>It <st1:place>is</st1:place> <bdi>so</bdi>.<o:p></o:p></p>", "It is so."),
        ("<ol><li>1. Is it?<li>2) Was it?<li>3 days</ol>", "1. Is it?\n2) Was it?\n3. 3 days"),
        ("<ol type=a><li>(a) Is it?<li>(c) Was it?", "(a) Is it?\nb. (c\\) Was it?"),
        ("<ul><li>• It is.</ul>", "• It is."),
        ("<pre>It is.\n\nIt\nwas.</pre>", "It is.\n\nIt was."),
        ("<p style='white-space: pre-line'>It is.\n\nIt was.</p>", "It is.\n\nIt was."),
        (
            "<div style='white-space:pre'><p style='white-space:normal'>It\n\nwas.</div>",
            "It was.",
        ),
        ("<p>&#147;It is&#148; &#150; it was.</p>", "“It is” – it was."),
    ],
)
def test_elements_become_blocks(tmp_path: Path, page: str, text: str | None) -> None:
    path = tmp_path / "memo.html"
    path.write_text(f"{TITLES}{page}</body></html>", encoding="utf-8")
    draft = draft_from(path)
    expected = text or "1. Is it?\n    a. So?\n2. Was it?"
    assert body_of(draft).split("\n\n", 2)[2] == expected
    assert draft.differences == ()


@pytest.mark.parametrize(
    ("page", "kind", "words"),
    [
        ("<p>It is <s>not</s> so.</p>", RemarkKind.STRUCK, "not"),
        ("<p>It is <span style='display: none'>not</span> so.</p>", RemarkKind.HIDDEN, ""),
        ("<p>It is <span hidden>not</span> so.</p>", RemarkKind.HIDDEN, ""),
        (
            "<p>It is <span style='text-decoration: line-through'>not</span> so.</p>",
            RemarkKind.STRUCK,
            "not",
        ),
        ("<p>It is <span style='opacity: 0'>not</span> so.</p>", RemarkKind.HIDDEN, ""),
        ("<p>It is so.</p><noscript>No.</noscript>", RemarkKind.HIDDEN, ""),
        ("<p>It is so.</p><template><p>No.</p></template>", RemarkKind.HIDDEN, ""),
        ("<p>It is so.</p><noframes>No.</noframes>", RemarkKind.HIDDEN, ""),
        ("<p>It is so.</p><dialog>No.</dialog>", RemarkKind.HIDDEN, ""),
        ("<p>It is so.</p><video>No.</video>", RemarkKind.HIDDEN, ""),
        ("<p>It is so.<annotation>No.</annotation>", RemarkKind.HIDDEN, ""),
        ("<p>It is <select><option>not<option selected>so.</select>", RemarkKind.HIDDEN, ""),
        ("<p>It is <select><option>so.<option>not</select>", RemarkKind.HIDDEN, ""),
        *(
            (f"<p>It is <span style='{style}'>not</span> so.</p>", RemarkKind.HIDDEN, "")
            for style in (
                "height: 0; overflow: hidden",
                "text-indent: -9999px",
                "clip-path: inset(100%)",
                "position: absolute; left: -9999px",
                "clip: rect(0 0 0 0)",
            )
        ),
        ("<p>It is so.</p><iframe src=x.html></iframe>", RemarkKind.EMBEDDED, ""),
        ("<p>It is so.<input value=Really></p>", RemarkKind.FORM_FIELD, "Really"),
        ("<p>It is so.<img src=x alt=Seal>", RemarkKind.PICTURE, "Seal"),
        ("<table><tr><td>It is<td>so.</table>", RemarkKind.TABLE, ""),
        ("<p>It <b>is</b> s\u200bo.</p>", RemarkKind.HIDDEN_SIGN, "so."),
        ("<p>It is <sup>so</sup>.</p>", RemarkKind.RAISED, "so"),
        ("<p>It is <span style='color: #FFF'>so.</span></p>", RemarkKind.FAINT, "so."),
        ("<p>It is <i style='color:transparent'>so.</i></p>", RemarkKind.FAINT, "so."),
        ("<p style='background:url(a.png)'>It is so.</p>", RemarkKind.PICTURE, ""),
        ("<p>It is <math><mi>so</mi><mo>.</mo></math></p>", RemarkKind.EQUATION, ""),
        ("<p>It is <font color=white>so.</font></p>", RemarkKind.FAINT, "so."),
        ("<style>.a{display:none}</style><p>It is so.</p>", RemarkKind.UNKNOWN, "display:none"),
        (
            "<p>It is so.</p><script>a.textContent = 'Not so.'</script>",
            RemarkKind.UNKNOWN,
            "a script that writes words",
        ),
        ("<link rel=stylesheet href=a.css><p>It is so.</p>", RemarkKind.UNKNOWN, "a.css"),
        (
            "<p>It <span style='text-transform:uppercase'>is</span> so.</p>",
            RemarkKind.CAPITALS,
            "is",
        ),
        ("<pre>It is\nso.</pre>", RemarkKind.LINE_BREAK, "It is"),
        ("<p>It is<br>so.</p>", RemarkKind.LINE_BREAK, "It is"),
        ("<ol><li>1) It is so.</ol>", RemarkKind.NUMBER_TWICE, "1. 1) It is so."),
        ("<blockquote type=cite>It is so.</blockquote>", RemarkKind.QUOTED_MAIL, "It is so."),
        ("<blockquote class=quote>It is so.</blockquote>", RemarkKind.QUOTED_MAIL, "It is so."),
        ("<p>It is <bdo dir=rtl>so.</bdo></p>", RemarkKind.SHOWN_ELSEWHERE, "so."),
        *(
            (f"<p>It is <i style='{style}'>so.</i></p>", RemarkKind.SHOWN_ELSEWHERE, "so.")
            for style in (
                "unicode-bidi: bidi-override; direction: rtl",
                "position: absolute; top: 0",
                "flex-direction: row-reverse",
                "order: -1",
            )
        ),
        (
            "<style>p{unicode-bidi:bidi-override}</style><p>It is so.</p>",
            RemarkKind.UNKNOWN,
            "unicode-bidi:bidi-override",
        ),
        (
            "<style>p::before{content: 'Question'}</style><p>It is so.</p>",
            RemarkKind.UNKNOWN,
            "content: 'Question'",
        ),
        (
            "<style>li::before{content: counter(k)}</style><p>It is so.</p>",
            RemarkKind.UNKNOWN,
            "content: counter(k)",
        ),
    ],
)
def test_what_a_reader_does_not_read_as_text_is_named(
    page: str, kind: RemarkKind, words: str
) -> None:
    document = web_page.read(page.encode(), BOARD)
    assert " ".join(block.text for block in document.blocks) == "It is so."
    assert [(remark.kind, remark.words) for remark in document.remarks] == [(kind, words)]


@pytest.mark.parametrize(
    ("announcement", "words"),
    [
        ("On May 3, 2004, Ann Roe wrote:", "On May 3, 2004, Ann Roe wrote:"),
        ("From: A<br>Sent: B<br>To: C<br>Subject: D", "From: A Sent: B To: C Subject: D"),
        ("<b>From:</b> Ann Roe of the court of the harbor<br>Date: B<br>To: C",
         "From: Ann Roe of the court of the harbor Date: …"),
        ("From: A<br>To: C", None),
        ("He wrote: no.", None),
    ],
)  # fmt: skip
def test_a_mail_below_the_text_is_named(announcement: str, words: str | None) -> None:
    page = f"{TITLES}<p>She may.</p><div>{announcement}</div><p>No.</p>"
    remarks = web_page.read(page.encode(), BOARD).remarks
    mails = [remark.words for remark in remarks if remark.kind is RemarkKind.QUOTED_MAIL]
    assert mails == ([words] if words else [])


def test_a_hanging_indent_hides_nothing() -> None:
    page = b"<p style='margin-left:144pt;text-indent:-144.0pt'>It is so.</p>"
    document = web_page.read(page, BOARD)
    assert [block.text for block in document.blocks] == ["It is so."]
    assert document.remarks == ()


@pytest.mark.parametrize(
    "rule", [".a{display:none}", "#b { visibility:hidden }", "p i.a, u{left:-999px}"]
)
def test_words_that_a_style_sheet_may_hide_stay_and_are_named(rule: str) -> None:
    page = f"<style>{rule}</style><p>It is <i class='c a' id=b>not</i> <b class=c>so</b>.</p>"
    document = web_page.read(page.encode(), BOARD)
    assert " ".join(block.text for block in document.blocks) == "It is not so."
    assert (RemarkKind.UNKNOWN, "not") in [(r.kind, r.words) for r in document.remarks]
    assert "so" not in [remark.words for remark in document.remarks]


def test_words_above_others_follow_them_in_brackets() -> None:
    page = "<p>It is <ruby>so<rp>[</rp><rt>yes</rt><rp>]</rp></ruby>.</p>"
    document = web_page.read(page.encode(), BOARD)
    assert [block.text for block in document.blocks] == ["It is so (yes)."]
    assert (RemarkKind.RAISED, "yes") in [(r.kind, r.words) for r in document.remarks]


def test_the_menu_and_the_footer_of_a_page_are_left_out_and_named() -> None:
    page = "<nav>Home</nav><p>It is so.<article>Yes.<footer>Of it.</footer></article><footer>Us"
    document = web_page.read(page.encode(), BOARD)
    assert [block.text for block in document.blocks] == ["It is so.", "Yes.", "Of it."]
    assert [(remark.kind, remark.words) for remark in document.remarks] == [
        (RemarkKind.HEADER, "Home"), (RemarkKind.HEADER, "Us"),
    ]  # fmt: skip


def test_a_remark_has_the_number_of_its_paragraph() -> None:
    page = (
        "<div>One.<br><br>It is <s>not</s> two.</div>Three.<p hidden>A <s>secret</s>.</p>"
        "<ul><li>Four.<img alt=Seal></ul>"
    )
    document = web_page.read(page.encode(), BOARD)
    assert [block.text for block in document.blocks] == [
        "One.",
        "It is two.",
        "Three.",
        "Four.",
    ]
    assert [(remark.kind.name, str(remark.place)) for remark in document.remarks] == [
        ("STRUCK", "paragraph 2"),
        ("HIDDEN", "paragraph 3"),
        ("PICTURE", "paragraph 4"),
    ]


def test_a_sign_that_is_no_letter_is_named() -> None:
    document = web_page.read("<p>It is \ufffdso.</p>".encode(), BOARD)
    (remark,) = document.remarks
    assert (remark.kind, remark.words) == (RemarkKind.UNREADABLE_SIGN, "\ufffdso.")


def test_a_page_that_names_its_encoding_is_read_in_it() -> None:
    page = '<meta charset="iso-8859-2"><p>Łódź</p>'.encode("iso-8859-2")
    assert web_page.read(page, BOARD).second_reading == "Łódź"


def test_words_in_very_many_nested_elements_are_not_lost_but_refused() -> None:
    with pytest.raises(RefusedError, match=r"nested too deeply\. Save it as \.docx or \.txt"):
        web_page.read(b"<div>" * 300 + b"It is so.", BOARD)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_the_letters_of_each_encoding_are_read(encoding: str) -> None:
    document = web_page.read("<p>It’s a café.</p>".encode(encoding), BOARD)
    assert document.second_reading == "It’s a café."
