"""English labels of lists of people, put together of few words: "Board members present", "Unable to attend"."""

from functools import lru_cache

from minutes.expressions import regex
from minutes.recognition.findings import Presence

_LONGEST = 8  # words
_WORD = regex(r"[a-z][a-z'’-]*")
_LETTERS = regex(r"[a-z'’ ,/()&-]+")  # not "a = absent", which explains a letter
_THERE = frozenset(
    """present attend attending attended attendee attendees attendance participant invitation participants participating participated
    participation guests guest visitors observers observer joined joining invitees""".split()
)
_AWAY = frozenset(
    "absent absentee absentees absence absences regrets apologies apology excused unexcused missing away".split()
)
_NOT = frozenset(
    "not unable couldn't couldn’t didn't didn’t cannot can't can’t wasn't weren't non".split()
)
_BESIDE = frozenset(
    """board committee council group team project steering student staff union club class members member membership others other also people those
    who was were there here in on the at this today's meeting of from for by via zoom teams skype phone video link remotely remote
    online person virtually digitally voting non-voting nonvoting non-members nonmembers with without votes vote voice a and or
    additional further total directors officers representatives delegates parents residents teachers list received sent
    noted given advance prior notice reason leave on invited special could can did do does is are make it able to meeting's
    executive management core partners all following the we us name names as well attendance partly partially part late early arrivals
    ordinary regular deputy alternates deputies substitutes councillors trustees commissioners governors officials supervisors
    parishioners volunteers employees officer clerk public speaker speakers by""".split()
)  # fmt: skip
# Alone each says how those stand whom it lists; what no list of people is called is not here.
_ALONE = {
    Presence.PRESENT: frozenset(
        """attendees attendee participants attending present attended participated visitors observers guests guest
        visitor observer invitees joined""".split()
    ),
    Presence.ABSENT: frozenset(
        "absent absentee absentees absences regrets apologies excused".split()
    ),
}
_WHOLE = {
    "roll call": Presence.PRESENT,
    "in the room": Presence.PRESENT,
    "who was there": Presence.PRESENT,
    "who is here": Presence.PRESENT,
    "who's here": Presence.PRESENT,
    "members remote": Presence.PRESENT,
    "remote members": Presence.PRESENT,
    "members online": Presence.PRESENT,
    "late arrivals": Presence.PRESENT,
    "on leave": Presence.ABSENT,
    "leave of absence": Presence.ABSENT,
    "unable to make it": Presence.ABSENT,
    "could not make it": Presence.ABSENT,
    "couldn't make it": Presence.ABSENT,
    "can't make it": Presence.ABSENT,
    "not here": Presence.ABSENT,
    "not there": Presence.ABSENT,
}


@lru_cache(maxsize=4096)
def english_presence_of(label: str) -> Presence | None:
    """How those stand whom this English label, in lower case, lists; None where it lists nobody."""
    if label in _WHOLE:
        return _WHOLE[label]
    words = _WORD.findall(label) if _LETTERS.fullmatch(label) else []
    if not words or len(words) > _LONGEST:
        return None
    if len(words) == 1:
        return next((how for how, alone in _ALONE.items() if words[0] in alone), None)
    if not all(
        word in _BESIDE or word in _THERE or word in _AWAY or word in _NOT for word in words
    ):
        return None
    if not _AWAY.isdisjoint(words):
        return Presence.ABSENT
    there = not _THERE.isdisjoint(words)
    return (Presence.PRESENT if _NOT.isdisjoint(words) else Presence.ABSENT) if there else None
