"""What is new in a later version of what was published, in sentences. Pure."""

from minutes.justering.comparison import paragraph_text
from minutes.justering.minutes_text import Minutes
from minutes.publication.masking import MASK, WITHHELD


def changes(before: Minutes, after: Minutes) -> list[str]:
    """The changes, one a line; empty where a reader sees none."""
    said = [
        f"Rättelse i {each.place}: ”{each.before}” ska vara ”{each.after}”."
        for each in after.corrections
        if each not in before.corrections
    ]
    old = {each.number or each.title: each for each in before.paragraphs}
    for paragraph in after.paragraphs:
        was = old.get(paragraph.number or paragraph.title)
        if was is None or was == paragraph:
            continue
        if paragraph.title == WITHHELD:
            said.append(f"{paragraph.number or 'En punkt'} publiceras inte längre.")
        elif was.title == WITHHELD:
            said.append(f"{paragraph.label} publiceras nu.")
        elif paragraph_text(paragraph).count(MASK) != paragraph_text(was).count(MASK):
            said.append(f"Andra uppgifter är maskerade i {paragraph.label}.")
        else:
            said.append(f"{paragraph.label} är ändrad.")
    head = ("title", "place", "chair", "secretary", "adjusters", "attendees", "attachments")
    if any(getattr(before, name) != getattr(after, name) for name in head):
        said.append("Uppgifterna om mötet och närvaron är ändrade.")
    return said
