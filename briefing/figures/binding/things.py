"""What each number is about: the noun it counts, what happened to it, whose it is.

The rules are those a reader uses without thinking: a number belongs to the noun after it; that noun to the
nearest verb of its own part of the sentence; a part without a verb, noun or subject of its own takes that of
the part before ("five died in Aven and seven in Brum"). Promise: ``bind`` changes nothing but ``thing``, and its
time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from itertools import pairwise
from operator import attrgetter

from briefing.data import TEMPORAL, Figure, Kind, Thing
from briefing.figures.binding.apposed import OF_ALL, beyond, set_against
from briefing.figures.binding.asides import aside_of
from briefing.figures.binding.ballots import ballot, fate_of
from briefing.figures.binding.bearers import bearers
from briefing.figures.binding.clauses import LAST_DAY, follows_another_time
from briefing.figures.binding.ellipsis import (
    after_aside,
    is_infinitive,
    is_participial,
    is_trailing,
    resumed,
    with_subject_of,
)
from briefing.figures.binding.gapping import fill_gaps
from briefing.figures.binding.grouping import GROUPS, STATISTICS, group_of, parts_of_group
from briefing.figures.binding.inherited import (
    dates_of_both_ends,
    gapped,
    inherited,
    leaning,
    near_inherited,
    near_of_elided,
    near_of_gapped,
    of_compared,
    of_running_total,
    seen_from,
    taken_along,
    told_of_share,
)
from briefing.figures.binding.moved import is_of_saying
from briefing.figures.binding.nouns_before import noun_elsewhere
from briefing.figures.binding.of_two import which_of_two
from briefing.figures.binding.outdone import told_alone
from briefing.figures.binding.over import lasting
from briefing.figures.binding.parties import parties_of
from briefing.figures.binding.phrasals import understand
from briefing.figures.binding.phrases import counted_noun, governing_verb
from briefing.figures.binding.placing import Beside, place_beside, without_base
from briefing.figures.binding.polarity import denial
from briefing.figures.binding.prospects import prospect
from briefing.figures.binding.respective import dealt_out
from briefing.figures.binding.results import (
    beneficiary,
    deed_of,
    sets_of_one,
    shared_out,
    standing_by,
    told_by_noun,
)
from briefing.figures.binding.resuming import ELIDED, PRO, leaves_noun_out, resume, stands_for_verb
from briefing.figures.binding.roles import role_of
from briefing.figures.binding.speakers import speakers_of
from briefing.figures.binding.status import statuses
from briefing.figures.binding.subjects import (
    IN_RELATIVE,
    age_of,
    antecedent_of,
    is_of_speaker,
    outside,
    possessor_of,
    subject_of,
    word_beside,
)
from briefing.figures.binding.ties import compounded, ties
from briefing.figures.binding.words import Part, Token, is_bound, is_content, together, tokens
from briefing.figures.reading.rates import period_beside
from briefing.figures.vocabulary.sentences import by_sentence
from briefing.figures.vocabulary.thesaurus import ACT_OF, CUMULATIVE, NOUN_OF, concept

_OF_AMOUNTS = frozenset(("partial", "average"))  # what no date is


def bind(text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return ``figures`` (of ``text``, in order) with ``thing`` set."""
    if not figures:
        return ()
    bound: list[Figure] = []
    last: tuple[Figure, ...] = ()  # the figures of the sentence before
    for start, end, inside in by_sentence(text, figures):
        last = resume(tuple(_bind_sentence(text, start, end, inside)), last) if inside else ()
        bound.extend(last)
    return tuple(bound)


def _bind_sentence(text: str, start: int, end: int, figures: Sequence[Figure]) -> Iterator[Figure]:
    line = tokens(text, start, end, figures)
    understand(line)
    content = [
        t.concept if is_content(t) and not is_bound(line, place) else "" for place, t in enumerate(line)
    ]
    words = _telling(content)
    fate = fate_of(line, 0, len(line))
    things: dict[int, Thing] = {}
    groups: list[list[int]] = [[] for _ in range(GROUPS)]
    for place, token in enumerate(line):
        if token.figure >= 0 and figures[token.figure].kind is not Kind.IDIOM:
            groups[group_of(line, place, figures)].append(place)
    for number, places in enumerate(groups):
        if not places:
            continue
        before: Thing | None = None
        parts = parts_of_group(line, number, places, figures)
        told = zip(sets_of_one(line, parts, figures), speakers_of(line, parts), strict=True)
        last: Part | None = None
        for (part, rank), speaker in told:
            figure = figures[line[part.at].figure]
            before = seen_from(line, before, last, part) if number != STATISTICS else None
            more = (*taken_along(before), *((rank,) if rank else ()))
            last = part
            thing = _thing(line, content, part, figure, words, before, speaker, fate)
            thing = replace(thing, status=(*thing.status, *more)) if more else thing
            things[line[part.at].figure] = thing
            if before is None or not compounded(line, part):
                before = thing  # in "71 seats in the 180-member house, against 62 for" it is seats that go on
        for first, second in pairwise(parts):
            aside = things[line[second.at].figure]
            if "part" in aside.status and (end := after_aside(line, second)) >= 0:
                whole = line[first.at].figure
                things[whole] = resumed(things[whole], aside, _telling(content[end : second.end]))
            if OF_ALL in aside.status:
                share, whole = (line[part.at].figure for part in (first, second))
                things[share], things[whole] = told_of_share(things[share], aside)
        shared_out(line, parts, figures, things)
        dealt_out(line, parts, things)
        fill_gaps(line, parts, figures, things)
        if len(parts) > 1 and is_participial(line, parts[0]):
            opening, main = (line[part.at].figure for part in parts[:2])
            things[opening] = with_subject_of(things[opening], things[main])
    for index, figure in enumerate(figures):
        yield _about(figure, things.get(index) or Thing(words=words))


_FIELDS = [f.name for f in fields(Figure)]
_BEFORE_THING = attrgetter(*_FIELDS[: _FIELDS.index("thing")])
_AFTER_THING = attrgetter(*_FIELDS[_FIELDS.index("thing") + 1 :])


def _about(figure: Figure, thing: Thing) -> Figure:
    """Return the figure with its thing; ``dataclasses.replace`` takes three times as long."""
    values = (*_BEFORE_THING(figure), thing, *_AFTER_THING(figure))
    return Figure(*values)


def _thing(
    line: Sequence[Token],
    content: Sequence[str],
    part: Part,
    figure: Figure,
    words: tuple[str, ...],
    before: Thing | None,
    speaker: tuple[str, ...],
    fate: str,
) -> Thing:
    noun_at, after = counted_noun(line, part)
    verb = governing_verb(line, part, noun_at, after)
    subject = subject_of(line, part, verb)
    noun = line[noun_at].stem if noun_at >= 0 else ""
    act = deed_of(line, part, verb, after)
    if not noun and figure.kind not in TEMPORAL:
        noun = noun_elsewhere(line, part, verb)
    about = antecedent_of(line, part)
    antecedent = together(t.concept for t in about)
    won = beneficiary(line, part, verb, figure)
    subject = (
        won or antecedent or (possessor_of(line, part.at) if figure.kind is Kind.SCORE else ()) or subject
    )
    standing = _standing(line, part, figure, noun, noun_at, after, opens=before is None)
    standing = (*standing, IN_RELATIVE, *outside(line, part.at, about)) if about else standing
    noun = "" if ELIDED in standing else noun
    status = (*standing, *ballot(line, part, figure, fate), *denial(line, part, verb, before, act))
    status = (*status, *which_of_two(line, part, before, standing), *aside_of(line, part, figure))
    status = (*status, *prospect(line, part, verb, before, act), *lasting(line, part, figure, verb))
    noun, act = _of_its_kind(figure, noun, standing_by(line, part.at, figure) or act, noun_at)
    if before is not None:
        noun = noun or gapped(line, part, figure, before, (act, subject), verb)
        noun, act, subject = inherited(line, part, before, noun, act, subject, verb)
    role = role_of(line, part.at, part.end, figure, noun_at >= 0)
    own = line[part.at].concept
    near = tuple(w for w in _telling(content[part.start : part.end]) if w != own)
    near = together(near, antecedent) if antecedent else near
    owner = together(_owner(line, part, before, subject, verb), (t.concept for t in about if t.is_name))
    owner = without_base(line, part, figure, role, owner)
    if noun and noun_at < 0 and concept(noun) in speaker:
        noun = ""
    near = tuple(w for w in near if w not in speaker) if speaker else near
    if before is not None:
        named = "" if figure.kind is Kind.NAME else noun
        near = near_inherited(near, named, before, subject)
        near = near_of_gapped(figure, near, before, subject, verb)
        near = together(near, dates_of_both_ends(line, part, role, before))
        if role == "from" and verb < part.start:
            noun, near = of_compared(noun, near, before, owner, speaker)
        if noun_at < 0 and named and named == before.noun:
            near = near_of_elided(line, part, near, before, verb, speaker)
        if figure.kind is Kind.COUNT:
            noun, act, near = of_running_total(role, (noun, act, near), before)
        noun, act, subject, near = leaning(line, part, before, (noun, act, subject, near))
    if figure.kind is Kind.NAME:
        noun = word_beside(line, part)
    if figure.kind in TEMPORAL:
        owner = tuple(w for w in owner if w != own)
        noun = ""
    role, status = place_beside(line, part, figure, Beside(before, verb), role, status)
    act = (
        "" if verb < part.start and LAST_DAY in status else act
    )  # "begins on Tuesday and lasts until Thursday"
    doing = parties_of(line, part, verb)
    thing = Thing(noun, act, owner, words, near, subject, role, status, speaker, *doing)
    thing = told_alone(line, part, figure, thing)
    if figure.kind is Kind.AGE or (figure.kind is Kind.COUNT and noun_at < 0):
        return _with_age(line, part, thing)
    return thing


def _with_age(line: Sequence[Token], part: Part, thing: Thing) -> Thing:
    """Give a number that may be an age the name it stands beside; that of who speaks is about nobody else."""
    whose, then = age_of(line, part.at)
    status = (*thing.status, *(("aged",) if whose else ()), *(("then",) if then else ()))
    status = (*status, *bearers(line, part))
    if whose and is_of_speaker(line, part.at):
        return replace(thing, noun="", act="say", subject=whose, owner=whose, status=status)
    return replace(thing, owner=whose or thing.owner, status=status)


def _standing(
    line: Sequence[Token], part: Part, figure: Figure, noun: str, noun_at: int, after: int, *, opens: bool
) -> tuple[str, ...]:
    """Return what the words around a number say of it, and what it leaves unsaid; ``opens``: it is its sentence's first."""
    status = [*statuses(line, part.start, part.at, part.end), *set_against(line, part.at, figure)]
    status.extend(ties(line, part, figure))
    if figure.gap:
        status.extend(beyond(line, part))
    if figure.kind is Kind.RATE and any(t.low in ("each", "every") for t in line[part.start : part.at]):
        status.append("each")
    if figure.kind in (Kind.COUNT, Kind.ORDINAL) and noun_at < 0:
        status.append("bare")
    if figure.kind is Kind.COUNT:
        if noun_at < 0 and opens and leaves_noun_out(line, part, noun):
            status.extend((ELIDED, PRO) if stands_for_verb(line, part) else (ELIDED,))
        if period := period_beside([t.low for t in line[part.at + 1 : after + 1]]):
            status.append(period)
    if figure.kind in TEMPORAL:
        return tuple(s for s in status if s not in _OF_AMOUNTS)  # half of the votes were counted by midnight
    return tuple(status)


def _owner(
    line: Sequence[Token], part: Part, before: Thing | None, subject: tuple[str, ...], verb: int
) -> tuple[str, ...]:
    """Return the names and dates of a part, and the names of the subject that an infinitive or participle shares."""
    own = [
        t.concept
        for place, t in enumerate(line[part.start : part.end], part.start)
        if (t.is_name and is_content(t)) or (t.is_date and _dates_it(line, part, place))
    ]
    shares = is_infinitive(line, part, verb) or is_trailing(line, part)
    if before is not None and subject == before.subject and shares:
        own.extend(w for w in before.owner if w in subject)
    return together(own)


def _dates_it(line: Sequence[Token], part: Part, place: int) -> bool:
    """Return whether a date says when: it is no day of saying, nor that of a clause of another time behind the number."""
    return not is_of_saying(line, place) and not follows_another_time(line, part.at, place)


def _of_its_kind(figure: Figure, noun: str, act: str, noun_at: int) -> tuple[str, str]:
    """Return noun and act as the kind of figure needs them."""
    if figure.kind is Kind.SCORE:
        return told_by_noun(noun, act)
    if act in CUMULATIVE and noun_at < 0 and noun not in NOUN_OF and noun not in ACT_OF:
        return "", act  # "lowered the toll to ten", "the number known to have died": people
    return noun, act


def _telling(content: Sequence[str]) -> tuple[str, ...]:
    """Return the concepts among those of a stretch of words, once each; words that tell nothing have none."""
    return together(filter(None, content))
