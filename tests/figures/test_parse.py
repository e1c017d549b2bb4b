"""Every kind of figure as news writes it: what is read, and what it is worth.

A row is a text and what ``told`` says of its figures. The texts are read as of Saturday, 21 November 2026.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from briefing.data import Figure, Kind, Modifier
from briefing.figures.reading.parse import parse

PUBLISHED = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def told(figure: Figure) -> str:
    """A figure in one readable line: its text, kind, value, unit, modifier, direction and days."""
    words = [figure.text, "=", figure.kind.value]
    if figure.kind in {Kind.SCORE, Kind.RATIO} or (figure.kind is Kind.FRACTION and figure.parts):
        words.append(":".join(f"{part:f}" for part in figure.parts))
    elif figure.low is not None and figure.high is not None:
        low, high = f"{figure.low.normalize():f}", f"{figure.high.normalize():f}"
        words.append(low if low == high else f"{low}..{high}")
    if figure.unit:
        words.append(figure.unit)
    if figure.modifier is not Modifier.EXACT:
        words.append(f"<{figure.modifier.value}>")
    if figure.direction:
        words.append(figure.direction.value)
    if figure.when:
        words.append(f"{figure.when}" if figure.when == figure.until else f"{figure.when}..{figure.until}")
    if figure.or_when:
        words.append(f"or {figure.or_when}")
    return " ".join(words)


def read(text: str) -> list[str]:
    """All figures of a text, told."""
    return [told(figure) for figure in parse(text, published=PUBLISHED)]


DIGITS = [
    ("It employs 1,200 people.", ["1,200 = count 1200"]),
    ("It employs 1200 people.", ["1200 = count 1200"]),
    ("It employs 12 500 people.", ["12 500 = count 12500"]),
    ("It employs 45\u202f000 people.", ["45\u202f000 = count 45000"]),
    ("It employs 6'300'000 people.", ["6'300'000 = count 6300000"]),
    ("It drew 7,40,000 visitors.", ["7,40,000 = count 740000"]),
    ("It drew 12,34,567 visitors.", ["12,34,567 = count 1234567"]),
    ("It cost 7.654,32 euros.", ["7.654,32 euros = money 7654.32 EUR"]),
    ("Prices rose 8,1 percent.", ["8,1 percent = percent 8.1 percent rose"]),
    ("The mean was 4.800 litres.", ["4.800 litres = measure 4.8 l"]),
    ("The mean was 0.25.", ["0.25 = count 0.25"]),
    ("The mean was .25 litres.", [".25 litres = measure 0.25 l"]),
    ("The index stood at 12,345.67.", ["12,345.67 = count 12345.67"]),
    ("Lines 22,24,26 are shut.", ["Lines 22 = name", "24 = name", "26 = name"]),
    ("It has 2 million users.", ["2 million = count 2000000"]),
    ("It has 2.5m users.", ["2.5m = count 2500000"]),
    ("It has 70k homes.", ["70k = count 70000"]),
    ("It has 3mn users.", ["3mn = count 3000000"]),
    ("It has 1.4bn people.", ["1.4bn = count 1400000000"]),
    ("The debt is 2.5tn yen.", ["2.5tn yen = money 2500000000000 JPY"]),
    ("It sold 13 lakh phones.", ["13 lakh = count 1300000"]),
    ("It sold 1.5 crore phones.", ["1.5 crore = count 15000000"]),
    ("It sold three lakh crore shares.", ["three lakh crore = count 3000000000000"]),
    ("They counted 3 hundred and 21 birds.", ["3 hundred and 21 = count 321"]),
    ("A mass of 1.3e6 kg.", ["1.3e6 kg = measure 1300000000 g"]),
    ("He ate 3½ pies.", ["3½ = count 3.5"]),
    ("He ate 3 1/2 pies.", ["3 1/2 = count 3.5"]),
    ("He ate 3/4 of the pie.", ["3/4 = fraction 3:4"]),
    ("On June 12 300 people marched.", ["June 12 = date day 2026-06-12", "300 = count 300"]),
]


@pytest.mark.parametrize(("text", "figures"), DIGITS)
def test_digits_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


NUMBER_WORDS = [
    ("Nine people died.", ["Nine = count 9"]),
    ("Twenty-six people died.", ["Twenty-six = count 26"]),
    ("Twenty six people died.", ["Twenty six = count 26"]),
    ("One hundred and sixteen people died.", ["One hundred and sixteen = count 116"]),
    ("A hundred people died.", ["A hundred = count 100"]),
    ("Two thousand and nineteen trees fell.", ["Two thousand and nineteen = count 2019"]),
    (
        "Two million three thousand nine hundred and eighty-four trees fell.",
        ["Two million three thousand nine hundred and eighty-four = count 2003984"],
    ),
    (
        "Twenty-one trillion three hundred dollars.",
        ["Twenty-one trillion three hundred dollars = money 21000000000300 USD"],
    ),
    ("Fifteen hundred hectares burned.", ["Fifteen hundred hectares = measure 15000000 m2"]),
    ("Two and a half million trees fell.", ["Two and a half million = count 2500000"]),
    ("Half a million trees fell.", ["Half a million = count 500000"]),
    ("Three-quarters of a million trees fell.", ["Three-quarters of a million = count 750000"]),
    ("A dozen trees fell.", ["A dozen = count 12"]),
    ("Two dozen trees fell.", ["Two dozen = count 24"]),
    ("Half a dozen trees fell.", ["Half a dozen = count 6"]),
    ("Five point five million trees fell.", ["Five point five million = count 5500000"]),
    ("Nought point nought three.", ["Nought point nought three = count 0.03"]),
    ("Forty-two thousand, three hundred trees fell.", ["Forty-two thousand, three hundred = count 42300"]),
    ("Three hundred and two were saved.", ["Three hundred and two = count 302"]),
    ("One hundred and three quarters.", ["One hundred and three quarters = count 100.75"]),
]


@pytest.mark.parametrize(("text", "figures"), NUMBER_WORDS)
def test_number_words_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


FRACTIONS_AND_SHARES = [
    ("Half of voters agreed.", ["Half = fraction 1:2"]),
    ("A third of the crop was lost.", ["A third = fraction 1:3"]),
    ("Two-thirds agreed.", ["Two-thirds = fraction 2:3"]),
    ("Three quarters agreed.", ["Three quarters = fraction 3:4"]),
    ("Three-fifths agreed.", ["Three-fifths = fraction 3:5"]),
    ("One in four pupils walks.", ["One in four = fraction 1:4"]),
    ("One-in-five chance.", ["One-in-five = fraction 1:5"]),
    ("Nine out of ten agreed.", ["Nine out of ten = fraction 9:10"]),
    ("6 of 8 members agreed.", ["6 of 8 = fraction 6:8"]),
    ("Six of the nine members agreed.", ["Six of the nine = fraction 6:9"]),
    ("3 in 10 agreed.", ["3 in 10 = fraction 3:10"]),
    ("Two in 24 hours.", ["Two = count 2", "24 hours = duration 86400 second"]),
    ("A tenth of a point.", ["A tenth of a point = count 0.1 point"]),
    ("Half the country is dry.", ["Half = fraction 1:2"]),
    ("A quarter of an hour passed.", ["A quarter of an hour = duration 900 second"]),
    ("It fell by a quarter.", ["a quarter = fraction 1:4 fell"]),
    ("More than half agreed.", ["half = fraction 1:2 <more than>"]),
    ("Two of the men fled.", ["Two = count 2"]),
    ("A third man was held.", ["third = ordinal 3"]),
    ("A seventh-grader won.", ["seventh = ordinal 7"]),
    ("A fifth strike followed.", ["fifth = ordinal 5"]),
    ("One fifth of homes.", ["One fifth = fraction 1:5"]),
    ("It is cut in half.", ["half = fraction 1:2"]),
]


@pytest.mark.parametrize(("text", "figures"), FRACTIONS_AND_SHARES)
def test_fractions_and_shares_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


MONEY = [
    ("The fine is $5m.", ["$5m = money 5000000 USD"]),
    ("The fine is 5 million dollars.", ["5 million dollars = money 5000000 USD"]),
    ("The fine is $5 million.", ["$5 million = money 5000000 USD"]),
    ("The fine is €5 million.", ["€5 million = money 5000000 EUR"]),
    ("The fine is 1.4 billion euros.", ["1.4 billion euros = money 1400000000 EUR"]),
    ("The fine is US$3.4 million.", ["US$3.4 million = money 3400000 USD"]),
    ("The fine is C$5.", ["C$5 = money 5 CAD"]),
    ("The fine is A$2bn.", ["A$2bn = money 2000000000 AUD"]),
    ("The fine is HK$10.5 billion.", ["HK$10.5 billion = money 10500000000 HKD"]),
    ("The fine is £2.30.", ["£2.30 = money 2.3 GBP"]),
    ("The fine is 230 pence.", ["230 pence = money 2.3 GBP"]),
    ("The fine is 230p.", ["230p = money 2.3 GBP"]),
    ("The fine is 50 cents.", ["50 cents = money 0.5 USD"]),
    ("The fine is Rs 500.", ["Rs 500 = money 500 INR"]),
    ("The fine is Rs 12 crore.", ["Rs 12 crore = money 120000000 INR"]),
    ("The fine is ₹500.", ["₹500 = money 500 INR"]),
    ("The fine is ¥400bn.", ["¥400bn = money 400000000000 JPY"]),
    ("The fine is 450,000 yen.", ["450,000 yen = money 450000 JPY"]),
    ("The fine is USD 5m.", ["USD 5m = money 5000000 USD"]),
    ("The fine is 5m USD.", ["5m USD = money 5000000 USD"]),
    ("The fine is 10,000 Swiss francs.", ["10,000 Swiss francs = money 10000 CHF"]),
    ("The fine is 125 million Australian dollars.", ["125 million Australian dollars = money 125000000 AUD"]),
    ("A 2-billion-dollar deal.", ["2-billion-dollar = money 2000000000 USD"]),
    ("A hundred-dollar bill.", ["A hundred-dollar = money 100 USD"]),
    ("A multi-million-pound scheme.", ["multi-million-pound = vague 2000000..999999999 GBP"]),
    ("It cost $1.2-$1.5bn.", ["$1.2-$1.5bn = money 1200000000..1500000000 USD"]),
    ("It cost $1.5 to $2 million.", ["$1.5 to $2 million = money 1500000..2000000 USD"]),
    (
        "It cost between $40 million and $50 million.",
        ["$40 million and $50 million = money 40000000..50000000 USD"],
    ),
    ("It pays $15 an hour.", ["$15 an hour = rate 15 USD/hour"]),
    ("It trades at $50 a barrel.", ["$50 a barrel = rate 50 USD/barrel"]),
    ("It pays €30-40 a month.", ["€30-40 a month = rate 30..40 EUR/month"]),
    ("Three dollars 50 cents.", ["Three dollars 50 cents = money 3.5 USD"]),
    ("Thirteen dollars and forty-five cents.", ["Thirteen dollars and forty-five cents = money 13.45 USD"]),
    ("A loss of $86m.", ["$86m = money 86000000 USD"]),
    ("It lost £361 million.", ["£361 million = money 361000000 GBP"]),
    ("It is worth 100 pounds sterling.", ["100 pounds sterling = money 100 GBP"]),
    ("The 12-cent tax.", ["12-cent = money 0.12 USD"]),
    ("It rose to $1.2650.", ["$1.2650 = money 1.265 USD"]),
    ("He owes -$40.", ["-$40 = money -40 USD"]),
]


@pytest.mark.parametrize(("text", "figures"), MONEY)
def test_money_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


PERCENT_AND_POINTS = [
    ("Rates rose 2 percent.", ["2 percent = percent 2 percent rose"]),
    ("Rates rose 2 per cent.", ["2 per cent = percent 2 percent rose"]),
    ("Rates rose 2%.", ["2% = percent 2 percent rose"]),
    ("Rates rose 2 pct.", ["2 pct = percent 2 percent rose"]),
    ("Rates rose two percentage points.", ["two percentage points = percentage points 2 point rose"]),
    ("Rates rose 2 pp.", ["2 pp = percentage points 2 point rose"]),
    ("Rates rose 50 basis points.", ["50 basis points = percentage points 0.5 point rose"]),
    ("Rates rose 25bps.", ["25bps = percentage points 0.25 point rose"]),
    ("Rates rose half a percentage point.", ["half a percentage point = percentage points 0.5 point rose"]),
    ("Rates rose a quarter of a point.", ["a quarter of a point = percentage points 0.25 point rose"]),
    ("Growth was -2.1 percent.", ["-2.1 percent = percent -2.1 percent"]),
    ("Growth was minus 2.1 percent.", ["minus 2.1 percent = percent -2.1 percent"]),
    ("Growth was −2.1%.", ["−2.1% = percent -2.1 percent"]),
    ("Between 5 and 7 percent.", ["5 and 7 percent = percent 5..7 percent"]),
    ("5-7%.", ["5-7% = percent 5..7 percent"]),
    ("20 to 30 per cent.", ["20 to 30 per cent = percent 20..30 percent"]),
    ("5 or 6 percent.", ["5 or 6 percent = percent 5..6 percent"]),
    ("The 5 and 7 percent bands.", ["5 = percent 5 percent", "7 percent = percent 7 percent"]),
    (
        "He has a 12-point lead in the polls, 48 percent to 36 percent.",
        [
            "12-point = percentage points 12 point",
            "48 percent = percent 48 percent",
            "36 percent = percent 36 percent",
        ],
    ),
    ("He scored 17 points in the game.", ["17 points = count 17 point"]),
]


@pytest.mark.parametrize(("text", "figures"), PERCENT_AND_POINTS)
def test_percent_and_points_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


MEASURES = [
    ("It has 3,400 MW.", ["3,400 MW = measure 3400000000 W"]),
    ("It has 3.4 GW.", ["3.4 GW = measure 3400000000 W"]),
    ("It weighs 4.5 tonnes.", ["4.5 tonnes = measure 4500000 g"]),
    ("It weighs 4,500 kg.", ["4,500 kg = measure 4500000 g"]),
    ("It weighs two tons.", ["two tons = measure 2 ton"]),
    ("It burned 900 acres.", ["900 acres = measure 900 acre"]),
    ("It burned 900 hectares.", ["900 hectares = measure 9000000 m2"]),
    ("It covers 190 km2.", ["190 km2 = measure 190000000 m2"]),
    ("It covers 190 km².", ["190 km² = measure 190000000 m2"]),
    ("It covers 190 sq km.", ["190 sq km = measure 190000000 m2"]),
    ("It covers 190 square kilometres.", ["190 square kilometres = measure 190000000 m2"]),
    ("It spread 90km.", ["90km = measure 90000 m"]),
    ("It ran 26 miles.", ["26 miles = measure 1647360 in"]),
    ("The 10-mile walk.", ["10-mile = measure 633600 in"]),
    ("The 100m sprint.", ["100m = measure 100 m"]),
    ("A 2m-long snake.", ["2m = measure 2 m"]),
    ("A crowd of 1.5m people.", ["1.5m = count 1500000"]),
    ("He is 6-foot-2.", ["6-foot-2 = measure 74 in"]),
    ("He is 6ft 2in.", ["6ft 2in = measure 74 in"]),
    ("He is 6'2\".", ["6'2\" = measure 74 in"]),
    ("He is 1.83m tall.", ["1.83m = measure 1.83 m"]),
    ("He weighs 12 stone.", ["12 stone = measure 168 lb"]),
    ("He weighs 200lbs.", ["200lbs = measure 200 lb"]),
    ("It moves at 60mph.", ["60mph = measure 60 mph"]),
    ("It moves at 90 km/h.", ["90 km/h = measure 90 km/h"]),
    ("It moves at 7.4 miles a second.", ["7.4 miles a second = rate 468864 in/second"]),
    ("It moves at 60 miles per hour.", ["60 miles per hour = measure 60 mph"]),
    ("It pumps 500 barrels a day.", ["500 barrels a day = rate 500 barrel/day"]),
    ("It holds 75ml.", ["75ml = measure 0.075 l"]),
    ("A 7.62mm round.", ["7.62mm = measure 0.00762 m"]),
    ("A 6.2-magnitude quake.", ["6.2-magnitude = measure 6.2 magnitude"]),
    ("A quake of magnitude 7.1.", ["7.1 = measure 7.1 magnitude"]),
    ("He ran in 9.58 seconds.", ["9.58 seconds = duration 9.58 second"]),
    ("She finished in 2:03:45.", ["2:03:45 = duration 7425 second"]),
    ("A two-storey house.", ["two = count 2"]),
    ("A 16-bit game.", ["16-bit = measure 16 bit"]),
    ("It used 20 GWh.", ["20 GWh = measure 20000000000 Wh"]),
    ("Ten and a half miles.", ["Ten and a half miles = measure 665280 in"]),
]


@pytest.mark.parametrize(("text", "figures"), MEASURES)
def test_measures_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


TEMPERATURE = [
    ("It was 20C.", ["20C = temperature 20 C"]),
    ("It was 104.5F.", ["104.5F = temperature 104.5 F"]),
    ("It was 68°F.", ["68°F = temperature 68 F"]),
    ("It was 5 degrees Celsius.", ["5 degrees Celsius = temperature 5 C"]),
    ("It was minus 5 degrees Celsius.", ["minus 5 degrees Celsius = temperature -5 C"]),
    ("It was -20C.", ["-20C = temperature -20 C"]),
    ("It was 40 degrees.", ["40 degrees = temperature 40 degree"]),
    ("He has two degrees from Lund.", ["two = count 2"]),
    ("It is 10 degrees below zero.", ["10 degrees below zero = temperature -10 degree"]),
]


@pytest.mark.parametrize(("text", "figures"), TEMPERATURE)
def test_temperature_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


DATES = [
    ("On June 3 it rained.", ["June 3 = date day 2026-06-03"]),
    ("On 3 June it rained.", ["3 June = date day 2026-06-03"]),
    ("On June 3, 2026, it rained.", ["June 3, 2026 = date day 2026-06-03"]),
    ("On 3 June 2026 it rained.", ["3 June 2026 = date day 2026-06-03"]),
    ("On the 3rd of June it rained.", ["3rd of June = date day 2026-06-03"]),
    ("On 2026-06-03 it rained.", ["2026-06-03 = date day 2026-06-03"]),
    ("On 03/06/2026 it rained.", ["03/06/2026 = date day 2026-06-03 or 2026-03-06"]),
    ("On 17/06/2026 it rained.", ["17/06/2026 = date day 2026-06-17"]),
    ("On 03.06.2026 it rained.", ["03.06.2026 = date day 2026-06-03"]),
    ("On Nov. 20 it rained.", ["Nov. 20 = date day 2026-11-20"]),
    ("On June 3-5 it rained.", ["June 3-5 = date day 2026-06-03..2026-06-05"]),
    ("On 3-5 June it rained.", ["3-5 June = date day 2026-06-03..2026-06-05"]),
    ("From June 3 to June 5 it rained.", ["June 3 = date day 2026-06-03", "June 5 = date day 2026-06-05"]),
    ("On Wednesday, June 3, it rained.", ["Wednesday, June 3 = date day 2026-06-03"]),
    ("On Tuesday, June 3, it rained.", ["Tuesday, June 3 = date day 2025-06-03"]),
    ("It rained in June 2024.", ["June 2024 = date month 2024-06-01..2024-06-30"]),
    ("It rained in spring 2024.", ["spring 2024 = date season 2024-03-01..2024-05-31"]),
    ("It rained in 2012-13.", ["2012-13 = date season 2012-01-01..2013-12-31"]),
    ("It rained from 1914-1918.", ["1914-1918 = date years 1914-01-01..1918-12-31"]),
    ("It rained in mid-2024.", ["2024 = date part of year 2024-05-01..2024-08-31"]),
    ("It rained in the 1990s.", ["1990s = date decade 1990-01-01..1999-12-31"]),
    ("It rained in the '90s.", ["'90s = date decade 1990-01-01..1999-12-31"]),
    ("It rained in the sixties.", ["sixties = date decade 1960-01-01..1969-12-31"]),
    ("It rained in the 19th century.", ["19th century = date 19 century 1800-01-01..1899-12-31"]),
    ("Profit in Q3 2025 rose.", ["Q3 2025 = date quarter 2025-07-01..2025-09-30"]),
    ("Profit in the third quarter rose.", ["third quarter = date quarter 2026-07-01..2026-09-30"]),
    (
        "Profit in the first half of 2025 rose.",
        ["first half of 2025 = date half-year 2025-01-01..2025-06-30"],
    ),
    ("It rained since 1987.", ["1987 = date year 1987-01-01..1987-12-31"]),
    ("It has 1,987 workers.", ["1,987 = count 1987"]),
    ("It has 2026 workers.", ["2026 = count 2026"]),
    ("The 2024 election was won.", ["2024 = date year 2024-01-01..2024-12-31"]),
    ("He may go.", []),
    ("May said so.", []),
    ("It rained in May.", ["May = date month 2026-05-01..2026-05-31"]),
    ("They march on.", []),
    ("It rained on April 4 and 5.", ["April 4 and 5 = date day 2026-04-04..2026-04-05"]),
    ("It rained last June.", ["last June = date month 2026-06-01..2026-06-30"]),
]


@pytest.mark.parametrize(("text", "figures"), DATES)
def test_dates_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


RELATIVE_DATES = [
    ("It passed on Friday.", ["Friday = date day 2026-11-20"]),
    ("It passed on Saturday.", ["Saturday = date day 2026-11-21"]),
    ("It will pass on Monday.", ["Monday = date day 2026-11-23"]),
    ("It passed yesterday.", ["yesterday = date day 2026-11-20"]),
    ("It passed last night.", ["last night = date day 2026-11-20"]),
    ("It passed this morning.", ["this morning = date day 2026-11-21"]),
    ("It will pass tomorrow.", ["tomorrow = date day 2026-11-22"]),
    ("It passed last week.", ["last week = date week 2026-11-09..2026-11-15"]),
    ("It will pass next month.", ["next month = date month 2026-12-01..2026-12-31"]),
    ("It passed last year.", ["last year = date year 2025-01-01..2025-12-31"]),
    ("It passed two days ago.", ["two days ago = date 2 day 2026-11-19"]),
    ("It passed three weeks ago.", ["three weeks ago = date 3 week 2026-10-26..2026-11-01"]),
    ("It passed a year ago.", ["a year ago = date 1 year 2025-01-01..2025-12-31"]),
    ("It passed last Friday.", ["last Friday = date day 2026-11-20"]),
    ("It passes next Tuesday.", ["next Tuesday = date day 2026-11-24"]),
    ("It passed at the weekend.", ["the weekend = date weekend 2026-11-21..2026-11-22"]),
    ("Talks resume on Thursday.", ["Thursday = date day 2026-11-26"]),
    (
        "It begins at 9 p.m. Eastern time on Thursday.",
        ["9 p.m. = time 1260 ET", "Thursday = date day 2026-11-26"],
    ),
    (
        "He said on Monday he will quit on Friday.",
        ["Monday = date day 2026-11-16", "Friday = date day 2026-11-27"],
    ),
    ("It passed the day before yesterday.", ["the day before yesterday = date day 2026-11-19"]),
    ("In two days it ends.", ["two days = duration 172800 second"]),
    ("The bill passed on November 20.", ["November 20 = date day 2026-11-20"]),
    ("It will open on January 5.", ["January 5 = date day 2027-01-05"]),
]


@pytest.mark.parametrize(("text", "figures"), RELATIVE_DATES)
def test_relative_dates_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


TIMES = [
    (
        "It struck at 1:00 am Sunday (local time).",
        ["1:00 am = time 60 local", "Sunday = date day 2026-11-15"],
    ),
    ("It began at 5 p.m. GMT.", ["5 p.m. GMT = time 1020 GMT"]),
    ("It began at 1530 GMT.", ["1530 GMT = time 930 GMT"]),
    ("It began at noon.", ["noon = time 720"]),
    ("It began at midnight.", ["midnight = time 0"]),
    ("It began at 17:30.", ["17:30 = time 1050"]),
    ("It began at 2.15am.", ["2.15am = time 135"]),
    ("It began at 2:15 a.m.", ["2:15 a.m. = time 135"]),
    ("It began at half past five.", ["half past five = time 330"]),
    ("It began at five o'clock.", ["five o'clock = time 300"]),
    ("Open 9 to 11pm.", ["9 to 11pm = time 1260..1380"]),
    ("Open between 9 and 11pm.", ["9 and 11pm = time 1260..1380"]),
    ("It began at 10 a.m. ET.", ["10 a.m. ET = time 600 ET"]),
]


@pytest.mark.parametrize(("text", "figures"), TIMES)
def test_times_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


DURATIONS = [
    ("A 90-day truce.", ["90-day = duration 7776000 second"]),
    ("A truce of 90 days.", ["90 days = duration 7776000 second"]),
    ("A four-month siege.", ["four-month = duration 4 month"]),
    ("Two-and-a-half years passed.", ["Two-and-a-half years = duration 30 month"]),
    ("Within 48 hours it fell.", ["48 hours = duration 172800 second"]),
    ("Half an hour passed.", ["Half an hour = duration 1800 second"]),
    ("An hour and a half passed.", ["An hour and a half = duration 5400 second"]),
    ("He was jailed for 12 years and six months.", ["12 years and six months = duration 150 month"]),
    ("The second misfire in 24 hours.", ["second = ordinal 2", "24 hours = duration 86400 second"]),
    ("A 30-second clip.", ["30-second = duration 30 second"]),
    ("It lasted over two hours.", ["two hours = duration 7200 second <more than>"]),
    ("It took 18-24 months.", ["18-24 months = duration 18..24 month"]),
    ("It took two or three years.", ["two or three years = duration 24..36 month"]),
    ("10,000 to 20,000 years.", ["10,000 to 20,000 years = duration 120000..240000 month"]),
    ("Five consecutive days.", ["Five consecutive days = duration 432000 second"]),
]


@pytest.mark.parametrize(("text", "figures"), DURATIONS)
def test_durations_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


AGES = [
    ("A 34-year-old man.", ["34-year-old = age 34 year"]),
    ("John Smith, 34, was held.", ["34 = age 34 year"]),
    ("John Smith (34) was held.", ["34 = age 34 year"]),
    ("Aged 34, he left.", ["34 = age 34 year"]),
    ("At the age of 34 he left.", ["34 = age 34 year"]),
    ("She turns 70 in May.", ["70 = age 70 year", "May = date month 2027-05-01..2027-05-31"]),
    ("A six-month-old baby.", ["six-month-old = age 6 month"]),
    ("A man in his forties.", ["forties = vague 40..49 year"]),
    ("A man in his 40s.", ["40s = vague 40..49 year"]),
    ("A man in his mid-80s.", ["80s = vague 80..89 year"]),
    ("A woman in her late 50s.", ["50s = vague 50..59 year"]),
    ("A twenty-something.", ["twenty-something = vague 20..29 year"]),
    ("Under-12s ride free.", ["12s = age 12 year <less than>"]),
    ("The over-65s ride free.", ["65s = age 65 year <more than>"]),
    ("The under-21 team.", ["21 = age 21 year <less than>"]),
    ("Children under 12 ride free.", ["12 = age 12 year <less than>"]),
    ("Patients over 55 ride free.", ["55 = age 55 year <more than>"]),
    ("Children aged 5 to 11.", ["5 to 11 = age 5..11 year"]),
    ("Children aged between 5 and 11.", ["5 and 11 = age 5..11 year"]),
    ("18-to-24-year-olds voted.", ["18-to-24-year-olds = age 18..24 year"]),
    ("Children aged 11, 13 and 17.", ["11 = age 11 year", "13 = age 13 year", "17 = age 17 year"]),
    ("He died at 67.", ["67 = age 67 year"]),
    ("Ann Lee is already 70.", ["70 = age 70 year"]),
    ("The claimant, 43, left.", ["43 = age 43 year"]),
    ("He served 34 years.", ["34 years = duration 408 month"]),
    ("A two-year-old law.", ["two-year-old = age 2 year"]),
]


@pytest.mark.parametrize(("text", "figures"), AGES)
def test_ages_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


RANGES = [
    ("10 to 12 people.", ["10 to 12 = count 10..12"]),
    ("10-12 people.", ["10-12 = count 10..12"]),
    ("Between 10 and 12 people.", ["10 and 12 = count 10..12"]),
    ("From 10 to 12 people.", ["10 to 12 = count 10..12"]),
    ("It rose from 10 to 12.", ["10 = count 10", "12 = count 12"]),
    ("It fell to 9 from 12.", ["9 = count 9", "12 = count 12"]),
    ("Two or three people.", ["Two or three = count 2..3"]),
    ("12,000 to 15,000 jobs.", ["12,000 to 15,000 = count 12000..15000"]),
    ("1.5 to 2 million jobs.", ["1.5 to 2 million = count 1500000..2000000"]),
    ("See pages 3-5.", ["pages 3-5 = name"]),
    ("Temperatures of 20-25C.", ["20-25C = temperature 20..25 C"]),
    (
        "Down 5.4 per cent to 6.2 million.",
        ["5.4 per cent = percent 5.4 percent fell", "6.2 million = count 6200000"],
    ),
]


@pytest.mark.parametrize(("text", "figures"), RANGES)
def test_ranges_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


SCORES_AND_VOTES = [
    ("They won 3-2.", ["3-2 = score 3:2"]),
    ("They won 2-0.", ["2-0 = score 2:0"]),
    ("A 1-1 draw.", ["1-1 = score 1:1"]),
    ("A 2-nil win.", ["2-nil = score 2:0"]),
    ("The Senate voted 51-49.", ["51-49 = score 51:49"]),
    ("It passed by 61 votes to 34.", ["61 votes to 34 = score 61:34"]),
    ("A 10-9 vote.", ["10-9 = score 10:9"]),
    ("It passed 10 to 9.", ["10 to 9 = score 10:9"]),
    ("He won 6-4, 7-5.", ["6-4 = score 6:4", "7-5 = score 7:5"]),
    ("A ratio of 2:1.", ["2:1 = ratio 2:1"]),
    ("A ratio of three to one.", ["three to one = ratio 3:1"]),
    ("Kastel went through 4-3 on aggregate.", ["4-3 = score 4:3"]),
]


@pytest.mark.parametrize(("text", "figures"), SCORES_AND_VOTES)
def test_scores_and_votes_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


RATES = [
    ("12 cases per 100,000 people.", ["12 cases per 100,000 people = rate 0.00012 /person"]),
    ("48 thefts per 1,000 households.", ["48 thefts per 1,000 households = rate 0.048 /household"]),
    ("12 per 100,000.", ["12 per 100,000 = rate 0.00012 /person"]),
    ("5,000 a year.", ["5,000 a year = rate 5000 /year"]),
    ("500 people a day.", ["500 = rate 500 /day"]),
    ("Five times a week.", ["Five times a week = rate 5 times/week"]),
    ("$2,000 monthly.", ["$2,000 monthly = rate 2000 USD/month"]),
    ("3 officers for every 1,000 residents.", ["3 officers for every 1,000 residents = rate 0.003 /person"]),
]


@pytest.mark.parametrize(("text", "figures"), RATES)
def test_rates_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


MODIFIERS = [
    ("About 12 died.", ["12 = count 12 <about>"]),
    ("Around 12 died.", ["12 = count 12 <about>"]),
    ("Some 600 died.", ["600 = count 600 <about>"]),
    ("Roughly 12 died.", ["12 = count 12 <about>"]),
    ("Approximately 12 died.", ["12 = count 12 <about>"]),
    ("~12 died.", ["12 = count 12 <about>"]),
    ("An estimated 500 died.", ["500 = count 500 <about>"]),
    ("12 or so died.", ["12 = count 12 <about>"]),
    ("Nearly 3,000 died.", ["3,000 = count 3000 <nearly>"]),
    ("Almost 3,000 died.", ["3,000 = count 3000 <nearly>"]),
    ("Just under 5%.", ["5% = percent 5 percent <nearly>"]),
    ("Close to 40.", ["40 = count 40 <nearly>"]),
    ("At least 12 died.", ["12 = count 12 <at least>"]),
    ("No fewer than 12 died.", ["12 = count 12 <at least>"]),
    ("Not less than 12 died.", ["12 = count 12 <at least>"]),
    ("A minimum of 12 died.", ["12 = count 12 <at least>"]),
    ("12 or more died.", ["12 = count 12 <at least>"]),
    ("12 people or more died.", ["12 = count 12 <at least>"]),
    ("10+ died.", ["10 = count 10 <at least>"]),
    ("At most 12 died.", ["12 = count 12 <at most>"]),
    ("Up to 90 died.", ["90 = count 90 <at most>"]),
    ("As many as 9 died.", ["9 = count 9 <at most>"]),
    ("No more than 9 died.", ["9 = count 9 <at most>"]),
    ("A maximum of 9 died.", ["9 = count 9 <at most>"]),
    ("More than 7,000 died.", ["7,000 = count 7000 <more than>"]),
    ("Over 150 died.", ["150 = count 150 <more than>"]),
    ("Above 40 percent.", ["40 percent = percent 40 percent <more than>"]),
    ("Exceeding 150.", ["150 = count 150 <more than>"]),
    ("Upwards of 20.", ["20 = count 20 <more than>"]),
    ("In excess of 20.", ["20 = count 20 <more than>"]),
    ("Less than 5.", ["5 = count 5 <less than>"]),
    ("Fewer than 5 died.", ["5 = count 5 <less than>"]),
    ("Under 5%.", ["5% = percent 5 percent <less than>"]),
    ("Below 5%.", ["5% = percent 5 percent <less than>"]),
    ("Just over 12 died.", ["12 = count 12 <more than>"]),
    ("At least another 12 died.", ["12 = count 12 <at least>"]),
    ("More than a third.", ["a third = fraction 1:3 <more than>"]),
    ("It is up to 12 from 9.", ["12 = count 12", "9 = count 9"]),
    ("They talked about two men.", ["two = count 2"]),
    ("Up 12.", ["12 = count 12 rose"]),
]


@pytest.mark.parametrize(("text", "figures"), MODIFIERS)
def test_modifiers_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


CHANGES = [
    ("Shares rose 7 percent.", ["7 percent = percent 7 percent rose"]),
    ("Shares fell 7 percent.", ["7 percent = percent 7 percent fell"]),
    (
        "Shares fell 7 percent to 230 pence.",
        ["7 percent = percent 7 percent fell", "230 pence = money 2.3 GBP"],
    ),
    ("Prices were up 3 percent.", ["3 percent = percent 3 percent rose"]),
    ("Sales fell by 12.", ["12 = count 12 fell"]),
    ("A 5% drop in sales.", ["5% = percent 5 percent fell"]),
    ("A drop of 5 percent.", ["5 percent = percent 5 percent fell"]),
    ("An increase of 5 percent.", ["5 percent = percent 5 percent rose"]),
    (
        "The bank cut its main rate by 25 basis points to 3.50%.",
        ["25 basis points = percentage points 0.25 point fell", "3.50% = percent 3.5 percent"],
    ),
    (
        "It raised its forecast to 3.2% from 2.9%.",
        ["3.2% = percent 3.2 percent", "2.9% = percent 2.9 percent"],
    ),
    ("Sales are 5% higher.", ["5% = percent 5 percent rose"]),
    ("Sales are 5% lower.", ["5% = percent 5 percent fell"]),
    (
        "Crude fell $1.25, or 1.5%, to $82.10.",
        ["$1.25 = money 1.25 USD fell", "1.5% = percent 1.5 percent fell", "$82.10 = money 82.1 USD"],
    ),
    ("Profits jumped by a third to £45m.", ["a third = fraction 1:3 rose", "£45m = money 45000000 GBP"]),
    (
        "Sales rose 5% in March and 3% in April.",
        [
            "5% = percent 5 percent rose",
            "March = date month 2026-03-01..2026-03-31",
            "3% = percent 3 percent rose",
            "April = date month 2026-04-01..2026-04-30",
        ],
    ),
    ("Prices doubled.", ["doubled = count 2 times rose"]),
    ("Prices have tripled.", ["tripled = count 3 times rose"]),
    ("Sales halved.", ["halved = count 0.5 times fell"]),
    ("A threefold rise.", ["threefold = count 3 times rose"]),
    ("Twice as many.", ["Twice = count 2 times"]),
    ("Double the number.", ["Double = count 2 times"]),
    ("Women make up 51 percent.", ["51 percent = percent 51 percent"]),
    ("The deficit was 5 percent.", ["5 percent = percent 5 percent"]),
    ("It lost 12 people.", ["12 = count 12"]),
]


@pytest.mark.parametrize(("text", "figures"), CHANGES)
def test_changes_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


VAGUE = [
    ("Dozens were hurt.", ["Dozens = vague 24..144"]),
    ("Hundreds were hurt.", ["Hundreds = vague 200..1999"]),
    ("Tens of thousands fled.", ["Tens of thousands = vague 20000..99999"]),
    ("Hundreds of thousands fled.", ["Hundreds of thousands = vague 200000..999999"]),
    ("Scores of people fled.", ["Scores = vague 40..200"]),
    ("Several people fled.", ["Several = vague 3..9"]),
    ("A few people fled.", ["A few = vague 2..9"]),
    ("A handful of people fled.", ["A handful = vague 3..9"]),
    ("Many thousands fled.", ["thousands = vague 2000..99999"]),
    ("Several hundred fled.", ["Several hundred = vague 300..999"]),
    ("A few thousand fled.", ["A few thousand = vague 2000..9999"]),
    ("A couple of days.", ["A couple of days = vague 172800..259200 second"]),
    ("A seven-figure sum.", ["seven-figure = vague 1000000..9999999"]),
    ("Double-digit growth.", ["Double-digit = vague 10..99"]),
    ("Millions of bees.", ["Millions = vague 2000000..99999999"]),
]


@pytest.mark.parametrize(("text", "figures"), VAGUE)
def test_vague_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


ORDINALS = [
    (
        "The second strike this month.",
        ["second = ordinal 2", "this month = date month 2026-11-01..2026-11-30"],
    ),
    ("The 9th strike this month.", ["9th = ordinal 9", "this month = date month 2026-11-01..2026-11-30"]),
    ("His twenty-first win.", ["twenty-first = ordinal 21"]),
    ("The 101st day.", ["101st = ordinal 101"]),
    ("The world No. 3.", ["No. 3 = ordinal 3"]),
    ("Ranked number one.", ["number one = ordinal 1"]),
    ("Day three of the siege.", ["Day three = ordinal 3 day"]),
    ("The second half.", ["second half = ordinal 2 half"]),
    ("For the first time.", ["first = ordinal 1"]),
    ("For a second time.", ["second = ordinal 2"]),
    ("The first, said Ann, was odd.", ["first = ordinal 1"]),
    ("It was first seen in Brum.", ["first = idiom"]),
]


@pytest.mark.parametrize(("text", "figures"), ORDINALS)
def test_ordinals_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


NAMES = [
    ("A Boeing 737 landed.", ["Boeing 737 = name"]),
    ("A B-52 landed.", ["B-52 = name"]),
    ("Flight MH370 vanished.", ["MH370 = name"]),
    ("COVID-19 spread.", ["COVID-19 = name"]),
    ("The G20 met.", ["G20 = name"]),
    ("Under Article 5 of the treaty.", ["Article 5 = name"]),
    ("On Highway 61 it rained.", ["Highway 61 = name"]),
    ("On Channel 4 it ran.", ["Channel 4 = name"]),
    ("In Formula 1 he won.", ["Formula 1 = name"]),
    ("The 9/11 attacks.", ["9/11 = name"]),
    ("The iPhone 15 sold.", ["iPhone 15 = name"]),
    ("The M25 was shut.", ["M25 = name"]),
    ("The H5N1 virus.", ["H5N1 = name"]),
    ("A 5G mast.", ["5G = name"]),
    ("World War II ended.", []),
    ("The Second World War ended.", ["Second World War = name"]),
    ("No 10 said it would.", ["No 10 = name"]),
    ("At 10 Downing Street.", ["10 Downing Street = name"]),
    ("50 Cent sang.", ["50 Cent = name"]),
    ("7-Eleven opened.", ["7-Eleven = name"]),
    ("The S&P 500 fell.", ["S&P 500 = name"]),
    ("The FTSE 100 fell.", ["FTSE 100 = name"]),
    ("Call 0800 123 4567 now.", ["0800 123 4567 = name"]),
    ("See https://example.org/2024/05 now.", ["https://example.org/2024/05 = name"]),
    ("Version 3.2.1 is out.", ["3.2.1 = name"]),
    ("Type 2 diabetes.", ["Type 2 = name"]),
    ("Category 5 storm.", ["Category 5 = name"]),
    ("Units 1 and 3 run.", ["Units 1 = name", "3 = name"]),
    ("A Su-35 crashed.", ["Su-35 = name"]),
    ("The U-20 team.", ["20 = age 20 year <less than>"]),
    ("COP28 ended.", ["COP28 = name"]),
    ("Section 230 stands.", ["Section 230 = name"]),
    ("The Fifth Avenue shop.", ["Fifth Avenue = name"]),
    ("The 82nd Airborne.", ["82nd Airborne = name"]),
    ("The 4x100m relay.", ["4x100m = name"]),
]


@pytest.mark.parametrize(("text", "figures"), NAMES)
def test_names_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


IDIOMS = [
    ("No one knew.", ["No one = idiom"]),
    ("He had second thoughts.", ["second thoughts = idiom"]),
    ("On the one hand.", ["On the one hand = idiom"]),
    ("One of the men fled.", ["One of = idiom"]),
    ("An eleventh-hour deal.", ["eleventh-hour = idiom"]),
    ("Third parties may sue.", ["Third parties = idiom"]),
    ("At sixes and sevens.", ["At sixes and sevens = idiom"]),
    ("A zero-sum game.", ["zero-sum = idiom"]),
    ("Back to square one.", ["Back to square one = idiom"]),
    ("One day he will go.", ["One day = idiom"]),
    ("One day later he went.", ["One day = duration 86400 second"]),
    ("One person died.", ["One = count 1"]),
    ("One was held.", ["One = count 1"]),
    ("This one is good.", ["one = idiom"]),
    ("A big one.", ["one = idiom"]),
    ("The first lady spoke.", ["first lady = idiom"]),
    ("24/7 care.", ["24/7 = idiom"]),
    ("A half-hearted try.", ["half-hearted = idiom"]),
    ("The quarter-final is on.", ["quarter-final = idiom"]),
    ("First, he ran.", ["First = idiom"]),
    ("Double standards.", ["Double standards = idiom"]),
    ("One another.", ["One another = idiom"]),
    ("In the first place.", ["In the first place = idiom"]),
    ("The ones who fled.", ["The ones = idiom"]),
    ("On cloud nine.", ["On cloud nine = idiom"]),
]


@pytest.mark.parametrize(("text", "figures"), IDIOMS)
def test_idioms_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


LISTS = [
    ("Nine civilians including two children.", ["Nine = count 9", "two = count 2"]),
    ("Killing 41 and injuring 180.", ["41 = count 41", "180 = count 180"]),
    ("Five in Aven and seven in Brum.", ["Five = count 5", "seven = count 7"]),
    ("Two dead, 12 hurt.", ["Two = count 2", "12 = count 12"]),
    (
        "8, 20, 14, 17 and 39.",
        ["8 = count 8", "20 = count 20", "14 = count 14", "17 = count 17", "39 = count 39"],
    ),
]


@pytest.mark.parametrize(("text", "figures"), LISTS)
def test_lists_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


TRAPS = [
    ("The rate edged up to 4.2% from 4.1%.", ["4.2% = percent 4.2 percent", "4.1% = percent 4.1 percent"]),
    ("Deaths rose by 1,020 to 45,119.", ["1,020 = count 1020 rose", "45,119 = count 45119"]),
    ("The index fell below 26 points.", ["26 points = count 26 point <less than>"]),
    ("The house passed a $700 billion plan.", ["$700 billion = money 700000000000 USD"]),
    ("A truce of over a 90-day span.", ["90-day = duration 7776000 second"]),
    ("They cut 10% of their jobs.", ["10% = percent 10 percent"]),
    ("Two people at most knew.", ["Two = count 2 <at most>"]),
    ("Women make up 51% of staff.", ["51% = percent 51 percent"]),
    ("They brought up 6 of the 19 miners.", ["6 of the 19 = fraction 6:19"]),
    ("The worst one-day drop.", ["one-day = duration 86400 second"]),
    ("The old one takes 11,000 cars.", ["one = idiom", "11,000 = count 11000"]),
    ("It is similar to one published in May.", ["one = idiom", "May = date month 2026-05-01..2026-05-31"]),
    ("The Mega Millions prize.", ["Mega Millions = name"]),
    (
        "Of 38 boats at the start on Friday, 12 sank.",
        ["38 = count 38", "Friday = date day 2026-11-20", "12 = count 12"],
    ),
    ("The baby, born on Thursday, is well.", ["Thursday = date day 2026-11-19"]),
    ("He was in two minds about a third warning.", ["in two minds = idiom", "third = ordinal 3"]),
    (
        "It fell a third last year.",
        ["a third = fraction 1:3 fell", "last year = date year 2025-01-01..2025-12-31"],
    ),
    ("Its worst day since Oct. 7.", ["Oct. 7 = date day 2026-10-07"]),
    ("The beds at Dorne 310 and at Belford 95.", ["310 = count 310", "95 = count 95"]),
    ("The Union got 31 per cent and the Left 29.", ["31 per cent = percent 31 percent", "29 = count 29"]),
    (
        "A loaf costs 3,40 francs in each of 1.240 shops.",
        ["3,40 francs = money 3.4 franc", "1.240 = count 1240"],
    ),
    ("The bike was worth 2.300 euros.", ["2.300 euros = money 2300 EUR"]),
    ("Petrol costs 1.459 euros a litre.", ["1.459 euros a litre = rate 1.459 EUR/litre"]),
    ("It takes a million and a half litres.", ["a million and a half litres = measure 1500000 l"]),
    ("The man, two-hundred-and-fifty pounds heavy, ran.", ["two-hundred-and-fifty pounds = measure 250 lb"]),
    ("Both 23, they died.", ["23 = age 23 year"]),
    ("A boy of 7 died.", ["7 = age 7 year"]),
    ("A man in the mid-30s heat.", ["30s = vague 30..39"]),
    ("The Senate's No. 2 leader leaves on Monday.", ["No. 2 = ordinal 2", "Monday = date day 2026-11-23"]),
    ("In 1Q 2025 it lost money.", ["1Q 2025 = date quarter 2025-01-01..2025-03-31"]),
    ("The bridge takes 18,000 cars a day.", ["18,000 = rate 18000 /day"]),
    ("It pumps 5,000 barrels of oil a day.", ["5,000 barrels of oil a day = rate 5000 barrel/day"]),
    (
        "They use 128 litres of water per head a day.",
        ["128 litres of water per head a day = rate 128 l/day/person"],
    ),
    (
        "One officer for every six prisoners.",
        ["One officer for every six prisoners = rate 0.1666666666666666666666666667 /prisoner"],
    ),
    ("The 3M plant.", ["3M = name"]),
    ("The 737 MAX.", ["737 MAX = name"]),
    ("Unemployment among under-25s.", ["25s = age 25 year <less than>"]),
    ("The fly-half kicked.", ["fly-half = idiom"]),
    ("A magnitude 6.8 quake.", ["6.8 = measure 6.8 magnitude"]),
    ("The 1850-1900 average.", ["1850-1900 = date years 1850-01-01..1900-12-31"]),
    ("His blood pressure was 120/80.", ["120/80 = score 120:80"]),
    ("It needs 5/12 of the vote.", ["5/12 = fraction 5:12"]),
    ("A few days later it fell.", ["A few days = vague 172800..777600 second"]),
    ("Several weeks passed.", ["Several weeks = vague 1814400..5443200 second"]),
]


@pytest.mark.parametrize(("text", "figures"), TRAPS)
def test_traps_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


ELLIPSES_AND_COMPOUNDS = [
    ("The climb takes an hour and 15 minutes.", ["an hour and 15 minutes = duration 4500 second"]),
    ("She held her breath for a minute and 34 seconds.", ["a minute and 34 seconds = duration 94 second"]),
    ("He ran it in 28:14.6.", ["28:14.6 = duration 1694.6 second"]),
    (
        "The tram needs 12 minutes instead of 20.",
        ["12 minutes = duration 720 second", "20 = duration 1200 second"],
    ),
    ("The ferry leaves at 9.15.", ["9.15 = time 555"]),
    ("The index closed at 9.15.", ["9.15 = count 9.15"]),
    ("It began seven minutes past midnight.", ["seven minutes past midnight = time 7"]),
    (
        "They met at ten to four this afternoon.",
        ["ten to four = time 950", "this afternoon = date day 2026-11-21"],
    ),
    ("It was built in the late 1950s.", ["1950s = date part of decade 1955-01-01..1959-12-31"]),
    ("It was built in the early 1950s.", ["1950s = date part of decade 1950-01-01..1954-12-31"]),
    ("Every fourth shop is empty.", ["Every fourth = fraction 1:4"]),
    ("Every third week a boat comes.", ["third = ordinal 3"]),
    ("One child in ten is ill.", ["One child in ten = fraction 1:10"]),
    ("Nobody older than 65 may row.", ["65 = age 65 year <more than>"]),
    ("A tenth of them are 65 or older.", ["A tenth = fraction 1:10", "65 = age 65 year <at least>"]),
    ("She is 17 years older than he is.", ["17 years = duration 204 month"]),
    ("She sold her boat at 14 and left.", ["14 = age 14 year"]),
    ("The toll stood at 14 on Friday.", ["14 = count 14", "Friday = date day 2026-11-20"]),
    (
        "They raised the fee by half a penny to 4.5p.",
        ["half a penny = money 0.005 GBP rose", "4.5p = money 0.045 GBP"],
    ),
    ("It sold 9.5 gigawatt hours.", ["9.5 gigawatt hours = measure 9500000000 Wh"]),
    ("It is 0.8 of a degree warmer.", ["0.8 of a degree = temperature 0.8 degree"]),
    ("Moorings cost $3 per foot.", ["$3 per foot = rate 3 USD/foot"]),
    ("There are two vets to every town.", ["two vets to every town = rate 2 /town"]),
    ("In the first phase 1.2 lakh pumps come.", ["first = ordinal 1", "1.2 lakh = count 120000"]),
    (
        "It is a third less than last year's yield.",
        ["a third = fraction 1:3 fell", "last year = date year 2025-01-01..2025-12-31"],
    ),
    (
        "It passed by 19 votes to 16 on November 10.",
        ["19 votes to 16 = score 19:16", "November 10 = date day 2026-11-10"],
    ),
    ("It shuts on Friday, 28 November.", ["Friday, 28 November = date day 2025-11-28"]),
    ("It shuts on Friday, 28 November 2026.", ["Friday, 28 November 2026 = date day"]),
]


@pytest.mark.parametrize(("text", "figures"), ELLIPSES_AND_COMPOUNDS)
def test_ellipses_and_compounds_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures


GAPS = [
    ("It has 96 cows, 40 fewer than in spring.", "fell"),
    ("They have 81 points, two ahead of Aven.", "rose"),
    ("Snow lies 55 cm deep, 15 cm deeper than in May.", "rose"),
    ("It broke the record by 0.8 degrees.", "rose"),
    ("It left 20 minutes after the storm.", "rose"),
    ("It killed 12 people in May.", ""),
    ("Three more people came.", ""),
]


@pytest.mark.parametrize(("text", "way"), GAPS)
def test_a_distance_says_which_way_it_goes(text: str, way: str) -> None:
    figures = parse(text, published=PUBLISHED)
    assert "".join(str(figure.gap) for figure in figures) == way


SPOKEN_TIMES = [
    ("The vote is at ten to three.", ["ten to three = time 170"]),
    ("It began at twenty past five.", ["twenty past five = time 320"]),
    ("It began at 7:56:30 pm.", ["7:56:30 pm = time 1196"]),
    ("It began at 1140 a.m.", ["1140 a.m. = time 700"]),
    ("It began at one in the morning.", ["one = time 60"]),
    ("She said that one in three homes lost power.", ["one in three = fraction 1:3"]),
    ("We want that one in red.", ["one = idiom"]),
    ("We met on Tuesday of last week.", ["Tuesday of last week = date day 2026-11-10"]),
    ("The feast is on Sunday week.", ["Sunday week = date day 2026-11-29"]),
    ("It ended on Tuesday last week.", ["Tuesday last week = date day 2026-11-10"]),
]


@pytest.mark.parametrize(("text", "figures"), SPOKEN_TIMES)
def test_spoken_times_are_read(text: str, figures: list[str]) -> None:
    assert read(text) == figures
