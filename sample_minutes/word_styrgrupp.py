"""Minutes made from a template and still being edited: controls, tracked changes, a box."""

import datetime as dt

import word_features as features
from docx.document import Document
from word_paper import Paper

_HEAD = """
**Datum:**→{Mötesdatum|2026-11-05}

**Tid:**→{Tid|10.00–11.45}

**Plats:**→{Plats|Kommunhuset, Lilla salen}

**Ordförande:**→{Ordförande|Anders Wedholm}

**Sekreterare:**→{Sekreterare|Maja Örnfeldt}

**Justerare:**→{Justerare|Sofia Brännlid}

**Närvarande:**→{Närvarande|Anders Wedholm, Sofia Brännlid, Lars-Olof Tingvall, Emma Kragh, Maja
Örnfeldt}

**Frånvarande:**→{Frånvarande|Petra Ljungdahl}
"""
_POINTS = """
# 1. Tidplan

Emma redovisade tidplanen. Upphandlingen [-startar i november.-][+startade den 2 november.+] Styrgruppen
godkänner den reviderade tidplanen[+ med inflyttning i augusti 2028+].

# 2. Budget

Styrgruppen beslutar att avsätta 1,2 miljoner kronor till utemiljön. [-Styrgruppen beslutar att flytta
matsalen till etapp 2.-] Sofia tar fram en ny kalkyl för matsalen senast den [-20-][+27+] november.

# 3. Risker

Lars-Olof undersöker marken vid den gamla macken tillsammans med miljökontoret och redovisar resultatet
den 3 december. Länsstyrelsen väntas besluta om dispens för fladdermössen före årsskiftet. Om dispensen
dröjer skulle etapp 1 kunna delas.

[+Emma bokar ett extra möte med entreprenören vecka 48.+]

# 4. Kommunikation

Maja lägger ut protokollet på projektets sida. Petra, som inte var med i dag, ombeds skriva ett
informationsblad till de boende på Kvarnvägen.

# 5. Nästa möte
"""


def november() -> Document:
    """The steering group's minutes; what was struck out must not be read as decided."""
    paper = Paper("Protokoll styrgruppsmöte", "Maja Örnfeldt", dt.date(2026, 11, 6))
    paper.mark("!", "Title")
    paper.mark("#", "Heading 1")
    paper.head("Åsby kommun→→Styrgruppen för Kvarnängsskolan")
    paper.foot("→Sida ‹sida› av ‹sidor›")
    title = paper.write("! Protokoll från styrgruppsmöte")[0]
    features.text_box(
        title,
        ["Kvarnängsskolan", "Budgetram 184 miljoner kronor", "Beslutad av kommunfullmäktige 2025"],
    )
    paper.write_labelled(_HEAD.strip())
    paper.write(_POINTS.strip())
    (place,) = paper.write("Torsdagen den 3 december kl. 10.00–11.30 i Kommunhuset.")
    features.control_around(place, "Nästa möte")
    paper.write("Vid protokollet ⏎Maja Örnfeldt")
    paper.write("Justeras ⏎{Justerare|Sofia Brännlid}")
    return paper.document
