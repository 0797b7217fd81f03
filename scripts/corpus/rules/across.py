"""OP4: what only all files together can tell."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import permutations
from pathlib import PurePosixPath

from corpus.findings import Verdict
from corpus.library import Library, Record
from corpus.model import Authority, OpinionId
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
    for record in library.records:
        files[record.id].append(record)
    for same in files.values():
        for record, other in permutations(same, 2):
            message = f"opinion {record.id} is also in {other.document.path}"
            yield record.at("number"), message


@on_library("OP402", hint="Rename or move the file; the number has at least two digits.")
def file_elsewhere(library: Library) -> Iterable[Verdict]:
    """A record lies at opinions/YEAR/NUMBER.md, an authority at its own id.

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
    for record in library.records:
        wanted = f"opinions/{record.id}.md"
        if record.document.path != wanted:
            yield record.at("number"), f"opinion {record.id} belongs in {wanted}"
    for document in library.documents:
        authority = document.value
        if isinstance(authority, Authority) and PurePosixPath(document.path).stem != authority.id:
            yield document.at("id"), f"the id `{authority.id}` is not the file's name"
