"""What stood once and does not any longer, for who asks what was modified since a time.

OParl lets a client keep what it was given, and tells it in such a list what is deleted. The texts
of earlier versions are read for this, and nothing of them is told but that it is gone.
"""

from collections.abc import Callable, Iterable, Sequence

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.justering.minutes_text import Minutes
from minutes.oparl import queries
from minutes.oparl.held import Held, Named
from minutes.oparl.objects import MIMETYPES
from minutes.oparl.queries import Since
from minutes.paging import PAGE, Paging, paging
from minutes.people.tables import Body
from minutes.publication.addresses import anchors
from minutes.publication.data_queries import latest
from minutes.publication.readers import Reader, readable
from minutes.publication.tables import Publication


def items(
    session: Session, body_ids: Sequence[int], since: Since, page: int, more: int = 0
) -> tuple[list[tuple[Held, str]], Paging, int]:
    """A page of (publication, anchor) of each paragraph that stands or has stood."""
    found = [
        (held, anchor)
        for held, texts in _ever(session, body_ids, since)
        for anchor in dict.fromkeys(
            each for text in texts for each in anchors(queries.twin_of(text).paragraphs)
        )
    ]
    return _cut(found, page, more)


def files(
    session: Session, body_ids: Sequence[int], since: Since, page: int
) -> tuple[list[tuple[Held, str]], Paging, int]:
    """A page of (publication, kind) of each file that stands or has stood."""
    helds = [each for each, _ in _ever(session, body_ids, since)]
    found = [
        (each, kind) for each in helds for kind in (MIMETYPES if each.is_deleted else each.files)
    ]
    return _cut(found, page)


def has_had(session: Session, held: Held, anchor: str) -> bool:
    """Whether a version of the publication has had a paragraph there."""
    texts = [held.text, *_earlier(session, [held.slug]).get((held.slug, held.address), ())]
    return any(anchor in anchors(queries.twin_of(text).paragraphs) for text in texts)


def named(
    session: Session,
    body_ids: Sequence[int],
    since: Since,
    names_of: Callable[[Held, Minutes], Iterable[Named]],
    more: Iterable[Named] = (),
    *,
    ever: bool = False,
) -> list[Named]:
    """Whom or what the minutes that stand name, and what more there is, by body and name.

    ever: and as deleted what only minutes name that were taken back or have a later version. So
    whoever has kept a name that is masked now is told to throw it away.
    """
    found: dict[tuple[str, str], Named] = {}
    gone: dict[tuple[str, str], Named] = {}
    for held, texts in _ever(session, body_ids, Since()):
        standing = [] if held.is_deleted else [held.text]
        for texts_of, into in ((standing, found), (texts if ever else (), gone)):
            for text in texts_of:
                _gather(names_of(held, queries.twin_of(text)), into)
    for each in more:
        if ever or not each.is_deleted:
            _gather([each], gone if each.is_deleted else found)
    for key in gone.keys() - found.keys():
        gone[key].is_deleted = True
        found[key] = gone[key]
    asked = [each for each in found.values() if since.has(each.created, each.modified)]
    return sorted(asked, key=lambda each: (each.slug, each.name, each.key))


def _gather(names: Iterable[Named], into: dict[tuple[str, str], Named]) -> None:
    for each in names:
        known = into.setdefault((each.slug, each.key), each)
        known.created = min(known.created, each.created)
        known.modified = max(known.modified, each.modified)
        known.role = each.role or known.role


def _ever(session: Session, body_ids: Sequence[int], since: Since) -> list[tuple[Held, list[str]]]:
    """Each publication, also of those taken back, and the texts that it has had."""
    query = queries.held().where(col(Publication.body_id).in_(body_ids), *queries.asked_of(since))
    helds = queries.with_files(session, [queries.read(row) for row in session.execute(query)])
    earlier = _earlier(session, {each.slug for each in helds})
    return [(each, [each.text, *earlier.get((each.slug, each.address), ())]) for each in helds]


def _earlier(session: Session, slugs: Iterable[str]) -> dict[tuple[str, str], list[str]]:
    """The texts of earlier versions, by body and address."""
    rows = session.execute(
        sa.select(col(Body.slug), col(Publication.address), col(Publication.text))
        .join(Body, col(Body.id) == Publication.body_id)
        .where(sa.not_(latest()), readable(Reader()), col(Body.slug).in_(list(slugs)))
    )
    found: dict[tuple[str, str], list[str]] = {}
    for slug, address, text in rows:
        found.setdefault((slug, address), []).append(text)
    return found


def _cut(
    found: list[tuple[Held, str]], page: int, more: int = 0
) -> tuple[list[tuple[Held, str]], Paging, int]:
    total = len(found) + more  # other things stand in the list after them
    shown = paging(page, total)
    return found[shown.offset : shown.offset + PAGE], shown, total
