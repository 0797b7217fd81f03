import pytest
from pydantic import TypeAdapter, ValidationError

from corpus.scalars import Day, RelativePath, Sha256, Slug, Text, Url, Whole, Year

GOOD = [
    (Day, "2003-11-07"),
    (Day, "2004-02-29"),
    (Whole, "5"),
    (Whole, "05"),
    (Year, "2003"),
    (Slug, "contact-after-mediation"),
    (Slug, "7a"),
    (Url, "https://example.org/a?b=c#d"),
    (Url, "http://example.org"),
    (Sha256, "0a" * 32),
    (RelativePath, "tests/content/opinion-05-2003.txt"),
    (Text, "Fees"),
]

BAD = [
    (Day, "2003-02-30", "day"),
    (Day, "2003-2-3", "day"),
    (Day, "20031107", "day"),
    (Day, "November 7, 2003", "day"),
    (Day, "٢٠٠٣-١١-٠٧", "day"),
    (Whole, "0", "whole"),
    (Whole, "-5", "whole"),
    (Whole, "5.0", "whole"),
    (Whole, "٥", "whole"),
    (Whole, "1_0", "whole"),
    (Whole, " 5", "whole"),
    (Whole, "9" * 5000, "whole"),
    (Year, "03", "year"),
    (Year, "1899", "year"),
    (Slug, "Fees", "slug"),
    (Slug, "a--b", "slug"),
    (Slug, "../up", "slug"),
    (Slug, "a\n", "slug"),
    (Url, "www.example.org", "url"),
    (Url, "javascript:alert(1)", "url"),
    (Url, "https://a b", "url"),
    (Url, 'https://a"onclick', "url"),
    (Sha256, "0A" * 32, "sha256"),
    (RelativePath, "../minutes.txt", "path"),
    (RelativePath, "a/../../b", "path"),
    (RelativePath, "/etc/passwd", "path"),
    (Text, " ", "string_too_short"),
]


@pytest.mark.parametrize(("kind", "text"), GOOD)
def test_what_is_written_well_is_read(kind: type, text: str) -> None:
    assert TypeAdapter(kind).validate_python(text) is not None


@pytest.mark.parametrize(("kind", "text", "misfit"), BAD)
def test_what_is_not_is_refused_by_its_kind(kind: type, text: str, misfit: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(text)
    assert [error["type"] for error in refused.value.errors()] == [misfit]
