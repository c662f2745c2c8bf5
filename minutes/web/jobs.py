"""The administrator's page of the scheduled jobs: last and next runs, and running one now."""

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock, scheduler
from minutes.errors import NotFound
from minutes.jobs import queries
from minutes.people.access import Permission, requires
from minutes.texts import N_

routes = Blueprint("jobs", __name__, url_prefix="/hantera/jobb")


@routes.get("")
@requires(Permission.MANAGE)
def overview() -> str:
    """When each job last ran and how it went, when it runs next, and what is wrong."""
    now = clock.now()
    known = queries.known(g.session)
    rows = [(job, known.get(job.name, queries.Known())) for job in scheduler.JOBS]
    warnings = {job.name: said for job, k in rows if (said := scheduler.warning(job, k, now))}
    return render_template(
        "jobs/overview.html",
        rows=rows,
        warnings=warnings,
        troubled=[job.words for job, _ in rows if job.name in warnings],
        next_runs={job.name: job.trigger.get_next_fire_time(None, now) for job, _ in rows},
        running={job.name for job, k in rows if k.leased_until and k.leased_until > now},
    )


@routes.post("/kor")
@requires(Permission.MANAGE)
def run_now() -> ResponseReturnValue:
    """Ask for a run of a job."""
    name = request.form.get("jobb", "")
    scheduler.request(g.session, name, by=g.access.person_id, at=clock.now())
    flash(
        N_("%(name)s: körs inom några sekunder. Ladda om sidan för att se hur det gick.", name=name)
    )
    return redirect(url_for(".overview"), code=303)


@routes.get("/korningar")
@requires(Permission.MANAGE)
def runs() -> str:
    """The runs of one job, the newest first."""
    name = request.args.get("jobb", "")
    if name not in {job.name for job in scheduler.JOBS}:
        raise NotFound("Jobbet finns inte.")
    found, shown = queries.runs(g.session, name, request.args.get("sida", 1, type=int))
    return render_template("jobs/runs.html", name=name, runs=found, paging=shown, now=clock.now())
