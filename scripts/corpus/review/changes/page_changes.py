"""Changed pages that people write by hand, with their old and new words."""

from collections.abc import Iterable, Iterator
from itertools import chain

from corpus.library.corpus import ValidCorpus
from corpus.model.static_page import StaticPage
from corpus.parsing.parsed_file import ParsedFile
from corpus.review.changes.field_changes import FieldChange
from corpus.text.alignment import differences

_MADE_FROM_THE_MODEL = ("| field | what it says |", "| key | what it says |")
"""How the tables begin that `make golden` writes; nobody writes them by hand."""


def page_changes(old: ValidCorpus, new: ValidCorpus) -> Iterator[FieldChange]:
    """Each place where a page written by hand differs, or all of it if only one state has it."""
    before, after = ({page.path: page for page in corpus.pages} for corpus in (old, new))
    for path in sorted({**after, **before}):
        was, now = _paragraphs(before.get(path)), _paragraphs(after.get(path))
        for lost, added in differences(was, now):
            yield FieldChange(path, "words", _in_one_line(was[lost]), _in_one_line(now[added]))


def _in_one_line(paragraphs: Iterable[str]) -> str:
    return " ".join(" ".join(paragraphs).split())


def _paragraphs(page: ParsedFile[StaticPage] | None) -> list[str]:
    """The title, the description, the paragraphs and the rows of tables; none without a page."""
    if page is None or page.value is None:
        return []
    blocks = page.raw.body.strip().split("\n\n")
    by_hand = (block for block in blocks if not block.startswith(_MADE_FROM_THE_MODEL))
    return [page.value.title, page.value.description, *chain.from_iterable(map(_rows, by_hand))]


def _rows(block: str) -> list[str]:
    """The rows of a table, each by itself; any other block whole."""
    return block.split("\n") if block.startswith("|") else [block]
