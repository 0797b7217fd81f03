"""What people read who make a mistake in the settings of a body with two series and two kinds."""

from pathlib import Path
from typing import NamedTuple

import pytest

from corpus.checks.runner import check
from factories import read_corpus
from joint_committee import FILES, LETTER, SETTINGS


class Mistake(NamedTuple):
    """What is typed in the place of other words, and the only finding: its line and its words."""

    right: str
    typed: str
    line: str
    message: str
    hint: str


TWO_DATES = "Adopted {date}; Revised {other_date}"
MISTAKES = [
    Mistake("LA {year}-", "LA {yyyy}-", 'printed: "LA', "`{yyyy}` is not known", "Type `{year}`."),
    Mistake(
        "series:\n",
        "country: USA\nseries:\n",
        "country: USA",
        "`USA` is not the code of a country or of a part of it",
        "Type two lowercase letters, such as `us`, or those of its part too, such as `us-tx`.",
    ),
    Mistake("EC-{yy}", "EC-{yr}", 'printed: "EC', "`{yr}` is not known", "Type `{year}`."),
    Mistake(
        '{number}{letter}"',
        '{numbr}{letter}"',
        'printed: "LA',
        "`{numbr}` is not known",
        "Type `{number}`.",
    ),
    Mistake(
        "{yy}-{number}",
        "{yy}-{Number}",
        'printed: "EC',
        "`{Number}` is not known",
        "Type `{number}`.",
    ),
    Mistake(
        "{yy}-{number}",
        "{yy}-(number)",
        'printed: "EC',
        "must contain {number} exactly once",
        "Type `{number}` in place of `(number)`.",
    ),
    Mistake("org/{year}", "org/{yr}", 'url: "https', "`{yr}` is not known", "Type `{year}`."),
    Mistake(
        "org/{year}-{number:03}",
        "org/{year}-{number:3}",
        'url: "https',
        "`{number:3}` is not known",
        "Type `{number:03}` for three digits.",
    ),
    Mistake(
        "la/{year}/{number}",
        "la/{year}/{number}{letter}",
        'url: "la',
        "is not the form of an address",
        "Type `la/{year}/{number}`. The letter of a number follows by itself.",
    ),
    Mistake(
        "la/{year}/{number}",
        "la/{number}/{year}",
        'url: "la',
        "is not the form of an address",
        "Type `la/{year}/{number}`.",
    ),
    Mistake(
        "la/{year}/{number}",
        "la/{yy}/{number:02}",
        'url: "la',
        "is not the form of an address",
        "Type `la/{year}/{number}`.",
    ),
    Mistake(
        "LA {year}-{number}{letter}",
        "EC-{yy}-{number}{letter}",
        'printed: "EC-{yy}-{number}{letter}',
        "`EC-03-5` is read as opinion 2003/05, not la/2003/05; see also line 8",
        "Put words before the number that no other series has: `RPC {number}`.",
    ),
    Mistake(
        'url: "{year}/{number}"',
        'url: "{year}/{number}"\n    in_text: ["JE{yy}-{number}"]',
        "in_text",
        "`JE03-5` is not found in a text",
        "A year right after a letter cannot be found in a text. Put a space or a dash between "
        "them.",
    ),
    Mistake(
        "series:\n",
        "first_number: 3\nseries:\n",
        "first_number",
        "`first_number` is ignored when `series` is given",
        "Delete it. If it is about one series, move it into that series.",
    ),
    Mistake(
        "title: Joint Rules",
        "title: Jefferson Statutes Annotated",
        "title: Jefferson Statutes Annotated",
        "`Jefferson Statutes Annotated` is the name of two kinds; see also line 16",
        "Give one of them another name.",
    ),
    *(
        Mistake(
            "example: 12.3(a)",
            f'example: "{typed}"',
            "example:",
            f"the numbering does not fit the example `{typed}`",
            hint,
        )
        for typed, hint in {
            "Joint Rule 12.3(a)": "Type `example: 12.3(a)`.",
            "Joint Rule 12, § 3(a)": "Type `example: 12.3(a)`.",
            "a rule": (
                "Type it as records list it, without the words of the label, such as `1.2(c)`."
            ),
        }.items()
    ),
    Mistake(
        'label: "J.S.A. {id}{part}"\n    numbering: code\n    example: 46-237(b)',
        'label: "{id}"\n    numbering: sets\n    sets: {DR: [DR]}\n    example: DR 5-105(A)',
        "example: DR",
        "the numbering does not fit the example `DR 5-105(A)`",
        "In sets, numbers have one or two digits, such as `Pier 4(f)`. Make a kind for each set "
        'instead: `label: "DR {id}{part}"`, `numbering: code` and `example: 5-105(A)`.',
    ),
    Mistake(
        "  - name: Letter of Advice\n",
        '  - {name: Old Letter, printed: "LA {number}", url: "old/{number}", numbers: run on}\n'
        "  - name: Letter of Advice\n",
        'printed: "LA {year}',
        "`LA 2003-5A` is read as opinion old/2003, not la/2003/05a; see also line 11",
        "Move the series `Letter of Advice` above the series `Old Letter`.",
    ),
    Mistake(
        'url: "la/{year}/{number}"',
        'url: "la/{year}/{number}"\n    first_number: 4',
        "first_number",
        "`first_number` is 4, but opinion 3 is here",
        "Type `first_number: 3`, or correct the record.",
    ),
    Mistake(
        "  statute:\n",
        "  health-code:\n",
        "health-code",
        "`health-code` is not one word of lowercase letters, such as `statute`",
        "Use lowercase letters, digits and `_` only, such as `health_code`.",
    ),
    Mistake(
        "example: 46-237(b)",
        "example: 805-a(2)",
        "example:",
        "the numbering does not fit the example `805-a(2)`",
        'Type `numbering: "{section}"`, and below it the line `letters: small`.',
    ),
    Mistake(
        "example: 46-237(b)",
        "example: 46-237b(2)",
        "example:",
        "the numbering does not fit the example `46-237b(2)`",
        "Add the line `letters: small` below `label` if numbers have lowercase letters.",
    ),
    Mistake(
        "J.S.A. {id}{part}",
        "J.S.A. {id}{part}b",
        "example:",
        "the numbering does not fit the example `46-237(b)`",
        "No text is read with these words of `label`. Type only {part} right after the number, "
        "then at most a comma and the name of the law. A letter or a part belongs in `example`.",
    ),
    Mistake(
        'label: "Joint Rule {rule}, § {section}{part}"\n    numbering: "{rule}.{section}"',
        'label: "Section {section} of Joint Rule {rule}"\n    numbering: "{rule}.{section}"',
        'label: "Section',
        "has the numbers in another order than `numbering`",
        'Type `numbering: "{section}-{rule}"`, and {part} after the last number.',
    ),
    Mistake(
        "citation: {author",
        '  order: {title: Orders, label: "para. {part} of Order {id}"}\ncitation: {author',
        "  order: ",
        "no text is read with the label `para. {part} of Order {id}`",
        "No text is read with these words of `label`. Type only {part} right after the number, "
        "then at most a comma and the name of the law. A letter or a part belongs in `example`.",
    ),
    Mistake(
        "citation: {author",
        '  order: {title: Orders, label: "Order {id}", cited_as: [Ord. 3]}\ncitation: {author',
        "  order: ",
        "`Ord. 3` has a number, so a text would need a second one after it",
        "Type only the words before the number: `Ord.`.",
    ),
    Mistake(
        "citation: {author",
        '  order: {title: Orders, label: "Order {id}", common_words: [Item]}\ncitation: {author',
        "  order: ",
        "`common_words` are never read before a number such as `3(c)`",
        "`common_words` in standards/commission.yml count only before a number with a chapter and "
        "a hyphen or colon, such as 2A-34.1. For other numbers, move `Item` to `cited_as`.",
    ),
    Mistake(
        "numbering: code",
        "numbering: code\n    numerals: roman",
        "roman",
        "`numerals` has no effect beside `numbering: code`, whose numbers have digits",
        "Delete the line `numerals`.",
    ),
    Mistake(
        "authorities:\n",
        '  - {name: Memo, printed: "{year} Memo {number}", url: "memo/{year}/{number}"}\n'
        'authorities:\n  order: {title: Orders, label: "Memo {id}"}\n',
        "  order: ",
        "`Memo` introduces opinions and `order`; see also line 14",
        "Type in each of the two places only what texts print before its numbers. If texts print "
        "the same words before both, make them one kind.",
    ),
    Mistake(
        "numbering: code",
        "numbering: number",
        "numbering: number",
        "the numbering does not fit the example `46-237(b)`",
        "Type `numbering: code`, or correct `example`.",
    ),
    Mistake(
        "numbering: code",
        "first_part: (a)",
        "statute:",
        "the numbering does not fit the example `46-237(b)`",
        "Type `numbering: code`, or correct `example`.",
    ),
    *(
        Mistake(
            "numbering: code",
            typed,
            line,
            f"{what} does not fit the example `46-237(b)`",
            hint,
        )
        for typed, line, what, hint in [
            (
                'numbering: "{title}.{section}"',
                "numbering:",
                "the numbering",
                "Type `numbering: code`, or `example: 46.237(b)`.",
            ),
            (
                "numbering: code\n    first_part: A",
                "first_part:",
                "`first_part: A`",
                "Delete the line `first_part`, or type `example: 46-237B`.",
            ),
        ]
    ),
    Mistake(
        "example: 46-237(b)",
        "example: 46-237B(5)\n    numberng: code",
        "numberng:",
        "there is no field `numberng`",
        "Correct the name of the field, or delete the field.",
    ),
    Mistake(
        "series:\n",
        "words: opinionated, candidate\nseries:\n",
        "words:",
        "this must have fields of its own: `opinion`, ",
        'Type `words: {FIELD: "opinionated, candidate"}`, with one of these names in the place '
        "of FIELD.",
    ),
    Mistake(
        "series:\n",
        "words: {lawyer: lawyer}\nseries:\n",
        "words:",
        "there is no field `lawyer`",
        "Correct the name of the field, or delete the field.",
    ),
    Mistake(
        "series:\n",
        'separate_opinions: ["Dissent of {name}"]\nseries:\n',
        "separate_opinions:",
        "this must have fields of its own: `concurrence`, `dissent`",
        'Type `separate_opinions: {dissent: ["Dissent of {name}"]}`.',
    ),
    Mistake(
        "series:\n",
        'dissent: ["Dissent of {name}"]\nseries:\n',
        "dissent:",
        "`dissent` belongs under `separate_opinions`, not here",
        "Move it below the line `separate_opinions:`, with spaces before it, or delete it. "
        "If there is no such line, add it.",
    ),
    *(
        Mistake("series:\n", f"{typed}\nseries:\n", typed.partition(":")[0], message, hint)
        for typed, message, hint in [
            (
                'separate_opinions: {dissent: ["{name}"]}',
                "`{name}` has no words, so that any heading would be taken for it",
                "Type the words beside the name: `Dissent of {name}`.",
            ),
            (
                'other_bodies: ["!!"]',
                "`!!` has no letter and no digit",
                "Type it in words, or delete the field if you can leave it out.",
            ),
        ]
    ),
    *(
        Mistake(
            '{date}"]',
            f'{{date}}", "{typed}"]',
            "approval_lines:",
            f"`{typed}` has no {what}",
            hint,
        )
        for typed, what, hint in [
            (
                "{other_date}{date}",
                "words, so that any line would be taken for it",
                f"Type the words that stand before each date: `{TWO_DATES}`.",
            ),
            (
                "Adopted {date}{other_date}",
                "sign between two dates",
                "Type what the documents print between them.",
            ),
        ]
    ),
    Mistake(
        '"EC-{yy}-{number}"',
        '"EC-{yy}-{number}"\n    heading_lines: ["EC {number}{date}"]',
        "heading_lines:",
        "`EC {number}{date}` has no sign beside the date",
        "Type what the documents print between the date and the number.",
    ),
    Mistake(
        '"EC-{yy}-{number}"',
        '"EC\u00a0{yy}-{number}"',
        "printed:",
        "has a no-break space, which only a text with the same one would match",
        "Type an ordinary space in its place: `EC {yy}-{number}`.",
    ),
    *(
        Mistake(
            'label: "J.S.A. {id}{part}"',
            f"label: {typed}",
            "label: ",
            "has one quotation mark without the other",
            "Delete it, or type the other one too.",
        )
        for typed in ("'J.S.A. {id}{part}\"'", '"J.S.A. {id}{part}\'"', '"J.S.A. “{id}{part}"')
    ),
    Mistake(
        "opinion_short: EC",
        'opinion_short: "!!"',
        "opinion_short:",
        "`!!` has no letter and no digit",
        "Type it in words, or delete the field if you can leave it out.",
    ),
    Mistake(
        "  rule:\n    title: Joint Rules",
        "  rule:\n    titel: Joint Rules",
        "titel:",
        "there is no field `titel`; did you mean `title`, which is missing?",
        "Type `title` instead of `titel`.",
    ),
    Mistake(
        "short_name:",
        "shortname:",
        "shortname:",
        "there is no field `shortname`; did you mean `short_name`, which is missing?",
        "Type `short_name` instead of `shortname`.",
    ),
    Mistake(
        "authorities:",
        "authority:",
        "authority:",
        "there is no field `authority`; did you mean `authorities`?",
        "Type `authorities` instead, or delete the field.",
    ),
    Mistake(
        "J.S.A. {id}{part}",
        "Joint Rule {id}{part}",
        'label: "Joint Rule {id}',
        "`Joint Rule` introduces `statute` and `rule`; see also line 22",
        "Type in each of the two places only what texts print before its numbers. If texts print "
        "the same words before both, make them one kind.",
    ),
    Mistake(
        "LA {year}-{number}{letter}",
        "LA {number}{letter}-{year}",
        'printed: "LA {number}{letter}-{year}"',
        "no heading writes its number like `LA {number}{letter}-{year}`, but "
        "opinions/la/2004/03a.md has "
        "`LA 2004-3A`",
        'If the documents print numbers so, type `printed: "LA {year}-{number}{letter}"`.',
    ),
    Mistake(
        "numbering: code",
        "numbering: code\n    plural: rules",
        "plural: rules",
        "`statute` and `rule` have the same field and address, `rules`; see also line 21",
        "Change `plural` of `statute`, or add it below its label: one word of "
        "lowercase letters that nothing else has, such as `plural: health_code`.",
    ),
    Mistake(
        "numbering: code",
        "numbering: code\n    plural: topics",
        "plural: topics",
        "`topics` is already the name of a field or of a page",
        "Change `plural` of `statute`, or add it below its label: one word of "
        "lowercase letters that nothing else has, such as `plural: health_code`.",
    ),
    *(
        Mistake(
            "numbering: code",
            f"numbering: code\n    plural: {name}",
            f"plural: {name}",
            f"`{name}` is already the name of a field or of a page",
            "Change `plural` of `statute`, or add it below its label: one word of "
            "lowercase letters that nothing else has, such as `plural: health_code`.",
        )
        for name in ("about", "index")
    ),
    *(
        Mistake(
            "numbering: code",
            f"numbering: code\n    menu: {title}",
            f"menu: {title}",
            f"`{title}` is already the name of another entry in the menu",
            "Give `statute` another name in its line `menu`.",
        )
        for title in ("Topics", "Questions", "opinions", "Programs", "About")
    ),
    *(
        Mistake(
            "name: Attorney General of Jefferson",
            f"name: {name}",
            f"name: {name}",
            f"`{name}` is this body itself",
            "Delete it, or correct its name. How texts print the numbers of this body is in "
            "`series`.",
        )
        for name in (
            "Joint Ethics Committee",
            "Joint Legislative Ethics Committee of Jefferson",
        )
    ),
    Mistake(
        "EC-{yy}-{number}",
        "EC-{number}",
        'printed: "EC-{number}"',
        "`EC-5` does not print the year that the address has",
        "Put `{year}` where documents print the year. If they print none and give no number "
        'twice, type `url: "ec/{number}"` and `numbers: run on` in this series.',
    ),
    *(
        Mistake(
            "la/{year}/{number}",
            typed,
            f'url: "{typed}"',
            f"`{typed}` is not the form of an address",
            "Type `la/{year}/{number}`.",
        )
        for typed in (
            "LA/{year}/{number}",
            "/la/{year}/{number}/",
            "l-a/{year}/{number}-x",
            "opinions/la/{year}/{number}",
        )
    ),
    Mistake(
        "la/{year}",
        "ledger/{year}",
        'url: "ledger',
        "`ledger/{year}/{number}` is where other files of the collection are",
        "Begin it with another short name of letters: `rpc/{number}`.",
    ),
    Mistake(
        'printed: "LA {year}-{number}{letter}"\n    url: "la/{year}/{number}"',
        'printed: "LA {number}{letter}"\n    numbers: run on',
        'printed: "LA',
        "`LA 5` does not print the year that the address has",
        "Put `{year}` where documents print the year. If they print none and give no number "
        'twice, type `url: "la/{number}"` and `numbers: run on` in this series.',
    ),
    Mistake(
        'printed: "LA {year}-{number}{letter}"\n    url: "la/{year}/{number}"',
        'printed: "LA {number}{letter}"\n    url: "la/{number}"\n    numbers: restart',
        "numbers: restart",
        "two `LA 5` would both be at opinions/la/05/",
        "Type `numbers: run on` if no number is given twice. If documents print the year, put "
        "`{year}` there in `printed`, and `{year}/` before `{number}` in `url`.",
    ),
    Mistake(
        "la/{year}/{number}",
        "la/{number}",
        'url: "la/',
        "`LA 2003-5` and `LA 2004-5` would both be at opinions/la/05/",
        "Put `{year}/` before `{number}` in its `url`.",
    ),
]


@pytest.mark.parametrize(
    ("right", "typed"),
    [
        ('approval_lines: ["Approved by the Committee, {date}"]', "approval_lines: Adopted {date}"),
        ("date_format:", 'other_date_formats: "%B %Y"\ndate_format:'),
        ("date_format:", 'other_date_formats: "%b %-d, %Y"\ndate_format:'),
        ("date_format:", "separate_opinions:\n  dissent: Dissent of {name}\ndate_format:"),
        ("date_format:", "separate_opinions:\n  dissent: 'Dissent: \"No\"'\ndate_format:"),
        ("date_format:", "other_bodies: ABA\ndate_format:"),
        ("date_format:", 'other_bodies: "*"\ndate_format:'),
        ("date_format:", "other_bodies: B#1\ndate_format:"),
        ('["Att’y Gen. Op. No. {year}-{number:03}"]', "Att’y Gen. Op. No. {year}-{number:03}"),
    ],
)
def test_a_list_that_a_hint_proposes_can_be_typed_so(
    tmp_path: Path, right: str, typed: str
) -> None:
    settings = SETTINGS.replace(right, typed, 1)
    files = {**FILES, "standards/commission.yml": settings}
    (finding,) = [
        each for each in check(read_corpus(tmp_path / "a", files)) if each.code == "OP103"
    ]
    lines = settings.splitlines()
    place = finding.location.line - 1
    proposed = finding.hint.removeprefix("Type `").removesuffix("`.")
    lines[place] = lines[place].partition(": ")[0] + f": {proposed}"
    files = {**FILES, "standards/commission.yml": "\n".join(lines) + "\n"}
    codes = {each.code for each in check(read_corpus(tmp_path / "b", files))}
    unread = {f"OP00{digit}" for digit in range(10)}
    assert not codes & {*unread, "OP103", "OP119"}


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("", "Add the line `letter: A` if the number has this letter."),
        ("letter: B\n", "Correct `letter` to `A` if that is the letter of the number."),
    ],
)
def test_a_record_without_the_letter_of_its_number_is_told_which_line_to_type(
    tmp_path: Path, typed: str, hint: str
) -> None:
    letter = LETTER.replace("letter: A\n", typed)
    findings = check(read_corpus(tmp_path, {**FILES, "opinions/la/2004/03a.md": letter}))
    assert {each.code: each.hint for each in findings} == {"OP208": hint, "OP402": hint}


@pytest.mark.parametrize(
    ("listed", "hint"),
    [
        (
            "",
            '`heading_lines: ["LA {year}-{number}{letter}", "Advice {year}-{number}{letter}"]`',
        ),
        (
            '    heading_lines: ["LA {year}-{number}{letter}"]\n',
            'add `- "Advice {year}-{number}{letter}"` to `heading_lines` of its series',
        ),
    ],
)
def test_a_heading_in_a_new_form_comes_with_every_form_to_list(
    tmp_path: Path, listed: str, hint: str
) -> None:
    url = '    url: "la/{year}/{number}"\n'
    files = {
        **FILES,
        "standards/commission.yml": SETTINGS.replace(url, url + listed),
        "opinions/la/2004/03a.md": LETTER.replace("# LA 2004", "# Advice 2004"),
    }
    assert hint in {each.code: each.hint for each in check(read_corpus(tmp_path, files))}["OP203"]


@pytest.mark.parametrize(
    ("right", "typed", "hint"),
    [
        (
            '["46-237(b)"]',
            '["46-273(b)"]',
            'Replace the line `statutes: …` with `statutes: ["46-237(b)"]`.',
        ),
        (
            "46-237(b).",
            "46-237(b) and EC-03-6.",
            "Correct `cites: 2003/07` to `cites: 2003/06` if that is the opinion that the text",
        ),
    ],
)
def test_a_wrong_entry_is_not_kept(tmp_path: Path, right: str, typed: str, hint: str) -> None:
    letter = LETTER.replace(right, typed)
    if "EC" in typed:
        letter = letter.replace("source:", "opinions: [{cites: 2003/07, effect: follows}]\nsource:")
    findings = check(read_corpus(tmp_path, {**FILES, "opinions/la/2004/03a.md": letter}))
    (found,) = [each.hint for each in findings if each.code == "OP302"]
    assert found.startswith(hint)


def test_a_file_with_a_small_letter_comes_with_the_setting_to_type(tmp_path: Path) -> None:
    law = '---\nid: "46-237b"\ntitle: Duty\nsource: {title: Minutes}\n---\n'
    findings = check(read_corpus(tmp_path, {**FILES, "standards/statutes/46-237b.md": law}))
    (finding,) = findings
    assert "type `letters: small` for `statute`" in finding.hint


def test_a_kind_named_in_the_plural_has_the_fields_and_the_folder_of_that_name(
    tmp_path: Path,
) -> None:
    settings = SETTINGS.replace("  statute:\n", "  statutes:\n")
    assert not check(read_corpus(tmp_path, {**FILES, "standards/commission.yml": settings}))


def test_the_settings_without_a_mistake_have_no_finding(tmp_path: Path) -> None:
    assert not check(read_corpus(tmp_path, FILES))


@pytest.mark.parametrize("mistake", MISTAKES, ids=[mistake.typed for mistake in MISTAKES])
def test_the_only_finding_in_the_settings_names_the_line_and_what_to_type(
    tmp_path: Path, mistake: Mistake
) -> None:
    settings = SETTINGS.replace(mistake.right, mistake.typed, 1)
    findings = check(read_corpus(tmp_path, {**FILES, "standards/commission.yml": settings}))
    (finding,) = findings
    assert mistake.line in settings.splitlines()[finding.location.line - 1]
    assert mistake.message in finding.message
    assert finding.hint == mistake.hint


def test_two_series_at_one_address_come_with_an_address_for_the_second(tmp_path: Path) -> None:
    settings = SETTINGS.replace('    url: "la/{year}/{number}"\n', "")
    findings = check(read_corpus(tmp_path, {**FILES, "standards/commission.yml": settings}))
    (finding,) = [each for each in findings if each.code == "OP142"]
    assert finding.message.startswith(
        "`EC-03-5` and `LA 2003-5` would both be at opinions/2003/05/"
    )
    assert finding.hint == 'Type `url: "la/{year}/{number}"` in the series `Letter of Advice`.'


def test_a_label_that_no_text_prints_is_the_only_finding(tmp_path: Path) -> None:
    settings = SETTINGS.replace("Joint Rule {rule}", "Jiont Rule {rule}")
    other = LETTER.replace("letter: A", "letter: B").replace("2004-3A", "2004-3B")
    files = {"standards/commission.yml": settings, "opinions/la/2004/03b.md": other}
    (first,) = check(read_corpus(tmp_path, {**FILES, **files}))
    assert settings.splitlines()[first.location.line - 1].strip().startswith('label: "Jiont Rule')
    assert first.message == (
        "no text cites anything with `Jiont Rule`, but 2 records list some as `rules`"
    )


@pytest.mark.parametrize(
    ("right", "typed", "words"),
    [
        ("Joint Rule {rule}", "Jiont Rule {rule}", "Jiont Rule / Joint Rule"),
        ("J.S.A. {id}", "J.A.S. {id}", "J.A.S. / J.S.A."),
    ],
)
def test_a_label_is_compared_with_the_text_if_only_one_record_lists_its_kind(
    tmp_path: Path, right: str, typed: str, words: str
) -> None:
    settings = SETTINGS.replace(right, typed)
    first, *_ = check(read_corpus(tmp_path, {**FILES, "standards/commission.yml": settings}))
    assert typed in settings.splitlines()[first.location.line - 1]
    label, printed = words.split(" / ")
    assert first.message == (
        f"no text cites anything with `{label}`, but opinions/la/2004/03a.md has `{printed}`"
    )


def test_words_that_are_not_like_the_label_say_nothing_about_it(tmp_path: Path) -> None:
    letter = LETTER.replace("Joint Rule 12, § 3(a)", "Form 12 counts")
    findings = check(read_corpus(tmp_path, {**FILES, "opinions/la/2004/03a.md": letter}))
    assert "OP315" not in {finding.code for finding in findings}


def test_a_wrong_date_format_comes_with_the_right_one(tmp_path: Path) -> None:
    settings = SETTINGS.replace("%B %d, %Y", "%b %d, %Y")
    (first,) = check(read_corpus(tmp_path, {**FILES, "standards/commission.yml": settings}))
    assert first.code == "OP216"
    assert settings.splitlines()[first.location.line - 1] == 'date_format: "%b %d, %Y"'
    assert first.message.endswith("03a.md has `October 1, 2004`")
    assert 'type `date_format: "%B %d, %Y"`' in first.hint


def test_a_month_in_a_new_form_is_no_form_of_a_day(tmp_path: Path) -> None:
    letter = LETTER.replace("October 1, 2004", "Oct. 2004").replace("2004-10-01", "2004-10")
    (finding,) = check(read_corpus(tmp_path, {**FILES, "opinions/la/2004/03a.md": letter}))
    assert "add `%b. %Y` to `other_date_formats`" in finding.hint
    assert "`date_format`" not in finding.hint


@pytest.mark.parametrize("keys", ['other_date_formats: ["%B %d, %Y"]\n', ""])
def test_a_date_format_that_some_text_has_is_right(tmp_path: Path, keys: str) -> None:
    right = SETTINGS.replace('%B %d, %Y"\n', f'%b %d, %Y"\n{keys}' if keys else '%B %d, %Y"\n')
    findings = check(read_corpus(tmp_path, {**FILES, "standards/commission.yml": right}))
    assert "OP216" not in {finding.code for finding in findings}


@pytest.mark.parametrize(
    ("printed", "headings", "heading", "finding"),
    [
        ("LA {year}-{number}{letter}", "", "# LA 2004-03A", "LA {year}-{number:02}{letter}"),
        ("LA {year}-{number:02}{letter}", "", "# LA 2004-003A", "LA {year}-{number:03}{letter}"),
        ("LA {year}-{number:02}{letter}", "", "# LA 2004-03A", ""),
        ("LA {year}-{number:02}{letter}", "", "# LA 2004-3A", ""),
        ("LA {year}-{number}{letter}", "LA {year}-{number:02}{letter}", "# LA 2004-03A", ""),
    ],
)
def test_a_number_has_the_zeros_of_its_heading(
    tmp_path: Path, printed: str, headings: str, heading: str, finding: str
) -> None:
    lines = f'\n    heading_lines: ["{headings}"]' if headings else ""
    settings = SETTINGS.replace('"LA {year}-{number}{letter}"', f'"{printed}"{lines}')
    letter = LETTER.replace("# LA 2004-3A", heading)
    files = {"standards/commission.yml": settings, "opinions/la/2004/03a.md": letter}
    hints = [
        each.hint
        for each in check(read_corpus(tmp_path, {**FILES, **files}))
        if each.code == "OP218"
    ]
    assert hints == (
        [f'If the body prints its numbers so, type `printed: "{finding}"`.'] if finding else []
    )


def test_a_heading_in_a_new_form_may_need_a_letter(tmp_path: Path) -> None:
    letter = LETTER.replace("# LA 2004-3A", "# Letter Three A of 2004")
    findings = check(read_corpus(tmp_path, {**FILES, "opinions/la/2004/03a.md": letter}))
    (finding,) = [each for each in findings if each.code == "OP203"]
    assert "{number}, {year} and {letter}" in finding.hint


def test_a_label_without_its_number_is_found_at_the_label(tmp_path: Path) -> None:
    settings = SETTINGS.replace("J.S.A. {id}{part}", "J.S.A. {part}")
    (finding,) = check(read_corpus(tmp_path, {**FILES, "standards/commission.yml": settings}))
    assert "label:" in settings.splitlines()[finding.location.line - 1]
    assert finding.hint.startswith("A label can have {id}")


@pytest.mark.parametrize(
    ("listed", "printed", "hint"),
    [
        (
            '["46-237(b)"]',
            "46-237(b)(2)",
            'Replace the line `statutes: …` with `statutes: ["46-237(b)(2)"]`.',
        ),
        (
            '["46-237(b)(2)"]',
            "46-237",
            'Replace the line `statutes: …` with `statutes: ["46-237"]`.',
        ),
        (
            '["46-237(b)"]',
            "46-237(c) and J.S.A. 46-237(b)",
            'Replace the line `statutes: …` with `statutes: ["46-237(b)", "46-237(c)"]`.',
        ),
        (
            '\n  - "46-237(b)"',
            "46-237(b)(2)",
            'Below the line `statutes:`, add `  - "46-237(b)(2)"`, and delete `"46-237(b)"`.',
        ),
    ],
)
def test_another_part_than_the_one_listed_is_a_single_finding(
    tmp_path: Path, listed: str, printed: str, hint: str
) -> None:
    letter = LETTER.replace(' ["46-237(b)"]', listed if "\n" in listed else f" {listed}")
    letter = letter.replace("J.S.A. 46-237(b)", f"J.S.A. {printed}")
    (finding,) = check(read_corpus(tmp_path, {**FILES, "opinions/la/2004/03a.md": letter}))
    assert (finding.code, finding.hint) == ("OP302", hint)
    if typed := hint.partition(" by `")[2]:
        corrected = letter.replace(f"statutes: {listed}", typed.rstrip("`."))
        assert not check(read_corpus(tmp_path, {**FILES, "opinions/la/2004/03a.md": corrected}))
