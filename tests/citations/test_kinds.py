"""The kinds of authority of other bodies: read in text, recorded, and printed back."""

import pytest

from bodies import BODIES, Body
from corpus.citations.finder import CitationFinder
from corpus.citations.names import Names
from corpus.model.authority import Citation
from marked_text import expected, find, without_marks

EACH_BODY = pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)


@EACH_BODY
def test_citations_are_read_as_the_body_writes_them(body: Body) -> None:
    finder = CitationFinder(body.commission)
    assert find(finder, without_marks(body.text)) == expected(body.text)


@EACH_BODY
def test_what_is_printed_is_read_back(body: Body) -> None:
    finder, names = CitationFinder(body.commission), Names(body.commission)
    for citation in finder.find(without_marks(body.text)):
        assert isinstance(citation.target, Citation)
        printed = names.provision(citation.target)
        assert [found.target for found in finder.find(f"See {printed}.")] == [citation.target]
        assert Citation.parse(citation.target.kind, str(citation.target)) == citation.target


@EACH_BODY
def test_a_provision_has_its_name_and_its_place(body: Body) -> None:
    names = Names(body.commission)
    cited = {
        found.target.url: names.provision(found.target)
        for found in CitationFinder(body.commission).find(without_marks(body.text))
        if isinstance(found.target, Citation)
    }
    assert body.pages.items() <= cited.items()
