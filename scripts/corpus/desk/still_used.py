"""Refuse to take back a topic or an authority that a sealed opinion uses."""

from corpus.desk.collection import Collection
from corpus.desk.errors import NotFinishedError
from corpus.desk.in_progress.shared_file_changes import FileChange
from corpus.library.record import Record
from corpus.parsing.yaml_text import YamlText
from corpus.parsing.yaml_values import parse_yaml

_USED = (
    "{name} is sealed, and uses this, so it stays. Remove it there and save, or take that seal "
    "back. Then it can be taken back."
)


def require_unused(change: FileChange, collection: Collection) -> None:
    """Refuse to take a change back that a sealed opinion needs; raises `NotFinishedError`."""
    corpus = collection.corpus
    names = collection.references.names
    for record in corpus.records:
        if corpus.has_seal(record) and _uses(record, change, collection):
            raise NotFinishedError(_USED.format(name=names.long(record.id)))


def _uses(record: Record, change: FileChange, collection: Collection) -> bool:
    if change.path == collection.paths.relative(collection.paths.opinions / "topics.yml"):
        return not _added_topics(change).isdisjoint(record.readable("topics", ()))
    cited = (citation.file for citation in record.readable_authorities)
    return change.before is None and change.path in cited


def _added_topics(change: FileChange) -> frozenset[str]:
    before, after = (
        parse_yaml(YamlText(change.path, text or ""))[0] for text in (change.before, change.after)
    )
    return frozenset(map(str, after or ())) - frozenset(map(str, before or ()))
