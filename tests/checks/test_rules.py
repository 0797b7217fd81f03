"""Every rule, by its own examples and by a folder of files that break it."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path, PurePosixPath

import pytest

from corpus.checks import rules
from corpus.checks.registry import MOST_PER_FILE, RULE_OF_FAULT, RULES, Check, Rule, Scope
from corpus.checks.report import as_text
from corpus.checks.runner import check
from corpus.findings import FaultKind, Level, Location, Violation
from corpus.library.loader import load
from corpus.library.seals import seal_for
from corpus.model.opinion_id import OpinionId
from corpus.model.record_models import record_models
from corpus.parsing.parsed_file import parse_file
from corpus.paths import REPOSITORY
from factories import (
    COMMISSION,
    RECORD,
    VALID_FILES,
    Files,
    catalog_record,
    full_record,
    page_text,
    read_corpus,
    record_text,
    with_fields,
    write_corpus,
)
from golden_files import assert_golden

WITH_EXAMPLES = [rule for rule in RULES.values() if rule.bad]
FIXTURES = Path(__file__).parent / "rules"
WITHOUT_FIXTURE = {"OP014", "OP199", "OP416"}
"""A test makes the files of OP014 and OP416; no file in a folder breaks OP199 alone."""
WITHOUT_EXAMPLES = {
    "OP001",
    "OP006",
    "OP010",
    "OP013",
    "OP014",
    "OP018",
    "OP126",
    "OP141",
    "OP142",
    "OP143",
    "OP145",
    "OP148",
    "OP149",
    "OP199",
    "OP215",
    "OP216",
    "OP218",
    "OP219",
    "OP314",
    "OP315",
    "OP410",
    "OP414",
    "OP416",
    "OP417",
    "OP418",
    "OP419",
    "OP420",
    "OP421",
    "OP510",
    "OP511",
    "OP512",
    "OP519",
    "OP513",
    "OP520",
} | {f"OP50{number}" for number in range(1, 8)}
"""Rules that no text in a single file can show."""
EXAMPLE_IDS = [rule.code for rule in WITH_EXAMPLES]


EXAMPLE = re.compile(
    r"""
    (?:\#\ (?P<path>\S+\.(?:md|yml))\n)?
    (?P<opening>---\n(?=\w+:))?
    (?P<fields>(?:\w+:.*\n(?:(?:\ |-\ ).*\n)*)*)
    (?P<closing>---\n)?
    \n?(?P<text>(?:.*\n)*)
    """,
    re.VERBOSE,
)
"""The lines of an example: the path, fields and text, each of them only if it matters."""


def example(lines: str) -> Files:
    """Return a valid file with the lines of an example in the place of its own."""
    match = EXAMPLE.fullmatch(f"{lines}\n")
    assert match, lines
    path, opening, fields, closing, text = match.groups(default="")
    path = path or "opinions/2003/05.md"
    if path.endswith(".yml"):
        return {path: with_fields(VALID_FILES[path], fields)}
    _, front, body = valid_file(path, fields).split("---\n", 2)
    if path == "opinions/2003/05.md" and (text or not fields):
        body = valid_text(text, is_whole=bool(closing and not fields))
    else:
        body = text or body
    first_fence = "" if fields and closing and not opening else "---\n"
    second_fence = "" if opening and not closing else "---\n"
    return {path: f"{first_fence}{with_fields(front, fields)}{second_fence}{body}"}


def valid_file(path: str, fields: str) -> str:
    """Return a valid file at a path. An example with the ID of an authority has its title too."""
    if path in VALID_FILES:
        return VALID_FILES[path]
    folder, name = PurePosixPath(path).parent.name, PurePosixPath(path).stem
    if folder == "standards":
        title = "" if fields.startswith("id:") else "title: Duty\n"
        return f"---\nid: {name}\n{title}source: {{title: Minutes}}\n---\n"
    if folder == "pages":
        return page_text("Words.")
    return catalog_record(int(name), int(folder)) if folder.isdecimal() else RECORD


def valid_text(text: str, *, is_whole: bool) -> str:
    """Return a valid text with this part, which is a heading, an answer or the whole text."""
    heading, answer = "# Opinion Number 05 (2003)\n", "It may (see Standard 3(c)).\n"
    if text.startswith("# "):
        return f"{text}\nMay it?\n\n{answer}"
    return text if is_whole else f"{heading}\nMay it?\n\n{text}"


def codes(root: Path, text: str) -> set[str]:
    return {finding.code for finding in check(read_corpus(root, example(text)))}


def test_a_valid_corpus_has_no_findings(tmp_path: Path) -> None:
    assert check(read_corpus(tmp_path)) == ()


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=EXAMPLE_IDS)
def test_the_wrong_example_breaks_the_rule(tmp_path: Path, rule: Rule) -> None:
    assert rule.code in codes(tmp_path, rule.bad)


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=EXAMPLE_IDS)
def test_the_right_example_breaks_no_rule(tmp_path: Path, rule: Rule) -> None:
    assert codes(tmp_path, rule.good) == set()


def fixture(code: str) -> Files:
    """Return the files of a rule's folder; None for each file that `absent.txt` lists."""
    folder = FIXTURES / code
    what_to_make = "make this folder, with a file such as opinions/2003/05.md that breaks the rule"
    assert folder.is_dir(), f"{folder.relative_to(REPOSITORY)}: {what_to_make}"
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))}
    absent = (folder / "absent.txt").read_text().split() if "absent.txt" in files else []
    present = {
        name: path.read_bytes()
        for name, path in files.items()
        if path.is_file() and path.parent != folder
    }
    return present | dict.fromkeys(absent)


@pytest.mark.parametrize("code", sorted(set(RULES) - WITHOUT_FIXTURE))
def test_a_fixture_gives_exactly_its_findings(tmp_path: Path, code: str) -> None:
    paths = write_corpus(tmp_path, fixture(code))
    for links in FIXTURES.glob(f"{code}/links.txt"):  # git would keep a link itself unseen
        for path, target in map(str.split, links.read_text().splitlines()):
            (tmp_path / path).symlink_to(target)
    published = tmp_path / "published"
    corpus = load(replace(paths, published_ledger=published if published.exists() else None))
    findings = check(replace(corpus, today=date(2027, 1, 1)))
    first_lines = "".join(f"{line}\n" for line in as_text(findings).splitlines()[:-1:2])
    assert_golden(FIXTURES / code / "findings.txt", first_lines)
    assert code in {finding.code for finding in findings}
    assert all(finding.subject in finding.message for finding in findings)


def test_every_rule_has_a_fixture() -> None:
    assert {path.name for path in FIXTURES.iterdir()} == set(RULES) - WITHOUT_FIXTURE


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert re.fullmatch(r"OP[0-5]\d\d", rule.code)
    assert rule.requirement.endswith(".")
    assert rule.why.endswith(".")
    assert rule.hint.endswith((".", ".`"))
    assert bool(rule.bad) == bool(rule.good)
    assert rule.bad or rule.code in WITHOUT_EXAMPLES


def test_a_rule_reports_every_kind_of_fault() -> None:
    assert set(RULE_OF_FAULT) == set(FaultKind)


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("opinions/2003/05.md", b"\xff", "1:1 OP001 the byte 0xff is not UTF-8 text"),
        ("pages/about.md", b"a\n\xff", "2:1 OP001 the byte 0xff is not UTF-8 text"),
        (
            "opinions/topics.yml",
            None,
            "1:1 OP006 the file cannot be read: No such file or directory",
        ),
        ("opinions/2003/05.md", record_text("approved: 2003-11-08"), "20:1 OP209"),
        ("opinions/2003/05.md", record_text("topics: [fees, fes]"), "15:16 OP112"),
        ("opinions/2003/05.md", RECORD.replace("Standard 3(c)", "Standard 4(a)"), "24:13 OP302"),
        ("standards/3.md", VALID_FILES["standards/3.md"].replace("id: 3", "id: 4"), "2:5 OP403"),
        ("opinions/2003/05.md", RECORD.replace("at: [2]", "at: [3]"), "12:45 OP201"),
        ("opinions/2003/05.md", RECORD.replace("Number 05", "Number Five"), "18:3 OP203"),
        ("opinions/2003/05.md", RECORD.replace("(2003)", "(2004)"), "18:3 OP208"),
        ("opinions/2003/05.md", RECORD.replace("(Approved", "(Signed"), "20:1 OP203"),
        ("opinions/2003/05.md", RECORD.replace("May it?", "May it *not?"), "22:8 OP205"),
        ("opinions/2003/05.md", RECORD.replace("May it?", "May\n1) it?"), "24:1 OP207"),
        ("opinions/2003/05.md", record_text('statutes: ["7A-99"]'), "15:12 OP301"),
        ("opinions/2003/7.txt", "x", "1:1 OP404"),
        (
            "opinions/2003/05.md",
            record_text("source:\n\ttitle: Minutes"),
            "16:1 OP010 this line is indented with a tab",
        ),
        ("pages/sub/x.md", "x", "1:1 OP404"),
        ("pages/x.md", page_text("a\n\n<b>b</b>"), "8:1 OP210 `<b` is not allowed here"),
        ("pages/x.md", page_text("[a](JavaScript:x)"), "6:3 OP210"),
        ("standards/commission.yml", COMMISSION.replace("citation:", "citations:"), "26:1 OP101"),
        (
            "opinions/2003/05.md",
            RECORD.replace(
                "holdings:\n", "holdings:\n  - {id: 1, answers: 1, text: No., at: [2]}\n"
            ),
            "13:10 OP115",
        ),
    ],
)
def test_a_finding_has_its_line_and_column(
    tmp_path: Path, path: str, text: str | bytes | None, expected: str
) -> None:
    findings = [
        f"{finding.location.line}:{finding.location.column} {finding.code} {finding.message}"
        for finding in check(read_corpus(tmp_path, {path: text}))
        if finding.location.path == path
    ]
    assert any(finding.startswith(expected) for finding in findings), findings


@pytest.mark.parametrize(
    ("record", "code", "hint"),
    [
        (
            RECORD.replace("# Opinion", "# ADVISORY OPINION OF THE BOARD\n\nOpinion"),
            "OP203",
            "Make it the first line of the text, as `# Opinion Number 05 (2003)`, and leave",
        ),
        (
            record_text("opinions: [{cites: 2001/04, effect: cites}]").replace(
                'cites: ["3(c)"]', 'cites: ["3(c)", 2001/04]'
            ),
            "OP304",
            "Delete it here.",
        ),
    ],
)
def test_a_hint_fits_what_the_record_has_elsewhere(
    tmp_path: Path, record: str, code: str, hint: str
) -> None:
    findings = check(read_corpus(tmp_path, {"opinions/2003/05.md": record}))
    assert [hint in finding.hint for finding in findings if finding.code == code] == [True]


def test_a_source_file_is_compared_with_its_hash(tmp_path: Path) -> None:
    correct = hashlib.sha256(b"words").hexdigest()
    for digest, expected in ((correct, []), ("0" * 64, ["OP306"]), ("f" * 64, ["OP306"])):
        source = f"source: {{title: Minutes, file: minutes.txt, sha256: {digest}}}"
        files = {"opinions/2003/05.md": record_text(source), "minutes.txt": "words"}
        findings = check(read_corpus(tmp_path, files))
        assert [finding.code for finding in findings] == expected
        assert all(finding.hint.startswith("Put back the document") for finding in findings)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It may ![a seal](seal.png).", "a picture in Markdown"),
        ("It may ![[seal.png]].", "a picture in Markdown"),
        ("It may [see\nthis](https://example.org/).", "a link in Markdown"),
        ("It may [see this](rules.pdf).", "a link in Markdown"),
        ("It may [[see this]].", "a link in Markdown"),
        ("It may.[^1]", "a footnote in Markdown"),
        ("It may `so`.", "computer code in Markdown"),
        ("    ```\n    It may.\n    ```", "computer code in Markdown"),
        ("It [may]() tell.", "a link in Markdown"),
        ("    It may.", "indented as computer code in Markdown"),
        ("Answer\n======", "the line below a heading in Markdown"),
        ("It&nbsp;may.", "the code of a character in HTML"),
        ("It&#8217;s so.", "the code of a character in HTML"),
        ("| a | b |\n| c | d |", "this looks like a table"),
        ("+---+---+\n| a | b |\n+---+---+", "this looks like a table"),
        ("a | b\n:-- | --:\nc | d", "this looks like a table"),
        ("Name\tFee\nHill\t$50", "this looks like a table"),
        ("Name    Fee\n------  -----\nHill    $50", "this looks like a table"),
        ("It _may_ so.", "emphasis in Markdown with `_`, which is not read"),
        ("It __may\nnot__.", "emphasis in Markdown with `_`, which is not read"),
        ("It ~~may~~ must.", "struck or lowered text in Markdown"),
        ("Give H~2~O.", "struck or lowered text in Markdown"),
        ("The 1^st^ day.", "raised text in Markdown"),
        ("So.\n\n***\n\nNo.", "a line of stars in Markdown"),
        ("A heading\n---------", "the line below a heading in Markdown"),
        ("- [ ] a task", "a box to tick in Markdown"),
        ("* [x] done", "a box to tick in Markdown"),
        ("It took ~5 to ~6 hours, 2^3, a_b_c, \\_so\\_ and ____x____ \\* \\* \\*.", ""),
        ("It may \\[see this](rules.pdf), \\`so\\`, R&D; and AT&T.", ""),
        ("[T]he mediator [sic] (or she) may [do](b) it [or](or) not[;] [a] [b].", ""),
        ("1)\tIt may.\n2)\tIt must.", ""),
        ("It may | or not.\n\n---\n\n- - -\n\nSigned: ____ | ____", ""),
        ("The parties` counsel may.", ""),
        ("It may (see Standard 3[C][1][d]).", ""),
        ("It may (see Standard 3(c), and the guide [E][1]).", "a link in Markdown"),
    ],
)
def test_what_a_converter_leaves_in_a_text_is_reported(
    tmp_path: Path, text: str, name: str
) -> None:
    record = RECORD.replace("It may (", f"{text}\n\nIt may (")
    findings = check(read_corpus(tmp_path, {"opinions/2003/05.md": record}))
    messages = [finding.message for finding in findings if finding.code == "OP212"]
    assert [message.removeprefix("this is ") for message in messages] == ([name] if name else [])


@pytest.mark.parametrize(
    ("listed", "messages"),
    [
        ('"3(c)", "3(d)", "3(e)"', []),
        (
            '"3(c)", "3(e)"',
            ["the text cites `Standard 3(c)-(e)`, but the fields do not list `3(d)`"],
        ),
        ('"3(c)", "3(d)", "3(e)", "3(f)"', ["the text does not cite `3(f)`"]),
    ],
)
def test_the_fields_list_each_part_of_a_range(
    tmp_path: Path, listed: str, messages: list[str]
) -> None:
    body = "# Opinion Number 05 (2003)\n\nIt may (see Standard 3(c)-(e) and AO 5 to 7).\n"
    record = record_text(
        f"standards: [{listed}]\nopinions: [{{cites: 2004/06, effect: cites}}, "
        "{cites: 2004/07, effect: cites}]\nholdings: []",
        body,
    )
    files = {
        "opinions/2003/05.md": record,
        "opinions/2004/06.md": catalog_record(6, 2004),
        "opinions/2004/07.md": catalog_record(7, 2004),
    }
    findings = check(read_corpus(tmp_path, files))
    cited = [each.message for each in findings if each.code in {"OP302", "OP303"}]
    assert cited == messages


def test_two_names_that_windows_takes_for_one_are_reported(tmp_path: Path) -> None:
    files = {name: page_text("Words.") for name in ("pages/a.md", "pages/A.md", "pages/b.md")}
    accents = {f"opinions/sources/{name}.txt": "words" for name in ("caf\u00e9", "cafe\u0301")}
    findings = check(read_corpus(tmp_path, files | accents))
    assert [
        (finding.location.path, finding.message) for finding in findings if finding.code == "OP416"
    ] == [
        (
            "opinions/sources/caf\u00e9.txt",
            "on Windows and macOS this is the same name as opinions/sources/cafe\u0301.txt",
        ),
        ("pages/a.md", "on Windows and macOS this is the same name as pages/A.md"),
    ]


@pytest.mark.parametrize(
    "name", [".DS_Store", "._05.md", ".#05.md", ".05.md.swp", ".05.md.swo", ".05.md.4711.new"]
)
def test_hidden_files_of_a_desktop_or_an_editor_are_ignored(tmp_path: Path, name: str) -> None:
    assert check(read_corpus(tmp_path, {f"opinions/2003/{name}": b"\x00"})) == ()


@pytest.mark.parametrize(
    "path",
    [
        "opinions/ledger/.gitignore",
        "opinions/.gitattributes",
        "opinions/2003/.06.md",
        "opinions/.hidden/06.md",
        "opinions/2003/05.md~",
        "opinions/ledger/2003/.05.txt",
        "opinions/ledger/notes",
        "standards/.3.md",
        "pages/.about.md",
    ],
)
def test_every_other_file_is_reported_also_if_it_is_hidden(tmp_path: Path, path: str) -> None:
    findings = check(read_corpus(tmp_path, {path: "words"}))
    assert path in {item.location.path for item in findings if item.level is Level.ERROR}


def test_an_unreadable_authority_is_not_reported_as_missing(tmp_path: Path) -> None:
    findings = check(read_corpus(tmp_path, {"standards/3.md": "---\nid: 3\n---\n"}))
    assert {finding.location.path for finding in findings} == {"standards/3.md"}


def test_every_value_that_the_model_rejects_becomes_a_finding(tmp_path: Path) -> None:
    text = record_text(
        "number: x\nyear: 1\napproved: 1\nseries: A B\nissues: []\nstandards: [III]\n"
        "summary: [a]\nsource: {url: a, file: /a, sha256: a}\nnonsense: 1"
    ).replace("title: Naming a speaker\n", "")
    paths = write_corpus(tmp_path, {"opinions/2003/05.md": text})
    loaded = load(paths)
    (file,) = loaded.record_files
    faults = parse_file(file.parsed_file.raw, record_models(loaded.kinds or ()).full).faults
    messages = [
        finding.message
        for finding in check(loaded)
        if finding.location.path == "opinions/2003/05.md"
    ]
    assert sorted(messages) == sorted(fault.message for fault in faults)
    assert len(faults) == 12


def test_one_run_reports_all_findings_of_all_files_in_order(tmp_path: Path) -> None:
    files = {
        "opinions/2003/05.md": record_text("title: ''\napproved: 2003-13-01"),
        "opinions/2003/06.md": "no fence",
        "standards/3.md": "---\nid: 3\n---\n",
    }
    findings = check(read_corpus(tmp_path, files))
    assert [finding.location.path for finding in findings] == [
        "opinions/2003/05.md",
        "opinions/2003/05.md",
        "opinions/2003/06.md",
        "standards/3.md",
    ]
    assert list(findings) == sorted(findings)


@pytest.mark.parametrize(
    "word", ["Ærø", "façade", "Łódź", "Straße", "Nguyễn", "e\u0301tude", "1ª", "“§ 3”—½"]
)
def test_letters_with_accents_are_latin(tmp_path: Path, word: str) -> None:
    assert codes(tmp_path, f'title: "{word}"') == set()


@pytest.mark.parametrize("escape", [r"\xB5", r"\u0430", r"\U0001D5E6", r"F\u0435es"])
def test_an_escape_cannot_stand_for_a_letter_of_another_alphabet(
    tmp_path: Path, escape: str
) -> None:
    assert codes(tmp_path, f'title: "{escape}"') == {"OP015"}
    assert codes(tmp_path, 'title: "caf\\xE9"') == set()


@pytest.mark.parametrize(("path", "line"), [("opinions/2001/06.md", 3), ("opinions/2003/07.md", 2)])
def test_a_record_belongs_in_the_folder_of_its_year_under_its_number(
    tmp_path: Path, path: str, line: int
) -> None:
    findings = check(read_corpus(tmp_path, {path: catalog_record(6, 2003)}))
    assert [(finding.code, finding.location.line) for finding in findings] == [("OP402", line)]


def test_a_shared_alias_is_found_in_any_order_of_files(tmp_path: Path) -> None:
    alias = "aliases: [Z-1]"
    files = {
        f"opinions/2004/{number}.md": catalog_record(number, 2004, alias) for number in (99, 100)
    }
    assert [finding.code for finding in check(read_corpus(tmp_path, files))] == ["OP414"]


@pytest.mark.parametrize(
    ("aliases", "message"),
    [
        ('["Standard 3(c)"]', "`Standard 3(c)` already cites Standard 3(c)"),
        (
            '["Harbor Stat. § 7A-38.2"]',
            "`Harbor Stat. § 7A-38.2` already cites Harbor Stat. § 7A-38.2",
        ),
        ('["A-1", "a-1"]', "`a-1` is already an alias of this opinion"),
        ('["A-1", "Letter on Standard 3(c)"]', ""),
        ('["Reply to AO 5 (2003)"]', ""),
        ('["AO No. 5 (2003)"]', "`AO No. 5 (2003)` is already a name of opinion 2003/05"),
    ],
)
def test_an_alias_means_only_its_opinion(tmp_path: Path, aliases: str, message: str) -> None:
    files = {"opinions/2004/99.md": catalog_record(99, 2004, f"aliases: {aliases}")}
    findings = check(read_corpus(tmp_path, files))
    assert [each.message for each in findings] == [message] * bool(message)


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ('standards: ["III(C)"]', 'Type "3(c)".'),
        ('standards: ["III.C.1"]', 'Type "3(c)(1)".'),
        ('rules: ["PR Rule 4(f)"]', 'Type "PR 4(f)".'),
    ],
)
def test_a_number_as_texts_write_it_comes_with_what_to_type(
    tmp_path: Path, field: str, hint: str
) -> None:
    record = record_text(f"{field}\nholdings: []")
    findings = check(read_corpus(tmp_path, {"opinions/2003/05.md": record}))
    assert [each.hint for each in findings if each.code == "OP110"] == [hint]


def test_a_text_in_the_wrong_encoding_is_mended_before_its_citations(tmp_path: Path) -> None:
    def codes(sign: str) -> set[str]:
        cited = f"(see Standard 3(c) and Harbor Stat. {sign} 7A-38.2(b))"
        record = RECORD.replace("(see Standard 3(c))", cited)
        record = record.replace("statutes: []", 'statutes: ["7A-38.2(b)"]')
        return {each.code for each in check(read_corpus(tmp_path, {"opinions/2003/05.md": record}))}

    assert codes("Â§") == {"OP017"}
    assert codes("§") == set()


def test_effects_on_different_opinions_do_not_repeat_each_other(tmp_path: Path) -> None:
    relations = (
        "opinions:\n  - {cites: 2003/05, effect: supersedes}\n"
        "  - {cites: 2004/06, effect: modifies, holding: 1}\n"
    )
    files = {
        "opinions/2004/06.md": full_record(6, 2004),
        "opinions/2005/07.md": catalog_record(7, 2005, relations),
    }
    assert "OP413" not in {finding.code for finding in check(read_corpus(tmp_path, files))}


def test_the_first_digit_of_a_code_names_the_module() -> None:
    modules = list(Path(rules.__file__).parent.glob("op*.py"))
    registered = [
        (path.name, code)
        for path in modules
        for code in re.findall(r'(?:@on_\w+\(\s*|\bcode=)"(OP\d{3})"', path.read_text("utf-8"))
    ]
    assert sorted(code for _, code in registered) == sorted(RULES)
    assert [(name, code) for name, code in registered if name[:3] != code[:3].lower()] == []


def test_the_first_digit_of_a_code_names_the_subject() -> None:
    subjects = [RULES[code].subject for code in ("OP001", "OP105", "OP210", "OP301", "OP404")]
    assert subjects == [
        *("the file", "the fields", "the text"),
        *("authorities and citations", "the collection"),
    ]


@pytest.mark.parametrize(
    ("scope", "paths"), [(Scope.RECORD, ["a"]), (Scope.COLLECTION, ["a", "b"])]
)
def test_a_check_stops_after_the_most_findings_in_a_file(scope: Scope, paths: list[str]) -> None:
    calls = count()

    def violations() -> Iterator[Violation]:
        for path in ("a", "b"):
            for line in range(1, MOST_PER_FILE + 100):
                next(calls)
                yield Violation(Location(path, line), "wrong")

    rule = Rule(code="OP999", name="x", requirement="A law.", why="So.", hint="Do.")
    findings = Check(rule, scope, violations).findings()
    assert [finding.location for finding in findings] == [
        Location(path, line) for path in paths for line in range(1, MOST_PER_FILE + 1)
    ]
    assert next(calls) == (MOST_PER_FILE + 1 if scope is Scope.RECORD else 2 * (MOST_PER_FILE + 99))


EDITION = (
    "editions:\n  - {{event: A, effective: 2020-01-01, provisions: ['{}'], source: {{title: M}}}}"
)
AUTHORITY = "---\nid: {}\ntitle: Duty\nsource: {{title: M}}\n{}\n---\n"
LATER = "opinions:\n  - {{cites: {}, effect: {}}}\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"standards/4.md": AUTHORITY.format(3, "")}, {"OP403"}),
        ({"standards/4.md": AUTHORITY.format(5, "")}, {"OP403"}),
        ({"standards/rules/pier.md": AUTHORITY.format("PIER", "")}, set()),
        ({"standards/4.md": AUTHORITY.format(4, EDITION.format("3(a)"))}, {"OP307"}),
        ({"standards/4.md": AUTHORITY.format(4, EDITION.format("5(a)"))}, {"OP307"}),
        ({"standards/4.md": AUTHORITY.format(4, EDITION.format("4(a)"))}, set()),
        ({"opinions/2003/05.md": record_text("approved: 2002-12-31")}, {"OP114"}),
        ({"opinions/2003/05.md": record_text("approved: 2004-01-01")}, {"OP114"}),
        ({"pages/a.md": page_text("[x](java&#115;cript:a)")}, {"OP210"}),
        ({"pages/a.md": page_text("words\n\n[x]: DATA:text/html,a")}, {"OP210"}),
        ({"opinions/2003/05.md": record_text('title: "\u0251lpha"')}, {"OP015"}),
        ({"opinions/2003/05.md": record_text('title: "d\u0131s"')}, {"OP015"}),
    ],
)
def test_a_rule_applies_on_both_sides_of_its_limit(
    tmp_path: Path, files: Files, expected: set[str]
) -> None:
    found = {finding.code for finding in check(read_corpus(tmp_path, files))}
    assert found - {"OP406"} >= expected
    assert expected or not found


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("This opinion modifies Advisory Opinion 5 (2003).", "modifies"),
        ("The Board hereby overrules its earlier Advisory Opinion 5 (2003).", "overrules"),
        ("Advisory Opinion 5 (2003) is hereby superseded.", "superseded"),
        ("We withdraw AO 5 (2003).", "withdraw"),
        ("This does not modify Advisory Opinion 5 (2003).", ""),
        ("Without in any way modifying Advisory Opinion 5 (2003), we add this.", ""),
        ("Advisory Opinion 5 (2003) is not modified.", ""),
        ("The order was modified. See Advisory Opinion 5 (2003).", ""),
        ("The rule, as modified by Advisory Opinion 5 (2003), holds.", ""),
        ("Advisory Opinion 5 (2003) was modified by a later order.", ""),
        ("Advisory Opinion 5 (2003) is modified by this opinion.", "modified"),
        ("The order that modified Advisory Opinion 5 (2003) holds.", ""),
        ("A mediator may withdraw; see Advisory Opinion 5 (2003).", ""),
        ("A mediator must withdraw from the mediation, see Advisory Opinion 5 (2003).", ""),
        ("A party may revoke a consent given under Advisory Opinion 5 (2003).", ""),
        ("They may amend their terms as the Board explained in Advisory Opinion 5 (2003).", ""),
        ("We overrule that test as well as Advisory Opinion 5 (2003).", "overrule"),
        ("This amends the second answer in Advisory Opinion 5 (2003).", "amends"),
    ],
)
def test_a_text_that_changes_an_opinion_has_more_effect_than_a_citation(
    tmp_path: Path, words: str, verb: str
) -> None:
    fields = "opinions: [{cites: 2003/05, effect: cites}]"
    for effect in ("cites", "modifies"):
        text = full_record(6, 2004, fields.replace("effect: cites", f"effect: {effect}"), words)
        findings = check(read_corpus(tmp_path, {"opinions/2004/06.md": text}))
        message = f"the text says “{verb}” near the citation of 2003/05, but `effect` is `cites`"
        assert [finding.message for finding in findings] == (
            [message] if verb and effect == "cites" else []
        )


@pytest.mark.parametrize(
    ("fields", "text", "hint"),
    [
        (
            "standards: []",
            "(Standard 3(a), Standard 3(c)).",
            'Replace the line `standards: …` with `standards: ["3(a)", "3(c)"]`.',
        ),
        (
            "standards: ['3(a)']",
            "(Standard 3(a), Standard 3(c)).",
            "Replace the line `standards: …` with `standards: ['3(a)', \"3(c)\"]`.",
        ),
        (
            'standards:\n  - "3(a)"',
            "(Standard 3(a), Standard 3(c)).",
            'Below the line `standards:`, add `  - "3(c)"`.',
        ),
        (
            "",
            "(AO 4 (2001)).",
            (
                "Add the line `opinions: [{cites: 2001/04, effect: cites}]`."
                " If it does more than cite, change `effect`."
            ),
        ),
    ],
)
def test_a_missing_citation_comes_with_lines_to_paste(
    tmp_path: Path, fields: str, text: str, hint: str
) -> None:
    record = record_text(
        f"{fields}\nholdings: []", f"# Opinion Number 05 (2003)\n\nIt may {text}\n"
    )
    findings = check(read_corpus(tmp_path, {"opinions/2003/05.md": record}))
    assert hint in {finding.hint for finding in findings if finding.code == "OP302"}


@pytest.mark.parametrize(
    ("withdrawn", "expected"), [("2003-11-06", ["OP125"]), ("2003-11-07", []), ("2003-11-08", [])]
)
def test_an_opinion_can_be_withdrawn_on_the_day_of_its_approval(
    tmp_path: Path, withdrawn: str, expected: list[str]
) -> None:
    field = f"withdrawn: {{on: {withdrawn}, reason: It was taken back.}}"
    findings = check(read_corpus(tmp_path, {"opinions/2003/05.md": record_text(field)}))
    assert [finding.code for finding in findings] == expected


def test_an_unreadable_record_is_not_reported_as_missing(tmp_path: Path) -> None:
    files = {
        "opinions/2004/06.md": "---\nnumber: [\n---\n",
        "opinions/2005/07.md": catalog_record(7, 2005, LATER.format("2004/06", "follows")),
    }
    paths = {finding.location.path for finding in check(read_corpus(tmp_path, files))}
    assert paths == {"opinions/2004/06.md"}


def test_every_effect_on_a_holding_is_checked(tmp_path: Path) -> None:
    relations = (
        "opinions:\n  - {cites: 2003/05, effect: follows}\n"
        "  - {cites: 2003/05, effect: follows, holding: 77}\n"
    )
    files = {"opinions/2005/07.md": catalog_record(7, 2005, relations)}
    assert [finding.code for finding in check(read_corpus(tmp_path, files))] == ["OP411"]


@pytest.mark.parametrize("other", ["2003/05", "2004/08"])
def test_an_effect_on_a_holding_is_redundant_only_beside_one_on_the_same_opinion(
    tmp_path: Path, other: str
) -> None:
    part = "2004/08" if other == "2003/05" else "2003/05"
    relations = (
        f"opinions:\n  - {{cites: {other}, effect: supersedes}}\n"
        f"  - {{cites: {part}, effect: modifies, holding: 1}}\n"
    )
    files = {
        "opinions/2004/08.md": full_record(8, 2004),
        "opinions/2005/07.md": catalog_record(7, 2005, relations),
    }
    assert "OP413" not in {finding.code for finding in check(read_corpus(tmp_path, files))}


FOLLOWS = LATER.format("2004/06", "follows")


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (full_record(6, 2004, "approved: 2004-12-31"), catalog_record(7, 2004, FOLLOWS)),
        (catalog_record(6, 2004), catalog_record(7, 2004, FOLLOWS)),
        (catalog_record(6, 2004), full_record(7, 2004, f"approved: 2004-01-01\n{FOLLOWS}")),
    ],
)
def test_an_unknown_approval_date_can_be_any_day_of_the_year(
    tmp_path: Path, earlier: str, later: str
) -> None:
    files = {"opinions/2004/06.md": earlier, "opinions/2004/07.md": later}
    assert "OP409" not in {finding.code for finding in check(read_corpus(tmp_path, files))}


@pytest.mark.parametrize(
    ("path", "text", "is_law"),
    [
        ("standards/4.md", AUTHORITY.format(4, EDITION.format("4(a)")), True),
        (
            "opinions/2003/05.md",
            record_text("withdrawn: {on: 2020-01-01, reason: It was taken back.}"),
            False,
        ),
        ("standards/commission.yml", f"{COMMISSION}complete_until: 2020-01-01\n", False),
    ],
)
def test_only_a_change_of_the_law_can_be_announced_in_a_note(
    tmp_path: Path, path: str, text: str, *, is_law: bool
) -> None:
    corpus = replace(read_corpus(tmp_path, {path: text}), today=date(2019, 1, 1))
    (hint,) = [
        finding.hint
        for finding in check(corpus)
        if finding.code == "OP513" and finding.location.path == path
    ]
    assert ("`note`" in hint) is is_law


def test_unexpected_text_is_reported_where_it_begins(tmp_path: Path) -> None:
    text = catalog_record(6, 2004) + "\nOne.\n\nTwo.\n"
    (finding,) = check(read_corpus(tmp_path, {"opinions/2004/06.md": text}))
    assert text.splitlines()[finding.location.line - 1] == "One."


@pytest.mark.parametrize(
    ("answer", "is_copy"), [("It may, if both ask for it.", True), ("", False)]
)
def test_only_a_text_of_some_length_is_called_a_copy(
    tmp_path: Path, answer: str, *, is_copy: bool
) -> None:
    text = f"{answer} " * 6 + "It may not."
    files = {
        f"opinions/{year}/{number:02}.md": full_record(number, year, "standards: []", text)
        for number, year in ((6, 2004), (7, 2005))
    }
    messages = [
        (finding.location.path, finding.message)
        for finding in check(read_corpus(tmp_path, files))
        if finding.code == "OP420"
    ]
    expected = [
        ("opinions/2004/06.md", "opinions 2004/06 and 2005/07 have the same text"),
        ("opinions/2005/07.md", "opinions 2005/07 and 2004/06 have the same text"),
    ]
    assert messages == (expected if is_copy else [])


def test_of_many_equal_texts_each_is_named_once(tmp_path: Path) -> None:
    text = "It may, if both parties ask for it and nobody else is there. " * 3
    files = {
        f"opinions/2004/{number:02}.md": full_record(number, 2004, "standards: []", text)
        for number in (6, 7, 8)
    }
    findings = check(read_corpus(tmp_path, files))
    assert [finding.message for finding in findings if finding.code == "OP420"] == [
        "opinions 2004/06, 2004/07 and 2004/08 have the same text",
        "opinions 2004/07, 2004/06 and 2004/08 have the same text",
        "opinions 2004/08, 2004/06 and 2004/07 have the same text",
    ]


def test_of_a_sealed_text_and_its_copy_only_the_copy_is_named(tmp_path: Path) -> None:
    text = "It may, if both parties ask for it and nobody else is there. " * 3
    files = {
        f"opinions/{year}/{number:02}.md": full_record(number, year, "standards: []", text)
        for number, year in ((6, 2004), (7, 2005))
    }
    corpus = read_corpus(tmp_path, files)
    sealed = OpinionId(2004, 6)
    seal = seal_for(corpus.open_record(f"opinions/{sealed}.md"))
    findings = check(replace(corpus, seals={sealed: seal}))
    paths = [finding.location.path for finding in findings if finding.code == "OP420"]
    assert paths == ["opinions/2005/07.md"]
