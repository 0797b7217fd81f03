from pathlib import Path

import pytest

from corpus.paths import (
    MKDOCS_SETTINGS,
    TEMPLATES,
    THEME,
    CorpusPaths,
    built_path,
    files_below,
    page_url,
    walk,
)


def test_the_folders_of_a_corpus_are_below_its_root() -> None:
    paths = CorpusPaths(Path("/corpus"))
    for folder in (paths.opinions, paths.standards, paths.pages, paths.staged, paths.site):
        assert folder.is_relative_to("/corpus")


def test_a_path_is_named_with_forward_slashes_below_the_root() -> None:
    paths = CorpusPaths(Path("/corpus"))
    assert paths.relative(paths.opinions / "2003" / "05.md") == "opinions/2003/05.md"


def test_settings_theme_and_templates_exist() -> None:
    assert MKDOCS_SETTINGS.is_file()
    assert THEME.is_dir()
    assert TEMPLATES.is_dir()


def test_files_are_listed_by_their_path_and_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c.md").write_text("x")
    (tmp_path / "d.css").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert sorted(path for path, _ in walk(tmp_path)) == ["a", "a/b", "a/b/c.md", "d.css", "link"]
    assert files_below(tmp_path) == ["a/b/c.md", "d.css", "link"]
    assert files_below(tmp_path, ".md") == ["a/b/c.md"]


@pytest.mark.parametrize(
    ("path", "url", "built"),
    [
        ("index.md", "", "index.html"),
        ("about.md", "about/", "about/index.html"),
        ("opinions/2003/05/index.md", "opinions/2003/05/", "opinions/2003/05/index.html"),
        ("ao/5/index.html", "ao/5/", "ao/5/index.html"),
        ("404.html", "404.html", "404.html"),
        ("data/opinions.csv", "data/opinions.csv", "data/opinions.csv"),
    ],
)
def test_a_path_has_one_url_and_one_built_file(path: str, url: str, built: str) -> None:
    assert page_url(path) == url
    assert built_path(url) == built
