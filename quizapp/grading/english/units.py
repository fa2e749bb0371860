# ruff: noqa: E501, SIM905
"""Units of measure, one a line: what each is worth in the base of its quantity, and its names.

`factor [+ offset] | symbols | one, many, other names | prefixes`. Symbols keep their case. Prefixes
are SI letters: `m | metre` with `k` also gives km and kilometre. Compounds (km/h, people per km²)
are put together from these.
"""

PREFIXES = {
    "n": ("nano", 1e-9),
    "µ": ("micro", 1e-6),
    "m": ("milli", 1e-3),
    "c": ("centi", 1e-2),
    "d": ("deci", 1e-1),
    "h": ("hecto", 1e2),
    "k": ("kilo", 1e3),
    "M": ("mega", 1e6),
    "G": ("giga", 1e9),
    "T": ("tera", 1e12),
    "P": ("peta", 1e15),
}

# Base letters: L length, M mass, T time, K temperature, I current, N amount, J light, A angle,
# D data, R ratio; three capitals are a currency.
TABLE: dict[str, str] = {
    "L": """
        1 | m | metre, metres, meter, meters | nµmcdk
        0.0254 | in, ", '' | inch, inches
        0.3048 | ft, ' | foot, feet
        0.9144 | yd, yds | yard, yards
        1609.344 | mi | mile, miles
        1852 | nmi, NM | nautical mile, nautical miles, sea mile, sea miles
        1.8288 | | fathom, fathoms
        201.168 | | furlong, furlongs
        1e-10 | Å | angstrom, angstroms, ångström
        1.495978707e11 | AU, au | astronomical unit, astronomical units
        9.4607304725808e15 | ly | light year, light years, light-year, light-years, lightyear, lightyears
        3.0856775814913673e16 | pc | parsec, parsecs | kM
    """,
    "M": """
        0.001 | g, gr | gram, grams, gramme, grammes | nµmck
        1 | | kilo, kilos
        1000 | t | tonne, tonnes, metric ton, metric tons, ton, tons | kMG
        0.45359237 | lb, lbs | pound, pounds
        0.028349523125 | oz | ounce, ounces
        6.35029318 | st | stone, stones
        0.0002 | ct | carat, carats
        907.18474 | | short ton, short tons
        1016.0469088 | | long ton, long tons
    """,
    "T": """
        1 | s, sec, secs | second, seconds | nµm
        60 | min, mins, m | minute, minutes
        3600 | h, hr, hrs | hour, hours
        86400 | d | day, days
        604800 | wk, wks | week, weeks
        1209600 | | fortnight, fortnights
        2629746 | mo, mos | month, months
        31556952 | yr, yrs, y | year, years
        315569520 | | decade, decades
        3155695200 | | century, centuries
        31556952000 | | millennium, millennia, millenniums
    """,
    "K": """
        1 | K, °K | kelvin, kelvins, degrees kelvin, degree kelvin, degrees k | m
        1 + 273.15 | °C, C, degC | degree Celsius, degrees Celsius, celsius, centigrade, degrees centigrade, degrees c, degree c, deg c
        0.5555555555555556 + 255.3722222222222 | °F, F, degF | degree Fahrenheit, degrees Fahrenheit, fahrenheit, degrees f, degree f, deg f
    """,
    "I": "1 | A | ampere, amperes, amp, amps | µmk",
    "N": "1 | mol | mole, moles | mk",
    "J": "1 | cd | candela, candelas",
    "A": """
        1 | °, deg | degree, degrees
        57.29577951308232 | rad | radian, radians
        0.016666666666666666 | ' | arcminute, arcminutes, minute of arc, minutes of arc
        0.0002777777777777778 | " | arcsecond, arcseconds, second of arc, seconds of arc
        360 | rev | revolution, revolutions, turn, turns, full turn, full turns
    """,
    "R": """
        0.01 | %, pct, pc | percent, percent, per cent, percents, percentage, percentage point, percentage points, procent, prozent
        0.001 | ‰ | per mille, per mill, permille, promille
        1e-6 | ppm | parts per million, part per million
        1e-9 | ppb | parts per billion
    """,
    "D": """
        1 | b, bit | bit, bits | kMGTP
        8 | B | byte, bytes | kMGTP
        8000 | KB |
        8192 | KiB | kibibyte, kibibytes
        8388608 | MiB | mebibyte, mebibytes
        8589934592 | GiB | gibibyte, gibibytes
        8796093022208 | TiB | tebibyte, tebibytes
        4 | | nibble, nibbles
    """,
    "L2": """
        10000 | ha | hectare, hectares
        4046.8564224 | ac | acre, acres
    """,
    "L3": """
        0.001 | l, L, ltr | litre, litres, liter, liters | µmcdh
        0.003785411784 | gal | gallon, gallons, us gallon, us gallons
        0.00454609 | | imperial gallon, imperial gallons, uk gallon, uk gallons
        0.00056826125 | pt | pint, pints
        0.158987294928 | bbl | barrel, barrels, barrels of oil
        0.0000295735295625 | fl oz | fluid ounce, fluid ounces
        0.00025 | | cup, cups
        0.000015 | tbsp | tablespoon, tablespoons
        0.000005 | tsp | teaspoon, teaspoons
        1e-6 | cc |
    """,
    "L1 T-1": """
        0.44704 | mph, MPH | mile per hour, miles per hour, miles an hour
        0.2777777777777778 | kph, kmh, kmph | kilometre per hour, kilometres per hour, kph, kmph, km an hour, kms an hour, kilometres an hour, kilometers an hour
        0.5144444444444445 | kn, kt, kts | knot, knots
    """,
    "L1 T-2": "9.80665 | | gee, gees",
    "M1 L1 T-2": """
        1 | N | newton, newtons | mkM
        4.4482216152605 | lbf | pound force
    """,
    "M1 L2 T-2": """
        1 | J | joule, joules | mkMGTP
        4.184 | cal | calorie, calories
        4184 | kcal, Cal | kilocalorie, kilocalories, kcals
        3600 | Wh | watt hour, watt hours, watt-hour, watt-hours | kMGT
        1.602176634e-19 | eV | electron volt, electron volts, electronvolt, electronvolts | kMGT
        1055.05585262 | BTU | british thermal unit, british thermal units
    """,
    "M1 L2 T-3": """
        1 | W | watt, watts | µmkMGT
        745.6998715822702 | hp, bhp | horsepower, horse power
    """,
    "M1 L-1 T-2": """
        1 | Pa | pascal, pascals | hkMG
        100000 | bar | bar, bars | m
        101325 | atm | atmosphere, atmospheres
        6894.757293168 | psi | pounds per square inch
        133.322387415 | mmHg, torr | torr, millimetres of mercury, mm of mercury
    """,
    "T-1": """
        1 | Hz | hertz | kMGT
        0.016666666666666666 | rpm | revolution per minute, revolutions per minute
        0.016666666666666666 | bpm | beat per minute, beats per minute
    """,
    "M1 L2 T-3 I-1": "1 | V | volt, volts | µmkM",
    "M1 L2 T-3 I-2": "1 | Ω | ohm, ohms | mkM",
    "T1 I1": "1 | | coulomb, coulombs\n0.001 | mAh | ",
    "USD": """
        1 | $, US$, USD, usd, $US, U.S.$ | US dollar, US dollars, dollar, dollars, american dollar, american dollars, u.s. dollar, u.s. dollars, buck, bucks, usd
        0.01 | ¢ | cent, cents, us cent, us cents
    """,
    "EUR": "1 | €, EUR | euro, euros, eur",
    "GBP": """
        1 | £, GBP | pound sterling, pounds sterling, pound, pounds, quid, british pounds, british pound, sterling, gbp
        0.01 | p | penny, pence
    """,
    "JPY": "1 | ¥, JPY | yen, japanese yen",
    "CNY": "1 | CN¥, RMB, CNY, 元, ¥ | yuan, renminbi, chinese yuan, rmb, yuans",
    "RUB": "1 | ₽, RUB | rouble, roubles, ruble, rubles, russian roubles, russian rubles",
    "INR": "1 | ₹, INR, Rs | indian rupee, indian rupees, rupee, rupees",
    "CHF": "1 | CHF, Fr | Swiss franc, Swiss francs, francs, franc",
    "KRW": "1 | ₩, KRW | won, korean won",
    "CAD": "1 | CA$, C$, CAD, $ | Canadian dollar, Canadian dollars, dollar, dollars",
    "AUD": "1 | AU$, A$, AUD, $ | Australian dollar, Australian dollars, dollar, dollars",
    "SEK": "1 | SEK | Swedish krona, Swedish kronor, krona, kronor",
    "NOK": "1 | NOK | Norwegian krone, Norwegian kroner, krone, kroner",
    "DKK": "1 | DKK | Danish krone, Danish kroner, krone, kroner",
    "PLN": "1 | PLN, zł | zloty, zlotys, zloties",
    "UAH": "1 | ₴, UAH | hryvnia, hryvnias",
    "TRY": "1 | ₺, TRY | Turkish lira, lira, liras",
    "BRL": "1 | R$, BRL | Brazilian real, real, reais",
    "ILS": "1 | ₪, ILS | shekel, shekels",
}
RISKY = frozenset(
    """in m t p d y st b c f k g l s h w v j n a kn ac pt ct fr won real am au pc min mo ly deg
    rad rev of""".split()
)
"""Symbols that are words or magnitudes as well: read as units only where one is looked for."""
BELOW_UNIT = {"foot": "inches", "hour": "minutes", "minute": "seconds"}
