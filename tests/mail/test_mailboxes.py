"""Reading a mailbox on a real IMAP server, and a folder of files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from minutes.mail.mailboxes import dropped, imap_of, unread
from minutes.mail.server_addresses import MailSettingsError
from minutes.mail.transports import ServerUnavailable
from tests.mail.imap_server import ImapMailbox, NoImap, imap_mailbox

MAIL = b"Message-ID: <%d@x.se>\r\nSubject: hej\r\n\r\nKlart\r\n"


@pytest.fixture
def box(tmp_path: Path) -> Iterator[ImapMailbox]:
    try:
        with imap_mailbox(tmp_path) as running:
            yield running
    except NoImap as reason:
        pytest.skip(str(reason))


def test_unread_mails_are_read_once(box: ImapMailbox) -> None:
    box.deliver("1", MAIL % 1)
    box.deliver("2", MAIL % 2)
    server = imap_of(box.url)
    assert sorted(unread(server)) == [MAIL % 1, MAIL % 2]
    assert box.seen() == ["1", "2"]
    assert list(unread(server)) == []


def test_a_mail_that_was_not_done_with_is_read_again(box: ImapMailbox) -> None:
    box.deliver("1", MAIL % 1)
    mails = unread(imap_of(box.url))
    next(mails)
    mails.close()  # type: ignore[attr-defined]
    assert box.seen() == []
    assert list(unread(imap_of(box.url))) == [MAIL % 1]


def test_a_wrong_password_or_folder_is_said(box: ImapMailbox) -> None:
    for wrong in (box.url.replace("@127", "x@127"), box.url.replace("INBOX", "Finns_inte")):
        with pytest.raises(ServerUnavailable, match="Brevlådan går inte att läsa"):
            list(unread(imap_of(wrong)))


def test_no_server_is_said() -> None:
    with pytest.raises(ServerUnavailable, match="Brevlådan går inte att läsa"):
        list(unread(imap_of("imap://a:b@127.0.0.1:9?timeout=2")))


@pytest.mark.parametrize(
    "url",
    [
        "imap://a:b@mail.example.se",
        "smtp://a:b@localhost",
        "imaps://mail.example.se",
        "imaps://a:b@localhost:x",
        "imaps://a:b@localhost?what=1",
        "imaps://a:lösen@localhost",
        "imaps://a:b@localhost/Arkiv%C3%B6",
        "imaps://a:b@localhost?timeout=0",
        "imaps://a:b@localhost?authorities=/finns/inte.pem",
    ],
)
def test_an_address_that_makes_no_sense_is_refused(url: str) -> None:
    with pytest.raises(MailSettingsError, match="MINUTES_IMAP_URL"):
        imap_of(url)


def test_files_are_moved_when_they_are_done_with(tmp_path: Path) -> None:
    assert list(dropped(tmp_path / "none")) == []
    (tmp_path / "a.eml").write_bytes(MAIL % 1)
    (tmp_path / "b.part").write_bytes(b"half")
    mails = dropped(tmp_path)
    assert next(mails) == MAIL % 1
    assert (tmp_path / "a.eml").exists()
    assert list(mails) == []
    assert (tmp_path / "read" / "a.eml").read_bytes() == MAIL % 1
    assert (tmp_path / "b.part").exists()
