"""The words a record may use: topics, programs, and all that is particular to the Commission."""

from enum import StrEnum

from pydantic import RootModel

from corpus.scalars import Day, RelativePath, Sha256, Slug, Some, Strict, Text, Url


class Kind(StrEnum):
    """What an opinion may cite from `standards/`."""

    STANDARD = "standard"
    STATUTE = "statute"


class Provenance(Strict):
    """Where something was seen."""

    title: Text | None = None
    """What it is, in words."""
    file: RelativePath | None = None
    """A file of this repository."""
    url: Url | None = None
    """A page or document on the web."""
    sha256: Sha256 | None = None
    """The SHA-256 of the file's bytes."""


class Topic(Strict):
    """A subject under which readers look for opinions; editorial."""

    title: Text
    """The topic's name, in sentence case."""
    about: Text
    """One sentence on what belongs here."""


class Program(Strict):
    """A court or agency program in which mediations are held."""

    title: Text
    """The program's name."""
    source: Provenance
    """Where the program was seen."""


class Naming(Strict):
    """How authorities of one kind are called, in titles and in running text."""

    title: Text
    """The whole body of them: `Standards of Professional Conduct for Mediators`."""
    label: Text
    """One of them, with `{id}` and its pinpoint: `Standard {id}`."""
    cited_as: Some[Text]
    """The words that introduce one in running text."""


class Commission(Strict):
    """The body that gives the opinions, its names and its ways of writing."""

    name: Text
    """The full name."""
    short_name: Text
    """The name as readers know it."""
    opinion: Text
    """What one of its opinions is called: `Advisory Opinion`."""
    opinion_short: Text
    """The same, short: `AO`."""
    heading_lines: Some[Text]
    """The forms of an opinion's first line, with `{number}` and `{year}`."""
    approval_lines: Some[Text]
    """The forms of the line that tells the approval, with `{date}`."""
    date_format: Text
    """How dates are written, in the codes of `strftime`."""
    complete_until: Day | None = None
    """The day up to which every opinion is held; absent while some are missing."""
    authorities: dict[Kind, Naming]
    """How Standards and statutes are called."""
    source: Provenance
    """Where the names were seen."""


class Topics(RootModel[dict[Slug, Topic]]):
    """All topics by id, as in `opinions/topics.yml`."""


class Programs(RootModel[dict[Slug, Program]]):
    """All programs by id, as in `opinions/programs.yml`."""
