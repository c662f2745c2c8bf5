"""Asks for a notice over HTTP, as everybody does, and says whether it is there."""

import http.client
import urllib.error
import urllib.request
from collections.abc import Callable

PATIENCE = 10  # seconds
LARGEST_PAGE = 1024 * 1024


def asker(base_url: str) -> Callable[[int], tuple[bool, str]]:
    """What asks for notices at the address: whether the notice stood there, and the answer."""

    def ask(notice_id: int) -> tuple[bool, str]:
        url = f"{base_url}/anslagstavla/{notice_id}"
        if not url.startswith(("http://", "https://")):
            return False, "Adressen i MINUTES_BASE_URL går inte att fråga."
        request = urllib.request.Request(url, headers={"User-Agent": "Minutes anslagskontroll"})  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
                page = answer.read(LARGEST_PAGE).decode("utf-8", "replace")
        except urllib.error.HTTPError as refusal:
            return False, f"Svarade {refusal.code}."
        except (OSError, http.client.HTTPException) as fault:
            return False, f"Svarade inte: {type(fault).__name__}."
        if f'id="anslag-{notice_id}"' not in page:
            return False, "Sidan svarade, men anslaget stod inte på den."
        return True, "Anslaget stod där."

    return ask
