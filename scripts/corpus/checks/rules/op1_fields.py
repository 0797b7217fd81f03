"""OP1: each field by itself."""

from corpus.checks.registry import Rule, on_fault
from corpus.findings import FaultKind

on_fault(
    FaultKind.UNKNOWN,
    Rule(
        code="OP101",
        name="unknown-field",
        law="Only known fields are used.",
        why="A field with a misspelled name would be left out of the site without notice.",
        hint="Correct the name of the field, or delete the field.",
        bad="aproved: 2003-11-07",
        good="approved: 2003-11-07",
    ),
)

on_fault(
    FaultKind.MISSING,
    Rule(
        code="OP102",
        name="missing-field",
        law="Every required field is present.",
        why="The pages, citations and indexes of the site are made from these fields.",
        hint="Add the field and its value.",
        bad="""
            issues:
            - {id: 1, at: [1]}
        """,
        good="""
            issues:
            - {id: 1, question: May it?, at: [1]}
        """,
    ),
)

on_fault(
    FaultKind.SHAPE,
    Rule(
        code="OP103",
        name="wrong-shape",
        law="Each field has the right kind of value: text, a list, or fields of its own.",
        why="A list that is written as plain text would be read as one odd word.",
        hint="Write a list as `[a, b]`, and inner fields as `name: value` lines below the field.",
        bad="topics: confidentiality",
        good="topics: [confidentiality]",
    ),
)

on_fault(
    FaultKind.EMPTY,
    Rule(
        code="OP104",
        name="empty-field",
        law="No field is empty.",
        why="An empty title or list would leave a gap on the page.",
        hint="Fill in the field. If it is optional, you can delete it instead.",
        bad='title: ""',
        good="title: Fees",
    ),
)

on_fault(
    FaultKind.DAY,
    Rule(
        code="OP105",
        name="not-a-day",
        law="A date is a day of the calendar, written YYYY-MM-DD.",
        why="The date decides which version of a Standard an opinion is about.",
        hint="Write the date as year-month-day, such as 2003-11-07.",
        bad="approved: November 7, 2003",
        good="approved: 2003-11-07",
    ),
)

on_fault(
    FaultKind.NUMBER,
    Rule(
        code="OP106",
        name="not-a-number",
        law="Opinion numbers and paragraph numbers are whole numbers from 1.",
        why="The number is part of the opinion's name and web address.",
        hint="Write the number in digits only, such as 5 or 05.",
        bad="number: five",
        good="number: 5",
    ),
)

on_fault(
    FaultKind.YEAR,
    Rule(
        code="OP107",
        name="not-a-year",
        law="A year has four digits.",
        why="The year is part of the opinion's name and web address.",
        hint="Write all four digits of the year, such as 2003.",
        bad='year: "03"',
        good="year: 2003",
    ),
)

on_fault(
    FaultKind.SLUG,
    Rule(
        code="OP108",
        name="not-a-short-name",
        law="IDs use only lowercase letters, digits and hyphens.",
        why="They are part of web addresses that must always work.",
        hint="Use lowercase letters, digits and single hyphens, such as contact-after.",
        bad="topics: [Fees & Costs]",
        good="topics: [fees]",
    ),
)

on_fault(
    FaultKind.URL,
    Rule(
        code="OP109",
        name="not-an-address",
        law="A web address is complete and starts with http:// or https://.",
        why="Readers follow it to the source.",
        hint="Copy the whole address from the browser, starting with https://.",
        bad="source: {url: www.example.org}",
        good='source: {url: "https://www.example.org/"}',
    ),
)

on_fault(
    FaultKind.CITATION,
    Rule(
        code="OP110",
        name="not-a-citation",
        law="A cited authority is written as its number and part only.",
        why="If everyone writes it the same way, all opinions on a Standard are on one page.",
        hint='Write a Standard as "3(c)", a statute as "7A-38.2(b)" and a rule as "MSC 4(f)".',
        bad="standards: [Standard 3(c)]",
        good='standards: ["3(c)"]',
    ),
)

on_fault(
    FaultKind.PATH,
    Rule(
        code="OP111",
        name="no-such-path",
        law="A source file is given by its path in the collection and its SHA-256.",
        why="Anyone must be able to find the document and see that it has not changed.",
        hint="Give the path inside the collection, or the 64 digits that sha256sum prints.",
        bad="source: {title: Minutes, file: ../minutes.txt}",
        good="source: {title: Minutes}",
    ),
)

on_fault(
    FaultKind.SOURCE,
    Rule(
        code="OP118",
        name="source-says-nothing",
        law="A source has a title or a web address.",
        why="Readers must be able to find out where a fact comes from.",
        hint="Give the title of the document, its web address, or both.",
        bad="source: {file: minutes.txt}",
        good="source: {title: Minutes}",
    ),
)

on_fault(
    FaultKind.TEMPLATE,
    Rule(
        code="OP119",
        name="wrong-form",
        law="A template has each blank once: `{number}` and `{year}`, `{date}`, or `{id}`.",
        why="The site finds numbers and dates in the text with these templates.",
        hint="Follow the other templates in standards/commission.yml.",
        bad="""
            # standards/commission.yml
            heading_lines: ["Opinion Number {number}"]
        """,
        good="""
            # standards/commission.yml
            heading_lines: ["Opinion Number {number} ({year})"]
        """,
    ),
)

on_fault(
    FaultKind.CHOICE,
    Rule(
        code="OP122",
        name="not-a-choice",
        law="A field with a fixed list of choices has one of them.",
        why="These words decide how the site shows the opinion.",
        hint="Choose one of the words that the message lists.",
        bad="text: nowhere",
        good="text: full",
    ),
)

on_fault(
    FaultKind.OPINION,
    Rule(
        code="OP123",
        name="not-an-opinion",
        law="Another opinion is given by its year and number.",
        why="The number alone may be used again one day. Year and number are its address.",
        hint="Write the opinion as year and number, such as 2001/03.",
        bad="opinions: [{cites: AO 3, effect: cites}]",
        good="opinions: []",
    ),
)

on_fault(
    FaultKind.EDITION,
    Rule(
        code="OP124",
        name="unclear-edition",
        law="An edition has one date, and its `text` is one provision or the whole authority.",
        why="These dates decide which version an opinion is about.",
        hint="Write one entry for each date, such as `effective: 2021-10-01`.",
        bad="""
            # standards/4.md
            ---
            id: 4
            title: Consent
            source: {title: Minutes}
            editions: [{event: Amended, source: {title: Minutes}}]
            ---
        """,
        good="""
            # standards/4.md
            ---
            id: 4
            title: Consent
            source: {title: Minutes}
            editions: [{event: Amended, effective: 2020-01-01, source: {title: Minutes}}]
            ---
        """,
    ),
)

on_fault(
    FaultKind.OTHER,
    Rule(
        code="OP199",
        name="other-misfit",
        law="A value fits its field.",
        why="This rule reports every mistake that has no rule of its own.",
        hint="Compare the value with another file of the same kind.",
    ),
)
