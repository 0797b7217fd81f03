"""The words that cite something, and what to change in the settings if a text has other words."""

import re

from corpus.citations.found_citation import FoundCitation
from corpus.citations.ranges import RANGE_SIGN
from corpus.library.record import Record
from corpus.model.authority import Citation, hint_on_numbering
from corpus.model.kind_settings import KindSettings
from corpus.text.blocks import Block

_SEVERAL_NUMBERS = re.compile(r"\d[A-Z]*\W\d")
"""A number such as `112.313`, which is hardly anything else in the text."""


def words_cited(record: Record, block: Block, citation: FoundCitation) -> str:
    """The words of a citation in a block; what is between the ends of a range has all of these."""
    start, end, _ = citation
    if RANGE_SIGN.fullmatch(block.words, start, end):
        others = [other for of_block, other in record.text_citations if of_block is block]
        start = max((other.start for other in others if other.end <= start), default=start)
        end = min((other.end for other in others if other.start >= end), default=end)
    return block.words[start:end]


def hint_on_words(target: Citation, record: Record, settings: KindSettings) -> str:
    """What to do if the text may cite a listed authority in words that are not in the settings."""
    delete = "Delete it, or correct it to what the text cites."
    words = _words_before(target, record)
    # Texts with a number that no numbering by this name reads have the right words.
    if target.kind.is_code and (about := hint_on_numbering(target.kind, str(target))):
        return f"{delete} {about}"
    if words in settings.common_words:
        start = f"{delete} If `{words} {target.authority}` in the text cites it:"
        return f"{start} {hint_on_common_words(settings)}"
    if words:
        start = f"{delete} If `{words} {target.authority}` in the text cites it,"
        added = f"or add `{words}` to `cited_as`."
    else:
        start = f"{delete} If the text does cite it,"
        added = "or add the words of the text to `cited_as`."
    return f"{start} correct the label `{settings.label}` in standards/commission.yml, {added}"


def hint_on_common_words(settings: KindSettings) -> str:
    """What `common_words` cannot find; empty if there are none."""
    if not settings.common_words:
        return ""
    listed = ", ".join(f"`{words}`" for words in settings.common_words)
    return (
        f"`common_words` in standards/commission.yml count only before a number with a chapter and "
        f"a hyphen or colon, such as 2A-34.1. For other numbers, move {listed} to `cited_as`."
    )


def may_have_other_words(target: Citation, record: Record) -> bool:
    """Whether the text has this number, or nothing of its kind, in words that are known."""
    cited = [each.target for _, each in record.text_citations if isinstance(each.target, Citation)]
    if any(each.without_pinpoint == target.without_pinpoint for each in cited):
        return False
    return bool(_words_before(target, record)) or target.kind not in {each.kind for each in cited}


def _words_before(target: Citation, record: Record) -> str:
    """The word or sign before the number in the text; empty if none looks like a name."""
    if not _SEVERAL_NUMBERS.search(target.authority):
        return ""
    number = re.escape(target.authority)
    pattern = re.compile(rf"(?:(?P<sign>§+)\s*|(?P<word>[^\s§(]+)\s+){number}(?![\w-]|\.\w)")
    matches = (match for block in record.text.blocks for match in pattern.finditer(block.words))
    found = (match["sign"] or match["word"] for match in matches)
    return next((words for words in found if _may_be_name(words, target)), "")


def _may_be_name(words: str, target: Citation) -> bool:
    """Whether a word may introduce a citation: `Section`, `§`, `s.`, or `section` of the label."""
    is_of_label = words in target.kind.words_before.lower().split()
    return words[0].isupper() or words[-1] in "§." or is_of_label
