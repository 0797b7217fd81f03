"""OP3: whether the citations in the text and in the fields agree."""

from collections.abc import Iterable, Iterator, Sequence

from corpus.checks.citation_words import hint_on_words, may_have_other_words, words_cited
from corpus.checks.hints import how_to_add
from corpus.checks.registry import on_record
from corpus.citations.found_citation import CitationTarget, Doubt
from corpus.findings import Level, Violation
from corpus.library.record import Record
from corpus.library.record_layout import in_flow
from corpus.library.references import References
from corpus.model.authority import Citation
from corpus.model.opinion_id import OpinionId
from corpus.parsing.damage import is_misread

_REASONS = {
    Doubt.POINTS_BACK: "stands for an earlier citation, so nothing is linked here",
    Doubt.WHOSE: "may belong to the body that its first word names, so nothing is linked here",
    Doubt.MAY_COUNT: "has a number that may count what follows, so nothing is linked here",
    Doubt.IN_WORDS: "has a number in words, so nothing is linked here",
    Doubt.NUMERAL: "has a Roman numeral that is misspelled, or that its kind lacks: see `numerals` "
    "in standards/commission.yml",
    Doubt.NO_YEAR: "has no year, and its number is not that of exactly one opinion",
}
_HINT_ON_FORMS = (
    "Delete it, or correct it to what the text cites. If the text does cite it in another form, "
    "add that form to `in_text` of its series in standards/commission.yml."
)
_OWN_OPINION = (
    "Delete the entry, and list the opinion in `opinions`, with its address and its `effect`."
)


@on_record("OP301", hint="Add the authority and its source to standards/, or correct the citation.")
def unheld_authority(record: Record, references: References) -> Iterable[Violation]:
    """Every authority that a record cites has a file in `standards/`.

    Why: The citation links to the authority's page.
    Bad: standards: ["99(c)"]
    Good: standards: ["3(c)"]
    """
    for field_path, citation in _listed_authorities(record):
        if not references.has_file(citation):
            fields = "with the fields `id`, `title` and `source`"
            hint = f"Add `{citation.file}` {fields}, or correct the citation."
            message = f"`{citation.authority}` has no file in standards/"
            location = record.field_location(*field_path)
            yield Violation(location, message, hint, subject=citation.authority)


@on_record("OP302", hint="Add it to the field of its kind.")
def unlisted_citation(record: Record, _references: References) -> Iterable[Violation]:
    """Every citation in the text is listed in the fields.

    Why: The pages of what is cited are made from the fields.
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
    listed = record.listed_citations
    missing = [pair for pair in record.text_citations if pair[1].target not in listed]
    by_field: dict[str, list[CitationTarget]] = {}
    for target in dict.fromkeys(citation.target for _, citation in missing):
        by_field.setdefault(_field(target), []).append(target)
    hints = {field: _how_to_list(field, targets, record) for field, targets in by_field.items()}
    for block, citation in missing:
        words = words_cited(record, block, citation)
        message = f"the text cites `{words}`, but the fields do not list `{citation.target}`"
        hint = hints[_field(citation.target)]
        yield Violation(record.location_in_text(block, citation.start), message, hint, words)


def _how_to_list(field: str, missing: Sequence[CitationTarget], record: Record) -> str:
    """What to type so that a field lists all that the text cites."""
    old = [_entry(target) for target in _wrongly_listed(record) if _field(target) == field]
    return _how_to_correct(missing, record) or how_to_add(
        [_entry(target) for target in missing], field, record.parsed_file.raw.yaml.text, old
    )


def _cited(record: Record) -> set[CitationTarget]:
    """What the text cites."""
    return {citation.target for _, citation in record.text_citations}


def _replaced(record: Record) -> list[Citation]:
    """The listed authorities whose cited part is not the listed one."""
    cited = _cited(record)
    listed = record.listed_citations
    missing = {
        (target.kind, target.authority)
        for target in cited.difference(listed)
        if isinstance(target, Citation)
    }
    uncited = (target for target in listed if target not in cited and isinstance(target, Citation))
    return [target for target in uncited if (target.kind, target.authority) in missing]


def _wrongly_listed(record: Record) -> list[Citation]:
    """The listed authorities that the text cites in no words, known or not."""
    cited = _cited(record)
    uncited = (target for _, target in _listed_authorities(record) if target not in cited)
    return [target for target in uncited if not may_have_other_words(target, record)]


def _how_to_correct(missing: Sequence[CitationTarget], record: Record) -> str:
    """What to type if the only opinion that is missing may be the only one listed wrongly."""
    cited = _cited(record)
    wrong = [listed for _, listed in _listed_opinions(record) if listed not in cited]
    target, *others = missing
    if others or not isinstance(target, OpinionId) or len(wrong) != 1:
        return ""
    return (
        f"Correct `cites: {wrong[0]}` to `cites: {target}` if that is the opinion that the text "
        f"cites. Otherwise add `{_entry(target)}` to `opinions`."
    )


def _field(target: CitationTarget) -> str:
    """The name of the field that lists a citation."""
    return "opinions" if isinstance(target, OpinionId) else target.kind.plural


def _entry(target: CitationTarget) -> str:
    """What to type to list a citation."""
    if isinstance(target, OpinionId):
        return f"{{cites: {target}, effect: cites}}"
    return f'"{target}"'


@on_record(
    "OP303",
    hint="Delete it, or correct it to what the text cites. If the text does cite it, in words that "
    "are not read, list an exception in `waivers`.",
)
def listed_but_not_cited(record: Record, references: References) -> Iterable[Violation]:
    """Every citation that is listed in the fields is in the text.

    If the text was read in the wrong encoding, that must be fixed first.

    Why: A reader who goes from what is cited to an opinion must find it there.
    Bad: statutes: ["7A-38.2(b)"]
    Good: statutes: []
    """
    if not record.opinion.has_text:
        return
    cited = _cited(record)
    listed = (*_listed_authorities(record), *_listed_opinions(record))
    uncited = [each for each in listed if each[1] not in cited]
    if not uncited or is_misread(record.text.body):
        return
    known = {*_replaced(record), *(target for _, target in record.listed_in_ranges)}
    for field_path, target in uncited:
        if target not in known:
            location = record.field_location(*field_path)
            message = f"the text does not cite `{target}`"
            hint = ""
            if isinstance(target, Citation) and may_have_other_words(target, record):
                settings = references.commission.settings_of(target.kind)
                hint = hint_on_words(target, record, settings)
            elif isinstance(target, OpinionId) and references.commission.series:
                hint = _HINT_ON_FORMS
            yield Violation(location, message, hint, subject=f"{target}")


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
            location = record.location_in_text(block, citation.start)
            yield Violation(location, message, subject=words)


@on_record(
    "OP309",
    hint="Look up what it stands for. Then list an exception in `waivers` that says so.",
    level=Level.WARNING,
)
def citation_not_resolved(record: Record, _references: References) -> Iterable[Violation]:
    """Every citation names what it cites, and an opinion by its number and year.

    Why: Nobody but a reader knows what `Id.`, `supra` or `that Rule` stands for.
    Bad: It may (see Standard 3(c)). Id. at 2.
    Good: It may (see Standard 3(c)).
    """
    for block, citation in record.unresolved_citations:
        if citation.doubt is not Doubt.STOPPED:
            words = block.words[citation.start : citation.end]
            message = f"`{words}` {_REASONS[citation.doubt]}"
            location = record.location_in_text(block, citation.start)
            yield Violation(location, message, subject=words)


@on_record("OP313", hint="Type `citation` as the text prints it, or delete the entry.")
def other_opinion_not_cited(record: Record, references: References) -> Iterable[Violation]:
    """The text cites every opinion of another body that is listed, and none is of this body.

    Why: A reader who looks for the citation must find it in the text.
    Bad: other_opinions: [{body: River Board, citation: River Op. 4}]
    Good: other_opinions: []
    """
    if not record.opinion.has_text:
        return
    cited = [citation.opinion for _, citation in record.cited_other_opinions]
    for index, opinion in enumerate(record.opinion.other_opinions):
        if opinion.body in {references.commission.name, references.commission.short_name}:
            location = record.field_location("other_opinions", index, "body")
            message = f"`{opinion.body}` is this body itself"
            yield Violation(location, message, _OWN_OPINION, subject=opinion.body)
        elif opinion not in cited:
            message = f"the text does not have the words `{opinion.citation}`"
            location = record.field_location("other_opinions", index, "citation")
            yield Violation(location, message, subject=opinion.citation)


@on_record("OP314", hint="Add it to `other_opinions`.", level=Level.WARNING)
def other_opinion_not_listed(record: Record, _references: References) -> Iterable[Violation]:
    """An opinion of a body in `cited_bodies` that the text cites is listed.

    Why: The data of the opinion has only those that are listed.
    """
    for block, citation in record.cited_other_opinions:
        opinion = citation.opinion
        if opinion not in record.opinion.other_opinions:
            entry = in_flow({"body": opinion.body, "citation": opinion.citation}, "")
            message = f"the text cites `{opinion.citation}`, which `other_opinions` does not list"
            hint = how_to_add([entry], "other_opinions", record.parsed_file.raw.yaml.text)
            location = record.location_in_text(block, citation.start)
            yield Violation(location, message, hint, subject=opinion.citation)


def _listed_authorities(record: Record) -> Iterator[tuple[tuple[str, int], Citation]]:
    """Yield the authorities that the fields list, each with its place in them."""
    for kind in record.opinion.kinds:
        for index, citation in enumerate(record.opinion.cited_of(kind)):
            yield (kind.plural, index), citation


def _listed_opinions(record: Record) -> Iterator[tuple[tuple[str, int, str], OpinionId]]:
    """Yield the opinions that the fields list, each with its place in them."""
    for index, relation in enumerate(record.opinion.opinions):
        yield ("opinions", index, "cites"), relation.cites
