"""The two ways in: an IMAP server, and a folder into which files are put."""

import imaplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from minutes.mail.server_addresses import MailServer, MailSettingsError, Setting, server_at
from minutes.mail.transports import ServerUnavailable

SETTING = Setting(
    "MINUTES_IMAP_URL",
    {"imap": 143, "imap+starttls": 143, "imaps": 993},
    "imaps://namn:lösenord@värd:993/INBOX",
)
INBOX = "INBOX"
MOST = 200  # mails in one reading; the next goes on
LARGEST = 10 * 1024 * 1024  # bytes; a larger one is left where it is
READ = "read"


def imap_of(url: str) -> MailServer:
    """The folder at an address such as imaps://user:password@mail.example.se/INBOX.

    Raises MailSettingsError.
    """
    server = server_at(url, SETTING)
    if not server.user:
        raise SETTING.wrong()
    if not server.folder.isascii() or '"' in server.folder:
        raise MailSettingsError(
            f"Mappen i {SETTING.name} får inte ha å, ä, ö eller andra tecken utanför ASCII."
        )
    return server


def unread(server: MailServer) -> Iterator[bytes]:
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
def _connected(server: MailServer) -> Iterator[imaplib.IMAP4]:
    context = ssl.create_default_context(cafile=server.authorities)
    with (
        imaplib.IMAP4_SSL(server.host, server.port, ssl_context=context, timeout=server.timeout)
        if server.security == "imaps"
        else imaplib.IMAP4(server.host, server.port, timeout=server.timeout)
    ) as box:
        if server.security == "imap+starttls":
            box.starttls(context)
        box.login(server.user, server.password)
        folder = server.folder or INBOX
        state, _ = box.select(f'"{folder}"')
        if state != "OK":
            raise imaplib.IMAP4.error(f"Mappen {folder} finns inte.")
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
