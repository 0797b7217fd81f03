"""OP2, continued: Markdown that an approved text does not use."""

import re
from collections.abc import Iterable, Iterator

from corpus.checks.registry import on_record
from corpus.findings import Level, Violation
from corpus.library.record import Record
from corpus.library.references import References

_SIGNS = ("`", "|", "~~~", "-----")
_LINK_SIGN = re.compile(r"\][(\[:]")

_MARKUP = re.compile(
    r"""
      (?<!\\) (?P<picture> !\[ [^\[\]\n]*+ \] [\[(] )
    | (?<!\\) (?P<link> \[ [^\[\]\n]++ \]
        (?: \( (?=[^\s()]{0,300}(?:[:/\#]|\.[a-z]{2})) | \[ [^\[\]\n]++ \] ) )
    | ^[ ]{0,3} (?P<address> \[ [^\[\]\n]++ \]:[ ]++ [^\s:/\#]{0,300}[:/\#] )
    | ^[ ]{0,3} (?P<fenced> (?P<fence> `{3,}+ | ~{3,}+ ) .*+
        (?: \n (?![ ]{0,3}(?P=fence)) .*+ )*+ (?: \n .*+ )? )
    | (?<![\\`]) (?P<code> (?P<ticks> `++ ) [^`\n]++ (?P=ticks) (?!`) )
    """,
    re.MULTILINE | re.VERBOSE,
)
_NAMES = {
    "picture": "a picture",
    "link": "a link",
    "address": "the address of a link",
    "fenced": "computer code",
    "code": "computer code",
}
"""What Markdown makes of a match of `_MARKUP`."""

_ROW = re.compile(r" *(?:\|.*\||\+[-=+:]{3,}\+) *")
_RULE = re.compile(r"[-:| ]+")
_COLUMN = re.compile(r"(?:^|[| ]):?-{3,}")


@on_record(
    "OP212",
    hint="Type only the words as the document prints them. If it prints this sign, type \\ first.",
    level=Level.WARNING,
)
def markup_in_text(record: Record, _references: References) -> Iterable[Violation]:
    """The text contains no links, pictures, tables or computer code.

    Why: A converter left them. The site prints their signs as words, and a picture is lost.
    Bad: It may (see [Standard 3(c)](https://example.org/)).
    Good: It may (see Standard 3(c)).
    """
    body = record.text.body
    if not _may_have_markup(body):
        return
    for match in _MARKUP.finditer(body):
        name = _NAMES[match.lastgroup or "code"]
        yield record.location_in_body(match.start()), f"this is {name} in Markdown"
    for offset in _tables(body):
        yield record.location_in_body(offset), "this is a table in Markdown"


def _may_have_markup(body: str) -> bool:
    """Whether a text has a sign that all markup has; quicker than looking for the markup."""
    if any(sign in body for sign in _SIGNS):
        return True
    return "]" in body and _LINK_SIGN.search(body) is not None


def _tables(body: str) -> Iterator[int]:
    """Yield the offset of each table: of its rows between bars, or of the line below its head."""
    offset, rows = 0, list[int]()
    for line in body.splitlines(keepends=True):
        text = line.rstrip("\n")
        rows = [*rows[:2], offset] if _ROW.fullmatch(text) else []
        if len(rows) == 2:  # noqa: PLR2004 - one row may be words between bars
            yield rows[0]
        elif not rows and _is_rule(text):
            yield offset
        offset += len(line)


def _is_rule(line: str) -> bool:
    """Whether a line of hyphens shows where the columns of a table are."""
    columns = len(_COLUMN.findall(line)) if _RULE.fullmatch(line) else 0
    return columns > 1 and ("|" in line or "-----" in line)
