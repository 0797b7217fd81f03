"""Every rule over everything: record by record, and then over all of them together."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain
from typing import Any
from weakref import WeakKeyDictionary

from corpus.checks.registry import CLAIMS, RULES, Scope
from corpus.checks.waivers import waived
from corpus.findings import Finding, Level
from corpus.library.corpus import Card, Collection, Frame, Library, Sound, card
from corpus.library.loader import Opener, keeping_everything, load_frame
from corpus.library.record import Record, References
from corpus.model.opinion import Waiver
from corpus.parallel import spread
from corpus.parsing.files import MOST
from corpus.parsing.parsed_file import ParsedFile
from corpus.paths import CorpusPaths


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of a corpus, by path, line and column, and the files that were read."""

    findings: tuple[Finding, ...]
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Survey:
    """One record by itself: what is found in it, and its card."""

    path: str
    faults: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    waivers: tuple[Waiver, ...] = ()
    card: Card | None = None


def check(library: Library) -> tuple[Finding, ...]:
    """All findings of a corpus that is open."""
    records = {record.parsed_file.path: record for record in library.records}
    references = library.references
    surveys = [_remembered(one, records.get(one.path), references) for one in library.opinions]
    return _together(library.frame, surveys, records.__getitem__)


def check_files(paths: CorpusPaths, names: Sequence[str] = ()) -> Checked:
    """The same of the corpus below a root, which is read record by record and not kept.

    Only what is found in the files or folders of these names; all where none is named.
    """
    frame = load_frame(paths)
    opener = Opener(paths, frame)
    survey = partial(_survey_files, opener, frame.references, names)
    surveys = spread(survey, frame.opinions, "checking")

    @cache
    def reopened(path: str) -> Record:
        record = opener.open(path)[1]
        if record is None:
            raise FileNotFoundError(path)
        return record

    findings = _together(frame, surveys, reopened)
    asked = tuple(one for one in findings if _is_asked(one.location.path, names))
    return Checked(asked, (*frame.paths, *frame.unread))


def _is_asked(path: str, names: Sequence[str]) -> bool:
    return not names or any(is_within(path, name) for name in names)


def is_within(path: str, name: str) -> bool:
    """Whether a file is the one that is named, or lies in the folder that is; `.` is the root."""
    return name in {".", path} or path.startswith(f"{name}/")


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings keeps the site from being published."""
    return any(finding.level is Level.ERROR for finding in findings)


def sound(library: Library, findings: Iterable[Finding]) -> Sound | None:
    """The corpus, where none of its findings is an error."""
    if has_errors(findings) or library.references is None:
        return None
    frame, seals = library.frame, tuple(library.frame.seals.values())
    return Sound(library.references, library.records, frame.pages, seals, frame.paths, frame.digest)


def _survey_files(
    opener: Opener, references: References | None, names: Sequence[str], paths: Sequence[str]
) -> list[_Survey]:
    with keeping_everything():
        return [
            _survey(*opener.open(path), references)
            if _is_asked(path, names)
            else _glance(*opener.open(path))
            for path in paths
        ]


def _glance(document: ParsedFile[Any], record: Record | None) -> _Survey:
    """A record that nobody asks about, as far as others may refer to it."""
    return _Survey(document.path, (), (), card=card(record) if record else None)


def _remembered(
    document: ParsedFile[Any], record: Record | None, references: References | None
) -> _Survey:
    """The survey of a document, made once for as long as it and its references are held."""
    known = _SURVEYS.get(document)
    if known is None or known[0] is not references:
        known = _SURVEYS[document] = (references, _survey(document, record, references))
    return known[1]


def _survey(
    document: ParsedFile[Any], record: Record | None, references: References | None
) -> _Survey:
    if record is None or references is None:
        return _Survey(document.path, tuple(_of_document(document)), ())
    found = (one for rule in _RULES[Scope.RECORD] for one in rule.findings(record, references))
    findings = tuple(chain(_of_source(document), found))
    faults = tuple(_faults(document))
    return _Survey(document.path, faults, findings, record.waivers, card(record))


def _together(
    frame: Frame, surveys: Sequence[_Survey], reopen: Callable[[str], Record]
) -> tuple[Finding, ...]:
    """The findings in each file and those that all records give together, in order."""
    cards = tuple(survey.card for survey in surveys if survey.card)
    known = frozenset(card.id for card in cards)
    across = defaultdict(list)
    for rule in _RULES[Scope.COLLECTION]:
        for finding in rule.findings(Collection(frame, cards, reopen, known)):
            across[finding.location.path].append(finding)
    found = [finding for document in frame.documents for finding in _of_document(document)]
    for survey in surveys:
        found += survey.faults
        found += _left(survey, across.pop(survey.path, []), reopen)
    return tuple(_capped(sorted(chain(found, *across.values()))))


def _capped(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The first hundred of each rule in each file, and where there are more, that there are."""
    told: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        key = (finding.location.path, finding.code)
        told[key] += 1
        if told[key] <= MOST:
            yield finding
        elif told[key] == MOST + 1:
            yield replace(finding, message="there are more like this")


def _of_document(document: ParsedFile[Any]) -> Iterator[Finding]:
    return chain(_faults(document), _of_source(document))


def _faults(document: ParsedFile[Any]) -> Iterator[Finding]:
    """What kept a file from being read whole, which no record can waive."""
    for fault in document.faults:
        rule = CLAIMS[fault.kind]
        yield rule.finding(*rule.judge(fault))


def _of_source(document: ParsedFile[Any]) -> Iterator[Finding]:
    for rule in _RULES[Scope.DOCUMENT]:
        yield from rule.findings(document)


def _left(
    survey: _Survey, across: Iterable[Finding], reopen: Callable[[str], Record]
) -> Iterable[Finding]:
    """What is found in a record, by itself and beside the others, without what it waives."""
    found = [*survey.findings, *across]
    if not survey.waivers:
        return found
    firm = [one for one in found if RULES[one.code].is_firm]
    soft = [one for one in found if not RULES[one.code].is_firm]
    left = waived(soft, survey.waivers)[0]
    record = reopen(survey.path)
    return chain(firm, left, *(rule.findings(record, soft) for rule in _RULES[Scope.WAIVERS]))


_SURVEYS: WeakKeyDictionary[ParsedFile[Any], tuple[References | None, _Survey]] = (
    WeakKeyDictionary()
)
_RULES = {scope: [rule for rule in RULES.values() if rule.scope is scope] for scope in Scope}
