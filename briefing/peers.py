"""Plain extractive summarisers to compare with: LEAD, and sumy's LexRank and TextRank where it is installed.

They get the same sentences that we do, since sumy's own splitter needs data that cannot always be fetched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from briefing.data import Article
from briefing.split import split_text

Peer = Callable[[tuple[Article, ...], int], str]
"""From articles and a number of words to a text of at least so many words, where there are so many."""

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


def peers_at_hand() -> tuple[tuple[str, Peer], ...]:
    """Return the peers that are installed, by name."""
    if find_spec("sumy") is None:
        return (("LEAD", lead),)
    return (
        ("LEAD", lead),
        ("LexRank", _sumy("lex_rank", "LexRankSummarizer")),
        ("TextRank", _sumy("text_rank", "TextRankSummarizer")),
    )


def lead(articles: tuple[Article, ...], words: int) -> str:
    """Return the first words of every article, in equal shares."""
    share = -(-words // len(articles))
    return " ".join(" ".join(article.text.split()[:share]) for article in articles)


class _Tokenizer:
    """Sentences and words as sumy asks for them."""

    def to_sentences(self, text: str) -> tuple[str, ...]:
        return tuple(text[start:end] for start, end in split_text(text))

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(_WORD.findall(text))


def _sumy(module: str, name: str) -> Peer:
    """Return sumy's summariser ``name``, with its English stemmer and stop words, as its manual shows."""
    stemmer = import_module("sumy.nlp.stemmers").Stemmer("english")
    summarizer = getattr(import_module(f"sumy.summarizers.{module}"), name)(stemmer)
    summarizer.stop_words = import_module("sumy.utils").get_stop_words("english")
    parser = import_module("sumy.parsers.plaintext").PlaintextParser

    def summarise(articles: tuple[Article, ...], words: int) -> str:
        document = parser.from_string("\n".join(article.text for article in articles), _Tokenizer()).document
        return " ".join(
            str(sentence) for sentence in summarizer(document, lambda rated: _enough(rated, words))
        )

    return summarise


def _enough(rated: Sequence[Any], words: int) -> list[Any]:
    """Return the best ``rated`` sentences until they have ``words`` words."""
    taken: list[Any] = []
    count = 0
    for one in rated:
        if count >= words:
            break
        taken.append(one)
        count += len(str(one.sentence).split())
    return taken
