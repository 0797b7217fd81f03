"""The modules of the search that only compute, run in the browser."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.conftest import Visitor

RUN = """async ([module, name, input]) => {
  const loaded = await import(new URL(`../assets/js/search/${module}.js`, location.href).href);
  return loaded[name](...input);
}"""


@pytest.fixture(scope="module")
def page(visitor: Visitor) -> Iterator[Page]:
    """A page that can load the modules."""
    with visitor.at("search/") as page:
        yield page


def run(page: Page, module: str, name: str, *arguments: object) -> Any:
    """Return what a function of a module of the search returns."""
    return page.evaluate(RUN, [module, name, arguments])


@pytest.mark.parametrize(
    "forms",
    [
        ["disclose", "disclosing", "disclosure", "disclosed"],
        ["confidential", "confidentiality", "confidence"],
        ["party", "parties"],
        ["threat", "threaten", "threatened", "threats"],
        ["agree", "agreed", "agreement"],
        ["refer", "referred", "referral"],
        ["represent", "representation", "representing"],
        ["advertise", "advertising", "advertisement"],
        ["caucus", "caucuses"],
        ["compel", "compelled"],
        ["certify", "certified", "certification"],
        ["pay", "pays", "paid", "payment"],
        ["tell", "telling", "told"],
        ["wife", "wives"],
        ["note", "notes", "noted", "noting"],
        ["case", "cases"],
        ["let", "letting"],
        ["receive", "received", "receiving"],
        ["shred", "shredded", "shredding"],
        ["beat", "beats", "beaten"],
        ["sue", "sues", "sued", "suing"],
        ["telephone", "telephones", "phone", "phones"],
        ["photo", "photographs"],
        ["ad", "ads", "advertisement"],
        ["atty", "attorney", "attorneys"],
        ["notify", "notification"],
        ["mention", "mentioned"],
        ["pressure", "pressured"],
        ["hearing", "hearings"],
    ],
)
def test_forms_of_a_word_have_the_same_stem(page: Page, forms: list[str]) -> None:
    assert len({run(page, "words", "stem", form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("party", "part"),
        ("violence", "violation"),
        ("fee", "feed"),
        ("new", "news"),
        ("form", "former"),
        ("contract", "contractor"),
        ("report", "reporter"),
        ("threat", "three"),
        ("wine", "win"),
        ("file", "fill"),
        ("interest", "interesting"),
        ("form", "informal"),
        ("refer", "reference"),
        ("deposit", "depositions"),
        ("hear", "hearing"),
        ("mention", "mental"),
        ("mention", "mentor"),
        ("note", "notification"),
        ("office", "officer"),
        ("press", "pressured"),
        ("public", "publicity"),
        ("recorded", "records"),
        ("respond", "respondent"),
        ("state", "statement"),
        ("work", "worker"),
        ("follow", "follower"),
    ],
)
def test_other_words_have_another_stem(page: Page, one: str, other: str) -> None:
    assert run(page, "words", "stem", one) != run(page, "words", "stem", other)


@pytest.mark.parametrize("word", ["between", "despite", "nobody", "asking", "many", "shes"])
def test_words_that_only_join_others_say_nothing(page: Page, word: str) -> None:
    assert run(page, "words", "isStopWord", word)


@pytest.mark.parametrize("word", ["strange", "nice", "helping"])
def test_words_that_only_judge_say_little(page: Page, word: str) -> None:
    assert run(page, "words", "isLight", word)


@pytest.mark.parametrize(
    ("typed", "groups", "excluded"),
    [
        ("party threatened", [["party"], ["threatened"]], []),
        ('"in caucus" fee', [["in caucus"], ["fee"]], []),
        ('unbalanced "quote', [["unbalanced"], ["quote"]], []),
        ("gift OR present -card", [["gift", "present"]], ["card"]),
        ("standard three", [["standard"], ["three", "3"]], []),
        ("lawyer -three", [["lawyer"]], ["three", "3"]),
        ("within 30 days", [["within"], ["30", "thirty"], ["days"]], []),
        ("thirty-day", [["thirty day", "30 day"]], []),
        ("$50", [["50", "fifty"]], []),
        ("two hundred miles", [["two hundred", "200"], ["miles"]], []),
        ("205", [["205", "two hundred five"]], []),
        ("one or 3(a)", [["one", "1"], ["or"], ["3 a"]], []),
        ("8834771120", [["8834771120"]], []),
        ("OR", [], []),
        ("<script>alert(1)</script>", [["script alert 1 script"]], []),
    ],
)
def test_a_query_is_read_as_groups_of_alternatives(
    page: Page, typed: str, groups: list[list[str]], excluded: list[str]
) -> None:
    query = run(page, "query", "parseQuery", typed)
    words = [
        [" ".join(alternative["words"]) for alternative in group["alternatives"]]
        for group in query["groups"]
    ]
    assert words == groups
    assert [" ".join(alternative["words"]) for alternative in query["excluded"]] == excluded


ENTRIES = [
    ["death", ["passed away", "died"], []],
    ["consent", ["OK from"], []],
    ["absent", ["no-show", "did not show up", "absence"], []],
    ["bias", ["prejudice"], ["take sides"]],
    ["video", [], ["Zoom"]],
    ["reason", ["good faith", "bad faith"], []],
    ["ex parte", ["one side"], []],
    ["settle before", ["settled without me"], []],
    ["law firm", ["my partner"], []],
    ["co-mediator", ["partner mediator"], []],
    ["return", ["refund", "send back", "settled out of court"], []],
]
WITH_SYNONYMS = """async ([typed, entries]) => {
  const module = (name) => import(new URL(`../assets/js/search/${name}.js`, location.href).href);
  const [{ parseQuery }, { readThesaurus, withSynonyms }] = await Promise.all(
    ["query", "thesaurus"].map(module));
  return withSynonyms(parseQuery(typed).groups, readThesaurus(entries));
}"""


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("a party dies", {"party": [["party"]], "dies": [["dies"]]}),
        ("party passed away", {"passed away": [["passed", "away"], ["death"], ["died"]]}),
        ("he never shows up", {"never shows": [["never", "shows"], ["absent"], ["absence"]]}),
        ("consent", {"consent": [["consent"]]}),
        ("absence", {"absence": [["absence"], ["absent"]]}),
        ("a party died: what follows death", {"died": [["died"], ["passed", "away"]]}),
        ("he takes sides", {"takes sides": [["sides"], ["bias"], ["prejudice"]]}),
        ("both sides", {"sides": [["sides"]]}),
        ("from one side", {"one side": [["one", "side"], ["ex", "parte"]]}),
        ("zoom", {"zoom": [["zoom"], ["video"]]}),
        ("video", {"video": [["video"]]}),
        ('"passed" away', {"passed": [["passed"]], "away": [["away"]]}),
        ("rule 4(f), then", {"4(f)": [["4", "f"]]}),
        ("bad faith", {"bad faith": [["bad", "faith"], ["reason"]]}),
        (
            "my partner mediator",
            {"partner mediator": [["partner", "mediator"], ["co", "mediator"]]},
        ),
        ("refund", {"refund": [["refund"], ["return"]]}),
        ('"passed away"', {"passed away": [["passed", "away"]]}),
        ("settled, not signed", {"settled": [["settled"]], "signed": [["signed"]]}),
        ("may I a", {}),
    ],
)
def test_words_that_are_a_term_of_the_thesaurus_are_one_group_with_its_synonyms(
    page: Page, typed: str, groups: dict[str, list[list[str]]]
) -> None:
    found = page.evaluate(WITH_SYNONYMS, [typed, ENTRIES])
    words = {
        group["typed"]: [
            alternative["words"]
            for alternative in group["alternatives"]
            if "spellings" not in alternative
        ]
        for group in found
    }
    assert words.items() >= groups.items()
    assert bool(words) == bool(groups)


@pytest.mark.parametrize(
    ("typed", "counts"),
    [
        ("not paid", False),
        ("has never paid", True),
        ("no-show", True),
        ("no show", False),
        ("no lawyer", True),
        ("has not called", True),
        ("takes sides", False),
        ("passed away", True),
    ],
)
def test_a_negated_or_common_word_does_not_count_beside_its_synonyms(
    page: Page, typed: str, *, counts: bool
) -> None:
    entries = [
        ["unpaid", ["not paid", "owes"], []],
        ["absent", ["no-show"], []],
        ["self-represented", ["no lawyer"], []],
        ["not called", [], []],
        ["bias", ["take sides"], []],
        ["death", ["passed away"], []],
    ]
    (group,) = page.evaluate(WITH_SYNONYMS, [typed, entries])
    phrase, near, *_ = group["alternatives"]
    assert bool(near.get("factor", 1)) is counts
    assert "factor" not in phrase


@pytest.mark.parametrize(
    ("typed", "phrase", "spellings"),
    [
        ("a bad faith claim", "bad faith", ["bad faith", "bad faith"]),
        (
            "he did not show up",
            "did not show up",
            ["did not show up", "no show", "did not show up"],
        ),
        ("the judge takes sides", "takes sides", ["takes sides", "take sides"]),
        ("OK from everyone", "OK from", ["ok from", "ok from"]),
    ],
)
def test_a_phrase_of_the_thesaurus_is_looked_for_as_it_was_typed_and_in_its_other_spellings(
    page: Page, typed: str, phrase: str, spellings: list[str]
) -> None:
    found = page.evaluate(WITH_SYNONYMS, [typed, ENTRIES])
    (first,) = [group["alternatives"][0] for group in found if group["typed"] == phrase]
    assert [" ".join(words) for words in first["spellings"]] == spellings


def test_a_term_of_two_meanings_is_doubtful(page: Page) -> None:
    entries = [
        ["gift", ["present", "bribe"], []],
        ["attend", ["present", "appear"], []],
        ["self-represented", ["pro se", "no lawyer"], []],
        ["unrepresented", ["pro se", "no lawyer"], []],
    ]
    (gift,) = page.evaluate(WITH_SYNONYMS, ["gift", entries])
    doubtful = {" ".join(term["words"]): term.get("isDoubtful") for term in gift["alternatives"]}
    assert doubtful == {"gift": None, "present": True, "bribe": False}
    (unrepresented,) = page.evaluate(WITH_SYNONYMS, ["unrepresented", entries])
    assert not any(term.get("isDoubtful") for term in unrepresented["alternatives"])


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("cacus", "caucus"),
        ("confidentialty", "confidentiality"),
        ("confidential", "confidentiality"),
        ("supena", "subpoena"),
        ("sbpna", None),
        ("asdfgh", None),
        ("fe", None),
        ("conf", None),
    ],
)
def test_the_closest_word_of_the_collection_is_meant(
    page: Page, typed: str, expected: str | None
) -> None:
    known = [["caucus", 3], ["confidentiality", 5], ["fee", 2], ["circus", 1], ["subpoena", 1]]
    assert run(page, "spelling", "closestWord", typed, known) == expected


@pytest.mark.parametrize(
    ("typed", "is_near"),
    [("wat", True), ("teh", True), ("shoud", True), ("dog", False), ("orchard", False)],
)
def test_a_word_that_says_nothing_is_recognized_when_it_is_mistyped(
    page: Page, typed: str, *, is_near: bool
) -> None:
    assert run(page, "spelling", "isNearStopWord", typed) is is_near


ALIKE = [("gifts", "gift", True), ("parties", "party", True), ("children", "child", True)]
NOT_ALIKE = [("record", "recording", False), ("reported", "report", False)]


@pytest.mark.parametrize(("form", "word", "are_alike"), [*ALIKE, *NOT_ALIKE])
def test_one_and_several_are_alike_but_not_other_forms_of_a_word(
    page: Page, form: str, word: str, *, are_alike: bool
) -> None:
    assert run(page, "words", "areAlike", form, word) is are_alike


WEIGHT = """async ([word, options]) => {
  const { Collection } = await import(
    new URL("../assets/js/search/collection.js", location.href).href);
  const { opinions } = await (await Collection.load()).places(word, options);
  return Math.max(...opinions);
}"""


def test_another_form_of_a_word_says_less_if_asked_for(page: Page) -> None:
    typed = page.evaluate(WEIGHT, ["reported", {"otherForms": 0.5}])
    assert typed > 0
    assert page.evaluate(WEIGHT, ["report", {}]) == typed
    assert page.evaluate(WEIGHT, ["report", {"otherForms": 0.5}]) == typed / 2


FOUND_WITH_UNKNOWN = """async ([known, unknown, isTelling, saysMuch]) => {
  const { rank } = await import(new URL("../assets/js/search/rank.js", location.href).href);
  const group = (count, worth) => Array.from({ length: count }, () => ({
    values: new Float32Array([Math.sign(worth)]), certain: new Uint8Array([Math.sign(worth)]),
    telling: new Uint8Array([isTelling && worth ? 1 : 0]), worth: worth || 5, saysMuch,
  }));
  const questions = [{ opinion: 0, status: 0, isListed: false }];
  return rank([...group(known, 2), ...group(unknown, 0)], [], { questions }).length;
}"""


@pytest.mark.parametrize(
    ("known", "unknown", "count"),
    [(1, 0, 1), (1, 1, 0), (2, 1, 1), (2, 2, 0), (3, 3, 1), (3, 5, 0)],
)
def test_in_a_sentence_words_that_no_opinion_has_count_less(
    page: Page, known: int, unknown: int, count: int
) -> None:
    assert page.evaluate(FOUND_WITH_UNKNOWN, [known, unknown, False]) == count


@pytest.mark.parametrize(("unknown", "count"), [(0, 1), (1, 1), (4, 0)])
def test_nothing_is_found_if_half_of_what_says_much_is_nowhere(
    page: Page, unknown: int, count: int
) -> None:
    found = page.evaluate(FOUND_WITH_UNKNOWN, [4, unknown, False, True])
    assert found == count


@pytest.mark.parametrize("unknown", [1, 5])
def test_a_word_that_tells_what_an_opinion_is_about_finds_it_among_unknown_words(
    page: Page, unknown: int
) -> None:
    assert page.evaluate(FOUND_WITH_UNKNOWN, [1, unknown, True]) == 1


TELLING = """async ([weight, count, isListed]) => {
  const { groupValues } = await import(new URL("../assets/js/search/rank.js", location.href).href);
  const ids = [...Array(10).keys()];
  const questions = ids.map((opinion) => ({ opinion, status: 0, isListed }));
  const weights = Uint8Array.from(ids, (id) => (id < count ? weight : 0));
  const places = [{ opinions: new Uint8Array(10), questions: weights }];
  return Boolean(groupValues([{ places }], { ids, questions }).telling[0]);
}"""


@pytest.mark.parametrize(
    ("weight", "count", "is_listed", "is_telling"),
    [
        (8, 1, False, True),
        (7, 1, False, False),
        (8, 6, False, False),
        (4, 1, True, True),
        (3, 1, True, False),
    ],
)
def test_a_rare_word_of_a_question_and_its_answer_or_of_a_title_without_text_is_telling(
    page: Page, weight: int, count: int, *, is_listed: bool, is_telling: bool
) -> None:
    assert page.evaluate(TELLING, [weight, count, is_listed]) is is_telling


OF_TERM = """async ([question, opinion, kind]) => {
  const { groupValues } = await import(new URL("../assets/js/search/rank.js", location.href).href);
  const placed = { opinions: new Float32Array([opinion]), questions: new Float32Array([question]) };
  const collection = { ids: ["1"], questions: [{ opinion: 0, status: 0, isListed: false }] };
  const term = { places: [placed, placed], ...kind };
  return groupValues([term], collection).values[0] > 0;
}"""


TYPED, SYNONYM = {"isJoined": True}, {"term": "decision maker"}


@pytest.mark.parametrize(
    ("question", "opinion", "kind", "is_found"),
    [
        (2, 0, TYPED, True),
        (2, 0, SYNONYM, True),
        (1, 1, TYPED, False),
        (0, 4, TYPED, True),
        (0, 3, TYPED, False),
        (0, 4, SYNONYM, False),
    ],
    ids=["answered", "synonym answered", "only asked", "title", "text", "synonym in title"],
)
def test_the_words_of_a_term_must_be_close_to_each_other(
    page: Page, question: int, opinion: int, kind: dict[str, object], *, is_found: bool
) -> None:
    assert page.evaluate(OF_TERM, [question, opinion, kind]) is is_found


PARTS = """async ([whole, partial, count]) => {
  const { countParts, rank } = await import(
    new URL("../assets/js/search/rank.js", location.href).href);
  const group = (...values) => ({
    values: new Float32Array(values), certain: Uint8Array.from(values, Math.sign), worth: 2 });
  const questions = [0, 1].map((opinion) => ({ opinion, status: 0, isListed: false }));
  const others = Array.from({ length: count - 1 }, () => group(whole, 0));
  const groups = [group(whole, partial), ...others];
  const matches = rank(groups, [], { questions });
  return [matches.map(({ opinion }) => opinion), countParts(matches, groups)];
}"""


@pytest.mark.parametrize(
    ("partial", "opinions", "after"), [(4, [0, 1], 1), (6, [1, 0], 0)], ids=["apart", "much better"]
)
def test_opinions_with_only_some_of_few_words_come_after_the_others(
    page: Page, partial: int, opinions: list[int], after: int
) -> None:
    assert page.evaluate(PARTS, [1, partial, 2]) == [opinions, {"whole": 1, "after": after}]


RANKED = """async ([alternatives, excluded]) => {
  const { groupValues, rank } = await import(
    new URL("../assets/js/search/rank.js", location.href).href);
  const none = new Uint8Array(3);
  const placed = (weights) => ({ opinions: none, questions: Uint8Array.from(weights) });
  const collection = { ids: ["1", "2", "3"],
    questions: [0, 1, 2].map((opinion) => ({ opinion, status: 0, isListed: false })) };
  const all = alternatives.map(({ places, ...alternative }) => (
    { ...alternative, places: places.map(placed) }));
  const forbidden = excluded.map((weights) => (
    groupValues([{ places: [placed(weights)] }], collection)));
  return rank([groupValues(all, collection)], forbidden, collection).map(({ opinion }) => opinion);
}"""


@pytest.mark.parametrize(
    ("typed", "synonym", "excluded", "opinions"),
    [
        ([[3, 0, 0]], {"places": [[0, 3, 0]]}, [], [0, 1]),
        ([[3, 0, 0]], {"places": [[0, 9, 0]]}, [], [1, 0]),
        ([[9, 0, 0]], {"places": [[0, 15, 0]]}, [], [0, 1]),
        ([[3, 0, 0]], {"places": [[0, 9, 9], [0, 9, 0]]}, [], [1, 0]),
        ([[3, 0, 0]], {"places": [[0, 4, 0]], "isDoubtful": True}, [], [0]),
        ([[3, 0, 0]], {"places": [[0, 4, 0]], "isDoubtful": True}, [[1, 0, 0]], []),
        ([[0, 0, 0]], {"places": [[0, 4, 0]], "isDoubtful": True}, [], [1]),
    ],
    ids=[
        "after",
        "clearly better",
        "in title and question",
        "together",
        "doubtful",
        "without the typed",
        "only doubtful",
    ],
)
def test_synonyms_come_after_what_was_typed_unless_they_are_clearly_better(
    page: Page,
    typed: list[list[int]],
    synonym: dict[str, object],
    excluded: list[list[int]],
    opinions: list[int],
) -> None:
    alternatives = [{"places": typed}, {"term": "bribe", "factor": 1, **synonym}]
    assert page.evaluate(RANKED, [alternatives, excluded]) == opinions


ARRANGED = """async ([matches, order]) => {
  const { arranged } = await import(new URL("../assets/js/search/rank.js", location.href).href);
  const all = matches.map(([opinion, missing, score, replaces]) => (
    { opinion, missing, score, replaces: replaces ?? undefined }));
  const { matches: sorted, parts } = arranged(all, [{}, {}], order);
  return [sorted.map(({ opinion }) => opinion), parts.after];
}"""
FOUND: list[tuple[int, list[int], int, list[int] | None]] = [
    (5, [], 9, None),
    (8, [], 0, [3]),
    (3, [], 7, None),
    (9, [1], 3, None),
    (1, [0], 2, None),
]


@pytest.mark.parametrize(
    ("order", "opinions"),
    [("", [5, 8, 3, 9, 1]), ("newest", [8, 5, 3, 9, 1]), ("oldest", [3, 5, 8, 1, 9])],
)
def test_by_date_too_opinions_with_only_some_of_the_words_come_after_the_others(
    page: Page, order: str, opinions: list[int]
) -> None:
    assert page.evaluate(ARRANGED, [FOUND, order]) == [opinions, 2]


BY_STATUS = """async ([statuses, values]) => {
  const { rank } = await import(new URL("../assets/js/search/rank.js", location.href).href);
  const questions = statuses.map((status, opinion) => ({ opinion, status, isListed: false }));
  const groups = values.map((all) => (
    { values: Float32Array.from(all), certain: Uint8Array.from(all, Math.sign), worth: 2 }));
  return rank(groups, [], { questions }).map(({ opinion }) => opinion);
}"""
WITHDRAWN = 3


@pytest.mark.parametrize(
    ("values", "opinions"),
    [
        ([[9, 1, 3]], [0, 2, 1]),
        ([[9, 2, 4]], [2, 0, 1]),
        ([[9, 2, 3], [3, 0, 3]], [2, 0, 1]),
        ([[9, 2, 0], [3, 0, 6]], [0, 2, 1]),
    ],
    ids=["far better than both", "less than one", "another word too", "all words"],
)
def test_a_withdrawn_answer_comes_before_others_only_if_it_matches_far_better(
    page: Page, values: list[list[int]], opinions: list[int]
) -> None:
    assert page.evaluate(BY_STATUS, [[WITHDRAWN, 0, 0], values]) == opinions


PLACED = """async ([questions, successors, later, withdrawn = []]) => {
  const { withSuccessors } = await import(
    new URL("../assets/js/search/rank.js", location.href).href);
  const collection = {
    successorsOf: (question) => successors[question] ?? [], questionsOf: (opinion) => [opinion],
    laterOn: (question) => later[question] ?? [],
    questions: [...Array(40).keys()].map((number) => (
      { status: withdrawn.includes(number) ? 3 : 0 })) };
  const matches = questions.map((questions) => (
    { opinion: Math.floor(questions[0] / 10), questions, score: 1, missing: [] }));
  return withSuccessors(matches, collection).map(({ opinion }) => opinion);
}"""


@pytest.mark.parametrize(
    ("questions", "successors", "opinions"),
    [
        ([[10], [20]], {}, [1, 2]),
        ([[10], [20]], {"10": [2]}, [2, 1]),
        ([[10, 11], [30]], {"11": [2]}, [2, 1, 3]),
        ([[10], [20], [30]], {"10": [2], "20": [3]}, [3, 2, 1]),
    ],
    ids=["none", "after it", "of its second answer, not found", "chain"],
)
def test_what_replaces_an_answer_that_is_shown_stands_above_it(
    page: Page, questions: list[list[int]], successors: dict[str, list[int]], opinions: list[int]
) -> None:
    assert page.evaluate(PLACED, [questions, successors, {}]) == opinions


@pytest.mark.parametrize(
    ("later", "opinions"), [({"10": [2]}, [2, 1]), ({"11": [2]}, [1, 2]), ({"10": [3]}, [1, 2])]
)
def test_what_modifies_the_best_answer_stands_above_it_if_it_matches_as_well(
    page: Page, later: dict[str, list[int]], opinions: list[int]
) -> None:
    assert page.evaluate(PLACED, [[[10, 11], [20]], {}, later]) == opinions


@pytest.mark.parametrize("withdrawn", [[10], [11]])
def test_what_cites_a_withdrawn_opinion_stands_above_it_even_if_it_is_not_found(
    page: Page, withdrawn: list[int]
) -> None:
    later = {str(withdrawn[0]): [3]}
    assert page.evaluate(PLACED, [[[10, 11], [20]], {}, later, withdrawn]) == [3, 1, 2]


EXCERPT = """async ([text, typed, worths = [], entries = []]) => {
  const module = (name) => import(new URL(`../assets/js/search/${name}.js`, location.href).href);
  const [{ excerptOf }, { parseQuery }, { readThesaurus, withSynonyms }, { termsOf }] =
    await Promise.all(["excerpts", "query", "thesaurus", "marks"].map(module));
  const groups = withSynonyms(parseQuery(typed).groups, readThesaurus(entries));
  const valued = groups.map((group, at) => ({ ...group, worth: worths[at] }));
  const { start, end } = excerptOf(text, termsOf(valued));
  return text.slice(start, end);
}"""
LONG = "Some of what follows is said again and again, " * 20


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        (
            "He asks. See N.C. Gen. Stat. § 7 and Bd. Op. 5. A threat may be told. It need not.",
            r"A threat may be told\. It need not\.",
        ),
        (
            f"So he asks. The threat {'goes on ' * 40}to the end. {LONG}",
            "The threat .*to the end\\.",
        ),
        (f"{LONG}a threat, {LONG}", r"[\w ,]{30,60}a threat, .{450,600}"),
    ],
)
def test_an_excerpt_has_whole_sentences(page: Page, text: str, pattern: str) -> None:
    assert re.fullmatch(pattern, page.evaluate(EXCERPT, [text, "threat"]))


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        (
            f"A party may ask the mediator. {'He asked again. ' * 20}She reports a threat.",
            r"She reports a threat\.",
        ),
        (f"A party may ask the mediator. {LONG}a threat, {LONG}", r"[\w ,]{30,60}a threat, .*"),
        (f"A mediator {'told it ' * 90}after a threat.", r"(it )?(told it ){5,8}after a threat\."),
    ],
)
def test_an_excerpt_has_the_rarest_word(page: Page, text: str, pattern: str) -> None:
    excerpt = page.evaluate(EXCERPT, [text, "mediator party threat", [0.2, 0.2, 3]])
    assert re.fullmatch(pattern, excerpt)


def test_an_excerpt_has_the_phrase_that_was_typed_rather_than_its_words_and_related_ones(
    page: Page,
) -> None:
    text = f"It is a bad reason, but he had faith. {'He went on. ' * 30}It was bad faith."
    assert page.evaluate(EXCERPT, [text, "bad faith", [], ENTRIES]) == "It was bad faith."


PROVISIONS = {
    "Standard 3(c)": ["3(c)", "standards/3/#c"],
    "CMR Rule 4(f)": ["CMR 4(f)", "rules/cmr/#4-f"],
}


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("Standard III(c)", "Standard 3(c)"),
        ("standard three (c)", "Standard 3(c)"),
        (" std. iii.c", "Standard 3(c)"),
        ("III.C", "Standard 3(c)"),
        ("cmr 4(f)", "CMR Rule 4(f)"),
    ],
)
def test_most_citations_are_read_without_the_grammar(page: Page, typed: str, label: str) -> None:
    """The collection here has none to load."""
    named = run(
        page, "provisions", "namedProvisions", typed, {"numbers": {"provisions": PROVISIONS}}
    )
    assert [provision["label"] for provision in named] == [label]


@pytest.mark.parametrize(
    ("typed", "urls", "rest"),
    [
        ("court rules for gifts", ["rules/court/"], "  for gifts"),
        ("the harbor court recording", ["rules/harbor-court/"], "the  recording"),
        ("a gift for the court", [], "a gift for the court"),
    ],
)
def test_the_name_of_a_set_of_rules_leads_to_it(
    page: Page, typed: str, urls: list[str], rest: str
) -> None:
    provisions = {
        "Court Rule 4": ["Court 4", "rules/court/#4"],
        "Harbor Court Rule 1": ["Harbor Court 1", "rules/harbor-court/#1"],
        **PROVISIONS,
    }
    found = run(page, "provisions", "provisionsIn", typed, {"numbers": {"provisions": provisions}})
    assert [provision["url"] for provision in found["provisions"]] == urls
    assert found["rest"] == rest


NOTES_FOR_A_PHRASE = """async (count) => {
  const module = (name) => import(new URL(`../assets/js/search/${name}.js`, location.href).href);
  const [{ find }, { showNotes }] = await Promise.all(["find", "messages"].map(module));
  const ids = Array.from({ length: count }, (_, at) => `2001/${at}`);
  const everywhere = new Uint8Array(count).fill(1);
  const text = "a gift in a box";
  const collection = {
    ids, numbers: { provisions: {}, names: [] }, years: ids.map(() => 2001),
    questions: ids.map((_, opinion) => ({ opinion, place: 0, status: 0, isListed: false })),
    thesaurus: Promise.resolve([]),
    places: async () => ({ opinions: everywhere, questions: everywhere }),
    opinion: async () => ({ title: text, issues: [], holdings: [], paragraphs: [] }),
  };
  const first = [];
  const found = await find(collection, '"gift in"', ({ matches }) => first.push(matches.length));
  showNotes(found, found.matches, { whole: found.matches.length });
  return [...first, found.matches.length, document.getElementById("search-notes").textContent];
}"""


def test_the_first_opinions_with_a_phrase_are_shown_before_the_others_are_read(page: Page) -> None:
    assert page.evaluate(NOTES_FOR_A_PHRASE, 40) == [10, 40, ""]


def test_a_phrase_that_is_not_looked_for_everywhere_says_so(page: Page) -> None:
    _, count, note = page.evaluate(NOTES_FOR_A_PHRASE, 1312)
    assert count == 40
    assert note.startswith("1,312 opinions have these words.")
    assert "only in the best 40" in note


NOTES_FOR_A_TERM = """async ([typed, standing, entries]) => {
  const module = (name) => import(new URL(`../assets/js/search/${name}.js`, location.href).href);
  const [{ find }, { showNotes }] = await Promise.all(["find", "messages"].map(module));
  const weight = (is) => Float32Array.of(is ? 4 : 0);
  const placed = (is) => ({ opinions: weight(is), questions: weight(is) });
  const collection = {
    ids: ["2001/01"], numbers: { provisions: {}, names: [] }, years: [2001],
    questions: [{ opinion: 0, place: 0, status: 0, isListed: false }],
    thesaurus: Promise.resolve(entries),
    places: async (word) => placed(standing.includes(word)),
    phrasePlaces: async (all) => placed(all.some((words) => standing.includes(words.join(" ")))),
    suggestion: async () => undefined,
  };
  const found = await find(collection, typed);
  showNotes(found, found.matches);
  return [found.matches.length, document.getElementById("search-notes").textContent];
}"""
RELATED = "No result has “bad faith” word for word. Related words were found."


@pytest.mark.parametrize(
    ("typed", "standing", "count", "note"),
    [
        ("bad faith", ["bad faith"], 1, ""),
        ("bad faith", ["bad", "faith"], 1, ""),
        ("bad faith", ["reason"], 1, RELATED),
        ("bad and faith", ["reason"], 1, ""),
        ("bad faith", ["faith"], 1, "No opinion here has “bad”."),
        ("take sides", ["take sides"], 1, ""),
        ("OK from", ["ok from"], 1, ""),
    ],
    ids=[
        "stands",
        "near",
        "related",
        "not looked for everywhere",
        "word by word",
        "a common word",
        "no word that says much",
    ],
)
def test_a_phrase_of_the_thesaurus_is_denied_only_if_it_is_nowhere(
    page: Page, typed: str, standing: list[str], count: int, note: str
) -> None:
    assert page.evaluate(NOTES_FOR_A_TERM, [typed, standing, ENTRIES]) == [count, note]


MARKED = """async ([typed, text, entries]) => {
  const module = (name) => import(new URL(`../assets/js/search/${name}.js`, location.href).href);
  const [{ parseQuery }, { readThesaurus, withSynonyms }, { hits, termsOf }] = await Promise.all(
    ["query", "thesaurus", "marks"].map(module));
  const groups = withSynonyms(parseQuery(typed).groups, readThesaurus(entries));
  return hits(text, termsOf(groups)).map(({ start, end }) => text.slice(start, end));
}"""


@pytest.mark.parametrize(
    ("typed", "text", "marks"),
    [
        ("threatened", "Threats by three men", ["Threats"]),
        ("speaker", "Each side said so, and the mediator named no person", []),
        ("speaker", "Do not name the speaker, nor identify the person", ["name the speaker"]),
        ("speaker", "It has no name. The speaker left", ["speaker"]),
        ("who said it", "He said who the speaker is", ["speaker"]),
        ("takes sides", "Both sides favored it", ["favored"]),
        ("takes sides", "Who takes a side, or takes sides", ["takes a side", "takes sides"]),
        ("gift", "those present sent gifts", ["gifts"]),
        ("in caucus", "in the caucus", ["caucus"]),
        ('"in caucus"', "in caucus, not in court; the caucus", ["in caucus"]),
        ("order", "an order of protection, ordered", ["order", "ordered"]),
    ],
)
def test_only_typed_words_and_whole_synonyms_are_marked(
    page: Page, typed: str, text: str, marks: list[str]
) -> None:
    entries = [
        ["speaker", ["who said", "which side said", "name the speaker", "name the person"], []],
        ["gift", ["present"], []],
        ["attend", ["present"], []],
        ["protective order", ["order of protection"], []],
        ["favor", ["take sides"], []],
    ]
    assert page.evaluate(MARKED, [typed, text, entries]) == marks


NUMBERS: dict[str, object] = {
    "label": "CEO",
    "names": ["Staff Opinion No.", "Advisory Opinion", "CEO"],
    "authors": ["Harbor Comm'n", "Harbor Commission"],
    "series": {"": ["Advisory Opinion", "CEO"], "staff": ["Staff Opinion No."]},
    "forms": [["yy", "number"], ["number"]],
    "years": {},
    "opinions": [
        ["1984/12", 1984, "CEO 84-12"],
        ["staff/12a", 2018, "Staff Opinion No. 12A"],
        ["2020/03", 2020, "CEO 20-3"],
    ],
    "aliases": {"CEO 84-12": "1984/12", "Staff Opinion No. 12A": "staff/12a"},
    "docket": "file",
    "dockets": {"2567": ["2020/03"], "R-12": ["1984/12", "2020/03"]},
}


@pytest.mark.parametrize(
    ("typed", "opinions"),
    [
        ("12", ["1984/12", "staff/12a"]),
        ("Staff Opinion No. 12", ["staff/12a"]),
        ("Staff Opinion 12", ["staff/12a"]),
        ("CEO 12", ["1984/12"]),
        ("Staff Opinion No. 3", []),
        ("Staff Opinion 12A", ["staff/12a"]),
        ("staff opinion number 12a", ["staff/12a"]),
        ("C.E.O. No. 84–12", ["1984/12"]),
        ("2567", ["2020/03"]),
        ("File 2567", ["2020/03"]),
        ("file no. 2567", ["2020/03"]),
        ("File R-12", ["1984/12", "2020/03"]),
        ("CEO 84-12 ¶ 6", ["1984/12"]),
        (
            "CEO 84-12, paragraph 6 (superseded by CEO 20-3 (2020); Canon 3(c) renumbered)",
            ["1984/12"],
        ),
        (
            "Harbor Comm’n, CEO 20-3, ¶ 4, https://a.example/opinions/2020/03/#p4 (withdrawn)",
            ["2020/03"],
        ),
        ("Harbor Commission, CEO 84-12, Keeping 3 gifts, paragraph 2 (withdrawn)", ["1984/12"]),
        ("CEO 84-12, Keeping gifts", []),
        ("12 (of them)", []),
        ("#2567", ["2020/03"]),
        ("-12", []),
        ("CEO 84-12, CEO 20-3", ["1984/12", "2020/03"]),
        ("CEO 84/12 and CEO 20-3", ["1984/12", "2020/03"]),
        ("CEO 20-3, 84-12", ["2020/03", "1984/12"]),
        ("CEOs 84-12 and 20-3", ["1984/12", "2020/03"]),
        ("Advisory Opinions 3, 12, and 3", ["2020/03", "1984/12"]),
        ("Staff Opinion No. 12 or CEO 12", ["staff/12a", "1984/12"]),
        ("CEO 84-12, CEO 99-1", []),
        ("fees 3 and 12", []),
        ("File 12", []),
    ],
)
def test_a_number_leads_to_the_opinions_of_its_series_or_request(
    page: Page, typed: str, opinions: list[str]
) -> None:
    assert run(page, "opinion_numbers", "matchingOpinions", typed, NUMBERS) == opinions


@pytest.mark.parametrize(
    "typed",
    [
        "5",
        "05",
        "AO 5",
        "05 (2003)",
        "Advisory Opinion 5",
        "Opinion 5 of 2003",
        "Advisory Opinion No. 05 (2003)",
        "Opinion Number 05 (2003)",
        "03-05",
        "2003-5",
        "2003–5",
        "2003-05",
    ],
)
def test_every_form_of_a_number_leads_to_the_opinion(
    page: Page, real_site: Path, typed: str
) -> None:
    numbers = json.loads((real_site / "search/opinions.json").read_text(encoding="utf-8"))
    assert run(page, "opinion_numbers", "matchingOpinions", typed, numbers) == ["2003/05"]


@pytest.mark.parametrize(
    ("typed", "names_one"),
    [
        ("CEO 19-4", True),
        ("CEO 77", True),
        ("84-77", False),
        ("CEO 84-12", False),
        ("77", False),
        ("24/7", False),
        ("$1,250", False),
        ("CEO 77 gifts", False),
    ],
)
def test_a_name_without_an_opinion_is_told_from_a_number_that_texts_may_have(
    page: Page, typed: str, *, names_one: bool
) -> None:
    years = [1984, 2020]
    assert run(page, "opinion_numbers", "namesMissingOpinion", typed, NUMBERS, years) is names_one


@pytest.mark.parametrize(
    ("typed", "is_number"),
    [
        ("99", True),
        ("CEO 19-4", True),
        ("CEO 19-4 ¶ 2 (withdrawn)", True),
        ("1990", False),
        ("112.3148", False),
        ("48.9", False),
        ("File 9", False),
    ],
)
def test_only_what_can_be_the_number_of_an_opinion_is_called_missing(
    page: Page, typed: str, *, is_number: bool
) -> None:
    assert run(page, "opinion_numbers", "isNumber", typed, NUMBERS, [1984, 2020]) is is_number
