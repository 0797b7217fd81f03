from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from corpus.analysis.citation_uses import citation_uses
from corpus.analysis.history import ChangedProvision
from corpus.analysis.index import CorpusIndex
from corpus.analysis.law_labels import events_label
from corpus.analysis.opinion_standing import opinion_standing
from corpus.analysis.paragraph_status import paragraph_statuses
from corpus.analysis.status import (
    DerivedStatus,
    Status,
    holding_status,
    opinion_status,
    successors,
)
from corpus.analysis.status_labels import (
    label_without_caution,
    status_code,
    status_label,
)
from corpus.analysis.still_holds import still_holds
from corpus.citations.names import Names
from corpus.model.authority import Citation
from corpus.model.commission import Commission
from corpus.model.edition import Edition
from corpus.model.opinion_id import OpinionId
from corpus.output.exports.table_rows import opinion_rows
from factories import (
    COMMISSION,
    REWORDED_STATUTE,
    STANDARD,
    STANDARD_KIND,
    UNCHANGED_LAW,
    Files,
    catalog_record,
    full_record,
    index_of,
    read_corpus,
    record_text,
    standard_text,
)
from numbered_bodies import BODIES

TWO = record_text(
    "issues:\n  - {id: 1, question: May it?, at: [1]}\n"
    'holdings:\n  - {id: 1, answers: 1, text: It may., at: [2], cites: ["3(c)"]}\n'
    "  - {id: 2, answers: 1, text: It must., at: [2]}\n"
)
WITHDRAWN = "withdrawn: {on: 2020-01-01, reason: The Board said so.}\n"


def both_halves(status: DerivedStatus, names: Names) -> str:
    """What later opinions did, and what changed in the law."""
    return label_without_caution(status, names).whole


def index_with(root: Path, *effects: str, withdrawn: str = "") -> CorpusIndex:
    """Opinion 5 with two holdings, and one later opinion for each effect.

    A later opinion whose effect ends with `WITHDRAWN` was withdrawn.
    """
    files: dict[str, str | bytes | None] = {**UNCHANGED_LAW}
    files["opinions/2003/05.md"] = TWO.replace("holdings:", f"{withdrawn}holdings:", 1)
    for number, relation in enumerate(effects, start=6):
        effect, *is_withdrawn = relation.split(" WITHDRAWN")
        cited = effect if "cites:" in effect else f"cites: 2003/05, effect: {effect}"
        fields = f"opinions: [{{{cited}}}]\n" + (WITHDRAWN if is_withdrawn else "")
        text = catalog_record(number, 2000 + number, fields)
        files[f"opinions/{2000 + number}/{number:02}.md"] = text
    return index_of(read_corpus(root, files))


@pytest.mark.parametrize(
    ("effects", "whole", "first", "second"),
    [
        ([], "current", "current", "current"),
        (["cites", "follows", "reaffirms", "distinguishes"], "current", "current", "current"),
        (["modifies"], "modified", "modified", "modified"),
        (["supersedes"], "superseded", "superseded", "superseded"),
        (["modifies, holding: 1"], "modified", "modified", "current"),
        (["supersedes, holding: 1"], "modified", "superseded", "current"),
        (["supersedes, holding: 1", "modifies, holding: 2"], "modified", "superseded", "modified"),
        (["supersedes, holding: 1", "supersedes, holding: 2"], "superseded", *["superseded"] * 2),
        (["supersedes", "modifies, holding: 2"], "superseded", "superseded", "superseded"),
        (["supersedes", "reaffirms"], "superseded", "superseded", "superseded"),
    ],
)
def test_a_status_follows_from_the_relations_of_later_opinions(
    tmp_path: Path, effects: list[str], whole: str, first: str, second: str
) -> None:
    index = index_with(tmp_path, *effects)
    record = index.by_id[OpinionId(2003, 5)]
    statuses = [holding_status(record, holding, index) for holding in record.opinion.holdings]
    assert str(opinion_status(record, index).status) == whole
    assert [str(status.status) for status in statuses] == [first, second]


def test_a_withdrawn_opinion_is_withdrawn_whatever_later_opinions_do(tmp_path: Path) -> None:
    index = index_with(tmp_path, "modifies", withdrawn=WITHDRAWN)
    record = index.by_id[OpinionId(2003, 5)]
    assert opinion_status(record, index).status is Status.WITHDRAWN
    (holding, _) = record.opinion.holdings
    assert holding_status(record, holding, index).status is Status.WITHDRAWN


def test_the_causes_are_the_changes_that_led_to_the_status(tmp_path: Path) -> None:
    index = index_with(tmp_path, "modifies", "supersedes", "supersedes")
    status = opinion_status(index.by_id[OpinionId(2003, 5)], index)
    assert [change.record.id.number for change in status.changes] == [6, 7, 8]
    assert [change.record.id.number for change in status.causes] == [7, 8]


SIX, SEVEN = "AO 6 (2006)", "AO 7 (2007)"
UNCHANGED = "No later change recorded (later history not checked)"


@pytest.mark.parametrize(
    ("effects", "whole", "first", "second"),
    [
        (["modifies WITHDRAWN"], *[f"Modified by {SIX}, since withdrawn"] * 3),
        (["supersedes WITHDRAWN"], *[f"Superseded by {SIX}, since withdrawn"] * 3),
        (["follows WITHDRAWN"], *[UNCHANGED] * 3),
        (
            ["modifies, holding: 1 WITHDRAWN"],
            f"Modified as to answer 1 by {SIX}, since withdrawn",
            f"Modified by {SIX}, since withdrawn",
            UNCHANGED,
        ),
        (
            ["modifies WITHDRAWN", "modifies"],
            *[f"Modified by {SIX}, since withdrawn, and by {SEVEN}"] * 3,
        ),
        (
            ["modifies", "modifies WITHDRAWN"],
            *[f"Modified by {SIX}, and by {SEVEN}, since withdrawn"] * 3,
        ),
        (["modifies", "modifies"], *[f"Modified by {SIX} and {SEVEN}"] * 3),
        (["modifies WITHDRAWN", "supersedes"], *[f"Superseded by {SEVEN}"] * 3),
        (
            ["supersedes WITHDRAWN", "modifies"],
            *[f"Superseded by {SIX}, since withdrawn; modified by {SEVEN}"] * 3,
        ),
        (
            ["supersedes WITHDRAWN", "supersedes", "modifies"],
            *[f"Superseded by {SIX}, since withdrawn, and by {SEVEN}; modified by AO 8 (2008)"] * 3,
        ),
        (
            ["supersedes, holding: 1", "modifies, holding: 2 WITHDRAWN"],
            (
                f"Modified as to answer 2 by {SEVEN}, since withdrawn; "
                f"superseded as to answer 1 by {SIX}"
            ),
            f"Superseded by {SIX}",
            f"Modified by {SEVEN}, since withdrawn",
        ),
        (
            ["supersedes, holding: 1 WITHDRAWN", "supersedes, holding: 2"],
            f"Superseded as to answer 1 by {SIX}, since withdrawn, and as to answer 2 by {SEVEN}",
            f"Superseded by {SIX}, since withdrawn",
            f"Superseded by {SEVEN}",
        ),
        (
            ["supersedes WITHDRAWN", "cites: 2006/06, effect: supersedes"],
            *[f"Superseded by {SIX}, since withdrawn"] * 3,
        ),
        (
            ["supersedes", "cites: 2006/06, effect: supersedes WITHDRAWN"],
            *[f"Superseded by {SIX}, since superseded"] * 3,
        ),
        (
            ["supersedes WITHDRAWN", "supersedes, holding: 1"],
            f"Superseded by {SIX}, since withdrawn, and as to answer 1 by {SEVEN}",
            f"Superseded by {SIX}, since withdrawn, and by {SEVEN}",
            f"Superseded by {SIX}, since withdrawn",
        ),
        (
            ["supersedes, holding: 1", "modifies"],
            f"Modified by {SEVEN}; superseded as to answer 1 by {SIX}",
            f"Superseded by {SIX}",
            f"Modified by {SEVEN}",
        ),
        (
            ["modifies, holding: 1", "cites: 2006/06, effect: supersedes"],
            f"Modified as to answer 1 by {SIX}, since superseded",
            f"Modified by {SIX}, since superseded",
            UNCHANGED,
        ),
        (
            ["supersedes", "cites: 2006/06, effect: modifies"],
            *[f"Superseded by {SIX}, since modified"] * 3,
        ),
    ],
)
def test_a_label_says_what_each_opinion_did_and_what_became_of_it(
    tmp_path: Path, effects: list[str], whole: str, first: str, second: str
) -> None:
    index = index_with(tmp_path, *effects)
    record = index.by_id[OpinionId(2003, 5)]
    statuses = [holding_status(record, holding, index) for holding in record.opinion.holdings]
    labels = [
        both_halves(status, index.names) for status in (opinion_status(record, index), *statuses)
    ]
    assert labels == [whole, first, second]


def test_a_chain_of_successors_is_followed_to_its_end(tmp_path: Path) -> None:
    index = index_with(
        tmp_path,
        "supersedes",
        "cites: 2006/06, effect: supersedes",
        "cites: 2007/07, effect: cites",
    )
    chain = successors(index.by_id[OpinionId(2003, 5)], index)
    assert [str(record.id) for record in chain] == ["2006/06", "2007/07"]
    assert successors(index.by_id[OpinionId(2008, 8)], index) == ()


def test_successors_with_and_without_a_year_in_their_number_are_in_order_of_their_years(
    tmp_path: Path,
) -> None:
    files = dict(BODIES["three series"].files)
    feo, rpc = "opinions/feo/1998/05.md", "opinions/rpc/178.md"
    supersedes = "opinions: [{{cites: {}, effect: supersedes}}]\nprograms:"
    old_feo, old_rpc = str(files[feo]), str(files[rpc]).replace("1994", "2001")
    files[feo] = old_feo.replace("programs:", supersedes.format("ed/1998/02"), 1)
    files[rpc] = old_rpc.replace("programs:", supersedes.format("feo/1998/05"), 1)
    index = index_of(read_corpus(tmp_path, files))
    first = next(record for record in index.records if record.id.series == "ed")
    chain = [str(record.id) for record in successors(first, index)]
    assert chain == ["feo/1998/05", "rpc/178"]


def test_an_opinion_that_supersedes_one_holding_is_no_successor(tmp_path: Path) -> None:
    index = index_with(tmp_path, "supersedes", "cites: 2006/06, effect: supersedes, holding: 1")
    chain = successors(index.by_id[OpinionId(2003, 5)], index)
    assert [str(record.id) for record in chain] == ["2006/06"]


def names(**changes: str) -> Names:
    return Names(Commission.model_validate(yaml.safe_load(COMMISSION) | changes))


def test_only_a_complete_collection_says_that_an_opinion_is_in_force() -> None:
    current = DerivedStatus(Status.CURRENT)
    assert status_label(current, names()) == "No later change recorded"
    seen = DerivedStatus(Status.CURRENT, seen_until=date(2024, 1, 1))
    assert status_label(seen, names()) == "In force (opinions through January 1, 2024)"


@pytest.mark.parametrize(
    ("later", "code"),
    [(full_record(12, 2010), "current"), (catalog_record(12, 2010), "no_later_change_recorded")],
)
def test_an_opinion_is_not_in_force_if_a_later_text_is_not_here(
    tmp_path: Path, later: str, code: str
) -> None:
    files = {
        **UNCHANGED_LAW,
        "standards/commission.yml": f"{COMMISSION}complete_until: 2012-12-31\n",
        "opinions/2010/12.md": later,
    }
    index = index_of(read_corpus(tmp_path, files))
    record = index.by_id[OpinionId(2003, 5)]
    assert status_code(opinion_status(record, index)) == code
    assert status_code(holding_status(record, record.opinion.holdings[0], index)) == code


def edition(year: int, **fields: str) -> Edition:
    """A change on some day of a year."""
    day = {} if {"after", "adopted"} & set(fields) else {"effective": f"{year}-01-01"}
    values = {"event": "Something happened", "source": {"title": "Minutes"}}
    return Edition.model_validate(values | day | fields)


@pytest.mark.parametrize(
    ("editions", "label"),
    [
        ([edition(2020, verb="reformatted")], "reformatted in 2020"),
        (
            [edition(2020, verb="reformatted"), edition(2021, verb="amended")],
            "reformatted in 2020 and amended in 2021",
        ),
        ([edition(2014), edition(2014), edition(2021)], "changed in 2014 and 2021"),
        ([edition(0, after="2003-11-07", verb="reworded")], "reworded since"),
        (
            [edition(0, after="2003-11-07", verb="reworded"), edition(2020, verb="amended")],
            "reworded in 2003 or later and amended in 2020",
        ),
        (
            [
                edition(2014, verb="amended"),
                edition(0, after="2019-06-30", verb="amended"),
                edition(0, after="2020-06-30", verb="amended"),
            ],
            "amended in 2014, amended in 2019 or later and amended in 2020 or later",
        ),
        (
            [edition(0, adopted="2015-03-01", verb="amended")],
            "amended (adopted in 2015, effective date not known)",
        ),
        ([], ""),
    ],
)
def test_a_status_says_what_happened_to_the_law_as_it_was_seen(
    editions: list[Edition], label: str
) -> None:
    assert events_label(editions) == label


def test_a_comma_closes_a_name_that_ends_in_words(tmp_path: Path) -> None:
    settings = COMMISSION.replace('"Standard {id}"', '"Section {id}{part}, Harbor Code"')
    index = index_of(read_corpus(tmp_path, {"standards/commission.yml": settings}))
    status = opinion_status(index.by_id[OpinionId(2003, 5)], index)
    assert both_halves(status, index.names) == "Section 3(c), Harbor Code, changed in 2020"


@pytest.mark.parametrize(
    ("approved", "label", "code"),
    [
        (
            "2003-11-07",
            "Standard 3(c) changed in 2020; Harbor Stat. § 7A-38.2(b) reworded since",
            "law_changed_since",
        ),
        (
            "2003-12-01",
            (
                "Standard 3(c) changed in 2020; Harbor Stat. § 7A-38.2(b) reworded on an unknown"
                " date, not known whether before or after this opinion"
            ),
            "law_changed_since",
        ),
        (
            "2020-03-01",
            (
                f"{UNCHANGED}; Harbor Stat. § 7A-38.2(b) reworded on an unknown"
                " date, not known whether before or after this opinion"
            ),
            "law_may_have_changed_since",
        ),
    ],
)
def test_a_change_without_a_known_day_is_in_the_status(
    tmp_path: Path, approved: str, label: str, code: str
) -> None:
    record = record_text(f'approved: {approved}\nstatutes: ["7A-38.2(b)"]')
    files = {
        "standards/statutes/7A-38.2.md": REWORDED_STATUTE,
        "opinions/2003/05.md": record,
    }
    index = index_of(read_corpus(tmp_path, files))
    status = opinion_status(index.by_id[OpinionId(2003, 5)], index)
    assert both_halves(status, index.names) == label
    assert status_code(status) == code
    assert status.is_marked


@pytest.mark.parametrize("approved", ["2003-11-07", "2016-01-01"])
def test_law_may_have_changed_since_if_a_change_was_only_adopted(
    tmp_path: Path, approved: str
) -> None:
    year = approved[:4]
    act = "{adopted: 2015-03-01, verb: amended, event: Act 12, source: {title: Minutes}}"
    files = {
        "standards/3.md": standard_text(f"editions: [{act}]"),
        f"opinions/{year}/05.md": record_text(f"approved: {approved}\nyear: {year}"),
        **({} if year == "2003" else {"opinions/2003/05.md": None}),
    }
    index = index_of(read_corpus(tmp_path, files))
    (record,) = index.records
    status = opinion_status(record, index)
    adopted = "Standard 3(c) amended (adopted in 2015, effective date not known)"
    assert both_halves(status, index.names) == f"{UNCHANGED}; {adopted}"
    assert status_code(status) == "law_may_have_changed_since"
    assert status_code(holding_status(record, record.opinion.holdings[0], index)) == (
        "law_may_have_changed_since"
    )
    assert status.last_change_of_law is None
    assert "when it took effect, or whether it has, is not known" in still_holds(record, index)
    written = opinion_standing(record, index).seen_from(date(2018, 1, 1))
    assert f"{adopted}, not known whether before or after the date of your document" in written
    (row,) = opinion_rows([record], index)
    assert (row.changed_since, row.undated_change_count) == ((), int(year == "2003"))


def test_nothing_is_in_force_if_its_law_may_have_changed_since() -> None:
    complete = names(complete_until="2024-01-01")
    changed = ChangedProvision(Citation(STANDARD_KIND, "3"), (edition(2003),))
    seen = date(2024, 1, 1)
    unsure = DerivedStatus(Status.CURRENT, undecided_law=(changed,), seen_until=seen)
    assert status_code(unsure) == "law_may_have_changed_since"
    label = (
        "No later change recorded; Standard 3 changed in 2003, "
        "not known whether before or after this opinion"
    )
    assert status_label(unsure, complete) == label
    renumbered = ChangedProvision(Citation(STANDARD_KIND, "4"), (edition(2011, verb="renumbered"),))
    assert status_code(replace(unsure, changed_law=(renumbered,))) == "law_changed_since"
    assert status_label(DerivedStatus(Status.WITHDRAWN), names()) == "Withdrawn"


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        ({"8": "repealed 8(b)"}, "Standard 8(b) repealed in 2011"),
        ({"8": "added 8(c)"}, "Standard 8(c) added in 2011"),
        ({"8": "amended 8(b)"}, "Standard 8 amended in 2011"),
        ({"8(b)(1)": "repealed 8(b)"}, "Standard 8(b)(1) repealed in 2011"),
        ({"8": "repealed 8(b)", "8(b)": "repealed 8(b)"}, "Standard 8(b) repealed in 2011"),
        (
            {"1": "renumbered", "2": "amended", "3": "renumbered", "4": "repealed"},
            (
                "Standard 4 repealed in 2011; Standard 2 amended in 2011; "
                "Standard 1 renumbered in 2011; 1 more changed since"
            ),
        ),
        (
            dict.fromkeys("1234", "repealed"),
            "Standard 1, Standard 2, Standard 3 and Standard 4 repealed in 2011",
        ),
    ],
)
def test_the_gravest_change_is_named_first_and_a_repeal_of_a_part_is_only_of_the_part(
    changes: dict[str, str], label: str
) -> None:
    changed = []
    for number, change in changes.items():
        verb, *parts = change.split()
        cited = Citation.parse(STANDARD_KIND, number)
        assert cited
        happened = edition(2011, verb=verb).model_copy(update={"provisions": tuple(parts)})
        changed.append(ChangedProvision(cited, (happened,)))
    status = DerivedStatus(Status.CURRENT, changed_law=tuple(changed))
    assert status_label(status, names()) == label


LATER_EDITION = (
    STANDARD.removesuffix("---\n")
    + "  - {effective: 2021-05-01, event: Amended, source: {title: Minutes}}\n---\n"
)


@pytest.mark.parametrize(
    ("later", "label", "code"),
    [
        ("cites", "Standard 3(c) changed in 2020 and 2021", "law_changed_since"),
        (
            "modifies",
            "Modified by AO 12 (2010); Standard 3(c) changed in 2020 and 2021",
            "modified",
        ),
    ],
)
def test_a_status_says_what_changed_in_the_law(
    tmp_path: Path, later: str, label: str, code: str
) -> None:
    files = {
        "standards/3.md": LATER_EDITION,
        "opinions/2003/05.md": TWO,
        "opinions/2010/12.md": catalog_record(
            12, 2010, f"opinions: [{{cites: 2003/05, effect: {later}}}]"
        ),
    }
    index = index_of(read_corpus(tmp_path, files))
    status = opinion_status(index.by_id[OpinionId(2003, 5)], index)
    assert both_halves(status, index.names) == label
    assert status_code(status) == code


def test_provisions_that_changed_in_the_same_years_are_named_together() -> None:
    days = {"(a)": (2011,), "(b)": (2011,), "(c)": (2011, 2020)}
    changed = tuple(
        ChangedProvision(Citation(STANDARD_KIND, "8", part), tuple(edition(year) for year in years))
        for part, years in days.items()
    )
    status = DerivedStatus(Status.CURRENT, changed_law=changed)
    label = (
        "Standard 8(a) and Standard 8(b) changed in 2011; Standard 8(c) changed in 2011 and 2020"
    )
    assert status_label(status, names()) == label
    assert status_label(status, names(complete_until="2024-01-01")) == label


def test_provisions_are_named_in_their_natural_order() -> None:
    cited = (("6", "(c)"), ("6", "(b)"), ("3", ""))
    changed = tuple(
        ChangedProvision(Citation(STANDARD_KIND, *provision), (edition(2011),))
        for provision in cited
    )
    status = DerivedStatus(Status.CURRENT, changed_law=changed)
    label = "Standard 3, Standard 6(b) and Standard 6(c) changed in 2011"
    assert status_label(status, names()) == label


THREE = record_text(
    "holdings:\n"
    '  - {id: 1, answers: 1, text: It may., at: [2], cites: ["3(c)"]}\n'
    '  - {id: 2, answers: 1, text: It must., at: [2], cites: ["7A-38.2(b)"]}\n'
    "  - {id: 3, answers: 1, text: It need not., at: [2]}\n"
    "  - {id: 4, answers: 1, text: It should., at: [1]}\n"
    'statutes: ["7A-38.2(b)"]\n'
)


def test_an_answer_has_the_changes_of_all_law_that_the_opinion_cites_as_its_paragraphs_do(
    tmp_path: Path,
) -> None:
    files = {"opinions/2003/05.md": THREE}
    index = index_of(read_corpus(tmp_path, files))
    record = index.by_id[OpinionId(2003, 5)]
    statuses = (holding_status(record, holding, index) for holding in record.opinion.holdings)
    labels = [both_halves(status, index.names) for status in statuses]
    changed = "Standard 3(c) changed in 2020"
    elsewhere = "Standard 3(c), cited in ¶ 2, changed in 2020"
    assert labels == [changed, changed, changed, elsewhere]
    of_paragraphs = paragraph_statuses(record, index).values()
    assert [both_halves(status, index.names) for status in of_paragraphs] == [
        elsewhere,
        changed,
    ]
    assert [holding.id for holding in citation_uses(record)[0].holdings] == ["1", "3"]


def test_an_opinion_whose_text_is_not_held_has_no_standing_of_its_own(tmp_path: Path) -> None:
    index = index_with(tmp_path, "cites")
    status = opinion_status(index.by_id[OpinionId(2006, 6)], index)
    assert status_label(status, index.names) == "Full text not available here"
    assert status_code(status) == "text_not_held"


LATER_TEXT: Files = {"opinions/2010/12.md": full_record(12, 2010)}
MODIFIED: Files = {
    "opinions/2010/12.md": catalog_record(
        12, 2010, "opinions: [{cites: 2003/05, effect: modifies}]"
    )
}
CHANGED: Files = {"standards/3.md": STANDARD}
RENUMBERED: Files = {"standards/3.md": STANDARD.replace("event:", "verb: renumbered, event:")}
SAME, NONE = "No later change recorded", "later history not checked"
NONE_YET = "Later history not checked"


@pytest.mark.parametrize(
    ("settings", "files", "label", "code"),
    [
        ("", {}, f"{SAME} ({NONE})", "later_opinions_not_checked"),
        (
            "",
            LATER_TEXT,
            f"{SAME} (later history not fully checked)",
            "later_opinions_not_checked",
        ),
        ("", CHANGED, f"{NONE_YET}; Standard 3(c) changed in 2020", "law_changed_since"),
        ("", RENUMBERED, f"{NONE_YET}; Standard 3(c) renumbered in 2020", "law_renumbered_since"),
        (
            "complete_until: 2003-11-07\n",
            {},
            "In force (opinions through November 7, 2003)",
            "current",
        ),
        ("complete_until: 2003-11-06\n", {}, SAME, "no_later_change_recorded"),
        (
            "complete_until: 2012-12-31\n",
            CHANGED,
            "Standard 3(c) changed in 2020",
            "law_changed_since",
        ),
        (
            "words: {opinion: ruling}\n",
            MODIFIED,
            "Modified by AO 12 (2010); later history not checked",
            "modified",
        ),
    ],
)
def test_a_collection_that_is_not_complete_says_that_later_opinions_were_not_checked(
    tmp_path: Path, settings: str, files: Files, label: str, code: str
) -> None:
    commission = {"standards/commission.yml": f"{COMMISSION}{settings}"}
    index = index_of(read_corpus(tmp_path, {**UNCHANGED_LAW, **commission, **files}))
    status = opinion_status(index.by_id[OpinionId(2003, 5)], index)
    assert (status_label(status, index.names), status_code(status)) == (label, code)
