"""English number words and the words of the calendar. Data only."""

from __future__ import annotations

from decimal import Decimal

SMALL: dict[str, int] = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {"nought": 0, "naught": 0, "nil": 0}
TENS: dict[str, int] = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
} | {"fourty": 40}
SCALES: dict[str, int] = {
    "hundred": 100,
    "thousand": 1000,
    "lakh": 100_000,
    "lakhs": 100_000,
    "lac": 100_000,
    "lacs": 100_000,
    "million": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
}
# after digits only, with or without a space
DIGIT_SCALES: dict[str, int] = SCALES | {
    "k": 1000,
    "mn": 10**6,
    "mln": 10**6,
    "mil": 10**6,
    "mm": 10**6,
    "mio": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "bil": 10**9,
    "t": 10**12,
    "tn": 10**12,
    "tln": 10**12,
    "trn": 10**12,
    "cr": 10**7,
    "g": 10**9,
    "m": 10**6,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
}
DOZENS: dict[str, int] = {"dozen": 12, "dozens": 12, "dzs": 12, "doz": 12, "dozs": 12}
# indefinite plurals and the least and greatest number a careful editor lets them stand for
INDEFINITE: dict[str, tuple[int, int]] = {
    "dozens": (24, 144),
    "scores": (40, 200),
    "tens": (20, 99),
    "hundreds": (200, 1999),
    "thousands": (2000, 99_999),
    "lakhs": (200_000, 9_999_999),
    "crores": (2 * 10**7, 10**9),
    "millions": (2 * 10**6, 99_999_999),
    "billions": (2 * 10**9, 10**11 - 1),
    "trillions": (2 * 10**12, 10**14 - 1),
}
VAGUE_MULTIPLIERS: dict[str, tuple[int, int]] = {
    "several": (3, 9),
    "few": (2, 9),
    "many": (2, 99),
    "couple": (2, 3),
    "multiple": (2, 99),
    "umpteen": (2, 99),
}
ORDINALS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
    "zeroth": 0,
    "nineth": 9,
}
DENOMINATORS: dict[str, int] = {
    "half": 2,
    "halves": 2,
    "quarter": 4,
    "quarters": 4,
    "third": 3,
    "thirds": 3,
    "fourth": 4,
    "fourths": 4,
} | {form: value for word, value in ORDINALS.items() if value > 4 for form in (word, word + "s")}
MULTIPLES: dict[str, Decimal] = {
    "twice": Decimal(2),
    "thrice": Decimal(3),
    **dict.fromkeys(("double", "doubled", "doubles", "doubling"), Decimal(2)),
    **dict.fromkeys(
        ("triple", "tripled", "triples", "tripling", "treble", "trebled", "trebling"), Decimal(3)
    ),
    **dict.fromkeys(("quadruple", "quadrupled", "quadrupling"), Decimal(4)),
    **dict.fromkeys(("quintuple", "quintupled"), Decimal(5)),
    **dict.fromkeys(("halve", "halved", "halves", "halving"), Decimal("0.5")),
}
FOLD: dict[str, int] = {word + "fold": value for word, value in (SMALL | TENS).items() if value > 1} | {
    "hundredfold": 100,
    "thousandfold": 1000,
}
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTHS: dict[str, int] = {
    key: number for number, name in enumerate(_MONTHS, 1) for key in (name, name[:3])
} | {"sept": 9}
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS: dict[str, int] = {}
for _number, _names in enumerate(
    ("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun"),
):
    for _name in (WEEKDAY_NAMES[_number], *_names.split()):
        WEEKDAYS[_name] = _number
SEASONS: dict[str, tuple[int, int]] = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}
TEENS_DECADES: dict[str, int] = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
    "teens": 13,
}
# every word that may not slip through a text unread
NUMBER_WORDS: frozenset[str] = frozenset(
    {*SMALL, *TENS, *SCALES, *DOZENS, *ORDINALS, *MULTIPLES, *FOLD, *TEENS_DECADES}
    | {"half", "halves", "thirds", "quarters", "quarter"}
    | {"dozens", "hundreds", "thousands", "millions", "billions", "trillions"}
    | {word + "s" for word, value in ORDINALS.items() if value > 3}
) - {"teens"}
