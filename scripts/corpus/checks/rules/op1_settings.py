"""OP1: whether names, forms and lines in the settings can be told apart."""

from collections.abc import Iterable, Iterator
from itertools import chain, combinations, permutations
from typing import Any, NamedTuple, TypeAlias

from corpus.checks.places import collision, setting_location, value_at
from corpus.checks.registry import on_shared_file
from corpus.citations.finder import CitationFinder
from corpus.citations.introducers import Introducers
from corpus.findings import Level, Violation
from corpus.model.cited_body import CitedBody
from corpus.model.commission import Commission
from corpus.model.number_forms import write_number
from corpus.model.opinion_id import OpinionId
from corpus.model.vocabularies import Programs, Topics
from corpus.parsing.parsed_file import ParsedFile
from corpus.parsing.yaml_values import FieldPath

_Pair: TypeAlias = tuple[FieldPath, FieldPath, str]
"""Where two settings are that collide, and what is wrong."""


class _Form(NamedTuple):
    """A form of the numbers of opinions, where it is, and two numbers in it."""

    place: FieldPath
    owner: str
    form: str

    @property
    def samples(self) -> tuple[str, str]:
        """A number of one digit and one of two, which could also be a year."""
        return (
            write_number(self.form, OpinionId(2003, 5)),
            write_number(self.form, OpinionId(2003, 15)),
        )


_OWN_NUMBERS = (
    "Delete it, or correct its name. How texts print the numbers of this body is in `series`."
)


@on_shared_file("OP145", hint="Put words before the number that only that body prints.")
def form_of_another_body(file: ParsedFile[Any]) -> Iterable[Violation]:
    """A number of a body in `cited_bodies` cannot be read as the number of anything else.

    Why: A citation would lead to the wrong body.
    """
    commission = file.value
    if not isinstance(commission, Commission) or not commission.cited_bodies:
        return
    for index, body in enumerate(commission.cited_bodies):
        if body.name in {commission.name, commission.short_name}:
            location = file.field_location("cited_bodies", index, "name")
            yield Violation(location, f"`{body.name}` is this body itself", _OWN_NUMBERS)
    for place, other_place, message in (
        *_read_as_ours(commission),
        *_read_as_a_third(commission),
        *_read_as_authorities(commission),
    ):
        yield collision(file, place, other_place, message)


def _read_as_ours(commission: Commission) -> Iterator[_Pair]:
    """Each body with a form that our own opinions have."""
    for place, body in enumerate(commission.cited_bodies):
        forms = (form for form in _own_forms(commission) if _reads(body, form))
        if form := next(forms, None):
            message = f"`{form.samples[0]}` would be read as an opinion of `{body.name}`"
            yield ("cited_bodies", place, "printed"), form.place, message


def _read_as_a_third(commission: Commission) -> Iterator[_Pair]:
    """Each two bodies with a form that both have."""
    for (first_place, first), (place, body) in combinations(enumerate(commission.cited_bodies), 2):
        of_both = chain(
            (form for form in _forms_of(place, body) if _is_number_of(first, form)),
            (form for form in _forms_of(first_place, first) if _is_number_of(body, form)),
        )
        if form := next(of_both, None):
            message = f"`{form.samples[1]}` is a number of `{first.name}` and of `{body.name}`"
            other_place = ("cited_bodies", first_place, "printed")
            yield ("cited_bodies", place, "printed"), other_place, message


def _read_as_authorities(commission: Commission) -> Iterator[_Pair]:
    """Each form whose words introduce an authority, or that is found as one."""
    alone = commission.model_copy(update={"cited_bodies": ()})
    introducers = Introducers(alone)
    finder = CitationFinder(alone)
    for place, body in enumerate(commission.cited_bodies):
        for form in _forms_of(place, body):
            words = form.form.partition("{")[0].strip()
            known = introducers.pattern.fullmatch(words)
            kind = introducers.meaning(words).kind if known else None
            targets = [each.target for sample in form.samples for each in finder.find(sample)]
            kinds = [target.kind for target in targets if not isinstance(target, OpinionId)]
            if found := kind or next(iter(kinds), None):
                message = f"`{form.samples[0]}` may also be read as a {found.id}"
                yield form.place, ("authorities", found.id, "label"), message


def _reads(body: CitedBody, form: _Form) -> bool:
    return body.pattern.search(form.samples[0]) is not None


def _is_number_of(body: CitedBody, form: _Form) -> bool:
    return any(body.number(sample) for sample in form.samples)


def _own_forms(commission: Commission) -> Iterator[_Form]:
    for place, series in enumerate(commission.all_series):
        where: FieldPath = ("series", place) if commission.series else ("opinion",)
        yield from (_Form(where, series.name, form) for form in series.forms)


def _forms_of(place: int, body: CitedBody) -> Iterator[_Form]:
    for index, form in enumerate(body.printed):
        yield _Form(("cited_bodies", place, "printed", index), body.name, form)


@on_shared_file("OP146", hint="Give one of them another name.")
def name_of_two(file: ParsedFile[Any]) -> Iterable[Violation]:
    """No two series, cited bodies, kinds, menu entries, topics or programs have one name.

    Why: Readers who choose the name would not know which one they will get.
    Bad:
        # opinions/topics.yml
        fees: {title: Fees, about: What may be asked.}
        costs: {title: Fees, about: What may be billed.}
    Good:
        # opinions/topics.yml
        fees: {title: Fees, about: What may be asked.}
        costs: {title: Costs, about: What may be billed.}
    """
    for what, names in _lists_of_names(file.value):
        first: dict[str, FieldPath] = {}
        for place, name in names:
            other = first.setdefault(" ".join(name.casefold().split()), place)
            if other != place:
                yield collision(file, place, other, f"`{name}` is the name of two {what}")
    if isinstance(file.value, Commission):
        yield from _entries_of_pages(file, file.value)


def _entries_of_pages(file: ParsedFile[Any], commission: Commission) -> Iterator[Violation]:
    """Each kind with a menu entry that another page of the site has."""
    titles = {title.casefold() for title in commission.page_titles.values()}
    for kind in commission.kinds:
        title = commission.menu_title(kind)
        if title.casefold() in titles:
            location = setting_location(file, ("authorities", kind.id, "menu"))
            message = f"`{title}` is already the name of another entry in the menu"
            yield Violation(location, message, f"Give `{kind.id}` another name in its line `menu`.")


def _lists_of_names(value: object) -> Iterator[tuple[str, list[tuple[FieldPath, str]]]]:
    """The names that must differ from each other: whose they are, and where they are."""
    if isinstance(value, Topics):
        yield "topics", [((key, "title"), topic.title) for key, topic in value.root.items()]
    if isinstance(value, Programs):
        yield "programs", [((key, "title"), each.title) for key, each in value.root.items()]
    if isinstance(value, Commission):
        series = enumerate(value.series)
        bodies = enumerate(value.cited_bodies)
        yield "series", [(("series", place, "name"), each.name) for place, each in series]
        yield "bodies", [(("cited_bodies", place, "name"), each.name) for place, each in bodies]
        menu: list[tuple[FieldPath, str]] = [
            (("authorities", kind.id, "menu"), value.menu_title(kind)) for kind in value.kinds
        ]
        yield "menu entries", menu
        kinds = value.authorities.items()
        yield "kinds", [(("authorities", name, "title"), each.title) for name, each in kinds]


@on_shared_file("OP147", hint="Delete one of the two.")
def setting_twice(file: ParsedFile[Any]) -> Iterable[Violation]:
    """No list in the settings has the same words twice, and no line has two meanings.

    Why: The second one is never used; it was probably meant to be different.
    Bad:
        # standards/commission.yml
        approval_lines: ["(Approved by the Board on {date}.)", "(Approved by the Board on {date}.)"]
    Good:
        # standards/commission.yml
        approval_lines: ["(Approved by the Board on {date}.)", "Adopted {date}"]
    """
    commission = file.value
    if not isinstance(commission, Commission):
        return
    others = (_approval_lines(commission), _separate_headings(commission))
    for entries in (*_lists(file.raw.fields), *others):
        first: dict[str, FieldPath] = {}
        for place, words, meaning in entries:
            other = first.setdefault(meaning, place)
            if other != place:
                message = f"`{words}` is listed twice"
                if (earlier := value_at(file.raw.fields, other)) != words:
                    message = f"the same lines have the form `{words}` and `{earlier}`"
                yield collision(file, place, other, message)


_Entries: TypeAlias = list[tuple[FieldPath, str, str]]
"""The words of a list, where each stands, and what must differ."""


def _lists(value: Any, above: FieldPath = ()) -> Iterator[_Entries]:
    """Every list of words in the settings, except those with rules of their own."""
    if above in {("approval_lines",), ("separate_opinions",)}:
        return
    if isinstance(value, dict):
        for name, child in value.items():
            yield from _lists(child, (*above, name))
    elif isinstance(value, list):
        words = [(index, entry) for index, entry in enumerate(value) if isinstance(entry, str)]
        yield [((*above, index), entry, entry) for index, entry in words]
        for index, child in enumerate(value):
            yield from _lists(child, (*above, index))


def _approval_lines(commission: Commission) -> _Entries:
    """The forms of approval lines; two that differ only in which date counts fit the same lines."""
    lines = enumerate(commission.approval_lines)
    return [
        (("approval_lines", index), line, line.replace("{other_date}", "{date}"))
        for index, line in lines
    ]


def _separate_headings(commission: Commission) -> _Entries:
    """The headings of concurrences and dissents, which are read in any case of letters."""
    return [
        (("separate_opinions", kind, index), heading, heading.casefold())
        for kind in ("concurrence", "dissent")
        for index, heading in enumerate(getattr(commission.separate_opinions, kind))
    ]


@on_shared_file(
    "OP148",
    hint="Give one of them other words if you can. Texts must print the longer one in full.",
    level=Level.WARNING,
)
def form_ends_another(file: ParsedFile[Any]) -> Iterable[Violation]:
    """No form of a series is the end of a form of another series.

    Why: A text that leaves out the first words would cite the wrong opinion.
    """
    commission = file.value
    if not isinstance(commission, Commission) or not commission.series:
        return
    for form, longer in permutations(_own_forms(commission), 2):
        if form.place != longer.place and longer.form.endswith(f" {form.form}"):
            message = f"`{form.samples[0]}` is also the end of `{longer.samples[0]}`"
            yield collision(file, longer.place, form.place, message)
