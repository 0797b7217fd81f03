import sys
from pathlib import Path

import pytest

from corpus.build.swap import MARK, may_be_replaced, scratch, swap


def site(folder: Path, **pages: str) -> Path:
    for name, body in pages.items():
        path = folder / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body)
    return folder


@pytest.mark.parametrize("at_once", [True, False])
def test_the_new_site_takes_the_place_of_the_old_one(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    at_once: bool,  # noqa: FBT001
) -> None:
    if not at_once:
        monkeypatch.setattr(sys, "platform", "other")
    place = site(tmp_path / "site", index="old", a="old")
    with scratch(place) as folder:
        swap(site(folder / "site", index="new"), place)
    assert (place / "index.html").read_text() == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]
    assert sorted(path.name for path in place.iterdir()) == [MARK, "index.html"]


def test_nothing_is_left_of_a_site_that_was_not_finished(tmp_path: Path) -> None:
    def stop_half_way() -> None:
        with scratch(tmp_path / "deep" / "site") as folder:
            site(folder / "site", index="half")
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        stop_half_way()
    assert list((tmp_path / "deep").iterdir()) == []


def test_what_a_killed_build_left_is_cleared_away_and_what_another_needs_is_not(
    tmp_path: Path,
) -> None:
    site(tmp_path / ".site-killed" / "site", index="half")
    with scratch(tmp_path / "one") as first:
        assert not (tmp_path / ".site-killed").exists()
        with scratch(tmp_path / "two") as second:
            assert first.is_dir()
            assert second != first


def test_the_first_site_is_just_put_there(tmp_path: Path) -> None:
    swap(site(tmp_path / "built", index="new"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").is_file()


def test_what_was_not_made_here_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("nowhere")
    site(tmp_path / "foreign", index="x")
    site(tmp_path / "ours", index="x")
    (tmp_path / "ours" / MARK).touch()
    answers = {path.name: may_be_replaced(path) for path in tmp_path.iterdir()}
    assert answers == {"empty": True, "file": False, "link": False, "foreign": False, "ours": True}
    assert may_be_replaced(tmp_path / "none")
