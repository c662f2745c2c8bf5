"""How much work it is to recognise a page of minutes: in calls, the same on every machine."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

import minutes
from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Recognition

PROGRAM = str(Path(minutes.__file__).parent)
PAGE = """\
# Protokoll från styrelsemöte i Kanotklubben Skrovet

Datum: 2026-04-14
Plats: Klubbstugan
Närvarande: Maja Flod, Sten Våg, Tove Skär

## 1. Mötet öppnas

Maja hälsar välkommen och går igenom vad som har hänt vid {place} sedan snön smälte.

Dagordningen godkändes.

## 2. Kanoterna

Sten berättar att fyra av kanoterna vid {place} har legat ute hela vintern under ett tak av plast.

Två av dem läcker längs kölen, och en har fått en spricka som är längre än en hand vid {place}.

Lagningen kan göras av medlemmarna själva, om det finns någon som har arbetat med glasfiber förut.

Den äldsta kanoten är från sjuttiotalet. Flera minns den från sin första tur till {place}.

Frågan om en ny släpvagn togs upp. Ingen visste vad en begagnad kostar vid {place} så här års.

Styrelsen beslutade att laga de två kanoterna vid {place} före midsommar.

Tove Skär köper glasfiber senast den 3 maj till lagningen vid {place}.

## 3. Bryggan

Isen har tryckt upp två av pålarna vid {place}, så att bryggan lutar åt höger.

Grannen har sett det också. Han undrade om klubben tänker göra något åt {place} före sommaren.

Bryggan är så smal att två kanoter inte kan läggas i samtidigt, vilket märks om lördagarna.

En bredare brygga kräver kanske anmälan. Förra gången tog svaret om {place} ett halvt år.

Virket som blev över vid {place} ligger kvar bakom stugan och är torrt.

- Pålarna är av ek och håller nog tio år till vid {place}.
- Räcket är löst, men ingen har ramlat i vattnet.

Sten Våg frågar kommunen om {place} till nästa möte.

## 4. Ungdomarna

Nio ungdomar har varit med på vinterns kvällar i simhallen och vill fortsätta vid {place}.

Föräldrarna skjutsar gärna. Det behövs ändå två ledare i varje båt när vattnet vid {place} är kallt.

Lägret i fjol var uppskattat trots regnet, och maten vid {place} räckte precis.

Beslut

- att hålla ett läger vid {place} den andra veckan i juni
- att avgiften blir 300 kr för den som bor i tält

## 5. Mötet avslutas

Nästa möte är den 12 maj klockan 18 vid {place}.

Vid protokollet: Tove Skär
"""
# Of Python and C functions, from the program's own code. One pass more over all blocks, or one
# expression more that is tried in each sentence, is some hundred of them.
CALLS = 19268
ALLOWED = 80  # more or fewer

ADVICE = """
{calls} calls to recognise one page, and {known} were known. Is there a new pass over all blocks or
sentences, or an expression that is tried on each? Then look at less: only in the head or below a
label, only in a short line, only in a sentence with the word that the rule needs (`wording` and
`phrase` of language/words.py, the cues of language/cues.py), or last, where nothing else settles
the matter. Where that is done, or there are fewer now, write the new number into CALLS.
Called most of all:
{most}"""


def test_a_page_costs_no_more_calls_than_before() -> None:
    recognised("höganäset")  # what comes first compiles its expressions, and learns its words
    with calls() as made:
        found = recognised("lågaviken")
    assert (len(found.items), len(found.decisions), len(found.actions)) == (5, 4, 3)
    most = "\n".join(f"{count:6} {name}" for name, count in made.most_common(12))
    total = made.total()
    advice = ADVICE.format(calls=total, known=CALLS, most=most)
    assert abs(total - CALLS) <= ALLOWED, advice


@pytest.mark.parametrize(
    "deed, between",
    [
        ("Tove Skär målar båt {n} i mars. Färgen har blivit dyrare sedan dess.", " "),
        ("Tove Skär målar båt {n} i mars.\nFärgen har blivit dyrare sedan dess.", "\n"),
        ("- Tove Skär målar båt {n} i mars", "\n"),
        (
            "## {n}. Båt {n}\n\nStyrelsen beslutade att måla båt {n}.\n\nTove Skär målar den.",
            "\n\n",
        ),
        ("| Måla båt {n} | Tove Skär | den 3 maj |", "\n"),
    ],
    ids=["one line", "lines", "list", "items", "rows"],
)
def test_twice_as_much_text_takes_twice_the_work(deed: str, between: str) -> None:
    once, twice = (
        _of_text(PAGE.split("## 2.")[0] + between.join(deed.format(n=n) for n in range(2, end)))
        for end in (102, 202)
    )
    assert twice < 2.1 * once


def _of_text(text: str) -> int:
    """The calls that recognising it takes, once its expressions are compiled."""
    document = read_document("page.md", text.encode())
    with calls() as made:
        recognise(document)
    return made.total()


def recognised(place: str) -> Recognition:
    """What is found in the page; none of its longer sentences is in that of another place."""
    return recognise(read_document("page.md", PAGE.format(place=place).encode()))


@contextmanager
def calls() -> Iterator[Counter[str]]:
    """How often each function is called inside the block, by the program itself."""
    made: Counter[str] = Counter()

    def note(frame: FrameType, event: str, called: object) -> None:
        code = frame.f_code
        if not code.co_filename.startswith(PROGRAM):
            return
        if event == "c_call":
            made[getattr(called, "__qualname__", "")] += 1
        elif event == "call" and not code.co_name.startswith("<"):  # a frame in some Pythons only
            made[f"{code.co_qualname} in {Path(code.co_filename).stem}"] += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield made
    finally:
        sys.setprofile(before)
