"""Hedges and bounds around a figure: about 12, at most 12, 12 or more.

Promise: the strongest bound wins over a hedge.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.data import Kind, Modifier
from briefing.figures.reading.amounting import adds_up, comes_near, goes_beyond, is_of_a_mark, outdoes
from briefing.figures.vocabulary.lexicon import BEING
from briefing.figures.vocabulary.numberwords import NUMBER_WORDS
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import by_word, word_set

_A, _N, _L, _M, _G, _S = (
    Modifier.ABOUT,
    Modifier.NEARLY,
    Modifier.AT_LEAST,
    Modifier.AT_MOST,
    Modifier.MORE_THAN,
    Modifier.LESS_THAN,
)
_BEFORE_TABLE = {
    _A: "about|around|some|roughly|approximately|approx|approx .|circa|c .|ca .|~|≈|an estimated|estimated|an estimate of|estimated at|"
        "estimates of|in the region of|in the order of|on the order of|of the order of|something like|or about|give or take|"
        "more or less|somewhere around|round about|in the neighborhood of|in the neighbourhood of|in the vicinity of|"
        "an approximate|approximating|reportedly about|loosely|±|a reported|say|as good as|around about|estimated to be|"
        "little more than|not much more than|barely more than|nominally",
    _N: "nearly|almost|close to|just under|approaching|just below|just short of|a little under|slightly under|slightly less than|"
        "a little less than|just less than|nearing|not quite|a bit less than|just shy of|virtually|practically|shy of|near|"
        "a little below|slightly below|approach|approaches|approached|neared|nears|verging on|close on|closing in on|a shade under|a touch under|as near as",
    _L: "at least|no fewer than|never fewer than|never less than|no less than|not less than|not fewer than|a minimum of|minimum of|minimum|as few as|at the least|"
        "at a minimum|≥|a low of at least|> =|at the very least|at a minimum of|starting at|starting from|from at least|"
        "no lower than|not lower than|no earlier than|not below|min .|min|nothing less than|a good|upward from|≧",
    _M: "at most|up to|as many as|as much as|no more than|not more than|never more than|not any more than|a maximum of|maximum of|maximum|at the most|≤|< =|"
        "as high as|as long as|as far as|as large as|capped at|no higher than|no greater than|no later than|not exceeding|"
        "not exceed|limited to|no longer than|not above|a cap of|a limit of|a ceiling of|max .|max|anything up to|at the very most|≦|"
        "within|as big as|up to a maximum of|up to about|up to around|up to some|up to roughly|up to nearly|up to an estimated|not longer than",
    _G: "more than|over|above|exceeding|upward of|upwards of|in excess of|greater than|larger than|bigger than|higher than|longer than|"
        "older than|beyond|well over|just over|a little over|slightly over|slightly more than|a little more than|far more than|"
        "well above|well in excess of|north of|exceeded|exceeds|exceed|surpassed|surpassing|surpasses|topped|topping|tops|top|passed|pass|"
        "much more than|well more than|just above|>|over and above|better than|heavier than|taller than|deeper than|wider than|farther than|"
        "further than|excess of|upwards from|later than|outnumbering|passing|a bit more than|not only|slightly above|comfortably over|"
        "a shade over|a touch over|a bit over|hotter than|faster than|stronger than|anything over|all but over",
    _S: "less than|fewer than|under|below|lower than|smaller than|shorter than|younger than|well under|well below|much less than|"
        "far less than|far fewer than|south of|short of|<|inside|sub -|earlier than|lighter than|cooler than|colder than|"
        "cheaper than|not even|anything under|comfortably under|barely|fall short of|beneath",
}  # fmt: skip


def _phrases(table: dict[Modifier, str]) -> Iterator[tuple[tuple[str, ...], Modifier]]:
    for modifier, phrases in table.items():
        for phrase in phrases.split("|"):
            yield tuple(phrase.split()), modifier


_BY_LAST = by_word(_phrases(_BEFORE_TABLE), -1)

_SKIP = word_set(
    "the another additional further other total a an its their his her only just exactly precisely possibly perhaps"
)
_NO_HEDGE_ABOUT = word_set(
    "talk talked talking know knew known think thought said say says learn learned worried worry concerned concern concerns "
    "information asked ask questions question complaints complaint complained details story stories book report doubts "
    "something nothing everything heard told written wrote wrong clear certain optimistic what how all excited warn warned"
)
_BOUNDS = frozenset({_L, _M, _G, _S})
_AFTER_TABLE = {
    _L: "or more|or over|or older|or above|or greater|or higher|or longer|and over|and older|and above|and up|and more|- plus|plus|+|at least|"
        "or better|minimum|at a minimum|and counting|or later|or upwards|and upwards|or taller|or larger|or bigger|at the least|upwards",
    _M: "or fewer|or less|or under|or younger|or below|or lower|or shorter|and under|and younger|and below|at most|at the most|maximum|tops|"
        "or smaller|or earlier",
    _A: "or so|or thereabouts|or thereabout|- odd|odd|- ish|ish|give or take|or roughly|- some|- something|more or less",
}  # fmt: skip
_BY_FIRST = by_word(_phrases(_AFTER_TABLE), 0)
_ACROSS_NOUN = word_set("or and at")


def _match_before(t: Tokens, i: int) -> tuple[tuple[str, ...], Modifier] | None:
    """Return the longest modifier phrase that ends just before token ``i``."""
    for words, modifier in _BY_LAST.get(t.word(i - 1), ()):
        n = len(words)
        if n == 1 or (i >= n and tuple(t.low[i - n : i]) == words):
            return words, modifier
    return None


_CAPPING = word_set("capped caps cap capping limited limits limiting restricted restricts")
_POINTS_IN_TIME = frozenset({Kind.DATE, Kind.TIME, Kind.ORDINAL, Kind.SCORE, Kind.NAME})
_REACH_OF_CAP = 8


def _capped(t: Tokens, k: int) -> bool:
    """Return whether a verb of capping governs the "at" or "to" at token ``k``: "capped next year's rise at 3.5 %"."""
    for n in range(k - 1, max(-1, k - _REACH_OF_CAP), -1):
        word = t.low[n]
        if word in _CAPPING:
            return (word.startswith("cap")) == (t.word(k) == "at")
        if not word.isalpha() and word not in {"'", "-"}:
            return False
    return False


def modifier_before(t: Tokens, i: int, kind: Kind) -> tuple[Modifier, int]:
    """Return the modifier in front of token ``i`` and the index where its words begin (``i`` where there is none)."""
    k = i
    for _ in range(3):
        if t.word(k - 1) in _SKIP:
            k -= 1
        elif t.word(k - 1) == "of" and t.word(k - 2) == "total":
            k -= 2
    if t.word(i - 1) in {"at", "to"} and kind not in _POINTS_IN_TIME and _capped(t, i - 1):
        return Modifier.AT_MOST, i - 1
    found = _match_before(t, i)
    at = i
    if found is None and k != i:
        found, at = _match_before(t, k), k
        loose = (
            found is not None
            and len(found[0]) == 1
            and (found[0][0] in _PREPOSITIONS or found[0][0] in _PASSING_VERBS)
        )
        defined = loose and any(word in _ARTICLES for word in t.low[k:i]) and not is_of_a_mark(t, k, i)
        if defined or outdoes(t, k, i):
            return Modifier.EXACT, i  # "over a 90-day truce", "passed a $5m plan"
        compared = found is not None and found[1] in {_G, _S, _N} and len(found[0]) > 1
        if compared and t.word(i - 1) == "the":
            return Modifier.EXACT, i  # "short of the 40 expected": what another is measured by
    if found is None or not _allowed(t, at, found[0], kind):
        return Modifier.EXACT, i
    if found[1] in _TURNED and "the" in t.low[at:i] and _is_set(t, i):
        return Modifier.EXACT, i
    begin = at - len(found[0])
    if found[1] in _TURNED and t.word(begin - 1) in BEING and _negated(t, begin):
        return _TURNED[found[1]], begin
    outer = _match_before(t, begin)
    if outer is not None and outer[1] in _BOUNDS and _allowed(t, begin, outer[0], kind):
        return outer[1], begin - len(outer[0])
    return found[1], begin


_LIMITS = frozenset(("a", noun, "of") for noun in ("ceiling", "limit", "cap", "maximum"))
_MEASURED_BY = word_set("against above below beyond under over than exceeding exceeded exceeds exceed")
_SET = word_set(
    "needed required necessary expected planned forecast reported budgeted allowed permitted promised"
)
_WORDS_TO_SET = 4


def _is_set(t: Tokens, i: int) -> bool:
    """Return whether the number at ``i`` is itself a mark that something else misses: "short of the 151 needed"."""
    return any(t.word(k) in _SET for k in range(i + 1, i + 1 + _WORDS_TO_SET))


_TURNED = {_G: _M, _S: _L}  # none is more than 26: at most 26
_NOBODY = frozenset({"none", "nobody", "never", "neither"})
_REACH_OF_NONE = 6


def _negated(t: Tokens, begin: int) -> bool:
    """Return whether nobody, none or not governs the comparison that begins at token ``begin``."""
    for n in range(begin - 1, max(-1, begin - _REACH_OF_NONE), -1):
        word = t.low[n]
        if word in _NOBODY or word in {"no", "not"}:
            return True
        if not word.isalpha():
            return False
    return False


_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her"})
_APPROACHING = word_set("approach approaches approached neared nears")
_PREPOSITIONS = word_set("over within inside under above below beyond near around about some")
_PASSING_VERBS = word_set("passed topped topping passing tops say barely beneath min")


_MOVED = word_set(
    "go going edged ticked crept inched nudged jumped shot moved pushed rose climbed went gone goes picked bumped driven brought revised crawled "
    "bounced risen climbing edging creeping shoots"
)


def _allowed(t: Tokens, at: int, words: tuple[str, ...], kind: Kind) -> bool:
    """Whether a phrase is a modifier here and not a preposition with another sense."""
    word, before = words[0], t.word(at - len(words) - 1)
    if len(words) > 1:
        if words in _LIMITS and before in _MEASURED_BY:
            return False  # "3.4 percent, above a ceiling of 3"
        if words == ("up", "to") and (t.word(at - 3) in _MOVED or adds_up(t, at - 2, at, kind)):
            return False  # edged up to 4.2 %
        if (
            words == ("up", "to")
            and t.word(at - 3) in {"is", "was", "now", "catch", "back"}
            and _from_follows(t, at)
        ):
            return False
        return not (words == ("more", "than") and before == "no")
    if word in {"top", "pass"}:
        return goes_beyond(t, at, kind)
    if word in _APPROACHING:
        return comes_near(t, at, kind)
    if word in _PREPOSITIONS:
        return _preposition_is_bound(t, at, word, before, kind)
    if word in _PASSING_VERBS:
        vote = t.word(at + 1) in {"to", "-", "of"}
        return kind not in {Kind.DATE, Kind.TIME, Kind.ORDINAL, Kind.SCORE} and word != "say" and not vote
    return True


def _from_follows(t: Tokens, at: int) -> bool:
    return any(t.word(at + n) == "from" for n in range(1, 6))


_LASTING = word_set(
    "for lasted took just well spent lasting after waited spanning only slightly little of lasts takes taken spend served"
)
_OVER_TAKEN = word_set("handed took take taken turned won victory win across all presided lead")


def _preposition_is_bound(t: Tokens, at: int, word: str, before: str, kind: Kind) -> bool:
    if word == "about":
        return before not in _NO_HEDGE_ABOUT
    if kind in {Kind.DATE, Kind.ORDINAL, Kind.SCORE, Kind.NAME}:
        return word in {"around", "about"} and kind is Kind.DATE
    if word in {"over", "within", "inside", "beyond"} and kind is Kind.DURATION:
        return word == "over" and before in _LASTING  # fmt: skip
    if word in {"within", "inside", "beneath"}:
        return kind is Kind.MEASURE
    if word == "over" and before in _OVER_TAKEN:
        return False
    if word == "under" and (kind is Kind.COUNT and before in {"placed", "operates", "come"}):
        return False
    return not (word in {"around", "near"} and before in {"gathered", "built", "all"})


def modifier_after(t: Tokens, j: int) -> Modifier | None:
    """Return the modifier behind a figure that ends before token ``j``, also across a noun or two."""
    for offset in range(3):
        word = t.word(j + offset)
        if offset and word not in _ACROSS_NOUN:
            if not word.isalpha():
                return None
            continue
        for words, modifier in _BY_FIRST.get(word, ()):
            if tuple(t.low[j + offset : j + offset + len(words)]) == words:
                if word == "plus" and (
                    t.word(j + offset + 1) in {"a", "the", "an"} or t.is_digits(j + offset + 1)
                ):
                    continue
                if word == "+" and (not t.glued(j) or t.is_digits(j + 1)):
                    continue
                end = j + offset + len(words)
                if words[0] == "at" and (t.is_digits(end) or (offset and not _ends_clause(t, end))):
                    continue
                if (
                    len(words) == 2
                    and words[1] in {"more", "over", "above", "under", "less", "up"}
                    and _continues(t, j + offset + 2, words)
                ):
                    continue
                return modifier
        if not word.isalpha():
            return None
    return None


def _ends_clause(t: Tokens, k: int) -> bool:
    """Whether "at most" looks back: no number or determiner follows that it could bound."""
    word = t.word(k)
    return not t.is_digits(k) and word not in _BOUNDED and word not in NUMBER_WORDS


_BOUNDED = word_set("a an the another some one half part several his her its their partly")


def _continues(t: Tokens, k: int, words: tuple[str, ...]) -> bool:
    """Read "and more than 12", "and over 30 others" begin the next figure."""
    return words[0] == "and" and (
        t.word(k) in {"than", "a", "the", "people"} or t.is_digits(k) or t.word(k).isalpha()
    )
