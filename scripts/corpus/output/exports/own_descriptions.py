"""Describe the data files in the body's own words, with one of its opinions as the example."""

from corpus.analysis.index import CorpusIndex
from corpus.model.opinion_id import OpinionId


def example_opinion(index: CorpusIndex) -> OpinionId:
    """The first opinion whose text is held; in an empty collection, a made-up one."""
    first = next((record.id for record in reversed(index.records) if record.opinion.has_text), None)
    return first or OpinionId.read(index.commission.all_series[0].example) or OpinionId(2003, 5)


def own_description(text: str, index: CorpusIndex) -> str:
    """A docstring on one line, in the words of the body, with its opinion for our example."""
    example = example_opinion(index)
    names = index.names
    if index.has_partial_dates:
        text = text.replace("The date of approval", "The date of approval, or its month or year")
        text = text.replace(
            "The day on which it was withdrawn", "The day, month or year of its withdrawal"
        )
    if (docket := index.commission.words.docket) != "docket":
        text = text.replace("The docket or request number", f"The {docket} number")
    said = index.commission.words.said(" ".join(text.split()))
    for ours, own in (
        ("ao-2003-05", names.key(example)),
        ("2003/05", str(example)),
        ("Advisory Opinion 05 (2003)", names.long(example)),
        ("AO 5 (2003)", names.short(example)),
    ):
        said = said.replace(ours, own)
    return said
