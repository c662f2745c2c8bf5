"""The points of English minutes, however their titles are set off from what was said."""

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise

TITLES = (
    "Minutes of the last meeting",
    "Treasurer's report",
    "Footpath repairs",
    "Summer fete",
    "Correspondence",
    "Any other business",
)
TOLD = {
    "sentences": (
        "These were read and approved.",
        "The balance is £412 and all accounts are paid.",
        "It was agreed to ask two firms for quotes.",
        "Helen will book the marquee by 12 May.",
        "A letter from the school was read out.",
        "There was no other business.",
    ),
    "notes": (
        "Approved as read.",
        "Balance £412. All paid.",
        "Agreed to ask two firms for quotes.",
        "Helen to book the marquee by 12 May.",
        "Letter from the school read out.",
        "None.",
    ),
    "small letters": (
        "taken as read and approved.",
        "balance now £412, all paid.",
        "agreed to ask two firms for quotes.",
        "Helen to book the marquee by 12 May.",
        "letter received from the school.",
        "none.",
    ),
}
BESIDE = (
    "{n}. {t}: {told}",
    "{n}. {t} - {told}",
    "{n}) {t} – {told}",
    "{n}. {T} {told}",
    "{t}: {told}",
    "{t} – {told}",
    "{t} - {told}",
    "{T}: {told}",
    "{T} - {told}",
)
ABOVE = (
    "{n}. {t}",
    "{t}",
    "{T}",
    "{t}:",
    "Item {n}: {t}",
    "Item {n} – {t}",
    "ITEM {n}. {T}",
    "Agenda item {n}: {t}",
    "Agenda Item {n} - {t}",
    "Topic {n}: {t}",
)


def titles(lines: str, name: str = "fete.txt") -> list[str]:
    text = (
        "Minutes of the Elmstead Parish Meeting held on 4 March 2025\n"
        f"Present: Helen Marsh (Chair), Paul Tidy, Joan Reeve\n\n{lines}\n"
    )
    found = recognise(read_document(name, text.encode()), filename=name)
    return [item.title for item in found.items]


def written(form: str, told: str) -> str:
    return "\n".join(
        form.format(n=number, t=title, T=title.upper(), told=text)
        for number, (title, text) in enumerate(zip(TITLES, TOLD[told], strict=True), 1)
    )


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("form", BESIDE)
def test_titles_on_the_line_of_what_was_said(form: str, told: str) -> None:
    found = titles(written(form, told))

    assert [title.casefold() for title in found] == [title.casefold() for title in TITLES]


@pytest.mark.parametrize("form", ABOVE)
def test_titles_above_what_was_said(form: str) -> None:
    found = titles(written(form + "\n{told}\n", "sentences"))

    assert [title.casefold() for title in found] == [title.casefold() for title in TITLES]


def test_names_before_a_dash_are_no_titles() -> None:
    lines = (
        "Helen Marsh – will book the marquee for the whole day.",
        "Paul – has asked two firms for quotes on the path.",
        "Joan Reeve – read out the letter from the school.",
    )

    assert titles("\n".join(lines)) == []


def test_steps_of_a_plan_are_no_titles() -> None:
    lines = "\n".join(
        f"Step {number}: we ask the firms once more for quotes." for number in (1, 2, 3)
    )

    assert titles(lines) == []


def test_words_in_capitals_before_a_task_are_no_title() -> None:
    lines = "1. ACTION Helen to book it.\n2. NOTED The path is wet.\n3. PAUL will ring the firm."

    assert not {"ACTION", "NOTED", "PAUL"}.intersection(titles(lines))
