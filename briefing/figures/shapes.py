"""Two numbers that make one figure: ranges, scores, votes, ratios, shares.

Promise: both numbers are kept, in order for scores and fractions (``parts``), sorted for ranges.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from briefing.data import Kind, Modifier
from briefing.figures.ages import read_age
from briefing.figures.clock import read_time
from briefing.figures.draft import Context, Draft
from briefing.figures.modifiers import change_verb
from briefing.figures.number import EXACT
from briefing.figures.numberwords import word_set
from briefing.figures.numerals import read_number
from briefing.figures.quantities import quantity_from, scaled_by
from briefing.figures.rates import rate
from briefing.figures.tokens import Tokens

_DASHES = frozenset({"-", "\u2013"})
_WON = word_set(
    "won win wins winning beat beats beaten beating lost lose losing loss defeat defeats defeated draw drew drawn victory lead leads led leading "
    "trail trailed trailing score scores scored scoreline tied tie ahead down up vote votes voted voting ruled ruling approved passed rejected "
    "aggregate equaliser level triumph rout thrash thrashed thrashing hammering drubbing sweep swept edged upset routed stunned crushed downed "
    "outscored record final series verdict decision majority set sets match matches game split by it's finished ended penalties shootout "
    "hosts visitors backed opposed acquitted convicted carried motion dissent"
)
_SCORE_AFTER = word_set(
    "win victory defeat loss draw lead scoreline vote ruling decision majority aggregate on at against over to down up after in with when "
    "triumph thrashing rout record advantage deficit split verdict series drubbing hammering margin start home away half-time party-line favour and"
)
_RANGE_BEFORE = word_set(
    "pages page ages aged grades articles chapters years verses lines sections age between from rooms levels days weeks"
)
_COUNT_KINDS = frozenset({Kind.COUNT, Kind.FRACTION})
_RANGED = frozenset(
    {
        Kind.COUNT,
        Kind.MONEY,
        Kind.PERCENT,
        Kind.POINTS,
        Kind.MEASURE,
        Kind.DURATION,
        Kind.TEMPERATURE,
        Kind.AGE,
        Kind.RATE,
        Kind.VAGUE,
        Kind.FRACTION,
    }
)


def combine(t: Tokens, first: Draft, c: Context) -> Draft:
    """Return the figure that ``first`` is a part of, or ``first`` itself."""
    if first.kind not in _RANGED:
        return first
    return _share(t, first) or _nil(t, first) or _joined(t, first, c) or _either(t, first, c) or first


_NOT_PLURAL = word_set("was this versus across has its is says plus")
_COLLECTIVES = word_set("people men women children more dead percent per other police new")


def _plural_follows(t: Tokens, j: int) -> bool:
    word = t.raw(j)
    return word.isalpha() and word.islower() and ((len(word) > 3 and word.endswith("s") and word not in _NOT_PLURAL) or word in _COLLECTIVES)  # fmt: skip


# ------------------------------------------------------------------ shares


def _share(t: Tokens, first: Draft) -> Draft | None:
    """Read one in four, nine out of ten, 6 of 8, 6 of the 8, 3:1."""
    if not first.bare or first.low is None or first.low != first.high or not _whole(first.low):
        return None
    j = first.j
    if t.word(j) == ":" and t.glued(j) and t.is_digits(j + 1) and t.glued(j + 1):
        return _ratio(t, first, j + 1)
    word, k = _share_link(t, j)
    if first.low == 1 and t.word(first.i) == "one" and t.word(j).isalpha() and t.word(j + 1) == "in":
        word, k = _share_link(t, j + 1)  # one child in ten
    second = read_number(t, k) if word and k < len(t) else None
    if (
        second is None
        or second.form != "cardinal"
        or not _whole(second.low)
        or second.low < max(first.low, Decimal(2))
    ):
        return None
    apart = t.word(j) not in {"in", "out", "of", "-"} and _plural_follows(t, second.j)  # one man in two cars
    if apart or _not_a_share(t, first, second.i, second.j, word):
        return None
    return _fraction(first, first.low, second.low, second.j)


def _whole(value: Decimal) -> bool:
    return value >= 0 and value == value.to_integral_value()


def _share_link(t: Tokens, j: int) -> tuple[str, int]:
    """Return "in", "out" or "of" between the two numbers of a share, and where the second begins."""
    word = t.word(j)
    if word == "-" and t.word(j + 1) == "in" and t.word(j + 2) == "-":
        return "in", j + 3
    if word == "in":
        return "in", j + 2 if t.word(j + 1) == "every" else j + 1
    if word == "out" and t.word(j + 1) == "of":
        return "out", j + 3 if t.word(j + 2) in {"every", "the", "a", "its", "their"} else j + 2
    if word == "of":
        return "of", j + 2 if t.word(j + 1) in {
            "the",
            "its",
            "their",
            "his",
            "her",
            "every",
            "all",
        } else j + 1
    return "", j


_TIME_AFTER = word_set(
    "hours hour days day weeks week months month years year minutes minute seconds second decades decade games matches quarters seasons hour's "
    "starts innings attempts overs runs races appearances %"
)


_NO_SHARE_AFTER = word_set("percent % per million cities countries towns states")


def _not_a_share(t: Tokens, first: Draft, i: int, j: int, word: str) -> bool:
    after = t.word(j + 1) if t.word(j) == "-" else t.word(j)
    if word == "in":
        if after in _TIME_AFTER or after in _NO_SHARE_AFTER:
            return True
        if t.is_digits(i) and len(t.low[i]) == 4 and t.low[i].isdecimal() and 1500 <= int(t.low[i]) < 2100:
            return True
        if (first.low is not None and first.low > 20) or (t.capital(i) and not t.is_digits(i)):
            return True
        return not (
            t.is_digits(i) == t.is_digits(first.i)
            or t.low[i] in {"a", "100"}
            or t.word(first.i) in {"one", "1"}
            or after in {"of", "who", "were", "was", "said"}
        )
    if after in {"percent", "%", "per", "million", "billion"} or (after in _TIME_AFTER and word == "of"):
        return True
    return (
        t.word(i - 1) == "of"
        and t.is_digits(i)
        and len(t.low[i]) == 4
        and t.low[i].isdecimal()
        and 1900 <= int(t.low[i]) < 2100
    )


def _fraction(first: Draft, top: Decimal, bottom: Decimal, j: int) -> Draft:
    value = top / bottom
    return Draft(Kind.FRACTION, first.i, j, value, value, "", "", value, (top, bottom), first.modifier)


def _ratio(t: Tokens, first: Draft, k: int) -> Draft | None:
    second = t.value.get(k)
    if second is None or second == 0 or first.low is None:
        return None
    whole, point, _ = t.low[k].partition(".")
    if point and len(whole) == 2 and second < 60:  # 30:44.9, a time run
        seconds = first.low * 60 + second
        return Draft(
            Kind.DURATION, first.i, k + 1, seconds, seconds, "second", "second", grain=Decimal("0.1")
        )
    value = first.low / second
    return Draft(Kind.RATIO, first.i, k + 1, value, value, parts=(first.low, second))


# ------------------------------------------------------------------ scores


def _nil(t: Tokens, first: Draft) -> Draft | None:
    """2-nil, one-nil, 3-love."""
    j = first.j
    if t.word(j) == "-" and t.word(j + 1) in {"nil", "all", "love"} and first.low is not None and first.bare:
        other = first.low if t.word(j + 1) == "all" else Decimal(0)
        return _score(first, (first.low, other), j + 2)
    return None


def _score(first: Draft, parts: tuple[Decimal, ...], j: int) -> Draft:
    return Draft(Kind.SCORE, first.i, j, parts[0], parts[1], parts=parts)


def _joined(t: Tokens, first: Draft, c: Context) -> Draft | None:
    """Return a number, a dash or "to" or (after "between") "and", and another number."""
    j = first.j
    word = t.word(j)
    if word == "/" and first.bare and t.glued(j) and t.glued(j + 1) and t.is_digits(j + 1):
        return _slashed(t, first)
    if word == "-" and t.word(j + 1) == "to" and t.word(j + 2) == "-":
        return _range(t, first, j + 3, c)
    if word in _DASHES:
        if t.glued(j) != t.glued(j + 1) and not (word == "-" and not first.bare):
            return None
        return _dashed(t, first, c)
    if word == "votes" and t.word(j + 1) in {"to", "-", "against"} and first.bare:
        return _votes(t, first, j + 2)
    if word == "to":
        if t.word(first.i - 1) == "to" and t.word(first.i - 2) not in {"up"}:
            return None
        return _to(t, first, c)
    if word == "and" and _between(t, first.i):
        return _range(t, first, j + 1, c)
    return None


_AFTER_BETWEEN = word_set("about around the ages of an a roughly approximately some anywhere")


def _slashed(t: Tokens, first: Draft) -> Draft | None:
    """Read 5/12 as a fraction and 120/80, 245/6 as a pair."""
    second = t.value[first.j + 1]
    if first.low is None or second == 0 or t.word(first.j + 2) == "/":
        return None
    if first.low <= second:
        return _fraction(first, first.low, second, first.j + 2)
    return _score(first, (first.low, second), first.j + 2)


def _between(t: Tokens, i: int) -> bool:
    k = i - 1
    for _ in range(3):
        if t.word(k) == "between":
            return True
        if t.word(k) not in _AFTER_BETWEEN:
            return False
        k -= 1
    return False


def _dashed(t: Tokens, first: Draft, c: Context) -> Draft | None:
    k = first.j + 1
    if first.bare and (clock := _clock_range(t, first, k)) is not None:
        return clock
    second = quantity_from(t, k, c)
    if second is None or second.low is None or first.low is None or second.kind is Kind.ORDINAL:
        return _range(t, first, k, c) if first.bare and second is None else None
    if first.kind is Kind.DURATION and second.kind is not Kind.DURATION:
        return None
    if first.bare and second.bare and first.kind is Kind.COUNT and second.kind is Kind.COUNT:
        return _bare_pair(t, first, second, c)
    return _range(t, first, k, c)


_LINKS = word_set("in on at and to with when after")


def _bare_pair(t: Tokens, first: Draft, second: Draft, c: Context) -> Draft | None:
    """Two bare numbers with a dash: a score, or a range where a noun is counted."""
    assert first.low is not None
    assert second.low is not None
    if (
        t.word(second.j) in _DASHES
        and t.glued(second.j)
        and t.glued(second.j + 1)
        and t.is_digits(second.j + 1)
    ):
        return _chain(t, first)
    after = t.word(second.j)
    if after == "-" and t.glued(second.j):
        after = t.word(second.j + 1)
        if after not in _SCORE_AFTER and first.low < second.low:
            return _range(t, first, first.j + 1, c)
    scale = scaled_by(t, second)
    if first.low >= second.low and scale == 1:
        return _score(first, (first.low, second.low), second.j)
    if scale != 1 or _plural_follows(t, second.j) or t.word(first.i - 1) in _RANGE_BEFORE:
        return _range(t, first, first.j + 1, c)
    if (after in _SCORE_AFTER and after not in _LINKS) or _context(t, first.i, second.j):
        return _score(first, (first.low, second.low), second.j)
    if first.low != first.low.to_integral_value() or second.low > 300 or not t.glued(first.j):
        return _range(t, first, first.j + 1, c)
    return (
        _score(first, (first.low, second.low), second.j)
        if second.low < 30 or t.capital(first.i - 1)
        else _range(t, first, first.j + 1, c)
    )


def _chain(t: Tokens, first: Draft) -> Draft | None:
    """Read 2-1-3 and 4-2-3-1: three numbers or more, as they stand."""
    if first.low is None or first.low != first.high:
        return None
    parts, j = [first.low], first.j
    while t.word(j) in _DASHES and t.glued(j) and t.glued(j + 1) and t.is_digits(j + 1) and len(parts) < 8:
        parts.append(t.value[j + 1])
        j += 2
    return _score(first, tuple(parts), j) if len(parts) > 2 else None


def _context(t: Tokens, i: int, j: int) -> bool:
    return any(t.word(k) in _WON for k in range(max(0, i - 8), i)) or any(
        t.word(k) in _WON for k in range(j, min(len(t), j + 3))
    )


def _votes(t: Tokens, first: Draft, k: int) -> Draft | None:
    second = read_number(t, k)
    if second is None or second.form != "cardinal" or first.low is None:
        return None
    return _score(first, (first.low, second.low), second.j)


_VOTE_CONTEXT = word_set(
    "vote votes voted voting ruled ruling decision majority verdict score beat won win lost by backed approved rejected passed carried"
)


def _to(t: Tokens, first: Draft, c: Context) -> Draft | None:
    """5 to 7 percent; 10 to 9 (votes); "from 10 to 12" under a verb of change stays two levels."""
    k = first.j + 1
    if t.word(k) in {"the", "a"}:
        return None
    if t.word(k) in {"about", "around", "nearly", "almost", "some"} and _from(t, first.i):
        k += 1
    second = quantity_from(t, k, c)
    if (
        second is None
        or second.low is None
        or first.low is None
        or second.kind in {Kind.ORDINAL}
        or second.i < first.j
    ):
        return None
    if first.bare and change_verb(t, first.i, near=True):
        return None  # rose by 12 to 30
    if t.word(first.i - 1) == "by" and change_verb(t, first.i):
        return None  # raised its dividend by half a penny to 4.5p
    if first.bare and second.bare and first.kind is Kind.COUNT is second.kind and not _from(t, first.i):
        voted = any(t.word(n) in _VOTE_CONTEXT for n in range(max(0, first.i - 6), first.i)) or t.word(second.j) in {"vote", "decision", "ruling", "majority"} or (
            t.word(second.j) == "-" and t.word(second.j + 1) in {"vote", "decision"})  # fmt: skip
        if first.low >= second.low or (voted and not _plural_follows(t, second.j)):
            if not voted and first.low > second.low and t.word(second.j) not in {"against", "on"}:
                return (
                    Draft(
                        Kind.RATIO,
                        first.i,
                        second.j,
                        first.low / second.low,
                        first.low / second.low,
                        parts=(first.low, second.low),
                    )
                    if second.low and second.low == 1
                    else None
                )
            return _score(first, (first.low, second.low), second.j) if scaled_by(t, second) == 1 else None
    if _from(t, first.i) and change_verb(t, first.i):
        return None
    if change_verb(t, first.i, near=True) and not second.bare and not first.bare:
        return None
    return _range(t, first, k, c)


def _from(t: Tokens, i: int) -> bool:
    return t.word(i - 1) == "from" or (
        t.word(i - 2) == "from"
        and t.word(i - 1) in {"about", "around", "nearly", "almost", "just", "some", "over"}
    )


def _either(t: Tokens, first: Draft, c: Context) -> Draft | None:
    """Read "two or three people": neighbours of like kind."""
    if t.word(first.j) != "or" or first.low is None or not first.bare or first.kind is not Kind.COUNT:
        return None
    second = quantity_from(t, first.j + 1, c)
    if (
        second is None
        or second.low is None
        or second.kind not in {Kind.COUNT, Kind.DURATION, Kind.PERCENT, Kind.MEASURE}
    ):
        return None
    if second.i != first.j + 1 or not first.low < second.low / second.factor <= first.low + max(
        first.low, Decimal(2)
    ):
        return None
    return _range(t, first, first.j + 1, c)


def _clock_range(t: Tokens, first: Draft, k: int) -> Draft | None:
    """Read "9 to 11pm", "between 5 and 6 a.m."."""
    if (
        not t.is_digits(k)
        or first.low is None
        or not 1 <= first.low <= 12
        or first.low != first.low.to_integral_value()
    ):
        return None
    second = read_time(t, k)
    if (
        second is None
        or second.low is None
        or (t.word(k + 1) == ":" and t.word(k + 3) not in {"am", "pm", "a", "p"})
    ):
        return None
    half_day = Decimal(720) if second.low >= 720 else Decimal(0)
    low = (first.low % 12) * 60 + half_day
    if low > second.low:
        low -= 720
    return Draft(
        Kind.TIME, first.i, second.j, max(low, Decimal(0)), second.low, second.unit, modifier=first.modifier
    )


def _range(t: Tokens, first: Draft, k: int, c: Context) -> Draft | None:
    """Join ``first`` and the quantity at ``k``; unit, currency and scale are shared where only one has them."""
    if k >= len(t):
        return None
    if first.bare and first.kind is Kind.COUNT and (clock := _clock_range(t, first, k)) is not None:
        return clock
    second = quantity_from(t, k, c)
    if first.bare and t.is_digits(k) and (age := read_age(t, k)) is not None and age.i == k:
        second = age
    if second is None or second.kind in {Kind.ORDINAL, Kind.VAGUE} or first.kind is Kind.VAGUE:
        return None
    if first.kind is Kind.FRACTION and second.kind in {Kind.MONEY, Kind.COUNT, Kind.PERCENT}:
        return None  # "jumped by a third to £45m"
    shared = _share_unit(first, second)
    if shared is None:
        return None
    low, high, model = shared
    scale = scaled_by(t, second)
    if scale != 1 and scaled_by(t, first) == 1 and EXACT.multiply(low, scale) <= high:
        low = EXACT.multiply(low, scale)
    if (
        first.bare
        and second.bare
        and 1 <= low < 1000 <= high
        and high % 1000 == 0
        and low * 1000 < high
        and t.word(k - 1) == "to"
    ):
        low *= 1000  # 15 to 20,000
    if (low > high and min(low, high) >= 0) or (model.kind is Kind.FRACTION and first.kind is Kind.COUNT):
        return None
    out = Draft(
        model.kind,
        first.i,
        second.j,
        min(low, high),
        max(low, high),
        model.unit,
        model.written_unit,
        second.grain,
    )
    out.modifier, out.factor, out.bare = first.modifier, model.factor, first.bare and second.bare
    if not out.bare and model is first:
        rate(t, out)
    return out


def _share_unit(first: Draft, second: Draft) -> tuple[Decimal, Decimal, Draft] | None:
    """Bring two ends of a range to one unit: its ends, and the draft that has the unit; ``None`` if they differ."""
    if first.low is None or second.high is None:
        return None
    low, high = first.low, second.high
    if first.bare and not second.bare:
        low = EXACT.multiply(low, second.factor)
        if second.kind is Kind.RATE and second.written_unit.startswith("per "):
            low = low / (Decimal(second.written_unit[4:]) or Decimal(1))
        return low, high, second
    if second.bare and not first.bare:
        if first.kind not in {Kind.MONEY, Kind.AGE}:
            return None  # "5 percent to 6.2 million": the change, then the level
        return low, EXACT.multiply(high, first.factor), first
    if second.kind is Kind.RATE and second.unit.startswith("/") and first.kind is Kind.MONEY:
        second.unit, second.written_unit = first.unit + second.unit, first.written_unit  # €30-40 a month
        return low, high, second
    rated = Kind.RATE in {first.kind, second.kind}
    same = first.unit == second.unit and (first.kind is second.kind or rated)
    return (low, high, second) if same or (rated and second.unit.startswith(first.unit)) else None


def _ages(t: Tokens, drafts: list[Draft]) -> None:
    """Go on with ages in a list: "aged 11, 13 and 17"."""
    for first, second in pairwise(drafts):
        if (
            first.kind is not Kind.AGE
            or t.word(first.i - 1) not in {"aged", "ages", ",", "and"}
            or first.j != first.i + 1
        ):
            continue
        if (
            second.bare
            and second.kind is Kind.COUNT
            and t.low[first.j : second.i] in ([","], ["and"], [",", "and"], ["or"])
        ) and not _plural_follows(t, second.j):
            second.kind, second.unit, second.written_unit, second.bare = (
                Kind.AGE,
                first.unit,
                first.written_unit,
                False,
            )


def spread(t: Tokens, drafts: list[Draft]) -> None:
    """Give bare numbers of a list the unit at its end: "5 and 7 percent", "10, 12 and 15 percent"."""
    _ages(t, drafts)
    _carry_on(t, drafts)
    for n in range(len(drafts) - 2, -1, -1):
        first, second = drafts[n], drafts[n + 1]
        if (
            not first.bare
            or first.kind is not Kind.COUNT
            or second.bare
            or first.low is None
            or first.high is None
        ):
            continue
        if second.kind not in {
            Kind.PERCENT,
            Kind.POINTS,
            Kind.DURATION,
            Kind.TEMPERATURE,
        } and second.written_unit not in {"cent", "pence"}:
            continue
        if second.kind is Kind.DURATION and t.word(first.j) != "or":
            continue
        between = t.low[first.j : second.i]
        if between in (["and"], ["or"], [","], [",", "and"], ["to"], ["and", "then"]) and _listed(t, second):
            first.kind, first.unit, first.written_unit, first.bare = (
                second.kind,
                second.unit,
                second.written_unit,
                False,
            )
            first.low, first.high = (
                EXACT.multiply(first.low, second.factor),
                EXACT.multiply(first.high, second.factor),
            )
            first.factor = second.factor


_ELLIPTICAL = word_set("of from to against than with")
_REACH_OF_UNIT = 8  # tokens on from a figure within which a bare number may share its unit


def _carry_on(t: Tokens, drafts: list[Draft]) -> None:
    """Give a bare number the unit of the figure before it: "19 minutes instead of 50"."""
    for first, second in pairwise(drafts):
        if not second.bare or second.kind is not Kind.COUNT or first.bare or first.factor == 1:
            continue
        if first.kind not in {Kind.DURATION, Kind.MEASURE} or second.low is None or second.high is None:
            continue
        between, after = t.low[first.j : second.i], t.word(second.j)
        open_end = not after.isalpha() or after in _LINKS or after in {"before", "last", "now", "previously"}
        if len(between) > _REACH_OF_UNIT or {".", ";", "!", "?"} & set(between) or not open_end:
            continue
        if not between or between[-1] not in _ELLIPTICAL or after in {"%", "-", "$"}:
            continue
        second.low, second.high = (
            EXACT.multiply(second.low, first.factor),
            EXACT.multiply(second.high, first.factor),
        )
        second.kind, second.unit, second.written_unit, second.bare = (
            first.kind,
            first.unit,
            first.written_unit,
            False,
        )
        second.factor = first.factor


def _listed(t: Tokens, second: Draft) -> bool:
    return second.modifier is Modifier.EXACT
