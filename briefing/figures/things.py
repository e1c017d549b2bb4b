"""What each number is about: the noun it counts, what happened to it, whose it is.

The rules are those a reader uses without thinking: a number belongs to the noun after it; that noun to the
nearest verb of its own part of the sentence; a part without a verb, noun or subject of its own takes that of
the part before ("five died in Aven and seven in Brum"). Promise: ``bind`` changes nothing but ``thing``, and its
time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.data import Figure, Kind, Thing
from briefing.figures.lexicon import (
    ACT_OF,
    ACTS,
    ADVERBS,
    AUXILIARIES,
    CONTRASTS,
    DETERMINERS,
    FAMILY_OF,
    LINKING,
    NOUN_OF,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAYING,
    STATES,
    STOPWORDS,
    VERBS,
    concept,
    stem,
    words_of,
)
from briefing.figures.status import role_of, statuses
from briefing.figures.words import NAMED, SILENT, TEMPORAL, Token, is_content, is_verb, sentence_spans, tokens

_STATE_STEMS = frozenset(stem(word) for word in STATES)
_NUMBER_OF = frozenset(
    stem(w) for w in ["number", "total", "count", "tally", "figure", "sum", "amount", "share", "proportion"]
)
_PARTITIVES = frozenset(("of", "in", "out"))
_BE = words_of("is are was were be been being stood stands remains remained")
_JOINING = frozenset(("and", "or", "&", "plus", "with", "including", "included", "both", "another", "then"))
_OPENERS = CONTRASTS | {
    "and",
    "or",
    "with",
    "including",
    "after",
    "leaving",
    "when",
    "as",
    "then",
    "plus",
    "before",
}


@dataclass(slots=True)
class _Part:
    """The tokens ``line[start:end]`` that belong to the figure token at ``at``."""

    start: int
    at: int
    end: int


def bind(text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return ``figures`` (of ``text``, in order) with ``thing`` set."""
    if not figures:
        return ()
    bound: list[Figure] = []
    at = 0
    for start, end in sentence_spans(text):
        inside: list[Figure] = []
        while at < len(figures) and figures[at].start < end:
            inside.append(figures[at])
            at += 1
        if inside:
            stop = max(end, inside[-1].end)
            bound.extend(_bind_sentence(text, start, stop, inside))
    bound.extend(figures[at:])
    return tuple(bound)


def _bind_sentence(text: str, start: int, end: int, figures: list[Figure]) -> Iterator[Figure]:
    line = tokens(text, start, end, figures)
    words = _content(line, 0, len(line))
    things: dict[int, Thing] = {}
    for group in range(4):
        places = [
            place
            for place, token in enumerate(line)
            if token.figure >= 0
            and _group(line, place, figures[token.figure]) == group
            and figures[token.figure].kind not in SILENT
        ]
        before: Thing | None = None
        for part in _parts(line, places):
            figure = figures[line[part.at].figure]
            before = _thing(line, part, figure, words, before)
            things[line[part.at].figure] = before
    for index, figure in enumerate(figures):
        yield replace(figure, thing=things.get(index, Thing(words=words)))


def _group(line: Sequence[Token], place: int, figure: Figure) -> int:
    """Return the group that parts the sentence among itself: quantities, dates, names, or ages in passing (", 34,")."""
    if figure.kind in TEMPORAL:
        return 1
    if figure.kind in NAMED:
        return 2
    in_passing = figure.kind is Kind.AGE and (
        "year" in figure.text.lower() or (place > 0 and line[place - 1].low in (",", "("))
    )
    return 3 if in_passing else 0


# ---------------------------------------------------------------- parts of a sentence


def _parts(line: Sequence[Token], places: Sequence[int]) -> list[_Part]:
    """Cut the sentence between every two figures, at the strongest mark between them."""
    cuts = [0, *(_cut(line, a, b) for a, b in pairwise(places)), len(line)]
    return [_Part(cuts[i], place, cuts[i + 1]) for i, place in enumerate(places)]


def _cut(line: Sequence[Token], first: int, second: int) -> int:
    """Return where the part of the figure at ``second`` begins."""
    best, best_strength = -1, 0
    opens = first <= 2 and not any(is_content(t) for t in line[:first])
    for place in range(first + 1, second):
        strength = 0 if opens and place == first + 1 else _strength(line, place)
        if strength and strength >= best_strength:
            best, best_strength = place, strength
    if best_strength >= 2:
        return best + (0 if line[best].is_word else 1)
    for place in range(second - 1, first, -1):
        if line[place].low in PREPOSITIONS and line[place].low not in ("than", "of"):
            return place
    if best >= 0:
        return best
    return first + 1 if second == first + 1 else _before_modifiers(line, first, second)


def _before_modifiers(line: Sequence[Token], first: int, second: int) -> int:
    place = second
    while place - 1 > first and (line[place - 1].low in DETERMINERS or line[place - 1].low in ADVERBS):
        place -= 1
    return place


def _strength(line: Sequence[Token], place: int) -> int:
    """Say how strongly the token at ``place`` parts what stands before it from what comes after."""
    low = line[place].low
    if low == ";":
        return 5
    if low in (":", "—", "–", "(") or (low in CONTRASTS and low not in ("against", "compared")):
        return 4
    if low == ",":
        following = line[place + 1].low if place + 1 < len(line) else ""
        return 4 if following in _OPENERS or following in RELATIVES else 3
    if low in ("while", "whereas", "but", "including", "leaving"):
        return 4
    if low in ("and", "or", "with", "after", "when", "then", "who", "which", "that", "whom"):
        return 2
    if low in ("to", "from"):
        return 1
    return 0


# ---------------------------------------------------------------- the thing of one figure


def _thing(
    line: Sequence[Token], part: _Part, figure: Figure, words: tuple[str, ...], before: Thing | None
) -> Thing:
    noun_at, after = _counted_noun(line, part)
    verb = _governing_verb(line, part, noun_at, after)
    subject = _subject(line, part, verb)
    noun = line[noun_at].stem if noun_at >= 0 else ""
    act = _act(line, part, verb, after)
    if not noun and (figure.kind not in TEMPORAL):
        noun = _noun_elsewhere(line, part, verb)
    status = statuses(line, part.start, part.at, part.end)
    if figure.kind is Kind.COUNT and noun_at < 0:
        status = (*status, "bare")
    if before is not None:
        noun, act, subject = _inherited(line, part, before, noun, act, subject, verb)
    role = role_of(line, part.at, part.end, figure, noun_at >= 0)
    own = line[part.at].concept
    near = tuple(w for w in _content(line, part.start, part.end) if w != own)
    owner = tuple(
        dict.fromkeys(
            t.concept
            for t in line[part.start : part.end]
            if (t.is_name and is_content(t)) or t.concept.startswith("d:")
        )
    )
    speaker = _speaker(line, part)
    if noun and noun_at < 0 and concept(noun) in speaker:
        noun = ""
    near = tuple(w for w in near if w not in speaker) if speaker else near
    if before is not None:
        near = _near_inherited(near, "" if figure.kind is Kind.NAME else noun, before, subject)
        if noun_at < 0 and noun and noun == before.noun:
            near = tuple(dict.fromkeys((*near, concept(noun))))
    if figure.kind is Kind.NAME:
        noun = _beside(line, part)
    if figure.kind in TEMPORAL:
        owner = tuple(w for w in owner if w != own)
        noun = ""
    if before is not None and before.role == "change" and role == "to":
        status = (*status, "reached")
    return Thing(noun, act, owner, words, near, subject, role, status, speaker)


def _near_inherited(
    near: tuple[str, ...], noun: str, before: Thing, subject: tuple[str, ...]
) -> tuple[str, ...]:
    """Fill up a part without words of its own from the part before, and one without a subject with its subject."""
    if not any(not w.startswith(("o:", "i:", "d:")) for w in near):
        kept = (w for w in before.near if not w.startswith("d:"))
        return tuple(dict.fromkeys((*kept, *near, *((concept(noun),) if noun else ()))))
    if subject == before.subject:
        return tuple(dict.fromkeys((*near, *subject)))
    return near


def _beside(line: Sequence[Token], part: _Part) -> str:
    """Return the word a name with digits stands beside: "Flight CV207", "the A9 motorway"."""
    for place in (part.at - 1, part.at + 1):
        if 0 <= place < len(line) and line[place].is_word and is_content(line[place]):
            return line[place].stem
    return ""


def _content(line: Sequence[Token], start: int, end: int) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            line[place].concept
            for place in range(start, end)
            if is_content(line[place]) and not _is_bound(line, place)
        )
    )


def _is_bound(line: Sequence[Token], place: int) -> bool:
    """Return whether a word such as "more" or "up" only bounds a number: "more than 60", "up to nine"."""
    if line[place].low not in (
        "more",
        "less",
        "fewer",
        "up",
        "down",
        "over",
        "lower",
        "higher",
        "under",
        "before",
    ):
        return False
    following = [t.low for t in line[place + 1 : place + 3]]
    return following[:1] == ["than"] or (following[:1] == ["to"] and line[place].low == "up")


def _counted_noun(line: Sequence[Token], part: _Part) -> tuple[int, int]:
    """Return the place of the noun counted (-1: none) and of the first token after its phrase."""
    place = part.at + 1
    if place < part.end and line[place].low == "of" and _opens_noun(line, place + 1, part.end):
        place += 1
        while place < part.end and (line[place].low in DETERMINERS or line[place].figure >= 0):
            place += 1
    head = -1
    while place < part.end:
        token = line[place]
        if token.low in _BEFORE_NOUN or (head < 0 and token.low in ADVERBS):
            place += 1
        elif _ends_phrase(line, place, part.end, head):
            break
        else:
            head = -1 if token.low.endswith(("'s", "’s")) else place
            place += 1
    return head, place


_BEFORE_NOUN = words_of("other more others further additional new separate different - \" ' “ ”")


def _ends_phrase(line: Sequence[Token], place: int, end: int, head: int) -> bool:
    """Return whether the noun phrase of a number ends before the token at ``place``."""
    token = line[place]
    if not token.is_word:
        return not token.is_name
    if token.low in STOPWORDS or token.low in ADVERBS or token.low in PRONOUNS:
        return True
    if token.stem in _STATE_STEMS or is_verb(line, place):
        return head >= 0 or not _noun_follows(line, place, end)
    return False


def _opens_noun(line: Sequence[Token], place: int, end: int) -> bool:
    return place < end and line[place].low not in PRONOUNS and line[place].low not in RELATIVES


def _noun_follows(line: Sequence[Token], place: int, end: int) -> bool:
    following = line[place + 1] if place + 1 < end else None
    return following is not None and following.is_word and following.low not in STOPWORDS


def _governing_verb(line: Sequence[Token], part: _Part, noun_at: int, after: int) -> int:
    """Return the place of the verb (or state word) that says what happened to the thing counted; -1: none."""
    place = after
    while place < part.end and (line[place].low in ADVERBS or line[place].low in ("-",)):
        place += 1
    if place < part.end:
        token = line[place]
        if token.stem in _STATE_STEMS and token.low != "fired":
            return place
        if token.low in AUXILIARIES:
            return _main_verb(line, place, part.end)
        if (
            token.is_word
            and token.low not in PREPOSITIONS
            and is_verb(line, place)
            and not token.low.endswith("ing")
        ):
            return place
        if token.low in PREPOSITIONS and token.low not in ("than", "after", "before", "since", "when"):
            late = _verb_after_phrase(line, place, part.end)
            if late >= 0 and not _has_verb(line, part.start, part.at):
                return late
    for back in range(part.at - 1, part.start - 1, -1):
        if line[back].stem in SAYING and is_verb(line, back):
            break
        if line[back].stem in _STATE_STEMS or is_verb(line, back):
            return _main_verb(line, back, part.at) if line[back].low in AUXILIARIES else back
    stop = part.end
    if stop < len(line) and line[stop].low in ("including", "included", "among", "with"):
        stop = len(line)  # "nine civilians, including two children, were killed"
    return _verb_after_phrase(line, after, stop)


def _has_verb(line: Sequence[Token], start: int, end: int) -> bool:
    return any(is_verb(line, place) and line[place].stem not in SAYING for place in range(start, end))


def _main_verb(line: Sequence[Token], place: int, end: int) -> int:
    """Return the main verb of the group that begins with the auxiliary at ``place``."""
    last = place
    step = place + 1
    while step < end and (
        line[step].low in AUXILIARIES or line[step].low in ADVERBS or line[step].low == "to"
    ):
        if line[step].low in AUXILIARIES:
            last = step
        step += 1
    if step < end and (
        line[step].stem in _STATE_STEMS or line[step].stem in VERBS or line[step].low.endswith("ed")
    ):
        return step
    if step < end and line[step].stem in ACT_OF:
        return step
    return last


def _verb_after_phrase(line: Sequence[Token], place: int, end: int) -> int:
    """Return the first verb after a prepositional phrase: "12 people in the north died"."""
    while place < end:
        token = line[place]
        if token.low in (";", ":", "(") or token.low in CONTRASTS:
            return -1
        if token.low in AUXILIARIES:
            return _main_verb(line, place, end)
        if is_verb(line, place) and token.stem not in SAYING and not token.low.endswith("ing"):
            return place
        place += 1
    return -1


def _act(line: Sequence[Token], part: _Part, verb: int, after: int) -> str:
    """Return the act class, or else the stem of the verb."""
    if verb >= 0:
        token = line[verb]
        act = ACT_OF.get(token.stem)
        if token.stem == "lay" and verb + 1 < len(line) and line[verb + 1].low == "off":
            return "fired"
        if act is not None and not (token.stem in LINKING and FAMILY_OF.get(token.stem) in ("rise", "fall")):
            return act
        if token.stem in LINKING or token.low in AUXILIARIES or token.stem == "leav":
            named = _act_named(line, part)
            if named:
                return named
            family = FAMILY_OF.get(token.stem)
            return family if family in ("rise", "fall") else token.stem
        return token.stem
    return _act_named(line, part)


def _act_named(line: Sequence[Token], part: _Part) -> str:
    """Return the act class of a noun or state word in the part: "the death toll", "a total of 12 injured"."""
    for place in (*range(part.at + 1, part.end), *range(part.at - 1, part.start - 1, -1)):
        token = line[place]
        if token.is_word and (
            token.stem in _STATE_STEMS or token.stem in ("toll", "death", "fatality", "injury")
        ):
            act = ACT_OF.get(token.stem)
            if act is not None:
                return act
    return ""


def _noun_elsewhere(line: Sequence[Token], part: _Part, verb: int) -> str:
    """Return the noun before the verb when none follows the number: "the toll rose to 12"."""
    place = part.at - 1
    while place > part.start and line[place].low in ADVERBS:
        place -= 1
    prep = line[place].low if place >= part.start else ""
    if prep == "of" and place - 1 >= part.start and line[place - 1].is_word and not line[place - 1].is_name:
        return line[place - 1].stem if line[place - 1].stem not in _NUMBER_OF else ""
    if verb > part.at and prep not in PREPOSITIONS:
        return ""
    stop = verb if part.start <= verb < part.at else part.at
    if verb >= 0 and verb < part.at and line[verb].stem not in LINKING and line[verb].low not in _BE:
        return ""
    return _noun_before(line, part.start, stop)


def _noun_before(line: Sequence[Token], start: int, stop: int) -> str:
    """Return the head of the noun phrase that ends before ``stop``; "the number of injured" is about injured."""
    head = ""
    for place in range(start, stop):
        token = line[place]
        if not token.is_word or token.low in STOPWORDS or token.figure >= 0:
            if token.low in PREPOSITIONS and head and not (token.low == "of" and head in _NUMBER_OF):
                break
            continue
        if is_verb(line, place):
            if head:
                break
            continue
        if not token.is_name and token.low not in ADVERBS:
            head = token.stem
    return head


def _subject(line: Sequence[Token], part: _Part, verb: int) -> tuple[str, ...]:
    """Return the content words before the verb, when the verb stands before the figure."""
    stop = verb if part.start <= verb < part.at else part.at
    first_verb = next((p for p in range(part.start, stop) if is_verb(line, p)), stop)
    words = [
        t
        for t in line[part.start : max(first_verb, part.start)]
        if is_content(t) and t.low not in PREPOSITIONS
    ]
    return tuple(dict.fromkeys(t.concept for t in words))


def _inherited(
    line: Sequence[Token],
    part: _Part,
    before: Thing,
    noun: str,
    act: str,
    subject: tuple[str, ...],
    verb: int,
) -> tuple[str, str, tuple[str, ...]]:
    """Fill what a part leaves unsaid from the part before it."""
    opener = line[part.start].low if part.start < part.at else ""
    joined = opener in _JOINING or opener in (",", "of") or part.start >= part.at - 3
    if not act and verb < 0:
        act = before.act
    if not subject and joined:
        subject = before.subject
    if not noun and part.at + 1 < len(line) and line[part.at + 1].low in ("others", "more", "of"):
        noun = before.noun
    if not noun and not subject and _leans(line, part):
        noun = before.noun
    if not noun and joined and (verb < 0 or ACT_OF.get(line[verb].stem) is not None):
        noun = before.noun if before.noun in NOUN_OF or line[part.at].concept.startswith("o:") else ""
    return noun, act, subject


def _speaker(line: Sequence[Token], part: _Part) -> tuple[str, ...]:
    """Return the words for who is said to have said it: "police say", "according to the mayor"."""
    for place in range(part.start, part.end):
        token = line[place]
        if token.low == "according" and place + 1 < len(line):
            return _named(line[place + 2 : place + 8])
        if token.is_word and token.stem in SAYING_VERBS and _says(line, place):
            return _before_saying(line, place) or _named(line[place + 1 : place + 4])
    return ()


def _before_saying(line: Sequence[Token], place: int) -> tuple[str, ...]:
    """Return the subject of the saying verb at ``place``; an apposition between commas belongs to it."""
    back = place
    commas = 2 if place and line[place - 1].low == "," else 0
    while back > 0 and back > place - 12:
        token = line[back - 1]
        if token.low == "," and commas > 0:
            commas -= 1
        elif not (token.is_word or token.figure >= 0 or token.low in ("'", "’")) or token.low in CONTRASTS:
            break
        back -= 1
    named = _named(line[back:place])
    if place and line[place - 1].low != ",":
        return named
    names = (t.concept for t in line[back:place] if t.is_name and is_content(t))
    return tuple(dict.fromkeys((*named, *names)))


def _says(line: Sequence[Token], place: int) -> bool:
    previous = line[place - 1] if place else None
    return previous is not None and previous.low not in DETERMINERS and previous.low not in PREPOSITIONS


def _named(line: Sequence[Token]) -> tuple[str, ...]:
    names: list[str] = []
    for token in line:
        if not token.is_word or (token.low in PREPOSITIONS and names):
            break
        if is_content(token):
            names.append(token.concept)
    return tuple(dict.fromkeys(names))


SAYING_VERBS = words_of("say tell report put estimat claim believ giv stat quot")


def _leans(line: Sequence[Token], part: _Part) -> bool:
    """Return whether the part's subject is a pronoun: "while in the north they fell 2 %"."""
    return any(t.low in ("they", "it", "he", "she", "those", "that") for t in line[part.start : part.at])


_PLURALS = {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "police": "police officers",
}


def label(figure: Figure, sentence: str = "") -> str:
    """Return in plain words what ``figure`` counts: "people killed", "schools", "change"; the kind if nothing is known.

    ``sentence`` is the text it stands in: a noun of no known family is shown as it is written there.
    """
    thing = figure.thing
    act = thing.act if thing.act in ACTS else ""
    family = NOUN_OF.get(thing.noun, "")
    if figure.kind is not Kind.COUNT:
        return _written(thing.noun, sentence) or str(figure.kind)
    if act in _OF_PEOPLE and (family in ("", "person", "death", "injury") or not thing.noun):
        return f"people {act}"
    shown = _PLURALS.get(family) or _written(thing.noun, sentence) or family
    return " ".join(word for word in (shown, act if act in _OF_PEOPLE else "") if word) or str(figure.kind)


_OF_PEOPLE = words_of(
    "killed injured missing arrested displaced rescued infected fired hired vaccinated kidnapped released"
)


def _written(noun: str, sentence: str) -> str:
    """Return the word of ``sentence`` whose stem is ``noun``."""
    if not noun:
        return ""
    words = (w.strip(".,;:!?()\"'“”’‘").lower() for w in sentence.split())
    return next((w for w in words if stem(w) == noun), "")
