"""Lines of a draft that may begin what is not part of the opinion, such as an appendix."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from corpus.intake.document import TextBlock
from corpus.intake.remarks import Remark, RemarkKind

_NEAR_TOP = 3
"""This many blocks at the top are the heading, the approval line and the first words."""
_NUMBER = r"(?:[0-9]+|[IVXLC]+|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten)"
_TITLE = re.compile(
    rf"""(?ix)
    (?: (?:appendi(?:x|ces)|annex(?:es)?|exhibit|attachment)(?:\ {_NUMBER})?
      | (?:(?:subject|topical|general|alphabetical|cumulative)\ )?index(?:\ (?:of|to|by)\ .+)?
      | (?:part|chapter|volume|book)\ {_NUMBER}
      | table\ of\ .+ | glossary | bibliography | afterword | epilogue | foreword | preface
      | (?:advisory\ )?opinions\ (?:of|from|for|issued)\ .*[0-9]{{4}}
    )
    (?:\s*[:.–—-]\s*\S.*)?
    """
)
_LONGEST_TITLE = 80
_EDITOR = re.compile(r"(?i)\[?(?:editor(?:['’]s|s['’]|ial)?|publisher(?:['’]s)?)(?: note)?[:.]")
_SEPARATOR = re.compile(r"[\W_]+")


def back_matter_remarks(blocks: Sequence[TextBlock]) -> Iterator[Remark]:
    """Yield a remark on the first line of an opinion below which its text may have ended."""
    for index, block in enumerate(blocks[_NEAR_TOP:], _NEAR_TOP):
        words = block.text
        if _is_title(words) or _EDITOR.match(words):
            signs = len(list(takewhile(_is_separator, reversed(blocks[:index]))))
            first, last = blocks[index - signs], blocks[-1]
            place = first.place.to(last.place) if first.place and last.place else None
            yield Remark(RemarkKind.PERHAPS_OUTSIDE, place, words)
            return


def _is_title(words: str) -> bool:
    return len(words) <= _LONGEST_TITLE and _TITLE.fullmatch(words) is not None


def _is_separator(block: TextBlock) -> bool:
    return _SEPARATOR.fullmatch(block.text) is not None
