"""What holds of every text whatever it says: offsets, order, accounting, linear time."""

from __future__ import annotations

import time
import unicodedata
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.data import Figure, Kind
from briefing.figures.reading.parse import parse
from briefing.figures.vocabulary.normalise import plain
from briefing.figures.vocabulary.numberwords import NUMBER_WORDS
from briefing.figures.vocabulary.tokens import Tokens

PUBLISHED = datetime(2026, 11, 21, 9, 0, tzinfo=timezone(timedelta(hours=2)))

WORDS = [
    *sorted(NUMBER_WORDS),
    *["a", "an", "the", "of", "in", "on", "at", "by", "to", "from", "or", "and", "per", "for", "no", "next", "last", "this", "more", "than", "least", "up", "about", "some", "nearly", "over", "under", "between", "half"],
    *["people", "dead", "percent", "%", "points", "point", "hours", "days", "years", "old", "year-old", "aged", "million", "bn", "m", "km", "kg", "C", "F", "dollars", "pence", "pounds", "$", "£", "€", "US$", "Rs"],
    *["June", "May", "March", "Tuesday", "Sun", "yesterday", "ago", "am", "p.m.", "GMT", "noon", "Q", "H", "FY", "Article", "Boeing", "Channel", "No", "Route", "B", "G", "COVID", "U", "under", "over", "mid"],
    *["0", "1", "2", "3", "10", "12", "24", "34", "45", "100", "1,200", "7.654,32", "8,1", "45\xa0000", "45\u202f000", "6'300'000", "7,40,000", "2012", "2026", "1990", ".5", "1.2.3", "03/06/2026", "½", "²", "①", "٣", "３", "𝟗"],
    *["-", "–", "—", "−", "+", "~", "/", ":", ".", ",", ";", "(", ")", "'", '"', "&", "#", "°", "×", "<b>", "</b>", "&nbsp;", "&#8239;", "&pound;", "\u200b", "\u200f", "\xad", "\u2066", "<td>", "\n"],
    "\n", "\u0301", "é", "İ", "ß", "二", "मई", "١٢", "st", "nd", "th", "s", "x", "e", "^",
]  # fmt: skip
hard_text = st.lists(st.sampled_from(WORDS), max_size=30).flatmap(
    lambda words: st.lists(
        st.sampled_from(["", " ", "\u00a0", "-"]), min_size=len(words), max_size=len(words)
    ).map(lambda gaps: "".join(word + gap for word, gap in zip(words, gaps, strict=True)))
)


def uncovered(text: str, figures: tuple[Figure, ...]) -> list[str]:
    """Digits and number words of ``text`` outside every figure."""
    inside = bytearray(len(text))
    for figure in figures:
        inside[figure.start : figure.end] = b"\1" * (figure.end - figure.start)
    missed = [c for c, seen in zip(text, inside, strict=True) if not seen and unicodedata.category(c) == "Nd"]
    copy = plain(text)
    tokens = Tokens(copy.text)
    for word, start, end in zip(tokens.low[: len(tokens)], tokens.start, tokens.end, strict=False):
        if word in NUMBER_WORDS:
            a, b = copy.span(start, end)
            if not any(inside[a:b]):
                missed.append(word)
    return missed


@given(hard_text | st.text(max_size=60))
@settings(max_examples=250)
def test_every_digit_and_number_word_lies_in_some_figure(text: str) -> None:
    assert uncovered(text, parse(text, published=PUBLISHED)) == []


@given(hard_text | st.text(max_size=60))
@settings(max_examples=250)
def test_spans_are_exact_ordered_and_apart(text: str) -> None:
    figures = parse(text)
    at = 0
    for figure in figures:
        assert at <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        at = figure.end


@given(hard_text)
@settings(max_examples=150)
def test_values_are_finite_and_ranges_ascend(text: str) -> None:
    for figure in parse(text, published=PUBLISHED):
        for value in (figure.low, figure.high, figure.grain, *figure.parts):
            assert value is None or value.is_finite()
        if figure.low is not None and figure.high is not None and figure.kind is not Kind.SCORE:
            assert figure.low <= figure.high
        if figure.when and figure.until:
            assert figure.when <= figure.until
        if figure.kind in {Kind.NAME, Kind.IDIOM, Kind.UNREAD}:
            assert figure.low is None


@given(st.integers(min_value=0, max_value=10**12))
def test_an_integer_reads_the_same_in_every_style(number: int) -> None:
    plain_digits = str(number)
    comma = f"{number:,}"
    for written in (
        plain_digits,
        comma,
        comma.replace(",", "\u202f"),
        comma.replace(",", "\u00a0"),
        comma.replace(",", "'"),
    ):
        (figure,) = parse(f"They counted {written} votes.")
        assert figure.text.removesuffix(" votes") == written
        assert figure.low == number


@given(
    st.text(alphabet="\u200b\u200f\u202a\u2066\ufeff\u00ad", max_size=4),
    st.integers(min_value=10, max_value=999_999),
)
def test_invisible_marks_inside_a_number_change_nothing(marks: str, number: int) -> None:
    digits = f"{number:,}"
    text = f"He saw {digits[0]}{marks}{digits[1:]} birds."
    (figure,) = parse(text)
    assert figure.low == number
    assert figure.text == digits[0] + marks + digits[1:]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("<td>1,2<b>00</b></td> jobs", 1200),
        ("45&#8239;000 jobs", 45000),
        ("45&nbsp;000 jobs", 45000),
        ("&pound;5m", 5_000_000),
        ("٤٥ jobs", 45),
        ("４５ jobs", 45),
        ("𝟒𝟓 jobs", 45),
        ("<b>12</b> jobs", 12),
    ],
)
def test_markup_and_foreign_digits_read_as_they_look(text: str, value: int) -> None:
    figures = [f for f in parse(text) if f.kind is not Kind.IDIOM]
    assert [f.low for f in figures] == [Decimal(value)]


def test_neighbouring_cells_do_not_run_together() -> None:
    assert [f.low for f in parse("<td>12</td><td>5</td>")] == [12, 5]


def test_text_that_only_looks_like_a_tag_is_read() -> None:
    assert [f.low for f in parse("a <12 people died> b")] == [12]


@pytest.mark.parametrize("text", ["", " ", "\n", "No figure stands here.", "<br>", "\u200b"])
def test_a_text_without_figures_has_none(text: str) -> None:
    assert parse(text) == ()


def test_more_digits_than_any_figure_has_are_not_understood() -> None:
    (figure,) = parse("9" * 60)
    assert figure.kind is Kind.UNREAD


def _seconds(text: str) -> float:
    begin = time.process_time()
    parse(text, published=PUBLISHED)
    return time.process_time() - begin


HOSTILE = {
    "digits": "7",
    "grouped digits": "123,",
    "spaced digits": "123 ",
    "dotted digits": "1.",
    "mixed separators": "1,2.3'4 ",
    "one hundred and": "one hundred and ",
    "thousands": "thousand ",
    "million million": "three million ",
    "hyphens": "-",
    "numbers with hyphens": "1-",
    "ranges": "5 to ",
    "minus signs": "- 5 ",
    "tags": "<b ",
    "entities": "&#1",
    "attributes": "<td a=1 ",
    "dates": "June 3, ",
    "times": "1:00 ",
    "colons": "1:",
    "letters and digits": "a1",
    "modifiers": "more than about ",
    "of the": "hundreds of ",
    "brackets": "(1",
    "zero width": "1\u200b",
    "apostrophes": "1'",
    "fractions": "1/",
    "signs": "$",
    "at signs": "a@",
    "last": "last ",
    "ones": "one of ",
    "hours and": "2 hours and ",
    "teens": "twenty-",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_length_of_hostile_text(unit: str) -> None:
    size = 4_000
    small, large = unit * (size // len(unit)), unit * (8 * size // len(unit))
    _seconds(small)
    base = min(_seconds(small) for _ in range(2))
    # Eight times the text; a quadratic walk would need 64 times as long. The better of two: a busy machine is no walk.
    assert min(_seconds(large) for _ in range(2)) < 0.05 + 24 * base


@pytest.mark.slow
def test_ten_megabytes_of_digits_are_read_at_once() -> None:
    assert _seconds("7" * 10_000_000) < 5


def test_an_unknown_publication_time_leaves_relative_dates_open() -> None:
    figures = parse("He left yesterday and returns next month, on Tuesday at the latest.")
    assert [(f.kind, f.when) for f in figures] == [(Kind.DATE, None)] * 3


def test_relative_dates_keep_the_offset_of_the_publication() -> None:
    late = datetime(2026, 11, 21, 1, 0, tzinfo=timezone(timedelta(hours=9)))
    (figure,) = parse("He left yesterday.", published=late)
    assert str(figure.when) == "2026-11-20"
    (figure,) = parse("He left yesterday.", published=late.astimezone(UTC))
    assert str(figure.when) == "2026-11-19"
