"""Each rule by its own examples: the wrong one breaks it, the right one breaks none."""

import re
from pathlib import Path

import pytest

from corpus.check import check
from corpus.documents import document
from corpus.library import load
from corpus.model import Opinion
from corpus.rules import RULES, Rule
from factories import RECORD, SOUND, corpus, library, record

SHOWN = [rule for rule in RULES.values() if rule.bad]
RULE_IDS = [rule.code for rule in SHOWN]


def example(text: str) -> dict[str, str]:
    """An example as a file of the sound corpus: a whole one, or a part of the sound record."""
    named = re.match(r"# (\S+\.md)\n", text)
    path = named[1] if named else "opinions/2003/05.md"
    text = text[named.end() :] if named else text
    if text.startswith("---\n") and text.count("---\n") + text.endswith("---") > 1:
        return {path: text + "\n"}
    if path.startswith("standards/"):
        return {path: text + "\n"}
    fields, fence, body = text.partition("---")
    return {path: record(fields, body if fence else None)}


def codes(root: Path, text: str) -> set[str]:
    return {finding.code for finding in check(library(root, example(text)))}


def test_nothing_is_found_in_the_sound_corpus(tmp_path: Path) -> None:
    assert check(library(tmp_path)) == ()


@pytest.mark.parametrize("rule", SHOWN, ids=RULE_IDS)
def test_the_wrong_example_breaks_the_rule(tmp_path: Path, rule: Rule) -> None:
    assert rule.code in codes(tmp_path, rule.bad)


@pytest.mark.parametrize("rule", SHOWN, ids=RULE_IDS)
def test_the_right_example_breaks_none(tmp_path: Path, rule: Rule) -> None:
    assert codes(tmp_path, rule.good) == set()


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_tells_all_about_itself(rule: Rule) -> None:
    assert re.fullmatch(r"OP[0-5]\d\d", rule.code)
    assert rule.law.endswith(".")
    assert rule.why.endswith(".")
    assert rule.hint.endswith(".")
    assert bool(rule.bad) == bool(rule.good)
    assert rule.bad or rule.code in {"OP001", "OP006"}, "only bytes cannot be shown as text"


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("opinions/2003/05.md", b"\xff", "1:1 OP001 the byte 0xff is not UTF-8 text"),
        ("pages/about.md", b"a\n\xff", "2:1 OP001 the byte 0xff is not UTF-8 text"),
        (
            "opinions/topics.yml",
            None,
            "1:1 OP006 the file cannot be read: No such file or directory",
        ),
        ("opinions/2003/05.md", record("approved: 2003-11-08"), "20:1 OP203"),
        ("opinions/2003/05.md", record("topics: [fees, fes]"), "15:16 OP112"),
        ("opinions/2003/05.md", RECORD.replace("Standard 3(c)", "Standard 4(a)"), "24:13 OP302"),
        ("standards/3.md", SOUND["standards/3.md"].replace("id: 3", "id: 4"), "2:5 OP402"),
    ],
)
def test_a_finding_names_its_place(
    tmp_path: Path, path: str, text: str | bytes | None, found: str
) -> None:
    told = [
        f"{finding.spot.line}:{finding.spot.column} {finding.code} {finding.message}"
        for finding in check(library(tmp_path, {path: text}))
        if finding.spot.path == path
    ]
    assert any(one.startswith(found) for one in told), told


def test_a_misfit_of_every_kind_is_claimed_by_a_rule(tmp_path: Path) -> None:
    """Whatever the schema refuses in the real model comes out as a finding."""
    text = record(
        "number: x\nyear: 1\napproved: 1\ntopics: [A]\nissues: []\nstandards: [III]\n"
        "summary: [a]\nsource: {url: a, file: /a, sha256: a}\nnonsense: 1"
    ).replace("title: Naming a speaker\n", "")
    places = corpus(tmp_path, {"opinions/2003/05.md": text})
    read = next(one for one in load(places).documents if one.path == "opinions/2003/05.md")
    faults = document(read.source, Opinion).faults
    found = [finding for finding in check(load(places)) if finding.spot.path == read.path]
    assert sorted(finding.message for finding in found) == sorted(one.message for one in faults)
    assert len(faults) == 12


def test_all_findings_of_all_files_come_in_one_run_and_in_order(tmp_path: Path) -> None:
    files = {
        "opinions/2003/05.md": record("title: ''\napproved: 2003-13-01"),
        "opinions/2003/06.md": "no fence",
        "standards/3.md": "---\nid: 3\n---\n",
    }
    found = check(library(tmp_path, files))
    assert [finding.spot.path for finding in found] == [
        "opinions/2003/05.md",
        "opinions/2003/05.md",
        "opinions/2003/06.md",
        "standards/3.md",
    ]
    assert list(found) == sorted(found)
