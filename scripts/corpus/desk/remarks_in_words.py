"""What an intake says of a document, in the words of the desk, where it speaks of files."""

from corpus.intake.remarks import RemarkKind

_COPY = "in a copy of the document, and drop that copy in"
_SAID = {
    RemarkKind.MORE_OPINIONS: (
        "This document may hold more than one opinion: one line here consists only of the name of "
        "an opinion. If an opinion begins there, write that line like the headings of other "
        f"opinions {_COPY}."
    ),
    RemarkKind.SAME_HEADING: (
        "This heading stands here too, above another text with a day of approval, which is not on "
        f"the desk. If it is another opinion, correct its number {_COPY}. If it is not, leave it "
        "out."
    ),
    RemarkKind.SECOND_APPROVAL: (
        "An approval line stands in the middle of the text. If another opinion begins above it, "
        f"correct its heading line {_COPY}."
    ),
    RemarkKind.UNDERLINED: (
        "An underlined or italic line may be a heading, and it is a paragraph here. If it is one, "
        "choose “Correct words”, then the line, and tick “This line is a heading”."
    ),
    RemarkKind.PERHAPS_HEADING: (
        "This line became a heading because of the space around it, and it may be a sentence. If "
        "it is one, choose “Correct words”, then the line, and clear “This line is a heading”."
    ),
    RemarkKind.SCANNED_PAGE: (
        "A page is only a picture, so its words are missing. Send a file whose words can be "
        "selected, or ask the person who looks after the files."
    ),
}


def in_desk_words(sentence: str) -> str:
    """A sentence about a document, as the desk says it."""
    for kind, said in _SAID.items():
        if sentence.startswith(kind.value):
            return said + sentence.removeprefix(kind.value)
    return sentence
