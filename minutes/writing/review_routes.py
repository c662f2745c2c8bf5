"""What lint has to say, on the page on which a draft is reviewed."""

from collections.abc import Sequence

from flask import g

from minutes.people.tables import Body
from minutes.review.tables import Draft, DraftFinding
from minutes.writing.blueprint import routes
from minutes.writing.lint_facts import lint_of_draft
from minutes.writing.numbering import Fault


@routes.app_template_global("lint_of_draft")
def lint(
    draft: Draft,
    body: Body | None,
    findings: Sequence[DraftFinding],
    transcript: Sequence[str],
) -> list[Fault]:
    """The remarks on a draft; none where its body is not known. `transcript`: its own lines."""
    if body is None:
        return []
    lines = [*[""] * ((draft.first_line or 1) - 1), *transcript]  # so that they count as they do
    return lint_of_draft(g.session, body, findings, lines)
