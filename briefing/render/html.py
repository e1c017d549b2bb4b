"""HTML: one file, no scripts, nothing fetched; light and dark, phone and paper.

Every text from outside goes through the template's escaping; links are http(s) or go to an anchor within.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.data import Edition
from briefing.render import words
from briefing.render.charts import HEIGHT, WIDTH
from briefing.render.view import view

if TYPE_CHECKING:
    from jinja2 import Environment


def render(edition: Edition) -> str:
    """Return the edition as one HTML document."""
    return environment().get_template("edition.html").render(edition=view(edition))


@cache
def environment() -> Environment:
    """Return the templates of this package, escaping everything; a name they do not know is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("briefing.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["listed"] = words.listed
    made.filters["quoted"] = words.quoted
    made.globals.update(chart_width=WIDTH, chart_height=HEIGHT)
    return made
