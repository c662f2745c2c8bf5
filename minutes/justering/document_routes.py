"""Saving the documents of a round, and the page on which a slip of the pen is corrected."""

from flask import Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import MinutesError
from minutes.justering import correcting, issuing, queries
from minutes.justering.blueprint import by, looked_after, readable, routes
from minutes.justering.canonical import read_canonical
from minutes.justering.documents import EXTRACT, extract_of, sheet_of
from minutes.justering.pdf_sheet import pdf_of
from minutes.justering.proving import evidence_of
from minutes.justering.sheet import AT_ONCE, Sheet
from minutes.justering.tables import JusteringRound
from minutes.justering.word_sheet import word_of
from minutes.people.access import Permission, requires
from minutes.people.sent import sent_number
from minutes.people.slugs import slug_of
from minutes.register import queries as register
from minutes.register.lifecycle import Step, after
from minutes.texts import N_

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@routes.get("/justering/<int:round_id>/protokoll.docx")
@requires(Permission.SIGNED_IN)
def word(round_id: int) -> Response:
    """The document as a Word file."""
    found = readable(round_id)
    return _word(found, sheet_of(g.session, found))


@routes.get("/justering/<int:round_id>/protokoll.pdf")
@requires(Permission.SIGNED_IN)
def pdf(round_id: int) -> Response:
    """The document as a PDF, with an empty field for each signature that is not given."""
    return saved_pdf(readable(round_id))


def saved_pdf(round_: JusteringRound) -> Response:
    """The PDF of the round as an answer, to save."""
    sheet = sheet_of(g.session, round_)
    content = issuing.pdf_of_round(g.session, g.settings, round_, clock.now())
    return _saved(content, "application/pdf", sheet, "pdf")


@routes.post("/justering/<int:round_id>/stampla")
@requires(Permission.REVIEW)
def seal(round_id: int) -> ResponseReturnValue:
    """Seal what is justerat now, instead of waiting for the job."""
    looked_after(round_id)
    try:
        issuing.seal_round(g.session, g.settings, round_id, by())
    except MinutesError as refusal:
        g.session.rollback()
        flash(refusal.message, "error")
    else:
        flash(N_("Protokollet är stämplat."))
    return redirect(url_for(".show", round_id=round_id), code=303)


@routes.get("/justering/<int:round_id>/utdrag/<int:place>.<any(pdf, docx):kind>")
@requires(Permission.SIGNED_IN)
def extract(round_id: int, place: int, kind: str) -> Response:
    """One paragraph by itself."""
    found = readable(round_id)
    sheet = extract_of(g.session, found, place)
    return _pdf(sheet) if kind == "pdf" else _word(found, sheet)


@routes.get("/justering/<int:round_id>/bevis.zip")
@requires(Permission.REVIEW)
def evidence(round_id: int) -> Response:
    """The evidence as one file, which `minutes evidence verify` checks."""
    content = evidence_of(g.session, looked_after(round_id))
    response = Response(content, mimetype="application/zip")
    name = f"bevis-justering-{round_id}.zip"
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _word(round_: JusteringRound, sheet: Sheet) -> Response:
    sent_at, own = round_.sent_at, queries.template_of(g.session, round_.body_id)
    template = own.content if own else None
    g.session.rollback()  # as for a PDF
    return _saved(word_of(sheet, sent_at, template), WORD, sheet, "docx")


def _pdf(sheet: Sheet) -> Response:
    g.session.rollback()  # drawing takes long, and needs nothing more of the database
    return _saved(pdf_of(sheet), "application/pdf", sheet, "pdf")


def _saved(content: bytes, mimetype: str, sheet: Sheet, suffix: str) -> Response:
    response = Response(content, mimetype=mimetype)
    said = [sheet.heading, sheet.minutes.body, sheet.minutes.date.isoformat()]
    if sheet.heading in (AT_ONCE, EXTRACT) and sheet.numbers:  # of which a meeting has several
        said.append("paragraf" if "§" in sheet.numbers else "punkt")
        said.append(sheet.numbers)
    name = slug_of(" ".join(said))
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.{suffix}")
    return response


@routes.route("/moten/<int:meeting_id>/rattelse", methods=["GET", "POST"])
@requires(Permission.REVIEW)
def correct(meeting_id: int) -> ResponseReturnValue:
    """Correct a slip of the pen in minutes that are justerade."""
    meeting = register.meeting(g.session, meeting_id)
    g.access.demand(Permission.REVIEW, meeting.body_id)
    after(meeting.state, Step.CORRECT)
    refusal, status = None, 200
    if request.method == "POST":
        g.session.rollback()
        try:
            round_id = correcting.correct(
                g.session,
                meeting_id,
                sent_number("punkt"),
                request.form.get("fel", ""),
                request.form.get("ratt", ""),
                request.form.get("skal", ""),
                clock.today(),
                by(),
            )
        except MinutesError as error:
            g.session.rollback()
            refusal, status = error.message, error.status
        else:
            flash(N_("Rättelsen är skickad för justering."))
            return redirect(url_for(".show", round_id=round_id), code=303)
    signed = queries.signed_minutes(g.session, meeting_id)
    page = render_template(
        "justering/correct.html",
        meeting=register.meeting(g.session, meeting_id),
        minutes=read_canonical(signed.text),
        signers=[each.name for each in queries.fields(g.session, signed.id or 0)],
        refusal=refusal,
        typed=request.form,
    )
    return page, status
