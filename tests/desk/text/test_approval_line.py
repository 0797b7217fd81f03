"""A clerk says which line is the approval line, and leaves out what is not part of the text."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from httpx2 import Response

from clerks import DOCUMENT, FINISHED, Clerk, at_desk, sit_down
from factories import record_text

KEY, OTHER = "2024-06", "2024-07"
LINE = "Adopted by the Commission this 8th day of November, 2024"
NO_DAY = (
    "The desk cannot read one day in this line. Type the date of approval in the form, as the line "
    "gives it."
)


def record(number: str, *paragraphs: str) -> str:
    """An opinion of 2024 with these paragraphs below its heading, the last but one its question."""
    asks, answers = len(paragraphs) - 1, len(paragraphs)
    fields = (
        f"number: {number}\nyear: 2024\napproved: 2024-11-09\n"
        f"issues: [{{id: 1, question: May it?, at: [{asks}]}}]\n"
        f"holdings: [{{id: 1, answers: 1, text: It may., at: [{answers}], cites: ['3(c)']}}]\n"
    )
    lines = [f"# Opinion Number {number} (2024)", *paragraphs]
    return record_text(fields, "\n" + "\n\n".join(lines) + "\n")


@contextmanager
def desk_with(root: Path, *paragraphs: str) -> Iterator[Clerk]:
    with at_desk(root, {"opinions/2024/06.md": record("06", *paragraphs)}) as clerk:
        yield clerk


def words(clerk: Clerk) -> list[str]:
    return [block["words"] for block in clerk.state(KEY)["blocks"]]


def send(clerk: Clerk, step: str, block: int, key: str = KEY) -> None:
    answer = clerk.client.post(f"/work/{key}/{step}", json=clerk.named(key, block))
    assert answer.status_code == 200, answer.text


def put_back(clerk: Clerk, words: str, line: int = 0) -> Response:
    sent = {"revision": clerk.state(KEY)["revision"], "line": line, "was": words}
    return clerk.client.post(f"/work/{KEY}/put-words-back", json=sent)


FORMS = [
    (LINE, "2024-11-08"),
    ("Adopted this 1st of March 2024.", "2024-03-01"),
    ("SO ADVISED, November 3rd, 2024", "2024-11-03"),
    ("Done on 7 May 2024", "2024-05-07"),
    ("*Approved by the Board at its meeting of May 6, 2024.*", "2024-05-06"),
]


@pytest.mark.parametrize(("line", "day"), FORMS)
@pytest.mark.parametrize("place", [1, 3])
def test_a_line_becomes_the_approval_line_in_its_place_whatever_its_form(
    tmp_path: Path, line: str, day: str, place: int
) -> None:
    lines = ["May it?", "It may (see Standard 3(c))."]
    lines.insert(place - 1, line)
    with desk_with(tmp_path, *lines) as clerk:
        before = words(clerk)
        settings = (clerk.paths.standards / "commission.yml").read_bytes()
        send(clerk, "approval-line", place)
        state = clerk.state(KEY)
        assert words(clerk) == before
        assert [block["isApproval"] for block in state["blocks"]].index(True) == place
        assert state["text"].count('class="paragraph-number"') == 2
        assert state["fields"]["approval_line"] == line.strip("*")
        assert state["fields"]["approved"] == day
        assert not {"OP203", "OP209", "OP213", "OP217"} & {p["code"] for p in state["problems"]}
        assert (clerk.paths.standards / "commission.yml").read_bytes() == settings


def test_a_line_at_the_end_in_a_known_form_is_one_where_it_stands(tmp_path: Path) -> None:
    line = "(Approved by the Board on May 6, 2024.)"
    with desk_with(tmp_path, "May it?", "It may (see Standard 3(c)).", line) as clerk:
        before = words(clerk)
        send(clerk, "approval-line", 3)
        state = clerk.state(KEY)
        assert words(clerk) == before
        shown = line.replace("May 6, 2024", '<span class="unbroken">May 6, 2024</span>')
        assert state["text"].endswith(f'<p class="approval">{shown}</p>')
        assert state["fields"]["approved"] == "2024-05-06"
        assert "approval_line" not in state["fields"]


def test_paragraph_numbers_follow_and_undo_brings_back_each_byte(tmp_path: Path) -> None:
    with desk_with(tmp_path, LINE, "May it?", "It may (see Standard 3(c)).") as clerk:
        clerk.change(KEY, title="Fees")
        fields = clerk.state(KEY)["fields"]
        clerk.step("save", KEY)
        file = clerk.paths.opinions / "2024/06.md"
        saved = file.read_bytes()
        send(clerk, "approval-line", 1)
        changed = clerk.state(KEY)["fields"]
        assert [changed[name][0]["at"] for name in ("issues", "holdings")] == [["1"], ["2"]]
        again = Clerk(sit_down(clerk.paths), clerk.paths)
        assert again.step("undo", KEY).json()["fields"] == fields
        again.step("save", KEY)
        assert file.read_bytes() == saved
        assert again.step("redo", KEY).json()["fields"] == changed


def test_another_opinion_with_a_line_in_the_same_form_stays_sealed_as_it_is(
    tmp_path: Path,
) -> None:
    texts = {
        f"opinions/2024/{number}.md": record(number, line, "May it?", "It may (see Standard 3(c)).")
        for number, line in (("06", "Ratified June 5, 2024"), ("07", "Ratified November 9, 2024"))
    }
    with at_desk(tmp_path, texts) as clerk:
        clerk.change(OTHER, title="Fees of others")
        clerk.step("save", OTHER)
        assert clerk.step("seal", OTHER).status_code == 200
        sealed, before = clerk.state(OTHER), files_below(clerk.paths.root)
        send(clerk, "approval-line", 1)
        clerk.step("save", KEY)
        assert clerk.state(OTHER) == sealed
        after = files_below(clerk.paths.root)
        assert {path for path in after if before[path] != after[path]} == {"opinions/2024/06.md"}
        assert clerk.step("seal", KEY).status_code == 200


def files_below(root: Path) -> dict[str, bytes]:
    """The files of the collection, without what the desk keeps for itself."""
    files = (file for file in root.rglob("*") if file.is_file())
    paths = {str(file.relative_to(root)): file.read_bytes() for file in files}
    return {path: data for path, data in paths.items() if not path.startswith("build/")}


@pytest.mark.parametrize("line", ["Adopted in autumn", "Issued May 5, 2024, valid May 9, 2024"])
def test_the_day_of_a_line_without_one_day_is_asked_for(tmp_path: Path, line: str) -> None:
    with desk_with(tmp_path, "May it?", "It may (see Standard 3(c)).", line) as clerk:
        sent = clerk.named(KEY, 3)
        answer = clerk.client.post(f"/work/{KEY}/approval-line", json=sent).json()
        assert answer["followed"][0] == NO_DAY
        assert answer["fields"]["approved"] == "2024-11-09"
        assert answer["blocks"][3]["isApproval"]


@pytest.mark.parametrize(
    ("position", "line", "words"),
    [
        (0, LINE, "This is the line with the number"),
        (3, f"- {LINE}", "begins with the mark of a list"),
    ],
)
def test_a_line_that_cannot_be_the_approval_line_says_why(
    tmp_path: Path, position: int, line: str, words: str
) -> None:
    with desk_with(tmp_path, "May it?", "It may.", line) as clerk:
        before = clerk.state(KEY)
        sent = clerk.named(KEY, position)
        answer = clerk.client.post(f"/work/{KEY}/approval-line", json=sent)
        assert answer.status_code == 422
        assert words in answer.json()["message"]
        assert clerk.state(KEY) == before


def test_the_field_follows_the_corrected_words_of_its_line(tmp_path: Path) -> None:
    with desk_with(tmp_path, "May it?", "It may (see Standard 3(c)).", LINE) as clerk:
        send(clerk, "approval-line", 3)
        clerk.correct(KEY, 1, "May she?")
        assert clerk.state(KEY)["fields"]["approval_line"] == LINE
        clerk.correct(KEY, 3, f"*{LINE}.*")
        state = clerk.state(KEY)
        assert state["fields"]["approval_line"] == f"{LINE}."
        assert state["blocks"][3]["isApproval"]
        clerk.correct(KEY, 3, "")
        assert "approval_line" not in clerk.state(KEY)["fields"]
        assert "OP217" not in {problem["code"] for problem in clerk.state(KEY)["problems"]}


def test_what_is_left_out_is_listed_and_put_back_where_it_stood(tmp_path: Path) -> None:
    with desk_with(
        tmp_path, "Post Office Box 9", "May it do so?", "It may.", "cc: the file"
    ) as clerk:
        before = clerk.state(KEY)
        clerk.correct(KEY, 4, "")
        clerk.correct(KEY, 1, "")
        clerk.correct(KEY, 1, "May she do so?")
        left = clerk.state(KEY)
        assert left["leftOut"] == ["Post Office Box 9", "cc: the file"]
        assert left["fields"]["issues"][0]["at"] != before["fields"]["issues"][0]["at"]
        for words_out in left["leftOut"]:
            assert put_back(clerk, words_out).status_code == 200
        clerk.correct(KEY, 2, "May it do so?")
        state = clerk.state(KEY)
        assert state["leftOut"] == []
        assert state["blocks"] == before["blocks"]
        assert state["fields"]["issues"] == before["fields"]["issues"]


def test_what_was_moved_or_divided_is_not_left_out(tmp_path: Path) -> None:
    with desk_with(tmp_path, "May it? It may.", "So it is.", "(Approved by the Board.)") as clerk:
        clerk.correct(KEY, 1, "May it?\n\nIt may.")
        clerk.correct(KEY, 3, "So it is now.")
        assert clerk.state(KEY)["leftOut"] == []


def test_what_came_first_is_never_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.desk.in_progress.workspace.MOST_VERSIONS", 3)
    with desk_with(tmp_path, "May it do so?", "It may.", "cc: the file") as clerk:
        clerk.correct(KEY, 3, "")
        for title in "ABCDE":
            clerk.change(KEY, title=title)
        assert clerk.state(KEY)["leftOut"] == ["cc: the file"]


CLOSING = "*This opinion was approved by unanimous vote of the Board at its meeting of {}.*"


def test_a_closing_line_is_to_do_until_a_person_says_what_it_is(tmp_path: Path) -> None:
    closing = CLOSING.format("November 9, 2024")
    with desk_with(tmp_path, "May it?", "It may (see Standard 3(c)).", closing) as clerk:
        before = clerk.state(KEY)
        (found,) = (problem for problem in before["problems"] if problem["code"] == "OP213")
        assert before["toDo"] == 1
        assert (found["block"], found["isError"]) == (3, True)
        assert "reads like the approval line" in found["message"]
        assert found["mayBeApproval"]
        send(clerk, "approval-line", 3)
        after = clerk.state(KEY)
        assert "OP213" not in {problem["code"] for problem in after["problems"]}
        clerk.change(KEY, approved="2024-11-10")
        (found,) = (p for p in clerk.state(KEY)["problems"] if p["code"] == "OP209")
        assert "“November 9, 2024”" in found["message"]


def test_another_day_than_in_a_closing_line_is_not_sealed(tmp_path: Path) -> None:
    closing = CLOSING.format("August 6, 2024")
    with desk_with(tmp_path, "May it?", "It may (see Standard 3(c)).", closing) as clerk:
        clerk.change(KEY, title="Fees")
        clerk.step("save", KEY)
        answer = clerk.step("seal", KEY)
        assert answer.status_code == 422
        assert "“August 6, 2024”" in answer.json()["message"].replace("`", "")
        (found,) = (p for p in clerk.state(KEY)["problems"] if p["code"] in {"OP209", "OP213"})
        assert found["message"] == (
            "The text gives another date of approval than this form: “August 6, 2024”."
        )


REPEATED = ["The Board", "Facts", "May it? The Facts are these.", "Facts", "The Board", "The Board"]


@pytest.mark.parametrize("block", range(1, 7))
def test_a_line_is_listed_and_put_back_also_if_its_words_stand_elsewhere(
    tmp_path: Path, block: int
) -> None:
    with desk_with(tmp_path, *REPEATED) as clerk:
        before = words(clerk)
        clerk.correct(KEY, block, "")
        assert clerk.state(KEY)["leftOut"] == [before[block]]
        assert put_back(clerk, before[block]).status_code == 200
        assert (clerk.state(KEY)["leftOut"], words(clerk)) == ([], before)


def test_lines_stay_listed_while_others_are_left_out_put_back_and_corrected(
    tmp_path: Path,
) -> None:
    with desk_with(tmp_path, *REPEATED) as clerk:
        before = words(clerk)
        for block in (6, 4, 2, 1):
            clerk.correct(KEY, block, "")
        assert clerk.state(KEY)["leftOut"] == ["The Board", "Facts", "Facts", "The Board"]
        clerk.correct(KEY, 2, "Facts")
        assert clerk.state(KEY)["leftOut"] == ["The Board", "Facts", "Facts", "The Board"]
        clerk.correct(KEY, 2, "The Board")
        put_back(clerk, "Facts", line=1)
        assert clerk.state(KEY)["leftOut"] == ["The Board", "Facts", "The Board"]
        for line in ("The Board", "Facts", "The Board"):
            assert put_back(clerk, line).status_code == 200
        assert (clerk.state(KEY)["leftOut"], words(clerk)) == ([], before)


def test_a_second_click_changes_nothing(tmp_path: Path) -> None:
    with desk_with(tmp_path, "May it?", "It may.", "Page 1", "cc: the file") as clerk:
        sent = {**clerk.named(KEY, 3), "words": "", "isHeading": False}
        for status in (200, 422):
            sent["revision"] = clerk.state(KEY)["revision"]
            assert clerk.client.put(f"/work/{KEY}/text", json=sent).status_code == status
        assert clerk.state(KEY)["leftOut"] == ["Page 1"]
        assert [put_back(clerk, "Page 1").status_code for _ in range(2)] == [200, 422]
        assert words(clerk)[3:] == ["Page 1", "cc: the file"]


def test_who_puts_a_paragraph_back_is_told_what_lacks_it(tmp_path: Path) -> None:
    with desk_with(tmp_path, "May it?", "It may (see Standard 3(c)).") as clerk:
        answer = clerk.state(KEY)["blocks"][2]["words"]
        clerk.correct(KEY, 2, "")
        put = put_back(clerk, answer).json()
        assert put["followed"] == ["Answer 1 has no paragraph now. Choose its paragraphs again."]


def test_a_sealed_opinion_still_says_what_was_left_out(clerk: Clerk) -> None:
    clerk.drop(f"{DOCUMENT}\ncc: the file\n")
    clerk.correct("draft-1", len(clerk.state("draft-1")["blocks"]) - 1, "")
    clerk.change("draft-1", **{**FINISHED, "standards": ["3(c)"]})
    assert clerk.step("save", "draft-1").json()["leftOut"] == ["cc: the file"]
    state = clerk.step("seal", "2004-06").json()
    assert (state["isSealed"], state["leftOut"]) == (True, ["cc: the file"])
