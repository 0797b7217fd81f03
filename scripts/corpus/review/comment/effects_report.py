"""The effects of a change, as a comment on its pull request and as JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from corpus.model.words import Words
from corpus.review.changes.description_changes import Description
from corpus.review.changes.printed_changes import PrintedChange
from corpus.review.changes.record_changes import RecordChanges
from corpus.review.changes.setting_changes import changes_every_page
from corpus.review.comment.comment_links import NO_LINKS, Links
from corpus.review.comment.headings import Heading
from corpus.review.comment.law_report import law_as_markdown
from corpus.review.comment.markdown_parts import KEY, difference_of_words, folded, source_as_link
from corpus.review.comment.new_opinion_report import new_opinions_as_markdown
from corpus.review.comment.records_report import (
    field_changes_as_markdown,
    fields_as_markdown,
    text_as_markdown,
)
from corpus.review.effects import Effects
from corpus.review.site_effects import SiteDifference
from corpus.text.markdown_escape import escape_markdown

_MOST_OPEN = 20
"""How many changes of status are not folded."""

_MOST_PRINTED_OPEN = 3
"""How many opinions are shown open below each printed item; the others are folded."""
_MOST_PRINTED = 100
"""How many opinions are shown at all."""
_NO_PAGE = (
    "No page changes. The change is in the ledger, in a note of the settings, or where"
    " nothing is read, such as below the second `---` of an authority. If readers should see a"
    " change, look for what is wrong in the list at the top or in **Files changed**."
)


def as_json(effects: Effects) -> str:
    """The effects for programs, without what only people read."""
    site = effects.site
    differences = {
        "cited_by": site.cited_by,
        "rows": site.rows,
        "addresses": site.addresses,
        "feeds": site.feeds,
    }
    data = {
        "words": [str(change) for change in effects.records.texts],
        "opinions": asdict(site.opinions),
        "changed": effects.opinions.changed,
        "statuses": effects.opinions.statuses,
        **{name: asdict(difference) for name, difference in differences.items()},
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def as_markdown(effects: Effects, *, is_partial: bool = False, links: Links = NO_LINKS) -> str:
    """The effects for a pull request: changes to the approved text first, what is longest last.

    They are partial if some opinions could not be compared.
    """
    others = [
        *_removed(effects.removed),
        *fields_as_markdown(effects.records),
        *field_changes_as_markdown(Heading.DESCRIPTIONS, effects.descriptions),
        *field_changes_as_markdown(Heading.SETTINGS, effects.settings),
        *_on_every_page(effects),
        *_printed(effects.printed, effects.records.words),
        *field_changes_as_markdown(Heading.WRITTEN, effects.written),
        *law_as_markdown(effects.law, effects.records.words),
        *_statuses(effects),
        *_added(effects.added),
        *new_opinions_as_markdown(effects.opinions.new, effects.records.words, links),
        *_lists(effects),
    ]
    nothing = "Readers will find no other change."
    if is_partial:
        nothing = "No other change was found in what could be compared."
    elif effects.has_other_settings:
        nothing = _NO_PAGE
    text = text_as_markdown(effects.records, is_partial=is_partial, links=links)
    return "\n\n".join([*text, *(others or [nothing])])


def _removed(subjects: Sequence[str]) -> Iterator[str]:
    """What is gone, never folded."""
    if subjects:
        yield f"## {Heading.REMOVED}"
        yield "\n".join(f"- **removed**: {escape_markdown(subject)}" for subject in subjects)


def _added(descriptions: Sequence[Description]) -> Iterator[str]:
    """What is new besides opinions with their text, each with the words that readers see."""
    if descriptions:
        yield f"## {Heading.ADDED}"
        yield "\n".join(map(_described, descriptions))


def _described(description: Description) -> str:
    words = (
        f"    - {name.capitalize()}: {escape_markdown(text)}"
        for name, text in description.words.items()
        if text
    )
    source = description.source
    shown = [f"    - Source: {source_as_link(source)}"] if source else []
    return "\n".join([f"- {escape_markdown(description.subject)}", *words, *shown])


def _on_every_page(effects: Effects) -> Iterator[str]:
    """A sentence if all pages change, which the lists of pages do not show."""
    names = [change.what for change in effects.settings if changes_every_page(change)]
    if names:
        listed = ", ".join(map(escape_markdown, names))
        yield f"**Every page can change**: its head or its menu shows {listed}."


def as_markdown_of_records(
    changes: RecordChanges, *, is_partial: bool = False, links: Links = NO_LINKS
) -> str:
    """What is known for a pull request if no page can be made of one of the states."""
    text = text_as_markdown(changes, is_partial=is_partial, links=links)
    return "\n\n".join([*text, *fields_as_markdown(changes)])


def _lists(effects: Effects) -> Iterator[str]:
    """The folded lists of what differs on the site."""
    opinions = effects.opinions
    site = effects.site
    said = effects.records.words.said
    yield from folded(Heading.OTHER_REVIEWS, effects.law.reviews)
    yield from _gained_and_lost(said(Heading.OPINIONS), site.opinions)
    yield from folded(said(Heading.FIELDS), opinions.changed)
    yield from folded(said(Heading.LINKS), opinions.links)
    yield from _gained_and_lost(Heading.CITED_BY, site.cited_by)
    yield from _gained_and_lost(said(Heading.ROWS), site.rows)
    yield from folded(Heading.LOST_ADDRESSES, site.addresses.lost, is_open=True)
    yield from folded(Heading.ADDRESSES, site.addresses.gained)
    yield from _gained_and_lost(Heading.FEEDS, site.feeds)
    yield from folded(Heading.PAGES, site.pages)
    yield from folded(Heading.PARAGRAPHS, opinions.paragraphs)


def _statuses(effects: Effects) -> Iterator[str]:
    """The changes of status that no withdrawal explains; folded if they are many."""
    explained = {status for change in effects.records.withdrawals for status in change.statuses}
    statuses = [status for status in effects.opinions.statuses if status not in explained]
    if len(statuses) > _MOST_OPEN:
        yield from folded(Heading.STATUSES, statuses)
    elif statuses:
        items = (f"- {escape_markdown(status)}" for status in statuses)
        yield "\n".join([f"## {Heading.STATUSES}", "", *items])


def _gained_and_lost(title: str, difference: SiteDifference) -> Iterator[str]:
    """A section of a difference; what is lost comes first."""
    lost = [f"lost: {item}" for item in difference.lost]
    yield from folded(title, [*lost, *(f"new: {item}" for item in difference.gained)])


def _printed(changes: Sequence[PrintedChange], words: Words) -> Iterator[str]:
    """Each thing that is printed otherwise, with the old and the new form in each opinion."""
    if not changes:
        return
    yield f"## {words.said(Heading.PRINTED)}\n\n{KEY}"
    for change in changes:
        items = [
            f"- {escape_markdown(opinion)}: {difference_of_words(old, new)}"
            for opinion, old, new in change.opinions[:_MOST_PRINTED]
        ]
        count = len(change.opinions)
        opinions = words.opinion if count == 1 else words.opinions
        yield f"**The {change.what}** in {count:,} {opinions}"
        yield "\n".join(items[:_MOST_PRINTED_OPEN])
        if rest := items[_MOST_PRINTED_OPEN:]:
            if len(change.opinions) > _MOST_PRINTED:
                rest.append(f"- and {len(change.opinions) - _MOST_PRINTED:,} more")
            summary = f"<details><summary>The other {words.opinions}</summary>"
            yield "\n".join([summary, "", *rest, "", "</details>"])
