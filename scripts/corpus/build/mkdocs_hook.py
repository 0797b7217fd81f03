"""What MkDocs asks on its way: what it may leave out, since others see to it.

MkDocs loads this file by itself; `extra.kept` of its settings is a file that names the staged
pages that are kept. Files that are no pages are put in the site by `engine`.
"""

import json
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page

_MODIFIED = re.compile(r"^modified: \"?([^\"\n]*)", re.MULTILINE)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave out what is kept and what is no page: others may link to it, but it is not written."""
    kept = frozenset(json.loads(Path(config.extra["kept"]).read_text(encoding="utf-8")))
    config.extra["pages"] = files.documentation_pages()
    for file in files:
        is_staged = file.src_dir == config.docs_dir
        if file.src_uri in kept or (is_staged and not file.is_documentation_page()):
            file.inclusion = InclusionLevel.EXCLUDED
    return files


def on_template_context(
    context: dict[str, Any], *, template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Tell the site map of all pages, also of those that were left out."""
    if template_name != "sitemap.xml":
        return context
    for file in config.extra["pages"] if config.site_url else ():
        if file.inclusion.is_excluded():
            page = file.page or Page(None, file, config)
            front, _, _ = file.content_string.partition("\n---\n")
            found = _MODIFIED.search(front)
            page.meta = {"modified": found[1]} if found else {}
    return {**context, "pages": config.extra["pages"]}
