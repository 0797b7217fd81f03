"""The data with which the search field finds an opinion by any printed form of its number."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from corpus.analysis.citing import status_note
from corpus.analysis.index import CorpusIndex


def search_data(index: CorpusIndex) -> str:
    """JSON for the search script.

    `years` has the ranges of numbers of each year, and `forms` the order in which number and year
    are written. `names` are the words that can precede them, and `aliases` other printed names of
    opinions. `changed` has the status of each opinion that changed, and `provisions` the id and
    the page of each provision that is cited.
    """
    commission = index.commission
    names = {*commission.opinions.cited_as, commission.opinion, commission.opinion_short}
    data = {
        "label": commission.opinion_short,
        "names": sorted(names, key=len, reverse=True),
        "forms": [re.findall(r"{(\w+)}", form) for form in commission.opinions.numbered],
        "years": {year: list(_ranges(numbers)) for year, numbers in _numbers(index).items()},
        "aliases": {
            alias: str(record.id)
            for record in reversed(index.records)
            for alias in record.opinion.aliases
        },
        "changed": {
            str(record.id): status
            for record in reversed(index.records)
            if (status := status_note(record, index))
        },
        "provisions": {
            index.names.provision(citation): [str(citation), citation.url]
            for citation in sorted(index.by_citation)
        },
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _numbers(index: CorpusIndex) -> dict[int, list[int]]:
    """The numbers of each year; years and numbers ascend."""
    numbers: defaultdict[int, list[int]] = defaultdict(list)
    for record in reversed(index.records):
        numbers[record.id.year].append(record.id.number)
    return numbers


def _ranges(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last number of each run of consecutive numbers."""
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        consecutive = [number for _, number in run]
        yield consecutive[0], consecutive[-1]
