"""The units that may follow a number, under the first word of each of their spellings.

Promise: a factor is exact by definition and stays inside one system: 3,400 MW is 3.4 GW, but miles never become
kilometres, nor acres hectares.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from briefing.data import Kind
from briefing.wordsets import by_word


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written: one ``name`` is ``factor`` of ``base``. ``care`` marks spellings that need it."""

    kind: Kind
    name: str
    base: str
    factor: Decimal = Decimal(1)
    care: str = ""


_SPELLED: list[tuple[tuple[str, ...], Unit]] = []


def _add(kind: Kind, name: str, base: str, factor: str | int, spellings: str, care: str = "") -> None:
    unit = Unit(kind, name, base, Decimal(factor), care)
    for spelling in spellings.split("|"):
        _SPELLED.append((tuple(spelling.split()), unit))


def _metric(base: str, stem: str, symbol: str, prefixes: str, variants: tuple[str, ...]) -> None:
    """Every prefix of a metric unit: symbol, and each spelling with its plural."""
    powers = {
        "": 0,
        "k": 3,
        "c": -2,
        "m": -3,
        "d": -1,
        "h": 2,
        "M": 6,
        "G": 9,
        "T": 12,
        "P": 15,
        "u": -6,
        "n": -9,
        "p": -12,
    }
    names = {"": "", "k": "kilo", "c": "centi", "m": "milli", "d": "deci", "h": "hecto", "M": "mega", "G": "giga", "T": "tera",
             "P": "peta", "u": "micro", "n": "nano", "p": "pico"}  # fmt: skip
    for prefix in prefixes.split():
        key = "" if prefix == "-" else prefix
        spellings = [names[key] + v + s for v in variants for s in ("", "s")]
        short = {"u": "μ"}.get(key, key) + symbol
        care = "symbol" if len(short) == 1 or short.lower() in {"mm", "pm", "cm", "mg", "gb", "mb"} else ""
        factor = Decimal(1).scaleb(powers[key])
        name = names[key] + stem
        _add(Kind.MEASURE, name, base, str(factor), "|".join(spellings))
        _add(
            Kind.MEASURE,
            name,
            base,
            str(factor),
            short.lower(),
            "case:" + short if care or key in {"m", "M", "P", "p"} else "",
        )
        if key == "u":
            _add(Kind.MEASURE, name, base, str(factor), "mc" + symbol.lower())


_metric("m", "metre", "m", "- k c m d u n p", ("metre", "meter"))
_metric("g", "gram", "g", "- k m u n", ("gram", "gramme"))
_metric("l", "litre", "l", "- m c d h M", ("litre", "liter"))
_metric("W", "watt", "W", "- k M G T m", ("watt",))
_metric("Wh", "watt-hour", "Wh", "- k M G T", ("watt - hour", "watt-hour", "watthour", "watt hour"))
_metric("V", "volt", "V", "- k M m", ("volt",))
_metric("A", "amp", "A", "m", ("amp", "ampere"))
_metric("Hz", "hertz", "Hz", "- k M G T", ("hertz",))
_metric("J", "joule", "J", "- k M G T", ("joule",))
_metric("Pa", "pascal", "Pa", "- k M G h", ("pascal",))
_metric("Sv", "sievert", "Sv", "- m u", ("sievert",))
_metric("N", "newton", "N", "k M", ("newton",))

_M = Kind.MEASURE
for _prefix, _power in (("", 0), ("kilo", 3), ("mega", 6), ("giga", 9), ("tera", 12), ("peta", 15)):
    _add(_M, _prefix + "byte", "byte", str(Decimal(1).scaleb(_power)), f"{_prefix}byte|{_prefix}bytes")
    _add(_M, _prefix + "bit", "bit", str(Decimal(1).scaleb(_power)), f"{_prefix}bit|{_prefix}bits")
for _symbol, _prefix, _power in (("kb", "kilo", 3), ("mb", "mega", 6), ("gb", "giga", 9), ("tb", "tera", 12)):
    _add(_M, _prefix + "byte", "byte", str(Decimal(1).scaleb(_power)), _symbol)
_add(_M, "megabit", "bit", "1E6", "mbit|mbits")
_add(_M, "gigabit", "bit", "1E9", "gbit|gbits")
_add(_M, "megabit per second", "bit/s", "1E6", "mbps|megabits per second|megabits a second")
_add(_M, "gigabit per second", "bit/s", "1E9", "gbps|gigabits per second")

_add(_M, "mile", "in", 63360, "mile|miles|mi")
_add(_M, "yard", "in", 36, "yard|yards|yd|yds")
_add(_M, "foot", "in", 12, "foot|feet|ft")
_add(_M, "inch", "in", 1, "inch|inches")
_add(_M, "inch", "in", 1, "in", "glued")
_add(_M, "nautical mile", "nautical mile", 1, "nautical mile|nautical miles|nautical - mile|nautical-mile|nm")
_add(
    _M,
    "light-year",
    "light-year",
    1,
    "light year|light years|light-year|light - year|light - years|lightyear|lightyears",
)
_add(_M, "furlong", "in", 7920, "furlong|furlongs")
_add(_M, "fathom", "in", 72, "fathom|fathoms")
_add(_M, "acre", "acre", 1, "acre|acres")
_add(_M, "hectare", "m2", 10_000, "hectare|hectares|ha")
for _name, _factor, _words in (("kilometre", 1_000_000, "kilometre kilometer km kms"), ("metre", 1, "metre meter m"),
                               ("centimetre", "0.0001", "centimetre centimeter cm")):  # fmt: skip
    for _word in _words.split():
        _plural = "s" if len(_word) > 3 and not _word.endswith("s") else ""
        for _form in {_word, _word + _plural}:
            _add(
                _M,
                "square " + _name,
                "m2",
                _factor,
                f"square {_form}|sq {_form}|sq. {_form}|sq . {_form}|{_form} squared|square - {_form}",
            )
            _add(_M, "cubic " + _name, "m3", str(Decimal(_factor) ** 3 if _name == "metre" else Decimal(10) ** (9 if "kilo" in _name else -6)),
                 f"cubic {_form}|cu {_form}|cubic - {_form}")  # fmt: skip
for _symbol, _name, _square, _cube in (
    ("km", "kilometre", "1E6", "1E9"),
    ("m", "metre", "1", "1"),
    ("cm", "centimetre", "1E-4", "1E-6"),
):
    _add(_M, "square " + _name, "m2", _square, f"{_symbol}²|{_symbol} 2|{_symbol} ^ 2", "glued")
    _add(_M, "cubic " + _name, "m3", _cube, f"{_symbol}³|{_symbol} 3|{_symbol} ^ 3", "glued")
for _name, _factor, _forms in (
    ("mile", 27878400, "mile miles mi"),
    ("foot", 1, "foot feet ft"),
    ("yard", 9, "yard yards yd"),
    ("inch", 0, "inch inches in"),
):
    for _form in _forms.split():
        _base = "sq ft" if _factor else "sq in"
        _add(
            _M,
            "square " + _name,
            _base,
            _factor or 1,
            f"square {_form}|sq {_form}|sq . {_form}|square - {_form}",
        )
        _cubic = {"foot": "cu ft", "yard": "cu yd", "inch": "cu in", "mile": "cu mi"}[_name]
        _add(_M, "cubic " + _name, _cubic, 1, f"cubic {_form}|cu {_form}|cubic - {_form}")
_add(_M, "cubic centimetre", "m3", "1E-6", "cc")

_add(_M, "tonne", "g", "1E6", "tonne|tonnes|metric ton|metric tons|metric tonne|metric tonnes|metric - ton")
_add(_M, "kilotonne", "g", "1E9", "kilotonne|kilotonnes|kt")
_add(_M, "megatonne", "g", "1E12", "megatonne|megatonnes")
_add(_M, "ton", "ton", 1, "ton|tons|long ton|long tons|short ton|short tons")
_add(_M, "kiloton", "kiloton", 1, "kiloton|kilotons")
_add(_M, "megaton", "kiloton", 1000, "megaton|megatons")
_add(_M, "kilogram", "g", 1000, "kilo|kilos|kgs")
_add(_M, "kilometre", "m", 1000, "kms|klick|klicks")
_add(_M, "pound", "lb", 1, "lb|lbs")
_add(_M, "pound", "lb", 1, "pound|pounds", "pounds")
_add(_M, "ounce", "oz", 1, "ounce|ounces|oz|troy ounce|troy ounces")
_add(_M, "stone", "lb", 14, "stone|st", "stone")
_add(_M, "carat", "carat", 1, "carat|carats|karat|karats")
_add(_M, "gallon", "gallon", 1, "gallon|gallons|gal")
_add(_M, "pint", "pint", 1, "pint|pints")
_add(_M, "quart", "quart", 1, "quart|quarts")
_add(_M, "barrel", "barrel", 1, "barrel|barrels|bbl|bbls")
_add(_M, "bushel", "bushel", 1, "bushel|bushels")
_add(_M, "teaspoon", "teaspoon", 1, "teaspoon|teaspoons|tsp")
_add(_M, "tablespoon", "tablespoon", 1, "tablespoon|tablespoons|tbsp")
_add(_M, "knot", "knot", 1, "knot|knots|kts")
_add(_M, "horsepower", "horsepower", 1, "horsepower|hp|bhp")
_add(_M, "decibel", "decibel", 1, "decibel|decibels|db")
_add(_M, "calorie", "calorie", 1, "calorie|calories|kcal")
_add(_M, "kilometre per hour", "km/h", 1, "km / h|km / hr|kph|kmph|kmh|km h|kilometres per hour|kilometers per hour|kilometre per hour|"
     "kilometer per hour|kilometres an hour|kilometers an hour|km per hour|km an hour|kilometre - an - hour|kilometres - an - hour|"
     "kilometre - per - hour|kilometer - per - hour|kilometer - an - hour|kms per hour")  # fmt: skip
_add(
    _M,
    "mile per hour",
    "mph",
    1,
    "mph|miles per hour|miles an hour|mile per hour|mile an hour|mile - an - hour|miles - an - hour|mile - per - hour|miles / hour",
)
_add(
    _M,
    "metre per second",
    "km/h",
    "3.6",
    "m / s|metres per second|meters per second|metres a second|meters a second",
)
_add(_M, "foot per second", "ft/s", 1, "feet per second|feet a second|ft / s")
_add(
    _M,
    "kilometre per second",
    "km/h",
    3600,
    "km / s|kilometres per second|kilometers per second|kilometres a second",
)
_add(_M, "miles per gallon", "mpg", 1, "mpg|miles per gallon|miles to the gallon")
_add(_M, "parts per million", "ppm", 1, "ppm|parts per million")
_add(_M, "parts per billion", "ppm", "0.001", "ppb|parts per billion")
_add(_M, "gigabecquerel", "becquerel", "1E9", "gigabecquerels")
_add(_M, "becquerel", "becquerel", 1, "becquerel|becquerels|bq")
_add(
    _M,
    "degree",
    "degree",
    1,
    "degree angle|degrees angle|degrees latitude|degrees longitude|degrees north|degrees south|degrees east|degrees west",
)
_add(_M, "pixel", "pixel", 1, "pixel|pixels|px|megapixels|mp")
_add(_M, "basket", "basket", 1, "twenty-foot equivalent units|teu|teus")
_add(_M, "bar", "bar", 1, "millibars|mbar", "")
_add(_M, "magnitude", "magnitude", 1, "magnitude")
_add(_M, "psi", "psi", 1, "psi")
_add(_M, "karat", "karat", 1, "kt gold")

_add(
    Kind.PERCENT,
    "percent",
    "percent",
    1,
    "%|percent|per cent|pct|percentage|percents|pc|per - cent|p . c .|percentages",
)
_add(Kind.POINTS, "percentage point", "point", 1,
     "percentage points|percentage point|percentage - point|percentage - points|% points|% point|pp|ppt|ppts|pps|percent points|per cent points|"
     "pct points|percent point|percentage pts|pctage points|p . p .|per centage points")  # fmt: skip
_add(
    Kind.POINTS,
    "basis point",
    "point",
    "0.01",
    "basis points|basis point|bps|bp|basis - point|basis - points",
)
_add(Kind.COUNT, "point", "point", 1, "points|point|pts", "points")

_D = Kind.DURATION
_add(_D, "second", "second", 1, "second|seconds|sec|secs", "second")
_add(_D, "millisecond", "second", "0.001", "millisecond|milliseconds|ms")
_add(_D, "minute", "second", 60, "minute|minutes|min|mins")
_add(_D, "hour", "second", 3600, "hour|hours|hr|hrs")
_add(_D, "day", "second", 86400, "day|days")
_add(_D, "night", "night", 1, "night|nights")
_add(_D, "week", "second", 604800, "week|weeks|wk|wks")
_add(_D, "fortnight", "second", 1209600, "fortnight|fortnights")
_add(_D, "weekend", "weekend", 1, "weekends")
_add(_D, "month", "month", 1, "month|months|mth|mths")
_add(_D, "quarter", "month", 3, "quarters", "quarters")
_add(_D, "year", "month", 12, "year|years|yr|yrs")
_add(_D, "decade", "month", 120, "decade|decades")
_add(_D, "century", "month", 1200, "century|centuries")
_add(_D, "season", "season", 1, "seasons")

_T = Kind.TEMPERATURE
for _degree in ("", "° ", "deg ", "deg . ", "degree ", "degrees ", "degree - ", "degrees - "):
    _add(
        _T,
        "degree Celsius",
        "C",
        1,
        "|".join(_degree + w for w in ("celsius", "celcius", "centigrade", "centigrate")),
    )
    _add(
        _T,
        "degree Fahrenheit",
        "F",
        1,
        "|".join(_degree + w for w in ("fahrenheit", "farenheit", "fahreneit")),
    )
    if _degree:
        _add(_T, "degree Celsius", "C", 1, _degree + "c")
        _add(_T, "degree Fahrenheit", "F", 1, _degree + "f")
_add(_T, "degree Celsius", "C", 1, "c|℃", "glued-temperature")
_add(_T, "degree Fahrenheit", "F", 1, "f|℉", "glued-temperature")
_add(_T, "kelvin", "K", 1, "kelvin|kelvins|degrees kelvin")
_add(_T, "degree", "degree", 1, "°|degrees|degree|deg|deg .", "degrees")
_add(_M, "square metre", "m2", 1, "sqm")
_add(_M, "square foot", "sq ft", 1, "sqft")
_add(_M, "square kilometre", "m2", "1E6", "sqkm")
_add(Kind.COUNT, "times", "times", 1, "times", "times")
_add(Kind.COUNT, "times", "times", 1, "fold|- fold", "fold")

BY_FIRST = by_word(_SPELLED, 0)
BY_NAME = {unit.name: unit for _, unit in _SPELLED}
