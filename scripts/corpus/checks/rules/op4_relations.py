"""OP4: what later opinions say about earlier ones."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping

from corpus.checks.registry import on_collection
from corpus.findings import Level, Violation, did_you_mean
from corpus.library.corpus import Corpus, RecordOutline
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_parts import Relation
from corpus.model.words import listed


@on_collection("OP407", hint="Correct it, or add a record with `text: elsewhere` for that opinion.")
def unknown_opinion(corpus: Corpus) -> Iterable[Violation]:
    """Every opinion that a record cites has a record.

    Why: The earlier opinion's page must say what became of it.
    Bad: opinions: [{cites: 2001/03, effect: cites}]
    Good: opinions: []
    """
    read = corpus.ids
    unread = [each for each in _relations(corpus) if each[2].cites not in read]
    filed = corpus.filed_ids if unread else read
    for outline, index, relation in unread:
        if relation.cites not in filed:
            location = corpus.location_in(outline, "opinions", index, "cites")
            alike = _alike(relation.cites, outline.id, read)
            suggestion = did_you_mean(str(relation.cites), alike)
            message = f"opinion {relation.cites} has no record{suggestion}"
            hint = _form_of_address(relation.cites, corpus)
            yield Violation(location, message, hint, subject=f"{relation.cites}")


def _alike(cited: OpinionId, citing: OpinionId, ids: Iterable[OpinionId]) -> Iterator[str]:
    """The opinions that may be meant: those with the same year or number, except the citing one."""
    for opinion in ids:
        is_alike = opinion.year == cited.year or opinion.number == cited.number
        if is_alike and opinion != citing:
            yield str(opinion)


def _form_of_address(opinion: OpinionId, corpus: Corpus) -> str:
    """What to type if no opinion of the body has such an address."""
    commission = corpus.references.commission if corpus.references else None
    series = commission.series_of(opinion) if commission else None
    if commission and (series is None or series.has_year != bool(opinion.year)):
        forms = dict.fromkeys(f"`{series.example}`" for series in commission.all_series)
        return f"Type the end of the address of the opinion, such as {' or '.join(forms)}."
    return ""


@on_collection("OP418", hint="Delete the entry until the draft is adopted.")
def cited_draft(corpus: Corpus) -> Iterable[Violation]:
    """No record lists a draft for comment among the opinions that it cites.

    Why: A draft may change or be given up, so nothing can rest on it.
    """
    drafts = {outline.id for outline in corpus.outlines if outline.is_draft}
    for outline, index, relation in _relations(corpus):
        if relation.cites in drafts and relation.cites != outline.id:
            message = f"opinion {relation.cites} is only a draft"
            location = corpus.location_in(outline, "opinions", index, "cites")
            yield Violation(location, message, subject=f"{relation.cites}")


@on_collection("OP408", hint="Type the year and number of the earlier opinion.")
def own_effect(corpus: Corpus) -> Iterable[Violation]:
    """No opinion cites itself.

    Why: It would be its own successor.
    Bad:
        # opinions/2003/05.md
        opinions: [{cites: 2003/05, effect: follows}]
    Good:
        # opinions/2003/05.md
        opinions: []
    """
    for outline, index, relation in _relations(corpus):
        if relation.cites == outline.id:
            message = "an opinion cannot cite itself"
            yield Violation(corpus.location_in(outline, "opinions", index, "cites"), message)


@on_collection("OP409", hint="List the effect in the later opinion only.")
def effect_on_later(corpus: Corpus) -> Iterable[Violation]:
    """No opinion cites a later one.

    Why: A mistake in a year would swap the earlier and the later opinion.
    Bad:
        # opinions/2001/04.md
        opinions: [{cites: 2003/05, effect: supersedes}]
    Good:
        # opinions/2001/04.md
        opinions: []
    """
    records = {outline.id: outline for outline in corpus.outlines}
    for outline, index, relation in _relations(corpus):
        earlier = records.get(relation.cites)
        if earlier and earlier.earliest_day > outline.latest_day:
            message = f"opinion {relation.cites} is later than this one"
            location = corpus.location_in(outline, "opinions", index, "cites")
            yield Violation(location, message, subject=f"{relation.cites}")


@on_collection("OP410", hint="Correct the effects that one of them lists.")
def circle_of_effects(corpus: Corpus) -> Iterable[Violation]:
    """Opinions do not modify or supersede each other in a circle.

    Why: Each would replace the other, and neither would be in force.
    """
    changes = [entry for entry in _relations(corpus) if entry[2].effect.alters]
    changed_by = defaultdict(list)
    for outline, _, relation in changes:
        changed_by[outline.id].append(relation.cites)
    # Once, at the first opinion: its effect on a later one is probably the mistake.
    named = set[frozenset[OpinionId]]()
    for outline, index, relation in changes:
        circle = _path(relation.cites, outline.id, changed_by)
        if circle and frozenset(circle) not in named:
            named.add(frozenset(circle))
            through = listed([*map(str, circle[:-1])]) or str(outline.id)
            message = f"the effects lead from {outline.id} through {through} back to {outline.id}"
            yield Violation(corpus.location_in(outline, "opinions", index), message)


@on_collection(
    "OP411", hint="Type the ID of a holding of the earlier opinion, or delete `holding`."
)
def unknown_holding(corpus: Corpus) -> Iterable[Violation]:
    """An effect on one holding names a holding that the earlier opinion has.

    Why: The holding would keep its old status, and nobody would notice.
    Bad:
        # opinions/2003/06.md
        opinions: [{cites: 2003/05, effect: distinguishes, holding: 7}]
    Good:
        # opinions/2003/06.md
        opinions: [{cites: 2003/05, effect: distinguishes, holding: 1}]
    """
    records = {outline.id: outline for outline in corpus.outlines}
    for outline, index, relation in _relations(corpus):
        earlier = records.get(relation.cites)
        if not earlier or earlier.holding_ids is None or relation.holding is None:
            continue
        if relation.holding not in earlier.holding_ids:
            message = f"opinion {relation.cites} has no holding `{relation.holding}`"
            location = corpus.location_in(outline, "opinions", index, "holding")
            yield Violation(location, message, subject=relation.holding)


@on_collection(
    "OP412",
    hint="Add the text of this opinion, or add an exception to `waivers` that gives the source.",
    level=Level.WARNING,
)
def successor_not_held(corpus: Corpus) -> Iterable[Violation]:
    """The record of an opinion that modifies or supersedes another contains its text.

    Why: Without the text, nobody can see what it changes in the earlier opinion.
    Bad:
        # opinions/2003/06.md
        opinions: [{cites: 2003/05, effect: modifies}]
    Good:
        # opinions/2003/06.md
        opinions: [{cites: 2003/05, effect: modifies}]
        waivers: [{code: OP412, about: 2003/05, reason: The public list says so.}]
    """
    for outline, index, relation in _relations(corpus):
        if relation.effect.alters and not outline.has_text:
            message = (
                f"this opinion {relation.effect} {relation.cites}, but its own text is missing"
            )
            location = corpus.location_in(outline, "opinions", index, "effect")
            yield Violation(location, message, subject=f"{relation.cites}")


@on_collection(
    "OP413", hint="Keep one of them. An effect on the whole opinion includes its holdings."
)
def effect_twice(corpus: Corpus) -> Iterable[Violation]:
    """An opinion states its effect on another opinion, or on one of its holdings, only once.

    Why: Two different effects on one holding would leave its status to chance.
    Bad:
        # opinions/2003/06.md
        opinions:
          - {cites: 2003/05, effect: cites}
          - {cites: 2003/05, effect: follows}
    Good:
        # opinions/2003/06.md
        opinions:
          - {cites: 2003/05, effect: follows}
    """
    stated: set[tuple[OpinionId, OpinionId, str | None]] = set()
    for outline, index, relation in _relations(corpus):
        target = (outline.id, relation.cites, relation.holding)
        if target in stated or (relation.holding and _changes_all(outline, relation.cites)):
            message = f"another entry already states the effect on {relation.cites}"
            location = corpus.location_in(outline, "opinions", index)
            yield Violation(location, message, subject=f"{relation.cites}")
        stated.add(target)


def _changes_all(outline: RecordOutline, earlier: OpinionId) -> bool:
    """Whether an opinion modifies or supersedes all of an earlier one."""
    return any(
        relation.effect.alters
        for relation in outline.relations
        if relation.cites == earlier and relation.holding is None
    )


def _relations(corpus: Corpus) -> Iterator[tuple[RecordOutline, int, Relation]]:
    """Yield each relation with the outline of its record and its index in the field."""
    for outline in corpus.outlines:
        for index, relation in enumerate(outline.relations):
            yield outline, index, relation


def _path(
    start: OpinionId, goal: OpinionId, changed_by: Mapping[OpinionId, list[OpinionId]]
) -> tuple[OpinionId, ...]:
    """The opinions on a shortest way of effects from one opinion to another; empty if none."""
    before: dict[OpinionId, OpinionId | None] = {start: None}
    waiting = deque([start])
    while waiting and goal not in before:
        opinion = waiting.popleft()
        unvisited = [cited for cited in changed_by.get(opinion, ()) if cited not in before]
        before.update(dict.fromkeys(unvisited, opinion))
        waiting += unvisited
    way = list[OpinionId]()
    opinion_on_way = goal if goal in before else None
    while opinion_on_way is not None:
        way.append(opinion_on_way)
        opinion_on_way = before[opinion_on_way]
    return tuple(reversed(way))
