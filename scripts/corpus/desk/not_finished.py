"""What keeps work from being finished."""


class NotFinishedError(Exception):
    """The work cannot be saved or sealed as it is; the message says why, in a sentence."""
