import pytest

from minutes.annual_report.decision_kinds import DecisionKind, kind_of


@pytest.mark.parametrize(
    "text, kind",
    [
        ("Till revisor valdes Ester Moberg.", DecisionKind.ELECTION),
        ("Till mötesordförande valdes Ester Moberg.", DecisionKind.FORMAL),
        ("att förklara paragrafen omedelbart justerad", DecisionKind.FORMAL),
        ("Utses att justera Ester Moberg.", DecisionKind.FORMAL),
        ("Ester Moberg utses att jämte ordföranden justera.", DecisionKind.FORMAL),
        ("att justera taxan för båtplatser", DecisionKind.OTHER),
        ("Styrelsen höjer avgiften till 300 kronor.", DecisionKind.MONEY),
        ("att sätta upp anslagstavlan vid entrén", DecisionKind.OTHER),
        ("att anta planen för snöröjning", DecisionKind.RULES),
        ("Rapporten godkändes.", DecisionKind.APPROVAL),
        ("att uppdra åt kansliet att se över hyran", DecisionKind.COMMISSION),
        ("Rådet ställer sig bakom förslaget.", DecisionKind.OPINION),
        ("Motionen avslogs.", DecisionKind.REJECTION),
        ("Ärendet bordläggs till nästa möte.", DecisionKind.POSTPONED),
        ("att återremittera budgeten", DecisionKind.POSTPONED),
        ("Informationen läggs till handlingarna.", DecisionKind.NOTED),
        ("Rapporten lades till handlingarna.", DecisionKind.NOTED),
        ("Berättelsen godkändes och lades till handlingarna.", DecisionKind.APPROVAL),
        ("Stämman förklarades behörigen utlyst.", DecisionKind.FORMAL),
        ("Festen hålls i juni.", DecisionKind.OTHER),
    ],
)
def test_a_decision_is_of_the_kind_that_its_words_say(text: str, kind: DecisionKind) -> None:
    assert kind_of(text) is kind
