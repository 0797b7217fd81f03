import csv
import json
from io import StringIO
from pathlib import Path

import pytest

import factories
from corpus.output.exports.files import TABLE, exports, table
from corpus.output.task import files_of
from factories import Files, catalogued, sound

LATER: Files = {
    "opinions/2010/12.md": catalogued(
        12, 2010, "opinions: [{cites: 2003/05, effect: modifies, holding: 1}]"
    )
}


def exported(root: Path, files: Files = LATER) -> dict[str, str]:
    corpus = sound(root, files)
    index = factories.index_of(corpus)
    return dict(files_of(exports(index.records, index)))


def test_every_file_of_the_contract_is_there(tmp_path: Path) -> None:
    files = set(exported(tmp_path))
    beside = {f"opinions/2003/05/cite.{kind}" for kind in ("bib", "ris", "csl.json")}
    assert files >= beside | {"opinions/2003/05/opinion.json", "opinions/2003/05/opinion.txt"}
    assert files >= {"data/opinions.json", "data/opinions.csv", "data/citations.csv", "llms.txt"}
    assert files >= {"topics/confidentiality/cite.bib", "data/opinion.schema.json"}
    assert "opinions/2010/12/opinion.txt" not in files


def test_the_table_has_a_row_for_each_opinion_with_its_status(tmp_path: Path) -> None:
    rows = list(csv.DictReader(StringIO(exported(tmp_path)["data/opinions.csv"])))
    assert list(rows[0]) == list(TABLE)
    assert [(row["id"], row["text"], row["status"]) for row in rows] == [
        ("2010/12", "elsewhere", "current"),
        ("2003/05", "full", "modified"),
    ]


def test_every_citation_is_a_row(tmp_path: Path) -> None:
    rows = list(csv.DictReader(StringIO(exported(tmp_path)["data/citations.csv"])))
    assert [(row["opinion"], row["kind"], row["cited"], row["effect"]) for row in rows] == [
        ("2010/12", "opinion", "2003/05", "modifies"),
        ("2003/05", "standard", "3", "cites"),
    ]


def test_all_opinions_are_the_single_ones_together(tmp_path: Path) -> None:
    files = exported(tmp_path)
    single = [json.loads(files[f"opinions/{one}/opinion.json"]) for one in ("2010/12", "2003/05")]
    assert json.loads(files["data/opinions.json"]) == single


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_no_cell_is_a_formula(words: str) -> None:
    assert table(["a"], [{"a": words}]).splitlines()[1].lstrip('"').startswith("'")


def test_a_program_is_told_what_has_authority_and_what_became_of_each(tmp_path: Path) -> None:
    guide = exported(tmp_path)["llms.txt"]
    assert "Only the approved text" in guide
    assert (
        "- [Advisory Opinion 05 (2003): Naming a speaker](opinions/2003/05/opinion.md): "
        "Modified by AO 12 (2010)" in guide
    )
