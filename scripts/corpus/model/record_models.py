"""The models of the records of one body, which have a field for each of its kinds of authority.

A body names its kinds in its settings, so these models are made while the program runs. All other
fields are in `opinion`.
"""

from functools import cache, partial
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import ConfigDict, Field, create_model

from corpus.model.authority import Citation, citation_meant, citation_of
from corpus.model.authority_kind import AuthorityKind
from corpus.model.opinion import Catalogued, Draft, Opinion, RecordFields
from corpus.parsing.field_types import WITHOUT_SOURCE
from corpus.parsing.meaning import MeantBy

Fields = TypeVar("Fields", bound=RecordFields)


class RecordModels(NamedTuple):
    """The models of the records of one body, which differ in the kinds of authority."""

    full: type[Opinion]
    elsewhere: type[Catalogued]
    draft: type[Draft]


@cache
def record_models(kinds: tuple[AuthorityKind, ...]) -> RecordModels:
    """The models of records that can cite authorities of these kinds."""
    full, elsewhere = {}, {}
    for kind in kinds:
        meant = MeantBy(partial(_meant, kind))
        citations = tuple[Annotated[Citation, citation_of(kind), meant], ...]
        default = ... if kind.in_every_record else ()
        about = f"The authorities of this kind that its text cites: {kind.title}."
        full[kind.plural] = (citations, Field(default, description=about))
        about = f"What it is known to cite: {kind.title}."
        elsewhere[kind.plural] = (citations, Field((), description=about))
    return RecordModels(
        _with_kinds(Opinion, kinds, full),
        _with_kinds(Catalogued, kinds, elsewhere),
        _with_kinds(Draft, kinds, full),
    )


def _meant(kind: AuthorityKind, words: str) -> str:
    """What to type for words that cite an authority of a kind; empty if that is not clear."""
    return str(citation_meant(kind, words) or "")


class _OpinionOfUnknownKinds(Opinion):
    model_config = ConfigDict(extra="ignore")


class _CataloguedOfUnknownKinds(Catalogued):
    model_config = ConfigDict(extra="ignore")


class _DraftOfUnknownKinds(Draft):
    model_config = ConfigDict(extra="ignore")


MODELS_FOR_UNKNOWN_KINDS = RecordModels(
    _OpinionOfUnknownKinds, _CataloguedOfUnknownKinds, _DraftOfUnknownKinds
)
"""The models of records while the settings of the body cannot be read.

They say nothing of fields that they do not know, because these may be for authorities."""


def _with_kinds(base: type[Fields], kinds: tuple[AuthorityKind, ...], fields: Any) -> type[Fields]:
    """A model with further fields for these kinds."""
    model: type[Fields] = create_model(
        base.__name__,
        __base__=base,
        __doc__=base.__doc__,
        __module__=base.__module__,
        __cls_kwargs__=WITHOUT_SOURCE,
        **fields,
    )
    model.kinds = kinds
    model.__reduce__ = _to_send  # type: ignore[assignment, method-assign]
    return model


def _to_send(record: RecordFields) -> tuple[Any, ...]:
    """What another process, which makes models of its own, needs to make the same record."""
    base = next(base for base in (Draft, Opinion, Catalogued) if isinstance(record, base))
    return _record_with, (base, record.kinds, record.__getstate__())


def _record_with(
    base: type[RecordFields], kinds: tuple[AuthorityKind, ...], state: dict[Any, Any]
) -> RecordFields:
    """The record of these kinds with the values that `_to_send` gave."""
    model = next(model for model in record_models(kinds) if issubclass(model, base))
    record = model.__new__(model)
    record.__setstate__(state)
    return record
