from collections import Counter
from pathlib import Path

from corpus.check import sound
from corpus.load import load
from corpus.page import Part, made
from corpus.parts import parts
from corpus.specimen import written


def parts_below(root: Path) -> tuple[Part, ...]:
    corpus = sound(load(written(12, root)), ())
    assert corpus
    return parts(corpus)


def test_no_two_parts_make_the_same_file(tmp_path: Path) -> None:
    told = Counter(name for name, _ in made(parts_below(tmp_path)))
    assert [name for name, times in told.items() if times > 1] == []


def test_a_part_makes_the_same_files_again_and_without_the_others(tmp_path: Path) -> None:
    found = parts_below(tmp_path)
    together = [dict(part()) for part in found]
    assert [dict(part()) for part in reversed(found)] == together[::-1]
