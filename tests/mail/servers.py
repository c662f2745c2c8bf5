"""A real SMTP server in a thread, that can also refuse, hang and drop the connection."""

import asyncio
import ssl
import subprocess
import warnings
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "minutes", "ett hemligt ord/1"


@dataclass
class Mailbox:
    """What the server took, and how it is to behave: answers and drops are used up in turn."""

    mails: list[EmailMessage] = field(default_factory=list)
    connections: int = 0
    encrypted: bool = False
    users: list[str] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=dict)  # address -> to RCPT
    drops: int = 0  # connections to be dropped in the middle of DATA
    hangs: int = 0  # answers to RCPT that never come
    after_data: str | None = None
    taken: Callable[[], None] = lambda: None  # called as soon as the server has said 250

    def received(self) -> Counter[str]:
        """How many times each Message-ID came."""
        return Counter(str(mail["Message-ID"]) for mail in self.mails)

    def to(self) -> list[str]:
        """The addresses that the mails were delivered to, in their order."""
        return [mail["X-Delivered-To"] for mail in self.mails]

    async def handle_EHLO(  # noqa: N802 – aiosmtpd asks for this name
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, answers: list[str]
    ) -> list[str]:
        session.host_name = hostname
        if session.ssl is None:
            self.connections += 1
        return answers

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.hangs:
            self.hangs -= 1
            await asyncio.sleep(30)
        if self.answers.get(address):
            return self.answers[address].pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.after_data is not None:
            return self.after_data
        self.encrypted = session.ssl is not None
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        mail["X-Delivered-To"] = ",".join(envelope.rcpt_tos)
        self.mails.append(mail)
        asyncio.get_running_loop().call_soon(self.taken)
        return "250 Taken"

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, login: Any
    ) -> AuthResult:
        assert isinstance(login, LoginPassword)
        right = (login.login, login.password) == (USER.encode(), PASSWORD.encode())
        if right:
            self.users.append(USER)
        return AuthResult(success=right, handled=False)


class _Server(SMTP):
    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        mailbox = self.event_handler
        if mailbox.drops:
            mailbox.drops -= 1
            await self.push("354 Go on")
            self.transport.close()
            return
        await super().smtp_DATA(arg)


class Server(Controller):
    """The server; `security` as in MINUTES_SMTP_URL."""

    def __init__(
        self, mailbox: Mailbox, security: str = "smtp", folder: Path | None = None
    ) -> None:
        self.mailbox, self.security, self.options = mailbox, security, {}
        context = None
        if security != "smtp":
            assert folder is not None
            self.certificate = certificate_in(folder)
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.certificate, folder / "key.pem")
            self.options = {
                "authenticator": mailbox.authenticate,
                "auth_required": True,
                "auth_require_tls": security == "smtp+starttls",
            }
            if security == "smtp+starttls":
                self.options |= {"tls_context": context, "require_starttls": True}
        super().__init__(
            mailbox,
            hostname="127.0.0.1",
            port=0,
            ssl_context=context if security == "smtps" else None,
        )

    def factory(self) -> SMTP:
        with warnings.catch_warnings(action="ignore"):  # it does not see that smtps encrypts
            return _Server(self.handler, hostname="localhost", **self.options)

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]  # the one that the system chose
        super()._trigger_server()

    def url(self, login: str = "", options: str = "") -> str:
        """The address as it stands in MINUTES_SMTP_URL."""
        return f"{self.security}://{login}{self.hostname}:{self.port}{options}"


def certificate_in(folder: Path) -> Path:
    """A certificate for localhost that nobody has signed; its key beside it."""
    certificate = folder / "certificate.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"),
            *("-keyout", str(folder / "key.pem"), "-out", str(certificate)),
            *("-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"),
        ],
        check=True,
        capture_output=True,
    )
    return certificate
