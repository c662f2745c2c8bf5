"""Invented texts for property tests: any text, and text made of the words of minutes."""

from hypothesis import strategies as st

_WORDS = """
Protokoll Minnesanteckningar från styrelsemöte Närvarande: Förhinder: Kopia: Karin Ström Bo Ekdal
Majken Sandelius Ida V Anna-Lena @Karin ordförande (sekr) vakant beslutade att beslutar godkändes
valdes till justerare läggs till handlingarna ska skall kommer att tar frågan vidare återkommer
skickar har återkommit OBS! senast den 28 april 31/3 2026-11-12 261112 fredagen vecka 47 v. 12
kl. 9.00–11.30 kl 18 till nästa möte inom 14 dagar under hösten en vecka innan mötet Styrelsen
Nämnden RÅDET Kommunfullmäktige förslag föreslår yrkar om inte ? . , ; : – ”citat” § § 14 1. 3.2 A.
8. a) • - ☐ ☑ | x Beslut Beslut: Åtgärder: Bilaga 1 Nästa möte Vid protokollet Justeras ____ och
samt eller av åt från Karin: (Bo) - Bo Ansvarig: klart personnummer 640823-3234 A t t
Länsstyrelsen kommunstyrelsen behandlar väntas besluta i juni enligt ovan förslaget att-satsen
bifalls avslås tredje yrkandet snarast före jul vecka 24 näst-nästa
""".split()
_STARTS = (
    "",
    "§ 1 ",
    "§ 14/26 ",
    "1. ",
    "2) ",
    "A. ",
    "- ",
    "☐ ",
    "# ",
    "## ",
    "**",
    "| ",
    "   ",
    "\f",
)

line = st.builds(
    lambda start, words, end: start + " ".join(words) + end,
    st.sampled_from(_STARTS),
    st.lists(st.sampled_from(_WORDS), max_size=14),
    st.sampled_from(("", ".", ":", "?", "**", " |", " | Bo Ekdal | klart |")),
)
any_line = st.one_of(line, st.text(max_size=60).map(lambda text: " ".join(text.split("\n"))))
minutes = st.lists(line, max_size=14)
anything = st.lists(any_line, max_size=14)
sentence = st.one_of(line, st.text(max_size=120))
