"""The number, the date, the questions and the citations are found in the text."""

from corpus.citations.finder import CitationFinder
from corpus.intake.metadata import find_metadata
from corpus.library.record_template import DocumentMetadata
from corpus.model.opinion import OpinionId
from corpus.model.partial_date import PartialDate
from corpus.text.approved_text import parse_approved_text
from intake.sample_documents import BOARD


def metadata_of(body: str) -> DocumentMetadata:
    text = parse_approved_text(body, BOARD.is_approval_line)
    return find_metadata(text, BOARD, CitationFinder(BOARD))


def test_a_question_in_a_paragraph_counts_if_no_list_item_asks_one() -> None:
    metadata = metadata_of("# A\n\nShe asked, i.e., once: May it? It may.\n")
    assert metadata.questions == (("May it?", 1),)


def test_the_text_says_what_it_is_and_cites() -> None:
    body = (
        "# Opinion Number 09 (2004)\n\n(Approved by the Board on May 6, 2004.)\n\n"
        "May it, as in AO 5 (2003)?\n\n1) May it?\n\n## Answer\n\n"
        "AO 5 (2003) and Opinion 9 (2004) say so, and Standard 3(c).\n"
    )
    metadata = metadata_of(body)
    assert (metadata.id, metadata.approved) == (OpinionId(2004, 9), PartialDate(2004, 5, 6))
    assert metadata.headings == ("Answer",)
    assert metadata.questions == (("May it?", 2),)
    assert [str(citation) for citation in metadata.citations] == ["3(c)"]
    assert metadata.opinions == ((OpinionId(2003, 5), (1, 3)),)
