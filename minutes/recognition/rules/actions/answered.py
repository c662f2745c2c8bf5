"""A question of who, and the name that answers it: "Vem ringer banken? Bo."."""

from minutes.expressions import regex
from minutes.recognition.language.verbs import is_infinitive, promises
from minutes.recognition.rules.actions.after_modals import after_modal
from minutes.recognition.rules.actions.owners import NAMES
from minutes.recognition.rules.actions.promise import Context, Promise, whole

_ANSWERED = regex(
    r"(?:Vem|Vilka)\s(?:(?P<modal>ska|skall|kan|vill|får|måste)\s)?(?P<verb>[a-zåäö]+)\s(?P<after>[^?]+)\?"
    rf"\s*(?:(?:[-–—:→]|->|=>)\s*)?(?P<who>{NAMES})(?:\s(?:gör|tar|fixar|ordnar|kan)(?:\s(?:det|detta|den|dem))?)?\s*\.?$"
)


def answered(text: str, context: Context) -> Promise | None:
    """The task as theirs who are named behind the question; of what is, or was, nobody is asked."""
    match = _ANSWERED.match(text) if text.startswith(("Vem ", "Vilka ")) else None
    owners = context.owners(match["who"]) if match else None
    if match is None or owners is None or not owners.are_people:
        return None
    verb, after = match["verb"], match["after"]
    if match["modal"]:
        asked = is_infinitive(verb) and after_modal(owners, "ska", f"{verb} {after}") is None
    else:
        asked = verb != "bestämmer" and promises(verb, after)
    return whole(text, owners, owners.confidence, "svar på vem som gör det") if asked else None
