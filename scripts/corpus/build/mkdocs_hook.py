"""A hook that MkDocs loads: it builds only the pages that a JSON file lists.

Other pages are built by another process, and all other files are linked into the site as they are.
`extra.pages` of the settings is the path of the JSON file.
"""

import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Exclude all files but the listed pages; links to them still work."""
    pages = frozenset(json.loads(Path(config.extra["pages"]).read_text(encoding="utf-8")))
    for file in files:
        if file.src_uri not in pages:
            file.inclusion = InclusionLevel.EXCLUDED
    return files
