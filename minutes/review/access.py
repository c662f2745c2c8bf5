"""Who may see which draft."""

from flask import g

from minutes.people.access import Permission
from minutes.review import queries
from minutes.review.tables import Draft


def may_review(draft: Draft) -> bool:
    """Whether it may be seen: one of no known body by who brought it, and by those who see all."""
    if draft.body_id is None:
        return bool(draft.created_by == g.access.person_id or g.access.is_administrator)
    return bool(g.access.may(Permission.REVIEW, draft.body_id))


def may_have_file(draft: Draft) -> bool:
    """Whether the whole file may be had: by who brought it, or may see all meetings in it."""
    if draft.created_by is not None and draft.created_by == g.access.person_id:
        return True
    return all(may_review(each) for each in queries.others_of_file(g.session, draft))
