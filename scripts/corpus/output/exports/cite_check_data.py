"""The data with which the cite check and the search read citations in the browser."""

from collections.abc import Iterable, Sequence

from corpus.analysis.authority_standing import day_in_words
from corpus.analysis.cite_check import aliases_of
from corpus.analysis.history import ONLY_WHAT_IT_NAMES, editions_affecting, is_only_adopted
from corpus.analysis.index import CorpusIndex
from corpus.analysis.old_numbers import (
    gives_new_numbers,
    replaced_capital,
    replaced_name,
    replaced_parts,
)
from corpus.analysis.opinion_standing import (
    OpinionStanding,
    answer_standings,
    given,
    opinion_standing,
    paragraph_standings,
)
from corpus.analysis.standing import WHY_UNRESOLVED, Statement, no_opinion
from corpus.citations.grammar import grammar
from corpus.library.record import Record
from corpus.model.authority import Citation
from corpus.model.edition import ONLY_THE_NUMBER, Edition
from corpus.output.exports.collection_data import compact_json
from corpus.text.separate_parts import kinds_by_paragraph


def grammar_json(index: CorpusIndex) -> str:
    """JSON for `citations.js`: how citations are written, and which opinions have a record."""
    return compact_json(grammar(index.commission, index.by_id, aliases_of(index)))


def authorities_json(index: CorpusIndex) -> str:
    """JSON with the editions of each authority, oldest first, and what is said of a citation.

    An edition has `day`, `printed` (the day for readers), `verb`, `event` and, if it did not change
    all of the authority, the `pinpoints` that it changed. An `undated` one came after that day; one
    `onlyAdopted` was adopted then, and nobody can tell whether it took effect. `oldNumbers` says
    what became of parts, `oldName` is the earlier name of a set, `hasNewNumbers` that all of it got
    another number or form, and `oldCapital` an example of a capital letter that was replaced.
    `roman` has the numbers of authorities in earlier editions, `withNote` those of the authorities
    whose page has a note, `cited` the parts of each that opinions cite, so that they have a place
    on its page, `onlyChanged` those that only recorded changes name, and `drafts` what is said of
    each draft for comment. `runOn` has the series whose numbers do not restart each year,
    `renumbering` the verbs of changes after which the law may have the same words, `ofPart` the
    verbs of changes of a part that are untrue of what contains it, and `answerWords` what the body
    calls its answers.
    """
    authorities: dict[str, dict[str, list[dict[str, object]]]] = {}
    with_note: dict[str, list[str]] = {}
    for (kind, number), authority in sorted(index.references.authorities.items()):
        if authority.note:
            with_note.setdefault(kind.id, []).append(number)
        citation = Citation(kind, number)
        editions = editions_affecting(citation, index.references)
        entries = [_edition(edition, citation, index) for edition in editions]
        authorities.setdefault(kind.id, {})[number] = entries
    statements = {statement.name: statement.value for statement in Statement}
    statements["NO_OPINION"] = no_opinion(index)
    doubts = {doubt.value: words for doubt, words in WHY_UNRESOLVED.items()}
    data = {"statements": statements, "doubts": doubts, "authorities": authorities}
    drafts = {
        str(draft.id): opinion_standing(draft, index).seen_from(None) for draft in index.drafts
    }
    parts = {
        "roman": _numerals(index),
        "cited": _parts(index.cited_provisions),
        "onlyChanged": _parts(index.named_provisions - index.cited_provisions),
    }
    words = index.commission.words
    lists = {
        "runOn": [series.id for series in index.commission.all_series if not series.restarts],
        "renumbering": sorted(ONLY_THE_NUMBER),
        "answerWords": [words.answers, words.answer],
        "ofPart": sorted(ONLY_WHAT_IT_NAMES),
    }
    return compact_json(data | parts | lists | {"withNote": with_note, "drafts": drafts})


def _numerals(index: CorpusIndex) -> dict[str, dict[str, str]]:
    """The Roman numerals of authorities, by kind and number."""
    numerals: dict[str, dict[str, str]] = {}
    for (kind, number), authority in sorted(index.references.authorities.items()):
        if authority.roman:
            numerals.setdefault(kind.id, {})[number] = authority.roman
    return numerals


def _parts(provisions: Iterable[Citation]) -> dict[str, dict[str, list[str]]]:
    """The pinpoints of provisions, by kind and number."""
    parts: dict[str, dict[str, list[str]]] = {}
    for kind, number, pinpoint in sorted(provisions):
        if pinpoint:
            parts.setdefault(kind.id, {}).setdefault(number, []).append(pinpoint)
    return parts


def standings_json(records: Sequence[Record], index: CorpusIndex) -> str:
    """JSON with the standing of each opinion by its number and letter.

    It is the code of its status, as in all data, the changes behind it, the corrections of its text
    and what came before it ended, each in words and with its `DaysOfChange`, and what the summary
    says of later opinions that were not checked; nothing at the end is empty. Then comes when the
    opinion was given, as a day and in words. If the text of the opinion is held, the last
    paragraph, the standings of paragraphs that have one of their own, and that of each answer
    follow; the standing of an answer is `null` if it is that of the opinion. Last, if there are
    any, come the paragraphs of concurrences and dissents: `{"6": "dissent"}`.
    """
    return compact_json({record.id.name: _standings(record, index) for record in records})


def _standings(record: Record, index: CorpusIndex) -> list[object]:
    whole = opinion_standing(record, index)
    if not record.opinion.has_text:
        return [_entry(whole), _given(record, index)]
    standings = paragraph_standings(record, index)
    own = {number: _entry(each) for number, each in standings.items() if each != whole}
    answers = {
        answer: None if each == whole else _entry(each)
        for answer, each in answer_standings(record, index).items()
    }
    data = [_entry(whole), _given(record, index), max(standings, default=0), own, answers]
    separate = kinds_by_paragraph(record.separate_parts)
    return [*data, separate] if separate else data


def _given(record: Record, index: CorpusIndex) -> list[str]:
    day = given(record)
    return [day.first_day.isoformat(), index.names.partial_date(day)] if day else []


def _entry(standing: OpinionStanding) -> list[object]:
    changes, corrections, before_end = (
        [[it.words, *(day.isoformat() for day in it.days or ())] for it in of_one_kind]
        for of_one_kind in (standing.changes, standing.corrections, standing.before_end)
    )
    entry: list[object] = [standing.standing, changes, corrections, before_end, standing.caution]
    while not entry[-1]:
        entry.pop()
    return entry


def _edition(edition: Edition, citation: Citation, index: CorpusIndex) -> dict[str, object]:
    changed = (Citation.parse(citation.kind, provision) for provision in edition.provisions)
    pinpoints = [part.pinpoint for part in changed if part and part.overlaps(citation)]
    entry: dict[str, object] = {
        "day": edition.day.isoformat(),
        "printed": day_in_words(edition, index),
        "verb": edition.verb,
        "event": edition.event.rstrip("."),
    }
    if edition.after:
        entry["undated"] = True
    if is_only_adopted(edition, editions_affecting(citation, index.references)):
        entry["onlyAdopted"] = True
    entry |= _old_numbers(edition, citation) if edition.has_known_day else {}
    return entry | ({"pinpoints": pinpoints} if edition.provisions else {})


def _old_numbers(edition: Edition, citation: Citation) -> dict[str, object]:
    """What an edition tells of the numbers before it, as far as it does."""
    found = {
        "oldNumbers": replaced_parts(edition, citation),
        "oldName": replaced_name(edition),
        "oldCapital": replaced_capital(edition, citation),
        "hasNewNumbers": gives_new_numbers(edition),
    }
    return {name: value for name, value in found.items() if value}
