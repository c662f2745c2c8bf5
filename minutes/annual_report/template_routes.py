"""The page of the Word template of a body's annual reports."""

from flask import Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes.annual_report import templates
from minutes.annual_report.blueprint import by, routes
from minutes.annual_report.files import WORD
from minutes.annual_report.word_report import PLACEHOLDERS, default_template
from minutes.errors import MinutesError
from minutes.formatting import file_size
from minutes.justering.template_routes import looked_after, uploaded
from minutes.people.access import Permission, requires
from minutes.texts import N_
from minutes.word.templates import MOST


@routes.route("/organ/<slug>/wordmall-arsberattelse", methods=["GET", "POST"])
@requires(Permission.REVIEW)
def template(slug: str) -> ResponseReturnValue:
    """What the body's reports are made from, and another template to upload."""
    body, body_id = looked_after(slug)
    refusal, status = None, 200
    if request.method == "POST":
        g.session.rollback()
        try:
            if "ta-bort" in request.form:
                templates.remove(g.session, body_id, by())
                said = N_("Standardmallen används igen.")
            else:
                templates.keep(g.session, body_id, *uploaded(), by())
                said = N_(
                    "Mallen är sparad. Den används nästa gång någon hämtar ett Word-dokument."
                )
        except MinutesError as error:
            g.session.rollback()
            refusal, status = error.message, error.status
        else:
            flash(said)
            return redirect(url_for(".template", slug=slug), code=303)
        body, body_id = looked_after(slug)
    page = render_template(
        "annual_report/template.html",
        body=body,
        own=templates.own(g.session, body_id),
        known=PLACEHOLDERS,
        most=file_size(MOST),
        refusal=refusal,
        file_url=url_for(".template_file", slug=slug),
    )
    return page, status


@routes.get("/organ/<slug>/wordmall-arsberattelse.docx")
@requires(Permission.REVIEW)
def template_file(slug: str) -> Response:
    """The template in use, to begin from."""
    _, body_id = looked_after(slug)
    own = templates.own(g.session, body_id)
    response = Response(own.content if own else default_template(), mimetype=WORD)
    name = own.filename if own else "wordmall-arsberattelse.docx"
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
