"""A feed as Atom (RFC 4287), for every feed reader. Entries in, bytes out. Pure."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

ATOM = "http://www.w3.org/2005/Atom"
MIMETYPE = "application/atom+xml"
# Ours, so that nobody else's addresses give the same ids.
_FEED = uuid.UUID("9a1d2a0e-6f0e-5c3a-8c55-3d1f4b1f7c21")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a feed tells. `url` is always the same for the same thing."""

    url: str
    title: str
    updated: dt.datetime
    published: dt.datetime
    summary: str
    author: str


def written(url: str, page: str, title: str, entries: Sequence[Entry], at: dt.datetime) -> bytes:
    """The feed at `url`, which is of `page`; `at` is when it changed where it has no entry."""
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", "sv")
    updated = max((each.updated for each in entries), default=at)
    _add(feed, "title", title)
    _add(feed, "id", _id(url))
    _add(feed, "updated", _moment(updated))
    _add(feed, "link", rel="self", type=MIMETYPE, href=url)
    _add(feed, "link", rel="alternate", type="text/html", href=page)
    for each in entries:
        entry = _add(feed, "entry")
        _add(entry, "title", each.title)
        _add(entry, "id", _id(each.url))
        _add(entry, "updated", _moment(each.updated))
        _add(entry, "published", _moment(each.published))
        _add(entry, "link", rel="alternate", type="text/html", href=each.url)
        _add(_add(entry, "author"), "name", each.author)
        _add(entry, "summary", each.summary)
    return etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    if text:
        element.text = "".join(each for each in text if each.isprintable() or each == "\n")
    return element


def _id(url: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_FEED, url)}"


def _moment(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).isoformat(timespec="seconds")
