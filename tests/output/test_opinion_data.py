from hashlib import sha256
from pathlib import Path

import factories
from corpus.model.opinion import OpinionId
from corpus.output.exports.data import (
    ChangeData,
    CitationData,
    EdgeData,
    HoldingData,
    OpinionData,
    ParagraphData,
    opinion_data,
)
from factories import Files, catalogued, sound

FIVE = OpinionId(2003, 5)
LATER: Files = {
    "opinions/2010/12.md": catalogued(
        12, 2010, "opinions: [{cites: 2003/05, effect: supersedes, holding: 1}]"
    )
}


def opinion(root: Path, one: OpinionId = FIVE) -> OpinionData:
    corpus = sound(root, LATER)
    index = factories.index_of(corpus)
    return opinion_data(index.by_id[one], index)


def test_an_opinion_is_told_with_all_that_follows_from_the_collection(tmp_path: Path) -> None:
    found = opinion(tmp_path)
    assert (found.status, found.holdings[0].status) == ("superseded", "superseded")
    assert found.status_label == "Superseded by AO 12 (2010)"
    assert found.changes[0].model_dump() == {
        "opinion": "2010/12",
        "effect": "supersedes",
        "holding": "1",
        "at": (),
    }
    (cited,) = found.cites
    assert (cited.label, cited.paragraphs, cited.changed_since) == (
        "Standard 3(c)",
        (2,),
        ("2020-03-01",),
    )


def test_words_and_hashes_are_those_of_the_text(tmp_path: Path) -> None:
    found = opinion(tmp_path)
    assert [one.text for one in found.paragraphs] == ["May it?", "It may (see Standard 3(c))."]
    assert found.paragraphs[0].sha256 == sha256(b"May it?\n").hexdigest()


def test_of_an_opinion_that_is_not_held_nothing_is_told_that_was_not_seen(tmp_path: Path) -> None:
    found = opinion(tmp_path, OpinionId(2010, 12))
    assert (found.approved, found.summary, found.sha256) == (None, None, None)
    assert (found.issues, found.holdings, found.paragraphs) == ((), (), ())


def test_every_field_is_documented() -> None:
    for model in (OpinionData, HoldingData, CitationData, ChangeData, ParagraphData, EdgeData):
        assert model.__doc__
        assert all(field.description for field in model.model_fields.values())
