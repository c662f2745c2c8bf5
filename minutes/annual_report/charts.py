"""The charts of a year as SVG, and their numbers as tables. Pure.

Bars differ in lightness and in pattern, not in hue alone, so that they can be told apart in
grey; each has its number above it. The colours stand in the drawing itself, for PDF and Word;
the page's style sheet overrules them by class.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from minutes.annual_report.decision_kinds import KIND_WORDS
from minutes.annual_report.figures import Figures
from minutes.texts import N_

WIDTH, HEIGHT = 640, 260
LEFT, RIGHT, TOP, BOTTOM = 34, 10, 34, 44
INKS = ("#0b5c63", "#a9cccd")  # dark, light
LONGEST_LABEL = 38  # characters
LONGEST_ACROSS = 5  # of a label above a column of numbers, and how many such a page has room for
MOST_ACROSS = 13
PATTERN = "m0 4 4-4"
MONTHS = (
    *(N_("jan"), N_("feb"), N_("mar"), N_("apr"), N_("maj"), N_("jun")),
    *(N_("jul"), N_("aug"), N_("sep"), N_("okt"), N_("nov"), N_("dec")),
)


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of bars."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: a group of bars for each label."""

    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see."""
        return not any(value for each in self.series for value in each.values)

    @property
    def table(self) -> tuple[tuple[str, ...], ...]:
        """Its numbers as rows for a printed page, first the heads; across it where they fit."""
        heads = ("", *self.labels)
        columns = (heads, *((each.name, *map(str, each.values)) for each in self.series))
        is_wide = len(heads) <= MOST_ACROSS and all(len(each) <= LONGEST_ACROSS for each in heads)
        return columns if is_wide else tuple(zip(*columns, strict=True))

    @property
    def description(self) -> str:
        """What it shows, for who cannot see it."""
        parts = []
        for each in self.series:
            shown = ", ".join(
                f"{label} {value}"
                for label, value in zip(self.labels, each.values, strict=True)
                if value
            )
            parts.append(f"{each.name}: {shown or '–'}.")
        return " ".join(parts)


def spoken(chart: Chart, say: Callable[[str], str]) -> Chart:
    """The chart with its words as `say` has them: in the language of who reads it."""
    series = tuple(Series(say(each.name), each.values) for each in chart.series)
    return Chart(say(chart.title), tuple(map(say, chart.labels)), series)


def actions(counted: Figures) -> Chart:
    """New and ended action items, month by month."""
    return Chart(
        N_("Åtgärder %(year)s, månad för månad", year=counted.year),
        MONTHS,
        (
            Series(N_("Nya"), counted.opened_by_month),
            Series(N_("Avslutade"), counted.ended_by_month),
        ),
    )


def attendance(counted: Figures) -> Chart:
    """How many were at each meeting."""
    return Chart(
        N_("Närvarande vid mötena %(year)s", year=counted.year),
        tuple(f"{day.day}/{day.month}" for day, _ in counted.present_at),
        (
            Series(N_("Närvarande"), tuple(present for _, present in counted.present_at)),
            *((Series(N_("Tjänstgörande"), counted.served_at),) if counted.served_at else ()),
        ),
    )


def decisions(counted: Figures) -> Chart:
    """Decisions, month by month."""
    return Chart(
        N_("Beslut %(year)s, månad för månad", year=counted.year),
        MONTHS,
        (Series(N_("Beslut", "Beslut", num=2), counted.decisions_by_month),),
    )


def kinds(counted: Figures) -> Chart:
    """Decisions by kind."""
    return Chart(
        N_("Beslut %(year)s efter slag", year=counted.year),
        tuple(KIND_WORDS[kind] for kind in counted.by_kind),
        (Series(N_("Beslut", "Beslut", num=2), tuple(counted.by_kind.values())),),
    )


def subjects(counted: Figures) -> Chart:
    """Decisions by what they were about, of the subjects that came up again."""
    return Chart(
        N_("Beslut %(year)s efter återkommande fråga", year=counted.year),
        tuple(title for title, _ in counted.by_subject),
        (Series(N_("Beslut", "Beslut", num=2), tuple(count for _, count in counted.by_subject)),),
    )


CHARTS: Mapping[str, Callable[[Figures], Chart]] = {
    "åtgärder": actions,
    "närvaro": attendance,
    "beslut": decisions,
    "slag": kinds,
    "frågor": subjects,
}


def svg(chart: Chart, name: str) -> str:
    """The drawing. `name` makes its ids its own on a page with several."""
    top = _ceiling(max((value for each in chart.series for value in each.values), default=0))
    if max((len(label) for label in chart.labels), default=0) > 6:
        return _lying(chart, name)
    drawn = [*_grid(top), *_bars(chart, name, top), *_labels(chart)]
    if len(chart.series) > 1:
        drawn += _key(chart, name)
    return _wrapped(chart, name, HEIGHT, drawn)


def _wrapped(
    chart: Chart, name: str, height: int, drawn: Sequence[str], way: str = "standing"
) -> str:
    pattern = (
        f'<defs><pattern id="{name}-light" width="4" height="4" patternUnits="userSpaceOnUse">'
        f'<rect width="4" height="4" fill="{INKS[1]}" class="chart__light"/>'
        f'<path d="{PATTERN}" stroke="{INKS[0]}" stroke-width="1" class="chart__stroke"/>'
        "</pattern></defs>"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart chart--{way}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" font-family="sans-serif" font-size="12">'
        f'<title id="{name}-title">{escape(chart.title)}</title>'
        f'<desc id="{name}-desc">{escape(chart.description)}</desc>'
        f"{pattern}{''.join(drawn)}</svg>"
    )


def _grid(top: int) -> list[str]:
    drawn = []
    for value in range(0, top + 1, max(1, top // 4)):
        y = _y(value, top)
        drawn.append(
            f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke="#d5d9dc" class="chart__line"/>'
            f'<text x="{LEFT - 6}" y="{y + 4}" text-anchor="end" fill="#56616a" '
            f'class="chart__quiet">{value}</text>'
        )
    return drawn


def _bars(chart: Chart, name: str, top: int) -> list[str]:
    drawn = []
    slot = (WIDTH - LEFT - RIGHT) / max(1, len(chart.labels))
    bar = min(36.0, slot * 0.7 / len(chart.series))
    for order, each in enumerate(chart.series):
        fill = INKS[0] if order == 0 else f"url(#{name}-light)"
        shade = ' class="chart__dark"' if order == 0 else ""
        for place, value in enumerate(each.values):
            if not value:
                continue
            middle = LEFT + slot * (place + 0.5)
            x = middle + (order - len(chart.series) / 2) * bar
            y = _y(value, top)
            drawn.append(
                f'<rect x="{x:.1f}" y="{y}" width="{bar - 2:.1f}" height="{HEIGHT - BOTTOM - y}" '
                f'fill="{fill}"{shade}/>'
                f'<text x="{x + bar / 2 - 1:.1f}" y="{y - 4}" text-anchor="middle" fill="#1b2328" '
                f'class="chart__ink">{value}</text>'
            )
    return drawn


def _labels(chart: Chart) -> list[str]:
    slot = (WIDTH - LEFT - RIGHT) / max(1, len(chart.labels))
    # Where there are many, each second or third is enough.
    step = max(1, round(42 / slot))
    return [
        f'<text x="{LEFT + slot * (place + 0.5):.1f}" y="{HEIGHT - BOTTOM + 18}" '
        f'text-anchor="middle" fill="#1b2328" class="chart__ink">{escape(label)}</text>'
        for place, label in enumerate(chart.labels)
        if place % step == 0
    ]


def _key(chart: Chart, name: str) -> list[str]:
    drawn, x = [], LEFT
    for order, each in enumerate(chart.series):
        fill = INKS[0] if order == 0 else f"url(#{name}-light)"
        shade = ' class="chart__dark"' if order == 0 else ""
        drawn.append(
            f'<rect x="{x}" y="4" width="14" height="14" fill="{fill}"{shade}/>'
            f'<text x="{x + 20}" y="15" fill="#1b2328" class="chart__ink">'
            f"{escape(each.name)}</text>"
        )
        x += 40 + 8 * len(each.name)
    return drawn


def _lying(chart: Chart, name: str) -> str:
    """Bars that lie, for labels of several words."""
    row, left = 30, 250
    values = chart.series[0].values
    top = max(values, default=1) or 1
    drawn = []
    for place, (label, value) in enumerate(zip(chart.labels, values, strict=True)):
        y = 8 + place * row
        width = (WIDTH - left - 40) * value / top
        drawn.append(
            f'<text x="{left - 10}" y="{y + 15}" text-anchor="end" fill="#1b2328" '
            f'class="chart__ink">{escape(_short(label))}</text>'
            f'<rect x="{left}" y="{y}" width="{width:.1f}" height="20" fill="{INKS[0]}" '
            'class="chart__dark"/>'
            f'<text x="{left + width + 8:.1f}" y="{y + 15}" fill="#1b2328" '
            f'class="chart__ink">{value}</text>'
        )
    return _wrapped(chart, name, 16 + row * len(chart.labels), drawn, "lying")


def _short(label: str) -> str:
    """The label where there is room for it; the table has all of it."""
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1].rstrip()}…"


def _y(value: int, top: int) -> int:
    return round(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top)


def _ceiling(most: int) -> int:
    """The top of the scale: a number that four lines divide evenly."""
    return max(4, -(-most // 4) * 4)
