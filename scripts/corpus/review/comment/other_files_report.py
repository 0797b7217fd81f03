"""Changed files that are no part of the collection, and what each can do, as Markdown."""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from corpus.review.changes.other_files import OtherFile
from corpus.review.comment.headings import Heading
from corpus.text.markdown_escape import escape_markdown

_Kinds = tuple[tuple[tuple[str, ...], str], ...]
"""Patterns of paths, and what such files can do."""
_MOST = 20
"""How many files of a kind are named."""

_PROGRAMS: _Kinds = (
    (("scripts/*",), "Programs: they decide what is checked, sealed and shown."),
    ((".github/workflows/*", ".ci/*"), "Programs that GitHub runs: they can seal and publish."),
    (
        ("*.gitattributes",),
        "It can change the characters of a text when its file is read, or hide a change.",
    ),
    (
        ("Makefile", "mkdocs.yml", "pyproject.toml", "requirements*.txt", "*/mkdocs.yml"),
        "How the site is built, and from which packages.",
    ),
    ((".github/*",), "Forms and settings on GitHub, such as who must approve a change."),
    (("tests/*",), "Tests of the programs. Without a test, a fault of a program is not noticed."),
)
_OTHERS: _Kinds = (
    (("opinions/thesaurus.yml",), "Words that the search of the site takes for one another."),
    (("LICENSE",), "What others may do with the programs and with the editors’ words."),
    (("*.md",), "Explanations for the people who work here. No page of the site shows them."),
    (("*",), "No page of the site is made from these files, as far as is known."),
)
_WARNING = (
    "A person who knows programs must look at these before the merge: with such a file, a change"
    " can make its own check green. A change of an opinion needs none of them."
)


def other_files_as_markdown(files: Sequence[OtherFile]) -> Iterator[str]:
    """A section with the files by what they can do, programs first."""
    if files:
        yield f"## {Heading.OTHER_FILES}"
    if programs := [*_by_kind(_PROGRAMS, files)]:
        yield "\n".join([f"**{_WARNING}**", "", *programs])
    if others := [*_by_kind(_OTHERS, files)]:
        yield "\n".join(others)


def _by_kind(kinds: _Kinds, files: Sequence[OtherFile]) -> Iterator[str]:
    for _, what in kinds:
        if of_kind := [file for file in files if _kind_of(file.path) == what]:
            yield f"- {what} {_named(of_kind)}"


def _kind_of(path: str) -> str:
    """What the first kind that a file belongs to can do."""
    kinds = (*_PROGRAMS, *_OTHERS)
    return next(what for patterns, what in kinds if any(fnmatchcase(path, it) for it in patterns))


def _named(files: Sequence[OtherFile]) -> str:
    named = [
        f"{escape_markdown(file.path)}{' (removed)' if file.is_removed else ''}"
        for file in files[:_MOST]
    ]
    if len(files) > _MOST:
        named.append(f"and {len(files) - _MOST:,} more")
    return ", ".join(named)
