"""How much one address may ask of the public site: enough for readers, little for what reads all.

Counted in the process, so each worker gives as much again. What is answered out of the cache is
not counted: it costs nothing.
"""

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from threading import Lock

from flask import Flask, g, request
from flask.typing import ResponseReturnValue

from minutes.people.access import Permission, permission_of
from minutes.settings import Settings
from minutes.texts import N_
from minutes.web.errors import error_page

MOST_ADDRESSES = 20_000
SEARCH = "public_search.search"
SUBSCRIBE = "subscriptions.asked"
NEVER = ("static", "health", "language", "public.notice")  # the ledger asks for each notice


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and then so many a second."""

    burst: float
    each_second: float


class Buckets:
    """What each address has left (a token bucket). `now` gives seconds that never go back."""

    def __init__(self, rate: Rate, now: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._now = rate, now
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, address: str) -> float:
        """Take one for the address; the seconds until there is one again, 0 where there was."""
        now = self._now()
        with self._lock:
            left, at = self._left.pop(address, (self._rate.burst, now))
            left = min(self._rate.burst, left + (now - at) * self._rate.each_second)
            has_one = left >= 1
            left -= has_one
            self._left[address] = left, now
            if len(self._left) > MOST_ADDRESSES:
                self._left.popitem(last=False)
        return 0.0 if has_one else (1 - left) / self._rate.each_second


def install(app: Flask, settings: Settings) -> None:
    """Limit what is asked without signing in; nothing where the settings say 0."""
    each_second = settings.page_rate
    if not each_second:
        return
    pages = Buckets(Rate(60 * each_second, each_second))
    searches = Buckets(Rate(6 * each_second, each_second / 10))
    sign_ups = Buckets(Rate(5, 1 / 60))

    def limit() -> ResponseReturnValue | None:
        address = _address(settings)
        if address is None or g.access.signed_in or request.endpoint in NEVER:
            return None
        view = app.view_functions.get(request.endpoint or "")
        if view is not None and permission_of(view) is not Permission.PUBLIC:
            return None
        named = {SEARCH: searches, SUBSCRIBE: sign_ups}
        seconds = ceil(named.get(request.endpoint or "", pages).wait(address))
        return _refused(seconds) if seconds else None

    app.before_request(limit)


def _address(settings: Settings) -> str | None:
    """Who asks: an address, or the network that one household has of IPv6. None for the machine
    itself, unless a proxy that we trust says so: without one, everybody may come from there.
    """
    try:
        found = ipaddress.ip_address(request.remote_addr or "")
    except ValueError:
        return None
    if found.is_loopback and not settings.trusted_proxies:
        return None
    if found.version == 6:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)


def _refused(seconds: int) -> ResponseReturnValue:
    page, status, headers = error_page(
        429,
        N_(
            "Det kom många frågor från samma adress på kort tid. Försök igen om en sekund. Allt "
            "som är publicerat finns också att hämta som filer.",
            "Det kom många frågor från samma adress på kort tid. Försök igen om %(num)s sekunder. "
            "Allt som är publicerat finns också att hämta som filer.",
            num=seconds,
        ),
        heading=N_("Många frågor på kort tid"),
    )
    return page, status, headers | {"Retry-After": str(seconds)}
