"""What an editor must know about the drafts of a document, as Markdown."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from corpus.intake.draft import Draft, Drafts
from corpus.intake.in_no_draft import LeftOut
from corpus.intake.kept_copy import KeptCopy
from corpus.intake.outcome import Outcome, Written
from corpus.intake.page_number_runs import page_numbers_in_words
from corpus.intake.quoted_words import code_span, first_words
from corpus.intake.record_report import about_record, bullets, on_records, result_of
from corpus.intake.remarks import IF_IT_BELONGS
from corpus.library.missing_numbers import missing_numbers, ranges_in_words

_OF_DOCUMENT = "of the document"
_OF_ONE = "from its heading to its end"
_READ_TWICE = "a second reading found the same words, and nothing else needs checking."
_OTHER_LETTERS = "A PDF file can show other letters than programs read in it."
_COMPARE_PAGES = f"{_OTHER_LETTERS} Compare the draft with the pages."
_COMPARE_EACH = f"{_OTHER_LETTERS} Compare each draft with its pages."
_NOTHING_ELSE = (
    "A second reading found the same words. "
    "Look only at what is listed above for the whole document."
)
_NOTHING_BUT_THESE = "Compare only the places above, where the draft differs from the document."
_LEFT_OUT = "If any of it belongs to the opinion, type it into the draft."
_LEFT_OUT_ABOVE = (
    "It stands above the number, and the text of a record begins with the number. "
    "If any of it belongs to the opinion, type it below the number."
)
_LEFT_OUT_OF_VOLUME = "If any of this belongs to an opinion, type it into its draft."
_CORRECT_FIRST = "Correct headings and paragraphs first, because these numbers change with them. "
_PARAGRAPHS = "The paragraphs by their numbers, for `at`:"
_TO_COMPARE = "## To compare with the document\n\n"
_UNREAD = "**Words are missing**, because a part of the document was not read:"
_COPY = "`{path}` is a copy of the document. Everyone can read it, with all that it holds."
_UNSEEN = (
    "**It also holds what the drafts do not show**: {unseen}. If any of this must not be public, "
    "delete the copy and the drafts before you send them. Take it out of your document, and start "
    "again."
)
_INSPECT = "In Word, choose File, Info, Check for Issues, Inspect Document."
_NOT_READ_TWICE = "No other program could read the document. Compare all of it."

_NEXT_STEPS = {
    Written.AS_RECORD: "The check says what {draft} still needs: in the pull request, or with "
    "`make check`.",
    Written.ELSEWHERE: "When {draft} is in `opinions/`, `make check` says what it still needs.",
}
"""What to do with a draft."""


def report(
    outcomes: Sequence[Outcome], document: Drafts, name: str, kept: KeptCopy | None = None
) -> str:
    """The report on all drafts of one document, or on those that the user chose."""
    if len(outcomes) == 1:
        first, *sections = _report_on_one(outcomes[0], document)
    else:
        first, *sections = _report_on_volume(outcomes, document, name)
    return "\n\n".join([first, *_unread(document), *_on_copy(kept), *sections])


def _report_on_one(outcome: Outcome, document: Drafts) -> Iterator[str]:
    draft = outcome.draft
    if outcome.path:
        yield f"The draft of opinion {draft.id} is `{outcome.path}`.{_next_step([outcome], 'it')}"
    yield from on_records(outcome, document)
    if outcome.decisions:
        yield f"## To decide\n\n{_numbered(outcome.decisions)}"
    is_alone = len(document.drafts) == 1
    left_out = tuple(_left_out_of_one(document.left_out)) if is_alone else ()
    if outcome.is_to_compare:
        to_compare = [*_places_to_compare(draft), *left_out]
        numbers = document.page_numbers if is_alone else draft.page_numbers
        places = bullets([*to_compare, *_page_numbers(numbers)]) if to_compare else ""
        which = _OF_DOCUMENT if is_alone else _OF_ONE
        places = places or _without_doubt(which, outcome, document)
        yield _said_of([outcome], f"{_TO_COMPARE}{places}")
        if document.is_pdf:
            yield _said_of([outcome], _COMPARE_PAGES)
    if outcome.text:
        yield f"## Paragraphs\n\n{_paragraphs(outcome)}"


def _report_on_volume(outcomes: Sequence[Outcome], document: Drafts, name: str) -> Iterator[str]:
    yield (
        f"{code_span(name)} has {len(document.drafts)} opinions, and {_counted(outcomes)} written."
        f"{_next_step(outcomes, 'a draft')}"
    )
    yield "\n".join(_table(outcomes))
    if document.is_pdf and any(outcome.is_to_compare for outcome in outcomes):
        yield _said_of(outcomes, _COMPARE_EACH)
    if missing := _missing_numbers(document.drafts):
        yield missing
    running = (*document.running, *_page_numbers(document.page_numbers))
    left_out = (*_left_out_of_volume(document.left_out), *running)
    if passages := bullets(text.replace(f" {IF_IT_BELONGS}", "") for text in left_out):
        yield _said_of(outcomes, f"## In no draft\n\n{_LEFT_OUT_OF_VOLUME}\n\n{passages}")
    shared = _shared_sentences([outcome for outcome in outcomes if outcome.is_to_compare])
    if shared:
        yield _said_of(outcomes, f"## To decide in every draft\n\n{_numbered(shared)}")
    for outcome in outcomes:
        yield from _section_on_opinion(outcome, shared, document)


def _said_of(outcomes: Iterable[Outcome], text: str) -> str:
    """A text about drafts, or about the records if no draft was written."""
    return text if any(outcome.path for outcome in outcomes) else about_record(text)


def _unread(document: Drafts) -> Iterator[str]:
    if document.unread:
        yield f"{_UNREAD}\n\n{bullets(document.unread)}"


def _on_copy(kept: KeptCopy | None) -> Iterator[str]:
    """Yield what everyone can read in the copy of the document that the collection keeps."""
    if kept:
        unseen = _UNSEEN.format(unseen="; ".join(kept.unseen)) if kept.unseen else ""
        inspect = _INSPECT if kept.unseen and kept.is_of_word else ""
        yield " ".join(filter(None, (_COPY.format(path=kept.path), unseen, inspect)))


def _next_step(outcomes: Iterable[Outcome], draft: str) -> str:
    """A sentence on what to do with the drafts that were written; nothing for revisions."""
    written = [outcome.written for outcome in outcomes if outcome.path]
    steps = (step for kind, step in _NEXT_STEPS.items() if kind in written)
    return "".join(f" {step.format(draft=draft)}" for step in steps)


def _counted(outcomes: Iterable[Outcome]) -> str:
    count = sum(bool(outcome.path) for outcome in outcomes)
    return "1 draft was" if count == 1 else f"{count or 'no'} drafts were"


def _table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield "| Opinion | Title line | Where in the document | Paragraphs | Result |"
    yield "|---|---|---|---|---|"
    for outcome in outcomes:
        draft = outcome.draft
        title = code_span(draft.text.heading.words) if draft.text.heading else ""
        cells = (draft.id, title, draft.place or "", len(draft.text.paragraphs), _result(outcome))
        yield f"| {' | '.join(map(str, cells))} |"


def _result(outcome: Outcome) -> str:
    before = result_of(outcome.existing) if outcome.existing else ""
    results = [before, _written(outcome)]
    if other := outcome.draft.same_number:
        results.append(
            f"opinion {other} has the same number, and these numbers run on, "
            "so compare both with their documents"
        )
    return "; ".join(filter(None, results))


def _written(outcome: Outcome) -> str:
    if not outcome.path:
        return ""
    was_filled = outcome.existing and outcome.existing.path == outcome.path
    return f"{'text added to' if was_filled else 'draft'} `{outcome.path}`"


def _section_on_opinion(outcome: Outcome, shared: Sequence[str], document: Drafts) -> Iterator[str]:
    draft = outcome.draft
    yield f"## Opinion {draft.id}"
    yield from on_records(outcome, document)
    if own := [decision for decision in outcome.decisions if decision not in shared]:
        yield _numbered(own)
    if outcome.is_to_compare:
        places = _places_to_compare(draft)
        own_places = [place for place in places if place not in {*shared, *draft.running}]
        is_said_above = bool(places and outcome.text)
        every_word = _NOTHING_ELSE if is_said_above else _without_doubt(_OF_ONE, outcome, document)
        yield _said_of([outcome], bullets(own_places) or every_word)
    if outcome.text:
        yield _paragraphs(outcome)


def _shared_sentences(outcomes: Sequence[Outcome]) -> list[str]:
    """The decisions that every draft needs and the remarks on every draft, word for word."""
    if not outcomes:
        return []
    first, *others = outcomes
    sentences = [{*other.decisions, *other.draft.remarks} for other in others]
    return [
        sentence
        for sentence in (*first.decisions, *first.draft.remarks)
        if sentence not in first.draft.running
        if all(sentence in of_draft for of_draft in sentences)
    ]


def _missing_numbers(drafts: Sequence[Draft]) -> str:
    """A sentence on the numbers between the first and the last of each series that are missing."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for draft in drafts:
        year = str(draft.id.year) if draft.numbers_restart else ""
        numbers["/".join(filter(None, (draft.id.series, year)))].append(draft.id.number)
    missing = {run: missing_numbers(min(of_run), of_run) for run, of_run in numbers.items()}
    ranges = [
        f"{ranges_in_words(gaps)}{f' of `{run}`' if len(numbers) > 1 else ''}"
        for run, gaps in missing.items()
        if gaps
    ]
    if not ranges:
        return ""
    return (
        f"No opinion {', '.join(ranges)} was found in it. If one is there, look at its "
        "heading line: it must be as in `standards/commission.yml`."
    )


def _places_to_compare(draft: Draft) -> tuple[str, ...]:
    differences = (_NOT_READ_TWICE,) if draft.differences is None else draft.differences
    return (*draft.remarks, *differences)


def _without_doubt(which: str, outcome: Outcome, document: Drafts) -> str:
    """The sentence that the draft has every word, except page numbers that were left out."""
    if outcome.text is None:
        return _NOTHING_BUT_THESE
    left_out = outcome.draft.page_numbers
    numbers = page_numbers_in_words(left_out)
    lacking = f", except page number{'s' * (len(set(left_out)) > 1)} {numbers}" if numbers else ""
    in_draft = f"is in the draft{lacking}"
    if document.is_pdf:
        return f"Every word {which}, as two programs read it, {in_draft}."
    return f"Every word {which} {in_draft}: {_READ_TWICE}"


def _page_numbers(numbers: Sequence[str]) -> Iterator[str]:
    """Yield a sentence on the page numbers that were certain, if there are any."""
    if numbers:
        were = "Page numbers were" if len(set(numbers)) > 1 else "A page number was"
        yield f"{were} left out ({page_numbers_in_words(numbers)})."


def _paragraphs(outcome: Outcome) -> str:
    """The number and the first words of each paragraph, as a list."""
    paragraphs = outcome.text.paragraphs.items() if outcome.text else ()
    listed = (
        f"{number}. {code_span(first_words(block.text_with_mark))}" for number, block in paragraphs
    )
    first = _CORRECT_FIRST if outcome.path else ""
    return "\n".join([f"{first}{_PARAGRAPHS}\n", *listed])


def _left_out_of_volume(left_out: Sequence[LeftOut]) -> Iterator[str]:
    """Yield what no draft has, but not the headers and footers, which the report lists once."""
    for part in left_out:
        yield from part.passages
        yield from (sentence for sentence in part.to_compare if sentence not in part.running)


def _left_out_of_one(left_out: Sequence[LeftOut]) -> Iterator[str]:
    """Yield what the only draft does not have, and what to do about it."""
    for part in left_out:
        if part.passages:
            what_to_do = _LEFT_OUT_ABOVE if part.is_above else _LEFT_OUT
            lines = "".join(f"\n    - {passage}" for passage in part.passages)
            yield f"The draft does not have what is listed here. {what_to_do}{lines}"
        yield from (f"Outside the opinion: {sentence}" for sentence in part.to_compare)


def _numbered(sentences: Sequence[str]) -> str:
    return "\n".join(f"{number}. {text}" for number, text in enumerate(sentences, 1))
