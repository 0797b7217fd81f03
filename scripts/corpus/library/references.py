"""What records refer to: the commission, the vocabularies and the authorities."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.citations.names import Names
from corpus.model.authority import Authority, Citation
from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission
from corpus.model.vocabularies import Program, Topic


@dataclass(frozen=True, eq=False)
class References:
    """What records refer to. Two are never equal, so that results can be cached by them."""

    commission: Commission
    topics: Mapping[str, Topic]
    programs: Mapping[str, Program]
    authorities: Mapping[tuple[AuthorityKind, str], Authority]
    """The authorities without faults, by kind and id."""
    authority_files: frozenset[tuple[AuthorityKind, str]]
    """The kind and file name of every authority, even one with faults."""
    thesaurus: Mapping[str, tuple[str, ...]]
    """Words with others that readers type for the same; empty if there is no such file."""

    @property
    def names(self) -> Names:
        """How opinions, authorities and dates are written for readers."""
        return Names(self.commission)

    @property
    def kinds_with_files(self) -> tuple[AuthorityKind, ...]:
        """The kinds that have an authority without faults, in the order of the settings."""
        held = {kind for kind, _ in self.authorities}
        return tuple(kind for kind in self.commission.kinds if kind in held)

    def authority(self, citation: Citation) -> Authority | None:
        """The authority that is cited; None if it is not in the collection."""
        return self.authorities.get((citation.kind, citation.authority))

    def has_file(self, citation: Citation) -> bool:
        """Whether the authority has a file, even one with faults."""
        return (citation.kind, citation.kind.slug(citation.authority)) in self.authority_files
