"""The filters of the search: each value with the opinions that have it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from corpus.analysis.index import CorpusIndex
from corpus.analysis.status import opinion_status
from corpus.analysis.status_labels import status_code
from corpus.library.record import Record
from corpus.model.words import capitalized


def search_filters(
    records: Iterable[Record], index: CorpusIndex
) -> dict[str, dict[str, list[int]]]:
    """For each filter its values, each with the positions of its opinions in `records`.

    Each position is written as its distance from the one before it.
    """
    positions: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for position, record in enumerate(records):
        for name, value in _filters(record, index):
            positions[name][value].append(position)
    return {
        name: {value: distances(numbers) for value, numbers in sorted(values.items())}
        for name, values in positions.items()
    }


def filter_titles(index: CorpusIndex) -> dict[str, str]:
    """The heading of each filter, by its name, in the order in which the search shows them."""
    titles = {
        kind.name: index.commission.menu_title(kind) for kind in index.references.kinds_with_files
    }
    others = ("Program", "Joint body", "Cited body", "Separate opinion", "Year", "Text")
    names = ("Status", "Topic", *titles, *others)
    words = index.commission.words
    titles["Program"] = capitalized(words.program)
    return {name: titles.get(name, words.said(name)) for name in names}


def distances(numbers: list[int]) -> list[int]:
    """Ascending numbers, each as its distance from the one before it."""
    return [number - last for last, number in zip((0, *numbers), numbers, strict=False)]


def _filters(record: Record, index: CorpusIndex) -> Iterator[tuple[str, str]]:
    opinion = record.opinion
    references = index.references
    yield "Year", str(record.year)
    status = status_code(opinion_status(record, index))
    yield "Status", status.replace("_", " ").capitalize()
    yield "Text", "Held" if opinion.has_text else "Not held"
    yield from (("Topic", title) for title in index.topic_titles(record))
    yield from (("Program", references.programs[program].title) for program in opinion.programs)
    for part in record.separate_parts:
        yield "Separate opinion", part.heading.kind.capitalize()
    yield from (("Joint body", body) for body in opinion.joint_bodies)
    bodies = dict.fromkeys(other.body for other in opinion.other_opinions)
    yield from (("Cited body", body) for body in bodies)
    for authority in dict.fromkeys(citation.without_pinpoint for citation in opinion.cited):
        yield authority.kind.name, index.names.provision(authority)
