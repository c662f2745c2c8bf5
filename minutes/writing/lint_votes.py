"""The rules of lint about how the meeting decided (kommunallagen 4–6 kap.); all rules. Pure.

Each rule is a function of its own; its cases stand in tests/writing/lint_cases.md.
"""

import re
from collections.abc import Iterator

from minutes.recognition.findings import Presence
from minutes.texts import N_
from minutes.writing.lint import Facts, Point, Rule, source
from minutes.writing.lint_rules import (
    came_back,
    chair_and_secretary,
    justerare,
    owners,
    quorum,
    served_for,
    who_served,
)
from minutes.writing.numbering import Fault

KL_5_50 = N_("kommunallagen 5 kap. 50 §")
KL_5_67 = N_("kommunallagen 5 kap. 66–68 §§")
KL_4_25 = N_("kommunallagen 4 kap. 25–27 §§")
KL_6_30 = N_("kommunallagen 6 kap. 30 §")
KL_5_54 = N_("kommunallagen 5 kap. 53–57 §§")
_MOVED = re.compile(r"\b(?:yrkar|yrkade|yrkande|yrkanden)\b", re.IGNORECASE)
_PROPOSED = re.compile(r"\b(?:yrka\w*|förslag\w*|föreslå\w*)\b", re.IGNORECASE)
_MOVES = re.compile(r"\byrka(?:r|de)\b", re.IGNORECASE)
_PUT = re.compile(r"\b(?:proposition\w*|ställer\b.*\bmot|finner\s+att)\b", re.IGNORECASE)
_VOTED = re.compile(r"\b(?:votering\w*|omröstning\w*|rösträkning)\b", re.IGNORECASE)
_NO_VOTE = re.compile(
    r"\b(?:ingen|utan|inte)\s+(?:begär\w*\s+)?(?:votering|omröstning)", re.IGNORECASE
)
_SECRET = re.compile(
    r"\b(?:sluten\s+omröstning|omröstningen\s+är\s+sluten|slutna?\s+sedlar)\b", re.I
)
_AYES = re.compile(r"(\d+)\s+(?:ja\b|ja-röst\w*|jaröst\w*|röster?\s+(?:för|ja)\b)", re.IGNORECASE)
_NOES = re.compile(
    r"(\d+)\s+(?:nej\b|nej-röst\w*|nejröst\w*|röster?\s+(?:mot|emot|nej)\b)", re.IGNORECASE
)
_ABSTAINS = re.compile(r"(\d+)\s+(?:avstår|avstod|som\s+avstår|nedlagda)", re.IGNORECASE)
_WHO = re.compile(r"\b(?:ja|nej|för|mot)\s*(?:röstar|röstade|-röst\w*)?\s*:\s*\S|"
                  r"\bröst(?:ar|ade)\s+(?:ja|nej|för|mot)|\bomröstningslista|\bvoteringslista|"
                  r"\bbilaga", re.IGNORECASE)  # fmt: skip
_CASTING = re.compile(r"utslagsröst|lika\s+röstetal|ordförandens\s+röst", re.IGNORECASE)
_RESERVES = re.compile(r"\breserver(?:ar|ade)\s+sig\b", re.IGNORECASE)
_JAV = re.compile(r"\b(?:jäv|jävig)\b", re.IGNORECASE)
_NO_JAV = re.compile(r"\b(?:inget|inga|ingen|ej)\s+(?:\w+\s+){0,3}jäv", re.IGNORECASE)
_AWAY = re.compile(
    r"deltar?\s+(?:inte|ej)|deltog\s+(?:inte|ej)|lämna(?:r|de)\s+(?:rummet|salen|lokalen|mötet|"
    r"sammanträdet)|inte\s+närvarande|ej\s+närvarande",
    re.IGNORECASE,
)
_SENT_BACK = re.compile(r"\båterremitter\w+|\båterremiss\b", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:för\s+(?:att\b)?\w+|eftersom|då|med\s+hänvisning|motivering\w*)\b", re.I
)
_LABEL = re.compile(r"^\W*beslut\W*$", re.IGNORECASE)


def proposals(facts: Facts) -> Iterator[Fault]:
    """Where there was a vote, the minutes say between which proposals."""
    for point in facts.points:
        if facts.is_formal and _has_vote(point) and not point.has(_PROPOSED):
            words = N_("Votering utan att förslagen eller yrkandena står i punkten.")
            yield Fault(point.where(_VOTED), words, source(facts, KL_5_67))


def propositions(facts: Facts) -> Iterator[Fault]:
    """Where proposals stood against each other, the order in which they were put is told."""
    for point in facts.points:
        moved = len(_MOVES.findall(point.text))
        if facts.is_municipal and moved > 1 and not point.has(_PUT):
            words = N_("Flera yrkanden, men inte i vilken ordning de ställdes mot varandra.")
            yield Fault(point.where(_MOVES), words, KL_5_67)


def decided(facts: Facts) -> Iterator[Fault]:
    """What was moved was decided, and a heading Beslut has a decision below it."""
    for point in facts.points:
        if point.decisions:
            continue
        labels = [line for line, words in point.lines if _LABEL.match(words)]
        if labels:
            yield Fault(labels[0], N_("Rubriken Beslut, men inget beslut under den."), KL_5_67)
        elif facts.is_formal and point.has(_MOVED):
            words = N_("Yrkanden, men inget beslut i punkten.")
            yield Fault(point.where(_MOVED), words, source(facts, KL_5_67))


def counted_votes(facts: Facts) -> Iterator[Fault]:
    """A vote has its numbers, and no more of them than there were to vote."""
    serving = sum(1 for each in facts.people if each.serves)
    for point in facts.points:
        if not (facts.is_formal and _has_vote(point)):
            continue
        ayes, noes = _sum(_AYES, point.text), _sum(_NOES, point.text)
        law = source(facts, KL_5_67)
        if ayes is None or noes is None:
            words = N_("Votering utan hur många som röstade för och emot.")
            yield Fault(point.where(_VOTED), words, law)
            continue
        total = ayes + noes + (_sum(_ABSTAINS, point.text) or 0)
        if serving and total > serving:
            words = N_(
                "%(total)s röster, men bara %(serving)s tjänstgör enligt närvaron.",
                total=total,
                serving=serving,
            )
            yield Fault(point.where(_AYES), words, law)
        if ayes == noes and not point.has(_CASTING) and not point.has(_SECRET):
            words = N_("Lika många röster, men inte vad som avgjorde.")
            yield Fault(point.where(_AYES), words, source(facts, KL_5_54))


def who_voted(facts: Facts) -> Iterator[Fault]:
    """In an open vote the minutes say how each voted."""
    for point in facts.points:
        is_open = facts.is_municipal and _has_vote(point) and not point.has(_SECRET)
        if is_open and not point.has(_WHO):
            words = N_("Öppen votering utan hur var och en röstade.")
            yield Fault(point.where(_VOTED), words, KL_5_67)


def reservations(facts: Facts) -> Iterator[Fault]:
    """Only who took part in a decision can have a reservation against it noted."""
    for point in facts.points:
        for line, words in point.lines:
            if not _RESERVES.search(words):
                continue
            law = source(facts, KL_4_25)
            if not point.decisions:
                yield Fault(line, N_("Reservation i en punkt utan beslut."), law)
            for person in facts.people:
                if person.presence is Presence.ABSENT and person.name in words:
                    said = N_("%(name)s reserverar sig men står som frånvarande.", name=person.name)
                    yield Fault(line, said, law)


def disqualified(facts: Facts) -> Iterator[Fault]:
    """Who is jävig neither takes part in the matter nor is there."""
    for point in facts.points:
        for line, words in point.lines:
            if not _JAV.search(words) or _NO_JAV.search(words):
                continue
            named = [each for each in facts.present if each.name in words]
            if named and not point.has(_AWAY):
                said = N_(
                    "%(name)s anmäler jäv, men det framgår inte att %(name)s lämnade rummet.",
                    name=named[0].name,
                )
                yield Fault(line, said, source(facts, KL_6_30))
            for person in named:
                acts = re.compile(rf"{re.escape(person.name)}\s+(?:yrkar|yrkade|röstar|röstade)")
                if point.has(acts):
                    said = N_(
                        "%(name)s är jävig men yrkar eller röstar i ärendet.", name=person.name
                    )
                    yield Fault(point.where(acts), said, source(facts, KL_6_30))


def sent_back(facts: Facts) -> Iterator[Fault]:
    """A matter is sent back for a reason."""
    for point in facts.points:
        for line, clause in point.decisions:
            if facts.is_formal and _SENT_BACK.search(clause) and not _REASON.search(clause):
                words = N_("Återremiss utan skäl.")
                yield Fault(line, words, source(facts, KL_5_50))


RULES: tuple[Rule, ...] = (
    who_served, served_for, quorum, chair_and_secretary, justerare, came_back, proposals,
    propositions, decided, counted_votes, who_voted, reservations, disqualified, sent_back, owners,
)  # fmt: skip


def _has_vote(point: Point) -> bool:
    return point.has(_VOTED) and not point.has(_NO_VOTE)


def _sum(expression: re.Pattern[str], text: str) -> int | None:
    found = expression.findall(text)
    return int(found[0]) if found else None
