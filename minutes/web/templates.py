"""What every template can use: the person's access, links, formatting, and our own files."""

import hashlib
from collections.abc import Callable, Hashable, MutableMapping
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from flask import Flask, Request, current_app, g, request
from flask.sansio.app import App
from flask.templating import Environment
from jinja2 import pass_context
from jinja2.runtime import Context

from minutes import clock, formatting
from minutes.people.permissions import NOBODY, Permission
from minutes.people.saved_views import normalised
from minutes.swedish_time import day_in_sweden
from minutes.web import navigation
from minutes.web.language import language, ngettext

MOST_LISTS = 300  # remembered in a process, of some 15 kB each


class SharedNames(Environment):
    """Templates that all look for a name in the same dict. Jinja gives each a chain of two, and
    goes through it in Python for every page, and for every template that a page is made of.

    And they are kept in a plain dict: Jinja's own is limited, and puts them in order at each use.
    """

    def __init__(self, app: App, **options: Any) -> None:
        super().__init__(app, cache_size=-1, **options)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names that every template has."""
        return super().make_globals(d) if d else self.globals


def install(app: Flask) -> None:
    """Give the templates their filters and names."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        long_date=_spoken(formatting.long_date),
        date_with_weekday=_spoken(formatting.date_with_weekday),
        short_date=_short_date,
        iso_date=formatting.iso_date,
        distance=_distance,
        clock_time=_spoken(formatting.clock_time),
        number=_spoken(formatting.number),
        file_size=_spoken(formatting.file_size),
        initials=formatting.initials,
        local_day=day_in_sweden,
        local_time=_local_time,
        long_local_time=_long_local_time,
    )
    app.jinja_env.globals.update(
        Permission=Permission,
        asset=_asset,
        here=_here,
        list_file=_list_file,
        saved_query=_saved_query,
        the_same=_the_same,
        the_same_for=_the_same_for,
        main_links=lambda: _links(navigation.MAIN),
        aside_links=lambda: _links(navigation.ASIDE),
        personal_links=lambda: _links(navigation.PERSONAL),
        clock_times=_spoken(formatting.clock_times),
        is_late=_is_late,
        counted=_counted,
    )
    app.extensions["made_for"] = {}
    app.context_processor(_names)


def _names() -> dict[str, Any]:
    return {"access": g.get("access", NOBODY), "today": clock.today()}


@pass_context
def _the_same(context: Context, part: str, caller: Callable[[], str]) -> str:
    """A part of a template that is the same on every page of an endpoint, in each language: made
    once. Nothing may stand in it that depends on who asks or on what is stored.
    """
    asked: Request = context["request"]  # by its name, and not anew for each thing that it says
    if asked.endpoint is None:  # what does not exist is answered in several folders
        return caller()
    key = (context.name, part, asked.endpoint, asked.script_root, language())
    made = _MADE.get(key)
    if made is None:
        made = _MADE[key] = caller()
    return made


_MADE: dict[tuple[str | None, ...], str] = {}


def _the_same_for(part: str, *values: Hashable, caller: Callable[[], str]) -> str:
    """A part of a page in which nothing stands but what the values say, or what is stored by
    them and never changes: made once for them. Its name tells it from other parts.
    """
    key = (part, values, request.script_root, language())
    kept: dict[Hashable, str] = current_app.extensions["made_for"]
    made = kept.get(key)
    if made is None:
        if len(kept) >= MOST_LISTS:
            kept.clear()
        made = kept[key] = caller()
    return made


def _links(entries: tuple[navigation.Entry, ...]) -> list[navigation.Link]:
    return navigation.links(entries, g.get("access", NOBODY))


def _distance(day: date) -> str:
    return formatting.distance(day, clock.today(), language())


def _short_date(day: date) -> str:
    return formatting.short_date(day, clock.today(), language())


def _is_late(day: date) -> bool:
    return day < clock.today()


def _local_time(moment: datetime) -> str:
    return formatting.date_and_time(moment.astimezone(clock.STOCKHOLM), language())


def _long_local_time(moment: datetime) -> str:
    return formatting.long_date_and_time(moment.astimezone(clock.STOCKHOLM), language())


def _spoken(write: Callable[..., str]) -> Callable[..., str]:
    """The function, in the language of the page."""
    return lambda *values: write(*values, language())


def _counted(value: int, one: str, many: str) -> str:
    """1 beslut, 3 åtgärder: the number with the right form of the word."""
    return _counted_in(language(), value, one, many)


@lru_cache(maxsize=2000)
def _counted_in(spoken: str, value: int, one: str, many: str) -> str:
    return f"{formatting.number(value, spoken)} {ngettext(one, many, value)}"


def _here(**changed: object) -> str:
    """The address of this page, with these parts of its query changed.

    Not by url_for(): it would take a part named _scheme or endpoint as its own argument.
    """
    query = request.args.to_dict() | {name: str(value) for name, value in changed.items()}
    return f"{request.script_root}{request.path}?{urlencode(query)}"


def _list_file(kind: str) -> str:
    """The address of the list that is shown, as a file of the kind."""
    return f"{request.script_root}{request.path}.{kind}?{_saved_query()}"


def _saved_query() -> str:
    """What the list shows, as it is saved."""
    return normalised(urlencode(request.args.to_dict()))


def _asset(filename: str) -> str:
    """The address of a file in static/, with its version, so that browsers may keep it."""
    return f"{request.script_root}/static/{filename}?v={_version(filename)}"


@cache
def _version(filename: str) -> str:
    content = (Path(__file__).parent.parent / "static" / filename).read_bytes()
    return hashlib.sha256(content).hexdigest()[:10]
