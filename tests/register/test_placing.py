"""Where a decision stands in the running text of its point, and that it is said once."""

import pytest

from minutes.register.placing import in_place, with_letters


def shown(text: str, *decisions: str) -> list[str]:
    """The parts in order; a decision stands in brackets."""
    things = [(each,) for each in decisions]
    parts = in_place(text, things, lambda thing: thing[0])
    return [each if isinstance(each, str) else f"[{each[0]}]" for each in parts]


CASES = [
    # The decision is all of the paragraph.
    ("Dagordningen godkänns.", ["Dagordningen godkänns."], ["[Dagordningen godkänns.]"]),
    # A sentence among others.
    (
        "Bo redogjorde. Rapporten godkänns. Eva tackade.",
        ["Rapporten godkänns."],
        ["Bo redogjorde.", "[Rapporten godkänns.]", "Eva tackade."],
    ),
    # The end of a sentence, from att on.
    (
        "Styrelsen beslutar att köpa en båt.",
        ["att köpa en båt"],
        ["Styrelsen beslutar", "[att köpa en båt]"],
    ),
    # Inside of a sentence nothing can be taken out.
    (
        "Bo sade att styrelsen godkände köpet redan i maj.",
        ["styrelsen godkände köpet"],
        ["Bo sade att styrelsen godkände köpet redan i maj.", "[styrelsen godkände köpet]"],
    ),
    (
        "Efter votering beslutar mötet att köpa en båt med tolv röster mot tre.",
        ["att köpa en båt"],
        [
            "Efter votering beslutar mötet att köpa en båt med tolv röster mot tre.",
            "[att köpa en båt]",
        ],
    ),
    # Lines of a list, each a decision.
    (
        "a) Till ordförande valdes Bo.\nb) Till kassör valdes Eva.\nc) Vakant.",
        ["Till ordförande valdes Bo.", "Till kassör valdes Eva."],
        ["a)", "[Till ordförande valdes Bo.]", "b)", "[Till kassör valdes Eva.]", "c) Vakant."],
    ),
    # What the frame says itself is not said before it.
    ("Beslut: Båten säljs. Eva ler.", ["Båten säljs."], ["[Båten säljs.]", "Eva ler."]),
    # In the order of the text, whatever the order of the decisions.
    ("Båten säljs. Bryggan lagas. Nog.", ["Bryggan lagas.", "Båten säljs."],
     ["[Båten säljs.]", "[Bryggan lagas.]", "Nog."]),
    # The same words broken over lines, and words that the text does not have.
    ("Bo talade. Bryggan\nlagas.", ["Bryggan lagas", "Båten säljs"],
     ["Bo talade.", "[Bryggan lagas]", "[Båten säljs]"]),
]  # fmt: skip


@pytest.mark.parametrize("text, decisions, parts", CASES)
def test_a_decision_is_said_once_where_it_stands(
    text: str, decisions: list[str], parts: list[str]
) -> None:
    assert shown(text, *decisions) == parts


def test_nothing_of_the_text_is_lost() -> None:
    text = "Bo redogjorde, utförligt. Rapporten godkänns! Eva tackade; alla klappade."
    assert "".join(shown(text, "Rapporten godkänns")).replace(" ", "") == (
        "Boredogjorde,utförligt.[Rapportengodkänns]Evatackade;allaklappade."
    )


def test_a_letter_that_is_left_alone_goes_with_its_decision() -> None:
    parts: list[str | tuple[str]] = ["Val:", "a)", ("Bo valdes.",), "(b)", "c) Vakant.", ("Nog.",)]
    assert with_letters(parts, lambda letter, thing: (f"{letter} {thing[0]}",)) == [
        "Val:", ("a) Bo valdes.",), "(b)", "c) Vakant.", ("Nog.",),
    ]  # fmt: skip
