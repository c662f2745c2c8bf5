"""Who may see which draft."""

from flask import g

from minutes.people.access import Permission
from minutes.review.tables import Draft


def may_review(draft: Draft) -> bool:
    """Whether it may be seen: one of no known body by who brought it, and by those who see all."""
    if draft.body_id is None:
        return bool(draft.created_by == g.access.person_id or g.access.is_administrator)
    return bool(g.access.may(Permission.REVIEW, draft.body_id))
