"""Which section of help is about the page one stands on. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from minutes.people.permissions import Access, Permission


@dataclass(frozen=True, slots=True)
class Place:
    """Pages whose address begins so (`*` is any one part), and the guide and section about them.

    Where a page is another thing to who reviews, or to who follows up, they have their own.
    """

    begins: str
    everybody: str
    reviewer: str = ""
    chair: str = ""


# The first that fits, so the longer stand first.
PLACES = (
    Place("/granskning", "sekreterare#granska"),
    Place("/ladda-upp", "sekreterare#lamna-in"),
    Place("/handlingar", "sekreterare#lamna-in"),
    Place("/inlasning", "sekreterare#gamla-ar"),
    Place("/utan-ansvarig", "sekreterare#folj-upp"),
    Place("/hantera/utskick", "sekreterare#paminnelser"),
    Place("/hantera/organ", "administrator#organ"),
    Place("/hantera/personer", "administrator#personer"),
    Place("/hantera/jobb", "administrator#jobb"),
    Place("/hantera/handelser", "administrator#handelser"),
    Place("/hantera", "administrator#forst"),
    Place("/organ/*/installda", "sekreterare#stall-in"),
    Place("/skriva", "sekreterare#skriva"),
    Place("/organ/*/skriva", "sekreterare#skriva"),
    Place("/organ/*/nasta-mote", "ordforande#nasta-mote"),
    Place("/organ/*/balanslista", "ordforande#organ"),
    Place("/organ/*/paminnelser", "sekreterare#paminnelser"),
    Place("/organ/*/justering", "sekreterare#justering"),
    Place("/organ/*/wordmall", "sekreterare#justering"),
    Place("/organ/*/publicering", "sekreterare#publicera"),
    Place("/organ/*/regler", "sekreterare#granska"),
    Place("/organ/*/ledamoter", "administrator#personer"),
    Place("/organ/*/installningar", "administrator#organ"),
    Place("/organ", "medlem#moten", chair="ordforande#organ"),
    Place("/moten/*/publicering", "sekreterare#publicera", chair="ordforande#underskrift"),
    Place("/moten/*/anslag", "sekreterare#publicera"),
    Place("/moten/*", "medlem#moten", reviewer="sekreterare#justering"),
    Place("/moten", "medlem#moten"),
    Place("/atgarder", "medlem#mina", reviewer="sekreterare#folj-upp", chair="ordforande#oversikt"),
    Place("/beslut/*", "medlem#moten", chair="ordforande#beslut"),
    Place("/beslut", "medlem#moten"),
    Place("/mina", "medlem#mina"),
    Place("/svar", "medlem#svara"),
    Place("/paminnelser", "medlem#paminnelser"),
    Place("/kalender", "medlem#kalender"),
    Place("/konto", "medlem#konto"),
    Place("/nycklar", "medlem#konto"),
    Place("/api", "medlem#konto"),
    Place("/logga-in", "medlem#konto"),
    Place("/sok", "medlem#sok"),
    Place("/justering/lank", "justerare#utan-konto"),
    Place("/justering/*", "justerare#las"),
    Place("/justering", "justerare#vantar"),
    Place("/kontrollera", "justerare#kontrollera"),
    Place("/arsberattelser", "sekreterare#arsberattelse"),
    Place("/siffror", "sekreterare#arsberattelse"),
    Place("/protokoll/data", "allmanheten#folj"),
    Place("/protokoll", "allmanheten#protokoll"),
    Place("/anslagstavla", "allmanheten#anslagstavla"),
    Place("/hjalp", ""),
    Place("", "medlem#mina", reviewer="sekreterare#oversikt", chair="ordforande#oversikt"),
)
_BEGINNINGS = tuple((each, each.begins.split("/")) for each in PLACES)


def place(path: str, access: Access) -> str:
    """The guide and its section, as `medlem#sok`; empty for the page that leads to the guides."""
    parts = path.rstrip("/").split("/")
    found = next(each for each, begins in _BEGINNINGS if _begin(parts, begins))
    if found.reviewer and access.may_somewhere(Permission.REVIEW):
        return found.reviewer
    if found.chair and access.may_somewhere(Permission.FOLLOW_UP):
        return found.chair
    return found.everybody


def _begin(parts: Sequence[str], wanted: Sequence[str]) -> bool:
    return len(parts) >= len(wanted) and all(
        want in ("*", part) for want, part in zip(wanted, parts, strict=False)
    )
