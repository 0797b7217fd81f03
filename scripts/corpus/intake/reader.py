"""From a document of the Commission, as Word, PDF or plain text, to the draft of a record.

One module reads each format; what they have in common is a paper: passages in reading order, the
words by another way, and what was left out. Only `opened` touches files.
"""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from corpus.intake import pdf, plain_text, word
from corpus.intake.document import Paper, RefusedError
from corpus.intake.file_kinds import DocumentKind, opened
from corpus.model.commission import Commission
from corpus.parsing.files import LARGEST

__all__ = ["Paper", "RefusedError", "read_paper"]

_READERS = {
    DocumentKind.TEXT: plain_text.read,
    DocumentKind.PDF: pdf.read,
    DocumentKind.WORD: word.read,
}


def read_paper(path: Path, commission: Commission) -> Paper:
    """The paper in a file; raises `RefusedError` where the file is none that can be read."""
    kind, data = opened(path)
    paper = _READERS[kind](data, commission)
    if not paper.passages:
        raise RefusedError("there is no text in it")
    size = sum(len(passage.words.encode()) for passage in paper.passages)
    if size > LARGEST:
        raise RefusedError(f"its text has {size:,} bytes, more than the {LARGEST:,} of a record")
    return replace(paper, sha256=sha256(data).hexdigest())
