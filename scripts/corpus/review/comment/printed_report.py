"""What a change does to the names of opinions that readers have, as Markdown for a pull request."""

from collections.abc import Iterator, Sequence

from corpus.review.changes.printed_changes import PrintedChange
from corpus.review.comment.diff_markdown import KEY, difference_of_words
from corpus.review.comment.headings import Heading
from corpus.text.markdown_escape import escape_markdown

_MOST_OPEN = 3
"""How many opinions are shown open below each thing; the others are folded."""
_MOST = 100
"""How many opinions are shown at all."""


def printed_as_markdown(changes: Sequence[PrintedChange]) -> Iterator[str]:
    """Each thing that is printed otherwise, with the old and the new form in each opinion."""
    if not changes:
        return
    yield f"## {Heading.PRINTED}\n\n{KEY}"
    for change in changes:
        items = [
            f"- {escape_markdown(opinion)}: {difference_of_words(old, new)}"
            for opinion, old, new in change.opinions[:_MOST]
        ]
        count = len(change.opinions)
        yield f"**The {change.what}** in {count:,} {'opinion' if count == 1 else 'opinions'}"
        yield "\n".join(items[:_MOST_OPEN])
        if rest := items[_MOST_OPEN:]:
            if len(change.opinions) > _MOST:
                rest.append(f"- and {len(change.opinions) - _MOST:,} more")
            summary = "<details><summary>The other opinions</summary>"
            yield "\n".join([summary, "", *rest, "", "</details>"])
