"""What a cite check leaves out: citations of documents of other bodies."""

from corpus.analysis.index import CorpusIndex
from corpus.analysis.standing import Statement
from corpus.citations.document import citations_in_document
from corpus.citations.finder import CitationFinder


def not_checked(text: str, index: CorpusIndex) -> str:
    """The sentence that names each of these citations once; empty if a text has none."""
    finder = CitationFinder(index.commission, index.by_id)
    spans = citations_in_document(text, finder).of_others
    words = list(dict.fromkeys(" ".join(text[start:end].split()) for start, end in spans))
    statement = Statement.OF_OTHER_BODY if len(words) == 1 else Statement.OF_OTHER_BODIES
    return statement.format(count=len(words), citations="; ".join(words)) if words else ""
