from pathlib import Path

import pytest

from corpus.analysis.changing_words import changing_words, quoted_opinions
from corpus.analysis.index import CorpusIndex
from corpus.analysis.status import opinion_status
from corpus.model.opinion_id import OpinionId
from factories import UNCHANGED_LAW, catalog_record, full_record, index_of, read_corpus

LONG = " ".join(["Not AO 5 (2003):", *["telephone"] * 60])
WITHDRAWN = "\nwithdrawn: {on: 2020-01-01, reason: The Board said so.}"


def index_with(root: Path, later: str) -> CorpusIndex:
    return index_of(read_corpus(root, {**UNCHANGED_LAW, "opinions/2010/12.md": later}))


def modifying(text: str = "", effect: str = "modifies, at: [2]", fields: str = "") -> str:
    relation = f"opinions: [{{cites: 2003/05, effect: {effect}}}]{fields}"
    return full_record(12, 2010, relation, text) if text else catalog_record(12, 2010, relation)


@pytest.mark.parametrize(
    ("later", "quoted"),
    [
        (modifying("By video too, AO 5 (2003)."), "By video too, AO 5 (2003)."),
        (modifying(LONG), f"Not AO 5 (2003): {'telephone ' * 30}…"),
        (modifying("By video too, AO 5 (2003).", "modifies"), ""),
        (modifying("Not so, AO 5 (2003).", "supersedes, at: [2]"), ""),
        (modifying("By video too, AO 5 (2003).", fields=WITHDRAWN), ""),
        (modifying(), ""),
    ],
)
def test_the_paragraph_that_modifies_is_quoted_word_for_word(
    tmp_path: Path, later: str, quoted: str
) -> None:
    index = index_with(tmp_path, later)
    record = index.by_id[OpinionId(2003, 5)]
    (change,) = opinion_status(record, index).changes
    assert changing_words(change) == quoted
    assert [str(each.id) for each in quoted_opinions(record, index)] == ["2010/12"] * bool(quoted)
