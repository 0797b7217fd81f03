"""Drafts and their documents become files of the collection."""
