"""A body's own Word templates: which it has, keeping one, and using the default one again."""

import hashlib

from sqlmodel import Session

from minutes.audit import service as audit
from minutes.justering.starting import By
from minutes.justering.tables import WordTemplate
from minutes.justering.word_template import PLACEHOLDERS
from minutes.word.templates import require_template


def set_template(session: Session, body_id: int, filename: str, content: bytes, by: By) -> None:
    """Keep the Word template of the body. Raises Refused for what is none."""
    name = require_template(filename, content, PLACEHOLDERS)
    session.merge(WordTemplate(body_id=body_id, filename=name, content=content, at=by.at))
    _note_template(session, body_id, by, fil=name, hash=hashlib.sha256(content).hexdigest())
    session.commit()


def remove_template(session: Session, body_id: int, by: By) -> None:
    """Use the default template again."""
    found = session.get(WordTemplate, body_id)
    if found is not None:
        session.delete(found)
        _note_template(session, body_id, by, fil=None)
    session.commit()


def _note_template(session: Session, body_id: int, by: By, **details: audit.Detail) -> None:
    audit.append(
        session,
        at=by.at,
        actor=by.actor,
        act="justering.template",
        subject=f"body:{body_id}",
        details=details,
    )
