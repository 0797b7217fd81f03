"""Opinions of every form of number load, check, are found in text, and are named everywhere."""

from datetime import date
from pathlib import Path

import pytest

from corpus.analysis.citing import citation_head, full_citation, plain_citation, short_citation
from corpus.analysis.find_opinion import find_opinion
from corpus.analysis.index import CorpusIndex
from corpus.checks.report import as_text
from corpus.checks.runner import check
from corpus.citations.finder import CitationFinder
from corpus.intake.draft import Draft, Drafts, make_drafts
from corpus.intake.outcome import Outcome
from corpus.intake.reader import read_document
from corpus.intake.report import report
from corpus.library.corpus import Corpus
from corpus.library.ledger import read_seal, seal_path
from corpus.library.record import Record
from corpus.library.record_template import NewRecord, blank_record
from corpus.library.seals import seal_for
from corpus.model.opinion_id import OpinionId
from corpus.output.exports.redirects import redirects
from corpus.output.exports.table_rows import opinion_rows
from corpus.pages.collection_views import collection_view
from corpus.pages.page_tasks import DEFAULT_LIMITS
from corpus.pdf.volume import volume_document
from factories import index_of, read_corpus
from numbered_bodies import BODIES, NumberedBody


@pytest.fixture(scope="module", params=BODIES)
def body(request: pytest.FixtureRequest) -> NumberedBody:
    return BODIES[request.param]


@pytest.fixture(scope="module")
def corpus(body: NumberedBody, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return read_corpus(tmp_path_factory.mktemp("body"), body.files)


@pytest.fixture(scope="module")
def index(corpus: Corpus) -> CorpusIndex:
    return index_of(corpus)


@pytest.fixture(scope="module")
def oldest_first(index: CorpusIndex) -> tuple[Record, ...]:
    return index.records[::-1]


def test_the_collection_has_no_findings(corpus: Corpus) -> None:
    findings = check(corpus)
    assert not findings, as_text(findings)


def test_each_opinion_has_its_address_and_the_order_is_right(
    body: NumberedBody, oldest_first: tuple[Record, ...]
) -> None:
    assert [record.id.url for record in oldest_first] == [opinion.url for opinion in body.opinions]


def test_each_opinion_has_its_printed_forms(
    body: NumberedBody, index: CorpusIndex, oldest_first: tuple[Record, ...]
) -> None:
    names = [
        (index.names.long(record.id), index.names.short(record.id), citation_head(record, index))
        for record in oldest_first
    ]
    assert names == [(opinion.long, opinion.short, opinion.citation) for opinion in body.opinions]


def test_what_is_printed_is_read_back(index: CorpusIndex, oldest_first: tuple[Record, ...]) -> None:
    finder = CitationFinder(index.commission, index.by_id)
    for record in oldest_first:
        for printed in (
            full_citation(record, index),
            full_citation(record, index, 2),
            short_citation(record, index, 2),
            plain_citation(record, index, 2),
        ):
            text = f"It may tell, see {printed}, and nothing else."
            assert {found.target for found in finder.find(text)} == {record.id}, text
            assert find_opinion(printed, index) == record


def test_an_opinion_is_found_by_its_id_its_key_and_its_forms(
    index: CorpusIndex, oldest_first: tuple[Record, ...]
) -> None:
    for record in oldest_first:
        names = index.names
        for words in (str(record.id), names.key(record.id), names.long(record.id)):
            assert find_opinion(words, index) == record, words
    keys = {index.names.key(record.id) for record in oldest_first}
    assert len(keys) == len(oldest_first)


def test_a_heading_line_gives_the_opinion(
    index: CorpusIndex, oldest_first: tuple[Record, ...]
) -> None:
    for record in oldest_first:
        printed = index.commission.heading_in(index.names.long(record.id))
        assert printed
        assert printed.opinion(None) == record.id


def test_a_seal_is_read_back(oldest_first: tuple[Record, ...]) -> None:
    for record in oldest_first:
        seal = seal_for(record)
        assert read_seal(str(seal), seal_path(record.id)) == seal


def test_a_new_record_has_the_heading_and_the_fields_of_its_number(
    body: NumberedBody, index: CorpusIndex, tmp_path: Path
) -> None:
    for record in index.records:
        made = blank_record(
            NewRecord(record.id, "Fees", url="https://example.org"), index.commission
        )
        again = read_corpus(tmp_path, {**body.files, f"opinions/{record.id}.md": made})
        assert record.id in {file.id for file in again.records}
        full = blank_record(NewRecord(record.id, "Fees"), index.commission)
        assert f"\n# {index.names.long(record.id)}\n" in full


def test_each_number_has_a_short_address_that_is_no_page(index: CorpusIndex) -> None:
    pages = {opinion.url for opinion in index.by_id}
    paths = {redirect.path.removesuffix("index.html"): redirect for redirect in redirects(index)}
    assert not pages & set(paths)
    for opinion, record in index.by_id.items():
        address = f"opinions/{opinion.name.lower()}/"
        targets = paths[address].targets if address not in pages else ()
        assert address in pages or record.opinion.title in {target.title for target in targets}


@pytest.mark.parametrize(
    ("name", "text", "opinions"),
    [
        (
            "three series",
            "See RPC 178, 98 FEO 5 and 2023 Formal Ethics Opinion 3.",
            "rpc/178 feo/1998/05 feo/2023/03",
        ),
        ("three series", "see rpc 178", ""),
        ("three series", "RPC 178-179 apply", "rpc/178 rpc/179"),
        ("three series", "RPC 999 (1994) is unknown", "rpc/999"),
        ("three series", "In 98 FEOs 5 and 3 it said so", "feo/1998/05"),
        ("three series", "2023 FORMAL ETHICS OPINION 3", "feo/2023/03"),
        ("committee", "MEAC Opinion 2019-012 and MEAC 2020-3", "2019/12 2020/03"),
        ("committee", "MEAC Opinions 2019-003 and 2019-012", "2019/03 2019/12"),
        ("federal commission", "AOs 1999-05 and 2024-05", "1999/05 2024/05"),
        ("without years", "Opinion No. 700 (Aug. 2021) and Opinion 699", "700 699"),
        ("without years", "Opinions 699 and 700", "699 700"),
        ("without years", "Opinion 5 days later", ""),
        ("without years", "State Bar Opinion 700", ""),
        ("letters", "EO 2014-30a, EO 2014-30B and EO 2014-30", "2014/30a 2014/30b 2014/30"),
        (
            "years of two digits",
            "Informal Opinion 88-2; Inf. Ops. 88-2 and 01-1",
            "informal/1988/02 informal/1988/02 informal/2001/01",
        ),
    ],
)
def test_opinions_are_found_in_running_text(
    tmp_path: Path, name: str, text: str, opinions: str
) -> None:
    index = index_of(read_corpus(tmp_path, BODIES[name].files))
    found = CitationFinder(index.commission, index.by_id).find(text)
    assert [citation.target for citation in found] == list(map(OpinionId.read, opinions.split()))


def test_each_series_has_a_strip_and_a_list_of_missing_numbers_of_its_own(tmp_path: Path) -> None:
    files = BODIES["three series"].files
    settings = str(files["standards/commission.yml"])
    for url, first in (("rpc/{number}", 176), ("feo/{year}/{number}", 3)):
        numbers = "    numbers: restart\n" if "year" in url else ""
        line = f'    url: "{url}"\n'
        settings = settings.replace(line, f"{line}{numbers}    first_number: {first}\n")
    index = index_of(read_corpus(tmp_path, {**files, "standards/commission.yml": settings}))
    views = collection_view(index, DEFAULT_LIMITS).series
    assert [
        (view.name, view.width, [(run.kind, run.size, run.numbers) for run in view.runs])
        for view in views
    ] == [
        ("Ethics Decision", 0, [("held", 1, "")]),
        ("RPC", 16, [("held", 2, "178 and 179"), ("missing", 2, "176 and 177")]),
        ("Formal Ethics Opinion", 16, [("held", 2, ""), ("missing", 2, "1998: 3 and 4")]),
    ]
    volume = volume_document(index.records[::-1], "", index)
    assert volume.missing == "RPC: 176 and 177. Formal Ethics Opinion: 1998: 3 and 4"


def test_the_table_has_each_number_as_printed_and_in_columns_for_programs(tmp_path: Path) -> None:
    index = index_of(read_corpus(tmp_path, BODIES["letters"].files))
    rows = opinion_rows(index.records, index)
    assert [(row.printed_number, row.number, row.letter, row.series) for row in rows] == [
        ("EO 2014-31", 31, "", ""),
        ("EO 2014-30A", 30, "A", ""),
        ("EO 2014-30", 30, "", ""),
    ]


@pytest.mark.parametrize(
    ("first_lines", "expected"),
    [
        ("RPC 180\n\n", "rpc/180"),
        ("Formal Ethics Opinion\n\n", "feo/2026/01"),
        ("ETHICS DECISION\n\n", "ed/2026/01"),
        ("Proposed RPC\n\n", "rpc/180"),
        ("A memo\n\n", "ed/2026/01"),
    ],
)
def test_a_draft_gets_the_next_number_of_the_series_that_its_heading_names(
    corpus_of_three_series: Corpus, tmp_path: Path, first_lines: str, expected: str
) -> None:
    path = tmp_path / "memo.txt"
    path.write_text(f"{first_lines}May a mediator tell?\n\nYes.\n", encoding="utf-8")
    (draft,) = drafts_of(path, corpus_of_three_series)
    assert str(draft.id) == expected


def test_in_a_volume_with_several_series_each_draft_has_its_own_number(
    corpus_of_three_series: Corpus, tmp_path: Path
) -> None:
    path = tmp_path / "volume.txt"
    approved = "(Approved by the Board on May 6, 1999.)"
    headings = ("RPC 180", "1999 Formal Ethics Opinion 2", "RPC 182")
    opinions = (f"{heading}\n\n{approved}\n\nMay it? Yes.\n\n" for heading in headings)
    path.write_text("".join(opinions), encoding="utf-8")
    drafts = drafts_of(path, corpus_of_three_series)
    assert [str(draft.id) for draft in drafts] == ["rpc/180", "feo/1999/02", "rpc/182"]
    outcomes = [Outcome(draft, f"{draft.id}.md") for draft in drafts]
    assert "No opinion 181 of `rpc` was found in it." in report(
        outcomes, Drafts(drafts, ()), path.name
    )


@pytest.fixture(scope="module")
def corpus_of_three_series(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return read_corpus(tmp_path_factory.mktemp("series"), BODIES["three series"].files)


def drafts_of(path: Path, corpus: Corpus) -> tuple[Draft, ...]:
    assert corpus.references
    commission = corpus.references.commission
    document, _ = read_document(path, commission)
    return make_drafts(document, corpus.filed_ids, commission, date(2026, 1, 1)).drafts
