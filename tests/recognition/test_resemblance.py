"""What no rule finds is weighed by its likeness to what is found."""

import pytest

from minutes.reading.blocks import Block, BlockKind, Source
from minutes.recognition.language.sentences import Sentence, sentence_at
from minutes.recognition.people.names import is_given_name
from minutes.recognition.people.roster import Roster
from minutes.recognition.rules.actions.resemblance import (
    WEIGHTS,
    marks,
    resemblance,
    resembling,
)

ROSTER = Roster(["Karin Ström", "Bo Ekdal"])


def _sentence(text: str) -> Sentence:
    block = Block(BlockKind.PARAGRAPH, text, Source(1, 1))
    return sentence_at(block, 0, len(text))


def _likelihood(text: str) -> float:
    return resemblance(marks(_sentence(text), ROSTER, listed=False, decided=False))


@pytest.mark.parametrize(
    "task, told",
    [
        ("Karin kollar priset på färg.", "Karin har kollat priset på färg."),
        (
            "Arbetsgruppen tar fram ett förslag på ny grill till nästa möte.",
            "Arbetsgruppen har tagit fram ett förslag på ny grill.",
        ),
        ("Bo undersöker vad en ny brygga kostar.", "Bo undrade vad en ny brygga kostar."),
    ],
)
def test_a_task_resembles_tasks_more_than_what_is_told(task: str, told: str) -> None:
    assert _likelihood(task) > 0.5 > _likelihood(told)


@pytest.mark.parametrize(
    "text, owners",
    [
        ("Med Karin kollar Bo vad en ny brygga kostar till nästa möte.", ("Bo Ekdal",)),
        ("Arbetsgrupp med Bo och Karin kollar en ny brygga.", ("Bo Ekdal", "Karin Ström")),
        ("Ansvariga för kaffet blir Karin som också köper bullar.", ("Karin Ström",)),
        ("Kassören kollar vad en ny brygga kostar till nästa möte.", ("Kassören",)),
        ("Till nästa möte kollar kassören vad bryggan kostar.", ("Kassören",)),
        ("Kolla med kassören vad en ny dator kostar till nästa möte.", ()),
    ],
)
def test_who_does_it_is_whom_no_preposition_makes_another(
    text: str, owners: tuple[str, ...]
) -> None:
    promise = resembling(_sentence(text), ROSTER, listed=True, decided=False)
    assert promise is not None
    assert promise.owners == owners


def test_the_names_of_people_are_not_weighed() -> None:
    of_karin, of_bo = (
        marks(_sentence(f"{name} kontaktar banken."), ROSTER, listed=False, decided=False)
        for name in ("Karin", "Bo Ekdal")
    )
    assert of_karin == of_bo


@pytest.mark.parametrize(
    "quoted", ['Ur brevet: "Ni ska köpa in en grill."', "Bo frågar om vi ska köpa en grill."]
)
def test_what_somebody_says_is_not_weighed(quoted: str) -> None:
    assert resembling(_sentence(quoted), ROSTER, listed=True, decided=False) is None


# Given names that are words as well.
WORDS_TOO = frozenset("alla dag hans inga klara klass maj mat max per ville".split())


def test_the_table_holds_each_mark_once_and_no_name() -> None:
    rows = [line.split("\t") for line in WEIGHTS.read_text(encoding="utf-8").splitlines()]
    learnt = [mark for _, mark in rows]
    assert len(learnt) == len(set(learnt)) > 1000
    assert all(float(weight) for weight, _ in rows)
    whole = [mark for mark in learnt if mark.startswith(("word ", "pair ", "behind ", "last "))]
    words = {word for mark in whole for word in mark.split()[1:]}
    assert {word for word in words if is_given_name(word.capitalize())} <= WORDS_TOO
