"""Search over what is published, without signing in, cookies or JavaScript."""

import datetime as dt
from dataclasses import replace

from flask import Blueprint, g, render_template, request

from minutes.people.access import Permission, requires
from minutes.publication.caching import cached
from minutes.publication.public_routes import FIRST_YEAR
from minutes.publication.publishers import choices, who_asks
from minutes.publication.tables import PartKind
from minutes.search import public_queries
from minutes.search.excerpts import excerpt
from minutes.search.language import KINDS, LONGEST, Wanted, wanted
from minutes.texts import N_

routes = Blueprint("public_search", __name__)

PUBLIC_KINDS = ("möte", "punkt", "beslut")
EXAMPLES = (
    ("bryggan", N_("finner också brygga, bryggor och bryggorna")),
    ("brygg*", N_("alla ord som börjar så")),
    ('"nya lås"', N_("just de orden i följd")),
    ("lås -dörr", N_("lås, men inte där det står dörr")),
)


@routes.get("/protokoll/sok")
@requires(Permission.PUBLIC)
@cached
def search() -> str:
    """What is found, with the words marked."""
    asker, typed = who_asks(), request.args.get("q", "")
    slug, kind = request.args.get("organ", ""), request.args.get("typ", "")
    year = request.args.get("ar", type=int)
    if year is not None and not FIRST_YEAR <= year <= dt.MAXYEAR:
        year = None
    asked = _of_public(wanted(typed))
    if kind in PUBLIC_KINDS:
        asked = replace(asked, kinds=frozenset({KINDS[kind]}))
    hits = None
    if not asked.is_empty or slug or year:
        page = request.args.get("sida", 1, type=int)
        hits = public_queries.found(g.session, asker, asked, slug, year, page)
    bodies, years = choices(asker)
    return render_template(
        "public/search.html",
        typed=typed[:LONGEST],
        asked=asked,
        hits=hits,
        excerpt=excerpt,
        PartKind=PartKind,
        kinds=PUBLIC_KINDS,
        examples=EXAMPLES,
        bodies=bodies,
        years=years,
        chosen=(slug, kind, year),
    )


def _of_public(asked: Wanted) -> Wanted:
    """The search without what only members can ask for: whose an action item is, how it stands."""
    kept = replace(asked, owners=(), states=frozenset())
    others = asked.kinds - {KINDS[each] for each in PUBLIC_KINDS}
    if asked.owners or asked.states or others:
        fault = N_("Åtgärder, handlingar och årsberättelser går inte att söka bland här.")
        kept = replace(kept, faults=(*kept.faults, fault))
    return kept
