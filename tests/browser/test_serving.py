"""`make serve` in a browser: a page follows its record, and says what is wrong with it."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from factories import write_corpus
from serving import serving


def test_a_page_reloads_and_has_a_bar_while_something_is_wrong(
    tmp_path: Path, browser: Browser
) -> None:
    paths = write_corpus(tmp_path)
    record = paths.opinions / "2003/05.md"
    right = record.read_text()
    record.write_text(right.replace("[confidentiality]", "[a<b>]"))
    with serving(paths) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}opinions/2003/05/")
        bar = page.get_by_role("complementary", name="What is wrong")
        expect(bar, "before there is any page").to_contain_text("opinions/2003/05.md:6")
        record.write_text(right)
        expect(page.locator("h1")).to_have_text("Naming a speaker", timeout=60_000)
        expect(bar).to_have_count(0)
        record.write_text(right.replace("[confidentiality]", "[a<b>]"))
        expect(bar).to_contain_text("a<b> is not in opinions/topics.yml", timeout=60_000)
        expect(bar).to_contain_text("Use an ID from opinions/topics.yml")
        expect(page.locator("h1"), "the last page stays").to_have_text("Naming a speaker")
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text("1 error, 0 warnings")
        page.keyboard.press("Enter")
        expect(bar.get_by_role("listitem"), "the bar can be closed").to_have_count(0)
        record.write_text(right.replace("title: Naming", "title: Calling"))
        expect(page.locator("h1")).to_have_text("Calling a speaker", timeout=60_000)
        expect(bar).to_have_count(0)
