"""The data with which the search field finds an opinion by any printed form of its number."""

from collections import defaultdict
from collections.abc import Iterator

from corpus.analysis.citing import citation_note
from corpus.analysis.index import CorpusIndex
from corpus.analysis.status import opinion_status
from corpus.citations.opinion_forms import forms_by_words
from corpus.model.authority import Citation
from corpus.model.commission import Commission
from corpus.model.number_forms import blanks, write_number
from corpus.model.opinion_id import runs_of
from corpus.output.exports.collection_data import compact_json


def search_data(index: CorpusIndex) -> str:
    """JSON for the search script.

    `years` has the ranges of numbers of each year, and `forms` the order in which number and year
    are written. `names` are the words that can precede them, `authors` the names of the body with
    which a citation can begin, and `aliases` other printed names of opinions; `dockets` has the
    opinions of each request, and `docket` the body's word for it. `changed` has the status of each
    opinion that changed, `drafts` the name of each draft, and `provisions`
    the id and the page of each provision that is cited, itself or in a part.
    """
    commission = index.commission
    data = {
        "label": commission.opinion_short,
        "names": sorted(_introducing_words(commission), key=len, reverse=True),
        "authors": list(dict.fromkeys((commission.citation.author, commission.name))),
        **(_numbers_of_series(index) if commission.series else _numbers_by_year(index)),
        "aliases": dict(_aliases(index)),
        "docket": commission.words.docket,
        "dockets": _dockets(index),
        "changed": {
            str(record.id): citation_note(record, index)
            for record in reversed(index.records)
            if opinion_status(record, index).is_marked
        },
        "drafts": {str(draft.id): index.names.short(draft.id) for draft in index.drafts},
        "provisions": {
            index.names.provision(citation): [str(citation), citation.url]
            for citation in sorted(_cited_provisions(index))
        },
    }
    return compact_json(data)


def _cited_provisions(index: CorpusIndex) -> set[Citation]:
    """What is cited, and each part that contains it: `3(c)` for `3(c)(1)`."""
    containing = (part for cited in index.by_citation for part in cited.ancestors_and_self)
    return {*index.by_citation, *(part for part in containing if part.pinpoint)}


def _introducing_words(commission: Commission) -> set[str]:
    cited_as = commission.opinions.cited_as if commission.opinions else ()
    of_series = forms_by_words(commission).values() if commission.series else ()
    names = (commission.opinion, commission.opinion_short, commission.citation.title)
    return {name for name in names if name}.union(cited_as, *of_series)


def _numbers_by_year(index: CorpusIndex) -> dict[str, object]:
    names = index.commission.opinions
    return {
        "forms": [blanks(form) for form in names.numbered] if names else [],
        "years": {
            year: [(run[0], run[-1]) for run in runs_of(numbers)]
            for year, numbers in _numbers(index).items()
        },
    }


def _numbers_of_series(index: CorpusIndex) -> dict[str, object]:
    """The same for a body with `series`; `opinions` has the id, year and name of each.

    `series` has the words that can precede the numbers of each.
    """
    groups = forms_by_words(index.commission)
    forms = (blanks(form.before + form.after) for group in groups for form in group)
    numbers = (tuple(blank for blank in form if blank != "letter") for form in forms)
    return {
        "forms": list(dict.fromkeys(numbers)),
        "series": _words_of_series(index.commission),
        "years": {},
        "opinions": [
            (str(record.id), record.year, index.names.short(record.id))
            for record in reversed(index.records)
        ],
    }


def _words_of_series(commission: Commission) -> dict[str, list[str]]:
    words_of = defaultdict[str, set[str]](set)
    for group, words in forms_by_words(commission).items():
        for form in group:
            words_of[form.series.id].update(words)
    return {series: sorted(words) for series, words in words_of.items()}


def _dockets(index: CorpusIndex) -> dict[str, list[str]]:
    """The opinions that answer the request with each number."""
    opinions = defaultdict[str, list[str]](list)
    for record in reversed(index.records):
        if docket := record.opinion.docket:
            opinions[docket].append(str(record.id))
    return opinions


def _aliases(index: CorpusIndex) -> Iterator[tuple[str, str]]:
    """Other names of opinions; in a body with `series`, and of drafts, also the printed ones."""
    for record in reversed(index.records):
        printed = (
            write_number(form, record.id)
            for series in index.commission.series
            if series.id == record.id.series
            for form in series.forms
        )
        yield from ((name, str(record.id)) for name in (*record.opinion.aliases, *printed))
    for draft in index.drafts:
        printed_names = (index.names.short(draft.id), index.names.long(draft.id))
        yield from ((name, str(draft.id)) for name in dict.fromkeys(printed_names))


def _numbers(index: CorpusIndex) -> dict[int, list[int]]:
    """The numbers of each year; years and numbers ascend."""
    numbers: defaultdict[int, list[int]] = defaultdict(list)
    for record in reversed(index.records):
        numbers[record.id.year].append(record.id.number)
    return numbers
