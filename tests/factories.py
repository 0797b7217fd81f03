"""A small fictional corpus, and functions that write it with changes."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

import yaml

from corpus.analysis.index import CorpusIndex, build_index
from corpus.checks.report import as_text
from corpus.checks.runner import check, valid_corpus
from corpus.library.corpus import Corpus, ValidCorpus
from corpus.library.loader import load
from corpus.model.commission import Commission
from corpus.paths import CorpusPaths
from devtools.fictional_collection import write_collection

Files: TypeAlias = Mapping[str, str | bytes | None]
"""The content of files by their path below the root; None means that there is no file."""

COMMISSION = """\
name: Harbor Board of Mediation
short_name: Harbor Board
opinion: Advisory Opinion
opinion_short: AO
heading_lines: ["Opinion Number {number} ({year})"]
approval_lines: ["(Approved by the Board on {date}.)"]
date_format: "%B %d, %Y"
authorities:
  standard:
    title: Standards of Conduct
    label: "Standard {id}"
    numerals: roman
    case_of_parts: lower
    in_records: always
    cited_as: [Standard]
  statute:
    title: Statutes
    label: "Harbor Stat. § {id}"
    numbering: code
    case_of_parts: lower
    in_records: always
    example: 7A-38.2(b)
    cited_as: [Harbor Stat.]
  rule: {title: Rules, label: "{id} Rule", cited_as: [Rule], sets: {PR: [Pier Rule, PR Rule]}}
opinions: {cited_as: [Advisory Opinion, AO], numbered: ["{number} ({year})", "{yy}-{number}"]}
citation: {author: Harbor Bd., title: Advisory Op.}
source: {title: Minutes of the Board}
"""

TOPICS = """\
confidentiality: {title: Confidentiality, about: What may be told.}
fees: {title: Fees, about: What may be asked.}
"""

PROGRAMS = """\
superior-court: {title: Superior court, source: {title: Minutes of the Board}}
"""

STANDARD = """\
---
id: 3
title: Confidentiality
roman: III
source: {title: Minutes of the Board}
editions:
  - {effective: 2020-03-01, event: Renumbered, provisions: ["3(c)"], source: {title: Minutes}}
---
"""

STATUTE = """\
---
id: 7A-38.2
about: Mediators
source: {title: Minutes of the Board}
---
"""

REWORDED_STATUTE = """\
---
id: 7A-38.2
about: Mediators
source: {title: Minutes of the Board}
editions: [{after: 2003-11-07, verb: reworded, event: Reworded, source: {title: Minutes}}]
---
"""
"""The statute with a change whose day is not known."""

RECORD = """\
---
number: 05
year: 2003
title: Naming a speaker
approved: 2003-11-07
topics: [confidentiality]
programs: [superior-court]
summary: A party asked who said it. The mediator may tell.
issues:
  - {id: 1, question: May it?, at: [1]}
holdings:
  - {id: 1, answers: 1, text: It may., at: [2], cites: ["3(c)"]}
standards: ["3(c)"]
statutes: []
source: {title: Minutes of the Board}
---

# Opinion Number 05 (2003)

(Approved by the Board on November 7, 2003.)

May it?

It may (see Standard 3(c)).
"""

VALID_FILES = {
    "standards/commission.yml": COMMISSION,
    "opinions/topics.yml": TOPICS,
    "opinions/programs.yml": PROGRAMS,
    "standards/3.md": STANDARD,
    "standards/statutes/7A-38.2.md": STATUTE,
    "opinions/2003/05.md": RECORD,
}
"""The files of a corpus without findings."""

STANDARD_KIND, STATUTE_KIND, RULE_KIND = Commission.model_validate(yaml.safe_load(COMMISSION)).kinds
"""The kinds of authority of the small corpus."""

UNCHANGED_LAW = {"standards/3.md": STANDARD[: STANDARD.index("editions")] + "---\n"}
"""The Standard that opinion 5 cites, without the change of 2020."""

_FIELD = re.compile(r"^(\w+):.*\n(?:[ -].*\n)*", re.MULTILINE)


def with_fields(text: str, fields: str) -> str:
    """Return YAML in which these fields replace those of the same name."""
    fields = fields and fields.rstrip("\n") + "\n"
    names = {match[1] for match in _FIELD.finditer(fields)}
    others = (match[0] for match in _FIELD.finditer(text) if match[1] not in names)
    return "".join(others) + fields


def record_text(fields: str = "", body: str | None = None) -> str:
    """Return `RECORD` with these fields and this body instead of its own."""
    _, front, text = RECORD.split("---\n", 2)
    return f"---\n{with_fields(front, fields)}---\n{text if body is None else body}"


def standard_text(fields: str) -> str:
    """Return `STANDARD` with these fields instead of its own."""
    _, front, _ = STANDARD.split("---\n")
    return f"---\n{with_fields(front, fields)}---\n"


def write_corpus(root: Path, files: Files = MappingProxyType({})) -> CorpusPaths:
    """Write `VALID_FILES` with these changes below `root`."""
    for name, text in {**VALID_FILES, **files}.items():
        if text is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return CorpusPaths(root)


def read_corpus(root: Path, files: Files = MappingProxyType({})) -> Corpus:
    """Write a corpus and load it."""
    return load(write_corpus(root, files))


def read_valid_corpus(root: Path, files: Files = MappingProxyType({})) -> ValidCorpus:
    """Write a corpus that has no errors, and load it."""
    return _valid(read_corpus(root, files))


def read_collection(size: int, root: Path) -> ValidCorpus:
    """Write a fictional collection with this many opinions, and load it."""
    return _valid(load(write_collection(size, root)))


def _valid(corpus: Corpus) -> ValidCorpus:
    findings = check(corpus)
    valid = valid_corpus(corpus, findings)
    assert valid, as_text(findings)
    return valid


def index_of(corpus: Corpus | ValidCorpus) -> CorpusIndex:
    """Return the index over the records of a corpus."""
    assert corpus.references
    seals = corpus.seals if isinstance(corpus, ValidCorpus) else corpus.seals.values()
    return build_index(corpus.references, corpus.records, seals)


def catalog_record(number: int, year: int, fields: str = "") -> str:
    """Return a catalog record of this opinion, with more fields."""
    fields = fields and fields.rstrip("\n") + "\n"
    front = f"number: {number}\nyear: {year}\ntitle: Opinion {number}\ntext: elsewhere\n{fields}"
    return f'---\n{front}source: {{url: "https://board.example.org/{number}"}}\n---\n'


def full_record(number: int, year: int, fields: str = "", text: str = "It may.") -> str:
    """Return a full record of this opinion with one question, one answer and this text."""
    front = f"number: {number}\nyear: {year}\napproved: {year}-06-01\ntitle: Opinion {number}\n"
    holdings = "holdings:\n  - {id: 1, answers: 1, text: It may., at: [2]}\n"
    body = f"\n# Opinion Number {number:02} ({year})\n\nMay it?\n\n{text}\n"
    return record_text(with_fields(f"{front}{holdings}standards: []\n", fields), body)


def page_text(body: str, title: str = "A page") -> str:
    """Return the text of a hand-written page."""
    return f"---\ntitle: {title}\ndescription: What it has.\n---\n\n{body}\n"


ATTACK = """\"><img src=x onerror=alert(1)>'{{ 7*7 }}{% x %}&lt;b&gt;</title></p>"""
"""A text that tries to end attributes, elements and strings, and to run code."""


def _attacked_files() -> dict[str, str]:
    quoted = ATTACK.replace('"', '\\"')
    fields = (
        f'title: "{quoted}"\nsummary: "{quoted}"\nsource: {{title: "{quoted}"}}\n'
        f'issues:\n  - {{id: 1, question: "{quoted}", at: [1]}}\n'
        f'holdings:\n  - {{id: 1, answers: 1, text: "{quoted}", at: [2], cites: ["3(c)"]}}\n'
    )
    attack = r"\"' onclick=x {{ 7*7 }} {: onclick=x } & < > \* `code` [a](javascript:x) &lt;b&gt;"
    body = (
        "\n# Opinion Number 05 (2003)\n\n"
        f"## {attack}\n\n{attack}\n\n1) **{attack}** *{attack}*\n\n> {attack} (see Standard 3(c))\n"
    )
    title = f'{{title: "{quoted}", about: "{quoted}"}}'
    source = f'{{title: "{quoted}", url: "https://board.example.org/?a=b&c"}}'
    return {
        "opinions/2003/05.md": record_text(fields, body),
        "opinions/topics.yml": f"confidentiality: {title}\n",
        "opinions/programs.yml": f'superior-court: {{title: "{quoted}", source: {source}}}\n',
        "standards/3.md": (
            f'---\nid: 3\ntitle: "{quoted}"\nroman: "{quoted}"\nsource: {source}\n---\n'
        ),
    }


ATTACKED_FILES = _attacked_files()
"""The files of a corpus without errors in which every text for readers is an attack."""
