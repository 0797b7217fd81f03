"""A cite check as text, Markdown and JSON."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.analysis.cite_check import CheckedCitation
from corpus.analysis.standing import Standing
from corpus.text.markdown_escape import escape_markdown


def as_text(citations: Sequence[CheckedCitation], caveat: str = "") -> str:
    """A line for each citation: its line in the text, its words and its standing.

    If some are of opinions that no longer stand, the first line says so; then comes the caveat.
    """
    lines = (f"{citation.line}: {citation.words}: {_in_words(citation)}" for citation in citations)
    return "\n".join([*_alert(citations), *filter(None, [caveat]), *lines, _total(citations)])


def as_markdown(citations: Sequence[CheckedCitation], caveat: str = "") -> str:
    """A table with a row for each citation, for a memo or a pull request."""
    about = [caveat, ""] if caveat else []
    rows = [
        f"| {citation.line} | {escape_markdown(citation.words)} "
        f"| {escape_markdown(_in_words(citation))} |"
        for citation in citations
    ]
    head = ["| line | citation | standing today |", "|---|---|---|"] if rows else []
    return "\n".join([f"## {_total(citations)}", "", *about, *head, *rows]).rstrip()


def as_json(citations: Sequence[CheckedCitation], caveat: str = "") -> str:
    """A list with an object for each citation; positions are in characters from 0.

    The caveat is in each, so that it goes wherever a standing goes.
    """
    entries = [
        {
            "text": citation.words,
            "start": citation.start,
            "end": citation.end,
            "line": citation.line,
            "kind": citation.kind,
            "id": citation.id,
            "pinpoint": citation.pinpoint,
            "label": citation.label,
            "standing": citation.standing.value,
            "statement": citation.statement,
            "caveat": caveat,
            "url": citation.url,
        }
        for citation in citations
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2)


def _in_words(citation: CheckedCitation) -> str:
    label = f"{citation.label}. " if citation.label else ""
    return f"{label}{citation.statement}."


def _alert(citations: Sequence[CheckedCitation]) -> Iterator[str]:
    ended = {Standing.SUPERSEDED, Standing.WITHDRAWN}
    count = sum(citation.standing in ended for citation in citations)
    if count:
        yield f"Superseded or withdrawn: {count} of {len(citations)}"


def _total(citations: Sequence[CheckedCitation]) -> str:
    """`3 citations: 1 superseded; 2 in force`."""
    order = list(reversed(Standing))
    by_standing = sorted(citations, key=lambda citation: order.index(citation.standing))
    marks = Counter(citation.counted_as for citation in by_standing)
    counts = [f"{count} {mark}" for mark, count in marks.items()]
    noun = "citation" if len(citations) == 1 else "citations"
    return f"{len(citations) or 'No'} {noun}" + (f": {'; '.join(counts)}" if counts else "")
