"""From what a stage wants to say to a mail that every mail program understands. Pure."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.errors import MessageError
from email.header import Header
from email.headerregistry import Address, BaseHeader, HeaderRegistry
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime, parseaddr
from functools import lru_cache
from typing import Any

from minutes.errors import MinutesError
from minutes.texts import N_

ALWAYS = {
    "Auto-Submitted": "auto-generated",  # RFC 3834: no out-of-office answers
    "X-Auto-Response-Suppress": "All",  # the same for Exchange
    "Content-Language": "sv",
}

_LINE, _LONGEST = 76, 900  # characters; RFC 5322 allows 998 where a line cannot be folded
_BOUNDARY = "=_minutes"  # which in quoted-printable cannot stand in any part
CALENDAR_FILE = "kalender.ics"


class _Headers(HeaderRegistry):
    """Headers, read once. Most are the same in every mail, and to read and to fold them takes
    longer than everything else that is done to a mail.
    """

    def __call__(self, name: str, value: Any) -> BaseHeader:
        """The header."""
        return _header(name, value) if isinstance(value, str) else super().__call__(name, value)


class _Policy(EmailPolicy):
    """The usual way to write headers, each read and folded no more than once."""

    def header_max_count(self, name: str) -> int | None:
        """How often the header may stand in a mail."""
        return _most(name)

    def header_store_parse(self, name: str, value: Any) -> tuple[str, Any]:
        """The header as the mail keeps it: read only where it is not sent as it is."""
        if isinstance(value, str) and _goes_as_it_is(name, value):
            return name, value
        return super().header_store_parse(name, value)

    def fold_binary(self, name: str, value: str) -> bytes:
        """The header as it goes over the line."""
        if _goes_as_it_is(name, value):
            return f"{name}: {value}{self.linesep}".encode("ascii")
        return _folded(name, value, self.linesep, self.utf8)


def _goes_as_it_is(name: str, value: str) -> bool:
    """Whether the value fits, or has no place to be folded at.

    The library would encode a long address, which no mail program then finds in List-Unsubscribe.
    """
    fits = len(name) + len(value) < _LINE or (" " not in value and len(value) < _LONGEST)
    return fits and value.isascii() and value.isprintable()


@lru_cache(maxsize=256)
def _header(name: str, value: str) -> BaseHeader:
    return _REGISTRY(name, value)


@lru_cache(maxsize=256)
def _most(name: str) -> int | None:
    return EmailPolicy().header_max_count(name)


@lru_cache(maxsize=256)
def _folded(name: str, value: str, linesep: str, utf8: bool) -> bytes:
    if name == "Subject" and not utf8 and not value.isascii():
        # EmailPolicy encodes word by word, and loses the space between two that it encoded
        # where a line ends there.
        encoded = Header(value, "utf-8", header_name=name).encode(linesep=linesep)
        return f"{name}: {encoded}{linesep}".encode("ascii")
    return EmailPolicy(linesep=linesep, utf8=utf8).fold_binary(name, value)


_REGISTRY = HeaderRegistry()
_POLICY = _Policy(header_factory=_Headers())


class AddressUnusable(MinutesError):
    """No mail can be sent to the address as it is written."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that goes with a mail; `mimetype` as application/pdf."""

    name: str
    content: bytes
    mimetype: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says, as text and as HTML, headers of its own, and what goes with it."""

    subject: str
    text: str
    html: str
    headers: Mapping[str, str] = field(default_factory=dict)
    calendar: bytes | None = None
    enclosed: Sequence[Enclosed] = ()


def reply_to(name: str, address: str | None) -> dict[str, str]:
    """The header that lets a reply go to a person; none where the address cannot be used."""
    try:
        found = Address(display_name=_one_line(name), addr_spec=address or "")
    except (ValueError, IndexError, MessageError):
        return {}
    return {"Reply-To": str(found)} if found.domain else {}


def message_id(sender: str) -> str:
    """A new Message-ID in the sender's domain. Nobody can guess it: who refers to it in a reply
    has had the mail.
    """
    domain = parseaddr(sender)[1].rpartition("@")[2] or "localhost"
    return f"<{uuid.uuid4()}@{domain}>"


def envelope(
    letter: Letter, *, sender: str, name: str, address: str, message_id: str, at: datetime
) -> EmailMessage:
    """The mail, ready to be sent. Raises AddressUnusable."""
    mail = EmailMessage(_POLICY)
    try:
        mail["From"] = sender
        mail["To"] = str(Address(display_name=_one_line(name), addr_spec=address))
    except (ValueError, IndexError, MessageError) as error:
        raise AddressUnusable(
            N_("Adressen %(address)s går inte att använda.", address=address)
        ) from error
    mail["Subject"] = _one_line(letter.subject)
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = message_id
    for header, value in (ALWAYS | dict(letter.headers)).items():
        mail[header] = value
    # Quoted-printable passes every server, also those that take seven bits only.
    mail.set_content(letter.text, cte="quoted-printable")
    mail.make_alternative(boundary=_BOUNDARY)
    mail.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    if letter.calendar is not None:
        mail.add_attachment(
            letter.calendar,
            maintype="text",
            subtype="calendar",
            filename=CALENDAR_FILE,
            params={"charset": "utf-8", "method": "PUBLISH"},
        )
    for file in letter.enclosed:
        kind, _, of_kind = file.mimetype.partition("/")
        mail.add_attachment(file.content, maintype=kind, subtype=of_kind, filename=file.name)
    return mail


def _one_line(text: str) -> str:
    return " ".join(text.split())
