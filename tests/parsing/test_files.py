import os
from pathlib import Path

import pytest

from corpus.findings import FaultKind, Location
from corpus.parsing.files import MAX_FAULTS, MAX_FILE_SIZE, read_text, sha256_of, sha256_of_words


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
        (b"a\nb\rc\rd\n", "a\nb\nc\nd\n", [(FaultKind.LINE_ENDS, 2, 1)]),
        ("a\nmediatorâ€™s\n".encode(), "a\nmediatorâ€™s\n", [(FaultKind.MISREAD, 2, 9)]),
        ("a \ufffd".encode(), "a \ufffd", [(FaultKind.MISREAD, 1, 3)]),
        (
            "b â\x80\x99s\x80".encode(),
            "b â  s ",
            [(FaultKind.MISREAD, 1, 3), (FaultKind.INVISIBLE, 1, 7)],
        ),
        (
            b"<<<<<<< a\nb\n||||||| c\n=======\nd\n>>>>>>> e",
            "<<<<<<< a\nb\n||||||| c\n=======\nd\n>>>>>>> e",
            [(FaultKind.CONFLICT, line, 1) for line in (1, 3, 4, 6)],
        ),
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


@pytest.mark.parametrize(
    "text",
    [
        "Title\n=======\n\nWords",
        "a ======= b\n========\n<<<<<<<<\n<<<<<< a\n",
        "“É” ÅÄÖ Nguyễn São Paulo, café’” §§ 7A–38, R&D ½ ™ … £5 naïve Æsop McÕ",
    ],
)
def test_text_that_only_resembles_damage_is_left_alone(tmp_path: Path, text: str) -> None:
    assert read_text(written(tmp_path, text.encode()), "a.md").faults == ()


@pytest.mark.parametrize("sign", "§¶é’“”–—…•½™€→≥ﬁ\u00a0\ufffd")
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac-roman"])
def test_a_sign_that_was_read_in_another_encoding_is_recognized(
    tmp_path: Path, sign: str, encoding: str
) -> None:
    upper = dict(enumerate(bytes(range(256)).decode(encoding, errors="replace")))
    misread = "".join(
        chr(byte) if upper[byte] == "\ufffd" else upper[byte] for byte in sign.encode()
    )
    (fault,) = read_text(written(tmp_path, f"a{misread}b".encode()), "a.md").faults
    assert (fault.kind, fault.location.column) == (FaultKind.MISREAD, 2)
    assert (f"it may be `a{sign}b`" in fault.message) is (sign != "\ufffd")


@pytest.mark.parametrize(
    ("misread", "meant"),
    [
        ("mediatorÃ¢â‚¬â„¢s", "; it may be `mediator’s`"),
        ("mediatorÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢s", "; it may be `mediator’s`"),
        ("Ã¢Â\x80Â\x9cyes", "; it may be `“yes`"),
        ("cafÃƒÆ’Ã‚Â©", "; it may be `café`"),
        ("â€œyesâ€", "; it may be `“yes”`"),
        ("mediatorÕs", "; it may be `mediator’s`"),
        ("mediatorÆs", "; it may be `mediator’s`"),
        ("ï¬les", ""),
        ("3Â", ""),
    ],
)
def test_a_word_that_was_misread_is_shown_as_it_may_have_been(
    tmp_path: Path, misread: str, meant: str
) -> None:
    (fault,) = read_text(written(tmp_path, f"a {misread} b".encode()), "a.md").faults
    assert fault.message == f"`{misread}` was read in the wrong encoding{meant}"


def test_the_hash_of_words_is_what_sha256sum_prints() -> None:
    expected = "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7"
    assert sha256_of_words("a\n") == expected
