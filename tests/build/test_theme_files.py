import re
from pathlib import Path

from corpus.build.theme_files import STYLE_SHEET, copy_theme, style_sheet
from corpus.paths import REPOSITORY, THEME, files_below

SHEETS = [(THEME / name).read_text() for name in files_below(THEME, ".css")]


def test_a_site_has_one_style_sheet_and_every_other_file_of_the_theme(tmp_path: Path) -> None:
    copy_theme(tmp_path)
    assert files_below(tmp_path, ".css") == [STYLE_SHEET]
    assert files_below(tmp_path / "assets", ".js") == files_below(THEME / "assets", ".js")
    assert (tmp_path / STYLE_SHEET).read_text() == style_sheet()


def test_the_style_sheet_has_the_rules_of_all_and_no_comments() -> None:
    joined = style_sheet()
    assert "/*" not in joined
    assert all(
        joined.count(sign) == sum(map(str.count, SHEETS, [sign] * len(SHEETS))) for sign in "{}"
    )
    assert joined.startswith("@layer base, layout, components, opinion, charts, print;")


def test_no_rule_is_about_a_class_that_no_page_has() -> None:
    folders = (THEME, REPOSITORY / "scripts/corpus")
    sources = [
        (folder / name).read_text()
        for folder in folders
        for ending in (".html", ".js", ".py", ".md")
        for name in files_below(folder, ending)
    ]
    words = set(re.findall(r"[\w-]+", " ".join(sources)))
    classes = set(re.findall(r"\.([a-z][\w-]+)(?=[^{}]*\{)", style_sheet()))
    made = re.compile(r"heat-\d|depth-\d|md-.*|topic")
    assert {name for name in classes - words if not made.fullmatch(name)} == set()


def test_the_search_page_asks_at_once_for_all_that_every_search_needs() -> None:
    preload = (THEME / "partials/search-preload.html").read_text()
    assert "assets/js/search.js" in preload
    assert '["opinions", "index/start", "index/thesaurus"]' in preload


def test_a_page_asks_for_all_else_before_the_script_that_stops_its_reading(
    small_site: Path,
) -> None:
    page = (small_site / "search/index.html").read_text()
    *needed, stopping = (page.index(name) for name in ("site.css", "search.js", "theme.js"))
    assert max(needed) < stopping
