"""List marks that stand alone at the end of a page or column, above their item on the next one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.intake.document import Line, TextRun, ends_sentence, with_neighbors
from corpus.model.commission import Commission
from corpus.text.blocks import LIST_MARK

_LONE_MARK = re.compile(LIST_MARK)


def join_lone_marks(lines: Sequence[Line], commission: Commission) -> list[Line]:
    """The lines, with each list mark alone at the end of a page in front of its item.

    A number that ends an open sentence, as in `under Rule` and `2.`, is not a mark.
    """
    return list(_joined(lines, commission))


def _joined(lines: Sequence[Line], commission: Commission) -> Iterator[Line]:
    mark: Line | None = None
    for above, line, below in with_neighbors(lines):
        if below and _is_lone_mark(above, line, below, commission):
            mark = line
            continue
        yield _behind_mark(mark, line) if mark else line
        mark = None


def _is_lone_mark(above: Line | None, line: Line, below: Line, commission: Commission) -> bool:
    is_last = (line.page, line.column) != (below.page, below.column)
    is_mark = is_last and _LONE_MARK.fullmatch(line.text) is not None
    ends_open_sentence = above is not None and not (line.gap_above or ends_sentence(above))
    is_heading = commission.heading_in(below.text) is not None or below.begins_opinion
    return is_mark and not ends_open_sentence and not is_heading


def _behind_mark(mark: Line, line: Line) -> Line:
    place = mark.place.to(line.place) if mark.place and line.place else line.place
    runs = (TextRun(f"{mark.text} "), *line.runs)
    left = min(mark.left, line.left)
    return replace(line, runs=runs, left=left, gap_above=mark.gap_above, place=place)
