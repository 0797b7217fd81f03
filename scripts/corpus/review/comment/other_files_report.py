"""Changed files that are not part of the collection, and what each can do, as Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from typing import TypeAlias

from corpus.review.changes.other_files import FileKind, OtherFile
from corpus.review.comment.headings import Heading
from corpus.text.markdown_escape import escape_markdown, with_codes_of_invisible_characters

_Kinds: TypeAlias = tuple[tuple[tuple[str, ...], str], ...]
"""Patterns of paths, and what such files can do."""
_MOST = 20
"""How many files of a kind are named."""
_ENDINGS_OF_PROGRAMS = (".py", ".js", ".html", ".yml", ".toml", ".cfg", ".sh")

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
    (
        (".devcontainer/*", ".vscode/*", ".pre-commit-config.yaml"),
        "Settings of editors and of git: they can run programs on someone’s computer.",
    ),
    (
        (".github/*", "CODEOWNERS", "docs/CODEOWNERS"),
        "Forms and settings on GitHub, such as who must approve a change.",
    ),
    (("tests/*",), "Tests of the programs. Without a test, nobody notices a fault in a program."),
)
_LINK = "Links: they lead to other files, which programs may read instead."
_SUBMODULE = "Other repositories: git gets their files from elsewhere, so you cannot see them here."
_OTHER_KIND = "A file can now be run as a program, or no longer can, or takes the place of a link."
_OF_ANOTHER_KIND = (_LINK, _SUBMODULE, _OTHER_KIND)
_OTHERS: _Kinds = (
    (("opinions/thesaurus.yml",), "Words that the search of the site takes for one another."),
    (("LICENSE",), "What others may do with the programs and with the editors’ words."),
    (("*.md",), "Explanations for the people who work here. No page of the site shows them."),
)
_UNKNOWN = (
    "The check does not know what these can do. No workflow runs them, but an editor or another"
    " program on someone’s computer may."
)
_WARNING = (
    "Ask a developer to look at these before the merge: with such a file, a change"
    " can make its own check green. A change of an opinion needs none of them."
)


def other_files_as_markdown(files: Sequence[OtherFile]) -> Iterator[str]:
    """A section with the files by what they can do, programs first."""
    if files:
        yield f"## {Heading.OTHER_FILES}"
    of_programs = (*_OF_ANOTHER_KIND, *(what for _, what in _PROGRAMS), _UNKNOWN)
    if programs := [*_by_what_they_do(of_programs, files)]:
        yield "\n".join([f"**{_WARNING}**", "", *programs])
    if others := [*_by_what_they_do([what for _, what in _OTHERS], files)]:
        yield "\n".join(others)


def _by_what_they_do(sentences: Iterable[str], files: Sequence[OtherFile]) -> Iterator[str]:
    for sentence in sentences:
        if doing := [file for file in files if _what_it_does(file) == sentence]:
            yield f"- {sentence} {_named(doing)}"


def _what_it_does(file: OtherFile) -> str:
    """What a file can do because it is no plain file, or else by its path."""
    if file.kind is FileKind.LINK:
        return _LINK
    if file.kind is FileKind.SUBMODULE:
        return _SUBMODULE
    return _OTHER_KIND if file.has_other_kind else _by_path(file.path)


def _by_path(path: str) -> str:
    kinds = (*_PROGRAMS, *_OTHERS)
    fitting = (what for patterns, what in kinds if any(fnmatchcase(path, it) for it in patterns))
    return next(fitting, _UNKNOWN)


def _named(files: Sequence[OtherFile]) -> str:
    named = [
        escape_markdown(with_codes_of_invisible_characters(file.path))
        + (" (removed)" if file.is_removed else "")
        for file in sorted(files, key=_is_no_program)[:_MOST]
    ]
    if len(files) > _MOST:
        named.append(f"and {len(files) - _MOST:,} more")
    return ", ".join(named)


def _is_no_program(file: OtherFile) -> bool:
    """Whether a file is not named like a program; sorts programs first."""
    return not file.path.endswith(_ENDINGS_OF_PROGRAMS)
