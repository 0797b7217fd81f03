"""Corpora of bodies with other kinds of authority."""

import pickle
from pathlib import Path

import pytest

from bodies import BAR, BODIES, FEDERAL, Body
from corpus.checks.report import as_text
from corpus.checks.runner import check
from corpus.library.loader import load
from factories import read_corpus, read_valid_corpus, write_corpus


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_record_lists_what_its_text_cites(tmp_path: Path, body: Body) -> None:
    corpus = read_valid_corpus(tmp_path, body.corpus)
    assert as_text(check(load(write_corpus(tmp_path, body.corpus)))).startswith("0 errors")
    (record,) = corpus.records
    assert {citation.url for citation in record.opinion.cited} >= set(body.pages)


def test_a_file_whose_id_no_authority_of_its_kind_can_have_is_a_finding(tmp_path: Path) -> None:
    files = {"standards/rules/1.7.md": "---\nid: 1.7\ntitle: A\nsource: {title: B}\n---\n"}
    report = as_text(check(read_corpus(tmp_path, {**BAR.corpus, **files})))
    assert "standards/rules/1.7.md:2:5: error OP110 `1.7` cannot be the ID of a rule" in report
    assert "such as `1-2.3(c)`" in report


def test_a_folder_that_belongs_to_no_kind_is_a_finding(tmp_path: Path) -> None:
    files = {"standards/canons/3.md": "---\nid: 3\ntitle: A\nsource: {title: B}\n---\n"}
    report = as_text(check(read_corpus(tmp_path, {**BAR.corpus, **files})))
    assert "standards/canons/3.md:1:1: error OP404" in report


def test_a_wrong_citation_is_explained_with_an_example_of_its_kind(tmp_path: Path) -> None:
    record = str(FEDERAL.corpus["opinions/2003/05.md"]).replace('"52-30102"', '"§ 30102"')
    report = as_text(
        check(read_corpus(tmp_path, {**FEDERAL.corpus, "opinions/2003/05.md": record}))
    )
    assert "`§ 30102` is not a statute in the form `1-2(c)`" in report


def test_settings_that_cannot_be_read_are_the_only_finding(tmp_path: Path) -> None:
    settings = FEDERAL.settings.replace("{title}-{section}", "{title}/{section}")
    files = {**FEDERAL.corpus, "standards/commission.yml": settings}
    (finding,) = check(read_corpus(tmp_path, files))
    assert (finding.code, finding.location.path) == ("OP119", "standards/commission.yml")
    assert finding.location.line == settings[: settings.index("{title}/")].count("\n") + 1


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_records_and_authorities_can_be_sent_to_another_process(tmp_path: Path, body: Body) -> None:
    corpus = read_valid_corpus(tmp_path, body.corpus)
    opinion = corpus.records[0].opinion
    authorities = dict(corpus.references.authorities)
    assert pickle.loads(pickle.dumps(opinion)) == opinion  # noqa: S301 - our own bytes
    assert pickle.loads(pickle.dumps(authorities)) == authorities  # noqa: S301 - our own bytes
