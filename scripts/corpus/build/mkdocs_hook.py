"""A hook that MkDocs loads: it leaves out files that the build takes from elsewhere.

`extra.cached` of the settings is the path of a JSON file with the paths of the cached pages.
"""

import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Exclude cached pages and all staged files that are not pages; links to them still work."""
    cached = frozenset(json.loads(Path(config.extra["cached"]).read_text(encoding="utf-8")))
    for file in files:
        is_staged = file.src_dir == config.docs_dir
        if file.src_uri in cached or (is_staged and not file.is_documentation_page()):
            file.inclusion = InclusionLevel.EXCLUDED
    return files
