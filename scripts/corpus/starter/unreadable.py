"""The exception for an answer about a body that cannot be used."""


class UnreadableError(ValueError):
    """An answer that cannot be used. The message says in one sentence what to type."""
