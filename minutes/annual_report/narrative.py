"""Writes the first draft of an annual report out of the record of a year. Pure.

Every statement has a footnote to where it stands in the minutes, and every number is a field,
so that both can be checked and stay true. What no minutes say is not said.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from minutes.annual_report import opening, sections
from minutes.annual_report.facts import Record
from minutes.annual_report.figures import figures
from minutes.annual_report.importance import weighed
from minutes.annual_report.markup import field, plain
from minutes.annual_report.subjects import recurring
from minutes.annual_report.tables import Extent, Section
from minutes.annual_report.telling import Year, listed

TITLES: Mapping[Section, str] = {
    Section.INTRODUCTION: "Inledning",
    Section.COMPOSITION: "Uppdrag och sammansättning",
    Section.MEETINGS: "Sammanträden",
    Section.DECISIONS: "Viktigare beslut",
    Section.SUBJECTS: "Återkommande frågor",
    Section.DONE: "Genomfört",
    Section.LEFT: "Kvarstår",
    Section.FOLLOWED: "Frågor som följs",
    Section.AHEAD: "Blick framåt",
}
_WRITERS: Mapping[Section, Callable[[Year], list[str]]] = {
    Section.INTRODUCTION: opening.introduction,
    Section.COMPOSITION: sections.composition,
    Section.MEETINGS: sections.meetings,
    Section.DECISIONS: sections.important_decisions,
    Section.SUBJECTS: sections.recurring_subjects,
    Section.DONE: sections.done,
    Section.LEFT: sections.left,
    Section.FOLLOWED: sections.followed,
    Section.AHEAD: sections.ahead,
}


def narrative(
    record: Record,
    year: int,
    today: dt.date,
    *,
    name: str = "",
    extent: Extent = Extent.FULL,
    chosen: Sequence[Section] = tuple(Section),
    together: bool = False,
    pins: Mapping[int, bool] | None = None,
) -> str:
    """The draft as Markdown, with the sections in the order in which they were chosen.

    Several bodies have each a section of its own, after what they did in all; or, together, they
    share their sections, and what they had in common is told as one story. name: what they are
    called together, as in a sentence; else they are listed. pins: decisions that the secretary
    has chosen (True) or taken away (False).
    """
    every = _year(record, year, today, extent, pins or {}, name)
    if together or len(record.bodies) == 1:
        return _written(every, chosen)
    drawn = len(every.meetings) >= sections.WORTH_A_CHART and not every.is_short
    charts = [field("diagram", each) for each in sections.CHARTS_TOLD[1:] if drawn]
    first = [f"## {TITLES[Section.INTRODUCTION]}", *opening.summed(every), *charts]
    text = "\n\n".join(first) + "\n"
    for body, its_name in record.bodies:
        own = _year(record.of_body(body), year, today, extent, pins or {})
        own.within, own.level = body, 3
        text += f"\n## {plain(its_name)}\n\n{_written(own, chosen)}"
    return text


def _written(told: Year, chosen: Sequence[Section]) -> str:
    paragraphs: list[str] = []
    for section in chosen:
        written = _WRITERS[section](told)
        if written:
            paragraphs += [f"{'#' * told.level} {TITLES[section]}", *written]
    return "\n\n".join(paragraphs) + "\n"


def _year(
    record: Record,
    year: int,
    today: dt.date,
    extent: Extent,
    pins: Mapping[int, bool],
    name: str = "",
) -> Year:
    held = record.of_year(year)
    subjects = recurring(held)
    return Year(
        name=name or listed([each for _, each in record.bodies]),
        record=record,
        figures=figures(record, year, today),
        decisions=weighed(held, subjects, pins),
        subjects=subjects,
        extent=extent,
        today=today,
    )
