"""Forms for the settings, worked out from what a body prints: a number, a citation."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from corpus.model.authority_kind import CODE, NAMED_FORMS, NUMBER
from corpus.model.commission import NAMES_OF_FIELDS_AND_PAGES
from corpus.model.opinion_id import OpinionId
from corpus.model.series import write_number
from corpus.starter.printed_lines import UnreadableError, has_day

_YEAR = re.compile("(?:19|20)[0-9]{2}")
_WORDS_OF_NUMBER = re.compile("^[A-Za-z]|[A-Za-z]{2}")
"""Letters that are not only at the end of a number, as in `5A`."""
_PLURAL = re.compile("(?<=[^s])s$")
"""The ending of `Advisory Opinions`."""
_PLACEHOLDER = re.compile("[{}]")
_ROMAN = re.compile(r"\b[IVXLC]+\b")
_APPENDED_LETTER = re.compile(r"[0-9][-/. ][A-Za-z]$")
"""An ending that a form would put after every number: `2024/7-C`."""
_LAST_CENTURY = 70
"""Two digits from here on are a year rather than a number: `98`."""
_MOST_DIGITS = 6
"""A longer number is not the number of an opinion."""
_IN_WORDS = re.compile(r",?\s*(?:subd|subsec|subdivision|subsection|para|paragraph|clause|cl)\b")
"""A part that is named in words, which would be fixed in the label: `, subd. 1`."""
_SEVERAL = re.compile(r"[0-9][^ ]*(?:;| and | or )")
_PIECE_IN_CAPITALS = "[0-9]+[A-Z]{0,2}(?!-?[a-z]{1,2}(?![a-z]))(?![a-z])"
_PIECE_IN_SMALL_LETTERS = "[0-9]+(?:-[a-z]{1,2}|[a-z]{0,2})(?![A-Za-z])"
_CITED = re.compile(
    r"(?P<title>[0-9]+(?= ))?(?P<before>.*?)"
    rf"(?P<id>{_PIECE_IN_CAPITALS}(?:[-.:]{_PIECE_IN_CAPITALS})*"
    rf"|{_PIECE_IN_SMALL_LETTERS}(?:[-.:]{_PIECE_IN_SMALL_LETTERS})*)"
    r"(?P<part>(?:(?: (?=\())?(?:\(\w{1,5}\)|\[\w{1,5}\])+"
    r"(?:(?<=\))\w{1,2}(?!\w)\.?(?:\w{1,2}\.)*)?)?)"
    r"(?P<after>[^0-9]*)"
)
"""A citation: words, a number with its parts, maybe after a space, and perhaps more words."""
_FORM_OF_PART = re.compile(r"\(\w+\)|\[\w+\]|\w+\.?")
"""One part as it is printed: `(a)`, `[a]`, `1.`."""

_PIECES = ("chapter", "section")
"""The names of the pieces of a number after its title."""
_SHORT_NUMBER = re.compile("[0-9]{1,2}")
"""The number of an authority that has no chapters, and that `number` reads."""
_WITHOUT_CHAPTER = re.compile("[0-9]+(?:[A-Z]{0,2}|[a-z]{0,2}|-[a-z]{1,2})")
"""A longer one, which only a form reads: `212`, `268A`, `805-a`."""
_LETTERED = re.compile("(?P<number>[0-9]{1,2})(?P<letter>[A-Z])")
"""Such a number whose first part is a capital: `3B`."""
_WITH_SMALL_PART = re.compile("(?P<number>[0-9]{1,2})(?P<letter>[a-z])")
"""Such a number whose first part is `b`: `8b`, which is `8(b)`."""


@dataclass(frozen=True, slots=True)
class NumberForm:
    """The number of an opinion as a body prints it."""

    form: str
    """`Advisory Opinion {year}-{number:02}`."""
    number: int
    letter: str
    year: int | None
    """None if the number has no year."""
    other: "NumberForm | None" = None
    """The number if the other digits are the year, where that is possible: `12-98`."""

    @property
    def as_typed(self) -> str:
        """The number in its form: `CEO 20-3`."""
        return write_number(self.form, OpinionId(self.year or 0, self.number, self.letter))

    @property
    def acronym(self) -> str:
        """Its adjacent capitals, without periods: `EC` of `EC-98-5`, or nothing."""
        match = re.search(r"(?<!\w)(?:[A-Z]\.?){2,}(?!\w)", re.sub("{.*?}", " ", self.form))
        return match[0].replace(".", "") if match else ""


@dataclass(frozen=True, slots=True)
class PrintedCitation:
    """An authority as opinions cite it."""

    label: str
    """`Rule {id}{part}`, `§ {id}{part}, Fla. Stat.`, `{title} U.S.C. § {section}{part}`"""
    numbering: str
    """`number`, `code`, or a form such as `{title}-{section}`."""
    id: str
    part: str
    printed: str
    """The citation as it was typed."""
    first_part: str = "(a)"
    """`A` if the first part is a capital without parentheses, as in `3B(5)`."""
    parts: tuple[str, ...] = ()
    """Its parts as they are printed, if some are not in parentheses: `(2)`, `(b)`, `1.`"""

    @property
    def kind(self) -> str:
        """The name of its kind: `rule`, or for a code `statute` or `regulation`."""
        if re.search(r"C\.? ?F\.? ?R|Reg|Admin", self.label):
            return "regulation"
        before = self.label.partition("{")[0].strip()
        if re.search(r"(?<![A-Za-z])R\.$", before):
            return "rule"
        is_code = "§" in self.label or before.endswith(".") or not before
        words = re.findall("[A-Za-z]+", _without_accents(before))
        name = words[-1].lower() if words and not is_code else "statute"
        plural = name if name.endswith("s") else f"{name}s"
        return "rule" if plural in NAMES_OF_FIELDS_AND_PAGES else name

    @property
    def has_small_letters(self) -> bool:
        """Whether its number has a lowercase letter: `1-84b`."""
        return self.id != self.id.upper()

    @property
    def words(self) -> str:
        """The words beside the number: `Rule`, or `U.S.C.` or `Fla. Stat.` of a code."""
        words = re.sub(r"{\w+}|[.:-]{\w+}", "", self.label)
        return " ".join(words.split()).strip(" §,")

    @property
    def title(self) -> str:
        """A name for all of its kind: `Florida Statutes` if that follows a comma, or its words."""
        _, comma, after = self.label.rpartition("{part}")[2].partition(",")
        return after.strip() if comma else self.words

    @property
    def fixed_number(self) -> str:
        """What counts in the label but is the same in all: `Article II,`; empty if nothing does."""
        match = re.match(r"[^{]*(?<![.\w])(?:[0-9]+|[IVXLC]+)(?![.\w])", self.label)
        return match[0] if match else ""

    @property
    def has_words_after_only(self) -> bool:
        """Whether nothing but a section sign precedes the number."""
        return not self.label.partition("{")[0].strip(" §") and "{title}" not in self.label


def printed_number(typed: str) -> NumberForm:
    """Read the number of an opinion, such as `MEAC 2019-003` or `Opinion 700`."""
    tokens = list(re.finditer("[0-9]+", typed))
    first, second = (*_possible_years(tokens), None, None)[:2]
    is_clear = second is None or first is None or first[0] == second[0]
    other = None if is_clear else _printed_number(typed, tokens, second)
    return replace(_printed_number(typed, tokens, first), other=other)


def _possible_years(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """The digits that may be the year, the most probable first."""
    if len(tokens) == 1:
        return []
    whole = [token for token in tokens if _YEAR.fullmatch(token[0])]
    this_year = datetime.now(UTC).year
    short = [token for token in tokens if len(token[0]) == len("98")]
    possible = [token for token in short if _full_year(token[0]) <= this_year] or short
    return whole[:1] or sorted(possible, key=lambda token: int(token[0]) < _LAST_CENTURY)


def _printed_number(
    typed: str, tokens: list[re.Match[str]], year: re.Match[str] | None
) -> NumberForm:
    """The number if these digits, or none, are its year."""
    numbers = [token for token in tokens if token is not year]
    is_short = all(len(token[0]) <= _MOST_DIGITS for token in numbers)
    is_one = (
        len(numbers) == 1 and is_short and int(numbers[0][0]) and _WORDS_OF_NUMBER.search(typed)
    )
    if typed and not re.search("[A-Za-z]", typed):
        raise UnreadableError(
            f"`{typed}` has no words, and a text cannot be searched for bare numbers. Type it with "
            f"the words before it in texts, such as Opinion {typed}"
        )
    if not is_one or _PLACEHOLDER.search(typed):
        raise UnreadableError(
            f"`{typed}` is not the number of one opinion. Type one with its words, as printed, "
            "and with at most a year besides its number, such as Advisory Opinion 2024-05"
        )
    (number,) = numbers
    _refuse_unlike_others(typed, number)
    letter = re.match("[A-Z](?![A-Za-z])", typed[number.end() :])
    blanks = {number.start(): ("{number" + _width(number[0]) + "}", number.end())}
    if letter:
        blanks[number.start()] = (blanks[number.start()][0] + "{letter}", number.end() + 1)
    if year:
        blanks[year.start()] = ("{year}" if _YEAR.fullmatch(year[0]) else "{yy}", year.end())
    return NumberForm(
        _with_blanks(typed, blanks),
        int(number[0]),
        letter[0] if letter else "",
        _full_year(year[0]) if year else None,
    )


def _refuse_unlike_others(typed: str, number: re.Match[str]) -> None:
    """Raise `UnreadableError` if no form made from this number would find other numbers."""
    if _YEAR.fullmatch(number[0]) and _ROMAN.search(typed):
        raise UnreadableError(
            f"`{typed}` has a year, and its number is in Roman letters. Type one with its number "
            "in digits, such as Letter 7 of 2024"
        )
    if glued := re.search("[A-Za-z](?=(?:19|20)[0-9]{2}(?![0-9])|[0-9]{2}[-/.][0-9])", typed):
        apart = f"{typed[: glued.end()]} {typed[glued.end() :]}"
        raise UnreadableError(
            f"`{typed}` has a year right after a letter; numbers in that form cannot be found in "
            f"texts. Type `{apart}`"
        )
    if _APPENDED_LETTER.search(typed):
        raise UnreadableError(
            f"`{typed}` ends with a letter that other numbers do not have. Type one without it, "
            "such as Opinion 2014-30"
        )


def printed_name(typed: str) -> str:
    """Read what one opinion is called, such as `Advisory Opinion`."""
    if re.search(r"[0-9]\S*$", typed):
        raise UnreadableError(
            f"`{typed}` ends with a number. Type the name without it, such as Advisory Opinion"
        )
    if _PLURAL.search(typed):
        raise UnreadableError(
            f"`{typed}` is the name of several. Type the name of one, such as "
            f"{_PLURAL.sub('', typed)}"
        )
    return typed


def printed_citation(typed: str) -> PrintedCitation:
    """Read a citation: `Rule 1.9(a)`, or `§ 44.405(4), Fla. Stat.` of a code."""
    match = _parts_of_citation(typed)
    before, number, after = match["before"], match["id"], match["after"]
    printed_parts = match["part"].strip()
    forms = tuple(_FORM_OF_PART.findall(printed_parts))
    parts = "".join(f"({name})" for name in re.findall(r"\w+", printed_parts))
    own_forms = forms if parts != printed_parts else ()
    title, pieces = match["title"], re.split("[-.:](?=[0-9])", number)
    if title and len(pieces) <= len(_PIECES):
        joints = [*re.findall("[-.:](?=[0-9])", number), ""]
        names = _PIECES[-len(pieces) :]
        form = "".join(f"{{{name}}}{joint}" for name, joint in zip(names, joints, strict=True))
        label, numbering = f"{{title}}{before}{form}{{part}}{after}", f"{{title}}-{form}"
        return PrintedCitation(label, numbering, f"{title}-{number}", parts, typed, parts=own_forms)
    label = f"{title or ''}{before}{{id}}{{part}}{after}"
    if lettered := _LETTERED.fullmatch(number):
        part = lettered["letter"] + parts
        own_forms = (lettered["letter"], *own_forms) if own_forms else ()
        return PrintedCitation(label, NUMBER, lettered["number"], part, typed, "A", own_forms)
    if lettered := _WITH_SMALL_PART.fullmatch(number):
        number, parts = lettered["number"], f"({lettered['letter']}){parts}"
    numbering = _numbering(number)
    label = label if numbering in NAMED_FORMS else label.replace("{id}", numbering)
    return PrintedCitation(label, numbering, number, parts, typed, parts=own_forms)


def _parts_of_citation(typed: str) -> re.Match[str]:
    """The citation divided at its number; raises `UnreadableError` if it is not one citation."""
    if in_words := _IN_WORDS.search(typed):
        raise UnreadableError(
            f"`{typed}` names a part in words. Type the citation without it, as "
            f"{typed[: in_words.start()]}"
        )
    match = _CITED.fullmatch(typed)
    if match and not re.search("[A-Za-z]", match["before"] + match["after"]) and "§" in typed:
        raise UnreadableError(
            f"`{typed}` does not say of which law it is. Type the name of the law too, such as "
            f"{typed}, Fla. Stat"
        )
    has_words = match and re.search("[A-Za-z]", match["before"] + match["after"])
    is_part_only = match and match["before"].endswith("(")
    if not match or not has_words or is_part_only or _PLACEHOLDER.search(typed):
        raise UnreadableError(
            f"`{typed}` is not a citation of one rule. Type words and a number, such as Rule 1.9(a)"
        )
    if has_day(typed):
        raise UnreadableError(
            f"`{typed}` is a line with a day. Type a rule that opinions cite, such as Rule 1.9(a)"
        )
    if _SEVERAL.search(typed):
        raise UnreadableError(
            f"`{typed}` has more than one citation. Type only one, such as Rule 1.9(a), and add "
            "the other kinds to the settings later"
        )
    return match


def _numbering(number: str) -> str:
    """How numbers like this one are read: `number` reads two digits, `code` needs a chapter."""
    if _SHORT_NUMBER.fullmatch(number):
        return NUMBER
    return "{section}" if _WITHOUT_CHAPTER.fullmatch(number) else CODE


def _without_accents(words: str) -> str:
    """`Regle` for `Règle`."""
    letters = unicodedata.normalize("NFKD", words)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _width(digits: str) -> str:
    """What a blank says of the width of a number that begins with a zero."""
    return f":0{len(digits)}" if digits.startswith("0") else ""


def _full_year(digits: str) -> int:
    if len(digits) > len("98"):
        return int(digits)
    return datetime.strptime(digits, "%y").year  # noqa: DTZ007 - a year


def _with_blanks(typed: str, blanks: dict[int, tuple[str, int]]) -> str:
    """The text with blanks in the place of what begins at these offsets."""
    form, done = "", 0
    for start, (blank, end) in sorted(blanks.items()):
        form, done = form + typed[done:start] + blank, end
    return form + typed[done:]
