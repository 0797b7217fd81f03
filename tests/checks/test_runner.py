import tracemalloc
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.checks.runner import check, check_paths, has_errors, is_within
from corpus.findings import Finding, Level
from corpus.library.loader import load
from factories import RECORD, VALID_FILES, catalog_record, read_corpus, record_text, write_corpus


def test_a_corpus_without_its_vocabularies_is_told_and_not_judged_further(tmp_path: Path) -> None:
    found = check(read_corpus(tmp_path, {"opinions/topics.yml": "- a\n"}))
    assert [(finding.location.path, finding.code) for finding in found] == [
        ("opinions/topics.yml", "OP003")
    ]


def test_two_files_for_one_number_are_both_named(tmp_path: Path) -> None:
    found = check(read_corpus(tmp_path, {"opinions/2003/5.md": RECORD}))
    assert [(finding.location.path, finding.code, finding.message) for finding in found] == [
        ("opinions/2003/05.md", "OP401", "opinion 2003/05 is also in opinions/2003/5.md"),
        ("opinions/2003/5.md", "OP401", "opinion 2003/05 is also in opinions/2003/05.md"),
        ("opinions/2003/5.md", "OP402", "opinion 2003/05 belongs in opinions/2003/05.md"),
    ]
    assert {finding.level for finding in found} == {Level.ERROR}


MUTATIONS = [
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


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """The sound record with some of its lines gone, doubled, moved, or with something put in."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        here, there = draw(st.tuples(*[st.integers(0, len(lines) - 1)] * 2))
        column = draw(st.integers(0, len(lines[here])))
        put = draw(st.sampled_from(MUTATIONS))
        lines[here] = lines[here][:column] + put + lines[here][column:]
        if draw(st.booleans()):
            lines[here], lines[there] = lines[there], lines[here]
    return "".join(lines).encode()


def judged(data: bytes, name: str = "opinions/2003/05.md") -> tuple[Finding, ...]:
    with TemporaryDirectory() as folder:
        return check(read_corpus(Path(folder), {name: data}))


@pytest.mark.slow
@pytest.mark.parametrize("name", VALID_FILES)
@given(data=st.binary(max_size=400))
@settings(max_examples=40, deadline=2000)
def test_any_bytes_whatever_are_judged(name: str, data: bytes) -> None:
    assert has_errors(judged(data, name))


@pytest.mark.slow
@given(data=st.text(max_size=400).map(lambda text: f"---\n{text}\n---\n".encode()))
@settings(max_examples=200, deadline=2000)
def test_any_words_between_the_fences_are_judged(data: bytes) -> None:
    assert has_errors(judged(data))


@pytest.mark.slow
@given(data=mutated())
@settings(max_examples=300, deadline=2000)
def test_a_slip_in_a_sound_record_is_told_within_its_lines_or_is_none(data: bytes) -> None:
    for finding in judged(data):
        if finding.location.path == "opinions/2003/05.md":
            assert 1 <= finding.location.line <= data.count(b"\n") + 1
            assert finding.message
            assert finding.hint


@pytest.mark.slow
@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"---\n" + b"a: &a [" + b"*a," * 60_000 + b"]\n---\n", id="aliases"),
        pytest.param(b"---\ntopics: [" + b"A," * 100_000 + b"]\n---\n", id="a long list"),
        pytest.param(record_text(body="*a <b> " * 30_000).encode(), id="stars and tags"),
        pytest.param(record_text(body="# a\n\n1) b\n\n" * 20_000).encode(), id="blocks"),
        pytest.param(record_text(body="see Standard 4(a), " * 13_000).encode(), id="citations"),
        pytest.param(record_text(body="a\n1) b\n" * 30_000).encode(), id="hidden items"),
        pytest.param(record_text(body="> " * 100_000).encode(), id="quotation marks"),
        pytest.param(record_text("title: " + "x" * 250_000).encode(), id="a long title"),
        pytest.param(b"---\n" + b"a" * 250_000 + b": 1\n---\n", id="a long name"),
    ],
)
def test_large_and_hostile_files_are_judged_in_little_memory(data: bytes) -> None:
    tracemalloc.start()
    try:
        judged(data)
        assert tracemalloc.get_traced_memory()[1] < 150_000_000
    finally:
        tracemalloc.stop()


def test_all_gaps_are_told_at_once(tmp_path: Path) -> None:
    other = RECORD.replace("05", "09")
    files = {
        "standards/commission.yml": VALID_FILES["standards/commission.yml"] + "first_number: 4\n",
        "opinions/2003/09.md": other,
        "opinions/2003/10.md": RECORD.replace("05", "10"),
    }
    told = "there is no record of opinions 4 and 6 to 8"
    assert [
        (one.location.path, one.level, one.message) for one in check(read_corpus(tmp_path, files))
    ] == [
        ("standards/commission.yml", Level.WARNING, told),
    ]


def test_a_corpus_is_checked_alike_open_at_once_and_file_by_file(tmp_path: Path) -> None:
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
    checked = check_paths(paths)
    assert checked.findings == check(load(paths))
    assert {one.code for one in checked.findings} >= {"OP112", "OP121", "OP412", "OP002", "OP501"}
    assert set(checked.paths) >= set(files) - {"opinions/ledger/2003/08.txt"}
    for name in (*files, "opinions", "standards/3.md"):
        asked = check_paths(paths, [name]).findings
        assert asked == tuple(
            one for one in checked.findings if is_within(one.location.path, name)
        ), name


def test_of_one_rule_in_one_file_a_hundred_findings_are_told_and_that_there_are_more(
    tmp_path: Path,
) -> None:
    topics = ", ".join(f"t{number}" for number in range(150))
    waived = "waivers: [{code: OP112, about: t149, reason: y}]"
    files = {
        "opinions/2003/05.md": record_text(f"topics: [{topics}]\n{waived}"),
        "opinions/2003/06.md": catalog_record(6, 2003, "topics: [other]"),
    }
    found = [one for one in check(read_corpus(tmp_path, files)) if one.code == "OP112"]
    assert len(found) == 102
    assert found[100].message == "there are more like this"
    assert found[101].location.path == "opinions/2003/06.md"


CITING = catalog_record(6, 2004, "opinions: [{cites: 2003/05, effect: distinguishes, holding: 1}]")


@pytest.mark.parametrize("broken", ["approved: [", "holdings: [{id: 1}]", "year: x"])
def test_an_opinion_that_cannot_be_read_is_not_called_missing(tmp_path: Path, broken: str) -> None:
    files = {"opinions/2003/05.md": record_text(broken), "opinions/2004/06.md": CITING}
    found = {one.code for one in check(read_corpus(tmp_path, files))}
    assert not found & {"OP407", "OP411"}


@pytest.mark.parametrize(
    ("whole", "is_told"), [("supersedes", True), ("modifies", True), ("follows", False)]
)
def test_an_effect_on_all_and_another_on_a_part_contradict_each_other(
    tmp_path: Path, whole: str, *, is_told: bool
) -> None:
    told = (
        f"opinions:\n  - {{cites: 2003/05, effect: {whole}}}\n"
        "  - {cites: 2003/05, effect: modifies, holding: 1}"
    )
    files = {"opinions/2004/06.md": catalog_record(6, 2004, told)}
    assert ("OP413" in {one.code for one in check(read_corpus(tmp_path, files))}) is is_told


def test_only_what_lies_on_a_circle_of_effects_is_called_so(tmp_path: Path) -> None:
    effects = {6: [7], 7: [6, 8], 8: [9], 9: [10], 10: [9]}
    files = {
        f"opinions/2004/{number:02}.md": catalog_record(
            number,
            2004,
            "opinions:\n"
            + "".join(f"  - {{cites: 2004/{one:02}, effect: modifies}}\n" for one in earlier),
        )
        for number, earlier in effects.items()
    }
    found = [one.message for one in check(read_corpus(tmp_path, files)) if one.code == "OP410"]
    assert sorted(message.split()[4] for message in found) == [
        "2004/06",
        "2004/07",
        "2004/09",
        "2004/10",
    ]


def test_letters_of_another_alphabet_can_be_waived_with_a_reason(tmp_path: Path) -> None:
    waivers = "waivers: [{code: OP015, about: GREEK, reason: The opinion has it.}]"
    text = record_text(f'title: "Naming \N{GREEK SMALL LETTER BETA}"\n{waivers}')
    assert check(read_corpus(tmp_path, {"opinions/2003/05.md": text})) == ()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("opinions/2003/05.md", "title: ", "title:  the "),
        ("opinions/2003/05.md", "standards: [", 'standards: ["9", '),
        ("opinions/2004/06.md", "number: 6", "number: 7"),
        ("opinions/topics.yml", "fees:", "fee:"),
        ("standards/commission.yml", "numbered: [", 'numbered: ["{number}/{year}", '),
    ],
)
def test_what_is_found_after_a_change_is_what_is_found_by_itself(
    tmp_path: Path, name: str, old: str, new: str
) -> None:
    paths = write_corpus(tmp_path, {"opinions/2004/06.md": catalog_record(6, 2004)})
    before = load(paths)
    assert check(before) == check(load(paths, before))
    path = tmp_path / name
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new, 1))
    assert check(load(paths, before)) == check(load(paths))
