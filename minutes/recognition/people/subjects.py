"""Where in a row of names the sentence begins that follows them without a full stop."""

import re
from itertools import pairwise

from minutes.expressions import regex
from minutes.recognition.language.finite import is_finite
from minutes.recognition.people.names import is_given_name

_WORD = regex(r"\S+")
_AMONG_NAMES = frozenset(
    """kom kommer deltog deltar anlände anländer lämnade lämnar gick går avvek anslöt ansluter tjänstgör tjänstgjorde
    ersätter närvarade närvarar medverkade medverkar antecknar representerar vikarierar""".split()
)
_LONGEST_SUBJECT = 6  # words
_AND = frozenset({"och", "samt"})
_INITIAL = len("v.o.")
_NUMBER = regex(r"(?:§\s?)?\d{1,2}[.)]?")


def begin_of_subject(text: str, start: int, verb: int) -> int | None:
    """Where the names begin of which the verb tells: after a full stop, or where no comma stands.

    A list of which nothing shows where it ends tells so of its last, "… och Bo Ek".
    """
    words = list(_WORD.finditer(text, start, verb))
    begin = None
    for before, word in pairwise(words):
        given = _is_given(word.group()) and _ends_name(before.group())
        if given or _opens_sentence(before.group(), word.group()):
            begin = word.start()
    if begin is not None and "," in text[begin:verb]:
        # more of the list stood there: "… Solby Eva Gran, Bo Ek och en plan Siv berättade"
        near = [after for before, after in pairwise(words[-3:]) if before.group() not in _AND]
        begin = next((word.start() for word in near if _is_given(word.group())), begin)
    if begin is None:
        last = [word for word in words if _is_given(word.group())]
        begin = last[-1].start() if len(last) > 1 else None
    return begin


def end_of_people(text: str, start: int, stop: int) -> int:
    """Where the first sentence after the names begins, or the first numbered point; else `stop`."""
    depth = 0
    words = list(_WORD.finditer(text, start, stop))
    for place, word in enumerate(words):
        said = word.group()
        inside, depth = depth, max(0, depth + said.count("(") - said.count(")"))
        plain = said.strip(".,:;")
        if inside or depth or not place:
            continue
        following = words[place + 1].group() if place + 1 < len(words) else ""
        if _NUMBER.fullmatch(said) and _opens_point(following):
            return word.start()
        if plain.islower() and is_finite(plain) and not _is_among_names(plain, following):
            return _begin_of_sentence(text, start, word.start())
    return stop


def _is_among_names(verb: str, following: str) -> bool:
    """As in "Bo Ek kom 18.20" and "Eva Gran deltog till § 4", not "Bo Ek lämnar en rapport"."""
    when = following[:1] in "§0123456789" or following in {
        "kl",
        "kl.",
        "från",
        "till",
        "efter",
        "vid",
        "för",
    }
    return verb in _AMONG_NAMES and (not following or when or following[:1].isupper())


def _begin_of_sentence(text: str, start: int, verb: int) -> int:
    ended = [m.end() for m in re.finditer(r"[a-zåäö)][.!?]\s+(?=[A-ZÅÄÖ])", text[start:verb])]
    after = start + ended[-1] if ended else start
    if ended and len(text[after:verb].split()) <= _LONGEST_SUBJECT:
        return after
    subject = begin_of_subject(text, after, verb)
    if subject is not None and _is_all_name(text[subject:verb]):
        return subject
    return after if after > start else subject or verb


def _is_all_name(text: str) -> bool:
    return all(word[:1].isupper() for word in text.split())


def _opens_point(word: str) -> bool:
    """Whether a point may begin with the word after its number; a name or "§" may not."""
    return word[:1].isupper() and word[1:2].islower() and not is_given_name(word.strip(".,:"))


def _is_given(word: str) -> bool:
    return word.lstrip("(")[:1].isupper() and is_given_name(word.strip("(,"))


def _opens_sentence(before: str, word: str) -> bool:
    """As "Xiba" after "Petrović.": whatever the name, no initial stands before it."""
    return len(before) > _INITIAL and before[-1] == "." and word[0].isupper()


def _ends_name(word: str) -> bool:
    """Whether a name, or what stands behind it, ends here: a surname without a comma, a bracket."""
    if word[-1] in ".)":
        return True
    return word[0].isupper() and word[-1].isalpha() and not is_given_name(word)
