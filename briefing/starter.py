"""The first ``briefing.toml`` of a newcomer: every key that most people set, explained where it stands."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence

from briefing.topics import beats


def starter(feeds: Sequence[str] = ()) -> str:
    """Return a first configuration, with every key that most people set, explained where it stands."""
    listed = "\n".join(f"[[feed]]\nurl = {json.dumps(url)}\n" for url in feeds) or (
        '# [[feed]]\n# url = "https://example.org/rss.xml"\n# publisher = "Example News"   # else the feed\'s own title\n'
    )
    named = textwrap.fill(
        ", ".join(beats()), 92, initial_indent=" " * 26 + "# ", subsequent_indent=" " * 26 + "# "
    )
    return _STARTER.replace("@@FEEDS@@", listed).replace("@@BEATS@@", "\n" + named)


_STARTER = """\
# What `briefing daily` reads, how it edits, and where the edition goes. `briefing check-config` checks this file.

title = "Morning briefing"
model = "embedded"        # a name from `briefing models`, or "verbatim" for the sources' own sentences
words = 100               # of each brief
style = "paragraph"       # or "bullets": a sentence a line
max_stories = 12
max_age_hours = 48        # older articles are not news
archive = "briefing.db"   # what was read and sent, beside this file
muted = []                # a story with one of these words is left out: ["horoscope"]
topics = []               # a story about one of these is moved up: words of yours, or the beats@@BEATS@@

# ---- what to read: as many of each as you like

@@FEEDS@@
[[folder]]
path = "inbox"            # .txt .md .html .json .jsonl .eml .xml .warc, ninjs and NewsML-G2

# ---- sections, in this order; what fits none comes last

# [[section]]
# title = "Markets"
# topics = ["business", "interest rate"]   # beats or words; a story goes into the first section it fits
# max_stories = 4
# words = 60

# ---- where it goes

[files]
folder = "editions"
formats = ["html", "md", "json"]   # or "text", "ninjs", "pdf" (pip install 'briefing[pdf]')

# [mail]
# to = ["editor@example.org"]

# [smtp]                  # the password comes from BRIEFING_SMTP_PASSWORD or the keyring, never from here
# host = "smtp.example.org"
# sender = "The Morning Letter <letter@example.org>"

# [webhook]
# url = "https://example.org/hook"

# [fetch]
# allow_private = true    # feeds and pages on this machine or its own network

[schedule]
times = ["06:00"]
days = "daily"            # or "mon-fri", "sat,sun"
timezone = "UTC"          # such as "Europe/London"; daylight saving is minded
"""
