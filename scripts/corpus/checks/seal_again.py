"""The hint for an opinion that changes between its seal and its publication."""

from corpus.library.corpus import Corpus
from corpus.library.ledger import seal_path
from corpus.model.opinion_id import OpinionId


def hint_for_new_text(opinion: OpinionId, corpus: Corpus) -> str:
    """How to seal a text again that readers do not have; empty if they may have it."""
    if corpus.has_readers(opinion):
        return ""
    path = seal_path(opinion)
    is_listed = opinion in corpus.published_seals
    remove = f"put `{path}` back as it is on `main`" if is_listed else f"delete `{path}`"
    return (
        "Readers do not have this text yet, so it needs no entry in `corrections`. If the change "
        f"is right, {remove}, and set the label `seal` again. If it is wrong, undo it."
    )
