"""OP3: whether the citations in the text and in the fields agree."""

from collections.abc import Iterable, Iterator

from corpus.checks.registry import on_record
from corpus.citations.found_citation import CitationTarget, Doubt
from corpus.findings import Level, Violation, did_you_mean
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.authority import AuthorityKind, Citation
from corpus.model.opinion import OpinionId

_REASONS = {
    Doubt.POINTS_BACK: "stands for an earlier citation, so nothing is linked here",
    Doubt.NO_YEAR: "has no year, and its number is not that of exactly one opinion",
}


@on_record("OP301", hint="Add the authority and its source to standards/, or correct the citation.")
def unheld_authority(record: Record, references: References) -> Iterable[Violation]:
    """Every authority that a record cites has a file in `standards/`.

    Why: The citation links to the authority's page.
    Bad: standards: ["99(c)"]
    Good: standards: ["3(c)"]
    """
    for field_path, citation in _listed_authorities(record):
        if not references.has_file(citation):
            yield (
                record.field_location(*field_path),
                f"`{citation.authority}` has no file in standards/",
            )


@on_record("OP302", hint="Add it to that field, exactly as shown here.")
def undeclared_citation(record: Record, _references: References) -> Iterable[Violation]:
    """Every citation in the text is listed in the fields.

    Why: The pages of the Standards and statutes are made from the fields.
    Bad:
        ---
        standards: []
        ---
        It may (see Standard 3(c)).
    Good:
        ---
        standards: ["3(c)"]
        ---
        It may (see Standard 3(c)).
    """
    for block, citation in record.text_citations:
        if citation.target not in record.listed_citations:
            words = block.words[citation.start : citation.end]
            entry, field = _entry(citation.target)
            message = f"the text cites `{words}`, but `{entry}` is not listed in `{field}`"
            yield record.location_in_text(block, citation.start), message


def _entry(target: CitationTarget) -> tuple[str, str]:
    """Return what to type to list a citation, and the name of the field."""
    if isinstance(target, OpinionId):
        return f"{{cites: {target}, effect: cites}}", "opinions"
    return str(target), target.kind.plural


@on_record("OP303", hint="Delete it, or correct it to what the text cites.")
def uncited_declaration(record: Record, _references: References) -> Iterable[Violation]:
    """Every citation that is listed in the fields is in the text.

    Why: A reader who follows a Standard to an opinion must find it there.
    Bad: statutes: ["7A-38.2(b)"]
    Good: statutes: []
    """
    if not record.opinion.is_held:
        return
    cited = {citation.target for _, citation in record.text_citations}
    for field_path, target in (*_listed_authorities(record), *_listed_opinions(record)):
        if target not in cited:
            yield record.field_location(*field_path), f"the text does not cite `{target}`"


@on_record("OP304", hint="List it in `standards`, `statutes` or `rules`, written the same way.")
def holding_cites_undeclared(record: Record, _references: References) -> Iterable[Violation]:
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
    for index, holding in enumerate(record.opinion.holdings):
        for position, cited in enumerate(holding.cites):
            if cited not in listed:
                message = f"this record does not list `{cited}`" + did_you_mean(cited, listed)
                yield record.field_location("holdings", index, "cites", position), message


@on_record(
    "OP308",
    hint="Compare it with the source. If the text is right, list an exception in `waivers`.",
    level=Level.WARNING,
)
def citation_cut_short(record: Record, _references: References) -> Iterable[Violation]:
    """Every citation in the text can be read to its end.

    Why: The part that cannot be read is neither linked nor found by anyone who looks for it.
    Bad: It may (see Standard 3(c)(1-a)).
    Good: It may (see Standard 3(c)).
    """
    for block, citation in record.unresolved_citations:
        if citation.doubt is Doubt.STOPPED:
            words = block.words[citation.start : citation.end]
            message = f"this citation cannot be read to its end; the unread part is `{words}`"
            yield record.location_in_text(block, citation.start), message


@on_record(
    "OP309",
    hint="Look up what it stands for. Then list an exception in `waivers` that says so.",
    level=Level.WARNING,
)
def citation_not_resolved(record: Record, _references: References) -> Iterable[Violation]:
    """No citation depends on another one, or on a year that is missing.

    Why: Nobody but a reader knows what `Id.`, `supra` or `that Standard` stands for.
    Bad: It may (see Standard 3(c)). Id. at 2.
    Good: It may (see Standard 3(c)).
    """
    for block, citation in record.unresolved_citations:
        if citation.doubt is not Doubt.STOPPED:
            words = block.words[citation.start : citation.end]
            message = f"`{words}` {_REASONS[citation.doubt]}"
            yield record.location_in_text(block, citation.start), message


def _listed_authorities(record: Record) -> Iterator[tuple[tuple[str, int], Citation]]:
    """Yield the authorities that the fields list, each with its place in them."""
    for kind in AuthorityKind:
        for index, citation in enumerate(getattr(record.opinion, kind.plural)):
            yield (kind.plural, index), citation


def _listed_opinions(record: Record) -> Iterator[tuple[tuple[str, int, str], OpinionId]]:
    """Yield the opinions that the fields list, each with its place in them."""
    for index, relation in enumerate(record.opinion.opinions):
        yield ("opinions", index, "cites"), relation.cites
