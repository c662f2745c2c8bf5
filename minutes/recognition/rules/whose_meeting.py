"""Whether a meeting to come is of another body than the one that met."""

import re

from minutes.expressions import regex
from minutes.recognition.language.vocabulary import OTHER_BODIES

_GENERIC = frozenset(
    "mötet gruppen styrelsen nämnden rådet kommittén utskottet föreningen stämman årsmötet årsstämman".split()
)
_BODY_NAME = r"[\wåäöÅÄÖ-]*(?:styrelsen|nämnden|fullmäktige|beredningen|gruppen|utskottet|kommittén|rådet|förbundet|föreningen|nätverket)"
# "Byggruppen träffas", "Byggruppens möte"; "möte i byggruppen".
_BODY_MEETS = regex(
    rf"^(?:nästa\s+gång\s+)?(?P<subject>{_BODY_NAME}s?)\s+(?:\w+\s+)?(?:sammanträder|träffas|möts|har\s+(?:\w+\s+)?(?:möte|sammanträde|årsmöte)|möte\b|möten\b|sammanträde\w*|årsmöte\b)"
    rf"|\b(?:möte|sammanträde|årsmöte|årsstämma|stämma)\w*\s+(?:i|med|hos)\s+(?P<inside>{_BODY_NAME})\b",
    re.IGNORECASE,
)


def of_another_body(text: str, own_body: str | None) -> bool:
    """Whether it is another body that meets: "Byggruppen träffas den 5 maj"."""
    match = _BODY_MEETS.search(text)
    if match is None:
        return False
    name = (match["subject"] or match["inside"]).casefold()
    generic = name.removesuffix("s") in _GENERIC or name in _GENERIC
    own = (own_body or "").casefold()
    same = name.removesuffix("s") in own or name in own or (own and own in name)
    if generic or same:
        return False
    return bool(own) or bool(OTHER_BODIES.search(name))
