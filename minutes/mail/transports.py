"""The two ways out: an SMTP server, or files where no server is set."""

import smtplib
import socket
import ssl
from contextlib import ExitStack
from email.message import EmailMessage
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from minutes.errors import MinutesError
from minutes.mail.server_addresses import MailServer, Setting, server_at

SETTING = Setting(
    "MINUTES_SMTP_URL",
    {"smtp": 25, "smtp+starttls": 587, "smtps": 465},
    "smtp://värd:25, smtps://namn:lösenord@värd:465 eller smtp+starttls://namn:lösenord@värd:587",
)


class MailRefused(MinutesError):
    """The server did not take this mail. `permanent`: it never will."""

    def __init__(self, message: str, *, permanent: bool) -> None:
        super().__init__(message)
        self.permanent = permanent


class ServerUnavailable(MinutesError):
    """The server cannot be reached, does not answer, or does not let us in."""

    status = 503


class Transport(Protocol):
    """Hands mails over; used as a context, at whose end it lets go of the server."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def send(self, mail: EmailMessage, address: str) -> str:
        """Hand over one mail; what the other side answered.

        Raises MailRefused, or ServerUnavailable where it may help to try another time.
        """


def server_of(url: str) -> MailServer:
    """The server at the address. Raises MailSettingsError."""
    return server_at(url, SETTING)


class SmtpTransport:
    """One kept connection to a server, opened at the first mail and again where it broke."""

    def __init__(self, server: MailServer) -> None:
        self._server = server
        self._connection: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        if self._connection is not None:
            try:
                self._connection.quit()
            except (smtplib.SMTPException, OSError):
                self._connection.close()  # it was gone already
            self._connection = None

    def send(self, mail: EmailMessage, address: str) -> str:
        """Hand the mail to the server."""
        try:
            connection = self._connected()
            connection.send_message(mail, to_addrs=[address])
        except smtplib.SMTPRecipientsRefused as refusal:
            code, reply = next(iter(refusal.recipients.values()))
            self._forget_where_closed(code)
            raise _refused(code, reply) from refusal
        except smtplib.SMTPDataError as refusal:
            self._forget_where_closed(refusal.smtp_code)
            raise _refused(refusal.smtp_code, refusal.smtp_error) from refusal
        except smtplib.SMTPNotSupportedError as unable:
            self._drop()
            raise _unable(unable) from unable
        except (smtplib.SMTPException, OSError) as fault:
            self._drop()
            raise ServerUnavailable(_reason(fault)) from fault
        return "Servern tog emot brevet."

    def _connected(self) -> smtplib.SMTP:
        if self._connection is None or self._connection.sock is None:
            self._connection = _connect(self._server)
        return self._connection

    def _forget_where_closed(self, code: int) -> None:
        if code == 421:  # the server says goodbye
            self._drop()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _connect(server: MailServer) -> smtplib.SMTP:
    context = ssl.create_default_context(cafile=server.authorities)
    if server.security == "smtps":
        connection: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=server.timeout, context=context
        )
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
    with ExitStack() as half_open:
        half_open.callback(connection.close)
        if server.security == "smtp+starttls":
            connection.starttls(context=context)
        if server.user:
            connection.login(server.user, server.password)
        half_open.pop_all()
    return connection


def _refused(code: int, reply: bytes | str) -> MailRefused:
    text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    return MailRefused(f"{code} {' '.join(text.split())}", permanent=500 <= code < 600)


def _unable(fault: smtplib.SMTPNotSupportedError) -> MinutesError:
    if "SMTPUTF8" in str(fault):
        return MailRefused("Servern kan inte skicka till adresser med å, ä och ö.", permanent=True)
    return ServerUnavailable(_reason(fault))


def _reason(fault: smtplib.SMTPException | OSError) -> str:
    if isinstance(fault, smtplib.SMTPAuthenticationError):
        return "Servern godtog inte namnet eller lösenordet i MINUTES_SMTP_URL."
    if isinstance(fault, smtplib.SMTPSenderRefused):
        return f"Servern godtog inte avsändaren i MINUTES_MAIL_FROM ({fault.smtp_code})."
    if isinstance(fault, smtplib.SMTPNotSupportedError):
        return "Servern erbjuder inte den kryptering eller inloggning som är inställd."
    if isinstance(fault, smtplib.SMTPResponseException):
        return f"Servern svarade {fault.smtp_code}."
    if isinstance(fault, smtplib.SMTPServerDisconnected):
        # smtplib says so also where the wait for an answer was too long.
        return "Förbindelsen bröts, eller så svarade servern inte i tid."
    if isinstance(fault, ssl.SSLError):
        return f"Krypteringen gick inte att sätta upp: {fault.reason or 'okänt fel'}."
    if isinstance(fault, TimeoutError):
        return "Servern svarade inte i tid."
    if isinstance(fault, socket.gaierror):
        return "Det finns ingen server med det namnet."
    return f"Servern går inte att nå: {fault.strerror or type(fault).__name__}."


class FileTransport:
    """Writes each mail as a file that mail programs open. The same mail is the same file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> Self:
        self._folder.mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(self, *_exception: object) -> None:
        """Nothing is held."""

    def send(self, mail: EmailMessage, address: str) -> str:
        """Write the mail; half a file is never seen."""
        name = str(mail["Message-ID"]).strip("<>").partition("@")[0]
        file = self._folder / f"{name}.eml"
        half = file.with_suffix(".part")
        try:
            half.write_bytes(mail.as_bytes(policy=mail.policy.clone(linesep="\r\n")))
            half.replace(file)
        except OSError as fault:
            raise ServerUnavailable(f"Brevet gick inte att spara: {fault.strerror}.") from fault
        return f"Sparat i {file.parent.name}/{file.name}."


def transport_of(url: str | None, folder: Path) -> SmtpTransport | FileTransport:
    """The transport for the settings: a server where one is set, otherwise files in the folder.

    Raises MailSettingsError.
    """
    return FileTransport(folder) if url is None else SmtpTransport(server_of(url))
