"""OP4: what only all files together can tell."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import permutations
from pathlib import PurePosixPath

from corpus.authorities import Authority, Kind, slug
from corpus.findings import Level, Spot, Verdict
from corpus.model import GENERATED, OpinionId
from corpus.records import Library, Record, gaps
from corpus.rules.registry import on_library


@on_library("OP401", hint="Give one of them its own number.")
def number_twice(library: Library) -> Iterable[Verdict]:
    """No two records are the same opinion.

    Why:
        Two records would share one web address, and one would be lost.

    Bad:
        # opinions/2003/5.md
        number: 5

    Good:
        # opinions/2003/06.md
        number: 6
        ---
        # Opinion Number 06 (2003)

        May it?

        It may (see Standard 3(c)).
    """
    files: defaultdict[OpinionId, list[Record]] = defaultdict(list)
    for record in library.named:
        files[record.id].append(record)
    for same in files.values():
        for record, other in permutations(same, 2):
            message = f"opinion {record.id} is also in {other.document.path}"
            yield record.at("number"), message


@on_library("OP402", hint="Rename or move the file; the number has at least two digits.")
def record_elsewhere(library: Library) -> Iterable[Verdict]:
    """A record lies at opinions/YEAR/NUMBER.md.

    Why:
        Its path tells anyone what it is, and its web address follows from it.

    Bad:
        # opinions/2004/07.md
        number: 7

    Good:
        # opinions/2003/07.md
        number: 7
        ---
        # Opinion Number 07 (2003)

        May it?

        It may (see Standard 3(c)).
    """
    for record in library.named:
        wanted = f"opinions/{record.id}.md"
        if record.document.path != wanted:
            yield record.at("number"), f"opinion {record.id} belongs in {wanted}"


@on_library(
    "OP403",
    hint="Name the file by the id in small letters, as in 3.md or msc.md.",
)
def authority_elsewhere(library: Library) -> Iterable[Verdict]:
    """An authority's file has the name of its id.

    Why:
        Two files of one authority would share one web address.

    Bad:
        # standards/4.md
        ---
        id: 5
        title: Consent
        source: {title: Minutes}
        ---

    Good:
        # standards/5.md
        ---
        id: 5
        title: Consent
        source: {title: Minutes}
        ---
    """
    for document in library.documents:
        authority = document.value
        if isinstance(authority, Authority) and not _has_its_name(document.path, authority.id):
            yield document.at("id"), f"the id `{authority.id}` is not the file's name"


def _has_its_name(path: str, authority: str) -> bool:
    """Whether a file below `standards/` is named by the id; rule sets in small letters."""
    file = PurePosixPath(path)
    kind = Kind.RULE if file.parent.name == Kind.RULE.plural else Kind.STATUTE
    return file.stem == slug(kind, authority)


@on_library("OP404", hint="Move it to where its kind belongs, as in opinions/2003/05.md, or away.")
def unread_file(library: Library) -> Iterable[Verdict]:
    """Every file among the records, authorities and pages is one of them.

    Why:
        A record in the wrong folder would be left out of the site without a word.

    Bad:
        # opinions/05.md
        number: 5

    Good:
        # opinions/2003/05.md
        number: 5
    """
    for path in library.unread:
        yield Spot(path), "this file is not read"


@on_library("OP406", hint="Add the records that are missing.", level=Level.WARNING)
def gap_in_numbers(library: Library) -> Iterable[Verdict]:
    """Where numbers run on across the years, every number has a record.

    Why:
        An opinion that is missing may have changed one that is here.

    Bad:
        # standards/commission.yml
        first_number: 1

    Good:
        # standards/commission.yml
        first_number: 5
    """
    first = library.references.commission.first_number if library.references else None
    records = {record.id.number: record for record in library.named}
    for gap in gaps(first, records) if first else ():
        yield records[gap.stop].at("number"), f"before this one, {_missing(gap)}"


def _missing(gap: range) -> str:
    if len(gap) == 1:
        return f"opinion {gap.start} has no record"
    return f"opinions {gap.start} to {gap.stop - 1} have no record"


@on_library("OP405", hint="Give the page another name.")
def page_name_taken(library: Library) -> Iterable[Verdict]:
    """A hand-written page has an address of its own.

    Why:
        It would stand in the place of a page that is made from the records.

    Bad:
        # pages/topics.md
        ---
        title: Topics
        description: All topics.
        ---
        # Topics

    Good:
        # pages/staff.md
        ---
        title: Staff
        description: How to add an opinion.
        ---
        # Staff
    """
    for page in library.pages:
        if PurePosixPath(page.path).stem.lower() in GENERATED:
            yield Spot(page.path), f"the name `{PurePosixPath(page.path).name}` is taken"
