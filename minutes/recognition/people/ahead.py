"""What stands before a name where a comma is missing: "… Norra länet Bo Ek", "Politiker Anna Berg"."""

import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.recognition.language.vocabulary import ROLE_WORDS
from minutes.recognition.people.names import is_given_name, is_person_name
from minutes.recognition.people.with_bodies import BODY, ORGANISATION, is_name_word, name_length

STANDS_FOR = regex(
    r"\s*\b(?:(?:tjg|tjänstg\w*|tj)\.?\s*(?:ers\.?|ersättare)?\s*för|ersätter|ersättare\s+för|ers\.?\s+för|i\s+stället\s+för|för)\s+"
    r"(?=[A-ZÅÄÖ])(?P<other>.+)$"
)
_FEWEST = 2  # words
_HEADINGS = regex(
    r"[\w /-]*(?:representant|politiker|ledamot|tjänstem[aä]n|tjänsteperson|deltagare|företag)(?:en|er|erna)?"
)


def words_ahead(part: str) -> tuple[str, str]:
    """What belongs to the person before, and the name after it, where a comma is missing.

    As in "…, tf. chef Anna Berg" and "…, Norra länet Bo Ek".
    """
    words = part.split()
    if STANDS_FOR.search(part):
        return "", part
    for place in range(1, len(words) - 1):
        name = " ".join(words[place:]) if is_given_name(words[place]) else ""
        if name and _begins_with_name(name):
            ahead = words[:place]
            own_role = ahead[0][0].isupper() and ROLE_WORDS.fullmatch(" ".join(ahead))
            if not own_role and not any(is_given_name(word) for word in ahead):
                return " ".join(ahead), name
    return _with_unknown_name(words) or ("", part)


def _with_unknown_name(words: Sequence[str]) -> tuple[str, str] | None:
    """A body and two words that can only be a name: "Norrby kommun Xiba Tran"."""
    *ahead, first, last = words if len(words) > _FEWEST else ["", "", ""]
    plain = is_name_word(first) and is_name_word(last) and is_person_name(f"{first} {last}")
    body = (
        ahead
        and ahead[-1] != "AB"
        and (BODY.fullmatch(ahead[-1]) or ORGANISATION.search(" ".join(ahead)))
    )
    if not plain or not body or ORGANISATION.search(f"{first} {last}"):
        return None
    return " ".join(ahead), f"{first} {last}"


def _begins_with_name(text: str) -> bool:
    """Whether it is a name, or one with a body behind it: "Anna Berg Norrby kommun"."""
    bare = re.sub(r"\s\d{1,3}(?:[-–]\d{1,3})?$|\s?\([^)]*\)", "", text)
    words = bare.split()
    rest = words[name_length(words) :]
    with_body = any(BODY.fullmatch(word) or word.isupper() for word in rest) and not any(
        map(is_given_name, rest)
    )
    return is_person_name(bare) or (with_body and is_person_name(" ".join(words[: -len(rest)])))


def heads_column(before: str) -> bool:
    """Whether it heads a column, glued to its first name: "Kommunrepresentanter Anna Berg"."""
    words = before.split()
    body = any(word.islower() for word in words) or bool(BODY.fullmatch(words[-1]))
    return body or bool(_HEADINGS.fullmatch(before))
