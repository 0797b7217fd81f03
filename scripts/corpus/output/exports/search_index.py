"""The index of the search: which words and citations are in which opinions and questions.

Opinions are numbered from the oldest, and their questions likewise; an opinion without questions
counts as one question. A script in the reader's browser loads only the files with the words of a
query, and ranks what it finds. It also decides which words have the same stem.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from corpus.analysis.index import CorpusIndex, IncomingRelation
from corpus.analysis.status import (
    holding_status,
    opinion_status,
    successors,
    superseding_relations,
)
from corpus.library.record import Record
from corpus.model.commission import Commission
from corpus.model.opinion_parts import Effect, Issue
from corpus.output.exports.collection_data import compact_json
from corpus.output.exports.search_filters import distances, search_filters
from corpus.output.exports.search_words import Phrases, beginning, words
from corpus.output.task import OutputFiles
from corpus.parsing.files import sha256_of_words

FOLDER = "search/index/"
"""The folder of the index, below the site."""

_TITLE, _SUBJECT, _OFTEN, _ONCE = 4, 2, 2, 1
"""The weight of a word in a title, in a summary or topic, and in a text, often or once."""
_QUESTION, _ANSWER, _REASON, _ASKED = 5, 3, 2, 1
"""Its weight in a question, in the answers, in their paragraphs, and in those that ask."""
_CITED, _PART_CITED = 6, 3
"""The weight of a citation of exactly a provision, and of a part of it."""
_OFTEN_COUNT = 3
_FILE_LENGTH = 16_000
"""A file of the index ends after this many characters."""


class _Postings(NamedTuple):
    """Where a word is: the numbers of opinions and of questions by its weight there."""

    opinions: defaultdict[int, list[int]]
    questions: defaultdict[int, list[int]]


def search_index(index: CorpusIndex) -> OutputFiles:
    """The files of the index; `start.json` names those with the words."""
    records = index.records[::-1]
    postings = sorted(_postings(records, index).items())
    files = list(_parts((word, _places(hits)) for word, hits in postings if " " not in word))
    yield from _numbered("", files)
    phrases = list(_parts((word, _places(hits)) for word, hits in postings if " " in word))
    yield from _numbered("phrases-", phrases)
    spelled = ((word, hits) for word, hits in postings if word.isalpha())
    spellings = list(_parts((word, str(_opinion_count(hits))) for word, hits in spelled))
    yield from _numbered("words-", spellings)
    yield f"{FOLDER}filters.json", compact_json(search_filters(records, index))
    yield f"{FOLDER}thesaurus.json", compact_json(list(_thesaurus(index, postings)))
    yield (
        f"{FOLDER}start.json",
        compact_json(
            {
                "version": sha256_of_words("".join(text for _, text in (*files, *phrases)))[:8],
                "files": [first for first, _ in files],
                "phrases": [first for first, _ in phrases],
                "words": [first for first, _ in spellings],
                "statuses": [_statuses(record, index) for record in records],
                "listed": [at for at, record in enumerate(records) if not record.opinion.issues],
                "successors": dict(_by_question(records, index, _successors_of_answers)),
                "later": dict(_by_question(records, index, _later_on_answers)),
            }
        ),
    )


def _thesaurus(
    index: CorpusIndex, postings: Iterable[tuple[str, _Postings]]
) -> Iterator[tuple[str, list[str], list[str]]]:
    """Each entry: its first term, the others of which the collection has a form, and the rest."""
    beginnings = {word[:length] for word, _ in postings for length in range(1, len(word) + 1)}
    for first, others in index.references.thesaurus.items():
        known: list[str] = []
        unknown: list[str] = []
        for term in others:
            is_known = all(beginning(word) in beginnings for word in words(term))
            (known if is_known else unknown).append(term)
        yield first, known, unknown


def _postings(records: Iterable[Record], index: CorpusIndex) -> dict[str, _Postings]:
    """Every word of the collection, phrase of the thesaurus, and cited provision by its URL."""
    postings: defaultdict[str, _Postings] = defaultdict(
        lambda: _Postings(defaultdict(list), defaultdict(list))
    )
    thesaurus = index.references.thesaurus.items()
    phrases = Phrases(term for first, others in thesaurus for term in (first, *others))
    first_question = 0
    for number, record in enumerate(records):
        for word, weight in _opinion_words(record, index, phrases).items():
            postings[word].opinions[weight].append(number)
        for question, issue in enumerate(record.opinion.issues, first_question):
            for word, weight in _question_words(record, issue, phrases).items():
                postings[word].questions[weight].append(question)
        first_question += len(record.opinion.issues) or 1
    return postings


def _terms(texts: Iterable[str], phrases: Phrases) -> Iterator[str]:
    """The words of texts, and the phrases that stand in one of them."""
    for text in texts:
        yield from words(text)
        yield from phrases.among(text)


def _opinion_words(record: Record, index: CorpusIndex, phrases: Phrases) -> Counter[str]:
    """The weights of the words, phrases and citations of an opinion."""
    opinion = record.opinion
    references = index.references
    counts = Counter(words(record.text.body))
    for block in record.text.blocks:
        counts.update(phrases.among(block.words))
    weights = Counter(
        {word: _OFTEN if count >= _OFTEN_COUNT else _ONCE for word, count in counts.items()}
    )
    subjects = (
        *(opinion.requester or "", opinion.docket or "", *opinion.joint_bodies),
        *(f"{other.body} {other.citation}" for other in opinion.other_opinions),
        *_numbers_of_other_bodies(record, index.commission),
        record.readable("summary", ""),
        *index.topic_titles(record),
        *(references.programs[program].title for program in opinion.programs),
    )
    weights.update(dict.fromkeys(_terms(subjects, phrases), _SUBJECT))
    in_title = _TITLE if opinion.issues else _TITLE + _QUESTION
    weights.update(dict.fromkeys(_terms([opinion.title], phrases), in_title))
    for citation in opinion.cited:
        *containing, cited = (provision.url for provision in citation.ancestors_and_self)
        weights.update({cited: _CITED} | dict.fromkeys(containing, _PART_CITED))
    return weights


def _numbers_of_other_bodies(record: Record, commission: Commission) -> Iterator[str]:
    """The opinions of other bodies that it lists or cites, however many zeros readers type."""
    cited = (citation.opinion for _, citation in record.cited_other_opinions)
    for other in (*record.opinion.other_opinions, *cited):
        for body in commission.cited_bodies:
            if body.name == other.body:
                yield from body.spellings(other.citation)


def _question_words(record: Record, issue: Issue, phrases: Phrases) -> Counter[str]:
    """The weights of the words, phrases and citations of a question and its answers."""
    answers = record.answers_to(issue)
    reasons = (number for answer in answers for number in answer.at)
    # A phrase of a paragraph that asks does not tell one question from another.
    weights = Counter(dict.fromkeys(words(" ".join(_paragraphs(record, issue.at))), _ASKED))
    for texts, weight in (
        (_paragraphs(record, reasons), _REASON),
        ((answer.text for answer in answers), _ANSWER),
        ([issue.question], _QUESTION),
    ):
        weights.update(dict.fromkeys(_terms(texts, phrases), weight))
    resting_on = {written for answer in answers for written in answer.cites}
    cited = (citation.url for citation in record.opinion.cited if str(citation) in resting_on)
    weights.update(dict.fromkeys(cited, _CITED))
    return weights


def _paragraphs(record: Record, numbers: Iterable[int]) -> Iterator[str]:
    return (record.text.paragraphs[number].words for number in numbers)


def _parts(values: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Files with the value of each word in JSON, each with its first word."""
    lines: dict[str, str] = {}
    length = 0
    for word, value in values:
        lines[word] = value
        length += len(word) + len(value)
        if length > _FILE_LENGTH:
            yield next(iter(lines)), _object(lines)
            lines, length = {}, 0
    if lines:
        yield next(iter(lines)), _object(lines)


def _numbered(prefix: str, files: Sequence[tuple[str, str]]) -> OutputFiles:
    for number, (_, text) in enumerate(files):
        yield f"{FOLDER}{prefix}{number}.json", text


def _object(lines: Mapping[str, str]) -> str:
    return (
        "{"
        + ",\n".join(f"{compact_json(word).rstrip()}:{line}" for word, line in lines.items())
        + "}\n"
    )


def _places(hits: _Postings) -> str:
    return compact_json([_by_weight(hits.opinions), _by_weight(hits.questions)]).rstrip()


def _by_weight(numbers: Mapping[int, list[int]]) -> list[list[int]]:
    """For each weight a list: the weight, then each number as its distance from the last."""
    return [[weight, *distances(of_weight)] for weight, of_weight in sorted(numbers.items())]


def _opinion_count(hits: _Postings) -> int:
    return sum(map(len, hits.opinions.values())) or 1


def _statuses(record: Record, index: CorpusIndex) -> str:
    """A digit for the status of each question, which is that of its best answer."""
    statuses = [
        min(holding_status(record, answer, index).status for answer in record.answers_to(issue))
        for issue in record.opinion.issues
    ] or [opinion_status(record, index).status]
    return "".join(str(int(status)) for status in statuses)


def _by_question(
    records: Iterable[Record],
    index: CorpusIndex,
    opinions_of: Callable[[Record, Issue | None, CorpusIndex], list[str]],
) -> Iterator[tuple[int, list[str]]]:
    """The later opinions about the answers to a question, by the question's number."""
    question = 0
    for record in records:
        for issue in record.opinion.issues or (None,):
            if opinions := opinions_of(record, issue, index):
                yield question, opinions
            question += 1


def _successors_of_answers(record: Record, issue: Issue | None, index: CorpusIndex) -> list[str]:
    """The latest opinions that supersede an opinion or its answers, unless they were withdrawn."""
    direct = (
        change.record
        for change in _about_answers(record, issue, index)
        if change.relation.effect is Effect.SUPERSEDES
    )
    latest = (
        later
        for successor in direct
        for later in (successor, *successors(successor, index))
        if not later.opinion.withdrawn and not any(superseding_relations(later, index))
    )
    return [str(opinion) for opinion in sorted({later.id for later in latest})]


def _later_on_answers(record: Record, issue: Issue | None, index: CorpusIndex) -> list[str]:
    """The opinions that modify the answers to a question or, if they were withdrawn, cite them."""
    is_withdrawn = record.opinion.withdrawn is not None
    later = {
        change.record.id
        for change in _about_answers(record, issue, index)
        if (is_withdrawn or change.relation.effect is Effect.MODIFIES)
        and not change.record.opinion.withdrawn
    }
    return [str(opinion) for opinion in sorted(later)]


def _about_answers(
    record: Record, issue: Issue | None, index: CorpusIndex
) -> Iterator[IncomingRelation]:
    """What later opinions do to an opinion or to its answers to a question."""
    answers = record.answers_to(issue) if issue else ()
    holdings = {None, *(answer.id for answer in answers)}
    relations = index.incoming_relations.get(record.id, ())
    return (later for later in relations if later.relation.holding in holdings)
