"""OP4, continued: what later opinions say of earlier ones."""

from collections.abc import Iterable, Iterator
from datetime import date

from corpus.findings import Level, Verdict, guess
from corpus.model import OpinionId, Relation
from corpus.records import Library, Record
from corpus.rules.registry import on_library


@on_library("OP407", hint="Correct it, or add a record with `text: elsewhere` for that opinion.")
def unknown_opinion(library: Library) -> Iterable[Verdict]:
    """Every opinion that a record cites has a record.

    Why:
        The earlier opinion's page must tell what became of it.

    Bad:
        opinions: [{cites: 2001/03, effect: cites}]

    Good:
        opinions: []
    """
    for record, place, relation in _relations(library):
        if relation.cites not in library.known:
            known = map(str, library.known)
            message = f"opinion {relation.cites} has no record" + guess(str(relation.cites), known)
            yield record.at("opinions", place, "cites"), message


@on_library("OP408", hint="Name the earlier opinion that is meant.")
def own_effect(library: Library) -> Iterable[Verdict]:
    """No opinion names itself among those that it cites.

    Why:
        It would be its own successor.

    Bad:
        opinions: [{cites: 2003/05, effect: follows}]

    Good:
        opinions: []
    """
    for record, place, relation in _relations(library):
        if relation.cites == record.id:
            yield record.at("opinions", place, "cites"), "an opinion cannot name itself"


@on_library("OP409", hint="Write the effect on the later opinion only.")
def effect_on_later(library: Library) -> Iterable[Verdict]:
    """What an opinion speaks of is not later than itself.

    Why:
        A slip in a year would turn predecessor and successor around.

    Bad:
        # opinions/2001/04.md
        ---
        number: 4
        year: 2001
        title: Fees
        text: elsewhere
        opinions: [{cites: 2003/05, effect: supersedes}]
        source: {url: "https://example.org/"}
        ---

    Good:
        # opinions/2001/04.md
        ---
        number: 4
        year: 2001
        title: Fees
        text: elsewhere
        source: {url: "https://example.org/"}
        ---
    """
    records = {record.id: record for record in library.named}
    for record, place, relation in _relations(library):
        earlier = records.get(relation.cites)
        if earlier and _not_before(earlier) > _not_after(record):
            message = f"opinion {relation.cites} is later than this one"
            yield record.at("opinions", place, "cites"), message


@on_library("OP410", hint="Correct the effects of one of them.")
def circle_of_effects(library: Library) -> Iterable[Verdict]:
    """No chain of opinions that modify or supersede each other leads back to its beginning.

    Why:
        Each would be the successor of the other, and neither would hold.

    Bad:
        # opinions/2003/06.md
        ---
        number: 6
        year: 2003
        title: Fees
        text: elsewhere
        opinions:
          - {cites: 2003/06, effect: supersedes}
        source: {url: "https://example.org/"}
        ---

    Good:
        # opinions/2003/06.md
        ---
        number: 6
        year: 2003
        title: Fees
        text: elsewhere
        opinions:
          - {cites: 2003/05, effect: follows}
        source: {url: "https://example.org/"}
        ---
    """
    changing = (found for found in _relations(library) if found[2].effect.changes)
    in_circles = _in_circles({(record.id, relation.cites) for record, _, relation in changing})
    for record, place, relation in _relations(library):
        if relation.effect.changes and {record.id, relation.cites} <= in_circles:
            message = f"the effects lead from {record.id} by {relation.cites} back to it"
            yield record.at("opinions", place), message


@on_library("OP411", hint="Write the id of a holding of the earlier opinion, or leave it out.")
def unknown_holding(library: Library) -> Iterable[Verdict]:
    """An effect on a single holding names one that the earlier opinion has.

    Why:
        The holding would keep its old status without a word.

    Bad:
        # opinions/2003/06.md
        ---
        number: 6
        year: 2003
        title: Fees
        text: elsewhere
        opinions:
          - {cites: 2003/05, effect: distinguishes, holding: 7}
        source: {url: "https://example.org/"}
        ---

    Good:
        # opinions/2003/06.md
        ---
        number: 6
        year: 2003
        title: Fees
        text: elsewhere
        opinions:
          - {cites: 2003/05, effect: distinguishes, holding: 1}
        source: {url: "https://example.org/"}
        ---
    """
    records = {record.id: record for record in library.named}
    for record, place, relation in _relations(library):
        earlier = records.get(relation.cites)
        if not earlier or relation.holding is None:
            continue
        if relation.holding not in {holding.id for holding in earlier.listed("holdings")}:
            message = f"opinion {relation.cites} has no holding `{relation.holding}`"
            yield record.at("opinions", place, "holding"), message


@on_library(
    "OP412",
    hint="Add the text of the later opinion, or check the effect and waive this with its source.",
    level=Level.WARNING,
)
def successor_not_held(library: Library) -> Iterable[Verdict]:
    """An opinion that modifies or supersedes another is held in full.

    Why:
        Nobody can see here in what words, and how far, it changes the earlier one.

    Bad:
        # opinions/2003/06.md
        ---
        number: 6
        year: 2003
        title: Fees
        text: elsewhere
        opinions:
          - {cites: 2003/05, effect: modifies}
        source: {url: "https://example.org/"}
        ---

    Good:
        # opinions/2003/06.md
        ---
        number: 6
        year: 2003
        title: Fees
        text: elsewhere
        opinions:
          - {cites: 2003/05, effect: cites}
        source: {url: "https://example.org/"}
        ---
    """
    for record, place, relation in _relations(library):
        if relation.effect.changes and not record.opinion.is_held:
            effect = f"this opinion {relation.effect} {relation.cites}"
            yield record.at("opinions", place, "effect"), f"{effect}, and its text is not held"


@on_library("OP413", hint="Keep one of them; an effect on a whole opinion stands alone.")
def effect_twice(library: Library) -> Iterable[Verdict]:
    """What an opinion does to another, or to one holding of it, is said once.

    Why:
        Two different effects on one holding would leave its status to chance.

    Bad:
        # opinions/2003/06.md
        ---
        number: 6
        year: 2003
        title: Fees
        text: elsewhere
        opinions:
          - {cites: 2003/05, effect: cites}
          - {cites: 2003/05, effect: follows}
        source: {url: "https://example.org/"}
        ---

    Good:
        # opinions/2003/06.md
        ---
        number: 6
        year: 2003
        title: Fees
        text: elsewhere
        opinions:
          - {cites: 2003/05, effect: follows}
        source: {url: "https://example.org/"}
        ---
    """
    seen: set[tuple[OpinionId, OpinionId, str | None]] = set()
    for record, place, relation in _relations(library):
        meant = (record.id, relation.cites, relation.holding)
        if meant in seen:
            message = f"what this does to {relation.cites} is said before"
            yield record.at("opinions", place), message
        seen.add(meant)


@on_library("OP414", hint="Give the spelling to the one that it means, or to neither.")
def alias_twice(library: Library) -> Iterable[Verdict]:
    """No two opinions have the same further spelling.

    Why:
        Who types it must land on one opinion.
    """
    owners: dict[str, Record] = {}
    for record in library.named:
        for place, alias in enumerate(record.listed("aliases")):
            owner = owners.setdefault(" ".join(alias.casefold().split()), record)
            if owner.id != record.id:
                yield record.at("aliases", place), f"`{alias}` is also opinion {owner.id}"


def _relations(library: Library) -> Iterator[tuple[Record, int, Relation]]:
    """Each relation with its record and its place in the field."""
    for record in library.named:
        for place, relation in enumerate(record.listed("opinions")):
            yield record, place, relation


def _not_before(record: Record) -> date:
    """The day of approval, or the first that it can be."""
    return record.approved or date(record.id.year, 1, 1)


def _not_after(record: Record) -> date:
    """The day of approval, or the last that it can be."""
    return record.approved or date(record.id.year, 12, 31)


def _in_circles(effects: set[tuple[OpinionId, OpinionId]]) -> set[OpinionId]:
    """The opinions that are left when, again and again, each end of a chain is taken off."""
    left = effects
    while True:
        inner = {later for later, _ in left} & {earlier for _, earlier in left}
        kept = {one for one in left if inner.issuperset(one)}
        if kept == left:
            return inner
        left = kept
