"""The desk in a browser: a clerk finishes opinions with the page alone."""

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from playwright.sync_api import Error, Page, expect

from browser.axe import assert_no_violation, assert_no_violation_of_colors
from browser.test_access import overflow
from browser.windows import NARROW, WIDE, Windows
from clerks import git, repository
from corpus.checks.runner import check, has_errors
from corpus.library.ledger import seal_path
from corpus.library.loader import load
from corpus.model.opinion_id import OpinionId
from corpus.parsing.files import sha256_of
from corpus.parsing.front_matter import read_markdown
from corpus.paths import REPOSITORY, CorpusPaths
from desk_program import ServedDesk, desk_at, desk_program_at
from factories import COMMISSION, record_text, with_fields, write_corpus
from numbered_bodies import BODIES

DOCUMENTS = REPOSITORY / "tests/intake/documents"
FIVE = OpinionId(2003, 5)
RECORD = f"opinions/{FIVE}.md"

VOLUME = "".join(
    f"Opinion Number {number:02} (2004)\n"
    f"(Approved by the Board on May {number}, 2004.)\n\n"
    f"May a mediator act in case {number}?\n\nThe mediator may (see Standard 3(c)).\n\n"
    for number in range(6, 10)
)


@pytest.fixture
def real_paths(tmp_path: Path) -> CorpusPaths:
    """This collection without Opinion 05, its seal and its document."""
    for folder in ("opinions", "standards", "pages"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    for path in (RECORD, seal_path(FIVE), "opinions/sources/2003/05.txt"):
        (tmp_path / path).unlink()
    return CorpusPaths(tmp_path)


@contextmanager
def page_at(
    windows: Windows, desk: ServedDesk, width: int = WIDE, height: int = 720, **settings: Any
) -> Iterator[Page]:
    """The first page of the desk, in a window that has nothing else; no script may fail on it."""
    failures: list[str] = []

    def on_failure(error: Error) -> None:
        failures.append(str(error))

    with windows.one(width, **settings) as page:
        page.set_viewport_size({"width": width, "height": height})
        page.on("pageerror", on_failure)
        open_address(page, desk)
        yield page
        page.remove_listener("pageerror", on_failure)
    assert failures == []


def open_address(page: Page, desk: ServedDesk) -> None:
    """Open the address that the desk printed, and wait for the first page."""
    page.goto(desk.address)
    expect(page.get_by_role("heading", name="From a document")).to_be_visible()


def committed(name: str) -> dict[str, Any]:
    fields = read_markdown(REPOSITORY / name, name).fields
    assert isinstance(fields, dict)
    return fields


def test_opinion_5_goes_from_its_document_to_a_sealed_record(
    real_paths: CorpusPaths, windows: Windows
) -> None:
    fields = committed(RECORD)
    document = DOCUMENTS / "opinion-05-2003.pdf"
    with desk_program_at(real_paths) as desk, page_at(windows, desk) as page:
        page.get_by_label("Choose files").set_input_files(document)
        page.get_by_role("link", name="Go on with Advisory Opinion 05 (2003)").click()
        page.get_by_label("Title").fill(fields["title"])
        for number, (issue, holding) in enumerate(
            zip(fields["issues"], fields["holdings"], strict=True), start=1
        ):
            page.get_by_label(f"Question {number}", exact=True).fill(issue["question"])
            page.get_by_label(f"Answer {number}", exact=True).fill(holding["text"])
            for paragraph in holding["at"]:
                page.get_by_role("link", name=f"Paragraph {paragraph}", exact=True).click()
        second = page.get_by_role("listitem").filter(has=page.get_by_label("Answer 2", exact=True))
        second.last.get_by_label("Standard 3(c)").check()
        page.get_by_label("What was asked and answered").fill(fields["summary"])
        page.get_by_label("Find a topic").fill("conf")
        page.get_by_label("Confidentiality").check()
        page.get_by_label("Find a topic").fill("after med")
        page.get_by_label("Contact after mediation").check()
        page.get_by_label("Workers’ compensation").check()
        page.get_by_label("Name of the document").fill(fields["source"]["title"])
        expect(page.get_by_role("button", name="All filled in")).to_be_visible()
        page.get_by_role("button", name="Save").click()
        page.get_by_role("button", name="Seal", exact=True).click()
        expect(page.get_by_role("button", name="Sealed")).to_be_visible()
    written = (real_paths.root / RECORD).read_text(encoding="utf-8")
    source = fields["source"]
    assert written == (REPOSITORY / RECORD).read_text(encoding="utf-8").replace(
        f"file: {source['file']}\n  sha256: {source['sha256']}",
        f"file: opinions/sources/2003/05.pdf\n  sha256: {sha256_of(document)}",
    )
    new, old = (
        {line for line in (root / seal_path(FIVE)).read_text().splitlines() if "sealed" not in line}
        for root in (real_paths.root, REPOSITORY)
    )
    assert old <= new, "older seals hold less"


def test_a_volume_of_four_goes_through_the_queue(tmp_path: Path, windows: Windows) -> None:
    paths = write_corpus(tmp_path)
    volume = tmp_path / "volume.txt"
    volume.write_text(VOLUME)
    with desk_at(paths) as desk, page_at(windows, desk) as page:
        page.get_by_label("Choose files").set_input_files(volume)
        expect(page.get_by_text("4 opinions put on the desk")).to_be_visible(timeout=30_000)
        for number in range(6, 10):
            page.get_by_role("link", name=f"Go on with Advisory Opinion {number:02}").click()
            page.get_by_label("Title").fill(f"Acting in case {number}")
            page.get_by_label("Answer 1", exact=True).fill("The mediator may.")
            page.get_by_role("link", name="Paragraph 2").click()
            page.get_by_label("What was asked and answered").fill("The mediator may act.")
            page.get_by_label("Confidentiality").check()
            page.get_by_label("Name of the document").fill("Opinions of 2004")
            with page.expect_response("**/save"):  # after all that was typed before
                page.get_by_role("button", name="Save").click()
            expect(page.get_by_text("Saved in the collection")).to_be_visible()
            expect(page.get_by_role("button", name="All filled in")).to_be_visible()
            with page.expect_navigation(url=desk.home):
                page.get_by_role("link", name="All opinions").click()
        expect(page.get_by_text("ready to seal")).to_have_count(5)
    assert len(load(paths).records) == 5
    assert not has_errors(check(load(paths)))


def test_a_kill_at_any_moment_loses_nothing(tmp_path: Path, windows: Windows) -> None:
    paths = write_corpus(tmp_path)
    typed = "What a clerk types while the program is killed at a moment that nobody chose."
    moment = random.randrange(len(typed))  # noqa: S311 - any moment will do
    with desk_program_at(paths) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        title = page.get_by_label("Title")
        title.fill("")
        title.press_sequentially(typed[:moment], delay=15)
        desk.process.kill()
        desk.process.wait()
        title.press_sequentially(typed[moment:])
        with desk_program_at(paths, desk.port) as again:
            open_address(page, again)
            page.goto(f"{again.home}work/2003-05/")
            expect(page.get_by_label("Title")).to_have_value(typed)
            expect(page.get_by_text("Kept on the desk")).to_be_visible()
    (work,) = (paths.build / "desk/work/2003-05").glob("state.json")
    assert typed in max(work.parent.glob("*.md")).read_text(encoding="utf-8")


def test_the_second_of_two_windows_is_told_and_keeps_its_words(
    tmp_path: Path, windows: Windows
) -> None:
    with desk_at(write_corpus(tmp_path)) as desk, page_at(windows, desk) as first:
        second = first.context.new_page()
        for page in (first, second):
            page.goto(f"{desk.home}work/2003-05/")
        first.get_by_label("Title").fill("Of the first window")
        expect(first.get_by_text("Kept on the desk")).to_be_visible()
        second.get_by_label("Title").fill("Of the second window")
        expect(second.get_by_role("alert")).to_contain_text("changed in another window")
        first.get_by_label("Title").press_sequentially("!")
        expect(first.get_by_text("Kept on the desk")).to_be_visible()
        second.reload()
        expect(second.get_by_label("Title")).to_have_value("Of the first window!")
        second.get_by_label("Name of the document").press_sequentially("!")
        expect(second.get_by_text("Kept on the desk")).to_be_visible()
        expect(second.get_by_role("alert")).to_contain_text("“Of the second window”")
        second.get_by_role("button", name="Put them back").click()
        expect(second.get_by_text("Kept on the desk")).to_be_visible()
        second.get_by_label("Title").press("Control+s")
        expect(second.get_by_text("Saved in the collection")).to_be_visible()
        second.close()
    record = (tmp_path / "opinions/2003/05.md").read_text(encoding="utf-8")
    assert "title: Of the second window" in record


def test_what_was_not_sent_stays_with_its_collection(tmp_path: Path, windows: Windows) -> None:
    one, two = (write_corpus(tmp_path / name) for name in ("one", "two"))
    with desk_program_at(one) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        before = page.get_by_label("Title").input_value()
        desk.process.kill()
        desk.process.wait()
        page.get_by_label("Title").fill("Of collection one")
        for paths, title in ((two, before), (one, "Of collection one")):
            with desk_program_at(paths, desk.port) as again:
                open_address(page, again)
                page.goto(f"{again.home}work/2003-05/")
                expect(page.get_by_label("Title")).to_have_value(title)


def test_a_browser_without_room_still_sends_what_is_typed(tmp_path: Path, windows: Windows) -> None:
    fill = "for (let size = 2 ** 23; size >= 1; size /= 2)"
    fill += " try { localStorage.setItem(size, 'x'.repeat(size)); } catch {}"
    with desk_at(write_corpus(tmp_path)) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        page.evaluate(fill)
        page.get_by_label("Title").fill("Typed without room")
        expect(page.get_by_text("Kept on the desk")).to_be_visible()
        page.reload()
        expect(page.get_by_label("Title")).to_have_value("Typed without room")


def test_a_window_that_is_closed_at_once_loses_nothing(tmp_path: Path, windows: Windows) -> None:
    with desk_at(write_corpus(tmp_path)) as desk, page_at(windows, desk) as first:
        page = first.context.new_page()
        page.goto(f"{desk.home}work/2003-05/")
        page.get_by_label("Title").fill("The last words")
        page.close()
        first.goto(f"{desk.home}work/2003-05/")
        expect(first.get_by_label("Title")).to_have_value("The last words")
        expect(first.get_by_text("Kept on the desk")).to_be_visible()


def test_words_that_are_chosen_become_a_question(tmp_path: Path, windows: Windows) -> None:
    with desk_at(write_corpus(tmp_path)) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        page.get_by_text("May it?", exact=True).first.select_text()
        page.get_by_role("button", name="Ask this as a question").click()
        expect(page.get_by_label("Question 2", exact=True)).to_have_value("May it?")
        expect(page.get_by_label("Question 2: asked in paragraphs")).to_have_value("1")
        page.get_by_role("button", name="Next: ").click()
        expect(page.locator("[aria-invalid]:focus")).to_have_count(1)
        for _ in range(20):
            if page.get_by_role("button", name="Undo").is_disabled():
                break
            page.get_by_role("button", name="Undo").click()
            expect(page.get_by_text("One moment")).to_have_count(0)
        expect(page.get_by_text("Saved in the collection")).to_be_visible()


def test_words_of_paragraphs_follow_what_is_typed_and_one_undo_takes_them_back(
    tmp_path: Path, windows: Windows
) -> None:
    with desk_at(write_corpus(tmp_path)) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        question = page.get_by_label("Question 1", exact=True)
        question.fill("My own words.")
        page.get_by_role("button", name="Take the words of these paragraphs").first.click()
        expect(question).to_have_value("My own words. May it?")
        expect(page.get_by_text("Kept on the desk")).to_be_visible()
        page.get_by_role("button", name="Undo").click()
        expect(question).to_have_value("My own words.")


def test_when_a_field_is_filled_in_nothing_moves_and_save_is_next(
    tmp_path: Path, windows: Windows
) -> None:
    with desk_at(write_corpus(tmp_path)) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        save = page.get_by_role("button", name="Save")
        page.get_by_label("Title").fill("")
        expect(page.get_by_text("This is still empty.")).to_be_visible()
        expect(page.get_by_text("Save keeps it unfinished")).to_be_visible()
        expect(save).not_to_have_class("is-next")
        summary = page.get_by_label("What was asked and answered")
        before = summary.bounding_box()
        page.get_by_label("Title").fill("Calling a speaker")
        expect(page.get_by_text("This is still empty.")).to_have_count(0)
        assert summary.bounding_box() == before
        expect(save).to_have_class("is-next")


def test_a_corrected_paragraph_asks_what_changed(tmp_path: Path, windows: Windows) -> None:
    with desk_at(write_corpus(tmp_path)) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        page.get_by_role("button", name="Seal", exact=True).click()
        expect(page.get_by_role("button", name="Sealed")).to_be_visible()
        page.get_by_role("link", name="Paragraph 1").click()
        page.get_by_role("button", name="Correct the words of paragraph 1").click()
        page.get_by_role("textbox", name="The words").fill("May she?")
        page.get_by_role("button", name="Keep the change").click()
        expect(page.get_by_label("Corrected paragraphs")).to_have_value("1")
        page.get_by_label("What changed, and why").fill("A slip of the pen.")
        expect(page.get_by_role("button", name="All filled in")).to_be_visible()
        page.get_by_role("button", name="What changes").click()
        changes = page.frame_locator("#view")
        expect(changes.get_by_text("The approved text changes")).to_be_visible()


def test_words_are_corrected_without_giving_their_paragraph_to_the_question(
    tmp_path: Path, windows: Windows
) -> None:
    with desk_at(write_corpus(tmp_path)) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        page.get_by_label("Question 1", exact=True).focus()
        page.get_by_role("button", name="Correct words").press("Enter")
        page.get_by_role("link", name="Paragraph 2", exact=True).press("Enter")
        page.get_by_role("textbox", name="The words").fill("It may not.")
        page.get_by_role("button", name="Keep the change").press("Enter")
        expect(page.get_by_role("region").get_by_text("It may not.")).to_be_visible()
        expect(page.get_by_label("Question 1: asked in paragraphs")).to_have_value("1")
        page.get_by_label("What was asked and answered").focus()
        page.get_by_role("link", name="Paragraph 2", exact=True).press("Enter")
        expect(page.get_by_label("Question 1: asked in paragraphs")).to_have_value("1")


def test_who_asked_and_how_the_members_voted_is_kept(tmp_path: Path, windows: Windows) -> None:
    paths = write_corpus(tmp_path)
    with desk_at(paths) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        page.get_by_text("What the document says of that").click()
        page.get_by_label("Who asked", exact=True).fill("anonymous")
        page.get_by_label("Docket number").fill("AOR 2003-17")
        page.get_by_label("Other bodies that gave it too").fill("Lake Board\nRiver Board")
        page.get_by_label("For", exact=True).fill("5")
        page.get_by_label("Against", exact=True).fill("0")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Saved in the collection")).to_be_visible()
        page.reload()
        expect(page.get_by_label("Other bodies that gave it too")).to_have_value(
            "Lake Board\nRiver Board"
        )
    (record,) = load(paths).records
    opinion = record.opinion
    assert (opinion.requester, opinion.docket) == ("anonymous", "AOR 2003-17")
    assert opinion.joint_bodies == ("Lake Board", "River Board")
    assert str(opinion.vote) == "5 in favor, 0 against"


def test_an_approval_by_month_is_shown_and_typed(tmp_path: Path, windows: Windows) -> None:
    settings = with_fields(COMMISSION, 'other_date_formats: ["%B %Y", "%Y"]\n')
    record = record_text("approved: 2003-11").replace("November 7, 2003", "November 2003")
    files = {"standards/commission.yml": settings, "opinions/2003/05.md": record}
    paths = write_corpus(tmp_path, files)
    with desk_at(paths) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        approval = page.get_by_label("Date of approval", exact=True)
        expect(approval).to_have_value("2003-11")
        expect(page.locator("#how-to-type-the-date")).to_contain_text("2011-04 for April 2011")
        expect(page.get_by_role("button", name="All filled in")).to_be_visible()
        approval.fill("11/2003")
        expect(page.get_by_text("type 2003-11 or 2003")).to_be_visible()
        approval.fill("2003-11-07")
        expect(page.get_by_text("The text gives another date of approval")).to_be_visible()
        page.reload()
        expect(approval).to_have_attribute("type", "date")
        page.get_by_role("button", name="Month or year only").click()
        approval.fill("2003-11")
        expect(page.get_by_role("button", name="All filled in")).to_be_visible()


def test_a_topic_is_added_and_taken_back(tmp_path: Path, windows: Windows) -> None:
    with desk_at(write_corpus(tmp_path)) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        page.get_by_label("Find a topic").fill("gifts")
        expect(page.get_by_text("No topic has these words. Try another word")).to_be_visible()
        page.get_by_role("button", name="Add “gifts” to the list").click()
        expect(page.get_by_label("Its name, such as Fees")).to_have_value("Gifts")
        page.get_by_label("Its name, such as Fees").fill("")
        page.get_by_role("button", name="Add the topic").click()
        expect(page.get_by_text("Give the topic a name").last).to_be_visible()
        page.get_by_label("Its name, such as Fees").fill("Gifts")
        page.get_by_label("What belongs to it").fill("What a mediator may take.")
        page.get_by_role("button", name="Add the topic").click()
        expect(page.get_by_label("Gifts What a mediator may take.")).to_be_checked()
        page.get_by_role("button", name="Take it back").click()
        expect(page.get_by_label("Gifts What a mediator may take.")).to_have_count(0)
        expect(page.get_by_role("button", name="All filled in")).to_be_visible()


def test_the_keyboard_is_led_from_a_document_to_the_hand_over(
    tmp_path: Path, windows: Windows
) -> None:
    paths = write_corpus(tmp_path)
    with desk_at(paths) as desk, page_at(windows, desk) as page:
        page.get_by_label("Choose files").set_input_files(
            {"name": "memo.txt", "mimeType": "text/plain", "buffer": VOLUME.encode()}
        )
        at_once = page.locator(":focus")
        expect(at_once).to_have_text("Go on with Advisory Opinion 06 (2004)", timeout=30_000)
        page.goto(f"{desk.home}work/2003-05/")
        page.get_by_label("Title").fill("Calling a speaker")
        page.get_by_role("button", name="Save").press("Enter")
        expect(page.locator(":focus")).to_have_text("Seal")
        page.keyboard.press("Enter")
        expect(page.locator(":focus")).to_have_text("Hand it over")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Hand over")).to_be_in_viewport()


def test_finished_work_is_sent_after_the_page_was_loaded_again(
    tmp_path: Path, windows: Windows
) -> None:
    paths = write_corpus(tmp_path)
    origin = repository(tmp_path)
    with desk_at(paths) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        page.get_by_label("Title").fill("Calling a speaker")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Saved in the collection")).to_be_visible()
        page.get_by_role("link", name="All opinions").click()
        page.wait_for_url(desk.home)
        page.get_by_role("button", name="Prepare what was saved").press("Enter")
        expect(page.locator(":focus")).to_have_text("Send it for review")
        page.goto(f"{desk.home}work/2003-05/")
        page.get_by_role("button", name="Seal", exact=True).click()
        page.get_by_role("link", name="Hand it over").click()
        page.wait_for_url(f"{desk.home}#finished")
        page.get_by_role("button", name="Prepare what was saved").press("Enter")
        expect(page.locator(":focus")).to_have_text("Send it for review")
        page.goto(f"{desk.home}work/2003-05/")
        page.get_by_role("link", name="Send it for review").click()
        page.wait_for_url(f"{desk.home}#finished")
        git(tmp_path, "remote", "set-url", "origin", str(tmp_path / "build/nowhere"))
        page.get_by_role("button", name="Send it for review").press("Enter")
        expect(page.get_by_text("It was not sent, and stays ready here")).to_be_visible()
        git(tmp_path, "remote", "set-url", "origin", str(origin))
        page.get_by_role("button", name="Send again").press("Enter")
        expect(page.get_by_text("Tell your reviewers")).to_be_visible()
        expect(page.get_by_text("sent for review on")).to_be_visible()
        with page.expect_download() as download:
            page.get_by_role("button", name="Download the saved opinions").press("Enter")
        expect(page.get_by_text("Downloaded as finished.zip")).to_be_visible()
        assert "opinions/2003/05.md" in ZipFile(download.value.path()).namelist()
    assert "desk-" in git(origin, "branch")


def test_damaged_work_is_a_row_of_its_own(tmp_path: Path, windows: Windows) -> None:
    with desk_at(write_corpus(tmp_path)) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        page.get_by_label("Title").fill("Calling a speaker")
        expect(page.get_by_text("Kept on the desk")).to_be_visible()
        (tmp_path / "build/desk/work/2003-05/state.json").write_text("{")
        page.goto(desk.home)
        assert_no_violation(page)
        page.get_by_role("button", name="Go on with the last words").press("Enter")
        expect(page.get_by_label("Title")).to_have_value("Calling a speaker")
        page.get_by_role("button", name="Keep what is here").press("Enter")
        page.get_by_role("button", name="Save").press("Enter")
        expect(page.get_by_text("Saved in the collection")).to_be_visible()


def test_an_opinion_gets_its_series_and_a_number_without_a_year(
    tmp_path: Path, windows: Windows
) -> None:
    paths = write_corpus(tmp_path, BODIES["three series"].files)
    words = VOLUME[: VOLUME.index("Opinion Number 07")]
    words = words.replace("Opinion Number 06 (2004)", "RPC 180")
    with desk_at(paths) as desk, page_at(windows, desk) as page:
        page.get_by_text("Paste the words instead").click()
        page.get_by_label("The words of the opinion").fill(words)
        page.get_by_role("button", name="Put them on the desk").click()
        page.get_by_role("link", name="Go on with RPC 180").click()
        series = page.get_by_label("Series")
        expect(page.get_by_label("Year", exact=True)).to_be_hidden()
        series.select_option("Formal Ethics Opinion")
        expect(page.get_by_label("Year", exact=True)).to_be_visible()
        series.select_option("RPC")
        expect(page.get_by_label("Year", exact=True)).to_be_hidden()
        page.get_by_label("Title").fill("Acting in a case")
        page.get_by_label("Answer 1", exact=True).fill("The mediator may.")
        page.get_by_role("link", name="Paragraph 2").click()
        page.get_by_label("What was asked and answered").fill("The mediator may act.")
        page.get_by_label("Confidentiality").check()
        expect(page.get_by_role("button", name="All filled in")).to_be_visible()
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Saved in the collection")).to_be_visible()
    assert "opinions/rpc/180/" in {record.id.url for record in load(paths).records}


@pytest.fixture(scope="module")
def open_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedDesk]:
    """A desk with a draft on it."""
    root = tmp_path_factory.mktemp("desk")
    for folder in ("opinions", "standards", "pages"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    with desk_at(CorpusPaths(root)) as desk:
        yield desk


@pytest.mark.parametrize(
    "url", ["", "law", "work/2003-05/", "work/2022-43/", "work/2003-05/document", "rules/OP302"]
)
def test_axe_finds_no_violation_and_nothing_is_too_wide(
    open_desk: ServedDesk, windows: Windows, url: str
) -> None:
    with page_at(windows, open_desk, bypass_csp=True) as page:
        page.goto(open_desk.home + url)
        assert_no_violation(page)
        for width in (WIDE, NARROW):
            page.set_viewport_size({"width": width, "height": 900})
            assert overflow(page) <= 0, width


@pytest.mark.parametrize("url", ["", "work/2003-05/"])
def test_colors_are_legible_on_every_screen_in_every_scheme(
    open_desk: ServedDesk, windows: Windows, url: str
) -> None:
    with page_at(windows, open_desk, bypass_csp=True) as page:
        page.goto(open_desk.home + url)
        assert_no_violation_of_colors(page)


def test_an_answer_is_written_with_the_keyboard_alone(
    open_desk: ServedDesk, windows: Windows
) -> None:
    with page_at(windows, open_desk) as page:
        page.goto(f"{open_desk.home}work/2003-05/")
        page.get_by_label("Answer 1", exact=True).focus()
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_value("4, 5")
        page.keyboard.press("End")
        page.keyboard.type(", 6")
        page.get_by_role("link", name="Paragraph 6, chosen").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_label("Answer 1: stated in paragraphs")).to_have_value("4, 5")
        page.get_by_role("button", name="Page for readers").focus()
        page.keyboard.press("Enter")
        preview = page.frame_locator("#view")
        expect(preview.get_by_role("heading", level=1)).to_contain_text("Clarifying what was said")


NEW_FORM = """\
Harbor Board

Advisory Opinion Number 06 (2004)

(Adopted and issued by the Board on May 6, 2004.)

May the mediator call a party afterwards?

The mediator may call (see Standard 3(c)).
"""
WITH_DOUBT = NEW_FORM.replace("Standard 3(c)", "Standard 3(c), *supra*")


def test_on_a_phone_no_message_lies_over_the_field_that_has_the_focus(
    tmp_path: Path, windows: Windows
) -> None:
    with (
        desk_at(write_corpus(tmp_path)) as desk,
        page_at(windows, desk, NARROW, 844) as page,
    ):
        page.locator("#files").set_input_files(
            {"name": "new.txt", "mimeType": "text/plain", "buffer": NEW_FORM.encode()}
        )
        page.get_by_role("link", name="Go on with").click()
        page.get_by_label("Summary").wait_for(state="attached")
        page.wait_for_load_state()  # before that, it may have no styles
        pane = page.locator(".left").bounding_box()
        assert pane
        assert pane["height"] <= 0.42 * 844 + 1
        for field in page.locator("#form textarea:visible, #form input[type=text]:visible").all():
            field.focus()
            assert field.evaluate("""(field) => {
                const { left, top, width, height } = field.getBoundingClientRect();
                const shown = document.elementFromPoint(left + width / 2, top + height / 2);
                return shown === field;
            }"""), field.get_attribute("id")


def test_a_reason_stays_while_the_page_is_drawn_again_and_is_kept(
    tmp_path: Path, windows: Windows
) -> None:
    with desk_at(write_corpus(tmp_path)) as desk, page_at(windows, desk) as page:
        page.locator("#files").set_input_files(
            {"name": "new.txt", "mimeType": "text/plain", "buffer": WITH_DOUBT.encode()}
        )
        page.get_by_role("link", name="Go on with").click()
        page.get_by_role("button", name="Show the place").first.click()
        expect(page.locator("#text .is-shown")).to_have_count(1)
        page.get_by_role("button", name="This is right as it is").first.click()
        reason = page.get_by_label("Why is it right?")
        reason.fill("Printed so")
        page.get_by_label("Title").fill("Calling")
        expect(page.get_by_text("Kept on the desk")).to_be_visible()
        expect(reason).to_have_value("Printed so")
        page.get_by_role("button", name="Keep this reason").click()
        expect(page.get_by_text("Your reason is kept")).to_be_focused()
        expect(page.locator("#waivers")).to_contain_text("Your reason: Printed so")
        expect(page.locator("#waivers")).not_to_contain_text("`")
