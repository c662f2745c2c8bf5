"""The page of a body's Word template: which one it has, another one, the default one."""

from collections.abc import Callable

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

    def page(body: Body, body_id: int, refusal: str | None) -> str:
        return render_template(
            "justering/template.html",
            body=body,
            own=queries.template_of(g.session, body_id),
            known=word_template.PLACEHOLDERS,
            most=file_size(MOST),
            refusal=refusal,
            file_url=url_for(".template_file", slug=slug),
        )

    return template_page(
        slug,
        page,
        keep=lambda body_id: own_templates.set_template(g.session, body_id, *uploaded(), by()),
        remove=lambda body_id: own_templates.remove_template(g.session, body_id, by()),
    )


@routes.get("/organ/<slug>/wordmall.docx")
@requires(Permission.REVIEW)
def template_file(slug: str) -> Response:
    """The template in use, to begin from."""
    _, body_id = looked_after(slug)
    own = queries.template_of(g.session, body_id)
    if own is None:
        return word_file(word_template.default_template(), "wordmall.docx")
    return word_file(own.content, own.filename)


def template_page(
    slug: str,
    page: Callable[[Body, int, str | None], str],
    *,
    keep: Callable[[int], None],
    remove: Callable[[int], None],
) -> ResponseReturnValue:
    """The page of a template; or the template that was sent is kept, or the default one used again.

    `page` makes the page of the body, its id, and why something was refused.
    """
    body, body_id = looked_after(slug)
    if request.method != "POST":
        return page(body, body_id, None)
    g.session.rollback()
    try:
        if "ta-bort" in request.form:
            remove(body_id)
            said = N_("Standardmallen används igen.")
        else:
            keep(body_id)
            said = N_("Mallen är sparad. Den används nästa gång någon hämtar ett Word-dokument.")
    except MinutesError as error:
        g.session.rollback()
        return page(*looked_after(slug), error.message), error.status
    flash(said)
    return redirect(url_for(".template", slug=slug), code=303)


def word_file(content: bytes, name: str) -> Response:
    """The answer that lets the browser save a Word file."""
    response = Response(content, mimetype=WORD)
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
