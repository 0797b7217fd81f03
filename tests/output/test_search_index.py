"""The index of the search."""

import json
from pathlib import Path
from typing import Any

import pytest

import factories
from corpus.output.exports.search_index import search_index
from corpus.output.exports.search_words import words
from factories import Files, catalog_record, full_record, read_valid_corpus, record_text

SUPERSEDING = "opinions: [{cites: 2003/05, effect: supersedes}]"


def files(root: Path, changes: Files) -> dict[str, Any]:
    """Return the files of the index by name, and all words in one under `words`."""
    index = factories.index_of(read_valid_corpus(root, changes))
    parsed = {
        path.removeprefix("search/index/"): json.loads(text) for path, text in search_index(index)
    }
    parts = (content for name, content in parsed.items() if name.split(".")[0].isdigit())
    return parsed | {"words": {word: found for part in parts for word, found in part.items()}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It may (see Standard 3(c)).", ["it", "may", "see", "standard", "3", "c"]),
        ("The party’s and the parties' $1,250", ["the", "party", "and", "the", "parties", "1250"]),
        ("co-mediation, re-opened", ["co", "mediation", "re", "opened"]),
        ("Café, cafe\u0301", ["cafe", "cafe"]),
        ("1, 2", ["1", "2"]),
    ],
)
def test_words_have_no_signs_accents_or_endings_of_possession(
    text: str, expected: list[str]
) -> None:
    assert words(text) == expected


def test_every_opinion_is_in_the_index_with_its_words_and_citations(tmp_path: Path) -> None:
    found = files(tmp_path, {"opinions/2004/06.md": catalog_record(6, 2004)})
    titles = found["words"]["naming"], found["words"]["speaker"]
    assert titles == ([[[4, 0]], []], [[[4, 0]], []])
    assert found["words"]["standards/3/#c"] == [[[6, 0]], [[6, 0]]]
    assert found["words"]["standards/3/"] == [[[3, 0]], []]
    assert found["start.json"]["statuses"] == ["0", "0"]
    assert found["start.json"]["listed"] == [1]


def test_a_paragraph_that_asks_weighs_less_than_one_that_answers(tmp_path: Path) -> None:
    record = factories.RECORD.replace("\nMay it?", "\nMay the heron?").replace(
        "(see", "(otter, see"
    )
    found = files(tmp_path, {"opinions/2003/05.md": record})["words"]
    assert (found["heron"][1], found["otter"][1]) == ([[1, 0]], [[2, 0]])


@pytest.mark.parametrize("printed", ["AG Op. 1997-088", "AG Op. 1997-88"])
def test_a_number_of_another_body_is_in_the_index_with_and_without_zeros(
    tmp_path: Path, printed: str
) -> None:
    bodies = 'cited_bodies: [{name: Attorney General, printed: ["AG Op. {year}-{number:03}"]}]\n'
    changes = {
        "standards/commission.yml": factories.COMMISSION + bodies,
        "opinions/2004/06.md": full_record(6, 2004, text=f"It may (see {printed})."),
    }
    found = files(tmp_path, changes)["words"]
    assert {"088", "88", "1997"} <= found.keys()


def test_numbers_are_written_as_distances(tmp_path: Path) -> None:
    records = {f"opinions/2004/{number:02}.md": full_record(number, 2004) for number in (6, 7, 9)}
    found = files(tmp_path, records)
    assert found["filters.json"]["Year"]["2004"] == [1, 1, 1]


def test_a_replaced_answer_names_its_last_successor(tmp_path: Path) -> None:
    changes = {
        "opinions/2010/12.md": catalog_record(12, 2010, SUPERSEDING),
        "opinions/2014/20.md": catalog_record(20, 2014, SUPERSEDING.replace("2003/05", "2010/12")),
    }
    start = files(tmp_path, changes)["start.json"]
    assert start["statuses"] == ["2", "2", "0"]
    assert start["successors"] == {"0": ["2014/20"], "1": ["2014/20"]}


def test_a_withdrawn_opinion_is_not_a_successor(tmp_path: Path) -> None:
    withdrawn = "withdrawn: {on: 2011-01-01, reason: It said so.}"
    superseding = catalog_record(12, 2010, f"{SUPERSEDING}\n{withdrawn}")
    start = files(tmp_path, {"opinions/2010/12.md": superseding})["start.json"]
    assert start["statuses"] == ["2", "3"]
    assert start["successors"] == {}


@pytest.mark.parametrize(
    ("relation", "withdrawn", "later"),
    [
        ("effect: modifies, holding: x", "", {"0": ["2010/12"]}),
        ("effect: cites", "", {}),
        ("effect: cites", "withdrawn: {on: 2011-01-01, reason: It said so.}", {"0": ["2010/12"]}),
    ],
)
def test_a_later_opinion_on_the_same_answer_is_named(
    tmp_path: Path, relation: str, withdrawn: str, later: dict[str, list[str]]
) -> None:
    earlier = record_text(
        f"holdings:\n  - {{id: x, answers: 1, text: It may., at: [1]}}\n{withdrawn}"
    )
    changes = {
        "opinions/2003/05.md": earlier,
        "opinions/2010/12.md": catalog_record(
            12, 2010, f"opinions: [{{cites: 2003/05, {relation}}}]"
        ),
    }
    assert files(tmp_path, changes)["start.json"]["later"] == later


def test_a_filter_has_the_opinions_of_each_value(tmp_path: Path) -> None:
    filters = files(tmp_path, {"opinions/2004/06.md": catalog_record(6, 2004)})["filters.json"]
    assert filters["Year"] == {"2003": [0], "2004": [1]}
    assert filters["Status"] == {"Law changed since": [0], "Text not held": [1]}
    assert filters["Text"] == {"Held": [0], "Not held": [1]}
    assert filters["Topic"] == {"Confidentiality": [0]}
    assert filters["Program"] == {"Superior court": [0]}
    assert filters["Standard"] == {"Standard 3": [0]}


def test_the_thesaurus_says_which_of_its_words_the_collection_has(tmp_path: Path) -> None:
    entries = "speaker: [speakers, Zoom call]\nxylophone: [zither]\n"
    changes: Files = {"opinions/thesaurus.yml": entries}
    assert files(tmp_path, changes)["thesaurus.json"] == [
        ["speaker", ["speakers"], ["Zoom call"]],
        ["xylophone", [], ["zither"]],
    ]
    assert files(tmp_path / "other", {})["thesaurus.json"] == []


@pytest.mark.parametrize(
    ("term", "text", "run"),
    [
        ("paid in advance", "Fees paid in advance are kept.", "paid in advance"),
        ("insurance company", "Two insurance companies came.", "insurance companies"),
        ("throw away", "She threw away her notes.", "threw away"),
        ("bad faith", "The faith of a bad man.", None),
        ("bad faith", "The man is bad.\n\nFaith is good.", None),
        ("threw away and left", "She threw away.", None),
    ],
)
def test_a_phrase_of_the_thesaurus_is_in_the_index_in_the_forms_that_stand_in_a_text(
    tmp_path: Path, term: str, text: str, run: str | None
) -> None:
    record = factories.RECORD.replace("\nMay it?", f"\n{text}\n\nMay it?")
    changes = {"opinions/2003/05.md": record, "opinions/thesaurus.yml": f"{term}: [zither]\n"}
    phrases = files(tmp_path, changes).get("phrases-0.json", {})
    assert list(phrases) == ([run] if run else [])


def test_the_index_is_the_same_every_time(tmp_path: Path) -> None:
    index = factories.index_of(read_valid_corpus(tmp_path))
    assert list(search_index(index)) == list(search_index(index))
