import tracemalloc
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.checks.runner import check, check_paths, check_record, has_errors, is_within
from corpus.findings import Finding, Level, Location
from corpus.library.loader import load
from corpus.library.seals import seal_for
from corpus.model.opinion_id import OpinionId
from corpus.paths import CorpusPaths
from factories import (
    COMMISSION,
    RECORD,
    VALID_FILES,
    Files,
    catalog_record,
    read_corpus,
    record_text,
    write_corpus,
)


def test_a_corpus_without_its_vocabularies_is_not_checked_further(tmp_path: Path) -> None:
    findings = check(read_corpus(tmp_path, {"opinions/topics.yml": "- a\n"}))
    assert [(finding.location.path, finding.code) for finding in findings] == [
        ("opinions/topics.yml", "OP003")
    ]


def test_two_files_for_one_number_are_both_named(tmp_path: Path) -> None:
    findings = check(read_corpus(tmp_path, {"opinions/2003/5.md": RECORD}))
    assert [(finding.location.path, finding.code, finding.message) for finding in findings] == [
        ("opinions/2003/05.md", "OP401", "opinion 2003/05 is also in opinions/2003/5.md"),
        ("opinions/2003/5.md", "OP401", "opinion 2003/05 is also in opinions/2003/05.md"),
        ("opinions/2003/5.md", "OP402", "opinion 2003/05 belongs in opinions/2003/05.md"),
    ]
    assert {finding.level for finding in findings} == {Level.ERROR}


def test_the_words_of_a_document_beside_a_record_get_a_hint_of_their_own(tmp_path: Path) -> None:
    revision = "opinions/2003/05.revised.md"
    findings = check(read_corpus(tmp_path, {revision: RECORD}))
    assert [(finding.location.path, finding.code) for finding in findings] == [
        ("opinions/2003/05.md", "OP401"),
        (revision, "OP401"),
        (revision, "OP402"),
    ]
    (hint,) = {finding.hint for finding in findings}
    assert hint == (
        f"{revision} is the document’s text beside the record. "
        "Copy what is right into the record, then delete that file."
    )


@pytest.mark.parametrize("body", ["", "\n\nOr not.\n"])
def test_sealed_words_beside_a_record_need_no_correction(tmp_path: Path, body: str) -> None:
    revision = "opinions/2003/05.revised.md"
    corpus = read_corpus(tmp_path, {revision: RECORD.replace("It may (", f"{body}It must (")})
    seal = seal_for(corpus.open_record("opinions/2003/05.md"))
    findings = check(replace(corpus, seals={OpinionId(2003, 5): seal}))
    hints = {it.hint for it in findings if it.code in {"OP502", "OP503"}}
    assert {hint.partition(". ")[0] for hint in hints} == {
        f"{revision} is the document’s text beside the record"
    }


INSERTIONS = [
    "",
    "\t",
    " #",
    ": ",
    "“",
    "- ",
    "[",
    "{",
    "*",
    "&a",
    "!",
    "\x00",
    "---\n",
    "\n",
    "\\",
    "<b>",
]
LINES = RECORD.splitlines(keepends=True)
SLOW = pytest.mark.slow


@st.composite
def damaged_records(draw: st.DrawFn) -> bytes:
    """Return `RECORD` with insertions in one to four lines, which may swap with others."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        line, other = draw(st.tuples(*[st.integers(0, len(lines) - 1)] * 2))
        column = draw(st.integers(0, len(lines[line])))
        insertion = draw(st.sampled_from(INSERTIONS))
        lines[line] = lines[line][:column] + insertion + lines[line][column:]
        if draw(st.booleans()):
            lines[line], lines[other] = lines[other], lines[line]
    return "".join(lines).encode()


def findings_of(data: bytes, path: str = "opinions/2003/05.md") -> tuple[Finding, ...]:
    with TemporaryDirectory() as folder:
        return check(read_corpus(Path(folder), {path: data}))


@pytest.mark.parametrize("path", VALID_FILES)
@given(data=st.binary(max_size=400))
@settings(max_examples=40)
def test_any_bytes_are_checked(path: str, data: bytes) -> None:
    assert has_errors(findings_of(data, path))


@given(data=st.text(max_size=400).map(lambda text: f"---\n{text}\n---\n".encode()))
@settings(max_examples=200)
def test_any_front_matter_is_checked(data: bytes) -> None:
    assert has_errors(findings_of(data))


@pytest.mark.slow
@given(data=damaged_records())
@settings(max_examples=300)
def test_a_finding_in_a_damaged_record_points_to_a_line_and_explains_it(data: bytes) -> None:
    for finding in findings_of(data):
        if finding.location.path == "opinions/2003/05.md":
            assert 1 <= finding.location.line <= data.count(b"\n") + 1
            assert finding.message
            assert finding.hint


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"---\n" + b"a: &a [" + b"*a," * 20_000 + b"]\n---\n", id="aliases"),
        pytest.param(
            b"---\ntopics: [" + b"A," * 33_000 + b"]\n---\n", id="a long list", marks=SLOW
        ),
        pytest.param(
            record_text(body="*a <b> " * 10_000).encode(), id="stars and tags", marks=SLOW
        ),
        pytest.param(record_text(body="# a\n\n1) b\n\n" * 7_000).encode(), id="blocks"),
        pytest.param(record_text(body="see Standard 4(a), " * 4_500).encode(), id="citations"),
        pytest.param(record_text(body="a\n1) b\n" * 10_000).encode(), id="hidden items"),
        pytest.param(record_text(body="> " * 33_000).encode(), id="quotation marks"),
        pytest.param(record_text("title: " + "x" * 80_000).encode(), id="a long title"),
        pytest.param(b"---\n" + b"a" * 80_000 + b": 1\n---\n", id="a long name"),
    ],
)
def test_large_and_hostile_files_are_checked_in_little_memory(data: bytes) -> None:
    tracemalloc.start()
    try:
        findings_of(data)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_all_gaps_between_numbers_are_one_finding(tmp_path: Path) -> None:
    files = {
        "standards/commission.yml": VALID_FILES["standards/commission.yml"] + "first_number: 4\n",
        "opinions/2003/09.md": RECORD.replace("05", "09"),
        "opinions/2003/10.md": RECORD.replace("05", "10"),
    }
    (finding,) = check(read_corpus(tmp_path, files))
    assert (finding.location.path, finding.level) == ("standards/commission.yml", Level.WARNING)
    assert finding.message == "there is no record of opinions 4 and 6 to 8"


def test_findings_are_the_same_for_the_whole_corpus_and_for_each_file(tmp_path: Path) -> None:
    files = {
        "opinions/2003/05.md": record_text(
            "topics: [feees]\nwaivers: [{code: OP112, about: x, reason: y}]"
        ),
        "opinions/2003/06.md": catalog_record(
            6, 2003, "opinions: [{cites: 2003/05, effect: modifies}]"
        ),
        "opinions/2003/07.md": "broken",
        "opinions/ledger/2003/08.txt": "url opinions/2003/08/\n",
    }
    paths = write_corpus(tmp_path, files)
    result = check_paths(paths)
    assert result.findings == check(load(paths))
    codes = {finding.code for finding in result.findings}
    assert codes >= {"OP002", "OP112", "OP121", "OP412", "OP501"}
    assert set(result.paths) >= set(files) - {"opinions/ledger/2003/08.txt"}
    for name in (*files, "opinions", "standards/3.md"):
        expected = [item for item in result.findings if is_within(item.location.path, name)]
        assert list(check_paths(paths, [name]).findings) == expected, name


def test_a_rule_reports_a_hundred_findings_in_a_file_and_that_there_are_more(
    tmp_path: Path,
) -> None:
    topics = ", ".join(f"t{number}" for number in range(150))
    waived = "waivers: [{code: OP112, about: t149, reason: y}]"
    files = {
        "opinions/2003/05.md": record_text(f"topics: [{topics}]\n{waived}"),
        "opinions/2003/06.md": catalog_record(6, 2003, "topics: [other]"),
    }
    corpus = read_corpus(tmp_path, files)
    findings = [finding for finding in check(corpus) if finding.code == "OP112"]
    assert len(findings) == 102
    assert findings[100].message == "there are more like this"
    assert findings[101].location.path == "opinions/2003/06.md"


def codes_of(root: Path, files: Files) -> set[str]:
    return {finding.code for finding in check(read_corpus(root, files))}


CITING = catalog_record(6, 2004, "opinions: [{cites: 2003/05, effect: distinguishes, holding: 1}]")


@pytest.mark.parametrize("fields", ["approved: [", "holdings: [{id: 1}]", "year: x"])
def test_an_opinion_that_cannot_be_read_is_not_reported_as_missing(
    tmp_path: Path, fields: str
) -> None:
    files = {"opinions/2003/05.md": record_text(fields), "opinions/2004/06.md": CITING}
    assert not codes_of(tmp_path, files) & {"OP407", "OP411"}


@pytest.mark.parametrize(
    ("effect", "is_reported"), [("supersedes", True), ("modifies", True), ("follows", False)]
)
def test_an_effect_on_an_opinion_contradicts_another_effect_on_its_part(
    tmp_path: Path, effect: str, *, is_reported: bool
) -> None:
    relations = (
        f"opinions:\n  - {{cites: 2003/05, effect: {effect}}}\n"
        "  - {cites: 2003/05, effect: modifies, holding: 1}"
    )
    files = {"opinions/2004/06.md": catalog_record(6, 2004, relations)}
    assert ("OP413" in codes_of(tmp_path, files)) is is_reported


def test_each_cycle_of_effects_is_reported_once(tmp_path: Path) -> None:
    effects = {6: [7], 7: [6, 8], 8: [9], 9: [10], 10: [9]}
    files = {}
    for number, others in effects.items():
        relations = [f"  - {{cites: 2004/{other:02}, effect: modifies}}\n" for other in others]
        fields = "opinions:\n" + "".join(relations)
        files[f"opinions/2004/{number:02}.md"] = catalog_record(number, 2004, fields)
    findings = [item for item in check(read_corpus(tmp_path, files)) if item.code == "OP410"]
    assert [finding.message for finding in findings] == [
        "the effects lead from 2004/06 through 2004/07 back to 2004/06",
        "the effects lead from 2004/09 through 2004/10 back to 2004/09",
    ]


def test_a_finding_about_letters_can_be_waived_with_a_reason(tmp_path: Path) -> None:
    waivers = (
        "waivers: [{code: OP015, about: GREEK SMALL LETTER BETA, reason: The opinion has it.}]"
    )
    text = record_text(f'title: "Naming \N{GREEK SMALL LETTER BETA}"\n{waivers}')
    assert check(read_corpus(tmp_path, {"opinions/2003/05.md": text})) == ()


def test_an_exception_in_one_of_two_records_with_a_running_number_covers_both(
    tmp_path: Path,
) -> None:
    about = "{{code: OP419, about: {}/05, reason: Both print it.}}"
    settings = {"standards/commission.yml": COMMISSION + "first_number: 5\n"}
    for place, (first, second) in enumerate([(2004, 0), (0, 2003), (2004, 2003), (0, 0)]):
        waivers = [f"waivers: [{about.format(year)}]\n" if year else "" for year in (first, second)]
        files = {
            "opinions/2003/05.md": record_text(waivers[0]),
            "opinions/2004/05.md": catalog_record(5, 2004, waivers[1]),
        }
        findings = check(read_corpus(tmp_path / str(place), {**settings, **files}))
        assert ("OP419" in {finding.code for finding in findings}) == (not (first or second))
        assert "OP121" not in {finding.code for finding in findings}


SOURCE = "opinions/sources/2003/05.txt"
SHA256 = sha256(b"a").hexdigest()
NAMES_SOURCE = {
    "opinions/2003/05.md": record_text(
        f"source: {{title: Minutes, file: {SOURCE}, sha256: {SHA256}}}"
    )
}


def codes_by_path(root: Path, files: Files) -> list[tuple[str, str]]:
    return [(finding.location.path, finding.code) for finding in check(read_corpus(root, files))]


def test_only_a_document_that_a_record_names_belongs_among_the_sources(tmp_path: Path) -> None:
    files = {**NAMES_SOURCE, SOURCE: "a"}
    moved_record = "opinions/sources/2003/06.md"
    with_moved_record = {**files, moved_record: RECORD}
    assert codes_by_path(tmp_path / "named", files) == []
    assert codes_by_path(tmp_path / "moved", with_moved_record) == [(moved_record, "OP404")]
    assert codes_by_path(tmp_path / "unnamed", {SOURCE: "a"}) == [(SOURCE, "OP404")]


def test_sources_are_not_judged_while_a_record_cannot_be_read(tmp_path: Path) -> None:
    files = {"opinions/2003/05.md": "broken", SOURCE: "a"}
    assert "OP404" not in {code for _, code in codes_by_path(tmp_path, files)}


def test_a_source_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("a")
    link = tmp_path / "corpus" / SOURCE
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "outside.txt")
    found = codes_by_path(tmp_path / "corpus", NAMES_SOURCE)
    assert found == [("opinions/2003/05.md", "OP306")]


def test_a_source_document_can_be_checked_by_its_path(tmp_path: Path) -> None:
    result = check_paths(write_corpus(tmp_path, {**NAMES_SOURCE, SOURCE: "a"}), [SOURCE])
    assert result.findings == ()
    assert SOURCE in result.paths


def test_an_error_in_the_settings_comes_without_what_may_follow_from_it(tmp_path: Path) -> None:
    order = '  order:\n    title: Orders\n    label: "Order {id}"\n    plural: rules\n'
    settings = COMMISSION.replace("opinions: {", f"{order}opinions: {{")
    record = RECORD.replace("statutes: []", 'statutes: []\nrules: ["PR 4"]')
    files = {"standards/commission.yml": settings, "opinions/2003/05.md": record}
    findings = check(read_corpus(tmp_path, files))
    assert [finding.code for finding in findings] == ["OP311"]
    in_record = record.replace("[confidentiality]", "[nothing]")
    with_two = read_corpus(tmp_path / "b", {**files, "opinions/2003/05.md": in_record})
    assert [finding.code for finding in check(with_two)] == ["OP311"]
    assert check_record(with_two, "opinions/2003/05.md") == ()
    line = settings.splitlines().index("    plural: rules") + 1
    assert findings[0].location == Location("standards/commission.yml", line, 13)
    assert findings[0].message.endswith(f"; see also line {line - 4}")


def test_an_error_in_the_settings_is_a_finding_whatever_file_is_checked(tmp_path: Path) -> None:
    settings = COMMISSION.replace("short_name:", "shortname:")
    write_corpus(tmp_path, {"standards/commission.yml": settings})
    (finding,) = check_paths(CorpusPaths(tmp_path), ["opinions/2003/05.md"]).findings
    assert finding.location.path == "standards/commission.yml"


@pytest.mark.parametrize(
    ("cited", "meant"), [("2001/05", "; did you mean `2003/05`?"), ("2004/07", ""), ("2002/04", "")]
)
def test_an_unknown_opinion_is_taken_only_for_one_of_its_year_or_number(
    tmp_path: Path, cited: str, meant: str
) -> None:
    text = catalog_record(6, 2004, f"opinions: [{{cites: {cited}, effect: cites}}]")
    findings = check(read_corpus(tmp_path, {"opinions/2004/06.md": text}))
    (message,) = (finding.message for finding in findings if finding.code == "OP407")
    assert message == f"opinion {cited} has no record{meant}"
