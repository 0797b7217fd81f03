from pathlib import Path

import pytest

from corpus.checks.runner import check
from factories import VALID_FILES, read_corpus

FIVE = "opinions/2003/05.md"
THREE = "standards/3.md"


def findings_after(folder: Path, path: str, typed: str, instead: str) -> list[tuple[str, str]]:
    """The messages and hints for a valid file in which other words are typed."""
    text = VALID_FILES[path]
    assert typed in text
    corpus = read_corpus(folder, {path: text.replace(typed, instead, 1)})
    return [(finding.message, finding.hint) for finding in check(corpus)]


@pytest.mark.parametrize(
    ("typed", "instead", "message", "hint"),
    [
        (
            "topics:",
            "vote: {yes: 5}\ntopics:",
            "there is no field `yes`; this can have `abstained`, `against`, `in_favor`, `note`",
            "Correct the name of the field, or delete the field.",
        ),
        (
            "topics:",
            "vote: {in_favor: 0, against: 0}\ntopics:",
            "this vote has nobody who voted, and no note",
            "Type how many voted, such as `vote: {in_favor: 5}`, or delete the line.",
        ),
        (
            "topics:",
            "joint_bodies: [River Board, river board]\ntopics:",
            "`river board` is already in this list",
            "Delete one of the two.",
        ),
        (
            "topics:",
            "other_opinions: [River Op. 3]\ntopics:",
            "this must have fields of its own: `body`, `citation`, `url`",
            "Type `{body: …, citation: …}` with your own words in the place of each ….",
        ),
        (
            "topics:",
            "status: withdrawn\ntopics:",
            "`status` is not a field, because it follows from the other fields",
            (
                "Delete the line. If the opinion is withdrawn, add `withdrawn:` with the fields"
                " `on` and `reason`."
            ),
        ),
        (
            'standards: ["3(c)"]',
            "standards: Standard III(C) and 4",
            "this must be a list",
            'Type `["3(c)", "4"]`.',
        ),
        (
            'standards: ["3(c)"]',
            "standards: what it says",
            "this must be a list",
            "Type `[what it says]`.",
        ),
        (
            "text: It may.",
            'text: ""',
            "the field `text` of answer 1 is empty",
            "Fill in the field.",
        ),
        (
            "source: {title: Minutes of the Board}",
            'corrections: [{on: "", what: Typed}]\nsource: {title: Minutes}',
            "the field `on` of entry 1 of `corrections` is empty",
            "Fill in the field.",
        ),
        ("at: [2]", "at: 4", "this must be a list", "Type `[4]`."),
        ("at: [2]", "at: 2-3", "this must be a list", "Type `[2, 3]`."),
        (
            "at: [2]",
            "at: [1-2]",
            "`1-2` is not a whole number of 1 or more",
            "In a list, type each number: `1, 2`.",
        ),
        (
            "at: [2]",
            "at: [1 2]",
            "`1 2` is not a whole number of 1 or more",
            "In a list, type each number: `1, 2`.",
        ),
        ("at: [2]", "at: [¶ 2]", "`¶ 2` is not a whole number of 1 or more", "Type `2`."),
        (
            "answers: 1",
            "answers: [1, 2]",
            "this must be one value, and it is a list of 2",
            (
                "Keep one value. If the brackets are part of the words, put everything in quotation"
                " marks."
            ),
        ),
        (
            "title: Naming a speaker",
            "title: [Naming]",
            "this must be text, and brackets make it a list",
            'Type `Naming`, or `"[Naming]"` if the brackets are part of the words.',
        ),
        (
            "title: Naming a speaker",
            'title: ["%B"]',
            "this must be text, and brackets make it a list",
            'Type `"%B"`, or `"[%B]"` if the brackets are part of the words.',
        ),
        (
            "holdings:",
            "holding:",
            "there is no field `holding`; did you mean `holdings`, which is missing?",
            "Type `holdings` instead of `holding`.",
        ),
        (
            "title: Naming",
            "Title: Naming",
            "there is no field `Title`; did you mean `title`, which is missing?",
            "Type `title` instead of `Title`.",
        ),
        (
            "title: Naming a speaker",
            f"title:{'Naming ' * 20}it",
            "a space is missing after the colon",
            f"Type `title: {'Naming ' * 20}it`.",
        ),
        (
            "text: It may.",
            "text: It may, and should.",
            "`and should.` is read as a field, because a comma is before it",
            'Type `text: "It may, and should."`.',
        ),
        (
            "source: {title: Minutes of the Board}",
            "source: {title: Order of May 1, 2026, again, url: https://example.org/}",
            "`again` is read as a field, because a comma is before it",
            'Type `title: "Order of May 1, 2026, again"`.',
        ),
        (
            "source: {title: Minutes of the Board}",
            "source: Minutes of the Board",
            "this must have fields of its own: `title`, `file`, `url`, `sha256`, `read`",
            'Type `source: {title: "Minutes of the Board"}`.',
        ),
        (
            "source: {title: Minutes of the Board}",
            "source: https://example.org/a.pdf",
            "this must have fields of its own: `title`, `file`, `url`, `sha256`, `read`",
            'Type `source: {url: "https://example.org/a.pdf"}`.',
        ),
        *(
            (
                "source:",
                f"vote: {typed}\nsource:",
                "this must have fields of its own: `in_favor`, `against`, `abstained`, `note`",
                f"Type `vote: {meant}`.",
            )
            for typed, meant in [
                ("5-1", "{in_favor: 5, against: 1}"),
                ("5 to 1", "{in_favor: 5, against: 1}"),
                ("5-1-2", "{in_favor: 5, against: 1, abstained: 2}"),
                ("unanimous", '{note: "unanimous"}'),
                ("[unanimous, on notes]", '{note: "unanimous, on notes"}'),
            ]
        ),
        (
            "source:",
            "withdrawn: 2024-03-03\nsource:",
            "this must have fields of its own: `on`, `reason`",
            (
                'Type `withdrawn: {on: 2024-03-03, reason: "…"}` with your own words in the place'
                " of each …."
            ),
        ),
        (
            "  - {id: 1, question: May it?, at: [1]}",
            "  id: 1\n  question: May it?\n  at: [1]",
            "this must be a list, even if it has one entry",
            "Type `- ` before `id:`, and begin the other lines below `id`.",
        ),
        (
            "approved: 2003-11-07",
            "approved: November 7, 2003",
            "`November 7, 2003` is not a date in the form YYYY-MM-DD",
            "Type `2003-11-07`, if November 7, 2003 is meant.",
        ),
        (
            "approved: 2003-11-07",
            "approved: 11/7/2003",
            "`11/7/2003` is not a date in the form YYYY-MM-DD",
            "Type `2003-11-07`, if November 7, 2003 is meant.",
        ),
        (
            "approved: 2003-11-07",
            "approved: 2003-11-7",
            "`2003-11-7` is not a date in the form YYYY-MM-DD",
            "Type `2003-11-07`, if November 7, 2003 is meant.",
        ),
    ],
)
def test_what_to_type_instead_is_whole(
    tmp_path: Path, typed: str, instead: str, message: str, hint: str
) -> None:
    assert (message, hint) in findings_after(tmp_path, FIVE, typed, instead)


def test_a_name_that_begins_an_entry_again_lacks_its_hyphen(tmp_path: Path) -> None:
    entry = "  - {id: 1, question: May it?, at: [1]}"
    lines = (
        "  - id: 1\n    question: May it?\n    at: [1]\n    id: 2\n    question: Or?\n    at: [1]"
    )
    found = findings_after(tmp_path, FIVE, entry, lines)
    (hint,) = [hint for message, hint in found if message.endswith("a second time")]
    assert hint.startswith("If a new entry begins here, put `- ` before it")


def test_a_second_entry_without_its_first_line_is_not_to_be_deleted(tmp_path: Path) -> None:
    entry = '    at: [2]\n    what: "“may” was printed as “must”."\n'
    lines = f"year: 2003\ncorrections:\n  - on: 2020-01-02\n{entry}{entry}"
    found = findings_after(tmp_path, FIVE, "year: 2003", lines)
    (hint,) = [hint for message, hint in found if message.endswith("a second time")]
    assert "put a line such as `- on: 2020-01-02` above it" in hint


def test_a_name_that_is_there_twice_by_mistake_is_to_be_deleted(tmp_path: Path) -> None:
    found = findings_after(tmp_path, FIVE, "year: 2003", "year: 2003\nyear: 2003")
    assert found == [
        ("the field `year` is here a second time", "Keep one of the two and delete the other.")
    ]


def test_of_two_sets_of_fields_with_one_name_one_may_get_another_name(tmp_path: Path) -> None:
    second = "source: {title: Minutes}\nsource: {title: Notes}"
    found = findings_after(tmp_path, FIVE, "source: {title: Minutes of the Board}", second)
    (hint,) = [hint for message, hint in found if message.endswith("a second time")]
    assert hint.startswith("If both are needed, give one of them another name.")


def test_the_entries_of_two_lists_of_one_name_are_to_be_joined(tmp_path: Path) -> None:
    entry = "  - {on: 2020-01-02, at: [2], what: A word was wrong.}"
    second = f"year: 2003\ncorrections:\n{entry}\ncorrections:\n{entry}"
    found = findings_after(tmp_path, FIVE, "year: 2003", second)
    (hint,) = [hint for message, hint in found if message.endswith("a second time")]
    assert hint.endswith("and delete only the second line `corrections:`.")


@pytest.mark.parametrize(
    ("typed", "instead", "message"),
    [
        ("effective: 2020-03-01, ", "", "this edition has no date"),
        (
            "effective: 2020-03-01",
            "effective: 2020-03-01, adopted: 2020-01-01",
            "an edition cannot have `effective` and `adopted`",
        ),
        (
            "event: Renumbered",
            "event: Renumbered, part: Preamble",
            "an edition cannot have `provisions` and `part`",
        ),
        (
            'provisions: ["3(c)"]',
            'provisions: ["3(c)", "3(d)"], text: It may.',
            "`text` is the wording of one provision, and this edition names something else",
        ),
    ],
)
def test_an_edition_that_is_unclear_says_what_is_wrong_and_how_to_mend_it(
    tmp_path: Path, typed: str, instead: str, message: str
) -> None:
    ((found, hint),) = findings_after(tmp_path, THREE, typed, instead)
    assert found == message
    assert hint.startswith(("Add ", "Keep ", "Delete ", "Make "))


@pytest.mark.parametrize("typed", ["III(C)", "Standard 3(c)", "Standard III(c)"])
def test_a_provision_typed_with_its_name_or_numeral_says_what_to_type(
    tmp_path: Path, typed: str
) -> None:
    ((message, hint),) = findings_after(
        tmp_path, THREE, 'provisions: ["3(c)"]', f'provisions: ["{typed}"]'
    )
    assert message == f"`{typed}` is not part of `3`"
    assert hint == "Type `3(c)`."
