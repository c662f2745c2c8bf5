"""Who is to sign: what the body's rules and the minutes themselves say. Pure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from minutes.errors import Refused
from minutes.justering.minutes_text import JUSTERARE, Minutes
from minutes.justering.tables import SignerRole
from minutes.people.tables import Regime
from minutes.texts import N_

ROLE_WORDS = {
    SignerRole.SECRETARY: N_("sekreterare"),
    SignerRole.CHAIR: N_("ordförande"),
    SignerRole.DEPUTY: N_("mötesordförande för vissa paragrafer"),
    SignerRole.JUSTERARE: JUSTERARE,
    SignerRole.MEMBER: N_("ledamot"),
}
OF_MINUTES = {role: word for role, word in ROLE_WORDS.items() if role is not SignerRole.MEMBER}
OF_REPORTS = {role: word for role, word in ROLE_WORDS.items() if role is not SignerRole.DEPUTY}
LEAST_DAYS, MOST_DAYS = 1, 90
MOST_JUSTERARE = 6


@dataclass(frozen=True, slots=True)
class Rules:
    """How a body's minutes are justerade; see JusteringRules for the fields."""

    by_chair: bool = True
    by_secretary: bool = True
    justerare: int = 1
    in_order: bool = False
    days: int = 14  # kommunallagen 5:69, and a good habit for others
    links: bool = False
    initials: bool = False


DEFAULTS = {
    Regime.KOMMUNALLAGEN: Rules(),
    Regime.ASSOCIATION: Rules(days=21, links=True),
    Regime.NONE: Rules(justerare=0),
}


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody who is to sign. `paragraphs` is as written ("4–6, 9"), empty for all."""

    role: SignerRole
    name: str
    person_id: int | None = None
    paragraphs: str = ""


def proposed(
    rules: Rules,
    minutes: Minutes,
    person_of: Callable[[str], int | None],
    holder_of: Callable[[SignerRole], tuple[str, int] | None],
) -> list[Signatory]:
    """Whom the secretary is offered; a name is empty where one has to be chosen.

    The minutes go before the rules: whom the meeting elected to adjust is proposed however
    many the body usually has. person_of: who a name in the minutes is, where that is clear.
    holder_of: who holds the role in the body, where the minutes do not say.
    """
    found = []
    wanted = [
        (SignerRole.SECRETARY, rules.by_secretary, minutes.secretary),
        (SignerRole.CHAIR, rules.by_chair, minutes.chair),
    ]
    for role, needed, name in wanted:
        if not needed:
            continue
        holder = None if name else holder_of(role)
        if holder:
            found.append(Signatory(role, *holder))
        else:
            found.append(Signatory(role, name, person_of(name) if name else None))
    elected = [Signatory(SignerRole.JUSTERARE, name, person_of(name)) for name in minutes.adjusters]
    missing = max(0, rules.justerare - len(elected))
    return [*found, *elected, *[Signatory(SignerRole.JUSTERARE, "")] * missing]


def require_good(signatories: Sequence[Signatory], minutes: Minutes) -> None:
    """Raise Refused, saying what to change, where these cannot sign together."""
    if not signatories:
        raise Refused("Välj minst en som ska skriva under.")
    for each in signatories:
        if each.role is SignerRole.DEPUTY and not each.paragraphs:
            raise Refused(N_("Skriv vilka paragrafer %(name)s ledde.", name=each.name))
        if each.paragraphs:
            places_of(each.paragraphs, minutes)
    keys = [(each.person_id or each.name.casefold(), each) for each in signatories]
    for at, (key, each) in enumerate(keys):
        for _, other in (pair for pair in keys[:at] if pair[0] == key):
            if each.role is other.role:
                raise Refused(
                    N_(
                        "%(name)s står två gånger som %(role)s.",
                        name=each.name,
                        role=ROLE_WORDS[each.role],
                    )
                )
            if SignerRole.JUSTERARE in (each.role, other.role):
                raise Refused(
                    N_(
                        "%(name)s kan inte justera och vara %(role)s. "
                        "Justeraren ska vara någon annan.",
                        name=each.name,
                        role=ROLE_WORDS[_other(each, other)],
                    )
                )


def _other(one: Signatory, two: Signatory) -> SignerRole:
    return two.role if one.role is SignerRole.JUSTERARE else one.role


_PART = re.compile(r"§*\s*(?P<first>\w+(?: \w)?)(?:\s*[-–]\s*§*\s*(?P<last>\w+(?: \w)?))?")


def places_of(written: str, minutes: Minutes) -> tuple[int, ...]:
    """The places of the paragraphs that are meant by "§ 4, 6–9". Raises Refused.

    A place is where the paragraph stands among the paragraphs of the minutes, from 0.
    """
    numbers = [_bare(each.number) for each in minutes.paragraphs]
    found: set[int] = set()
    for part in re.split(r",|\boch\b", written):
        if not part.strip():
            continue
        match = _PART.fullmatch(part.strip())
        if match is None:
            raise Refused(
                N_("”%(part)s” går inte att läsa. Skriv till exempel 4–6, 9.", part=part.strip())
            )
        first = _place(match["first"], numbers)
        last = _place(match["last"], numbers) if match["last"] else first
        if last < first:
            raise Refused(N_("”%(part)s” står i fel ordning.", part=part.strip()))
        found.update(range(first, last + 1))
    return tuple(sorted(found))


def _bare(number: str) -> str:
    return number.strip(" §.)").casefold()


def _place(number: str, numbers: Sequence[str]) -> int:
    try:
        return numbers.index(_bare(number))
    except ValueError:
        raise Refused(N_("Protokollet har ingen paragraf %(number)s.", number=number)) from None
