"""The words in the names of a body and of its law, which name no other body."""

import re

from corpus.citations.names_before import initials, plain
from corpus.citations.ordinary_words import JOINING_WORDS
from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission

_SHORT_WORDS = {"advisory": "Adv.", "formal": "Form.", "informal": "Inf.", "opinion": "Op. Opn."}
"""How texts abbreviate the words for one opinion."""

_PLACE = re.compile(r"{\w+}")


def own_words(commission: Commission, kind: AuthorityKind | None) -> set[str]:
    """The words before citations of one kind of authority; None for those of opinions."""
    names = [commission.name, commission.short_name, commission.citation.author]
    names += [commission.opinion, commission.opinion_short]
    names += [rules for each in commission.kinds for rules in commission.settings_of(each).sets]
    if kind and not kind.is_in_sets:
        own = commission.settings_of(kind)
        names += [own.title, *own.cited_as, *own.common_words, "Ann."]
        names += [kind.words_before, kind.words_after, commission.words.reader]
    if kind and kind.is_in_sets:
        names += [commission.words.reader]
        names += [each for titles in commission.settings_of(kind).sets.values() for each in titles]
    if kind is None:
        names += [_SHORT_WORDS.get(word, "") for word in commission.opinion.lower().split()]
    words = {plain(word) for name in names for word in _PLACE.sub(" ", name).split()}
    plurals = {f"{word}s" for word in words}
    return (words | plurals | {*initials(commission.name)}) - JOINING_WORDS
