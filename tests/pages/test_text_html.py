from pathlib import Path

import pytest
from lxml import html

from corpus.pages.text_html import approved_text_html, change_marks
from factories import (
    STANDARD,
    UNCHANGED_LAW,
    Files,
    catalog_record,
    index_of,
    read_corpus,
    record_text,
)


def html_of(root: Path, paragraph: str) -> str:
    body = f"# Opinion Number 05 (2003)\n\n{paragraph}\n"
    corpus = read_corpus(root, {"opinions/2003/05.md": record_text(body=body)})
    assert corpus.references
    return approved_text_html(corpus.records[0], corpus.references, "../")


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("It *may* **not**.", "It <em>may</em> <strong>not</strong>."),
        (
            "See Standard 3(c).",
            'See <a href="../standards/3/#c"><span class="unbroken">Standard 3(c)</span></a>.',
        ),
        ("*Standard* 3(c)", '<a href="../standards/3/#c"><em>Standard</em> 3(c)</a>'),
        ("See Standard 9.", 'See <span class="unbroken">Standard 9.</span>'),
        ("On May 3, 2001, it", 'On <span class="unbroken">May 3, 2001</span>, it'),
        ("<script>a & b</script>", "&lt;script&gt;a &amp; b&lt;/script&gt;"),
        ("***<i>a</i>***", "<strong><em>&lt;i&gt;a&lt;/i&gt;</em></strong>"),
    ],
)
def test_words_keep_their_look_and_citations_become_links(
    tmp_path: Path, markdown: str, expected: str
) -> None:
    assert expected in html_of(tmp_path, markdown)


def test_a_citation_that_a_waiver_excepts_is_no_link(tmp_path: Path) -> None:
    text = "The lease has a Standard 3 and a Standard 3(c)."
    assert 'a <span class="unbroken">Standard 3</span> and a <a' in html_of(tmp_path, text)


def test_lists_headings_and_quotations_have_their_elements(tmp_path: Path) -> None:
    tree = html.fragment_fromstring(
        html_of(tmp_path, "## Concern\n\n1) one\n2) two\n\n> said"), create_parent=True
    )
    assert [(child.tag, child.get("id")) for child in tree] == [
        ("h3", "section-opinion-number-05-2003"),
        ("h4", "section-concern"),
        ("ol", None),
        ("blockquote", "p3"),
    ]
    assert [item.get("id") for item in tree.iter("li")] == ["p1", "p2"]


def test_the_words_of_the_page_are_the_words_of_the_text(tmp_path: Path) -> None:
    corpus = read_corpus(tmp_path)
    assert corpus.references
    tree = html.fragment_fromstring(
        approved_text_html(corpus.records[0], corpus.references, ""), create_parent=True
    )
    text = " ".join(tree.text_content().split())
    assert text == " ".join(block.text_with_mark for block in corpus.records[0].text.blocks)


OF_ANSWER = ("../opinions/2010/12/#p4", "Modified by AO 12 (2010)")
OF_LAW = ("../opinions/2003/05/#then-and-now", "Standard 3(c) changed in 2020")
RENUMBERED: Files = {"standards/3.md": STANDARD.replace("event:", "verb: renumbered, event:")}
WITHDRAWN: Files = {
    "opinions/2003/05.md": record_text("withdrawn: {on: 2015-02-03, reason: It was wrong.}")
}


@pytest.mark.parametrize(
    ("effect", "files", "marks"),
    [
        ("modifies, holding: '1'", UNCHANGED_LAW, [OF_ANSWER]),
        ("modifies, holding: '1'", {}, [OF_ANSWER, OF_LAW]),
        ("modifies", {}, [OF_LAW]),
        ("cites", {}, [OF_LAW]),
        ("cites", RENUMBERED, []),
        ("cites", WITHDRAWN, []),
        ("supersedes", {}, []),
    ],
)
def test_a_paragraph_is_marked_if_its_answer_or_the_words_of_its_law_changed(
    tmp_path: Path, effect: str, files: Files, marks: list[tuple[str, str]]
) -> None:
    later = f"opinions: [{{cites: 2003/05, effect: {effect}, at: [4]}}]"
    corpus = read_corpus(
        tmp_path,
        {
            "opinions/2003/05.md": record_text(),
            "opinions/2010/12.md": catalog_record(12, 2010, later),
            **files,
        },
    )
    index = index_of(corpus)
    (record,) = (each for each in index.records if each.opinion.has_text)
    changes = change_marks(record, index)
    text = approved_text_html(record, index.references, "../", changes=changes)
    shown = html.fragment_fromstring(text, create_parent=True).find_class("change-mark")
    assert [(mark.get("href"), mark.get("data-mark")) for mark in shown] == marks
    assert all(mark.getparent().get("id") == "p2" and not mark.text for mark in shown)
