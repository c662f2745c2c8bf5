"""Uploading a file with a signature in it: by the secretary, or by the signatory."""

from collections.abc import Mapping

from flask import flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from minutes.errors import MinutesError, Refused
from minutes.justering import issuing, queries, signing
from minutes.justering.blueprint import (
    answer_of_request,
    asked_of,
    by,
    looked_after,
    own_field,
    routes,
)
from minutes.justering.services import ByUpload
from minutes.justering.tables import Means, SignatureField
from minutes.people import queries as people
from minutes.people.access import Permission, requires
from minutes.people.sent import sent_number
from minutes.sealing.revocation import given_lists
from minutes.texts import N_


@routes.post("/justering/<int:round_id>/papper")
@requires(Permission.REVIEW)
def paper(round_id: int) -> ResponseReturnValue:
    """Note that somebody has signed by hand, or in the PDF, with the file that shows it."""
    looked_after(round_id)
    field = queries.field(g.session, sent_number("underskrift"))
    said = {
        Means.PAPER: N_("Underskriften på papper är antecknad."),
        Means.SIGNED_PDF: N_("Underskriften i PDF-filen är kontrollerad och antecknad."),
    }
    return _uploaded(round_id, field, "", by().person_id, said)


@routes.post("/justering/<int:round_id>/fil")
@requires(Permission.SIGNED_IN)
def signed_file(round_id: int) -> ResponseReturnValue:
    """Sign by the PDF that one has signed with a certificate of one's own."""
    field = own_field(round_id)
    email = people.person(g.session, g.access.person_id).email or ""
    said = {
        Means.SIGNED_PDF: N_("Du har skrivit under. Underskriften i PDF-filen är kontrollerad.")
    }
    return _uploaded(round_id, field, email, None, said)


def _uploaded(
    round_id: int,
    field: SignatureField,
    email: str,
    noted_by: int | None,
    said: Mapping[Means, str],
) -> ResponseReturnValue:
    seen = queries.round_(g.session, round_id).fingerprint
    asked, actor, field_id = asked_of(field), by(), field.id or 0
    service = ByUpload(
        issuing.known_certificates(g.session),
        g.settings.upload_limit,
        email,
        noted_by,
        given_lists(g.settings.seal.revoked),
    )
    g.session.rollback()
    try:
        file = request.files.get("sida")
        if file is None or not file.filename:
            raise Refused("Välj filen med underskriften.")
        answer = answer_of_request(file.filename, file.read(g.settings.upload_limit + 1))
        proof = service.proof(asked, answer)
        signing.sign(g.session, round_id, field_id, seen, proof, actor)
    except MinutesError as refusal:
        g.session.rollback()
        flash(refusal.message, "error")
    else:
        flash(said[proof.means])
    return redirect(url_for(".show", round_id=round_id), code=303)
