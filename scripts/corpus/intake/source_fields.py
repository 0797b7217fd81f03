"""The field `source`, from what a person says about where a document comes from."""

import re
from collections.abc import Mapping

_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"'`]*[^\s<>()\[\]\"'`.,;:!?]")
_MOST_CHARACTERS = 200


def source_fields(said: str) -> Mapping[str, str]:
    """The first web address as `url`, and the other words as `title`, as far as there are any."""
    line = "".join(filter(str.isprintable, " ".join(said.split())))
    address = _ADDRESS.search(line)
    words = line.replace(address[0], "") if address else line
    title = " ".join(words.strip(" ,;:.()[]<>-–—").split())[:_MOST_CHARACTERS].strip()
    fields = {"title": title, "url": address[0] if address else ""}
    return {name: value for name, value in fields.items() if value}
