"""The rules of the collection, and everything that runs and reports them."""

from corpus.checks import rules  # noqa: F401 - registers every rule
