"""What stands below a list of people and is none of them: "Idéer och uppgifter", "Mål"."""

from collections.abc import Sequence
from itertools import pairwise

from minutes.expressions import regex
from minutes.recognition.language.vocabulary import ROLE_WORDS
from minutes.recognition.layout.outline import Passage
from minutes.recognition.people.names import is_given_name, is_person_name

# Said of somebody beside the name: "Anna Berg (digitalt)", "Bo Ek §§ 1-4", "Eva Alm/Byalaget".
BESIDE = regex(r" [(§–-]|/|,? \S+@| (?:via|på|från|till|t\.o\.m|fr\.o\.m|kl|ej|del|endast)\b")
_FEWEST = 2  # names on lines right below each other


def names_nobody(text: str) -> bool:
    """Whether no word of it is somebody's name or office, as far as anybody knows."""
    if " " not in text:
        return not is_given_name(text.strip(".,"))
    if ":" in text or "," in text or ROLE_WORDS.search(text):
        return False
    if is_person_name(BESIDE.split(text, maxsplit=1)[0]):
        return False
    return not any(is_given_name(word.strip("().;")) for word in text.split())


def begins_low(text: str) -> bool:
    """Whether its first word is no name, given or whole."""
    first, _, rest = text.partition(" ")
    return not is_given_name(first.strip(".,:")) and rest[:1].islower()


def without_titles_below(lines: Sequence[Passage]) -> list[Passage]:
    """The lines of a list without those that a gap parts from its names and that name nobody."""
    gaps = [
        after.block.source.first_line - before.block.source.last_line > 1
        for before, after in pairwise(lines)
    ]
    first = gaps.index(True) + 1 if True in gaps else 0
    if first < _FEWEST:
        return list(lines)
    below = (line for line in lines[first:] if not names_nobody(line.block.text))
    return [*lines[:first], *below]
