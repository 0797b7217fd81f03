"""What is taken off the desk, or makes room for other work, is listed and can be put back."""

import shutil
from concurrent.futures import ThreadPoolExecutor

from clerks import DOCUMENT, FINISHED, Clerk, sit_down

OTHER = DOCUMENT.replace("06", "07").replace("afterwards", "before")


def take_off(clerk: Clerk, key: str) -> None:
    assert clerk.client.post(f"/work/{key}/forget", json={}).status_code == 200


def put_back(clerk: Clerk, key: str) -> str:
    answer = clerk.client.post(f"/work/{key}/put-back", json={})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["key"])


def test_a_draft_that_is_taken_off_never_erases_another(clerk: Clerk) -> None:
    for document, title in ((DOCUMENT, "The first"), (OTHER, "The second")):
        clerk.drop(document)
        (key,) = (path.parent.name for path in clerk.paths.build.glob("desk/work/*/state.json"))
        clerk.change(key, title=title)
        take_off(clerk, key)
    page = clerk.client.get("/").text
    assert "The first" in page
    assert "The second" in page
    assert clerk.state(put_back(clerk, "draft-1"))["fields"]["title"] == "The first"
    assert clerk.state(put_back(clerk, "draft-2"))["fields"]["title"] == "The second"


def test_no_draft_gets_the_key_of_one_that_was_saved(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", **FINISHED)
    revision = clerk.state("draft-1")["revision"]
    clerk.step("save", "draft-1")
    clerk.drop(OTHER)
    late = clerk.client.post("/work/draft-1/save", json={"revision": revision})
    assert late.status_code == 404
    assert late.json()["now"] == "2004-06"
    assert clerk.state("draft-2")["fields"]["title"] == ""


def test_work_on_a_record_that_makes_room_for_a_draft_becomes_a_draft(clerk: Clerk) -> None:
    clerk.change("2003-05", summary="Typed with care.")
    (clerk.paths.opinions / "2003/05.md").unlink()
    clerk.drop(OTHER)
    clerk.change("draft-1", number="05", year="2003")
    assert clerk.step("save", "draft-1").json()["key"] == "2003-05"
    assert 'data-put-back="2003-05"' in clerk.client.get("/").text
    key = put_back(clerk, "2003-05")
    assert key == "draft-2"
    assert clerk.state(key)["fields"]["summary"] == "Typed with care."
    assert not clerk.state(key)["isRecord"], "the record has the words of the other draft"
    assert 'data-put-back="2003-05"' not in clerk.client.get("/").text


def test_copies_that_another_program_made_of_the_notes_are_ignored(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", title="One")
    clerk.client.post("/topics", json={"title": "Gifts", "about": "What may be taken."})
    desk = clerk.paths.build / "desk"
    for file in [*desk.rglob("0000*.md"), *desk.rglob("*.json")]:
        shutil.copy(file, file.with_name(f"{file.stem} (copy){file.suffix}"))
    shutil.copytree(desk / "work/draft-1", desk / "work/draft-1 (copy)")
    again = Clerk(sit_down(clerk.paths), clerk.paths)
    assert again.client.get("/").status_code == 200
    assert again.change("draft-1", title="Two").status_code == 200
    assert again.step("undo", "draft-1").json()["fields"]["title"] == "One"
    assert len(list(desk.glob("work/draft-1/* (copy).md"))) == 2


def test_a_draft_that_is_saved_four_times_at_once_is_saved_once(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", **FINISHED)
    sent = {"revision": clerk.state("draft-1")["revision"]}
    with ThreadPoolExecutor(4) as windows:
        saving = [
            windows.submit(clerk.client.post, "/work/draft-1/save", json=sent) for _ in range(4)
        ]
    answers = sorted((answer.result() for answer in saving), key=lambda answer: answer.status_code)
    assert [answer.status_code for answer in answers] == [200, 404, 404, 404]
    assert all("was saved" in answer.json()["message"] for answer in answers[1:])
    assert clerk.state("2004-06")["isSaved"]


def test_a_late_window_is_led_to_work_that_another_one_kept(clerk: Clerk) -> None:
    clerk.change("2003-05", title="Typed here")
    (clerk.paths.opinions / "2003/05.md").unlink()
    late = {"revision": clerk.state("2003-05")["revision"]}
    key = clerk.step("keep-mine", "2003-05").json()["key"]
    answer = clerk.client.post("/work/2003-05/keep-mine", json=late)
    assert (answer.status_code, answer.json()["now"]) == (404, key)
    assert "has another address now" in answer.json()["message"]
    assert clerk.client.get("/work/2003-05/").url.path == f"/work/{key}/"
