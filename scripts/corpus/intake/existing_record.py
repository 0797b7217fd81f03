"""Whether an existing file has the words of a draft, and which drafts a folder already has."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from corpus.intake.draft import Draft
from corpus.intake.long_text_diff import differences
from corpus.intake.paragraph_differences import BlockWords, paragraph_differences
from corpus.library.corpus import hash_of_words
from corpus.library.record_parser import approved_text
from corpus.library.record_template import EXAMPLE_SOURCE
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.parsing.front_matter import RawFile, read_markdown
from corpus.paths import REVISION_ENDING, CorpusPaths
from corpus.text.approved_text import ApprovedText, parse_approved_text


class Match(Enum):
    """How the file of a record compares with a draft."""

    SAME_WORDS = auto()
    OTHER_WORDS = auto()
    NO_TEXT = auto()
    """The record lists the opinion, and its text is elsewhere."""
    EXAMPLE = auto()
    """The record is the example that a new collection begins with."""
    UNNUMBERED = auto()
    """The file is the draft of another document, which gives no number."""
    UNREADABLE = auto()
    """The file is not a record, or its front matter has no end."""


REVISABLE = frozenset({Match.OTHER_WORDS, Match.UNREADABLE})
"""The words of the document can be written beside these, for a person to compare."""


@dataclass(frozen=True, slots=True)
class ExistingRecord:
    """The file of a record, compared with a draft."""

    path: str
    match: Match
    differences: tuple[str, ...] = ()
    """Each place where the words differ, in sentences."""
    other_paragraphs: tuple[str, ...] = ()
    """Each place where only one of both begins a paragraph or a heading, in sentences."""
    text: ApprovedText | None = None
    """The text of the record; None if it has none, or is not a record of an opinion."""


def compare_with_record(
    file: RawFile, draft: ApprovedText, commission: Commission
) -> ExistingRecord:
    """Compare the text in a record with the text of a draft: words, paragraphs and headings."""
    if not file.body.strip():
        match = Match.NO_TEXT if isinstance(file.fields, dict) else Match.UNREADABLE
        return ExistingRecord(file.path, match)
    if _is_example(file):
        return ExistingRecord(file.path, Match.EXAMPLE)
    text = approved_text(file, commission)
    record = BlockWords(text)
    document = BlockWords(draft)
    others = list(differences(record.words, document.words))
    if others and _lacks_number(file):
        return ExistingRecord(file.path, Match.UNNUMBERED)
    sentences = tuple(
        f"{record.paragraph_at(other.old_position)}{other.sentence('the record', 'the document')}"
        for other in others
    )
    match = Match.OTHER_WORDS if sentences else Match.SAME_WORDS
    paragraphs = tuple(paragraph_differences(record, document, others))
    return ExistingRecord(file.path, match, sentences, paragraphs, text)


def records_by_words(
    paths: CorpusPaths, commission: Commission
) -> Mapping[int | None, Sequence[str]]:
    """The paths of the records with the same words, by the hash of these words."""
    records: defaultdict[int | None, list[str]] = defaultdict(list)
    for path in sorted(paths.opinions.rglob("*.md")):
        if path.is_file() and not path.name.endswith(REVISION_ENDING):
            file = read_markdown(path, paths.relative(path))
            text = parse_approved_text(
                file.body, commission.is_approval_line, commission.is_further_approval_line
            )
            records[hash_of_words(text)].append(file.path)
    return records


def revised_record(file: RawFile, draft: Draft, fields: Mapping[str, str]) -> str:
    """The record with the text of the draft, and with its own fields if it has a text."""
    if file.body.strip():
        return f"---\n{file.yaml.text}---\n\n{draft.text.body}"
    return draft.record(fields)


def _is_example(file: RawFile) -> bool:
    match file.fields:
        case {"source": {"title": title}}:
            return title == EXAMPLE_SOURCE
    return False


def _lacks_number(file: RawFile) -> bool:
    fields = file.fields
    return isinstance(fields, dict) and "number" in fields and not fields["number"]


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
