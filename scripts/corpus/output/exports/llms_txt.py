"""The introduction to the site for language models, as llmstxt.org proposes it."""

from corpus.analysis.index import CorpusIndex
from corpus.analysis.status_labels import opinion_label
from corpus.library.record import Record
from corpus.model.words import capitalized
from corpus.output.exports.own_descriptions import example_opinion

_AUTHORITY = """\
> Only the {approved} text has authority. Titles, summaries, {questions}, {answers},
> topics{and_programs} and paragraph numbers are by the editors.

Cite one by its address and paragraph: `{example}#p1`.
Tell its status with it: a later {opinion} may have changed it. The files below have only the
record; the status is next to each link here, and on the page of each {opinion}.
"""

_NOT_COMPLETE = """\
This collection is not complete: a missing {opinion} may have changed one that is here.
The links below are those whose text is here.
"""

_DATA = """\
## Data

- [All {opinions}](data/opinions.json): JSON, documented at data/
- [All citations](data/citations.csv): CSV, one row a citation
"""


def llms_txt(index: CorpusIndex) -> str:
    """Links to every opinion whose text is held, each with its status."""
    commission = index.commission
    title = f"# {commission.collection_name}\n"
    links = "".join(_link(record, index) for record in index.records if record.opinion.has_text)
    heading = f"## {capitalized(commission.words.opinions)}\n"
    parts = (
        title,
        _filled(_AUTHORITY, index),
        *([] if commission.is_complete else [_filled(_NOT_COMPLETE, index)]),
        heading,
        links,
        _filled(_DATA, index),
    )
    return "\n".join(parts)


def _filled(text: str, index: CorpusIndex) -> str:
    words = index.commission.words
    values = {
        "example": example_opinion(index).url,
        "and_programs": f", {words.programs}" if index.references.programs else "",
    }
    return text.format_map(words.model_dump() | values)


def _link(record: Record, index: CorpusIndex) -> str:
    status = opinion_label(record, index)
    title = record.opinion.title.replace("[", "(").replace("]", ")")  # brackets would end the link
    return f"- [{index.names.long(record.id)}: {title}]({record.id.url}opinion.md): {status}\n"
