"""The justerare's page: read the exact text, answer each paragraph, sign or decline.

The same page is opened by signing in and by a mailed link.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from flask import Response, flash, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes.errors import MinutesError, NotFound, Refused
from minutes.justering import (
    check_routes,
    document_routes,
    issuing,
    queries,
    sending_routes,
    signing,
    template_routes,
    upload_routes,
)
from minutes.justering.blueprint import (
    answer_of_request,
    asked_of,
    by,
    looked_after,
    own_field,
    readable,
    routes,
)
from minutes.justering.fingerprint import in_groups
from minutes.justering.links import LinkEnded, Links
from minutes.justering.page import round_page
from minutes.justering.rounds import FIELD_WORDS, ROUND_WORDS
from minutes.justering.services import SCAN_COVERS, ByLink, ByPassword, SigningService
from minutes.justering.signatories import ROLE_WORDS
from minutes.justering.tables import FieldState, JusteringRound, Means, RoundState, SignatureField
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.people.passwords import passwords_of_cost
from minutes.people.sent import sent_number
from minutes.texts import N_

__all__ = [
    "check_routes",
    "document_routes",
    "routes",
    "sending_routes",
    "template_routes",
    "upload_routes",
]

MEANS_WORDS = {
    Means.PASSWORD: N_("inloggad, med lösenordet en gång till"),
    Means.LINK: N_("med en länk till den egna e-postadressen"),
    Means.PAPER: N_("på papper"),
    Means.SIGNED_PDF: N_("i PDF-filen, med eget certifikat"),
}


@routes.get("/justering")
@requires(Permission.SIGNED_IN)
def waiting() -> str:
    """What one is to sign, and what is under justering in the bodies that one looks after."""
    mine = queries.waiting_for(g.session, g.access.person_id)
    looked_after = (
        queries.under_justering(g.session, g.access.bodies(Permission.REVIEW))
        if g.access.may_somewhere(Permission.REVIEW)
        else []
    )
    return render_template("justering/waiting.html", mine=mine, sent=looked_after)


@routes.get("/justering/<int:round_id>")
@requires(Permission.SIGNED_IN)
def show(round_id: int) -> str:
    """The text, who has signed it, and what one may do."""
    return _page(readable(round_id), g.access.person_id, None)


@routes.post("/justering/<int:round_id>/punkt")
@requires(Permission.SIGNED_IN)
def answer(round_id: int) -> ResponseReturnValue:
    """Agree or object to one paragraph."""
    return _answer(own_field(round_id), None)


@routes.post("/justering/<int:round_id>/skriv-under")
@requires(Permission.SIGNED_IN)
def sign(round_id: int) -> ResponseReturnValue:
    """Sign; the password is asked for again."""
    field = own_field(round_id)
    email = people.person(g.session, g.access.person_id).email or ""
    passwords = passwords_of_cost(g.settings.password_memory)
    return _sign(field, ByPassword(g.session, passwords, email), None)


@routes.post("/justering/<int:round_id>/avsta")
@requires(Permission.SIGNED_IN)
def decline(round_id: int) -> ResponseReturnValue:
    """Say that one does not sign, and why."""
    return _decline(own_field(round_id), None)


@routes.get("/justering/lank/<token>")
@requires(Permission.PUBLIC)
def show_by_link(token: str) -> ResponseReturnValue:
    """The same page for who has the link from a mail."""
    round_, person_id = _opened(token)
    response = make_response(_page(round_, person_id, token))
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@routes.get("/justering/lank/<token>/protokoll.pdf")
@requires(Permission.PUBLIC)
def pdf_by_link(token: str) -> Response:
    """The same text as a PDF, to keep what one signs."""
    response = document_routes.saved_pdf(_opened(token)[0])
    response.headers["Cache-Control"] = "no-store"
    return response


@routes.post("/justering/lank/<token>/punkt")
@requires(Permission.PUBLIC)
def answer_by_link(token: str) -> ResponseReturnValue:
    """Agree or object to one paragraph."""
    return _answer(_linked(token).field, token)


@routes.post("/justering/lank/<token>/skriv-under")
@requires(Permission.PUBLIC)
def sign_by_link(token: str) -> ResponseReturnValue:
    """Sign by the link, once."""
    link = _linked(token)
    if link.field.state is FieldState.VOID:
        raise LinkEnded
    return _sign(link.field, ByLink(link.email), token)


@routes.post("/justering/lank/<token>/avsta")
@requires(Permission.PUBLIC)
def decline_by_link(token: str) -> ResponseReturnValue:
    """Say that one does not sign, and why."""
    return _decline(_linked(token).field, token)


@routes.get("/justering/<int:round_id>/text")
@requires(Permission.SIGNED_IN)
def text(round_id: int) -> Response:
    """The exact text whose fingerprint is signed, as a file."""
    found = readable(round_id)
    response = Response(found.text.encode(), mimetype="text/plain")
    name = f"justering-{round_id}-{found.fingerprint[:12]}.txt"
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


@routes.get("/justering/<int:round_id>/papper/<int:evidence_id>")
@requires(Permission.REVIEW)
def scan(round_id: int, evidence_id: int) -> Response:
    """The scanned page of a signature on paper, to save."""
    looked_after(round_id)
    given = next((e for e in queries.evidence(g.session, round_id) if e.id == evidence_id), None)
    if given is None or given.content is None:
        raise NotFound("Sidan finns inte.")
    response = Response(given.content, mimetype="application/octet-stream")
    response.headers.set("Content-Disposition", "attachment", filename=given.filename)
    return response


@dataclass(frozen=True, slots=True)
class _Link:
    field: SignatureField
    email: str


def _linked(token: str) -> _Link:
    """What a link opens. Raises LinkEnded where the person has moved or the body allows none."""
    links = Links(g.settings.base_url, g.settings.secret_key)
    field_id, person_id = links.read(token)
    try:
        field = queries.field(g.session, field_id)
        person = people.person(g.session, person_id)
        body_id = queries.round_(g.session, field.round_id).body_id
    except NotFound:
        raise LinkEnded from None
    allowed = queries.rules_of(g.session, body_id).links
    if field.person_id != person_id or person.email is None or not allowed:
        raise LinkEnded
    return _Link(field, person.email)


def _opened(token: str) -> tuple[JusteringRound, int | None]:
    """The round that a link shows, and to whom. Raises LinkEnded where it was withdrawn."""
    link = _linked(token)
    round_ = queries.round_(g.session, link.field.round_id)
    if round_.state is RoundState.WITHDRAWN:
        raise LinkEnded
    return round_, link.field.person_id


def _page(round_: JusteringRound, person_id: int | None, token: str | None) -> str:
    return render_template(
        "justering/round.html",
        page=round_page(g.session, round_, person_id),
        token=token,
        sealed=_sealed_at(round_),
        can_seal=bool(g.settings.seal.file or g.settings.seal.module),
        scan_covers=SCAN_COVERS,
        may_manage=token is None and g.access.may(Permission.REVIEW, round_.body_id),
        in_groups=in_groups,
        role_words=ROLE_WORDS,
        means_words=MEANS_WORDS,
        round_words=ROUND_WORDS,
        field_words=FIELD_WORDS,
    )


def _sealed_at(round_: JusteringRound) -> dt.datetime | None:
    if round_.state is not RoundState.COMPLETED:
        return None
    return issuing.sealed_at(g.session, round_.id or 0)


def _answer(field: SignatureField, token: str | None) -> ResponseReturnValue:
    place = sent_number("punkt")
    objection = request.form.get("invandning") if "invand" in request.form else None
    round_id, field_id, actor = field.round_id, field.id or 0, by(field.person_id)
    g.session.rollback()

    def act() -> str:
        signing.answer(g.session, round_id, field_id, place, objection, actor)
        return N_("Invändningen är skickad.") if objection else ""

    return _done(act, round_id, token, f"punkt-{place}")


def _sign(field: SignatureField, service: SigningService, token: str | None) -> ResponseReturnValue:
    round_id, field_id, actor = field.round_id, field.id or 0, by(field.person_id)
    asked, answer = asked_of(field), answer_of_request()
    seen = request.form.get("fingeravtryck", "")
    g.session.rollback()

    def act() -> str:
        if "samtycke" not in request.form:
            raise Refused("Sätt ett kryss i rutan om att du har läst texten.")
        proof = service.proof(asked, answer)
        last = signing.sign(g.session, round_id, field_id, seen, proof, actor)
        if last:
            return N_("Du har skrivit under. Alla har nu skrivit under, och texten är justerad.")
        return N_("Du har skrivit under.")

    return _done(act, round_id, token, "underskrifter")


def _decline(field: SignatureField, token: str | None) -> ResponseReturnValue:
    round_id, field_id, actor = field.round_id, field.id or 0, by(field.person_id)
    reason = request.form.get("skal", "")
    g.session.rollback()

    def act() -> str:
        signing.decline(g.session, round_id, field_id, reason, actor)
        return N_("Du har avstått. Sekreteraren och ordföranden får veta det nu.")

    return _done(act, round_id, token, "underskrifter")


def _done(
    act: Callable[[], str], round_id: int, token: str | None, anchor: str
) -> ResponseReturnValue:
    """Do it and go back to the page, with what was done or why it was not."""
    try:
        said, category = act(), "message"
    except MinutesError as refusal:
        g.session.rollback()
        said, category = refusal.message, "error"
    if said:
        flash(said, category)
    if token is not None:
        address = url_for("justering.show_by_link", token=token, _anchor=None if said else anchor)
    else:
        address = url_for("justering.show", round_id=round_id, _anchor=None if said else anchor)
    return redirect(address, code=303)
