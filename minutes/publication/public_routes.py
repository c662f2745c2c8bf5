"""The public site: what is published, for everybody, without signing in, cookies or JavaScript.

Who is signed in sees besides what is published for them; such an answer is kept by no cache.
"""

import datetime as dt
from itertools import chain

from flask import Blueprint, Response, g, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import NotFound
from minutes.paging import paging
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.people.slugs import slug_of
from minutes.people.tables import Regime
from minutes.publication import data_queries, public_coming, public_lists, public_queries
from minutes.publication.addresses import ADDRESS
from minutes.publication.caching import cached, shared
from minutes.publication.public_queries import Withdrawn
from minutes.publication.publishers import choices, published_body, publishers, who_asks
from minutes.publication.readers import Reader

routes = Blueprint("public", __name__)

MIMETYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
FIRST_YEAR = 1000


def _page() -> int:
    return request.args.get("sida", 1, type=int)


@routes.get("/protokoll")
@requires(Permission.PUBLIC)
@cached
def start() -> str:
    """The bodies that publish, what was published last, and the meetings ahead."""
    asker = who_asks()
    bodies = publishers(asker)
    total = sum(each.meetings for each in bodies)
    latest, _ = public_lists.numbers(g.connection, asker, 1, total=total)
    return render_template(
        "public/start.html",
        bodies=bodies,
        latest=public_lists.listed(g.connection, latest[:10]),
        coming=public_coming.coming(g.connection, asker, clock.today())[:10],
    )


@routes.get("/protokoll/<slug>")
@requires(Permission.PUBLIC)
@cached
def body(slug: str) -> str:
    """A body: its meetings, the latest first, and those ahead."""
    return _body_page(slug, None)


@routes.get("/protokoll/<slug>/<int(fixed_digits=4):year>")
@requires(Permission.PUBLIC)
@cached
def year(slug: str, year: int) -> str:
    """The meetings of a body in a year."""
    return _body_page(slug, year)


def _body_page(slug: str, year: int | None) -> str:
    asker = who_asks()
    found = published_body(asker, slug)
    published = shared(
        ("minutes", asker, found.id), lambda: public_lists.of_body(g.connection, asker, found.id)
    )
    if year is not None and year not in published:
        raise NotFound("Sidan finns inte.")
    shown = list(chain(*published.values())) if year is None else published[year]
    page = paging(_page(), len(shown))
    held = shared(
        ("held", found.id, year), lambda: public_lists.meetings_held(g.connection, found.id, year)
    )
    numbers = shown[page.offset : page.offset + page.rows]
    return render_template(
        "public/body.html",
        body=found,
        years=[(each, len(numbers)) for each, numbers in published.items()],
        year=year,
        numbers=numbers,
        meetings=lambda: public_lists.listed(g.connection, numbers),
        paging=page,
        coming=shared(
            ("coming", asker, found.id),
            lambda: public_coming.coming(g.connection, asker, clock.today(), found.id),
        ),
        unpublished=held - len(shown),
    )


@routes.get("/protokoll/<slug>/<address>")
@requires(Permission.PUBLIC)
@cached
def meeting(slug: str, address: str) -> ResponseReturnValue:
    """The minutes of a meeting, each paragraph at an address of its own."""
    _require_address(address)
    try:
        found = public_queries.public_meeting(g.public, who_asks(), slug, address, g.language)
    except Withdrawn as withdrawn:
        return _withdrawn(withdrawn)
    return render_template("public/meeting.html", page=found)


@routes.get("/protokoll/<slug>/<address>/protokoll.<any(pdf, docx):kind>")
@requires(Permission.PUBLIC)
@cached
def file(slug: str, address: str, kind: str) -> ResponseReturnValue:
    """The same minutes as a file."""
    _require_address(address)
    try:
        its_body, found = public_queries.publication(g.session, who_asks(), slug, address)
    except Withdrawn as withdrawn:
        return _withdrawn(withdrawn)
    assert found.id is not None
    kept = public_queries.file(g.session, found.id, kind)
    response = Response(kept.content, mimetype=MIMETYPES[kind])
    name = f"{slug_of(f'protokoll {its_body.name}')}-{found.address}.{kind}"
    # A browser may show a PDF; a Word file is saved.
    how = "inline" if kind == "pdf" else "attachment"
    response.headers.set("Content-Disposition", how, filename=name)
    return response


@routes.get("/protokoll/beslut")
@requires(Permission.PUBLIC)
@cached
def decisions() -> str:
    """The decisions of all bodies, the latest first; of one body or year where that is asked."""
    asker, slug = who_asks(), request.args.get("organ") or None
    wanted_year = request.args.get("ar", type=int)
    if wanted_year is not None and not FIRST_YEAR <= wanted_year <= dt.MAXYEAR:
        raise NotFound("Det året finns inte.")
    found, paging = public_lists.decisions(
        g.connection, asker, _page(), slug=slug, year=wanted_year
    )
    bodies, years = choices(asker)
    return render_template(
        "public/decisions.html",
        decisions=found,
        paging=paging,
        bodies=bodies,
        years=years,
        chosen=slug,
        year=wanted_year,
    )


@routes.get("/protokoll/kommande")
@requires(Permission.PUBLIC)
@cached
def coming() -> str:
    """The meetings ahead."""
    found = public_coming.coming(g.connection, who_asks(), clock.today())
    return render_template("public/coming.html", coming=found)


@routes.get("/protokoll/tillganglighet")
@requires(Permission.PUBLIC)
@cached
def accessibility() -> str:
    """How well everybody can use the public site, as lag (2018:1937) asks to be told."""
    contact = g.settings.accessibility_contact
    return render_template("public/accessibility.html", contact=contact)


@routes.get("/protokoll/sitemap.xml")
@requires(Permission.PUBLIC)
@cached
def sitemap() -> Response:
    """Every page that is for everybody, for search engines; whoever asks gets the same."""
    pages = data_queries.sitemap(g.session)
    text = render_template(
        "public/sitemap.xml",
        bodies=publishers(Reader()),
        pages=pages,
        base_url=g.settings.base_url,
    )
    return Response(text, mimetype="application/xml")


@routes.get("/robots.txt")
@requires(Permission.PUBLIC)
@cached
def robots() -> Response:
    """What search engines may read: what is public."""
    lines = (
        "User-agent: *",
        "Allow: /protokoll",
        "Allow: /anslagstavla",
        "Allow: /static/",
        "Disallow: /",
        f"Sitemap: {g.settings.base_url}{url_for('.sitemap')}",
    )
    return Response("\n".join(lines) + "\n", mimetype="text/plain")


def _require_address(address: str) -> None:
    if not ADDRESS.fullmatch(address):
        raise NotFound("Sidan finns inte.")


def _withdrawn(withdrawn: Withdrawn) -> tuple[str, int]:
    found = withdrawn.publication
    of_association = people.body(g.session, found.body_id).regime is Regime.ASSOCIATION
    page = render_template(
        "public/withdrawn.html", publication=found, of_association=of_association
    )
    return page, 410
