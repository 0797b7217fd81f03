"""Words in the settings of a kind of authority that can never be read before its numbers."""

from collections.abc import Iterator

from corpus.checks.citation_words import hint_on_common_words
from corpus.checks.kind_examples import KindMistake
from corpus.citations.section_numbers import names_its_chapter
from corpus.model.authority import Citation
from corpus.model.authority_kind import AuthorityKind
from corpus.model.kind_settings import KindSettings


def words_without_effect(kind: AuthorityKind, settings: KindSettings) -> Iterator[KindMistake]:
    """Words that introduce nothing: common words before such numbers, and words with a number."""
    if settings.common_words and not _may_follow_common_words(kind):
        message = f"`common_words` are never read before a number such as `{kind.example_to_type}`"
        yield KindMistake("common_words", message, hint_on_common_words(settings))
    for words in settings.cited_as:
        if words[-1].isdigit():
            message = f"`{words}` has a number, so a text would need a second one after it"
            hint = f"Type only the words before the number: `{words.rstrip('0123456789 ')}`."
            yield KindMistake("cited_as", message, hint)


def _may_follow_common_words(kind: AuthorityKind) -> bool:
    """Whether the form of its numbers, or a name after them, makes them clear."""
    if kind.is_code or kind.words_after:
        return True
    parsed = kind.parse(kind.example_to_type)
    return parsed is None or names_its_chapter(Citation(kind, *parsed))
