"""The page of the Word template of a body's annual reports."""

from flask import Response, g, render_template, url_for
from flask.typing import ResponseReturnValue

from minutes.annual_report import templates
from minutes.annual_report.blueprint import by, routes
from minutes.annual_report.word_report import PLACEHOLDERS, default_template
from minutes.formatting import file_size
from minutes.justering.template_routes import looked_after, template_page, uploaded, word_file
from minutes.people.access import Permission, requires
from minutes.people.tables import Body
from minutes.word.templates import MOST


@routes.route("/organ/<slug>/wordmall-arsberattelse", methods=["GET", "POST"])
@requires(Permission.REVIEW)
def template(slug: str) -> ResponseReturnValue:
    """What the body's reports are made from, and another template to upload."""

    def page(body: Body, body_id: int, refusal: str | None) -> str:
        return render_template(
            "annual_report/template.html",
            body=body,
            own=templates.own(g.session, body_id),
            known=PLACEHOLDERS,
            most=file_size(MOST),
            refusal=refusal,
            file_url=url_for(".template_file", slug=slug),
        )

    return template_page(
        slug,
        page,
        keep=lambda body_id: templates.keep(g.session, body_id, *uploaded(), by()),
        remove=lambda body_id: templates.remove(g.session, body_id, by()),
    )


@routes.get("/organ/<slug>/wordmall-arsberattelse.docx")
@requires(Permission.REVIEW)
def template_file(slug: str) -> Response:
    """The template in use, to begin from."""
    _, body_id = looked_after(slug)
    own = templates.own(g.session, body_id)
    if own is None:
        return word_file(default_template(), "wordmall-arsberattelse.docx")
    return word_file(own.content, own.filename)
