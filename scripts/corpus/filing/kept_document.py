"""The copy of a document in the collection, under a name that no other document has."""

import re
from pathlib import Path, PurePosixPath

from corpus.build.atomic import KeptFile, write_under_free_name
from corpus.paths import CorpusPaths

_LONGEST_NAME = 120
"""The most bytes of a file name without its ending; one made unlike another may have more."""


def keep_document(document: Path, stem: str, sha256: str, paths: CorpusPaths) -> KeptFile | None:
    """Copy a document to `opinions/sources/` under this name, or with a part of its hash after it.

    Another document of that name stays; None if both names are taken.
    """
    ending = document.suffix.lower()
    names = (f"{stem}{ending}", f"{stem}-{sha256[:8]}{ending}")
    files = (paths.opinions / "sources" / name for name in names)
    return write_under_free_name(files, document.read_bytes())


def name_to_keep(name: str) -> str:
    """The name of a document in letters, digits and hyphens, without its ending."""
    words = re.sub(r"[^\w.]+", "-", PurePosixPath(name).stem)
    short = words.encode()[:_LONGEST_NAME].decode(errors="ignore")
    return short.strip("-.") or "document"
