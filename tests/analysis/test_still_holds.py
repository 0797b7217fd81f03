from pathlib import Path

import pytest

from corpus.analysis.still_holds import still_holds
from corpus.model.opinion_id import OpinionId
from factories import REWORDED_STATUTE, UNCHANGED_LAW, catalog_record, index_of, read_corpus
from factories import record_text as record

NONE = "No later opinion whose text is here cites or changes it."
CITED = (
    "Later opinions listed here: AO 12 (2010) cites it. "
    "No later opinion whose text is here changes it."
)
MODIFIED = "Later opinions listed here: AO 12 (2010) modifies answer 1."
LAW = "The law that it cites has changed since;"
NO_TEXT = "the texts are not here."
TEXTS = "compare the texts below."
OLD_AND_NEW = """\
---
id: 3
title: Confidentiality
source: {title: Minutes of the Board}
editions:
  - {effective: 2001-01-01, event: Adopted, text: A may tell., source: {title: Old}}
  - {effective: 2020-01-01, verb: amended, event: Amended, text: No., source: {title: New}}
---
"""
REFORMATTED = UNCHANGED_LAW["standards/3.md"].removesuffix("---\n") + (
    "editions: [{effective: 2020-01-01, verb: reformatted, event: New form, source: {title: M}}]"
    "\n---\n"
)


@pytest.mark.parametrize(
    ("standard", "later", "says"),
    [
        (UNCHANGED_LAW["standards/3.md"], "", f"{NONE} {LAW} {NO_TEXT}"),
        (
            REFORMATTED,
            "cites",
            f"{CITED} {LAW} {NO_TEXT}",
        ),
        (
            OLD_AND_NEW,
            "modifies, holding: 1",
            f"{MODIFIED} {LAW} {TEXTS}",
        ),
    ],
)
def test_a_sentence_says_what_is_recorded_after_an_opinion(
    tmp_path: Path, standard: str, later: str, says: str
) -> None:
    relation = f"opinions: [{{cites: 2003/05, effect: {later}}}]"
    index = index_of(
        read_corpus(
            tmp_path,
            {
                "standards/3.md": standard,
                "standards/statutes/7A-38.2.md": REWORDED_STATUTE,
                "opinions/2003/05.md": record('statutes: ["7A-38.2(b)"]'),
                "opinions/2010/12.md": catalog_record(12, 2010, relation) if later else None,
            },
        )
    )
    assert still_holds(index.by_id[OpinionId(2003, 5)], index) == says


def test_without_a_change_of_its_law_the_sentence_says_so(tmp_path: Path) -> None:
    index = index_of(read_corpus(tmp_path, UNCHANGED_LAW))
    says = still_holds(index.by_id[OpinionId(2003, 5)], index)
    assert says == f"{NONE} No later change of the law that it cites is recorded here."


@pytest.mark.parametrize(
    ("on", "when"),
    [("2012-05-01", "on May 1, 2012"), ("2012-05", "in May 2012"), ("2012", "in 2012")],
)
def test_the_sentence_on_a_withdrawn_opinion_begins_with_no(
    tmp_path: Path, on: str, when: str
) -> None:
    withdrawn = record(f"withdrawn: {{on: {on}, reason: The Board said so in its minutes.}}")
    index = index_of(read_corpus(tmp_path, {**UNCHANGED_LAW, "opinions/2003/05.md": withdrawn}))
    says = still_holds(index.by_id[OpinionId(2003, 5)], index)
    assert says == f"No. It was withdrawn {when}."


def test_a_change_that_may_be_earlier_is_said_to_be_before_or_after(tmp_path: Path) -> None:
    later = record('statutes: ["7A-38.2(b)"]\napproved: 2010-11-07\nyear: 2010\nnumber: 12')
    files = {
        "standards/statutes/7A-38.2.md": REWORDED_STATUTE,
        "opinions/2010/12.md": later.replace("Number 05 (2003)", "Number 12 (2010)"),
    }
    index = index_of(read_corpus(tmp_path, {**UNCHANGED_LAW, **files}))
    says = still_holds(index.by_id[OpinionId(2010, 12)], index)
    assert (
        says
        == f"{NONE} The law it cites changed; whether before or after this opinion is not known."
    )
