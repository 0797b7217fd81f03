from pathlib import Path

from corpus.paths import SETTINGS, TEMPLATES, THEME, CorpusPaths


def test_everything_of_a_corpus_lies_below_its_root() -> None:
    paths = CorpusPaths(Path("/corpus"))
    for folder in (paths.opinions, paths.standards, paths.pages, paths.staged, paths.site):
        assert folder.is_relative_to("/corpus")


def test_a_path_is_named_with_forward_slashes_below_the_root() -> None:
    paths = CorpusPaths(Path("/corpus"))
    assert paths.relative(paths.opinions / "2003" / "05.md") == "opinions/2003/05.md"


def test_what_belongs_to_the_code_is_there() -> None:
    assert SETTINGS.is_file()
    assert THEME.is_dir()
    assert TEMPLATES.is_dir()
