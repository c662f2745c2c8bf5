"""Old years brought at once: the files, how far their reading has come, and the queue by doubt."""

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes import clock
from minutes.errors import NotFound, Refused
from minutes.jobs import service as jobs
from minutes.paging import paging
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.review import batches
from minutes.review.blueprint import routes
from minutes.review.doubts import Doubt, by_doubt, register_clear
from minutes.review.open_drafts import open_drafts
from minutes.review.showing import deed, number
from minutes.review.tables import FileState
from minutes.texts import N_


@routes.get("/inlasning")
@requires(Permission.REVIEW)
def import_page() -> str:
    """Where many files are brought at once, and one's latest imports."""
    return render_template(
        "review/import.html",
        bodies=people.bodies(g.session, g.access.bodies(Permission.REVIEW)),
        batches=batches.latest(
            g.session, g.access.person_id, and_nobodys=g.access.is_administrator
        ),
    )


@routes.post("/inlasning")
@requires(Permission.REVIEW)
def import_many() -> ResponseReturnValue:
    """Store the files to be read, and ask for the reading at once."""
    body_id = number("body")
    if body_id is not None:
        g.access.demand(Permission.REVIEW, body_id)
    sent = [each for each in request.files.getlist("filer") if each.filename]
    most = g.settings.upload_limit + 1  # one byte more tells that it is too large
    try:
        batch_id = batches.start(
            g.session,
            ((each.filename or "", each.stream.read(most)) for each in sent),
            body_id=body_id,
            among=g.access.bodies(Permission.REVIEW),
            by=g.access.person_id,
            at=clock.now(),
        )
    except Refused as refusal:
        flash(refusal.message, "error")
        return redirect(url_for(".import_page"), code=303)
    jobs.request(g.session, batches.JOB, clock.now())
    g.session.commit()
    return redirect(url_for(".import_progress", batch_id=batch_id), code=303)


@routes.get("/inlasning/<int:batch_id>")
@requires(Permission.REVIEW)
def import_progress(batch_id: int) -> str:
    """How far the reading of the files has come; htmx gets the changing part alone."""
    batch = batches.batch(g.session, batch_id)
    if batch.created_by != g.access.person_id and not g.access.is_administrator:
        raise NotFound("Inläsningen finns inte, eller så har du inte tillgång till den.")
    files = batches.files(g.session, batch_id)
    part = bool(request.headers.get("HX-Request"))
    return render_template(
        "review/import_part.html" if part else "review/import_progress.html",
        batch=batch,
        files=files,
        at=clock.now(),
        read=sum(1 for each in files if each.state is not FileState.WAITING),
        refused=sum(1 for each in files if each.state is FileState.REFUSED),
    )


@routes.get("/granskning/ko")
@requires(Permission.REVIEW)
def queue() -> str:
    """The open drafts, the clearest first."""
    found = _queue(number("inlasning"))
    clear = sum(1 for each in found if not each.words)
    shown = paging(request.args.get("sida", 1, int), len(found))
    return render_template(
        "review/queue.html",
        queue=found[shown.offset :][: shown.rows],
        clear=clear,
        total=len(found),
        paging=shown,
        batch_id=number("inlasning"),
    )


@routes.post("/granskning/ko")
@requires(Permission.REVIEW)
def register_queue() -> ResponseReturnValue:
    """Accept and register every draft without doubt."""
    batch_id = number("inlasning")
    done, left = register_clear(g.session, _queue(batch_id), deed())
    flash(N_("1 möte registrerades.", "%(num)s möten registrerades.", num=done))
    if left:
        flash(
            N_(
                "1 utkast utan osäkra fynd är kvar. Där är ett namn tvetydigt eller dagen "
                "upptagen, eller så räckte inte tiden: tryck då igen.",
                "%(num)s utkast utan osäkra fynd är kvar. Där är ett namn tvetydigt eller dagen "
                "upptagen, eller så räckte inte tiden: tryck då igen.",
                num=left,
            )
        )
    return redirect(url_for(".queue", inlasning=batch_id), code=303)


def _queue(batch_id: int | None) -> list[Doubt]:
    drafts = open_drafts(g.session, g.access.bodies(Permission.REVIEW), g.access.person_id)
    if batch_id is not None:
        batch = batches.batch(g.session, batch_id)
        if batch.created_by != g.access.person_id and not g.access.is_administrator:
            abort(404)
        of_batch = batches.documents(g.session, batch_id)
        drafts = [each for each in drafts if each.document_id in of_batch]
    return by_doubt(g.session, drafts)
