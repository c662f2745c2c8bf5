"""The Word template of minutes: its placeholders, and the default one."""

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT

from minutes.word.styles import TEXT_WIDTH, page_number, set_own_styles
from minutes.word.templates import Placeholders, saved

FRONT, ATTENDANCE, POINTS, END = "försättsblad", "närvaro", "protokoll", "underskrifter"
FACTS = "uppgifter"
PARTS = (FACTS, FRONT, ATTENDANCE, POINTS, END)
PLACEHOLDERS = Placeholders(
    parts=PARTS,
    words=(
        "rubrik", "dokument", "organ", "organisation", "datum", "tid", "plats", "ordförande",
        "sekreterare", "justerare", "initialer", "sidfot", "fingeravtryck",
    ),
    required=(POINTS, END),
)  # fmt: skip


def default_template() -> bytes:
    """The template that bodies without one of their own have; a good one to begin from."""
    document = Document()
    set_own_styles(document)
    head = document.sections[0].header.paragraphs[0]
    head.style = "Normal"  # that of headers has tab stops of its own
    head.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    head.add_run("{{dokument}}\t")
    page_number(head)
    foot = document.sections[0].footer.paragraphs[0]
    foot.style = "Normal"
    foot.add_run("{{initialer}}")
    small = document.sections[0].footer.add_paragraph("", style="Normal")
    small.style = "Fingeravtryck"
    small.add_run("{{sidfot}}")
    document.add_paragraph("{{rubrik}}", style="Title")
    for part in PARTS:
        document.add_paragraph(f"{{{{{part}}}}}")
    return saved(document)
