"""What a rule is, and the list of all of them."""

import inspect
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from corpus.findings import Fault, FaultKind, Finding, Level, Location, Violation
from corpus.library.corpus import Corpus
from corpus.library.record import Record
from corpus.library.references import References
from corpus.parsing.field_types import UnreadFieldError
from corpus.parsing.parsed_file import ParsedFile

OverFault: TypeAlias = Callable[[Fault], Violation]
OverDocument: TypeAlias = Callable[[ParsedFile[Any]], Iterable[Violation]]
OverRecord: TypeAlias = Callable[[Record, References], Iterable[Violation]]
OverWaivers: TypeAlias = Callable[[Record, Sequence[Finding]], Iterable[Violation]]
OverCollection: TypeAlias = Callable[[Corpus], Iterable[Violation]]


class Scope(StrEnum):
    """What a rule looks at, from a single fault to everything together."""

    FAULT = "fault"
    DOCUMENT = "document"
    RECORD = "record"
    WAIVERS = "waivers"
    COLLECTION = "collection"


PLACES = (
    "the file",
    "the fields",
    "the text",
    "authorities and citations",
    "the collection",
    "the ledger",
)
"""What the hundreds of a code say: where to look."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A law of the corpus, with all that is told of it."""

    code: str
    name: str
    level: Level
    hint: str
    scope: Scope
    judge: Callable[..., Any]

    def findings(self, *subject: object) -> list[Finding]:
        """What it finds, until it asks for a field that could not be read; of one file enough."""
        found: list[Finding] = []
        told: dict[str, int] = {}
        try:
            for location, message in self.judge(*subject):
                told[location.path] = told.get(location.path, 0) + 1
                if told[location.path] <= ENOUGH:
                    found.append(self.finding(location, message))
                elif self.scope is not Scope.COLLECTION:
                    break
        except UnreadFieldError:
            return found
        return found

    def finding(self, location: Location, message: str) -> Finding:
        """A verdict as this rule reports it."""
        return Finding(location, self.code, self.name, self.level, message, self.hint)

    @property
    def place(self) -> str:
        """Where its code belongs: `the file`, `the fields`."""
        return PLACES[int(self.code[2])]

    @property
    def is_firm(self) -> bool:
        """Whether no record can waive it: what was published once stays."""
        return self.code.startswith("OP5")

    @property
    def law(self) -> str:
        """The rule in one sentence."""
        return inspect.getdoc(self.judge).partition("\n")[0]  # type: ignore[union-attr]

    @property
    def why(self) -> str:
        """The reason for it, as one paragraph."""
        return " ".join(self._part("Why").split())

    @property
    def bad(self) -> str:
        """A part of a record that breaks the rule."""
        return self._part("Bad")

    @property
    def good(self) -> str:
        """The same part as it should be."""
        return self._part("Good")

    def _part(self, title: str) -> str:
        doc = inspect.getdoc(self.judge) or ""
        found = re.search(rf"^{title}:\n((?:    .*\n?|\n)+)", doc, re.MULTILINE)
        return inspect.cleandoc(found[1]) if found else ""


ENOUGH = 500
"""So many things one rule looks for in one file; a person is told the first hundred."""

RULES: dict[str, Rule] = {}
"""Every rule by its code."""

CLAIMS: dict[FaultKind, Rule] = {}
"""The rule that tells each flaw of reading."""


def on_fault(
    kind: FaultKind, code: str, *, hint: str, level: Level = Level.ERROR
) -> Callable[[OverFault], OverFault]:
    """The rule on every fault of this kind."""

    def register(judge: OverFault) -> OverFault:
        if kind in CLAIMS:
            raise ValueError(f"two rules tell of the flaw {kind}")
        CLAIMS[kind] = _registered(code, hint, level, Scope.FAULT, judge)
        return judge

    return register


def on_document(
    code: str, *, hint: str, level: Level = Level.ERROR
) -> Callable[[OverDocument], OverDocument]:
    """A rule on one file of any kind, sound or not."""
    return _registering(code, hint, level, Scope.DOCUMENT)


def on_record(
    code: str, *, hint: str, level: Level = Level.ERROR
) -> Callable[[OverRecord], OverRecord]:
    """A rule on one record; it says nothing where a field that it asks for was not read."""
    return _registering(code, hint, level, Scope.RECORD)


def on_waivers(
    code: str, *, hint: str, level: Level = Level.ERROR
) -> Callable[[OverWaivers], OverWaivers]:
    """A rule on the waivers of one record, beside all that was found in it."""
    return _registering(code, hint, level, Scope.WAIVERS)


def on_collection(
    code: str, *, hint: str, level: Level = Level.ERROR
) -> Callable[[OverCollection], OverCollection]:
    """A rule on all records together."""
    return _registering(code, hint, level, Scope.COLLECTION)


def _registering(code: str, hint: str, level: Level, scope: Scope) -> Callable[[Any], Any]:
    def register(judge: Callable[..., Any]) -> Callable[..., Any]:
        _registered(code, hint, level, scope, judge)
        return judge

    return register


def _registered(
    code: str, hint: str, level: Level, scope: Scope, judge: Callable[..., Any]
) -> Rule:
    if code in RULES:
        raise ValueError(f"two rules have the code {code}")
    name = judge.__name__.replace("_", "-")
    RULES[code] = Rule(code, name, level, hint, scope, judge)
    return RULES[code]
