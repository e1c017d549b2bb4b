"""Where several sources speak: who a claim names as its source, and whether the sources agree.

Promise: a figure given to the right source stands, to the wrong one it falls; a figure picked silently from two that
cannot both be true is "conflicting"; one that a later report replaces is unsupported unless it is dated as such.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.data import Article, Figure, Kind, Modifier, Verdict
from briefing.figures.binding.apposed import PERIOD, PERIODS
from briefing.figures.binding.keys import days, word_for
from briefing.figures.binding.results import of_other_games
from briefing.figures.binding.spots import Spot, spot
from briefing.figures.judging.judge import Judgement
from briefing.figures.judging.margins import of_a_past_time
from briefing.figures.judging.retracted import come_to, is_later, settled, taken_back, tells_the_end
from briefing.figures.matching.belonging import of_two_voices
from briefing.figures.matching.conflicts import bears_out, conflict
from briefing.figures.matching.identity import same_thing
from briefing.figures.matching.match import BEARING, has_another_value, match
from briefing.figures.matching.revised import LATER, contradicts, is_left_behind, supersedes
from briefing.figures.matching.verdicts import said
from briefing.figures.reading.shares import is_so_many_of
from briefing.figures.vocabulary.thesaurus import CUMULATIVE

_DATED = re.compile(
    r"\b(?:earlier|initially|at first|originally|previously|first (?:reported|put|said|gave|estimate|thought|planned|announced|expected|feared|named|counted)|"
    r"had (?:said|put|reported|been|spoken|announced|given|counted|planned|expected|led)|"
    r"up from|rose from|risen from|down from|revised from|before|as of|at that (?:point|time|stage)|until|had been|"
    r"by (?:early|late|mid\w*|noon|the (?:time|end|evening|morning|weekend|close)|mon|tues|wednes|thurs|fri|satur|sun)\w*)\b",
    re.IGNORECASE,
)

_TAKEN_BACK = re.compile(  # "not nine as first thought" dates the nine, and nothing else of its sentence
    r"\b(?:not|rather than|instead of)\s+(?:the\s+|by\s+|at\s+)?[\w.,£$€%]+(?:\s\w+){0,2}?\s+(?:as\s+)?"
    r"(?:first|initially|originally|earlier|previously)\b[^,;]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Given:
    """The publishers a sentence names as its source, as indices of the articles, and whether it dates itself."""

    articles: tuple[int, ...] = ()
    is_dated: bool = False
    current: tuple[tuple[int, int], ...] = ()  # where the clauses of a dated sentence stand that date nothing

    def dates(self, figure: Figure) -> bool:
        """Return whether the clause of a figure says that it is of an earlier time."""
        return self.is_dated and not any(start <= figure.start < end for start, end in self.current)


def attribution(sentence: str, publishers: Sequence[str], at: int = 0) -> Given:
    """Return which of ``publishers`` the sentence, which begins at ``at``, gives its figures to."""
    text = f" {' '.join(_WORD.findall(sentence.lower()))} "
    named = (
        number
        for number, publisher in enumerate(publishers)
        if any(f" {name} " in text for name in _called(publisher))
    )
    if not _is_dated_text(sentence):
        return Given(tuple(named))
    clauses = [(m.start() + at, m.end() + at) for m in _CLAUSE.finditer(sentence) if not _is_dated_text(m[0])]
    return Given(tuple(named), is_dated=True, current=tuple(clauses))


def _is_dated_text(text: str) -> bool:
    return bool(_DATED.search(_TAKEN_BACK.sub("", text)))


_CLAUSE = re.compile("[^;]+")


_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def _called(publisher: str) -> tuple[str, ...]:
    """Return what a publisher is called: all its words, or those but its article and its ending."""
    whole = _WORD.findall(publisher.lower())
    words = [w for w in whole if w not in ("the", "com", "www", "news", "uk", "co")]
    return (" ".join(whole), " ".join(words)) if words else ()


def agree(
    claim: Figure,
    judged: Judgement,
    spots: Sequence[Spot],
    articles: Sequence[Article],
    given: Given,
    beside: Sequence[Figure],
) -> Judgement:
    """Return ``judged``, or what the other sources make of it."""
    if not judged.spots or (judged.verdict is Verdict.DERIVED and claim.low != claim.high):
        return judged
    home, dated = judged.spots[0], given.dates(claim)
    if not dated and not given.articles and (gone := _no_longer(claim, judged, spots, articles)):
        end = "no longer" if match(gone[1].figure, gone[0].figure).fits else "since"
        return Judgement(Verdict.UNSUPPORTED, f"{_told(gone[0], articles)} {end}", gone)
    bearing = BEARING[claim.kind]
    terms = {(s.article, s.sentence, s.figure.start) for s in judged.spots}
    against = [
        s
        for s in spots
        if s.figure.kind in bearing
        and (s.article, s.sentence, s.figure.start) not in terms
        and _opposes(claim, home, s, articles)
    ]
    if given.articles:
        return _given(claim, judged, spots, given, against)
    if speakers := set(claim.thing.speaker):
        voiced = [s for s in against if speakers & set(s.figure.thing.speaker)]
        if speakers & set(home.figure.thing.speaker):
            against = [s for s in voiced if _replaced_by(home, s, articles)]  # the speaker's own later word
        elif voiced:
            return Judgement(
                Verdict.UNSUPPORTED,
                f"the source named says {voiced[0].figure.text}, not {claim.text}",
                (voiced[0],),
            )
    against = [s for s in against if not _told_beside(s, home, beside, articles)]
    against = [s for s in against if not settled(claim, home, s, spots, articles)]
    if not against:
        return judged
    replaced = [s for s in against if _replaced_by(home, s, articles)]
    if replaced:
        if dated or _is_dated(claim, home, replaced[0]):
            return judged
        other = replaced[0]
        return Judgement(
            Verdict.UNSUPPORTED, f"{claim.text} was replaced by {_told(other, articles)}", (other, home)
        )
    standing = [
        s
        for s in against
        if not _replaced_by(s, home, articles) and not (dated and is_later(s, home, articles))
    ]
    if not standing:
        return judged
    other = standing[0]
    return Judgement(
        Verdict.CONFLICTING,
        f"sources disagree: {_told(home, articles)}, {_told(other, articles)}",
        (home, other),
    )


def _told_beside(place: Spot, home: Spot, beside: Sequence[Figure], articles: Sequence[Article]) -> bool:
    """Return whether the claim's sentence tells the other value too; what it denies or calls old must be of the older report."""
    return any(
        match(own, place.figure).fits
        and ({"denied", "former"}.isdisjoint(own.thing.status) or is_later(home, place, articles))
        for own in beside
    )


def _no_longer(
    claim: Figure, judged: Judgement, spots: Sequence[Spot], articles: Sequence[Article]
) -> tuple[Spot, Spot] | None:
    """Return where a later report takes back the claim's value, or a number of its share, with what it takes back."""
    if judged.verdict is Verdict.DERIVED and claim.parts and is_so_many_of(claim):
        for term in judged.spots:
            old = term if is_left_behind(term.figure) else taken_back(term.figure, term, spots, articles)
            if old is not None:
                return old, term
    home = judged.spots[0]
    gone = taken_back(claim, home, spots, articles)
    if gone in judged.spots:
        return None  # "four of them were found" is what was taken off
    return (gone, home) if gone is not None and not _is_dated(claim, home, gone) else None


def _opposes(claim: Figure, home: Spot, other: Spot, articles: Sequence[Article]) -> bool:
    """Return whether another source's figure for the very thing cannot be true with the claim's."""
    if home.article == other.article:
        apart = bool(home.figure.thing.speaker and other.figure.thing.speaker)
        if home.sentence == other.sentence or not (apart or _is_former(home) or _is_former(other)):
            return False
    if not has_another_value(claim, other.figure):
        return False
    if of_other_games(home.figure, other.figure) or _of_another_moment(home.figure, other.figure):
        return False
    if of_a_past_time(other) - of_a_past_time(home) - set(claim.thing.words):
        return False  # what befell others in May 2011
    if not contradicts(home.figure, other.figure) and not _outgrown(home.figure, other.figure):
        return False
    if is_later(other, home, articles) and come_to(home, other):
        return True
    return _of_one_thing(claim, home, other, articles) and not conflict(claim, other.figure)


def _of_another_moment(one: Figure, other: Figure) -> bool:
    """Return whether two ranks are rounds of a contest in which something else happened: down in the fourth, stopped in the ninth."""
    if one.kind is not Kind.ORDINAL or one.thing.act == other.thing.act:
        return False
    return any(f.thing.noun in PERIODS or PERIOD in f.thing.status for f in (one, other))


def _of_one_thing(claim: Figure, home: Spot, other: Spot, articles: Sequence[Article]) -> bool:
    a, b = articles[home.article], articles[other.article]
    follows = home.article != other.article and bool(a.publisher) and a.publisher == b.publisher
    if same_thing(home, other, 2) if follows else same_thing(home, other):
        return True
    return (
        home.article != other.article
        and claim.thing.act in CUMULATIVE
        and same_thing(spot(claim, -1, -1), other)
    )


def _is_former(place: Spot) -> bool:
    return "former" in place.figure.thing.status


def _outgrown(first: Figure, second: Figure) -> bool:
    """Return whether a bound was outgrown: "at least eight" is not false once there are 31, but it is no longer the figure."""
    if first.thing.act not in CUMULATIVE or first.low is None or second.low is None:
        return False
    return first.modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN) and second.low > first.low


def _given(
    claim: Figure,
    judged: Judgement,
    spots: Sequence[Spot],
    given: Given,
    against: list[Spot],
) -> Judgement:
    """Hold a claim that names its source to that source."""
    if any(place.article in given.articles for place in judged.spots):
        return judged
    own = [s for s in spots if s.article in given.articles]
    if any(bears_out(s.figure, claim) for s in own):
        return judged
    contrary = [s for s in against if s.article in given.articles]
    if contrary:
        return Judgement(
            Verdict.UNSUPPORTED,
            f"the source named says {contrary[0].figure.text}, not {claim.text}",
            (contrary[0],),
        )
    return judged


def _replaced_by(first: Spot, second: Spot, articles: Sequence[Article]) -> bool:
    a, b = articles[first.article], articles[second.article]
    if first.article == second.article:
        return _is_former(first) and not _is_former(second)
    one, other = first.figure.thing, second.figure.thing
    since, at = a.published, b.published
    late = since is not None and at is not None and at - since >= LATER
    updated = tells_the_end(second)
    if a.publisher != b.publisher and of_two_voices(one, other) and not updated:
        return False
    if updated and late:
        return True
    if late and (a.publisher == b.publisher or not set(one.speaker).isdisjoint(other.speaker)):
        return True
    words = " ".join(w.removeprefix("family:") for w in other.words)
    return supersedes(second.figure, first.figure, words, b.published, a.published)


def _is_dated(claim: Figure, home: Spot, other: Spot) -> bool:
    """Return whether the claim dates itself: by its words, or by a date that only the older report has."""
    thing = claim.thing
    if "former" in thing.status or thing.role == "from":
        return True
    if claim.kind is Kind.DATE:
        return False
    dates = days(thing.words)
    if home.now is not None:
        dates = {w for w in dates if w[2:] < f"{home.now.isoformat()}:"}  # a day to come dates no report
    told_on = [word_for(p.now) if p.now is not None else "" for p in (home, other)]
    if all(told_on) and told_on[0] < told_on[1] and told_on[0] in dates and told_on[1] not in dates:
        return True  # it is of the day of the older report
    return bool(dates & home.words) and not dates & other.words


def _told(place: Spot, articles: Sequence[Article]) -> str:
    publisher = articles[place.article].publisher or "one"
    return f"{publisher} says {said(place.figure)}"
