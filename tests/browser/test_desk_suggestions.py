"""What the page of the desk proposes for an opinion: a clerk takes it with a click."""

from pathlib import Path

from playwright.sync_api import expect

from browser.axe import assert_no_violation
from browser.test_desk import page_at
from browser.windows import Windows
from desk_program import desk_at
from factories import write_corpus

TWO_QUESTIONS = """\
Opinion Number 06 (2004)

(Approved by the Board on May 6, 2004.)

May the mediator tell a party what another said? May the mediator sign an affidavit?

Question 1

Standard 3(c) is about confidentiality (see Standard 9).

The mediator may not tell the party (see Standard 3(c)).

Question 2

A mediator who signs seems to help one side.

The mediator should not sign an affidavit.
"""


def test_what_the_page_proposes_is_taken_with_a_click(tmp_path: Path, windows: Windows) -> None:
    with (
        desk_at(write_corpus(tmp_path)) as desk,
        page_at(windows, desk, bypass_csp=True) as page,
    ):
        page.locator("#files").set_input_files(
            {"name": "new.txt", "mimeType": "text/plain", "buffer": TWO_QUESTIONS.encode()}
        )
        page.get_by_role("link", name="Go on with").click()
        following = page.locator("#next")
        expect(following).to_have_text("Next: Title")
        assert_no_violation(page)
        page.get_by_role("button", name="Begin with “Whether the mediator may tell").click()
        expect(page.get_by_label("Title")).to_have_value(
            "Whether the mediator may tell a party what another said"
        )
        page.get_by_role("button", name="Add “May the mediator sign").click()
        page.get_by_label("Question 1", exact=True).press_sequentially(" ")
        page.get_by_role("button", name="Use paragraph 3: “The mediator may not tell").click()
        expect(page.locator("p.is-chosen")).to_contain_text("The mediator may not tell")
        expect(page.get_by_label("Answer 1: stated in paragraphs")).to_have_value("3")
        page.get_by_role("button", name="Use paragraph 5: “The mediator should not").click()
        expect(page.get_by_label("Answer 2", exact=True)).to_have_value(
            "The mediator should not sign an affidavit."
        )
        page.get_by_role("button", name="Tick what its paragraphs cite: Standard 3(c)").click()
        expect(page.locator(".answer").first.get_by_label("Standard 3(c)")).to_be_checked()
        expect(following).to_have_text("Next: Standard 9")
        following.click()
        expect(page.get_by_label("Its heading there")).to_be_focused()
        page.get_by_label("Its heading there").fill("Duties")
        page.locator("#unheld").get_by_role("button", name="I found it in “").click()
        page.get_by_role("button", name="Add Standard 9 to the collection").click()
        page.get_by_role("button", name="Begin with “The mediator may not").click()
        expect(page.get_by_label("What was asked")).to_have_value(
            "The mediator may not tell the party (see Standard 3(c)). "
            "The mediator should not sign an affidavit."
        )
        expect(page.get_by_text("The text says “confidentiality”.")).to_be_visible()
        page.get_by_label("Confidentiality").check()
        page.get_by_role("button", name="Use “Advisory Opinion 06 (2004), plain text”").click()
        expect(following).to_have_text("All filled in")
        seal = page.locator("#seal")
        place = seal.bounding_box()
        page.locator("#save").click()
        expect(page.get_by_role("button", name="Take it out of the collection")).to_be_visible()
        assert seal.bounding_box() == place, "who goes on to Seal hits nothing else"
