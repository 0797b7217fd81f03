"""The bound volume: its order, its lists and tables, and the pages that they name."""

from contextlib import closing
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from corpus.analysis.index import CorpusIndex
from corpus.library.loader import load
from corpus.pdf.files import PdfFile, volume_files
from corpus.pdf.typeset_process import typeset_in_process
from corpus.pdf.typesetting import TypesettingError, typeset
from corpus.pdf.volumes_by_year import MOST_PAGES, estimated_pages
from devtools.question_collection import COLLECTION
from factories import (
    COMMISSION,
    RECORD,
    catalog_record,
    full_record,
    index_of,
    read_valid_corpus,
)
from pdf.tagged_pdf import Element, read_tags

WITHDRAWN = "withdrawn: {on: 2010-05-04, reason: The law changed.}\n"
LATER = full_record(
    7,
    2004,
    "topics: [fees]\nopinions:\n  - {cites: 2003/05, effect: modifies, holding: 1, at: [2]}\n",
    "It may (see Advisory Opinion 5 (2003)).",
)
FILES = {
    "standards/commission.yml": f"{COMMISSION}first_number: 1\n",
    "opinions/2003/05.md": RECORD,
    "opinions/2004/06.md": catalog_record(6, 2004),
    "opinions/2004/07.md": LATER,
    "opinions/2005/08.md": full_record(8, 2005, WITHDRAWN),
}


@cache
def small_index() -> CorpusIndex:
    with TemporaryDirectory() as root:
        return index_of(read_valid_corpus(Path(root), FILES))


def files(most_pages: int = MOST_PAGES) -> dict[str, PdfFile]:
    return {file.path: file for file in volume_files(small_index(), most_pages)}


@cache
def volume() -> bytes:
    file = files()["data/volume.pdf"]
    return typeset(file.template, file.data())


@cache
def tree() -> Element:
    return read_tags(volume())


def rows(heading: str) -> list[list[str]]:
    """The cells of each row of the first table below a heading, without its head."""
    (document,) = tree().parts
    parts = iter(document.parts)
    next(part for part in parts if part.tag in {"H1", "H2"} and part.words == heading)
    table = next(part for part in parts if part.tag == "Table")
    return [[cell.words for cell in row.parts] for row in table.all("TR")][1:]


def page_with(words: str) -> str:
    """The number of the first page that has these words after the lists at the beginning."""
    with closing(PdfDocument(volume())) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    return str(next(number for number, text in enumerate(texts, start=1) if words in text))


def test_the_volume_begins_with_its_title_and_what_it_has() -> None:
    words = tree().words
    assert words.startswith("Harbor Board of Mediation Advisory Opinions 3 approved texts · 1 more")


MODIFIED = (
    "Modified as to ¶ 2 by AO 7 (2004); later history not fully checked; "
    "Standard 3(c) changed in 2020"
)


def test_the_contents_name_the_page_of_each_opinion_oldest_first() -> None:
    assert rows("Contents") == [
        [
            "AO 5 (2003)",
            f"Naming a speaker {MODIFIED}",
            page_with("(Approved by"),
        ],
        [
            "AO 7 (2004)",
            "Opinion 7 No later change recorded (later history not fully checked)",
            page_with("Number 07 (2004)"),
        ],
        ["AO 8 (2005)", "Opinion 8 Withdrawn on May 4, 2010", page_with("Number 08 (2005)")],
    ]


def test_opinions_without_their_text_and_unknown_numbers_are_listed() -> None:
    assert rows("Opinions without full text") == [
        ["AO 6 (2004)", "Opinion 6 Full text not available here"]
    ]
    assert "Missing numbers: 1 to 4" in tree().words


def test_the_subjects_list_the_opinions_on_each_topic() -> None:
    assert [row[0] for row in rows("Confidentiality")] == ["AO 5 (2003)", "AO 8 (2005)"]
    assert [row[0] for row in rows("Fees")] == ["AO 7 (2004)"]


def test_the_table_of_authorities_names_paragraph_and_page() -> None:
    page = page_with("It may (see Standard 3(c)).")
    assert rows("Table of authorities") == [
        ["Standard 3(c) Confidentiality", f"AO 5 (2003) ¶ 2, page {page} · modified"]
    ]


def test_a_table_says_what_became_of_which_opinion() -> None:
    page = page_with("Number 07 (2004)")
    later = f"Modified as to answer 1 by AO 7 (2004) ¶ 2, page {page}"
    assert rows("Table of later history") == [
        [f"AO 5 (2003) {MODIFIED}", later],
        ["AO 8 (2005) Withdrawn on May 4, 2010", "None"],
    ]


def test_every_opinion_and_table_has_a_bookmark() -> None:
    with pikepdf.open(BytesIO(volume())) as document, document.open_outline() as outline:
        assert [entry.title for entry in outline.root] == [
            "Contents",
            "Opinions without full text",
            "Naming a speaker",
            "Opinion 7",
            "Opinion 8",
            "Subjects",
            "Table of authorities",
            "Table of later history",
        ]


def test_the_volume_says_once_how_to_verify_its_texts() -> None:
    words = tree().words
    assert words.count("sha256sum opinion.txt prints the hash") == 1
    assert words.count("SHA-256 of opinion.txt") == 3


def test_a_withdrawn_opinion_says_so_at_the_head_of_its_own_pages_only() -> None:
    with closing(PdfDocument(volume())) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    assert [text.startswith("Withdrawn on May 4, 2010") for text in texts].count(True) == 1


def test_a_large_collection_has_a_volume_for_each_year_and_their_list() -> None:
    years = files(most_pages=5)
    assert list(years) == [
        "data/volume.pdf",
        "data/volume-2003.pdf",
        "data/volume-2004.pdf",
        "data/volume-2005.pdf",
    ]
    words = {
        path: read_tags(typeset(file.template, file.data())).words for path, file in years.items()
    }
    assert "Number 07 (2004)" in words["data/volume-2004.pdf"]
    assert "Number 05 (2003)" not in words["data/volume-2004.pdf"]
    assert "Modified as to answer 1 by AO 7 (2004) ¶ 2" in words["data/volume-2003.pdf"]
    listed = "2004: 1 approved text · 1 more opinion listed without the text"
    assert listed in words["data/volume.pdf"]


def test_an_empty_collection_has_an_empty_volume(tmp_path: Path) -> None:
    index = index_of(read_valid_corpus(tmp_path, {"opinions/2003/05.md": None}))
    (file,) = volume_files(index)
    assert "0 approved texts" in read_tags(typeset(file.template, file.data())).words


def test_a_process_of_its_own_makes_the_same_file() -> None:
    file = files()["data/volume.pdf"]
    assert typeset_in_process(file.template, file.data()) == volume()
    with pytest.raises(TypesettingError, match="dictionary does not contain key"):
        typeset_in_process(file.template, "{}")


@pytest.mark.slow
def test_every_word_of_every_opinion_is_in_the_volume() -> None:
    index = index_of(load(COLLECTION))
    (file,) = volume_files(index)
    volume = read_tags(typeset(file.template, file.data()))
    assert estimated_pages(index.records) == pytest.approx(max(volume.pages), rel=0.2)
    words = volume.words
    position = 0
    for record in reversed(index.records):
        for block in record.text.blocks:
            position = words.index(block.words, position) + len(block.words)
