"""Turn a document into draft records, one for each opinion, and list what an editor must decide."""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from corpus import cli
from corpus.build.atomic import replace_file, write_new_file, write_under_free_name
from corpus.intake.document import RefusedError
from corpus.intake.draft import Draft, Drafts, make_drafts
from corpus.intake.existing_record import (
    REVISABLE,
    ExistingRecord,
    Match,
    compare_with_record,
    drafted_ids,
    drafts_of,
    records_by_words,
    revised_record,
)
from corpus.intake.filled_record import filled_record
from corpus.intake.kept_copy import KeptCopy, unseen_in
from corpus.intake.outcome import Outcome, Written
from corpus.intake.reader import READERS, READERS_WITH_OCR, read_document
from corpus.intake.report import report
from corpus.intake.source_fields import source_fields
from corpus.library.corpus import hash_of_words
from corpus.library.missing_numbers import ranges_in_words
from corpus.model.commission import Commission
from corpus.model.opinion_id import runs_of
from corpus.model.words import listed
from corpus.parsing.front_matter import RawFile, read_markdown
from corpus.paths import REVISION_ENDING, CorpusPaths
from corpus.today import today

_NUMBERS = re.compile(r"\s*([0-9]{1,6})(?:\s*-\s*([0-9]{1,6}))?\s*")


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


def main() -> int:
    """Write each draft to a new file, or into the record that lists its opinion without a text."""
    arguments = parse_arguments()
    paths = cli.corpus_paths(arguments)
    corpus, commission = cli.load_settings(paths)
    file = Path(arguments.file)
    readers = READERS_WITH_OCR if arguments.ocr else READERS
    try:
        document, sha256 = read_document(file, commission, readers)
        ids = corpus.filed_ids | drafted_ids(arguments.out)
        result = make_drafts(document, ids, commission, today())
        drafts = select_drafts(result, arguments.only)
        targets = [target_of(draft, drafts, arguments.out, paths) for draft in drafts]
        refuse_second_draft(sha256, result, targets, arguments.out, paths)
        plans = [plan_draft(*pair, commission) for pair in zip(drafts, targets, strict=True)]
        revise: bool = arguments.revise
        refuse_to_overwrite(plans, revise=revise)
        source = {**source_fields(arguments.source), "sha256": sha256}
        kept = None
        if arguments.keep and any(planned.is_written(revise=revise) for planned in plans):
            unseen = unseen_in(file, document.remarks)
            source["file"] = keep_document(file, sha256, result, paths)
            kept = KeptCopy(source["file"], unseen)
        records = records_by_words(paths, commission)
        titles = (source_title(file, draft, result) for draft in drafts)
        written = (
            write_draft(planned, {"title": title, **source}, revise=revise)
            for planned, title in zip(plans, titles, strict=True)
        )
        outcomes = [with_same_words(outcome, records) for outcome in written]
    except RefusedError as error:
        return cli.fail(f"{file}: {error}")
    except FileExistsError as error:
        if error.filename2 is None:
            return cli.fail(f"{error.filename} is a file, not a folder. Type another --out (OUT=).")
        message = f"{error.filename2} already exists and is not overwritten. Move it away first."
        return cli.fail(message)
    except OSError as error:
        return cli.fail(f"The draft could not be written: {error}")
    print(report(outcomes, result, file.name, kept))
    return cli.FINDINGS if any(outcome.is_unsettled for outcome in outcomes) else cli.OK


def parse_arguments() -> Namespace:
    """Parse the command line."""
    parser = cli.parser(__doc__)
    parser.add_argument(
        "file",
        type=cli.parse_file_name,
        metavar="FILE",
        help="a Word, PDF or text file, a web page, or saved e-mail",
    )
    parser.add_argument(
        "--out",
        type=cli.parse_file_name,
        metavar="FILE",
        help="where to write the draft, or the folder of several (default: opinions/)",
    )
    parser.add_argument(
        "--only",
        type=parse_numbers,
        default=(),
        metavar="NUMBERS",
        help="only the opinions with these numbers, such as 5,12-20",
    )
    parser.add_argument(
        "--source",
        metavar="WORDS",
        default="",
        help="where the document comes from: its name, its web address or both",
    )
    add_switches(parser)
    return parser.parse_args()


def add_switches(parser: ArgumentParser) -> None:
    """Add the options without a value."""
    switches = {
        "--ocr": "read pages that are only pictures with Tesseract",
        "--revise": "if a record has other words, write the document's beside it, "
        "as NUMBER.revised.md",
        "--keep": "copy the document to opinions/sources/, and name it in the drafts",
    }
    for name, explanation in switches.items():
        parser.add_argument(name, action="store_true", help=explanation)


def parse_numbers(typed: str) -> tuple[range, ...]:
    """Parse numbers and ranges; raises `ArgumentTypeError` for anything else."""
    ranges = list[range]()
    for part in typed.split(","):
        match = _NUMBERS.fullmatch(part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if first > last:
            message = f"`{part}` is not a number or a range; type numbers such as 5,12-20"
            raise ArgumentTypeError(message)
        ranges.append(range(first, last + 1))
    return tuple(ranges)


def select_drafts(result: Drafts, wanted: Sequence[range]) -> Sequence[Draft]:
    """The drafts with these numbers, all if none are given; raises `RefusedError`."""
    numbers = {draft.id.number for draft in result.drafts}
    if missing := [span for span in wanted if numbers.isdisjoint(span)]:
        has, lacks = ranges_in_words(runs_of(numbers)), ranges_in_words(missing)
        plural = "s" * (not lacks.isdecimal())
        raise RefusedError(f"It has no opinion{plural} {lacks}. It has {has}. Nothing was written.")
    return [
        draft
        for draft in result.drafts
        if not wanted or any(draft.id.number in span for span in wanted)
    ]


def source_title(file: Path, draft: Draft, result: Drafts) -> str:
    """The name of a document, and where the opinion stands in it if it has several."""
    if len(result.drafts) == 1 or draft.place is None:
        return file.name
    return f"{file.name}, {draft.place}"


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


def keep_document(file: Path, sha256: str, result: Drafts, paths: CorpusPaths) -> str:
    """Copy a document into the corpus and return its path there; raises `RefusedError`.

    Another document of that name stays; the copy then has a part of its hash in its name.
    """
    ending = file.suffix.lower()
    stem = re.sub(r"[^\w.]+", "-", file.stem).strip("-.") or "document"
    if len(result.drafts) == 1:
        stem = str(result.drafts[0].id)
    names = (f"{stem}{ending}", f"{stem}-{sha256[:8]}{ending}")
    files = [paths.opinions / "sources" / name for name in names]
    if kept := write_under_free_name(files, file.read_bytes()):
        return paths.relative(kept.path)
    message = f"{paths.relative(files[-1])} is another document, and is not overwritten."
    raise RefusedError(f"{message} Rename yours, or leave out --keep (KEEP=yes).")


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


def plan_draft(draft: Draft, target: Target, commission: Commission) -> PlannedDraft:
    """Compare a draft with what stands at its path, or with the record of its opinion."""
    for path, name in ((target.path, target.name), (target.record, target.record_name)):
        if path.exists():
            record = read_markdown(path, name)
            existing = compare_with_record(record, draft.text, commission)
            return PlannedDraft(draft, target, record, existing)
    return PlannedDraft(draft, target, None, None)


def write_draft(planned: PlannedDraft, source: Mapping[str, str], *, revise: bool) -> Outcome:
    """Write a draft, or the text that a record lacks, or a revision; raises `OSError`."""
    draft, target, record, existing = planned
    if not planned.is_written(revise=revise):
        return Outcome(draft, existing=existing)
    text, name = draft.record(source), target.name
    written = Written.AS_RECORD if target.path == target.record else Written.ELSEWHERE
    if record and existing and existing.match is Match.NO_TEXT:
        text = filled_record(record, text)
        if target.path.exists():
            replace_file(target.path, text)
            return Outcome(draft, name, existing, written)
    elif record and target.path.exists():
        text = revised_record(record, draft, source)
        name = str(Path(name).with_suffix(REVISION_ENDING))
        written = Written.BESIDE_RECORD
    write_new_file(target.path.with_name(Path(name).name), text)
    return Outcome(draft, name, existing, written)


def with_same_words(outcome: Outcome, records: Mapping[str, Sequence[str]]) -> Outcome:
    """The outcome with the record of another opinion that has the words of the draft."""
    words = hash_of_words(outcome.draft.text)
    same = records.get(words, ()) if words else ()
    own = f"/{outcome.draft.id}.md"
    return replace(outcome, same_words=next((path for path in same if not path.endswith(own)), ""))


if __name__ == "__main__":
    cli.run(main)
