"""The section of the comment on changes of the law."""

from collections.abc import Iterator

from corpus.model.words import Words
from corpus.review.changes.field_changes import source_in_words
from corpus.review.changes.law_changes import LawChange, NoteChange
from corpus.review.comment.headings import Heading
from corpus.review.comment.markdown_parts import KEY, difference_of_words, folded, source_as_link
from corpus.review.law_effects import LawEffects
from corpus.text.markdown_escape import escape_markdown


def law_as_markdown(law: LawEffects, words: Words) -> Iterator[str]:
    """What is said about changes of the law, each with the opinions that it affects."""
    if law.entries or law.notes:
        yield f"## {Heading.LAW}"
        entries = (_law_change(change, words) for change in law.entries)
        yield "\n".join([*entries, *map(_note_change, law.notes)])
        yield from folded(Heading.UNCHECKED, law.unchecked)


def _law_change(change: LawChange, words: Words) -> str:
    if change.earlier:
        return _changed_entry(change, change.earlier, words)
    lines = [f"- {'new' if change.is_new else '**removed**'}: {escape_markdown(change.what)}"]
    if change.is_new:
        lines += [
            f"    - In lists and citations: “{change.verb}”",
            f"    - Source: {source_as_link(change.source)}",
            *_wordings(change.old_wording, change.new_wording),
            *_reviews(change.reviews, words),
        ]
    return "\n".join(lines)


def _changed_entry(change: LawChange, earlier: LawChange, words: Words) -> str:
    """An entry on the law that was there before, with its old and its new words."""
    sources = (source_in_words(entry.source) for entry in (earlier, change))
    fields = {
        "In lists and citations": (earlier.verb, change.verb),
        "Source": tuple(sources),
        "Wording": (earlier.new_wording, change.new_wording),
    }
    lines = [f"- changed: {difference_of_words(earlier.what, change.what)} ({KEY})"]
    lines += (
        f"    - {name}: {difference_of_words(old, new)}"
        for name, (old, new) in fields.items()
        if old != new
    )
    return "\n".join([*lines, *_reviews(change.reviews, words)])


def _wordings(old: str, new: str) -> Iterator[str]:
    """The old and the new words of a provision, as far as the collection has them."""
    if old and new:
        yield f"    - Old and new wording: {difference_of_words(old, new)} ({KEY})"
    elif new:
        yield f"    - New wording: {escape_markdown(new)} The collection does not have the old one."
    else:
        yield "    - The collection does not have the new wording."


def _reviews(reviews: tuple[str, ...], words: Words) -> Iterator[str]:
    if not reviews:
        yield (
            f"    - No earlier {words.opinion} cites what changed. Compare the number of the"
            " provision with the source."
        )
    else:
        yield f"    - {Heading.REVIEWS}: {len(reviews)}"
        yield from (f"        - {escape_markdown(review)}" for review in reviews)


def _note_change(change: NoteChange) -> str:
    note = difference_of_words(change.old, change.new)
    return f"- The note on {escape_markdown(change.authority)}: {note}"
