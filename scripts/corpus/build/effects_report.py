"""The effects of a change, as a comment on its pull request and as JSON."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from urllib.parse import quote

from corpus.build.effects import Difference, Effects
from corpus.build.law_changes import LawChange, NoteChange
from corpus.build.marked_words import KEY, difference_of_words
from corpus.build.new_opinion_report import new_opinions_as_markdown
from corpus.build.record_changes import (
    FieldChange,
    NewCorrection,
    WithdrawalChange,
    source_in_words,
)
from corpus.build.text_changes import TextChange
from corpus.model.authority import Provenance
from corpus.text.markdown_escape import escape_markdown

_FOR_PEOPLE = (
    *("corrections", "withdrawals", "law", "unchecked", "notes", "reviews", "links"),
    *("paragraphs", "pages", "new_opinions", "has_other_settings", "approvals", "details"),
    "descriptions",
)
"""What the JSON leaves out."""

AGAINST_DOCUMENT = "The document has the old words, not the new ones"
"""The title of the box on a change that the kept document speaks against."""

_MOST_OPEN = 20
"""How many changes of status are not folded."""

_IN_ADDRESSES = ":/?#[]@!$&'*+,;=%~"
"""The signs that stay as they are in the address of a link."""

_EMPHASIS = (
    "No word changes, so this needs no entry in `corrections`. But emphasis is part of what was"
    " approved: compare it with the document. `*` stands before and after what is emphasized."
)

_SHOWN = (
    "Readers see “Withdrawn” with this day and reason on its page, and “Withdrawn” in every list."
    " Its address stays."
)


_NO_PAGE = (
    "No page has other contents. The change is in a setting, in the ledger, or where nothing is"
    " read, such as below the second `---` of an authority. If readers should see a change, look"
    " for what is wrong in the list at the top or in **Files changed**."
)


def as_json(effects: Effects) -> str:
    """The effects for programs, without what only people read."""
    fields = asdict(effects)
    for name in _FOR_PEOPLE:
        del fields[name]
    fields["words"] = [str(change) for change in effects.words]
    return json.dumps(fields, ensure_ascii=False, indent=2)


def as_markdown(effects: Effects, *, is_partial: bool = False) -> str:
    """The effects for a pull request: changes to the approved text first, what is longest last.

    They are partial if some opinions could not be compared.
    """
    others = [
        *_records(effects),
        *_law(effects),
        *_statuses(effects),
        *new_opinions_as_markdown(effects.new_opinions),
        *_folded("Other citations to review, because the law changed", effects.reviews),
        *_gained_and_lost("Opinions", effects.opinions),
        *_folded("What changes in the details of an opinion", effects.changed),
        *_folded("Links to questions and answers that show other words", effects.links),
        *_gained_and_lost("Cited by", effects.cited_by),
        *_gained_and_lost("Rows in lists of opinions", effects.rows),
        *_gained_and_lost("Addresses", effects.addresses),
        *_gained_and_lost("Entries of feeds", effects.feeds),
        *_folded("Pages and files with other contents", effects.pages),
        *_folded("Paragraphs of new and changed texts, with their numbers", effects.paragraphs),
    ]
    nothing = "Readers will find no other change."
    if is_partial:
        nothing = "No other change was found in what could be compared."
    elif effects.has_other_settings:
        nothing = _NO_PAGE
    return "\n\n".join([*_approved_text(effects, is_partial=is_partial), *(others or [nothing])])


def as_markdown_of_records(effects: Effects) -> str:
    """The effects for a pull request if no page can be made of one of the states."""
    return "\n\n".join([*_approved_text(effects, is_partial=True), *_records(effects)])


def _records(effects: Effects) -> Iterator[str]:
    """What changes in the fields of opinions, in the order of its weight."""
    yield from _field_changes("The day of approval changes", effects.approvals)
    for change in effects.approvals:
        if change.is_against_document:
            yield _warning(f"{change.opinion}: the {change.what} changes", change.document)
    yield from _withdrawals(effects)
    yield from _field_changes(
        "Titles, summaries, questions, answers and sources change", effects.details
    )
    yield from _field_changes(
        "Descriptions of topics, programs and authorities change", effects.descriptions
    )


def _field_changes(title: str, changes: Iterable[FieldChange]) -> Iterator[str]:
    """A section with the old and the new words of each field, if any changes."""
    items = [
        f"- {escape_markdown(change.opinion)}, **{escape_markdown(change.what)}**:"
        f" {difference_of_words(change.old, change.new)}"
        for change in changes
    ]
    if items:
        yield f"## {title}\n\n{KEY}"
        yield "\n".join(items)


def _approved_text(effects: Effects, *, is_partial: bool) -> Iterator[str]:
    of_words = [change for change in effects.words if change.is_of_words]
    of_emphasis = [change for change in effects.words if not change.is_of_words]
    if of_words:
        yield f"## The approved text changes\n\n{KEY}"
        yield "\n".join(map(_text_change, of_words))
        yield from (
            _warning(str(change), change.document)
            for change in of_words
            if change.is_against_document
        )
    else:
        others = "other opinion" if is_partial else "opinion"
        yield f"## The approved text of no {others} changes"
    if of_emphasis:
        yield f"### Only the emphasis, the layout or the white space changes\n\n{_EMPHASIS} {KEY}"
        yield "\n".join(map(_text_change, of_emphasis))
    if effects.corrections:
        items = map(_correction, effects.corrections)
        yield "\n".join(["### Corrections that this change adds", "", *items])
    corrected = {entry.opinion for entry in effects.corrections}
    for opinion in dict.fromkeys(change.opinion for change in of_words):
        if opinion in corrected:
            continue
        yield (
            f"**No new correction explains the change of {escape_markdown(opinion)}.** That is"
            " right only before readers have the opinion."
        )


def _text_change(change: TextChange) -> str:
    line = f"- {escape_markdown(str(change))}"
    if not (change.old or change.new):
        return line
    return f"{line}\n\n    > {difference_of_words(change.old, change.new)}\n"


def _warning(what: str, document: str) -> str:
    """A box on GitHub: the document has the old words."""
    return (
        f"> [!CAUTION]\n> **{AGAINST_DOCUMENT}.** {escape_markdown(what)}, but"
        f" {escape_markdown(document)} has it as before."
    )


def _correction(entry: NewCorrection) -> str:
    places = ", ".join(f"¶ {number}" for number in entry.at)
    where = ", ".join(filter(None, (entry.opinion, places, entry.day)))
    lines = [f"- {escape_markdown(f'{where}: {entry.what}')}"]
    if entry.quotes_other_words:
        lines.append("    - **The words in this entry are not the words that changed.**")
    if entry.source:
        lines.append(f"    - Compare it with the source: {_source_of_record(entry.source)}")
    if entry.answers:
        lines.append("    - Check whether these answers still hold:")
        lines += (f"        - {escape_markdown(answer)}" for answer in entry.answers)
    return "\n".join(lines)


def _source_of_record(source: Provenance) -> str:
    """The source of a text, with the path of the document if the collection has it."""
    kept = f" (kept as {escape_markdown(source.file)})" if source.file else ""
    return f"{_source(source)}{kept}"


def _withdrawals(effects: Effects) -> Iterator[str]:
    """Each withdrawal that is new, changes or is taken back, and what readers will see of it."""
    if effects.withdrawals:
        yield "## Withdrawn"
        yield "\n".join(map(_withdrawal, effects.withdrawals))


def _withdrawal(change: WithdrawalChange) -> str:
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
        lines.append("    - These opinions cite it. Check whether they rest on it:")
        lines += (f"        - {escape_markdown(citation)}" for citation in change.cited_by)
    return "\n".join(lines)


def _statuses(effects: Effects) -> Iterator[str]:
    """The changes of status that no withdrawal explains; folded if they are many."""
    explained = {status for change in effects.withdrawals for status in change.statuses}
    statuses = [status for status in effects.statuses if status not in explained]
    if len(statuses) > _MOST_OPEN:
        yield from _folded("Changes of status", statuses)
    elif statuses:
        items = (f"- {escape_markdown(status)}" for status in statuses)
        yield "\n".join(["## Changes of status", "", *items])


def _law(effects: Effects) -> Iterator[str]:
    """What is said of changes of the law, each with the opinions that it affects."""
    if effects.law or effects.notes:
        yield "## The law changed"
        yield "\n".join([*map(_law_change, effects.law), *map(_note_change, effects.notes)])
        yield from _folded(
            "Look these up elsewhere: their text is not here, so nobody checked what they cite",
            effects.unchecked,
        )


def _law_change(change: LawChange) -> str:
    if change.earlier:
        return _changed_entry(change, change.earlier)
    lines = [f"- {'new' if change.is_new else '**removed**'}: {escape_markdown(change.what)}"]
    if change.is_new:
        lines += [
            f"    - In lists and citations: “{change.verb}”",
            f"    - Source: {_source(change.source)}",
            *_wordings(change.old_wording, change.new_wording),
            *_reviews(change.reviews),
        ]
    return "\n".join(lines)


def _changed_entry(change: LawChange, earlier: LawChange) -> str:
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
    return "\n".join([*lines, *_reviews(change.reviews)])


def _source(source: Provenance) -> str:
    """The name of a source, as a link if it is on the web."""
    name = escape_markdown(source.title or source.url or "")
    address = quote(source.url or "", safe=_IN_ADDRESSES)
    return f"[{name}]({address})" if address else name


def _wordings(old: str, new: str) -> Iterator[str]:
    """The old and the new words of a provision, as far as the collection has them."""
    if old and new:
        yield f"    - Old and new wording: {difference_of_words(old, new)} ({KEY})"
    elif new:
        yield f"    - New wording: {escape_markdown(new)} The collection does not have the old one."
    else:
        yield "    - The collection does not have the new wording."


def _reviews(reviews: tuple[str, ...]) -> Iterator[str]:
    if not reviews:
        yield (
            "    - No earlier opinion cites what changed. Compare the number of the provision with"
            " the source."
        )
    else:
        yield f"    - Citations to review, because the law changed: {len(reviews)}"
        yield from (f"        - {escape_markdown(review)}" for review in reviews)


def _note_change(change: NoteChange) -> str:
    note = difference_of_words(change.old, change.new)
    return f"- The note on {escape_markdown(change.authority)}: {note}"


def _gained_and_lost(title: str, difference: Difference) -> Iterator[str]:
    """A section of a difference; what is lost comes first."""
    lost = [f"lost: {item}" for item in difference.lost]
    yield from _folded(title, [*lost, *(f"new: {item}" for item in difference.gained)])


def _folded(title: str, sentences: Iterable[str]) -> Iterator[str]:
    """A folded section of the Markdown, if there is anything to list."""
    items = [f"- {escape_markdown(sentence)}" for sentence in sentences]
    if items:
        summary = f"<details><summary>{title}: {len(items)}</summary>"
        yield "\n".join([summary, "", *items, "", "</details>"])
