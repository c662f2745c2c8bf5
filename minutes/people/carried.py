"""A form that could not be taken since its page was too old, kept to be sent again.

The sign-in had ended, or another window had signed in anew. What was typed goes along in a
hidden field, and nothing is done with it before its sender says so on a new page. Only a
form of our own pages is kept: the browser's Origin tells it from another site's.
"""

import json
from dataclasses import dataclass
from typing import Any

from flask import request

from minutes.people.next_page import safe_next

MOST = 300_000  # characters
NOT_KEPT = ("csrf_token",)


@dataclass(frozen=True, slots=True)
class Carried:
    """Where the form was sent, from which page, and its fields."""

    path: str
    page: str
    fields: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """For a hidden field."""
        return json.dumps([self.path, self.page, self.fields], ensure_ascii=False)


def of_request() -> Carried | None:
    """The form that was sent now; None where it is not ours, holds files or is too long."""
    if request.method != "POST" or request.files or not _is_ours():
        return None
    fields = tuple(
        (name, text) for name, text in request.form.items(multi=True) if name not in NOT_KEPT
    )
    if not fields or any("\0" in part for field in fields for part in field):
        return None
    came_from = (request.referrer or "").removeprefix(request.host_url.rstrip("/"))
    carried = Carried(request.path, safe_next(came_from.partition("#")[0]), fields)
    return carried if len(carried.text) <= MOST else None


def read(text: str | None) -> Carried | None:
    """What a hidden field holds; None where it holds nothing that could be sent again."""
    try:
        path, page, fields = json.loads(text or "")
        pairs = tuple((name, value) for name, value in fields)
    except (ValueError, TypeError, RecursionError):
        return None
    if not all(_is_text(part) for part in (path, page, *(part for pair in pairs for part in pair))):
        return None
    return Carried(path, safe_next(page), pairs) if safe_next(path) == path else None


def _is_text(part: Any) -> bool:
    return isinstance(part, str)


def _is_ours() -> bool:
    return request.headers.get("Origin") == request.host_url.rstrip("/")
