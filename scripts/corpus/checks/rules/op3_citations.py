"""OP3: the citations of a record."""

from collections.abc import Iterable, Iterator

from corpus.checks.registry import on_record
from corpus.citations.found_citation import CitationTarget
from corpus.findings import Violation, did_you_mean
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.authority import AuthorityKind, Citation
from corpus.model.opinion import OpinionId


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
        if found.target not in record.listed_citations:
            words = block.words[found.start : found.end]
            message = f"the text cites `{words}`, and {_declaration(found.target)} is not declared"
            yield record.location_in_text(block, found.start), message


def _declaration(cited: CitationTarget) -> str:
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
    made = {found.target for _, found in record.text_citations}
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


def _citing(record: Record) -> Iterator[tuple[tuple[str, int], Citation]]:
    """The authorities that the fields name, each with its place."""
    for kind in AuthorityKind:
        for index, citation in enumerate(getattr(record.opinion, kind.plural)):
            yield (kind.plural, index), citation


def _relating(record: Record) -> Iterator[tuple[tuple[str, int, str], OpinionId]]:
    """The opinions that the fields name, each with its place."""
    for index, relation in enumerate(record.opinion.opinions):
        yield ("opinions", index, "cites"), relation.cites
