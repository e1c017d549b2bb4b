"""How well and how fast the figure parser reads: third-party number sets and the speed on news text.

An expected span counts as read when one of our figures covers it, of a kind that fits, with the same value in
the unit as written. What is read otherwise by choice is counted apart and never silently left out.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from briefing.data import Figure, Kind, Modifier
from briefing.figures.reading.money import CODES
from briefing.figures.reading.parse import parse
from briefing.figures.reading.units import written_value
from measure.report import Row, Section

_MODELS = ("Number", "Percent", "Currency", "Age", "Ordinal", "Dimension", "NumberRange", "Temperature")
_PUBLISHED = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
_RANGE_MODIFIERS = {
    Modifier.AT_LEAST: "[{0},)",
    Modifier.MORE_THAN: "({0},)",
    Modifier.AT_MOST: "(,{0}]",
    Modifier.LESS_THAN: "(,{0})",
}
_CURRENCY = {
    "dollar": "USD", "united states dollar": "USD", "pound": "GBP", "pence": "GBP", "penny": "GBP", "cent": "USD", "euro": "EUR",
    "franc": "franc", "peseta": "ESP", "finnish markka": "FIM", "netherlands guilder": "NLG", "rupee": "INR", "sen": "JPY",
}  # fmt: skip
_SAME_UNIT = {
    "metric ton": "tonne", "microgramme": "microgram", "kilometer per hour": "kilometre per hour", "square kilometer": "square kilometre",
    "square meter": "square metre", "ton": "ton",
}  # fmt: skip


def _items(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            item: dict[str, Any] = json.loads(line)
            if not item.get("not_supported"):
                yield item


def _close(ours: Decimal | None, theirs: str) -> bool:
    if ours is None:
        return False
    try:
        expected = Decimal(theirs)
    except InvalidOperation:
        return False
    return abs(ours - expected) <= abs(expected) * Decimal("1e-9")


def by_choice(model: str, item: dict[str, Any], result: dict[str, Any]) -> str:
    """Return the category of an expectation that news copy reads otherwise; empty where we should agree."""
    value = (result.get("Resolution") or {}).get("value")
    text, whole = result["Text"].lower(), item["input"].lower()
    if value in {None, "null"}:
        return "a unit without a number"
    if model == "Percent" and re.match(r"per ?cents? of", text):
        return "a unit before its number"
    if model == "Number":
        if re.search(r"\d\.\d+\.\d+\.\d", whole):
            return "an address or version is a name"
        if re.search(r"[a-z]-\d", whole):
            return "digits of a name"
        if re.fullmatch(r"[\d.,]+ ?[gm]", text) and len(whole) == len(text):
            return "a letter that may be a unit"
        if re.search(
            r"(?:fifth|fourth|third|first|second|hundredth|thousandth|millionth|trillionth)s?\b", text
        ) and re.search(r"twenty|hundred|thousand|ninety|thirty|one one", text):
            return "sums of several fractions in words"
        if re.search(r"millionths?\b", whole) and "millionth" not in text:
            return "sums of several fractions in words"
        if "one last time" in whole:
            return "an idiom"
    if model == "Currency" and re.search(r"\b(?:and (?:one|two|fifty)|forty five)$", text):
        return "a minor unit without its name"
    return ""


def _fits(model: str, figure: Figure, result: dict[str, Any]) -> bool:
    resolution = result.get("Resolution") or {}
    value = str(resolution.get("value") or "")
    if model == "NumberRange":
        pattern = _RANGE_MODIFIERS.get(figure.modifier)
        return pattern is not None and figure.low is not None and pattern.format(figure.low) == value
    stated = written_value(figure)
    if model == "Percent":
        return figure.kind is Kind.PERCENT and _close(stated, value.rstrip("%"))
    if not any(_close(ours, value) for ours in (stated, figure.low, written_value(figure, high=True))):
        return False
    unit = str(resolution.get("unit") or "").lower()
    if model == "Currency":
        iso = str(resolution.get("isoCurrency") or "")
        return figure.kind in {Kind.MONEY, Kind.RATE} and (
            figure.unit.split("/")[0] in {iso, _CURRENCY.get(unit, iso)} or (not iso and figure.unit in CODES)
        )
    if model == "Age":
        return figure.kind is Kind.AGE and (figure.unit == unit or unit == "age")
    if model == "Ordinal":
        return figure.kind is Kind.ORDINAL
    if model == "Temperature":
        return figure.kind is Kind.TEMPERATURE and figure.unit.lower() == unit
    if model == "Dimension":
        if unit == "ton" and figure.written_unit == "tonne":
            return True
        name = _SAME_UNIT.get(unit, re.sub(r"(met|lit)er\b", r"\1re", unit))
        return figure.written_unit in {name, name.replace("megabit", "megabyte")} or (
            name == "mile per hour" and figure.unit == "mph"
        )
    return figure.kind not in {Kind.NAME, Kind.IDIOM, Kind.UNREAD}


def read_model(path: Path, model: str) -> tuple[int, int, dict[str, int], list[str]]:
    """Read Expected spans, those read, those differing by choice per category, and the misses, for one set."""
    total, right, chosen, missed = 0, 0, dict[str, int](), list[str]()
    for item in _items(path):
        figures = parse(item["input"], published=_PUBLISHED)
        for result in item["results"]:
            start, end = result["Start"], result["End"] + 1
            fits = any(
                _covers(item["input"], model, f, start, end) and _fits(model, f, result) for f in figures
            )
            category = "" if fits else by_choice(model, item, result)
            if category:
                chosen[category] = chosen.get(category, 0) + 1
                continue
            total += 1
            right += fits
            if not fits:
                got = [(f.text, f.kind.value, str(f.low), f.unit, f.modifier.value) for f in figures]
                missed.append(
                    f"{model}: {result['Text']!r} {result.get('Resolution')} in {item['input'][:90]!r} -> {got}"
                )
    return total, right, chosen, missed


def _covers(text: str, model: str, figure: Figure, start: int, end: int) -> bool:
    """Whether the figure covers the expected span; a range there spans its modifier words too."""
    if model == "NumberRange":
        return start <= figure.start and figure.end <= end
    return figure.start <= start and end <= figure.end + _trailing(text, figure, end)


def _trailing(text: str, figure: Figure, end: int) -> int:
    """Signs and brackets that the other set counts to the span and we do not."""
    return end - figure.end if end > figure.end and not text[figure.end : end].strip(" .)]}>") else 0


_SECONDS = {"second": 1, "month": 2_592_000}


def _when_fits(figure: Figure, value: dict[str, str]) -> bool:
    """Whether a figure says what one resolution of a date or time set says."""
    kind = value.get("type")
    if kind == "date":
        return (
            figure.when is not None and figure.when == figure.until and str(figure.when) == value.get("value")
        )
    if kind == "daterange":
        if figure.when is None or figure.until is None or str(figure.when) != value.get("start"):
            return False
        return value.get("end") in {str(figure.until), str(figure.until + timedelta(days=1))}
    if kind == "time":
        hours, minutes, _ = str(value.get("value", "0:0:0")).split(":")
        return figure.kind is Kind.TIME and figure.low == int(hours) * 60 + int(minutes)
    if figure.kind is not Kind.DURATION or figure.low is None or not str(value.get("value", "")).isdecimal():
        return False
    seconds = figure.low * _SECONDS.get(figure.unit, 0)
    if figure.written_unit in {"year", "decade"}:
        seconds = figure.low / 12 * 31_536_000
    return seconds == int(value["value"])


def read_dates(path: Path, kind: str) -> tuple[int, int, list[str]]:
    """Return the expected spans of one type of the date and time set, those read right, and the misses."""
    total, right, missed = 0, 0, []
    for item in json.loads(path.read_text(encoding="utf-8-sig")):
        reference = (item.get("Context") or {}).get("ReferenceDateTime")
        if item.get("NotSupported") or not reference:
            continue
        figures = parse(item["Input"], published=datetime.fromisoformat(reference).replace(tzinfo=UTC))
        for result in item["Results"]:
            if result.get("TypeName") != f"datetimeV2.{kind}":
                continue
            total += 1
            start, end = result["Start"], result["End"] + 1
            values = result["Resolution"]["values"]
            if any(
                f.start < end and start < f.end and any(_when_fits(f, v) for v in values) for f in figures
            ):
                right += 1
            else:
                got = [(f.text, f.kind.value, str(f.low), str(f.when), str(f.until)) for f in figures]
                missed.append(f"{kind}: {result['Text']!r} {values} in {item['Input'][:80]!r} -> {got}")
    return total, right, missed


def _words(path: Path) -> tuple[int, int, list[str]]:
    right, missed = 0, []
    items = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for item in items:
        figures = [f for f in parse(item["input"]) if f.low is not None]
        if len(figures) == 1 and _close(figures[0].low, str(item["value"])):
            right += 1
        else:
            missed.append(f"w2n: {item} -> {[(f.text, str(f.low)) for f in figures]}")
    return len(items), right, missed


def _text_of(value: object) -> Iterator[str]:
    """Every long string of a record, however it is nested."""
    if isinstance(value, str):
        if len(value) > 400:
            yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _text_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _text_of(inner)


def articles(data: Path, *, limit_bytes: int = 2_000_000) -> list[str]:
    """Article texts of the multi-document summaries, up to a number of bytes."""
    texts: list[str] = []
    size = 0
    with (data / "summaries" / "multinews.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            for text in _text_of(json.loads(line)):
                texts.append(text)
                size += len(text.encode())
                if size > limit_bytes:
                    return texts
    return texts


def megabytes_per_second(texts: list[str], read: Callable[[str], object]) -> float:
    """Text read per second of processor time on one core, the median of five runs."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    runs = []
    for _ in range(5):
        begin = time.process_time()
        for text in texts:
            read(text)
        runs.append(size / (time.process_time() - begin))
    return statistics.median(runs)


def measure(data: Path) -> Section:
    """Rows for every set and for the speed."""
    numbers = data / "numbers"
    rows: list[Row] = []
    total = right = 0
    chosen: dict[str, int] = {}
    for model in _MODELS:
        n, ok, differ, _ = read_model(numbers / f"recognizers_{model}Model.jsonl", model)
        total, right = total + n, right + ok
        for category, count in differ.items():
            chosen[category] = chosen.get(category, 0) + count
        rows.append(
            Row(f"parse_{model.lower()}", f"{model} ({n} spans)", round(100 * ok / n, 1) if n else 100.0, "%")
        )
    apart = ", ".join(f"{category} {count}" for category, count in sorted(chosen.items()))
    differing = sum(chosen.values())
    rows.insert(
        0,
        Row(
            "parse_recognizers",
            f"all of these ({total} spans)",
            round(100 * right / total, 1),
            "%",
            "≥ 95",
            note=f"besides, {differing} read otherwise by choice: {apart}",
        ),
    )
    rows.insert(
        1,
        Row(
            "parse_recognizers_all",
            f"the same with those counted as misses ({total + differing} spans)",
            round(100 * right / (total + differing), 1),
            "%",
        ),
    )
    n, ok, _ = _words(numbers / "w2n.jsonl")
    rows.append(Row("parse_words", f"number words ({n})", round(100 * ok / n, 1), "%"))
    for kind in ("date", "daterange", "time", "duration"):
        n, ok, _ = read_dates(numbers / "recognizers_DateTime_English" / "DateTimeModel.json", kind)
        rows.append(
            Row(f"parse_{kind}", f"date and time set: {kind} ({n} spans)", round(100 * ok / n, 1), "%")
        )
    texts = articles(data)
    speed = megabytes_per_second(texts, lambda text: parse(text, published=_PUBLISHED))
    rows.append(Row("parse_speed", "news text a second of one core", round(speed, 2), "MB", "≥ 1"))
    return Section(
        "Reading figures",
        "Expected spans of third-party number sets that one of our figures covers with the right value, and the speed over news articles.",
        tuple(rows),
    )


def main() -> None:
    """Print the rows; with ``--missed``, every expectation that is not met."""
    data = Path("../shared/data")
    if "--missed" in sys.argv:
        for model in _MODELS:
            for line in read_model(data / "numbers" / f"recognizers_{model}Model.jsonl", model)[3]:
                print(line)
        for kind in ("date", "daterange", "time", "duration"):
            for line in read_dates(
                data / "numbers" / "recognizers_DateTime_English" / "DateTimeModel.json", kind
            )[2]:
                print(line)
        for line in _words(data / "numbers" / "w2n.jsonl")[2]:
            print(line)
        return
    for row in measure(data).rows:
        print(f"{row.ours:>8} {row.unit:3} {row.target:6} {row.what}  {row.note}")


if __name__ == "__main__":
    main()
