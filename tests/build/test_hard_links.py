from pathlib import Path

import pytest

from corpus.build.hard_links import link_files, replace_with_links
from folders import texts_below


def test_a_linked_file_is_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one")
    link_files(tmp_path / "site", {"b/c": tmp_path / "a"})
    assert (tmp_path / "site/b/c").samefile(tmp_path / "a")


def test_a_file_is_copied_if_it_cannot_be_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(18, "Invalid cross-device link", self, target)

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    (tmp_path / "a").write_text("one")
    link_files(tmp_path / "site", {"c": tmp_path / "a"})
    (tmp_path / "a").write_text("two")
    assert texts_below(tmp_path / "site") == {"c": "one"}


def test_a_file_in_the_way_stays_as_it_is(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).write_text(name)
    link_files(tmp_path / "site", {"c": tmp_path / "one"})
    with pytest.raises(FileExistsError):
        link_files(tmp_path / "site", {"c": tmp_path / "two"})
    assert (tmp_path / "one").read_text() == "one"


def test_a_file_is_replaced_and_what_shared_it_does_not_change(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).write_text(name)
    site = tmp_path / "site"
    link_files(site, {"a": tmp_path / "one", "b": tmp_path / "one"})
    replace_with_links(site, {"a": tmp_path / "two", "b": tmp_path / "one", "c": tmp_path / "two"})
    assert texts_below(site) == {"a": "two", "b": "one", "c": "two"}
    assert (tmp_path / "one").read_text() == "one"
