"""Texts in which each citation is marked with what it means: `«Standard 3(c)=3(c)»`."""

import re
from pathlib import Path

import yaml

from corpus.citations.finder import CitationFinder
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.parsing.front_matter import read_yaml
from corpus.parsing.parsed_file import parse_file
from corpus.paths import REPOSITORY, CorpusPaths
from factories import COMMISSION

_MARKED = re.compile("«(.*?)=([^=»]*)»", re.DOTALL)


def real_commission() -> Commission:
    """Return the Commission of this repository."""
    return _commission_in(CorpusPaths(REPOSITORY).standards)


def frozen_commission() -> Commission:
    """Return the Commission as the cases of the finder need it, whatever its clerks edit."""
    return _commission_in(REPOSITORY / "tests/citations")


def _commission_in(folder: Path) -> Commission:
    commission = parse_file(
        read_yaml(folder / "commission.yml", "commission.yml"), Commission
    ).value
    assert commission
    return commission


def harbor_commission() -> Commission:
    """Return the commission of the small fictional corpus."""
    return Commission.model_validate(yaml.safe_load(COMMISSION))


def opinions(ids: str) -> list[OpinionId]:
    """Return the opinions of `2003/05 2014/30`."""
    return list(filter(None, map(OpinionId.read, ids.split())))


def find(finder: CitationFinder, text: str, rule_set: str | None = None) -> list[tuple[str, str]]:
    """Return the words of each citation found, with what it means."""
    citations = finder.find(text, rule_set)
    return [(text[start:end], str(target)) for start, end, target in citations]


def rows(*tables: str) -> list[str]:
    """Return the lines of the tables."""
    return [line for table in tables for line in table.strip("\n").split("\n")]


def without_marks(row: str) -> str:
    """Return the text of a marked row."""
    return _MARKED.sub(r"\1", row)


def expected(row: str) -> list[tuple[str, str]]:
    """Return the marked words, each with what it means."""
    return [(match[1], match[2]) for match in _MARKED.finditer(row)]
