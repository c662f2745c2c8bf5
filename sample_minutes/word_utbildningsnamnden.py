"""Formal minutes of a municipal board: front page, §§ numbered by Word, votes, jäv, anslag."""

import datetime as dt

from docx.document import Document
from docx.enum.text import WD_BREAK
from utbildningsnamnden_text import AFTER_THE_VOTE, BEFORE_THE_VOTE
from word_numbering import DASHES, Level
from word_paper import Paper

_LINE = "…" * 18
_FRONT = (
    ("Plats och tid", "Kommunhuset, Ådalssalen, kl. 13.15–16.40\nAjournering kl. 14.50–15.05"),
    (
        "Beslutande",
        "Gunilla Ahlmark (S), ordförande\nRolf Cederqvist (M), 1:e vice ordförande\n"
        "Fatima Noori (V)\nSten-Åke Blomdahl (C)\nVeronica Lundsbo (M), ej § 74\n"
        "Elias Fahlgren (MP)\nBirgit Oskarsdotter (KD), tjänstgörande ersättare för "
        "Kjell Torsvik (SD)",
    ),
    ("Ej tjänstgörande ersättare", "Nils Abrahamsby (S)\nHedvig Lööw (L)"),
    (
        "Övriga närvarande",
        "Anders Wedholm, förvaltningschef\nSofia Brännlid, ekonom, § 73\n"
        "Maja Örnfeldt, nämndsekreterare",
    ),
    ("Utses att justera", "Rolf Cederqvist"),
    (
        "Justeringens plats och tid",
        "Kommunhuset, 2026-10-28 kl. 15.00\n§ 75 justeras omedelbart",
    ),
    ("Paragrafer", "70–78"),
    (
        "Underskrifter",
        f"Sekreterare {_LINE}\nMaja Örnfeldt\nOrdförande {_LINE}\nGunilla Ahlmark\n"
        f"Justerare {_LINE}\nRolf Cederqvist",
    ),
)
_NOTICE = (
    (
        "**ANSLAG/BEVIS**\nProtokollet är justerat. Justeringen har tillkännagivits genom anslag på "
        "kommunens digitala anslagstavla.",
        "<",
    ),
    ("Organ", "Utbildningsnämnden"),
    ("Sammanträdesdatum", "2026-10-21"),
    ("Anslaget sätts upp", "2026-10-30"),
    ("Anslaget tas ned", "2026-11-21"),
    ("Protokollet förvaras", "Utbildningskontoret, Åsby"),
    ("Underskrift", f"{_LINE}\nMaja Örnfeldt"),
)
_VOTES = (
    ("Ledamot", "Röst", "<", "<"),
    ("^", "Ja", "Nej", "Avstår"),
    ("Fatima Noori (V)", "X", "", ""),
    ("Sten-Åke Blomdahl (C)", "X", "", ""),
    ("Veronica Lundsbo (M)", "", "X", ""),
    ("Elias Fahlgren (MP)", "X", "", ""),
    ("Birgit Oskarsdotter (KD)", "", "X", ""),
    ("Rolf Cederqvist (M)", "", "X", ""),
    ("Gunilla Ahlmark (S)", "X", "", ""),
    ("Summa", "4", "3", "0"),
)


def october() -> Document:
    """The board's minutes; a heading's "§ 71" stands in numbering.xml, linked to its style."""
    paper = Paper("Sammanträdesprotokoll", "Maja Örnfeldt", dt.date(2026, 10, 21))
    paper.number_headings(
        "Heading 1", paper.numbering((Level("§ %1", start=70, hanging=851, bold=True),))
    )
    paper.mark("#", "Title")
    paper.mark("§", "Heading 1")
    paper.mark("##", "Heading 2")
    paper.mark("–", "List Paragraph", paper.numbering(DASHES))
    paper.head("Åsby kommun⏎Utbildningsnämnden→Sammanträdesprotokoll⏎→2026-10-21→‹sida›(‹sidor›)")
    paper.foot("Justerandes sign →→Utdragsbestyrkande")
    _front_page(paper)
    paper.write(BEFORE_THE_VOTE.strip())
    paper.table(_VOTES, (7, 2, 2, 2))
    paper.write(AFTER_THE_VOTE.strip())
    return paper.document


def _front_page(paper: Paper) -> None:
    for rows in (_FRONT, _NOTICE):
        shown = [(f"**{left}**" if "**" not in left else left, right) for left, right in rows]
        paper.table(shown, (4.2, 11.8), heading=False)
        paper.write("")
    paper.document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
