"""Reword remarks of an intake that mention files, because the desk shows none."""

import re

from corpus.intake.remarks import RemarkKind

_COPY = "in a copy of the document, and drop that copy in"
_SAID = {
    RemarkKind.MORE_OPINIONS: (
        "This document may hold more than one opinion: one line here consists only of the name of "
        "an opinion. If an opinion begins there, write that line like the headings of other "
        f"opinions {_COPY}."
    ),
    RemarkKind.SAME_HEADING: (
        "This heading is here too, above another text with a date of approval, which is not on "
        f"the desk. If it is another opinion, correct its number {_COPY}. If it is not, leave it "
        "out."
    ),
    RemarkKind.SECOND_APPROVAL: (
        "An approval line is in the middle of the text. If another opinion begins above it, "
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
_ONLY_PICTURES = (
    "This PDF has no words that can be read; its pages may be pictures. "
    "Send a file whose words can be selected, or install Tesseract, which reads pictures."
)
_NO_TEXT = (
    "There is no text in this file. If it has pictures of words, save it as a PDF and drop that in."
)
_WORDS_OF_PROGRAMS = (
    (re.compile(r"is damaged(?: \(.*?\)|: \S+ cannot be read)\. "), "is damaged. "),
    (
        re.compile(r"\S+ in it declares entities, which Word never does"),
        "It has parts that Word never writes",
    ),
)


def in_desk_words(sentence: str) -> str:
    """A sentence about a document, as the desk says it."""
    for kind, said in _SAID.items():
        if sentence.startswith(kind.value):
            return said + sentence.removeprefix(kind.value)
    return sentence


def refused_in_desk_words(sentence: str) -> str:
    """Why a document was refused, without names of files in it and without commands."""
    if "OCR=yes" in sentence:
        return _ONLY_PICTURES if "--ocr" in sentence else _NO_TEXT
    for pattern, words in _WORDS_OF_PROGRAMS:
        sentence = pattern.sub(words, sentence)
    return sentence
