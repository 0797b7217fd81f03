"""Which file each draft of a document gets, and why a draft may get none."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from corpus.intake.document import RefusedError
from corpus.intake.draft import Draft, Drafts
from corpus.intake.existing_record import (
    REVISABLE,
    ExistingRecord,
    Match,
    compare_with_record,
    drafts_of,
)
from corpus.library.missing_numbers import ranges_in_words
from corpus.model.commission import Commission
from corpus.model.opinion_id import runs_of
from corpus.model.words import listed
from corpus.parsing.front_matter import RawFile, read_markdown
from corpus.paths import REVISION_ENDING, CorpusPaths


class Target(NamedTuple):
    """The file of a draft, and the record of its opinion."""

    path: Path
    name: str
    """The path as the user types it."""
    record: Path
    record_name: str


class PlannedDraft(NamedTuple):
    """A draft, its file, and the record that is there already."""

    draft: Draft
    target: Target
    record: RawFile | None
    existing: ExistingRecord | None

    def is_written(self, *, revise: bool) -> bool:
        """Whether anything is written: a new file, or the text that a record lacks."""
        lacks_text = self.existing is not None and self.existing.match is Match.NO_TEXT
        return not self.target.path.exists() or lacks_text or self.is_revision(revise=revise)

    def is_revision(self, *, revise: bool) -> bool:
        """Whether the words of the document are written beside the record."""
        match = self.existing.match if self.existing else None
        return revise and match in REVISABLE and self.target.path.exists()


def select_drafts(result: Drafts, wanted: Sequence[range]) -> Sequence[Draft]:
    """The drafts with these numbers, all if none are given; raises `RefusedError`."""
    numbers = {draft.id.number for draft in result.drafts}
    if missing := [span for span in wanted if numbers.isdisjoint(span)]:
        has = ranges_in_words(runs_of(numbers))
        lacks = ranges_in_words(missing)
        plural = "s" * (not lacks.isdecimal())
        raise RefusedError(f"It has no opinion{plural} {lacks}. It has {has}. Nothing was written.")
    return [
        draft
        for draft in result.drafts
        if not wanted or any(draft.id.number in span for span in wanted)
    ]


def target_of(draft: Draft, drafts: Sequence[Draft], out: str | None, paths: CorpusPaths) -> Target:
    """The file of a draft; raises `RefusedError` if several would share one."""
    record = paths.opinions / f"{draft.id}.md"
    record_name = paths.relative(record)
    if out is None:
        return Target(record, record_name, record, record_name)
    if len(drafts) > 1 and not Path(out).is_dir() and (Path(out).is_file() or out.endswith(".md")):
        message = f"It has {len(drafts)} opinions, and {out} is one file."
        advice = "Type --out and a folder (OUT=drafts/ after make ingest), or --only and a number"
        raise RefusedError(f"{message} {advice} (ONLY=5).")
    is_folder = len(drafts) > 1 or Path(out).is_dir() or out.endswith("/")
    path = Path(out) / f"{draft.id}.md" if is_folder else Path(out)
    if path.exists() and path.suffix != ".md":
        message = f"{path} is not a draft and was not changed."
        raise RefusedError(f"{message} Type OUT=draft.md (--out draft.md).")
    return Target(path, str(path), record, record_name)


def refuse_second_draft(
    sha256: str, result: Drafts, targets: Sequence[Target], out: str | None, paths: CorpusPaths
) -> None:
    """Raise `RefusedError` if the only opinion of a document has a draft with another number.

    A person who wants another draft says with `--out` in which file.
    """
    folder = paths.opinions if out is None else Path(out)
    if len(result.drafts) > 1 or not folder.is_dir():
        return
    drafts = drafts_of(sha256, folder)
    if drafts and not any(target.path in drafts for target in targets):
        name = paths.relative(drafts[0]) if out is None else drafts[0]
        message = f"{name} was made from this document, so no second draft was written."
        raise RefusedError(f"{message} To write one, type --out and a file (OUT=draft.md).")


def plan_draft(draft: Draft, target: Target, commission: Commission) -> PlannedDraft:
    """Compare a draft with what stands at its path, or with the record of its opinion."""
    for path, name in ((target.path, target.name), (target.record, target.record_name)):
        if path.exists():
            record = read_markdown(path, name)
            existing = compare_with_record(record, draft.text, commission)
            return PlannedDraft(draft, target, record, existing)
    return PlannedDraft(draft, target, None, None)


def refuse_to_overwrite(plans: Sequence[PlannedDraft], *, revise: bool) -> None:
    """Raise `RefusedError` if revisions are there already; it names all of them."""
    revised = [planned.target for planned in plans if planned.is_revision(revise=revise)]
    present = [
        str(Path(target.name).with_suffix(REVISION_ENDING))
        for target in revised
        if target.path.with_suffix(REVISION_ENDING).exists()
    ]
    if present:
        message = f"Nothing was written, because this already exists: {listed(present)}."
        raise RefusedError(f"{message} Move it away first.")
