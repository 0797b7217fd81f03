"""The real records: sound, and word for word what their sources say."""

import hashlib
import re

from corpus.check import check
from corpus.library import load
from corpus.model import OpinionId
from corpus.places import REPOSITORY, Places

LIBRARY = load(Places(REPOSITORY))
RECORDS = {record.id: record for record in LIBRARY.records}


def test_nothing_is_found_in_the_real_corpus() -> None:
    assert check(LIBRARY) == ()


def test_opinion_05_of_2003_has_every_word_of_its_source_in_order() -> None:
    source = (REPOSITORY / "tests/content/opinion-05-2003.txt").read_text(encoding="utf-8")
    unbroken = re.sub(r"(?<=\w-)\s*\n\s*", "", source)
    text = RECORDS[OpinionId(2003, 5)].text
    assert " ".join(block.printed for block in text.blocks).split() == unbroken.split()


def test_a_source_file_has_the_hash_that_its_record_gives() -> None:
    sources = [record.opinion.source for record in LIBRARY.records if record.opinion.source.file]
    assert sources
    for source in sources:
        data = (REPOSITORY / str(source.file)).read_bytes()
        assert hashlib.sha256(data).hexdigest() == source.sha256


def test_every_authority_that_is_held_names_a_web_page_as_its_source() -> None:
    assert LIBRARY.references
    for authority in LIBRARY.references.authorities.values():
        assert authority.source.url
        assert all(edition.source.url for edition in authority.editions)
