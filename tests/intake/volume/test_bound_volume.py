"""A bound volume of fifty opinions becomes fifty drafts, each with the text of its source."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from random import Random
from textwrap import wrap

import pytest
from docx import Document as WordDocument

from corpus.intake.outcome import Outcome
from corpus.intake.report import report
from intake.sample_documents import LONG, drafts_from
from intake.sample_pdfs import at, pdf

pytestmark = pytest.mark.slow

NUMBERS = range(6, 56)
HEAD = "Opinions of the Harbor Board of Mediation"
WORDS = sorted(set(re.findall(r"\w+", LONG)))
LINES_ON_A_PAGE = 32
WIDTH = 80


def sources() -> dict[int, list[str]]:
    """The paragraphs of each opinion, different in each."""
    random = Random(23)  # noqa: S311 - the same words in each run

    def sentence(end: str) -> str:
        words = [random.choice(WORDS) for _ in range(random.randrange(8, 40))]
        return f"{words[0].capitalize()} {' '.join(words[1:])}{end}"

    return {
        number: [
            f"# Opinion Number {number:02} (2004)",
            f"(Approved by the Board on May {number % 28 + 1}, 2004.)",
            "## Concern Raised",
            *(f"{sentence('.')} {sentence('.')} {sentence('?')}" for _ in range(3)),
            "## Advisory Opinion",
            *(f"{sentence('.')} {sentence('.')}" for _ in range(4)),
        ]
        for number in NUMBERS
    }


def lines_of(paragraphs: list[str]) -> list[str]:
    """The lines of an opinion, with an empty one between its paragraphs."""
    texts = (paragraph.lstrip("# ") for paragraph in paragraphs)
    return [line for text in texts for line in (*wrap(text, WIDTH), "")]


def pdf_volume(volume: Mapping[int, list[str]]) -> bytes:
    """Each opinion on its own pages, with a running head and page numbers."""
    pages: list[str] = []
    for paragraphs in volume.values():
        printed = lines_of(paragraphs)
        while printed:
            end = LINES_ON_A_PAGE
            while len(printed) > end and printed[end - 1][-1:] in ".?":
                end -= 1  # or nobody could tell whether the paragraph goes on
            lines, printed = printed[:end], printed[end:]
            text = (at(72, 700 - 18 * row, line, 11) for row, line in enumerate(lines))
            edges = at(200, 750, HEAD, 9) + at(300, 40, str(len(pages) + 1), 9)
            pages.append(edges + "".join(text))
    return pdf(*pages)


def text_volume(volume: Mapping[int, list[str]]) -> bytes:
    """One opinion below the other, without form feeds."""
    opinions = ("\n".join(lines_of(paragraphs)) for paragraphs in volume.values())
    return "\n".join(opinions).encode()


def word_volume(volume: Mapping[int, list[str]]) -> bytes:
    """One opinion below the other, with the styles of Word for headings."""
    document = WordDocument()
    for paragraph in (paragraph for paragraphs in volume.values() for paragraph in paragraphs):
        style = "Heading 2" if paragraph.startswith("#") else "Normal"
        document.add_paragraph(paragraph.lstrip("# "), style=style)
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "volume_of"),
    [("volume.pdf", pdf_volume), ("volume.txt", text_volume), ("volume.docx", word_volume)],
)
def test_each_draft_has_the_text_of_its_source(
    tmp_path: Path, name: str, volume_of: Callable[[Mapping[int, list[str]]], bytes]
) -> None:
    volume = sources()
    path = tmp_path / name
    path.write_bytes(volume_of(volume))
    result = drafts_from(path)
    assert {draft.id.number: draft.text.body for draft in result.drafts} == {
        number: "\n\n".join(paragraphs) + "\n" for number, paragraphs in volume.items()
    }
    assert [draft.differences for draft in result.drafts] == [()] * len(volume)


def test_what_is_at_the_edge_of_all_pages_of_a_volume_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "volume.pdf"
    path.write_bytes(pdf_volume(sources()))
    result = drafts_from(path)
    outcomes = [Outcome(draft, f"{draft.id}.md") for draft in result.drafts]
    told = report(outcomes, result, path.name)
    assert told.count(HEAD) == 1
    assert told.count("A second reading found the same words.") == len(result.drafts)
    last = result.drafts[-1].place
    assert last is not None
    assert f"(pages 1 to {last.last}: `{HEAD}`)" in told
    assert told.count(f"Page numbers were left out (`1` to `{last.last}`).") == 1
    assert "If it belongs to the opinion" not in told.partition("## In no draft")[2]
    assert "Every word" not in told


def test_page_numbers_of_one_opinion_are_told_beside_what_is_to_compare(tmp_path: Path) -> None:
    number, paragraphs = next(iter(sources().items()))
    path = tmp_path / "opinion.pdf"
    path.write_bytes(pdf_volume({number: [*paragraphs, *paragraphs[3:] * 3]}))
    result = drafts_from(path)
    (draft,) = result.drafts
    told = report([Outcome(draft, "draft.md")], result, path.name)
    assert draft.place is not None
    assert f"- Page numbers were left out (`1` to `{draft.place.last}`).\n" in told
