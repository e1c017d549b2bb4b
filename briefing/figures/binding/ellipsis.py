"""What a part of a sentence leaves out because another part says it: the noun, the subject, place and time.

Promise: every test looks at the part and its number only, and is linear in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.data import Thing
from briefing.figures.binding.roles import HEDGES_AND_ADVERBS
from briefing.figures.binding.verbs import is_verb
from briefing.figures.binding.words import Part, Token, before_all, is_content, together
from briefing.figures.vocabulary.lexicon import ADVERBS, AUXILIARIES, PREPOSITIONS
from briefing.figures.vocabulary.thesaurus import NOUN_OF


def elides_noun(line: Sequence[Token], part: Part, verb: int, before: Thing) -> bool:
    """Return whether a verb stands right behind the number, so that its noun is that before: "6,000 runners started and 50 gave up"."""
    return (
        part.at < verb <= part.at + 2
        and before.noun in NOUN_OF
        and all(t.is_word and t.low in ADVERBS | AUXILIARIES for t in line[part.at + 1 : verb])
    )


def gaps_noun(line: Sequence[Token], part: Part, verb: int) -> bool:
    """Return whether the number alone is the object of the part's own verb: "opened 12 shops and closed three"."""
    before = before_all(line, part.at, HEDGES_AND_ADVERBS, part.start + 1)
    after = line[part.at + 1] if part.at + 1 < len(line) else None
    ends = (
        after is None
        or not after.is_word
        or after.low in PREPOSITIONS
        or after.low in ("and", "but", "while")
    )
    return part.start <= verb == before and ends


def says_no_more(line: Sequence[Token], part: Part, verb: int, speaker: tuple[str, ...]) -> bool:
    """Return whether a part has no place, time or object of its own, so that those of the part before hold for it too."""
    told = {line[verb].concept, *speaker, "say"}
    return all(t.concept in told for t in line[part.at + 1 : part.end] if is_content(t))


def is_infinitive(line: Sequence[Token], part: Part, verb: int) -> bool:
    """Return whether a part opens with "to" and a verb, whose subject is that before: "came from 2-0 down to beat Aven 4-2"."""
    return line[part.start].low == "to" and part.start < verb < part.at


def has_it(line: Sequence[Token], part: Part) -> bool:
    """Return whether a pronoun after the verb takes up what the part before speaks of: "after the house passed it"."""
    return any(
        t.low in ("it", "them") and place > part.start and line[place - 1].is_word
        for place, t in enumerate(line[part.start : part.end], part.start)
    )


def is_participial(line: Sequence[Token], part: Part) -> bool:
    """Return whether a part opens with a participle, whose subject follows: "Leading 14-10 at the break, the Rovers won"."""
    opens = line[part.start].low.endswith("ing") and is_verb(line, part.start)
    return opens and any(t.low == "," for t in line[part.at : part.end + 1])


def is_trailing(line: Sequence[Token], part: Part) -> bool:
    """Return whether a part opens with a participle that has the subject before it: "…, having trailed 5-1"."""
    first = line[part.start]
    return (
        part.start < part.at
        and first.low.endswith("ing")
        and (first.low in AUXILIARIES or is_verb(line, part.start))
    )


def with_subject_of(thing: Thing, main: Thing) -> Thing:
    """Return what a participial opening is about: the subject of the clause that follows it."""
    names = (w for w in main.owner if w in main.subject)
    return replace(
        thing,
        subject=main.subject,
        owner=together(thing.owner, names),
        near=together(thing.near, main.subject),
    )


_LONGEST_ASIDE = 8  # tokens from its number to the comma that closes it


def after_aside(line: Sequence[Token], part: Part) -> int:
    """Return where the sentence goes on after an aside: "19 people, three of them crew, needed treatment"; -1: no aside.

    What follows is said of the number before the aside too.
    """
    opens = line[part.start].low == "," or (part.start and line[part.start - 1].low == ",")
    if not opens:
        return -1
    for place in range(part.at + 1, min(part.end - 1, part.at + _LONGEST_ASIDE)):
        if line[place].low == ",":
            return place + 1 if is_verb(line, place + 1) else -1
        if line[place].low in AUXILIARIES:
            return -1
    return -1


def resumed(whole: Thing, aside: Thing, words: Sequence[str]) -> Thing:
    """Return the thing of a number with what is said after the aside behind it."""
    names = (w for w in aside.owner if w in words)
    return replace(
        whole,
        act=whole.act or aside.act,
        near=together(whole.near, words),
        owner=together(whole.owner, names),
    )
