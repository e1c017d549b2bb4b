"""Whether a clause tells of the past or of what is to come: it gives a bare weekday its direction.

Promise: the verb nearest before decides, else the nearest after, inside the sentence and a few words away.
"""

from __future__ import annotations

from briefing.figures.vocabulary.numberwords import NUMBER_WORDS
from briefing.figures.vocabulary.tokens import Tokens
from briefing.wordsets import word_set

_FUTURE = word_set(
    "will 'll shall won't would due expected scheduled plans planned expects set likely poised begins starts opens meets faces returns "
    "goes going may might could should can must aims hopes intends ahead arrives hosts resumes takes votes vows promises pledges "
    "upcoming tomorrow next is are play plays resume resumes begin start open meet face return vote decide decides rules leave "
    "leaves turns arrive travel travels heads close closes shuts end ends expire expires launches visits starts reopen reopens"
)


_PAST = word_set(
    "born shown seen known taken given written driven thrown begun sworn flown hidden fallen risen grown broken chosen stolen beaten "
    "was were had did said told began came went took won lost left made gave got saw found met ran fell rose hit struck shot held "
    "killed died flew drove broke built brought became sent spoke wrote led fought beat felt kept paid put sat stood threw cut set cost "
    "spread shut quit burst dealt heard sank stole swept swore tore withdrew"
)


_AUXILIARY = frozenset(
    {"will", "would", "to", "may", "might", "could", "should", "can", "shall", "must", "not"}
)


_STOP = frozenset({".", "!", "?", ";", "\u2022"})


_TITLES = word_set("mr mrs ms dr st gen sen rep gov")


_FORECASTERS = word_set("it he she they had who bank was")


def past_tense(t: Tokens, i: int) -> bool:
    """Whether the clause around token ``i`` is told in the past."""
    return _tense(t, i) == "past"


def future_tense(t: Tokens, i: int) -> bool:
    """Whether the clause around token ``i`` speaks of what is to come."""
    return _tense(t, i) == "future"


def _tense(t: Tokens, i: int) -> str:
    """``past``, ``future`` or nothing: the verb nearest before in the sentence decides, else the nearest after."""
    for k in range(i - 1, max(-1, i - 19), -1):
        found = _tense_word(t, k)
        if found == "stop":
            break
        if found:
            return "future" if _is_moved_to(t, k, i) or _holds_from(t, k, i) else found
    for k in range(i + 1, min(len(t), i + 13)):
        found = _tense_word(t, k)
        if found == "stop":
            break
        if found:
            return "future" if t.low[k] in _RESOLVED and t.word(k + 1) in _STOP else found
    return ""


_RESOLVED = word_set("decided agreed ruled resolved")  # "rises on 1 January, the cabinet decided."
_MOVED = word_set("moved postponed delayed deferred put pushed rescheduled extended brought shifted advanced")


def _is_moved_to(t: Tokens, k: int, i: int) -> bool:
    """Whether something was put off or brought forward from or to the day at ``i``, which is then still to come."""
    return t.word(i - 1) in {"from", "to", "until", "till"} and t.low[k] in _MOVED


def _holds_from(t: Tokens, k: int, i: int) -> bool:
    """Whether what has been done holds from the day at ``i``, which is then still to come: "has banned hoses from Friday"."""
    return t.word(i - 1) == "from" and bool({t.word(k - 1), t.word(k - 2)} & {"has", "have"})


def _full_stop(t: Tokens, k: int) -> bool:
    """Whether the point ends a sentence and not an abbreviation such as p.m. or U.S."""
    if t.word(k - 1) in {"no", "nos"} and t.is_digits(k + 1):
        return False
    return not t.glued(k + 1) and len(t.word(k - 1)) > 1 and t.word(k - 1) not in _TITLES


_ALSO_NOUNS = word_set(
    "start end close head open return vote votes face rules play plays starts ends leave heads visits closes launches takes meet"
)
_BEFORE_NOUN = word_set(
    "the a an its his her their this that of at no any first last in for and or s by second third final each every"
)


_DOING = frozenset({"do", "does", "follow", "follows"})


def _is_number(t: Tokens, k: int) -> bool:
    return t.is_digits(k) or t.word(k) in NUMBER_WORDS


_COMING = word_set("turned been celebrated marked reached")
_WAS = frozenset({"was", "were"})  # "was open again"


def _is_noun(t: Tokens, k: int) -> bool:
    """Return whether the word is no verb of what is to come: at the start, by 19 votes to 16, by a single vote, was open."""
    behind = t.word(k + 1) == "of" or t.word(k - 1) in _BEFORE_NOUN | _WAS
    counted = _is_number(t, k - 1) and t.low[k].endswith("s")  # "the two meet on Wednesday"
    return behind or t.word(k - 2) in {"a", "an"} or counted


def _tense_word(t: Tokens, k: int) -> str:
    word = t.low[k]
    if word in _STOP:
        return "stop" if word != "." or _full_stop(t, k) else ""
    if word == "forecast" and t.word(k - 1) in _FORECASTERS:
        return "past"
    if word in {"expected", "scheduled", "planned", "due", "set"}:
        return (
            "future"
            if t.word(k + 1) in {"to", "for", "in", "on", "at"}
            and t.word(k - 1) not in {"he", "she", "they", "who"}
            else "past"
        )
    if word in {"would", "could", "should"} and t.word(k + 1) == "have":
        return "future" if t.word(k + 2) in _COMING else ""  # "would have turned 92 in April", had she lived
    if word == "may" and t.capital(k):
        return ""  # the month
    if word in _ALSO_NOUNS and _is_noun(t, k):
        return "past" if t.word(k - 1) in _WAS else ""
    if word in _FUTURE or (word in _DOING and t.word(k + 1) in {"so", "suit", "on"}):
        return "future"
    if word in _PAST and t.word(k - 1) in _AUXILIARY:
        return ""  # "will quit": the auxiliary before it decides
    if t.word(k - 1) == "have" and t.word(k - 2) in {"would", "could", "should"}:
        return ""
    if word in _PAST or _is_past_form(t, k):
        if t.word(k - 1) in {"be", "get"} or (t.word(k - 1) in {"is", "are"} and word != "said"):
            return "future" if t.word(k - 1) == "be" else ""
        return "past"
    return ""


def _is_past_form(t: Tokens, k: int) -> bool:
    """Whether a word ends as the past does, or as what was done before: "expects 3 % now, after speaking of 2 on Monday"."""
    word = t.low[k]
    if word.endswith("ing"):
        return t.word(k - 1) in {"after", "since", "having"}
    others = {"need", "indeed", "speed", "united", "hundred", "exceed", "proceed"}
    return word.endswith("ed") and len(word) > 4 and word not in others
