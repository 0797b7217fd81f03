"""The PDF of an opinion, read back with other libraries: its words, its tags and its links."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
import pytest
from pypdfium2 import PdfDocument

import factories
from attacked_corpus import files_with_attacks
from attacks import HARMLESS_ATTACKS
from corpus.analysis.index import CorpusIndex
from corpus.library.ledger import seal_path
from corpus.library.loader import load
from corpus.library.record import Record
from corpus.library.seals import seal_for
from corpus.output.exports.collection_data import write_opinion_text
from corpus.paths import REPOSITORY, CorpusPaths
from corpus.pdf.files import pdf_files
from corpus.pdf.typesetting import typeset
from corpus.text.blocks import Block, Role
from corpus.text.printable import with_printable_signs
from devtools.fictional_collection import write_collection
from factories import (
    COMMISSION,
    RECORD,
    full_record,
    index_of,
    read_corpus,
    record_text,
    write_corpus,
)
from pdf.tagged_pdf import Element, Piece, read_tags

PLAIN_FIELDS = """\
standards: []
holdings:
  - {id: 1, answers: 1, text: It may., at: [2]}
"""
"""The fields of an opinion that cites nothing."""

TAGS = {Role.PARAGRAPH: "P", Role.APPROVAL: "P", Role.QUOTE: "BlockQuote", Role.ITEM: "LI"}


def collection(name: str, root: Path) -> CorpusPaths:
    match name:
        case "real":
            return CorpusPaths(REPOSITORY)
        case "fictional":
            return write_collection(50, root)
        case "attacks":
            return write_corpus(root, files_with_attacks(HARMLESS_ATTACKS))
        case _:
            return CorpusPaths(REPOSITORY / "tests/collections" / name)


def held(index: CorpusIndex) -> Iterator[Record]:
    return (record for record in index.records if record.opinion.has_text)


def printed(index: CorpusIndex) -> dict[str, bytes]:
    """Every PDF file by its path."""
    files = (file for file in pdf_files(index) if not file.is_long)
    return {file.path: typeset(file.template, file.data()) for file in files}


@cache
def pdf_of(text: str, files: tuple[tuple[str, str], ...] = ()) -> bytes:
    """The PDF of opinion 5 of 2003 in the small corpus with this record."""
    with TemporaryDirectory() as root:
        changed = {"opinions/2003/05.md": text, **dict(files)}
        index = index_of(factories.read_valid_corpus(Path(root), changed))
        return printed(index)["opinions/2003/05/opinion.pdf"]


def pdf_with(body: str, fields: str = "") -> bytes:
    """The PDF of an opinion with this text after its heading."""
    body = f"\n# Opinion Number 05 (2003)\n\nMay it?\n\n{body}\n"
    return pdf_of(record_text(f"{PLAIN_FIELDS}{fields}", body))


def expected(block: Block) -> tuple[str, str]:
    """The tag of a block, and its words after the list mark and the paragraph number."""
    number = str(block.number) if block.number else ""
    words = " ".join(filter(None, (block.mark, number, block.words)))
    return TAGS.get(block.role, "H"), with_printable_signs(words)


def text_rows(tree: Element) -> list[tuple[str, str]]:
    """The tag and the words of each part of the approved text, as printed.

    The editors name a separate opinion above its heading; their words are left out.
    """
    (document,) = tree.parts
    headings = [place for place, part in enumerate(document.parts) if part.tag == "H2"]
    below = [document.parts[place + 1].words for place in headings]
    start = below.index("Paragraph numbers by the editors")
    return list(_rows(document.parts[headings[start] + 2 : headings[start + 1]]))


def _rows(parts: Iterable[Element]) -> Iterator[tuple[str, str]]:
    for part in parts:
        if part.tag == "L":
            yield from _rows(part.parts)
        elif part.tag != "Span":
            yield re.sub(r"H\d", "H", part.tag), part.words


@pytest.mark.parametrize(
    "name",
    [
        "real",
        *("committee", "federal", "state-bar", "without-years"),
        *(pytest.param(name, marks=pytest.mark.slow) for name in ("questions", "fictional")),
        "attacks",
    ],
)
def test_every_word_of_every_opinion_is_printed(name: str, tmp_path: Path) -> None:
    index = index_of(load(collection(name, tmp_path)))
    files = printed(index)
    for record in held(index):
        pdf = files[f"{record.id.url}opinion.pdf"]
        tree = read_tags(pdf)
        assert text_rows(tree) == [expected(block) for block in record.text.blocks], record.id
        assert stranded_headings(tree) == [], record.id
        title = f"{index.names.long(record.id)}: {record.opinion.title}"
        assert title_and_language(pdf) == (with_printable_signs(title), "en-US"), record.id


def title_and_language(pdf: bytes) -> tuple[str, str]:
    with pikepdf.open(BytesIO(pdf)) as document, document.open_metadata() as metadata:
        return metadata["dc:title"], str(document.Root.Lang)


def stranded_headings(tree: Element) -> list[str]:
    """The headings that are not on the page on which what follows them begins."""
    (document,) = tree.parts
    return [
        heading.words
        for heading, following in pairwise(document.parts)
        if heading.tag.startswith("H") and heading.pages[-1] != following.pages[0]
    ]


def test_no_heading_is_stranded_at_the_end_of_a_page() -> None:
    for lines in range(8, 28):
        text = "\n\n".join(["It may."] * lines)
        tree = read_tags(pdf_with(f"{text}\n\n## A heading\n\n{'It may. ' * 60}"))
        assert stranded_headings(tree) == [], lines


@pytest.mark.parametrize("before", ["", "> ", "1. "])
def test_no_mark_is_torn_off_its_paragraph(before: str) -> None:
    """Marked paragraphs of all lengths, so that pages end at each place of one."""
    cites = "By Harbor Stat. § 7A-38.2(b), it may."
    marked = (f"{before}{'It may. ' * sentences}{cites}" for sentences in range(240))
    body = "\n# Opinion Number 05 (2003)\n\nMay it?\n\n" + "\n\nIt may.\n\n".join(marked)
    statute = ("standards/statutes/7A-38.2.md", factories.REWORDED_STATUTE)
    record = record_text(f"{PLAIN_FIELDS}statutes: ['7A-38.2(b)']", f"{body}\n")
    pieces = [*_pieces(read_tags(pdf_of(record, (statute,))))]
    ends = [place for place, piece in enumerate(pieces) if piece.text == "Harbor Stat. "]
    ends = ends[:-1]  # The last is in the list of authorities.
    assert [n for n in ends if pieces[n - 1].page != pieces[n].page] == []


def _pieces(element: Element) -> Iterator[Piece]:
    for part in element.content:
        yield from _pieces(part) if isinstance(part, Element) else [part]


SYNTAX = {
    "code": '#panic("run") #{ panic("run") } #(1 + 1)',
    "import": '#import "typography.typ": tint; #include "opinion.typ" #read("opinion.typ")',
    "shell of a template": "#sys.inputs.document",
    "rules": "#set text(size: 90pt); #show: none",
    "formula": "$ x^2 $ and $1",
    "strong and emphasized": "_a_ \\*b\\*",
    "raw": "a ` b ` c ``` d",
    "label and reference": "a \\<p1> and @p1 and @nowhere",
    "heading": "= Withdrawn",
    "items": "+ a / b: c",
    "comments": "a // b /* c */ d",
    "link": "https://evil.example/ [a](https://evil.example/)",
    "escapes": "\\\\ \\\\u{41} \\#b ~ c -- d --- e ... f -? g",
    "ends of strings": '" ] } ) ; \' \\" \\\\"',
    "HTML": "\\&lt; \\<b> &amp; &#60;",
    "quotes": "\"a\" 'b' ‘c’ “d” «e»",
    "signs": "§ ¶ † ‡ • … – — − × ½ € £ ™ ® ° → ≤ ≠ ✓",
    "accents": "Müller, Señora Núñez, façade, Dvořák, Łódź, œuvre",
    "a long word": "a" * 500,
    "a long address": f"https://board.example.org/{'folder/' * 40}?{'a=b&' * 40}",
    "no break at slashes": "/" * 200,
    "emoji": "She wrote 👍🏽 and 😀.",
    "Chinese": "He wrote 同意。",
    "right to left": "She wrote \u05e9\u05dc\u05d5\u05dd and \u0633\u0644\u0645 twice.",
}
"""Texts with signs of Typst, and others that are hard to print."""


@pytest.mark.parametrize("name", SYNTAX)
def test_a_text_is_printed_as_it_is(name: str, tmp_path: Path) -> None:
    body = f"\n# Opinion Number 05 (2003)\n\nMay it?\n\n{SYNTAX[name]}\n"
    title = json.dumps(SYNTAX[name][:300], ensure_ascii=False)
    record = record_text(f"title: {title}\nsummary: {title}\n", body)
    index = index_of(read_corpus(tmp_path, {"opinions/2003/05.md": record}))
    (held,) = index.records
    (pdf,) = printed(index).values()
    tree = read_tags(pdf)
    assert text_rows(tree) == [expected(block) for block in held.text.blocks]
    (heading,) = tree.all("H1")
    assert heading.words == with_printable_signs(" ".join(held.opinion.title.split()))
    assert not any("evil" in link for link in links(pdf))


def test_lists_are_nested_as_in_the_text() -> None:
    marks = ("1)", "a.", "i.", "-", "•", "(vi)", "7.")
    body = "\n".join(f"{' ' * 4 * depth}{mark} Item" for depth, mark in enumerate(marks))
    lists = [*read_tags(pdf_with(f"{body}\n2) Item")).all("L")]
    assert [item.words for item in lists[0].parts if item.tag == "LI"] == ["1) 2 Item", "2) 9 Item"]
    assert [len([*each.all("L")]) for each in lists[:7]] == [6, 5, 4, 3, 2, 1, 0]
    assert [label.words for label in lists[0].all("Lbl")] == [*marks, "2)"]


def test_headings_have_no_gap_between_their_levels() -> None:
    tree = read_tags(pdf_with("#### A\n\nIt may.\n\n## B\n\n###### C\n\nIt may."))
    tags = [(part.tag, part.words) for part in tree.parts[0].parts if part.tag[0] == "H"]
    text = tags[[words for _, words in tags].index("Approved text") + 1 :][:4]
    assert text == [("H3", "Opinion Number 05 (2003)"), ("H4", "A"), ("H4", "B"), ("H5", "C")]


def test_an_opinion_of_a_hundred_pages_is_printed() -> None:
    body = "\n\n".join(f"Paragraph {number}." for number in range(3_500))
    pdf = pdf_with(body)
    with pikepdf.open(BytesIO(pdf)) as document:
        assert len(document.pages) >= 100
    assert len(text_rows(read_tags(pdf))) == 3_502


def test_a_file_says_that_it_is_accessible() -> None:
    with pikepdf.open(BytesIO(pdf_of(RECORD))) as document, document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert "Harbor" in str(document.docinfo.Author)


def test_every_font_is_in_the_file() -> None:
    with pikepdf.open(BytesIO(pdf_with("> *Quoted* **words** `code`"))) as document:
        fonts = [item for item in document.objects if is_font_descriptor(item)]
        assert len(fonts) >= 4
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def is_font_descriptor(item: Any) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"


def test_the_bookmarks_are_the_headings_without_the_questions() -> None:
    with pikepdf.open(BytesIO(pdf_of(RECORD))) as document, document.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "Naming a speaker"
        assert [entry.title for entry in top.children] == [
            "Questions and answers",
            "Approved text",
            "Authorities cited",
            "Cite this opinion",
            "Source and verification",
        ]


def links(pdf: bytes) -> list[str]:
    """The web addresses that links lead to."""
    with pikepdf.open(BytesIO(pdf)) as document:
        annotations = [mark for page in document.pages for mark in page.get("/Annots", ())]
        assert all(mark.get("/Contents") for mark in annotations)
        return [str(mark.A.URI) for mark in annotations if "/URI" in mark.get("/A", {})]


def test_links_lead_to_the_pages_of_the_site(tmp_path: Path) -> None:
    site = ("standards/commission.yml", f"{COMMISSION}site: https://board.example.org/ao/\n")
    (record,) = read_corpus(tmp_path).records
    pdf = pdf_of(RECORD, (site, (seal_path(record.id), str(seal_for(record)))))
    assert {
        "https://board.example.org/ao/opinions/2003/05/",
        "https://board.example.org/ao/standards/3/#c",
        "https://board.example.org/ao/opinions/2003/05/opinion.txt",
        "https://board.example.org/ao/verify/?opinion=2003/05",
    } == set(links(pdf))


def test_only_a_sealed_text_links_to_the_page_that_verifies_it() -> None:
    site = ("standards/commission.yml", f"{COMMISSION}site: https://board.example.org/ao/\n")
    assert not [link for link in links(pdf_of(RECORD, (site,))) if "verify" in link]


def test_without_the_address_of_the_site_there_are_no_links_to_it() -> None:
    assert links(pdf_of(RECORD)) == []


def test_the_paragraphs_of_an_answer_are_links_within_the_file() -> None:
    with pikepdf.open(BytesIO(pdf_of(RECORD))) as document:
        annotations = [mark for page in document.pages for mark in page.get("/Annots", ())]
        assert [str(mark.Contents) for mark in annotations if "/Dest" in mark]


WITHDRAWN = "withdrawn: {on: 2010-05-04, reason: The law changed.}\n"


def heads(pdf: bytes) -> list[str]:
    """The words at the top of each page."""
    with closing(PdfDocument(pdf)) as document:
        return [_head(page) for page in document]


def _head(page: Any) -> str:
    return " ".join(_text(page, bottom=page.get_height() - 90).split())


def _text(page: Any, bottom: float) -> str:
    with closing(page), closing(page.get_textpage()) as text:
        return str(text.get_text_bounded(bottom=bottom))


def test_every_page_has_the_citation_and_the_status_at_its_head() -> None:
    pages = heads(pdf_with("It may. " * 900))
    assert len(pages) > 2
    head = "Harbor Bd., Advisory Op. 5 (2003) No later change recorded"
    assert all(page.startswith(head) for page in pages)


def test_a_long_status_leaves_room_for_the_citation() -> None:
    short = (
        "opinion_short: Opinion on the conduct of mediators in all harbors of the lake and the sea"
    )
    settings = COMMISSION.replace("opinion_short: AO", short)
    later = full_record(6, 2004, "opinions:\n  - {cites: 2003/05, effect: modifies, at: [2]}\n")
    text = later.replace("It may.\n", "It may (see Advisory Opinion 5 (2003)).\n")
    files = (("standards/commission.yml", settings), ("opinions/2004/06.md", text))
    with closing(PdfDocument(pdf_of(RECORD, files))) as document:
        lines = _text(document[0], bottom=700).splitlines()
    assert "Harbor Bd., Advisory Op. 5 (2003)" in lines
    assert any(line.startswith("Modified by Opinion on the conduct") for line in lines)


def test_a_withdrawal_is_across_the_head_of_every_page() -> None:
    pages = heads(pdf_with("It may. " * 900, WITHDRAWN))
    assert len(pages) > 2
    head = "Withdrawn on May 4, 2010 Harbor Bd., Advisory Op. 5 (2003)"
    assert all(page.startswith(head) for page in pages)


def test_a_superseded_opinion_names_its_successor() -> None:
    later = full_record(6, 2004, "opinions:\n  - {cites: 2003/05, effect: supersedes, at: [2]}\n")
    text = later.replace("It may.\n", "It may (see Advisory Opinion 5 (2003)).\n")
    pdf = pdf_of(RECORD, (("opinions/2004/06.md", text),))
    assert heads(pdf)[0].startswith("Superseded by AO 6 (2004) Harbor")
    words = read_tags(pdf).words
    assert "Superseded: It may." in words
    assert "Advisory Opinion 06 (2004), ¶ 2, supersedes this opinion." in words
    assert "Superseded by AO 6 (2004), ¶ 2: Opinion 6" in words
    assert "Does it still hold? No. AO 6 (2004) supersedes it." in words
    assert "Advisory Op. 5, ¶ 1 (2003) (superseded by AO 6 (2004)" in words


def test_a_paragraph_with_a_changed_answer_says_so_below_it() -> None:
    fields = "opinions:\n  - {cites: 2003/05, effect: modifies, holding: '1', at: [2]}\n"
    later = full_record(6, 2004, fields, "It may (see Advisory Opinion 5 (2003)).")
    words = read_tags(pdf_of(RECORD, (("opinions/2004/06.md", later),))).words
    _, _, text = words.partition("Approved text")
    assert "(see Standard 3(c)). Modified by AO 6 (2004)" in text


def test_a_paragraph_is_cited_as_on_the_page() -> None:
    words = read_tags(pdf_of(RECORD)).words
    assert (
        "To cite one, put it before the year, and add its status if it has one: "
        "Advisory Op. 5, ¶ 1 (2003)"
    ) in words


def test_what_the_editors_say_is_marked_as_theirs() -> None:
    words = read_tags(pdf_of(RECORD)).words
    before, _, after = words.partition("Approved text Paragraph numbers by the editors")
    assert "Questions and answers By the editors; the approved text below prevails" in before
    mark = "This answer: later history not checked; Standard 3(c) changed in 2020"
    assert f"May it? It may. {mark} · Answered in ¶ 2" in before
    assert "Summary A party asked who said it. The mediator may tell." in before
    assert "Standard 3(c) Confidentiality" in after
    assert "From March 1, 2020, Standard 3(c): Renumbered" in after


def test_a_change_of_an_unknown_day_is_not_dated_by_the_day_before_it() -> None:
    record = factories.record_text('statutes: ["7A-38.2(b)"]')
    record = record.replace("It may (see", "By Harbor Stat. § 7A-38.2(b), it may (see")
    statute = ("standards/statutes/7A-38.2.md", factories.REWORDED_STATUTE)
    words = read_tags(pdf_of(record, (statute,))).words
    assert "After November 7, 2003, date unknown: Reworded" in words
    assert "From November 7, 2003" not in words


def test_the_words_of_changed_law_are_below_the_table_then_and_now() -> None:
    editions = ("2001-01-01, text: A may tell.", "2020-01-01, text: No.")
    entries = (f"{{effective: {each}, event: New, source: {{title: M}}}}" for each in editions)
    standard = factories.standard_text(f"editions: [{', '.join(entries)}]\n")
    words = read_tags(pdf_of(RECORD, (("standards/3.md", standard),))).words
    assert "has changed since; compare its words below." in words
    assert "Standard 3(c) On November 7, 2003: A may tell. Now, as last recorded: No." in words


def test_the_hash_is_that_of_the_text_file() -> None:
    with TemporaryDirectory() as root:
        corpus = factories.read_valid_corpus(Path(root))
    words = read_tags(pdf_of(RECORD)).words
    (record,) = corpus.records
    text = write_opinion_text([record], index_of(corpus))
    hash_ = sha256(text.encode()).hexdigest()
    assert f"SHA-256 of opinion.txt: {hash_} sha256sum opinion.txt prints" in words


def test_corrections_are_listed_with_their_paragraphs() -> None:
    fields = "corrections:\n  - {on: 2005-01-02, at: [2], what: A word was missing.}\n"
    words = read_tags(pdf_of(record_text(fields))).words
    assert "January 2, 2005, ¶ 2: A word was missing." in words
    assert "as corrected January 2, 2005" in words


@pytest.mark.parametrize(
    ("field", "size"), [("", (612, 792)), ("paper: a4\n", (595, 842))], ids=["Letter", "A4"]
)
def test_the_commission_chooses_the_paper(field: str, size: tuple[int, int]) -> None:
    pdf = pdf_of(RECORD, (("standards/commission.yml", f"{COMMISSION}{field}"),))
    with closing(PdfDocument(pdf)) as document:
        assert tuple(map(round, document.get_page_size(0))) == size


def test_a_sign_stays_on_one_line_with_its_number() -> None:
    fillers = ("x" * length for length in range(1, 29))
    body = "\n\n".join(f"{'It may. ' * 9}{filler} § 7A-38.2(b) and ¶ 12." for filler in fillers)
    with closing(PdfDocument(pdf_with(body))) as document:
        lines = [line.rstrip() for page in document for line in _text(page, 0).splitlines()]
    assert sum(line.startswith(("§ 7A", "¶ 12")) for line in lines) > 2
    assert not [line for line in lines if line.endswith(("§", "¶"))]


def test_the_last_page_is_not_empty() -> None:
    for length in range(40, 400, 60):
        with (
            closing(PdfDocument(pdf_with("It may. " * length))) as document,
            closing(document[len(document) - 1]) as page,
        ):
            words = page.get_textpage().get_text_bounded(top=page.get_height() - 90, bottom=80)
        assert words.split()


def test_the_same_record_gives_the_same_bytes() -> None:
    again = pdf_of.__wrapped__(RECORD)
    assert again == pdf_of(RECORD)
