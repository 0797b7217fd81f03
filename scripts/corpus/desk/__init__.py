"""The desk: a browser page where a document becomes a finished record."""
