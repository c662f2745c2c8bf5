"""Who is to do what, in English minutes: many ways to say it, and what only looks like it."""

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import ActionItem

HEAD = (
    "# Minutes of the Allotment Society, 4 March 2025\n\n"
    "Present: Margaret Oakley (Chair), Desmond Pryce, Fiona Tulloch, Neil Garside\n\n"
    "## 1. Site\n\n"
)
TASKS = (
    "ring the water company",
    "chase the contractor",
    "pursue the insurance claim",
    "keep an eye on the gate",
    "see whether the grant is open",
    "attend the forum and report back",
    "be the contact for the school",
    "have the mower serviced",
)
PLEDGES = (
    "Desmond to {}.",
    "DP to {}.",
    "DESMOND to {}",
    "Desmond, to {}.",
    "ACTION: Desmond to {}",
    "ACTION Desmond to {}",
    "Action DP: {}",
    "Action (Desmond): {}",
    "Action Desmond – {}",
    "Mr Pryce to {}.",
    "Cllr Pryce agreed to {}.",
    "Desmond kindly offered to {}.",
    "Desmond was asked to {}.",
    "It was agreed that Desmond should {}.",
    "The gate is broken, Desmond to {}",
)
SHARED = ("Desmond and Fiona to {}.", "Desmond/Fiona to {}.")
WILL = (
    "Desmond will {}.",
    "It was agreed that Desmond would {}.",
    "Desmond said he would {}.",
    "By Friday Desmond will {}.",
    "After the meeting Desmond will {}.",
    "In the meantime Desmond will {}.",
    "Fiona asked Desmond to {}.",
    "The committee asked Desmond to {}.",
    "Would Desmond please {}.",
)


def actions(*lines: str) -> tuple[ActionItem, ...]:
    text = HEAD + "\n\n".join(lines) + "\n\nThe next thing was the pond.\n"
    return recognise(read_document("site.md", text.encode()), filename="site.md").actions


@pytest.mark.parametrize("form", PLEDGES)
def test_whatever_somebody_took_upon_himself(form: str) -> None:
    found = actions(*(form.format(task) for task in TASKS))

    assert [each.owners for each in found] == [("Desmond Pryce",)] * len(TASKS)


@pytest.mark.parametrize("form", WILL)
def test_what_somebody_will_do(form: str) -> None:
    found = actions(*(form.format(task) for task in TASKS[:4]))

    assert [each.owners for each in found] == [("Desmond Pryce",)] * 4


@pytest.mark.parametrize("form", SHARED)
def test_what_two_are_to_do(form: str) -> None:
    found = actions(*(form.format(task) for task in TASKS))

    assert [each.owners for each in found] == [("Desmond Pryce", "Fiona Tulloch")] * len(TASKS)


@pytest.mark.parametrize("bullet", ["- ", "• ", "v     ", "Ø  ", "ü  "])
@pytest.mark.parametrize("head", ["Actions required", "Actions arising", "Next steps"])
def test_the_list_at_the_end(head: str, bullet: str) -> None:
    tasks = (*TASKS, "get the lock replaced", "“chair” the forum", "like it")
    lines = "\n".join(f"{bullet}Desmond to {task}" for task in tasks)

    text = f"{HEAD}{head}\n\n{lines}\n".replace("#", "").replace("1. Site\n\n", "")
    found = recognise(read_document("site.txt", text.encode()), filename="site.txt").actions

    assert [each.owners for each in found] == [("Desmond Pryce",)] * len(tasks)


@pytest.mark.parametrize(
    "line",
    [
        "Someone has to look at the gate. Action: Desmond",
        "The roof is leaking and it needs mending. ACTION DP",
        "The gate needs mending (ACTION: Desmond)",
        "The gate needs mending. [Action: Desmond]",
        "The tank is full. Owner: Desmond Pryce",
    ],
)
def test_whose_it_is_stands_behind_it(line: str) -> None:
    found = actions(line)

    assert [each.owners for each in found] == [("Desmond Pryce",)]
    assert len(found[0].quote.split()) > 2


@pytest.mark.parametrize("bullet", ["", "- "])
@pytest.mark.parametrize(
    "line",
    [
        "Desmond has rung the water company.",
        "Desmond to ring the company – done",
        "At the last meeting Desmond agreed to ring the company and has done so.",
        "If it rains Desmond will cancel.",
        "Desmond would like to see more flowers.",
        "Desmond hoped to see the plans soon.",
        "Fiona asked Desmond to explain the figures.",
        "Winifred, who visited us, urged the crew to cycle in the rain.",
        "Hard to organise and no help to us.",
        "Fiona: Thank you.",
        "Fiona: Process today says that two members may share a plot.",
        "Secretary to the council since May.",
        "Get in touch if you want a plot!",
        "link https://example.org/form",
        "Update from Desmond: the firm is keen on the work and wants to go on.",
        "Draft letter attached.",
        "Work continues on the pond.",
        "Close of meeting 9 pm.",
        "Action Group – Fiona reported on the day.",
        "The fund paid for the day (Action Aid)",
        "Action on the lease was slow.",
    ],
)
def test_what_only_looks_like_a_task(line: str, bullet: str) -> None:
    assert actions(f"{bullet}{line}") == ()
