"""The public page on which anybody finds out whether a PDF is ours, unchanged, and signed by whom.

Nothing of the file is kept.
"""

from flask import g, render_template, request
from flask.typing import ResponseReturnValue

from minutes.errors import Refused
from minutes.formatting import file_size
from minutes.justering import issuing
from minutes.justering.blueprint import routes
from minutes.people.access import Permission, requires
from minutes.sealing.checking import Checked, checked
from minutes.sealing.revocation import given_lists
from minutes.texts import N_


@routes.get(issuing.CHECK_PATH)
@requires(Permission.PUBLIC)
def check_form() -> str:
    """Where a file is chosen."""
    return _page(None, "", None)


@routes.post(issuing.CHECK_PATH)
@requires(Permission.PUBLIC)
def check() -> ResponseReturnValue:
    """What can be said of the file."""
    file = request.files.get("fil")
    result: Checked | None = None
    refusal, status = None, 200
    try:
        if file is None or not file.filename:
            raise Refused("Välj filen som ska kontrolleras.")
        most = g.settings.upload_limit
        content = file.read(most + 1)
        if len(content) > most:
            raise Refused(
                N_("Filen är för stor. Den får vara högst %(most)s.", most=file_size(most))
            )
        if not content:
            raise Refused("Filen är tom.")
        ours = issuing.known_certificates(g.session)
        g.session.rollback()
        result = checked(content, ours, given_lists(g.settings.seal.revoked))
    except Refused as refused:
        refusal, status = refused.message, refused.status
    name = file.filename or "" if file is not None else ""
    return _page(result, name[-120:], refusal), status


def _page(result: Checked | None, name: str, refusal: str | None) -> str:
    return render_template(
        "justering/check.html",
        result=result,
        name=name,
        refusal=refusal,
        most=file_size(g.settings.upload_limit),
    )
