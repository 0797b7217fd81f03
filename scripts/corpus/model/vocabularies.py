"""The words that a record may use for its topics and its programs, and the synonyms."""

from pydantic import RootModel

from corpus.model.provenance import Provenance
from corpus.parsing.field_types import NonEmpty, Slug, StrictModel, Text


class Topic(StrictModel):
    """A subject by which readers look for opinions, chosen by the editors."""

    title: Text
    """The name of the topic, in sentence case."""
    about: Text
    """One sentence on what belongs here."""


class Program(StrictModel):
    """A program of a court or an agency that opinions can be about."""

    title: Text
    """The name of the program."""
    source: Provenance
    """Where the program was found."""


class Topics(RootModel[dict[Slug, Topic]]):
    """All topics by id, as in `opinions/topics.yml`."""


class Programs(RootModel[dict[Slug, Program]]):
    """All programs by id, as in `opinions/programs.yml`."""


class Thesaurus(RootModel[dict[Text, NonEmpty[Text]]]):
    """Words with others that readers type for the same, as in `opinions/thesaurus.yml`."""
