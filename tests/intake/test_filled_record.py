"""A record that lists an opinion gets its text, and keeps every field that was typed."""

from pathlib import Path

import pytest

from corpus.intake.document import RefusedError
from corpus.intake.filled_record import filled_record
from corpus.parsing.front_matter import RawFile, read_markdown

DRAFTED = """\
---
number: 05
year: 2003
title:
approved: 2003-05-06
topics: []
source:
  title: "memo.txt"
  sha256: abc
---

# Opinion Number 05 (2003)

It may.
"""
URL = "https://example.org/"
ADDED = {"approved": "2003-05-06", "topics": []}


def record(folder: Path, text: str) -> RawFile:
    path = folder / "05.md"
    path.write_text(text, encoding="utf-8")
    return read_markdown(path, "05.md")


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        pytest.param(
            f"number: 5\nyear: 2003\ntitle: Fees\ntext: elsewhere\nsource:\n  url: {URL}\n",
            {**ADDED, "title": "Fees", "source": {"url": URL, "title": "memo.txt"}},
            id="the source has no title",
        ),
        pytest.param(
            f"source:\n  title: An old list\n  url: {URL}\n\n# Seen on Monday.\n"
            "text: elsewhere\n# Ask\ntitle: Fees\ntopics:\n  - fees # 2\nyear: 2003\nnumber: 5\n",
            {
                "approved": "2003-05-06",
                "title": "Fees",
                "topics": ["fees"],
                "source": {"title": "An old list", "url": URL},
            },
            id="another order, with comments",
        ),
        pytest.param(
            f"number: 5\nyear: 2003\ntext: elsewhere\ntitle: >-\n  Fees\n  and costs\n"
            f'approved: 2003-05-07\nsource: {{"url": "{URL}"}}\n',
            {
                "approved": "2003-05-07",
                "topics": [],
                "title": "Fees and costs",
                "source": {"url": URL, "title": "memo.txt"},
            },
            id="a value on several lines, another day, a source in braces",
        ),
    ],
)
def test_what_was_typed_stays_and_the_rest_is_added(
    tmp_path: Path, typed: str, fields: dict[str, object]
) -> None:
    text = filled_record(record(tmp_path, f"---\n{typed}---\n"), DRAFTED)
    filled = record(tmp_path, text)
    source = {**fields["source"], "sha256": "abc"}  # type: ignore[dict-item] # a mapping
    assert filled.fields == {**fields, "number": "5", "year": "2003", "source": source}
    assert filled.body == "\n# Opinion Number 05 (2003)\n\nIt may.\n"
    gone = {"text: elsewhere", f'source: {{"url": "{URL}"}}'}
    assert set(typed.split("\n")) - set(text.split("\n")) <= gone


def test_a_record_whose_fields_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"05\.md cannot be read"):
        filled_record(record(tmp_path, "---\n[5]\n---\n"), DRAFTED)
