import json
import os
from typing import Any

import jsonschema
import pytest
import yaml

from corpus.model.json_schema import opinion_schema
from corpus.model.opinion import Catalogued, Opinion
from corpus.paths import REPOSITORY, CorpusPaths
from factories import RECORD, record_text

SCHEMA = json.loads(opinion_schema())


def front(text: str) -> Any:
    """The fields as an editor reads them, numbers as numbers and dates as text."""
    return yaml.load(text.split("---\n")[1], Loader=_Editor)  # noqa: S506 - a SafeLoader


class _Editor(yaml.CSafeLoader):
    """YAML 1.2 as editors read it: a date is text."""


_Editor.yaml_implicit_resolvers = {
    sign: [(tag, shape) for tag, shape in resolvers if not tag.endswith("timestamp")]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def test_the_committed_schema_is_the_one_of_the_model() -> None:
    path = CorpusPaths(REPOSITORY).schema
    if os.environ.get("GOLDEN"):
        path.write_text(opinion_schema(), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == opinion_schema(), "run `make golden`"


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_it_explains_every_field() -> None:
    for model in (Opinion, Catalogued):
        assert set(SCHEMA["$defs"][model.__name__]["properties"]) == set(model.model_fields)
    for part in SCHEMA["$defs"].values():
        assert all(field.get("description") for field in part.get("properties", {}).values())


def test_a_valid_record_fits() -> None:
    jsonschema.validate(front(RECORD), SCHEMA)


@pytest.mark.parametrize(
    "fields",
    [
        "nonsense: 1",
        "number: 0",
        "year: 203",
        "title: ''",
        "approved: [2003]",
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
