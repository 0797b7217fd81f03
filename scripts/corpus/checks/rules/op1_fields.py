"""OP1: each field by itself."""

from corpus.checks.registry import Rule, on_fault
from corpus.findings import FaultKind

on_fault(
    FaultKind.UNKNOWN,
    Rule(
        code="OP101",
        name="unknown-field",
        law="Only known fields are used.",
        why="A field with a slip in its name would be left out of the site without a word.",
        hint="Correct the name of the field, or delete it.",
        bad="aproved: 2003-11-07",
        good="approved: 2003-11-07",
    ),
)

on_fault(
    FaultKind.MISSING,
    Rule(
        code="OP102",
        name="missing-field",
        law="Every required field is there.",
        why="Pages, citations and indexes are made from these fields.",
        hint="Add the field with its value.",
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
        law="A field has text, a list or fields of its own, as it should.",
        why="A list that is written as text would be read as one odd word.",
        hint="Write a list as [a, b] and fields as `name: value` lines below it.",
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
        why="An empty title or list shows as a gap on the page.",
        hint="Fill it in; an optional field may be left out instead.",
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
        why="Which wording of a Standard an opinion spoke of depends on its day.",
        hint="Write the date as year-month-day, as in 2003-11-07.",
        bad="approved: November 7, 2003",
        good="approved: 2003-11-07",
    ),
)

on_fault(
    FaultKind.WHOLE,
    Rule(
        code="OP106",
        name="not-a-number",
        law="Opinion numbers and paragraph numbers are whole numbers from 1.",
        why="The number is the opinion's name and its address.",
        hint="Write it in digits alone, as in 5 or 05.",
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
        why="The year is part of the opinion's name and address.",
        hint="Write the four digits of the year, as in 2003.",
        bad='year: "03"',
        good="year: 2003",
    ),
)

on_fault(
    FaultKind.SLUG,
    Rule(
        code="OP108",
        name="not-a-short-name",
        law="Ids are short names of small letters, digits and hyphens.",
        why="They stand in web addresses that must last.",
        hint="Use small letters, digits and single hyphens, as in contact-after.",
        bad="topics: [Fees & Costs]",
        good="topics: [fees]",
    ),
)

on_fault(
    FaultKind.URL,
    Rule(
        code="OP109",
        name="not-an-address",
        law="A web address is whole and starts with http:// or https://.",
        why="Readers follow it to the source.",
        hint="Copy the whole address from the browser, from https:// on.",
        bad="source: {url: www.example.org}",
        good='source: {url: "https://www.example.org/"}',
    ),
)

on_fault(
    FaultKind.CITATION,
    Rule(
        code="OP110",
        name="not-a-citation",
        law="Cited authorities are written by their number and part alone.",
        why="One way of writing brings all opinions on a Standard to one page.",
        hint='Write a Standard as "3(c)", a statute as "7A-38.2(b)" and a rule as "MSC 4(f)".',
        bad="standards: [Standard 3(c)]",
        good='standards: ["3(c)"]',
    ),
)

on_fault(
    FaultKind.FILE,
    Rule(
        code="OP111",
        name="no-such-path",
        law="A source file is named by its path below the corpus and its SHA-256.",
        why="Anyone must be able to find the document and see that it is the same.",
        hint="Give the path below the corpus, or the 64 digits that sha256sum prints.",
        bad="source: {title: Minutes, file: ../minutes.txt}",
        good="source: {title: Minutes}",
    ),
)

on_fault(
    FaultKind.SOURCE,
    Rule(
        code="OP118",
        name="source-says-nothing",
        law="A source is told by a title or a web address.",
        why="A fact whose source nobody can find is no fact.",
        hint="Give the title of the document, or its web address, or both.",
        bad="source: {file: minutes.txt}",
        good="source: {title: Minutes}",
    ),
)

on_fault(
    FaultKind.FORM,
    Rule(
        code="OP119",
        name="wrong-form",
        law="A form of words has each blank once: `{number}` and `{year}`, `{date}`, or `{id}`.",
        why="Numbers and dates are read from the text by these forms.",
        hint="See the other forms in standards/commission.yml.",
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
        law="A field with fixed words has one of them.",
        why="What becomes of an opinion follows from these words.",
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
        law="Another opinion is named by its year and number.",
        why="The number alone may one day be given twice; year and number are its address.",
        hint="Write an opinion by year and number, as in 2001/03.",
        bad="opinions: [{cites: AO 3, effect: cites}]",
        good="opinions: []",
    ),
)

on_fault(
    FaultKind.EDITION,
    Rule(
        code="OP124",
        name="unclear-edition",
        law="An edition has one date, and its text is the text of one provision or of the whole.",
        why="What an opinion spoke of is computed from these days.",
        hint="Write one entry for each day, `effective: 2021-10-01`.",
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
        law="A value is as its field needs it.",
        why="Whatever does not fit and has no rule of its own is still told.",
        hint="Compare it with another file of its kind.",
    ),
)
