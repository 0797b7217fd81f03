"""Copy a built site for reviewers.

The links of the copy work in an unzipped folder, and search engines do not list its pages.
"""

import argparse
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

_FOLDER_LINK = re.compile(
    r'(?:(?<= href=")|(?<= action="))((?!/)(?:[^":?#]*/)?(?:\.{1,2})?/?)(?<=[/.])(?=[?#"])'
)
"""A relative link to the folder of a page, such as `../topics/` or `..`."""

_HEAD = re.compile(r"<head\b[^>]*>")
_NOT_INDEXED = '<meta name="robots" content="noindex, nofollow">'


def main(typed: Sequence[str] | None = None) -> None:
    """Write the copy that the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("site", type=Path, help="the folder of a built site")
    parser.add_argument("copy", type=Path, help="the folder to write, which must not exist")
    arguments = parser.parse_args(typed)
    shutil.copytree(arguments.site, arguments.copy)
    for page in arguments.copy.rglob("*.html"):
        html = name_index_files(page.read_text(encoding="utf-8"))
        page.write_text(_HEAD.sub(rf"\g<0>{_NOT_INDEXED}", html, count=1), encoding="utf-8")


def name_index_files(html: str) -> str:
    """A page whose relative links to folders name the file `index.html`."""
    return _FOLDER_LINK.sub(lambda link: f"{link[1].removesuffix('/')}/index.html", html)


if __name__ == "__main__":
    main()
