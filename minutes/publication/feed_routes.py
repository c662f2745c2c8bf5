"""What programs read of what is published: feeds, calendars and data. For everybody only."""

import datetime as dt
import json

from flask import Response, current_app, g, render_template, url_for

from minutes import clock, ics
from minutes.errors import NotFound
from minutes.export import list_file
from minutes.people.access import Permission, requires
from minutes.publication import (
    atom,
    data_queries,
    feeds,
    open_data,
    public_coming,
    public_lists,
)
from minutes.publication.caching import cached
from minutes.publication.public_routes import routes
from minutes.publication.publishers import published_body
from minutes.publication.readers import Reader

__all__ = ["routes"]

EVERYBODY = Reader()


@routes.get("/protokoll/atom.xml")
@requires(Permission.PUBLIC)
@cached
def atom_of_all() -> Response:
    """What was published last in all bodies."""
    return _atom("Protokoll", url_for(".start"), url_for(".atom_of_all"), None)


@routes.get("/protokoll/<slug>/atom.xml")
@requires(Permission.PUBLIC)
@cached
def atom_of_body(slug: str) -> Response:
    """What a body has published last."""
    body = published_body(EVERYBODY, slug, ever=True)
    page, here = url_for(".body", slug=slug), url_for(".atom_of_body", slug=slug)
    return _atom(f"Protokoll från {body.name}", page, here, body.id)


def _atom(title: str, page: str, here: str, body_id: int | None) -> Response:
    base = g.settings.base_url
    sources = (feeds.told, current_app.extensions[feeds.ALSO_TOLD])
    entries = [each for told in sources for each in told(g.session, base, body_id)]
    coming = public_coming.coming(g.connection, EVERYBODY, clock.today(), body_id)
    entries += feeds.called_off(coming, base)
    entries.sort(key=lambda each: each.updated, reverse=True)
    entries = entries[: data_queries.MOST_IN_FEED]
    written = atom.written(f"{base}{here}", f"{base}{page}", title, entries, clock.now())
    return Response(written, content_type=f"{atom.MIMETYPE}; charset=utf-8")


@routes.get("/protokoll/kalender.ics")
@requires(Permission.PUBLIC)
@cached
def calendar_of_all() -> Response:
    """The meetings of all bodies."""
    return _calendar("Möten", "public", None)


@routes.get("/protokoll/<slug>/kalender.ics")
@requires(Permission.PUBLIC)
@cached
def calendar_of_body(slug: str) -> Response:
    """The meetings of a body."""
    body = published_body(EVERYBODY, slug, ever=True)
    return _calendar(body.name, f"public:{slug}", body.id)


def _calendar(name: str, key: str, body_id: int | None) -> Response:
    meetings, _ = public_lists.meetings(g.connection, EVERYBODY, 1, body_id=body_id)
    coming = public_coming.coming(g.connection, EVERYBODY, clock.today(), body_id)
    entries = {each.key: each for each in map(feeds.ahead, coming)}
    entries |= {
        each.key: each for each in (feeds.held(one, g.settings.base_url) for one in meetings)
    }
    # The day, not the moment: or it would never be the calendar that the asker has already.
    day = dt.datetime.combine(clock.today(), dt.time(0), dt.UTC)
    written = ics.written(key, name, list(entries.values()), day)
    return Response(written, content_type="text/calendar; charset=utf-8")


@routes.get("/protokoll/data")
@requires(Permission.PUBLIC)
@cached
def data() -> str:
    """What there is for programs, and how it may be used."""
    years = public_lists.all_years(g.connection, EVERYBODY)
    return render_template("public/data.html", years=years)


@routes.get("/protokoll/data/<int(fixed_digits=4):year>.json")
@requires(Permission.PUBLIC)
@cached
def data_as_json(year: int) -> Response:
    """Everything published of the year's meetings."""
    found = _published(year)
    values = [open_data.as_values(each, g.settings.base_url) for each in found]
    text = json.dumps({"år": year, "möten": values}, ensure_ascii=False, indent=1)
    return Response(text, content_type="application/json; charset=utf-8")


@routes.get("/protokoll/data/<int(fixed_digits=4):year>.csv")
@requires(Permission.PUBLIC)
@cached
def data_as_csv(year: int) -> Response:
    """The same as a table."""
    rows = [
        row for each in _published(year) for row in open_data.as_rows(each, g.settings.base_url)
    ]
    return list_file("csv", f"protokoll-{year}", open_data.HEADINGS, rows)


def _published(year: int) -> list[data_queries.Published]:
    found = data_queries.published(g.session, year) if year >= dt.MINYEAR else []
    if not found:
        raise NotFound("Det året finns inte.")
    return found


@routes.get("/protokoll/data/dcat.rdf")
@requires(Permission.PUBLIC)
@cached
def catalogue() -> Response:
    """The data described as DCAT-AP-SE, so that dataportals find it."""
    text = render_template(
        "public/dcat.xml",
        years=public_lists.all_years(g.connection, EVERYBODY),
        organisations=data_queries.organisations(g.session),
        base_url=g.settings.base_url,
    )
    return Response(text, content_type="application/rdf+xml; charset=utf-8")
