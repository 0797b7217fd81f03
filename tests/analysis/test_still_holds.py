from pathlib import Path

import pytest

from corpus.analysis.later_opinions import not_cited
from corpus.analysis.still_holds import still_holds
from corpus.model.opinion_id import OpinionId
from factories import (
    COMMISSION,
    REWORDED_STATUTE,
    UNCHANGED_LAW,
    catalog_record,
    full_record,
    index_of,
    read_corpus,
    standard_text,
)
from factories import record_text as record

CANNOT_TELL = "This site cannot tell:"
NONE = f"{CANNOT_TELL} no later opinion is here, and the collection is not complete."
MISSING = "at least 6 later ones are missing"
UNREAD = "1 later one is only listed"
UNREAD_OR_MISSING = f"{UNREAD} and {MISSING}"
NO_TEXT_LATER = f"{CANNOT_TELL} no later opinion is here with its text ({UNREAD})."
CITED = f"{NO_TEXT_LATER} AO 12 (2010) cites it."
MODIFIED = "Not as written. AO 12 (2010) modifies answer 1 (¶ 2)."
IN_PART = "At most in part; this site cannot tell about the rest."
SUPERSEDED = "No. AO 12 (2010) supersedes it."
LAW = "The law that it cites has changed since;"
NO_TEXT = "this site does not have both its old and its new text."
TEXTS = "compare its words below."
NEW_FORM = "The law that it cites has been reformatted since; no change in its words is recorded."
SAME_LAW = "No later change of the law that it cites is recorded here."
OLD_AND_NEW = standard_text(
    "editions:\n"
    "  - {effective: 2001-01-01, event: Adopted, text: A may tell., source: {title: Old}}\n"
    "  - {effective: 2020-01-01, verb: amended, event: Amended, text: No., source: {title: New}}\n"
)
REFORMATTED = standard_text(
    "editions: [{effective: 2020-01-01, verb: reformatted, event: New form, source: {title: M}}]"
)


@pytest.mark.parametrize(
    ("standard", "later", "says"),
    [
        (UNCHANGED_LAW["standards/3.md"], "", f"{NONE} {LAW} {NO_TEXT}"),
        (REFORMATTED, "cites", f"{CITED} {LAW} {NO_TEXT}"),
        (UNCHANGED_LAW["standards/3.md"], "supersedes", SUPERSEDED),
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


@pytest.mark.parametrize(
    ("note", "says"),
    [
        ("", SAME_LAW),
        ("note: It has other words now.\n", f"{SAME_LAW[:-1]}, but see the note on Standard 3."),
    ],
)
def test_without_a_change_of_its_law_the_sentence_says_so_and_names_notes(
    tmp_path: Path, note: str, says: str
) -> None:
    unchanged = UNCHANGED_LAW["standards/3.md"]
    assert isinstance(unchanged, str)
    noted = {"standards/3.md": unchanged.replace("id: 3\n", f"id: 3\n{note}")}
    index = index_of(read_corpus(tmp_path, {**UNCHANGED_LAW, **noted}))
    assert still_holds(index.by_id[OpinionId(2003, 5)], index) == f"{NONE} {says}"


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


ADOPTED = "{effective: 2001-01-01, event: Adopted, text: A may tell., source: {title: Old}}"
REPEALED = "{effective: 2020-01-01, verb: repealed, event: Repealed, source: {title: New}%s}"


@pytest.mark.parametrize(
    ("editions", "says"),
    [
        (REPEALED % "", "repealed since; this site does not have its old text."),
        (f"{ADOPTED}, {REPEALED % ''}", "repealed since; its old text is below."),
        (REPEALED % ', provisions: ["3(c)(1)"]', f"{LAW} {NO_TEXT}"),
    ],
)
def test_a_repealed_provision_has_no_new_text(tmp_path: Path, editions: str, says: str) -> None:
    files = {"standards/3.md": standard_text(f"editions: [{editions}]")}
    index = index_of(read_corpus(tmp_path, files))
    assert still_holds(index.by_id[OpinionId(2003, 5)], index).endswith(says)


def test_a_change_that_may_be_earlier_is_said_to_be_before_or_after(tmp_path: Path) -> None:
    later = record('statutes: ["7A-38.2(b)"]\napproved: 2010-11-07\nyear: 2010\nnumber: 12')
    files = {
        "standards/statutes/7A-38.2.md": REWORDED_STATUTE,
        "opinions/2010/12.md": later.replace("Number 05 (2003)", "Number 12 (2010)"),
    }
    index = index_of(read_corpus(tmp_path, {**UNCHANGED_LAW, **files}))
    says = still_holds(index.by_id[OpinionId(2010, 12)], index)
    order = "whether before or after this opinion is not known"
    assert says == f"{NONE} The law that it cites changed; {order}."


COMPLETE = "complete_until: 2012-12-31"
YES = "Yes, through December 31, 2012: no later opinion changes it."
THROUGH = "no opinion through December 31, 2012"
OF_THOSE_READ = "whose text is here changes it"
NONE_CHANGES_IT = f"{CANNOT_TELL} no later opinion here changes it"
LATER = {"opinions/2010/12.md": full_record(12, 2010)}
LISTED = {"opinions/2010/12.md": catalog_record(12, 2010)}


@pytest.mark.parametrize(
    ("setting", "files", "says"),
    [
        (
            "first_number: 1",
            LISTED,
            f"{NO_TEXT_LATER.replace(UNREAD, UNREAD_OR_MISSING)} {SAME_LAW}",
        ),
        (
            "",
            LATER,
            f"{NONE_CHANGES_IT}, but others may be missing. {SAME_LAW}",
        ),
        (
            "first_number: 1",
            LATER,
            f"{CANNOT_TELL} no later opinion {OF_THOSE_READ}, but {MISSING}. {SAME_LAW}",
        ),
        (COMPLETE, {}, f"{YES} {SAME_LAW}"),
        (
            COMPLETE,
            LISTED,
            f"As far as this site can tell, yes: {THROUGH} {OF_THOSE_READ}. {SAME_LAW}",
        ),
        (
            "complete_until: 2003-11-06",
            {},
            f"As far as this site can tell, yes: no later opinion {OF_THOSE_READ}. {SAME_LAW}",
        ),
        (
            COMPLETE,
            {"standards/3.md": REFORMATTED},
            f"{YES} {NEW_FORM}",
        ),
        (
            COMPLETE,
            {"standards/3.md": OLD_AND_NEW},
            f"{CANNOT_TELL} no later opinion changes it, but t{LAW[1:]} {TEXTS}",
        ),
    ],
)
def test_the_answer_depends_on_which_later_opinions_could_be_read(
    tmp_path: Path, setting: str, files: dict[str, str], says: str
) -> None:
    settings = {"standards/commission.yml": f"{COMMISSION}{setting}\n"}
    index = index_of(read_corpus(tmp_path, {**UNCHANGED_LAW, **settings, **files}))
    assert still_holds(index.by_id[OpinionId(2003, 5)], index) == says


def test_an_opinion_that_nobody_cites_may_be_cited_by_one_that_is_missing(tmp_path: Path) -> None:
    index = index_of(read_corpus(tmp_path, LISTED))
    assert not_cited(index.by_id[OpinionId(2003, 5)], index) == (
        f"Unknown. This site has the text of no later opinion; {UNREAD}."
    )


TWO_ANSWERS = record(
    "holdings:\n  - {id: x, answers: 1, text: It may., at: [1]}\n"
    "  - {id: y, answers: 1, text: It must., at: [2]}\n"
)


@pytest.mark.parametrize(
    ("effect", "withdrawn", "answer"),
    [
        (
            "supersedes, holding: y",
            "",
            f"{IN_PART} AO 12 (2010) supersedes answer y (¶ 2).",
        ),
        ("modifies, holding: y", "", f"{IN_PART} AO 12 (2010) modifies answer y (¶ 2)."),
        ("modifies", "", "Not as written. AO 12 (2010) modifies it."),
        (
            "supersedes",
            "withdrawn: {on: 2012-05-01, reason: It was taken back.}",
            "Not clear. AO 12 (2010), since withdrawn, supersedes it.",
        ),
    ],
)
def test_the_answer_depends_on_how_much_was_changed_and_whether_the_change_stands(
    tmp_path: Path, effect: str, withdrawn: str, answer: str
) -> None:
    fields = f"opinions: [{{cites: 2003/05, effect: {effect}}}]\n{withdrawn}"
    files = {
        "opinions/2003/05.md": TWO_ANSWERS,
        "opinions/2010/12.md": catalog_record(12, 2010, fields),
    }
    index = index_of(read_corpus(tmp_path, {**UNCHANGED_LAW, **files}))
    assert still_holds(index.by_id[OpinionId(2003, 5)], index) == f"{answer} {SAME_LAW}"


def test_the_rest_of_an_opinion_holds_only_in_a_complete_collection(tmp_path: Path) -> None:
    files = {
        "standards/commission.yml": f"{COMMISSION}complete_until: 2024-12-31\n",
        "opinions/2003/05.md": TWO_ANSWERS,
        "opinions/2010/12.md": full_record(
            12, 2010, "opinions: [{cites: 2003/05, effect: supersedes, holding: y}]\n"
        ),
    }
    index = index_of(read_corpus(tmp_path, {**UNCHANGED_LAW, **files}))
    assert still_holds(index.by_id[OpinionId(2003, 5)], index).startswith("Only in part. AO 12")


FIRST, THEN = "AO 12 (2010), since", "AO 13 (2012)"


@pytest.mark.parametrize(
    ("first", "later", "answer"),
    [
        ("modifies", "cites: 2010/12, effect: supersedes", f"Not clear. {FIRST} superseded,"),
        ("supersedes", "cites: 2010/12, effect: supersedes", f"No. {FIRST} superseded,"),
        (
            "supersedes, holding: x",
            "cites: 2010/12, effect: supersedes",
            f"{IN_PART} {FIRST} superseded,",
        ),
        ("modifies", "cites: 2003/05, effect: modifies, holding: x", "Not as written."),
        (
            "supersedes WITHDRAWN",
            "cites: 2003/05, effect: supersedes, holding: x",
            f"Not clear. {FIRST} withdrawn, supersedes it; {THEN} supersedes answer x (¶ 1).",
        ),
        (
            "supersedes, holding: y WITHDRAWN",
            "cites: 2003/05, effect: supersedes, holding: x",
            f"Not clear. {FIRST} withdrawn, supersedes answer y (¶ 2); {THEN}",
        ),
    ],
)
def test_the_answer_is_not_clear_if_what_remains_depends_on_a_change_that_may_not_stand(
    tmp_path: Path, first: str, later: str, answer: str
) -> None:
    effect, *is_withdrawn = first.split(" WITHDRAWN")
    withdrawn = "withdrawn: {on: 2012-05-01, reason: It was taken back.}" if is_withdrawn else ""
    fields = f"opinions: [{{cites: 2003/05, effect: {effect}}}]\n{withdrawn}"
    files = {
        "opinions/2003/05.md": TWO_ANSWERS,
        "opinions/2010/12.md": catalog_record(12, 2010, fields),
        "opinions/2012/13.md": catalog_record(13, 2012, f"opinions: [{{{later}}}]"),
    }
    index = index_of(read_corpus(tmp_path, {**UNCHANGED_LAW, **files}))
    assert still_holds(index.by_id[OpinionId(2003, 5)], index).startswith(answer)
