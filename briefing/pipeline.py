"""The whole way on one screen: articles in, a checked edition out.

Every function here is a few calls to steps; what is dropped on the way is in ``Edition.dropped``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from briefing import __version__
from briefing.data import Article, Dropped, Edition, Recipe, Story
from briefing.progress import Progress, silent
from briefing.settings import Settings
from briefing.settings_file import changed


@dataclass(frozen=True, slots=True)
class Prepared:
    """Stories in order, with their articles cleaned and their copies known, and what was dropped before."""

    stories: tuple[Story, ...]
    dropped: tuple[Dropped, ...]


def group_articles(
    articles: Sequence[Article], *, settings: Settings | None = None, now: datetime | None = None
) -> tuple[Story, ...]:
    """Clean, dedupe and group ``articles`` into stories, the leading one first.

    ``now`` (aware; default: the present) tells how old a report is, and which dates lie in the future.
    """
    return prepare(articles, settings=settings or Settings(), now=now or datetime.now(UTC)).stories


def prepare(
    articles: Sequence[Article],
    *,
    settings: Settings,
    now: datetime | None = None,
    existing: Sequence[Story] = (),
    topics: Sequence[str] = (),
    progress: Progress = silent,
) -> Prepared:
    """Run clean → dedupe → group → rank.

    ``existing`` are stories that new articles may join, ``topics`` words that move a story up.
    """
    from briefing.clean import clean
    from briefing.dedupe import dedupe
    from briefing.group import group
    from briefing.rank import rank
    from briefing.wire import mark_wires

    progress("clean", 0, len(articles))
    cleaned = clean(
        mark_wires(articles), settings=settings.clean
    )  # a dateline names the wire, and clean takes it
    earlier = tuple(article for story in existing for article in story.articles)
    known = {article.id for article in earlier}
    progress("dedupe", 0, len(cleaned.articles))
    unique = dedupe((*earlier, *cleaned.articles), settings=settings.dedupe)
    copies = [copy for copy in unique.copies if copy.article.id not in known]
    progress("group", 0, len(unique.originals))
    stories = group(unique.originals, copies, settings=settings.group, existing=existing, now=now)
    return Prepared(rank(stories, settings=settings.rank, now=now, topics=topics), cleaned.dropped)


def make_edition(
    articles: Sequence[Article],
    *,
    model: str = "embedded",
    words: int = 100,
    style: str = "paragraph",
    now: datetime | None = None,
    settings: Settings | None = None,
    dropped: Sequence[Dropped] = (),
    progress: Progress = silent,
) -> Edition:
    """Write a checked brief of about ``words`` words for each story in ``articles``.

    ``model`` is a name of the catalogue, a hub id, a folder, a ``.gguf`` file, or ``verbatim`` for none.
    ``style`` is ``paragraph`` or ``bullets``. ``now`` is the time of the edition (aware; default: the
    present). ``dropped`` is what reading dropped.

    Raises:
        ModelError: the model is missing, damaged, or of a kind that is not loaded.
    """
    settings = settings or Settings()
    now = now or datetime.now(UTC)
    prepared = prepare(articles, settings=settings, now=now, progress=progress)
    return write_edition(
        prepared.stories,
        model=model,
        words=words,
        style=style,
        now=now,
        settings=settings,
        dropped=(*dropped, *prepared.dropped),
        progress=progress,
    )


def write_edition(
    stories: Sequence[Story],
    *,
    model: str,
    words: int,
    style: str = "paragraph",
    now: datetime,
    settings: Settings,
    dropped: Sequence[Dropped] = (),
    progress: Progress = silent,
) -> Edition:
    """Write a checked brief of each of ``stories``, in their order.

    Raises:
        ModelError: the model is missing, damaged, or of a kind that is not loaded.
    """
    from briefing.compose import compose
    from briefing.write import load_backend

    backend = load_backend(model, settings=settings.write, progress=progress)
    told, foreign = _in_english(stories)
    composed = compose(told, backend, words=words, settings=settings, progress=progress, now=now)
    return Edition(
        briefs=composed.briefs,
        dropped=(*dropped, *foreign, *composed.dropped),
        made_at=now,
        recipe=Recipe(
            version=__version__,
            model=backend.name,
            revision=backend.revision,
            words=words,
            settings=changed(settings),
            prompts=backend.prompts,
        ),
        articles=tuple(article for story in stories for article in story.articles),
        style=style,
    )


def _in_english(stories: Sequence[Story]) -> tuple[tuple[Story, ...], tuple[Dropped, ...]]:
    """Set stories in other languages apart: the figure check reads English only, so they can't be proved."""
    told = tuple(story for story in stories if story.articles[0].language in ("en", ""))
    foreign = tuple(
        Dropped(
            "write",
            story.id,
            f"language “{story.articles[0].language}” is not written",
            story.articles[0].title,
        )
        for story in stories
        if story not in told
    )
    return told, foreign


def publish(edition: Edition, format: str) -> bytes:
    """Render ``edition`` and read it back: the bytes that are returned say what was checked, word for word.

    ``format`` is one of ``briefing.render.FORMATS``, or ``pdf``.

    Raises:
        OutputError: a sentence of a brief did not come through the renderer as it was checked, the format is
            not known, or it needs a part that is not installed.
    """
    from briefing.proof import prove_rendered
    from briefing.render import render, render_pdf

    rendered = render_pdf(edition) if format == "pdf" else render(edition, format).encode()
    prove_rendered(edition, rendered, format)
    return rendered
