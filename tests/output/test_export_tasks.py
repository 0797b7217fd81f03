"""The files for download that are not for reference managers."""

import csv
import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

import factories
from corpus.output.exports.collection_data import csv_table
from corpus.output.exports.export_tasks import export_tasks
from corpus.output.exports.formats import CITATION_FORMATS, DATASET_FORMATS, opinion_formats
from corpus.output.task import files_of
from factories import COMMISSION, Files, catalog_record, read_valid_corpus

LATER: Files = {
    "opinions/2010/12.md": catalog_record(
        12, 2010, "opinions: [{cites: 2003/05, effect: modifies, holding: 1}]"
    )
}


def exported(root: Path, files: Files = LATER) -> dict[str, str]:
    return dict(files_of(export_tasks(factories.index_of(read_valid_corpus(root, files)))))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))


PERMANENT_URLS = {
    "cite-check/2003.json",
    "cite-check/2010.json",
    "cite-check/authorities.json",
    "cite-check/grammar.json",
    "data/citations.csv",
    "data/datapackage.json",
    "data/holdings.csv",
    "data/opinion.schema.json",
    "data/opinions.bib",
    "data/opinions.csl.json",
    "data/opinions.csv",
    "data/opinions.json",
    "data/opinions.ris",
    "data/paragraphs.csv",
    "llms.txt",
    "opinions/2003/05/cite.bib",
    "opinions/2003/05/cite.csl.json",
    "opinions/2003/05/cite.ris",
    "opinions/2003/05/opinion.akn.xml",
    "opinions/2003/05/opinion.json",
    "opinions/2003/05/opinion.txt",
    "opinions/2010/12/cite.bib",
    "opinions/2010/12/cite.csl.json",
    "opinions/2010/12/cite.ris",
    "opinions/2010/12/opinion.json",
    "search/opinions.json",
    "topics/confidentiality/cite.bib",
    "topics/confidentiality/cite.csl.json",
    "topics/confidentiality/cite.ris",
}


def test_every_url_of_the_contract_has_its_file(tmp_path: Path) -> None:
    corpus = read_valid_corpus(tmp_path, LATER)
    formats = {
        *(f"data/{file.data_file}" for file in DATASET_FORMATS if file.write),
        *(f"topics/confidentiality/{file.opinion_file}" for file in CITATION_FORMATS),
        *(
            f"{record.id.url}{file.opinion_file}"
            for record in corpus.records
            for file in opinion_formats(record)
            if file.write
        ),
    }
    assert {*exported(tmp_path)} == PERMANENT_URLS | formats


LAW = "later history not checked; Standard 3(c) changed in 2020"
STATUS = f"Modified as to ¶ 2 by AO 12 (2010); {LAW}"
OF_ANSWER = f"Modified by AO 12 (2010); {LAW}"


def test_the_table_of_opinions_has_a_row_for_each_with_its_status(tmp_path: Path) -> None:
    table = rows(exported(tmp_path)["data/opinions.csv"])
    columns = ("id", "text", "status", "status_label")
    assert [tuple(row[column] for column in columns) for row in table] == [
        ("ao-2010-12", "elsewhere", "text_not_held", "Full text not available here"),
        (
            "ao-2003-05",
            "full",
            "modified",
            STATUS,
        ),
    ]


def test_data_say_current_only_of_a_complete_collection(tmp_path: Path) -> None:
    commission = f"{factories.COMMISSION}complete_until: 2024-01-01\n"
    changes = {"standards/commission.yml": commission, **factories.UNCHANGED_LAW}
    files = exported(tmp_path, changes)
    (opinion,) = json.loads(files["data/opinions.json"])
    tables = [rows(files[f"data/{name}.csv"])[0] for name in ("opinions", "holdings")]
    assert {row["status"] for row in (opinion, *opinion["holdings"], *tables)} == {"current"}
    assert rows(files["data/citations.csv"])[0]["opinion_status"] == "current"


def test_a_column_and_a_field_of_the_data_with_the_same_name_are_the_same(tmp_path: Path) -> None:
    files = exported(tmp_path)
    opinions = json.loads(files["data/opinions.json"])
    for row, data in zip(rows(files["data/opinions.csv"]), opinions, strict=True):
        assert row["id"] == f"ao-{data['id'].replace('/', '-')}"
        for column in row.keys() & data.keys() - {"id"}:
            value = data[column]
            assert row[column] == (" ".join(value) if isinstance(value, list) else str(value))


def test_data_say_why_an_opinion_was_withdrawn(tmp_path: Path) -> None:
    withdrawal = "withdrawn: {on: 2015-02-03, reason: The Board withdrew it by a vote.}"
    files = exported(tmp_path, {"opinions/2003/05.md": factories.record_text(withdrawal)})
    tables = (json.loads(files["data/opinions.json"]), rows(files["data/opinions.csv"]))
    for (of_5,) in tables:
        assert (of_5["withdrawn"], of_5["withdrawal_reason"]) == (
            "2015-02-03",
            "The Board withdrew it by a vote.",
        )
        assert [*of_5][-1] == "withdrawal_reason"


def test_the_table_of_opinions_has_changes_of_the_law_and_counts(tmp_path: Path) -> None:
    catalogued, held = rows(exported(tmp_path)["data/opinions.csv"])
    columns = ("approved", "changed_since", "summary", "paragraph_count", "holding_count")
    summary = "A party asked who said it. The mediator may tell."
    assert [held[column] for column in columns] == ["2003-11-07", "2020-03-01", summary, "2", "1"]
    assert [catalogued[column] for column in columns] == ["", "", "", "0", "0"]
    counts = [(row["provision_count"], row["cited_by_count"]) for row in (catalogued, held)]
    assert counts == [("0", "0"), ("1", "1")]


def test_the_table_of_paragraphs_has_the_words_of_each(tmp_path: Path) -> None:
    of_body = {
        "opinion": "ao-2003-05",
        "separate_opinion": "",
        "opinion_status": "modified",
        "opinion_status_label": STATUS,
    }
    outside = f"Elsewhere, the opinion was m{STATUS[1:]}".replace("3(c)", "3(c), cited in ¶ 2,")
    assert rows(exported(tmp_path)["data/paragraphs.csv"]) == [
        of_body
        | {
            "paragraph": "1",
            "text": "May it?",
            "status": "law_changed_since",
            "status_label": outside,
        },
        of_body
        | {
            "paragraph": "2",
            "text": "It may (see Standard 3(c)).",
            "status": "modified",
            "status_label": OF_ANSWER,
        },
    ]


def test_the_table_of_holdings_has_each_answer_with_its_question(tmp_path: Path) -> None:
    assert rows(exported(tmp_path)["data/holdings.csv"]) == [
        {
            "opinion": "ao-2003-05",
            "holding": "1",
            "question": "May it?",
            "answer": "It may.",
            "paragraphs": "2",
            "authorities": "Standard 3(c)",
            "status": "modified",
            "status_label": OF_ANSWER,
            "opinion_status": "modified",
            "opinion_status_label": STATUS,
        }
    ]


def test_the_table_of_citations_has_a_row_for_each(tmp_path: Path) -> None:
    table = rows(exported(tmp_path)["data/citations.csv"])
    assert [(row["opinion"], row["kind"], row["cited"], row["effect"]) for row in table] == [
        ("ao-2010-12", "opinion", "ao-2003-05", "modifies"),
        ("ao-2003-05", "standard", "3", "cites"),
    ]


def test_the_data_of_the_collection_are_those_of_its_opinions(tmp_path: Path) -> None:
    files = exported(tmp_path)
    opinions = [files[f"opinions/{opinion}/opinion.json"] for opinion in ("2010/12", "2003/05")]
    assert json.loads(files["data/opinions.json"]) == list(map(json.loads, opinions))


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_no_cell_is_a_formula(words: str) -> None:
    assert "".join(csv_table(["a"], [[words]])).splitlines()[1].lstrip('"').startswith("'")


@pytest.mark.parametrize(
    "words", ["2003/05", "2003-05", "3-1", "1/2", "1.2", "(5)", "7E2", ".0104", "05"]
)
def test_no_words_become_a_date_or_another_number(words: str) -> None:
    assert "".join(csv_table(["a"], [[words]])).splitlines()[1] == f"'{words}"


@pytest.mark.parametrize("words", ['a, "b"', '"', "two\nlines", "a\rb", "", "plain"])
def test_a_table_is_read_back_as_it_was(words: str) -> None:
    table = "".join(csv_table(["a", "b"], [[words, 0], ["x", None]])).removeprefix("\ufeff")
    lines = list(csv.reader(StringIO(table, newline="")))
    assert lines == [["a", "b"], [words, "0"], ["x", ""]]


@pytest.mark.parametrize("value", ["3", "(c)", "4(f)", "7A-38.2", "ao-2003-05", date(2003, 5, 1)])
def test_other_words_and_days_are_as_they_are(value: object) -> None:
    assert "".join(csv_table(["a"], [[value]])).splitlines()[1] == str(value)


def test_a_spreadsheet_reads_a_table_as_utf_8(tmp_path: Path) -> None:
    files = exported(tmp_path)
    assert {text[0] for path, text in files.items() if path.endswith(".csv")} == {"\ufeff"}


def test_language_models_read_what_has_authority_and_the_status_of_each_opinion(
    tmp_path: Path,
) -> None:
    guide = exported(tmp_path)["llms.txt"]
    assert "Only the approved text" in guide
    assert (
        "- [Advisory Opinion 05 (2003): Naming a speaker](opinions/2003/05/opinion.md): "
        f"{STATUS}" in guide
    )
    assert "(opinions/2010/12/opinion.md)" not in guide


def test_language_models_are_told_whether_the_collection_is_complete(tmp_path: Path) -> None:
    complete: Files = {"standards/commission.yml": f"{COMMISSION}complete_until: 2004-12-31\n"}
    for number, (files, is_told) in enumerate([({}, True), (complete, False)]):
        guide = exported(tmp_path / str(number), files)["llms.txt"]
        assert ("This collection is not complete" in guide) == is_told


def test_brackets_of_a_title_do_not_end_its_link(tmp_path: Path) -> None:
    files = {"opinions/2003/05.md": factories.record_text('title: "A [draft](x) title"')}
    assert "05 (2003): A (draft)(x) title](opinions" in exported(tmp_path, files)["llms.txt"]
