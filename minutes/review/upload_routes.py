"""Bringing in files, each read for itself, and text that was copied from somewhere else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from minutes import clock
from minutes.errors import MinutesError, NotFound
from minutes.people.access import Permission, requires
from minutes.reading.bounds import Limits
from minutes.register import paper_queries
from minutes.register import queries as register
from minutes.review import queries, service
from minutes.review.access import may_review
from minutes.review.blueprint import routes
from minutes.review.open_drafts import OpenDraft, open_drafts
from minutes.review.storing import Imported
from minutes.texts import N_

LONGEST_TITLE = 200
UNTITLED = "Inklistrad text"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one uploaded file: what was imported, or why it was refused."""

    filename: str
    imported: Imported | None = None
    refusal: str = ""
    may_see: bool = True
    waiting: Sequence[OpenDraft] = ()  # what was read in it, to be reviewed


@routes.get("/ladda-upp")
@requires(Permission.REVIEW)
def upload_page() -> str:
    """Where files are dropped."""
    return render_template("review/upload.html", results=[], limits=_limits())


@routes.post("/ladda-upp")
@requires(Permission.REVIEW)
def upload() -> ResponseReturnValue:
    """Read the files; the page lists what became of each, or only the list for the script."""
    files = [each for each in request.files.getlist("filer") if each.filename]
    results = [_import(each) for each in files]
    if request.headers.get("HX-Request"):
        return render_template("review/results.html", results=results)
    if not results:
        flash(N_("Välj minst en fil."), "error")
        return redirect(url_for(".upload_page"), code=303)
    return render_template("review/upload.html", results=results, limits=_limits())


@routes.post("/klistra-in")
@requires(Permission.REVIEW)
def paste() -> ResponseReturnValue:
    """Read text that was pasted into the page, as a text file with the title for a name."""
    text = request.form.get("text", "").replace("\r\n", "\n")
    if not text.strip():
        flash(N_("Klistra in texten i rutan först."), "error")
        return redirect(url_for(".upload_page"), code=303)
    title = " ".join(request.form.get("titel", "").split())[:LONGEST_TITLE]
    result = _read_in(f"{title or UNTITLED}.txt", text.encode())
    pasted = {"titel": title, "text": text} if result.refusal else {}
    page = render_template("review/upload.html", results=[result], limits=_limits(), pasted=pasted)
    return page, 422 if result.refusal else 200


@routes.post("/dokument/<int:document_id>/granska")
@requires(Permission.REVIEW)
def review_anyway(document_id: int) -> ResponseReturnValue:
    """Make a draft of a document that was not taken for minutes."""
    document = register.document(g.session, document_id)
    brought = document.stored_by == g.access.person_id or g.access.is_administrator
    kept = brought or paper_queries.may_keep(g.session, document_id, g.access)
    has_the_file = request.form.get("sha256") == document.sha256  # as the page of uploads says
    if not (kept or has_the_file):
        raise NotFound("Dokumentet finns inte, eller så har du inte tillgång till det.")
    draft_id = service.draft_anyway(
        g.session,
        document_id,
        by=g.access.person_id,
        at=clock.now(),
        limits=_limits(),
        among=g.access.bodies(Permission.REVIEW),
    )
    return redirect(url_for(".draft", draft_id=draft_id), code=303)


def _import(file: FileStorage) -> Result:
    # One byte more tells that it is too large.
    return _read_in(file.filename or "", file.stream.read(_limits().file_bytes + 1))


def _read_in(filename: str, data: bytes) -> Result:
    try:
        imported = service.import_file(
            g.session,
            filename,
            data,
            body=None,
            by=g.access.person_id,
            at=clock.now(),
            limits=_limits(),
            among=g.access.bodies(Permission.REVIEW),
        )
    except MinutesError as refusal:
        g.session.rollback()
        return Result(filename, refusal=refusal.message)
    if not imported.already_there or not imported.drafts:
        return Result(filename, imported, waiting=_waiting(imported))
    # The same bytes may have been brought by somebody else, of a body one may not see.
    drafts = tuple(each for each in imported.drafts if _may_see(each.draft_id))
    seen = replace(imported, drafts=drafts)
    return Result(filename, seen, may_see=bool(drafts), waiting=_waiting(seen))


def _waiting(imported: Imported) -> list[OpenDraft]:
    if not imported.drafts:
        return []
    bodies, ids = g.access.bodies(Permission.REVIEW), [each.draft_id for each in imported.drafts]
    return open_drafts(g.session, bodies, g.access.person_id, ids)


def _may_see(draft_id: int) -> bool:
    return may_review(queries.draft(g.session, draft_id))


def _limits() -> Limits:
    return Limits(file_bytes=g.settings.upload_limit, pages=g.settings.page_limit)
