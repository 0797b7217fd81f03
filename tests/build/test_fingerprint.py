from pathlib import Path

from corpus.build.fingerprint import fingerprint


def test_the_shape_follows_words_names_and_what_the_files_say(tmp_path: Path) -> None:
    one, other = tmp_path / "a.py", tmp_path / "b.py"
    one.write_text("x")
    other.write_text("x")
    found = [fingerprint("w", one), fingerprint("v", one), fingerprint("w", other), fingerprint("w", one, other)]
    assert len(set(found)) == len(found)
    assert fingerprint("w", one) == found[0]
    one.write_text("y")
    assert fingerprint("w", one) != found[0]
