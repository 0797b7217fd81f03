"""The exceptions for work that the desk cannot save, seal or hand over."""


class NotFinishedError(Exception):
    """The work cannot be saved or sealed as it is; the message says why, in a sentence."""


class HandoverError(Exception):
    """Nothing was handed over; the message says why, and what to do instead."""

    def __init__(self, message: str, reason: str = "") -> None:
        """`reason` has the words of git, for the person who looks after the files."""
        super().__init__(message)
        self.reason = reason
