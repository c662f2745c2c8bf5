"""A real IMAP server (dovecot) with one mailbox."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.mail.servers import PASSWORD, USER, certificate_in

CONFIGURATION = """
protocols = imap
listen = 127.0.0.1
base_dir = {run}
state_dir = {run}/state
log_path = {folder}/log
instance_name = minutes-test
first_valid_uid = 0
mail_location = maildir:{run}/mail
ssl = yes
ssl_cert = <{folder}/certificate.pem
ssl_key = <{folder}/key.pem
auth_mechanisms = plain
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={run}/mail
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
"""
TIMEOUT = 20.0
NOBODY = 65534  # dovecot reads no mails as root


class NoImap(Exception):
    """There is no dovecot here."""


@dataclass(frozen=True)
class ImapMailbox:
    """The mailbox: where it is, and the folder of its mails."""

    url: str
    folder: Path

    def deliver(self, name: str, content: bytes) -> None:
        """Put a mail in, as a mail server does."""
        file = self.folder / "tmp" / name
        file.write_bytes(content)
        os.chown(file, NOBODY, NOBODY)
        file.rename(self.folder / "new" / name)

    def seen(self) -> list[str]:
        """The names of the mails that are marked as read."""
        found = (self.folder / "cur").iterdir()
        names = (file.name.partition(":2,") for file in found)
        return sorted(name for name, _, flags in names if "S" in flags)


@contextmanager
def imap_mailbox(folder: Path) -> Iterator[ImapMailbox]:
    """The server, until the context ends. Raises NoImap."""
    program = shutil.which("dovecot", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        raise NoImap("dovecot is missing: apt-get install dovecot-imapd")
    if os.getuid() != 0:
        raise NoImap("dovecot starts as root only")
    certificate = certificate_in(folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # Those who let others log in may not read the test's own folder.
    run = Path(tempfile.mkdtemp(prefix="minutes-imap-"))
    run.chmod(0o755)
    for name in ("mail", "mail/new", "mail/cur", "mail/tmp"):
        (run / name).mkdir()
        os.chown(run / name, NOBODY, NOBODY)
    settings = folder / "dovecot.conf"
    settings.write_text(
        CONFIGURATION.format(
            folder=folder,
            run=run,
            uid=NOBODY,
            gid=NOBODY,
            port=port,
            password=PASSWORD.replace(" ", "_"),
        ),
        encoding="utf-8",
    )
    process = subprocess.Popen([program, "-F", "-c", str(settings)])
    try:
        _wait(port, process, folder / "log")
        login = f"{USER}:{PASSWORD.replace(' ', '_').replace('/', '%2F')}"
        yield ImapMailbox(
            f"imaps://{login}@127.0.0.1:{port}/INBOX?timeout=10&authorities={certificate}",
            run / "mail",
        )
    finally:
        process.terminate()
        process.wait(TIMEOUT)
        shutil.rmtree(run)


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(log.read_text() if log.exists() else "dovecot did not start")
