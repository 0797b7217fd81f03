"""What a clerk reads about a heading, an approval line or a field in a new form."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from corpus.checks.runner import check
from factories import COMMISSION, RECORD, read_corpus, record_text, with_fields

HEADING = "# Opinion Number 05 (2003)"
APPROVAL = "(Approved by the Board on November 7, 2003.)"


def findings_in(folder: Path, text: str, settings: str = COMMISSION) -> dict[str, tuple[str, str]]:
    """The message and the hint of each finding in the record, by code."""
    files = {"opinions/2003/05.md": text, "standards/commission.yml": settings}
    findings = check(read_corpus(folder, files))
    return {finding.code: (finding.message, finding.hint) for finding in findings}


@pytest.mark.parametrize(
    ("typed", "added"),
    [
        ("Advisory Opinion No. 05-2003", '`- "Advisory Opinion No. {number}-{year}"`'),
        ("AO 5-03—November 7, 2003", '`- "AO {number}-{yy}—{date}"`'),
        ("AO 05 (7th day of November, 2003)", '`- "AO {number} ({date})"`'),
        (
            "AO 5X—May 7, 2003",
            "this form with {number}, {year} and {date} in the place of what changes",
        ),
        ("Opinion “5” of 2003", '`- "Opinion “{number}” of {year}"`'),
        (
            "Advisory Opinion Five",
            "this form with {number} and {year} in the place of what changes",
        ),
        (
            "Opinion 5 of 7 (2003)",
            "this form with {number} and {year} in the place of what changes",
        ),
    ],
)
def test_a_heading_in_a_new_form_comes_with_the_line_to_add(
    tmp_path: Path, typed: str, added: str
) -> None:
    _, hint = findings_in(tmp_path, RECORD.replace(HEADING, f"# {typed}"))["OP203"]
    assert f"add {added} to `heading_lines`" in hint


@pytest.mark.parametrize(
    ("typed", "code", "added"),
    [
        ("(Adopted November 7, 2003)", "OP203", '`- "(Adopted {date})"`'),
        ("(Signed at the meeting.)", "OP203", "this form with {date} in the place of what changes"),
        ("Approved November 7, 2003", "OP213", '`- "Approved {date}"`'),
        (APPROVAL.strip("()"), "OP213", '`- "Approved by the Board on {date}."`'),
        ("The Board adopted this on November 7, 2003.", "OP213", "{date}"),
        ("Adopted: 11/7/2003", "OP213", "this form with {date} in the place of what changes"),
    ],
)
def test_an_approval_line_in_a_new_form_comes_with_the_line_to_add(
    tmp_path: Path, typed: str, code: str, added: str
) -> None:
    _, hint = findings_in(tmp_path, RECORD.replace(APPROVAL, typed))[code]
    assert added in hint
    assert hint.endswith("to `approval_lines` in standards/commission.yml.")
    has_number = code == "OP213"
    assert ("take one from each number in `at`" in hint) == has_number


@pytest.mark.parametrize(
    ("day", "ending", "codes"),
    [
        ("November 7, 2003", "", []),
        ("November 8, 2003", "", ["OP209"]),
        ("November 8, 2003", "Given this 7th day of November, 2003.\n", []),
        ("November 7, 2003", "Given this 8th day of November, 2003.\n\nAda Park\n", ["OP209"]),
    ],
)
def test_the_day_is_compared_that_the_heading_or_the_last_line_gives(
    tmp_path: Path, day: str, ending: str, codes: list[str]
) -> None:
    settings = with_fields(
        COMMISSION,
        'heading_lines: ["AO {number}-{yy}—{date}"]\n'
        'approval_lines: ["Given this {date}."]\n'
        'other_date_formats: ["%dth day of %B, %Y"]\n',
    )
    text = RECORD.replace(HEADING, f"# AO 5-03—{day}").replace(f"{APPROVAL}\n\n", "")
    assert [*findings_in(tmp_path, f"{text}\n{ending}", settings)] == codes


@pytest.mark.parametrize(
    ("approved", "ending", "finding"),
    [
        ("approved: 2003-11-07", APPROVAL, ""),
        (
            "approved: 2003-11-07",
            APPROVAL.replace("7,", "8,"),
            f"another line says `{APPROVAL.replace('7,', '8,')}`, but `approved` says 2003-11-07",
        ),
        (
            "stage: draft",
            "",
            f"the text says `{APPROVAL}`, but `stage` says that this is a draft",
        ),
    ],
)
def test_no_line_contradicts_what_the_fields_say_of_the_approval(
    tmp_path: Path, approved: str, ending: str, finding: str
) -> None:
    record = f"{RECORD.replace('approved: 2003-11-07', approved)}\n{ending}\n"
    assert findings_in(tmp_path, record).get("OP209", ("",))[0] == finding


def test_only_a_heading_line_can_have_the_day(tmp_path: Path) -> None:
    series = "series: [{name: AO, printed: 'AO {number}—{date}', url: 'ao/{number}'}]\n"
    corpus = read_corpus(tmp_path, {"standards/commission.yml": COMMISSION + series})
    messages = [finding.message for finding in check(corpus)]
    assert "only the form of a heading line can have {date}" in messages


def test_a_line_with_a_second_date_comes_with_the_line_to_add(tmp_path: Path) -> None:
    both = f"{APPROVAL[:-2]}; revised May 1, 2006.)"
    message, hint = findings_in(tmp_path, RECORD.replace(APPROVAL, both))["OP209"]
    assert "November 7, 2003; revised May 1, 2006" in message
    assert '`- "(Approved by the Board on {date}; revised {other_date}.)"`' in hint


def test_a_further_line_that_is_not_listed_comes_with_the_line_to_add(tmp_path: Path) -> None:
    two = f"{APPROVAL}\n\nEffective May 1, 2006"
    message, hint = findings_in(tmp_path, RECORD.replace(APPROVAL, two))["OP213"]
    assert message == "this approval line is read as paragraph 1"
    assert '`- "Effective {date}"`' in hint


@pytest.mark.parametrize(
    ("typed", "approved"), [("May 2003", "2003-05"), ("2003", "2003"), ("7/11/2003", "2003-11-07")]
)
def test_a_date_in_a_new_format_comes_with_the_key_to_add(
    tmp_path: Path, typed: str, approved: str
) -> None:
    record = RECORD.replace("November 7, 2003", typed).replace("2003-11-07", approved)
    _, hint = findings_in(tmp_path, record)["OP209"]
    assert "`other_date_formats`" in hint
    formats = 'other_date_formats: ["%B %Y", "%Y", "%d/%m/%Y"]\n'
    assert "OP209" not in findings_in(tmp_path, record, with_fields(COMMISSION, formats))


@pytest.mark.parametrize(
    "first",
    ["May it?", "Approved.", "The Board was asked in 2003 about fees.", f"Dated {'words ' * 40}7"],
)
def test_another_first_paragraph_is_no_approval_line(tmp_path: Path, first: str) -> None:
    assert "OP213" not in findings_in(tmp_path, RECORD.replace(APPROVAL, first))


CLOSING = "*This opinion was approved by unanimous vote of the Board at its meeting of {}.*"


@pytest.mark.parametrize(
    "line",
    [
        CLOSING.format("November 7, 2003"),
        "Adopted and issued by the Board this 7th day of November, 2003",
        "SO DECIDED on November 7th, 2003.",
    ],
)
@pytest.mark.parametrize(
    "lines",
    [
        "{line}\n\n{text}",
        "To all mediators\n\n{line}\n\n{text}",
        "{text}\n\n{line}",
        "{text}\n\n{line}\n\nJane Doe\n\nChair",
    ],
)
def test_a_line_near_either_end_reads_like_the_approval_line(
    tmp_path: Path, line: str, lines: str
) -> None:
    above, _, text = RECORD.partition(APPROVAL)
    record = f"{above}{lines.format(line=line, text=text.strip())}\n"
    found = findings_in(tmp_path, record)
    assert found["OP213"][0].startswith("this approval line is read as paragraph ")
    other = record.replace("7, 2003", "6, 2003").replace("7th", "6th")
    changed = findings_in(tmp_path, other)
    assert changed["OP209"][0] == (
        "a line that reads like the approval line says `November 6, 2003`, "
        "but `approved` says 2003-11-07"
    )
    assert "OP213" not in changed, "one finding for each line"


def test_an_approval_line_out_of_place_is_typed_into_the_record(tmp_path: Path) -> None:
    apart = RECORD.replace(APPROVAL, f"## Fees\n\n{APPROVAL}") + f"\n{'It may. ' * 40}\n"
    message, hint = findings_in(tmp_path, apart)["OP213"]
    assert "neither right below the first line nor at the end" in message
    typed = f'approval_line: "{APPROVAL}"'
    assert hint.startswith(f"If it gives the day, type `{typed}` below `approved`")
    assert "OP213" not in findings_in(tmp_path, apart.replace("approved:", f"{typed}\napproved:"))


OWN = with_fields(
    COMMISSION,
    'words: {approved: handed down}\napproval_lines: ["Given under seal on {date}"]\n',
)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Granted under seal on November 7, 2003", "this approval line is read as paragraph 1"),
        ("Handed down November 7, 2003 at Harbor", "this approval line is read as paragraph 1"),
        (
            "## Given under seal on May 6, 2004",
            "the approval line `Given under seal on May 6, 2004` is typed as a heading",
        ),
        ("The Board sat under a tree on May 6, 2004", None),
        ("## Given under seal on paper", None),
        ("## Facts of 2004", None),
    ],
)
def test_an_approval_line_is_known_by_the_words_of_the_body(
    tmp_path: Path, line: str, message: str | None
) -> None:
    record = RECORD.replace(APPROVAL, line)
    files = {"opinions/2003/05.md": record, "standards/commission.yml": OWN}
    findings = [found for found in check(read_corpus(tmp_path, files)) if found.code == "OP213"]
    assert [found.message for found in findings] == ([message] if message else [])


@pytest.mark.parametrize(
    ("path", "text", "code", "advice"),
    [
        ("standards/x/3.md", "x", "OP404", "`standards/` or `standards/statutes/`"),
        ("opinions/5.md", "x", "OP404", "such as `opinions/2003/05.md`"),
        (
            *("opinions/2003/05.md", record_text('statutes: ["7A-99"]'), "OP301"),
            "Add `standards/statutes/7A-99.md` with the fields `id`, `title` and `source`",
        ),
        *(
            ("opinions/2003/05.md", RECORD.replace("# Opinion Number 05 (2003)", typed), *advice)
            for typed, advice in {
                "# DRAFT Opinion Number 05 (2003)": (
                    *("OP203", "Type only `# Opinion Number 05 (2003)`. A draft for comment has"),
                ),
                "# Opinion Number 05 (2003). Naming a Speaker": (
                    *("OP203", "and put `Naming a Speaker` on a line of its own below it."),
                ),
            }.items()
        ),
        (
            *("standards/commission.yml", with_fields(COMMISSION, 'approval_lines: ["On {day}"]')),
            *("OP119", "Only this can stand in braces: {date}, {other_date}."),
        ),
        (
            *("standards/commission.yml", COMMISSION.replace("title: Standards", "plural: a-b", 1)),
            *("OP108", "lowercase letters, digits and `_` only"),
        ),
    ],
)
def test_the_hint_names_what_the_body_can_type(
    tmp_path: Path, path: str, text: str, code: str, advice: str
) -> None:
    findings = check(read_corpus(tmp_path, {path: text}))
    assert [advice in finding.hint for finding in findings if finding.code == code] == [True]


def test_a_file_is_not_out_of_place_while_the_settings_have_a_mistake(tmp_path: Path) -> None:
    wrong = with_fields(COMMISSION, "date_format: day\nauthorities: {}\n")
    codes = {
        found.code for found in check(read_corpus(tmp_path, {"standards/commission.yml": wrong}))
    }
    assert "OP119" in codes
    assert "OP404" not in codes


def test_a_heading_without_its_space_comes_with_the_line_to_type(tmp_path: Path) -> None:
    message, hint = findings_in(tmp_path, RECORD.replace("May it?", "##Facts\n\nMay it?"))["OP207"]
    assert message == "## does not begin a heading without a space after it"
    assert hint.startswith("Put a space after it: `## Facts`.")


def test_a_field_above_the_heading_is_not_also_a_missing_heading(tmp_path: Path) -> None:
    field = "corrections:\n  on: 2024-03-03\n\n"
    found = findings_in(tmp_path, RECORD.replace(HEADING, field + HEADING))
    assert set(found) == {"OP214"}


@pytest.mark.parametrize("words", ["Source: a letter.", "note: nothing", "for corrections: none"])
def test_words_before_a_colon_are_no_field_of_another_name(tmp_path: Path, words: str) -> None:
    assert findings_in(tmp_path, f"{RECORD}\n{words}\n") == {}


def test_a_topic_by_its_title_comes_with_its_id(tmp_path: Path) -> None:
    text = RECORD.replace("topics: [confidentiality]", "topics: [Confidentiality]")
    text = text.replace("programs: [superior-court]", "programs: [superior court]")
    found = findings_in(tmp_path, text)
    assert found["OP112"] == (
        "`Confidentiality` is the title of `confidentiality`",
        "Type `confidentiality`.",
    )
    assert found["OP113"][1] == "Type `superior-court`."
    assert set(found) == {"OP112", "OP113"}, "one finding for each"


@pytest.mark.parametrize(
    ("field", "can_be_deleted"),
    [
        ("title: ''", False),
        ("topics: []", False),
        ("docket: ''", True),
        ("source: {title: Minutes, url: ''}", True),
        ("corrections: [{on: 2026-11-26, what: ''}]", False),
    ],
)
def test_only_an_optional_field_that_is_empty_can_be_deleted(
    tmp_path: Path, field: str, *, can_be_deleted: bool
) -> None:
    _, hint = findings_in(tmp_path, record_text(field))["OP104"]
    assert ("delete" in hint) is can_be_deleted


@pytest.mark.parametrize(
    "field",
    [
        "corrections: [{on: 2026-11-26, what: '...'}]",
        "withdrawn: {on: 2026-11-26, reason: '-'}",
        "waivers: [{code: OP303, about: words, reason: '?'}]",
    ],
)
def test_signs_are_no_reason(tmp_path: Path, field: str) -> None:
    message, _ = findings_in(tmp_path, record_text(field))["OP104"]
    assert message.endswith("has no letter and no digit")


BELOW_ITS_LINE = (
    "Move it below the line `{}:`, with spaces before it, or delete it. "
    "If there is no such line, add it."
)


@pytest.mark.parametrize(
    ("typed", "outer", "hint"),
    [
        ("question: May it?", "issues", "Move it there, or delete it."),
        ("in_favor: 5", "vote", BELOW_ITS_LINE),
    ],
)
def test_a_field_that_belongs_elsewhere_says_where_to_move_it(
    tmp_path: Path, typed: str, outer: str, hint: str
) -> None:
    name = typed.partition(":")[0]
    assert findings_in(tmp_path, record_text(typed))["OP101"] == (
        f"`{name}` belongs under `{outer}`, not here",
        hint.format(outer),
    )


def test_a_list_inside_another_field_may_be_there_already(tmp_path: Path) -> None:
    text = record_text("source: {title: Minutes, corrections: []}")
    message, hint = findings_in(tmp_path, text)["OP101"]
    assert message == "`corrections` belongs at the top level, not here"
    assert hint.endswith("If the field is there already, move only what stands below it.")


@pytest.mark.parametrize(
    "typed", ["ADVISORY OPINION NO. 03-05", "Number 05 (2003)", "AO 5-03—November 7, 2003"]
)
def test_the_line_that_is_printed_for_a_heading_makes_the_error_go(
    tmp_path: Path, typed: str
) -> None:
    text = RECORD.replace(HEADING, f"# {typed}")
    assert not {"OP203", "OP208", "OP209"} & {*findings_in(tmp_path, text, with_line_of(text))}


def with_line_of(text: str) -> str:
    """The settings with the line that the check prints for a heading."""
    with TemporaryDirectory() as folder:
        _, hint = findings_in(Path(folder), text)["OP203"]
    (line,) = re.findall("`- ([^`]+)` to `heading_lines`", hint)
    return COMMISSION.replace("heading_lines: [", f"heading_lines: [{line}, ")


def test_a_line_without_number_and_year_is_left_out(tmp_path: Path) -> None:
    text = RECORD.replace(HEADING, f"# MEMORANDUM\n\n{HEADING}")
    _, hint = findings_in(tmp_path, text)["OP203"]
    assert "leave this line out of the text; the source document keeps it" in hint
    assert "{number}" not in hint


@pytest.mark.parametrize("day", ["1st", "2nd", "3rd", "21st", "22nd", "17th", "7th"])
def test_a_day_with_an_ordinal_is_read_with_the_line_that_is_printed(
    tmp_path: Path, day: str
) -> None:
    number = int(re.sub("[a-z]", "", day))
    text = RECORD.replace(APPROVAL, f"(Done this {day} day of May, 2003.)")
    text = text.replace("approved: 2003-11-07", f"approved: 2003-05-{number:02}")
    settings = COMMISSION.replace("approval_lines: [", 'approval_lines: ["(Done this {date}.)", ')
    findings = findings_in(tmp_path / "first", text, settings)
    if "OP209" in findings:
        (form,) = re.findall("`(%[^`]+)` to `other_date_formats`", findings["OP209"][1])
        settings += f'other_date_formats: ["{form}"]\n'
    assert not {"OP203", "OP209"} & {*findings_in(tmp_path / "second", text, settings)}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Sealed this 7th day of November, 2003", ""),
        ("Sealed this 8th day of November, 2003", "OP209"),
        ("By vote at the meeting of November 7, 2003", ""),
        ("By vote at the meeting of November 8, 2003", "OP209"),
        ("By vote at the meeting of Nov. 7, 2003", ""),
        ("By vote at the meeting of Sept. 8, 2003", "OP209"),
        ("Heard on November 6, 2003, voted November 7, 2003", ""),
        ("Heard on November 6, 2003, voted November 8, 2003", "OP209"),
        ("By vote of all members", ""),
        (APPROVAL, ""),
    ],
)
def test_the_day_of_a_named_line_is_compared_in_any_form_and_place(
    tmp_path: Path, line: str, code: str
) -> None:
    above, _, below = RECORD.partition(APPROVAL)
    named = above.replace("2003-11-07", f"2003-11-07\napproval_line: '{line}'")
    for place, text in enumerate((f"{line}{below}", f"{below.strip()}\n\n{line}\n")):
        found = findings_in(tmp_path / str(place), named + text)
        assert set(found) == ({code} if code else set())


def test_a_line_that_is_named_with_other_words_comes_with_the_words_to_paste(
    tmp_path: Path,
) -> None:
    line = "Ratified by all on November 7, 2003"
    record = RECORD.replace("approved: 2003-11-07", f"approved: 2003-11-07\napproval_line: {line}")
    changed = record.replace(APPROVAL, f'{line} in "Hall A"')
    message, hint = findings_in(tmp_path, changed)["OP217"]
    assert message == "no line of the text has the words of `approval_line`"
    assert hint == f'Type `approval_line: "{line} in \\"Hall A\\""`.'
    twice = record.replace(APPROVAL, line) + f"\n{line}\n"
    message, _ = findings_in(tmp_path / "twice", twice)["OP217"]
    assert message == "2 lines of the text have the words of `approval_line`"
