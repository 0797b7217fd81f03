"""Words of a document, quoted in a report."""

from corpus.parsing.damage import LOST


def code_span(text: str) -> str:
    """Text as Markdown code, in which it can mention nobody and make no link.

    What cannot be shown becomes the sign of a lost character.
    """
    one_line = " ".join(text.split()).replace("`", "’")
    return f"`{''.join(sign if sign.isprintable() else LOST for sign in one_line)}`"


def first_words(text: str, count: int = 10) -> str:
    """The first words of a text, enough to recognize it: `Dear Ms. Doe: …`."""
    words = text.split()
    return " ".join([*words[:count], *(["…"] if len(words) > count else [])])
