"""The lists of a body's year as Word, PDF and Excel."""

from collections.abc import Callable
from pathlib import Path

from flask import Response, current_app, g, render_template, request

from minutes import clock
from minutes.annual_report import queries, year_lists
from minutes.annual_report.blueprint import routes
from minutes.annual_report.facts import Record
from minutes.annual_report.files import WORD
from minutes.export import EXCEL, list_file
from minutes.follow_up.balance import Section, balance, sections
from minutes.follow_up.balance_word import word_file
from minutes.formatting import long_date
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.people.tables import Body
from minutes.printing import pdf_of
from minutes.register.choices import wanted_year

MOST_MEETINGS = 366  # in a table of a spreadsheet
_MADE: dict[str, tuple[str, Callable[[Record, int], list[Section]]]] = {
    "beslutsregister": ("Beslutsregister", year_lists.decision_register),
    "ej-verkstallda": ("Ej verkställda beslut", year_lists.not_executed),
    "narvarolista": ("Närvarolista", year_lists.attendance),
}


@routes.get(
    "/organ/<slug>/<any(beslutsregister, 'ej-verkstallda', narvarolista):name>"
    ".<any(docx, pdf, xlsx):kind>"
)
@requires(Permission.READ)
def year_list(slug: str, name: str, kind: str) -> Response:
    """A list of the year that the address names, else of this one."""
    body = _body(slug)
    year = wanted_year(request.args.get("ar")) or clock.today().year
    title, make = _MADE[name]
    record = queries.record(g.session, [body.id or 0], year)
    one_table = kind == EXCEL and name == "narvarolista"
    made = year_lists.attendance(record, year, MOST_MEETINGS) if one_table else make(record, year)
    return _file(kind, f"{title} {year}", body, made, f"{name}-{body.slug}-{year}")


@routes.get("/organ/<slug>/balanslista.xlsx")
@requires(Permission.READ)
def balance_sheet(slug: str) -> Response:
    """What the body has not finished, for a spreadsheet: its open action items."""
    body = _body(slug)
    made = balance(g.session, body, wanted_year(request.args.get("ar")), clock.today())
    name = f"balanslista-{body.slug}-{made.day.isoformat()}"
    return _file(EXCEL, "Balanslista", body, sections(made)[:1], name)


def _body(slug: str) -> Body:
    body = people.body_by_slug(g.session, slug)
    g.access.demand(Permission.READ, body.id)
    return body


def _file(kind: str, title: str, body: Body, made: list[Section], name: str) -> Response:
    if kind == EXCEL:
        columns = max((each.columns for each in made), key=len)
        return list_file(kind, name, columns, [row for each in made for row in each.rows])
    heading = f"{title} – {body.name}"
    subtitle = ", ".join(filter(None, (body.organisation, long_date(clock.today()))))
    g.session.rollback()  # drawing takes long, and needs nothing more of the database
    if kind == "docx":
        content, mimetype = word_file(heading, subtitle, made), WORD
    else:
        html = render_template(
            "follow_up/balance_print.html", heading=heading, subtitle=subtitle, sections=made
        )
        style = (Path(str(current_app.static_folder)) / "print.css").read_text(encoding="utf-8")
        content, mimetype = pdf_of(html, f"{style}\n{_widths(made)}"), "application/pdf"
    response = Response(content, mimetype=mimetype)
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.{kind}")
    return response


def _widths(made: list[Section]) -> str:
    """The widths of the columns that the tables name by their hundredths."""
    widths = {width for each in made for width in each.widths}
    return " ".join(f".w-{width} {{ width: {width}%; }}" for width in sorted(widths))
