from pathlib import Path

import pytest

from corpus.findings import FaultKind, Location
from corpus.parsing.front_matter import read_markdown, read_yaml


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "file"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    "scalar", ["05", "010", "0o10", "1e3", "1.10", "12:30", "no", "y", "null", "~", "2003-02-30"]
)
def test_a_scalar_is_the_text_that_was_written(tmp_path: Path, scalar: str) -> None:
    raw = read_yaml(written(tmp_path, f"field: {scalar}\n"), "a.yml")
    assert raw.fields == {"field": scalar}


def test_a_record_is_split_at_its_fences_and_the_body_is_left_as_it_is(tmp_path: Path) -> None:
    text = "---\ntitle: Fees\n---\n\n# Head\n\n---\nafter a rule\n"
    raw = read_markdown(written(tmp_path, text), "a.md")
    assert raw.fields == {"title": "Fees"}
    assert raw.body == "\n# Head\n\n---\nafter a rule\n"
    assert raw.body_line == 4


def test_windows_line_ends_are_read_as_plain_ones(tmp_path: Path) -> None:
    raw = read_markdown(written(tmp_path, "---\r\na: b\r\n---\r\nText\r\n"), "a.md")
    assert (raw.fields, raw.body, raw.faults) == ({"a": "b"}, "Text\n", ())


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        (("a",), (2, 4)),
        (("b", 1), (3, 8)),
        (("c", 0, "d"), (5, 8)),
        (("c", 0, "missing"), (5, 5)),
        (("missing",), (2, 1)),
    ],
)
def test_every_value_knows_its_place(
    tmp_path: Path, loc: tuple[str | int, ...], place: tuple[int, int]
) -> None:
    text = "---\na: x\nb: [y, z]\nc:\n  - d: e\n---\n"
    raw = read_markdown(written(tmp_path, text), "a.md")
    assert raw.location(loc) == Location("a.md", *place)


def test_the_name_of_a_field_has_a_place_of_its_own(tmp_path: Path) -> None:
    raw = read_markdown(written(tmp_path, "---\na: x\nbb: y\n---\n"), "a.md")
    assert raw.key_location(("bb",)) == Location("a.md", 3, 1)


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        (b"\xef\xbb\xbf---\na: b\n---\n", FaultKind.ENCODING, (1, 1)),
        (b"---\na: b\n---\n\xe9t\xe9\n", FaultKind.ENCODING, (4, 1)),
        ("a: b\n", FaultKind.NO_FENCE, (1, 1)),
        ("\n---\na: b\n---\n", FaultKind.NO_FENCE, (1, 1)),
        ("a: b\n---\nc\n---\n", FaultKind.NO_FENCE, (1, 1)),
        ("----\na: b\n----\n", FaultKind.NO_FENCE, (1, 1)),
        ("--- \na: b\n---\n", FaultKind.NO_FENCE, (1, 1)),
        ("---\n<<<<<<< a\na: b\n---\n", FaultKind.CONFLICT, (2, 1)),
        ("---\na: b\n", FaultKind.NO_SECOND_FENCE, (3, 1)),
        ("---\na: b\n\n# Text\n", FaultKind.NO_SECOND_FENCE, (3, 1)),
        ("---\na: b\n--- \n", FaultKind.NO_SECOND_FENCE, (3, 1)),
        ("---\na: b\n--- \nText\n\n---\n\nText\n", FaultKind.NO_SECOND_FENCE, (3, 1)),
        ("---\r\na: b\r\n---\r\n".encode("utf-16"), FaultKind.ENCODING, (1, 1)),
        ("---\na: b\n----\nText\n", FaultKind.NO_SECOND_FENCE, (3, 1)),
        ("---\na: b: c\n---\n", FaultKind.COLON, (2, 5)),
        ("---\na: b #c\n---\n", FaultKind.COMMENT, (2, 6)),
        ("---\na: #c\nd: e\n---\n", FaultKind.COMMENT, (2, 4)),
        ("---\na:\n\tb: c\n---\n", FaultKind.TAB, (3, 1)),
        ("---\na: “b”\n---\n", FaultKind.CURLY_QUOTES, (2, 4)),
        ("---\na: [“b”]\n---\n", FaultKind.CURLY_QUOTES, (2, 5)),
        ("---\na: “b: c”\n---\n", FaultKind.CURLY_QUOTES, (2, 4)),
        ("---\na: [b\nc: d\n---\n", FaultKind.YAML, (2, 4)),
        ("---\n- a\n---\n", FaultKind.YAML, (2, 1)),
        ("---\n---\n", FaultKind.YAML, (2, 1)),
        ("---\na: b\na: c\n---\n", FaultKind.DUPLICATE, (3, 1)),
        ("---\na:\n  - b: 1\n    b: 2\n---\n", FaultKind.DUPLICATE, (4, 5)),
        ("---\na: &x b\n---\n", FaultKind.YAML_FEATURE, (2, 4)),
        ("---\na: [*x]\n---\n", FaultKind.YAML_FEATURE, (2, 5)),
        ("---\na: ! b\n---\n", FaultKind.YAML_FEATURE, (2, 4)),
        ("---\na: b\n---\n\nc\x00d\n", FaultKind.INVISIBLE, (5, 2)),
        ('---\na: b\nc: "d\\a"\n---\n', FaultKind.INVISIBLE, (3, 4)),
        ("---\na: b\n? [c]\n: d\n---\n", FaultKind.YAML, (3, 3)),
        ("---\na: " + "[" * 60_000 + "]" * 60_000 + "\n---\n", FaultKind.SHAPE, (2, 22)),
        ("---\na:\n  " + "- " * 3000 + "b\n---\n", FaultKind.SHAPE, (3, 39)),
        ("---\n" + "- " * 21 + "b\n---\n", FaultKind.SHAPE, (2, 39)),
        ("---\n? " + "[" * 20 + "b" + "]" * 20 + "\n: c\n---\n", FaultKind.SHAPE, (2, 21)),
        ("---\na: " + "[" * 20 + "b\n---\n", FaultKind.SHAPE, (2, 22)),
        ("---\n" + "? " * 3000 + "b\n---\n", FaultKind.SHAPE, (2, 39)),
        (
            "---\n" + "".join(" " * n + "a:\n" for n in range(500)) + "---\n",
            FaultKind.SHAPE,
            (21, 20),
        ),
        ("---\na: !!int 5\n---\n", FaultKind.YAML_FEATURE, (2, 4)),
    ],
)
def test_what_keeps_a_file_from_being_read_is_reported_at_its_place(
    tmp_path: Path, text: str | bytes, kind: FaultKind, place: tuple[int, int]
) -> None:
    raw = read_markdown(written(tmp_path, text), "a.md")
    assert [(fault.kind, fault.location) for fault in raw.faults] == [
        (kind, Location("a.md", *place))
    ]


def test_characters_that_only_look_like_anchors_are_words(tmp_path: Path) -> None:
    raw = read_markdown(written(tmp_path, "---\na: R&D, *yes*, now!\n---\n"), "a.md")
    assert raw.fields == {"a": "R&D, *yes*, now!"}


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    raw = read_yaml(tmp_path / "none.yml", "none.yml")
    assert [fault.kind for fault in raw.faults] == [FaultKind.UNREADABLE]


def test_comments_on_lines_of_their_own_are_allowed(tmp_path: Path) -> None:
    text = '---\n# the number\na: b\nc: >-\n  d #e\nf: "g #h" # well\n---\n'
    raw = read_markdown(written(tmp_path, text), "a.md")
    assert (raw.fields, raw.faults) == ({"a": "b", "c": "d #e", "f": "g #h"}, ())
