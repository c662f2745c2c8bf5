"""The Word template that a body's annual reports are made from."""

import hashlib

from sqlmodel import Session

from minutes.annual_report.service import By
from minutes.annual_report.tables import ReportTemplate
from minutes.annual_report.word_report import PLACEHOLDERS
from minutes.audit import service as audit
from minutes.word.templates import require_template


def own(session: Session, body_id: int) -> ReportTemplate | None:
    """The body's own template; None where it uses the default one."""
    return session.get(ReportTemplate, body_id)


def content(session: Session, body_id: int) -> bytes | None:
    """The bytes of that."""
    found = own(session, body_id)
    return found.content if found else None


def keep(session: Session, body_id: int, filename: str, data: bytes, by: By) -> None:
    """Keep the template of the body. Raises Refused for what is none."""
    name = require_template(filename, data, PLACEHOLDERS)
    session.merge(ReportTemplate(body_id=body_id, filename=name, content=data, at=by.at))
    _note(session, body_id, by, fil=name, hash=hashlib.sha256(data).hexdigest())
    session.commit()


def remove(session: Session, body_id: int, by: By) -> None:
    """Use the default template again."""
    found = own(session, body_id)
    if found is not None:
        session.delete(found)
        _note(session, body_id, by, fil=None)
    session.commit()


def _note(session: Session, body_id: int, by: By, **details: audit.Detail) -> None:
    subject, actor = f"body:{body_id}", f"person:{by.person}"
    act = "annual_report.template"
    audit.append(session, at=by.at, actor=actor, act=act, subject=subject, details=details)
