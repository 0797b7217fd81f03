"""Whether texts can cite the example of a kind, and what in its settings has no effect."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from corpus.checks.citation_words import hint_on_common_words
from corpus.citations.finder import CitationFinder
from corpus.citations.section_numbers import names_its_chapter
from corpus.model.authority import Citation
from corpus.model.authority_kind import CODE, NUMBER, AuthorityKind
from corpus.model.commission import Commission
from corpus.model.kind_settings import KindSettings

_NO_FIELD = "examples"
"""A name that no field or page has, whatever the settings say."""

_CODE_IN_A_SET = re.compile(r"(?P<rule_set>\w.*?) (?P<number>\d+[A-Z]*[-.:]\d.*)")
"""`DR 5-105(A)`, which has a chapter."""

_LETTER_OF_NUMBER = re.compile("[^(]*[0-9]-?[A-Za-z]")
"""`3B(5)`, `1-84b`, `805-a`."""

_FORMS_OF_LETTERS: tuple[tuple[dict[str, Any], str], ...] = (
    (
        {"first_part": "A"},
        (
            "Add the line `first_part: A` below `label` if the capital is the first part of the "
            "number. If it is not, correct `numbering` or `example`."
        ),
    ),
    (
        {"letters": "small"},
        "Add the line `letters: small` below `label` if numbers have lowercase letters.",
    ),
    (
        {"letters": "small", "numbering": "{section}"},
        'Type `numbering: "{section}"`, and below it the line `letters: small`.',
    ),
)
"""What the settings may say of letters in a number, with what to type then."""

_WORDS_OF_LABEL = (
    "No text is read with these words of `label`. Type only {part} right after the number, then at "
    "most a comma and the name of the law. A letter or a part belongs in `example`."
)

_KIND_FOR_EACH_SET = (
    "In sets, numbers have one or two digits, such as `Pier 4(f)`. Make a kind for each set "
    'instead: `label: "{rule_set} {{id}}{{part}}"`, `numbering: code` and `example: {number}`.'
)


class KindMistake(NamedTuple):
    """The field of a kind that is wrong, why, and what to type instead."""

    field: str
    message: str
    hint: str


def mistake_in_example(kind: AuthorityKind, commission: Commission) -> KindMistake | None:
    """What keeps texts from citing the example of a kind; None if nothing does."""
    example = kind.example
    parsed = kind.parse(example)
    if parsed and kind.first_part == "A" and kind.typed(*parsed).lower() != example.lower():
        message = f"`first_part: A` does not fit the example `{example}`"
        hint = f"Delete the line `first_part`, or type `example: {kind.typed(*parsed)}`."
        return KindMistake("first_part", message, hint)
    if parsed and (not _label_introduces(kind) or _is_read(kind, commission)):
        return None
    message = f"the numbering does not fit the example `{example}`"
    forms = _FORMS_OF_LETTERS if _LETTER_OF_NUMBER.match(example) else ()
    changed = ((replace(kind, **fields), hint) for fields, hint in forms)
    read = (hint for other, hint in changed if other != kind and _is_read(other, commission))
    if hint := next(read, ""):
        return KindMistake("example", message, hint)
    numberings = (form for form in _numberings(kind) if form != kind.numbering)
    fitting_forms = (
        form for form in numberings if _is_read(replace(kind, numbering=form), commission)
    )
    if fitting := next(fitting_forms, ""):
        typed = f'"{fitting}"' if "{" in fitting else fitting
        other = _example_in_form(kind)
        instead = f"`example: {other}`" if other else "correct `example`"
        return KindMistake("numbering", message, f"Type `numbering: {typed}`, or {instead}.")
    return KindMistake("example", message, _example_to_type(kind))


def mistake_in_label(kind: AuthorityKind, commission: Commission) -> KindMistake | None:
    """What keeps texts with the label of a kind from citing it; None if nothing does."""
    made_up = replace(kind, example=kind.example_to_type)
    if not _label_introduces(kind) or _is_read(made_up, commission):
        return None
    message = f"no text is read with the label `{kind.label}`"
    return KindMistake("label", message, _WORDS_OF_LABEL)


def _label_introduces(kind: AuthorityKind) -> bool:
    """Whether the words of the label alone make a number after them a citation."""
    has_words = kind.words_before or (kind.introduction and kind.words_after)
    return bool(has_words) and not kind.is_in_sets


def _is_read(kind: AuthorityKind, commission: Commission) -> bool:
    """Whether a text that prints the example of a kind, as its label says, cites it."""
    kind = replace(kind, plural=_NO_FIELD)
    parsed = kind.parse(kind.example)
    if parsed is None:
        return False
    judged = {
        "numbering": kind.numbering,
        "first_part": kind.first_part,
        "letters": kind.letters,
        "plural": kind.plural,
        "example": kind.example,
        "common_words": (),
    }
    settings = commission.authorities[kind.id].model_copy(update=judged)
    fields = {name: getattr(commission, name) for name in Commission.model_fields}
    alone = {
        "authorities": {kind.id: settings},
        **dict.fromkeys(("series", "cited_bodies", "other_bodies"), ()),
        "opinions": None,
    }
    finder = CitationFinder(Commission.model_construct(**{**fields, **alone}))
    found = finder.find(f"See {kind.printed(*parsed)}.")
    return Citation(kind, *parsed) in [citation.target for citation in found]


def _numberings(kind: AuthorityKind) -> Iterator[str]:
    """The numberings that the example may have: another form of the same pieces, or a named one."""
    if kind.pieces and not {*kind.pieces}.isdisjoint(kind.label_pieces):
        joints = re.findall("(?<=[0-9A-Z])[-.: ](?=[0-9])", kind.example.partition("(")[0])
        if len(joints) == len(kind.joints):
            pieces = zip(kind.pieces, (*joints, ""), strict=True)
            yield "".join(f"{{{name}}}{joint}" for name, joint in pieces)
        return
    yield from (NUMBER, "{section}", CODE)


def _example_in_form(kind: AuthorityKind) -> str:
    """The example with the signs of the form between its numbers; empty if it cannot have it."""
    typed = _joined(kind)
    return typed if kind.pieces and kind.parse(typed) else ""


def _example_to_type(kind: AuthorityKind) -> str:
    """What to type for an example that its kind cannot have: `12.3(a)` for `Rule 12, § 3(a)`."""
    in_set = _CODE_IN_A_SET.fullmatch(kind.example)
    if in_set and kind.is_in_sets:
        return _KIND_FOR_EACH_SET.format(**in_set.groupdict())
    from_first_digit = "".join(re.findall("[0-9].*", kind.example)).replace(" ", "")
    fitting = [typed for typed in (from_first_digit, _joined(kind)) if kind.parse(typed)]
    if kind.example in fitting:
        return _WORDS_OF_LABEL
    if fitting:
        return f"Type `example: {fitting[0]}`."
    made_up = replace(kind, example="").example_to_type
    return f"Type it as records list it, without the words of the label, such as `{made_up}`."


def _joined(kind: AuthorityKind) -> str:
    """The numbers of its example in the form of the kind, with the parts that follow them."""
    numbers = re.findall("[0-9]+[A-Z]{0,2}", kind.example.partition("(")[0])
    joints = (*kind.joints, "")
    whole = "".join(number + joint for number, joint in zip(numbers, joints, strict=False))
    return whole + "".join(re.findall(r"\(\w+\)", kind.example))


def words_without_effect(kind: AuthorityKind, settings: KindSettings) -> Iterator[KindMistake]:
    """What is never read: common words before such numbers, numerals, words with a number."""
    if settings.common_words and not _may_follow_common_words(kind):
        message = f"`common_words` are never read before a number such as `{kind.example_to_type}`"
        yield KindMistake("common_words", message, hint_on_common_words(settings))
    if kind.is_code and kind.numerals == "roman":
        message = "`numerals` has no effect beside `numbering: code`, whose numbers have digits"
        yield KindMistake("numerals", message, "Delete the line `numerals`.")
    for words in settings.cited_as:
        if words[-1].isdigit():
            message = f"`{words}` has a number, so a text would need a second one after it"
            hint = f"Type only the words before the number: `{words.rstrip('0123456789 ')}`."
            yield KindMistake("cited_as", message, hint)


def _may_follow_common_words(kind: AuthorityKind) -> bool:
    """Whether the form of its numbers, or a name after them, makes them clear."""
    if kind.is_code or kind.words_after:
        return True
    parsed = kind.parse(kind.example_to_type)
    return parsed is None or names_its_chapter(Citation(kind, *parsed))
