"""The drafts that a folder already has."""

from pathlib import Path

from corpus.model.opinion_id import OpinionId


def drafted_ids(out: str | None) -> frozenset[OpinionId]:
    """The opinions that have a draft in the folder for drafts, by the names of the files."""
    if out is None or not Path(out).is_dir():
        return frozenset()
    names = (path.relative_to(out).with_suffix("").as_posix() for path in _drafts_in(Path(out)))
    return frozenset(filter(None, map(OpinionId.read, names)))


def drafts_of(sha256: str, folder: Path) -> list[Path]:
    """The drafts and records in a folder whose source is the document with this hash."""
    source = f"sha256: {sha256}"
    return [
        path
        for path in _drafts_in(folder)
        if source in path.read_text(encoding="utf-8", errors="replace")
    ]


def _drafts_in(folder: Path) -> list[Path]:
    """The drafts and records in a folder: `05.md`, `2003/05.md` or `series/2003/05.md`."""
    patterns = ("*.md", "*/*.md", "*/*/*.md")
    return [path for pattern in patterns for path in sorted(folder.glob(pattern)) if path.is_file()]
