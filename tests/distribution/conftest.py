"""Published minutes, a mail server, and the jobs that tell of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from sqlmodel import Session

from minutes.distribution import jobs
from minutes.reminders import jobs as reminders
from minutes.settings import Settings
from tests.builders import Builder
from tests.mail.servers import Mailbox, Server
from tests.publication.world import World


@dataclass
class Distributing(World):
    """A body that publishes, and a real mail server to which the jobs send."""

    settings: Settings | None = None
    mailbox: Mailbox | None = None

    def tell(self) -> list[str]:
        """Run both jobs; whom the mails of this time went to."""
        assert self.settings is not None
        assert self.mailbox is not None
        before = len(self.mailbox.mails)
        self.session.commit()
        jobs.tell(self.session, self.settings)
        reminders.send(self.session, self.settings)
        return sorted(self.mailbox.to()[before:])

    def body_of(self, address: str) -> str:
        """The text of the last mail to the address."""
        assert self.mailbox is not None
        mail = next(m for m in reversed(self.mailbox.mails) if m["X-Delivered-To"] == address)
        return str(mail.get_body(("plain",)).get_content()).replace("\r\n", "\n")


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server(Mailbox())
    server.start()
    yield server
    server.stop()


@pytest.fixture
def mailing(settings: Settings, server: Server) -> Settings:
    """The settings of an installation that sends to the server."""
    return replace(settings, smtp_url=server.url(), mail_from="Minutes <minutes@example.se>")


@pytest.fixture
def world(session: Session, build: Builder, mailing: Settings, server: Server) -> Distributing:
    world = Distributing(session, build)
    world.settings, world.mailbox = mailing, server.mailbox
    # What the world of justering has already put into the outbox is none of ours.
    reminders.send(session, mailing)
    server.mailbox.mails.clear()
    return world
