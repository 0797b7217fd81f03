from pathlib import Path

from corpus.build.fingerprint import fingerprint


def test_a_fingerprint_depends_on_the_text_and_on_names_and_contents_of_files(
    tmp_path: Path,
) -> None:
    a, b, changed = tmp_path / "a.py", tmp_path / "b.py", tmp_path / "changed/a.py"
    changed.parent.mkdir()
    for path, text in ((a, "x"), (b, "x"), (changed, "y")):
        path.write_text(text)
    inputs = [("text", [a]), ("other", [a]), ("text", [b]), ("text", [a, b]), ("text", [changed])]
    fingerprints = [fingerprint(text, *paths) for text, paths in inputs]
    assert len(set(fingerprints)) == len(inputs)
    assert fingerprint("text", a) == fingerprints[0]
