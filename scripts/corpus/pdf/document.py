"""What the PDF of one opinion shows, as values for its template."""

from dataclasses import dataclass
from datetime import date

from corpus.pdf.approved_text import PrintedBlock


@dataclass(frozen=True, slots=True)
class WebLink:
    """Words with the address that they lead to; empty if the address of the site is not known."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of the opinion in the editors' words, with the paragraphs that give it."""

    text: str
    at: tuple[int, ...]
    rests_on: tuple[WebLink, ...]
    ended: str
    """`Superseded` or `Withdrawn`, to stand before it; empty if neither happened to it."""
    status: str
    """Empty if the answer stands as written."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the opinion in the editors' words, with the paragraphs that ask it."""

    text: str
    at: tuple[int, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class CitedAuthority:
    """An authority, the paragraphs that cite it, and what changed in it since the approval."""

    name: WebLink
    about: str
    at: tuple[int, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """The words of changed law on the day of the opinion, and now."""

    provisions: str
    when: str
    """`On November 7, 2003`."""
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class PrintedRelation:
    """An earlier opinion that this one cites, or a later one that cites it."""

    effect: str
    """`At ¶ 4, modifies answer 1 of`, or of a later opinion, `Modified as to answer 1 by`."""
    name: WebLink
    title: str
    at: tuple[int, ...]
    """The paragraphs of a later opinion; for an earlier one, they are in `effect`."""
    status: str
    """Empty if nothing changed it, as in every list."""


@dataclass(frozen=True, slots=True)
class PrintedOtherOpinion:
    """An opinion of another body, and the paragraphs that cite it."""

    name: WebLink
    body: str
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DatedNote:
    """A correction with its day, and the paragraphs that it changed."""

    day: str
    at: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class StatusChange:
    """What was done to the opinion, in a sentence."""

    sentence: str
    words: str = ""
    """The words of the later opinion that modify it; empty of other changes."""


@dataclass(frozen=True, slots=True)
class OpinionDocument:
    """Everything that the PDF of one opinion shows."""

    words: dict[str, str]
    """The body's own words: those that begin a line also with a capital letter, as `Questions`."""
    prefix: str
    """Begins the names of all places in the document."""
    paper: str
    day: date
    """The latest day of all that the collection has recorded."""
    status_as_of: str
    """`as of May 1, 2020, the day through which the collection is declared complete`."""
    title: str
    name: str
    commission: str
    citation_head: str
    """The citation at the head of each page."""
    status: str
    alert: str
    """The status across the head of each page; empty if the opinion still stands."""
    dates: tuple[str, ...]
    """The date of approval and of the last correction."""
    facts: tuple[str, ...]
    """Who asked and who decided, as far as it is known."""
    subjects: tuple[str, ...]
    """The programs and the topics."""
    status_changes: tuple[StatusChange, ...]
    still_holds: str
    """What later opinions did and what changed in the law; empty for a draft."""
    questions: tuple[Question, ...]
    summary: str
    text: tuple[PrintedBlock, ...]
    authorities: tuple[CitedAuthority, ...]
    separate: dict[int, str]
    """The paragraphs of its concurrences and dissents, each with `concurrence` or `dissent`."""
    then_and_now: tuple[ThenAndNow, ...]
    earlier: tuple[PrintedRelation, ...]
    of_other_bodies: tuple[PrintedOtherOpinion, ...]
    later: tuple[PrintedRelation, ...]
    corrections: tuple[DatedNote, ...]
    citation: str
    pinpoint_example: str
    """How one paragraph is cited: `Advisory Op. 5, ¶ 1 (2003)`."""
    address: str
    source: str
    sha256: str
    text_file: str
    """The address of the file with the hashed words."""
    verify_page: str
