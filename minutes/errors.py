"""The errors that the program raises on purpose; their text is for the user, in Swedish.

It is a marked text, so that a page can say it in the language of who reads it.
"""

from minutes.texts import Text


class MinutesError(Exception):
    """What went wrong and what to do about it, in one or two Swedish sentences."""

    status = 400

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message if isinstance(message, Text) else Text(message)


class NotFound(MinutesError):
    """There is no such thing, or the asker may not know that there is."""

    status = 404


class NotAllowed(MinutesError):
    """The asker lacks the permission that the act needs."""

    status = 403


class StepNotAllowed(MinutesError):
    """The thing is in a state from which this step leads nowhere."""

    status = 409


class Refused(MinutesError):
    """The input cannot be taken as it is."""

    status = 422
