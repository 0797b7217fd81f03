"""What pages can show of a corpus with errors, and of two states that are compared."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from corpus.checks.runner import check
from corpus.findings import Finding, Level
from corpus.library.corpus import Corpus, ValidCorpus

_HARMLESS = ("OP2", "OP3", "OP404", "OP5")
"""Errors with which a page can be built: they are about the words of a text, its citations or its
seal, or about a file that no page uses."""
_IN_SETTINGS = ("OP311", "OP312")
"""Mistakes in the settings; while a file has these, records are not checked."""


def showable_corpus(corpus: Corpus, findings: Iterable[Finding]) -> ValidCorpus | None:
    """A corpus without the records that no page can show.

    Return None if a file that other pages need has such an error.
    """
    paths = {finding.location.path for finding in findings if _keeps_from_building(finding)}
    if corpus.references is None or not paths <= set(corpus.record_paths):
        return None
    if paths:
        rest = _without_records(corpus, paths)
        return showable_corpus(rest, check(rest))  # others may refer to what was left out
    seals = tuple(seal for seal in corpus.seals.values() if seal.id in corpus.ids)
    return ValidCorpus(
        corpus.references, corpus.records, corpus.pages, seals, corpus.paths, corpus.digest
    )


def _keeps_from_building(finding: Finding) -> bool:
    is_harmless = finding.code.startswith(_HARMLESS) and finding.code not in _IN_SETTINGS
    return finding.level is Level.ERROR and not is_harmless


def comparable(
    old: Corpus, new: Corpus, earlier: Sequence[Finding], findings: Sequence[Finding]
) -> tuple[ValidCorpus | None, ValidCorpus | None, tuple[str, ...]]:
    """What pages can show of both states of a corpus, and the files of records left out of both.

    A record that one state cannot show is left out of the other too, so that it is never called
    new or lost. If one state cannot be shown at all, the files are those that only one state has.
    `earlier` are the findings of the old state, `findings` those of the new one.
    """
    left_out: set[str] = set()
    while True:
        before, after = showable_corpus(old, earlier), showable_corpus(new, findings)
        if before is None or after is None:
            left_out |= set(old.record_paths) ^ set(new.record_paths)
            return before, after, tuple(sorted(left_out))
        hidden = _hidden(old, before) | _hidden(new, after)
        if not hidden:
            return before, after, tuple(sorted(left_out))
        hidden |= _of_the_same_opinions(hidden, old, new)
        left_out |= hidden
        old, new = _without_records(old, hidden), _without_records(new, hidden)
        earlier = check(old)
        findings = check(new)


def _hidden(corpus: Corpus, shown: ValidCorpus) -> set[str]:
    """The files of the records that no page can show."""
    return set(corpus.record_paths) - {record.parsed_file.path for record in shown.records}


def _of_the_same_opinions(paths: Container[str], *corpora: Corpus) -> set[str]:
    """The files in all states of the opinions that one state has at these paths."""
    records = [record for corpus in corpora for record in corpus.outlines]
    ids = {record.id for record in records if record.path in paths}
    return {record.path for record in records if record.id in ids}


def _without_records(corpus: Corpus, paths: Container[str]) -> Corpus:
    """The corpus without the records at these paths."""
    files = (file for file in corpus.record_files if file.parsed_file.path not in paths)
    outlines = (record for record in corpus.outlines if record.path not in paths)
    return replace(
        corpus,
        record_files=tuple(files),
        record_paths=tuple(path for path in corpus.record_paths if path not in paths),
        outlines=tuple(outlines),
    )
