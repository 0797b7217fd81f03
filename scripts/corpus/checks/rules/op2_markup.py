"""OP2: Markdown that an approved text does not use."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.checks.registry import on_record
from corpus.findings import Level, Violation
from corpus.library.record import Record
from corpus.library.references import References
from corpus.text.blocks import LIST_MARK, Block, Role

_SIGNS = ("`", "|", "~", "^", "_", "\t")
_REPEATED_SIGNS = ("***", "---", "===")
_LINK_OR_CODE = re.compile(r"[\]\[][(\[:^]|\[[ xX]\] |&#?\w+;")

_MARKUP = re.compile(
    r"""
      (?<!\\) (?P<picture> !\[ (?: \[ | [^\[\]]{0,300} \] [\[(] ) )
    | (?<!\\) (?P<link> \[\[ [^\[\]\n]++ \]\] | \[ [^\[\]]{1,300} \]
        (?: \( (?=\)|[^\s()]{0,300}(?:[:/\#]|\.[a-z]{2})) | \[ [^\[\]\n]++ \] ) )
    | ^[ ]{0,3} (?P<address> \[ [^\[\]\n]++ \]:[ ]++ [^\s:/\#]{0,300}[:/\#] )
    | (?<!\\) (?P<footnote> \[\^ [^\[\]\s]++ \] )
    | ^[ >]*+ (?P<fenced> (?P<fence> `{3,}+ | ~{3,}+ ) .*+
        (?: \n (?![ >]*(?P=fence)) .*+ )*+ (?: \n .*+ )? )
    | (?<![\\`]) (?P<code> (?P<ticks> `++ ) (?: [^`\n] | \n(?![ ]*\n) )++ (?P=ticks) (?!`) )
    | ^ (?P<underline> ={3,}+ | (?<=[^\n]\n) -{3,}+ ) [ ]*+ $
    | ^[ ]{0,3} (?P<rule> \*{3,}+ ) [ ]*+ $
    | ^[ ]{0,9} [-*+][ ] (?P<task> \[[ xX]\] ) [ ]
    | (?<![\w\\]) (?P<emphasis> (?P<lines> _{1,3} ) (?=[^\s_]) (?: [^_\n] | \n(?![ ]*\n) ){1,300}
        (?<=\S) (?P=lines) (?!\w) )
    | (?<![\\~]) (?P<tildes> (?P<waves> ~{1,2} ) (?=[^\s~]) [^~\n]{1,300} (?<=\S) (?P=waves) (?!~) )
    | (?<!\\) (?P<raised> \^ (?=[^\s^]) [^^\n]{1,40} (?<=\S) \^ )
    | (?<!\\) (?P<entity> & (?: [A-Za-z]{2,8} | \#[0-9]{2,6} | \#[xX][0-9A-Fa-f]{2,5} ) ; )
    """,
    re.MULTILINE | re.VERBOSE,
)
_NAMES = {
    "picture": "a picture in Markdown",
    "link": "a link in Markdown",
    "address": "the address of a link in Markdown",
    "footnote": "a footnote in Markdown",
    "fenced": "computer code in Markdown",
    "code": "computer code in Markdown",
    "underline": "the line below a heading in Markdown",
    "rule": "a line of stars in Markdown",
    "task": "a box to tick in Markdown",
    "emphasis": "emphasis in Markdown with `_`, which is not read",
    "tildes": "struck or lowered text in Markdown",
    "raised": "raised text in Markdown",
    "entity": "the code of a character in HTML",
}
"""What a converter means by each match of `_MARKUP`."""

_HINT_ON_EMPHASIS = (
    "Type stars, as in *this* or **this**. If the document prints this character, type \\ first."
)

_ROW = re.compile(r" *(?:\|.*\||\+[-=+:]{3,}\+) *")
_LIST_MARK = re.compile(LIST_MARK)
_COLUMN = re.compile(r":?-+:?")
_WIDE_COLUMN = re.compile(r"-{5,}")


@on_record(
    "OP212",
    hint="Type only the words the document prints. If it prints this character, type \\ first.",
    level=Level.WARNING,
)
def markup_in_text(record: Record, _references: References) -> Iterable[Violation]:
    """The text contains no links, pictures, tables, computer code or codes of characters.

    Why: A converter left them. The site prints their characters as words, and a picture is lost.
    Bad: It may (see [Standard 3(c)](https://example.org/)).
    Good: It may (see Standard 3(c)).
    """
    body = record.text.body
    for block in _indented(record.text.blocks, body):
        yield Violation(
            record.location_in_text(block), "this is indented as computer code in Markdown"
        )
    if not _may_have_markup(body):
        return
    for match in _MARKUP.finditer(body):
        kind = str(match.lastgroup)
        location = record.location_in_body(match.start())
        message = f"this is {_NAMES[kind]}"
        if kind == "emphasis":
            yield Violation(location, message, _HINT_ON_EMPHASIS)
        elif kind != "link" or not _is_of_citation(record, match.start()):
            yield Violation(location, message)
    for offset in _tables(body):
        yield Violation(record.location_in_body(offset), "this looks like a table")


def _is_of_citation(record: Record, offset: int) -> bool:
    """Whether a character of the body is one of a citation: the brackets of `Rule 3[E][1]`."""
    return any(
        block.source_offset(citation.start) <= offset <= block.source_offset(citation.end - 1)
        for block, citation in record.text_citations
    )


def _indented(blocks: Sequence[Block], body: str) -> Iterator[Block]:
    """Yield the paragraphs that are indented by four spaces and belong to no list item."""
    previous = None
    for block in blocks:
        is_indented = body.endswith("    ", 0, block.start) and block.role is Role.PARAGRAPH
        if is_indented and previous is not Role.ITEM and block.markdown[0] not in "`~":
            yield block
        previous = block.role


def _may_have_markup(body: str) -> bool:
    """Whether a text has a sign that all markup has; quicker than looking for the markup."""
    if any(map(body.__contains__, _SIGNS)):
        return True
    if any(sign[0] in body and sign in body for sign in _REPEATED_SIGNS):
        return True
    return ("]" in body or "&" in body) and _LINK_OR_CODE.search(body) is not None


def _tables(body: str) -> Iterator[int]:
    """Yield the offset of each table: of its first row, or of the line below its head."""
    offset = 0
    rows = list[int]()
    for line in body.splitlines(keepends=True):
        text = line.rstrip("\n")
        rows = [*rows[:2], offset] if _is_row(text) else []
        if len(rows) == 2:  # noqa: PLR2004 - one row may be words
            yield rows[0]
        elif not rows and _is_rule(text):
            yield offset
        offset += len(line)


def _is_row(line: str) -> bool:
    """Whether a line has bars at both ends, or tabs between words as a spreadsheet copies them."""
    first, tab, rest = line.strip().partition("\t")
    has_columns = bool(tab) and bool(rest.strip()) and not _LIST_MARK.fullmatch(first)
    return has_columns or _ROW.fullmatch(line) is not None


def _is_rule(line: str) -> bool:
    """Whether hyphens show where the columns of a table are: `--- | ---` or `------  -----`."""
    cells = [cell.strip() for cell in line.strip(" |").split("|")]
    if len(cells) > 1:
        return all(map(_COLUMN.fullmatch, cells))
    columns = line.split()
    return len(columns) > 1 and all(map(_WIDE_COLUMN.fullmatch, columns))
