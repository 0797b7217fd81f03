"""The numbers and lines behind the pictures of a collection."""

from pathlib import Path

import pytest

import factories
from corpus.analysis import charts
from corpus.analysis.charts import Arc, TopicRow, arc_diagram, topic_counts
from corpus.analysis.index import CorpusIndex
from corpus.model.opinion import Effect
from factories import Files, full


def index(root: Path, files: Files) -> CorpusIndex:
    return factories.index_of(factories.sound(root, files))


def test_opinions_are_counted_by_topic_and_year(tmp_path: Path) -> None:
    files = {
        "opinions/2003/06.md": full(6, 2003, "topics: [fees]"),
        "opinions/2005/07.md": full(7, 2005, "topics: [fees, confidentiality]"),
    }
    found = topic_counts(index(tmp_path, files))
    assert found.years == (2003, 2005)
    assert found.topics == (TopicRow("confidentiality", (1, 1)), TopicRow("fees", (1, 1)))
    assert found.maximum == 1


def test_rare_topics_are_counted_together_and_each_opinion_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(charts, "_MOST_TOPICS", 1)
    topics = "".join(f"{one}: {{title: {one}, about: About it.}}\n" for one in ("a", "b", "c"))
    files = {
        "opinions/topics.yml": f"{factories.TOPICS}{topics}",
        "opinions/2003/06.md": full(6, 2003, "topics: [a]"),
        "opinions/2005/07.md": full(7, 2005, "topics: [a, b, c]"),
    }
    found = topic_counts(index(tmp_path, files))
    assert found.topics == (TopicRow("a", (1, 1)), TopicRow(None, (1, 1)))


def test_an_arc_leads_from_the_later_opinion_to_the_earlier(tmp_path: Path) -> None:
    cites = "opinions: [{cites: 2003/05, effect: modifies}]"
    files = {
        "opinions/2004/06.md": full(6, 2004),
        "opinions/2005/07.md": full(7, 2005, cites, words="See Advisory Opinion 05 (2003)."),
    }
    found = arc_diagram(index(tmp_path, files))
    assert found
    assert [str(record.id) for record in found.records] == ["2005/07", "2003/05"]
    assert found.arcs == (Arc(0, 1, Effect.MODIFIES),)


def test_where_nobody_speaks_of_another_or_too_many_do_there_is_no_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert arc_diagram(index(tmp_path / "a", {})) is None
    cites = "opinions: [{cites: 2003/05, effect: cites}]"
    files = {"opinions/2005/07.md": full(7, 2005, cites, words="See Advisory Opinion 05 (2003).")}
    monkeypatch.setattr(charts, "_MOST_LINKED", 1)
    assert arc_diagram(index(tmp_path / "b", files)) is None
