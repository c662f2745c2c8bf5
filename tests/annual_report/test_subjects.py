import pytest

from minutes.annual_report.subjects import by_subject, is_formality, recurring, says_more
from tests.annual_report.records import AUTUMN, BEFORE, SPRING


def test_points_about_the_same_are_one_subject() -> None:
    subjects = recurring([BEFORE, SPRING, AUTUMN])
    assert [(each.title, each.meetings) for each in subjects] == [("Belysningen i Norrby", 2)]


@pytest.mark.parametrize(
    "title",
    [
        "Mötets öppnande",
        "Val av justerare",
        "Val av två justerare tillika rösträknare",
        "Val av ordförande och sekreterare för mötet",
        "Godkännande av dagordningen",
        "Föregående protokoll",
        "Övriga frågor",
        "Övriga frågor/diskussionspunkter",
        "Övriga frågor och information",
        "Nästa möte",
        "Information",
        "12.",
    ],
)
def test_what_every_meeting_has_is_a_formality(title: str) -> None:
    assert is_formality(title)


@pytest.mark.parametrize(
    "title",
    ["Val av ordförande", "Informationskampanjen", "Övriga byggnader", "Protokollsystem", "Grus"],
)
def test_what_one_meeting_has_is_none(title: str) -> None:
    assert not is_formality(title)


def test_a_title_says_more_where_the_text_does_not_name_its_subject() -> None:
    assert says_more("Belysning i Norrby", "att avsätta 40 000 kronor")
    assert not says_more("Motioner", "Motionen avslogs.")
    assert not says_more("Övriga frågor", "att köpa en stege")


def test_decisions_are_counted_by_what_came_up_again_and_then_all_else() -> None:
    assert by_subject([BEFORE, SPRING, AUTUMN]) == (("Belysningen i Norrby", 2), ("allt annat", 1))
    assert by_subject([SPRING]) == ()
