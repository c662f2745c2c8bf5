"""The blueprint of justering, and what its pages share."""

from flask import Blueprint, g, request

from minutes import clock
from minutes.errors import NotFound
from minutes.justering import queries
from minutes.justering.services import Answer, Asked
from minutes.justering.signature_lines import field_names
from minutes.justering.starting import By
from minutes.justering.tables import JusteringRound, SignatureField
from minutes.people.permissions import Permission
from minutes.people.sent import sent_number

routes = Blueprint("justering", __name__)

MOST_OF_BROWSER = 300  # characters of what the browser calls itself


def by(person_id: int | None = None) -> By:
    """Who acts now: who is signed in, or the holder of a link."""
    actor = person_id or g.access.person_id
    assert actor is not None
    return By(actor, clock.now(), g.settings.mail_from)


def readable(round_id: int) -> JusteringRound:
    """The round, for who may read the minutes that its text tells of, or is to sign it.

    Raises NotFound.
    """
    found = queries.round_(g.session, round_id)
    if all(g.access.may(Permission.READ, each) for each in found.bodies):
        return found
    signers = {each.person_id for each in queries.fields(g.session, round_id)}
    if g.access.person_id is None or g.access.person_id not in signers:
        raise NotFound("Sidan finns inte, eller så har du inte tillgång till den.")
    return found


def looked_after(round_id: int) -> JusteringRound:
    """The round, for who sends the body's texts. Raises NotAllowed, NotFound."""
    found = queries.round_(g.session, round_id)
    g.access.demand(Permission.REVIEW, found.body_id)
    g.session.rollback()  # what is done next begins with its own lock
    return found


def own_field(round_id: int) -> SignatureField:
    """The reader's own signature that the form is about. Raises NotFound."""
    readable(round_id)
    field = queries.field(g.session, sent_number("underskrift"))
    if field.round_id != round_id or field.person_id != g.access.person_id:
        raise NotFound("Det finns ingen sådan underskrift.")
    return field


def asked_of(field: SignatureField) -> Asked:
    """The signature, as the services are asked for it."""
    round_ = queries.round_(g.session, field.round_id)
    names = field_names(queries.fields(g.session, field.round_id))
    return Asked(round_.fingerprint, field.name, names[field.id or 0])


def answer_of_request(filename: str = "", content: bytes = b"") -> Answer:
    """What came in with the form, now."""
    return Answer(
        clock.now().astimezone(clock.STOCKHOLM),
        request.form,
        filename,
        content,
        request.remote_addr or "",
        (request.user_agent.string or "")[:MOST_OF_BROWSER],
    )
