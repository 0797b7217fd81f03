"""The files for reference managers, read by the parsers of other projects."""

import json
from pathlib import Path
from typing import Any
from warnings import catch_warnings, simplefilter

import pytest
import rispy
import yaml
from bibtexparser.entrypoint import parse_string

import factories
from corpus.analysis.index import CorpusIndex
from corpus.citations.names import Names
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.model.series import Series
from corpus.output.exports.bibliography import csl_item, write_bibtex, write_csl, write_ris
from corpus.output.exports.linked_data import opinion_linked_data
from factories import COMMISSION, Files, catalog_record, read_valid_corpus, record_text
from numbered_bodies import BODIES

HARD = "50% & {half} of $5_000 #1 ~ ^ <a> | é “q” ü"
FILES: Files = {
    "standards/commission.yml": f"{COMMISSION}site: https://board.example.org/ao/\n",
    "opinions/2003/05.md": record_text(
        f"topics: [confidentiality, fees]\ntitle: '{HARD}'\nsummary: >-\n  One {HARD}\n  two."
    ),
    "opinions/2010/12.md": catalog_record(
        12, 2010, "opinions: [{cites: 2003/05, effect: modifies}]"
    ),
}


def index_of(root: Path, files: Files = FILES) -> CorpusIndex:
    return factories.index_of(read_valid_corpus(root, files))


def test_csl_leaves_out_what_is_not_known_and_says_what_was_not_checked(tmp_path: Path) -> None:
    index = index_of(tmp_path)
    catalogued_record, full_record = index.records
    assert json.loads(write_csl([catalogued_record], index)) == [
        {
            "id": "ao-2010-12",
            "type": "report",
            "title": "Advisory Opinion 12 (2010): Opinion 12",
            "title-short": "AO 12 (2010)",
            "author": [{"literal": "Harbor Board of Mediation"}],
            "publisher": "Harbor Board of Mediation",
            "number": "12",
            "genre": "Advisory Opinion",
            "issued": {"date-parts": [[2010]]},
            "language": "en",
            "URL": "https://board.example.org/ao/opinions/2010/12/",
            "note": "full text and status not checked",
        }
    ]
    item = csl_item(full_record, index)
    assert item["issued"] == {"date-parts": [[2003, 11, 7]]}
    assert (
        item["note"]
        == "modified by AO 12 (2010); later history not checked; Standard 3(c) changed in 2020"
    )
    assert item["keyword"] == "Confidentiality; Fees"


def unlatex(words: str) -> str:
    """The words that BibTeX prints for the escapes of these tests."""
    escapes = {
        r"\textbraceleft": "{",
        r"\textbraceright": "}",
        r"\textasciitilde": "~",
        r"\textasciicircum": "^",
        r"\textless": "<",
        r"\textgreater": ">",
        r"\textbar": "|",
        r"\&": "&",
        r"\%": "%",
        r"\$": "$",
        r"\_": "_",
        r"\#": "#",
    }
    words = words.replace("{}", "")
    for escape, character in escapes.items():
        words = words.replace(escape, character)
    return words.replace("~\\ ", "~ ")


def test_a_bibtex_parser_reads_the_institution_as_one_author(tmp_path: Path) -> None:
    index = index_of(tmp_path)
    library = parse_string(write_bibtex(index.records, index))
    assert not library.failed_blocks
    entries = {entry.key: entry.fields_dict for entry in library.entries}
    assert list(entries) == ["ao-2010-12", "ao-2003-05"]
    fields = {name: field.value for name, field in entries["ao-2003-05"].items()}
    assert fields["author"] == "{Harbor Board of Mediation}"
    assert unlatex(fields["title"]) == f"{{Advisory Opinion 05 (2003): {HARD}}}"
    assert fields["url"] == "https://board.example.org/ao/opinions/2003/05/"
    assert (
        fields["note"]
        == "modified by AO 12 (2010); later history not checked; Standard 3(c) changed in 2020"
    )
    assert fields["keywords"] == "Confidentiality, Fees"
    assert (fields["year"], fields["date"]) == ("2003", "2003-11-07")
    assert "date" not in entries["ao-2010-12"]


def test_a_ris_parser_reads_every_field(tmp_path: Path) -> None:
    index = index_of(tmp_path)
    catalogued_reference, full = rispy.loads(write_ris(index.records, index))
    assert full["type_of_reference"] == "RPRT"
    assert full["title"] == f"Advisory Opinion 05 (2003): {HARD}"
    assert full["authors"] == ["Harbor Board of Mediation,"]
    assert full["abstract"] == f"One {HARD} two."
    assert full["keywords"] == ["Confidentiality", "Fees"]
    assert (full["year"], full["date"]) == ("2003", "2003/11/07/")
    assert full["notes"] == [
        "modified by AO 12 (2010); later history not checked; Standard 3(c) changed in 2020"
    ]
    assert "date" not in catalogued_reference


def test_a_joint_opinion_of_a_second_series_names_its_bodies_and_its_series(tmp_path: Path) -> None:
    body = BODIES["three series"].files
    path = "opinions/rpc/179.md"
    joint = str(body[path]).replace("\ntopics:", "\njoint_bodies: [Lake and River Board]\ntopics:")
    corpus = read_valid_corpus(tmp_path, {**body, path: joint})
    index = factories.index_of(corpus)
    record = index.by_id[OpinionId(0, 179, "", "rpc")]
    bodies = ["Harbor Board of Mediation", "Lake and River Board"]
    (item,) = json.loads(write_csl([record], index))
    assert (item["genre"], item["author"]) == ("RPC", [{"literal": name} for name in bodies])
    (entry,) = parse_string(write_bibtex([record], index)).entries
    assert entry.fields_dict["type"].value == "RPC"
    assert entry.fields_dict["author"].value == " and ".join(f"{{{name}}}" for name in bodies)
    (reference,) = rispy.loads(write_ris([record], index))
    assert (reference["type_of_work"], reference["authors"]) == ("RPC", [f"{b}," for b in bodies])
    report, *_ = opinion_linked_data(record, index)
    assert (report["genre"], [author["name"] for author in report["author"]]) == ("RPC", bodies)


def test_a_style_prints_author_title_and_year(tmp_path: Path) -> None:
    index = index_of(tmp_path)
    with catch_warnings():
        simplefilter("ignore")
        from citeproc import (  # noqa: PLC0415 - the import warns
            Citation,
            CitationItem,
            CitationStylesBibliography,
            CitationStylesStyle,
            formatter,
        )
        from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

        source: Any = CiteProcJSON(json.loads(write_csl(index.records, index)))
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        printed = CitationStylesBibliography(style, source, formatter.plain)
        printed.register(Citation([CitationItem("ao-2003-05")]))
        (line,) = map(str, printed.bibliography())
    for words in ("Harbor Board of Mediation", "2003", "Advisory Opinion 05 (2003)"):
        assert words in line


@pytest.mark.parametrize("words", ["a}b", "{a", "\\", "a{b}c", '"', "$"])
def test_no_title_breaks_bibtex(tmp_path: Path, words: str) -> None:
    quoted = words.replace("\\", "\\\\").replace('"', '\\"')
    text = record_text(f'title: "x {quoted} y"')
    index = index_of(tmp_path, {"opinions/2003/05.md": text})
    library = parse_string(write_bibtex(index.records, index))
    assert [entry.key for entry in library.entries] == ["ao-2003-05"]
    assert not library.failed_blocks


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("CEO {yy}-{number}", "03-5"),
        ("GL/{year}/{number:03}", "2003/005"),
        ("AO {number} ({year})", "5"),
        ("{yy} FEO {number}", "5"),
    ],
)
def test_a_number_has_its_year_if_both_are_printed_in_one(printed: str, number: str) -> None:
    series = Series(name="Opinion", printed=printed)
    commission = Commission.model_validate(yaml.safe_load(COMMISSION))
    names = Names(commission.model_copy(update={"series": (series,)}))
    assert names.number(OpinionId(2003, 5)) == number
