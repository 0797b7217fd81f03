"""The files published beside the pages: data, citations, feeds and redirects."""
