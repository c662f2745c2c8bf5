"""One wording of a decision: what it says of who decides, and how sure it is."""

from minutes.recognition.language.words import Wording, wording
from minutes.records import record


@record
class Rule:
    """The wording, and why it is a decision; `of_body` where it must name the body that decides."""

    reason: str
    confidence: float
    wording: Wording
    of_body: bool = False


def rule(
    reason: str, confidence: float, words: str, expression: str, *, of_body: bool = False
) -> Rule:
    """That rule, with the words and the expression of its wording."""
    return Rule(reason, confidence, wording(words, expression), of_body)
