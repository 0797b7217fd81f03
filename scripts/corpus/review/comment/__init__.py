"""The comment on a pull request, as Markdown."""
