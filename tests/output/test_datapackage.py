"""The description of the data files, and the examples on the data page, as researchers use them."""

import json
import shutil
import subprocess
from pathlib import Path

import frictionless
import pytest
from lxml import html

import factories
from corpus.build.contents import site_tasks
from corpus.output.exports.formats import DATASET_FORMATS
from corpus.output.task import files_of
from factories import COMMISSION, Files, catalog_record, record_text

CORPUS: Files = {
    "opinions/2003/05.md": record_text('summary: "=1, \\"2\\" and 3."'),
    "opinions/2010/12.md": catalog_record(
        12, 2010, "opinions: [{cites: 2003/05, effect: modifies, holding: 1}]"
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The staged files of a small corpus."""
    root = tmp_path_factory.mktemp("staged")
    licensed = f"{COMMISSION}license: {{name: MIT, title: MIT License}}\n"
    for name, text in files_of(
        site_tasks(
            factories.read_valid_corpus(
                root / "corpus", {**CORPUS, "standards/commission.yml": licensed}
            )
        )
    ):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return root


def examples(site: Path) -> list[str]:
    """The programs on the data page."""
    page = html.fromstring((site / "data/index.md").read_text(encoding="utf-8"))
    return [code.text_content() for code in page.xpath("//pre/code")]


def test_every_file_and_every_cell_is_as_the_package_describes_it(site: Path) -> None:
    report = frictionless.validate(str(site / "data/datapackage.json"))
    assert report.valid, report.to_summary()
    assert [task.place for task in report.tasks if task.type == "table"] == [
        file.data_file for file in DATASET_FORMATS if file.row
    ]


def test_the_package_lists_every_file_and_explains_every_column(site: Path) -> None:
    package = json.loads((site / "data/datapackage.json").read_text(encoding="utf-8"))
    paths = [resource["path"] for resource in package["resources"]]
    assert paths == [file.data_file for file in DATASET_FORMATS if file.write]
    schemas = [resource["schema"] for resource in package["resources"] if "schema" in resource]
    fields = [field for schema in schemas for field in schema["fields"]]
    assert all(field["description"] for field in fields)
    types = {field["name"]: field["type"] for field in schemas[0]["fields"]}
    columns = ("approved", "changed_since", "year", "summary")
    assert [types[name] for name in columns] == ["date", "string", "integer", "string"]


def test_only_what_the_editors_wrote_has_their_license(site: Path) -> None:
    package = json.loads((site / "data/datapackage.json").read_text(encoding="utf-8"))
    licensed = {resource["path"] for resource in package["resources"] if "licenses" in resource}
    others = {resource["path"] for resource in package["resources"]} - licensed
    assert others == {"opinions.json", "paragraphs.csv"}
    assert "no license for them is stated here" in package["description"]
    (resource, *_) = (entry for entry in package["resources"] if entry["path"] == "opinions.csv")
    assert resource["licenses"] == [{"name": "MIT", "title": "MIT License"}]
    assert "licenses" not in package


def test_the_example_in_pandas_runs(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site / "data")
    exec(examples(site)[0], {})  # noqa: S102 - our own example
    assert "Advisory Op. 5 (2003)" in capsys.readouterr().out


@pytest.mark.skipif(not shutil.which("Rscript"), reason="R is not installed")
def test_the_example_in_r_runs(site: Path) -> None:
    command = ["Rscript", "-e", examples(site)[1]]
    done = subprocess.run(
        command, cwd=site / "data", capture_output=True, text=True, check=False, timeout=60
    )
    assert "Advisory Op. 5 (2003)" in done.stdout, done.stderr
