"""The two ways in: an IMAP server, and a folder into which files are put."""

import imaplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from minutes.mail.transports import OWN_MACHINE, TIMEOUT, MailSettingsError, ServerUnavailable

PORTS = {"imap": 143, "imap+starttls": 143, "imaps": 993}
MOST = 200  # mails in one reading; the next goes on
LARGEST = 10 * 1024 * 1024  # bytes; a larger one is left where it is
READ = "read"


@dataclass(frozen=True, slots=True)
class ImapServer:
    """A folder on a server; `timeout` and `authorities` as for SmtpServer."""

    host: str
    port: int
    security: str
    user: str
    password: str
    folder: str = "INBOX"
    timeout: float = TIMEOUT
    authorities: str | None = None


def imap_of(url: str) -> ImapServer:
    """The folder at an address such as imaps://user:password@mail.example.se/INBOX.

    `?timeout=10` and `?authorities=/path/to/certificates.pem` may follow.
    Raises MailSettingsError, also where a password would cross the network in the clear.
    """
    parts = urlsplit(url)
    try:
        port = parts.port
        asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        timeout = float(asked.pop("timeout", TIMEOUT))
    except ValueError as error:
        raise MailSettingsError(
            "MINUTES_IMAP_URL har en port eller en tidsgräns som inte är ett tal."
        ) from error
    authorities = asked.pop("authorities", None)
    if parts.scheme not in PORTS or not (parts.hostname and parts.username) or asked:
        raise MailSettingsError(
            "MINUTES_IMAP_URL ska se ut som imaps://namn:lösenord@värd:993/INBOX."
        )
    if parts.scheme == "imap" and parts.hostname not in OWN_MACHINE:
        raise MailSettingsError(
            "MINUTES_IMAP_URL skulle skicka lösenordet okrypterat. "
            "Använd imaps:// eller imap+starttls://."
        )
    user, password = unquote(parts.username), unquote(parts.password or "")
    folder = unquote(parts.path.strip("/")) or "INBOX"
    if not f"{user}{password}{folder}".isascii() or '"' in folder:
        raise MailSettingsError("MINUTES_IMAP_URL får inte ha å, ä, ö eller andra tecken än ASCII.")
    return ImapServer(
        parts.hostname,
        port or PORTS[parts.scheme],
        parts.scheme,
        user,
        password,
        folder,
        timeout,
        authorities,
    )


def unread(server: ImapServer) -> Iterator[bytes]:
    """The mails that nobody has read; each is marked as read when the next is asked for.

    Raises ServerUnavailable.
    """
    try:
        with _connected(server) as box:
            _, found = box.uid("SEARCH", "UNSEEN", "SMALLER", str(LARGEST))
            for uid in found[0].split()[:MOST] if found and found[0] else ():
                _, parts = box.uid("FETCH", uid.decode(), "(BODY.PEEK[])")
                for part in parts:
                    if isinstance(part, tuple):
                        yield part[1]
                box.uid("STORE", uid.decode(), "+FLAGS.SILENT", r"(\Seen)")
    except (imaplib.IMAP4.error, OSError) as fault:
        raise ServerUnavailable(f"Brevlådan går inte att läsa: {_reason(fault)}") from fault


@contextmanager
def _connected(server: ImapServer) -> Iterator[imaplib.IMAP4]:
    context = ssl.create_default_context(cafile=server.authorities)
    with (
        imaplib.IMAP4_SSL(server.host, server.port, ssl_context=context, timeout=server.timeout)
        if server.security == "imaps"
        else imaplib.IMAP4(server.host, server.port, timeout=server.timeout)
    ) as box:
        if server.security == "imap+starttls":
            box.starttls(context)
        box.login(server.user, server.password)
        state, _ = box.select(f'"{server.folder}"')
        if state != "OK":
            raise imaplib.IMAP4.error(f"Mappen {server.folder} finns inte.")
        yield box


def _reason(fault: Exception) -> str:
    if isinstance(fault, ssl.SSLError):
        return f"krypteringen gick inte att sätta upp ({fault.reason or 'okänt fel'})."
    if isinstance(fault, OSError):
        return f"{fault.strerror or type(fault).__name__}."
    said = fault.args[0] if fault.args else ""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)


def dropped(folder: Path) -> Iterator[bytes]:
    """The mails in the folder, oldest name first; each is moved to `read` in it when the next is
    asked for. Nothing where there is no such folder.
    """
    files = sorted(folder.glob("*.eml")) if folder.is_dir() else []
    for file in files[:MOST]:
        if file.is_file() and not file.is_symlink() and file.stat().st_size < LARGEST:
            yield file.read_bytes()
            (folder / READ).mkdir(exist_ok=True)
            file.replace(folder / READ / file.name)
