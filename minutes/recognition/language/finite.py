"""Whether words are a sentence or only a title: a sentence has a verb that tells."""

from minutes.expressions import regex
from minutes.recognition.language.cues import cue_where, cues_of
from minutes.recognition.language.verbs import PRESENT

_COMMON = frozenset(
    """är har hade blev blir var vore ska skall kommer kan kunde vill ville måste fick får finns fanns gick gicks
    gjorde lästes gäller utses väljs fastställs godkänns bordläggs lades läggs beslöt beslöts utsågs höll tog
    togs gav gavs såg stod kom lät bad sade sa skrev drog la antogs bifölls avslogs föreslogs uppdrogs sitter satt står ligger tackar tackade avvaktar inväntar väntar
    fastställer godkänner beviljar bifaller avslår antar bordlägger konstaterar noterar delegerar tillstyrker avstyrker
    hänskjuter återremitterar anser redogör redogjorde föredrar föredrogs berättar förklarar beskrev hälsar
    utsåg godkände fastställde valde bestämde uppdrog avslog antog lade bordlade framkom tillkom""".split()
)
# Of English only what is no word of a title, as "approved" and "proposed" may be.
_ENGLISH = frozenset(
    """is are was were has had will would should could reported presented noted asked said gave thanked informed explained
    stated suggested advised announced welcomed summarised summarized""".split()
)
_PAST_ENDS = ("ade", "ades", "ldes", "ndes", "gdes", "rdes", "ktes", "ttes", "stes", "eras")
_PAST = regex(rf"\w{{2,}}(?:{'|'.join(_PAST_ENDS)})")
_TELLING = _COMMON.union(PRESENT, _ENGLISH) - {"för"}


def tells(text: str) -> bool:
    """Whether a word of the text is such a verb: "Bo valdes till kassör", not "Val av kassör"."""
    return cues_of(text) & _FINITE != 0


def is_finite(word: str) -> bool:
    """Whether the word, in lower case, is a verb in the present or the past tense."""
    return word in _TELLING or _is_past(word)


def _is_past(word: str) -> bool:
    return word.endswith(_PAST_ENDS) and bool(_PAST.fullmatch(word))


_FINITE = cue_where(is_finite)
