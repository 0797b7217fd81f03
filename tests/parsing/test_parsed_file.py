from pathlib import Path

from corpus.findings import FaultKind, Location
from corpus.model.vocabularies import Topics
from corpus.parsing.field_types import Day, PositiveInt, Slug, StrictModel, Text, Url
from corpus.parsing.front_matter import read_yaml
from corpus.parsing.parsed_file import parse_file


class Child(StrictModel):
    id: Slug


class Schema(StrictModel):
    title: Text
    day: Day
    numbers: tuple[PositiveInt, ...] = ()
    url: Url | None = None
    children: tuple[Child, ...] = ()


def faults(folder: Path, text: str) -> list[tuple[FaultKind, tuple[int, int], str]]:
    path = folder / "a.yml"
    path.write_text(text)
    file = parse_file(read_yaml(path, "a.yml"), Schema)
    return [
        (fault.kind, (fault.location.line, fault.location.column), fault.message)
        for fault in file.faults
    ]


def test_a_valid_file_has_a_value_of_its_schema(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("title: ' Fees '\nday: 2004-02-29\nnumbers: [05, 6]\n")
    value = parse_file(read_yaml(path, "a.yml"), Schema).value
    assert value is not None
    assert (value.title, value.day.isoformat(), value.numbers) == ("Fees", "2004-02-29", (5, 6))


def test_every_fault_is_found_at_its_place(tmp_path: Path) -> None:
    text = "titel: Fees\nday: 2003-02-30\nnumbers: [0, x]\nurl: [a]\nchildren:\n  - {id: A b}\n"
    assert faults(tmp_path, text) == [
        (
            FaultKind.UNKNOWN,
            (1, 1),
            "there is no field `titel`; did you mean `title`, which is missing?",
        ),
        (FaultKind.DAY, (2, 6), "`2003-02-30` is not a day in the calendar"),
        (FaultKind.NUMBER, (3, 11), "`0` is not a whole number of 1 or more"),
        (FaultKind.NUMBER, (3, 14), "`x` is not a whole number of 1 or more"),
        (FaultKind.SHAPE, (4, 6), "this must be text, and brackets make it a list"),
        (
            FaultKind.SLUG,
            (6, 10),
            "`A b` is not a short name of lowercase letters, digits and hyphens",
        ),
    ]


def test_a_list_is_not_taken_from_text_nor_text_from_a_list(tmp_path: Path) -> None:
    text = "title: [Fees]\nday: {a: b}\nnumbers: 5\n"
    assert [message for _, _, message in faults(tmp_path, text)] == [
        "this must be text, and brackets make it a list",
        "this must be a date",
        "this must be a list",
    ]


def test_a_place_is_on_its_own_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("title: Fees\nday: 2003-01-01\n")
    assert parse_file(read_yaml(path, "b/a.yml"), Schema).field_location("day") == Location(
        "b/a.yml", 2, 6
    )


def test_a_bad_key_is_reported_at_the_key(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("fees: {title: Fees, about: x}\nA b: {title: x, about: y}\n")
    (fault,) = parse_file(read_yaml(path, "a.yml"), Topics).faults
    assert (fault.kind, fault.location) == (FaultKind.SLUG, Location("a.yml", 2, 1))


def test_an_empty_value_is_empty_whatever_it_should_be(tmp_path: Path) -> None:
    text = "title:\nday: ''\nnumbers:\nurl: ' '\nchildren: ''\n"
    assert [message for _, _, message in faults(tmp_path, text)] == [
        "the field `title` is empty",
        "the field `day` is empty",
        "the field `numbers` is empty",
        "the field `url` is empty",
        "the field `children` is empty",
    ]


def test_a_known_field_at_the_wrong_level_is_told_where_it_belongs(tmp_path: Path) -> None:
    text = "title: Fees\nday: 2003-01-01\nid: a\nchildren:\n  - {id: b, url: c, other:x}\n"
    assert [message for _, _, message in faults(tmp_path, text)] == [
        "`id` belongs under `children`, not here",
        "`url` belongs at the top level, not here",
        "a space is missing after the colon",
    ]
