"""The desk: a page in the browser in which a document becomes a finished record."""
