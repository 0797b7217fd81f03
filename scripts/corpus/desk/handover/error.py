"""Why nothing was handed over."""


class HandoverError(Exception):
    """Nothing was handed over; the message says why, and what to do instead."""

    def __init__(self, message: str, reason: str = "") -> None:
        """`reason` has the words of git, for the person who looks after the files."""
        super().__init__(message)
        self.reason = reason
