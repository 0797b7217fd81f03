"""Changed settings and pages written by hand, with their old and new words."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from corpus.library.corpus import ValidCorpus
from corpus.model.commission import Commission
from corpus.model.static_page import StaticPage
from corpus.parsing.parsed_file import ParsedFile
from corpus.review.changes.field_changes import FieldChange

SETTINGS = "standards/commission.yml"
_ON_EVERY_PAGE = ("name", "short_name", "site_name", "site", "words", "authorities", "series")
"""The settings that the head and the menu of all pages show."""


def setting_changes(old: Commission, new: Commission) -> Iterator[FieldChange]:
    """Each setting that differs, by its name: `approval_lines`, `authorities.rule.title`."""
    before, after = (dict(_leaves(item.model_dump(mode="json"))) for item in (old, new))
    for name in {**after, **before}:
        was, now = before.get(name, ""), after.get(name, "")
        if was != now:
            yield FieldChange(SETTINGS, name, was, now)


def changes_every_page(change: FieldChange) -> bool:
    """Whether a setting stands at the head or in the menu of every page."""
    return change.what.split(".", maxsplit=1)[0] in _ON_EVERY_PAGE


def page_changes(old: ValidCorpus, new: ValidCorpus) -> Iterator[FieldChange]:
    """Each place where a page written by hand differs, or all of it if only one state has it."""
    before, after = ({page.path: page for page in corpus.pages} for corpus in (old, new))
    for path in sorted({**after, **before}):
        was, now = _paragraphs(before.get(path)), _paragraphs(after.get(path))
        operations = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
        for operation, first, last, start, end in operations:
            if operation != "equal":
                words = ("\n\n".join(was[first:last]), "\n\n".join(now[start:end]))
                yield FieldChange(path, "words", *map(_on_one_line, words))


def _paragraphs(page: ParsedFile[StaticPage] | None) -> list[str]:
    """The title, the description and the paragraphs of a page; none if there is no page."""
    if page is None or page.value is None:
        return []
    return [page.value.title, page.value.description, *page.raw.body.strip().split("\n\n")]


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


def _leaves(values: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Each value that holds no others, with the names that lead to it; a list is one value."""
    if isinstance(values, Mapping):
        for key, value in values.items():
            yield from _leaves(value, f"{name}.{key}" if name else str(key))
    elif isinstance(values, list) and not any(isinstance(item, Mapping) for item in values):
        yield name, "; ".join(map(str, values))
    elif isinstance(values, list):
        for number, value in enumerate(values, start=1):
            yield from _leaves(value, f"{name}.{number}")
    elif values is not None:
        yield name, str(values)
