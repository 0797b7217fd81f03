"""OP3: authorities, and the citations of them."""

from collections.abc import Iterable
from typing import Any

from corpus.documents import Document
from corpus.findings import Verdict, guess
from corpus.model import Authority
from corpus.records import Record, References
from corpus.rules.registry import on_document, on_record


@on_record(
    "OP301", hint="Add the authority to standards/ with its source, or correct the citation."
)
def unheld_authority(record: Record, references: References) -> Iterable[Verdict]:
    """Every authority that a record cites has its file in `standards/`.

    Why:
        The citation links to the authority's page.

    Bad:
        standards: ["99(c)"]

    Good:
        standards: ["3(c)"]
    """
    for field in ("standards", "statutes"):
        for index, citation in enumerate(getattr(record.opinion, field)):
            if not references.has_file(citation):
                yield record.at(field, index), f"`{citation.authority}` is not in standards/"


@on_record("OP302", hint="Add the citation to `standards` or `statutes`.")
def undeclared_citation(record: Record, _references: References) -> Iterable[Verdict]:
    """Every citation in the text is declared in the fields.

    Why:
        The pages of the Standards and statutes are made from the fields.

    Bad:
        standards: []

    Good:
        standards: ["3(c)"]
    """
    for block, found in record.found:
        if found.citation not in record.opinion.cited:
            words = block.words[found.start : found.end]
            message = f"the text cites `{words}`, and `{found.citation}` is not declared"
            yield record.in_text(block, found.start), message


@on_record("OP303", hint="Delete it, or correct it to what the text cites.")
def uncited_declaration(record: Record, _references: References) -> Iterable[Verdict]:
    """Every citation that is declared is made in the text.

    Why:
        A reader who is sent to an opinion on a Standard must find it there.

    Bad:
        statutes: ["7A-38.2(b)"]

    Good:
        statutes: []
    """
    made = {found.citation for _, found in record.found}
    for field in ("standards", "statutes"):
        for index, citation in enumerate(getattr(record.opinion, field)):
            if citation not in made:
                yield record.at(field, index), f"the text does not cite `{citation}`"


@on_record("OP304", hint="Name it in `standards` or `statutes` in the same form.")
def holding_cites_undeclared(record: Record, _references: References) -> Iterable[Verdict]:
    """A holding rests on authorities that the record declares.

    Why:
        Its row on the page of the authority is made from both.

    Bad:
        holdings:
          - {id: 1, answers: 1, text: It may., at: [2], cites: ["4(a)"]}

    Good:
        holdings:
          - {id: 1, answers: 1, text: It may., at: [2], cites: ["3(c)"]}
    """
    declared = {str(citation) for citation in record.opinion.cited}
    for index, holding in enumerate(record.opinion.holdings):
        for place, cited in enumerate(holding.cites):
            if cited not in declared:
                message = f"`{cited}` is not declared" + guess(cited, declared)
                yield record.at("holdings", index, "cites", place), message


@on_document("OP305", hint="Write its heading as `title`, or what it is about as `about`.")
def nameless_authority(document: Document[Any]) -> Iterable[Verdict]:
    """An authority has its heading, or words of ours on what it is about.

    Why:
        A bare number tells a reader nothing.

    Bad:
        # standards/4.md
        ---
        id: 4
        source: {title: Minutes}
        ---

    Good:
        # standards/4.md
        ---
        id: 4
        title: Consent
        source: {title: Minutes}
        ---
    """
    authority = document.value
    if isinstance(authority, Authority) and not (authority.title or authority.about):
        yield document.at("id"), f"`{authority.id}` has neither `title` nor `about`"


@on_record("OP306", hint="Add the file, or correct `file` and `sha256`.")
def other_source(record: Record, _references: References) -> Iterable[Verdict]:
    """A source's file is there, and its SHA-256 is the one that is told.

    Why:
        Anyone must be able to compare the approved text with the document that it came from.

    Bad:
        source: {title: Minutes, file: nowhere.txt}

    Good:
        source: {title: Minutes}
    """
    source = record.opinion.source
    if source.file and record.source_sha256 is None:
        yield record.at("source", "file"), f"there is no file `{source.file}`"
    elif source.file and source.sha256 != record.source_sha256:
        message = f"the SHA-256 of `{source.file}` is {record.source_sha256}"
        yield record.at("source", "sha256"), message
