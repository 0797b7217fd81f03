"""What Word shows, for each kind of content that is more than plain paragraphs."""

from pathlib import Path
from typing import NamedTuple

import pytest

from corpus.intake.document import SourceDocument
from corpus.intake.draft import Draft
from corpus.intake.remarks import RemarkKind
from corpus.intake.word import reader as word
from corpus.model.opinion_id import OpinionId
from corpus.model.partial_date import PartialDate
from intake.sample_documents import APPROVAL, BOARD, TITLE, body_of, draft_from, package, record_of

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def item(text: str, level: int = 0, style: str = "") -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return paragraph(run(text), f"{style}{numbering}")


def part(tag: str, content: str) -> bytes:
    return f"<w:{tag} {NAMESPACES}>{content}</w:{tag}>".encode()


def document(content: str) -> bytes:
    titles = paragraph(run(TITLE)) + paragraph(run(APPROVAL))
    return part("document", f"<w:body>{titles}{content}</w:body>")


def relations(**targets: str) -> bytes:
    """The relations `header="header1.xml"`; the id of each is its kind."""
    elements = (
        f'<Relationship Id="{kind}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{uri}">{"".join(elements)}</Relationships>'.encode()


def read_draft(folder: Path, content: str, **parts: bytes) -> Draft:
    path = folder / "memo.docx"
    path.write_bytes(package(word__document=document(content), **parts))
    return draft_from(path)


def read(content: str, **parts: bytes) -> SourceDocument:
    return word.read(package(word__document=document(content), **parts), BOARD)


def text_below_titles(draft: Draft) -> str:
    return body_of(draft).split("\n\n", 2)[2]


class Kind(NamedTuple):
    """A content, the text that a draft has for it, and what is named with which words."""

    content: str
    text: str
    named: RemarkKind | None = None
    words: str = ""


def symbol(font: str, number: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{number}"/></w:r>'


def field(instruction: str, result: str = "") -> str:
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' if result else ""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{separate}{result}{end}"


def form(data: str, kind: str = "FORMCHECKBOX") -> str:
    begin = f'<w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar>'
    instruction = f"<w:r><w:instrText>{kind}</w:instrText></w:r>"
    return f'<w:r>{begin}</w:r>{instruction}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


TAB = "<w:r><w:tab/></w:r>"
BREAK = "<w:r><w:br/></w:r>"
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
DELETED_END = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
HIDDEN_END = "<w:rPr><w:vanish/></w:rPr>"
UNENDED_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF a</w:instrText></w:r>'
)


def turned(names: str, state: str) -> str:
    return "".join(f'<w:{name} w:val="{state}"/>' for name in names.split())


def in_equation(text: str, properties: str = "") -> str:
    return f"<m:r><w:rPr>{properties}</w:rPr><m:t>{text}</m:t></m:r>"


def root(operand: str, degree: str = "", properties: str = "") -> str:
    parts = f"<m:deg>{in_equation(degree)}</m:deg><m:e>{in_equation(operand)}</m:e>"
    return f"<m:rad>{properties}{parts}</m:rad>"


HALF = "<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
IN_BOX = f"<w:txbxContent>{paragraph(run('In a box.'))}</w:txbxContent>"
BOX = f"<w:r><w:pict><v:textbox>{IN_BOX}</v:textbox></w:pict></w:r>"
HIDDEN_RUN = "<w:r><w:rPr><w:vanish/></w:rPr>"
RAISED = '<w:vertAlign w:val="superscript"/>'
DRAWN = (
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    "<a:graphicData><a:t>Drawn words</a:t></a:graphicData></a:graphic>"
)
SUM = (
    '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub><m:r><m:t>i=1</m:t></m:r></m:sub>'
    "<m:sup><m:r><m:t>n</m:t></m:r></m:sup><m:e><m:d><m:e><m:r><m:t>x</m:t></m:r></m:e>"
    "<m:e><m:r><m:t>y</m:t></m:r></m:e></m:d></m:e></m:nary>"
)
KINDS = {
    "hidden text": Kind(
        paragraph(run("She may") + run(" not (ask counsel)", "<w:vanish/>") + run(" tell.")),
        "She may tell.",
        RemarkKind.HIDDEN,
    ),
    "a field that nobody filled in": Kind(
        paragraph(
            run("It is ")
            + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + run("Choose an item.")
            + "</w:sdtContent></w:sdt>"
        ),
        "It is Choose an item.",
        RemarkKind.PROMPT,
        "Choose an item.",
    ),
    "a paragraph that nobody filled in": Kind(
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + paragraph(run("Type here."))
        + "</w:sdtContent></w:sdt>",
        "Type here.",
        RemarkKind.PROMPT,
        "Type here.",
    ),
    "a day that Word changes": Kind(
        paragraph(f'<w:fldSimple w:instr=" DATE ">{run("May 7, 2004")}</w:fldSimple>'),
        "May 7, 2004",
        RemarkKind.CHANGING_WORDS,
        "May 7, 2004",
    ),
    "the name of the file, which Word changes": Kind(
        paragraph(f'<w:fldSimple w:instr=" FILENAME ">{run("~tmp1.docx")}</w:fldSimple>'),
        "~tmp1.docx",
        RemarkKind.CHANGING_WORDS,
        "~tmp1.docx",
    ),
    "the number of the page within the text": Kind(
        paragraph(run("It is on page ") + "<w:r><w:pgNum/></w:r>" + run(" of this.")),
        "It is on page of this.",
        RemarkKind.UNKNOWN,
        "pgNum",
    ),
    "a field that refers to nothing": Kind(
        paragraph(run("See Error! Reference source not found. above.")),
        "See Error! Reference source not found. above.",
        RemarkKind.PROMPT,
        "Error! Reference source not found.",
    ),
    "struck-out text": Kind(
        paragraph(run("She may ") + run("never", "<w:strike/>") + run(" always.")),
        "She may always.",
        RemarkKind.STRUCK,
        "never",
    ),
    "text struck out twice": Kind(
        paragraph(run("She may") + run(" not", "<w:dstrike/>") + run(" tell.")),
        "She may tell.",
        RemarkKind.STRUCK,
        "not",
    ),
    "strike turned off": Kind(
        paragraph(run("She may tell.", '<w:strike w:val="0"/>')), "She may tell."
    ),
    "words in capitals": Kind(
        paragraph(run("The ") + run("board", "<w:caps/>") + run(" says so.")),
        "The board says so.",
        RemarkKind.CAPITALS,
        "board",
    ),
    "a quotation mark of WordPerfect": Kind(
        paragraph(run("He says ") + symbol("WP TypographicSymbols", "0041") + run("shall.")),
        "He says “shall.",
        RemarkKind.SYMBOL,
        "“",
    ),
    "a section sign of WordPerfect": Kind(
        paragraph(run("See ") + symbol("WP TypographicSymbols", "F027") + run(" 7.")),
        "See § 7.",
        RemarkKind.SYMBOL,
        "§",
    ),
    "a sign of Symbol": Kind(
        paragraph(run("It costs 5 ") + symbol("Symbol", "F0B4") + run(" 2 dollars.")),
        "It costs 5 × 2 dollars.",
        RemarkKind.SYMBOL,
        "×",
    ),
    "letters in the font Wingdings": Kind(
        paragraph(run("\uf0fe", '<w:rFonts w:ascii="Wingdings"/>') + run(" She agreed.")),
        "☑ She agreed.",
        RemarkKind.SYMBOL,
        "☑",
    ),
    "a sign of an unknown font": Kind(
        paragraph(run("It costs ") + symbol("Harbor Signs", "F041") + run(" dollars.")),
        "It costs \ufffd dollars.",
        RemarkKind.UNREADABLE_SIGN,
        "Harbor Signs",
    ),
    "a symbol field without result": Kind(
        paragraph(
            run("See ") + field(' SYMBOL 39 \\f "WP TypographicSymbols" \\s 12') + run(" 7.")
        ),
        "See § 7.",
        RemarkKind.SYMBOL,
        "§",
    ),
    "the result of an inner field": Kind(
        paragraph(run("She may") + field(f"IF {field('X', run('y'))}", run(" tell.")), ""),
        "She may tell.",
    ),
    "a number that Word computes": Kind(
        paragraph(field(" AUTONUM ") + run("She may tell.")),
        "She may tell.",
        RemarkKind.UNKNOWN,
        "AUTONUM",
    ),
    "a button with words": Kind(
        paragraph(run("She may ") + field(" MACROBUTTON No not") + run(" tell.")),
        "She may tell.",
        RemarkKind.UNKNOWN,
        "MACROBUTTON No not",
    ),
    "a simple field without result": Kind(
        paragraph(run("See page ") + '<w:fldSimple w:instr="PAGEREF a"/>'),
        "See page",
        RemarkKind.UNKNOWN,
        "PAGEREF a",
    ),
    "a field with an empty result": Kind(
        paragraph(run("She may") + field(" IF 1 = 2 ", run("")) + run(" tell.")), "She may tell."
    ),
    "an entry of an index": Kind(
        paragraph(run("She may") + field(" XE fees") + run(" tell.")), "She may tell."
    ),
    "a field without an end": Kind(
        paragraph(run("See ") + UNENDED_FIELD + run("page 7.")) + paragraph(run("She may tell.")),
        "See page 7.\n\nShe may tell.",
        RemarkKind.UNKNOWN,
        "PAGEREF a",
    ),
    "words above others": Kind(
        paragraph(f"<w:r><w:ruby><w:rt>{run('above')}</w:rt></w:ruby></w:r>" + run("Tokyo")),
        "Tokyo",
        RemarkKind.UNKNOWN,
        "above",
    ),
    "a letter of Windows": Kind(
        paragraph(run("Yes, it is the worker\x92s fee.")),
        "Yes, it is the worker’s fee.",
        RemarkKind.SYMBOL,
        "the worker’s fee.",
    ),
    "an equation": Kind(
        paragraph(run("The fee is ") + f"<m:oMath>{HALF}</m:oMath>" + run(" dollars.")),
        "The fee is (a+b)/2 dollars.",
        RemarkKind.EQUATION,
        "(a+b)/2",
    ),
    **{
        f"an equation: {text}": Kind(
            paragraph(f"<m:oMath>{equation}</m:oMath>"), text, RemarkKind.EQUATION, text
        )
        for equation, text in (
            (f"{in_equation('x', turned('vanish', '0'))}{in_equation('+1')}", "x+1"),
            (f"{in_equation('x', '<w:vanish/>')}{in_equation('+1')}", "+1"),
            (root("x"), "√(x)"),
            (root("x", "2"), "√(x)"),
            (root("x", "3"), "∛(x)"),
            (root("x", "4"), "∜(x)"),
            (root("x+1", "n"), "√(n&x+1)"),
            (root("x", "3", '<m:radPr><m:degHide m:val="1"/></m:radPr>'), "√(x)"),
            (root("x", "3", '<m:radPr><m:degHide m:val="off"/></m:radPr>'), "∛(x)"),
        )
    },
    **{
        f"properties that are {off}": Kind(
            paragraph(
                run("She may ") + run("tell", turned("b i caps smallCaps strike dstrike", off))
            )
            + paragraph(run("Or", turned("rtl vanish webHidden specVanish", off))),
            "She may tell\n\nOr",
        )
        for off in ("0", "false", "off")
    },
    **{
        f"a mark of a paragraph that is {off}": Kind(
            paragraph(run("May"), f"<w:rPr>{turned('vanish specVanish', off)}</w:rPr>")
            + paragraph(run("she?")),
            "May\n\nshe?",
        )
        for off in ("0", "false", "off")
    },
    **{
        f"a prompt that is {off}": Kind(
            f'<w:sdt><w:sdtPr><w:showingPlcHdr w:val="{off}"/></w:sdtPr><w:sdtContent>'
            f"{paragraph(run('She may tell.'))}</w:sdtContent></w:sdt>",
            "She may tell.",
        )
        for off in ("0", "false", "off")
    },
    "a text box": Kind(
        paragraph(run("She may tell.") + BOX), "She may tell.\n\nIn a box.", RemarkKind.TEXT_BOX
    ),
    "a comment": Kind(
        paragraph(run("She may tell.") + '<w:r><w:commentReference w:id="1"/></w:r>'),
        "She may tell.",
        RemarkKind.COMMENT,
    ),
    "a picture": Kind(
        paragraph(run("She may tell.") + "<w:r><w:pict><v:imagedata/></w:pict></w:r>"),
        "She may tell.",
        RemarkKind.PICTURE,
    ),
    "an unknown element": Kind(
        paragraph(run("She may tell.") + "<w:r><w:contentPart/></w:r>"),
        "She may tell.",
        RemarkKind.UNKNOWN,
        "contentPart",
    ),
    "a drop cap": Kind(
        paragraph(run("T"), '<w:framePr w:dropCap="drop"/>') + paragraph(run("he mediator asks.")),
        "The mediator asks.",
    ),
    "a frame": Kind(
        paragraph(run("She may.")) + paragraph(run("T"), '<w:framePr w:x="9000" w:y="500"/>'),
        "She may.\n\nT",
        RemarkKind.SHOWN_ELSEWHERE,
        "T",
    ),
    "words from right to left": Kind(
        paragraph(run("She ") + f'<w:bdo w:val="rtl">{run("may")}</w:bdo>' + run(" tell.")),
        "She may tell.",
        RemarkKind.SHOWN_ELSEWHERE,
        "may",
    ),
    "a run from right to left": Kind(
        paragraph(run("She ") + run("may", "<w:rtl/>") + run(" tell.")),
        "She may tell.",
        RemarkKind.SHOWN_ELSEWHERE,
        "may",
    ),
    "a deleted end of a paragraph": Kind(
        paragraph(run("She may "), DELETED_END) + paragraph(run("tell.")),
        "She may tell.",
        RemarkKind.TRACKED_END,
        "She may",
    ),
    "a deleted end of a long paragraph": Kind(
        paragraph(run(f"{'So she asks. ' * 5}"), DELETED_END) + paragraph(run("She may tell.")),
        f"{'So she asks. ' * 5}She may tell.",
        RemarkKind.TRACKED_END,
        f"… {'So she asks. ' * 4}".strip(),
    ),
    "a deleted end of a deleted paragraph": Kind(
        paragraph(run("May she?")) + paragraph("", DELETED_END) + paragraph(run("She may tell.")),
        "May she?\n\nShe may tell.",
        RemarkKind.TRACKED,
    ),
    "a hidden end of a paragraph": Kind(
        paragraph(run("Facts. "), HIDDEN_END) + paragraph(run("She may tell.")),
        "Facts. She may tell.",
    ),
    "a deleted row of a table": Kind(
        "<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>"
        f"{paragraph(run('Gone.'))}</w:tc></w:tr></w:tbl>{paragraph(run('She may tell.'))}",
        "She may tell.",
        RemarkKind.TRACKED,
        "Gone.",
    ),
    "a deleted cell of a table": Kind(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel w:id='1'/></w:tcPr>"
        f"{paragraph(run('Gone.'))}</w:tc><w:tc>{paragraph(run('May.'))}</w:tc></w:tr></w:tbl>",
        "May.",
        RemarkKind.TRACKED,
        "Gone.",
    ),
    "a hidden row of a table": Kind(
        "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>"
        f"{paragraph(run('Secret.'))}</w:tc></w:tr></w:tbl>{paragraph(run('She may tell.'))}",
        "She may tell.",
        RemarkKind.HIDDEN,
    ),
    "a hidden text box": Kind(
        paragraph(run("She may tell.") + BOX.replace("<w:r>", HIDDEN_RUN, 1)),
        "She may tell.",
        RemarkKind.HIDDEN,
    ),
    "a raised digit": Kind(paragraph(run("It has 5 m") + run("2", RAISED)), "It has 5 m²"),
    "a digit raised by its position": Kind(
        paragraph(run("5 m") + run("2", '<w:position w:val="6"/>') + run(" of it.")), "5 m² of it."
    ),
    "a lowered digit": Kind(
        paragraph(run("H") + run("2", '<w:vertAlign w:val="subscript"/>') + run("O.")), "H₂O."
    ),
    "a raised letter": Kind(
        paragraph(run("It is 2") + run("n", RAISED) + run(".")),
        "It is 2n.",
        RemarkKind.RAISED,
        "n",
    ),
    "a raised ordinal": Kind(
        paragraph(run("the 7") + run("th", RAISED) + run(" day")), "the 7th day"
    ),
    "white letters": Kind(
        paragraph(run("She may tell.") + run(" Or not.", '<w:color w:val="FFFFFF"/>')),
        "She may tell. Or not.",
        RemarkKind.FAINT,
        "Or not.",
    ),
    "letters that are nearly white": Kind(
        paragraph(run("She may tell.") + run(" Or not.", '<w:color w:val="FEFEFE"/>')),
        "She may tell. Or not.",
        RemarkKind.FAINT,
        "Or not.",
    ),
    "letters in the white of the theme": Kind(
        paragraph(
            run("She may tell.")
            + run(" Or not.", '<w:color w:val="auto" w:themeColor="background1"/>')
        ),
        "She may tell. Or not.",
        RemarkKind.FAINT,
        "Or not.",
    ),
    "letters without width": Kind(
        paragraph(run("She may tell.") + run(" Or not.", '<w:w w:val="1"/>')),
        "She may tell. Or not.",
        RemarkKind.FAINT,
        "Or not.",
    ),
    "letters on black": Kind(
        paragraph(run("To ") + run("Mr. Lee", '<w:highlight w:val="black"/>')),
        "To Mr. Lee",
        RemarkKind.FAINT,
        "Mr. Lee",
    ),
    "tiny letters": Kind(
        paragraph(run("She may tell.") + run(" Or not.", '<w:sz w:val="2"/>')),
        "She may tell. Or not.",
        RemarkKind.FAINT,
        "Or not.",
    ),
    "a checkbox of a form": Kind(
        paragraph(run("Agreed ") + form('<w:checkBox><w:default w:val="1"/></w:checkBox>')),
        "Agreed ☒",
    ),
    "an embedded document": Kind(
        paragraph(run("She may tell.")) + '<w:altChunk r:id="chunk"/>',
        "She may tell.",
        RemarkKind.EMBEDDED,
    ),
    "words in a drawing": Kind(
        paragraph(run("She may tell.") + f"<w:r><w:drawing>{DRAWN}</w:drawing></w:r>"),
        "She may tell.",
        RemarkKind.PICTURE,
    ),
    "a sum": Kind(
        f"<w:p>{run('So ')}<m:oMath>{SUM}</m:oMath></w:p>",
        "So ∑_(i=1)^n (x|y)",
        RemarkKind.EQUATION,
        "∑_(i=1)^n (x|y)",
    ),
    "a symbol that is a control character": Kind(
        paragraph(run("See ") + field(" SYMBOL 1 ") + run("7.") + symbol("Arial", "0081")),
        "See \ufffd7.\ufffd",
        RemarkKind.UNREADABLE_SIGN,
    ),
    "a symbol with the number that Unicode gives it": Kind(
        paragraph(run("See ") + field(" SYMBOL 8212 \\u ") + run("7.")),
        "See —7.",
        RemarkKind.SYMBOL,
        "—",
    ),
    "a symbol of a font of letters": Kind(
        paragraph(run("See ") + symbol("Arial", "2014")),
        "See —",
        RemarkKind.SYMBOL,
    ),
    "columns made by tabs": Kind(
        paragraph(run("Fee") + TAB + run("Rule")) + paragraph(run("$150") + TAB + run("7(b)")),
        "Fee Rule\n\n$150 7(b)",
        RemarkKind.TABS,
    ),
    "bold italics beside bold": Kind(
        paragraph(run("In re Lee", "<w:b/><w:i/>") + run(", No. 5", "<w:b/>") + run(" holds so.")),
        "***In re Lee***, **No. 5** holds so.",
    ),
    "styles that change within a word": Kind(
        paragraph(run("The ") + run("medi", "<w:b/>") + run("ator", "<w:i/>") + run(" asks.")),
        "The mediator asks.",
    ),
    "a hyphen before a line break": Kind(
        paragraph(run("She will re-") + BREAK + run("convene them.")),
        "She will re-convene them.",
        RemarkKind.DOUBTFUL_HYPHEN,
        "re-convene",
    ),
    "a page break within a paragraph": Kind(
        paragraph(run("The first page.") + PAGE_BREAK + run("The second page.")),
        "The first page.\n\nThe second page.",
    ),
    "typed marks, nested by indentation": Kind(
        paragraph(run("1. Facts."))
        + paragraph(run("    a. She told."), '<w:ind w:left="720"/>')
        + paragraph(run("(i) He asked."), '<w:ind w:left="1440"/>')
        + paragraph(run("2. Law.")),
        "1. Facts.\n    a. She told.\n        (i) He asked.\n2. Law.",
    ),
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_draft_has_what_word_shows_and_names_what_is_no_plain_text(
    tmp_path: Path, kind: Kind
) -> None:
    assert text_below_titles(read_draft(tmp_path, kind.content)) == kind.text
    remarks = read(kind.content).remarks
    if kind.named is None:
        assert remarks == ()
    else:
        named = {remark.kind: remark for remark in remarks}[kind.named]
        assert named.words == (kind.words or named.words)
        assert named.place is not None
        assert named.place.first >= 2  # what is between paragraphs has the place of the one above


def test_the_words_of_hidden_text_are_nowhere_in_the_report(tmp_path: Path) -> None:
    draft = read_draft(tmp_path, KINDS["hidden text"].content)
    assert draft.remarks == (f"{RemarkKind.HIDDEN.value} (paragraph 1: 3 words)",)
    assert draft.differences == ()
    assert "counsel" not in " ".join((*draft.decisions, *draft.remarks, record_of(draft)))


@pytest.mark.parametrize(
    ("name", "count"),
    [("hidden text", 3), ("a hidden row of a table", 1), ("a hidden text box", 3)],
)
def test_the_words_of_hidden_text_are_counted(name: str, count: int) -> None:
    hidden = [rem for rem in read(KINDS[name].content).remarks if rem.kind is RemarkKind.HIDDEN]
    assert [(remark.words, remark.unquoted) for remark in hidden] == [("", count)]


@pytest.mark.parametrize(("count", "end"), [(12, ""), (13, " …")])
def test_the_first_twelve_deleted_words_are_quoted(count: int, end: str) -> None:
    deleted = f"<w:del w:id='1'><w:r><w:delText>{'word ' * count}</w:delText></w:r></w:del>"
    (remark,) = read(paragraph(run("May she?") + deleted)).remarks
    assert (remark.kind, remark.words) == (RemarkKind.TRACKED, "word " * 11 + "word" + end)


@pytest.mark.parametrize(
    "name", [name for name, kind in KINDS.items() if kind.named is not RemarkKind.UNREADABLE_SIGN]
)
def test_a_second_program_reads_the_same_words(tmp_path: Path, name: str) -> None:
    assert read_draft(tmp_path, KINDS[name].content).differences == ()


def test_the_chosen_entry_of_a_list_is_in_the_draft(tmp_path: Path) -> None:
    entries = '<w:listEntry w:val="red"/><w:listEntry w:val="blue"/>'
    choice = form(f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>', "FORMDROPDOWN")
    draft = read_draft(tmp_path, paragraph(run("It is ") + choice))
    assert text_below_titles(draft) == "It is blue"
    assert draft.differences
    assert "the draft adds `blue`" in draft.differences[0]


def test_a_note_whose_mark_is_hidden_is_not_published(tmp_path: Path) -> None:
    reference, notes = note("footnote", 1, paragraph(run("Ask counsel.")))
    mark = reference.replace("<w:r>", HIDDEN_RUN, 1)
    notes_part = part("footnotes", notes)
    draft = read_draft(tmp_path, paragraph(run("She may.") + mark), word__footnotes=notes_part)
    assert text_below_titles(draft) == "She may."
    assert draft.differences == ()
    assert draft.remarks[0].startswith(RemarkKind.HIDDEN.value)


def test_styles_give_symbols_and_drop_caps(tmp_path: Path) -> None:
    symbols = '<w:style w:type="character" w:styleId="S"><w:rPr><w:rFonts w:ascii="Symbol"/>'
    large = '<w:style w:type="paragraph" w:styleId="D"><w:pPr><w:framePr w:dropCap="drop"/>'
    styles = f"{symbols}</w:rPr></w:style>{large}</w:pPr></w:style>"
    content = paragraph(run("T"), '<w:pStyle w:val="D"/>') + paragraph(
        run("he angle ") + run("b", '<w:rStyle w:val="S"/>')
    )
    draft = read_draft(tmp_path, content, word__styles=part("styles", styles))
    assert text_below_titles(draft) == "The angle β"


def test_a_word_that_only_the_second_program_reads_is_named(tmp_path: Path) -> None:
    other_form = f"<mc:Fallback>{run('every ')}</mc:Fallback>"
    content = f"<mc:AlternateContent><mc:Choice>{run('no ')}</mc:Choice>{other_form}"
    draft = read_draft(
        tmp_path, paragraph(run("She may tell ") + f"{content}</mc:AlternateContent>{run('word.')}")
    )
    assert draft.differences is not None
    assert "the document has `every` but the draft has `no`" in draft.differences[0]


def levels(*formats: tuple[str, str], **extra: str) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:lvlText w:val="{pattern}"/>{extra.get(f"level_{number}", "")}</w:lvl>'
        for number, (number_format, pattern) in enumerate(formats)
    )


def numbering(level_elements: str, other_definitions: str = "") -> bytes:
    definition = f'<w:abstractNum w:abstractNumId="0">{level_elements}</w:abstractNum>'
    number = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return part("numbering", definition + other_definitions + number)


HEADING = '<w:pStyle w:val="H"/>'
STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="character" w:styleId="B"><w:name w:val="Loud"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="Question"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
)


@pytest.mark.parametrize(
    ("level_elements", "content", "text"),
    [
        (
            levels(("cardinalText", "Question %1:")),
            item("May she?") + item("May he?"),
            "Question One: May she?\n\nQuestion Two: May he?",
        ),
        (levels(("ordinalText", "%1.")), item("It is so."), "First. It is so."),
        (levels(("ordinal", "%1")), item("It is so."), "1st It is so."),
        (
            levels(("upperRoman", "%1.")),
            item("It is.") + item("It was.") + item("It will be."),
            "I. It is.\nII. It was.\nIII. It will be.",
        ),
        (
            levels(("upperRoman", "%1."), ("decimal", "%1.%2")),
            item("Facts", 0, HEADING) + item("Law", 0, HEADING) + item("It is so.", 1),
            "## I. Facts\n\n## II. Law\n\nII.1 It is so.",
        ),
        (
            levels(("upperRoman", "%1."), ("decimal", "%1.%2"), level_1="<w:isLgl/>"),
            item("It is.") + item("It was.", 1),
            "I. It is.\n\n1.1 It was.",
        ),
        (
            levels(("decimal", "%1."), level_0='<w:rPr><w:vanish w:val="off"/></w:rPr>'),
            item("It is."),
            "1. It is.",
        ),
        (
            levels(("decimal", "%1."), ("decimal", "%2)"), level_1='<w:lvlRestart w:val="0"/>'),
            item("It is.") + item("So.", 1) + item("It was.") + item("So.", 1),
            "1. It is.\n    1) So.\n2. It was.\n    2) So.",
        ),
        (
            levels(("decimal", "%1.")),
            item("It is.")
            + paragraph(run("Not so."), '<w:numPr><w:numId w:val="0"/></w:numPr>')
            + item("It was."),
            "1. It is.\n\nNot so.\n\n2. It was.",
        ),
        (
            levels(("decimal", "%1."), ("lowerLetter", "%2."), level_1='<w:pStyle w:val="L"/>'),
            item("It is.") + paragraph(run("So."), '<w:pStyle w:val="L"/>'),
            "1. It is.\n    a. So.",
        ),
    ],
)
def test_automatic_numbers_are_those_that_word_shows(
    tmp_path: Path, level_elements: str, content: str, text: str
) -> None:
    parts = {"word__numbering": numbering(level_elements), "word__styles": STYLES}
    draft = read_draft(tmp_path, content, **parts)
    assert text_below_titles(draft) == text
    assert draft.differences == ()


def test_a_heading_on_the_line_of_its_text_keeps_its_number(tmp_path: Path) -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    heading = paragraph(run("Facts."), f"{number}<w:rPr><w:vanish/><w:specVanish/></w:rPr>")
    content = heading + paragraph(run(" It is so.")) + item("It was.")
    parts = {"word__numbering": numbering(levels(("decimal", "%1.")))}
    draft = read_draft(tmp_path, content, **parts)
    assert text_below_titles(draft) == "1. Facts. It is so.\n2. It was."
    assert draft.differences == ()


def test_a_list_that_begins_again_is_continued_by_its_definition(tmp_path: Path) -> None:
    restarted = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    again = paragraph(run("Anew."), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>')
    content = item("It is.") + item("It was.") + paragraph(run("Then:")) + again + item("So it is.")
    parts = {"word__numbering": numbering(levels(("decimal", "%1.")), restarted)}
    draft = read_draft(tmp_path, content, **parts)
    assert text_below_titles(draft) == "1. It is.\n2. It was.\n\nThen:\n\n1. Anew.\n2. So it is."


@pytest.mark.parametrize(
    ("form", "number", "words"),
    [
        ("cardinalText", 0, "Zero"),
        ("cardinalText", 13, "Thirteen"),
        ("cardinalText", 20, "Twenty"),
        ("cardinalText", 42, "Forty-two"),
        ("cardinalText", 100, "100"),
        ("ordinalText", 2, "Second"),
        ("ordinalText", 9, "Ninth"),
        ("ordinalText", 12, "Twelfth"),
        ("ordinalText", 20, "Twentieth"),
        ("ordinalText", 31, "Thirty-first"),
    ],
)
def test_number_words_are_those_of_word(tmp_path: Path, form: str, number: int, words: str) -> None:
    definition = levels((form, "%1:")).replace('w:val="1"', f'w:val="{number}"')
    draft = read_draft(tmp_path, item("It is so."), word__numbering=numbering(definition))
    assert text_below_titles(draft) == f"{words}: It is so."


def test_the_levels_of_a_list_style_are_those_of_the_style(tmp_path: Path) -> None:
    link = '<w:numStyleLink w:val="Board"/>'
    style = f'<w:styleLink w:val="Board"/>{levels(("lowerLetter", "(%1)"))}'
    other = f'<w:abstractNum w:abstractNumId="7">{style}</w:abstractNum>'
    parts = {"word__numbering": numbering(link, other)}
    draft = read_draft(tmp_path, item("It is.") + item("It was."), **parts)
    assert text_below_titles(draft) == "(a) It is.\n(b) It was."


def test_a_list_style_can_name_its_list_alone(tmp_path: Path) -> None:
    link = '<w:numStyleLink w:val="Board"/>'
    other = f'<w:abstractNum w:abstractNumId="7">{levels(("upperLetter", "%1)"))}</w:abstractNum>'
    number = '<w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num>'
    style = '<w:style w:type="numbering" w:styleId="Board"><w:pPr><w:numPr><w:numId w:val="9"/>'
    parts = {
        "word__numbering": numbering(link, other).replace(b"</w:numbering>", b"")
        + f"{number}</w:numbering>".encode(),
        "word__styles": part("styles", f"{style}</w:numPr></w:pPr></w:style>"),
    }
    assert text_below_titles(read_draft(tmp_path, item("It is."), **parts)) == "A) It is."


def test_a_number_that_word_hides_is_left_out_and_named(tmp_path: Path) -> None:
    hidden = levels(("decimal", "%1."), level_0="<w:rPr><w:vanish/></w:rPr>")
    content, part_of_numbers = item("It is.") + item("It was."), numbering(hidden)
    draft = read_draft(tmp_path, content, word__numbering=part_of_numbers)
    assert text_below_titles(draft) == "It is.\n\nIt was."
    assert draft.differences == ()
    remarks = read(content, word__numbering=part_of_numbers).remarks
    assert [remark.kind for remark in remarks] == [RemarkKind.HIDDEN] * 2


def test_a_form_of_numbers_that_is_not_known_is_named() -> None:
    source = read(item("It is."), word__numbering=numbering(levels(("hebrew1", "%1."))))
    assert source.blocks[2].mark == "1."
    assert [remark.kind for remark in source.remarks] == [RemarkKind.LIST_FORM]


GERMAN, ENGLISH = '<w:lang w:val="de-DE"/>', '<w:lang w:val="en-US"/>'
GERMAN_DOCUMENT = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{GERMAN}</w:rPr></w:rPrDefault></w:docDefaults>"
)


@pytest.mark.parametrize(
    ("form", "text", "of_level", "defaults", "named"),
    [
        ("cardinalText", GERMAN, "", "", True),
        ("ordinalText", GERMAN, "", "", True),
        ("ordinal", "", GERMAN, "", True),
        ("ordinal", "", "", GERMAN_DOCUMENT, True),
        ("cardinalText", ENGLISH, "", GERMAN_DOCUMENT, False),
        ("cardinalText", GERMAN, ENGLISH, "", False),
        ("cardinalText", "", "", "", False),
        ("decimal", GERMAN, "", "", False),
    ],
)
def test_number_words_of_another_language_are_named(
    form: str, text: str, of_level: str, defaults: str, *, named: bool
) -> None:
    list_levels = levels((form, "%1:")).replace("</w:lvl>", f"<w:rPr>{of_level}</w:rPr></w:lvl>")
    numbered = paragraph(run("It is.", text), '<w:numPr><w:numId w:val="1"/></w:numPr>')
    parts = {"word__numbering": numbering(list_levels), "word__styles": part("styles", defaults)}
    source = read(numbered, **parts)
    assert [remark.kind for remark in source.remarks] == [RemarkKind.LIST_LANGUAGE] * named


def test_a_list_number_without_words_is_counted_and_named() -> None:
    content = item("It is.") + item("") + item("It was.")
    source = read(content, word__numbering=numbering(levels(("decimal", "%1."))))
    assert [block.mark for block in source.blocks[2:]] == ["1.", "3."]
    assert [(remark.kind, remark.words) for remark in source.remarks] == [
        (RemarkKind.LIST_NUMBER, "2.")
    ]


def test_a_bold_character_style_makes_a_heading(tmp_path: Path) -> None:
    content = paragraph(run("Advisory Opinion", '<w:rStyle w:val="B"/>')) + paragraph(
        run("May she?")
    )
    draft = read_draft(tmp_path, content, word__styles=STYLES)
    assert text_below_titles(draft) == "## Advisory Opinion\n\nMay she?"


def note(kind: str, number: int, text: str, custom: str = "") -> tuple[str, str]:
    """The reference to a note in the text, and the note."""
    reference = f'<w:r><w:{kind}Reference w:id="{number}"{custom}/></w:r>'
    return reference, f'<w:{kind} w:id="{number}">{text}</w:{kind}>'


def test_footnotes_and_endnotes_are_kept_with_their_numbers_and_named(tmp_path: Path) -> None:
    first, footnote = note("footnote", 2, paragraph(run("A note.")) + paragraph(run("Its end.")))
    second, endnote = note("endnote", 2, paragraph(run("Another note.")))
    content = paragraph(run("She may") + first + run(" tell") + second + run("."))
    parts = {
        "word__footnotes": part("footnotes", footnote),
        "word__endnotes": part("endnotes", endnote),
    }
    draft = read_draft(tmp_path, content, **parts)
    notes = "¹ A note.\n\nIts end.\n\n² Another note."
    assert text_below_titles(draft) == f"She may¹ tell².\n\n{notes}"
    assert draft.differences == ()
    kinds = [remark.kind for remark in read(content, **parts).remarks]
    assert kinds == [RemarkKind.FOOTNOTE, RemarkKind.FOOTNOTE, RemarkKind.ENDNOTE]


def test_a_heading_and_an_approval_line_may_have_notes(tmp_path: Path) -> None:
    (first, footnote), (second, other) = (
        note("footnote", number, paragraph(run("A note."))) for number in (2, 3)
    )
    titles = paragraph(run(TITLE) + first) + paragraph(run(APPROVAL) + second)
    asked = paragraph(run(f"May she, as {TITLE} says?"))
    path = tmp_path / "memo.docx"
    body = part("document", f"<w:body>{titles}{asked}</w:body>")
    notes = part("footnotes", footnote + other)
    path.write_bytes(package(word__document=body, word__footnotes=notes))
    draft = draft_from(path)
    assert body_of(draft).startswith(f"# {TITLE}¹\n\n{APPROVAL}²\n\nMay she")
    assert (draft.id, draft.is_number_seen) == (OpinionId(2004, 9), True)
    assert draft.metadata.approved == PartialDate(2004, 5, 6)
    assert draft.metadata.opinions == ()


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_the_words_of_a_note_that_a_tracked_change_removed_are_quoted(kind: str) -> None:
    reference, text = note(kind, 2, paragraph(run("A note.")) + paragraph(run("Its end.")))
    content = paragraph(run("She may") + f"<w:del>{reference}</w:del>" + run(" tell."))
    source = read(content, **{f"word__{kind}s": part(f"{kind}s", text)})
    assert not source.footnotes
    assert [(remark.kind, remark.words) for remark in source.remarks] == [
        (RemarkKind.TRACKED, ""),
        (RemarkKind.TRACKED, "A note. Its end."),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hidden text", "She may tell."),
        ("struck-out text", "She may always."),
        ("an equation", "The fee is (a+b)/2 dollars."),
        ("a picture", "She may tell."),
        ("a comment", "She may tell."),
        ("a button with words", "She may tell."),
        ("white letters", "She may tell. Or not."),
    ],
)
def test_what_is_no_plain_text_in_a_note_is_named(tmp_path: Path, name: str, text: str) -> None:
    kind = KINDS[name]
    reference, footnote = note("footnote", 2, kind.content)
    content = paragraph(run("So it is.") + reference)
    notes = part("footnotes", footnote)
    draft = read_draft(tmp_path, content, word__footnotes=notes)
    assert text_below_titles(draft) == f"So it is.¹\n\n¹ {text}"
    assert draft.differences == ()
    remarks = read(content, word__footnotes=notes).remarks
    assert (kind.named, kind.words) in [(remark.kind, remark.words) for remark in remarks]


def test_a_text_box_in_a_note_is_there_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph(run('Not now.'))}</w:txbxContent>"
    forms = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    reference, footnote = note("footnote", 2, paragraph(run("A note.") + forms))
    content = paragraph(run("She may.") + reference)
    draft = read_draft(tmp_path, content, word__footnotes=part("footnotes", footnote))
    assert text_below_titles(draft) == "She may.¹\n\n¹ A note.\n\nNot now."


def test_the_number_of_a_paragraph_of_a_note_is_named() -> None:
    reference, footnote = note("footnote", 2, item("A note."))
    parts = {
        "word__footnotes": part("footnotes", footnote),
        "word__numbering": numbering(levels(("decimal", "%1."))),
    }
    remarks = read(paragraph(run("So it is.") + reference), **parts).remarks
    assert RemarkKind.LIST_NUMBER in [remark.kind for remark in remarks]


def test_a_note_whose_mark_was_typed_keeps_it(tmp_path: Path) -> None:
    reference, footnote = note(
        "footnote", 2, paragraph(run("† A note.")), ' w:customMarkFollows="1"'
    )
    content = paragraph(run("She may tell") + reference + run("†."))
    draft = read_draft(tmp_path, content, word__footnotes=part("footnotes", footnote))
    assert text_below_titles(draft) == "She may tell†.\n\n† A note."


HEADER = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'


def with_header(content: str, header: str) -> bytes:
    parts = {
        "word__document": part("document", f"<w:body>{content}{HEADER}</w:body>"),
        "word__header1": part("hdr", header),
    }
    return package(**parts, **{"word/_rels/document.xml.rels": relations(header="header1.xml")})


@pytest.mark.parametrize(
    ("content", "header", "texts", "named"),
    [
        (
            paragraph(run(APPROVAL)) + paragraph(run("May she?")),
            paragraph(run("Harbor Board")) + paragraph(run(TITLE)),
            [TITLE, APPROVAL, "May she?"],
            [("HEADER", "Harbor Board"), ("USED_HEADER", TITLE)],
        ),
        (
            paragraph(run(TITLE)) + paragraph(run("May she?")),
            paragraph(run(f"{TITLE}") + TAB + run(APPROVAL)),
            [TITLE, APPROVAL, "May she?"],
            [("HEADER", TITLE), ("USED_HEADER", APPROVAL)],
        ),
        (
            paragraph(run("May she?")),
            paragraph('<w:r><w:pict><v:textpath string="DRAFT"/></w:pict></w:r>'),
            ["May she?"],
            [("PICTURE", "DRAFT")],
        ),
        (
            paragraph(run("May she?")),
            paragraph(run("Page ") + field("PAGE", run("1")) + run(" of 3")),
            ["May she?"],
            [],
        ),
        (
            paragraph(run("May she?")),
            paragraph(run("Old name", "<w:vanish/>") + run("Board", "<w:strike/>")),
            ["May she?"],
            [("HIDDEN", ""), ("STRUCK", "Board")],
        ),
        (
            paragraph(run("May she?")),
            paragraph(field("PAGE") + field("MACROBUTTON No Draft")),
            ["May she?"],
            [("UNKNOWN", "MACROBUTTON No Draft")],
        ),
        *(
            (paragraph(run("May she?")), paragraph(header), ["May she?"], named)
            for header, named in (
                (run("3/5/2021"), [("HEADER", "3/5/2021")]),
                (run("2021-77") + TAB + run("- 4 -"), [("HEADER", "2021-77")]),
                (run("2 of 3"), [("HEADER", "2 of 3")]),
                (run("3/5/2021 ") + field("PAGE", run("1")), [("HEADER", "3/5/2021 1")]),
                (field("PAGE", run("1")) + run(" / ") + field("NUMPAGES", run("3")), []),
                (run("Page iv"), []),
            )
        ),
    ],
)
def test_a_header_gives_the_heading_and_the_date_that_the_text_lacks(
    content: str, header: str, texts: list[str], named: list[tuple[str, str]]
) -> None:
    source = word.read(with_header(content, header), BOARD)
    assert [block.text for block in source.blocks] == texts
    assert [(remark.kind.name, remark.words) for remark in source.remarks] == named


def test_a_title_and_a_date_on_two_lines_of_a_paragraph_are_two_blocks() -> None:
    content = paragraph(run(TITLE) + BREAK + run(APPROVAL)) + paragraph(run("May she?"))
    data = package(word__document=part("document", f"<w:body>{content}</w:body>"))
    texts = [block.text for block in word.read(data, BOARD).blocks]
    assert texts == [TITLE, APPROVAL, "May she?"]


def test_strict_open_xml_is_read(tmp_path: Path) -> None:
    path = tmp_path / "memo.docx"
    strict = document(paragraph(run("May she?"))).replace(WORD.encode(), STRICT.encode())
    path.write_bytes(package(word__document=strict))
    assert text_below_titles(draft_from(path)) == "May she?"
    assert draft_from(path).differences == ()


def test_a_main_part_of_another_name_is_found(tmp_path: Path) -> None:
    path = tmp_path / "memo.docx"
    root = relations(officeDocument="/word/document2.xml")
    parts = {"word__document2": document(paragraph(run("May she?"))), "_rels/.rels": root}
    path.write_bytes(package(**parts))
    assert text_below_titles(draft_from(path)) == "May she?"


def test_a_deleted_cell_is_named_with_the_paragraph_of_its_row() -> None:
    deleted = "<w:tc><w:tcPr><w:cellDel w:id='1'/></w:tcPr>"
    cells = f"{deleted}{paragraph(run('No.'))}</w:tc><w:tc>{paragraph(run('Yes.'))}</w:tc>"
    source = read(f"{paragraph(run('May she?'))}<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    (place,) = [r.place for r in source.remarks if r.kind is RemarkKind.TRACKED]
    (answer,) = [block.place for block in source.blocks if block.text == "Yes."]
    assert place == answer


def test_a_line_that_gives_the_number_in_another_form_is_a_line_of_its_own() -> None:
    lines = BREAK.join(run(line, "<w:b/>") for line in ("THE HARBOR BOARD", "OPINION NO. 6"))
    assert [block.text for block in read(paragraph(lines)).blocks[2:]] == [
        "THE HARBOR BOARD",
        "OPINION NO. 6",
    ]


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (
            paragraph(f"{run('To: the Board')}<w:r><w:br/></w:r>{run('From: a clerk')}"),
            [(RemarkKind.LINE_BREAK, "To: the Board")],
        ),
        (paragraph(run("Background", '<w:u w:val="single"/>')),
         [(RemarkKind.UNDERLINED, "Background")]),
        (paragraph(run("Background", "<w:i/>")), [(RemarkKind.UNDERLINED, "Background")]),
        (paragraph(run("She may.", '<w:u w:val="single"/>')), []),
        (paragraph(run("The ") + run("Board", '<w:u w:val="single"/>')), []),
        (paragraph(run("Background", '<w:u w:val="none"/>')), []),
    ],
)  # fmt: skip
def test_lines_in_a_paragraph_and_underlined_lines_are_named(
    content: str, named: list[tuple[RemarkKind, str]]
) -> None:
    remarks = read(content + paragraph(run("It may."))).remarks
    assert [(remark.kind, remark.words) for remark in remarks] == named
