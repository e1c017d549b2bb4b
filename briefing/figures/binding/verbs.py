"""Whether a word of a sentence is used as a verb, judged by its form and the words beside it.

Promise: a participle or a plural before its noun is no verb, and no test looks further than two words.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.figures.binding.words import Token
from briefing.figures.vocabulary.lexicon import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPWORDS,
    VERBS,
)
from briefing.figures.vocabulary.thesaurus import NOUN_OF, PERSONS
from briefing.wordsets import word_set


def is_verb(line: Sequence[Token], place: int) -> bool:
    """Return whether the word at ``place`` is used as a verb, judged by its form and the word before it."""
    if place >= len(line):
        return False
    token = line[place]
    low = token.low
    if not token.is_word or token.is_name or low == "aged" or _tells_when(line, place):
        return False
    if low in AUXILIARIES:
        return True
    previous = line[place - 1] if place else None
    known = token.stem in VERBS
    if low.endswith("ed") and len(low) > 4:
        return not _reads_as_adjective(line, place)
    if not known and previous is not None and _opens_with_verb(line, place):
        return True
    if not known:
        return after_people(line, place) and not _noun_may_follow(line, place)
    if low in _NOUNS_IN_ING and not _takes_an_object(line, place):
        return False
    if low.endswith("ing"):
        return previous is None or previous.low not in DETERMINERS
    if low in _SAME_IN_THE_PAST:
        if previous is not None and previous.low == ",":
            return (
                place + 1 < len(line) and line[place + 1].is_name
            )  # "two down at the break, beat Dunmore 3-2"
        return previous is not None and previous.is_word and not _goes_before_a_noun(previous)
    changed = not low.startswith(token.stem) or (token.stem != low and not low.endswith("s"))
    if changed and low not in (token.stem + "e", token.stem + token.stem[-1:]):
        return not _reads_as_adjective(line, place)
    return _verb_place(line, place)


def _tells_when(line: Sequence[Token], place: int) -> bool:
    """Return whether "last" goes before a stretch of time: "won 43 games last season"."""
    return line[place].low == "last" and place + 1 < len(line) and line[place + 1].low in _STRETCHES


_STRETCHES = word_set("season year month week term campaign spring summer autumn winter")


def is_manner(token: Token) -> bool:
    """Return whether the word is an adverb by its form: "currently", "previously", not "family"."""
    return (
        token.is_word
        and token.low.endswith("ly")
        and len(token.low) > _SHORTEST
        and token.stem not in NOUN_OF
        and token.low not in _NOT_ADVERBS
    )


_SHORTEST = 5
_NOT_ADVERBS = word_set(
    "family families supply supplies reply replies anomaly assembly monopoly weekly monthly daily yearly quarterly elderly early hourly likely friendly deadly costly july italy rally jelly bully tally ally belly ugly holy only fly apply comply rely multiply imply"
)


BARE_AFTER = word_set("do does did will would can could may might shall should must")


def _opens_with_verb(line: Sequence[Token], place: int) -> bool:
    """Return whether a word of no list can only be a verb: "did not thaw", "has yet to settle 11 claims"."""
    before = place - 1
    if line[before].low in ("not", "never") and before:
        before -= 1
    if line[before].low == "to":
        return line[place].low not in STOPWORDS and _governs_next(line, place)
    if line[before].low == "," and line[place].low.endswith("ing"):  # ", releasing four of them"
        return (
            line[place].low not in PREPOSITIONS
            and line[place + 1 : place + 2] != []
            and line[place + 1].figure >= 0
        )
    return line[before].low in BARE_AFTER and line[place].low not in STOPWORDS


def after_people(line: Sequence[Token], place: int) -> bool:
    """Return whether the word at ``place`` comes after a plural of people and is no plural: "pupils walk", not "women doctors"."""
    previous, token = line[place - 1] if place else None, line[place]
    if previous is None or not previous.is_word or token.low.endswith("s") or token.low in STOPWORDS:
        return False
    plural = previous.low in ("people", "men", "women", "children") or (
        previous.low.endswith("s") and previous.stem != previous.low
    )
    return plural and token.is_word and not token.is_name and NOUN_OF.get(previous.stem) in PERSONS


_NOUNS_IN_ING = word_set(
    "building meeting shelling bombing shooting hearing opening funding spending wedding training reading flooding "
    "housing parking briefing beginning warning ruling setting rating holding crossing landing sitting fishing "
    "farming banking mining voting swimming feeling offering finding saving earning"
)


def _takes_an_object(line: Sequence[Token], place: int) -> bool:
    following = line[place + 1] if place + 1 < len(line) else None
    return following is not None and (
        following.figure >= 0 or following.low in DETERMINERS or following.is_name
    )


def _common_noun(token: Token) -> bool:
    return (
        token.is_word
        and not token.is_name
        and token.low not in DETERMINERS
        and token.low not in PREPOSITIONS
        and not token.low.endswith("s")
    )


def _governs_next(line: Sequence[Token], place: int) -> bool:
    """Return whether what follows is an object or a phrase of place and time, as after a verb."""
    following = line[place + 1] if place + 1 < len(line) else None
    return following is not None and (
        following.figure >= 0 or following.low in DETERMINERS or following.low in _AFTER_VERB
    )


_AFTER_VERB = word_set("at about around nearly almost only some up more less fewer")


_OF_A_HUNDRED = ("%", "percent", "per cent")
_STAYING = word_set("remain stay stand")


_SAME_IN_THE_PAST = word_set("beat cut hit set put hurt shut cost let spread bet quit split")


_PLURALS_WITHOUT_S = word_set(
    "people men women children police staff crew others cattle those these some many"
)


def _goes_before_a_noun(token: Token) -> bool:
    return token.low in DETERMINERS or (token.low in PREPOSITIONS and token.low != "to") or token.figure >= 0


def _reads_as_adjective(line: Sequence[Token], place: int) -> bool:
    """Return whether a participle stands between a determiner or number and a noun: "the injured men", "12 wounded soldiers"."""
    previous = line[place - 1] if place else None
    if previous is None or not (
        previous.low in DETERMINERS or previous.figure >= 0 or previous.low in PREPOSITIONS
    ):
        return False
    if previous.figure >= 0 and line[place].low in TAKING_OBJECTS | _LINKING_STATES:
        return False  # "160 needed hospital care", "40 stayed open"
    if previous.is_date or _has_a_unit(previous):
        return False  # "four tugs on Tuesday pulled free the ship", "the 14 hectares changed hands"
    return _noun_may_follow(line, place) and not line[place + 1].is_name


TAKING_OBJECTS = word_set("needed received lacked owned attended visited underwent sought joined suffered")


_LINKING_STATES = word_set("stayed remained seemed looked")


def _has_a_unit(token: Token) -> bool:
    """Return whether a figure names its unit, so that no noun follows it: 14 hectares, 26 million euros."""
    last = token.low.rpartition(" ")[2]
    return token.figure >= 0 and last != token.low and last.isalpha() and last not in _SCALES


_SCALES = word_set("hundred thousand million billion trillion dozen lakh crore score bn m k")
_NO_NOUN = STOPWORDS | ADVERBS | PREPOSITIONS  # "60 reopened after the storm"


def _noun_may_follow(line: Sequence[Token], place: int) -> bool:
    following = line[place + 1] if place + 1 < len(line) else line[place]
    return following.is_word and following.low not in _NO_NOUN and following is not line[place]


def _is_of_several(line: Sequence[Token], place: int) -> bool:
    """Return whether the name before is a plural: "Paper Moons cost 145 million", or a team: "Norr lead Vest by six points"."""
    if line[place - 1].low.endswith("s") and _governs_next(line, place):
        return True
    return line[place].low in _OF_CONTEST and place + 1 < len(line) and line[place + 1].is_name


_OF_CONTEST = word_set("lead trail face meet play")


def _verb_place(line: Sequence[Token], place: int) -> bool:
    """Return whether a base or -s form stands where a verb does: it is one after a subject, "to" or an auxiliary; after a number or article it is a noun."""
    if place == 0:
        return False
    previous = line[place - 1]
    if (
        previous.low in PRONOUNS
        or previous.low in RELATIVES
        or previous.low in AUXILIARIES
        or previous.low == "to"
    ):
        return True
    low = line[place].low
    told_of_others = previous.low == "others"
    if place > 1 and not told_of_others and (previous.low in ADVERBS or is_manner(previous)):
        previous = line[place - 2]  # "now closes at nine", "parks currently receive"
    stays = line[place].stem in _STAYING and _common_noun(previous)  # "the third remains in custody"
    if stays or (
        low.endswith("s")
        and _governs_next(line, place)
        and (previous.low in ("and", "or", ",") or _common_noun(previous))
    ):
        return True
    if not low.endswith("s") and previous.is_name and _is_of_several(line, place):
        return True
    if previous.figure >= 0 and place > 1 and line[place - 2].low in ("whom", "which"):
        return not low.endswith("s")  # "of whom 22 work part time"
    if previous.figure >= 0 and previous.low.endswith(_OF_A_HUNDRED) and place + 1 < len(line):
        following = line[place + 1]
        has_object = following.low in DETERMINERS or following.low in PRONOUNS or following.is_name
        return has_object and not low.endswith("s")  # "39 percent favour it", "12 percent back the Greens"
    if (
        previous.low in DETERMINERS
        or previous.low in PREPOSITIONS
        or previous.figure >= 0
        or not previous.is_word
    ):
        return False
    if previous.low in _PLURALS_WITHOUT_S:
        return not low.endswith("s") or previous.low in ("people", "men", "women", "children")
    if low.endswith("s"):
        return previous.is_name
    return previous.low.endswith("s") and not previous.low.endswith(("'s", "’s")) and not previous.is_name
