"""Pages as values, and whole pages against their golden copies (`make golden` writes those)."""

import os
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from markupsafe import escape

import factories
from corpus.checks.registry import RULES
from corpus.library.corpus import ValidCorpus
from corpus.model.static_page import RESERVED_PAGE_NAMES
from corpus.output.task import files_of
from corpus.pages.limits import DEFAULT_LIMITS, PageLimits
from corpus.pages.site_pages import site_pages
from factories import COMMISSION, Files, catalogued, full, page, record

GOLDEN = Path(__file__).parent / "golden"
PAGES = ("opinions/2003/05/index.md", "standards/3/index.md", "topics/index.md", "index.md")


def pages_of(corpus: ValidCorpus, limits: PageLimits = DEFAULT_LIMITS) -> dict[str, str]:
    return dict(files_of(site_pages(corpus, factories.index_of(corpus), limits)))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_its_golden_copy(sound: ValidCorpus, name: str) -> None:
    made = pages_of(sound)[name]
    golden = GOLDEN / name.replace("/", "-")
    if os.environ.get("GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def test_every_url_of_the_contract_has_its_page(sound: ValidCorpus) -> None:
    made = (name for name in pages_of(sound) if "checks/op" not in name)
    assert sorted(made) == [
        "about.md",
        "authorities/index.md",
        "checks/index.md",
        "data/index.md",
        "index.md",
        "opinions/2003/05/index.md",
        "opinions/2003/index.md",
        "opinions/index.md",
        "pictures/index.md",
        "print/index.md",
        "programs/index.md",
        "programs/superior-court/index.md",
        "questions/index.md",
        "rules/index.md",
        "search/index.md",
        "standards/3/index.md",
        "standards/index.md",
        "statutes/7A-38.2/index.md",
        "statutes/index.md",
        "topics/confidentiality/index.md",
        "topics/fees/index.md",
        "topics/index.md",
        "verify/index.md",
    ]


def test_hand_written_pages_cannot_take_the_name_of_a_generated_folder(
    sound: ValidCorpus,
) -> None:
    folders = {path.partition("/")[0] for path in pages_of(sound) if "/" in path}
    assert folders <= RESERVED_PAGE_NAMES


def test_a_hand_written_page_gets_the_parts_that_it_asks_for(tmp_path: Path) -> None:
    files: Files = {
        "pages/index.md": page("# Hello\n\n<!-- questions -->"),
        "pages/about.md": page("# About\n\n<!-- browse -->"),
    }
    read = factories.sound(tmp_path, files)
    pages = pages_of(read)
    assert "# Hello\n\n<section" in pages["index.md"]
    assert "The collection" not in pages["index.md"]
    assert 'href="opinions/2003/05/#issue-1"' in pages["index.md"]
    assert 'href="../topics/"' in pages["about.md"]


def test_each_question_of_the_home_page_has_its_own_answer(tmp_path: Path) -> None:
    fields = (
        "issues:\n  - {id: a, question: First?, at: [1]}\n  - {id: b, question: Second?, at: [1]}\n"
        "holdings:\n  - {id: x, answers: b, text: To second., at: [2]}\n"
        "  - {id: y, answers: a, text: To first., at: [2], cites: ['3(c)']}\n"
    )
    read = factories.sound(tmp_path, {"opinions/2003/05.md": record(fields)})
    for name in ("index.md", "opinions/2003/05/index.md"):
        shown = pages_of(read)[name]
        shown = shown[shown.index("\n---\n") :]
        order = [shown.index(words) for words in ("First?", "To first.", "Second?", "To second.")]
        assert order == sorted(order), name


def test_what_a_record_says_cannot_become_markup(tmp_path: Path) -> None:
    attack = '"><script>alert(1)</script>'
    quoted = attack.replace('"', '\\"')
    text = record(f'title: "{quoted}"\nsummary: "{quoted}"\nsource: {{title: "{quoted}"}}')
    read = factories.sound(tmp_path, {"opinions/2003/05.md": text})
    for name, staged in pages_of(read).items():
        _, _, content = staged.rpartition("\n---\n")
        assert "<script" not in content, name


def test_every_rule_has_its_page_with_its_examples_escaped(sound: ValidCorpus) -> None:
    pages = pages_of(sound)
    for code, rule in RULES.items():
        shown = pages[f"checks/{code.lower()}/index.md"]
        assert rule.name in shown
        assert str(escape(rule.good)) in shown
        assert f'<a href="{code.lower()}/">' in pages["checks/index.md"]
        assert "`" not in shown.partition("\ndescription")[0], "backticks in the title"
    assert "<code>---</code>" in pages["checks/op002/index.md"]


def test_a_catalogue_record_says_that_its_text_is_not_held(tmp_path: Path) -> None:
    files: Files = {"opinions/2004/06.md": catalogued(6, 2004, 'standards: ["3"]')}
    made = factories.sound(tmp_path, files)
    pages = pages_of(made)
    shown = pages["opinions/2004/06/index.md"]
    assert "The text of this opinion is not held here" in shown
    assert 'href="https://example.org/6"' in shown
    assert 'href="../../../standards/3/"' in shown
    assert "Text not held" in pages["opinions/index.md"]
    assert "1 opinion held in full, 1 listed whose text is not held" in pages["index.md"]
    assert "Opinion 6" not in pages["index.md"]


def test_a_missing_number_is_named_where_numbers_run_on(tmp_path: Path) -> None:
    files: Files = {
        "standards/commission.yml": factories.COMMISSION + "first_number: 2\n",
        "opinions/2004/09.md": catalogued(9, 2004),
    }
    made = factories.sound(tmp_path, files)
    assert "numbers 2 to 4 and 6 to 8." in pages_of(made)["opinions/index.md"]


SUPERSEDED: Files = {
    "opinions/2004/06.md": full(
        6, 2004, "opinions: [{cites: 2003/05, effect: supersedes, at: [2]}]", "Not AO 05 (2003)."
    )
}


@pytest.mark.parametrize(
    "name", ["opinions/2003/05/index.md", "opinions/index.md", "standards/3/index.md", "index.md"]
)
def test_what_became_of_an_opinion_is_told_wherever_it_is_named(tmp_path: Path, name: str) -> None:
    made = factories.sound(tmp_path, SUPERSEDED)
    assert "Superseded by AO 6 (2004)" in pages_of(made)[name]


def test_each_side_of_a_relation_leads_to_the_other(tmp_path: Path) -> None:
    made = factories.sound(tmp_path, SUPERSEDED)
    pages = pages_of(made)
    assert 'href="../../../opinions/2004/06/#p2"' in pages["opinions/2003/05/index.md"]
    assert 'href="../../../opinions/2003/05/"' in pages["opinions/2004/06/index.md"]


def test_what_changed_since_is_told_with_both_wordings(tmp_path: Path) -> None:
    editions = (
        "  - {effective: 2001-01-01, event: Adopted, text: A may tell., source: {title: Old}}\n"
        "  - {effective: 2020-01-01, event: Amended, text: A may not tell., source: {title: New}}\n"
    )
    standard = factories.STANDARD.partition("editions:")[0] + f"editions:\n{editions}---\n"
    made = factories.sound(tmp_path, {"standards/3.md": standard})
    shown = pages_of(made)["opinions/2003/05/index.md"]
    assert "Changed since this opinion:</strong> Standard 3(c)." in shown
    assert "<blockquote>A may tell.</blockquote>" in shown
    assert "<blockquote>A may <ins>not </ins>tell.</blockquote>" in shown


def test_every_held_text_is_on_the_page_for_printing_with_anchors_of_its_own(
    tmp_path: Path,
) -> None:
    files = {"opinions/2004/06.md": full(6, 2004), "opinions/2004/07.md": catalogued(7, 2004)}
    printed = pages_of(factories.sound(tmp_path, files))["print/index.md"]
    assert printed.index('id="2003-05-p1"') < printed.index('id="2004-06-p1"')
    assert 'href="#2004-06-p2" data-number="2"' in printed
    assert "Opinion 7" not in printed


def test_a_large_collection_is_printed_and_listed_by_year(tmp_path: Path) -> None:
    corpus = factories.sound(tmp_path, {"opinions/2004/06.md": full(6, 2004)})
    pages = pages_of(corpus, PageLimits(texts_to_print=1, table_rows=1))
    assert 'href="2004/"' in pages["print/index.md"]
    assert 'id="2004-06-p1"' in pages["print/2004/index.md"]
    assert "<table" not in pages["opinions/index.md"]
    assert 'href="2004/"' in pages["opinions/index.md"]


def test_long_lists_are_split_into_pages_by_year_that_keep_the_anchors(tmp_path: Path) -> None:
    later = full(6, 2004, 'standards: ["3(c)"]', "See Standard 3(c).")
    corpus = factories.sound(tmp_path, {"opinions/2004/06.md": later})
    pages = pages_of(corpus, PageLimits(list_rows=1, opinions_in_a_cell=1))
    long = ("questions/", "topics/confidentiality/", "programs/superior-court/", "standards/3/")
    for url in long:
        whole, year = pages[f"{url}index.md"], pages[f"{url}2003/index.md"]
        assert 'class="row-title"' not in whole, url
        assert "opinions/2003/05/" in year, url
        assert "opinions/2004/06/" not in year, url
    for url, anchor in (("standards/3/", "c"), ("questions/", "topic-confidentiality")):
        assert f'href="2003/#{anchor}"' in pages[f"{url}index.md"]
        assert f'id="{anchor}"' in pages[f"{url}index.md"]
        assert f'id="{anchor}"' in pages[f"{url}2003/index.md"]
    assert ">2 opinions</a>" in pages["authorities/index.md"]


def test_the_page_for_staff_offers_a_record_to_be_filled_in(tmp_path: Path) -> None:
    files: Files = {
        "pages/staff.md": page("# For staff\n\n<!-- template -->"),
        "standards/commission.yml": f"{COMMISSION}repository: https://github.com/harbor/board\n",
    }
    pages = pages_of(factories.sound(tmp_path, files))
    (link,) = re.findall('href="(https://github[^"]*)"', pages["staff.md"])
    address, _, asked = unescape(link).partition("?")
    told = parse_qs(asked)
    assert address == "https://github.com/harbor/board/new/main/opinions"
    assert told["filename"] == ["2003/06.md"]
    assert told["value"][0].startswith("---\nnumber: 06\nyear: 2003\n")


def test_where_no_repository_is_known_the_page_for_staff_says_what_to_type(tmp_path: Path) -> None:
    files: Files = {"pages/staff.md": page("# For staff\n\n<!-- template -->")}
    assert "Create new file" in pages_of(factories.sound(tmp_path, files))["staff.md"]
