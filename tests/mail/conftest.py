"""A mail server, and an outbox with mails in it."""

from collections.abc import Iterator

import pytest

from tests.mail.servers import Mailbox, Server


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def server(mailbox: Mailbox) -> Iterator[Server]:
    """A server that speaks in the clear."""
    server = Server(mailbox)
    server.start()
    yield server
    server.stop()
