"""Search over everything that one may see."""

from flask import Blueprint, g, render_template, request

from minutes import clock
from minutes.people.access import Permission, requires
from minutes.search import queries
from minutes.search.excerpts import excerpt
from minutes.search.language import FILTERS, LONGEST, Kind, wanted
from minutes.search.nearest import instead
from minutes.search.queries import Asker
from minutes.search.suggestions import filter_begun, suggestions
from minutes.texts import N_

routes = Blueprint("search", __name__)

EXAMPLES = (
    ("bryggan", N_("finner också brygga, bryggor och bryggorna")),
    ("brygg*", N_("alla ord som börjar så")),
    ('"nya lås"', N_("just de orden i följd")),
    ("lås -dörr", N_("lås, men inte där det står dörr")),
    ("typ:beslut år:2024-2026", N_("besluten från några år")),
    ("ägare:mig är:försenad", N_("det som jag är sen med")),
)


@routes.get("/sok")
@requires(Permission.READ)
def search() -> str:
    """What is found, with the words marked."""
    typed = request.args.get("q", "")
    asked = wanted(typed)
    hits, others = None, []
    if not asked.is_empty:
        hits = queries.found(g.session, _asker(), asked, request.args.get("sida", 1, type=int))
        if not hits.rows:
            others = instead(g.session, _asker(), asked, typed[:LONGEST])
    return render_template(
        "search/search.html",
        typed=typed[:LONGEST],
        asked=asked,
        hits=hits,
        others=others,
        excerpt=excerpt,
        Kind=Kind,
        filters=FILTERS,
        examples=EXAMPLES,
    )


@routes.get("/sok/forslag")
@requires(Permission.READ)
def suggest() -> str:
    """How the search that is being typed could go on; a part of the page."""
    typed = request.args.get("q", "")[:LONGEST]
    begun = filter_begun(typed)
    names = queries.names(g.session, _asker(), *begun) if begun else ()
    return render_template("search/suggestions.html", suggestions=suggestions(typed, names))


def _asker() -> Asker:
    assert g.access.person_id is not None
    return Asker(g.access.person_id, g.access.bodies(Permission.READ), clock.today())
