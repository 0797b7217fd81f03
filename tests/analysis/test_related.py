from pathlib import Path

from corpus.analysis.related import MAX_RELATED, related_opinions
from corpus.model.opinion import OpinionId
from factories import catalogued, index_of, library

CITING = 'standards: ["3(c)"]'


def ids(root: Path, *fields: str) -> list[tuple[str, list[str], tuple[str, ...]]]:
    """What is related to opinion 5 of 2003, which is on confidentiality and cites 3(c)."""
    files = {
        f"opinions/{2003 + place}/{5 + place:02}.md": catalogued(5 + place, 2003 + place, one)
        for place, one in enumerate(fields, start=1)
    }
    index = index_of(library(root, files))
    found = related_opinions(index.by_id[OpinionId(2003, 5)], index)
    return [(str(one.record.id), [*map(str, one.citations)], one.topics) for one in found]


def test_a_shared_provision_says_more_than_a_shared_topic(tmp_path: Path) -> None:
    assert ids(tmp_path, "topics: [confidentiality]", CITING, "topics: [fees]") == [
        ("2005/07", ["3(c)"], ()),
        ("2004/06", [], ("confidentiality",)),
    ]


def test_among_equals_the_nearest_in_time_stands_first_and_few_are_shown(tmp_path: Path) -> None:
    found = ids(tmp_path, *[CITING] * 40)
    assert [one for one, *_ in found] == [
        f"{2004 + place}/{6 + place:02}" for place in range(MAX_RELATED)
    ]


def test_another_part_of_the_same_authority_is_not_the_same_provision(tmp_path: Path) -> None:
    assert ids(tmp_path, 'standards: ["3(d)"]') == []
