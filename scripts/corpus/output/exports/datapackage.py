"""The description of the data files as a Frictionless Data Package: specs.frictionlessdata.io."""

from datetime import date
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import to_json

from corpus.analysis.index import CorpusIndex
from corpus.model.commission import Commission
from corpus.model.partial_date import PartialDate
from corpus.output.exports.data_models import ExportModel
from corpus.output.exports.formats import DATASET_FORMATS, ExportFormat
from corpus.output.exports.own_descriptions import own_description

_TYPES: dict[Any, str] = {int: "integer", date: "date", PartialDate: "date"}
"""The Table Schema type for each type of our columns; all others are strings."""

_KEYS = {
    "opinions.csv": ["id"],
    "paragraphs.csv": ["opinion", "paragraph"],
    "holdings.csv": ["opinion", "holding"],
}
"""The columns that together identify a row."""


def datapackage_json(index: CorpusIndex) -> str:
    """The description of every file with data of the collection, and of the columns of tables."""
    commission = index.commission
    package = {
        "name": "advisory-opinions",
        "title": commission.collection_name,
        "description": (
            f"Only the {commission.words.approved} text has authority. A cell that a spreadsheet"
            " would take for a formula, a date or a number has an apostrophe before its words."
            f" {rights_statement(commission)}"
        ).rstrip(),
        **({"homepage": address} if (address := commission.address("data/")) else {}),
        "resources": [_resource(file, index) for file in DATASET_FORMATS if file.write],
    }
    return to_json(package, indent=1).decode() + "\n"


def rights_statement(commission: Commission) -> str:
    """What is licensed, in a sentence; nothing if no license is known."""
    if commission.license is None:
        return ""
    words = commission.words
    return (
        f"What the editors wrote is under the {commission.license.title}. The {words.approved}"
        f" texts are those of the {commission.name}; no license for them is stated here."
    )


def _resource(file: ExportFormat, index: CorpusIndex) -> dict[str, Any]:
    name = file.data_file
    resource: dict[str, Any] = {
        "name": name.replace(".", "-"),
        "path": name,
        "description": own_description(file.description, index),
        "mediatype": file.media_type,
        "encoding": "utf-8",
    }
    license_ = index.commission.license
    if license_ and not file.has_texts:
        resource["licenses"] = [{"name": license_.name, "title": license_.title}]
    if file.row is None:
        return resource
    return {
        **resource,
        "profile": "tabular-data-resource",
        "format": "csv",
        "schema": _table_schema(file.row, name, index),
    }


def _table_schema(row: type[ExportModel], name: str, index: CorpusIndex) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(name, field, index) for name, field in row.model_fields.items()],
        "missingValues": [""],
    }
    if name in _KEYS:
        schema["primaryKey"] = _KEYS[name]
    if "opinion" in row.model_fields:
        reference = {"resource": "opinions-csv", "fields": ["id"]}
        schema["foreignKeys"] = [{"fields": ["opinion"], "reference": reference}]
    return schema


def _field(name: str, field: FieldInfo, index: CorpusIndex) -> dict[str, Any]:
    annotation = field.annotation
    options = () if get_origin(annotation) is tuple else (annotation, *get_args(annotation))
    kind = next((_TYPES[option] for option in options if option in _TYPES), "string")
    if PartialDate in options and index.has_partial_dates:
        kind = "string"  # Table Schema has no type for days among months and years
    return {
        "name": name,
        "type": kind,
        "description": own_description(field.description or "", index),
    }
