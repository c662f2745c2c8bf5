"""A meeting that the minutes announce is told once, and of none that is withheld."""

import datetime as dt
from dataclasses import replace

import pytest

from minutes.justering.minutes_text import Announced, Minutes, Paragraph
from minutes.publication.announced import told_apart
from minutes.publication.masking import public_twin
from minutes.recognition.findings import MinutesKind

APRIL, WEEK = Announced("2026-04-07 18.00", "Gröna salen"), Announced("vecka 20")
MINUTES = Minutes(
    body="Lärgruppen",
    organisation="Region Sjöland",
    kind=MinutesKind.PROTOKOLL,
    title="Lärgruppen 6 mars 2026",
    date=dt.date(2026, 3, 6),
    ahead=(APRIL, WEEK),
)


def with_point(title: str, text: str) -> Minutes:
    return replace(MINUTES, paragraphs=(Paragraph("§ 1", title, text=text),))


@pytest.mark.parametrize(
    "title, text, apart",
    [
        ("Kommande möten", "Vi ses den 7 april kl. 18, och sedan vecka 20.", ()),
        ("Nästa styrelsemöte", "Tisdag 07/04.", (WEEK,)),
        ("Nästa möte 7 april", "", (WEEK,)),
        ("Mötestider våren 2026", "17 april.", (APRIL, WEEK)),
        ("Övrigt", "Nästa möte är den 7 april.", (APRIL, WEEK)),
        ("Mötets öppnande", "Sju var där av 7.", (APRIL, WEEK)),
    ],
)
def test_a_meeting_that_a_point_of_its_own_tells_of_is_not_listed_again(
    title: str, text: str, apart: tuple[Announced, ...]
) -> None:
    assert told_apart(with_point(title, text)) == apart


def test_a_meeting_that_a_withheld_point_tells_of_is_withheld_too() -> None:
    minutes = with_point("Övrigt", "Nästa möte är den 7 april.")
    assert public_twin(minutes, [], withheld=[0]).ahead == (WEEK,)
    assert public_twin(minutes, []).ahead == (APRIL, WEEK)
