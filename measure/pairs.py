"""The figure check on our own pairs: hand-written sentences with their sources, half of them wrong.

Promise: the pairs are read, never changed; two peers that look only at presence run over the same pairs.
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefing.data import Article, CheckReport
from briefing.sources import Sources
from measure.report import Row, Section

ROOT = Path(__file__).resolve().parents[1]
PAIRS = ROOT / "tests" / "figures" / "pairs"
FLOORS = ROOT / "measure" / "floors_pairs.toml"


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence to check, its sources, and how a careful copy chief judges it.

    ``bad`` is the wrong wording of an unsupported pair as it stands in ``text``, else empty. ``half`` is
    ``dev`` (those who build the check may read it), ``held`` (they may not, but are told what sort of thing
    fails there) or ``sealed`` (nobody looks at a single verdict; only the shares are known).
    """

    id: str
    half: str
    rules: tuple[int, ...]
    kind: str
    supported: bool
    text: str
    bad: str
    articles: tuple[Article, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair and what the check said: right or not, and whether a failure lies on the wrong words."""

    pair: Pair
    report: CheckReport
    right: bool
    located: bool


def load(folder: Path = PAIRS) -> tuple[Pair, ...]:
    """All pairs, by file name and line."""
    return tuple(
        _pair(json.loads(line), path.stem.partition("_")[0])
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    )


def _pair(record: dict[str, Any], half: str) -> Pair:
    articles = tuple(
        Article(
            id=f"s{number}",
            text=source["text"],
            publisher=source["publisher"],
            published=datetime.fromisoformat(source["published"]) if "published" in source else None,
        )
        for number, source in enumerate(record["sources"], 1)
    )
    return Pair(
        id=record["id"],
        half=half,
        rules=tuple(record["rules"]),
        kind=record["kind"],
        supported=record["supported"],
        text=record["text"],
        bad=record.get("bad", ""),
        articles=articles,
        why=record["why"],
    )


def judge(pair: Pair) -> Judged:
    """Hold the check's verdict on one pair against its label."""
    from briefing.check import check_against

    report = check_against(pair.text, sources_of(pair.articles))
    at = pair.text.find(pair.bad) if pair.bad else -1
    located = any(c.start < at + len(pair.bad) and at < c.end for c in report.failures)
    return Judged(pair, report, report.ok == pair.supported, at >= 0 and located)


@lru_cache(maxsize=8)
def sources_of(articles: tuple[Article, ...]) -> Sources:
    """Return the sources of ``articles``; the sentences checked against them mostly come one after the other."""
    return Sources.of(articles)


# ---------------------------------------------------------------- peers

_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_FIXED = _WORDS | _ORDINALS | {"dozen": 12, "half": 0.5, "quarter": 0.25, "once": 1, "twice": 2}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "m": 1e6, "mn": 1e6, "crore": 1e7,
    "billion": 1e9, "bn": 1e9, "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
_TOKEN = re.compile(r"\d+(?:[.,' ]\d+)*|[a-z]+", re.IGNORECASE)
_ANY_NUMBER = {*_FIXED, *_SCALES} - {"k", "m"}


def presence(text: str, sources: Iterable[str]) -> bool:
    """Tell whether every digit string and number word stands in a source too: the plainest peer."""
    there = {token.lower() for source in sources for token in _TOKEN.findall(source)}
    tokens = (token.lower() for token in _TOKEN.findall(text))
    return all(t in there for t in tokens if t[0].isdigit() or t in _ANY_NUMBER)


def normalised_presence(text: str, sources: Iterable[str]) -> bool:
    """Tell whether every value, in digits or words with their scale, is one of a source too."""
    there = {value for source in sources for value in _values(source)}
    return all(value in there for value in _values(text))


def _values(text: str) -> list[float]:
    values: list[float] = []
    open_at: float | None = None  # the number that a scale or a unit word may still extend
    for token in _TOKEN.findall(text):
        word = token.lower()
        if word[0].isdigit():
            read = _digits(word)
        elif word in _FIXED:
            read = float(_FIXED[word])
            tens = open_at is not None and open_at >= 20 and open_at % 10 == 0 and 0 < read < 10
            if open_at is not None and (tens or (open_at >= 100 and open_at % 100 == 0 and 0 < read < 100)):
                read, values = open_at + read, values[:-1]
        elif word in _SCALES and open_at is not None:
            read, values = round(open_at * _SCALES[word], 6), values[:-1]
        else:
            open_at = None if word != "and" else open_at
            continue
        values.append(read)
        open_at = read
    return values


def _digits(token: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?", token):
        return float(re.sub(r"[,' ]", "", token))
    if re.fullmatch(r"\d+(?:\.\d+)?", token):
        return float(token)
    return float(re.sub(r"\D", "", token))


PEERS: tuple[tuple[str, Callable[[str, Iterable[str]], bool]], ...] = (
    ("digit or word string occurs", presence),
    ("normalised value occurs", normalised_presence),
)


# ---------------------------------------------------------------- the measurement


def measure(data: Path | None = None) -> Section:
    """Shares of pairs judged right, in percent. ``data`` is not used: the pairs are our own."""
    return shares(tuple(judge(pair) for pair in load()))


def shares(judged: tuple[Judged, ...]) -> Section:
    """Shares of ``judged`` pairs that are right, in percent, with those of the peers."""
    rows = [
        row
        for half in ("dev", "held", "sealed")
        for supported in (True, False)
        for row in _half(judged, half, supported)
    ]
    wrong = [j for j in judged if not j.pair.supported and j.right]
    located = _percent(j.located for j in wrong)
    rows.append(
        Row("pairs_located", "caught pairs where the wrong words themselves are marked", located, "%")
    )
    for title, groups in (
        ("rule", {f"{n:02d}": [j for j in judged if n in j.pair.rules] for n in range(1, 19)}),
        ("kind", _by_kind(judged)),
    ):
        rows += [
            Row(
                f"pairs_{title}_{name}",
                f"{title} {name}: {_split(group)}",
                _percent(j.right for j in group),
                "%",
                "≥ 97" if title == "rule" else "",
            )
            for name, group in groups.items()
        ]
    text = (
        f"{len(judged)} sentences written for this, each with one to three sources; half are supported, half have "
        "exactly one thing wrong. Right means that the report as a whole passes or fails as it should. "
        "Those who built the check read the dev part only; of the sealed part nobody has looked at a single verdict."
    )
    return Section("Our own pairs", text, tuple(rows))


def _half(judged: tuple[Judged, ...], half: str, supported: bool) -> list[Row]:
    group = [j for j in judged if j.pair.half == half and j.pair.supported == supported]
    peers = tuple(
        (name, _percent(peer(j.pair.text, [a.text for a in j.pair.articles]) == supported for j in group))
        for name, peer in PEERS
    )
    name = "supported" if supported else "unsupported"
    what = f"{half}, {name} ({len(group)} pairs): judged right"
    return [Row(f"pairs_{half}_{name}", what, _percent(j.right for j in group), "%", "≥ 97", peers)]


def _by_kind(judged: tuple[Judged, ...]) -> dict[str, list[Judged]]:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for item in judged:
        groups[item.pair.kind].append(item)
    return dict(sorted(groups.items()))


def _split(group: list[Judged]) -> str:
    supported = [j.right for j in group if j.pair.supported]
    unsupported = [j.right for j in group if not j.pair.supported]
    return f"{sum(supported)} of {len(supported)} supported, {sum(unsupported)} of {len(unsupported)} unsupported"


def _percent(flags: Iterable[bool]) -> float:
    values = list(flags)
    return round(100 * sum(values) / len(values), 1) if values else 0.0


def floors() -> dict[str, float]:
    """Read the shares that the tests hold, by key."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def _show(half: str, count: int) -> None:
    shown = 0
    for pair in load():
        if pair.half != half or shown >= count:
            continue
        item = judge(pair)
        if item.right:
            continue
        shown += 1
        print(
            f"\n{pair.id} rules {pair.rules} {pair.kind}: should be {'supported' if pair.supported else 'refused'}"
        )
        for article in pair.articles:
            print(f"  {article.publisher} {article.published}: {article.text}")
        print(f"  > {pair.text}   [{pair.bad}]  ({pair.why})")
        for failure in item.report.failures:
            print(f"    {failure.what} {failure.text!r}: {failure.verdict.value}: {failure.reason}")


def main() -> None:
    """Print the rows, or with ``--show N`` the first N pairs of the dev half judged wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="print N pairs that are judged wrong"
    )
    parser.add_argument("--half", choices=("dev", "held"), default="dev")
    arguments = parser.parse_args()
    if arguments.show:
        _show(arguments.half, arguments.show)
        return
    section = measure()
    print(section.text)
    for row in section.rows:
        peers = "; ".join(f"{name} {value}" for name, value in row.peers)
        print(f"{row.ours:6.1f} {row.unit} {row.what}" + (f"   [{peers}]" if peers else ""))


if __name__ == "__main__":
    main()
