from pathlib import Path

from corpus.paths import SETTINGS, TEMPLATES, THEME, Places


def test_everything_of_a_corpus_lies_below_its_root() -> None:
    places = Places(Path("/corpus"))
    for folder in (places.opinions, places.standards, places.pages, places.staged, places.site):
        assert folder.is_relative_to("/corpus")


def test_a_path_is_named_with_forward_slashes_below_the_root() -> None:
    places = Places(Path("/corpus"))
    assert places.relative(places.opinions / "2003" / "05.md") == "opinions/2003/05.md"


def test_what_belongs_to_the_code_is_there() -> None:
    assert SETTINGS.is_file()
    assert THEME.is_dir()
    assert TEMPLATES.is_dir()
