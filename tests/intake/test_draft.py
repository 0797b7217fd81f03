"""Documents of many layouts become drafts in which no word is lost."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.checks.runner import check
from corpus.intake.document import RefusedError, SourceDocument, TextBlock, TextRun
from corpus.intake.draft import make_drafts
from corpus.intake.outcome import Outcome
from corpus.intake.reader import read_document
from corpus.intake.remarks import Remark, RemarkKind
from corpus.intake.report import report
from corpus.library.loader import load_without_records
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.paths import REPOSITORY, CorpusPaths
from corpus.text.blocks import Role
from factories import COMMISSION, read_corpus
from intake import sample_documents
from intake.sample_documents import (
    BOARD,
    DOCUMENTS,
    TITLE,
    TODAY,
    body_of,
    draft_from,
    drafts_from,
    record_of,
    save,
)

SOURCE = REPOSITORY / "opinions/sources/2003/05.txt"


@pytest.mark.parametrize("layout", sample_documents.LAYOUTS, ids=lambda layout: layout.__name__)
def test_no_word_of_a_word_document_is_lost(tmp_path: Path, layout: Callable[[], object]) -> None:
    draft = draft_from(save(tmp_path, layout))
    assert draft.differences == ()
    assert draft.id == OpinionId(2004, 9)
    assert body_of(draft).startswith(f"# {TITLE}\n\n")
    assert "approved: 2004-05-06\n" in record_of(draft)


@pytest.mark.parametrize(
    "name", ["memo.docx", "memo.pdf", "numbered.pdf", "running.pdf", "styled.pdf", "typed.pdf"]
)
def test_no_word_of_a_document_from_libreoffice_is_lost(name: str) -> None:
    draft = draft_from(DOCUMENTS / name)
    assert draft.differences == ()
    assert draft.id == OpinionId(2004, 9)
    assert "(Approved by the Board on May 6, 2004.)\n" in body_of(draft).replace("**", "")


@pytest.mark.parametrize("name", ["typed", "numbered", "running"])
def test_a_pdf_gives_the_text_of_the_word_document_it_was_made_from(
    tmp_path: Path, name: str
) -> None:
    word = save(tmp_path, getattr(sample_documents, name))
    assert body_of(draft_from(word)) == body_of(draft_from(DOCUMENTS / f"{name}.pdf"))


@pytest.mark.parametrize("document", [SOURCE, *DOCUMENTS.glob("opinion-05-2003.*")], ids=str)
def test_the_first_opinion_comes_out_as_its_record(document: Path) -> None:
    corpus = load_without_records(CorpusPaths(REPOSITORY))
    assert corpus.references
    commission = corpus.references.commission
    source, _ = read_document(document, commission)
    (draft,) = make_drafts(source, corpus.filed_ids, commission, TODAY).drafts
    record = (REPOSITORY / "opinions/2003/05.md").read_text(encoding="utf-8")
    assert body_of(draft) == record.split("---\n", 2)[2].strip()
    assert draft.differences == ()
    assert draft.id == OpinionId(2003, 5)


def test_citations_and_questions_are_proposed(tmp_path: Path) -> None:
    draft = draft_from(save(tmp_path, sample_documents.typed))
    assert 'standards: ["3(c)"]\nstatutes: ["7A-38.2(b)"]\n' in record_of(draft)
    assert (
        "  - id: 1\n    question: >-\n      May she tell what was said?\n    at: [2]\n"
        in record_of(draft)
    )
    assert "  - id: 3\n    answers: 3\n    text:\n" in record_of(draft)


def test_the_draft_lacks_only_what_a_person_must_write(tmp_path: Path) -> None:
    draft = draft_from(save(tmp_path, sample_documents.typed))
    findings = check(
        read_corpus(tmp_path / "corpus", {f"opinions/{draft.id}.md": record_of(draft)})
    )
    assert {finding.code for finding in findings} <= {"OP104", "OP107", "OP108", "OP316"}
    assert findings


def test_a_heading_below_a_letterhead_is_found(tmp_path: Path) -> None:
    path = tmp_path / "memo.txt"
    letterhead = "HARBOR BOARD OF MEDIATION\n\nTo all mediators\n\n1) Date: May 6, 2004\n\n"
    approval = "(Approved by the Board on May 6, 2004.)"
    path.write_text(f"{letterhead}{TITLE}\n\n{approval}\n\nMay it?\n\nIt may.\n", encoding="utf-8")
    drafts = drafts_from(path)
    (draft,) = drafts.drafts
    assert draft.id == OpinionId(2004, 9)
    assert body_of(draft) == f"# {TITLE}\n\n{approval}\n\nMay it?\n\nIt may."
    assert "approved: 2004-05-06\n" in record_of(draft)
    (left_out,) = drafts.left_out
    assert left_out.passages == (
        "line 1: `HARBOR BOARD OF MEDIATION`",
        "line 3: `To all mediators`",
        "line 5: `1) Date: May 6, 2004`",
    )
    assert draft.differences == ()


def test_dots_before_a_page_number_are_not_repeated(tmp_path: Path) -> None:
    path = tmp_path / "memo.txt"
    path.write_text(f"Contents{' .' * 90} 2\n\n{TITLE}\n\nIt may.\n", encoding="utf-8")
    (left_out,) = drafts_from(path).left_out
    assert left_out.passages == ("line 1: `Contents … 2`",)


def test_a_remark_names_the_paragraph_by_its_number_in_the_draft(tmp_path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Harbor Board"
    for text in ("All opinions", TITLE, "(Approved by the Board on May 6, 2004.)"):
        document.add_paragraph(text)
    heading = document.add_heading("Facts", 2)
    heading.add_run(" omitted").font.strike = True
    document.add_paragraph("It may.")
    document.add_paragraph("It must.").add_run(" Or not.").font.hidden = True
    path = tmp_path / "memo.docx"
    document.save(str(path))
    (draft,) = drafts_from(path).drafts
    named = [remark.rpartition(". (")[2] for remark in draft.remarks]
    assert named == ["`Harbor Board`)", "the line `Facts`: `omitted`)", "paragraph 2: 2 words)"]


def test_a_text_without_a_number_is_filed_as_the_next_one_and_its_number_is_empty(
    tmp_path: Path,
) -> None:
    path = tmp_path / "memo.txt"
    path.write_text("A mediator may tell.\n", encoding="utf-8")
    draft = draft_from(path)
    assert draft.id == OpinionId(2020, 1)
    assert yaml.safe_load(draft.record({}).split("---")[1])["number"] is None
    assert any("so `number` is empty" in decision for decision in draft.decisions)
    assert any("date of approval" in decision for decision in draft.decisions)


def test_a_running_number_that_another_year_has_is_named(tmp_path: Path) -> None:
    path = tmp_path / "memo.txt"
    path.write_text(f"{TITLE}\n\nA mediator may tell.\n", encoding="utf-8")
    document, _ = read_document(path, BOARD)
    running = Commission.model_validate({**yaml.safe_load(COMMISSION), "first_number": 5})
    for year, commission, same in (
        (2003, running, True),
        (2004, running, False),
        (2003, BOARD, False),
    ):
        result = make_drafts(document, {OpinionId(year, 9)}, commission, TODAY)
        (draft,) = result.drafts
        printed = report([Outcome(draft), Outcome(draft)], result, "memo.txt")
        sentence = f"opinion {year}/09 has the same number, and these numbers run on"
        assert (sentence in printed) == same


@pytest.mark.parametrize(("keys", "is_named"), [({"first_number": 5}, True), ({}, False)])
def test_two_drafts_of_one_volume_with_one_running_number_are_both_kept_and_named(
    keys: dict[str, int], *, is_named: bool
) -> None:
    texts = [TITLE, "She may.", TITLE.replace("2004", "2005"), "She must."]
    blocks = tuple(TextBlock(Role.PARAGRAPH, (TextRun(text),)) for text in texts)
    commission = Commission.model_validate({**yaml.safe_load(COMMISSION), **keys})
    drafts = make_drafts(SourceDocument(blocks, None), set(), commission, TODAY).drafts
    ids = [OpinionId(2004, 9), OpinionId(2005, 9)]
    assert [draft.id for draft in drafts] == ids
    assert [draft.same_number for draft in drafts] == (ids[::-1] if is_named else [None, None])


def test_a_remark_on_every_draft_of_a_volume_stands_once() -> None:
    texts = [TITLE, "She may.", TITLE.replace("09", "10"), "She must."]
    blocks = tuple(TextBlock(Role.PARAGRAPH, (TextRun(text),)) for text in texts)
    remarks = (Remark(RemarkKind.CONVERTED),)
    document = SourceDocument(blocks, "\n".join(texts), remarks=remarks)
    result = make_drafts(document, set(), BOARD, TODAY)
    outcomes = [Outcome(draft, f"{draft.id.number}.md") for draft in result.drafts]
    in_every_draft = report(outcomes, result, "memo.doc").split("## To decide in every draft")[1]
    assert in_every_draft.count(RemarkKind.CONVERTED.value) == 1
    assert RemarkKind.CONVERTED.value in in_every_draft.split("## Opinion")[0]
    assert "nothing else needs checking" not in in_every_draft


@pytest.mark.parametrize("is_pdf", [True, False])
@pytest.mark.parametrize("opinions", [1, 2])
def test_a_report_promises_of_a_pdf_only_what_programs_read_in_it(
    opinions: int, *, is_pdf: bool
) -> None:
    texts = [TITLE, "She may.", TITLE.replace("09", "10"), "She must."][: 2 * opinions]
    blocks = tuple(TextBlock(Role.PARAGRAPH, (TextRun(text),)) for text in texts)
    document = SourceDocument(blocks, "\n".join(texts), is_pdf=is_pdf)
    result = make_drafts(document, set(), BOARD, TODAY)
    outcomes = [Outcome(draft, f"{draft.id.number}.md") for draft in result.drafts]
    told = report(outcomes, result, "memo")
    assert told.count("A PDF file can show other letters") == is_pdf
    assert told.count("as two programs read it, is in the draft.") == is_pdf * opinions
    assert told.count("nothing else needs checking") == (not is_pdf) * opinions


def test_an_opinion_that_is_too_long_for_a_record_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "memo.txt"
    path.write_bytes(b"many words " * 30_000)
    with pytest.raises(RefusedError, match="a record can hold"):
        draft_from(path)


@settings(max_examples=60)
@given(st.sampled_from([".txt", ".pdf", ".docx"]), st.binary(max_size=400))
def test_any_bytes_become_a_draft_or_are_refused(
    tmp_path_factory: pytest.TempPathFactory, ending: str, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / f"memo{ending}"
    start = {".pdf": b"%PDF-1.4\n", ".docx": b"PK\x03\x04", ".txt": b""}[ending]
    path.write_bytes(start + data)
    with suppress(RefusedError):
        assert drafts_from(path).drafts


@pytest.mark.parametrize(
    ("line", "year"),
    [("A mediator may tell.", None), ("(Adopted and issued on May 6, 2004.)", 2004)],
)
def test_a_year_that_no_line_gives_stays_empty(tmp_path: Path, line: str, year: int | None) -> None:
    path = tmp_path / "memo.txt"
    path.write_text(f"Harbor\n\n{line}\n\nA mediator may tell.\n", encoding="utf-8")
    draft = draft_from(path)
    assert (f"year: {year}" in record_of(draft)) == (year is not None)
    assert ("year:" in record_of(draft)) == (year is not None)
    assert any("No line gives the year" in words for words in draft.decisions) == (year is None)


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("DRAFT", {"stage"}),
        ("*** DRAFT FOR COMMENT ***", {"stage"}),
        ("Proposed draft opinion", {"stage"}),
        ("Draft of May 6, 2004, not adopted", {"stage"}),
        ("Draft agreements and their signing", {"approved"}),
        ("NOTE: The draft was not adopted.", {"approved"}),
    ],
)
def test_a_document_that_says_that_it_is_a_draft_has_its_stage(
    tmp_path: Path, line: str, fields: set[str]
) -> None:
    path = tmp_path / "memo.txt"
    path.write_text(f"{line}\n\n{TITLE}\n\nMay it?\n\nIt may.\n", encoding="utf-8")
    drafts = drafts_from(path)
    (draft,) = drafts.drafts
    record = yaml.safe_load(record_of(draft).split("---")[1])
    assert record.keys() & {"stage", "approved"} == fields
    assert ("`stage: draft`" in str(draft.decisions)) == (fields == {"stage"})
    told = report([Outcome(draft, "opinions/2004/09.md")], drafts, "memo.txt")
    assert "type it below the number" in told
