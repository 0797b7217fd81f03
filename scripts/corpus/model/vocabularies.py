"""The words that a record may use for its topics and its programs."""

from pydantic import RootModel

from corpus.model.authority import Provenance
from corpus.parsing.field_types import Slug, StrictModel, Text


class Topic(StrictModel):
    """A subject under which readers look for opinions; editorial."""

    title: Text
    """The topic's name, in sentence case."""
    about: Text
    """One sentence on what belongs here."""


class Program(StrictModel):
    """A court or agency program in which mediations are held."""

    title: Text
    """The program's name."""
    source: Provenance
    """Where the program was seen."""


class Topics(RootModel[dict[Slug, Topic]]):
    """All topics by id, as in `opinions/topics.yml`."""


class Programs(RootModel[dict[Slug, Program]]):
    """All programs by id, as in `opinions/programs.yml`."""
