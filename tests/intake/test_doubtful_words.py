"""Words that their author hardly wrote are named, in whatever format the document is."""

from pathlib import Path

import pytest

from corpus.intake.reader import read_document
from corpus.intake.remarks import RemarkKind
from intake.sample_documents import APPROVAL, BOARD, TITLE

MAIL = "From: a@harbor.org\nContent-Type: text/plain; charset=utf-8\n\n"


def doubts(path: Path) -> list[tuple[RemarkKind, str]]:
    document, _ = read_document(path, BOARD)
    kinds = {
        RemarkKind.MISREAD,
        RemarkKind.BROKEN,
        RemarkKind.SIGN_WITHIN,
        RemarkKind.UNREADABLE_SIGN,
    }
    return [(remark.kind, remark.words) for remark in document.remarks if remark.kind in kinds]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The partyâ€™s fee.", RemarkKind.MISREAD, ["partyâ€™s"]),
        ("See Â§7A.", RemarkKind.MISREAD, ["Â§7A."]),
        ("See Â§\xa07A.", RemarkKind.MISREAD, ["Â§"]),
        ("The party‚Äôs fee.", RemarkKind.MISREAD, ["party‚Äôs"]),
        ("The partyÃ¢â‚¬â„¢s fee.", RemarkKind.MISREAD, ["partyÃ¢â‚¬â„¢s"]),
        ("The partyÕs fee.", RemarkKind.MISREAD, ["partyÕs"]),
        ("See \ufffd7A.", RemarkKind.UNREADABLE_SIGN, ["\ufffd7A."]),
        ("It was May 1 8, 2018.", RemarkKind.BROKEN, ["May 1 8"]),
        ("See Rule 4 .1 of it.", RemarkKind.BROKEN, ["Rule 4 .1"]),
        ("Each wo rd of the word.", RemarkKind.BROKEN, ["wo rd"]),
        ("May 8 2018, 5 1/2 days, 1 2 3, call 910 555 0100, the café.", RemarkKind.BROKEN, []),
        ('The Ettev"te owns it.', RemarkKind.SIGN_WITHIN, ['Ettev"te']),
        ("The M##gihind, 5 EUR.", RemarkKind.SIGN_WITHIN, ["M##gihind,"]),
        ("It co~ld be Gold;ng’s.", RemarkKind.SIGN_WITHIN, ["co~ld", "Gold;ng’s."]),
        (
            "AT&T, Q&A, and/or, 3(c), O'Brien, A#1, C++, [t]he, judge(s), US$5, 5%of, 18-CV-4*",
            RemarkKind.SIGN_WITHIN,
            [],
        ),
        (
            "Write to a@b.org?subject=x, see www.harbor.org/a?b;c and file$name.txt/x.",
            RemarkKind.SIGN_WITHIN,
            [],
        ),
        ("He may be right, so maybe it may be.", RemarkKind.BROKEN, []),
        ("Any one may tell anyone, in to and into.", RemarkKind.BROKEN, []),
    ],
)
def test_words_that_their_author_hardly_wrote_are_named(
    tmp_path: Path, text: str, kind: RemarkKind, words: list[str]
) -> None:
    body = f"{TITLE}\n\n{APPROVAL}\n\n{text}\n"
    (tmp_path / "memo.txt").write_text(body, encoding="utf-8")
    (tmp_path / "memo.eml").write_text(MAIL + body, encoding="utf-8")
    (tmp_path / "memo.html").write_text(f"<html><body><p>{text}</p></body></html>", "utf-8")
    expected = [(kind, word) for word in words]
    for name in ("memo.txt", "memo.eml", "memo.html"):
        assert doubts(tmp_path / name) == expected, name
