"""OP3: authorities, and the documents that records come from."""

import re
from collections.abc import Iterable
from typing import Any

from corpus.checks.registry import on_record, on_shared_file
from corpus.findings import Level, Location, Violation, did_you_mean
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.authority import Authority, Citation
from corpus.model.roman_numerals import to_roman
from corpus.parsing.parsed_file import ParsedFile

_WORD = re.compile(r"\S")
_FILE_NAME = re.compile(
    r".+\.(?:docx?|eml|html?|md|odt|pdf|rtf|txt|wpd)"
    r"(?:, (?:line|page|paragraph)s? [0-9]+(?: to [0-9]+)?)?",
    re.IGNORECASE,
)
"""Also with the place in it, as `ingest` writes it."""


@on_shared_file("OP305", hint="Type its heading as `title`, or say what it is about as `about`.")
def nameless_authority(file: ParsedFile[Any]) -> Iterable[Violation]:
    """An authority has a title or a description.

    Why: A number alone tells readers nothing.
    Bad:
        # standards/4.md
        id: 4
    Good:
        # standards/4.md
        id: 4
        title: Consent
    """
    authority = file.value
    if isinstance(authority, Authority) and not (authority.title or authority.about):
        yield Violation(
            file.field_location("id"), f"`{authority.id}` has neither `title` nor `about`"
        )


@on_record(
    "OP306",
    hint="Put back the document that was compared, byte for byte. If it really is another one, "
    "compare it with the text and change `sha256` last.",
)
def other_source(record: Record, _references: References) -> Iterable[Violation]:
    """A source file exists and has the SHA-256 that the record lists.

    Why: Anyone must be able to compare the approved text with the document that it came from.
    Bad: source: {title: Minutes, file: nowhere.txt}
    Good: source: {title: Minutes}
    """
    source = record.opinion.source
    if source.file and record.source_sha256 is None:
        location = record.field_location("source", "file")
        message = f"there is no file `{source.file}`"
        yield Violation(location, message, subject=source.file)
    elif source.file and source.sha256 != record.source_sha256:
        listed = "not the one listed here" if source.sha256 else "and none is listed here"
        message = f"the SHA-256 of `{source.file}` is {record.source_sha256}, {listed}"
        location = record.field_location("source", "sha256")
        yield Violation(location, message, subject=source.file)


@on_record(
    "OP316",
    hint="Type the name of the document, such as: Minutes of the meeting of May 3, 2024.",
    level=Level.WARNING,
)
def source_by_file_name(record: Record, _references: References) -> Iterable[Violation]:
    """A source has a name that readers know, not the name of a file.

    Why: The name of a file on somebody's computer tells readers nothing.
    Bad: source: {title: minutes-5-final.docx}
    Good: source: {title: Minutes of the Board}
    """
    title = record.opinion.source.title or ""
    if _FILE_NAME.fullmatch(title):
        location = record.field_location("source", "title")
        yield Violation(location, f"`{title}` is the name of a file", subject=title)


@on_shared_file("OP310", hint="Move it above the second line of `---`. Put a comment in `note`.")
def text_below_authority(file: ParsedFile[Any]) -> Iterable[Violation]:
    """The file of an authority has nothing below its fields.

    Why: Nothing there is read, so a change of the law would be missing from every page.
    Bad:
        # standards/4.md
        ---
        id: 4
        title: Consent
        ---
        editions: [{event: Amended, effective: 2020-01-01, source: {title: Minutes}}]
    Good:
        # standards/4.md
        ---
        id: 4
        title: Consent
        editions: [{event: Amended, effective: 2020-01-01, source: {title: Minutes}}]
        ---
    """
    raw = file.raw
    words = _WORD.search(raw.body)
    if words and raw.path.startswith("standards/"):
        location = Location.in_text(raw.path, raw.body, raw.body_line, words.start())
        yield Violation(location, "this is below the second `---`, where nothing is read")


@on_shared_file("OP307", hint="List a part of this authority, such as 3(d)(5) in the file 3.md.")
def foreign_provision(file: ParsedFile[Any]) -> Iterable[Violation]:
    """The provisions that an edition lists are parts of its authority.

    Why: The site uses them to find the opinions that a change affects.
    Bad:
        # standards/4.md
        editions:
          - {event: Amended, effective: 2020-01-01, provisions: ["3(a)"], source: {title: Minutes}}
    Good:
        # standards/4.md
        editions:
          - {event: Amended, effective: 2020-01-01, provisions: ["4(a)"], source: {title: Minutes}}
    """
    authority = file.value
    if not isinstance(authority, Authority):
        return
    for index, edition in enumerate(authority.editions):
        for position, provision in enumerate(edition.provisions):
            citation = Citation.parse(authority.kind, provision)
            if citation is None or citation.authority != authority.id:
                message = f"`{provision}` is not part of `{authority.id}`"
                location = file.field_location("editions", index, "provisions", position)
                meant = _meant_part(provision, authority)
                if meant:
                    yield Violation(location, message, f"Type `{meant}`.")
                else:
                    yield Violation(location, message)


def _meant_part(provision: str, authority: Authority) -> str:
    """The part of an authority that was typed with its name or as a Roman numeral, or nothing."""
    name, bracket, part = provision.partition("(")
    number = name.split()[-1] if name.strip() else ""
    roman = to_roman(int(authority.id)) if re.fullmatch("[0-9]{1,3}", authority.id) else ""
    if number not in {authority.id, roman}:
        return ""
    typed = authority.kind.typed(authority.id, bracket + part)
    parsed = authority.kind.parse(typed)
    return authority.kind.typed(*parsed) if parsed else ""


@on_record("OP304", hint="List it in the field of its kind, written the same way.")
def holding_cites_unlisted(record: Record, _references: References) -> Iterable[Violation]:
    """A holding cites only authorities that the record lists.

    Why: The holding's row on the authority's page is made from both.
    Bad:
        standards: ["3(c)"]
        holdings: [{id: 1, answers: 1, text: It may., at: [2], cites: ["4(a)"]}]
    Good:
        standards: ["3(c)"]
        holdings: [{id: 1, answers: 1, text: It may., at: [2], cites: ["3(c)"]}]
    """
    listed = {str(citation) for citation in record.opinion.cited}
    opinions = {str(relation.cites) for relation in record.opinion.opinions}
    for index, holding in enumerate(record.opinion.holdings):
        for position, cited in enumerate(holding.cites):
            if cited not in listed:
                location = record.field_location("holdings", index, "cites", position)
                message = f"this record does not list `{cited}`{did_you_mean(cited, listed)}"
                hint = ""
                if cited in opinions:
                    message = f"`{cited}` is listed under `opinions`"
                    hint = "Delete it here."
                yield Violation(location, message, hint, subject=cited)
