"""The introduction to the site for language models, as llmstxt.org proposes it."""

from corpus.analysis.index import CorpusIndex
from corpus.analysis.status import opinion_status, status_label
from corpus.library.record import Record

_AUTHORITY = """\
> Only the approved text of an opinion has authority. Titles, summaries, questions, answers,
> topics and paragraph numbers are by the editors.

Cite an opinion by its address and paragraph: `opinions/2003/05/#p4`.
Tell its status with it: a later opinion may have changed it.
"""

_DATA = """\
## Data

- [All opinions](data/opinions.json): JSON, documented at data/
- [All citations](data/citations.csv): CSV, one row a citation
"""


def llms_txt(index: CorpusIndex) -> str:
    """Links to every opinion whose text is held, each with its status."""
    commission = index.commission
    title = f"# {commission.opinion}s of the {commission.name}\n"
    links = "".join(_link(record, index) for record in index.records if record.opinion.is_held)
    return f"{title}\n{_AUTHORITY}\n## Opinions\n\n{links}\n{_DATA}"


def _link(record: Record, index: CorpusIndex) -> str:
    status = status_label(opinion_status(record, index), index.names)
    title = record.opinion.title.replace("[", "(").replace("]", ")")  # brackets would end the link
    return f"- [{index.names.long(record.id)}: {title}]({record.id.url}opinion.md): {status}\n"
