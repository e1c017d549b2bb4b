"""briefing: short multi-source news briefs, with every number proved by a source.

The way of an article is one line, and each word is a file or folder with a function of the same name::

    read → clean → split → dedupe → group → rank → plan → write → check → render → deliver

``pipeline.py`` is the whole way on one screen: read it first. What passes between the steps is in
``data/``, the errors are in ``errors.py``, every threshold is in ``settings.py``. What the project exists
for is in ``figures/`` (what a number says, and whether a source says it too) and ``check.py``.

    >>> from briefing import read_articles, make_edition
    >>> edition = make_edition(read_articles("seeds/nato-tripoli-2011"), model="verbatim")
    >>> print(edition.briefs[0].text)

The names below load what they need when they are first used, so that ``import briefing`` is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_HOME = {
    "Article": "data",
    "Brief": "data",
    "CheckReport": "data",
    "Dropped": "data",
    "Edition": "data",
    "Story": "data",
    "BriefingError": "errors",
    "Settings": "settings",
    "check_text": "check",
    "group_articles": "pipeline",
    "make_edition": "pipeline",
    "read_articles": "read",
}

__all__ = [
    "Article",
    "Brief",
    "BriefingError",
    "CheckReport",
    "Dropped",
    "Edition",
    "Settings",
    "Story",
    "__version__",
    "check_text",
    "group_articles",
    "make_edition",
    "read_articles",
]

if TYPE_CHECKING:
    from briefing.check import check_text
    from briefing.data import Article, Brief, CheckReport, Dropped, Edition, Story
    from briefing.errors import BriefingError
    from briefing.pipeline import group_articles, make_edition
    from briefing.read import read_articles
    from briefing.settings import Settings


def __getattr__(name: str) -> Any:  # noqa: ANN401  (PEP 562: the type depends on the name)
    if name not in _HOME:
        raise AttributeError(f"module 'briefing' has no attribute {name!r}")
    value = getattr(import_module(f"briefing.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
