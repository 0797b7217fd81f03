"""Pages as values, and whole pages against their golden copies (`make golden` writes those)."""

import os
from pathlib import Path

import pytest

from corpus.records import Library
from corpus.relate import relate
from corpus.render import render
from corpus.rules import RULES
from factories import library, page, record

GOLDEN = Path(__file__).parent / "golden"
PAGES = ("opinions/2003/05/index.md", "standards/3/index.md", "topics/index.md", "index.md")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_its_golden_copy(sound: Library, name: str) -> None:
    made = render(sound, relate(sound.records))[name]
    golden = GOLDEN / name.replace("/", "-")
    if os.environ.get("GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def test_every_url_of_the_contract_has_its_page(sound: Library) -> None:
    made = (name for name in render(sound, relate(sound.records)) if "checks/op" not in name)
    assert sorted(made) == [
        "about.md",
        "checks/index.md",
        "index.md",
        "opinions/2003/05/index.md",
        "opinions/2003/index.md",
        "opinions/index.md",
        "programs/index.md",
        "programs/superior-court/index.md",
        "standards/3/index.md",
        "standards/index.md",
        "statutes/7A-38.2/index.md",
        "statutes/index.md",
        "topics/confidentiality/index.md",
        "topics/fees/index.md",
        "topics/index.md",
    ]


def test_a_hand_written_page_gets_the_parts_that_it_asks_for(tmp_path: Path) -> None:
    files = {
        "pages/index.md": page("# Hello\n\n<!-- questions -->"),
        "pages/about.md": page("# About\n\n<!-- browse -->"),
    }
    read = library(tmp_path, files)
    pages = render(read, relate(read.records))
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
    read = library(tmp_path, {"opinions/2003/05.md": record(fields)})
    for name in ("index.md", "opinions/2003/05/index.md"):
        shown = render(read, relate(read.records))[name]
        order = [shown.index(words) for words in ("First?", "To first.", "Second?", "To second.")]
        assert order == sorted(order), name


def test_what_a_record_says_cannot_become_markup(tmp_path: Path) -> None:
    attack = '"><script>alert(1)</script>'
    quoted = attack.replace('"', '\\"')
    text = record(f'title: "{quoted}"\nsummary: "{quoted}"\nsource: {{title: "{quoted}"}}')
    read = library(tmp_path, {"opinions/2003/05.md": text})
    for name, made in render(read, relate(read.records)).items():
        _, _, content = made.rpartition("\n---\n")
        assert "<script" not in content, name


def test_every_rule_has_its_page_with_what_stands_in_ticks_as_code(sound: Library) -> None:
    pages = render(sound, relate(sound.records))
    for code, rule in RULES.items():
        assert rule.name in pages[f"checks/{code.lower()}/index.md"]
        assert f'<a href="{code.lower()}/">' in pages["checks/index.md"]
    assert "<code>---</code>" in pages["checks/op002/index.md"]
    assert "title: &#34;Fees: when to ask&#34;" in pages["checks/op008/index.md"]
    assert (
        'title: "OP002: The fields stand between two lines ---,' in pages["checks/op002/index.md"]
    )
