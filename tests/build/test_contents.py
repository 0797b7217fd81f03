"""Tasks make the same files again, from only the data that they declare."""

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus.build.contents import page_tasks_by_key, site_tasks
from corpus.checks.runner import valid_corpus
from corpus.library.corpus import ValidCorpus
from corpus.library.loader import load
from corpus.library.record import Record
from corpus.model.opinion import DETAIL_FIELDS
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_parts import Holding
from corpus.output.task import OutputTask, files_of
from corpus.pages.page_tasks import DEFAULT_LIMITS, PageLimits
from corpus.paths import CorpusPaths
from corpus.text.approved_text import ApprovedText
from devtools.fictional_collection import write_collection

SOME = 40
"""Enough opinions for every relation, status and topic of the fictional collection."""


def write_valid(root: Path, size: int = 12) -> ValidCorpus:
    return read_valid(write_collection(size, root).root)


def read_valid(root: Path) -> ValidCorpus:
    corpus = valid_corpus(load(CorpusPaths(root)), ())
    assert corpus
    return corpus


def test_no_two_tasks_make_the_same_file_or_have_the_same_name(tmp_path: Path) -> None:
    tasks = list(site_tasks(write_valid(tmp_path)))
    paths, names = (path for path, _ in files_of(tasks)), (task.name for task in tasks)
    for counts in (Counter(paths), Counter(names)):
        assert [name for name, count in counts.items() if count > 1] == []


def test_a_task_makes_the_same_files_again_and_without_the_others(tmp_path: Path) -> None:
    tasks = list(site_tasks(write_valid(tmp_path)))
    files = [dict(task.make()) for task in tasks]
    assert [dict(task.make()) for task in reversed(tasks)] == files[::-1]


def masked(record: Record) -> Record:
    """A record that raises when anything but its shared fields is read."""
    opinion = record.opinion
    names = (name for name in type(opinion).model_fields if name not in DETAIL_FIELDS)
    fields: dict[str, Any] = {name: getattr(opinion, name) for name in names}
    if opinion.has_text:
        places: list[dict[str, Any]] = [
            {"id": holding.id, "at": holding.at} for holding in opinion.holdings
        ]
        fields["holdings"] = tuple(Holding.model_construct(**values) for values in places)
    text = ApprovedText.__new__(ApprovedText)
    return replace(record, opinion=type(opinion).model_construct(**fields), text=text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "limits",
    [PageLimits(list_rows=3, texts_to_print=3), DEFAULT_LIMITS],
    ids=["split by year", "whole"],
)
def test_a_task_reads_only_shared_fields_of_records_that_it_does_not_name(
    tmp_path: Path, limits: PageLimits
) -> None:
    """Otherwise a page would not be made again when an opinion that it shows changes."""
    corpus = write_valid(tmp_path, SOME)

    @cache
    def with_shared_fields_only(named: frozenset[OpinionId]) -> dict[str, OutputTask]:
        records = (record if record.id in named else masked(record) for record in corpus.records)
        shown = replace(corpus, records=tuple(records))
        return {task.name: task for task in site_tasks(shown, limits)}

    for task in site_tasks(corpus, limits):
        named = frozenset(record.id for record in task.records)
        assert dict(with_shared_fields_only(named)[task.name].make()) == dict(task.make()), (
            task.name
        )


CHANGES = {
    "title": ("title: On", "title: Of"),
    "summary": ("summary: ", "summary: Indeed "),
    "question": ('question: "May', 'question: "Could'),
    "holding": ("text: ", "text: Yes. "),
    "topics": ("topics: [", "topics: [topic-2, "),
    "citation": ("rules: [", 'aliases: [x]\nrules: ["Pier 3", '),
    "day": ("approved: 1996-02-2", "approved: 1996-02-1"),
    "relation": ("rules: [", "opinions: [{cites: 1996/04, effect: supersedes}]\nrules: ["),
    "withdrawal": ("rules: [", "withdrawn: {on: 2001-01-01, reason: It was taken back.}\nrules: ["),
    "correction": (
        "rules: [",
        "corrections: [{on: 2001-01-01, what: A word was corrected.}]\nrules: [",
    ),
    "words": ("\n## Opinion\n", "\n## Opinion\n\nMore words.\n"),
}


@pytest.fixture(scope="module")
def pages_before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """The pages of a collection by their keys."""
    tasks = page_tasks_by_key(write_valid(tmp_path_factory.mktemp("before")))
    return {key: dict(task.make()) for key, task in tasks.items()}


@pytest.mark.slow
@pytest.mark.parametrize(("old", "new"), CHANGES.values(), ids=CHANGES)
def test_after_any_change_a_page_with_the_same_key_is_the_same(
    pages_before: dict[str, dict[str, str]], tmp_path: Path, old: str, new: str
) -> None:
    root = write_collection(12, tmp_path).root
    path = root / "opinions/1996/05.md"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new, 1))
    for key, task in page_tasks_by_key(read_valid(root)).items():
        assert pages_before.get(key) in (None, dict(task.make())), task.name


def test_a_change_of_one_summary_remakes_few_pages_and_a_change_of_the_commission_all(
    tmp_path: Path,
) -> None:
    before = page_tasks_by_key(write_valid(tmp_path, SOME))
    path = next(tmp_path.glob("opinions/*/05.md"))
    path.write_text(path.read_text().replace("\nsummary: ", "\nsummary: Indeed "))
    after = page_tasks_by_key(read_valid(tmp_path))
    again = {task.name for key, task in after.items() if key not in before}
    assert "opinions/1996/05/" in again
    assert "questions/" in again
    assert not {"opinions/1996/04/", "authorities/"} & again
    commission = tmp_path / "standards/commission.yml"
    commission.write_text(commission.read_text() + "# another\n")
    assert not {*page_tasks_by_key(read_valid(tmp_path))} & {*after}


def test_the_site_map_lists_every_page(tmp_path: Path) -> None:
    files = dict(files_of(site_tasks(write_valid(tmp_path))))
    locations = files["sitemap.xml"].count("<url><loc>https://council.example.org/opinions/")
    assert locations == sum(path.endswith(".md") for path in files)
