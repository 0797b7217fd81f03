"""A cited provision that changed after an opinion, in its words or only in its number."""

from dataclasses import dataclass

from corpus.model.authority import Citation
from corpus.model.edition import ONLY_THE_NUMBER, Edition


@dataclass(frozen=True, slots=True)
class ChangedProvision:
    """A cited provision that changed after the opinion was approved."""

    citation: Citation
    editions: tuple[Edition, ...]
    """Its changes, oldest first."""
    cited_at: tuple[int, ...] = ()
    """The paragraphs that cite it, in the status of another paragraph, which does not."""

    @property
    def is_only_renumbered(self) -> bool:
        """Whether it got another number or form, and no other change."""
        return all(edition.verb in ONLY_THE_NUMBER for edition in self.editions)
