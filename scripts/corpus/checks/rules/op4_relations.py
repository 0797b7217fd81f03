"""OP4, continued: what later opinions say of earlier ones."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from corpus.checks.registry import on_collection
from corpus.findings import Level, Violation, did_you_mean
from corpus.library.corpus import Corpus, RecordSummary
from corpus.model.opinion import OpinionId, Relation


@on_collection("OP407", hint="Correct it, or add a record with `text: elsewhere` for that opinion.")
def unknown_opinion(corpus: Corpus) -> Iterable[Violation]:
    """Every opinion that a record cites has a record.

    Why:
        The earlier opinion's page must tell what became of it.

    Bad:
        opinions: [{cites: 2001/03, effect: cites}]

    Good:
        opinions: []
    """
    there = corpus.ids | corpus.filed_ids
    for summary, place, relation in _relations(corpus):
        if relation.cites not in there:
            known = map(str, corpus.ids)
            message = f"opinion {relation.cites} has no record" + did_you_mean(
                str(relation.cites), known
            )
            yield corpus.location_in(summary, "opinions", place, "cites"), message


@on_collection("OP408", hint="Name the earlier opinion that is meant.")
def own_effect(corpus: Corpus) -> Iterable[Violation]:
    """No opinion names itself among those that it cites.

    Why:
        It would be its own successor.

    Bad:
        opinions: [{cites: 2003/05, effect: follows}]

    Good:
        opinions: []
    """
    for summary, place, relation in _relations(corpus):
        if relation.cites == summary.id:
            yield (
                corpus.location_in(summary, "opinions", place, "cites"),
                "an opinion cannot name itself",
            )


@on_collection("OP409", hint="Write the effect on the later opinion only.")
def effect_on_later(corpus: Corpus) -> Iterable[Violation]:
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
    records = {summary.id: summary for summary in corpus.summaries}
    for summary, place, relation in _relations(corpus):
        earlier = records.get(relation.cites)
        if earlier and _not_before(earlier) > _not_after(summary):
            message = f"opinion {relation.cites} is later than this one"
            yield corpus.location_in(summary, "opinions", place, "cites"), message


@on_collection("OP410", hint="Correct the effects of one of them.")
def circle_of_effects(corpus: Corpus) -> Iterable[Violation]:
    """No chain of opinions that modify or supersede each other leads back to its beginning.

    Why:
        Each would be the successor of the other, and neither would hold.
    """
    changing = [found for found in _relations(corpus) if found[2].effect.changes]
    earlier = defaultdict(list)
    for summary, _, relation in changing:
        earlier[summary.id].append(relation.cites)
    for summary, place, relation in changing:
        if _leads(relation.cites, summary.id, earlier):
            message = f"the effects lead from {summary.id} by {relation.cites} back to it"
            yield corpus.location_in(summary, "opinions", place), message


@on_collection("OP411", hint="Write the id of a holding of the earlier opinion, or leave it out.")
def unknown_holding(corpus: Corpus) -> Iterable[Violation]:
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
    records = {summary.id: summary for summary in corpus.summaries}
    for summary, place, relation in _relations(corpus):
        earlier = records.get(relation.cites)
        if not earlier or earlier.holding_ids is None or relation.holding is None:
            continue
        if relation.holding not in earlier.holding_ids:
            message = f"opinion {relation.cites} has no holding `{relation.holding}`"
            yield corpus.location_in(summary, "opinions", place, "holding"), message


@on_collection(
    "OP412",
    hint="Add the text of the later opinion, or check the effect and waive this with its source.",
    level=Level.WARNING,
)
def successor_not_held(corpus: Corpus) -> Iterable[Violation]:
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
          - {cites: 2003/05, effect: modifies}
        source: {url: "https://example.org/"}
        waivers:
          - {code: OP412, about: 2003/05, reason: The public list says so.}
        ---
    """
    for summary, place, relation in _relations(corpus):
        if relation.effect.changes and not summary.is_held:
            effect = f"this opinion {relation.effect} {relation.cites}"
            yield (
                corpus.location_in(summary, "opinions", place, "effect"),
                f"{effect}, and its text is not held",
            )


@on_collection("OP413", hint="Keep one of them; an effect on a whole opinion stands alone.")
def effect_twice(corpus: Corpus) -> Iterable[Violation]:
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
    for summary, place, relation in _relations(corpus):
        meant = (summary.id, relation.cites, relation.holding)
        if meant in seen or (relation.holding and _changes_all(summary, relation.cites)):
            message = f"what this does to {relation.cites} is said before"
            yield corpus.location_in(summary, "opinions", place), message
        seen.add(meant)


def _changes_all(summary: RecordSummary, earlier: OpinionId) -> bool:
    """Whether an opinion modifies or supersedes all of an earlier one."""
    of_all = (one for one in summary.relations if one.cites == earlier and one.holding is None)
    return any(one.effect.changes for one in of_all)


@on_collection("OP414", hint="Give the spelling to the one that it means, or to neither.")
def alias_twice(corpus: Corpus) -> Iterable[Violation]:
    """No two opinions have the same further spelling.

    Why:
        Who types it must land on one opinion.
    """
    owners: dict[str, RecordSummary] = {}
    for summary in corpus.summaries:
        for place, alias in enumerate(summary.aliases):
            owner = owners.setdefault(" ".join(alias.casefold().split()), summary)
            if owner.id != summary.id:
                yield (
                    corpus.location_in(summary, "aliases", place),
                    f"`{alias}` is also opinion {owner.id}",
                )


def _relations(corpus: Corpus) -> Iterator[tuple[RecordSummary, int, Relation]]:
    """Each relation with its record's summary and its place in the field."""
    for summary in corpus.summaries:
        for place, relation in enumerate(summary.relations):
            yield summary, place, relation


def _not_before(summary: RecordSummary) -> date:
    """The day of approval, or the first that it can be."""
    return summary.approved or date(summary.id.year, 1, 1)


def _not_after(summary: RecordSummary) -> date:
    """The day of approval, or the last that it can be."""
    return summary.approved or date(summary.id.year, 12, 31)


def _leads(start: OpinionId, goal: OpinionId, earlier: Mapping[OpinionId, list[OpinionId]]) -> bool:
    """Whether effects lead from one opinion to another, step by step."""
    seen, waiting = {start}, [start]
    while waiting:
        one = waiting.pop()
        if one == goal:
            return True
        later = [step for step in earlier.get(one, ()) if step not in seen]
        seen.update(later)
        waiting += later
    return False
