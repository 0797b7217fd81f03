"""What records refer to: the commission, the vocabularies and the authorities."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.model.authority import Authority, AuthorityKind, Citation, slug
from corpus.model.commission import Commission
from corpus.model.vocabularies import Program, Topic


@dataclass(frozen=True, eq=False)
class References:
    """What records refer to; each is itself alone, so that what follows from it can be kept."""

    commission: Commission
    topics: Mapping[str, Topic]
    programs: Mapping[str, Program]
    authorities: Mapping[tuple[AuthorityKind, str], Authority]
    authority_files: frozenset[tuple[AuthorityKind, str]]
    """The authorities that have a file, sound or not, by the name of the file."""

    def authority(self, citation: Citation) -> Authority | None:
        """The authority that is cited, where it is held."""
        return self.authorities.get((citation.kind, citation.authority))

    def has_file(self, citation: Citation) -> bool:
        """Whether there is a file of the authority, even one that cannot be read."""
        return (citation.kind, slug(citation.kind, citation.authority)) in self.authority_files
