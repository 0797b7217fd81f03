from pathlib import Path

import pytest
from lxml import html

from corpus.pages.text_html import approved_text_html, change_marks
from factories import catalog_record, index_of, read_corpus, record_text


def html_of(root: Path, paragraph: str) -> str:
    body = f"# Opinion Number 05 (2003)\n\n{paragraph}\n"
    corpus = read_corpus(root, {"opinions/2003/05.md": record_text(body=body)})
    assert corpus.references
    return approved_text_html(corpus.records[0], corpus.references, "../")


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("It *may* **not**.", "It <em>may</em> <strong>not</strong>."),
        ("See Standard 3(c).", 'See <a href="../standards/3/#c">Standard 3(c)</a>.'),
        ("*Standard* 3(c)", '<a href="../standards/3/#c"><em>Standard</em> 3(c)</a>'),
        ("See Standard 9.", "See Standard 9."),
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
    assert "a Standard 3 and a <a" in html_of(tmp_path, text)


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


def test_a_paragraph_with_a_changed_answer_is_marked(tmp_path: Path) -> None:
    later = "opinions: [{cites: 2003/05, effect: modifies, holding: '1', at: [4]}]"
    files = {
        "opinions/2003/05.md": record_text(),
        "opinions/2010/12.md": catalog_record(12, 2010, later),
    }
    corpus = read_corpus(tmp_path, files)
    index = index_of(corpus)
    (record,) = (each for each in index.records if each.opinion.has_text)
    marks = change_marks(record, index)
    assert marks == {2: ("Modified by AO 12 (2010)", "opinions/2010/12/#p4")}
    text = approved_text_html(record, index.references, "../", changes=marks)
    mark = html.fragment_fromstring(text, create_parent=True).get_element_by_id("p2")[-1]
    assert (mark.get("href"), mark.text) == ("../opinions/2010/12/#p4", None)
