import os
from pathlib import Path

import pytest

from corpus.findings import FaultKind, Location
from corpus.parsing.files import MAX_FAULTS, MAX_FILE_SIZE, read_text, sha256_of


def written(folder: Path, data: bytes) -> Path:
    path = folder / "file"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "text", "faults"),
    [
        (b"a\r\nb\n", "a\nb\n", []),
        ("§ “é”\u00a0\u2013\n".encode(), "§ “é”\u00a0\u2013\n", []),
        (b"\xef\xbb\xbfa", "a", [(FaultKind.ENCODING, 1, 1)]),
        (b"a\n\xe9t", "a\n\ufffdt", [(FaultKind.ENCODING, 2, 1)]),
        (b"a\nb\x00c", "a\nb c", [(FaultKind.INVISIBLE, 2, 2)]),
        (b"a\rb", "a b", [(FaultKind.INVISIBLE, 1, 2)]),
        (
            "a\u2028b\x85".encode(),
            "a b ",
            [(FaultKind.INVISIBLE, 1, 2), (FaultKind.INVISIBLE, 1, 4)],
        ),
        (
            "a\u202eb\u200b".encode(),
            "a b ",
            [(FaultKind.INVISIBLE, 1, 2), (FaultKind.INVISIBLE, 1, 4)],
        ),
        (
            "\xad\U000e0041\ufe0f".encode(),
            "   ",
            [(FaultKind.INVISIBLE, 1, column) for column in (1, 2, 3)],
        ),
    ],
)
def test_text_is_decoded_whatever_is_wrong_with_it(
    tmp_path: Path, data: bytes, text: str, faults: list[tuple[FaultKind, int, int]]
) -> None:
    file = read_text(written(tmp_path, data), "a.md")
    assert file.text == text
    assert [
        (fault.kind, fault.location.line, fault.location.column) for fault in file.faults
    ] == faults


def test_at_most_a_hundred_faults_of_one_kind_are_reported(tmp_path: Path) -> None:
    assert len(read_text(written(tmp_path, b"\x00" * 10_000), "a").faults) == MAX_FAULTS


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    file = read_text(written(tmp_path, b"a" * (MAX_FILE_SIZE + 1)), "a.md")
    assert [(fault.kind, fault.location) for fault in file.faults] == [
        (FaultKind.TOO_LARGE, Location("a.md"))
    ]
    assert "262,145 bytes" in file.faults[0].message


def test_links_folders_and_devices_are_not_opened(tmp_path: Path) -> None:
    target = written(tmp_path, b"secret")
    link, pipe = tmp_path / "link", tmp_path / "pipe"
    link.symlink_to(target)
    os.mkfifo(pipe)
    for path in (link, pipe, tmp_path):
        file = read_text(path, "a.md")
        assert (file.text, [fault.kind for fault in file.faults]) == ("", [FaultKind.NOT_A_FILE])


def test_a_file_that_is_not_there_has_no_hash(tmp_path: Path) -> None:
    assert sha256_of(tmp_path / "none") is None
    assert (sha256_of(written(tmp_path, b"a")) or "").startswith("ca978112")
