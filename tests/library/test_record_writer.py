import difflib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.library.record_layout import field_lines
from corpus.library.record_writer import CannotRewriteError, rewrite_fields
from corpus.parsing.front_matter import read_markdown
from corpus.parsing.yaml_text import YamlText
from corpus.parsing.yaml_values import parse_yaml
from corpus.paths import REPOSITORY
from factories import RECORD

RECORDS = sorted(
    [
        *REPOSITORY.glob("opinions/2*/*.md"),
        *REPOSITORY.glob("tests/collections/*/opinions/2*/*.md"),
        *REPOSITORY.glob("standards/**/*.md"),
    ]
)

TEXT = """\
---
number: 05
# Not the number of the memo.
title: Fees   # short
topics: [fees]
summary: >-  # Anna wrote this
  One.

# of the list
issues:  # two
  - id: 1
    question: May it?
    at: [1]
  # the second
  - {id: 2, question: "Must it?", at: [2, 3]}
holdings:
  - id: 1
    answers: 1
    text:
    at: []
statutes: []
source:
  title: "Minutes: May"
---

Not a field: the text.
"""


def fields_of(text: str) -> dict[str, Any]:
    fields, _ = parse_yaml(YamlText("a record", text.split("---\n")[1]))
    assert isinstance(fields, dict)
    return fields


def changed_lines(old: str, new: str) -> list[str]:
    """The lines that only one of two texts has, with their sign."""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    return [line for line in list(lines)[2:] if not line.startswith("@@")]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_nothing_changes_where_no_field_changes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    fields = read_markdown(path, path.name).fields
    assert isinstance(fields, dict)
    assert rewrite_fields(text, fields) == text


def test_opinion_5_has_the_layout_of_every_new_line() -> None:
    path = REPOSITORY / "opinions/2003/05.md"
    fields = read_markdown(path, path.name).fields
    assert isinstance(fields, dict)
    lines = [line for name, value in fields.items() for line in field_lines(name, value, "")]
    assert path.read_text(encoding="utf-8").startswith("\n".join(["---", *lines, "---\n"]))


WORDS = (
    "A mediator who is asked for the name of a speaker says first that the speaker has to agree."
)

EDITS: list[tuple[str, Any, list[str]]] = [
    ("number", "06", ["-number: 05", "+number: 06"]),
    ("title", "No", ["-title: Fees   # short", "+title: No   # short"]),
    ("title", "A: b #1", ["-title: Fees   # short", '+title: "A: b #1"   # short']),
    ("title", "“So”", ["-title: Fees   # short", '+title: "“So”"   # short']),
    ("topics", ["fees", "gifts"], ["-topics: [fees]", "+topics: [fees, gifts]"]),
    ("topics", [], ["-topics: [fees]", "+topics: []"]),
    ("summary", "Two.", ["-  One.", "+  Two."]),
    ("summary", f"{WORDS} Now.", ["-  One.", f"+  {WORDS} Now."]),
    ("summary", f"{WORDS} Not now.", ["-  One.", f"+  {WORDS} Not", "+  now."]),
    ("statutes", ["3"], ["-statutes: []", '+statutes: ["3"]']),
    (
        "issues.0.question",
        "Is it?",
        ["-    question: May it?", "+    question: >-", "+      Is it?"],
    ),
    (
        "issues.1.question",
        "Is it, now?",
        [
            '-  - {id: 2, question: "Must it?", at: [2, 3]}',
            '+  - {id: 2, question: "Is it, now?", at: [2, 3]}',
        ],
    ),
    (
        "issues.1.at",
        ["2"],
        [
            '-  - {id: 2, question: "Must it?", at: [2, 3]}',
            '+  - {id: 2, question: "Must it?", at: [2]}',
        ],
    ),
    ("holdings.0.text", "Yes.", ["-    text:", "+    text: >-", "+      Yes."]),
    ("holdings.0.at", ["4"], ["-    at: []", "+    at: [4]"]),
    ("holdings.0.cites", ["3(c)"], ['+    cites: ["3(c)"]']),
    ("source.title", "Minutes", ['-  title: "Minutes: May"', "+  title: Minutes"]),
    ("source.url", "https://example.org/a#b", ["+  url: https://example.org/a#b"]),
    ("issues.0", None, ["-  - id: 1", "-    question: May it?", "-    at: [1]"]),
    ("issues.1", None, ['-  - {id: 2, question: "Must it?", at: [2, 3]}']),
    ("statutes", None, ["-statutes: []"]),
    (
        "issues.2",
        {"id": "3", "question": "Why?", "at": ["4"]},
        ["+  - id: 3", "+    question: >-", "+      Why?", "+    at: [4]"],
    ),
    (
        "opinions",
        [{"cites": "2001/03", "effect": "follows"}],
        ["+opinions:", "+  - cites: 2001/03", "+    effect: follows"],
    ),
    (
        "source",
        {"title": "Minutes: May", "file": "a.pdf"},
        ["+  file: a.pdf"],
    ),
]


def edited(path: str, value: Any) -> dict[str, Any]:
    """The fields of `TEXT` with another value at a path; None removes the field or the item."""
    fields: Any = fields_of(TEXT)
    *above, last = (int(step) if step.isdigit() else step for step in path.split("."))
    target = fields
    for step in above:
        target = target[step]
    if value is None:
        del target[last]
    elif isinstance(target, list) and last == len(target):
        target.append(value)
    else:
        target[last] = value
    assert isinstance(fields, dict)
    return fields


@pytest.mark.parametrize(("path", "value", "lines"), EDITS)
def test_an_edit_changes_only_the_lines_of_its_field(
    path: str, value: Any, lines: list[str]
) -> None:
    fields = edited(path, value)
    new = rewrite_fields(TEXT, fields)
    assert changed_lines(TEXT, new) == lines
    assert fields_of(new) == fields


def test_several_edits_and_new_fields_at_one_place_keep_their_order() -> None:
    fields = fields_of(TEXT)
    fields["holdings"][0] |= {"text": "Yes.", "at": ["4"], "cites": ["3"], "last": "x"}
    fields["holdings"].append({"id": "2", "text": "No."})
    names = list(fields)
    names.insert(names.index("holdings") + 1, "standards")
    fields |= {"standards": ["3"]}
    assert fields_of(rewrite_fields(TEXT, {name: fields[name] for name in names})) == fields
    lines = rewrite_fields(TEXT, {name: fields[name] for name in names}).split("\n")
    start = lines.index("holdings:")
    assert lines[start + 1 : start + 12] == [
        "  - id: 1",
        "    answers: 1",
        "    text: >-",
        "      Yes.",
        "    at: [4]",
        '    cites: ["3"]',
        "    last: x",
        "  - id: 2",
        "    text: >-",
        "      No.",
        'standards: ["3"]',
    ]


OTHER_FIELDS: list[tuple[str, Any, str]] = [
    ("source:\n  title:\n", {"source": {"url": "a.org"}}, "source:\n  url: a.org\n"),
    ("source:\n  title: T\n", {"source": {"url": "a.org"}}, "source:\n  url: a.org\n"),
    ("source:\n  url: a.org\n", {"source": {"title": "T"}}, "source:\n  title: T\n"),
    ("vote:\n  note: all\n", {"vote": {"in_favor": "5"}}, "vote:\n  in_favor: 5\n"),
    ("vote:  # x\n  # y\n  note: z\n", {"vote": {"a": "5"}}, "vote:  # x\n  # y\n  a: 5\n"),
    ("a: 1\nb: 2\n", {"c": "x", "b": "2"}, "c: x\nb: 2\n"),
    ("a: 1\nb: 2\n", {"c": "x", "d": ["y"]}, 'c: x\nd: ["y"]\n'),
    ("s:\n  a: 1\n# of b\n  b: 2\n", {"s": {"c": "x", "b": "2"}}, "s:\n  # of b\n  c: x\n  b: 2\n"),
    ("l:\n  - a: 1\n    b: 2\n", {"l": [{"b": "2"}]}, "l:\n  - b: 2\n"),
    ("l:\n  - a: 1\n    b: 2\n    c: 3\n", {"l": [{"c": "4"}]}, "l:\n  - c: 4\n"),
    ("l:\n  - a: 1\n    b: 2\n", {"l": [{"c": "x", "b": "2"}]}, "l:\n  - c: x\n    b: 2\n"),
    ("l:\n  - a: 1\n\n    b: 2\n", {"l": [{"b": "2"}]}, "l:\n  - \n    b: 2\n"),
    ("l:\n  - a: 1\n", {"l": [{"b": "2", "c": "3"}]}, "l:\n  - b: 2\n    c: 3\n"),
    (
        "l:\n  - id: 1\n  - a: 1\nz: 1\n",
        {"l": [{"id": "1"}, {"b": "2"}], "z": "1"},
        "l:\n  - id: 1\n  - b: 2\nz: 1\n",
    ),
]


@pytest.mark.parametrize(("old", "fields", "new"), OTHER_FIELDS)
def test_fields_that_come_first_or_stand_alone_give_way_to_others(
    old: str, fields: dict[str, Any], new: str
) -> None:
    assert rewrite_fields(f"---\n{old}---\n", fields) == f"---\n{new}---\n"


@pytest.mark.parametrize("text", ["---\na: [\n---\n", "---\n- a\n---\n"])
def test_fields_that_cannot_be_read_are_not_rewritten(text: str) -> None:
    with pytest.raises(CannotRewriteError, match="fields"):
        rewrite_fields(text, {"a": "b"})


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=80))
def test_any_words_are_read_back_as_they_were_typed(words: str) -> None:
    for name in ("title", "summary", "topics"):
        value = [words] if name == "topics" else words
        fields = {**fields_of(RECORD), name: value}
        assert fields_of(rewrite_fields(RECORD, fields)) == fields
