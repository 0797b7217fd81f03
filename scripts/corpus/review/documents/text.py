"""The words of a kept document, read as *Intake* reads it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from corpus.intake import plain_text
from corpus.intake.document import NoWordsError, RefusedError, SourceDocument
from corpus.intake.hidden_signs import without_hidden_signs
from corpus.intake.reader import READERS, Reader
from corpus.model.commission import Commission
from corpus.review.documents.source_words import is_plain_text
from corpus.text.blocks import Role

INSTALLED: Mapping[str, Reader] = READERS if find_spec("pypdfium2") else {}
"""Empty without the packages of *Intake*: the workflow *Seal* can write, so it has none of them."""

_NONE = "No document is kept: `source` has no `file`."
_GONE = "The collection does not have this file."
_NO_WORDS = "No program found words in the document, which may have pictures of words."
_NO_READER = "No program that reads such files is installed where they were compared."


class NotReadError(Exception):
    """A document cannot be compared; the message says why, as a sentence."""


@dataclass(frozen=True, slots=True)
class DocumentText:
    """What a document says."""

    paragraphs: tuple[str, ...]
    """Each heading, paragraph and list item."""
    footnotes: tuple[str, ...]
    left_out: tuple[str, ...]
    """Page headers, footers and page numbers, which are in no paragraph."""
    headings: frozenset[int] = frozenset()
    """Which of the paragraphs are headings, from 0."""
    unseen: tuple[str, ...] = ()
    """What its file holds that no text shows, such as `comments`."""
    of_volume: str = ""
    """From which line to which, if it is the part of a volume: `from “…” to the end`."""


def text_of_document(
    root: Path, path: str, commission: Commission, readers: Mapping[str, Reader] = INSTALLED
) -> DocumentText:
    """Read a document that the collection keeps; raises `NotReadError`."""
    document = root / path
    if not path:
        raise NotReadError(_NONE)
    if not document.is_file() or not document.resolve().is_relative_to(root.resolve()):
        raise NotReadError(_GONE)
    reader = plain_text.read if is_plain_text(document) else readers.get(document.suffix.lower())
    if reader is None:
        raise NotReadError(_NO_READER)
    try:
        read = without_hidden_signs(reader(document.read_bytes(), commission))
        return replace(_text_of(read), unseen=_unseen(document, read))
    except ModuleNotFoundError:
        raise NotReadError(_NO_READER) from None
    except NoWordsError:
        raise NotReadError(_NO_WORDS) from None
    except (RefusedError, OSError) as error:
        raise NotReadError(str(error)) from None


def _unseen(document: Path, read: SourceDocument) -> tuple[str, ...]:
    if is_plain_text(document):
        return ()
    from corpus.intake.kept_copy import unseen_in  # noqa: PLC0415 - needs the packages of Intake

    return unseen_in(document, read.remarks)


def _text_of(document: SourceDocument) -> DocumentText:
    if not (document.blocks or document.footnotes):
        raise NotReadError(_NO_WORDS)
    left_out = (remark.words for remark in document.remarks if remark.kind.leaves_words_out)
    return DocumentText(
        tuple(block.text_with_mark for block in document.blocks),
        tuple(note.text_with_mark for note in document.footnotes),
        tuple(dict.fromkeys(filter(None, left_out))),
        frozenset(
            place for place, block in enumerate(document.blocks) if block.role is Role.HEADING
        ),
    )
