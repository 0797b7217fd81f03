"""The error that says why a record cannot be saved or sealed."""


class NotFinishedError(Exception):
    """The work cannot be saved or sealed as it is; the message says why, in a sentence."""
