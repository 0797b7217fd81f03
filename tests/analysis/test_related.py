from pathlib import Path

from corpus.analysis.related import MAX_RELATED, related_opinions
from corpus.model.opinion_id import OpinionId
from factories import catalog_record, index_of, read_corpus

CITING = 'standards: ["3(c)"]'


def related_to_opinion_5(root: Path, *fields: str) -> list[tuple[str, list[str], tuple[str, ...]]]:
    """What is related to opinion 5 of 2003, which is on confidentiality and cites 3(c).

    Each of `fields` belongs to one further opinion, of 2004 and later.
    """
    files = {
        f"opinions/{2003 + count}/{5 + count:02}.md": catalog_record(5 + count, 2003 + count, text)
        for count, text in enumerate(fields, start=1)
    }
    index = index_of(read_corpus(root, files))
    return [
        (str(other.record.id), [*map(str, other.citations)], other.topics)
        for other in related_opinions(index.by_id[OpinionId(2003, 5)], index)
    ]


def test_a_shared_provision_counts_more_than_a_shared_topic(tmp_path: Path) -> None:
    assert related_to_opinion_5(
        tmp_path, "topics: [confidentiality]", CITING, "topics: [fees]"
    ) == [
        ("2005/07", ["3(c)"], ()),
        ("2004/06", [], ("confidentiality",)),
    ]


def test_among_equals_the_nearest_in_time_are_shown(tmp_path: Path) -> None:
    others = related_to_opinion_5(tmp_path, *[CITING] * 40)
    nearest = [f"{2004 + count}/{6 + count:02}" for count in range(MAX_RELATED)]
    assert [opinion for opinion, *_ in others] == nearest


def test_another_part_of_the_same_authority_is_not_the_same_provision(tmp_path: Path) -> None:
    assert related_to_opinion_5(tmp_path, 'standards: ["3(d)"]') == []


def test_what_the_page_lists_as_cited_or_citing_is_not_related_as_well(tmp_path: Path) -> None:
    citing = f"{CITING}\nopinions: [{{cites: 2003/05, effect: modifies}}]"
    assert [opinion for opinion, *_ in related_to_opinion_5(tmp_path, citing, CITING)] == [
        "2005/07"
    ]
