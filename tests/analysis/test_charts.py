from pathlib import Path

import factories
from corpus.analysis.charts import Arc, TopicRow, arc_diagram, topic_counts
from corpus.analysis.index import CorpusIndex
from corpus.model.opinion_parts import Effect
from factories import Files, catalog_record, full_record


def index(root: Path, files: Files) -> CorpusIndex:
    return factories.index_of(factories.read_valid_corpus(root, files))


def test_opinions_are_counted_by_topic_and_year(tmp_path: Path) -> None:
    files = {
        "opinions/2003/06.md": full_record(6, 2003, "topics: [fees]"),
        "opinions/2004/08.md": catalog_record(8, 2004),
        "opinions/2005/07.md": full_record(7, 2005, "topics: [fees, confidentiality]"),
    }
    counts = topic_counts(index(tmp_path, files))
    assert counts.years == (2003, 2005)
    assert counts.topics == (TopicRow("confidentiality", (1, 1)), TopicRow("fees", (1, 1)))
    assert counts.maximum == 1


def test_rare_topics_share_a_row_in_which_each_opinion_counts_once(tmp_path: Path) -> None:
    topics = "".join(
        f"{topic}: {{title: {topic}, about: About it.}}\n" for topic in ("a", "b", "c")
    )
    files = {
        "opinions/topics.yml": f"{factories.TOPICS}{topics}",
        "opinions/2003/06.md": full_record(6, 2003, "topics: [a]"),
        "opinions/2005/07.md": full_record(7, 2005, "topics: [a, b, c]"),
    }
    counts = topic_counts(index(tmp_path, files), max_rows=1)
    assert counts.topics == (TopicRow("a", (1, 1)), TopicRow(None, (1, 1)))


def test_an_arc_leads_from_the_later_opinion_to_the_earlier(tmp_path: Path) -> None:
    cites = "opinions: [{cites: 2003/05, effect: modifies}]"
    files = {
        "opinions/2004/06.md": full_record(6, 2004),
        "opinions/2005/07.md": full_record(7, 2005, cites, text="See Advisory Opinion 05 (2003)."),
    }
    diagram = arc_diagram(index(tmp_path, files))
    assert diagram
    assert [str(record.id) for record in diagram.records] == ["2005/07", "2003/05"]
    assert diagram.arcs == (Arc(0, 1, Effect.MODIFIES),)


def test_without_relations_or_with_too_many_there_is_no_diagram(tmp_path: Path) -> None:
    assert arc_diagram(index(tmp_path / "a", {})) is None
    cites = "opinions: [{cites: 2003/05, effect: cites}]"
    files = {
        "opinions/2005/07.md": full_record(7, 2005, cites, text="See Advisory Opinion 05 (2003).")
    }
    assert arc_diagram(index(tmp_path / "b", files), max_opinions=2)
    assert arc_diagram(index(tmp_path / "c", files), max_opinions=1) is None
