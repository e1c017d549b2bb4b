"""What one part of a sentence hands on to the next: the subject behind a relative clause, how the members of a list stand.

Promise: read from the part before and the first words of the next; nothing is looked up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.data import Thing
from briefing.figures.binding.ellipsis import has_it
from briefing.figures.binding.inherited import MEMBER, leans_on_pronoun
from briefing.figures.binding.subjects import IN_RELATIVE, OUTSIDE, main_subject
from briefing.figures.binding.superseded import corrects
from briefing.figures.binding.words import Part, Token, together


def seen_from(line: Sequence[Token], before: Thing | None, last: Part | None, part: Part) -> Thing | None:
    """Return the thing before ``part`` as it goes on: behind a closed relative clause with the sentence's own subject."""
    if before is None or last is None or IN_RELATIVE not in before.status:
        return before
    subject = main_subject(line, last, part)
    return before if subject is None else replace(before, subject=subject)


def taken_along(before: Thing | None) -> tuple[str, ...]:
    """Return what is said of how a number stands that holds for the next of its list too: "a chain with 40 pubs and 900 staff"."""
    if before is None or "listed" not in before.status:
        return ()
    return (MEMBER, *(s for s in before.status if s == IN_RELATIVE or s.startswith(OUTSIDE)))


def leaning(
    line: Sequence[Token], part: Part, before: Thing, own: tuple[str, str, tuple[str, ...], tuple[str, ...]]
) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    """Return noun, act, subject and near with what a pronoun takes from the part before."""
    noun, act, subject, near = own
    if corrects(line, part.start, part.at):
        return before.noun, before.act, before.subject, together(near, before.near)
    if not subject and leans_on_pronoun(line, part):
        subject = before.subject  # "though they had been 3-2 behind"
        near = together(near, subject)
    if has_it(line, part):
        near = together(near, before.subject)
    return noun, act, subject, near
