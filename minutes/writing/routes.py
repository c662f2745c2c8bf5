"""Preparing and writing: the list of a body, the page of the text, its versions, handing over."""

from collections.abc import Callable

from flask import Response, flash, g, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes.errors import MinutesError
from minutes.justering.comparison import around_changes, compared_words
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.people.sent import row_number, sent_number
from minutes.texts import N_
from minutes.writing import (
    attending,
    beginning,
    cancel_routes,
    handing_over,
    insertions,
    other_pages,
    placing,
    prepare_routes,
    queries,
    service,
)
from minutes.writing.blueprint import by, limits, routes, writable
from minutes.writing.editor import Said, editor_page, look_at
from minutes.writing.insertions import Place
from minutes.writing.looking import recognised
from minutes.writing.numbering import renumbered
from minutes.writing.phrases import deciding
from minutes.writing.service import SavedMeanwhile
from minutes.writing.skeleton import attendance_lines
from minutes.writing.tables import Sitting, SittingState

# The other modules have their views on the same blueprint.
__all__ = ["beginning", "cancel_routes", "other_pages", "prepare_routes", "routes"]


@routes.get("/skriva/<int:sitting_id>")
@requires(Permission.REVIEW)
def write(sitting_id: int) -> ResponseReturnValue:
    """The text with its preview and helpers."""
    found = writable(sitting_id)
    if found.state is SittingState.PREPARING:
        return redirect(url_for(".prepare", sitting_id=sitting_id), code=303)
    return editor_page(found, found.text)


@routes.post("/skriva/<int:sitting_id>")
@requires(Permission.REVIEW)
def save(sitting_id: int) -> ResponseReturnValue:
    """Save the text: for the script while one writes, or for a page."""
    found = writable(sitting_id)
    text, seen, asks_itself = _text(), sent_number(), _by_script()
    g.session.rollback()
    try:
        version = service.save(g.session, by(), sitting_id, text, seen, by_itself=asks_itself)
    except SavedMeanwhile as meanwhile:
        return _both(sitting_id, meanwhile, asks_itself)
    except MinutesError as refusal:
        g.session.rollback()
        if asks_itself:
            return jsonify(message=str(refusal.message)), refusal.status
        found = writable(sitting_id)
        return editor_page(found, text, Said(refusal.message, unsaved=True)), refusal.status
    if asks_itself:
        return jsonify(version=version)
    flash(N_("Texten är sparad."))
    return redirect(url_for(".write", sitting_id=sitting_id), code=303)


def _both(sitting_id: int, meanwhile: SavedMeanwhile, asks_itself: bool) -> ResponseReturnValue:
    """The page with both texts; the next save builds on the one that stands now."""
    if asks_itself:
        return jsonify(message=str(meanwhile.message)), meanwhile.status
    found = writable(sitting_id)
    together = meanwhile.together is not None
    text = meanwhile.together if meanwhile.together is not None else meanwhile.text
    said = Said(meanwhile.message, theirs=found.text, together=together, unsaved=True)
    return editor_page(found, text, said), meanwhile.status


@routes.post("/skriva/<int:sitting_id>/visa")
@requires(Permission.REVIEW)
def look(sitting_id: int) -> ResponseReturnValue:
    """The preview of a text that is not saved: for the script, or as the whole page."""
    found = writable(sitting_id)
    if request.headers.get("HX-Request"):
        return render_template("writing/look.html", sitting=found, look=look_at(found, _text()))
    return editor_page(found, _text(), Said(unsaved=_text() != found.text))


@routes.post("/skriva/<int:sitting_id>/infoga")
@requires(Permission.REVIEW)
def insert(sitting_id: int) -> ResponseReturnValue:
    """The text with something put in: as text for the script, or as the whole page, not saved."""
    found = writable(sitting_id)
    kind, text = request.form.get("infoga", ""), _text()
    try:
        changed = _with(found, kind, text)
    except MinutesError as refusal:
        if _by_script():
            return jsonify(message=str(refusal.message)), refusal.status
        said = Said(refusal.message, unsaved=True, opened=kind)
        return editor_page(found, text, said), refusal.status
    if _by_script():
        return Response(changed, mimetype="text/plain")
    return editor_page(found, changed, Said(unsaved=changed != found.text))


def _with(found: Sitting, kind: str, text: str) -> str:
    body = people.body(g.session, found.body_id)
    if kind == "narvaro":
        seats = queries.roster(g.session, found.body_id, found.date)
        chosen = attending.rows(seats, recognised(text).attendance, request.form)
        lists = attending.attending(chosen, request.form.get("narvaro-ovriga", ""))
        return placing.with_attendance(text, "\n\n".join(attendance_lines(lists)))
    if kind == "numrera":
        style = queries.rules_of(g.session, found.body_id).numbers
        return renumbered(text, queries.first_of(g.session, body, found), style, found.date)
    prefix = f"{kind}-"
    fields = {
        name.removeprefix(prefix): value
        for name, value in request.form.items()
        if name.startswith(prefix)
    }
    words = insertions.inserted(kind, fields, Place(deciding(body), found.date))
    return placing.put_in(text, words, _line(text))


def _line(text: str) -> int | None:
    """Below which line: where the writer stands, or last in the paragraph that was chosen."""
    at, chosen = request.form.get("rad", ""), request.form.get("punkt", "")
    if at.isdecimal():
        return int(at[:7])
    return placing.end_of_paragraph(text, int(chosen[:7])) if chosen.isdecimal() else None


@routes.get("/skriva/<int:sitting_id>/versioner")
@requires(Permission.REVIEW)
def versions(sitting_id: int) -> str:
    """Every text that was saved, and one of them compared with another word for word."""
    found = writable(sitting_id)
    older = request.args.get("jamfor", type=row_number)
    with_ = request.args.get("med", type=row_number)
    before = queries.version(g.session, sitting_id, older) if older else None
    after = queries.version(g.session, sitting_id, with_) if with_ else None
    compared = compared_words(before.text, after.text if after else found.text) if before else ()
    return render_template(
        "writing/versions.html",
        sitting=found,
        body=people.body(g.session, found.body_id),
        versions=queries.versions(g.session, sitting_id),
        before=before,
        after=after,
        compared=around_changes(compared),
        is_open=found.state is SittingState.WRITING,
    )


@routes.post("/skriva/<int:sitting_id>/versioner/<int:version_id>/ta-tillbaka")
@requires(Permission.REVIEW)
def restore(sitting_id: int, version_id: int) -> ResponseReturnValue:
    """Let an earlier text be the text again."""
    writable(sitting_id)
    seen = sent_number()
    return _done(
        sitting_id,
        lambda: service.restore(g.session, by(), sitting_id, version_id, seen),
        N_("Den tidigare texten gäller igen. Den du hade finns kvar bland versionerna."),
    )


@routes.post("/skriva/<int:sitting_id>/klart")
@requires(Permission.REVIEW)
def finish(sitting_id: int) -> ResponseReturnValue:
    """Save what stands in the box, and hand the minutes over to review."""
    found = writable(sitting_id)
    text, seen = _text(), sent_number()
    is_open = found.state is SittingState.WRITING
    g.session.rollback()
    try:
        if is_open:
            seen = service.save(g.session, by(), sitting_id, text, seen)
        draft_id = handing_over.finish(g.session, by(), sitting_id, seen, limits())
    except SavedMeanwhile as meanwhile:
        return _both(sitting_id, meanwhile, False)
    except MinutesError as refusal:
        g.session.rollback()
        said = Said(refusal.message, unsaved=True)
        return editor_page(writable(sitting_id), text, said), refusal.status
    flash(N_("Protokollet är läst som en inlämnad fil. Kontrollera fynden och registrera mötet."))
    return redirect(url_for("review.draft", draft_id=draft_id), code=303)


@routes.post("/skriva/<int:sitting_id>/oppna")
@requires(Permission.REVIEW)
def reopen(sitting_id: int) -> ResponseReturnValue:
    """Go on writing what was handed over."""
    writable(sitting_id)
    return _done(
        sitting_id,
        lambda: handing_over.reopen(g.session, by(), sitting_id),
        N_("Skriv vidare. När du lämnar protokollet igen läses det om, och det gamla utkastet tas "
           "bort."),
    )  # fmt: skip


def _done(sitting_id: int, do: Callable[[], None], said: str) -> ResponseReturnValue:
    g.session.rollback()
    try:
        do()
    except MinutesError as refusal:
        g.session.rollback()
        flash(refusal.message, "error")
    else:
        flash(said)
    return redirect(url_for(".write", sitting_id=sitting_id), code=303)


def _text() -> str:
    return request.form.get("text", "").replace("\r\n", "\n")


def _by_script() -> bool:
    return request.headers.get("X-Minutes-Script") == "writing"
