"""Each rule by its own examples: the wrong one breaks it, the right one breaks none."""

import hashlib
import os
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from corpus.checks import rules
from corpus.checks.registry import MOST_PER_FILE, RULE_OF_FAULT, RULES, Check, Rule, Scope
from corpus.checks.report import as_text
from corpus.checks.runner import check
from corpus.findings import FaultKind, Location, Violation
from corpus.library.loader import load
from corpus.model.opinion import Opinion
from corpus.parsing.parsed_file import parse_file
from factories import (
    COMMISSION,
    RECORD,
    SOUND,
    Files,
    catalogued,
    corpus,
    full,
    library,
    page,
    record,
    with_fields,
)

SHOWN = [rule for rule in RULES.values() if rule.bad]
FIXTURES = Path(__file__).parent / "rules"
UNMADE = {"OP014", "OP199"}
"""A file as large as OP014 asks for is made in `test_read`; OP199 tells what no other rule does."""
UNSHOWN = {"OP001", "OP006", "OP010", "OP013", "OP014", "OP199", "OP410", "OP414"} | {
    f"OP50{number}" for number in range(1, 7)
}
"""Rules whose examples cannot be shown as text, or not in one file."""
RULE_IDS = [rule.code for rule in SHOWN]


def example(text: str) -> Files:
    """An example as a file of the sound corpus: a whole one, or a part of a sound one."""
    named = re.match(r"# (\S+\.(?:md|yml))\n", text)
    path = named[1] if named else "opinions/2003/05.md"
    text = text[named.end() :] if named else text
    if path == "standards/commission.yml":
        return {path: with_fields(SOUND[path], text)}
    if (text.startswith("---\n") and "\n---" in text) or path.startswith("standards/"):
        return {path: text + "\n"}
    fields, fence, body = f"{text}\n".partition("---\n")
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


def fixture(code: str) -> Files:
    """The files of a fixture: what stands in its folder, over the sound corpus."""
    folder = FIXTURES / code
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))}
    taken_away = (folder / "absent.txt").read_text().split() if "absent.txt" in files else []
    kept = {
        name: path.read_bytes()
        for name, path in files.items()
        if path.is_file() and not path.is_symlink() and path.parent != folder
    }
    return kept | dict.fromkeys(taken_away)


@pytest.mark.parametrize("code", sorted(set(RULES) - UNMADE))
def test_a_fixture_gives_exactly_its_findings(tmp_path: Path, code: str) -> None:
    paths = corpus(tmp_path, fixture(code))
    for link in FIXTURES.glob(f"{code}/*/*"):
        if link.is_symlink():
            (tmp_path / link.relative_to(FIXTURES / code)).symlink_to(link.readlink())
    found = check(load(paths))
    told = "".join(f"{line}\n" for line in as_text(found).splitlines()[:-1:2])
    golden = FIXTURES / code / "findings.txt"
    if os.environ.get("GOLDEN"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")
    assert code in {finding.code for finding in found}


def test_every_fixture_has_its_rule() -> None:
    assert {path.name for path in FIXTURES.iterdir()} == set(RULES) - UNMADE


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_tells_all_about_itself(rule: Rule) -> None:
    assert re.fullmatch(r"OP[0-5]\d\d", rule.code)
    assert rule.law.endswith(".")
    assert rule.why.endswith(".")
    assert rule.hint.endswith((".", ".`"))
    assert bool(rule.bad) == bool(rule.good)
    assert rule.bad or rule.code in UNSHOWN


def test_every_flaw_is_told_by_a_rule() -> None:
    assert set(RULE_OF_FAULT) == set(FaultKind)


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
        ("opinions/2003/05.md", record("approved: 2003-11-08"), "20:1 OP209"),
        ("opinions/2003/05.md", record("topics: [fees, fes]"), "15:16 OP112"),
        ("opinions/2003/05.md", RECORD.replace("Standard 3(c)", "Standard 4(a)"), "24:13 OP302"),
        ("standards/3.md", SOUND["standards/3.md"].replace("id: 3", "id: 4"), "2:5 OP403"),
        ("opinions/2003/05.md", RECORD.replace("at: [2]", "at: [3]"), "12:45 OP201"),
        ("opinions/2003/05.md", RECORD.replace("Number 05", "Number Five"), "18:3 OP203"),
        ("opinions/2003/05.md", RECORD.replace("(2003)", "(2004)"), "18:3 OP208"),
        ("opinions/2003/05.md", RECORD.replace("(Approved", "(Signed"), "20:1 OP203"),
        ("opinions/2003/05.md", RECORD.replace("May it?", "May it *not?"), "22:8 OP205"),
        ("opinions/2003/05.md", RECORD.replace("May it?", "May\n1) it?"), "24:1 OP207"),
        ("opinions/2003/05.md", record('statutes: ["7A-99"]'), "15:12 OP301"),
        ("opinions/2003/7.txt", "x", "1:1 OP404"),
        (
            "opinions/2003/05.md",
            record("source:\n\ttitle: Minutes"),
            "16:1 OP010 this line is indented with a tab",
        ),
        ("pages/sub/x.md", "x", "1:1 OP404"),
        ("pages/x.md", page("a\n\n<b>b</b>"), "8:1 OP210 `<b` is not allowed here"),
        ("pages/x.md", page("[a](JavaScript:x)"), "6:3 OP210"),
        ("standards/commission.yml", COMMISSION.replace("statute:", "statutes:"), "10:3 OP101"),
        (
            "opinions/2003/05.md",
            RECORD.replace(
                "holdings:\n", "holdings:\n  - {id: 1, answers: 1, text: No., at: [2]}\n"
            ),
            "13:10 OP115",
        ),
    ],
)
def test_a_finding_names_its_place(
    tmp_path: Path, path: str, text: str | bytes | None, found: str
) -> None:
    told = [
        f"{finding.location.line}:{finding.location.column} {finding.code} {finding.message}"
        for finding in check(library(tmp_path, {path: text}))
        if finding.location.path == path
    ]
    assert any(one.startswith(found) for one in told), told


def test_a_source_file_is_compared_with_its_hash(tmp_path: Path) -> None:
    right = hashlib.sha256(b"words").hexdigest()
    for digest, codes_found in ((right, []), ("0" * 64, ["OP306"]), ("f" * 64, ["OP306"])):
        source = f"source: {{title: Minutes, file: minutes.txt, sha256: {digest}}}"
        files = {"opinions/2003/05.md": record(source), "minutes.txt": "words"}
        assert [finding.code for finding in check(library(tmp_path, files))] == codes_found


def test_files_that_a_desktop_leaves_behind_are_no_matter(tmp_path: Path) -> None:
    assert check(library(tmp_path, {"opinions/2003/.DS_Store": b"\x00"})) == ()


def test_an_authority_that_cannot_be_read_is_not_called_missing(tmp_path: Path) -> None:
    found = check(library(tmp_path, {"standards/3.md": "---\nid: 3\n---\n"}))
    assert {finding.location.path for finding in found} == {"standards/3.md"}


def test_a_misfit_of_every_kind_is_claimed_by_a_rule(tmp_path: Path) -> None:
    """Whatever the schema refuses in the real model comes out as a finding."""
    text = record(
        "number: x\nyear: 1\napproved: 1\ntopics: [A]\nissues: []\nstandards: [III]\n"
        "summary: [a]\nsource: {url: a, file: /a, sha256: a}\nnonsense: 1"
    ).replace("title: Naming a speaker\n", "")
    paths = corpus(tmp_path, {"opinions/2003/05.md": text})
    read = load(paths)
    (file,) = read.record_files
    faults = parse_file(file.parsed_file.raw, Opinion).faults
    found = [one for one in check(read) if one.location.path == "opinions/2003/05.md"]
    assert sorted(finding.message for finding in found) == sorted(one.message for one in faults)
    assert len(faults) == 12


def test_all_findings_of_all_files_come_in_one_run_and_in_order(tmp_path: Path) -> None:
    files = {
        "opinions/2003/05.md": record("title: ''\napproved: 2003-13-01"),
        "opinions/2003/06.md": "no fence",
        "standards/3.md": "---\nid: 3\n---\n",
    }
    found = check(library(tmp_path, files))
    assert [finding.location.path for finding in found] == [
        "opinions/2003/05.md",
        "opinions/2003/05.md",
        "opinions/2003/06.md",
        "standards/3.md",
    ]
    assert list(found) == sorted(found)


@pytest.mark.parametrize(
    "word", ["Ærø", "façade", "Łódź", "Straße", "Nguyễn", "e\u0301tude", "1ª", "“§ 3”—½"]
)
def test_letters_with_their_accents_are_of_the_alphabet(tmp_path: Path, word: str) -> None:
    assert codes(tmp_path, f'title: "{word}"') == set()


@pytest.mark.parametrize("escape", [r"\xB5", r"\u0430", r"\U0001D5E6", r"F\u0435es"])
def test_a_letter_of_another_alphabet_may_not_be_written_by_its_code(
    tmp_path: Path, escape: str
) -> None:
    assert codes(tmp_path, f'title: "{escape}"') == {"OP015"}
    assert codes(tmp_path, 'title: "caf\\xE9"') == set()


@pytest.mark.parametrize("path", ["opinions/2001/06.md", "opinions/2003/07.md"])
def test_a_record_belongs_at_its_place_and_nowhere_before_or_after(
    tmp_path: Path, path: str
) -> None:
    found = check(library(tmp_path, {path: catalogued(6, 2003)}))
    assert [one.code for one in found] == ["OP402"]


def test_an_alias_is_told_in_whatever_order_the_files_are(tmp_path: Path) -> None:
    alias = "aliases: [Z-1]"
    files = {f"opinions/2004/{one}.md": catalogued(one, 2004, alias) for one in (99, 100)}
    assert [one.code for one in check(library(tmp_path, files))] == ["OP414"]


def test_what_is_done_to_one_opinion_is_not_said_before_of_another(tmp_path: Path) -> None:
    relations = (
        "opinions:\n  - {cites: 2003/05, effect: supersedes}\n"
        "  - {cites: 2004/06, effect: modifies, holding: 1}\n"
    )
    files = {
        "opinions/2004/06.md": full(6, 2004),
        "opinions/2005/07.md": catalogued(7, 2005, relations),
    }
    assert "OP413" not in {one.code for one in check(library(tmp_path, files))}


def test_the_first_digit_of_a_code_names_the_module() -> None:
    modules = list(Path(rules.__file__).parent.glob("op*.py"))
    registered = [
        (path.name, code)
        for path in modules
        for code in re.findall(r'(?:@on_\w+\(\s*|\bcode=)"(OP\d{3})"', path.read_text("utf-8"))
    ]
    assert sorted(code for _, code in registered) == sorted(RULES)
    assert [(name, code) for name, code in registered if name[:3] != code[:3].lower()] == []


def test_the_hundreds_of_a_code_say_where_to_look() -> None:
    paths = {code: RULES[code].subject for code in ("OP001", "OP105", "OP210", "OP301", "OP404")}
    assert list(paths.values()) == [
        *("the file", "the fields", "the text"),
        *("authorities and citations", "the collection"),
    ]


@pytest.mark.parametrize(("scope", "told"), [(Scope.RECORD, ["a"]), (Scope.COLLECTION, ["a", "b"])])
def test_a_rule_tells_enough_of_each_file_and_then_stops(scope: Scope, told: list[str]) -> None:
    asked = count()

    def violations() -> Iterator[Violation]:
        for path in ("a", "b"):
            for line in range(1, MOST_PER_FILE + 100):
                next(asked)
                yield Location(path, line), "wrong"

    rule = Rule(code="OP999", name="x", law="A law.", why="So.", hint="Do.")
    findings = Check(rule, scope, violations).findings()
    assert [finding.location for finding in findings] == [
        Location(path, line) for path in told for line in range(1, MOST_PER_FILE + 1)
    ]
    assert next(asked) == (MOST_PER_FILE + 1 if scope is Scope.RECORD else 2 * (MOST_PER_FILE + 99))


EDITION = (
    "editions:\n  - {{event: A, effective: 2020-01-01, provisions: ['{}'], source: {{title: M}}}}"
)
AUTHORITY = "---\nid: {}\ntitle: Duty\nsource: {{title: M}}\n{}\n---\n"
LATER = "opinions:\n  - {{cites: {}, effect: {}}}\n"


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"standards/4.md": AUTHORITY.format(3, "")}, {"OP403"}),
        ({"standards/4.md": AUTHORITY.format(5, "")}, {"OP403"}),
        ({"standards/rules/pier.md": AUTHORITY.format("PIER", "")}, set()),
        ({"standards/4.md": AUTHORITY.format(4, EDITION.format("3(a)"))}, {"OP307"}),
        ({"standards/4.md": AUTHORITY.format(4, EDITION.format("5(a)"))}, {"OP307"}),
        ({"standards/4.md": AUTHORITY.format(4, EDITION.format("4(a)"))}, set()),
        ({"opinions/2003/05.md": record("approved: 2002-12-31")}, {"OP114"}),
        ({"opinions/2003/05.md": record("approved: 2004-01-01")}, {"OP114"}),
        ({"pages/a.md": page("[x](java&#115;cript:a)")}, {"OP210"}),
        ({"pages/a.md": page("words\n\n[x]: DATA:text/html,a")}, {"OP210"}),
        ({"opinions/2003/05.md": record('title: "\u0251lpha"')}, {"OP015"}),
        ({"opinions/2003/05.md": record('title: "d\u0131s"')}, {"OP015"}),
    ],
)
def test_a_rule_holds_on_both_sides_of_its_bound(
    tmp_path: Path, files: Files, told: set[str]
) -> None:
    assert {one.code for one in check(library(tmp_path, files))} - {"OP406"} >= told
    assert told or not check(library(tmp_path, files))


@pytest.mark.parametrize(
    ("withdrawn", "told"), [("2003-11-06", ["OP125"]), ("2003-11-07", []), ("2003-11-08", [])]
)
def test_an_opinion_may_be_withdrawn_on_its_own_day(
    tmp_path: Path, withdrawn: str, told: list[str]
) -> None:
    field = f"withdrawn: {{on: {withdrawn}, reason: Taken back.}}"
    found = check(library(tmp_path, {"opinions/2003/05.md": record(field)}))
    assert [one.code for one in found] == told


def test_a_file_that_is_there_is_a_record_even_where_it_cannot_be_read(tmp_path: Path) -> None:
    files = {
        "opinions/2004/06.md": "---\nnumber: [\n---\n",
        "opinions/2005/07.md": catalogued(7, 2005, LATER.format("2004/06", "follows")),
    }
    assert {one.location.path for one in check(library(tmp_path, files))} == {"opinions/2004/06.md"}


def test_every_effect_on_a_holding_is_looked_at(tmp_path: Path) -> None:
    """Also those that come after one on a whole opinion."""
    relations = (
        "opinions:\n  - {cites: 2003/05, effect: follows}\n"
        "  - {cites: 2003/05, effect: follows, holding: 77}\n"
    )
    files = {"opinions/2005/07.md": catalogued(7, 2005, relations)}
    assert [one.code for one in check(library(tmp_path, files))] == ["OP411"]


@pytest.mark.parametrize("other", ["2003/05", "2004/08"])
def test_only_an_effect_on_all_of_the_same_opinion_makes_another_on_a_part_idle(
    tmp_path: Path, other: str
) -> None:
    part = "2004/08" if other == "2003/05" else "2003/05"
    relations = (
        f"opinions:\n  - {{cites: {other}, effect: supersedes}}\n"
        f"  - {{cites: {part}, effect: modifies, holding: 1}}\n"
    )
    files = {
        "opinions/2004/08.md": full(8, 2004),
        "opinions/2005/07.md": catalogued(7, 2005, relations),
    }
    assert "OP413" not in {one.code for one in check(library(tmp_path, files))}


FOLLOWS = LATER.format("2004/06", "follows")


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (full(6, 2004, "approved: 2004-12-31"), catalogued(7, 2004, FOLLOWS)),
        (catalogued(6, 2004), catalogued(7, 2004, FOLLOWS)),
        (catalogued(6, 2004), full(7, 2004, f"approved: 2004-01-01\n{FOLLOWS}")),
    ],
)
def test_a_day_that_is_not_known_may_be_any_of_its_year(
    tmp_path: Path, earlier: str, later: str
) -> None:
    files = {"opinions/2004/06.md": earlier, "opinions/2004/07.md": later}
    assert "OP409" not in {one.code for one in check(library(tmp_path, files))}


def test_text_that_should_not_be_there_is_told_where_it_begins(tmp_path: Path) -> None:
    text = catalogued(6, 2004) + "\nOne.\n\nTwo.\n"
    (found,) = check(library(tmp_path, {"opinions/2004/06.md": text}))
    assert text.splitlines()[found.location.line - 1] == "One."
