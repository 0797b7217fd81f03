"""What is said of a change, by small changes of the sound corpus."""

import json
from pathlib import Path

from corpus.build.effects import Effects, as_json, as_markdown, effects
from factories import RECORD, Files, catalogued, full, record, sound

FIVE = "Advisory Opinion 05 (2003)"
PATH = "opinions/2003/05.md"
LATER: Files = {
    "opinions/2010/12.md": full(
        12, 2010, "opinions: [{cites: 2003/05, effect: supersedes}]", "See AO 5 (2003)."
    )
}


def found(root: Path, after: Files, before: Files | None = None) -> Effects:
    return effects(sound(root / "before", before or {}), sound(root / "after", after))


def test_nothing_is_said_where_nothing_changes(tmp_path: Path) -> None:
    told = as_markdown(found(tmp_path, {}))
    assert told.startswith("## The approved text of no opinion changes")
    assert "nothing else changed" in told


def test_a_changed_word_is_said_first(tmp_path: Path) -> None:
    told = found(tmp_path, {PATH: RECORD.replace("It may (", "It must (")})
    assert told.words == ("Advisory Opinion 05 (2003): paragraph 2 changes",)
    assert as_markdown(told).startswith("## The approved text changes\n\n- Advisory Opinion 05")


def test_paragraphs_and_headings_that_come_and_go_are_told(tmp_path: Path) -> None:
    longer = {PATH: RECORD + "\nOr not.\n"}
    assert found(tmp_path / "a", longer).words[0].endswith("paragraph 3 is new")
    assert found(tmp_path / "b", {}, longer).words[0].endswith("paragraph 3 is gone")
    headed = {PATH: RECORD.replace("\nMay it?", "\n## Question\n\nMay it?", 1)}
    assert found(tmp_path / "c", headed).words[0].endswith("a heading or the approval line changes")


def test_a_new_opinion_is_told_with_all_that_it_brings(tmp_path: Path) -> None:
    told = found(tmp_path, LATER)
    assert told.words == ()
    assert told.opinions.gained == ("2010/12",)
    assert told.statuses == (
        f"{FIVE}: from “No later change recorded” to “Superseded by AO 12 (2010)”",
        f"{FIVE}, holding 1: from current to superseded",
    )
    assert told.cited_by.gained == ("Advisory Opinion 12 (2010) supersedes 2003/05",)
    assert "topics/confidentiality/: Advisory Opinion 12 (2010)" in told.rows.gained
    assert {"opinions/2010/12/", "ao/12/", "opinions/2010/12/cite.bib"} <= set(
        told.addresses.gained
    )
    assert "2010-06-01: AO 12 (2010) supersedes AO 5 (2003)" in told.feeds.gained
    assert told.addresses.lost == ()


def test_what_is_lost_stands_before_what_is_new(tmp_path: Path) -> None:
    told = found(tmp_path, {"opinions/2011/13.md": catalogued(13, 2011)}, LATER)
    lines = as_markdown(told).splitlines()
    assert lines.index("- lost: 2010/12") < lines.index("- new: 2011/13")


def test_other_fields_are_named(tmp_path: Path) -> None:
    told = found(tmp_path, {PATH: record("title: Another\ntopics: [fees]")})
    assert told.changed == ("Advisory Opinion 05 (2003): title, topics",)
    assert told.rows.lost == ("topics/confidentiality/: Advisory Opinion 05 (2003)",)


def test_no_word_of_a_record_is_markup_in_a_pull_request(tmp_path: Path) -> None:
    attack = "@all <img src=x> [x](y) `z` #1"
    text = full(12, 2010, f'title: "{attack}"')
    told = as_markdown(found(tmp_path, {"opinions/2010/12.md": text}))
    assert attack not in told
    for sign in ("@<!-- -->all", "&lt;img", "\\[x\\]", "\\#<!-- -->1"):
        assert sign in told


def test_programs_get_the_same(tmp_path: Path) -> None:
    told = json.loads(as_json(found(tmp_path, LATER)))
    assert told["opinions"] == {"gained": ["2010/12"], "lost": []}
