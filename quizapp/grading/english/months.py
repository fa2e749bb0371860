# ruff: noqa: SIM905
"""The words of dates."""

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
SHORT: dict[str, int] = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
SHORT |= {"sept": 9, "febr": 2, "novem": 11, "decem": 12, "octob": 10}
NUMBERS: dict[str, int] = {**{name: number for number, name in enumerate(MONTHS, start=1)}, **SHORT}
DECADES: dict[str, int] = dict(
    zip(
        """twenties thirties forties fifties sixties seventies eighties nineties
        noughties""".split(),
        (*range(20, 100, 10), 0),
        strict=True,
    )
)
DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
