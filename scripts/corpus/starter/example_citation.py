"""The form of the authorities that a body cites, worked out from one citation."""

import re
import unicodedata
from dataclasses import dataclass, replace

from corpus.model.authority_kind import CODE, NAMED_FORMS, NUMBER
from corpus.model.commission import NAMES_OF_FIELDS_AND_PAGES
from corpus.starter.example_line import has_day
from corpus.starter.unreadable import UnreadableError

_PLACEHOLDER = re.compile("[{}]")
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

_JOINT = re.compile("[-.:](?=[0-9])")
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
    printed_parts: tuple[str, ...] = ()
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


def read_citation(typed: str) -> PrintedCitation:
    """Read a citation: `Rule 1.9(a)`, or `§ 44.405(4), Fla. Stat.` of a code."""
    match = _parts_of_citation(typed)
    as_printed = match["part"].strip()
    number = match["id"]
    parts = "".join(f"({name})" for name in re.findall(r"\w+", as_printed))
    own_forms = tuple(_FORM_OF_PART.findall(as_printed)) if parts != as_printed else ()
    label = f"{match['title'] or ''}{match['before']}{{id}}{{part}}{match['after']}"
    citation = PrintedCitation(label, NUMBER, number, parts, typed, printed_parts=own_forms)
    if match["title"] and len(_JOINT.findall(number)) < len(_PIECES):
        return _below_its_title(citation, match)
    if lettered := _LETTERED.fullmatch(number):
        letter = lettered["letter"]
        own_forms = (letter, *own_forms) if own_forms else ()
        citation = replace(citation, first_part="A", printed_parts=own_forms)
        return replace(citation, id=lettered["number"], part=letter + parts)
    if lettered := _WITH_SMALL_PART.fullmatch(number):
        return replace(citation, id=lettered["number"], part=f"({lettered['letter']}){parts}")
    numbering = _numbering(number)
    own_label = label if numbering in NAMED_FORMS else label.replace("{id}", numbering)
    return replace(citation, label=own_label, numbering=numbering)


def _below_its_title(citation: PrintedCitation, match: re.Match[str]) -> PrintedCitation:
    """The citation of a code, whose number begins with its title: `{title}-{section}`."""
    joints = [*_JOINT.findall(match["id"]), ""]
    names = _PIECES[-len(joints) :]
    form = "".join(f"{{{name}}}{joint}" for name, joint in zip(names, joints, strict=True))
    return replace(
        citation,
        label=f"{{title}}{match['before']}{form}{{part}}{match['after']}",
        numbering=f"{{title}}-{form}",
        id=f"{match['title']}-{match['id']}",
    )


def _parts_of_citation(typed: str) -> re.Match[str]:
    """The citation divided at its number; raises `UnreadableError` if it is not one citation."""
    if in_words := _IN_WORDS.search(typed):
        raise UnreadableError(
            f"`{typed}` names a part in words. Type the citation without it, as "
            f"`{typed[: in_words.start()]}`"
        )
    match = _CITED.fullmatch(typed)
    if match and not re.search("[A-Za-z]", match["before"] + match["after"]) and "§" in typed:
        raise UnreadableError(
            f"`{typed}` does not say of which law it is. Type the name of the law too, such as "
            f"`{typed}, Fla. Stat.`"
        )
    has_words = match and re.search("[A-Za-z]", match["before"] + match["after"])
    is_part_only = match and match["before"].endswith("(")
    if not match or not has_words or is_part_only or _PLACEHOLDER.search(typed):
        raise UnreadableError(
            f"`{typed}` is not a citation of one rule. Type words and a number, such as "
            "`Rule 1.9(a)`"
        )
    if has_day(typed):
        raise UnreadableError(
            f"`{typed}` is a line with a day. Type a rule that opinions cite, such as `Rule 1.9(a)`"
        )
    if _SEVERAL.search(typed):
        raise UnreadableError(
            f"`{typed}` has more than one citation. Type only one, such as `Rule 1.9(a)`, and "
            "add the other kinds to the settings later"
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
