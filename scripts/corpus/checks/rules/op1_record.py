"""OP1: whether the fields of a record agree with each other and with the topics and programs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from corpus.checks.registry import on_record, on_shared_file, on_waivers
from corpus.checks.waivers import unused_waivers
from corpus.findings import Finding, Violation, did_you_mean
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.vocabularies import Program, Thesaurus, Topic
from corpus.parsing.parsed_file import ParsedFile
from corpus.parsing.schema import list_fields

_WITH_OTHER_RULES = {"issues", "holdings", "opinions", "corrections", "waivers"}
"""The lists in which OP120 looks for no repetition: another rule does, or repetition is right."""


@on_record("OP112", hint="Use an ID from opinions/topics.yml, or add the topic there first.")
def unknown_topic(record: Record, references: References) -> Iterable[Violation]:
    """Every topic is in opinions/topics.yml.

    Why: Two spellings of one topic would split its page in two.
    Bad: topics: [confidentialty]
    Good: topics: [confidentiality]
    """
    return _unknown(record, "topics", references.topics)


@on_record("OP113", hint="Use an ID from opinions/programs.yml, or add the program there first.")
def unknown_program(record: Record, references: References) -> Iterable[Violation]:
    """Every program is in opinions/programs.yml.

    Why: Two spellings of one program would split its page in two.
    Bad: programs: [superior]
    Good: programs: [superior-court]
    """
    return _unknown(record, "programs", references.programs)


@on_record("OP114", hint="Correct the date or the year.")
def approved_in_another_year(record: Record, _references: References) -> Iterable[Violation]:
    """An opinion is approved in the year of its number.

    Why: The year is part of the opinion's name and web address.
    Bad:
        year: 2003
        approved: 2004-11-07
    Good:
        year: 2003
        approved: 2003-11-07
    """
    opinion = record.opinion
    if opinion.year and opinion.approved and opinion.approved.year != opinion.year:
        message = f"`{opinion.approved}` is not in {opinion.year}, the year of this opinion"
        location = record.field_location("approved")
        yield Violation(location, message, subject=f"{opinion.approved}")


@on_record("OP115", only_by_hand=True, hint="Give each issue and each holding its own ID: 1, 2, 3.")
def id_twice(record: Record, _references: References) -> Iterable[Violation]:
    """No two issues of an opinion have the same ID, and no two holdings.

    Why: The ID is the place on the page that others link to.
    Bad:
        issues:
          - {id: 1, question: May fees be asked?, at: [1]}
          - {id: 1, question: May costs be asked?, at: [1]}
    Good:
        issues:
          - {id: 1, question: May fees or costs be asked?, at: [1]}
    """
    for part in ("issues", "holdings"):
        used: set[str] = set()
        for index, entry in enumerate(getattr(record.opinion, part)):
            if entry.id in used:
                message = f"another entry in `{part}` has the ID `{entry.id}`"
                location = record.field_location(part, index, "id")
                yield Violation(location, message, subject=entry.id)
            used.add(entry.id)


@on_record("OP116", hint="Type the ID of the issue that the holding answers.")
def answers_nothing(record: Record, _references: References) -> Iterable[Violation]:
    """Every holding answers an issue of its opinion.

    Why: Readers see each answer below its question.
    Bad:
        issues: [{id: 1, question: May it?, at: [1]}]
        holdings: [{id: 1, answers: 7, text: It may., at: [2]}]
    Good:
        issues: [{id: 1, question: May it?, at: [1]}]
        holdings: [{id: 1, answers: 1, text: It may., at: [2]}]
    """
    issues = {issue.id for issue in record.opinion.issues}
    for index, holding in enumerate(record.opinion.holdings):
        if holding.answers not in issues:
            message = f"no issue has the ID `{holding.answers}`"
            location = record.field_location("holdings", index, "answers")
            yield Violation(location, message, subject=holding.answers)


@on_record("OP117", hint="Add a holding with `answers:` and the ID of the issue.")
def unanswered_issue(record: Record, _references: References) -> Iterable[Violation]:
    """Every issue is answered by a holding.

    Why: A question without an answer misleads readers who look for one.
    Bad:
        issues:
          - {id: 1, question: May fees be asked?, at: [1]}
          - {id: 2, question: May costs be asked?, at: [1]}
        holdings: [{id: 1, answers: 1, text: They may., at: [2]}]
    Good:
        issues:
          - {id: 1, question: May fees be asked?, at: [1]}
        holdings: [{id: 1, answers: 1, text: They may., at: [2]}]
    """
    answered = {holding.answers for holding in record.opinion.holdings}
    for index, issue in enumerate(record.opinion.issues):
        if issue.id not in answered:
            message = f"no holding answers the issue `{issue.id}`"
            location = record.field_location("issues", index, "id")
            yield Violation(location, message, subject=issue.id)


@on_record("OP120", hint="Delete one of the two.")
def value_twice(record: Record, _references: References) -> Iterable[Violation]:
    """No list contains the same value twice.

    Why: The opinion would appear twice in one index.
    Bad: topics: [confidentiality, confidentiality]
    Good: topics: [confidentiality]
    """
    for field in sorted({*list_fields(type(record.opinion))} - _WITH_OTHER_RULES):
        values = getattr(record.opinion, field)
        compared = list(map(str.casefold, values)) if field == "joint_bodies" else values
        for index, value in enumerate(values):
            if compared[index] in compared[:index]:
                location = record.field_location(field, index)
                message = f"`{value}` is already in this list"
                yield Violation(location, message, subject=f"{value}")


@on_shared_file("OP126", hint="Delete one of the two.")
def synonym_twice(file: ParsedFile[Any]) -> Iterable[Violation]:
    """An entry of opinions/thesaurus.yml has each word once.

    Why: One of the two was probably meant to be a different word.
    """
    entries = file.value.root if isinstance(file.value, Thesaurus) else {}
    for word, others in entries.items():
        used = {word.casefold()}
        for index, other in enumerate(others):
            if other.casefold() in used:
                yield Violation(
                    file.field_location(word, index), f"`{other}` is already in this entry"
                )
            used.add(other.casefold())


@on_waivers(
    "OP121",
    hint="If the text or a field was changed by mistake, undo that. If all is as the document has "
    "it, delete the exception, or correct its `code` and `about`.",
)
def unused_exception(record: Record, findings: Sequence[Finding]) -> Iterable[Violation]:
    """Every exception in `waivers` matches a finding.

    Why: An exception that is not needed today could hide a mistake tomorrow.
    Bad:
        waivers:
          - {code: OP303, about: 7A-99, reason: The text says it in words.}
    Good:
        statutes: ["7A-38.2"]
        waivers:
          - {code: OP303, about: 7A-38.2, reason: The text names the statute by its title.}
    """
    waivers = record.opinion.waivers
    for index in unused_waivers(findings, waivers):
        message = f"no {waivers[index].code} finding is about `{waivers[index].about}`"
        yield Violation(record.field_location("waivers", index), message)


@on_record("OP125", hint="Correct the date of the withdrawal, or correct `approved`.")
def withdrawn_before_approval(record: Record, _references: References) -> Iterable[Violation]:
    """An opinion is not withdrawn before its approval.

    Why: Readers would take a wrong date for a fact.
    Bad: withdrawn: {on: 2001-11-07, reason: The Board said so in its minutes.}
    Good: withdrawn: {on: 2021-11-07, reason: The Board said so in its minutes.}
    """
    withdrawn = record.opinion.withdrawn
    approved = record.opinion.approved
    if withdrawn and approved and withdrawn.on.last_day < approved.first_day:
        message = f"`{withdrawn.on}` is before the approval on {approved}"
        location = record.field_location("withdrawn", "on")
        yield Violation(location, message, subject=f"{withdrawn.on}")


@on_record("OP127", hint="Delete `approved`. If the body has adopted the text, delete `stage`.")
def approved_draft(record: Record, _references: References) -> Iterable[Violation]:
    """A draft for comment has no date of approval and is not withdrawn or corrected.

    Why: Readers could take the draft for an opinion that the body has adopted.
    Bad:
        stage: draft
        approved: 2003-11-07
    Good:
        approved: 2003-11-07
    """
    if not record.opinion.is_draft:
        return
    for field in ("approved", "withdrawn", "corrections"):
        if record.readable(field, None):
            message = f"a draft cannot have `{field}`"
            hint = f"Delete `{field}`. If the body has adopted the text, delete `stage`."
            yield Violation(record.field_location(field), message, hint, subject=field)


def _unknown(
    record: Record, field: str, vocabulary: Mapping[str, Topic | Program]
) -> Iterator[Violation]:
    """Yield the values of a field that are not in its vocabulary."""
    for index, value in enumerate(getattr(record.opinion, field)):
        if value in vocabulary:
            continue
        ids = {entry.title.casefold(): key for key, entry in vocabulary.items()}
        location = record.field_location(field, index)
        if key := ids.get(value.casefold()):
            message = f"`{value}` is the title of `{key}`"
            hint = f"Type `{key}`."
        else:
            suggestion = did_you_mean(value, vocabulary)
            hint = ""
            message = f"`{value}` is not in opinions/{field}.yml{suggestion}"
        yield Violation(location, message, hint, subject=value)
