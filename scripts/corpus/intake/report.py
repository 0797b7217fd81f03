"""What an editor must know about the drafts of a document, as Markdown."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from corpus.intake.draft import Draft, Drafts, LeftOut
from corpus.intake.existing_record import ExistingRecord, Match
from corpus.intake.outcome import Outcome, Written
from corpus.intake.remarks import code_span
from corpus.library.numbering import missing_numbers, ranges_in_words
from corpus.text.approved_text import ApprovedText

_OF_DOCUMENT = "of the document"
_OF_ONE = "from its heading to its end"
_READ_TWICE = "a second reading found the same words, and nothing else needs checking."
_COMPARE_PAGES = (
    "A PDF file can show other letters than programs read in it. Compare the draft with the pages."
)
_NOTHING_ELSE = (
    "A second reading found the same words. "
    "Look only at what is listed above for the whole document."
)
_IF_IT_BELONGS = "If it belongs to the opinion, type it into the draft."
_IF_IT_BELONGS_BELOW = (
    "It stands above the number, and the text of a record begins with the number. "
    "If it belongs to the opinion, type it below the number."
)
_NOT_IN_DRAFTS = "If any of this belongs to an opinion, type it into its draft."
_PARAGRAPHS = (
    "Correct headings and paragraphs first, because these numbers change with them. "
    "The paragraphs by their numbers, for `at`:"
)
_FIRST_WORDS = 10
_OTHER_NUMBER = (
    "`{path}` has the same words under another number. "
    "Compare both with their documents, and correct the one that is wrong."
)

_NOT_READ_TWICE = "No other program could read the document. Compare all of it."

_RESULTS = {
    Match.SAME_WORDS: "already there, with the same words",
    Match.OTHER_WORDS: "already there, with different wording",
    Match.EXAMPLE: "the example is there",
    Match.UNNUMBERED: "a draft without a number is there",
    Match.UNREADABLE: "another file is there",
}
_REVISE = (
    "To write the document's words beside it, add `--revise` (`REVISE=yes` after `make ingest`)."
)
_REVISED = "Copy what is right from `{revision}` into it, and delete that file."
_SENTENCES = {
    Match.SAME_WORDS: "`{path}` has the same words as the document.",
    Match.OTHER_WORDS: (
        "`{path}` differs from the document. It is not overwritten. "
        "If the document is right, correct the word there. "
        "If the record is published, list the correction in `corrections` too."
    ),
    Match.NO_TEXT: (
        "`{path}` listed this opinion without its text. All that was typed there is kept. "
        "The text and the other fields are new, and `source` has the hash of the document too. "
        "If the rest of `source` is not about this document, correct it."
    ),
    Match.EXAMPLE: (
        "`{path}` is the example that came with the programs, and it has the number of this "
        "opinion. Delete that file, and start again."
    ),
    Match.UNNUMBERED: (
        "`{path}` is the draft of another document, which gives no number. Type the number of "
        "its opinion into it, rename the file, and start again."
    ),
    Match.UNREADABLE: "`{path}` cannot be read as a record. It is not overwritten.",
}


_NEXT_STEPS = {
    Written.AS_RECORD: "The check says what {draft} still needs: in the pull request, or with "
    "`make check`.",
    Written.ELSEWHERE: "When {draft} is in `opinions/`, `make check` says what it still needs.",
}
"""What to do with a draft."""


def report(outcomes: Sequence[Outcome], document: Drafts, name: str) -> str:
    """The report on all drafts of one document, or on those that the user chose."""
    if len(outcomes) == 1:
        sections = _report_on_one(outcomes[0], document)
    else:
        sections = _report_on_volume(outcomes, document, name)
    return "\n\n".join(sections)


def _report_on_one(outcome: Outcome, document: Drafts) -> Iterator[str]:
    draft = outcome.draft
    if outcome.path:
        yield f"The draft of opinion {draft.id} is `{outcome.path}`.{_next_step([outcome], 'it')}"
    if outcome.existing:
        yield _comparison_with_record(outcome, outcome.existing)
    if outcome.same_words:
        yield _OTHER_NUMBER.format(path=outcome.same_words)
    if outcome.decisions:
        yield f"## To decide\n\n{_numbered(outcome.decisions)}"
    if outcome.text:
        is_alone = len(document.drafts) == 1
        left_out = _left_out_of_one(document.left_out) if is_alone else ()
        to_compare = [*_places_to_compare(draft), *left_out]
        numbers = document.page_numbers if is_alone else draft.page_numbers
        places = _bullets([*to_compare, *_page_numbers(numbers)]) if to_compare else ""
        which = _OF_DOCUMENT if is_alone else _OF_ONE
        places = places or _without_doubt(which, draft, document)
        yield f"## To compare with the document\n\n{places}"
        if document.is_pdf:
            yield _COMPARE_PAGES
        yield f"## Paragraphs\n\n{_PARAGRAPHS}\n\n{_paragraphs(outcome.text)}"


def _report_on_volume(outcomes: Sequence[Outcome], document: Drafts, name: str) -> Iterator[str]:
    yield (
        f"{code_span(name)} has {len(document.drafts)} opinions, and {_counted(outcomes)} written."
        f"{_next_step(outcomes, 'a draft')}"
    )
    yield "\n".join(_table(outcomes))
    if document.is_pdf and any(outcome.text for outcome in outcomes):
        yield _COMPARE_PAGES
    if missing := _missing_numbers(document.drafts):
        yield missing
    running = (*document.running, *_page_numbers(document.page_numbers))
    left_out = (*_left_out(document.left_out), *running)
    if passages := _bullets(text.replace(f" {_IF_IT_BELONGS}", "") for text in left_out):
        yield f"## In no draft\n\n{_NOT_IN_DRAFTS}\n\n{passages}"
    shared = _shared_sentences([outcome for outcome in outcomes if outcome.text])
    if shared:
        yield f"## To decide in every draft\n\n{_numbered(shared)}"
    for outcome in outcomes:
        yield from _section_on_opinion(outcome, shared, document)


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
    before = _RESULTS.get(outcome.existing.match, "") if outcome.existing else ""
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
    if outcome.existing:
        yield _comparison_with_record(outcome, outcome.existing)
    if outcome.same_words:
        yield _OTHER_NUMBER.format(path=outcome.same_words)
    if own := [decision for decision in outcome.decisions if decision not in shared]:
        yield _numbered(own)
    if outcome.text:
        places = _places_to_compare(draft)
        own_places = [place for place in places if place not in {*shared, *draft.running}]
        every_word = _NOTHING_ELSE if places else _without_doubt(_OF_ONE, draft, document)
        yield _bullets(own_places) or every_word
        yield f"{_PARAGRAPHS}\n\n{_paragraphs(outcome.text)}"


def _comparison_with_record(outcome: Outcome, existing: ExistingRecord) -> str:
    sentence, how = _SENTENCES[existing.match].format(path=existing.path), ""
    if outcome.written is Written.BESIDE_RECORD:
        sentence += f" {_REVISED.format(revision=outcome.path)}"
    elif outcome.is_unsettled and existing.match not in {Match.EXAMPLE, Match.UNNUMBERED}:
        how = _REVISE
    return "\n\n".join(filter(None, (sentence, how, _bullets(existing.differences))))


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


def _without_doubt(which: str, draft: Draft, document: Drafts) -> str:
    """The sentence that the draft has every word, except page numbers that were left out."""
    numbers = _first_to_last(draft.page_numbers)
    lacking = f", except page number{'s' * (len(numbers) > 1)} " if numbers else ""
    in_draft = f"is in the draft{lacking}{' to '.join(numbers)}"
    if document.is_pdf:
        return f"Every word {which}, as two programs read it, {in_draft}."
    return f"Every word {which} {in_draft}: {_READ_TWICE}"


def _page_numbers(numbers: Sequence[str]) -> Iterator[str]:
    """Yield a sentence on the page numbers that were certain, if there are any."""
    if ends := _first_to_last(numbers):
        were = "Page numbers were" if len(ends) > 1 else "A page number was"
        yield f"{were} left out ({' to '.join(ends)})."


def _first_to_last(numbers: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(map(code_span, [*numbers[:1], *numbers[-1:]])))


def _paragraphs(text: ApprovedText) -> str:
    """The number and the first words of each paragraph, as a list."""
    return "\n".join(
        f"{number}. {_first_words(block.text_with_mark)}"
        for number, block in text.paragraphs.items()
    )


def _first_words(text: str) -> str:
    words = text.split()
    rest = " …" if len(words) > _FIRST_WORDS else ""
    return code_span(" ".join(words[:_FIRST_WORDS]) + rest)


def _left_out(left_out: Sequence[LeftOut]) -> Iterator[str]:
    for part in left_out:
        yield from part.passages
        yield from (sentence for sentence in part.to_compare if sentence not in part.running)


def _left_out_of_one(left_out: Sequence[LeftOut]) -> Iterator[str]:
    """Yield the same in a list that is also about the draft."""
    for part in left_out:
        what_to_do = _IF_IT_BELONGS_BELOW if part.is_above else _IF_IT_BELONGS
        yield from (f"Not in the draft: {passage}. {what_to_do}" for passage in part.passages)
        yield from (f"Outside the opinion: {sentence}" for sentence in part.to_compare)


def _numbered(sentences: Sequence[str]) -> str:
    return "\n".join(f"{number}. {text}" for number, text in enumerate(sentences, 1))


def _bullets(sentences: Iterable[str]) -> str:
    return "\n".join(f"- {text}" for text in sentences)
