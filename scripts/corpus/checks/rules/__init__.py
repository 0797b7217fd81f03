"""Every rule of the collection; importing this package registers them all.

A code is `OP` and three digits. Its first digit names the module: `op1_…` has the rules on
fields, OP100 to OP199. A code is never reused.
"""

from corpus.checks.rules import (  # noqa: F401 - each module registers its rules
    op0_characters,
    op0_file,
    op1_fields,
    op1_record,
    op2_pages,
    op2_text,
    op3_citations,
    op4_collection,
    op4_relations,
    op5_ledger,
)
