"""The numbers of a year, of one body or of several, with those of the year before."""

from flask import Response, current_app, g, render_template, request

from minutes import clock
from minutes.annual_report import queries, service
from minutes.annual_report.blueprint import by, routes
from minutes.annual_report.charts import CHARTS, spoken
from minutes.annual_report.composing import composed
from minutes.annual_report.figures import figures
from minutes.annual_report.files import FILES, file_of, saved
from minutes.annual_report.word_report import Cover
from minutes.errors import NotFound
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.people.tables import Body
from minutes.register.choices import wanted_year


@routes.get("/siffror")
@requires(Permission.READ)
def numbers() -> str:
    """What is counted of a year: of the bodies that are chosen, or of an organisation's."""
    today = clock.today()
    bodies = people.bodies(g.session, g.access.bodies(Permission.READ))[: service.MOST_BODIES]
    chosen = _chosen(list(bodies))
    year = wanted_year(request.args.get("ar")) or today.year
    record = queries.record(g.session, [each.id for each in chosen if each.id], year)
    counted = figures(record, year, today)
    said = current_app.extensions["said"]
    before = figures(record, year - 1, today)
    return render_template(
        "annual_report/numbers.html",
        bodies=bodies,
        chosen=chosen,
        organisations=sorted({each.organisation for each in bodies if each.organisation}),
        year=year,
        years=range(
            today.year, min((each.date.year for each in record.meetings), default=year) - 1, -1
        ),
        figures=counted,
        has_meetings=counted.value("möten") > 0,
        before=before,
        files=FILES,
        charts={name: spoken(draw(counted), said) for name, draw in CHARTS.items()},
    )


@routes.get("/siffror/arsberattelse.<any(docx, pdf, md):kind>")
@requires(Permission.READ)
def bodies_file(kind: str) -> Response:
    """A draft about the bodies that are chosen, of those that one may read. It is not stored."""
    readable = people.bodies(g.session, g.access.bodies(Permission.READ))[: service.MOST_BODIES]
    chosen = _chosen(list(readable))
    if not chosen:
        raise NotFound("Organet finns inte, eller så får du inte läsa dess protokoll.")
    year = wanted_year(request.args.get("ar")) or clock.today().year
    ids = [each.id for each in chosen if each.id]
    together = "gemensamt" in request.args
    report = service.drafted(g.session, by(), ids, year, together=together)
    made = composed(g.session, report, clock.today()).document
    # The title of several tells whose they are; that of one only what it is called.
    cover = Cover("", chosen[0].organisation if len(chosen) == 1 else "", clock.now())
    g.session.rollback()  # drawing takes long, and needs nothing more of the database
    return saved(file_of(kind, made, cover), kind, made.title)


def _chosen(bodies: list[Body]) -> list[Body]:
    """The bodies that the address names, by themselves or by their organisation; else all."""
    wanted = set(request.args.getlist("organ"))
    organisation = request.args.get("organisation", "")
    found = [
        each
        for each in bodies
        if each.slug in wanted or (organisation and each.organisation == organisation)
    ]
    return found if wanted or organisation else bodies
