"""Pictures of figures in plain characters: readable without colour, at most 80 columns wide."""

from collections.abc import Mapping, Sequence
from datetime import date

from quizapp.report.calibration import Calibration


def bar(share: float, wide: int = 20) -> str:
    """A share (0 to 1) as a bar; anything above nothing shows, anything below all leaves room.

    >>> bar(0.5, 4)
    '██░░'
    """
    full = round(min(max(share, 0.0), 1.0) * wide)
    if 0 < share < 1:
        full = min(max(full, 1), wide - 1)
    return "█" * full + "░" * (wide - full)


def columns(values: Sequence[float], wide: int = 60, high: int = 5) -> list[str]:
    """The last `wide` values (0 to 1) as columns over a line, the scale at the left.

    Few of them stand apart; one that is nothing still shows as the thinnest column.

    >>> columns([0.5, 1.0], wide=4, high=2)
    ['100 %│ █', '     │██', '  0 %└──']
    """
    shown = values[-wide:]
    thick = min(4, wide // len(shown) - 1) if shown else 0
    eighths = [max(1, round(min(max(value, 0.0), 1.0) * 8 * high)) for value in shown]
    lines = []
    for row in range(high, 0, -1):
        cells = (" ▁▂▃▄▅▆▇█"[min(max(each - 8 * (row - 1), 0), 8)] for each in eighths)
        scale = "100 %" if row == high else ""
        drawn = "".join(cell * thick + " " if thick > 1 else cell for cell in cells)
        lines.append(f"{scale:>5}│{drawn.rstrip()}")
    return [*lines, f"{'0 %':>5}└" + "─" * (len(shown) * (thick + 1 if thick > 1 else 1))]


def counts(rows: Sequence[tuple[str, int]], wide: int = 40) -> list[str]:
    """A line for each name and count: a cell each, or the greatest as wide as there is room."""
    most = max((count for _, count in rows), default=0)
    cells = [-(-count * wide // most) if most > wide else count for _, count in rows]
    return [
        f"{cut(name, 12):<12} " + ("█" * full + " " if full else "") + str(count)
        for (name, count), full in zip(rows, cells, strict=True)
    ]


def heat(days: Mapping[str, int], today: int, weeks: int = 12) -> list[str]:
    """A line for each weekday, a column for each week, this one at the right: the more was answered
    on a day, the darker."""
    most = max(days.values(), default=0)
    monday = today - date.fromordinal(today).weekday() - 7 * (weeks - 1)
    lines = []
    for weekday, name in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")):
        cells = []
        for week in range(weeks):
            day = monday + 7 * week + weekday
            answers = days.get(date.fromordinal(day).isoformat(), 0)
            shade = "░▒▓█"[min(3, 4 * answers // (most + 1))] if answers else "·"
            cells.append(" " if day > today else shade)
        lines.append(f"{name}  {' '.join(cells)}".rstrip())
    return lines


def calibrated(found: Calibration, wide: int = 40) -> list[str]:
    """Stated (|) against observed (o) for each certainty; X where they meet."""
    lines = [f"sure  {'0 %':<{wide // 2}}{'50 %':<{wide // 2 - 3}}100 %"]
    for level in found.levels:
        row = ["·"] * (wide + 1)
        stated, observed = round(level.stated * wide), round(level.observed * wide)
        row[stated] = "|"
        row[observed] = "X" if observed == stated else "o"
        right = f"{100 * level.observed:.0f} % right of {level.times}"
        lines.append(f"{level.certainty:>4}  {''.join(row)}  {right}")
    return lines


def cut(text: str, wide: int) -> str:
    """The text in at most `wide` characters."""
    return text if len(text) <= wide else text[: wide - 1] + "…"
