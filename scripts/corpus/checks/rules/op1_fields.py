"""OP1: one field: unknown, missing, empty, or with a value that does not fit."""

from collections.abc import Iterable, Iterator
from typing import Any

from corpus.checks.placeholders import is_example, may_have_example, what_to_type
from corpus.checks.registry import Rule, on_faults, on_file
from corpus.findings import FaultKind, Violation
from corpus.parsing.parsed_file import ParsedFile
from corpus.parsing.yaml_values import FieldPath

FAULT_RULES = {
    FaultKind.UNKNOWN: Rule(
        code="OP101",
        name="unknown-field",
        only_by_hand=True,
        requirement="Only known fields are used.",
        why="A field with a misspelled name would be left out of the site without notice.",
        hint="Correct the name of the field, or delete the field.",
        bad="aproved: 2003-11-07",
        good="approved: 2003-11-07",
    ),
    FaultKind.MISSING: Rule(
        code="OP102",
        name="missing-field",
        requirement="Every required field is present.",
        why="The pages, citations and indexes of the site are made from these fields.",
        hint="Add the field and its value.",
        bad="issues: [{id: 1, at: [1]}]",
        good="issues: [{id: 1, question: May it?, at: [1]}]",
    ),
    FaultKind.SHAPE: Rule(
        code="OP103",
        name="wrong-shape",
        only_by_hand=True,
        requirement="Each field has the right kind of value: text, a list, or fields of its own.",
        why="A list that is written as plain text would be read as one odd word.",
        hint="Write a list as `[a, b]`, and inner fields as `name: value` lines below the field.",
        bad="topics: confidentiality",
        good="topics: [confidentiality]",
    ),
    FaultKind.EMPTY: Rule(
        code="OP104",
        name="empty-field",
        requirement="No field is empty.",
        why="An empty title or list would leave a gap on the page.",
        hint="Fill in the field.",
        bad='title: ""',
        good="title: Fees",
    ),
    FaultKind.DAY: Rule(
        code="OP105",
        name="not-a-day",
        requirement="A date is a day of the calendar, written YYYY-MM-DD; "
        "`approved` may be less exact.",
        why="The date decides which version of the law an opinion is about.",
        hint="Write the date as year-month-day, such as 2003-11-07.",
        bad="approved: November 7, 2003",
        good="approved: 2003-11-07",
    ),
    FaultKind.NUMBER: Rule(
        code="OP106",
        name="not-a-number",
        requirement="Opinion numbers and paragraph numbers are whole numbers from 1.",
        why="The number is part of the opinion's name and web address.",
        hint="Write the number in digits only, such as 5 or 05.",
        bad="number: five",
        good="number: 5",
    ),
    FaultKind.YEAR: Rule(
        code="OP107",
        name="not-a-year",
        requirement="A year has four digits.",
        why="The year is part of the opinion's name and web address.",
        hint="Write all four digits of the year, such as 2003.",
        bad='year: "03"',
        good="year: 2003",
    ),
    FaultKind.SLUG: Rule(
        code="OP108",
        name="not-a-short-name",
        requirement="IDs use only lowercase letters, digits and hyphens.",
        why="They are part of web addresses that must always work.",
        hint="Use lowercase letters, digits and single hyphens, such as contact-after.",
        bad="issues: [{id: Question 1, question: May it?, at: [1]}]",
        good="issues: [{id: 1, question: May it?, at: [1]}]",
    ),
    FaultKind.URL: Rule(
        code="OP109",
        name="not-an-address",
        requirement="A web address is complete and starts with http:// or https://.",
        why="Readers follow it to the source.",
        hint="Copy the whole address from the browser, starting with https://.",
        bad="source: {url: www.board.example.org}",
        good='source: {url: "https://www.board.example.org/"}',
    ),
    FaultKind.CITATION: Rule(
        code="OP110",
        name="not-a-citation",
        requirement="A cited authority is written as its number and part only.",
        why="If everyone writes it the same way, all opinions on it are on one page.",
        hint="Write its number and part as in other records.",
        bad="standards: [Standard 3(c)]",
        good='standards: ["3(c)"]',
    ),
    FaultKind.PATH: Rule(
        code="OP111",
        name="no-such-path",
        only_by_hand=True,
        requirement="A source file is given by its path in the collection and its SHA-256.",
        why="Anyone must be able to find the document and see that it has not changed.",
        hint="Give the path inside the collection, or the 64 digits that sha256sum prints.",
        bad="source: {title: Minutes, file: ../minutes.txt}",
        good="source: {title: Minutes}",
    ),
    FaultKind.SOURCE: Rule(
        code="OP118",
        name="source-says-nothing",
        requirement="A source has a title or a web address.",
        why="Readers must be able to find out where a fact comes from.",
        hint="Give the title of the document, its web address, or both.",
        bad="source: {file: minutes.txt}",
        good="source: {title: Minutes}",
    ),
    FaultKind.FORM: Rule(
        code="OP119",
        name="wrong-form",
        only_by_hand=True,
        requirement="A form has each of its blanks once: `{number}`, `{date}` or `{id}`.",
        why="The site finds numbers and dates in the text with these forms.",
        hint="Follow the other forms in standards/commission.yml.",
        bad='# standards/commission.yml\nheading_lines: ["Opinion Number {no}"]',
        good='# standards/commission.yml\nheading_lines: ["Opinion Number {number} ({year})"]',
    ),
    FaultKind.CHOICE: Rule(
        code="OP122",
        name="not-a-choice",
        requirement="A field with a fixed list of choices has one of them.",
        why="These words decide how the site shows the opinion.",
        hint="Choose one of the words that the message lists.",
        bad="text: nowhere",
        good="text: full",
    ),
    FaultKind.OPINION: Rule(
        code="OP123",
        name="not-an-opinion",
        requirement="Another opinion is given by the end of its address.",
        why="The number alone may be reused someday. The address never is.",
        hint="Write the opinion as year and number, such as 2001/03, or as its address ends.",
        bad="opinions: [{cites: AO 3, effect: cites}]",
        good="opinions: []",
    ),
    FaultKind.EDITION: Rule(
        code="OP124",
        name="unclear-edition",
        requirement="An edition has one date, "
        "and its `text` is one provision or the whole authority.",
        why="These dates decide which version an opinion is about.",
        hint="Write one entry for each date, such as `effective: 2021-10-01`.",
        bad="# standards/4.md\neditions: [{event: Amended, source: {title: Minutes}}]",
        good="""
            # standards/4.md
            editions: [{event: Amended, effective: 2020-01-01, source: {title: Minutes}}]
        """,
    ),
    FaultKind.OTHER: Rule(
        code="OP199",
        name="other-misfit",
        only_by_hand=True,
        requirement="A value fits its field.",
        why="This rule reports every mistake that no other rule covers.",
        hint="Compare the value with another file of the same kind.",
    ),
}

on_faults(FAULT_RULES)


@on_file("OP128", hint="Type what belongs here. This is only the example of a guide.")
def placeholder(file: ParsedFile[Any]) -> Iterable[Violation]:
    """No field has the words, the dots or the address of an example in the guides.

    Why: Readers would take them for the words of the law, or look for the source in a place that
        does not exist. Corrections have OP514, because a published one cannot change.
    Bad: source: {title: Where you saw it}
    Good: source: {title: Minutes}
    """
    if not may_have_example(file.raw.yaml.text):
        return
    misfits = {fault.location for fault in file.faults}
    for path, words in _texts(file.raw.fields):
        if path[:1] == ("corrections",) or not is_example(words):
            continue
        if (location := file.field_location(*path)) not in misfits:
            message = f"`{words.strip()}` comes from an example"
            yield Violation(location, message, what_to_type(*path), subject=words.strip())


def _texts(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Every text in a value, with the path to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))
