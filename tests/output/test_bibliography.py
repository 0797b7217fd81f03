"""What is written for reference managers, read back by other people's parsers."""

import json
from pathlib import Path
from typing import Any
from warnings import catch_warnings, simplefilter

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

import factories
from corpus.library.record import Record
from corpus.output.exports.bibliography import Bibliography
from factories import COMMISSION, Files, catalogued, record, sound

HARD = "50% & {half} of $5_000 #1 ~ ^ é “q” ü"
FILES: Files = {
    "standards/commission.yml": f"{COMMISSION}site: https://example.org/ao/\n",
    "opinions/2003/05.md": record(f"title: '{HARD}'\nsummary: >-\n  One {HARD}\n  two."),
    "opinions/2010/12.md": catalogued(12, 2010, "opinions: [{cites: 2003/05, effect: modifies}]"),
}


def made(root: Path, files: Files = FILES) -> tuple[Bibliography, tuple[Record, ...]]:
    corpus = sound(root, files)
    index = factories.index_of(corpus)
    return Bibliography(index), index.records


def test_csl_says_what_is_known_and_no_more(tmp_path: Path) -> None:
    bibliography, (listed, full) = made(tmp_path)
    assert json.loads(bibliography.csl([listed])) == [
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
            "URL": "https://example.org/ao/opinions/2010/12/",
        }
    ]
    item = bibliography.item(full)
    assert item["issued"] == {"date-parts": [[2003, 11, 7]]}
    assert item["note"] == "modified by AO 12 (2010)"


def unlatex(words: str) -> str:
    """What BibTeX would print, for the few signs that are written otherwise."""
    signs = {
        r"\textbraceleft": "{",
        r"\textbraceright": "}",
        r"\textasciitilde": "~",
        r"\&": "&",
        r"\%": "%",
        r"\$": "$",
        r"\_": "_",
        r"\#": "#",
    }
    words = words.replace("{}", "")
    for written, sign in signs.items():
        words = words.replace(written, sign)
    return words.replace("~\\ ", "~ ")


def test_bibtex_is_read_back_with_the_institution_as_one_author(tmp_path: Path) -> None:
    bibliography, records = made(tmp_path)
    library = parse_string(bibliography.bib(records))
    assert not library.failed_blocks
    entries = {entry.key: entry.fields_dict for entry in library.entries}
    assert list(entries) == ["ao-2010-12", "ao-2003-05"]
    fields = {name: field.value for name, field in entries["ao-2003-05"].items()}
    assert fields["author"] == "{Harbor Board of Mediation}"
    assert unlatex(fields["title"]) == f"{{Advisory Opinion 05 (2003): {HARD}}}"
    assert fields["url"] == "https://example.org/ao/opinions/2003/05/"
    assert fields["note"] == "modified by AO 12 (2010)"
    assert (fields["year"], fields["date"]) == ("2003", "2003-11-07")
    assert "date" not in entries["ao-2010-12"]


def test_ris_is_read_back_line_by_line(tmp_path: Path) -> None:
    bibliography, records = made(tmp_path)
    listed, full = rispy.loads(bibliography.ris(records))
    assert full["type_of_reference"] == "RPRT"
    assert full["title"] == f"Advisory Opinion 05 (2003): {HARD}"
    assert full["authors"] == ["Harbor Board of Mediation,"]
    assert full["abstract"] == f"One {HARD} two."
    assert full["keywords"] == ["confidentiality"]
    assert (full["year"], full["date"]) == ("2003", "2003/11/07/")
    assert full["notes"] == ["modified by AO 12 (2010)"]
    assert "date" not in listed


def test_a_style_prints_author_title_and_year(tmp_path: Path) -> None:
    bibliography, records = made(tmp_path)
    with catch_warnings():
        simplefilter("ignore")
        from citeproc import (  # noqa: PLC0415 - it warns as it is imported
            Citation,
            CitationItem,
            CitationStylesBibliography,
            CitationStylesStyle,
            formatter,
        )
        from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

        source: Any = CiteProcJSON(json.loads(bibliography.csl(records)))
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        printed = CitationStylesBibliography(style, source, formatter.plain)
        printed.register(Citation([CitationItem("ao-2003-05")]))
        (line,) = map(str, printed.bibliography())
    for words in ("Harbor Board of Mediation", "2003", "Advisory Opinion 05 (2003)"):
        assert words in line


@pytest.mark.parametrize("words", ["a}b", "{a", "\\", "a{b}c", '"', "$"])
def test_no_words_break_the_file(tmp_path: Path, words: str) -> None:
    quoted = words.replace("\\", "\\\\").replace('"', '\\"')
    text = record(f'title: "x {quoted} y"')
    bibliography, records = made(tmp_path, {"opinions/2003/05.md": text})
    library = parse_string(bibliography.bib([*records, *records][:1]))
    assert [entry.key for entry in library.entries] == ["ao-2003-05"]
    assert not library.failed_blocks
