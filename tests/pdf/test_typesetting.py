"""The fonts have every sign that is said to be printable, and what is kept is what is made."""

from pathlib import Path

import pytest

from corpus.pdf.files import pdf_files
from corpus.pdf.typesetting import TypesettingError, template_data, typeset, typesetting_key
from corpus.text.printable import PRINTABLE
from factories import index_of, read_corpus, record_text


def test_every_printable_sign_is_in_a_font(tmp_path: Path) -> None:
    """Typst refuses a file with a sign that no font has."""
    signs = [sign for sign in PRINTABLE if not sign.isascii() and not sign.isspace()]
    rows = (" ".join(signs[start : start + 100]) for start in range(0, len(signs), 100))
    body = "\n# Opinion Number 05 (2003)\n\n" + "".join(f"It may: {row}\n\n" for row in rows)
    corpus = read_corpus(tmp_path, {"opinions/2003/05.md": record_text(body=body)})
    *_, file = pdf_files(index_of(corpus))
    data = file.data()
    assert "[U+" not in data
    assert typeset(file.template, data).startswith(b"%PDF-1.7")


def test_a_sign_that_no_font_has_is_printed_as_its_number() -> None:
    assert template_data({"title": "A 😀"}) == '{"title": "A [U+1F600]"}'


def test_what_cannot_be_printed_is_refused_with_a_reason() -> None:
    with pytest.raises(TypesettingError, match="dictionary does not contain key"):
        typeset("opinion.typ", "{}")


def test_a_file_is_kept_by_all_that_it_is_made_from() -> None:
    keys = {typesetting_key(*made) for made in (("a", "b"), ("a", "c"), ("c", "b"), ("a", "b"))}
    assert len(keys) == 3
