"""The words of dates."""

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
SHORT: dict[str, int] = {
    **{name[:3]: number for number, name in enumerate(MONTHS, start=1)},
    "sept": 9,
    "febr": 2,
    "novem": 11,
    "decem": 12,
    "octob": 10,
}
NUMBERS: dict[str, int] = {**{name: number for number, name in enumerate(MONTHS, start=1)}, **SHORT}
DECADES: dict[str, int] = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
    "noughties": 0,
}
DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
