"""People who are called by handles in small letters: "Nyckeln saknas. tuva7 beställer en ny"."""

from collections.abc import Iterable

from minutes.expressions import regex
from minutes.recognition.language.sentences import Sentence
from minutes.recognition.people.roster import Roster

_WORD = regex(r"(?<![@\w.-])[a-zåäö][\w-]+")
_AFTER_POINT = regex(r"(?<=[.!?]) (?P<word>[a-zåäö][\w-]+)")


def with_capitals(text: str, roster: Roster) -> str:
    """The text with the capitals by which a name is known elsewhere; no longer than it was."""
    return _WORD.sub(lambda m: _raised(m.group(), roster), text) if roster.handles else text


def _raised(word: str, roster: Roster) -> str:
    return word[0].upper() + word[1:] if word in roster.handles else word


def begun_by_handles(sentences: Iterable[Sentence], roster: Roster) -> list[Sentence]:
    """The sentences, parted where one begins with a handle: small letters end none elsewhere."""
    return [part for each in sentences for part in _parts(each, roster)]


def _parts(sentence: Sentence, roster: Roster) -> list[Sentence]:
    begun = [m.start() for m in _AFTER_POINT.finditer(sentence.text) if m["word"] in roster.handles]
    starts, ends = [0, *(at + 1 for at in begun)], [*begun, len(sentence.text)]
    return [sentence.part(start, end) for start, end in zip(starts, ends, strict=True)]
