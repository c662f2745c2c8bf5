"""What a search that found nothing may have meant: words and names that look alike."""

from collections.abc import Iterator

from rapidfuzz import fuzz, process
from sqlmodel import Session

from minutes.search import queries
from minutes.search.language import MINE, Wanted, without_dots
from minutes.search.queries import Asker
from minutes.search.suggestions import quoted
from minutes.search.words import WORD, stem

MOST_NAMES = 2_000
MOST_TEXTS = 5_000
SHORTEST = 4  # letters of a word; shorter ones look like too many others
WORD_ALIKE, NAME_ALIKE = 80, 75  # of 100


def instead(session: Session, asker: Asker, wanted: Wanted, typed: str) -> list[str]:
    """Whole searches, at most one for each word and two for each name that is not there.

    They are made of what the asker may see, and of nothing else.
    """
    found = [
        *_names(wanted.owners, "ägare", session, asker, typed),
        *_names(wanted.bodies, "organ", session, asker, typed),
        *_words(session, asker, wanted, typed),
    ]
    return [each for each in dict.fromkeys(found) if each != typed]


def _names(
    written: tuple[str, ...], filter_name: str, session: Session, asker: Asker, typed: str
) -> Iterator[str]:
    for value in written:
        if value.casefold() == MINE or queries.names(session, asker, filter_name, value, 1):
            continue
        known = queries.names(session, asker, filter_name, "", MOST_NAMES)
        alike = process.extract(
            value, known, scorer=fuzz.WRatio, processor=_folded, score_cutoff=NAME_ALIKE, limit=2
        )
        for name, *_ in alike:
            plain = typed.replace(f'"{value}"', value)
            yield plain.replace(value, quoted(name), 1)


def _words(session: Session, asker: Asker, wanted: Wanted, typed: str) -> Iterator[str]:
    stems = {each.stem for each in wanted.words if not each.without and not each.beginning}
    missing = [
        word for word in WORD.findall(typed) if len(word) >= SHORTEST and stem(word) in stems
    ]
    if not missing:
        return
    texts = queries.latest_texts(session, asker, MOST_TEXTS)
    known = {word.casefold() for text in texts for word in WORD.findall(text)}
    there = {stem(word) for word in known}
    for word in missing:
        if stem(word) not in there:
            alike = process.extractOne(
                word, known, scorer=fuzz.ratio, processor=_folded, score_cutoff=WORD_ALIKE
            )
            if alike:
                yield typed.replace(word, alike[0], 1)


def _folded(text: str) -> str:
    return without_dots(text.casefold())
