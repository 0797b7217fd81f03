"""How the authorities of one kind are numbered in running text."""

import re
from collections.abc import Callable
from typing import NamedTuple

from corpus.citations.pinpoints import DASH, DASHES, HYPHENS
from corpus.model.authority import Citation

_TO_A_LETTER = (
    rf"(?<=\.[A-Z])(?={DASH}(?:(?:[0-9]{{1,2}}|[IVX]{{1,4}})\.)?[A-Z](?![{DASHES}\w'\u2019]|\.\w))"
)
"""Between `B` and `-D` or `-5.D` of `5.B-D`, a range of parts."""
END = rf"(?:(?<=[)\]])|{_TO_A_LETTER}|(?!\w|\.\d|{DASH}[0-9]|[{HYPHENS}]\w))"
"""After a part in parentheses, or where neither a word nor a number goes on."""
END_IN_LIST = rf"(?:(?<=[)\]])|(?!\w|\.\d|[{HYPHENS}][a-z]))"
"""The same, but a dash may lead to the end of a range."""

LETTERS = "(?:[A-Z]{1,2}|[a-z])?"
"""What may follow the number of a chapter or section: `A` of `2A`."""


class NumberStyle(NamedTuple):
    """How the authorities of one kind are numbered, alone and in lists."""

    alone: re.Pattern[str]
    """A number after words in the singular: `3(c)` after `Canon`."""
    in_list: re.Pattern[str]
    """A number after words in the plural, where a dash may lead to the end of a range."""
    parse: Callable[[re.Match[str], str], Citation | None]
    """What a match means after the set or title named before it; None if it is not a citation."""
    is_unmistakable: Callable[[Citation, Citation], bool]
    """Whether the second citation continues a list after words in the singular.

    `Canon 3 and 4(a)` is a list; `Canon 3 and 4 persons` is not.
    """
    may_follow: Callable[[Citation, Citation], bool] = lambda _previous, _citation: True
    """Whether the second citation can follow the first in any list."""
    fills_ranges: bool = False
    """Whether `1 to 3` also cites 2."""
    leading: re.Pattern[str] | None = None
    """The piece of a number that stands before the words: `52` of `52 U.S.C. § 30101`."""
