"""Lines for the fields of a record, which are ready to paste."""

import re
from collections.abc import Sequence


def how_to_add(entries: Sequence[str], field: str, yaml: str, old: Sequence[str] = ()) -> str:
    """How to add entries to a field, replacing old ones, as lines that are ready to paste."""
    delete = f", and delete {', '.join(f'`{entry}`' for entry in old)}" if old else ""
    effect = " If it does more than cite, change `effect`." if field == "opinions" else ""
    typed = re.search(
        rf"^{field}:[ \t]*(?:\[(?P<inline>.*)\][ \t]*)?$(?:\n(?P<indent>[ ]*)- )?",
        yaml,
        re.MULTILINE,
    )
    if typed and typed["inline"] is not None:
        present = [entry for entry in _entries_in(typed["inline"]) if _in_quotes(entry) not in old]
        line = f"{field}: [{', '.join([*present, *entries])}]"
        return f"Replace the line `{field}: …` with `{line}`.{effect}"
    if typed and typed["indent"] is not None:
        lines = " and ".join(f"`{typed['indent']}- {entry}`" for entry in entries)
        return f"Below the line `{field}:`, add {lines}{delete}.{effect}"
    if re.search(rf"^{field}:", yaml, re.MULTILINE):
        return f"To the list at `{field}:`, add `{', '.join(entries)}`{delete}.{effect}"
    return f"Add the line `{field}: [{', '.join(entries)}]`.{effect}"


def _entries_in(inline: str) -> list[str]:
    """The entries of a list in brackets, as typed; entries with fields stay together."""
    if "{" in inline:
        return [inline.strip()]
    return [entry.strip() for entry in inline.split(",") if entry.strip()]


def _in_quotes(entry: str) -> str:
    return '"' + entry.strip("\"'") + '"'
