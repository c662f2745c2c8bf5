"""Lint, case by case: the cases are documents, in lint_cases.md."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from minutes.people.tables import Regime
from minutes.writing.lint import linted
from minutes.writing.lint_facts import facts_of_text
from minutes.writing.lint_votes import RULES
from minutes.writing.looking import recognised

CASES = Path(__file__).parent / "lint_cases.md"


def cases() -> Iterator[object]:
    parts = CASES.read_text(encoding="utf-8").partition("\n\nThe whole")[2]
    rest = "The whole" + parts
    while rest.strip():
        head, _, rest = rest.lstrip("\n").partition("\n.\n")
        text, _, rest = rest.partition("\n.\n")
        if rest.startswith("."):
            said, rest = "", rest[1:]
        else:
            said, _, rest = rest.partition("\n.")
        name, rule = head.split("\n")
        yield pytest.param(rule, text, said, id=name)


@pytest.mark.parametrize("rule, text, said", list(cases()))
def test_lint_says(rule: str, text: str, said: str) -> None:
    regime, seats = rule.split()
    facts = facts_of_text(text, recognised(text), Regime(regime), int(seats))
    found = [f"rad {each.line}  {each.message} ({each.source})" for each in linted(facts, RULES)]
    assert "\n".join(found) == said


def test_every_rule_has_a_case_in_which_it_speaks() -> None:
    spoken = set()
    for case in cases():
        rule, text, _ = case.values  # type: ignore[attr-defined]
        regime, seats = rule.split()
        facts = facts_of_text(text, recognised(text), Regime(regime), int(seats))
        spoken |= {each.__name__ for each in RULES if list(each(facts))}
    assert {each.__name__ for each in RULES} - spoken == set()
