from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus.checks.runner import valid_corpus
from corpus.library.corpus import ValidCorpus
from corpus.library.loader import load
from corpus.model.opinion import DETAIL_FIELDS, Holding, OpinionId
from corpus.output.page import OutputTask, made
from corpus.build.contents import tasks_by_key, site_tasks
from corpus.paths import CorpusPaths
from corpus.library.record import Record
from corpus.pages import authorities, subjects, whole_collection
from devtools.fictional_collection import write_collection
from corpus.build.stage import stage
from corpus.text.approved_text import ApprovedText

SOME = 40
"""Enough for every relation, status and topic of the specimen."""


def corpus_below(root: Path, size: int = 12) -> ValidCorpus:
    """A specimen that is written below `root`."""
    return reread(write_collection(size, root).root)


def reread(root: Path) -> ValidCorpus:
    corpus = valid_corpus(load(CorpusPaths(root)), ())
    assert corpus
    return corpus


def test_no_two_parts_make_the_same_file_or_have_one_name(tmp_path: Path) -> None:
    found = site_tasks(corpus_below(tmp_path))
    for told in (Counter(name for name, _ in made(found)), Counter(part.name for part in found)):
        assert [name for name, times in told.items() if times > 1] == []


def test_a_part_makes_the_same_files_again_and_without_the_others(tmp_path: Path) -> None:
    found = site_tasks(corpus_below(tmp_path))
    together = [dict(part.make()) for part in found]
    assert [dict(part.make()) for part in reversed(found)] == together[::-1]


def masked(record: Record) -> Record:
    """A record of which only its face can be read; all else is refused."""
    opinion = record.opinion
    names = (name for name in type(opinion).model_fields if name not in DETAIL_FIELDS)
    fields: dict[str, Any] = {name: getattr(opinion, name) for name in names}
    if opinion.is_held:
        ids: list[dict[str, Any]] = [{"id": one.id} for one in opinion.holdings]
        fields["holdings"] = tuple(Holding.model_construct(**one) for one in ids)
    text = ApprovedText.__new__(ApprovedText)
    return replace(record, opinion=type(opinion).model_construct(**fields), text=text)


@pytest.mark.parametrize("most", [3, 1000], ids=["split into years", "whole"])
def test_a_part_shows_only_the_faces_of_the_opinions_that_it_is_not_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Else a page would stay as it was when the opinion that it shows becomes another."""
    for module in (subjects, authorities):
        monkeypatch.setattr(module, "MOST_ROWS", most)
    monkeypatch.setattr(whole_collection, "_MOST_TEXTS", most)
    corpus = corpus_below(tmp_path, SOME)

    @cache
    def behind_masks(about: frozenset[OpinionId]) -> dict[str, OutputTask]:
        records = (one if one.id in about else masked(one) for one in corpus.records)
        shown = replace(corpus, records=tuple(records))
        return {part.name: part for part in site_tasks(shown)}

    for part in site_tasks(corpus):
        about = frozenset(record.id for record in part.about)
        assert dict(behind_masks(about)[part.name].make()) == dict(part.make()), part.name


CHANGES = {
    "title": ("title: On", "title: Of"),
    "summary": ("summary: ", "summary: Indeed "),
    "question": ('question: "May', 'question: "Could'),
    "holding": ("text: ", "text: Yes. "),
    "topics": ("topics: [", "topics: [topic-2, "),
    "citation": ("rules: [", 'aliases: [x]\nrules: ["Pier 3", '),
    "day": ("approved: 1996-02-2", "approved: 1996-02-1"),
    "relation": ("rules: [", "opinions: [{cites: 1996/04, effect: supersedes}]\nrules: ["),
    "withdrawal": ("rules: [", "withdrawn: {on: 2001-01-01, reason: No.}\nrules: ["),
    "correction": ("rules: [", "corrections: [{on: 2001-01-01, what: A word.}]\nrules: ["),
    "words": ("\n## Opinion\n", "\n## Opinion\n\nMore words.\n"),
}


@pytest.mark.parametrize(("old", "new"), CHANGES.values(), ids=CHANGES)
def test_after_any_change_the_folder_is_as_if_it_had_been_staged_from_nothing(
    tmp_path: Path, old: str, new: str
) -> None:
    root = tmp_path / "corpus"
    stage(tasks_by_key(corpus_below(root)), tmp_path / "staged")
    path = root / "opinions/1996/05.md"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new, 1))
    parts_now = tasks_by_key(reread(root))
    stage(parts_now, tmp_path / "staged")
    stage(parts_now, tmp_path / "fresh")
    assert held(tmp_path / "staged") == held(tmp_path / "fresh")


def test_a_change_of_words_makes_few_parts_again_and_a_change_of_the_frame_all(
    tmp_path: Path,
) -> None:
    before = tasks_by_key(corpus_below(tmp_path, SOME))
    path = next(tmp_path.glob("opinions/*/05.md"))
    path.write_text(path.read_text().replace("\nsummary: ", "\nsummary: Indeed "))
    after = tasks_by_key(reread(tmp_path))
    again = {part.name for key, part in after.items() if key not in before}
    assert "opinions/1996/05/" in again
    assert "data" in again
    assert not {"opinions/1996/04/", "authorities/", "redirects"} & again
    commission = tmp_path / "standards/commission.yml"
    commission.write_text(commission.read_text() + "# another\n")
    assert not {*tasks_by_key(reread(tmp_path))} & {*after}


def held(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}
