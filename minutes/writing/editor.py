"""The page on which minutes are written, made from a text that is saved or not."""

from dataclasses import dataclass

from flask import g, render_template, request

from minutes.justering.comparison import Words, around_changes, compared_words
from minutes.people import queries as people
from minutes.writing import queries
from minutes.writing.attending import CHOICES, rows
from minutes.writing.looking import Look, looked
from minutes.writing.numbering import numbered
from minutes.writing.phrases import deciding, phrases
from minutes.writing.preview import LONGEST_RUN
from minutes.writing.service import LONGEST_TEXT
from minutes.writing.tables import Sitting, SittingState


@dataclass(frozen=True, slots=True)
class Said:
    """What the page says of the text that it shows.

    refusal: why it was not saved. theirs: the text that another has saved meanwhile.
    together: whether the box holds both texts brought together.
    """

    refusal: str = ""
    theirs: str | None = None
    together: bool = False
    unsaved: bool = False
    opened: str = ""  # which helper stands open


def editor_page(found: Sitting, text: str, said: Said | None = None) -> str:
    """The page with the text in its box."""
    said = said or Said()
    body = people.body(g.session, found.body_id)
    rules = queries.rules_of(g.session, found.body_id)
    seats = queries.roster(g.session, found.body_id, found.date)
    look = look_at(found, text)
    who = deciding(body)
    compared: tuple[Words, ...] = ()
    if said.theirs is not None and len(text) + len(said.theirs) <= LONGEST_RUN * 10:
        compared = around_changes(compared_words(said.theirs, text))
    return render_template(
        "writing/editor.html",
        sitting=found,
        body=body,
        text=text,
        said=said,
        compared=compared,
        look=look,
        rows=rows(seats, look.found.attendance, request.form),
        names=[seat.person for seat in seats],
        choices=CHOICES,
        phrases=phrases(rules.phrases, who),
        points=numbered(text),
        typed=request.form,
        most=LONGEST_TEXT,
        is_open=found.state is SittingState.WRITING,
        handed_over=queries.handed_over(g.session, found),
    )


def look_at(found: Sitting, text: str) -> Look:
    """What the text would be read as; of one that is too long to be saved, nothing."""
    body = people.body(g.session, found.body_id)
    first = queries.first_of(g.session, body, found)
    return looked(g.session, body, found, text if len(text) <= LONGEST_TEXT else "", first)
