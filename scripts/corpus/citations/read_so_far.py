"""How far a text has been read, and what the last names in it introduced."""

import re
from dataclasses import dataclass, field

from corpus.citations.enumeration import EarlierCitations
from corpus.citations.found_citation import CitationsInText
from corpus.citations.introducers import NameInText
from corpus.citations.rule_sets import set_of_last

_END_OF_A_CITED_SENTENCE = re.compile(r"\.\s+")
"""After a citation: the `. ` of `Canon III.C. Canons IV and V also apply`."""


@dataclass(slots=True)
class ReadSoFar:
    """How far a text has been read, and what the last names introduced."""

    end: int = 0
    """The end of the last name and of what it introduced."""
    starts: set[int] = field(default_factory=set)
    """Where the citations begin."""
    end_of_list: int = 0
    end_of_rules: int = 0
    """The end of the last citation or doubt if it is about rules in sets; 0 if not."""
    last_set: str = ""
    """The set of the rule that ends there; empty if there is none."""
    end_of_others: int = 0
    """The end of the last citation that is another body's."""

    def before(self, name: NameInText) -> EarlierCitations:
        """What was read before a name."""
        return EarlierCitations(
            self.starts, self.end_of_list, name.start, self.end_of_rules, self.last_set
        )

    def with_sentence(self, words: str, name: NameInText) -> NameInText:
        """The name, with whether it follows a sentence that ends in a citation."""
        end = _END_OF_A_CITED_SENTENCE.fullmatch(words, self.end_of_list, name.start)
        return name._replace(follows_a_sentence=end is not None)

    def note(self, name: NameInText, found: CitationsInText) -> None:
        """Note what a name introduced: at least one citation or doubt."""
        citations, doubts, _ = found
        self.starts.update(citation.start for citation in citations)
        self.end_of_list = max((each.end for each in citations), default=self.end_of_list)
        self.end = max((self.end, self.end_of_list, *(doubt.end for doubt in doubts)))
        self.end_of_rules = self.end if name.is_of_sets else 0
        self.last_set = set_of_last(citations) if self.end_of_rules else ""
