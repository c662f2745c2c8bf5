"""A world with action items, and a mail server."""

from tests.mail.conftest import mailbox, server
from tests.reminders.world import world

__all__ = ["mailbox", "server", "world"]
