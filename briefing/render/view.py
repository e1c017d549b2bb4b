"""An edition as it is shown: what every format shares, so that mail, page and terminal never disagree.

The formats differ in mark-up only. Numbering, order, times, the choice of what is shown: all of it is here.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from briefing.data import Brief, Correction, Dropped, Edition, Story
from briefing.render import words
from briefing.render.charts import Chart, charts
from briefing.render.evidence import (
    Source,
    Told,
    quotes_of,
    source_of,
    sources_of,
    told_as,
)
from briefing.render.ledger import Line, lines

_DIGEST = re.compile(r"\b[0-9a-f]{40,}\b")
OTHER = "Other stories"  # over what fits no section: without it they would seem to belong to the last one


@dataclass(frozen=True, slots=True)
class Item:
    """A brief as it is shown.

    ``figures`` are the ledger's lines worth a reader's eye (in the brief, borne out or disputed by several,
    or moved), ``further`` all the others; ``differences`` those on which sources disagree. ``why`` says in a
    line why it stands where it does, empty where that is not known; ``bullets`` sets a sentence a line.
    """

    number: int
    anchor: str
    headline: str
    section: str
    publishers: tuple[str, ...]
    articles: int
    newest: str
    age: str
    sent_before: str
    changes: tuple[str, ...]
    sentences: tuple[Told, ...]
    differences: tuple[Line, ...]
    figures: tuple[Line, ...]
    further: tuple[Line, ...]
    charts: tuple[Chart, ...]
    sources: tuple[Source, ...]
    why: str
    bullets: bool

    @property
    def text(self) -> str:
        """The prose without marks."""
        return " ".join(told.text for told in self.sentences)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things were left out at a step, for one reason."""

    step: str
    reason: str
    number: int


@dataclass(frozen=True, slots=True)
class View:
    """An edition as it is shown."""

    title: str
    day: str
    made: str
    iso: str
    cutoff: str
    counts: str
    sections: tuple[tuple[str, tuple[Item, ...]], ...]
    items: tuple[Item, ...]
    corrections: tuple[str, ...]
    missing: tuple[str, ...]
    tallies: tuple[Tally, ...]
    dropped: tuple[Dropped, ...]
    recipe: tuple[tuple[str, str], ...]


def view(edition: Edition) -> View:
    """Return the edition as it is shown; times are in the zone of ``edition.made_at``."""
    now = edition.made_at
    items = tuple(
        _item(brief, number, now, edition.style == "bullets")
        for number, brief in enumerate(edition.briefs, 1)
    )
    sections: dict[str, list[Item]] = {}
    for item in items:
        sections.setdefault(item.section, []).append(item)
    dropped = everything_dropped(edition)
    return View(
        title=words.clean(edition.title) or "Morning briefing",
        day=words.day(now, weekday=True),
        made=f"{now.hour:02d}:{now.minute:02d} {words.zone(now)}",
        iso=now.isoformat(),
        cutoff=_cutoff(edition),
        counts=_counts(edition),
        sections=tuple(
            (name or (OTHER if len(sections) > 1 else ""), tuple(members))
            for name, members in sections.items()
        ),
        items=items,
        corrections=tuple(correction_line(correction, now) for correction in edition.corrections),
        missing=tuple(words.clean(line) for line in edition.missing),
        tallies=_tallies(dropped),
        dropped=dropped,
        recipe=_recipe(edition),
    )


def everything_dropped(edition: Edition) -> tuple[Dropped, ...]:
    """Return what the edition dropped, and what its briefs dropped beyond that."""
    known = set(edition.dropped)
    return (*edition.dropped, *(d for brief in edition.briefs for d in brief.dropped if d not in known))


def correction_line(correction: Correction, now: datetime) -> str:
    """``Strike on harbour. People killed: 12, not 9 as sent on 20 June 2011 (AFP, 07:40).``."""
    when = f", {words.moment(correction.as_of, now)}" if correction.as_of else ""
    sent = words.day(correction.sent_at.astimezone(now.tzinfo))
    return words.clean(
        f"{_ended(correction.headline)} {words.capital(correction.thing)}: {correction.now}, "
        f"not {correction.was} as sent on {sent} ({correction.publisher}{when})."
    )


def _ended(headline: str) -> str:
    return headline if headline.rstrip("\"'”’").endswith((".", "!", "?", "…")) else f"{headline}."


# ---------------------------------------------------------------- one brief


def _item(brief: Brief, number: int, now: datetime, bullets: bool) -> Item:
    anchor = f"story-{number}"
    sources = sources_of(brief)
    numbers = {article.id: place for place, article in enumerate(sources, 1)}
    for copy in brief.story.copies:
        numbers.setdefault(copy.article.id, numbers.get(copy.original_id, 0))
    quotes = quotes_of(brief, numbers, anchor)
    newest = max((a.published for a in sources if a.published), default=None)
    shown, further = lines(brief.ledger, brief.figures, numbers, now)
    return Item(
        number=number,
        anchor=anchor,
        headline=words.clean(brief.headline),
        section=words.clean(brief.section),
        publishers=_publishers(brief.story),
        articles=len(brief.story.articles) + len(brief.story.copies),
        newest=words.moment(newest, now) if newest else "",
        age=words.age(newest, now),
        sent_before=words.moment(brief.sent_before, now) if brief.sent_before else "",
        changes=tuple(words.capital(words.clean(change)) for change in brief.changes),
        sentences=tuple(told_as(s.text, s.citations, s.figures, quotes, numbers) for s in brief.sentences),
        differences=tuple(line for line in (*shown, *further) if line.agreement == "conflict"),
        figures=shown,
        further=further,
        charts=charts(brief.ledger, now),
        sources=tuple(
            source_of(article, place, anchor, brief, quotes, now) for place, article in enumerate(sources, 1)
        ),
        why=_why(brief.why, number),
        bullets=bullets,
    )


def _why(reasons: str, number: int) -> str:
    """Return the line that says why a story leads, or for those below it why it stands here."""
    said = words.clean(reasons)
    return f"Why it {'leads' if number == 1 else 'is here'}: {said}" if said else ""


def _publishers(story: Story) -> tuple[str, ...]:
    """Return the independent publishers; an agency with the sites that carry its text: ``AP (in A and B)``."""
    names: list[str] = []
    for outlet in story.outlets:
        sites = tuple(words.clean(site) for site in outlet.sites if site != outlet.name)
        name = words.clean(outlet.name)
        names.append(f"{name} (in {words.listed(sites)})" if sites else name)
    return tuple(names) or tuple(words.clean(name) for name in story.publishers)


# ---------------------------------------------------------------- the edition


def _cutoff(edition: Edition) -> str:
    published = (article.published for article in edition.articles if article.published)
    newest = edition.cutoff or max(published, default=None)
    return words.moment(newest, edition.made_at) if newest else ""


def _counts(edition: Edition) -> str:
    """``3 stories from 14 articles by 6 publishers``."""
    stories = words.count(len(edition.briefs), "story", "stories")
    articles = {article.id: article.wire or article.publisher for article in edition.articles}
    if not articles:
        articles = {a.id: a.wire or a.publisher for brief in edition.briefs for a in brief.sources}
    if not articles:
        return stories
    of_stories = (brief.story for brief in edition.briefs)
    articles |= {
        a.id: story.publisher_of(a) for story in of_stories for a in story.articles if a.id in articles
    }
    publishers = words.count(len(set(articles.values())), "publisher")
    return f"{stories} from {words.count(len(articles), 'article')} by {publishers}"


def _tallies(dropped: tuple[Dropped, ...]) -> tuple[Tally, ...]:
    """Return counts per step and reason; the steps in order of first appearance, the commonest reason first."""
    steps = {step: place for place, step in enumerate(dict.fromkeys(d.step for d in dropped))}
    counted = Counter((d.step, words.clean(d.reason)) for d in dropped)
    ordered = sorted(counted.items(), key=lambda pair: (steps[pair[0][0]], -pair[1], pair[0][1]))
    return tuple(Tally(words.clean(step), reason, number) for (step, reason), number in ordered)


def _recipe(edition: Edition) -> tuple[tuple[str, str], ...]:
    recipe = edition.recipe
    rows = [
        ("Made by", f"briefing {recipe.version}"),
        ("Model", f"{recipe.model} ({_brief(recipe.revision)})" if recipe.revision else recipe.model),
        ("Words asked for", f"{recipe.words} a story"),
        ("Settings", _short(recipe.settings)),
        ("Prompts", ", ".join(f"{name} {digest[:12]}" for name, digest in recipe.prompts)),
    ]
    return tuple((name, words.clean(value)) for name, value in rows if value)


def _brief(revision: str) -> str:
    """Return a revision with each digest in it cut to what tells it apart; JSON gives it in full."""
    return _DIGEST.sub(lambda found: found[0][:12], revision)


def _short(settings: str) -> str:
    """Return settings as a reader can compare them: as they are, or the digest of what JSON gives in full."""
    return settings if len(settings) <= 60 else f"SHA-256 {sha256(settings.encode()).hexdigest()[:12]}"
