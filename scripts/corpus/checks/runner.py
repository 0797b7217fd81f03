"""Run every rule: on each record by itself, then on all records together."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain
from typing import Any, NamedTuple

from corpus.checks.registry import CHECKS, MOST_REPORTED, RULE_OF_FAULT, RULES, Scope
from corpus.checks.waivers import without_waived
from corpus.findings import FaultKind, Finding, Level, Violation
from corpus.library.corpus import Corpus, RecordFile, RecordOutline, ValidCorpus, outline_of
from corpus.library.loader import RecordLoader, load_without_records, without_garbage_collection
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.opinion_parts import Waiver
from corpus.model.words import Words
from corpus.parallel import spread
from corpus.parsing.parsed_file import ParsedFile
from corpus.paths import COMMISSION_SETTINGS, CorpusPaths


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The findings of a corpus in order, and the files that were read."""

    findings: tuple[Finding, ...]
    paths: tuple[str, ...]


class _RecordReport(NamedTuple):
    """The findings of one record by itself, and the outline that rules on all records use."""

    path: str
    fault_findings: tuple[Finding, ...] = ()
    """The faults that kept the file from being read in full. No record can waive them."""
    findings: tuple[Finding, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    outline: RecordOutline | None = None


def check(corpus: Corpus) -> tuple[Finding, ...]:
    """All findings of a corpus whose records are in memory: errors in the settings come first."""
    return _findings_with(corpus, corpus.record_files)


def check_record(corpus: Corpus, path: str) -> tuple[Finding, ...]:
    """The findings in one record of a corpus whose records are in memory."""
    files = [file for file in corpus.record_files if file.parsed_file.path == path]
    findings = _findings_with(corpus, files)
    return tuple(finding for finding in findings if finding.location.path == path)


@without_garbage_collection()
def check_paths(paths: CorpusPaths, names: Sequence[str] = ()) -> CheckResult:
    """Check the corpus below a root in several processes, without keeping its records.

    The result has only the findings in the files or folders `names`, if there are any, and the
    errors in the settings, which keep records from being checked.
    """
    read = load_without_records(paths)
    corpus = _without_broken_settings(read)
    loader = RecordLoader(paths, corpus)
    report_share = partial(_report_share, loader, corpus, names)
    reports = spread(report_share, corpus.record_paths, "checking")

    @cache
    def open_record(path: str) -> Record:
        record = loader.open(path).record
        if record is None:
            raise FileNotFoundError(path)
        return record

    outlines = tuple(report.outline for report in reports if report.outline)
    corpus = replace(corpus, outlines=outlines, open_record=open_record)
    findings = _all_findings(corpus, reports, _words(read))
    selected = tuple(
        finding
        for finding in findings
        if _is_cause(finding) or _is_selected(finding.location.path, names)
    )
    return CheckResult(selected, (*corpus.paths, *corpus.unread_paths))


def _findings_with(corpus: Corpus, files: Sequence[RecordFile]) -> tuple[Finding, ...]:
    """The findings in these records, in all other files and on all records together."""
    judged = _without_broken_settings(corpus)
    reports = _reports(files, judged.references)
    return _all_findings(judged, reports, _words(corpus))


def is_within(path: str, name: str) -> bool:
    """Whether a path is the file `name` or lies in the folder `name`; `.` is the root."""
    return name in {".", path} or path.startswith(f"{name}/")


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding keeps the site from being published."""
    return any(finding.level is Level.ERROR for finding in findings)


def valid_corpus(corpus: Corpus, findings: Iterable[Finding]) -> ValidCorpus | None:
    """The corpus as valid; None if one of its findings is an error."""
    if has_errors(findings) or corpus.references is None:
        return None
    seals = tuple(corpus.seals.values())
    return ValidCorpus(
        corpus.references, corpus.records, corpus.pages, seals, corpus.paths, corpus.digest
    )


def _without_broken_settings(corpus: Corpus) -> Corpus:
    """The corpus, or the corpus without its settings if these have an error of their own.

    The findings in records might only follow from that error.
    """
    settings = [file for file in corpus.files if file.path == COMMISSION_SETTINGS]
    if not has_errors(chain.from_iterable(map(_file_findings, settings))):
        return corpus
    return replace(corpus, references=None, kinds=None, outlines=())


def _words(corpus: Corpus) -> Words:
    return corpus.references.commission.words if corpus.references else Words()


def _is_selected(path: str, names: Sequence[str]) -> bool:
    return not names or any(is_within(path, name) for name in names)


def _report_share(
    loader: RecordLoader, corpus: Corpus, names: Sequence[str], paths: Sequence[str]
) -> list[_RecordReport]:
    """The reports on these records; without findings for those that were not selected."""
    files = loader.open_all(paths)
    selected = [file for file in files if _is_selected(file.parsed_file.path, names)]
    reports = {report.path: report for report in _reports(selected, corpus.references)}
    sealed = corpus.sealed_ids
    return [
        (reports.get(path) or _RecordReport(path))._replace(
            outline=outline_of(file.record, sealed) if file.record else None,
        )
        for path, file in zip(paths, files, strict=True)
    ]


def _reports(files: Sequence[RecordFile], references: References | None) -> list[_RecordReport]:
    """The reports on these records. Each check looks at all of them, which is faster."""
    findings: list[list[Finding]] = [[] for _ in files]
    for each in CHECKS[Scope.FILE]:
        for file, found in zip(files, findings, strict=True):
            found.extend(each.findings(file.parsed_file))
    of_records = [
        (file.record, found)
        for file, found in zip(files, findings, strict=True)
        if file.record and references
    ]
    for each in CHECKS[Scope.RECORD]:
        for record, found in of_records:
            found.extend(each.findings(record, references))
    return [
        _RecordReport(
            file.parsed_file.path,
            tuple(_fault_findings(file.parsed_file)),
            tuple(found),
            file.record.waivers if file.record and references else (),
        )
        for file, found in zip(files, findings, strict=True)
    ]


def _all_findings(
    corpus: Corpus, reports: Sequence[_RecordReport], words: Words
) -> tuple[Finding, ...]:
    """The findings in each file and those on all records together, in order."""
    by_path = defaultdict(list)
    for each in CHECKS[Scope.COLLECTION]:
        for finding in each.findings(corpus):
            by_path[finding.location.path].append(finding)
    findings = [finding for file in corpus.files for finding in _file_findings(file)]
    for report in reports:
        findings += report.fault_findings
        findings += _unwaived(report, by_path.pop(report.path, []), corpus.open_record)
    remaining = _without_consequences({*findings, *chain(*by_path.values())}, corpus)
    return tuple(
        replace(finding, hint=words.said(finding.hint)) if words != Words() else finding
        for finding in _capped(sorted(remaining, key=_causes_first))
    )


def _without_consequences(findings: Iterable[Finding], corpus: Corpus) -> Iterator[Finding]:
    """The findings without those that follow from a mistake in the settings."""
    findings = list(findings)
    consequences = {RULES[finding.code].misleads for finding in findings if _is_cause(finding)}
    if corpus.kinds is None:
        consequences.add(RULE_OF_FAULT[FaultKind.CITATION].code)
    return (finding for finding in findings if finding.code not in consequences)


def _causes_first(finding: Finding) -> tuple[bool, Finding]:
    """By path and place, but errors in the settings first: others may follow from them."""
    return not _is_cause(finding), finding


def _is_cause(finding: Finding) -> bool:
    return finding.location.path == COMMISSION_SETTINGS and finding.level is Level.ERROR


def _capped(findings: Iterable[Finding]) -> Iterator[Finding]:
    """At most `MOST_REPORTED` findings of each rule in each file, then one that there are more."""
    counts: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        key = (finding.location.path, finding.code)
        counts[key] += 1
        if counts[key] <= MOST_REPORTED:
            yield finding
        elif counts[key] == MOST_REPORTED + 1:
            yield replace(finding, message="there are more like this")


def _file_findings(file: ParsedFile[Any]) -> Iterator[Finding]:
    return chain(_fault_findings(file), _content_findings(file))


def _fault_findings(file: ParsedFile[Any]) -> Iterator[Finding]:
    for fault in file.faults:
        about = Violation(fault.location, fault.message, fault.hint, field_path=fault.field_path)
        yield RULE_OF_FAULT[fault.kind].finding(about)


def _content_findings(file: ParsedFile[Any]) -> Iterator[Finding]:
    for each in (*CHECKS[Scope.FILE], *CHECKS[Scope.SHARED_FILE]):
        yield from each.findings(file)


def _unwaived(
    report: _RecordReport, others: Iterable[Finding], open_record: Callable[[str], Record]
) -> Iterable[Finding]:
    """The findings in a record, by itself and beside the others, that it does not waive."""
    findings = [*report.findings, *others]
    if not report.waivers:
        return findings
    permanent = [finding for finding in findings if not RULES[finding.code].can_be_waived]
    waivable = [finding for finding in findings if RULES[finding.code].can_be_waived]
    remaining = without_waived(waivable, report.waivers)
    record = open_record(report.path)
    on_waivers = (each.findings(record, waivable) for each in CHECKS[Scope.WAIVERS])
    return chain(permanent, remaining, *on_waivers)
