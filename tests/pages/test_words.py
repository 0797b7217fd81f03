"""A body's own words stand on every page, in the PDF files and in the exports."""

import re
from pathlib import Path

import pytest
from lxml import html

import factories
from corpus.analysis.index import CorpusIndex
from corpus.checks.runner import check
from corpus.model.opinion import Opinion
from corpus.model.words import Words
from corpus.output.exports.datapackage import datapackage_json
from corpus.output.exports.feeds import feed_tasks
from corpus.output.exports.llms_txt import llms_txt
from corpus.output.exports.search_filters import filter_titles
from corpus.output.task import files_of
from corpus.pages.site_pages import site_pages
from corpus.pages.tools import data
from corpus.pdf.opinions import opinion_document
from factories import COMMISSION, STANDARD, catalog_record, full_record, record_text

OWN_WORDS = """\
site_name: Rulings of the Harbor
words: {opinion: ruling, approved: adopted, approval: adoption, question: inquiry,
  questions: inquiries, answer: reply, answers: replies, holding: point, reader: pilot}
"""
FILES = {
    "standards/commission.yml": COMMISSION + OWN_WORDS,
    "standards/3.md": STANDARD,
    "opinions/2003/05.md": record_text(),
    "opinions/2004/06.md": full_record(
        6,
        2004,
        "opinions: [{cites: 2003/05, effect: modifies, holding: 1, at: [2]}]\n",
        "It may not, unlike AO 5 (2003).",
    ),
    "opinions/2002/04.md": catalog_record(4, 2002),
}
OF_THE_CODE = re.compile(
    r"\b(?:opinions?|questions?|answers?|holdings?|[Aa]pproved|[Aa]pproval)\b", re.IGNORECASE
)
"""The words of the code for what this body calls otherwise."""
FROM_RECORDS = re.compile(r"Advisory Opinions?|Opinion (?:Number )?\d+|\(Approved by .*?\)")
"""The printed names of opinions and their texts, which have these words themselves."""
ABOUT_FILES = {"checks/", "data/", "verify/"}
"""Pages about the files, whose names and fields are the same everywhere."""


@pytest.fixture
def index(tmp_path: Path) -> CorpusIndex:
    return factories.index_of(factories.read_valid_corpus(tmp_path, FILES))


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("ruling", "rulings"),
        ("inquiry", "inquiries"),
        ("essay", "essays"),
        ("branch", "branches"),
        ("parish", "parishes"),
        ("witness", "witnesses"),
        ("annex", "annexes"),
    ],
)
def test_a_plural_that_is_left_out_is_that_of_the_word(word: str, plural: str) -> None:
    assert Words(program=word).programs == plural


@pytest.mark.parametrize(
    ("word", "article"),
    [
        ("ruling", "a"),
        ("opinion", "an"),
        ("Ethics Opinion", "an"),
        ("university ruling", "a"),
        ("unanimous ruling", "an"),
        ("union rule", "a"),
        ("unnumbered ruling", "an"),
        ("usual answer", "a"),
        ("one-page answer", "a"),
        ("honorary ruling", "an"),
        ("holding", "a"),
        ("AO", "an"),
        ("FEO", "an"),
        ("UPL opinion", "a"),
    ],
)
def test_an_article_is_that_of_the_word_as_it_is_spoken(word: str, article: str) -> None:
    assert (
        Words(opinion=word).said("No opinion is an opinion.") == f"No {word} is {article} {word}."
    )


def test_programs_and_the_docket_have_the_words_of_the_body(tmp_path: Path) -> None:
    own = OWN_WORDS.replace("reader: pilot", "reader: pilot, program: port, docket: file")
    files = FILES | {"standards/commission.yml": COMMISSION + own}
    corpus = factories.read_valid_corpus(tmp_path, files)
    index = factories.index_of(corpus)
    made = dict(files_of(site_pages(corpus, index)))
    assert 'title: "Ports' in made["programs/index.md"]
    for said in (made["about.md"], llms_txt(index)):
        assert "topics, ports and paragraph numbers" in said
    assert filter_titles(index)["Program"] == "Port"
    assert "The file number." in datapackage_json(index)


def test_no_page_has_a_word_of_the_code(tmp_path: Path) -> None:
    corpus = factories.read_valid_corpus(tmp_path, FILES)
    pages = dict(files_of(site_pages(corpus, factories.index_of(corpus))))
    shown = {
        name: FROM_RECORDS.sub("", html.fromstring(text.split("---", 2)[2]).text_content())
        for name, text in pages.items()
        if not any(name.startswith(folder) for folder in ABOUT_FILES)
    }
    assert len(shown) > 15
    assert {name: set(OF_THE_CODE.findall(text)) for name, text in shown.items()} == {
        name: set() for name in shown
    }


def test_the_page_of_an_opinion_has_the_words_of_the_body(tmp_path: Path) -> None:
    corpus = factories.read_valid_corpus(tmp_path, FILES)
    page = dict(files_of(site_pages(corpus, factories.index_of(corpus))))[
        "opinions/2003/05/index.md"
    ]
    for words in ("Inquiries and replies", "Adopted text", "Cite this ruling", "reply 1"):
        assert words in page


def test_the_pdf_the_feed_and_the_introduction_have_them_too(index: CorpusIndex) -> None:
    record = index.records[1]
    assert isinstance(record.opinion, Opinion)
    document = opinion_document(record, record.opinion, index)
    assert document.words["Questions"] == "Inquiries"
    assert document.dates == ("Adopted November 7, 2003",)
    assert [change.sentence for change in document.status_changes] == [
        "Advisory Opinion 06 (2004), ¶ 2, modifies reply 1 (¶ 2) of this ruling.",
    ]
    feed = dict(files_of(feed_tasks(index)))["feed.xml"]
    assert "Adopted November 7, 2003" in feed
    assert "modifies reply 1 of AO 5 (2003)" in feed
    assert "Only the adopted text has authority" in llms_txt(index)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Every opinion is sealed.", "Every ruling is sealed."),
        ("An opinion cites no later opinions.", "A ruling cites no later rulings."),
        ("Correct a question or the approval line.", "Correct an inquiry or the adoption line."),
        ("Use an ID from opinions/topics.yml.", "Use an ID from opinions/topics.yml."),
        ("Type it in `holdings`, a holding each.", "Type it in `holdings`, a point each."),
        ("An answer answers the question.", "A reply answers the inquiry."),
        ("`The opinion of X` is no opinion.", "`The opinion of X` is no ruling."),
    ],
)
def test_a_sentence_of_the_code_is_said_in_the_words_of_the_body(sentence: str, said: str) -> None:
    words = Words(
        opinion="ruling",
        approval="adoption",
        question="inquiry",
        questions="inquiries",
        answer="reply",
        holding="point",
    )
    assert words.said(sentence) == said
    assert Words().said(sentence) == sentence


def test_the_pages_about_files_have_the_words_and_an_opinion_of_the_body(
    index: CorpusIndex,
) -> None:
    page = dict(files_of(data(index)))["data/index.md"]
    package = datapackage_json(index)
    for text in (page, package):
        assert "ao-2003-05" in text
        assert "the adopted text" in text
        assert "the approved text" not in text
    assert "`opinions/2003/05/#p1`" in llms_txt(index)


def test_an_example_is_an_opinion_of_the_collection(tmp_path: Path) -> None:
    moved = record_text().replace("year: 2003", "year: 2011").replace("(2003)", "(2011)")
    files = {"opinions/2003/05.md": None, "opinions/2011/05.md": moved}
    index = factories.index_of(factories.read_corpus(tmp_path, files))
    texts = dict(files_of(data(index))) | {
        "llms.txt": llms_txt(index),
        "datapackage.json": datapackage_json(index),
    }
    for text in texts.values():
        assert "2011" in text
        assert not re.search(r"\b2003[/-]05", text)


def test_columns_facts_and_messages_have_the_words_of_the_body(tmp_path: Path) -> None:
    corpus = factories.read_valid_corpus(tmp_path, FILES)
    pages = dict(files_of(site_pages(corpus, factories.index_of(corpus))))
    assert 'role="columnheader">Adopted<' in pages["opinions/index.md"]
    assert "happened since to each ruling" in pages["cite-check/index.md"]


def test_a_list_without_entries_has_no_page(tmp_path: Path) -> None:
    record = record_text().replace("programs: [superior-court]\n", "")
    files = {"opinions/2003/05.md": record, "opinions/programs.yml": "{}\n"}
    corpus = factories.read_valid_corpus(tmp_path, files)
    index = factories.index_of(corpus)
    pages = dict(files_of(site_pages(corpus, index)))
    assert "topics/index.md" in pages
    assert not [name for name in pages if name.startswith("programs/")]
    for said in (pages["about.md"], llms_txt(index)):
        assert "topics and paragraph numbers" in said


def test_the_hint_of_a_finding_is_said_in_the_words_of_the_body(tmp_path: Path) -> None:
    wrong = record_text("holdings: [{id: 1, answers: 1, text: It may., at: [99]}]\nstandards: []\n")
    files = FILES | {"opinions/2003/05.md": wrong}
    hints = {
        finding.code: finding.hint for finding in check(factories.read_corpus(tmp_path, files))
    }
    assert "headings and the adoption line have no number" in hints["OP201"]
