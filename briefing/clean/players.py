"""What a page's galleries and players leave in the text of its article: their buttons, and the captions between them.

Buttons get lines of their own, so that what runs into them is a sentence again; what stands between the first and the last
of a gallery's buttons are its captions. A button is only what is written like one: in its own capitals, before a capital.
"""

from __future__ import annotations

import re

from briefing.clean.units import Layout, Unit

GALLERY = "a gallery or player of the page"
CAPTION = "a picture's caption"
CREDIT = "picture credit"
_BUTTON = re.compile(
    r"""(?:(?<=\s)|^)(?:
    \d{1,3}\sof\s\d{1,3}(?=\s(?:Full\sScreen|Show\sCaption|Hide\sCaption|Next|Previous|•))|Full\sScreen(?=\sAutoplay)
    |(?P<closes>Buy\sPhoto|Wait\s\d+\sseconds?\sto\scontinue\.?)
    |(?P<captions>(?:Image|Media|Show|Hide|Toggle)\s[Cc]aption|Image\scopyright|Enlarge\s(?:[Tt]his\s)?[Ii]mage)
    |Autoplay\sClose|Autoplay|Skip\sAd|View\s(?:Photos?|Gallery|Slideshow|Images?)|[Pp]layback\s[Ss]ettings|Replay\s[Vv]ideo
    |Media\splayback\sis\s(?:un|not\s)supported\son\s(?:your|this)\sdevice|Continue\sreading\sthe\smain\sstory|Now\sPlaying:?
    |Read\sor\sShare\sthis\sstory:(?:\s\S+)?|[•×](?:\s[•×])*|Close(?=\sSkip\sAd)
    )(?=\s+(?:[\dA-Z“"‘'×•@]|$)|$)""",
    re.VERBOSE | re.MULTILINE,
)
_OPENS = re.compile(r"\d{1,3} of \d{1,3}|Full Screen")
# "Ana Prisk / Splash News The ferry left …": whose picture it is, before the first sentence
_CREDIT = re.compile(
    r"(?:^|(?<=\n))(?:[A-Z][\w.'’-]+ ){1,3}(?:/ ?|via )(?:Getty(?: Images)?|AFP|AP|Reuters|REUTERS|EPA|PA(?: Wire)?|Splash(?: News)?|WireImage|"
    r"FilmMagic|Shutterstock|Rex(?: Features)?|Bloomberg(?: News)?|Associated Press|The Associated Press|Press Association|Corbis|Zuma(?: Press)?|"
    r"Invision|INF|Polaris)(?:/[A-Z]\w+(?: Images)?)?(?=\s+[A-Z“\"]|$)"
)
_SIGNS = re.compile(
    r" ?/ ?[A-Z]| via |aption|nlarge|copyright|Screen|Photo|Skip Ad|View |Image|playback|Replay|Playing|to continue|main story|this story"
)
_MAX_CAPTIONS = 60  # sentences between the first and the last button of a gallery
_MAX_CAPTION_WORDS = 45
_MAX_OWNER_WORDS = 8  # "Image copyright Ana Prisk / Pallas Wire"


def set_apart_buttons(text: str) -> str:
    """Give each button of a gallery or player, and the credit of a picture, a line of its own."""
    if not _SIGNS.search(text):
        return text
    lines = (_parted(line) for line in text.split("\n"))
    return "\n".join(lines)


def _parted(line: str) -> str:
    credit = _CREDIT.match(line)
    if credit:
        line = f"{credit[0]}\n{line[credit.end() :].lstrip()}".rstrip("\n")
    if not any(match[0][0] not in "•×" for match in _BUTTON.finditer(line)):
        return line
    return re.sub(r"[ ]*\n[ ]*", "\n", _BUTTON.sub(lambda match: f"\n{match[0]}\n", line)).strip("\n")


def mark_players(layout: Layout) -> None:
    """Mark the buttons, the captions that they announce, and everything between the ends of a gallery."""
    begun = -1
    caption = ""
    for at, unit in layout.kept:
        button = _BUTTON.fullmatch(unit.text) if unit.alone else None
        opens = unit.alone and _OPENS.fullmatch(unit.text) is not None
        if button is None and not opens:
            if caption:
                _mark_caption(unit, caption)
            elif unit.alone and _CREDIT.fullmatch(unit.text):
                unit.removed = CREDIT
            caption = ""
            continue
        unit.removed = GALLERY
        caption = button["captions"] or "" if button else ""
        if opens and begun < 0:
            begun = at
        elif button and button["closes"] and begun >= 0 and at - begun <= _MAX_CAPTIONS:
            for between in layout.units[begun:at]:
                between.removed = between.removed or GALLERY
            begun = -1


def _mark_caption(unit: Unit, label: str) -> None:
    most = _MAX_OWNER_WORDS if label == "Image copyright" else _MAX_CAPTION_WORDS
    if unit.alone and len(unit.words) <= most:
        unit.removed = CAPTION
