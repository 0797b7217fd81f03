"""Whatever the product prints of an opinion or an authority, the finder reads back."""

import re
from collections.abc import Iterator
from itertools import product

import pytest

from corpus.analysis.citing import full_citation, plain_citation, short_citation
from corpus.analysis.find_opinion import find_opinion
from corpus.analysis.index import CorpusIndex
from corpus.checks.runner import check, valid_corpus
from corpus.citations.document import citations_in_document
from corpus.citations.finder import CitationFinder
from corpus.library.loader import load
from corpus.library.record import Record
from corpus.model.authority import Citation
from corpus.output.exports.formats import CITATION_FORMATS
from corpus.paths import REPOSITORY, CorpusPaths
from devtools.fictional_collection import write_collection
from factories import index_of

PARTS = ("", "(c)", "(i)", "(d)(5)", "(a1)", "(l)(1)(b)", "(l1)(2a)", "(iv)", "(aa)(12)")
RULES = (*(f"4{parts}" for parts in PARTS), "8(A)(5)", "15(A)", ".0104", ".0104(b)(1)", "")


@pytest.fixture(scope="module", params=["real", "fictional"])
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> CorpusIndex:
    """The index of this repository, and that of a fictional collection with other names."""
    root = REPOSITORY
    if request.param == "fictional":
        root = tmp_path_factory.mktemp("fictional")
        write_collection(30, root)
    corpus = load(CorpusPaths(root))
    valid = valid_corpus(corpus, check(corpus))
    assert valid
    return index_of(valid)


def printed_opinions(record: Record, index: CorpusIndex) -> Iterator[str]:
    """Yield the forms in which pages, exports and `cite show` name an opinion."""
    opinion = record.id
    yield from (index.names.long(opinion), index.names.short(opinion))
    written = index.commission.opinions
    assert written
    for form in written.numbered:
        number = form.format(
            number=opinion.number, year=opinion.year, yy=f"{opinion.year % 100:02}"
        )
        yield from (f"{name} {number}" for name in written.cited_as)
    paragraphs = record.text.paragraphs
    for paragraph in (None, *([min(paragraphs), max(paragraphs)] if paragraphs else [])):
        yield full_citation(record, index, paragraph)
        yield short_citation(record, index, paragraph)
        yield plain_citation(record, index, paragraph)


def provisions(index: CorpusIndex) -> Iterator[Citation]:
    """Yield authorities with parts of every form that a record can have."""
    for kind, number in sorted(index.references.authorities):
        parts = RULES if kind.is_in_sets else PARTS
        yield from (Citation(kind, number, part) for part in parts)


def targets(text: str, finder: CitationFinder) -> list[str]:
    return [str(citation.target) for citation in citations_in_document(text, finder).resolved]


def test_every_form_of_an_opinion_is_read_back(index: CorpusIndex) -> None:
    finder = CitationFinder(index.commission, index.by_id)
    forms = [(form, record) for record in index.records for form in printed_opinions(record, index)]
    for form, record in forms:
        status = re.search(r"\(\D[^()]*(?:\([^()]*\)[^()]*)*\)$", form)
        in_status = targets(status[0], finder) if status else []
        assert targets(form, finder) == [str(record.id), *in_status], form
    assert len(forms) > 50


def test_every_name_of_an_opinion_in_an_export_names_it(index: CorpusIndex) -> None:
    for record in index.records:
        names = (str(record.id), index.names.key(record.id), *record.opinion.aliases)
        for name in (*names, index.names.long(record.id), index.names.short(record.id)):
            assert find_opinion(name, index) is record, name


@pytest.mark.parametrize("name", [file.name for file in CITATION_FORMATS])
def test_every_export_of_a_citation_names_the_opinion(index: CorpusIndex, name: str) -> None:
    finder = CitationFinder(index.commission, index.by_id)
    [write] = [file.write for file in CITATION_FORMATS if file.name == name]
    assert write
    for record in index.records:
        assert str(record.id) in targets("".join(write([record], index)), finder)


def test_every_provision_is_read_back_whole(index: CorpusIndex) -> None:
    finder = CitationFinder(index.commission, index.by_id)
    citations = list(provisions(index))
    for citation in citations:
        form = index.names.provision(citation)
        found = finder.find(form)
        is_rule_set = citation.kind.is_in_sets and not citation.pinpoint
        whole = [] if is_rule_set else [(0, len(form), citation)]
        assert [tuple(citation) for citation in found] == whole, form
    assert len(citations) > 50


@pytest.mark.parametrize(
    "joined", ["{} and {}", "{}, {}", "see {}; {}.", "({}) ({})", "{}\u2014{}"]
)
def test_what_is_printed_side_by_side_is_read_apart(index: CorpusIndex, joined: str) -> None:
    finder = CitationFinder(index.commission, index.by_id)
    parts = [citation for citation in provisions(index) if citation.pinpoint][::7]
    printed = {index.names.provision(citation): str(citation) for citation in parts}
    for record in index.records[::9]:
        printed[index.names.short(record.id)] = printed[index.names.long(record.id)] = str(
            record.id
        )
    for first, second in product(printed, repeat=2):
        text = joined.format(first, second)
        assert targets(text, finder) == [printed[first], printed[second]], text
