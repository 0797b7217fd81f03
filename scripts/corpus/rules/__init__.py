"""The rules: each a small function that names what is wrong; its docstring is its page.

A code is `OP` and three digits, the hundreds saying what is judged: 0 the file, 1 its fields,
2 the text, 3 authorities and citations, 4 the collection, 5 the ledger. A code is never used
again.
"""

from corpus.rules import (  # noqa: F401 - they register their rules
    across,
    authorities,
    body,
    fields,
    file,
    ledger,
    letters,
    pages,
    record,
    relations,
)
from corpus.rules.registry import CLAIMS, PLACES, RULES, Rule, Scope

__all__ = ["CLAIMS", "PLACES", "RULES", "Rule", "Scope"]
