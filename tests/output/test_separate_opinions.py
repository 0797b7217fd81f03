"""Concurrences and dissents are marked parts of the approved text."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from lxml import html

import factories
from corpus.analysis.citing import full_citation, paragraph_status_notes
from corpus.analysis.index import CorpusIndex
from corpus.model.opinion import Opinion
from corpus.output.exports.collection_data import write_opinion_json, write_table
from corpus.output.exports.row_models import ParagraphRow
from corpus.output.exports.search_filters import search_filters
from corpus.output.exports.table_rows import paragraph_rows
from corpus.pages.text_html import approved_text_html
from corpus.pdf.opinions import opinion_document
from factories import COMMISSION, UNCHANGED_LAW, record_text

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
