"""Markdown with everything but prose masked, so that citations can be read in any file."""

import re

_NOT_PROSE = re.compile(
    r"""
      ^[ ]{0,3} (?P<fence> (?> `{3,} | ~{3,} ) ) [^`\n]*+ $                 # ```
        (?: \n (?! [ ]{0,3} (?P=fence) ) .*+ )*+ (?: \n [ ]{0,3} (?P=fence) .*+ )?
    | (?<!`) `++ [^`\n]*+ `++                                               # `code`
    | \]\( (?: [^()\n] | \([^()\n]*+\) )*+ \)                               # ](target)
    | <https?: [^<>\s]*+ >                                                  # <https://…>
    | <!-- (?: [^-] | -(?!->) ){0,5000}+ -->                                # <!-- comment -->
    | \bhttps?://\S+
    """,
    re.MULTILINE | re.VERBOSE,
)
"""Possessive quantifiers keep this fast for thousands of opening signs without a closing one."""


def blank_out_code_and_links(markdown: str) -> str:
    """The Markdown with spaces for code, comments, addresses and link targets; offsets stay."""
    return _NOT_PROSE.sub(lambda match: re.sub(r"\S", " ", match[0]), markdown)
