"""The body's own words for what it publishes and for whom it does."""

from typing import Any

from pydantic import Field

from corpus.parsing.field_types import StrictModel, Text


def _plural_of(name: str) -> Any:
    """The default of a plural: the word that stands for one, with an s."""
    return Field(default_factory=lambda words: f"{words[name]}s")


def capitalized(word: str) -> str:
    """The word as it begins a sentence; its other letters stay."""
    return word[:1].upper() + word[1:]


class Words(StrictModel):
    """The words of pages, files and messages, each as it stands within a sentence."""

    opinion: Text = "opinion"
    """One opinion: `opinion`, `ruling`, `advice`."""
    opinions: Text = _plural_of("opinion")
    """More than one; left out, `opinion` with an s."""
    approved: Text = "approved"
    """What the body did with the text: `approved`, `adopted`, `issued`."""
    approval: Text = "approval"
    """The same as a noun: `approval`, `adoption`, `issue`."""
    question: Text = "question"
    """One question: `question`, `inquiry`, `issue`."""
    questions: Text = _plural_of("question")
    """More than one; left out, `question` with an s."""
    answer: Text = "answer"
    """One answer: `answer`, `conclusion`."""
    answers: Text = _plural_of("answer")
    """More than one; left out, `answer` with an s."""
    holding: Text = "holding"
    """An answer that a later opinion speaks of: `holding`, `conclusion`."""
    docket: Text = "docket"
    """What precedes the number under which a request is kept: `docket`, `request`."""
    reader: Text = "reader"
    """A person to whom the opinions speak: `lawyer`, `judge`, `candidate`."""
    readers: Text = _plural_of("reader")
    """More than one; left out, `reader` with an s."""
