"""What a reader asks for, in the reader's words: whether a story is about a topic, or has a muted word.

A topic is the name of a beat ("sport", see ``beats.txt``) or any words of the reader's own ("interest rate").
Promise: words are found whole, in any case and with any ending of number, and a word in passing makes no topic.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from briefing.data import Article, Story
from briefing.terms import stem, words

LEAD_WORDS = 60  # what a reporter puts first is what the report is about
MIN_MENTIONS = 3  # in one article: what comes up again and again is no passing word
BEAT_WORDS = 220  # how far into an article its beat shows; further down it is background
MIN_BEAT_SHARE = 0.035  # weight of a beat's words among the words read: see docs/decisions/rank.md
_TITLE_WEIGHT = 3  # a title's words are few and chosen
_WHOLE = re.compile(r"[\w'’]+(?:-[\w'’]+)*")


def about(story: Story, topic: str) -> bool:
    """Return whether one of the story's articles is about ``topic``."""
    beat = topic.casefold().strip()
    if beat in beats():
        return beat in beats_of(story)
    phrase = _stems(topic)
    return bool(phrase) and any(_is_about(article, phrase) for article in story.articles)


def mentions(story: Story, phrase: str) -> bool:
    """Return whether ``phrase`` stands anywhere in the story, in any case and number; of a beat, as ``about``."""
    if phrase.casefold().strip() in beats():
        return about(story, phrase)
    wanted = _stems(phrase)
    return bool(wanted) and any(
        _count(_stems(article.title), wanted) or _count(_stems(article.text), wanted)
        for article in story.articles
    )


def beats_of(story: Story) -> tuple[str, ...]:
    """Return the beats that the story belongs to, two at most, the plainer one first.

    A beat none of whose own words occurs gives way to one that has such a word and is half as plain: a company's plant
    and its output are in every report of a fire there, and make no business of it.
    """
    shares: Counter[str] = Counter()
    for article in story.articles:
        shares.update(beat_shares(article))
    count = max(len(story.articles), 1)
    found = [(share / count, beat) for beat, share in shares.items() if share / count >= MIN_BEAT_SHARE]
    used = {
        word
        for article in story.articles
        for word in (*_read(article.text)[:BEAT_WORDS], *_read(article.title))
    }
    own = {
        beat for _, beat in found if any(word in used for word, weight in beats()[beat].items() if weight > 1)
    }
    plainest = max((share for share, beat in found if beat in own), default=0.0)
    found = [(share, beat) for share, beat in found if beat in own or share > 2 * plainest]
    ranked = sorted(found, key=lambda entry: (-entry[0], entry[1]))
    return tuple(beat for share, beat in ranked[:2] if share >= ranked[0][0] / 2)


def beat_shares(article: Article) -> dict[str, float]:
    """Return the weight of each beat's words in the article, as a share (0..2) of the words looked at."""
    known = beats()
    text = _read(article.text)[:BEAT_WORDS]
    title = _read(article.title)
    weights = Counter(text)
    for word in title:
        weights[word] += _TITLE_WEIGHT
    total = max(len(text) + _TITLE_WEIGHT * len(title), LEAD_WORDS)  # a few words prove little
    return {
        beat: sum(home[word] * count for word, count in weights.items() if word in home) / total
        for beat, home in known.items()
    }


@lru_cache(maxsize=1)
def beats() -> dict[str, dict[str, int]]:
    """Return the words (stems) of each beat with their weights, 2 for those that are at home nowhere else."""
    table = {}
    for line in files("briefing").joinpath("beats.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, listed = line.partition(":")
            strong, _, weak = listed.replace("*", " ").partition("|")
            home = {_joined(word): 1 for word in weak.split()}
            table[name] = home | {_joined(word): 2 for word in strong.split()}
    return table


def _read(text: str) -> list[str]:
    """Return the stems of a text, and of each pair of neighbours, as the table has them ("interest-rate")."""
    single = [_joined(word) for word in _WHOLE.findall(text[: BEAT_WORDS * 12].casefold())]
    pairs = {f"{first}-{second}" for first, second in pairwise(single)}
    compound = pairs & _compounds()
    return single if not compound else [*single, *sorted(compound)]


@lru_cache(maxsize=1)
def _compounds() -> frozenset[str]:
    return frozenset(word for home in beats().values() for word in home if "-" in word)


def _joined(word: str) -> str:
    return "-".join(stem(part) for part in word.split("-"))


def _is_about(article: Article, phrase: tuple[str, ...]) -> bool:
    text = _stems(article.text)
    return bool(
        _count(_stems(article.title), phrase)
        or _count(text[:LEAD_WORDS], phrase)
        or _count(text, phrase) >= MIN_MENTIONS
    )


@lru_cache(maxsize=4096)  # each topic asks the same articles
def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in words(text.casefold()))


def _count(text: Sequence[str], phrase: tuple[str, ...]) -> int:
    size = len(phrase)
    first = phrase[0]
    return sum(1 for at, word in enumerate(text) if word == first and tuple(text[at : at + size]) == phrase)
