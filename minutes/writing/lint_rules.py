"""The rules of lint about who was there (kommunallagen 5 kap.). Pure.

Each rule is a function of its own; its cases stand in tests/writing/lint_cases.md.
"""

import re
from collections.abc import Iterator

from minutes.texts import N_
from minutes.writing.lint import Facts, Person, source
from minutes.writing.numbering import Fault

KL_5_45 = N_("kommunallagen 5 kap. 45 § och 6 kap. 27 §")
KL_5_66 = N_("kommunallagen 5 kap. 66 §")
KL_5_65 = N_("kommunallagen 5 kap. 65 §")
KL_5_69 = N_("kommunallagen 5 kap. 69 §")
NO_ROTATION = N_("växeltjänstgöring är inte tillåten, utom efter jäv")

_JAV = re.compile(r"\b(?:jäv|jävig)\b", re.IGNORECASE)
_ADJUSTS = re.compile(r"\bjuster(?:are|a|ar|ing|as|ingsperson\w*|ingsm[aä]n)\b", re.IGNORECASE)
_LEAVES = re.compile(r"\b(?:lämnar|lämnade|avviker|avvek)\s+(?:mötet|sammanträdet|salen)", re.I)
_RETURNS = re.compile(
    r"\b(?:åter(?:kommer|kom|inträder|inträdde|vänder|vände)|kommer\s+tillbaka|"
    r"tjänstgör\s+(?:åter|igen))\b",
    re.IGNORECASE,
)
_TWO_SPANS = re.compile(r"§{0,2}\s*\d+\s*[-–]\s*\d+\s*(?:och|,|samt)\s*§{0,2}\s*\d+", re.IGNORECASE)


def who_served(facts: Facts) -> Iterator[Fault]:
    """Minutes say which members and substitutes served."""
    if not facts.is_formal:
        return
    if not facts.present:
        yield Fault(1, N_("Det framgår inte vilka som var med."), source(facts, KL_5_66))
        return
    for person in facts.present:
        said = "tjänstgör" in person.about.casefold()
        if facts.is_municipal and person.is_substitute and not said:
            words = N_(
                "Det framgår inte om ersättaren %(name)s tjänstgjorde eller bara var med.",
                name=person.name,
            )
            yield Fault(person.line, words, KL_5_66)


def served_for(facts: Facts) -> Iterator[Fault]:
    """A substitute who serves does so for somebody."""
    for person in facts.present:
        if (
            facts.is_municipal
            and person.is_substitute
            and person.serves
            and not re.search(r"\b(?:för|ers\w*\s+\w+)\b", person.about.casefold())
        ):
            words = N_(
                "Det framgår inte för vem ersättaren %(name)s tjänstgjorde.", name=person.name
            )
            yield Fault(person.line, words, KL_5_66)


def quorum(facts: Facts) -> Iterator[Fault]:
    """More than half of the members must be there for the body to decide."""
    serving = sum(1 for each in facts.people if each.serves)
    decides = any(point.decisions for point in facts.points)
    if facts.is_municipal and decides and facts.present and serving * 2 <= facts.seats:
        words = N_(
            "Bara %(serving)s av %(seats)s ledamöter tjänstgör enligt närvaron. Mer än hälften "
            "måste vara med för att kunna besluta.",
            serving=serving,
            seats=facts.seats,
        )
        yield Fault(_first_line(facts), words, KL_5_45)


def chair_and_secretary(facts: Facts) -> Iterator[Fault]:
    """Minutes are kept on the chair's responsibility; who kept them stands there."""
    if facts.is_formal and not facts.chair:
        yield Fault(1, N_("Det framgår inte vem som var ordförande."), source(facts, KL_5_65))
    if facts.is_formal and not facts.secretary:
        words = N_("Det framgår inte vem som förde protokollet.")
        yield Fault(1, words, source(facts, KL_5_65))


def justerare(facts: Facts) -> Iterator[Fault]:
    """Somebody is chosen to adjust the minutes, and was there."""
    if not facts.is_formal:
        return
    chosen = any(_ADJUSTS.search(p.title) or p.has(_ADJUSTS) for p in facts.points)
    if not facts.adjusters and not chosen:
        words = N_("Det framgår inte vem som ska justera protokollet.")
        yield Fault(1, words, source(facts, KL_5_69))
    for name in facts.adjusters:
        if facts.present and not _named(name, facts.present):
            words = N_("Justeraren %(name)s står inte bland de närvarande.", name=name)
            yield Fault(1, words, source(facts, KL_5_69))


def came_back(facts: Facts) -> Iterator[Fault]:
    """Who has left and been served for does not come back to serve, but after jäv."""
    if not facts.is_municipal:
        return
    for person in facts.present:
        if _TWO_SPANS.search(person.about) and "jäv" not in person.about.casefold():
            words = N_(
                "%(name)s ser ut att ha gått och kommit tillbaka för att tjänstgöra.",
                name=person.name,
            )
            yield Fault(person.line, words, NO_ROTATION)
    left: set[str] = set()
    for point in facts.points:
        for line, text in point.lines:
            for person in facts.present:
                if person.name not in text or _JAV.search(point.text):
                    continue
                if _LEAVES.search(text):
                    left.add(person.name)
                elif person.name in left and _RETURNS.search(text):
                    words = N_(
                        "%(name)s lämnade mötet och kommer tillbaka. Den som har avbrutit sin "
                        "tjänstgöring får inte tjänstgöra igen.",
                        name=person.name,
                    )
                    yield Fault(line, words, NO_ROTATION)


def owners(facts: Facts) -> Iterator[Fault]:
    """An action item that nobody owns is followed up by nobody."""
    for line in facts.unowned:
        words = N_("Åtgärden har ingen ansvarig.")
        yield Fault(line, words, N_("den kan inte påminnas om"))


def _first_line(facts: Facts) -> int:
    return min((each.line for each in facts.people if each.line), default=1)


def _named(name: str, people: list[Person]) -> bool:
    return any(name.casefold() in each.name.casefold() or each.name.casefold() in name.casefold()
               for each in people)  # fmt: skip
