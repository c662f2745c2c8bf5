"""From the bytes of a mail to the reply that it is. Pure."""

import hashlib
import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

from lxml import etree, html

_ID = re.compile(r"<[^<>\s]{3,190}>")
_MOST_IDS = 50


@dataclass(frozen=True, slots=True)
class Reply:
    """A mail that came. `answers` are the Message-IDs that it refers to, the nearest first.

    key: the same for the same mail, however often it is read.
    automatic: a machine wrote it (RFC 3834), such as an out-of-office answer.
    """

    key: str
    sender: str
    answers: tuple[str, ...]
    text: str
    automatic: bool


def read_reply(content: bytes) -> Reply:
    """The reply; its parts are empty where the mail says nothing that can be read."""
    mail = message_from_bytes(content, policy=default)
    assert isinstance(mail, EmailMessage)
    own = _header(mail, "Message-ID").encode() or content
    references = _ID.findall(_header(mail, "References"))[-_MOST_IDS:]
    nearest = [*_ID.findall(_header(mail, "In-Reply-To"))[:_MOST_IDS], *reversed(references)]
    return Reply(
        key=hashlib.sha256(own).hexdigest(),
        sender=parseaddr(_header(mail, "From"))[1].casefold(),
        answers=tuple(dict.fromkeys(nearest)),
        text=_text(mail),
        automatic=_is_automatic(mail),
    )


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return str(mail.get(name, "")).strip()
    except (ValueError, IndexError, AttributeError):  # the reader gives up on some broken ones
        return ""


def _is_automatic(mail: EmailMessage) -> bool:
    return (
        _header(mail, "Auto-Submitted").casefold() not in ("", "no")
        or _header(mail, "Precedence").casefold() in ("bulk", "junk", "auto_reply", "list")
        or bool(_header(mail, "X-Autoreply") or _header(mail, "X-Autorespond"))
        or mail.get_content_type() == "multipart/report"
    )


def _text(mail: EmailMessage) -> str:
    part = mail.get_body(("plain", "html"))
    if part is None:
        return ""
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    try:
        text = content.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        text = content.decode("utf-8", "replace")
    return _plain(text) if part.get_content_type() == "text/html" else text


def _plain(source: str) -> str:
    """The text of HTML, a line for each block; what mail programs mark as quoted left out."""
    source = source.replace("\x00", "")
    if not source.strip():
        return ""
    parser = html.HTMLParser(encoding="utf-8")
    try:
        root = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing but a comment
        return ""
    for quoted in root.xpath("//blockquote|//*[contains(@class,'gmail_quote')]|//style|//head"):
        if quoted.getparent() is not None:
            quoted.drop_tree()
    for block in root.iter("br", "p", "div", "tr", "li", "hr"):
        block.tail = f"\n{block.tail or ''}"
    return str(root.text_content())
