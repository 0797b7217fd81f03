"""Concurrences and dissents are marked parts of the approved text."""

import csv
import json
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from lxml import html
from pypdfium2 import PdfDocument

import factories
from corpus.analysis.citing import full_citation, paragraph_status_notes
from corpus.analysis.impact import as_checklist, edition_impacts
from corpus.analysis.index import CorpusIndex
from corpus.analysis.status import holding_status, opinion_status
from corpus.analysis.status_labels import paragraph_labels
from corpus.analysis.still_holds import still_holds
from corpus.library.corpus import ValidCorpus
from corpus.model.authority import Citation
from corpus.model.opinion import Opinion
from corpus.output.exports.collection_data import write_opinion_json, write_table
from corpus.output.exports.row_models import ParagraphRow
from corpus.output.exports.search_filters import search_filters
from corpus.output.exports.table_rows import citation_rows, opinion_rows, paragraph_rows
from corpus.output.task import files_of
from corpus.pages.page_tasks import DEFAULT_LIMITS
from corpus.pages.site_pages import site_pages
from corpus.pages.text_html import approved_text_html, change_marks
from corpus.pdf.files import volume_files
from corpus.pdf.opinions import opinion_document
from corpus.pdf.typesetting import typeset
from factories import COMMISSION, REWORDED_STATUTE, STATUTE_KIND, UNCHANGED_LAW, record_text

HEADINGS = """\
separate_opinions:
  concurrence: [Concurring opinion]
  dissent: ["Dissent of {name}", "{name}, dissenting"]
"""
PARTS = """
## Concurring opinion

I would say more.

- And this.

## Dissent of Judge Reed

It may not.

### Why

It never could.

## Order

So ordered.
"""


@pytest.fixture
def index(tmp_path: Path) -> CorpusIndex:
    files = {
        **UNCHANGED_LAW,
        "standards/commission.yml": COMMISSION + HEADINGS,
        "opinions/2003/05.md": record_text() + PARTS,
    }
    return factories.index_of(factories.read_valid_corpus(tmp_path, files))


def test_a_part_ends_at_the_next_heading_of_its_level_and_the_numbers_run_on(
    index: CorpusIndex,
) -> None:
    parts = index.records[0].separate_parts
    assert [(str(part.heading), part.paragraphs) for part in parts] == [
        ("Concurrence", (3, 4)),
        ("Dissent of Judge Reed", (5, 6)),
    ]


def test_a_part_ends_at_the_approval_line_below_it(tmp_path: Path) -> None:
    approval = "(Approved by the Board on November 7, 2003.)"
    text = record_text().replace(f"{approval}\n\n", "")
    text += f"\n## Dissent of Judge Reed\n\nIt may not.\n\n{approval}\n\nAda Park, Chair\n"
    files = {
        **UNCHANGED_LAW,
        "standards/commission.yml": COMMISSION + HEADINGS,
        "opinions/2003/05.md": text,
    }
    record = factories.index_of(factories.read_valid_corpus(tmp_path, files)).records[0]
    assert [part.paragraphs for part in record.separate_parts] == [(3,)]
    assert record.text.paragraphs[4].words == "Ada Park, Chair"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Judge Reed, dissenting", "Dissent of Judge Reed"),
        ("Concurring opinion", "Concurrence"),
        ("The dissent of Judge Reed", None),
        ("Concurring opinion of Judge Reed", None),
        ("DISSENT OF JUDGE REED", "Dissent of JUDGE REED"),
    ],
)
def test_only_a_heading_that_is_configured_begins_one(
    index: CorpusIndex, words: str, said: str | None
) -> None:
    heading = index.commission.separate_opinions.heading(words)
    assert (heading and str(heading)) == said


def test_the_page_marks_them_without_a_word_of_its_own(index: CorpusIndex) -> None:
    (record,) = index.records
    text = approved_text_html(record, index.references, "")
    sections = html.fragment_fromstring(f"<div>{text}</div>").findall("section")
    assert [section.get("data-mark", "").split(":")[0] for section in sections] == [
        "Concurrence",
        "Dissent",
    ]
    assert [section.text_content().split() for section in sections] == [
        ["Concurring", "opinion", "I", "would", "say", "more.", "-", "And", "this."],
        ["Dissent", "of", "Judge", "Reed", "It", "may", "not.", "Why", "It", "never", "could."],
    ]


NOT_CHECKED = " (later history not checked)"


def test_a_citation_names_who_speaks(index: CorpusIndex) -> None:
    (record,) = index.records
    assert full_citation(record, index, 5).endswith(f"(Judge Reed, dissenting){NOT_CHECKED}")
    assert full_citation(record, index, 3).endswith(f"(concurring){NOT_CHECKED}")
    assert full_citation(record, index, 2).endswith(f"¶ 2 (2003){NOT_CHECKED}")
    notes = paragraph_status_notes(record, index)
    assert notes[6] == f" (Judge Reed, dissenting){NOT_CHECKED}"
    assert set(notes) == {3, 4, 5, 6}


def test_pdf_data_and_filters_have_them(index: CorpusIndex) -> None:
    (record,) = index.records
    assert isinstance(record.opinion, Opinion)
    facts = opinion_document(record, record.opinion, index).facts
    assert facts == ("Concurrence (¶ 3, ¶ 4)", "Dissent of Judge Reed (¶ 5, ¶ 6)")
    data = json.loads(write_opinion_json(index.records, index))
    assert data["separate_opinions"] == [
        {"kind": "concurrence", "by": "", "paragraphs": [3, 4]},
        {"kind": "dissent", "by": "Judge Reed", "paragraphs": [5, 6]},
    ]
    table = "".join(write_table(ParagraphRow, paragraph_rows, index.records, index))
    rows = list(csv.DictReader(StringIO(table.removeprefix("\ufeff"))))
    kinds = ["", "", "concurrence", "concurrence", "dissent", "dissent", ""]
    assert [row["separate_opinion"] for row in rows] == kinds
    filters = search_filters(index.records, index)["Separate opinion"]
    assert set(filters) == {"Concurrence", "Dissent"}


CHANGED_LAW = {
    **UNCHANGED_LAW,
    "standards/commission.yml": COMMISSION + HEADINGS,
    "standards/statutes/7A-38.2.md": REWORDED_STATUTE,
}
REWORDED = "Harbor Stat. § 7A-38.2(b) reworded since"


def citing_the_statute(root: Path, body: str = "", named: str = "") -> ValidCorpus:
    """An opinion whose dissent, ¶ 3, cites changed law; perhaps its body or an answer does too."""
    text = record_text('statutes: ["7A-38.2(b)"]').replace(
        'cites: ["3(c)"', f'cites: ["3(c)"{named}'
    )
    text = text.replace("(see Standard 3(c))", f"(see Standard 3(c){body})")
    dissent = "\n## Dissent of Judge Reed\n\nIt may not (see Harbor Stat. § 7A-38.2(b)).\n"
    files = {**CHANGED_LAW, "opinions/2003/05.md": text + dissent}
    return factories.read_valid_corpus(root, files)


@pytest.mark.parametrize(
    ("body", "named", "counts"),
    [
        ("", "", False),
        (" and Harbor Stat. § 7A-38.2(b)", "", True),
        ("", ', "7A-38.2(b)"', True),
    ],
)
def test_law_that_only_a_dissent_cites_counts_only_in_its_own_paragraphs(
    tmp_path: Path, body: str, named: str, *, counts: bool
) -> None:
    index = factories.index_of(citing_the_statute(tmp_path, body, named))
    (record,) = index.records
    (answer,) = record.opinion.holdings
    assert bool(opinion_status(record, index).changed_law) is counts
    assert bool(holding_status(record, answer, index).changed_law) is counts
    labels = paragraph_labels(record, index)
    assert [REWORDED in labels[1] or "cited in" in labels[1], REWORDED in labels[2]] == [counts] * 2
    assert REWORDED in labels[3]
    assert 3 in change_marks(record, index)
    assert ("has changed since" in still_holds(record, index)) is counts
    (row,) = opinion_rows(index.records, index)
    assert row.undated_change_count == int(counts)


def test_what_a_dissent_cites_is_listed_as_such(tmp_path: Path) -> None:
    corpus = citing_the_statute(tmp_path)
    index = factories.index_of(corpus)
    (record,) = index.records
    assert "except of law that only a concurrence or dissent cites" in still_holds(record, index)
    rows = {row.cited: row for row in citation_rows(index.records, index)}
    assert (rows["3"].paragraphs, rows["3"].separate_paragraphs) == ("2", "")
    assert (rows["7A-38.2"].paragraphs, rows["7A-38.2"].separate_paragraphs) == ("3", "3")
    (impact,) = edition_impacts(Citation(STATUTE_KIND, "7A-38.2"), index)
    caution = "; only a concurrence or dissent cites it, so no status changes"
    assert as_checklist(impact, index.names).splitlines()[2].endswith(f"(¶ 3){caution}")
    pages = dict(files_of(site_pages(corpus, index, DEFAULT_LIMITS)))
    for path in ("opinions/2003/05/index.md", "statutes/7A-38.2/index.md"):
        assert "¶\u00a03 (dissent)" in html.fromstring(pages[path]).text_content()
    (volume,) = (file for file in volume_files(index) if file.path == "data/volume.pdf")
    with closing(PdfDocument(typeset(volume.template, volume.data()))) as pdf:
        words = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert " ".join(words.split()).count("¶ 3 (dissent)") == 2
