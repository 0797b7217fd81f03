from pathlib import Path

from corpus.analysis.citation_uses import citation_uses, cited_provisions
from corpus.analysis.index import CorpusIndex, build_index, once_per_opinion
from corpus.library.record import Record
from corpus.model.authority import Citation
from corpus.model.opinion_id import OpinionId
from factories import (
    STANDARD_KIND,
    STATUTE_KIND,
    catalog_record,
    full_record,
    index_of,
    read_corpus,
    read_valid_corpus,
    record_text,
)

LATER = record_text(
    "number: 06\nyear: 2004\napproved: 2004-05-01\ntopics: [fees, confidentiality]\nprograms: []\n"
    'standards: ["3(c)", "3"]\nstatutes: ["7A-38.2(b)"]',
    "# Opinion Number 06 (2004)\n\nMay it?\n\nIt may (see Standard 3(c), Standard 3).\n\n"
    "Harbor Stat. § 7A-38.2(b) and Standard 3(c).\n",
)


def test_every_index_is_newest_first(tmp_path: Path) -> None:
    index = index_of(read_corpus(tmp_path, {"opinions/2004/06.md": LATER}))
    ids = {key: [str(record.id) for record in group] for key, group in index.by_topic.items()}
    assert ids == {"fees": ["2004/06"], "confidentiality": ["2004/06", "2003/05"]}
    assert list(index.by_year) == [2004, 2003]
    assert list(index.by_program) == ["superior-court"]


def test_a_use_has_the_pinpoint_the_holdings_and_the_paragraphs(tmp_path: Path) -> None:
    index = index_of(read_corpus(tmp_path, {"opinions/2004/06.md": LATER}))
    rows = [
        (
            str(use.record.id),
            str(use.citation),
            [holding.id for holding in use.holdings],
            use.paragraphs,
        )
        for use in index.uses_by_authority[Citation(STANDARD_KIND, "3")]
    ]
    assert rows == [
        ("2004/06", "3", [], (2,)),
        ("2004/06", "3(c)", ["1"], (2, 3)),
        ("2003/05", "3(c)", ["1"], (2,)),
    ]
    assert [
        use.paragraphs for use in index.uses_by_authority[Citation(STATUTE_KIND, "7A-38.2")]
    ] == [(3,)]


def test_the_uses_of_an_opinion_are_in_the_order_of_its_fields(tmp_path: Path) -> None:
    (first, *_) = index_of(read_corpus(tmp_path, {"opinions/2004/06.md": LATER})).records
    assert [str(use.citation) for use in citation_uses(first)] == ["3(c)", "3", "7A-38.2(b)"]


def test_an_authority_counts_the_opinions_that_cite_its_parts(tmp_path: Path) -> None:
    index = index_of(read_corpus(tmp_path, {"opinions/2004/06.md": LATER}))
    rows = [
        (str(provision.citation), len(provision.uses), provision.opinion_count)
        for provision in cited_provisions(index.uses_by_authority[Citation(STANDARD_KIND, "3")])
    ]
    assert rows == [("3", 1, 2), ("3(c)", 2, 2)]


def test_provisions_are_in_numerical_order_before_their_parts(tmp_path: Path) -> None:
    cited = ["3(d)(10)", "3(d)(5)", "3(c)"]
    words = ", ".join(f"Standard {citation}" for citation in cited)
    text = full_record(6, 2004, f"standards: {cited}".replace("'", '"'), words)
    index = index_of(read_corpus(tmp_path, {"opinions/2004/06.md": text}))
    rows = [
        str(provision.citation)
        for provision in cited_provisions(index.uses_by_authority[Citation(STANDARD_KIND, "3")])
    ]
    assert rows == ["3", "3(c)", "3(d)", "3(d)(5)", "3(d)(10)"]


def test_relations_from_later_opinions_are_oldest_first(tmp_path: Path) -> None:
    files = {
        f"opinions/{year}/{number:02}.md": catalog_record(
            number, year, "opinions: [{cites: 2003/05, effect: follows}]"
        )
        for number, year in ((9, 2010), (6, 2004))
    }
    index = index_of(read_corpus(tmp_path, files))
    relations = index.incoming_relations[OpinionId(2003, 5)]
    assert [str(relation.record.id) for relation in relations] == ["2004/06", "2010/09"]


def test_what_depends_on_the_opinion_alone_is_computed_once_for_each_index(tmp_path: Path) -> None:
    calls: list[OpinionId] = []

    @once_per_opinion
    def compute(record: Record, _index: CorpusIndex) -> str:
        calls.append(record.id)
        return str(record.id)

    corpus = read_valid_corpus(tmp_path)
    for index in (build_index(corpus.references, corpus.records) for _ in range(2)):
        for record in (*index.records, *index.records):
            assert compute(record, index) == str(record.id)
    assert calls == [record.id for record in corpus.records] * 2
