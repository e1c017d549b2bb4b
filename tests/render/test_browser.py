"""What a browser makes of page and mail: Debian's Chromium, where there is one."""

import re
import shutil
import subprocess
from dataclasses import replace
from html import escape, unescape

import pytest

from briefing.render import render, render_email

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --hide-scrollbars"
)

# The page in a frame of a phone's width; what is wider than the frame is named.
FRAME = """<!doctype html><title>?</title><body><iframe width="{width}" height="800" srcdoc="{page}"></iframe>
<script>
onload = () => {{
  const page = document.querySelector("iframe").contentDocument;
  const wide = [...page.body.querySelectorAll("*")]
    .filter(e => e.getBoundingClientRect().right > {width} + 1 && !e.matches(".preheader, .preheader *"))
    .map(e => e.tagName + "." + e.className);
  document.body.innerText = "width " + page.documentElement.scrollWidth + " wide " + wide.join(" ");
}};
</script>"""


@pytest.fixture
def measure(tmp_path):
    if CHROMIUM is None:
        pytest.skip("no Chromium here: apt install chromium")

    def width_of(html, width):
        html = re.sub(r"<meta http-equiv=.Content-Security-Policy[^>]*>", "", html)
        page = tmp_path / "frame.html"
        page.write_text(FRAME.format(width=width, page=escape(html)), "utf-8")
        asked = [
            CHROMIUM,
            *FLAGS.split(),
            f"--user-data-dir={tmp_path / 'profile'}",
            "--dump-dom",
            page.as_uri(),
        ]
        try:
            answer = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=False).stdout
        except subprocess.TimeoutExpired:
            pytest.skip("Chromium gave no answer within a minute")
        told = re.search(r"width (\d+) wide ([^<]*)", unescape(answer))
        if told is None:
            pytest.skip("Chromium did not start")
        return int(told[1]), told[2].strip()

    return width_of


@pytest.fixture
def long(edition):
    """Words that break nowhere, as addresses and compounds do."""
    brief = edition.briefs[0]
    word = "Donaudampfschifffahrtsgesellschaftskapitaensmuetze" * 2
    source = replace(
        brief.sources[0], title=f"{word} runs aground", url=f"https://a.example/{word}", publisher=word
    )
    return replace(
        edition,
        briefs=(
            replace(brief, headline=f"{word} sinks", sources=(source, *brief.sources[1:])),
            *edition.briefs[1:],
        ),
        missing=(f"https://a.example/{word}: not there",),
    )


@pytest.mark.parametrize("width", [360, 768, 1200])
def test_nothing_is_wider_than_the_window(measure, edition, long, width):
    for each in (edition, long):
        found, wide = measure(render(each, "html"), width)
        assert (found <= width, wide) == (True, "")


def test_nothing_is_wider_than_a_phone_in_a_mail(measure, edition, long):
    for each in (edition, long):
        found, wide = measure(render_email(each).html, 360)
        assert (found <= 360, wide) == (True, "")
