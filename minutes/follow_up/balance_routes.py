"""The balanslista and the decisions not executed, of a body and a year: page, Word and PDF."""

from pathlib import Path

from flask import Response, current_app, g, render_template, request
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import NotFound
from minutes.follow_up.balance import Balance, balance, sections
from minutes.follow_up.balance_word import word_file
from minutes.follow_up.blueprint import routes
from minutes.follow_up.decision_queries import years
from minutes.formatting import long_date
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.people.tables import Body
from minutes.printing import pdf_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@routes.get("/organ/<slug>/balanslista")
@requires(Permission.READ)
def balance_list(slug: str) -> str:
    """What a body has not finished."""
    body = _body(slug)
    assert body.id is not None
    made = _made(body)
    return render_template(
        "follow_up/balance.html", body=body, made=made, years=years(g.session, body.id)
    )


@routes.get("/organ/<slug>/balanslista.<any(docx, pdf):kind>")
@requires(Permission.READ)
def balance_file(slug: str, kind: str) -> ResponseReturnValue:
    """The same, to print or to send with the notice of the next meeting."""
    body = _body(slug)
    made = _made(body)
    title, subtitle = _title(made), _subtitle(made)
    if kind == "docx":
        content, mimetype = word_file(title, subtitle, sections(made)), WORD
    else:
        html = render_template(
            "follow_up/balance_print.html",
            heading=title,
            subtitle=subtitle,
            sections=sections(made),
        )
        content, mimetype = pdf_of(html, _print_style()), "application/pdf"
    response = Response(content, mimetype=mimetype)
    name = f"balanslista-{body.slug}-{made.day.isoformat()}.{kind}"
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _made(body: Body) -> Balance:
    year = request.args.get("ar", type=int)
    if year is not None and not 1 <= year <= 9999:
        raise NotFound("Det året finns inte.")
    return balance(g.session, body, year, clock.today())


def _body(slug: str) -> Body:
    body = people.body_by_slug(g.session, slug)
    g.access.demand(Permission.READ, body.id)
    return body


def _title(made: Balance) -> str:
    return f"Balanslista {made.body}"


def _subtitle(made: Balance) -> str:
    parts = [made.organisation, f"protokoll från {made.year}" if made.year else ""]
    said = ", ".join([*filter(None, parts), f"läget {long_date(made.day)}"])
    return said[0].upper() + said[1:]


def _print_style() -> str:
    return (Path(str(current_app.static_folder)) / "print.css").read_text(encoding="utf-8")
