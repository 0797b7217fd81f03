"""The ledger against a record that changes: what is refused, and what a correction allows."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.checks.runner import check
from corpus.findings import Fault
from corpus.library.ledger import Seal, SealedFields, hash_text, read_seal, seal_path
from corpus.library.seals import seal_for
from corpus.model.opinion_id import OpinionId
from corpus.model.partial_date import PartialDate
from corpus.parsing.files import sha256_of_words
from corpus.text.approved_text import parse_approved_text
from factories import (
    COMMISSION,
    RECORD,
    Files,
    catalog_record,
    full_record,
    read_corpus,
    record_text,
)

PATH = "opinions/2003/05.md"
SEAL = "opinions/ledger/2003/05.txt"
FIVE = OpinionId(2003, 5)


def seals(root: Path, files: Files) -> dict[str, str]:
    return {seal_path(read.id): str(seal_for(read)) for read in read_corpus(root, files).records}


def codes(root: Path, before: str | None, after: str | None, **files: str) -> list[str]:
    """The codes of the findings on a record that was sealed and then changed."""
    sealed_files = seals(root / "before", {PATH: before}) if before else {}
    now = read_corpus(root / "after", {PATH: after, **sealed_files, **files})
    return [finding.code for finding in check(now)]


def corrected(body: str, *entries: str) -> str:
    corrections = "".join(f"  - {{{entry}, what: A slip was corrected.}}\n" for entry in entries)
    return record_text(f"corrections:\n{corrections}", body)


HEAD = "\n# Opinion Number 05 (2003)\n\n(Approved by the Board on November 7, 2003.)\n"
BODY = f"{HEAD}\nMay it?\n\nIt may (see Standard 3(c)).\n"
OTHER = BODY.replace("It may", "It must")
LONGER = f"{BODY}\nOr not.\n"
IN_WRONG_ORDER = ("on: 2010-01-02, at: [2]", "on: 2010-01-01, at: [2]")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (RECORD, []),
        (record_text(body=BODY.replace("May it?", "May\n  it?")), []),
        (record_text(body=BODY.replace("It may", "It *may*")), []),
        (record_text("title: Another title"), []),
        (record_text(body=OTHER), ["OP502"]),
        (corrected(OTHER, "on: 2010-01-01, at: [2]"), []),
        (corrected(OTHER, "on: 2010-01-01, at: [1]"), ["OP510", "OP502"]),
        (corrected(OTHER, "on: 2010-01-01"), ["OP510", "OP502"]),
        (corrected(OTHER, "on: 2010-01-01, at: [1, 2]"), ["OP510"]),
        (corrected(BODY, "on: 2010-01-01, at: [2]"), ["OP510"]),
        (corrected(OTHER, *IN_WRONG_ORDER), ["OP509"]),
        (corrected(OTHER, "on: 2001-01-01, at: [2]"), ["OP506"]),
        (record_text(body=LONGER), ["OP502"]),
        (corrected(LONGER, "on: 2010-01-01, at: [3]"), []),
        (record_text(body=BODY.replace("# Opinion", "# Opinion ")), []),
        (record_text(body=BODY.replace(".)\n", ".)\n\n## Question\n", 1)), ["OP502"]),
        (corrected(BODY.replace(".)\n", ".)\n\n## Question\n", 1), "on: 2010-01-01"), []),
        (
            record_text(body=BODY.replace("\nMay it?\n", "\nFirst.\n\nMay it?\n")),
            ["OP503", "OP503"],
        ),
        (RECORD.replace("{id: 1, question", "{id: q, question"), ["OP511", "OP117", "OP116"]),
        (RECORD.replace("{id: 1, answers", "{id: main, answers"), ["OP511"]),
    ],
)
def test_what_was_published_changes_only_by_a_correction(
    tmp_path: Path, now: str, expected: list[str]
) -> None:
    assert codes(tmp_path, RECORD, now) == expected


def test_no_correction_takes_a_paragraph_away(tmp_path: Path) -> None:
    now = corrected(BODY, "on: 2010-01-01, at: [3]")
    assert codes(tmp_path, record_text(body=LONGER), now) == ["OP201", "OP503"]


def test_an_old_correction_allows_no_new_change(tmp_path: Path) -> None:
    entry = "on: 2010-01-01, at: [2]"
    assert codes(tmp_path, corrected(BODY, entry), corrected(OTHER, entry)) == ["OP502"]
    assert codes(tmp_path / "x", corrected(BODY, entry), corrected(OTHER, entry, entry)) == []


FIRST, SECOND = "on: 2010-01-01, at: [2]", "on: 2012-01-01, at: [1]"
SECOND_BODY = OTHER.replace("May it?", "Must it?")


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([FIRST, SECOND], []),
        ([SECOND.replace("2012", "2010"), FIRST], ["OP506", "OP510", "OP502"]),
        ([FIRST.replace("2010", "2009"), SECOND], ["OP506"]),
        ([FIRST.replace("[2]", "[1]"), SECOND], ["OP506"]),
        ([FIRST, SECOND.replace("2012", "2009")], ["OP509"]),
        ([FIRST], ["OP502"]),
    ],
)
def test_a_sealed_correction_stays_as_it_is_and_a_new_one_comes_last(
    tmp_path: Path, entries: list[str], expected: list[str]
) -> None:
    before = corrected(OTHER, FIRST)
    assert codes(tmp_path, before, corrected(SECOND_BODY, *entries)) == expected


def test_the_words_of_a_sealed_correction_stay(tmp_path: Path) -> None:
    before = corrected(OTHER, FIRST)
    assert codes(tmp_path / "a", before, before.replace("A slip", "A whim")) == ["OP506"]
    assert codes(tmp_path / "b", before, before.replace("A slip was", "A  slip was")) == []


def test_only_a_new_correction_must_say_what_changed_in_three_words(tmp_path: Path) -> None:
    short = corrected(OTHER, FIRST).replace("A slip was corrected.", "Typo.")
    assert codes(tmp_path / "a", RECORD, short) == ["OP514"]
    assert codes(tmp_path / "b", short, short) == [], "a published entry cannot change"


@pytest.mark.parametrize(
    "words",
    [
        "What was wrong.",
        "What changed, and why.",
        "what changed here",
        "The heading of the opinion",
        "Where you saw it",
    ],
)
def test_a_new_correction_has_not_the_words_of_an_example(tmp_path: Path, words: str) -> None:
    example = corrected(OTHER, FIRST).replace("A slip was corrected.", f"'{words}'")
    assert codes(tmp_path / "a", RECORD, example) == ["OP514"]
    assert codes(tmp_path / "b", example, example) == [], "a published entry cannot change"


def test_a_correction_is_not_dated_before_the_text_was_sealed(tmp_path: Path) -> None:
    (record,) = read_corpus(tmp_path / "before").records
    ledger = {SEAL: str(seal_for(record, date(2026, 11, 26)))}
    for day, expected in (("2026-11-24", ["OP509"]), ("2026-11-25", []), ("2027-01-01", [])):
        files = {PATH: corrected(OTHER, f"on: {day}, at: [2]"), **ledger}
        found = check(read_corpus(tmp_path / day, files))
        assert [finding.code for finding in found] == expected


def test_a_replaced_seal_says_nothing_of_the_text(tmp_path: Path) -> None:
    corpus = read_corpus(tmp_path)
    (record,) = corpus.records
    seal = seal_for(record)
    assert seal.text
    forged = replace(seal, text=replace(seal.text, markdown="0" * 64, all_words="0" * 64))
    judged = replace(corpus, seals={seal.id: forged}, published_seals={seal.id: seal})
    assert [finding.code for finding in check(judged)] == ["OP507"]


def test_a_published_seal_keeps_its_lines_on_fields(tmp_path: Path) -> None:
    corpus = read_corpus(tmp_path)
    (record,) = corpus.records
    seal = seal_for(record)
    assert seal.fields
    fewer = replace(seal, fields=replace(seal.fields, links=()))
    other_day = replace(seal, fields=replace(seal.fields, approved=PartialDate(2003, 11, 8)))
    for forged in (seal, replace(seal, fields=None), fewer, other_day):
        judged = replace(corpus, seals={seal.id: forged}, published_seals={seal.id: seal})
        assert ("OP507" in {finding.code for finding in check(judged)}) is (forged != seal)


WITHOUT_LINE = full_record(5, 2003)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("", ["OP512"]),
        ("corrections: [{on: 2010-01-01, what: The day was corrected.}]", []),
        (
            "corrections: [{on: 2010-01-01, at: [2], what: The day was corrected.}]",
            ["OP512", "OP510"],
        ),
    ],
)
def test_the_day_of_approval_changes_only_by_a_correction(
    tmp_path: Path, fields: str, expected: list[str]
) -> None:
    now = full_record(5, 2003, f"approved: 2003-06-11\n{fields}")
    assert codes(tmp_path, WITHOUT_LINE, now) == expected


def test_a_new_form_of_the_approval_line_renumbers_no_sealed_paragraph(tmp_path: Path) -> None:
    form = 'approval_lines: ["(Approved by the Board on {date}.)"]'
    wider = COMMISSION.replace(form, form.replace("]", ', "May {date}"]'))
    assert wider != COMMISSION
    sealed = seals(tmp_path / "before", {PATH: WITHOUT_LINE})
    files = {PATH: WITHOUT_LINE, "standards/commission.yml": wider, **sealed}
    found = [item for item in check(read_corpus(tmp_path / "after", files)) if item.code == "OP503"]
    assert [item.message for item in found] == [
        "paragraph 2 is now paragraph 1",
        "paragraph 2 was sealed, but the text now ends before it",
    ]
    assert all("Undo the change to `approval_lines`" in item.hint for item in found)


@pytest.mark.parametrize("is_published", [True, False])
def test_a_paragraph_that_was_only_sealed_can_be_sealed_again(
    tmp_path: Path, *, is_published: bool
) -> None:
    sealed = seals(tmp_path / "before", {PATH: record_text(body=LONGER)})
    now = read_corpus(tmp_path / "after", {PATH: RECORD, **sealed})
    corpus = replace(now, published_seals=now.seals if is_published else {})
    hints = [item.hint for item in check(corpus) if item.code == "OP503"]
    assert hints
    way_out = "If the opinion was never on the site, delete `opinions/ledger/2003/05.txt`"
    assert all((way_out in hint) is not is_published for hint in hints)


@pytest.mark.parametrize(
    ("now", "code"),
    [
        (record_text(body=OTHER), "OP502"),
        (corrected(OTHER, "on: 2010-01-01, at: [1]"), "OP502"),
        (RECORD.replace("\nMay it?\n", ""), "OP503"),
        (RECORD.replace("id: 1", "id: first").replace("answers: 1", "answers: first"), "OP511"),
        (RECORD.replace("November 7", "November 8").replace("11-07", "11-08"), "OP512"),
        (RECORD.replace("approved: 2003-11-07", "stage: draft"), "OP519"),
        (None, "OP501"),
    ],
)
def test_a_text_that_no_reader_has_is_sealed_again_without_a_correction(
    tmp_path: Path, now: str | None, code: str
) -> None:
    files = {PATH: now, **seals(tmp_path / "before", {PATH: RECORD})}
    corpus = replace(read_corpus(tmp_path / "after", files), is_judged=True)
    hints = {item.hint for item in check(corpus) if item.code == code}
    (hint,) = hints
    assert hint == (
        "Readers do not have this text yet, so it needs no entry in `corrections`. If the change "
        "is right, delete `opinions/ledger/2003/05.txt`, and set the label `seal` again. If it is "
        "wrong, undo it."
    )


THREE = f"{LONGER}\nOr not.\n"
"""Paragraphs 3 and 4 have the same words."""


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (THREE, record_text(body=THREE.replace("Or not.", "Or so.", 1)), ["OP502"]),
        (
            THREE,
            corrected(THREE.replace("Or not.", "Or so.", 1), "on: 2010-01-01, at: [3]"),
            [],
        ),
        (THREE, corrected(LONGER, "on: 2010-01-01, at: [4]"), ["OP201", "OP503"]),
        (
            LONGER,
            corrected(
                LONGER.replace("It may (see", "Or not.\n\nIt may (see"),
                "on: 2010-01-01, at: [2, 3, 4]",
            ),
            ["OP503", "OP503"],
        ),
    ],
)
def test_paragraphs_with_the_same_words_are_told_apart(
    tmp_path: Path, before: str, now: str, expected: list[str]
) -> None:
    assert codes(tmp_path, record_text(body=before), now) == expected


def test_a_mistake_in_a_correction_is_the_only_finding(tmp_path: Path) -> None:
    entry = "on: 2010-01-01, at: [2]"
    slip = "on: 2010-13-01, at: [2]"
    assert codes(tmp_path, RECORD, corrected(OTHER, slip)) == ["OP105"]
    before = corrected(OTHER, entry)
    assert codes(tmp_path / "x", before, corrected(OTHER, entry, slip)) == ["OP105"]


def test_a_missing_text_is_reported_without_a_crash(tmp_path: Path) -> None:
    assert {"OP206", "OP502", "OP503"} <= set(codes(tmp_path, RECORD, record_text(body="")))


def test_a_correction_before_the_approval_is_reported_even_without_a_seal(tmp_path: Path) -> None:
    assert "OP506" in codes(tmp_path, None, corrected(BODY, "on: 2001-01-01, at: [2]"))


def test_a_correction_may_be_of_the_day_of_the_approval(tmp_path: Path) -> None:
    assert "OP506" not in codes(tmp_path, None, corrected(BODY, "on: 2003-11-07, at: [2]"))


def test_every_seal_is_compared_also_after_one_that_fits(tmp_path: Path) -> None:
    records = {f"opinions/2004/{number:02}.md": full_record(number, 2004) for number in (6, 7)}
    changed = {**records, "opinions/2004/07.md": full_record(7, 2004, text="It must.")}
    now = read_corpus(tmp_path / "after", {**changed, **seals(tmp_path / "before", records)})
    assert [finding.location.path for finding in check(now) if finding.code == "OP502"] == [
        "opinions/2004/07.md"
    ]


def hints(root: Path, before: str, after: str, *, is_published: bool) -> list[str]:
    """The hints on changed words, where the seals that readers have are known or not."""
    now = read_corpus(root, {PATH: after, **seals(root / "before", {PATH: before})})
    corpus = replace(now, published_seals=now.seals if is_published else {})
    return [finding.hint for finding in check(corpus) if finding.code == "OP502"]


def test_changed_words_come_with_the_entry_to_type(tmp_path: Path) -> None:
    (first,) = hints(tmp_path / "a", RECORD, record_text(body=OTHER), is_published=True)
    assert first.endswith("`corrections:`, `  - on: YYYY-MM-DD`, `    at: [2]`, `    what: …`.")
    before = corrected(OTHER, FIRST)
    (next_one,) = hints(tmp_path / "b", before, corrected(SECOND_BODY, FIRST), is_published=True)
    assert "the end of the list `corrections`" in next_one
    assert "`corrections:`" not in next_one
    heading = record_text(body=BODY.replace(".)\n", ".)\n\n## Question\n", 1))
    (head,) = hints(tmp_path / "c", RECORD, heading, is_published=True)
    assert head.endswith("`  - on: YYYY-MM-DD`, `    what: …`.")


@pytest.mark.parametrize("is_published", [False, True])
def test_only_an_opinion_that_no_reader_has_may_be_sealed_again_without_its_text(
    tmp_path: Path, *, is_published: bool
) -> None:
    without_text = {PATH: catalog_record(5, 2003)}
    now = read_corpus(tmp_path, {**without_text, **seals(tmp_path / "before", {PATH: RECORD})})
    corpus = replace(now, published_seals=now.seals if is_published else {})
    (hint,) = (finding.hint for finding in check(corpus) if finding.code == "OP503")
    assert ("If the opinion was never on the site" in hint) != is_published


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        (", at: [1]", "change `[1]` to `[2]`"),
        (", at: [1, 2]", "change `[1, 2]` to `[2]`"),
        ("", "add `at: [2]`"),
    ],
)
def test_an_entry_of_the_wrong_paragraph_is_told_the_right_one(
    tmp_path: Path, typed: str, instead: str
) -> None:
    now = corrected(OTHER, f"on: 2010-01-01{typed}")
    corpus = read_corpus(tmp_path, {PATH: now, **seals(tmp_path / "before", {PATH: RECORD})})
    hints = {finding.hint for finding in check(corpus) if finding.code in {"OP502", "OP510"}}
    assert hints == {f"In the new entry of `corrections`, {instead}."}


@pytest.mark.parametrize(
    ("published", "expected"),
    [(RECORD, set()), (corrected(OTHER, FIRST), {"OP506"}), ("", {"OP520"})],
)
def test_an_entry_that_no_reader_has_may_be_corrected_after_the_seal(
    tmp_path: Path, published: str, expected: set[str]
) -> None:
    sealed = corrected(OTHER, FIRST)
    now = read_corpus(
        tmp_path,
        {
            PATH: sealed.replace("A slip was", "A short slip was"),
            **seals(tmp_path / "sealed", {PATH: sealed}),
        },
    )
    readers = read_corpus(tmp_path / "readers", {PATH: published or RECORD})
    theirs = {record.id: seal_for(record) for record in readers.records} if published else {}
    judged = replace(now, published_seals=theirs, is_judged=True)
    assert {finding.code for finding in check(judged)} == expected


@pytest.mark.parametrize("is_published", [True, False])
def test_only_a_seal_that_no_reader_has_may_be_deleted(
    tmp_path: Path, *, is_published: bool
) -> None:
    (hint,) = hints(tmp_path, RECORD, record_text(body=OTHER), is_published=is_published)
    assert ("delete `opinions/ledger/2003/05.txt`" in hint) is not is_published


def test_a_record_under_another_number_leaves_its_address(tmp_path: Path) -> None:
    six = RECORD.replace("number: 05", "number: 06").replace("Number 05", "Number 06")
    assert "OP501" in codes(tmp_path, RECORD, six)


def test_a_published_opinion_keeps_its_record_and_its_text(tmp_path: Path) -> None:
    assert codes(tmp_path, RECORD, None) == ["OP501"]
    assert "OP503" in codes(tmp_path / "x", RECORD, catalog_record(5, 2003))


def test_a_record_that_cannot_be_read_is_not_called_gone(tmp_path: Path) -> None:
    assert "OP501" not in codes(tmp_path, RECORD, "broken")


def test_an_opinion_that_was_only_listed_may_get_its_text(tmp_path: Path) -> None:
    assert codes(tmp_path, catalog_record(5, 2003), RECORD) == ["OP504"]


def test_a_corpus_without_a_ledger_is_not_asked_for_one(tmp_path: Path) -> None:
    assert codes(tmp_path, None, RECORD) == []


def test_what_the_ledger_refuses_no_record_can_waive(tmp_path: Path) -> None:
    waiver = "waivers: [{code: OP502, about: words, reason: We wish it.}]"
    assert codes(tmp_path, RECORD, record_text(waiver, OTHER)) == ["OP121", "OP502"]


def test_the_hashes_are_those_of_the_printed_lines() -> None:
    text = parse_approved_text("# Head\n\n1) One\n   *two*\n\n> Three\n", lambda _: False)
    hashes = hash_text(text)
    assert hashes.all_words == sha256(b"Head\n1) One two\nThree\n").hexdigest()
    assert hashes.headings == sha256(b"Head\n").hexdigest()
    assert hashes.paragraphs == tuple(sha256(x).hexdigest() for x in (b"1) One two\n", b"Three\n"))


def test_a_seal_is_read_back_as_it_was_written() -> None:
    text = parse_approved_text("# Head\n\nOne\n\nTwo\n", lambda _: False)
    day = date(2026, 11, 26)
    fields = SealedFields(
        PartialDate(2026, 11),
        (sha256_of_words("a"), sha256_of_words("b")),
        ("issue-1", "holding-a-b"),
    )
    others = (
        Seal(FIVE, sealed=day),
        Seal(FIVE, hash_text(text), 2, day),
        Seal(FIVE, hash_text(text), 2, day, fields),
        Seal(FIVE, hash_text(text), 2, None, fields),
    )
    for seal in (Seal(FIVE), Seal(FIVE, hash_text(text), 2), Seal(OpinionId(2014, 143)), *others):
        assert read_seal(str(seal), seal_path(seal.id)) == seal


TWO_PARAGRAPHS = parse_approved_text("# Head\n\nOne\n\nTwo\n", lambda _: False)
OLD_SEAL = Seal(FIVE, hash_text(TWO_PARAGRAPHS))
NEW_SEAL = Seal(
    FIVE,
    hash_text(TWO_PARAGRAPHS),
    corrections=1,
    sealed=date(2026, 11, 27),
    fields=SealedFields(PartialDate(2026, 11, 26), (sha256_of_words("a"),), ("holding-1",)),
)


@pytest.mark.parametrize(
    ("seal", "change", "line", "message"),
    [
        (OLD_SEAL, ("url ", "uri "), 1, "does not belong in a seal"),
        (OLD_SEAL, ("corrections 0", "corrections x"), 2, "does not belong in a seal"),
        (OLD_SEAL, ("headings ", "heading "), 5, "does not belong in a seal"),
        (OLD_SEAL, ("p2 ", "p3 "), 7, "does not belong in a seal"),
        (OLD_SEAL, ("p2 ", "p1 "), 7, "does not belong in a seal"),
        (OLD_SEAL, ("2003/05", "2003/06"), 1, "the file has another name"),
        (NEW_SEAL, ("2026-11-27", "2026-13-27"), 2, "`2026-13-27` is not a day"),
        (NEW_SEAL, ("sealed 2026", "sealed x"), 2, "does not belong in a seal"),
        (NEW_SEAL, ("headings ", "heading "), 6, "does not belong in a seal"),
        (NEW_SEAL, ("approved 2026-11-26", "approved 2026-02-30"), 9, "`2026-02-30` is not a day"),
        (NEW_SEAL, ("approved ", "aproved "), 9, "does not belong in a seal"),
        (NEW_SEAL, ("correction1 ", "correction2 "), 10, "does not belong in a seal"),
        (NEW_SEAL, ("id holding-1", "id holding-A"), 11, "does not belong in a seal"),
        (NEW_SEAL, ("corrections 1", "corrections 2"), 1, "does not belong in a seal"),
    ],
)
def test_a_damaged_seal_is_reported_at_its_line(
    seal: Seal, change: tuple[str, str], line: int, message: str
) -> None:
    fault = read_seal(str(seal).replace(*change), SEAL)
    assert isinstance(fault, Fault)
    assert (fault.location.line, message in fault.message) == (line, True)


def test_a_seal_that_was_cut_short_is_reported_at_its_first_line() -> None:
    fault = read_seal("url opinions/2003/05/", SEAL)
    assert isinstance(fault, Fault)
    assert fault.location.line == 1


@given(st.text() | st.text(alphabet="urlp 0123456789abcdef/\n"))
def test_any_text_is_read_as_a_seal_or_refused(text: str) -> None:
    assert isinstance(read_seal(text, SEAL), Seal | Fault)


@pytest.mark.parametrize("path", ["opinions/ledger/2001/05.txt", "opinions/ledger/2009/05.txt"])
def test_a_seal_under_another_name_is_reported(path: str) -> None:
    fault = read_seal(str(Seal(FIVE)), path)
    assert isinstance(fault, Fault)
    assert fault.message == "this is the seal of opinion 2003/05, but the file has another name"


def test_a_named_approval_line_at_the_end_is_sealed_as_one_below_the_heading(
    tmp_path: Path,
) -> None:
    line = "Sealed this 7th day of November, 2003"
    above, _, below = RECORD.partition("(Approved by the Board on November 7, 2003.)")
    named = above.replace("2003-11-07", f"2003-11-07\napproval_line: {line}")
    record = f"{named}{below.strip()}\n\n{line}\n"
    assert "OP502" not in codes(tmp_path / "same", record, record)
    assert "OP502" in codes(tmp_path / "other", record, record.replace("Sealed", "Signed"))
    moved = f"{named}{line}{below}"
    assert codes(tmp_path / "moved", record, moved)
    assert "OP502" in codes(tmp_path / "unnamed", record, record.replace(named, above))
