"""What pages can show of a corpus with errors."""

from collections.abc import Container, Iterable
from dataclasses import replace

from corpus.checks.runner import check
from corpus.findings import Finding, Level
from corpus.library.corpus import Corpus, ValidCorpus

_HARMLESS = ("OP2", "OP3", "OP404", "OP5")
"""Errors with which a page can be built: they are about the words of a text, its citations or its
seal, or about a file that no page uses."""


def showable_corpus(corpus: Corpus, findings: Iterable[Finding]) -> ValidCorpus | None:
    """A corpus without the records that no page can show.

    Return None if a file that other pages need has such an error.
    """
    paths = {finding.location.path for finding in findings if _keeps_from_building(finding)}
    if corpus.references is None or not paths <= set(corpus.record_paths):
        return None
    if paths:
        rest = without_records(corpus, paths)
        return showable_corpus(rest, check(rest))  # others may refer to what was left out
    seals = tuple(seal for seal in corpus.seals.values() if seal.id in corpus.ids)
    return ValidCorpus(
        corpus.references, corpus.records, corpus.pages, seals, corpus.paths, corpus.digest
    )


def _keeps_from_building(finding: Finding) -> bool:
    return finding.level is Level.ERROR and not finding.code.startswith(_HARMLESS)


def without_records(corpus: Corpus, paths: Container[str]) -> Corpus:
    """The corpus without the records at these paths."""
    files = (file for file in corpus.record_files if file.parsed_file.path not in paths)
    summaries = (record for record in corpus.summaries if record.path not in paths)
    return replace(
        corpus,
        record_files=tuple(files),
        record_paths=tuple(path for path in corpus.record_paths if path not in paths),
        summaries=tuple(summaries),
    )
