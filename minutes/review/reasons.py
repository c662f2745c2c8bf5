"""Why something was recognised, as a page says it.

Recognition writes its reasons in Swedish, and so they are stored. Those that come often are marked
here, to be said in the language of the page; what they quote of the minutes stays as it is.
"""

import re

from minutes.texts import N_, Text

_OFTEN = (
    N_("namn + ”%(words)s”"),
    N_("roll eller grupp + ”%(words)s”"),
    N_("står under ”%(words)s”"),
    N_("organet ”%(words)s”"),
    N_("”%(words)s” först i satsen"),
    N_("”%(words)s” utan utsatt organ"),
    N_("formellt verb i passiv"),
    N_("organet och ett formellt verb"),
    N_("beslutade organet"),
    N_("val"),
    N_("läggs till handlingarna"),
    N_("datum eller belopp sattes"),
    N_("stadgeenligt eller behörigt"),
    N_("återremiss till någon"),
    N_("uppdrag till någon"),
    N_("tabell med ansvarig"),
    N_("åtgärdslista"),
    N_("ska göras, utan ansvarig"),
    N_("verb i grundform utan ansvarig"),
    N_("beslut som ännu inte är fattat"),
    N_("tidigare beslut som återges"),
    N_("annat organs beslut"),
    N_("beslut vid ett annat möte"),
    N_("nämner beslut utan att fatta något"),
    N_("enighet utan beslut"),
    N_("förslag, inte antaget"),
    N_("förslag, inget uppdrag ännu"),
    N_("villkor eller avsikt"),
    N_("rubrik eller hänvisning"),
)
_KNOWN = {text.words for text in _OFTEN}
_QUOTED = re.compile(r"”([^”]*)”")


def known(reason: str) -> Text | None:
    """The reason as a marked text; None for one that is said in Swedish only."""
    quoted = _QUOTED.search(reason)
    words = _QUOTED.sub("”%(words)s”", reason, count=1)
    if words not in _KNOWN:
        return None
    return Text(words, words=quoted[1]) if quoted else Text(words)
