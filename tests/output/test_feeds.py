"""Feeds as feed readers parse them."""

from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree

import factories
from corpus.analysis.events import newest_first
from corpus.analysis.index import build_index
from corpus.library.seals import seals_to_write
from corpus.output.exports.feeds import feed_tasks
from corpus.output.task import files_of
from corpus.paths import REPOSITORY
from factories import (
    COMMISSION,
    Files,
    catalog_record,
    full_record,
    read_corpus,
    read_valid_corpus,
    record_text,
)

ATOM = "{http://www.w3.org/2005/Atom}"
FILES: Files = {
    "opinions/2003/05.md": record_text("withdrawn: {on: 2015-02-03, reason: The Board said so.}"),
    "opinions/2010/12.md": full_record(
        12, 2010, "opinions: [{cites: 2003/05, effect: modifies, holding: 1}]", "See AO 3 (2003)."
    ).replace("AO 3", "AO 5"),
    "opinions/2011/13.md": catalog_record(
        13, 2011, "opinions: [{cites: 2003/05, effect: follows}]"
    ),
}


SINCE = "added to this site on November 26, 2026"
NOT_RECORDED = "The day on which it came to this site is not recorded."
NOT_KNOWN = "The day is not known; this entry has January 1, 2010 because a feed needs a day."


def feeds_of(root: Path, files: Files = FILES) -> dict[str, str]:
    corpus = read_valid_corpus(root, files)
    index = factories.index_of(corpus)
    return dict(files_of(feed_tasks(index)))


def parse(text: str) -> Any:
    feed = feedparser.parse(text)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


def test_a_feed_has_new_opinions_and_changes_of_status_newest_first(tmp_path: Path) -> None:
    parsed = parse(feeds_of(tmp_path)["feed.xml"])
    assert [(entry.updated[:10], entry.title) for entry in parsed.entries] == [
        ("2015-02-03", "AO 5 (2003): withdrawn"),
        ("2011-01-01", "[Listed only] AO 13 (2011): Opinion 13"),
        ("2010-06-01", "AO 12 (2010): Opinion 12"),
        ("2010-06-01", "AO 12 (2010) modifies answer 1 of AO 5 (2003)"),
        ("2015-02-03", "[Withdrawn] AO 5 (2003): Naming a speaker"),
    ]
    assert parsed.feed.updated.startswith("2015-02-03")


def test_an_entry_is_as_new_as_the_change_of_the_law_that_it_names(tmp_path: Path) -> None:
    parsed = parse(feeds_of(tmp_path, {"opinions/2003/05.md": record_text()})["feed.xml"])
    (entry,) = parsed.entries
    assert entry.summary.startswith("[later history not checked; Standard 3(c) changed in 2020]")
    assert entry.updated.startswith("2020-03-01")
    assert parsed.feed.updated.startswith("2020-03-01")


def test_a_change_of_the_law_before_an_opinion_came_here_has_no_entry_as_the_pages_say(
    tmp_path: Path,
) -> None:
    sealed = {"opinions/ledger/2003/05.txt": _sealed(tmp_path / "a", "2026-11-26")}
    corpus = read_valid_corpus(tmp_path / "b", {"opinions/2003/05.md": record_text()} | sealed)
    index = build_index(corpus.references, corpus.records, corpus.seals)
    files = dict(files_of(feed_tasks(index)))
    for name in ("feed.xml", "standards/3/feed.xml"):
        (entry,) = parse(files[name]).entries
        assert "Standard 3(c) changed in 2020" in entry.summary
        assert entry.updated[:10] == "2026-11-26"
    about = (REPOSITORY / "pages/about.md").read_text(encoding="utf-8")
    assert "A change of the law has no entry of its own" in about


def test_the_feed_of_an_opinion_says_that_what_changed_it_was_withdrawn(tmp_path: Path) -> None:
    later = full_record(
        12,
        2010,
        "opinions: [{cites: 2003/05, effect: modifies}]\ntopics: [fees]\n"
        "withdrawn: {on: 2015-02-03, reason: The Board said so.}",
        "See AO 5 (2003).",
    )
    feeds = feeds_of(tmp_path, {"opinions/2010/12.md": later})
    entries = parse(feeds["topics/confidentiality/feed.xml"]).entries
    assert [(entry.updated[:10], entry.title) for entry in entries] == [
        ("2015-02-03", "AO 12 (2010), which modifies AO 5 (2003): withdrawn"),
        ("2010-06-01", "AO 12 (2010) modifies AO 5 (2003)"),
        ("2020-03-01", "[Modified] AO 5 (2003): Naming a speaker"),
    ]
    assert (
        "[modified by AO 12 (2010), since withdrawn; later history not fully checked; "
        "Standard 3(c) changed in 2020]" in entries[-1].summary
    )


def test_a_change_by_an_opinion_that_is_only_listed_says_so(tmp_path: Path) -> None:
    modifies = "opinions: [{cites: 2003/05, effect: modifies}]"
    listed = {"opinions/2010/12.md": catalog_record(12, 2010, modifies)}
    _, entry, _ = parse(feeds_of(tmp_path, listed)["feed.xml"]).entries
    assert entry.title == "AO 12 (2010) modifies AO 5 (2003)"
    assert "Modified by AO 12 (2010). AO 12 (2010) is only listed; " in entry.summary


def test_every_subject_has_its_feed(tmp_path: Path) -> None:
    feeds = feeds_of(tmp_path)
    assert sorted(feeds) == [
        "feed.xml",
        "standards/3/feed.xml",
        "statutes/7A-38.2/feed.xml",
        "topics/confidentiality/feed.xml",
        "topics/fees/feed.xml",
    ]
    assert len(parse(feeds["standards/3/feed.xml"]).entries) == 3
    assert parse(feeds["topics/fees/feed.xml"]).entries == []


def test_feeds_and_entries_have_the_elements_that_the_rfc_requires(tmp_path: Path) -> None:
    """RFC 4287: each feed and each entry has one id, title and updated; each feed an author."""
    for name, feed in feeds_of(tmp_path).items():
        root = etree.fromstring(feed.encode())
        for element in (root, *root.iter(f"{ATOM}entry")):
            for part in ("id", "title", "updated"):
                assert len(element.findall(f"{ATOM}{part}")) == 1, (name, part)
        assert root.findtext(f"{ATOM}author/{ATOM}name") == "Harbor Board of Mediation"
        ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
        assert len(ids) == len(set(ids))


def test_an_entry_keeps_its_id_at_another_address(tmp_path: Path) -> None:
    moved = {
        **FILES,
        "standards/commission.yml": f"{COMMISSION}site: https://board.example.org/ao\n",
    }
    relative, absolute = (
        parse(feeds_of(tmp_path / name, files)["feed.xml"])
        for name, files in (("a", FILES), ("b", moved))
    )
    assert [entry.id for entry in relative.entries] == [entry.id for entry in absolute.entries]
    assert absolute.entries[-1].link == "https://board.example.org/ao/opinions/2003/05/"
    assert relative.entries[-1].link == "opinions/2003/05/"


def test_the_newest_events_are_the_first_entries_of_the_feed(tmp_path: Path) -> None:
    index = factories.index_of(read_valid_corpus(tmp_path, FILES))
    entries = parse(dict(files_of(feed_tasks(index)))["feed.xml"]).entries
    newest = newest_first(index.records, index)[: len(entries) - 1]
    assert [event.title for event in newest] == [entry.title for entry in entries[:-1]]
    assert "[Listed only]" in " ".join(event.title for event in newest)


def test_an_opinion_that_is_only_listed_is_news_and_again_when_its_text_is_added(
    tmp_path: Path,
) -> None:
    entries = {}
    for name, text in {"listed": catalog_record(5, 2003), "added": record_text()}.items():
        files = {"opinions/2003/05.md": text}
        (seal,) = seals_to_write(read_corpus(tmp_path / name, files), date(2026, 11, 26))
        files["opinions/ledger/2003/05.txt"] = str(seal)
        corpus = read_valid_corpus(tmp_path / f"{name} and sealed", files)
        index = build_index(corpus.references, corpus.records, corpus.seals)
        (entries[name],) = parse(dict(files_of(feed_tasks(index)))["feed.xml"]).entries
    listed, added = entries.values()
    assert (listed.updated[:10], listed.title) == (
        "2026-11-26",
        "[Listed only] AO 5 (2003): Opinion 5",
    )
    assert listed.summary == (
        "[full text and status not checked] "
        "AO 5 (2003) is only listed; its full text is not available here. "
        "Issued in 2003; added to this site on November 26, 2026."
    )
    assert added.title == "AO 5 (2003): Naming a speaker"
    assert listed.id != added.id


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ("", "Issued in 2003."),
        ("approved: 2003", "Approved in 2003."),
        ("approved: 2003-11", "Approved in November 2003."),
    ],
)
def test_only_a_recorded_approval_is_called_one(tmp_path: Path, fields: str, says: str) -> None:
    listed = {"opinions/2003/05.md": catalog_record(5, 2003, fields)}
    (entry,) = parse(feeds_of(tmp_path, listed)["feed.xml"]).entries
    assert f"available here. {says} {NOT_RECORDED}" in entry.summary


def test_an_old_opinion_that_is_added_today_comes_first_with_both_days(tmp_path: Path) -> None:
    sealed = {"opinions/ledger/2003/05.txt": _sealed(tmp_path / "a", "2026-11-26")}
    corpus = read_valid_corpus(tmp_path / "b", {**NEWER, **sealed})
    index = build_index(corpus.references, corpus.records, corpus.seals)
    first, second = parse(dict(files_of(feed_tasks(index)))["feed.xml"]).entries
    assert (first.updated[:10], first.title) == ("2026-11-26", "AO 5 (2003): Naming a speaker")
    assert first.summary.endswith(
        "Approved November 7, 2003; added to this site on November 26, 2026."
    )
    assert second.updated[:10] == "2010-06-01"
    assert second.summary.endswith(f"Approved June 1, 2010. {NOT_RECORDED}")


@pytest.mark.parametrize(
    ("number", "ledger", "updated", "says"),
    [
        (12, "sealed 2026-11-26\n", "2026-11-26", f"Issued in 2012; {SINCE}."),
        (
            11,
            "",
            "2026-11-26",
            "Issued in 2011; added to this site on or before November 26, 2026.",
        ),
        (10, None, "2010-01-01", f"Issued in 2010. {NOT_RECORDED} {NOT_KNOWN}"),
    ],
)
def test_no_entry_has_an_invented_day_without_saying_so(
    tmp_path: Path, number: int, ledger: str | None, updated: str, says: str
) -> None:
    year = 2000 + number
    files = {
        f"opinions/{year}/{number}.md": catalog_record(number, year),
        "opinions/2013/13.md": catalog_record(13, 2013),
        "opinions/ledger/2013/13.txt": "url opinions/2013/13/\nsealed 2026-11-26\n",
    }
    if ledger is not None:
        files[f"opinions/ledger/{year}/{number}.txt"] = f"url opinions/{year}/{number}/\n{ledger}"
    corpus = read_valid_corpus(tmp_path, files)
    index = build_index(corpus.references, corpus.records, corpus.seals)
    entries = parse(dict(files_of(feed_tasks(index)))["feed.xml"]).entries
    (entry,) = (entry for entry in entries if f"({year})" in entry.title)
    assert entry.updated[:10] == updated
    assert entry.summary.endswith(f"available here. {says}")


def test_an_opinion_with_its_text_is_as_new_as_a_listed_one_that_came_with_it(
    tmp_path: Path,
) -> None:
    undated = _sealed(tmp_path / "a", "2026-11-26").replace("sealed 2026-11-26\n", "")
    files = {
        "opinions/ledger/2003/05.txt": undated,
        "opinions/2011/11.md": catalog_record(11, 2011),
        "opinions/ledger/2011/11.txt": "url opinions/2011/11/\n",
        "opinions/2013/13.md": catalog_record(13, 2013),
        "opinions/ledger/2013/13.txt": "url opinions/2013/13/\nsealed 2026-11-26\n",
    }
    corpus = read_valid_corpus(tmp_path / "b", files)
    index = build_index(corpus.references, corpus.records, corpus.seals)
    entries = parse(dict(files_of(feed_tasks(index)))["feed.xml"]).entries
    assert [entry.updated[:10] for entry in entries] == ["2026-11-26"] * 3
    said = "Approved November 7, 2003; added to this site on or before November 26, 2026."
    assert entries[-1].summary.endswith(said)


def test_a_change_has_the_day_of_the_opinion_that_made_it_beside_the_day_here(
    tmp_path: Path,
) -> None:
    sealed = "url opinions/2011/13/\nsealed 2026-11-26\n"
    later = catalog_record(13, 2011, _MODIFIES)
    files = {"opinions/2011/13.md": later, "opinions/ledger/2011/13.txt": sealed}
    corpus = read_valid_corpus(tmp_path, files)
    index = build_index(corpus.references, corpus.records, corpus.seals)
    _, change, *_ = newest_first(index.records, index)
    assert change.days == ("modified by AO 13 (2011); added to this site on November 26, 2026")


def test_a_change_by_an_old_opinion_is_as_new_as_that_opinion(tmp_path: Path) -> None:
    sealed = "url opinions/2011/13/\nsealed 2026-11-26\n"
    changes = {"opinions/2011/13.md": catalog_record(13, 2011, _MODIFIES)}
    files = {**changes, "opinions/ledger/2011/13.txt": sealed}
    corpus = read_valid_corpus(tmp_path, files)
    index = build_index(corpus.references, corpus.records, corpus.seals)
    assert [(str(event.day), event.title) for event in newest_first(index.records, index)[:2]] == [
        ("2026-11-26", "[Listed only] AO 13 (2011): Opinion 13"),
        ("2026-11-26", "AO 13 (2011) modifies AO 5 (2003)"),
    ]


NEWER: Files = {"opinions/2010/12.md": full_record(12, 2010)}
_MODIFIES = "opinions: [{cites: 2003/05, effect: modifies}]"


def _sealed(root: Path, day: str) -> str:
    """The seal of the opinion of 2003 with this day."""
    (seal,) = seals_to_write(read_corpus(root), date.fromisoformat(day))
    return str(seal)
