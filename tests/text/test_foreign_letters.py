"""Characters that can look like Latin letters."""

import pytest

from corpus.text.foreign_letters import foreign_words


@pytest.mark.parametrize(
    ("text", "character"),
    [
        ("th\u0435", "\u0435"),
        ("th℮", "℮"),
        ("F℮es", "℮"),
        ("m⍺y", "⍺"),
        ("Ⓐ", "Ⓐ"),
        ("Word™ and № 5", ""),
        ("20 °C, © 2003, ½ of it¹", ""),
        ("☐ Yes ☐ No", ""),
        ("naïve", ""),
    ],
)
def test_a_sign_that_can_be_taken_for_a_letter_is_found_and_usual_signs_are_not(
    text: str, character: str
) -> None:
    assert "".join(found for _, _, found in foreign_words(text)) == character
