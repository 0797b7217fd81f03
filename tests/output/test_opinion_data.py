import json
from hashlib import sha256
from pathlib import Path

import factories
from corpus.model.opinion_id import OpinionId
from corpus.output.exports.bibliography import write_csl
from corpus.output.exports.collection_data import write_opinion_json
from corpus.output.exports.data_models import ExportModel, OpinionData
from corpus.output.exports.opinion_data import opinion_data
from factories import Files, catalog_record, read_valid_corpus, record_text

FIVE = OpinionId(2003, 5)
LATER: Files = {
    "opinions/2010/12.md": catalog_record(
        12,
        2010,
        "opinions: [{cites: 2003/05, effect: supersedes, holding: 1}]\n"
        "withdrawn: {on: 2015-02-03, reason: It was taken back.}",
    )
}


def data(root: Path, opinion: OpinionId = FIVE) -> OpinionData:
    corpus = read_valid_corpus(root, LATER)
    index = factories.index_of(corpus)
    return opinion_data(index.by_id[opinion], index)


def test_the_data_have_what_follows_from_the_collection(tmp_path: Path) -> None:
    exported = data(tmp_path)
    assert (exported.status, exported.holdings[0].status) == ("superseded", "superseded")
    label = "Superseded by AO 12 (2010), since withdrawn; Standard 3(c) changed in 2020"
    assert (exported.status_label, exported.holdings[0].status_label) == (label, label)
    assert exported.changes[0].model_dump() == {
        "opinion": "2010/12",
        "effect": "supersedes",
        "holding": "1",
        "at": (),
        "withdrawn": "2015-02-03",
        "words": None,
    }
    (citation,) = exported.cites
    assert (citation.label, citation.paragraphs, citation.changed_since) == (
        "Standard 3(c)",
        (2,),
        ("2020-03-01",),
    )


def test_paragraphs_have_the_words_and_hashes_of_the_text(tmp_path: Path) -> None:
    exported = data(tmp_path)
    assert [paragraph.text for paragraph in exported.paragraphs] == [
        "May it?",
        "It may (see Standard 3(c)).",
    ]
    assert exported.paragraphs[0].sha256 == sha256(b"May it?\n").hexdigest()


def test_the_data_have_every_correction_of_the_text(tmp_path: Path) -> None:
    corrections = "corrections: [{on: 2024-03-03, at: [2], what: A comma was corrected.}]"
    corpus = read_valid_corpus(tmp_path, {"opinions/2003/05.md": record_text(corrections)})
    index = factories.index_of(corpus)
    written = json.loads(write_opinion_json(corpus.records, index))
    assert written["corrections"] == [
        {"on": "2024-03-03", "at": [2], "what": "A comma was corrected."}
    ]
    assert written["citation"].endswith(
        "(as corrected March 3, 2024) (later history not checked; Standard 3(c) changed in 2020)"
    )
    (item,) = json.loads(write_csl(corpus.records, index))
    assert item["note"] == (
        "as corrected March 3, 2024; later history not checked; Standard 3(c) changed in 2020"
    )


def test_the_data_of_an_opinion_that_is_not_held_have_only_what_is_known(tmp_path: Path) -> None:
    exported = data(tmp_path, OpinionId(2010, 12))
    assert (exported.approved, exported.summary, exported.sha256) == (None, None, None)
    assert (exported.issues, exported.holdings, exported.paragraphs) == ((), (), ())


def test_every_field_is_documented() -> None:
    for model in ExportModel.__subclasses__():
        assert model.__doc__
        assert all(field.description for field in model.model_fields.values())
