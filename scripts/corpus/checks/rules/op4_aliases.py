"""OP4: the other numbers by which opinions are known."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from corpus.checks.registry import on_collection
from corpus.citations.finder import CitationFinder
from corpus.findings import Violation
from corpus.library.corpus import Corpus, RecordOutline
from corpus.library.references import References
from corpus.model.authority import Citation
from corpus.model.opinion_id import OpinionId


@on_collection(
    "OP414",
    only_by_hand=True,
    hint="Keep the alias in the opinion that it stands for, or in neither.",
)
def alias_twice(corpus: Corpus) -> Iterable[Violation]:
    """No two opinions share an alias, and no alias is the ordinary name of something else.

    Why: Whoever types the alias must reach one opinion.
    """
    owners: dict[str, tuple[RecordOutline, int]] = {}
    ordinary = _OrdinaryNames(corpus.references, corpus.ids) if corpus.references else None
    for outline in corpus.outlines:
        for index, alias in enumerate(outline.aliases):
            owner, first = owners.setdefault(_folded(alias), (outline, index))
            location = corpus.location_in(outline, "aliases", index)
            if owner.id != outline.id:
                message = f"`{alias}` is also an alias of opinion {owner.id}"
                yield Violation(location, message, subject=alias)
            elif first != index:
                message = f"`{alias}` is already an alias of this opinion"
                yield Violation(location, message, "Delete it.", subject=alias)
            elif ordinary and (message := _other_meaning(alias, outline, ordinary)):
                yield Violation(location, message, subject=alias)


def _other_meaning(alias: str, outline: RecordOutline, ordinary: "_OrdinaryNames") -> str:
    """What else an alias already names; empty if nothing."""
    opinion = ordinary.opinion(alias)
    if opinion not in {None, outline.id}:
        return f"`{alias}` is already a name of opinion {opinion}"
    authority = ordinary.authority(alias)
    return f"`{alias}` already cites {authority.printed}" if authority else ""


@dataclass(frozen=True)
class _OrdinaryNames:
    """What words name without any alias: an opinion or an authority."""

    references: References
    opinions: frozenset[OpinionId]

    def opinion(self, alias: str) -> OpinionId | None:
        """The opinion that has a name; None if there is none."""
        short = self.references.commission.opinion_short
        return self._by_name.get(_folded(alias)) or next(
            filter(None, map(self._cited, (alias, f"{short} {alias}"))), None
        )

    @cached_property
    def _by_name(self) -> dict[str, OpinionId]:
        names = self.references.names
        return {
            _folded(name): opinion
            for opinion in self.opinions
            for name in (
                str(opinion),
                str(opinion).replace("/0", "/"),
                names.long(opinion),
                names.short(opinion),
                names.key(opinion),
            )
        }

    @cached_property
    def _finder(self) -> CitationFinder:
        return CitationFinder(self.references.commission, self.opinions)

    def authority(self, alias: str) -> Citation | None:
        """The authority that the whole of an alias cites; None if there is none."""
        target = self._target(alias)
        return target if isinstance(target, Citation) else None

    def _cited(self, words: str) -> OpinionId | None:
        """The opinion that the whole of some words cites; None if there is none."""
        target = self._target(words)
        return target if isinstance(target, OpinionId) and target in self.opinions else None

    def _target(self, words: str) -> Citation | OpinionId | None:
        """What the whole of some words cites; None if they are not one citation."""
        found = self._finder.find(words)
        return next(
            (each.target for each in found if (each.start, each.end) == (0, len(words))), None
        )


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
