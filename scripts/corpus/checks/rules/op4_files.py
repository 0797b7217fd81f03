"""OP4: whether every file has its own name, place and text."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any
from unicodedata import normalize

from corpus.checks.hints import (
    hint_on_letter,
    hint_on_revision,
    hint_on_series,
    series_of_folder,
)
from corpus.checks.registry import on_collection, on_shared_file
from corpus.findings import Location, Violation
from corpus.library.corpus import Corpus, RecordOutline
from corpus.library.references import References
from corpus.model.authority import Authority
from corpus.model.opinion_id import OpinionId
from corpus.model.static_page import RESERVED_PAGE_NAMES
from corpus.model.words import listed
from corpus.parsing.field_types import SLUG
from corpus.parsing.parsed_file import ParsedFile
from corpus.paths import COMMISSION_SETTINGS, folder_of_authorities

_AUTHORITIES = "standards/"
"""The folder of the authorities, by kind."""
_SOURCES = "opinions/sources/"
"""The folder of the documents that records name as their source."""


@on_collection(
    "OP420",
    hint="One of them is a copy. Put in the text of its own document, and compare every field.",
)
def text_twice(corpus: Corpus) -> Iterable[Violation]:
    """No two records have the same text below the heading and the approval line.

    Why: One of them is a copy that was not replaced, and readers would take it for an opinion.
        A text of a few words may be the same as another. If one record is sealed, the other
        one is named.
    """
    sealed = corpus.sealed_ids
    texts: defaultdict[int, list[RecordOutline]] = defaultdict(list)
    for outline in corpus.outlines:
        if outline.has_text and outline.hash_of_words is not None:
            texts[outline.hash_of_words].append(outline)
    for same in texts.values():
        for outline in same:
            others = {other.id for other in same if outline.id not in sealed or other.id in sealed}
            if ids := sorted(others - {outline.id}):
                location = corpus.open_record(outline.path).body_location
                named = listed([f"{opinion}" for opinion in (outline.id, *ids)])
                message = f"opinions {named} have the same text"
                yield Violation(location, message, subject=f"{ids[0]}")


@on_collection(
    "OP402", only_by_hand=True, hint="Rename or move the file. The number has at least two digits."
)
def record_elsewhere(corpus: Corpus) -> Iterable[Violation]:
    """A record's file is opinions/YEAR/NUMBER.md.

    Why: The path says which opinion it is, and the web address follows from it.
    Bad:
        # opinions/2004/07.md
        year: 2003
    Good:
        # opinions/2003/07.md
        year: 2003
    """
    for outline in corpus.outlines:
        wanted = f"opinions/{outline.id}.md"
        if outline.path != wanted:
            is_in_year = PurePosixPath(outline.path).parent == PurePosixPath(wanted).parent
            location = corpus.location_in(outline, "number" if is_in_year else "year")
            message = f"opinion {outline.id} belongs in {wanted}"
            meant = OpinionId.read(outline.path.removeprefix("opinions/").removesuffix(".md"))
            hint = hint_on_revision(outline.path) or hint_on_letter(outline.id, meant)
            hint = hint or _fields_to_correct(outline, corpus.references)
            yield Violation(location, message, hint, subject=f"{outline.id}")


def _fields_to_correct(outline: RecordOutline, references: References | None) -> str:
    """What to type in a record that is in the folder of its series; empty if it is not."""
    if references is None:
        return ""
    folder = series_of_folder(outline.path, references.commission)
    series = outline.id.series if folder is None else folder
    return hint_on_series(outline.id, series, references.commission)


@on_collection(
    "OP404", hint="Move or rename the file to fit its kind, such as opinions/2003/05.md."
)
def unread_file(corpus: Corpus) -> Iterable[Violation]:
    """Every file in `opinions/`, `standards/` and `pages/` is where its kind belongs.

    Why: A record in the wrong folder would be left out of the site, and nobody would notice.
    Bad:
        # opinions/05.md
        number: 5
    Good:
        # opinions/2003/05.md
        number: 5
    """
    sources = {record.source_file for record in corpus.outlines}
    is_unsure = None in sources or len(corpus.outlines) < len(corpus.record_paths)
    for path in corpus.unread_paths:
        if path.startswith(_SOURCES) and (path in sources or is_unsure):
            continue
        if not path.startswith("pages/") and _has_wrong_settings(corpus):
            continue
        if path.startswith(_SOURCES):
            hint = f"Add `file: {path}` to `source` in its record, or delete the document."
            yield Violation(Location(path), "no record names this document", hint)
            continue
        message = "this file is in the wrong folder or has the wrong name"
        yield Violation(Location(path), message, _where_it_belongs(path, corpus.references))


def _has_wrong_settings(corpus: Corpus) -> bool:
    """Whether the settings, which name the folders, have a mistake or could not be read."""
    wrong = (file.path for file in corpus.files if file.faults)
    return corpus.kinds is None or COMMISSION_SETTINGS in wrong


def _where_it_belongs(path: str, references: References | None) -> str:
    """What to do with a file, with an example from the folders of the body."""
    if references is None or path.startswith("pages/"):
        return ""
    commission = references.commission
    if path.startswith(_AUTHORITIES):
        folders = (folder_of_authorities(kind.plural) for kind in commission.kinds)
        names = " or ".join(f"`{folder}/`" for folder in folders)
        return f"Move the file to the folder of its kind: {names}." if names else ""
    examples = [f"`opinions/{series.example}.md`" for series in commission.all_series]
    hint = f"Move or rename the file to fit its kind, such as {' or '.join(examples)}."
    if len(examples) == 1:
        return hint
    return f"{hint} If it is right, correct `url` of its series in standards/commission.yml."


@on_collection("OP405", hint="Give the page another name.")
def page_name_taken(corpus: Corpus) -> Iterable[Violation]:
    """A hand-written page has its own address.

    Why: It would replace a page that is made from the records.
    Bad:
        # pages/topics.md
        title: Topics
    Good:
        # pages/staff.md
        title: Staff
    """
    reserved = RESERVED_PAGE_NAMES | {kind.plural for kind in corpus.kinds or ()}
    for page in corpus.pages:
        if PurePosixPath(page.path).stem.lower() in reserved:
            yield Violation(
                Location(page.path), f"the name `{PurePosixPath(page.path).name}` is reserved"
            )


@on_collection(
    "OP415", hint="Use lowercase letters, digits and single hyphens, such as how-to-cite.md."
)
def page_name_unfit(corpus: Corpus) -> Iterable[Violation]:
    """The file name of a hand-written page has only lowercase letters, digits and hyphens.

    Why: The name becomes the web address, which must be the same on every computer.
    Bad:
        # pages/How_To.md
        title: How to cite
    Good:
        # pages/how-to.md
        title: How to cite
    """
    for page in corpus.pages:
        if not re.fullmatch(SLUG, PurePosixPath(page.path).stem):
            yield Violation(
                Location(page.path), f"`{PurePosixPath(page.path).name}` cannot be a web address"
            )


@on_collection("OP416", hint="Keep one of the files, or give one of them another name.")
def same_name_in_other_case(corpus: Corpus) -> Iterable[Violation]:
    """No two files have names that differ only in capitals or in how accents are typed.

    Why: On Windows and macOS they are one file, so a clone there would lose one of them.
    """
    same: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted({*corpus.paths, *corpus.unread_paths}):
        same[normalize("NFC", path.casefold())].append(path)
    for first, *others in same.values():
        for path in others:
            yield Violation(
                Location(path), f"on Windows and macOS this is the same name as {first}"
            )


@on_shared_file(
    "OP403",
    hint="Rename the file to the ID, such as 3.md. For a set of rules, use lowercase: pier.md.",
)
def authority_elsewhere(file: ParsedFile[Any]) -> Iterable[Violation]:
    """An authority's file is named after its ID.

    Why: Two files of one authority would share one web address.
    Bad:
        # standards/4.md
        id: 5
        title: Consent
    Good:
        # standards/5.md
        id: 5
        title: Consent
    """
    authority = file.value
    if not isinstance(authority, Authority):
        return
    name = authority.kind.slug(authority.id)
    if PurePosixPath(file.path).stem != name:
        message = f"the ID `{authority.id}` does not match the name of the file"
        yield Violation(file.field_location("id"), message, f"Rename the file to {name}.md.")
