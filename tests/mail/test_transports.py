"""Mails go to a real server, in the clear and encrypted, or become files."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from urllib.parse import quote

import pytest

from minutes.mail.letters import AddressUnusable, Letter, envelope, message_id
from minutes.mail.server_addresses import MailSettingsError
from minutes.mail.transports import (
    FileTransport,
    MailRefused,
    ServerUnavailable,
    SmtpTransport,
    server_of,
    transport_of,
)
from tests.mail.servers import PASSWORD, USER, Mailbox, Server

AT = datetime(2026, 12, 1, 6, 0, tzinfo=UTC)
LETTER = Letter("1 åtgärd", "Hej, å ä ö.\n", "<p>Hej, å ä ö.</p>", {"List-Unsubscribe": "<x>"})
SENDER = "Minutes <minutes@example.se>"


def mail_to(address: str, key: str = "a") -> EmailMessage:
    return envelope(
        LETTER,
        sender=SENDER,
        name="Åsa Ek",
        address=address,
        message_id=f"<{key}@example.se>",
        at=AT,
    )


@pytest.fixture
def secure(tmp_path: Path, mailbox: Mailbox) -> Iterator[Callable[[str], Server]]:
    """Start a server that demands encryption and login."""
    started = []

    def start(security: str) -> Server:
        server = Server(mailbox, security, tmp_path)
        server.start()
        started.append(server)
        return server

    yield start
    for server in started:
        server.stop()


def login(password: str = PASSWORD) -> str:
    return f"{USER}:{quote(password, safe='')}@"


def test_a_mail_arrives_as_it_was_written(server: Server, mailbox: Mailbox) -> None:
    with SmtpTransport(server_of(server.url())) as transport:
        transport.send(mail_to("asa@example.se"), "asa@example.se")
    (mail,) = mailbox.mails
    assert mail["Subject"] == "1 åtgärd"
    assert mail["To"] == "Åsa Ek <asa@example.se>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["List-Unsubscribe"] == "<x>"
    assert mail["Message-ID"] == "<a@example.se>"
    assert mail.get_body(("plain",)).get_content().splitlines() == ["Hej, å ä ö."]
    assert mail.get_body(("html",)).get_content().splitlines() == ["<p>Hej, å ä ö.</p>"]


def test_many_mails_go_over_one_connection(server: Server, mailbox: Mailbox) -> None:
    with SmtpTransport(server_of(server.url())) as transport:
        for number in range(5):
            transport.send(mail_to("asa@example.se", str(number)), "asa@example.se")
    assert (len(mailbox.mails), mailbox.connections) == (5, 1)


@pytest.mark.parametrize("security", ["smtp+starttls", "smtps"])
def test_mail_is_encrypted_and_we_log_in(
    secure: Callable[[str], Server], mailbox: Mailbox, security: str
) -> None:
    server = secure(security)
    url = server.url(login(), f"?authorities={server.certificate}")
    with SmtpTransport(server_of(url)) as transport:
        transport.send(mail_to("asa@example.se"), "asa@example.se")
    assert len(mailbox.mails) == 1
    assert mailbox.users == [USER]
    if security == "smtp+starttls":
        assert mailbox.encrypted


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(
    secure: Callable[[str], Server], mailbox: Mailbox
) -> None:
    server = secure("smtp+starttls")
    transport = SmtpTransport(server_of(server.url(login())))
    with pytest.raises(ServerUnavailable, match="Krypteringen"):
        transport.send(mail_to("asa@example.se"), "asa@example.se")
    assert (mailbox.mails, mailbox.users) == ([], [])


def test_a_wrong_password_is_told(secure: Callable[[str], Server]) -> None:
    server = secure("smtp+starttls")
    url = server.url(login("fel"), f"?authorities={server.certificate}")
    with pytest.raises(ServerUnavailable, match="lösenordet i MINUTES_SMTP_URL"):
        SmtpTransport(server_of(url)).send(mail_to("asa@example.se"), "asa@example.se")


def test_encryption_that_the_server_does_not_offer_is_missed(server: Server) -> None:
    url = server.url().replace("smtp://", "smtp+starttls://")
    with pytest.raises(ServerUnavailable, match="erbjuder inte"):
        SmtpTransport(server_of(url)).send(mail_to("asa@example.se"), "asa@example.se")


@pytest.mark.parametrize("answer,permanent", [("550 No such user", True), ("450 Later", False)])
def test_a_refusal_is_for_good_or_for_now(
    server: Server, mailbox: Mailbox, answer: str, permanent: bool
) -> None:
    mailbox.answers["asa@example.se"] = [answer]
    with SmtpTransport(server_of(server.url())) as transport:
        with pytest.raises(MailRefused, match=answer) as refusal:
            transport.send(mail_to("asa@example.se"), "asa@example.se")
        transport.send(mail_to("bo@example.se"), "bo@example.se")
    assert refusal.value.permanent is permanent
    assert (mailbox.to(), mailbox.connections) == (["bo@example.se"], 1)


def test_a_mail_that_is_refused_after_its_text_is_refused_too(
    server: Server, mailbox: Mailbox
) -> None:
    mailbox.after_data = "554 Spam"
    with (
        SmtpTransport(server_of(server.url())) as transport,
        pytest.raises(MailRefused, match="554 Spam"),
    ):
        transport.send(mail_to("asa@example.se"), "asa@example.se")


def test_after_a_dropped_connection_a_new_one_is_opened(server: Server, mailbox: Mailbox) -> None:
    mailbox.drops = 1
    with SmtpTransport(server_of(server.url())) as transport:
        with pytest.raises(ServerUnavailable, match="Förbindelsen bröts"):
            transport.send(mail_to("asa@example.se"), "asa@example.se")
        transport.send(mail_to("asa@example.se"), "asa@example.se")
    assert (len(mailbox.mails), mailbox.connections) == (1, 2)


def test_a_server_that_hangs_is_not_waited_for_longer_than_is_set(
    server: Server, mailbox: Mailbox
) -> None:
    mailbox.hangs = 1
    with (
        SmtpTransport(server_of(server.url(options="?timeout=0.3"))) as transport,
        pytest.raises(ServerUnavailable, match="inte i tid"),
    ):
        transport.send(mail_to("asa@example.se"), "asa@example.se")


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(ServerUnavailable, match="går inte att nå"):
        SmtpTransport(server_of("smtp://127.0.0.1:9")).send(mail_to("a@example.se"), "a@example.se")


@pytest.mark.parametrize(
    "url",
    [
        "mail.example.se",
        "http://mail.example.se",
        "smtp://",
        "smtp://mail.example.se:många",
        "smtp://mail.example.se?tls=yes",
        "smtp://mail.example.se?timeout=0",
        "smtps://mail.example.se?authorities=/finns/inte.pem",
        "smtps://kalle:l%C3%B6sen@mail.example.se",  # smtplib cannot send it
        "smtp://kalle:losen@mail.example.se",  # in the clear over the network
    ],
)
def test_an_address_that_makes_no_sense_is_refused(url: str) -> None:
    with pytest.raises(MailSettingsError, match="MINUTES_SMTP_URL"):
        server_of(url)


def test_each_kind_of_address_has_its_port() -> None:
    hosts = {name: server_of(f"{name}://mail.example.se").port for name in ("smtp", "smtps")}
    assert hosts == {"smtp": 25, "smtps": 465}
    assert server_of("smtp+starttls://a%40b:c%2Fd@mail.example.se").password == "c/d"
    assert server_of("smtp+starttls://a%40b:c%2Fd@mail.example.se").user == "a@b"


def test_without_a_server_each_mail_is_one_file(tmp_path: Path) -> None:
    transport = transport_of(None, tmp_path / "mail")
    assert isinstance(transport, FileTransport)
    with transport:
        transport.send(mail_to("asa@example.se"), "asa@example.se")
        transport.send(mail_to("asa@example.se"), "asa@example.se")
        transport.send(mail_to("bo@example.se", "b"), "bo@example.se")
    files = sorted((tmp_path / "mail").iterdir())
    assert [file.suffix for file in files] == [".eml", ".eml"]
    mails = [message_from_bytes(file.read_bytes(), policy=default) for file in files]
    assert {mail["To"] for mail in mails} == {"Åsa Ek <asa@example.se>", "Åsa Ek <bo@example.se>"}


@pytest.mark.parametrize("address", ["", "kalle", "a b@c", "x@example.se\nBcc: y@example.se"])
def test_an_address_that_is_none_is_told(address: str) -> None:
    with pytest.raises(AddressUnusable):
        mail_to(address)


def test_a_name_or_subject_cannot_smuggle_in_a_header() -> None:
    letter = Letter("Hej\nBcc: alla@example.se", "x", "x")
    mail = envelope(
        letter,
        sender=SENDER,
        name="Åsa\r\nBcc: b@example.se",
        address="asa@example.se",
        message_id="<a@b>",
        at=AT,
    )
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Hej Bcc: alla@example.se"


def test_a_message_id_is_in_the_senders_domain_and_cannot_be_guessed() -> None:
    assert message_id(SENDER).endswith("@example.se>")
    assert message_id(SENDER) != message_id(SENDER)
