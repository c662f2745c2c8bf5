"""The page of a body's Word template: which one it has, another one, the default one."""

from flask import Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes.errors import MinutesError, Refused
from minutes.formatting import file_size
from minutes.justering import own_templates, queries, word_template
from minutes.justering.blueprint import by, routes
from minutes.justering.document_routes import WORD
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.people.tables import Body
from minutes.texts import N_
from minutes.word.templates import MOST


@routes.route("/organ/<slug>/wordmall", methods=["GET", "POST"])
@requires(Permission.REVIEW)
def template(slug: str) -> ResponseReturnValue:
    """What the body's Word files are made from, and another template to upload."""
    body, body_id = looked_after(slug)
    refusal, status = None, 200
    if request.method == "POST":
        g.session.rollback()
        try:
            if "ta-bort" in request.form:
                own_templates.remove_template(g.session, body_id, by())
                said = N_("Standardmallen används igen.")
            else:
                own_templates.set_template(g.session, body_id, *uploaded(), by())
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
        "justering/template.html",
        body=body,
        own=queries.template_of(g.session, body_id),
        known=word_template.PLACEHOLDERS,
        most=file_size(MOST),
        refusal=refusal,
        file_url=url_for(".template_file", slug=slug),
    )
    return page, status


@routes.get("/organ/<slug>/wordmall.docx")
@requires(Permission.REVIEW)
def template_file(slug: str) -> Response:
    """The template in use, to begin from."""
    _, body_id = looked_after(slug)
    own = queries.template_of(g.session, body_id)
    content = own.content if own else word_template.default_template()
    response = Response(content, mimetype=WORD)
    name = own.filename if own else "wordmall.docx"
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def looked_after(slug: str) -> tuple[Body, int]:
    """The body and its id, for who looks after it. Raises NotAllowed, NotFound."""
    body = people.body_by_slug(g.session, slug)
    g.access.demand(Permission.REVIEW, body.id)
    assert body.id is not None
    return body, body.id


def uploaded() -> tuple[str, bytes]:
    """The file that was sent as a template, with its name. Raises Refused where none was."""
    file = request.files.get("mall")
    if file is None or not file.filename:
        raise Refused("Välj Word-filen.")
    return file.filename, file.read(MOST + 1)
