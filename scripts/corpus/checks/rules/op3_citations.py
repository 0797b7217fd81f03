"""OP3: authorities, and the citations of them."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from corpus.checks.registry import on_document, on_record
from corpus.citations.finder import Cited
from corpus.findings import Violation, did_you_mean
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.authority import Authority, AuthorityKind, Citation, slug
from corpus.model.opinion import OpinionId
from corpus.parsing.parsed_file import ParsedFile


@on_record(
    "OP301", hint="Add the authority to standards/ with its source, or correct the citation."
)
def unheld_authority(record: Record, references: References) -> Iterable[Violation]:
    """Every authority that a record cites has its file in `standards/`.

    Why:
        The citation links to the authority's page.

    Bad:
        standards: ["99(c)"]

    Good:
        standards: ["3(c)"]
    """
    for loc, citation in _citing(record):
        if not references.has_file(citation):
            yield record.field_location(*loc), f"`{citation.authority}` is not in standards/"


@on_record("OP302", hint="Add it to the list at this field, as it stands here.")
def undeclared_citation(record: Record, _references: References) -> Iterable[Violation]:
    """Every citation in the text is declared in the fields.

    Why:
        The pages of the Standards and statutes are made from the fields.

    Bad:
        standards: []

    Good:
        standards: ["3(c)"]
    """
    for block, found in record.text_citations:
        if found.cited not in record.listed_citations:
            words = block.words[found.start : found.end]
            message = f"the text cites `{words}`, and {_declaration(found.cited)} is not declared"
            yield record.location_in_text(block, found.start), message


def _declaration(cited: Cited) -> str:
    """What is typed to declare a citation, and at which field."""
    if isinstance(cited, OpinionId):
        return f"`{{cites: {cited}, effect: cites}}` at `opinions`"
    return f"`{cited}` at `{cited.kind.plural}`"


@on_record("OP303", hint="Delete it, or correct it to what the text cites.")
def uncited_declaration(record: Record, _references: References) -> Iterable[Violation]:
    """Every citation that is declared is made in the text.

    Why:
        A reader who is sent to an opinion on a Standard must find it there.

    Bad:
        statutes: ["7A-38.2(b)"]

    Good:
        statutes: []
    """
    if not record.opinion.is_held:
        return
    made = {found.cited for _, found in record.text_citations}
    for loc, cited in (*_citing(record), *_relating(record)):
        if cited not in made:
            yield record.field_location(*loc), f"the text does not cite `{cited}`"


@on_record("OP304", hint="Name it in `standards`, `statutes` or `rules` in the same form.")
def holding_cites_undeclared(record: Record, _references: References) -> Iterable[Violation]:
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
                message = f"`{cited}` is not declared" + did_you_mean(cited, declared)
                yield record.field_location("holdings", index, "cites", place), message


@on_document("OP305", hint="Write its heading as `title`, or what it is about as `about`.")
def nameless_authority(document: ParsedFile[Any]) -> Iterable[Violation]:
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
        yield document.field_location("id"), f"`{authority.id}` has neither `title` nor `about`"


@on_record(
    "OP306",
    hint="Add the file, or type at `sha256` what is told here, if the file is the right one.",
)
def other_source(record: Record, _references: References) -> Iterable[Violation]:
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
        yield record.field_location("source", "file"), f"there is no file `{source.file}`"
    elif source.file and source.sha256 != record.source_sha256:
        message = f"the SHA-256 of `{source.file}` is {record.source_sha256}"
        yield record.field_location("source", "sha256"), message


@on_document(
    "OP307", hint="Name a part of this authority, as in 3(d)(5) in the file of Standard 3."
)
def foreign_provision(document: ParsedFile[Any]) -> Iterable[Violation]:
    """The provisions that an edition changed are parts of the authority.

    Why:
        Which opinions a change touches is computed from them.

    Bad:
        # standards/4.md
        ---
        id: 4
        title: Consent
        source: {title: Minutes}
        editions:
          - {event: Amended, effective: 2020-01-01, provisions: ["3(a)"], source: {title: Minutes}}
        ---

    Good:
        # standards/4.md
        ---
        id: 4
        title: Consent
        source: {title: Minutes}
        editions:
          - {event: Amended, effective: 2020-01-01, provisions: ["4(a)"], source: {title: Minutes}}
        ---
    """
    authority = document.value
    if not isinstance(authority, Authority):
        return
    for index, edition in enumerate(authority.editions):
        for place, provision in enumerate(edition.provisions):
            cited = (Citation.parse(kind, provision) for kind in AuthorityKind)
            if not any(one and one.authority == authority.id for one in cited):
                message = f"`{provision}` is no part of `{authority.id}`"
                yield document.field_location("editions", index, "provisions", place), message


@on_document(
    "OP403",
    hint="Name the file by the id in small letters, as in 3.md or msc.md.",
)
def authority_elsewhere(document: ParsedFile[Any]) -> Iterable[Violation]:
    """An authority's file has the name of its id.

    Why:
        Two files of one authority would share one web address.

    Bad:
        # standards/4.md
        ---
        id: 5
        title: Consent
        source: {title: Minutes}
        ---

    Good:
        # standards/5.md
        ---
        id: 5
        title: Consent
        source: {title: Minutes}
        ---
    """
    authority = document.value
    if isinstance(authority, Authority) and not _has_its_name(document.path, authority.id):
        yield document.field_location("id"), f"the id `{authority.id}` is not the file's name"


def _has_its_name(path: str, authority: str) -> bool:
    """Whether a file below `standards/` is named by the id; rule sets in small letters."""
    file = PurePosixPath(path)
    kind = (
        AuthorityKind.RULE
        if file.parent.name == AuthorityKind.RULE.plural
        else AuthorityKind.STATUTE
    )
    return file.stem == slug(kind, authority)


def _citing(record: Record) -> Iterator[tuple[tuple[str, int], Citation]]:
    """The authorities that the fields name, each with its place."""
    for kind in AuthorityKind:
        for index, citation in enumerate(getattr(record.opinion, kind.plural)):
            yield (kind.plural, index), citation


def _relating(record: Record) -> Iterator[tuple[tuple[str, int, str], OpinionId]]:
    """The opinions that the fields name, each with its place."""
    for index, relation in enumerate(record.opinion.opinions):
        yield ("opinions", index, "cites"), relation.cites
