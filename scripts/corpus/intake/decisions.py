"""What a person must check or write in a draft, as sentences."""

from collections.abc import Iterator

from corpus.citations.names import Names
from corpus.intake.markdown import code_span
from corpus.intake.metadata import DocumentMetadata
from corpus.model.opinion import OpinionId


def decisions(metadata: DocumentMetadata, opinion: OpinionId, names: Names) -> Iterator[str]:
    """Yield a sentence for each field to check or to write, in the order of the record."""
    yield _number(metadata, names.long(opinion))
    if metadata.approved:
        day = names.day(metadata.approved)
        yield f"The approval line says {day}. Compare `approved` with the document."
    else:
        yield "No approval line was found. Type the day of approval at `approved`."
    if metadata.headings:
        headings = ", ".join(map(code_span, metadata.headings))
        yield f"These lines became headings: {headings}. Check that each is a heading."
    yield "Write `title`, `summary` and `topics` in your own words."
    if metadata.questions:
        yield "Rewrite each question at `issues` so that it makes sense on its own."
    else:
        yield "No question was found. Write at `issues` what the opinion answers."
    yield "Write the answers at `holdings`, each with its paragraphs and what it rests on."
    yield _citations(metadata)
    if metadata.opinions:
        yield "For each cited opinion, write at `effect` what this opinion does to it."


def _number(metadata: DocumentMetadata, printed: str) -> str:
    if metadata.id:
        return f"The heading says {printed}. Compare `number` and `year` with the document."
    return (
        f"No heading gives a number, so the draft is {printed}, the next free number. "
        "If that is wrong, correct `number` and `year` and rename the file."
    )


def _citations(metadata: DocumentMetadata) -> str:
    authorities = [code_span(str(citation)) for citation in metadata.citations]
    opinions = [f"opinion {opinion}" for opinion, _ in metadata.opinions]
    if not authorities and not opinions:
        return "No citations were found. Look for them in the text."
    return f"Citations found: {', '.join([*authorities, *opinions])}. Look for others in the text."
