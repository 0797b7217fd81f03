"""A record that lists an opinion gets its text, and keeps every field that was typed."""

from pathlib import Path

import pytest

from corpus.intake.filled_record import can_be_filled, filled_record
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
NEW_SOURCE = "source:\n  title: Old list\n  url: https://example.org/\n  sha256: abc\n"


def record(tmp_path: Path, front_matter: str) -> RawFile:
    path = tmp_path / "05.md"
    path.write_text(f"---\n{front_matter}---\n", encoding="utf-8")
    return read_markdown(path, "05.md")


@pytest.mark.parametrize(
    ("typed", "filled"),
    [
        pytest.param(
            "number: 5\nyear: 2003\ntitle: Fees\ntext: elsewhere\n"
            "source:\n  title: Old list\n  url: https://example.org/\n",
            f"number: 5\nyear: 2003\ntitle: Fees\napproved: 2003-05-06\ntopics: []\n{NEW_SOURCE}",
            id="fields in the usual order",
        ),
        pytest.param(
            "source:\n  title: An {old} list\n  url: https://example.org/\n\n# Seen on Monday.\n"
            "text: elsewhere\n# Ask.\ntitle: Fees\ntopics:\n- fees # two\n"
            "year: 2003\nnumber: 5\n",
            "approved: 2003-05-06\nsource:\n  title: An {old} list\n  url: https://example.org/\n"
            "  sha256: abc\n# Seen on Monday.\n# Ask.\ntitle: Fees\ntopics:\n- fees # two\n"
            "year: 2003\nnumber: 5\n",
            id="another order, with comments",
        ),
        pytest.param(
            "number: 5\nyear: 2003\ntext: elsewhere\ntitle: Fees\n"
            'source: {"url": "https://example.org/"} # see {4}\n',
            "number: 5\nyear: 2003\ntitle: Fees\napproved: 2003-05-06\ntopics: []\n"
            'source: {"url": "https://example.org/", title: "memo.txt", sha256: abc} # see {4}\n',
            id="a source in braces",
        ),
        pytest.param(
            "number: 5\nyear: 2003\ntext: elsewhere\ntitle: >-\n  Fees\n  and costs\n"
            "source:\n    url: https://example.org/\n",
            "number: 5\nyear: 2003\ntitle: >-\n  Fees\n  and costs\napproved: 2003-05-06\n"
            'topics: []\nsource:\n    url: https://example.org/\n    title: "memo.txt"\n'
            "    sha256: abc\n",
            id="a value on several lines, and another indentation",
        ),
    ],
)
def test_what_was_typed_stays_and_the_rest_is_added(
    tmp_path: Path, typed: str, filled: str
) -> None:
    file = record(tmp_path, typed)
    assert can_be_filled(file)
    text = filled_record(file, DRAFTED)
    assert text == f"---\n{filled}---\n\n# Opinion Number 05 (2003)\n\nIt may.\n"


@pytest.mark.parametrize("front_matter", ["{number: 5, text: elsewhere}\n", "[5]\n", "- a: b\n"])
def test_fields_that_share_a_line_are_left_alone(tmp_path: Path, front_matter: str) -> None:
    assert not can_be_filled(record(tmp_path, front_matter))
