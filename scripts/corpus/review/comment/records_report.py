"""What changes in the files of opinions, as Markdown for a pull request, the text first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.model.words import Words, paragraph_signs
from corpus.review.changes.field_changes import FieldChange
from corpus.review.changes.look_alikes import LookAlike
from corpus.review.changes.new_corrections import NewCorrection
from corpus.review.changes.record_changes import ComparedChange, RecordChanges, Verdict
from corpus.review.changes.separate_changes import SeparateChange
from corpus.review.changes.text_changes import TextChange
from corpus.review.changes.withdrawal_changes import WithdrawalChange
from corpus.review.comment.comment_links import NO_LINKS, Links
from corpus.review.comment.comparison_report import comparisons_as_markdown
from corpus.review.comment.headings import Heading
from corpus.review.comment.markdown_parts import KEY, difference_of_words, source_of_record
from corpus.text.markdown_escape import escape_but_code, escape_markdown

_EMPHASIS = (
    "No word changes, so this needs no entry in `corrections`. But emphasis is part of what was"
    " approved: compare it with the document. `*` marks where emphasis begins and ends."
)

_SHOWN = (
    "Readers see “Withdrawn” with this day and reason on its page, and “Withdrawn” in every list."
    " Its address stays."
)
_MOST = 50
"""How much one box lists."""


def text_as_markdown(
    changes: RecordChanges, *, is_partial: bool, links: Links = NO_LINKS
) -> Iterator[str]:
    """What changes in approved texts, with what the kept documents and the corrections say.

    It is partial if some opinions could not be compared.
    """
    of_words = [change for change in changes.texts if change.is_of_words]
    of_emphasis = [change for change in changes.texts if not change.is_of_words]
    said = changes.words.said
    if of_words:
        yield f"## {said(Heading.TEXT_CHANGES)}\n\n{KEY}"
        yield from _without_correction(changes)
        yield "\n".join(map(_text_change, of_words))
    else:
        nothing = Heading.NO_OTHER_TEXT_CHANGES if is_partial else Heading.NO_TEXT_CHANGES
        yield f"## {said(nothing)}"
    yield from _separate_as_markdown(changes.separate)
    yield from _look_alikes_as_markdown(changes.look_alikes)
    yield from map(_against_document, changes.with_verdict(Verdict.AGAINST))
    yield from _not_compared(changes.with_verdict(Verdict.UNKNOWN), links)
    yield from _as_in_document(changes.with_verdict(Verdict.FOR), links)
    yield from comparisons_as_markdown(changes.comparisons)
    if of_emphasis:
        yield f"### {Heading.EMPHASIS}\n\n{said(_EMPHASIS)} {KEY}"
        yield "\n".join(map(_text_change, of_emphasis))
    if changes.corrections:
        items = (_correction(entry, links) for entry in changes.corrections)
        yield "\n".join([f"### {Heading.CORRECTIONS}", "", *items])


def _without_correction(changes: RecordChanges) -> Iterator[str]:
    """A sentence with the opinions whose words change without a new correction, if any do."""
    corrected = {entry.opinion for entry in changes.corrections} | {*changes.unread_corrections}
    changed = dict.fromkeys(change.subject for change in changes.texts if change.is_of_words)
    if unread := [escape_markdown(it) for it in changed if it in changes.unread_corrections]:
        yield (
            f"**The corrections of {', '.join(unread)} cannot be read yet**, so it is not known"
            " whether one explains the change."
        )
    if alone := [escape_markdown(opinion) for opinion in changed if opinion not in corrected]:
        words = changes.words
        those = f"the {words.opinion}" if len(alone) == 1 else f"these {words.opinions}"
        yield (
            f"**No new correction explains the change of {', '.join(alone)}.** That is"
            f" right only before readers have {those}."
        )


def _text_change(change: TextChange) -> str:
    line = f"- {escape_markdown(str(change))}"
    if not (change.old or change.new):
        return line
    return f"{line}\n\n    > {difference_of_words(change.old, change.new)}\n"


def _against_document(change: ComparedChange) -> str:
    """A box on GitHub: the document has the old words."""
    return (
        f"> [!CAUTION]\n> **{Heading.AGAINST_DOCUMENT}.** {escape_markdown(change.what)}, but"
        f" {escape_markdown(change.document)} still has the old wording."
    )


def _not_compared(changes: Sequence[ComparedChange], links: Links) -> Iterator[str]:
    """A box on GitHub for each document that an editor must open, with the reason."""
    for document, reason in dict.fromkeys((change.document, change.reason) for change in changes):
        whats = [it.what for it in changes if (it.document, it.reason) == (document, reason)]
        listed = "\n".join(f"> - {escape_markdown(what)}" for what in whats)
        to_open = links.document(document) if document else "the document"
        yield (
            f"> [!IMPORTANT]\n> **{Heading.NOT_COMPARED}.** {escape_but_code(reason)} Open"
            f" {to_open} and compare it yourself:\n>\n{listed}"
        )


def _as_in_document(changes: Sequence[ComparedChange], links: Links) -> Iterator[str]:
    """A section with each change whose new words the document has."""
    if changes:
        lines = (
            f"- {escape_markdown(change.what)}: the new words are in"
            f" {links.document(change.document)}."
            for change in changes
        )
        yield "\n".join([f"### {Heading.AGREES}", "", *lines])


def _correction(entry: NewCorrection, links: Links) -> str:
    places = paragraph_signs(entry.at)
    where = ", ".join(filter(None, (entry.opinion, places, entry.day)))
    lines = [f"- {escape_markdown(f'{where}: {entry.what}')}"]
    if entry.quotes_other_words:
        lines.append("    - **The words in this entry are not the words that changed.**")
    if entry.has_words_exchanged:
        lines.append(
            "    - **The right and the wrong words of this entry are swapped.** It calls the"
            " present words wrong."
        )
    if entry.source:
        lines.append(f"    - Compare it with the source: {source_of_record(entry.source, links)}")
    if not entry.answers:
        lines.append("    - No answer names what it corrects.")
    else:
        lines.append("    - Check whether these answers still hold:")
        lines += (f"        - {escape_markdown(answer)}" for answer in entry.answers)
    return "\n".join(lines)


def fields_as_markdown(changes: RecordChanges) -> Iterator[str]:
    """What changes in the fields of opinions, in the order of its weight."""
    said = changes.words.said
    yield from field_changes_as_markdown(Heading.EXCEPTIONS, changes.exceptions)
    approvals = (replace(change, what=said(change.what)) for change in changes.approvals)
    yield from field_changes_as_markdown(said(Heading.APPROVALS), approvals)
    yield from _withdrawals(changes)
    yield from field_changes_as_markdown(said(Heading.DETAILS), changes.details)


def field_changes_as_markdown(title: str, changes: Iterable[FieldChange]) -> Iterator[str]:
    """A section with the old and the new words of each field, if any changes."""
    items = [
        f"- {escape_markdown(change.subject)}, **{escape_markdown(change.what)}**:"
        f" {difference_of_words(change.old, change.new)}"
        for change in changes
    ]
    if items:
        yield f"## {title}\n\n{KEY}"
        yield "\n".join(items)


def _withdrawals(changes: RecordChanges) -> Iterator[str]:
    """Each new, changed or reversed withdrawal, and how readers will see it."""
    if changes.withdrawals:
        yield f"## {Heading.WITHDRAWN}"
        yield "\n".join(_withdrawal(change, changes.words) for change in changes.withdrawals)


def _withdrawal(change: WithdrawalChange, words: Words) -> str:
    opinion = escape_markdown(change.opinion)
    before, after = escape_markdown(change.before), escape_markdown(change.after)
    if not change.after:
        lines = [f"- {opinion} is **no longer withdrawn**. It was: {before}"]
    elif change.before:
        difference = difference_of_words(change.before, change.after)
        lines = [f"- The withdrawal of {opinion} changes: {difference} ({KEY})"]
    else:
        lines = [f"- {opinion}, withdrawn {after}", f"    - {_SHOWN}"]
    lines += (f"    - {escape_markdown(status)}" for status in change.statuses)
    if change.cited_by:
        lines.append(f"    - These {words.opinions} cite it. Check whether they rest on it:")
        lines += (f"        - {escape_markdown(citation)}" for citation in change.cited_by)
    return "\n".join(lines)


def _separate_as_markdown(changes: Sequence[SeparateChange]) -> Iterator[str]:
    """A box with the paragraphs that change between an opinion and its separate parts."""
    intro = "The site will say that these paragraphs are, or are not, part of what was decided."
    yield from _box(Heading.SEPARATE, intro, [*map(_separate, changes)])


def _look_alikes_as_markdown(items: Sequence[LookAlike]) -> Iterator[str]:
    """A box with the new words that have a letter of another alphabet."""
    intro = "These new words have a character that is not Latin. Type them again."
    yield from _box(Heading.LOOK_ALIKES, intro, [*map(_look_alike, items)])


def _separate(change: SeparateChange) -> str:
    return (
        f"{escape_markdown(change.opinion)}, {paragraph_signs(change.paragraphs)}: from"
        f" “{escape_markdown(change.old)}” to “{escape_markdown(change.new)}”"
    )


def _look_alike(item: LookAlike) -> str:
    return (
        f"{escape_markdown(item.opinion)}, {escape_markdown(item.where)}:"
        f" “{escape_markdown(item.word)}” has {item.character}"
    )


def _box(title: Heading, intro: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        shown = [f"- {line}" for line in lines[:_MOST]]
        if len(lines) > _MOST:
            shown.append(f"- and {len(lines) - _MOST} more")
        text = ["[!CAUTION]", f"**{title}.** {intro}", "", *shown]
        yield "\n".join(f"> {line}".rstrip() for line in text)
