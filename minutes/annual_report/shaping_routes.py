"""What a report tells of, what has changed since it was written, its versions, and its end."""

from collections.abc import Callable, Sequence

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes.annual_report import covered, merging, pinning, report_list, service
from minutes.annual_report.blueprint import by, put_together, routes, writable
from minutes.annual_report.composing import Composed, sections_of
from minutes.annual_report.narrative import TITLES
from minutes.annual_report.tables import AnnualReport, Extent, Section
from minutes.errors import MinutesError
from minutes.justering.comparison import Words, compared_words
from minutes.people.access import Permission, requires
from minutes.people.sent import row_number, sent_number
from minutes.texts import N_

PINS = {"ja": True, "nej": False, "regeln": None}


@routes.route("/arsberattelser/<int:report_id>/innehall", methods=["GET", "POST"])
@requires(Permission.REVIEW)
def contents(report_id: int) -> ResponseReturnValue:
    """Which sections there are and in which order, and which decisions are told of."""
    found = writable(report_id)
    if request.method == "POST":
        return _did(found, ".changes", _chosen, N_("Innehållet är valt."))
    chosen = sections_of(found)
    return render_template(
        "annual_report/contents.html",
        made=put_together(found),
        bodies=(bodies := covered.offered()),
        covers=[each.slug for each in bodies if each.id in found.others],
        sections=[*chosen, *(each for each in Section if each not in chosen)],
        chosen=chosen,
        titles=TITLES,
    )


def _chosen(report: AnnualReport) -> None:
    wanted = [each for each in Section if each.value in request.form.getlist("avsnitt")]
    service.choose(
        g.session,
        by(),
        report.id or 0,
        extent=Extent.SHORT if request.form.get("omfattning") == "short" else Extent.FULL,
        chosen=sorted(wanted, key=_place),
        only_justerade="justerade" in request.form,
        seen=sent_number(),
        covers=covered.chosen(report.body_id),
        together=covered.together(),
    )


def _place(section: Section) -> int:
    written = request.form.get(f"plats-{section.value}", "")
    return int(written) if written.isdecimal() and len(written) < 4 else 99


@routes.post("/arsberattelser/<int:report_id>/beslut/<int:decision_id>")
@requires(Permission.REVIEW)
def pin(report_id: int, decision_id: int) -> ResponseReturnValue:
    """Choose a decision for the report, or take it away, or let the rule decide."""
    found = writable(report_id)
    wanted = PINS.get(request.form.get("val", ""))

    def do(report: AnnualReport) -> None:
        pinning.pin(g.session, by(), report, decision_id, wanted)

    return _did(found, ".contents", do, N_("Valet är sparat."))


@routes.route("/arsberattelser/<int:report_id>/andringar", methods=["GET", "POST"])
@requires(Permission.REVIEW)
def changes(report_id: int) -> ResponseReturnValue:
    """What today's minutes would have the draft say, beside what stands there."""
    found = writable(report_id)
    if request.method == "POST":
        return _did(found, ".report", _taken, N_("Ändringarna är hanterade."))
    return render_template("annual_report/changes.html", made=put_together(found))


def _taken(report: AnnualReport) -> None:
    service.take(
        g.session,
        by(),
        report.id or 0,
        request.form.getlist("ta"),
        sent_number(),
        request.form.get("utkast", ""),
    )


@routes.get("/arsberattelser/<int:report_id>/versioner")
@requires(Permission.REVIEW)
def versions(report_id: int) -> str:
    """The texts that were saved, and one of them compared with that of now."""
    found = writable(report_id)
    number = request.args.get("jamfor", type=row_number)
    older = report_list.version(g.session, report_id, number) if number else None
    made = put_together(found)
    return render_template(
        "annual_report/versions.html",
        made=made,
        versions=report_list.versions(g.session, report_id),
        older=older,
        compared=_compared(made, older.text) if older else (),
    )


def _compared(made: Composed, older: str) -> Sequence[Words]:
    """An older text beside that of now as they are read; as written, where only that differs."""
    texts = older, made.report.text
    for with_sources in (False, True):
        before, after = (
            made.readable(merging.rows_of(each), with_sources=with_sources) for each in texts
        )
        if before != after:
            return compared_words(before, after)
    return compared_words(*texts)


@routes.post("/arsberattelser/<int:report_id>/versioner/<int:number>")
@requires(Permission.REVIEW)
def restore(report_id: int, number: int) -> ResponseReturnValue:
    """Let an earlier version be the text again."""

    def do(_report: AnnualReport) -> None:
        service.restore(g.session, by(), report_id, number, sent_number())

    return _did(writable(report_id), ".report", do, N_("Den tidigare texten är tillbaka."))


@routes.post("/arsberattelser/<int:report_id>/<any(fardigstall, oppna):step>")
@requires(Permission.REVIEW)
def step(report_id: int, step: str) -> ResponseReturnValue:
    """Fix the report, or go on writing it."""

    def do(_report: AnnualReport) -> None:
        if step == "fardigstall":
            service.finish(g.session, by(), report_id, sent_number())
        else:
            service.reopen(g.session, by(), report_id)

    said = {
        "fardigstall": N_("Årsberättelsen är färdigställd."),
        "oppna": N_("Årsberättelsen kan ändras igen."),
    }
    return _did(writable(report_id), ".report", do, said[step])


def _did(
    report: AnnualReport, where: str, do: Callable[[AnnualReport], None], said: str
) -> ResponseReturnValue:
    report_id = report.id
    g.session.rollback()
    try:
        do(writable(report_id or 0))
        flash(said)
    except MinutesError as error:
        g.session.rollback()
        flash(error.message, "error")
        where = where if where != ".report" or "andringar" not in request.path else ".changes"
    return redirect(url_for(where, report_id=report_id), code=303)
