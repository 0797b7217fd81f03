import pytest
import yaml

from corpus.output.page import Page

HARD = 'a: "b" #c \u2028 {{ x }}\n---\n'


def test_every_value_of_the_front_matter_is_read_back_as_it_was() -> None:
    page = Page("a/index.md", HARD, HARD, "<p>content</p>", head=HARD, script="a.js")
    _, front, content = page.markdown.split("---\n", 2)[0:3]
    read = yaml.safe_load(front)
    assert read == {"title": HARD, "description": HARD, "head": HARD, "script": "a.js"}
    assert content == "\n<p>content</p>\n"


def test_what_is_not_known_is_left_out() -> None:
    assert "feed" not in Page("a.md", "A", "B", "c").markdown


@pytest.mark.parametrize(
    ("path", "root"), [("index.md", ""), ("about.md", "../"), ("a/b/index.md", "../../")]
)
def test_a_page_leads_to_the_root_of_the_site(path: str, root: str) -> None:
    assert Page(path, "A", "B").root == root
