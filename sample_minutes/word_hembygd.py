"""Minutes of an association's annual meeting: elections, discharge, motions, a vote."""

import datetime as dt

from docx.document import Document
from word_numbering import LETTERS, Level
from word_paper import Paper

_HEAD = """
**Tid:**→Söndagen den 22 mars 2026 kl. 14.00–16.10

**Plats:**→Hembygdsgården Kvarntorp

**Närvarande:**→34 medlemmar enligt röstlängd, bilaga 1
"""
_POINTS = """
§ Årsmötets öppnande

Föreningens ordförande Ingvar Lodén öppnade mötet och hälsade alla välkomna till Kvarntorp. En tyst
minut hölls för de medlemmar som gått bort under året.

§ Val av ordförande och sekreterare för mötet

Till mötesordförande valdes Margareta Sjöö. Till sekreterare valdes Kurt Hallonqvist.

§ Röstlängd

Röstlängden fastställdes till 34 röstberättigade medlemmar.

§ Val av två justerare tillika rösträknare

Siv Berglind och Arvid Nyhlén valdes att jämte mötesordföranden justera protokollet och räkna röster.

§ Mötets behöriga utlysande

Kallelsen har gått ut med medlemsbladet i februari. Mötet förklarades behörigt utlyst.

§ Dagordning

Dagordningen fastställdes.

§ Verksamhetsberättelse

Kurt läste verksamhetsberättelsen. Styrelsen har haft nio möten och beslutade i höstas att sälja den
gamla vävstolen. Verksamhetsberättelsen godkändes och lades till handlingarna.

§ Resultat- och balansräkning

Kassören Bo Stenvik gick igenom siffrorna. Årsmötet beslutade att fastställa resultat- och
balansräkningen.

§ Revisionsberättelse och ansvarsfrihet

Revisorerna tillstyrkte ansvarsfrihet. Årsmötet beviljade styrelsen ansvarsfrihet för 2025. Styrelsens
ledamöter deltog inte i beslutet.

§ Årsavgift

Årsmötet beslutade att avgiften för 2027 blir 200 kronor för enskild medlem och 300 kronor för familj.

§ Val

a Till ordförande på ett år omvaldes Ingvar Lodén.

a Till ledamöter på två år valdes Bo Stenvik (omval) och Siv Berglind (nyval).

a Till revisor på ett år valdes Kerstin Wallbom.

a Valberedningen lämnades vakant. Styrelsen ska söka kandidater till höstmötet.

§ Motioner

**Motion 1: Toalett vid badplatsen.** Arvid Nyhlén föredrog sin motion. Styrelsen föreslog avslag av
kostnadsskäl. Efter votering med 19 röster mot 13 beslutade årsmötet att bifalla motionen. Styrelsen
fick i uppdrag att ta in två offerter före den 1 september 2026.

**Motion 2: Höjd hyra för festlokalen.** Motionen avslogs. Kerstin Wallbom reserverade sig mot
beslutet.

§ Övriga frågor

Siv ordnar kaffe till vårstädningen lördagen den 25 april. Kurt kontaktar kommunen om den trasiga
vägskylten. Någon föreslog att vi skulle göra en bussresa till Dalarna, vilket det skrattades gott åt.
Förslaget fick bero.

§ Avslutning

Margareta tackade för visat intresse och avslutade mötet kl. 16.10. Därefter bjöds på våfflor.
"""
_SIGNED = """
Vid protokollet→→Mötesordförande

Kurt Hallonqvist→→Margareta Sjöö

Justeras

Siv Berglind→→Arvid Nyhlén
"""


def march() -> Document:
    """The annual meeting: every § is numbered by Word, elections are lettered a), b)."""
    paper = Paper("Årsmöte", "Kurt Hallonqvist", dt.date(2026, 3, 22), "Times New Roman")
    paper.mark("!", "Title")
    paper.mark("§", "Heading 1", paper.numbering((Level("§ %1", hanging=680),)))
    paper.mark("a", "List Paragraph", paper.numbering(LETTERS))
    paper.head("Åsby hembygdsförening→→Protokoll 2026-03-22")
    paper.foot("→‹sida› (‹sidor›)")
    paper.write("! Protokoll fört vid årsmöte med Åsby hembygdsförening")
    paper.write_labelled(_HEAD.strip())
    paper.write(_POINTS.strip())
    for paragraph in paper.write(_SIGNED.strip()):
        paragraph.paragraph_format.keep_with_next = True
    return paper.document
