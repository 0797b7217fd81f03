"""Where a document comes from, in the words of a person."""

import pytest

from corpus.intake.source_fields import source_fields


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ("", {}),
        ("https://example.org/op/5.pdf", {"url": "https://example.org/op/5.pdf"}),
        ("See https://example.org/op.", {"title": "See", "url": "https://example.org/op"}),
        ("Minutes of\r\nMay 3", {"title": "Minutes of May 3"}),
        (
            "Minutes, [here](https://example.org/a?b=1)",
            {"title": "Minutes, [here", "url": "https://example.org/a?b=1"},
        ),
        ("x" * 300, {"title": "x" * 200}),
    ],
)
def test_an_address_and_words_become_the_fields_of_a_source(
    said: str, fields: dict[str, str]
) -> None:
    assert source_fields(said) == fields
