"""A clerk whose body cites other kinds of authority than the small corpus."""

from pathlib import Path

from bodies import FEDERAL
from clerks import DOCUMENT, at_desk
from factories import COMMISSION, Files

WITHOUT_ONE: Files = {**FEDERAL.corpus, "standards/regulations/11-109.20.md": None}


def test_what_the_text_cites_is_ticked_in_the_field_of_its_kind(tmp_path: Path) -> None:
    with at_desk(tmp_path, FEDERAL.corpus) as clerk:
        state = clerk.state("2003-05")
        assert state["lists"] == {"statute": "statutes", "regulation": "regulations"}
        cited = {entry["id"]: entry["name"] for entry in state["citations"]}
        assert cited["11-100.52(a)"] == "11 CFR 100.52(a)"
        clerk.change("2003-05", regulations=["11-109.20"])
        problems = clerk.state("2003-05")["problems"]
        assert any("11 CFR 100.52(a)" in problem["message"] for problem in problems)


def test_an_authority_that_is_missing_is_added_to_the_folder_of_its_kind(tmp_path: Path) -> None:
    with at_desk(tmp_path, WITHOUT_ONE) as clerk:
        missing = {"kind": "regulation", "id": "11-109.20", "name": "11 CFR 109.20"}
        usual = [{"title": "Minutes of the Board", "url": ""}]
        assert clerk.state("2003-05")["unheld"] == [{**missing, "sources": usual}]
        sent = {**missing, "title": "Coordination", "source_title": "Minutes"}
        assert clerk.client.post("/authorities", json={**sent, "id": "109.20"}).status_code == 422
        assert clerk.client.post("/authorities", json=sent).status_code == 200
        assert (tmp_path / "standards/regulations/11-109.20.md").is_file()
        assert clerk.state("2003-05")["unheld"] == []


def test_the_form_for_a_change_of_the_law_names_the_kinds_of_the_body(tmp_path: Path) -> None:
    with at_desk(tmp_path, FEDERAL.corpus) as clerk:
        form = clerk.client.get("/law").text
        assert "52 U.S.C. § 30101" in form
        assert "such as 1-2(c);" in form


def test_the_pages_of_the_desk_have_the_words_of_the_body(tmp_path: Path) -> None:
    words = (
        "words: {opinion: ruling, question: inquiry, questions: inquiries,"
        " answer: reply, answers: replies}\n"
    )
    with at_desk(tmp_path, {"standards/commission.yml": COMMISSION + words}) as clerk:
        assert "paragraphs of the replies" in clerk.drop(DOCUMENT)
        first, work, law = (clerk.client.get(url).text for url in ("/", "/work/2003-05/", "/law"))
    assert "Add rulings" in first
    assert 'data-question="inquiry" data-answer="reply"' in work
    for label in ("Ask this as an inquiry", "Add an inquiry", "Add a reply", "This reply relies"):
        assert label in work
    assert "The page of every ruling that cites it" in law
