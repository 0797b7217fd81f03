"""The JSON Schema of a record, made from the model, for editors and for programs."""

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import (
    GenerateJsonSchema,
    JsonSchemaMode,
    JsonSchemaValue,
    models_json_schema,
)
from pydantic_core import CoreSchema, core_schema

from corpus.model.opinion import Catalogued, Opinion


class _Written(GenerateJsonSchema):
    """A field that may be left out is left out: nobody writes `null`."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """The value itself."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """The value itself; what is meant where it is left out is the model's matter."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, _schema: CoreSchema | Any) -> bool:
        """A field has a name, and needs no title beside it."""
        return False


def opinion_schema() -> str:
    """The schema of a record's front matter as JSON text: full, or elsewhere by its `text`."""
    models: list[tuple[type[BaseModel], JsonSchemaMode]] = [
        (Opinion, "validation"),
        (Catalogued, "validation"),
    ]
    _, schema = models_json_schema(models, schema_generator=_Written)
    told = {
        "$schema": _Written.schema_dialect,
        "title": "Front matter of a record",
        "if": {"properties": {"text": {"const": "elsewhere"}}, "required": ["text"]},
        "then": {"$ref": "#/$defs/Catalogued"},
        "else": {"$ref": "#/$defs/Opinion"},
        **schema,
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
