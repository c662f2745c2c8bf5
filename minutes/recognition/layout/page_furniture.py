"""What a web page has around the minutes: its viewer before them, its comments below them."""

import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Block

_VIEWER = regex(
    r"(?:\W*No results found|Save this PDF as|Starta visningen från sidan|Storlek: ?px|Visa (?:om|som) PDF)\b",
    re.IGNORECASE,
)
_TRANSCRIPT = regex(r"(?:Transkript|Transcript|Avskrift|Full text)[:.]?", re.IGNORECASE)
_SHARED = regex(r'Share ["“”](?P<title>.+)["“”]$')
_BUTTON = regex(
    r"(?:Lyssna|Translate|Dela|Meny|Sök|Skriv ut|Logga in|Läs mer|Till toppen|Hoppa till (?:\w+ ?){1,6})",
    re.IGNORECASE,
)
_COMMENTS = regex(
    r"(?:Inga|\d{1,3}) kommentarer:?|(?:Skicka|Lämna|Skriv) en kommentar|Lämna ett svar"
    r"|Skriv ut|Relaterade inlägg:?|Dela (?:detta|inlägget|på Facebook):?|Senaste inlägg(?:en)?:?|Äldre inlägg|Nyare inlägg",
    re.IGNORECASE,
)
_LAST = 25  # lines; what is written about the minutes on the page may go on for some


def page_furniture(blocks: Sequence[Block]) -> tuple[frozenset[int], int]:
    """Which blocks are the viewer's, between the page's title and the minutes; where they end.

    What may be downloaded is the title of the minutes once more.
    """
    front = [block.text.strip() for block in blocks[:_LAST]]
    first = next((i for i, text in enumerate(front) if _VIEWER.match(text)), len(front))
    last = next((i for i, text in enumerate(front) if _TRANSCRIPT.fullmatch(text)), 0)
    shared = next((m["title"] for text in front if (m := _SHARED.match(text))), "")
    viewer = [
        i
        for i in range(first, last + 1)
        if last and not front[i].startswith("Download ") and front[i] != shared
    ]
    viewer += [i for i, text in enumerate(front) if _BUTTON.fullmatch(text)]
    below = range(max(last + 1, len(blocks) - _LAST), len(blocks))
    end = next((i for i in below if _COMMENTS.fullmatch(blocks[i].text.strip())), len(blocks))
    return frozenset(viewer), end
