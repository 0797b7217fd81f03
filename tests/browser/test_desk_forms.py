"""The forms of the desk in a browser: what a line is, what is asked, and what is wrong with it."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Route, expect

from browser.axe import assert_no_violation
from browser.test_access import overflow
from browser.test_desk import page_at
from browser.windows import NARROW, Windows
from corpus.intake.document import LARGEST
from corpus.library.loader import load
from desk_program import desk_at
from factories import record_text, write_corpus

LINE = "Adopted by the Board this 8th day of November, 2003"
TEXT = record_text(
    body=f"\n# Opinion Number 05 (2003)\n\n{LINE}\n\nMay it? Must it?\n\n"
    "It may (see Standard 3(c) and Advisory Opinion 04 (2002)).\n\nP.O. Box 9\n"
)
THESAURUS = "told: [disclose, blab, gossip]\n"
TWO_ANSWERS = record_text(
    "holdings:\n"
    "  - {id: 1, answers: 1, text: It may., at: [2], cites: ['3(c)']}\n"
    "  - {id: 2, answers: 1, text: It must tell., at: [2], cites: ['3(c)']}\n"
)
LATER = record_text(
    "number: 06\nyear: 2004\napproved: 2004-05-06\n",
    "\n# Opinion Number 06 (2004)\n\n(Approved by the Board on May 6, 2004.)\n\nMay it?\n\n"
    "It may (see Standard 3(c)). Advisory Opinion 05 (2003) says otherwise, and is modified.\n",
)
ON_A_PHONE: dict[str, Any] = {"width": NARROW, "height": 900, "bypass_csp": True}
FILES = {"opinions/2003/05.md": TEXT, "opinions/thesaurus.yml": THESAURUS}


def test_lines_that_are_no_paragraphs_are_taken_out_and_put_back(
    tmp_path: Path, windows: Windows
) -> None:
    paths = write_corpus(tmp_path, FILES)
    with desk_at(paths) as desk, page_at(windows, desk, **ON_A_PHONE) as page:
        page.goto(f"{desk.home}work/2003-05/")
        text = page.get_by_role("region", name="The approved text")
        text.get_by_role("heading").click()
        expect(text.locator(".is-line")).to_have_text("Opinion Number 05 (2003)")
        expect(page.get_by_role("button", name="This line gives the number")).to_be_hidden()
        page.get_by_role("link", name="Paragraph 1", exact=True).click()
        expect(text.locator(".is-line")).to_contain_text(LINE)
        page.locator("#selection").get_by_role("button", name="This is the approval line").click()
        expect(page.get_by_text("gives November 8, 2003 as its day")).to_be_visible()
        expect(text.locator(".approval")).to_have_text(LINE)
        expect(page.get_by_label("Date of approval", exact=True)).to_have_value("2003-11-08")
        page.get_by_role("link", name="Paragraph 3", exact=True).click()
        page.get_by_role("button", name="Leave it out of the text").dblclick()
        expect(text.get_by_text("P.O. Box 9")).to_have_count(0)
        expect(page.get_by_role("alert")).to_have_count(0)
        page.get_by_text("Left out of the text: 1 line").click()
        assert_no_violation(page)
        page.get_by_role("button", name="Put it back: P.O. Box 9").click()
        expect(text.get_by_text("P.O. Box 9")).to_be_visible()
        for _ in range(3):
            page.get_by_role("button", name="Undo").click()
        expect(page.get_by_role("link", name="Paragraph 4", exact=True)).to_be_visible()
        expect(text.locator(".approval")).to_have_count(0)


def test_a_first_line_in_another_form_gives_the_number_at_a_button(
    tmp_path: Path, windows: Windows
) -> None:
    text = TEXT.replace("# Opinion Number 05 (2003)", "# ADVICE NO. 03-05")
    with (
        desk_at(write_corpus(tmp_path, {"opinions/2003/05.md": text})) as desk,
        page_at(windows, desk, **ON_A_PHONE) as page,
    ):
        page.goto(f"{desk.home}work/2003-05/")
        give = page.locator("#text-problems").get_by_role(
            "button", name="This line gives the number and year"
        )
        give.click()
        expect(page.get_by_text("The line is the heading, and gives")).to_be_visible()
        expect(give).to_have_count(0)
        page.get_by_role("button", name="Undo").click()
        expect(give).to_have_count(1)


def test_both_questions_of_a_paragraph_are_offered(tmp_path: Path, windows: Windows) -> None:
    with desk_at(write_corpus(tmp_path, FILES)) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        expect(page.get_by_text("Paragraph 2 seems to ask two questions")).to_be_visible()
        page.get_by_role("button", name="Add “Must it?” as a question").click()
        expect(page.get_by_label("Question 2", exact=True)).to_have_value("Must it?")
        expect(page.get_by_label("Question 2: asked in paragraphs")).to_have_value("2")


def test_a_range_of_paragraphs_is_each_of_them_and_other_words_are_refused_at_the_field(
    tmp_path: Path, windows: Windows
) -> None:
    paths = write_corpus(tmp_path, FILES)
    with desk_at(paths) as desk, page_at(windows, desk, bypass_csp=True) as page:
        page.goto(f"{desk.home}work/2003-05/")
        field = page.get_by_label("Question 1: asked in paragraphs")
        for typed in ("1-3", "1–3", "1 to 3", "1 through 3"):
            field.fill(typed)
            expect(page.locator("#kept")).to_have_text("Kept on the desk, not saved yet.")
            page.reload()
            expect(field).to_have_value("1, 2, 3")
        field.fill("1 or so")
        expect(field).to_have_attribute("aria-invalid", "true")
        page.reload()
        expect(field).to_have_value("1, or, so")


def test_a_topic_is_found_by_what_readers_type_for_it(tmp_path: Path, windows: Windows) -> None:
    with desk_at(write_corpus(tmp_path, FILES)) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        find = page.get_by_label("Find a topic")
        fees = page.get_by_label("Fees What may be asked.")
        page.get_by_label("Confidentiality").uncheck()
        for typed in ("blabbing", "disclos", "gossip money"):
            find.fill(typed)
            expect(page.get_by_label("Confidentiality")).to_be_visible()
            expect(fees).to_be_hidden()


def test_each_effect_says_what_it_means(tmp_path: Path, windows: Windows) -> None:
    with desk_at(write_corpus(tmp_path, FILES)) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        page.get_by_role("checkbox", name="Advisory Opinion 04 (2002)").check()
        choices = page.get_by_label("What this opinion does to it").first.locator("option")
        assert choices.count() == 6
        assert all(": " in words for words in choices.all_inner_texts())


def test_the_answers_that_an_opinion_changes_are_named_one_by_one(
    tmp_path: Path, windows: Windows
) -> None:
    paths = write_corpus(
        tmp_path, {"opinions/2003/05.md": TWO_ANSWERS, "opinions/2004/06.md": LATER}
    )
    with desk_at(paths) as desk, page_at(windows, desk, **ON_A_PHONE) as page:
        page.goto(f"{desk.home}work/2004-06/")
        page.get_by_role("checkbox", name="Advisory Opinion 05 (2003)").check()
        page.get_by_label("What this opinion does to it").select_option("modifies")
        told = page.get_by_text("Readers will see each answer of Advisory Opinion 05 (2003) marked")
        expect(told).to_be_visible()
        expect(page.get_by_role("link", name="Open Advisory Opinion 05 (2003)")).to_be_visible()
        page.get_by_label("Which part of it").select_option("2")
        expect(told).to_have_count(0)
        page.get_by_role("button", name="Name another of its answers").press("Enter")
        parts = page.get_by_label("Which part of it")
        expect(parts).to_have_count(2)
        expect(parts.last).to_have_value("1")
        assert_no_violation(page)
        page.get_by_role("button", name="Take this one out").last.press("Enter")
        expect(parts).to_be_focused()
        page.get_by_role("button", name="Save").press("Enter")
        expect(page.get_by_text("Saved in the collection")).to_be_visible()
    (relation,) = load(paths).records[1].opinion.opinions
    assert (relation.effect, relation.holding) == ("modifies", "2")


def test_what_is_wrong_with_a_change_of_the_law_stands_at_its_field(
    tmp_path: Path, windows: Windows
) -> None:
    with desk_at(write_corpus(tmp_path)) as desk, page_at(windows, desk, **ON_A_PHONE) as page:
        page.goto(f"{desk.home}law")
        page.get_by_label("Name of the document").fill("Minutes")
        page.get_by_role("button", name="Show what it does").click()
        what = page.get_by_label("What changed", exact=True)
        expect(what).to_have_accessible_description("Choose what changed.")
        what.select_option(index=1)
        page.get_by_role("button", name="Show what it does").click()
        day = page.get_by_label("Day on which the change")
        expect(day).to_be_focused()
        expect(day).to_have_accessible_description("This is still empty.")
        expect(page.get_by_label("What happened")).to_have_accessible_description(
            "This is still empty."
        )
        expect(page.get_by_label("Name of the document")).to_have_accessible_description("")
        assert_no_violation(page)
        assert overflow(page) <= 0


def test_what_is_wrong_with_a_correction_or_a_withdrawal_stands_at_its_field(
    tmp_path: Path, windows: Windows
) -> None:
    with desk_at(write_corpus(tmp_path)) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        page.get_by_text("The approved text was corrected").click()
        page.get_by_role("button", name="Add a correction").click()
        expect(page.get_by_label("What changed, and why")).to_have_accessible_description(
            re.compile("^This is still empty")
        )
        page.get_by_text("This opinion was withdrawn").click()
        page.get_by_label("Date of the withdrawal").fill("2024-01-02")
        expect(page.get_by_label("Why, and where that is stated")).to_have_accessible_description(
            re.compile("^This is still empty")
        )


def test_a_document_that_is_too_large_is_refused_and_the_others_are_read(
    tmp_path: Path, windows: Windows
) -> None:
    volume, other = tmp_path / "volume.pdf", tmp_path / "memo.txt"
    volume.write_bytes(b"%PDF-1.7\n" + b"0" * LARGEST)
    other.write_text("Opinion Number 06 (2004)\n\nMay it?\n\nIt may.\n")
    with desk_at(write_corpus(tmp_path / "corpus")) as desk, page_at(windows, desk) as page:
        page.get_by_label("Choose files").set_input_files([volume, other])
        expect(page.get_by_text("1 opinion put on the desk")).to_be_visible(timeout=30_000)
        expect(page.locator("#progress")).to_have_text(
            "volume.pdf: This file has 21 MB, and the desk reads 20 MB at most. Divide it, or save "
            "it with smaller pictures, then drop it in."
        )


def test_why_a_document_is_refused_stays_when_the_page_learns_late_that_all_are_read(
    tmp_path: Path, windows: Windows
) -> None:
    volume = tmp_path / "volume.pdf"
    volume.write_bytes(b"%PDF-1.7\n" + b"0" * LARGEST)
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if route.request.is_navigation_request() or held:
            route.continue_()
        else:
            held.append(route)

    with desk_at(write_corpus(tmp_path / "corpus")) as desk, page_at(windows, desk) as page:
        page.goto("about:blank")  # the page that is open asks no more
        page.route(desk.home, hold_the_first)
        with page.expect_request(
            lambda asked: asked.url == desk.home and not asked.is_navigation_request()
        ):
            page.goto(desk.home)
        page.get_by_label("Choose files").set_input_files(volume)
        refusal = page.get_by_text("volume.pdf: This file has 21 MB")
        expect(refusal).to_be_visible()
        page.locator("#in-work").evaluate("list => list.append('As it was')")
        held[0].continue_()
        expect(page.get_by_text("As it was")).to_have_count(0)
        expect(refusal).to_be_visible()


def test_the_bar_is_low_again_when_it_has_room_again(tmp_path: Path, windows: Windows) -> None:
    with desk_at(write_corpus(tmp_path, FILES)) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        bar = page.get_by_role("banner")
        low = bar.bounding_box()
        for width, height in ((NARROW, 900), (1280, 3000), (NARROW, 300), (1280, 900)):
            page.set_viewport_size({"width": width, "height": height})
            box = bar.bounding_box()
            assert box
            assert box["height"] <= height / 3
        expect(page.get_by_role("heading", name="The opinion")).to_be_in_viewport()
        assert bar.bounding_box() == low


def test_the_form_leads_to_save_and_clears_what_belongs_to_the_last_step(
    tmp_path: Path, windows: Windows
) -> None:
    paths = write_corpus(tmp_path, FILES)
    with desk_at(paths) as desk, page_at(windows, desk, **ON_A_PHONE) as page:
        page.goto(f"{desk.home}work/2003-05/")
        page.get_by_role("link", name="Paragraph 1", exact=True).click()
        page.locator("#selection").get_by_role("button", name="This is the approval line").click()
        said = page.get_by_text("The line has no paragraph number now.")
        expect(said).to_be_visible()
        page.get_by_role("link", name="Paragraph 1", exact=True).click()
        expect(page.locator("#selection")).to_be_visible()
        page.get_by_label("Title", exact=True).fill("Other")
        expect(said).to_have_count(0)
        expect(page.locator("#selection")).to_be_hidden()
        page.get_by_role("link", name="Go to Save").first.press("Enter")
        expect(page.get_by_role("button", name="Save", exact=True)).to_be_focused()


def test_what_is_typed_and_not_sent_is_offered_again_when_the_page_is_loaded(
    tmp_path: Path, windows: Windows
) -> None:
    with desk_at(write_corpus(tmp_path, FILES)) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        page.get_by_role("link", name="Paragraph 2", exact=True).click()
        page.get_by_role("button", name="Correct the words of paragraph 2").click()
        page.get_by_label("The words", exact=True).fill("May it now?")
        page.reload()
        page.get_by_role("button", name="Go on with this correction").click()
        expect(page.get_by_label("The words", exact=True)).to_have_value("May it now?")
        page.get_by_role("button", name="Keep the change").click()
        expect(page.get_by_role("region", name="The approved text")).to_contain_text("May it now?")
        page.get_by_role("button", name="Add a topic to the list").click()
        page.locator("#topic-title").fill("Gifts")
        page.reload()
        expect(page.locator("#topic-title")).to_have_value("Gifts")
        expect(page.get_by_role("button", name="Go on with this correction")).to_have_count(0)
        page.goto(f"{desk.home}law")
        page.locator("#event").fill("Standard 3 was amended.")
        page.reload()
        expect(page.locator("#event")).to_have_value("Standard 3 was amended.")


def test_why_a_step_is_refused_is_in_view_and_has_the_focus(
    tmp_path: Path, windows: Windows
) -> None:
    paths = write_corpus(tmp_path, FILES)
    with desk_at(paths) as desk, page_at(windows, desk, **ON_A_PHONE) as page:
        page.goto(f"{desk.home}work/2003-05/")
        page.get_by_label("Title", exact=True).fill("Other")
        expect(page.locator("#kept")).to_have_text("Kept on the desk, not saved yet.")
        record = paths.opinions / "2003/05.md"
        record.write_text(TEXT.replace("May it?", "May she?"))
        page.get_by_label("Name of the document").press("Control+s")
        message = page.get_by_role("alert").filter(has_text="so nothing was written")
        expect(message).to_be_in_viewport(ratio=1)
        expect(message).to_be_focused()
        assert_no_violation(page)
        page.keyboard.press("Escape")
        expect(message).to_be_hidden()
        expect(page.get_by_label("Name of the document")).to_be_focused()
        page.get_by_role("button", name="Keep what is here").click()
        expect(page.get_by_role("alert")).to_have_count(0)


def test_each_line_of_the_text_is_reached_and_changed_with_the_keyboard(
    tmp_path: Path, windows: Windows
) -> None:
    text = TEXT.replace("May it? Must it?", "> May it?\n\n## Answer")
    paths = write_corpus(tmp_path, {"opinions/2003/05.md": text})
    with desk_at(paths) as desk, page_at(windows, desk, **ON_A_PHONE) as page:
        page.goto(f"{desk.home}work/2003-05/")
        shown = page.get_by_role("region", name="The approved text")
        shown.focus()
        for key in ("ArrowDown", "End", "Home", "ArrowDown", "ArrowDown"):
            page.keyboard.press(key)
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="Correct the words of paragraph 2")).to_be_focused()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("ArrowDown")
        expect(shown.get_by_role("heading", name="Answer")).to_be_in_viewport()
        expect(page.get_by_role("button", name="Correct the words of paragraph 2")).to_be_hidden()
        page.keyboard.press("Enter")
        page.get_by_role("button", name="This is a paragraph").press("Enter")
        expect(shown.get_by_role("link", name="Paragraph 3")).to_be_attached()
        expect(shown.get_by_role("heading", name="Answer")).to_have_count(0)
        page.keyboard.press("Control+z")
        expect(shown.get_by_role("heading", name="Answer")).to_be_visible()


def test_the_keys_for_undo_take_back_what_was_typed_in_this_box_and_then_a_step(
    tmp_path: Path, windows: Windows
) -> None:
    with desk_at(write_corpus(tmp_path, FILES)) as desk, page_at(windows, desk) as page:
        page.goto(f"{desk.home}work/2003-05/")
        title, name = (page.get_by_label(label) for label in ("Title", "Name of the document"))
        before = [title.input_value(), name.input_value()]
        title.press_sequentially("x")
        expect(page.locator("#kept")).to_have_text("Kept on the desk, not saved yet.")
        name.press_sequentially("y")
        name.press("Control+z")
        expect(name).to_have_value(before[1])
        expect(page.locator("#undo")).to_be_enabled()
        page.locator("#next-step").evaluate("() => document.activeElement.blur()")
        page.keyboard.press("Control+z")
        page.keyboard.press("Control+z")
        page.keyboard.press("Control+z")
        expect(title).to_have_value(before[0])


def test_a_save_is_told_where_the_person_is_and_focus_is_not_lost(
    tmp_path: Path, windows: Windows
) -> None:
    paths = write_corpus(tmp_path)
    with desk_at(paths) as desk, page_at(windows, desk, **ON_A_PHONE) as page:
        page.goto(f"{desk.home}work/2003-05/")
        expect(page.locator("#kept")).to_have_text("In the collection.")
        expect(page.get_by_role("link", name="Hand it over")).to_be_hidden()
        name = page.get_by_label("Name of the document")
        name.fill("minutes.pdf")
        page.get_by_role("link", name="Why? This is the name of a file").focus()
        page.keyboard.press("Shift+Tab")
        name.press_sequentially(" of May")
        page.keyboard.press("Tab")
        expect(page.get_by_text("This is the name of a file")).to_have_count(0)
        expect(page.get_by_label("Its address on the web").first).to_be_focused()
        page.keyboard.press("Control+s")
        said = page.get_by_role("alert").filter(has_text="Saved in the collection.")
        expect(said).to_be_in_viewport(ratio=1)
        assert_no_violation(page)


def test_a_field_that_the_desk_refuses_does_not_hold_up_the_others(
    tmp_path: Path, windows: Windows
) -> None:
    sentence = "The desk cannot write this into the record."

    def answer(route: Route) -> None:
        if "Refused" in (route.request.post_data or ""):
            route.fulfill(status=422, json={"message": sentence})
        else:
            route.continue_()

    paths = write_corpus(tmp_path)
    with desk_at(paths) as desk, page_at(windows, desk) as page:
        page.route("**/fields", answer)
        page.goto(f"{desk.home}work/2003-05/")
        title, document = page.get_by_label("Title", exact=True), page.get_by_label("Name of the")
        title.fill("Refused")
        document.fill("Notes")
        message = page.get_by_role("alert").filter(has_text=sentence)
        expect(message).to_be_visible()
        expect(page.locator("#kept")).to_have_text("Not all of it is sent.")
        with page.expect_response("**/fields"):
            document.fill("Notes of the Board, again")
        expect(page.locator("#kept")).to_have_text("Not all of it is sent.")
        message.get_by_role("button").click()
        document.press("Control+s")
        expect(message).to_be_focused()
        title.fill("Other")
        expect(page.locator("#kept")).to_have_text("Kept on the desk, not saved yet.")
        expect(message).to_be_hidden()
        title.press("Control+s")
        expect(page.get_by_text("Saved in the collection")).to_be_visible()
    record = (paths.opinions / "2003/05.md").read_text(encoding="utf-8")
    assert "title: Other" in record
    assert "Notes of the Board, again" in record
