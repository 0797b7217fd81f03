"""A list, or fields with a colon, where one word belongs is a finding, whatever the field is."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus.checks.runner import check
from corpus.library.corpus import Corpus
from factories import Files, read_corpus
from joint_committee import FILES, LETTER

RECORD = "opinions/la/2004/03a.md"
BODY = LETTER.split("---\n", 2)[2]


def with_each_word_replaced(value: Any, typed: Any) -> Iterator[Any]:
    """The value as often as it has words, each time with other ones in the place of the next."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from ({**value, name: each} for each in with_each_word_replaced(inner, typed))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            for each in with_each_word_replaced(inner, typed):
                yield [*value[:index], each, *value[index + 1 :]]
    else:
        yield typed


def changed_files(corpus: Corpus, typed: Any) -> Iterator[Files]:
    """The record and the settings of a corpus, with each word replaced."""
    record, settings = corpus.record_files[0].parsed_file, corpus.files[0]
    for fields in with_each_word_replaced(record.raw.fields, typed):
        yield {RECORD: f"---\n{yaml.safe_dump(fields, sort_keys=False)}---\n{BODY}"}
    for fields in with_each_word_replaced(settings.raw.fields, typed):
        yield {settings.path: yaml.safe_dump(fields, sort_keys=False)}


@pytest.mark.parametrize("typed", [["la"], {"a": "b"}, [["la"], "b"]])
def test_every_field_with_one_word_refuses_it(tmp_path: Path, typed: Any) -> None:
    corpus = read_corpus(tmp_path / "before", FILES)
    for place, files in enumerate(changed_files(corpus, typed)):
        assert check(read_corpus(tmp_path / str(place), {**FILES, **files})), files


@pytest.mark.parametrize("letter", ["no", "5", "AB"])
def test_a_letter_of_another_kind_comes_with_what_to_type(tmp_path: Path, letter: str) -> None:
    record = LETTER.replace("letter: A", f"letter: {letter}")
    findings = check(read_corpus(tmp_path, {**FILES, RECORD: record}))
    assert findings[0].hint == (
        "Type the letter alone, such as `B`, or delete `letter` if the number has none."
    )
