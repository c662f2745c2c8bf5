"""Promises of an earlier meeting, on which the very next sentence reports.

"Bo åtog sig att måla båten. Han berättade att den är målad": told so that the report is understood.
"""

import re
from dataclasses import replace

from minutes.expressions import regex
from minutes.recognition.language.sentences import Sentence
from minutes.recognition.rules.actions.promise import Promise

_PAST = regex(
    r"\b(?:åtog\ssig|tog\spå\ssig|lovade|fick\s(?:i|till)\s(?:uppdrag|uppgift)|skulle)\b",
    re.IGNORECASE,
)
_REPORTS = regex(
    r"\W*(?P<who>Han|Hon|Hen|De|[A-ZÅÄÖ][a-zåäö]+)\s(?:rapporterade|berättade|redovisade|redogjorde|återrapporterade|har\snu)\b"
)


def as_reported(promise: Promise, clause: Sentence) -> Promise:
    """The promise, refused where the sentence after it in its paragraph says what came of it."""
    if promise.refused or not promise.owners:
        return promise
    report = _REPORTS.match(clause.block.text, clause.end)
    if report is None or not _PAST.search(clause.text):
        return promise
    of_them = report["who"] in {"Han", "Hon", "Hen", "De"} or any(
        report["who"] in owner.split() for owner in promise.owners
    )
    return (
        replace(promise, confidence=0.0, reason="ett äldre åtagande som redovisas")
        if of_them
        else promise
    )
