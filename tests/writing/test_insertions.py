"""What is put into minutes: in the form that our own reading knows, and where it belongs."""

from datetime import date

import pytest

from minutes.errors import Refused
from minutes.recognition.findings import Presence
from minutes.writing.insertions import Place, inserted
from minutes.writing.looking import recognised
from minutes.writing.placing import end_of_paragraph, put_in, with_attendance
from minutes.writing.skeleton import Attending, attendance_lines

PLACE = Place("Styrelsen", date(2026, 12, 2))
HEAD = (
    "# Protokoll Vägstyrelsen 2026-12-02\n\nDatum: 2026-12-02\n\n## Närvaro\n\n### Närvarande\n\n"
    "- Bo Ekdahl, ledamot\n- Ronny Wretling, sekreterare\n\n## § 1 Grus\n\n"
)


def read(kind: str, **fields: str) -> tuple[list[str], list[tuple[str, ...]]]:
    """What is recognised of the insertion: decisions, and the owners and days of actions."""
    found = recognised(HEAD + inserted(kind, fields, PLACE))
    decisions = [each.quote for each in found.decisions]
    return decisions, [(*each.owners, str(each.due)) for each in found.actions]


def test_att_satser_are_decisions_one_each() -> None:
    assert read("beslut", satser="anta anbudet\natt gruset läggs i maj.") == (
        ["att anta anbudet.", "att gruset läggs i maj."],
        [],
    )


def test_a_vote_is_counted_and_its_decision_read() -> None:
    fields = {
        "ja-for": "Bifall till förslaget", "nej-for": "avslag", "ja": "4", "nej": "1",
        "avstar": "1", "vilka-nej": "Bo Ekdahl", "satser": "sätta upp två lampor",
    }  # fmt: skip
    words = inserted("votering", fields, PLACE)
    assert "Resultat: 4 ja-röster och 1 nej-röst. 1 avstår." in words
    assert "Nej röstar: Bo Ekdahl." in words
    assert read("votering", **fields) == (["att sätta upp två lampor."], [])


def test_at_equal_numbers_the_vote_of_the_chair_decides() -> None:
    fields = {"ja-for": "bifall", "nej-for": "avslag", "ja": "3", "nej": "3"}
    assert "avgör ordförandens röst" in inserted("votering", fields, PLACE)


def test_what_is_postponed_or_sent_back_is_decided() -> None:
    assert read("bordlaggning") == (["att bordlägga ärendet till nästa möte."], [])
    decisions, _ = read("aterremiss", till="kansliet", vad="Komplettering av kostnaderna.")
    assert decisions == [
        "att återremittera ärendet till kansliet för komplettering av kostnaderna."
    ]


def test_proposals_reservations_and_jav_are_no_decisions() -> None:
    assert read("yrkande", vem="Bo Ekdahl", vad="Avslag på förslaget") == ([], [])
    assert read("reservation", vem="Bo Ekdahl", vad="sitt eget yrkande") == ([], [])
    assert read("jav", vem="Bo Ekdahl") == ([], [])


def test_an_action_has_its_owner_and_its_day() -> None:
    found = read("atgard", vem="Ronny", vad="skicka offerten till alla", senast="2027-01-15")
    assert found == ([], [("Ronny Wretling", "2027-01-15")])


@pytest.mark.parametrize(
    "kind, fields",
    [
        ("beslut", {}),
        ("yrkande", {"vem": "Bo"}),
        ("votering", {"ja-for": "a", "nej-for": "b", "ja": "många"}),
        ("aterremiss", {"till": "kansliet"}),
        ("atgard", {"vem": "Bo"}),
        ("fras", {}),
        ("okänt", {}),
    ],
)
def test_what_is_missing_is_said(kind: str, fields: dict[str, str]) -> None:
    with pytest.raises(Refused):
        inserted(kind, fields, PLACE)


def test_words_are_put_below_the_paragraph_where_the_writer_stands() -> None:
    assert put_in("ett\ntvå\n\ntre\n", "NYTT", 1) == "ett\ntvå\n\nNYTT\n\ntre\n"
    assert put_in("ett\n\ntre\n", "NYTT", None) == "ett\n\ntre\n\nNYTT\n"
    assert put_in("", "NYTT", 4) == "NYTT\n"


def test_words_are_put_last_in_the_chosen_point() -> None:
    text = "## § 1 A\n\nett\n\n## § 2 B\n\ntvå\n"
    changed = put_in(text, "NYTT", end_of_paragraph(text, 1))
    assert changed == "## § 1 A\n\nett\n\nNYTT\n\n## § 2 B\n\ntvå\n"
    assert end_of_paragraph(text, 5) is None


def test_attendance_takes_the_place_of_what_stood_there() -> None:
    lists = "\n\n".join(
        attendance_lines(
            [Attending("Eva Lindh"), Attending("Bo Ekdahl", "ledamot", Presence.ABSENT)]
        )
    )
    changed = with_attendance(HEAD, lists)
    people = {each.name: each.presence for each in recognised(changed).attendance}
    assert people == {"Eva Lindh": Presence.PRESENT, "Bo Ekdahl": Presence.ABSENT}
    assert changed.endswith("## § 1 Grus\n")
