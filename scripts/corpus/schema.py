"""The JSON Schema of a record, made from the model, for editors and for programs."""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from corpus.model import Opinion


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
    """The schema of a record's front matter as JSON text."""
    schema = Opinion.model_json_schema(schema_generator=_Written)
    told = {"$schema": _Written.schema_dialect, **schema}
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
