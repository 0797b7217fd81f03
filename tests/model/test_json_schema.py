import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from corpus.model.commission import Commission
from corpus.model.json_schema import commission_schema, opinion_schema
from corpus.model.record_models import record_models
from corpus.paths import REPOSITORY, CorpusPaths
from factories import COMMISSION, RECORD, record_text, with_fields
from golden_files import assert_golden
from marked_text import harbor_commission, real_commission

SCHEMA = json.loads(opinion_schema(harbor_commission().kinds))
SETTINGS = json.loads(commission_schema())
PATHS = CorpusPaths(REPOSITORY)


def front(text: str) -> Any:
    """The fields as an editor reads them, numbers as numbers and dates as text."""
    return yaml.load(text.split("---\n")[1], Loader=_Editor)  # noqa: S506 - a SafeLoader


class _Editor(yaml.CSafeLoader):
    """YAML 1.2 as editors read it: a date is text."""


_Editor.yaml_implicit_resolvers = {
    sign: [(tag, shape) for tag, shape in resolvers if not tag.endswith("timestamp")]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        (PATHS.schema, opinion_schema(real_commission().kinds)),
        (PATHS.commission_schema, commission_schema()),
    ],
    ids=["records", "settings"],
)
def test_the_committed_schema_is_the_one_of_the_model(path: Path, schema: str) -> None:
    assert_golden(path, schema)


@pytest.mark.parametrize("schema", [SCHEMA, SETTINGS], ids=["records", "settings"])
def test_it_is_a_schema(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


def test_every_setting_is_explained_and_stands_in_the_editor_as_such() -> None:
    assert set(SETTINGS["properties"]) == set(Commission.model_fields)
    for part in (SETTINGS, *SETTINGS["$defs"].values()):
        for name, field in part.get("properties", {}).items():
            assert field.get("description"), name
    editor = json.loads((REPOSITORY / ".vscode/settings.json").read_text(encoding="utf-8"))
    associated = editor["yaml.schemas"][PATHS.relative(PATHS.commission_schema)]
    assert associated == ["standards/commission.yml"]


def test_the_settings_of_this_body_fit() -> None:
    settings = (REPOSITORY / "standards/commission.yml").read_text(encoding="utf-8")
    for text in (settings, COMMISSION):
        jsonschema.validate(yaml.load(text, Loader=_Editor), SETTINGS)  # noqa: S506 - a SafeLoader


@pytest.mark.parametrize(
    "setting",
    ["nonsense: 1", "paper: a5", "words: {ruling: x}", "heading_lines: []", "site: nowhere"],
)
def test_a_wrong_setting_does_not(setting: str) -> None:
    fields = with_fields(COMMISSION, setting)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.load(fields, Loader=_Editor), SETTINGS)  # noqa: S506 - a SafeLoader


def test_it_explains_every_field() -> None:
    for model in record_models(harbor_commission().kinds):
        assert set(SCHEMA["$defs"][model.__name__]["properties"]) == set(model.model_fields)
    for part in SCHEMA["$defs"].values():
        assert all(field.get("description") for field in part.get("properties", {}).values())


def test_a_valid_record_fits() -> None:
    jsonschema.validate(front(RECORD), SCHEMA)


@pytest.mark.parametrize("approved", ["2003-11-07", "2003-11", "2003"])
def test_an_approval_may_be_a_day_a_month_or_a_year(approved: str) -> None:
    jsonschema.validate(front(record_text(f"approved: {approved}")), SCHEMA)


@pytest.mark.parametrize(
    "fields",
    [
        "nonsense: 1",
        "number: 0",
        "year: 203",
        "title: ''",
        "approved: [2003]",
        "approved: 203",
        "topics: []",
        "topics: [Fees]",
        "issues: [{id: 1}]",
        "standards: [III]",
        "source: {url: nowhere}",
        "source: {sha256: 1a}",
        "waivers: [{code: OP303}]",
    ],
)
def test_a_wrong_one_does_not(fields: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(front(record_text(fields)), SCHEMA)
