"""What MkDocs asks on its way: which pages it may leave out, since they are kept.

MkDocs loads this file by itself; `extra.kept` of its settings names the staged pages.
"""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave out what is kept: others may link to it, but it is neither read nor written."""
    config.extra["pages"] = files.documentation_pages()
    for name in config.extra["kept"]:
        files.src_uris[name].inclusion = InclusionLevel.EXCLUDED
    return files


def on_template_context(
    context: dict[str, Any], *, template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Tell the site map of all pages, also of those that were left out."""
    if template_name != "sitemap.xml":
        return context
    for file in config.extra["pages"]:
        if file.inclusion.is_excluded():
            (file.page or Page(None, file, config)).read_source(config)
    return {**context, "pages": config.extra["pages"]}
