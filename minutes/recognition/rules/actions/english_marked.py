"""The word "Action" beside a name: "ACTION Tom to call", "Action (Tom): call", "The gate is broken (ACTION: Tom)"."""

from minutes.expressions import regex
from minutes.recognition.findings import SURE
from minutes.recognition.rules.actions.english_owners import english_owners
from minutes.recognition.rules.actions.english_verdict import are_named
from minutes.recognition.rules.actions.owners import NAMES
from minutes.recognition.rules.actions.promise import Context, Promise, whole

_LABEL = r"(?:ACTIONS?|Actions?)(?:\s(?:by|BY|for|FOR|on|ON))?"
_BEFORE_NAME = regex(
    rf"{_LABEL}\s(?:(?=(?P<subject>{NAMES})\s(?:to|will|shall)\s)|(?=[(\[]?(?P<who>{NAMES})[)\]]?\s?(?::|[–-])\s+\w))"
)
_LAST = regex(rf"(?:\s[–-]|[.;,])?\s[(\[]?{_LABEL}(?:\s?:|\s[–-])?\s(?P<who>{NAMES})[)\]]?[.\s]*$")
_ALONE = regex(rf"\W*{_LABEL}(?:\s?:|\s[–-])?\s(?P<who>{NAMES})\W*$")


def past_action_label(text: str, context: Context) -> int:
    """Where whoever is named begins behind "ACTION", which no colon follows; 0 where nobody is."""
    match = _BEFORE_NAME.match(text) if text[:6].casefold() == "action" else None
    owners = english_owners(match["subject"] or match["who"], context) if match else None
    return match.end() if match and owners and are_named(owners) else 0


def only_names(text: str, context: Context) -> bool:
    """Whether the text is "Action: Tom", which says whose what stands above it is."""
    match = _ALONE.match(text) if "ction" in text or "CTION" in text else None
    owners = english_owners(match["who"], context) if match else None
    return owners is not None and are_named(owners)


def marked_at_last(text: str, context: Context) -> Promise | None:
    """The whole of a sentence behind which stands whose it is: "The gate is broken (ACTION: Tom)"."""
    match = _LAST.search(text) if "ction" in text or "CTION" in text else None
    owners = english_owners(match["who"], context) if match else None
    if match is None or owners is None or not are_named(owners) or match.start() == 0:
        return None
    return whole(text, owners, SURE, "”Action” och ett namn sist (engelska)")
