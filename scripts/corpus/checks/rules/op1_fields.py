"""OP1: the fields of a file, each by itself."""

from corpus.checks.registry import on_fault
from corpus.findings import Fault, FaultKind, Violation


@on_fault(FaultKind.UNKNOWN, "OP101", hint="Correct the name of the field, or delete it.")
def unknown_field(fault: Fault) -> Violation:
    """Only known fields are used.

    Why:
        A field with a slip in its name would be left out of the site without a word.

    Bad:
        aproved: 2003-11-07

    Good:
        approved: 2003-11-07
    """
    return fault.verdict


@on_fault(FaultKind.MISSING, "OP102", hint="Add the field with its value.")
def missing_field(fault: Fault) -> Violation:
    """Every required field is there.

    Why:
        Pages, citations and indexes are made from these fields.

    Bad:
        issues:
          - {id: 1, at: [1]}

    Good:
        issues:
          - {id: 1, question: May it?, at: [1]}
    """
    return fault.verdict


@on_fault(
    FaultKind.SHAPE,
    "OP103",
    hint="Write a list as [a, b] and fields as `name: value` lines below it.",
)
def wrong_shape(fault: Fault) -> Violation:
    """A field has text, a list or fields of its own, as it should.

    Why:
        A list that is written as text would be read as one odd word.

    Bad:
        topics: confidentiality

    Good:
        topics: [confidentiality]
    """
    return fault.verdict


@on_fault(FaultKind.EMPTY, "OP104", hint="Fill it in; an optional field may be left out instead.")
def empty_field(fault: Fault) -> Violation:
    """No field is empty.

    Why:
        An empty title or list shows as a gap on the page.

    Bad:
        title: ""

    Good:
        title: Fees
    """
    return fault.verdict


@on_fault(FaultKind.DAY, "OP105", hint="Write the date as year-month-day, as in 2003-11-07.")
def not_a_day(fault: Fault) -> Violation:
    """A date is a day of the calendar, written YYYY-MM-DD.

    Why:
        Which wording of a Standard an opinion spoke of depends on its day.

    Bad:
        approved: November 7, 2003

    Good:
        approved: 2003-11-07
    """
    return fault.verdict


@on_fault(FaultKind.WHOLE, "OP106", hint="Write it in digits alone, as in 5 or 05.")
def not_a_number(fault: Fault) -> Violation:
    """Opinion numbers and paragraph numbers are whole numbers from 1.

    Why:
        The number is the opinion's name and its address.

    Bad:
        number: five

    Good:
        number: 5
    """
    return fault.verdict


@on_fault(FaultKind.YEAR, "OP107", hint="Write the four digits of the year, as in 2003.")
def not_a_year(fault: Fault) -> Violation:
    """A year has four digits.

    Why:
        The year is part of the opinion's name and address.

    Bad:
        year: "03"

    Good:
        year: 2003
    """
    return fault.verdict


@on_fault(
    FaultKind.SLUG,
    "OP108",
    hint="Use small letters, digits and single hyphens, as in contact-after.",
)
def not_a_short_name(fault: Fault) -> Violation:
    """Ids are short names of small letters, digits and hyphens.

    Why:
        They stand in web addresses that must last.

    Bad:
        topics: [Fees & Costs]

    Good:
        topics: [fees]
    """
    return fault.verdict


@on_fault(FaultKind.URL, "OP109", hint="Copy the whole address from the browser, from https:// on.")
def not_an_address(fault: Fault) -> Violation:
    """A web address is whole and starts with http:// or https://.

    Why:
        Readers follow it to the source.

    Bad:
        source: {url: www.example.org}

    Good:
        source: {url: "https://www.example.org/"}
    """
    return fault.verdict


@on_fault(
    FaultKind.CITATION,
    "OP110",
    hint='Write a Standard as "3(c)", a statute as "7A-38.2(b)" and a rule as "MSC 4(f)".',
)
def not_a_citation(fault: Fault) -> Violation:
    """Cited authorities are written by their number and part alone.

    Why:
        One way of writing brings all opinions on a Standard to one page.

    Bad:
        standards: [Standard 3(c)]

    Good:
        standards: ["3(c)"]
    """
    return fault.verdict


@on_fault(
    FaultKind.FILE,
    "OP111",
    hint="Give the path below the corpus, or the 64 digits that sha256sum prints.",
)
def no_such_path(fault: Fault) -> Violation:
    """A source file is named by its path below the corpus and its SHA-256.

    Why:
        Anyone must be able to find the document and see that it is the same.

    Bad:
        source: {title: Minutes, file: ../minutes.txt}

    Good:
        source: {title: Minutes}
    """
    return fault.verdict


@on_fault(
    FaultKind.SOURCE, "OP118", hint="Give the title of the document, or its web address, or both."
)
def source_says_nothing(fault: Fault) -> Violation:
    """A source is told by a title or a web address.

    Why:
        A fact whose source nobody can find is no fact.

    Bad:
        source: {file: minutes.txt}

    Good:
        source: {title: Minutes}
    """
    return fault.verdict


@on_fault(FaultKind.FORM, "OP119", hint="See the other forms in standards/commission.yml.")
def wrong_form(fault: Fault) -> Violation:
    """A form of words has each of its blanks once: `{number}` and `{year}`, `{date}`, `{id}`.

    Why:
        Numbers and dates are read from the text by these forms.

    Bad:
        # standards/commission.yml
        heading_lines: ["Opinion Number {number}"]

    Good:
        # standards/commission.yml
        heading_lines: ["Opinion Number {number} ({year})"]
    """
    return fault.verdict


@on_fault(FaultKind.CHOICE, "OP122", hint="Choose one of the words that the message lists.")
def not_a_choice(fault: Fault) -> Violation:
    """A field with fixed words has one of them.

    Why:
        What becomes of an opinion follows from these words.

    Bad:
        text: nowhere

    Good:
        text: full
    """
    return fault.verdict


@on_fault(FaultKind.OPINION, "OP123", hint="Write an opinion by year and number, as in 2001/03.")
def not_an_opinion(fault: Fault) -> Violation:
    """Another opinion is named by its year and number.

    Why:
        The number alone may one day be given twice; year and number are its address.

    Bad:
        opinions: [{cites: AO 3, effect: cites}]

    Good:
        opinions: []
    """
    return fault.verdict


@on_fault(FaultKind.EDITION, "OP124", hint="Write one entry for each day, `effective: 2021-10-01`.")
def unclear_edition(fault: Fault) -> Violation:
    """An edition of an authority has one day, and a wording only of one provision or of all.

    Why:
        What an opinion spoke of is computed from these days.

    Bad:
        # standards/4.md
        ---
        id: 4
        title: Consent
        source: {title: Minutes}
        editions: [{event: Amended, source: {title: Minutes}}]
        ---

    Good:
        # standards/4.md
        ---
        id: 4
        title: Consent
        source: {title: Minutes}
        editions: [{event: Amended, effective: 2020-01-01, source: {title: Minutes}}]
        ---
    """
    return fault.verdict


@on_fault(FaultKind.OTHER, "OP199", hint="Compare it with another file of its kind.")
def other_misfit(fault: Fault) -> Violation:
    """A value is as its field needs it.

    Why:
        Whatever does not fit and has no rule of its own is still told.
    """
    return fault.verdict
