"""Where a fact, a text or a document was found."""

from typing import ClassVar, Self

from pydantic import model_validator

from corpus.findings import FaultKind
from corpus.parsing.field_types import RelativePath, Sha256, StrictModel, Text, Url, reject
from corpus.parsing.meaning import AN_ADDRESS, ANY_WORDS


class Provenance(StrictModel):
    """Where something was found: a title, a web address, or both."""

    words_alone: ClassVar = {"url": AN_ADDRESS, "title": ANY_WORDS}

    title: Text | None = None
    """The name of the document or page."""
    file: RelativePath | None = None
    """The path of a file in this repository."""
    url: Url | None = None
    """The address of a page or document on the web."""
    sha256: Sha256 | None = None
    """The SHA-256 of the file."""

    @model_validator(mode="after")
    def _has_title_or_url(self) -> Self:
        if not (self.title or self.url):
            reject(FaultKind.SOURCE, "a source needs a `title` or a `url`")
        return self
