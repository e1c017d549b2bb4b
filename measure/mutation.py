"""The figure check on mutants: true sentences of articles, each with one figure made wrong.

A source sentence checked against its own article must pass; the same sentence with one figure changed must
not. Only mutants of sentences whose figures pass are counted, and a mutant is caught only when a *figure*
fails. How mutants are made, and which are left out, is in ``measure.mutants``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from briefing.data import Article, CheckReport
from measure.mutants import MUTATIONS, Mutant, direction_flipped, has_figure
from measure.pairs import normalised_presence, sources_of
from measure.report import Row, Section
from measure.rewordings import REWORDINGS

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
FLOORS = ROOT / "measure" / "floors_mutation.toml"
DATA = ROOT.parent / "shared" / "data"

_SENTENCES_PER_SET = 150  # of each shared set: a few hundred in all, and under a minute of one core
_MORE_CHANGES_PER_SET = 40  # sentences that state a change are rare, and are what a flipped direction needs
_MAX_ARTICLE_CHARACTERS = 9_000  # a longer document is mostly a transcript or a page of comments
_WORDS = range(6, 61)  # shorter ones are headings and bylines, longer ones lists or two run together


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence of an article, checked as it is."""

    source: str
    article: Article
    text: str
    report: CheckReport


@dataclass(frozen=True, slots=True)
class Trial:
    """A mutant of a case whose own figures pass."""

    case: Case
    key: str
    mutant: Mutant
    caught: bool
    caught_by_peer: bool


@dataclass(frozen=True, slots=True)
class Reworded:
    """A case said a little differently, which must still pass."""

    case: Case
    kind: str
    text: str
    report: CheckReport


@dataclass(frozen=True, slots=True)
class Run:
    """Every case, trial and rewording of one run."""

    cases: tuple[Case, ...]
    trials: tuple[Trial, ...]
    reworded: tuple[Reworded, ...]


def seed_articles(folder: Path = SEEDS) -> Iterator[Article]:
    """Yield the articles of the seeds, in order of their folders."""
    for listing in sorted(folder.glob("*/story.toml")):
        for number, entry in enumerate(tomllib.loads(listing.read_text(encoding="utf-8"))["article"], 1):
            text = (listing.parent / entry["file"]).read_text(encoding="utf-8")
            name = f"{listing.parent.name}-{number}"
            yield Article(
                name, text, entry["publisher"], entry.get("title", ""), _moment(entry.get("published"))
            )


def _moment(value: date | datetime | None) -> datetime | None:
    if value is None or isinstance(value, datetime):
        return value
    return datetime.combine(value, time(12), UTC)


def shared_articles(data: Path, name: str) -> Iterator[Article]:
    """Yield the source documents of a set of summaries that are not overlong; no time is known of them."""
    path = data / "summaries" / f"{name}.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        for document in record["documents"]:
            if len(document["text"]) <= _MAX_ARTICLE_CHARACTERS:
                yield Article(f"{record['id']}-{document['id']}", document["text"], "")


def sentences(articles: Iterable[Article], limit: int | None) -> list[tuple[Article, str]]:
    """Return sentences with a figure, each with its article; ``limit`` of them, the same ones every time.

    Beyond the limit come some that state a change.
    """
    from briefing.split import split

    found = {
        sentence.text: (article, sentence.text)
        for article in articles
        for sentence in split(article)
        if _usable(sentence.text)
    }
    if limit is None:
        return list(found.values())
    order = sorted(found, key=lambda text: hashlib.sha256(text.encode()).digest())
    changes = [text for text in order[limit:] if direction_flipped(text, found[text][0].text)]
    kept = {*order[:limit], *changes[: _MORE_CHANGES_PER_SET * limit // _SENTENCES_PER_SET]}
    return [item for text, item in found.items() if text in kept]


def _usable(sentence: str) -> bool:
    whole = re.match(r"[\"“]?[A-Z0-9$€£]", sentence) and re.search(r"[.!?][\"”]?$", sentence)
    return bool(whole) and len(sentence.split()) in _WORDS and has_figure(sentence)


def run(data: Path | None, limit: int = _SENTENCES_PER_SET) -> Run:
    """Check every sentence and its mutants; the shared sets only where ``data`` is there."""
    from briefing.check import check_against

    sets: list[tuple[str, list[tuple[Article, str]]]] = [("seeds", sentences(seed_articles(), None))]
    if data is not None and (data / "summaries").is_dir():
        for name in ("multinews", "multiling2011_en"):
            sets.append((name, sentences(shared_articles(data, name), limit)))
    cases: list[Case] = []
    trials: list[Trial] = []
    reworded: list[Reworded] = []
    for source, items in sets:
        for article, text in items:
            read = sources_of((article,))
            case = Case(source, article, text, check_against(text, read))
            cases.append(case)
            if _fails(case.report, "figure"):
                continue
            for key, mutate in MUTATIONS:
                mutant = mutate(text, article.text)
                if mutant is not None:
                    caught = _fails(check_against(mutant.text, read), "figure")
                    peer = not normalised_presence(mutant.text, (article.text,))
                    trials.append(Trial(case, key, mutant, caught, peer))
            for kind, reword in REWORDINGS:
                said = reword(text)
                if said is not None and said != text:
                    reworded.append(Reworded(case, kind, said, check_against(said, read)))
    return Run(tuple(cases), tuple(trials), tuple(reworded))


def _fails(report: CheckReport, what: str) -> bool:
    return any(checked.what == what for checked in report.failures)


def measure(data: Path | None = DATA, limit: int = _SENTENCES_PER_SET) -> Section:
    """Shares of mutants caught and of true sentences rejected, in percent; ``limit`` is of each shared set."""
    result = run(data, limit)
    rows = [_row(key, kind, trials) for (key, kind), trials in _by_kind(result.trials).items()]
    rows.append(_row("all", "all mutants", result.trials, "≥ 97"))
    for source in dict.fromkeys(case.source for case in result.cases):
        rows.append(_row(source, f"all from {source}", [t for t in result.trials if t.case.source == source]))
    rows += _rejected(result.cases, "mutation", "true sentences")
    rows += _rejected(
        [c for c in result.cases if c.source == "seeds"], "mutation_seeds", "true sentences of seeds"
    )
    flags = [_fails(item.report, "figure") for item in result.reworded]
    what = f"true sentences said a little differently ({len(flags)}) rejected for a figure: {sum(flags)}"
    rows.append(Row("mutation_rejected_reworded", what, _percent(flags), "%", "≤ 5"))
    sources = ", ".join(dict.fromkeys(case.source for case in result.cases))
    text = (
        f"{len(result.cases)} sentences with a figure from articles ({sources}), each checked against its own "
        "article as it stands and then with one figure made wrong. Mutants that might still be true are left out."
    )
    return Section("Mutation", text, tuple(rows))


def _row(key: str, what: str, trials: Sequence[Trial], target: str = "") -> Row:
    caught = [trial.caught for trial in trials]
    peer = ("normalised value occurs", _percent(trial.caught_by_peer for trial in trials))
    return Row(
        f"mutation_{key}",
        f"{what}: {sum(caught)} of {len(caught)} caught",
        _percent(caught),
        "%",
        target,
        (peer,),
    )


def _rejected(cases: Sequence[Case], key: str, what: str) -> list[Row]:
    rows = []
    for part in ("figure", "quote", "name"):
        flags = [_fails(case.report, part) for case in cases]
        text = f"{what} ({len(flags)}) rejected for a {part}: {sum(flags)}"
        rows.append(Row(f"{key}_rejected_{part}", text, _percent(flags), "%", "≤ 2"))
    return rows


def _by_kind(trials: Iterable[Trial]) -> dict[tuple[str, str], list[Trial]]:
    groups: dict[tuple[str, str], list[Trial]] = defaultdict(list)
    order = [key for key, _ in MUTATIONS]
    for trial in sorted(trials, key=lambda t: order.index(t.key)):
        groups[trial.key, trial.mutant.kind].append(trial)
    return groups


def _percent(flags: Iterable[bool]) -> float:
    values = list(flags)
    return round(100 * sum(values) / len(values), 1) if values else 0.0


def floors() -> dict[str, float]:
    """Read what the tests hold, by key; a key that ends in ``_max`` is a ceiling."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def _show(result: Run, count: int) -> None:
    rejected = [case for case in result.cases if not case.report.ok]
    print(f"== true sentences rejected: {len(rejected)}, the first {count}")
    for case in rejected[:count]:
        print(f"\n[{case.article.id}] {case.text}")
        for failure in case.report.failures:
            print(f"    {failure.what} {failure.text!r}: {failure.verdict.value}: {failure.reason}")
    differently = [item for item in result.reworded if _fails(item.report, "figure")]
    print(f"\n== reworded sentences rejected: {len(differently)}, the first {count}")
    for item in differently[:count]:
        print(f"\n{item.kind} [{item.case.article.id}] {item.text}")
        for failure in item.report.failures:
            print(f"    {failure.what} {failure.text!r}: {failure.verdict.value}: {failure.reason}")
    missed = [trial for trial in result.trials if not trial.caught]
    print(f"\n== mutants missed: {len(missed)}, the first {count} of each kind")
    shown: dict[str, int] = defaultdict(int)
    for trial in missed:
        shown[trial.key] += 1
        if shown[trial.key] <= count:
            mutant = trial.mutant
            print(
                f"\n{mutant.kind}: {mutant.before!r} → {mutant.after!r} [{trial.case.article.id}]\n    {mutant.text}"
            )


def main() -> None:
    """Print the rows, or with ``--show N`` examples of what goes wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N examples of each failure")
    parser.add_argument("--seeds", action="store_true", help="leave the shared sets out")
    arguments = parser.parse_args()
    data = None if arguments.seeds else DATA
    if arguments.show:
        _show(run(data), arguments.show)
        return
    section = measure(data)
    print(section.text)
    for row in section.rows:
        peers = "; ".join(f"{name} {value}" for name, value in row.peers)
        print(f"{row.ours:6.1f} {row.unit} {row.what}  {row.target}" + (f"   [{peers}]" if peers else ""))


if __name__ == "__main__":
    main()
