"""Every citation that the site prints or copies is read back by the cite check without a doubt."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.analysis.cite_check import check_citations
from corpus.analysis.citing import (
    citation_header,
    citation_note,
    correction_note,
    paragraph_status_notes,
    pinpoint_with_status,
    short_citation,
)
from corpus.analysis.index import CorpusIndex
from corpus.analysis.standing import Standing
from corpus.analysis.status import Status, opinion_status
from corpus.library.record import Record
from corpus.pages.citation_lines import citation_lines
from factories import (
    COMMISSION,
    REWORDED_STATUTE,
    Files,
    catalog_record,
    full_record,
    index_of,
    read_corpus,
    with_fields,
)

ADDRESS = "https://board.example.org/ethics/"

_ANSWERS = """\
holdings:
  - {id: 1, answers: 1, text: It may., at: [2]}
  - {id: 2, answers: 1, text: It must., at: [3]}
  - {id: 3, answers: 1, text: It shall., at: [4, 5]}
"""
_ANSWERS_TEXT = "It may.\n\nIt must.\n\nIt shall.\n\nIt did."
_ANSWERS_IN_ONE = """\
holdings:
  - {id: 1, answers: 1, text: It may., at: [2]}
  - {id: 2, answers: 1, text: It must., at: [2]}
  - {id: 3, answers: 1, text: It shall., at: [2]}
"""
_LAW = 'standards: ["3(c)"]\nstatutes: ["7A-38.2(b)"]\n'
_LAW_TEXT = (
    "It may.\n\nIt must (Standard 3(c)).\n\nIt did (Harbor Stat. § 7A-38.2(b)).\n\n"
    "It did so again (Harbor Stat. § 7A-38.2(b))."
)
_DISSENT = "It may.\n\n## REED, dissenting\n\nIt may not."

FILES: Files = {
    "standards/statutes/7A-38.2.md": REWORDED_STATUTE,
    "opinions/2001/01.md": full_record(1, 2001),
    "opinions/2002/02.md": full_record(2, 2002, _ANSWERS + _LAW, _LAW_TEXT),
    "opinions/2002/03.md": full_record(
        3, 2002, _ANSWERS_IN_ONE + "title: Rule 4, letters and § 5 of 2001\n"
    ),
    "opinions/2002/04.md": full_record(
        4, 2002, "corrections: [{on: 2013-05-05, at: [1], what: A word was missing.}]"
    ),
    "opinions/2002/06.md": full_record(
        6, 2002, "withdrawn: {on: 2016-05-06, reason: It was wrong.}"
    ),
    "opinions/2002/07.md": full_record(7, 2002, "withdrawn: {on: 2016-05, reason: It was wrong.}"),
    "opinions/2002/08.md": catalog_record(8, 2002),
    "opinions/2002/09.md": full_record(9, 2002, "", _DISSENT),
    "opinions/2002/10.md": full_record(10, 2002, "", _DISSENT),
    "opinions/2002/11.md": full_record(11, 2002, _ANSWERS, _ANSWERS_TEXT),
    "opinions/2012/12.md": catalog_record(
        12,
        2012,
        """\
approved: 2012-06
opinions:
  - {cites: 2002/02, effect: modifies, holding: 1}
  - {cites: 2002/03, effect: supersedes, holding: 1}
  - {cites: 2002/03, effect: supersedes, holding: 2}
  - {cites: 2002/09, effect: supersedes}
  - {cites: 2002/10, effect: modifies}
  - {cites: 2002/11, effect: supersedes, holding: 1}
  - {cites: 2002/11, effect: supersedes, holding: 3}
""",
    ),
    "opinions/2013/13.md": catalog_record(
        13,
        2013,
        "withdrawn: {on: 2016-05-06, reason: It was wrong.}\n"
        "opinions: [{cites: 2002/02, effect: modifies, holding: 2},"
        " {cites: 2002/11, effect: supersedes, holding: 2}]\n",
    ),
    "opinions/2014/14.md": catalog_record(
        14, 2014, "opinions: [{cites: 2002/02, effect: supersedes, holding: 3}]"
    ),
    "opinions/2015/15.md": full_record(15, 2015, "stage: draft\n").replace(
        "approved: 2015-06-01\n", ""
    ),
    "opinions/2003/16.md": full_record(16, 2003, f"approved: 2003\n{_LAW}", _LAW_TEXT),
    "opinions/2002/17.md": full_record(17, 2002, 'standards: ["3(c)"]', "It may (Standard 3(c))."),
}
"""Opinions of every status, with answers, paragraphs and law that have one of their own."""

SETTINGS = {
    "no address": "",
    "months first": f"site: {ADDRESS}\n",
    "days first": f'site: {ADDRESS}\ndate_format: "%d %B %Y"\n',
    "all later opinions seen": "complete_until: 2016-01-01\n",
}


def printed(record: Record, index: CorpusIndex) -> Iterator[tuple[int | None, str]]:
    """Yield each citation of an opinion and of its paragraphs that a page or a file gives."""
    whole, own = citation_note(record, index), paragraph_status_notes(record, index)
    yield None, citation_header(record, index)
    for paragraph in (None, *record.text.paragraphs):
        yield paragraph, short_citation(record, index, paragraph)
        corrected = correction_note(record, index.names, paragraph)
        status = own.get(paragraph or 0, f" ({whole})" if whole else "")
        for line in citation_lines(record, index):
            template = line.paragraph_template if paragraph else line.template
            yield (
                paragraph,
                template.replace("{paragraph}", str(paragraph))
                .replace("{address}", f"{ADDRESS}{record.id.url}#p{paragraph}")
                .replace("{corrected}", f" ({corrected})" if corrected else "")
                .replace("{status}", status),
            )
        if paragraph:
            yield paragraph, pinpoint_with_status(record, index, paragraph)


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_a_printed_citation_is_read_back_without_a_doubt(tmp_path: Path, settings: str) -> None:
    commission = with_fields(COMMISSION, settings)
    index = index_of(read_corpus(tmp_path, {**FILES, "standards/commission.yml": commission}))
    for record in index.records:
        for paragraph, words in printed(record, index):
            first, *of_status = check_citations(f"See {words}.\n", index)
            at = f", ¶ {paragraph}" if paragraph else ""
            assert first.label == f"{index.names.long(record.id)}{at}", words
            assert not [found for found in of_status if not found.url], words
            assert not [found for found in of_status if record.id.url in found.url], words
            assert {found.standing for found in (first, *of_status)}.isdisjoint(
                {Standing.UNRESOLVED, Standing.UNKNOWN}
            )


def test_the_opinions_have_every_status(tmp_path: Path) -> None:
    index = index_of(read_corpus(tmp_path, FILES))
    assert {opinion_status(record, index).status for record in index.all_by_id.values()} == {
        *Status
    }


@pytest.mark.parametrize("day", ["Nov. 7, 2003", "7 November 2003", "approved Nov. 2003", "2003"])
@pytest.mark.parametrize(
    "form", ["{} ({}), ¶ 2", "{} ({}) at ¶ 2", "{}, ¶ 2 ({})", "No. {} ({}), ¶ 2"]
)
def test_a_paragraph_after_the_date_is_read(tmp_path: Path, form: str, day: str) -> None:
    index = index_of(read_corpus(tmp_path))
    (found,) = check_citations(f"See AO {form.format(5, day)}.", index)
    assert found.label == "Advisory Opinion 05 (2003), ¶ 2"
