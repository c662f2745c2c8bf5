"""How a command ends that did not do all it was asked for."""

from minutes.errors import MinutesError


class Failed(MinutesError):
    """The command did not do all that it was asked for; the message is one Swedish line."""
