"""What readers will see: the page of an opinion that is being edited, and what else changes."""

import re

from markdown import markdown

from corpus.analysis.index import build_index
from corpus.checks.runner import check
from corpus.checks.showable import showable_corpus
from corpus.desk.collection import Collection
from corpus.desk.in_progress.work import Work
from corpus.library.corpus import ValidCorpus
from corpus.output.ready_html import MARK
from corpus.output.task import files_of
from corpus.pages.opinions import opinion_task
from corpus.review.comment.effects_report import as_markdown
from corpus.review.effects import effects

_ADDRESS_END = re.compile(r"(?<![\w/.-])[\w-]+(?:/[\w-]+)+(?![\w/-])")
"""`2003/05` on its own, and not within an address."""
_OPEN = '<details markdown="1" open>'
"""A part of the report that is open, with Markdown in it."""


def opinion_page(work: Work, collection: Collection) -> str | None:
    """The HTML of the opinion's page within its frame; None while no page can show it."""
    edited = collection.edited(work)
    shown = edited.showable
    if shown is None or edited.record is None or not edited.record.has_id:
        return None
    records = [record for record in shown.records if record.parsed_file.path == edited.path]
    if not records:
        return None
    index = build_index(shown.references, shown.records, shown.seals)
    (text,) = (text for _, text in files_of([opinion_task(records[0], index)]))
    return text.partition(f"{MARK}\n")[2]


def changes_for_readers(work: Work, collection: Collection) -> str | None:
    """What the work changes on the site, as HTML; None while no page can show the opinion."""
    edited = collection.edited(work)
    old = collection.before(work)
    before = showable_corpus(old, check(old))
    after = edited.showable
    if before is None or after is None:
        return None
    if all(record.parsed_file.path != edited.path for record in after.records):
        return None
    report = _with_names(as_markdown(effects(before, after)), after)
    return markdown(report.replace("<details>", _OPEN), extensions=["md_in_html"])


def _with_names(report: str, corpus: ValidCorpus) -> str:
    """The report with the name of each opinion in the place of the end of its address."""
    names = corpus.references.names
    opinions = {str(record.id): names.long(record.id) for record in corpus.records}
    return _ADDRESS_END.sub(lambda match: opinions.get(match[0], match[0]), report)
