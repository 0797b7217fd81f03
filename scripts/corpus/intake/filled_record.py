"""The text of a document in the record that lists its opinion without the text."""

import re
from collections.abc import Iterable, Iterator

from corpus.parsing.front_matter import RawFile

_FENCE = re.compile(r"(?m)^---\n")
_KEY = re.compile(r"[\"']?([\w-]+)[\"']?\s*:(?:\s|$)")

_IN_BRACES = re.compile(r"(?m)^[\"']?source[\"']?\s*:\s*\{")
_CLOSING_BRACE = re.compile(r"(?m)(\})(?=[ \t]*(?:#.*)?$)")


def can_be_filled(file: RawFile) -> bool:
    """Whether each field of a record begins on a line of its own, as people write them."""
    if not isinstance(file.fields, dict):
        return False
    return file.fields.keys() == dict(_fields(file.yaml.text)).keys()


def filled_record(file: RawFile, drafted: str) -> str:
    """Return the record with its fields as they were typed, and all else from a drafted record.

    Its `source` stays, with what the drafted one says beyond it.
    """
    _, front_matter, body = _FENCE.split(drafted, maxsplit=2)
    typed = dict(_fields(file.yaml.text))
    new = dict(_fields(front_matter))
    typed["text"] = "".join(_comments(typed.get("text", "")))
    added = "".join(lines for name, lines in new.items() if name not in typed)
    if "source" in typed:
        typed["source"] = added + _filled_source(typed["source"], new["source"])
        added = ""
    return f"---\n{''.join(typed.values())}{added}---\n{body}"


def _fields(front_matter: str) -> Iterator[tuple[str, str]]:
    """Yield each field with its lines and with the comments above it."""
    name, lines = "", ""
    above = ""
    for line in front_matter.splitlines(keepends=True):
        if key := _KEY.match(line):
            if name:
                yield name, lines
            name, lines, above = key[1], above + line, ""
        elif line.startswith("#") or not line.strip():
            above += line
        else:
            lines, above = lines + above + line, ""
    if name:
        yield name, lines + above


def _comments(lines: str) -> Iterable[str]:
    return (line for line in lines.splitlines(keepends=True) if line.startswith("#"))


def _filled_source(typed: str, new: str) -> str:
    """Return a `source` with the entries of a new one that it does not have."""
    entries = [
        line.strip()
        for line in new.splitlines()[1:]
        if not re.search(rf"(?m)(?:^\s+|[{{,]\s*){line.partition(':')[0].strip()}\s*:", typed)
    ]
    if _IN_BRACES.search(typed):
        before, brace, after = _CLOSING_BRACE.split(typed, maxsplit=1)
        return f"{', '.join([before.rstrip(), *entries])}{brace}{after}"
    indent = re.search(r"(?m)^[ ]+(?=\S)", typed)
    margin = indent[0] if indent else "  "
    return typed + "".join(f"{margin}{entry}\n" for entry in entries)
