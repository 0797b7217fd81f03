"""A collection of a fictional body, of any size, and the same on every run.

It has everything that a corpus can have: other names and forms, relations of every kind,
catalogue records, withdrawals, corrections, wordings of two editions, and many topics with few
opinions.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, product
from pathlib import Path
from random import Random

from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_parts import Effect
from corpus.paths import CorpusPaths

COMMISSION = """\
name: Tidewater Council of Arbiters
short_name: Tidewater Council
opinion: Formal Opinion
opinion_short: FO
heading_lines: ["Formal Opinion {year}-{number}"]
approval_lines: ["Adopted {date}"]
date_format: "%d %B %Y"
first_number: 1
authorities:
  standard:
    title: Canons of the Tidewater Council
    label: "Canon {id}"
    numerals: roman
    case_of_parts: lower
    in_records: always
    cited_as: [Canon]
    editions:
      - {effective: 2001-01-01, event: Canons renumbered in Arabic, source: {title: Gazette 12}}
  statute:
    title: Tidewater Code
    label: "Tide. Code § {id}"
    numbering: code
    case_of_parts: lower
    in_records: always
    cited_as: [Tide. Code]
  rule:
    title: Rules of the harbors
    label: "{id} Rule"
    cited_as: [Rule]
    sets: {Pier: [Pier Rule], Lock: [Lock Rule]}
opinions: {cited_as: [Formal Opinion, FO], numbered: ["{year}-{number}"]}
citation: {author: Tide. Council, title: Formal Op.}
site: https://council.example.org/opinions/
repository: https://github.com/example/opinions
source: {title: Minutes of the Council}
"""

_WORDS = """
arbiter party session caucus agreement neutral counsel conference private settlement matter
disclosure conduct duty question notice consent record fee schedule attorney witness court
may must should asks tells offers keeps reports returns meets explains declines believes
before after during without under because whether although until the a each every no any
written earlier open joint final fair plain careful separate public proper further same
"""
_SYLLABLES = """
arb comp conc deb ent forb gar harm inst mort nav perm quar rend surv tram
able an el er ict ig im in ol om or ul
ance ary ation ed ence ing ity ment ness ous ure ways
"""
_RARE = map("".join, product(*map(str.split, _SYLLABLES.strip().splitlines())))
_VOCABULARY = (*_WORDS.split(), *_RARE)
_FREQUENCIES = tuple(accumulate(1 / rank for rank in range(1, len(_VOCABULARY) + 1)))
"""Word frequencies as in any language: the second word is half as frequent as the first (Zipf)."""

_CANONS = range(1, 13)
_SECTIONS = ("12:30-4", "12:30-5", "7:2-1", "44:8A-10")
_PARTS = "abcdef"
_TOPICS = 60
_PROGRAMS = ("harbor", "river", "lock")
_FIRST_YEAR, _YEARS, _EACH_YEAR = 1996, 30, 25
_CATALOGUED, _WITHDRAWN, _RELATED, _CORRECTED = 12, 29, 3, 17
"""One of 12 opinions is catalogued, one of 29 withdrawn, one of 3 relates to an earlier one, and
one of 17 was corrected."""


def fictional_collection(size: int) -> dict[str, str]:
    """The files of a collection with this many records, by their path."""
    chance = Random(size)  # noqa: S311 - the same on every run, and no secret
    writer = _OpinionWriter(chance, each_year=max(_EACH_YEAR, -(-size // _YEARS)))
    return dict([*_settings(), *writer.records(size)])


def write_collection(size: int, root: Path) -> CorpusPaths:
    """Write the collection below a root."""
    for name, text in fictional_collection(size).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return CorpusPaths(root)


def _settings() -> Iterator[tuple[str, str]]:
    """Yield the files that records refer to."""
    yield "standards/commission.yml", COMMISSION
    source = "source: {title: Minutes of the Council}"
    about = "What belongs here."
    topics = (f"topic-{n}: {{title: Topic {n}, about: {about}}}\n" for n in range(_TOPICS))
    yield "opinions/topics.yml", "".join(topics)
    programs = (f"{name}: {{title: {name.title()} program, {source}}}\n" for name in _PROGRAMS)
    yield "opinions/programs.yml", "".join(programs)
    for number in _CANONS:
        yield f"standards/{number}.md", _canon(number, source)
    for section in _SECTIONS:
        front = f'id: "{section}"\nabout: Trade in the harbors\n{source}\n'
        name = section.replace(":", "-")
        yield f"standards/statutes/{name}.md", f"---\n{front}---\n"
    for rules in ("Pier", "Lock"):
        front = f"id: {rules}\ntitle: Rules of the {rules}\n{source}\n"
        yield f"standards/rules/{rules.lower()}.md", f"---\n{front}---\n"


def _canon(number: int, source: str) -> str:
    """A Canon with two wordings of its part (a), and a later change of its part (b)."""
    edition = "  - {{effective: {}, event: {}, provisions: [{}], {}text: {}}}\n"
    part = f'"{number}(a)"'
    words = "An arbiter keeps what a party tells in caucus"
    editions = (
        edition.format("1995-01-01", "Adopted", part, f"{source}, ", f"{words}."),
        edition.format("2005-07-01", "Amended", part, f"{source}, ", f"{words} or in writing."),
        f'  - {{effective: 2009-03-01, event: Amended, provisions: ["{number}(b)"], {source}}}\n',
    )
    front = f"id: {number}\ntitle: Duty {number}\n{source}\neditions:\n{''.join(editions)}"
    return f"---\n{front}---\n"


@dataclass(frozen=True, slots=True)
class _Earlier:
    """An opinion to which later opinions may relate."""

    id: OpinionId
    holdings: int


@dataclass(frozen=True, slots=True)
class _Citations:
    """Everything that one opinion cites."""

    canons: list[str]
    statutes: list[str]
    rules: list[str]
    relations: list[str]

    @property
    def fields(self) -> str:
        """The citations in the front matter."""
        lists = {"standards": self.canons, "statutes": self.statutes, "rules": self.rules}
        fields = "".join(f"{name}: {_quoted(values)}\n" for name, values in lists.items())
        relations = (f"opinions:\n  - {{cites: {cites}}}\n" for cites in self.relations)
        return fields + "".join(relations)

    @property
    def words(self) -> list[str]:
        """The citations in the text."""
        return [
            *(f"Canon {canon}" for canon in self.canons),
            *(f"Tide. Code § {section}" for section in self.statutes),
            *(rule.replace("Pier", "Pier Rule") for rule in self.rules),
            *(f"Formal Opinion {_printed(relation)}" for relation in self.relations),
        ]


class _OpinionWriter:
    """Write opinions in order, so that each may relate to earlier ones."""

    def __init__(self, chance: Random, each_year: int) -> None:
        self._chance = chance
        self._each_year = each_year
        self._earlier: list[_Earlier] = []

    def records(self, size: int) -> Iterator[tuple[str, str]]:
        """Yield each record by its path, oldest first."""
        for number in range(1, size + 1):
            opinion = OpinionId(_FIRST_YEAR + (number - 1) // self._each_year, number)
            write = self._full if number % _CATALOGUED else self._catalogued
            yield f"opinions/{opinion}.md", write(opinion)

    def _catalogued(self, opinion: OpinionId) -> str:
        front = f"title: On {self._words(4)}\ntext: elsewhere\nsource: {{url: https://board.example.org/}}"
        return f"---\nnumber: {opinion.number}\nyear: {opinion.year}\n{front}\n---\n"

    def _full(self, opinion: OpinionId) -> str:
        place = (opinion.number - 1) % self._each_year
        day = date(opinion.year, 1, 1) + timedelta(days=360 * place // self._each_year)
        citations = self._citations(opinion)
        count = self._chance.randint(1, 3)
        self._earlier.append(_Earlier(opinion, count))
        fields = self._fields(opinion, day, count, citations.canons)
        front = f"---\n{fields}{citations.fields}{_withdrawn(opinion)}{_corrected(opinion)}---\n"
        return f"{front}\n{self._text(opinion, day, count, citations.words)}"

    def _citations(self, opinion: OpinionId) -> _Citations:
        return _Citations(
            sorted({self._canon() for _ in range(self._chance.randint(1, 3))}),
            [f"{self._chance.choice(_SECTIONS)}({self._part()})"] * self._chance.randint(0, 1),
            [f"Pier {self._chance.randint(1, 9)}({self._part()})"] * (opinion.number % 5 == 0),
            self._relations(opinion),
        )

    def _fields(self, opinion: OpinionId, day: date, count: int, canons: list[str]) -> str:
        numbers = range(1, count + 1)
        fields = [
            f"number: {opinion.number}\nyear: {opinion.year}\ntitle: On {self._words(5)}",
            f"approved: {day}\ntopics: [{', '.join(self._topics())}]",
            f"programs: [{self._chance.choice(_PROGRAMS)}]",
            f"summary: {self._sentence(25)}",
            "\n".join(["issues:", *map(self._issue, numbers)]),
            "\n".join(["holdings:", *(self._holding(number, count, canons) for number in numbers)]),
            "source: {title: Minutes of the Council}",
        ]
        return "\n".join(fields) + "\n"

    def _text(self, opinion: OpinionId, day: date, count: int, cited: list[str]) -> str:
        blocks = [
            f"# Formal Opinion {opinion.year}-{opinion.number}",
            f"Adopted {day:%d %B %Y}",
            "## Inquiry",
            *(self._sentence(70) for _ in range(count)),
            "## Opinion",
            *(self._sentence(110) for _ in range(count)),
            *(f"{self._sentence(60)} See {words}. {self._sentence(30)}" for words in cited),
            *(self._sentence(120) for _ in range(3)),
        ]
        return "\n\n".join(blocks) + "\n"

    def _issue(self, number: int) -> str:
        return f'  - {{id: {number}, question: "May {self._words(9)}?", at: [{number}]}}'

    def _holding(self, number: int, count: int, canons: list[str]) -> str:
        cites = _quoted([self._chance.choice(canons)])
        fields = f"text: {self._sentence(15)}, at: [{count + number}], cites: {cites}"
        return f"  - {{id: {number}, answers: {number}, {fields}}}"

    def _relations(self, opinion: OpinionId) -> list[str]:
        """The relation of this opinion to an earlier one, as the front matter writes it."""
        if opinion.number % _RELATED or not self._earlier:
            return []
        earlier = self._chance.choice(self._earlier)
        effect = list(Effect)[opinion.number // _RELATED % len(Effect)]
        holding = self._chance.randint(1, earlier.holdings)
        part = f", holding: {holding}" if opinion.number % 2 else ""
        return [f"{earlier.id}, effect: {effect}{part}"]

    def _topics(self) -> list[str]:
        """Draw one to three topics; a few topics have most opinions."""
        numbers = {int(self._chance.paretovariate(0.7)) % _TOPICS for _ in range(3)}
        return [f"topic-{number}" for number in sorted(numbers)]

    def _canon(self) -> str:
        return f"{self._chance.choice(_CANONS)}({self._part()})"

    def _part(self) -> str:
        return self._chance.choice(_PARTS)

    def _words(self, count: int) -> str:
        return " ".join(self._chance.choices(_VOCABULARY, cum_weights=_FREQUENCIES, k=count))

    def _sentence(self, count: int) -> str:
        return f"{self._words(count).capitalize()}."


def _withdrawn(opinion: OpinionId) -> str:
    field = f"withdrawn: {{on: {opinion.year + 2}-03-01, reason: The Council said so.}}\n"
    return "" if opinion.number % _WITHDRAWN else field


def _corrected(opinion: OpinionId) -> str:
    entry = f"{{on: {opinion.year + 1}-05-02, at: [2], what: A word was left out.}}"
    return "" if opinion.number % _CORRECTED else f"corrections: [{entry}]\n"


def _quoted(values: list[str]) -> str:
    return "[" + ", ".join(f'"{value}"' for value in values) + "]"


def _printed(relation: str) -> str:
    """`2001-3` for a relation to `2001/03`."""
    year, number = relation.partition(",")[0].split("/")
    return f"{year}-{int(number)}"
