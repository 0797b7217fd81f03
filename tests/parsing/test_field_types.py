from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

from corpus.parsing.field_types import (
    Day,
    NonEmpty,
    PositiveInt,
    RelativePath,
    Sha256,
    Slug,
    Text,
    Url,
    Year,
    with_placeholders,
)

GOOD = [
    (Day, "2003-11-07"),
    (Day, "2004-02-29"),
    (PositiveInt, "5"),
    (PositiveInt, "05"),
    (Year, "2003"),
    (Slug, "contact-after-mediation"),
    (Slug, "7a"),
    (Url, "https://example.org/a?b=c#d"),
    (Url, "http://example.org"),
    (Sha256, "0a" * 32),
    (RelativePath, "opinions/sources/2003/05.txt"),
    (Text, "Fees"),
    (NonEmpty[Text], ("Fees",)),
    (Annotated[Text, with_placeholders("number", "year")], "No. {number} of {year}"),
]

BAD = [
    (Day, "2003-02-30", "day"),
    (Day, "2003-2-3", "day"),
    (Day, "20031107", "day"),
    (Day, "November 7, 2003", "day"),
    (Day, "٢٠٠٣-١١-٠٧", "day"),
    (PositiveInt, "0", "number"),
    (PositiveInt, "-5", "number"),
    (PositiveInt, "5.0", "number"),
    (PositiveInt, "٥", "number"),
    (PositiveInt, "1_0", "number"),
    (PositiveInt, " 5", "number"),
    (PositiveInt, "9" * 5000, "number"),
    (Year, "03", "year"),
    (Year, "1899", "year"),
    (Slug, "Fees", "slug"),
    (Slug, "a--b", "slug"),
    (Slug, "../up", "slug"),
    (Slug, "a\n", "slug"),
    (Url, "www.example.org", "url"),
    (Url, "javascript:alert(1)", "url"),
    (Url, "https://harbor.example@example.org/", "url"),
    (Url, "https://a b", "url"),
    (Url, "https://[x", "url"),
    (Url, "https://", "url"),
    (Url, 'https://a"onclick', "url"),
    (Sha256, "0A" * 32, "path"),
    (RelativePath, "../minutes.txt", "path"),
    (RelativePath, "a/../../b", "path"),
    (RelativePath, "/etc/passwd", "path"),
    (Text, " ", "string_too_short"),
    (NonEmpty[Text], (), "empty"),
    (Annotated[Text, with_placeholders("number", "year")], "No. {number}", "form"),
    (Annotated[Text, with_placeholders("id")], "{id} {id}", "form"),
    (Annotated[Text, with_placeholders("id")], "{id} {x}", "form"),
    (Annotated[Text, with_placeholders("id")], "{1} {id}", "form"),
]


@pytest.mark.parametrize(("kind", "text"), GOOD)
def test_valid_text_is_accepted(kind: type, text: str) -> None:
    assert TypeAdapter(kind).validate_python(text) is not None


@pytest.mark.parametrize(("kind", "text", "reject"), BAD)
def test_invalid_text_is_refused_with_its_kind_of_fault(kind: type, text: str, reject: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(text)
    assert [error["type"] for error in refused.value.errors()] == [reject]


def test_words_for_readers_are_one_line() -> None:
    folded = TypeAdapter(Text).validate_python(" a\n\n# b\tc\u00a0d\n")
    assert folded == "a # b c\u00a0d"
