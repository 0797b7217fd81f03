import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.markdown_mask import blank_out_code_and_links


@pytest.mark.parametrize("sign", ["`", "](", "[a](", "```\n", "~~~\n", "<https:", "](("])
def test_signs_without_a_partner_are_read_in_linear_time(sign: str) -> None:
    markdown = sign * 50_000
    assert len(blank_out_code_and_links(markdown)) == len(markdown)


@pytest.mark.parametrize(
    ("markdown", "kept"),
    [
        ("`Standard 3` and Standard 4", "             and Standard 4"),
        ("``Standard 3`` and 4", "               and 4"),
        ("[Standard 3](standards/3.md).", "[Standard 3                 ."),
        ('[one](3.md "Standard 3") and (c)', "[one                     and (c)"),
        ("[one](a_(Standard-3)) and (c)", "[one                  and (c)"),
        ("see <https://example.org/3> now", "see                         now"),
        ("https://example.org/§7A-38.2 says", "                             says"),
        ("```\nStandard 3\n```\nStandard 4", "   \n          \n   \nStandard 4"),
        ("~~~ text\nStandard `3`\n~~~\n4", "        \n            \n   \n4"),
        ("```\nStandard 3\n\nand no end", "   \n          \n\n          "),
        ("```Standard 3``` and\nStandard 4", "                 and\nStandard 4"),
        ("a ` alone, and Standard 4", "a ` alone, and Standard 4"),
        ("a (see Standard 3) b", "a (see Standard 3) b"),
    ],
)
def test_code_and_addresses_become_spaces(markdown: str, kept: str) -> None:
    assert blank_out_code_and_links(markdown) == kept


@given(st.lists(st.sampled_from([*"`[](<>~ \nx3", "```", "https://"]), max_size=30).map("".join))
def test_every_character_keeps_its_offset(markdown: str) -> None:
    kept = blank_out_code_and_links(markdown)
    assert len(kept) == len(markdown)
    assert all(new in (" ", old) for new, old in zip(kept, markdown, strict=True))
