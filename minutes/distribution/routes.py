"""The page where a secretary says to whom each paragraph is sent."""

from dataclasses import dataclass

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from minutes.distribution import expediering, queries, service
from minutes.distribution.expediering import Recipient
from minutes.errors import Refused
from minutes.people.access import Permission, requires
from minutes.publication.blueprint import by, looked_after
from minutes.publication.preparing import Prepared
from minutes.texts import N_

routes = Blueprint("distribution", __name__)


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph: what its text says of recipients, and what stands in its field."""

    place: int
    label: str
    named: list[str]
    typed: str
    is_withheld: bool


@routes.get("/moten/<int:meeting_id>/expediering")
@requires(Permission.REVIEW)
def recipients(meeting_id: int) -> str:
    """Whom each paragraph is sent to; where nobody was chosen, whom its text names."""
    now = looked_after(meeting_id)
    kept = queries.recipients(g.session, meeting_id)
    known = queries.known_addresses(g.session, now.body)
    rows = []
    labels = now.minutes.labels
    for place, paragraph in enumerate(now.minutes.paragraphs):
        named = expediering.named(paragraph.text)
        offered = [Recipient(name, known.get(name.casefold(), "")) for name in named]
        chosen = kept.get(place, []) if kept else offered
        typed = expediering.written(chosen)
        rows.append(Row(place, labels[place], named, typed, place in now.withheld))
    return _page(now, rows, is_kept=bool(kept))


@routes.post("/moten/<int:meeting_id>/expediering")
@requires(Permission.REVIEW)
def set_recipients(meeting_id: int) -> ResponseReturnValue:
    """Keep what was typed."""
    now = looked_after(meeting_id)
    labels = now.minutes.labels
    try:
        chosen = {
            place: expediering.read(request.form.get(f"till-{place}", ""), label)
            for place, label in enumerate(labels)
        }
    except Refused as refusal:
        rows = [
            Row(
                place,
                labels[place],
                expediering.named(paragraph.text),
                request.form.get(f"till-{place}", ""),
                place in now.withheld,
            )
            for place, paragraph in enumerate(now.minutes.paragraphs)
        ]
        return _page(now, rows, is_kept=False, refusal=refusal.message), refusal.status
    standing = now.standing
    g.session.rollback()
    service.set_recipients(g.session, meeting_id, chosen, standing, by())
    without = sum(not each.address for found in chosen.values() for each in found)
    flash(N_("Mottagarna är sparade."))
    if without:
        flash(
            N_(
                "1 mottagare saknar e-postadress och får inget brev.",
                "%(num)s mottagare saknar e-postadress och får inget brev.",
                num=without,
            ),
            "error",
        )
    return redirect(url_for(".recipients", meeting_id=meeting_id), code=303)


def _page(now: Prepared, rows: list[Row], *, is_kept: bool, refusal: str | None = None) -> str:
    standing = now.standing
    return render_template(
        "distribution/recipients.html",
        now=now,
        rows=rows,
        is_kept=is_kept,
        refusal=refusal,
        sent=queries.sent(g.session, standing.id or 0) if standing else {},
        subscribers=queries.number_of_subscribers(g.session, now.body.id or 0),
    )
