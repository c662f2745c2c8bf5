"""The draft says what the minutes say: each number is a figure, each footnote holds the words."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from minutes.annual_report.document import Document, Heading, document
from minutes.annual_report.facts import (
    ActionFact,
    AnnouncedFact,
    CancelledFact,
    DecisionFact,
    Record,
)
from minutes.annual_report.figures import figures
from minutes.annual_report.length import is_brief
from minutes.annual_report.markup import FIELD
from minutes.annual_report.narrative import narrative
from minutes.annual_report.tables import Extent, Section
from minutes.annual_report.telling import clause
from minutes.recognition.findings import Presence
from minutes.register.tables import MeetingState
from tests.annual_report.checks import check_footnotes, check_numbers, lines
from tests.annual_report.records import AFTER, AUTUMN, RECORD, SPRING, YEAR, records


def written(record: Record = RECORD, today: dt.date = AFTER, **options: object) -> Document:
    text = narrative(record, YEAR, today, **options)  # type: ignore[arg-type]
    return document("Årsberättelse", text, record, figures(record, YEAR, today))


def test_the_draft_of_a_year() -> None:
    made = written()
    assert made.faults == []
    assert "\n".join(lines(made)) == (
        """\
## Inledning
Vägrådet höll två möten under 2024, den 6 februari och den 1 oktober.[1][2]
Vid mötena fattades tre beslut, och tre åtgärder antecknades. Från tidigare år fanns en åtgärd. \
Under året avslutades en åtgärd, och vid årets slut återstod tre åtgärder. Av det som återstod \
hade en åtgärd passerat sin dag.
Protokollet från den 1 oktober är ännu inte justerat.[2]
## Uppdrag och sammansättning
Uppdrag i Vägrådet:[3]
- Signe Almlöf, ordförande
- Tora Lind, ledamot (från den 1 mars)
## Sammanträden
Enligt närvarolistorna deltog tre personer i årets möten, och närvaron var 80 procent.[1][2]
- 6 februari: två närvarande, två beslut och en åtgärd.[1]
- 1 oktober: två närvarande, ett beslut och två åtgärder.[2]
Ett protokoll är justerat i tid.[1]
## Viktigare beslut
- 6 februari, Belysning i Norrby: beslut att avsätta 40 000 kronor.[4]
- 1 oktober: Rådet antar belysningsplanen.[5]
## Återkommande frågor
### Belysningen i Norrby
Frågan kom upp vid två möten: 6 februari och 1 oktober.[4][5]
Beslutat
- 6 februari: att avsätta 40 000 kronor.[4]
- 1 oktober: Rådet antar belysningsplanen.[5]
Genomfört
- Signe tar in offerter (från 6 februari, klar 9 april).[4]
## Kvarstår
- Rådet antar belysningsplanen (beslutat 1 oktober, ännu inte verkställt).[5]
- Ruben beställer grus (från 7 november 2023).[6]
- Återkomma om saltet (ansvarig Ruben Stål; från 1 oktober).[7]
- Tora ringer kommunen (från 1 oktober, skulle ha varit klar 1 november).[7]
## Frågor som följs
- Kommunen beslutar om bidraget i mars (gäller ”Snöröjning”; från 1 oktober).[7]
## Blick framåt
Nästa möte är utlyst till den 4 februari 2025.[2]
Till nästa år går tre åtgärder över."""
    )
    assert [note.label for note in made.notes] == [
        "Protokoll 6 februari 2024",
        "Protokoll 1 oktober 2024",
        "Organets register över uppdrag",
        "Protokoll 6 februari 2024, § 2 Belysning i Norrby",
        "Protokoll 1 oktober 2024, § 1 Belysningen i Norrby",
        "Protokoll 7 november 2023, § 4 Grus",
        "Protokoll 1 oktober 2024, § 2 Snöröjning",
    ]


@pytest.mark.parametrize(
    "days, said",
    [
        ({}, "Ett protokoll är justerat i tid. Ett protokoll är publicerat.[1]"),
        (
            {"published": dt.date(2024, 2, 19)},
            "Ett protokoll är justerat i tid. Ett protokoll är publicerat, tre dagar efter"
            " justeringen.[1]",
        ),
        (
            {"justerat": dt.date(2024, 2, 21), "published": dt.date(2024, 2, 21)},
            "Ett protokoll är justerat, men inte i tid. Ett protokoll är publicerat, samma dag som"
            " det justerades.[1]",
        ),
        (
            {"posted": dt.date(2024, 2, 21), "post_by": dt.date(2024, 2, 18), "latest": None},
            "Ett protokoll är justerat. Ett anslag om justering sattes upp, men inte i tid. Ett"
            " protokoll är publicerat.[1]",
        ),
    ],
)
def test_the_days_of_minutes_are_told_where_they_are_known(
    days: dict[str, dt.date], said: str
) -> None:
    spring = replace(SPRING, state=MeetingState.PUBLISHED, **days)  # type: ignore[arg-type]
    assert said in lines(written(Record(RECORD.bodies, (spring,))))


def test_of_several_minutes_so_many_were_in_time() -> None:
    days = {"posted": dt.date(2024, 2, 17), "post_by": dt.date(2024, 2, 18)}
    first = replace(SPRING, state=MeetingState.PUBLISHED, published=dt.date(2024, 2, 19), **days)
    late = replace(
        first,
        id=9,
        date=dt.date(2024, 2, 7),
        justerat=dt.date(2024, 2, 22),
        published=dt.date(2024, 2, 27),
        posted=dt.date(2024, 2, 18),
    )
    record = Record(RECORD.bodies, (first, replace(first, id=8), late))
    said = "\n".join(lines(written(record)))
    assert "Tre protokoll är justerade, 2 av dem i tid." in said
    assert "Tre anslag om justering sattes upp, alla i tid." in said
    assert "Tre protokoll är publicerade, i regel tre dagar efter justeringen." in said


def test_a_year_that_goes_on_does_not_speak_of_its_end() -> None:
    text = "\n".join(lines(written(today=dt.date(2024, 10, 15))))
    assert "årets slut" not in text
    assert "Vägrådet har hållit två möten hittills under 2024" in text
    assert "den 15 oktober återstod tre åtgärder" in text
    assert "ska vara klar 1 november" in text


def test_a_year_without_meetings_says_so() -> None:
    empty = Record(((7, "Vägrådet"),))
    assert lines(written(empty)) == [
        "## Inledning",
        "Vägrådet har inga registrerade möten under 2024.",
    ]


def test_minutes_that_are_left_out_are_told_of() -> None:
    only = Record(RECORD.bodies, RECORD.meetings[:2], left_out=((7, dt.date(2024, 10, 1)),))
    assert "Ett möte, den 1 oktober, ingår inte, eftersom protokollet inte är justerat." in lines(
        written(only)
    )


def test_announced_meetings_without_minutes_are_told_of_and_not_counted_as_held() -> None:
    # The meeting of October was announced, and its minutes are lost.
    spring = replace(SPRING, announced=(AnnouncedFact(AUTUMN.date),))
    read = lines(written(Record(RECORD.bodies, (spring,))))
    assert read[1] == (
        "Årsberättelsen bygger på protokoll från ett möte i Vägrådet under 2024, den 6 februari.[1]"
    )
    assert (
        "Dessutom var ett möte utlyst till den 1 oktober, men inget är registrerat därifrån.[1]"
        in read
    )


def test_a_meeting_that_is_still_to_come_does_not_lack_minutes() -> None:
    spring = replace(SPRING, announced=(AnnouncedFact(AUTUMN.date),))
    record = Record(RECORD.bodies, (spring,))
    assert figures(record, YEAR, dt.date(2024, 9, 1)).value("möten_utan_protokoll") == 0
    assert figures(record, YEAR, AFTER).value("möten_utan_protokoll") == 1


def test_what_the_minutes_themselves_say_is_done_has_no_day() -> None:
    done = replace(SPRING.actions[0], ended=SPRING.date, told_done=True)
    read = lines(written(Record(RECORD.bodies, (replace(SPRING, actions=(done,)),))))
    assert "- Signe tar in offerter (från 6 februari, klar enligt samma protokoll).[2]" in read


def test_where_nobody_has_written_down_who_sits_those_who_came_are_named() -> None:
    read = lines(written(Record(RECORD.bodies, (SPRING,))))
    place = read.index("Enligt närvarolistan deltog i årets möte:[1]")
    assert read[place + 1 : place + 3] == ["- Ruben Stål", "- Signe Almlöf"]


def test_sections_come_in_the_order_in_which_they_are_chosen() -> None:
    made = written(chosen=[Section.AHEAD, Section.INTRODUCTION])
    headings = [part.text for part in made.parts if isinstance(part, Heading)]
    assert headings == ["Blick framåt", "Inledning"]


def test_the_short_one_fits_on_a_page() -> None:
    made = written(extent=Extent.SHORT)
    read = lines(made)
    assert is_brief(made)
    assert not is_brief(document("", "{{diagram:beslut}}", RECORD, figures(RECORD, YEAR, AFTER)))
    who = "Signe Almlöf, ordförande; Tora Lind, ledamot (från den 1 mars)"
    assert f"Uppdrag i Vägrådet: {who}.[3]" in read
    assert len(read) < 30
    assert "## Återkommande frågor" not in read


@pytest.mark.parametrize("chosen, told", [(True, True), (False, False)])
def test_the_secretary_overrules_what_is_important(chosen: bool, told: bool) -> None:
    text = narrative(RECORD, YEAR, AFTER, chosen=[Section.DECISIONS], pins={100: chosen})
    assert ("Dagordningen godkändes" in text) is told


@given(records())
@settings(max_examples=30)
def test_every_footnote_leads_to_a_paragraph_that_holds_the_words(record: Record) -> None:
    check_footnotes(narrative(record, YEAR, AFTER), record)


@given(records())
@settings(max_examples=30)
def test_every_number_in_the_text_is_the_figure_that_it_names(record: Record) -> None:
    check_numbers(narrative(record, YEAR, AFTER), record)
    # No other number stands in the introduction but days and the year.
    text = FIELD.sub("", narrative(record, YEAR, AFTER, chosen=[Section.INTRODUCTION]))
    assert re.findall(r"\d+", re.sub(r"\[\^[^\]]+\]|\d{1,2} [a-z]+( \d{4})?|2024", "", text)) == []


@given(records())
@settings(max_examples=30)
def test_words_of_the_minutes_are_never_markup(record: Record) -> None:
    read = "\n".join(lines(written(record)))
    for _, action in record.actions():
        words = action.text.strip()
        if f"[^åtgärd-{action.id}]" in narrative(record, YEAR, AFTER):
            assert words[1:].rstrip(" ,;.") in read


def test_what_led_on_to_the_next_clause_is_left_out() -> None:
    assert clause("att välja Bo, samt") == "Att välja Bo."
    assert clause("att köpa grus;") == "Att köpa grus."


def test_meetings_that_were_called_off_are_told_of_and_do_not_lack_minutes() -> None:
    days = (dt.date(2024, 5, 14), dt.date(2024, 9, 3))
    announced = tuple(map(AnnouncedFact, days))
    record = replace(
        RECORD,
        meetings=(replace(SPRING, announced=announced),),
        cancelled=tuple(CancelledFact(7, day, "Sjukdom") for day in days),
    )
    said = "\n".join(lines(written(record)))
    assert "Två möten ställdes in: den 14 maj och 3 september.[2]" in said
    assert "registrerat därifrån" not in said
    assert "Sjukdom" not in said
    text = narrative(record, YEAR, AFTER)
    check_footnotes(text, record)
    check_numbers(text, record)


def test_who_served_is_told_where_not_everybody_did() -> None:
    chair, other, guest = SPRING.attendees
    substitute = replace(other, served=True, is_substitute=True)
    there = (replace(chair, served=True), substitute, replace(guest, presence=Presence.PRESENT))
    said = "\n".join(lines(written(replace(RECORD, meetings=(replace(SPRING, attendees=there),)))))
    assert (
        "deltog tre personer i årets möte.[1] Av dem tjänstgjorde två personer, varav en ersättare."
        in said
    )
    assert "tre närvarande, varav två tjänstgörande," in said
    assert "tjänstg" not in "\n".join(lines(written(RECORD)))


@pytest.mark.parametrize(
    "words, told",
    [
        (
            "Ruben tar frågan vidare.",
            "Ruben tar frågan vidare (gäller ”Snöröjning”; från 1 oktober).",
        ),
        ("Tora ringer om saltet.", "Tora ringer om saltet (från 1 oktober)."),
        ("Frågan om snöröjningen utreds.", "Frågan om snöröjningen utreds (från 1 oktober)."),
    ],
)
def test_words_that_refer_back_are_told_with_their_point(words: str, told: str) -> None:
    action = replace(AUTUMN.actions[0], text=words, quote=words, owners=())
    record = replace(RECORD, meetings=(replace(AUTUMN, actions=(action,)),))
    assert told in "\n".join(lines(written(record)))


def test_of_more_than_two_meetings_the_first_and_the_last_are_told() -> None:
    between = replace(SPRING, id=9, date=dt.date(2024, 5, 7))
    said = "\n".join(lines(written(replace(RECORD, meetings=(SPRING, between, AUTUMN)))))
    assert "tre möten under 2024, det första den 6 februari och det sista den 1 oktober." in said


def test_a_day_that_the_words_name_is_not_told_twice() -> None:
    promised = replace(AUTUMN.actions[1], due=dt.date(2025, 2, 1))
    for text, told in (
        ("Tora ringer före 1 februari 2025.", "(från 1 oktober)"),
        ("Tora ringer kommunen.", "(från 1 oktober, ska vara klar 1 februari 2025)"),
    ):
        action = replace(promised, text=text, quote=text)
        read = lines(written(Record(RECORD.bodies, (replace(AUTUMN, actions=(action,)),))))
        assert f"- {text[:-1]} {told}.[3]" in read


def test_a_decision_that_is_an_action_as_well_is_told_as_one() -> None:
    text = "att uppdra åt Ruben att mäta vägen"
    both = replace(
        AUTUMN,
        decisions=(DecisionFact(110, 13, text, text),),
        actions=(ActionFact(210, 13, text, text),),
    )
    read = lines(written(Record(RECORD.bodies, (both,))))
    assert "- Beslutet att uppdra åt Ruben att mäta vägen (från 1 oktober).[2]" in read


@pytest.mark.parametrize(
    "left, last",
    [(5, "- Uppgift 4"), (6, "- Uppgift 5"), (7, "- Ytterligare två, som inte återges här.")],
)
def test_one_more_is_told_rather_than_counted(left: int, last: str) -> None:
    actions = tuple(
        ActionFact(300 + each, 13, f"Uppgift {each}.", f"Uppgift {each}.") for each in range(left)
    )
    record = Record(RECORD.bodies, (replace(AUTUMN, decisions=(), actions=actions),))
    read = lines(written(record, extent=Extent.SHORT, chosen=[Section.LEFT]))
    assert len(read) <= 7
    assert read[-1].startswith(last)
