"""Templates show views and compute nothing."""

import pytest
from jinja2 import nodes

from corpus.model.words import Words
from corpus.pages.environment import environment, render
from corpus.paths import TEMPLATES, files_below

TEXT_FILTERS = {
    "in_own_words",
    "capitalized",
    "backticks_as_code",
    "breaking_at_slashes",
    "capitalize",
    "join",
    "json_in_script",
    "length",
    "lower",
    "replace",
    "string",
    "items",
    "unbroken",
}
ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)


def parsed(template: str) -> nodes.Template:
    return environment(Words()).parse((TEMPLATES / template).read_text(encoding="utf-8"))


@pytest.mark.parametrize("template", files_below(TEMPLATES))
def test_a_template_uses_only_filters_on_text_and_no_arithmetic(template: str) -> None:
    tree = parsed(template)
    assert {found.name for found in tree.find_all(nodes.Filter)} <= TEXT_FILTERS
    assert list(tree.find_all(ARITHMETIC)) == []


@pytest.mark.parametrize("template", files_below(TEMPLATES))
def test_a_template_calls_only_macros(template: str) -> None:
    tree = parsed(template)
    macros = {macro.name for macro in tree.find_all(nodes.Macro)} | {"caller"}
    for imported in tree.find_all(nodes.FromImport):
        macros |= {str(name) for name in imported.names}
    called = {ast_name(call) for call in tree.find_all(nodes.Call)}
    assert called <= macros


def ast_name(call: nodes.Call) -> str:
    return call.node.name if isinstance(call.node, nodes.Name) else type(call.node).__name__


def test_words_in_backticks_become_code_and_stay_escaped() -> None:
    template = environment(Words()).from_string("{{ words|backticks_as_code }}")
    assert template.render(words="Type `a < b`, & stop") == (
        "Type <code>a &lt; b</code>, &amp; stop"
    )


@pytest.mark.parametrize(
    ("name", "unbroken"),
    [
        ("AO 5 (2003)", "AO 5 (2003)"),
        ("FO 1996-13", "FO 1996-13"),
        ("Standard 3(c)", "Standard 3(c)"),
        ("N.C. Gen. Stat. § 7A-38.2(b)", "§ 7A-38.2(b)"),
        ("Farm Nuisance Rule 4", "Rule 4"),
        ("Standard of Conduct III(A)", "Conduct III(A)"),
        ("and 48-9(c)", "and 48-9(c)"),
        ("48-9(c)", "48-9(c)"),
        ("the Order of May 3, 2017", "May 3, 2017"),
        ("the Order of 3 May 2017", "3 May 2017"),
        ("decided—Rule 4", "Rule 4"),
    ],
)
def test_no_line_ends_in_the_number_of_a_name_or_in_a_date(name: str, unbroken: str) -> None:
    template = environment(Words()).from_string("{{ name|unbroken }}")
    before = name.removesuffix(unbroken)
    assert template.render(name=name) == f'{before}<span class="unbroken">{unbroken}</span>'


def test_a_template_cannot_use_a_value_that_its_view_does_not_have() -> None:
    with pytest.raises(Exception, match="'view' is undefined"):
        render("print.html", Words(), title="x")
