"""OP1: the fields of a file, each by itself."""

from collections.abc import Iterable
from typing import Any

from corpus.documents import Document
from corpus.findings import Flaw, Verdict
from corpus.rules.registry import on_document


@on_document("OP101", hint="Correct the name of the field, or delete it.")
def unknown_field(document: Document[Any]) -> Iterable[Verdict]:
    """Only known fields are used.

    Why:
        A field with a slip in its name would be left out of the site without a word.

    Bad:
        aproved: 2003-11-07

    Good:
        approved: 2003-11-07
    """
    return document.faulty(Flaw.UNKNOWN)


@on_document("OP102", hint="Add the field with its value.")
def missing_field(document: Document[Any]) -> Iterable[Verdict]:
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
    return document.faulty(Flaw.MISSING)


@on_document("OP103", hint="Write a list as [a, b] and fields as `name: value` lines below it.")
def wrong_shape(document: Document[Any]) -> Iterable[Verdict]:
    """A field has text, a list or fields of its own, as it should.

    Why:
        A list that is written as text would be read as one odd word.

    Bad:
        topics: confidentiality

    Good:
        topics: [confidentiality]
    """
    return document.faulty(Flaw.SHAPE)


@on_document("OP104", hint="Fill it in; an optional field may be left out instead.")
def empty_field(document: Document[Any]) -> Iterable[Verdict]:
    """No field is empty.

    Why:
        An empty title or list shows as a gap on the page.

    Bad:
        title: ""

    Good:
        title: Fees
    """
    return document.faulty(Flaw.EMPTY)


@on_document("OP105", hint="Write the date as year-month-day, as in 2003-11-07.")
def not_a_day(document: Document[Any]) -> Iterable[Verdict]:
    """A date is a day of the calendar, written YYYY-MM-DD.

    Why:
        Which wording of a Standard an opinion spoke of depends on its day.

    Bad:
        approved: November 7, 2003

    Good:
        approved: 2003-11-07
    """
    return document.faulty(Flaw.DAY)


@on_document("OP106", hint="Write it in digits alone, as in 5 or 05.")
def not_a_number(document: Document[Any]) -> Iterable[Verdict]:
    """Opinion numbers and paragraph numbers are whole numbers from 1.

    Why:
        The number is the opinion's name and its address.

    Bad:
        number: five

    Good:
        number: 5
    """
    return document.faulty(Flaw.WHOLE)


@on_document("OP107", hint="Write the four digits of the year, as in 2003.")
def not_a_year(document: Document[Any]) -> Iterable[Verdict]:
    """A year has four digits.

    Why:
        The year is part of the opinion's name and address.

    Bad:
        year: "03"

    Good:
        year: 2003
    """
    return document.faulty(Flaw.YEAR)


@on_document("OP108", hint="Use small letters, digits and single hyphens, as in contact-after.")
def not_a_short_name(document: Document[Any]) -> Iterable[Verdict]:
    """Ids are short names of small letters, digits and hyphens.

    Why:
        They stand in web addresses that must last.

    Bad:
        topics: [Fees & Costs]

    Good:
        topics: [fees]
    """
    return document.faulty(Flaw.SLUG)


@on_document("OP109", hint="Copy the whole address from the browser, from https:// on.")
def not_an_address(document: Document[Any]) -> Iterable[Verdict]:
    """A web address is whole and starts with http:// or https://.

    Why:
        Readers follow it to the source.

    Bad:
        source: {url: www.example.org}

    Good:
        source: {url: "https://www.example.org/"}
    """
    return document.faulty(Flaw.URL)


@on_document("OP110", hint='Write a Standard as "3(c)" and a statute as "7A-38.2(b)".')
def not_a_citation(document: Document[Any]) -> Iterable[Verdict]:
    """Cited authorities are written by their number and part alone.

    Why:
        One way of writing brings all opinions on a Standard to one page.

    Bad:
        standards: [Standard 3(c)]

    Good:
        standards: ["3(c)"]
    """
    return document.faulty(Flaw.CITATION)


@on_document(
    "OP111", hint="Give the path below the corpus, or the 64 digits that sha256sum prints."
)
def not_a_file(document: Document[Any]) -> Iterable[Verdict]:
    """A source file is named by its path below the corpus and its SHA-256.

    Why:
        Anyone must be able to find the document and see that it is the same.

    Bad:
        source: {title: Minutes, file: ../minutes.txt}

    Good:
        source: {title: Minutes}
    """
    return document.faulty(Flaw.FILE)


@on_document("OP118", hint="Give the title of the document, or its web address, or both.")
def source_says_nothing(document: Document[Any]) -> Iterable[Verdict]:
    """A source is told by a title or a web address.

    Why:
        A fact whose source nobody can find is no fact.

    Bad:
        source: {file: minutes.txt}

    Good:
        source: {title: Minutes}
    """
    return document.faulty(Flaw.SOURCE)


@on_document("OP119", hint="See the other forms in standards/commission.yml.")
def wrong_form(document: Document[Any]) -> Iterable[Verdict]:
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
    return document.faulty(Flaw.FORM)


@on_document("OP199", hint="Compare it with another file of its kind.")
def other_misfit(document: Document[Any]) -> Iterable[Verdict]:
    """A value is as its field needs it.

    Why:
        Whatever does not fit and has no rule of its own is still told.
    """
    return document.faulty(Flaw.OTHER)
