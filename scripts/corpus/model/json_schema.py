"""The JSON Schemas of records and settings, made from the model for editors and programs."""

import json
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import (
    GenerateJsonSchema,
    JsonSchemaMode,
    JsonSchemaValue,
    models_json_schema,
)
from pydantic_core import CoreSchema, core_schema

from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission
from corpus.model.record_models import record_models


class _FieldsAsTyped(GenerateJsonSchema):
    """Optional fields are left out, never `null`, and fields have no titles."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """The schema of the value, without `null`."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """The schema of the value, without the default."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, _schema: CoreSchema | Any) -> bool:
        """Give fields no title besides their name."""
        return False


@cache
def opinion_schema(kinds: tuple[AuthorityKind, ...]) -> str:
    """The schema of a record's front matter as JSON text; `text` and `stage` select the model.

    A record can cite authorities of these kinds.
    """
    models: list[tuple[type[BaseModel], JsonSchemaMode]] = [
        (model, "validation") for model in record_models(kinds)
    ]
    _, schema = models_json_schema(models, schema_generator=_FieldsAsTyped)
    json_schema = {
        "$schema": _FieldsAsTyped.schema_dialect,
        "title": "Front matter of a record",
        "if": {"properties": {"text": {"const": "elsewhere"}}, "required": ["text"]},
        "then": {"$ref": "#/$defs/Catalogued"},
        "else": {
            "if": {"properties": {"stage": {"const": "draft"}}, "required": ["stage"]},
            "then": {"$ref": "#/$defs/Draft"},
            "else": {"$ref": "#/$defs/Opinion"},
        },
        **schema,
    }
    return _as_text(json_schema)


@cache
def commission_schema() -> str:
    """The schema of `standards/commission.yml` as JSON text."""
    schema = Commission.model_json_schema(schema_generator=_FieldsAsTyped)
    return _as_text({"$schema": _FieldsAsTyped.schema_dialect, **schema, "title": "A body"})


def _as_text(json_schema: JsonSchemaValue) -> str:
    return json.dumps(json_schema, indent=2, ensure_ascii=False) + "\n"
