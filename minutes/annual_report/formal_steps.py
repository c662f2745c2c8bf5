"""How an annual report tells of the minutes themselves: justerade, announced, published. Pure."""

from minutes.annual_report.markup import footnote
from minutes.annual_report.sources import meeting_key
from minutes.annual_report.telling import Year


def formal_steps(year: Year) -> list[str]:
    """What has been done with the minutes of the year, against the times that are set for it."""
    signed = [each for each in year.meetings if each.is_signed]
    published = [each for each in year.meetings if each.is_published]
    posted = [each for each in year.meetings if each.posted and each.post_by]
    said = []
    if signed:
        known = all(each.justerat and each.latest for each in signed)
        in_time = _in_time("protokoll_justerade_i_tid", len(signed), year) if known else ""
        done = "justerat" if len(signed) == 1 else "justerade"
        said.append(f"{year.number('protokoll_justerade')} är {done}{in_time}.")
    if posted:
        in_time = _in_time("anslag_i_tid", len(posted), year)
        said.append(f"{year.number('anslag')} om justering sattes upp{in_time}.")
    if published:
        known = all(each.days_to_publication is not None for each in published)
        done = "publicerat" if len(published) == 1 else "publicerade"
        after = _after(len(published), year) if known else ""
        said.append(f"{year.number('protokoll_publicerade')} är {done}{after}.")
    notes = footnote(*(meeting_key(each) for each in signed))
    return [f"{' '.join(said)}{notes}"] if said else []


def _in_time(name: str, of: int, year: Year) -> str:
    """How many of them were in time."""
    value = year.figures.value(name)
    if of == 1:
        return " i tid" if value else ", men inte i tid"
    if value in (0, of):
        return ", alla i tid" if value else ", men inget av dem i tid"
    return f", {year.number(f'{name} siffror')} av dem i tid"


def _after(of: int, year: Year) -> str:
    """How long after they were justerade."""
    usual, they = ("", "det") if of == 1 else ("i regel ", "de")
    if not year.figures.value("dagar_till_publicering"):
        return f", {usual}samma dag som {they} justerades"
    return f", {usual}{year.number('dagar_till_publicering')} efter justeringen"
