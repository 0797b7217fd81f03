"""Searches for words, numbers and citations, and the facets of the results."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Page, Route, expect

from browser.conftest import Visitor
from browser.windows import NARROW, Windows
from devtools.bench.browser import serve_folder
from factories import full_record, record_text, write_corpus
from once import built_once


def search(page: Page, words: str) -> None:
    """Type words into the search box of a page and press Enter."""
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("searchbox").press("Enter")


@pytest.mark.parametrize("words", ["5", "Opinion Number 05 (2003)"])
def test_a_number_opens_the_opinion(visitor: Visitor, words: str) -> None:
    with visitor.at("") as page:
        search(page, words)
        page.wait_for_url("**/opinions/2003/05/")


@pytest.mark.parametrize(
    "words",
    [
        "AO 5 (2003) ¶ 6",
        "Opinion 5 ¶ 6",
        "N.C. Disp. Resol. Comm'n, Advisory Op. 5, ¶ 6 (2003)",
        "AO 5 (2003) ¶ 6 (Standard 3(c) reformatted in 2020)",
    ],
)
def test_a_citation_opens_the_paragraph_and_is_verified(visitor: Visitor, words: str) -> None:
    with visitor.at("") as page:
        search(page, words)
        page.wait_for_url("**/opinions/2003/05/#p6")
        page.goto(f"{visitor.home}verify/")
        page.get_by_label("by number or citation").fill(words)
        page.get_by_role("button", name="Verify").click()
        link = page.locator("#result").get_by_role("link").first
        expect(link).to_have_attribute("href", "../opinions/2003/05/#p6")


@pytest.mark.parametrize("words", ["FO 1996-13", "1996-13", "Formal Opinion 1996-13"])
def test_another_body_has_its_own_forms_of_numbers(
    visitor_of_fictional_site: Visitor, words: str
) -> None:
    with visitor_of_fictional_site.at("topics/") as page:
        search(page, words)
        page.wait_for_url("**/opinions/1996/13/")


@pytest.mark.parametrize(
    ("words", "title", "anchor"),
    [
        ("who said it in caucus", "Clarifying what was said, and naming who said it", "#p"),
        ("impasse attorney letter", "Clarifying what was said, and naming who said it", "#p"),
        ('"re-opening settlement negotiations"', "Clarifying what was said", "#p1"),
        ("may I tell who said this?", "Clarifying what was said, and naming who said it", "#p6"),
        ("accurately reported", "Clarifying what was said, and naming who said it", "#p4"),
        ("permission to identify", "Clarifying what was said, and naming who said it", "#p"),
        ("3(c)", "Clarifying what was said, and naming who said it", "#p6"),
        ("7A-38.2", "Clarifying what was said, and naming who said it", "#p7"),
        ("giveaways", "Branded giveaways to win referrals", ""),
        ("can I take a gift from a lawyer", "Branded giveaways to win referrals", ""),
        ("lienholder", "Whether a mediator owes a duty to a lienholder", ""),
        ("recording remotely", "Recording a conference", ""),
        ("subpoena", "A subpoenaed mediator who testified", ""),
        ("got a supena zebra", "A subpoenaed mediator who testified", ""),
    ],
)
def test_the_best_opinion_is_the_first_result(
    visitor: Visitor, words: str, title: str, anchor: str
) -> None:
    with visitor.at(f"search/?q={quote_plus(words)}") as page:
        first = page.locator("#results li").first
        first.wait_for()
        assert first.locator("a").first.inner_text().startswith(title)
        assert anchor in (first.locator("a").first.get_attribute("href") or "")
        assert not first.get_by_text(
            "No later change recorded"
        ).count()  # only exceptions are marked


def test_a_number_that_an_edition_replaced_is_told_with_the_new_one(visitor: Visitor) -> None:
    with visitor.at("search/?q=MSC+8.E") as page:
        told = "No opinion here cites MSC Rule 8(E). 8.E became 8(a)(4) on March 1, 2020."
        expect(page.locator("#search-notes")).to_have_text(told)


@pytest.fixture(scope="module")
def visitor_of_small_site(windows: Windows, shared: Path) -> Iterator[Visitor]:
    """A visitor of a site with an opinion of which a later one changed an answer, and an amount."""
    two = record_text(
        "holdings:\n  - {id: x, answers: 1, text: It may., at: [1]}\n"
        "  - {id: y, answers: 1, text: It must., at: [2]}\n"
    )
    fields = (
        "opinions: [{cites: 2003/05, effect: modifies, holding: y}]\n"
        "withdrawn: {on: 2006-01-01, reason: The Board said so.}"
    )
    files = {
        "opinions/2003/05.md": two,
        "opinions/2004/06.md": full_record(
            6, 2004, fields, "See AO 5 (2003). She lit the lantern."
        ),
        "opinions/2004/07.md": full_record(7, 2004, text="The fee was $1,250 then."),
        "opinions/2004/08.md": full_record(8, 2004, text="She sold the orchard."),
        "opinions/2005/09.md": full_record(
            9,
            2005,
            "opinions: [{cites: 2004/06, effect: cites}, {cites: 2004/08, effect: supersedes},"
            " {cites: 2004/07, effect: modifies, at: [2]}]",
            "See AO 6 (2004) and AO 8 (2004). AO 7 (2004) is modified as to partners.",
        ),
    }
    site = built_once(shared / "searched", lambda root: write_corpus(root, files))
    with serve_folder(site) as address:
        yield Visitor(windows, address)


def test_an_amount_is_found_as_it_is_printed(visitor_of_small_site: Visitor) -> None:
    with visitor_of_small_site.at("search/") as page:
        for words in ("$1,250", "1,250", "$1250", '"fee was $1,250"'):
            search(page, words)
            page.wait_for_url(f"**/search/?q={quote_plus(words)}")
            expect(page.locator("#results li")).to_have_count(1)
            expect(page.locator("#results")).to_contain_text("The fee was $1,250 then.")


def test_a_result_does_not_give_an_answer_the_changed_law_of_its_opinion(visitor: Visitor) -> None:
    with visitor.at("search/?q=confidentiality+impasse") as page:
        data = page.request.get(f"{visitor.home}opinions/2003/05/opinion.json").json()
        row = page.locator("#results > li", has_text="AO 5 (2003)")
        shown = [each for each in data["holdings"] if each["answers"] == data["issues"][0]["id"]]
        labels = [each["status_label"] for each in shown]
        assert data["status_label"] not in labels
        expect(row.locator(".row-answer .status").first).to_have_text(labels[0])
        whole = data["status_label"].replace("Later", "later")
        expect(row.locator(".row-note .status")).to_have_text(f"The opinion: {whole}")


def test_a_result_offers_the_words_that_modify_its_answer(visitor_of_small_site: Visitor) -> None:
    with visitor_of_small_site.at("search/?q=fee") as page:
        words = page.locator("#results details")
        words.get_by_text("What AO 9 (2005) says").click()
        modified = "AO 7 (2004) is modified as to partners."
        expect(words.locator("p")).to_have_text(f"¶ 2 See AO 6 (2004) and AO 8 (2004). {modified}")
        address = "../opinions/2005/09/#p2"
        expect(words.get_by_role("link")).to_have_attribute("href", address)


def test_a_changed_answer_has_its_own_mark_in_the_results(visitor_of_small_site: Visitor) -> None:
    with visitor_of_small_site.at("search/?q=speaker") as page:
        expect(page.locator(".row-note .status")).to_have_text(
            "The opinion: modified as to ¶ 2 by AO 6 (2004), since withdrawn; "
            "later history not fully checked; "
            "Standard 3(c) changed in 2020"
        )
        links = page.get_by_role("link", name="AO 6 (2004)")
        expect(links).to_have_count(2)
        expect(links.first).to_have_attribute("href", "../opinions/2004/06/")
        expect(page.locator(".row-answer .status")).to_have_text(
            [
                (
                    "This answer: no change by a later opinion recorded; "
                    "Standard 3(c), cited in ¶ 2, changed in 2020"
                ),
                (
                    "This answer: modified by AO 6 (2004), since withdrawn; "
                    "Standard 3(c) changed in 2020"
                ),
            ]
        )


@pytest.mark.parametrize(
    ("words", "note", "results"),
    [
        ("Standard 77", "No opinion here cites Standard 77.", 0),
        ("Standard 3(z)", "No opinion here cites Standard 3(z).", 1),
        ("Every opinion that cites Standard 3(c)", "", 1),
        ("opinions citing AO 6", "", 1),
        ("may the", "Type at least one word", 0),
        ("-orchard", "Type at least one word", 0),
    ],
)
def test_what_is_cited_and_what_says_nothing_is_understood(
    visitor_of_small_site: Visitor, words: str, note: str, results: int
) -> None:
    with visitor_of_small_site.at(f"search/?q={quote_plus(words)}") as page:
        expect(page.get_by_role("status")).to_have_text(re.compile(r"opinion|Nothing found"))
        expect(page.locator("#results > li")).to_have_count(results)
        expect(page.locator("#search-notes")).to_contain_text(note)


def test_a_number_with_a_wrong_year_leads_to_the_opinion(visitor_of_small_site: Visitor) -> None:
    with visitor_of_small_site.at("search/?q=AO+6+(2009)") as page:
        expect(page.locator("#no-such-number")).to_be_visible()
        expect(page.locator("#suggestions a")).to_have_text("AO 6 (2004)")


@pytest.mark.parametrize(
    ("missing", "shown"),
    [
        ("**/opinions/2004/08/opinion.json", "This result could not be loaded."),
        ("**/thesaurus.json", "She sold the orchard."),
        ("**/filters.json*", "She sold the orchard."),
    ],
)
def test_a_file_that_cannot_be_loaded_does_not_stop_the_search(
    visitor_of_small_site: Visitor, missing: str, shown: str
) -> None:
    with visitor_of_small_site.at("search/") as page:
        page.route(missing, lambda route: route.abort())
        search(page, "orchard")
        expect(page.locator("#results > li")).to_have_count(2)
        expect(page.locator("#results")).to_contain_text(shown)


def test_filters_that_could_not_be_loaded_are_loaded_when_the_panel_opens_again(
    visitor_of_small_site: Visitor,
) -> None:
    with visitor_of_small_site.at("search/") as page:
        page.route("**/filters.json*", lambda route: route.abort())
        search(page, "orchard")
        facets = page.locator("#facets")
        expect(facets).to_have_text("The filters could not be loaded. Try again")
        page.unroute("**/filters.json*")
        for _ in ("close", "open"):
            page.locator("#narrow > summary").click()
        expect(facets.get_by_label("2005")).to_be_visible()
        expect(facets).not_to_contain_text("could not be loaded")


def test_facets_count_a_successor_that_has_none_of_the_words(
    visitor_of_small_site: Visitor,
) -> None:
    with visitor_of_small_site.at("search/?q=orchard") as page:
        shown = page.locator("#results .row-facts")
        expect(shown).to_have_text([re.compile(r"AO 9 \(2005\)"), re.compile(r"AO 8 \(2004\)")])
        labels = page.locator("#facets fieldset", has_text="Year").locator("label")
        expect(labels).to_have_text(["2005 (1)", "2004 (1)"])
        labels.first.click()
        expect(shown).to_have_text([re.compile(r"AO 9 \(2005\)")])


def test_a_search_of_an_incomplete_collection_says_so_and_names_a_synonym_that_matched(
    visitor: Visitor,
) -> None:
    with visitor.at("search/?q=fee") as page:
        row = page.locator("#results > li").first
        before = row.locator(".row-missing, .row-excerpt").first
        expect(before).to_have_text("Matched: “compensation” for “fee”")
        parts = row.locator(".row-excerpt, .row-beside, .row-found")
        expect(parts.first).to_contain_text("worker’s compensation case")
        expect(parts.nth(1)).to_contain_text("These words appear only in the text.")
        expect(page.locator("#incomplete")).to_be_visible()


def test_beside_an_answer_with_the_words_there_is_one_excerpt(visitor: Visitor) -> None:
    with visitor.at("search/?q=speaker+permission") as page:
        expect(page.locator("#results .row-answer").first).to_be_visible()
        expect(page.locator("#results .row-excerpt")).to_have_count(1)


def test_a_status_or_a_year_puts_its_opinions_first(visitor_of_small_site: Visitor) -> None:
    with visitor_of_small_site.at("search/?q=withdrawn") as page:
        first = page.locator("#results .row-facts").first
        expect(first).to_contain_text("AO 6 (2004)")
        expect(page.locator("#results > li").first).to_contain_text("Cited by AO 9 (2005)")
        page.goto(f"{visitor_of_small_site.home}search/?q=2003")
        expect(first).to_contain_text("AO 5 (2003)")


@pytest.mark.parametrize("words", ["2014", "opinion of 2014 on a subpoena"])
def test_an_opinion_without_text_has_its_own_year(visitor: Visitor, words: str) -> None:
    with visitor.at(f"search/?q={quote_plus(words)}") as page:
        first = page.locator("#results > li").first
        expect(first).to_contain_text("AO 30 (2014)")
        expect(first.locator(".row-missing")).to_have_count(0)
        expect(page.locator("#search-notes")).to_be_empty()


def test_a_withdrawn_answer_says_so_and_stands_below_the_opinion_that_cites_it(
    visitor_of_small_site: Visitor,
) -> None:
    with visitor_of_small_site.at("search/?q=lantern") as page:
        rows = page.locator("#results > li")
        expect(rows).to_have_count(2)
        expect(rows.first).to_contain_text("Shown here because it cites the withdrawn AO 6 (2004)")
        expect(rows.last).to_contain_text("Cited by AO 9 (2005)")
        expect(rows.last).to_contain_text("Modifies AO 5 (2003)")
        expect(rows.last.locator(".row-answer.ended .status")).to_have_text("Withdrawn")
        expect(rows.first.locator(".row-answer.ended")).to_have_count(0)


@pytest.mark.parametrize(
    ("words", "url"),
    [
        ("Standard 3(c)", "../standards/3/#c"),
        ("Family Financial Settlement Rule 4 e", "../rules/ffs/#4-e"),
        ("farm nuisance recording rule", "../rules/farm-nuisance/"),
    ],
)
def test_a_citation_also_leads_to_the_provision(visitor: Visitor, words: str, url: str) -> None:
    with visitor.at(f"search/?q={quote_plus(words)}") as page:
        expect(page.locator("#suggestions a")).to_have_attribute("href", url)
        expect(page.get_by_role("status")).to_have_text("1 opinion")


def test_the_paragraph_with_a_citation_stands_first_and_has_it_marked(visitor: Visitor) -> None:
    with visitor.at("search/?q=N.C.G.S.+7A-38.2(b)") as page:
        first = page.locator("#results .row-excerpt, #results .row-found").first
        expect(first.locator("mark")).to_contain_text("7A-38.2(b)")


def test_the_notes_say_in_two_sentences_which_words_are_missing_and_corrected(
    visitor: Visitor,
) -> None:
    with visitor.at("search/?q=clarify+impase+lawyer+zebra") as page:
        expect(page.locator("#search-notes")).to_have_text(
            "No opinion here has “impase”, “zebra”. Showing results for “impasse”."
        )


def test_a_result_opens_its_paragraph_on_a_site_in_a_folder(
    visitor_of_fictional_site: Visitor,
) -> None:
    with visitor_of_fictional_site.at("search/?q=Canon+3(a)") as page:
        link = page.locator("#results a").first
        link.click()
        page.wait_for_url("**/opinions/opinions/*/*/#p*")
        number = page.url.partition("#")[2]
        expect(page.locator(f"#{number}")).to_be_in_viewport()
        assert "Canon 3" in page.locator(f"#{number}").inner_text()


def test_facets_have_counts_and_stay_in_the_url(
    visitor_of_fictional_site: Visitor,
) -> None:
    with visitor_of_fictional_site.at("search/?q=arbiter") as page:
        kinds = ["Standards", "Statutes", "Rules"]
        groups = ["Status", "Topic", *kinds, "Program", "Year", "Text"]
        expect(page.locator("#facets legend")).to_have_text(groups)
        label = page.locator("#facets label", has_text="Withdrawn")
        number = int(label.locator("span").inner_text().strip("()"))
        label.click()
        expect(page.get_by_role("status")).to_have_text(
            f"{number} opinion{'' if number == 1 else 's'}"
        )
        page.reload()
        expect(page.get_by_role("checkbox", name="Withdrawn")).to_be_checked()
        expect(page.locator("#results li")).to_have_count(number)
        assert "Withdrawn" in page.locator("#results li").first.inner_text()


def test_on_a_phone_the_results_begin_below_one_heading_and_one_line_of_controls(
    visitor_of_fictional_site: Visitor,
) -> None:
    with visitor_of_fictional_site.at("search/?q=arbiter", width=NARROW) as page:
        page.locator("#results > li").first.wait_for()
        expect(page.locator("main").get_by_role("heading")).to_have_text(["Search"])
        form = page.locator(".search-form").bounding_box()
        results = page.locator("#results").bounding_box()
        assert form
        assert results
        assert results["y"] - (form["y"] + form["height"]) < 180
        page.get_by_text("Narrow the results").click()
        panel = page.locator("#narrow").bounding_box()
        assert panel
        assert panel["width"] > NARROW * 0.8
        page.locator("#facets label", has_text="Modified").click()
        button = page.get_by_role("button", name=re.compile(r"Show \d+ opinions?"))
        expect(button).to_have_text(re.compile(r"Show \d opinions?"))
        expect(button).to_be_in_viewport()
        button.click()
        expect(page.get_by_role("status")).to_be_focused()
        expect(page.locator("#results > li").first).to_be_in_viewport()


def test_every_value_of_a_filter_can_be_chosen_and_what_is_unfolded_stays(
    visitor_of_fictional_site: Visitor,
) -> None:
    with visitor_of_fictional_site.at("search/") as page:
        every = page.locator("#facets fieldset:has(summary)").first
        every.wait_for()
        number = every.locator("label").count()
        every.get_by_text(f"Show all {number}").click()
        every.locator("label").last.click()
        page.wait_for_url("**/search/?*=*")
        expect(every.locator("label").last).to_be_visible()
        placeholder = "field => getComputedStyle(field, '::placeholder').color"
        fields = page.locator("#q, [name=from]").evaluate_all(
            f"fields => fields.map({placeholder})"
        )
        assert len(set(fields)) == 1


def test_what_narrows_the_results_is_shown_on_a_phone_and_kept_until_it_is_cleared(
    visitor_of_fictional_site: Visitor,
) -> None:
    with visitor_of_fictional_site.at("search/?q=arbiter&Status=Withdrawn", width=NARROW) as page:
        chosen = page.locator("#chosen")
        expect(chosen).to_have_text(re.compile(r"Only: Withdrawn\. Show all \d+ opinions"))
        search(page, "session")
        page.wait_for_url("**/search/?q=session&Status=Withdrawn")
        chosen.get_by_role("link", name="Show all").click()
        page.wait_for_url("**/search/?q=session")
        expect(chosen).to_be_hidden()


def test_a_filter_that_leaves_nothing_says_how_much_there_is_without_it(
    visitor_of_fictional_site: Visitor,
) -> None:
    with visitor_of_fictional_site.at("search/?q=arbiter&from=1800&to=1801") as page:
        expect(page.get_by_role("status")).to_have_text(
            re.compile(r"Nothing found with these filters\. Without them: \d+ opinions\.")
        )


def test_a_number_outside_what_is_chosen_is_offered_as_a_link(
    visitor_of_fictional_site: Visitor,
) -> None:
    with visitor_of_fictional_site.at("search/?q=1996-13&to=1990") as page:
        expect(page.locator("#suggestions")).to_contain_text("This opinion has the number:")
        link = page.locator("#suggestions a")
        expect(link).to_have_attribute("href", "../opinions/1996/13/")


def test_the_later_year_may_be_typed_first(visitor_of_fictional_site: Visitor) -> None:
    with visitor_of_fictional_site.at("search/?from=1996&to=1990") as page:
        expect(page.locator("#chosen")).to_contain_text("1990–1996")
        expect(page.get_by_role("status")).to_have_text("25 opinions")


def test_facets_are_loaded_when_they_are_opened(visitor_of_fictional_site: Visitor) -> None:
    with visitor_of_fictional_site.at("search/?q=arbiter", width=NARROW) as page:
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.reload()
        page.locator("#results li").first.wait_for()
        assert [url for url in requests if "/opinion.json" in url]
        assert not [url for url in requests if "/filters.json" in url]
        page.get_by_text("Narrow the results").click()
        page.locator("#facets label", has_text="Withdrawn").click()
        expect(page.get_by_role("checkbox", name="Withdrawn")).to_be_checked()
        expect(page.locator("#results li").first).to_contain_text("Withdrawn")
        assert [url for url in requests if "/filters.json" in url]
        page.reload()
        expect(page.get_by_role("checkbox", name="Withdrawn")).to_be_visible()


def test_facets_work_without_words(visitor_of_fictional_site: Visitor) -> None:
    with visitor_of_fictional_site.at("search/") as page:
        expect(page.get_by_role("status")).to_have_text("50 opinions")
        page.locator("#facets label", has_text="1996").click()
        expect(page.get_by_role("status")).to_have_text("25 opinions")


def test_a_number_that_is_not_listed_is_called_missing_here(visitor: Visitor) -> None:
    with visitor.at("search/") as page:
        missing = page.locator("#no-such-number")
        typed_numbers = ("12", "AO 12", "12 (2003)", "AO 6 (2003)", "advisory opinion no. 12")
        for typed in (*typed_numbers, "Opinion 12"):
            page.goto(f"{visitor.home}search/?q={quote_plus(typed)}")
            expect(missing).to_contain_text("It may still exist")
            expect(missing).to_be_visible()
            expect(page.get_by_role("status")).to_have_text("Nothing found")
        for typed in ("2003", "caucus"):
            page.goto(f"{visitor.home}search/?q={quote_plus(typed)}")
            expect(page.get_by_role("status")).to_have_text(re.compile("1 opinion|Nothing found"))
            expect(missing).to_be_hidden()


def test_the_number_of_a_statute_is_not_called_a_missing_opinion(visitor: Visitor) -> None:
    with visitor.at("search/") as page:

        def with_statute(route: Route) -> None:
            numbers = route.fetch().json()
            numbers["provisions"]["Tide. Code § 48-9"] = ["48-9", "statutes/48-9/"]
            route.fulfill(json=numbers)

        page.route("**/search/opinions.json", with_statute)
        page.goto(f"{visitor.home}search/?q=48-9")
        expect(page.locator("#suggestions a")).to_have_text(
            "See every opinion that cites Tide. Code § 48-9 →"
        )
        expect(page.get_by_role("status")).to_have_text("Nothing found")
        expect(page.locator("#no-such-number")).to_be_hidden()


def test_a_partial_match_says_which_words_it_lacks(visitor: Visitor) -> None:
    with visitor.at("search/?q=can+I+take+a+gift+from+a+lawyer") as page:
        missing = page.locator("#results li .row-missing")
        expect(missing).to_have_text(
            [
                "Matched: “giveaways” for “gift”",
                "Not in its title or topics: lawyer",
                "Matched: “attorney” for “lawyer”",
                "Missing: gift",
            ]
        )
        expect(page.locator("#results mark", has_text="present")).to_have_count(0)


def test_an_opinion_without_half_of_what_was_asked_is_shown_without_its_answers(
    visitor: Visitor,
) -> None:
    with visitor.at("search/?q=can+I+take+a+gift+from+a+lawyer") as page:
        expect(page.get_by_role("status")).to_have_text("2 opinions with only some of these words")
        expect(page.locator("#results li").last).to_contain_text("AO 5 (2003)")
        expect(page.locator("#results .row-answer")).to_have_count(0)
    with visitor.at("search/?q=attorney+letter+giveaways+impasse") as page:
        expect(page.locator("#results .row-answer").first).to_be_visible()


def test_a_list_of_numbers_finds_these_opinions_in_its_order(visitor: Visitor) -> None:
    with visitor.at("search/?q=Advisory+Opinions+30+and+5") as page:
        expect(page.get_by_role("status")).to_have_text("2 opinions")
        names = page.locator("#results .row-facts > span:first-child")
        expect(names).to_have_text(["AO 30 (2014)", "AO 5 (2003)"])
        expect(page.locator("#suggestions a")).to_have_count(0)


def test_a_word_that_an_opinion_only_mentions_finds_nothing_beside_one_that_is_nowhere(
    visitor: Visitor,
) -> None:
    with visitor.at("search/?q=may+I+report+abuse") as page:
        expect(page.get_by_role("status")).to_have_text("Nothing found")
        expect(page.locator("#search-notes")).to_have_text("No opinion here has “abuse”.")
        expect(page.locator("#nothing-found")).to_be_visible()


def test_a_long_list_of_mistyped_words_asks_for_few_files_but_the_list_of_words(
    visitor_of_fictional_site: Visitor,
) -> None:
    mistyped = "+".join(f"{letter}zq{letter}xx" for letter in "abcdefghijklmnopqrstuvw")
    with visitor_of_fictional_site.at("search/") as page:
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.goto(f"{visitor_of_fictional_site.home}search/?q={mistyped}")
        expect(page.get_by_role("status")).to_have_text("Nothing found")
        assert [url for url in requests if "/index/words-" in url]
        assert len([url for url in requests if re.search(r"/index/\d+\.json", url)]) <= 6


def test_nothing_can_be_sorted_where_nothing_is_found(visitor: Visitor) -> None:
    with visitor.at("search/?q=zebra+crossing", width=NARROW) as page:
        expect(page.get_by_role("status")).to_have_text("Nothing found")
        expect(page.get_by_role("combobox", name="Sort by")).to_be_hidden()


def test_a_search_without_results_says_so(visitor: Visitor) -> None:
    with visitor.at("search/?q=zebra+crossing") as page:
        expect(page.get_by_role("status")).to_have_text("Nothing found")
        words = "No opinion here has “zebra”, “crossing”."
        expect(page.locator("#search-notes")).to_have_text(words)
        links = page.locator("#nothing-found a:visible")
        expect(links.first).to_have_text("all questions with their answers")
        expect(links.last).to_have_attribute("href", re.compile("^https://nccourts.gov/"))


def test_a_slow_search_says_that_it_is_running(visitor: Visitor) -> None:
    with visitor.at("search/") as page:
        page.route("**/start.json", lambda _: None)
        page.goto(page.url + "?q=caucus", wait_until="domcontentloaded")
        expect(page.get_by_role("status")).to_have_text("Searching…")


def test_a_search_that_cannot_be_loaded_says_so(visitor: Visitor) -> None:
    with visitor.at("search/") as page:
        page.route("**/start.json", lambda route: route.abort())
        page.goto(page.url + "?q=caucus")
        expect(page.get_by_role("status")).to_contain_text("The search could not be loaded.")


@pytest.mark.parametrize(
    "typed",
    [
        "a" * 5000,
        "word " * 1000,
        "<img src=x onerror=alert(1)>",
        '"""',
        "🤝 🕊️",
        "سؤال وجواب",
        "\\",
        "-",
        '"constructor"',
        "__proto__",
    ],
)
def test_any_input_gives_an_answer_and_no_error(visitor: Visitor, typed: str) -> None:
    with visitor.at("search/") as page:
        errors: list[object] = []
        page.on("pageerror", lambda error: errors.append(error.message))
        page.on("console", lambda message: errors.append(message.text))
        page.goto(f"{page.url}?q={quote_plus(typed)}")
        expect(page.get_by_role("status")).to_have_text(re.compile(r"opinion|Nothing found"))
        assert not errors


TEN_OLDEST_FIRST = """() => {
  const links = [...document.querySelectorAll("#results > li .row-title a")];
  const ids = links.map((link) => link.pathname.match(/\\d+/g).join("/"));
  return new Set(ids).size === 10 && ids.every((id, at) => !at || ids[at - 1] < id);
}"""


def test_facets_are_right_however_quickly_they_are_clicked(
    visitor_of_fictional_site: Visitor,
) -> None:
    with visitor_of_fictional_site.at("search/?q=arbiter") as page:
        page.locator("#facets input").first.wait_for()
        page.evaluate(
            "document.querySelectorAll('#facets [name=Year]').forEach((box) => box.click())"
        )
        page.get_by_role("combobox", name="Sort by").select_option("oldest")
        page.wait_for_function(TEN_OLDEST_FIRST)


def test_years_narrow_the_results_and_more_are_shown_after_a_reload(
    visitor_of_fictional_site: Visitor,
) -> None:
    with visitor_of_fictional_site.at("search/?from=1996&to=1996") as page:
        expect(page.get_by_role("status")).to_have_text("25 opinions")
        page.get_by_role("button", name="Show more").click()
        rows = page.locator("#results > li")
        expect(rows).to_have_count(20)
        expect(rows.nth(10).locator("a").first).to_be_focused()
        page.reload()
        expect(rows).to_have_count(20)


def test_without_javascript_the_page_leads_to_questions_and_lists(visitor: Visitor) -> None:
    with visitor.at("search/", width=NARROW, java_script_enabled=False) as page:
        links = page.locator("noscript a").evaluate_all("(all) => all.map((a) => a.href)")
        assert [link.split("/")[-2] for link in links][:2] == ["questions", "opinions"]
        for part in ("#narrow", "#sort-form", ".search-results"):
            expect(page.locator(part)).to_be_hidden()


def test_the_paragraph_that_a_result_leads_to_has_marks(visitor: Visitor) -> None:
    with visitor.at("search/?q=permission+to+identify+the+speaker") as page:
        page.locator("#results a").first.click()
        page.wait_for_url("**/opinions/2003/05/#p6")
        expect(page.locator("#p6 mark").first).to_have_text("permission")
        expect(page.locator("#p5 mark")).to_have_count(0)


@pytest.mark.parametrize("typed", ["arbiter", "arbitar+disclose+unknwon"])
def test_nothing_moves_when_the_results_and_notes_arrive(
    visitor_of_fictional_site: Visitor, typed: str
) -> None:
    script = (
        "window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach("
        "(entry) => (window.shift += entry.value)))"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    with visitor_of_fictional_site.in_new_window(script, width=NARROW) as page:

        def answer_after_a_frame(route: Route) -> None:
            page.evaluate("() => new Promise(requestAnimationFrame)")
            route.continue_()

        page.route("**/start.json", answer_after_a_frame)
        page.goto(f"{visitor_of_fictional_site.home}search/?q={typed}")
        page.locator("#results > li").first.wait_for()
        assert page.evaluate("window.shift") < 0.005


def test_a_reload_keeps_the_place_and_the_chosen_box(visitor_of_fictional_site: Visitor) -> None:
    with visitor_of_fictional_site.at("search/?q=arbiter") as page:
        box = page.locator("#facets [name=Year]").last
        box.focus()
        page.keyboard.press("Space")
        page.wait_for_url("**Year=**")
        expect(page.locator("#chosen")).to_be_visible()
        page.wait_for_function("() => document.body.scrollHeight >= innerHeight + 150")
        page.evaluate("scrollTo(0, 150)")
        page.wait_for_function("() => history.state?.scroll === 150")
        page.reload()
        expect(page.locator("#facets input:checked")).to_be_focused()
        assert page.evaluate("scrollY") == 150


def test_nothing_moves_on_a_phone_while_a_slow_search_runs(visitor: Visitor) -> None:
    with visitor.at("search/?q=zebra+crossing", width=NARROW) as page:
        waiting: list[Route] = []

        def hold(route: Route) -> None:
            waiting.append(route)

        page.route("**/start.json", hold)
        page.goto(f"{visitor.home}search/?q=speaker", wait_until="domcontentloaded")
        expect(page.get_by_role("status")).to_have_text("Searching…")
        top = "document.getElementById('results').getBoundingClientRect().top"
        before = page.evaluate(top)
        waiting[0].continue_()
        page.locator("#results > li").first.wait_for()
        assert abs(page.evaluate(top) - before) < 1
