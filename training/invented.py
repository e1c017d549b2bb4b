"""Invented events in many beats: the short form is made first, and the report is that with more around it.

Every name is made of syllables, so that nothing of it can be taken for a fact of the world. A report wraps its
short form in what news sentences carry along: titles, asides, ages, places, days, reasons, what else was said.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from briefing.data import Draft, Evidence, Sentence
from briefing.settings import WriteSettings
from briefing.write import choose
from training.examples import Example, headline_prompt, sentence_prompt
from training.wording import BEATS, Beat

_FIRST = [
    "An",
    "Bel",
    "Cor",
    "Dan",
    "El",
    "Fen",
    "Gor",
    "Han",
    "Il",
    "Jor",
    "Kel",
    "Lin",
    "Mar",
    "Nor",
    "Ol",
    "Per",
    "Ros",
    "Sel",
    "Tor",
    "Ul",
    "Ver",
    "Wil",
    "Yan",
]
_LAST = [
    "a",
    "ard",
    "den",
    "dor",
    "el",
    "en",
    "et",
    "ik",
    "ina",
    "is",
    "lo",
    "mar",
    "nes",
    "o",
    "ot",
    "ra",
    "ric",
    "s",
    "ta",
    "tin",
    "us",
    "va",
    "wen",
]
_FAMILY = [
    "bach",
    "berg",
    "brook",
    "by",
    "croft",
    "dale",
    "dorf",
    "feld",
    "field",
    "ford",
    "gate",
    "ham",
    "holm",
    "hurst",
    "ley",
    "lund",
    "mark",
    "mont",
    "sen",
    "son",
    "stein",
    "ton",
    "vik",
    "worth",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SAID = ("said", "said", "said", "told reporters", "said in a statement")
_PROPER = ("{", "Prime Minister", "Senator")
_OFTEN_TWO = 0.4  # share of facts with a second publisher's sentence beside the first


def invented(count: int, chance: random.Random) -> Iterator[Example]:
    """Yield ``count`` examples: sentences to shorten, and one in eight a headline to write."""
    for number in range(count):
        beat = BEATS[number % len(BEATS)]
        story = f"made/{number}"
        slots = _slots(beat, chance)
        short, report = _pair(beat, slots, chance)
        if number % 8 == 7:
            rest = _pair(beat, slots, chance)[0]
            yield Example(headline_prompt(f"{report} {rest}"), _headline(beat, slots, chance), "made", story)
            continue
        if not _taken(report, short):
            continue
        lines = [report]
        if chance.random() < _OFTEN_TWO:
            lines.append(
                _pair(beat, slots if chance.random() < 0.6 else _slots(beat, chance), chance)[
                    chance.randrange(2)
                ]
            )
        yield Example(sentence_prompt(lines, short), short, "made", story)


def _taken(report: str, short: str) -> bool:
    """Whether the choice would take the short form for the report: what it refuses is no use to learn."""
    settings = replace(WriteSettings(), min_coverage=0.0)
    evidence = Evidence((Sentence("made", 0, 0, len(report), report),), ("made",))
    return bool(choose(evidence, [Draft(short, "model")], settings=settings, verbatim=report).drafts)


def _slots(beat: Beat, chance: random.Random) -> dict[str, str]:
    big = chance.choice((chance.randrange(3, 20), chance.randrange(20, 100), chance.randrange(100, 1000)))
    thousand = f"{chance.randrange(1, 90)},{chance.randrange(0, 1000):03d}"
    money = chance.choice(("$", "£", "€")) + chance.choice(
        (f"{chance.randrange(2, 900)} million", f"{chance.randrange(1, 60)}.{chance.randrange(1, 10)} million",
         f"{chance.randrange(1, 30)}.{chance.randrange(1, 10)} billion", f"{thousand}")
    )  # fmt: skip
    person = f"{_name(chance)} {_family(chance)}"
    slots = {
        "person": person,
        "other": f"{_name(chance)} {_family(chance)}",
        "family": person.split()[1],
        "place": _family(chance),
        "region": _family(chance) + chance.choice(("", " province", " county", " district", " Valley")),
        "firm": _family(chance)
        + chance.choice((" Foods", " Motors", " Group", " Energy", " Airlines", " Bank", " Steel")),
        "team": _family(chance) + chance.choice((" United", " Rovers", " City", " Athletic")),
        "rival": _family(chance),
        "n": str(big),
        "few": chance.choice(("two", "three", "four", "five", "six", "seven", "eight", "nine", "12", "15")),
        "thousand": thousand,
        "percent": f"{chance.choice((chance.randrange(2, 60), f'{chance.randrange(0, 12)}.{chance.randrange(1, 10)}'))}"
        + chance.choice((" percent", "%", " per cent")),
        "money": money,
        "age": str(chance.randrange(18, 90)),
        "day": chance.choice(_DAYS),
        "date": f"{chance.choice(_MONTHS)} {chance.randrange(1, 29)}",
        "year": str(chance.randrange(1950, 2024)),
    }
    return slots


def _pair(beat: Beat, slots: dict[str, str], chance: random.Random) -> tuple[str, str]:
    """Return a short form and the report around it."""
    who, does = chance.choice(beat.who), chance.choice(beat.does)
    long = chance.sample(beat.more, k=min(len(beat.more), chance.choice((1, 1, 2, 2, 3))))
    opening = chance.choice(beat.opening) if chance.random() < 0.35 else ""
    aside = chance.choice(beat.aside) if chance.random() < 0.5 else ""
    tail = chance.choice(beat.tail) if chance.random() < 0.55 else ""
    says = chance.random() < 0.5
    source = chance.choice(beat.source)
    verb = chance.choice(_SAID)
    kept = long[0] if len(long) > 1 and chance.random() < 0.75 else ""
    when = f" on {slots['day']}" if chance.random() < 0.5 else ""
    core = f"{who} {does}"
    body = f"{who}{aside} {does}{kept}{when}" + "".join(piece for piece in long if piece != kept)
    inner = body if who.startswith(_PROPER) else body[:1].lower() + body[1:]
    body = f"{opening}{inner}" if opening else body
    short = f"{core}{kept}"
    inside = short if who.startswith(_PROPER) else short[:1].lower() + short[1:]
    framed = body[:1].lower() + body[1:] if opening else inner
    if says and chance.random() < 0.5:
        also = chance.choice(beat.source_aside) if chance.random() < 0.6 else ""
        report = f"{source}{also} {verb} that {framed}{tail}"
        short = f"{source} {'said' if verb != 'told reporters' else verb} that {inside}"
    elif says:
        also = chance.choice(beat.source_aside) if chance.random() < 0.4 else ""
        report = f"{body}, {source}{also} {verb}{tail}"
        short = f"{short}, {source} {'said' if verb != 'told reporters' else verb}"
    else:
        report = f"{body}{tail}"
    return _filled(short, slots), _filled(report, slots)


def _headline(beat: Beat, slots: dict[str, str], chance: random.Random) -> str:
    return _filled(chance.choice(beat.headline), slots).rstrip(".")


def _filled(text: str, slots: dict[str, str]) -> str:
    filled = text.format(**slots).strip()
    return f"{filled[:1].upper()}{filled[1:]}."


def _name(chance: random.Random) -> str:
    return chance.choice(_FIRST) + chance.choice(_LAST)


def _family(chance: random.Random) -> str:
    return (
        chance.choice(_FIRST) + chance.choice(("", chance.choice(_LAST))) + chance.choice(_FAMILY)
    ).replace("aa", "a")
