"""NewsML-G2, NewsML 1 and NITF, the news agencies' XML (IPTC) → records.

Entities are never resolved and nothing is fetched, so a document can't reach the disk or grow on its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from briefing.data import Dropped
from briefing.dates import read_date
from briefing.read.found import Found, Record, left_out
from briefing.read.page import looks_like_html, text_of

_ROOT = re.compile(
    rb"<(?:\w+:)?(?:newsItem|newsMessage|packageItem|conceptItem|knowledgeItem|planningItem|catalogItem|NewsML|nitf)\b"
)
_SNIFF_BYTES = 8_192
_ITEMS = ("newsItem", "NewsItem", "nitf")
_BLOCKS = frozenset(["p", "li", "hl2", "h2", "h3", "h4", "td", "th", "dd", "dt", "blockquote", "pre"])
_HEADS = ("headline", "HeadLine", "hl1", "NewsLine")


def is_newsml(raw: bytes) -> bool:
    """Return whether XML begins like NewsML-G2, NewsML 1 or NITF."""
    return _ROOT.search(raw[:_SNIFF_BYTES]) is not None


def from_newsml(raw: bytes, place: str) -> Found:
    """Return an article for each news item that carries text; pictures, events and packages are left out."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return Found(dropped=(left_out(place, f"broken XML ({' '.join(str(error).split())[:120]})"),))
    items = [element for element in _elements(root) if _name(element) in _ITEMS]
    outer = [item for item in items if not any(_name(above) in _ITEMS for above in item.iterancestors())]
    records: list[Record] = []
    dropped: list[Dropped] = []
    for number, item in enumerate(outer, 1):
        where = place if len(outer) == 1 else f"{place}#{number}"
        record = _record(item, where)
        if _status(item) in ("canceled", "withheld", "Canceled", "Withheld"):
            dropped.append(left_out(where, f"{_status(item).lower()} by its agency", record.title))
        elif record.text:
            records.append(record)
        else:
            dropped.append(left_out(where, "a news item without text", record.title))
    if not outer:
        dropped.append(left_out(place, f"NewsML without a news item ({_name(root)})"))
    return Found(tuple(records), tuple(dropped))


def _record(item: Any, place: str) -> Record:  # noqa: ANN401  (lxml has no types)
    identity = str(item.get("guid") or "") or _words(_first(item, ("NewsItemId", "PublicIdentifier")))
    return Record(
        place=place,
        text="\n".join(_paragraphs(item)),
        title=_words(_first(item, _HEADS)),
        publisher=_publisher(item),
        published=read_date(_words(_first(item, ("versionCreated",)))) or _older_date(item),
        url=identity,
        language=_language(item),
        id=identity,
    )


def _paragraphs(item: Any) -> list[str]:  # noqa: ANN401
    """Return the blocks of the longest content there is: NITF or HTML inside, or plain inline data."""
    holders = [
        e for e in _elements(item) if _name(e) in ("body.content", "contentSet", "DataContent", "body")
    ]
    inner = [e for e in holders if not any(_name(below) in ("body.content", "body") for below in _below(e))]
    return max((_blocks(holder) for holder in inner), key=lambda blocks: sum(map(len, blocks)), default=[])


def _below(element: Any) -> Iterator[Any]:  # noqa: ANN401
    return (below for below in _elements(element) if below is not element)


def _blocks(content: Any) -> list[str]:  # noqa: ANN401
    found = [
        _words(element)
        for element in _elements(content)
        if _name(element) in _BLOCKS
        and not any(_name(above) in _BLOCKS for above in _above(element, content))
    ]
    if found:
        return [block for block in found if block]
    plain = [
        e for e in _elements(content) if _name(e) in ("inlineData", "DataContent", "body.content", "block")
    ]
    text = _text(plain[0]) if plain else ""
    if looks_like_html(text):
        return text_of(text).split("\n")
    return [line for part in text.split("\n\n") if (line := " ".join(part.split()))]


def _above(element: Any, stop: Any) -> Iterator[Any]:  # noqa: ANN401
    for ancestor in element.iterancestors():
        if ancestor is stop:
            return
        yield ancestor


def _publisher(item: Any) -> str:  # noqa: ANN401
    for name in ("infoSource", "provider", "creditline", "copyrightHolder", "Provider", "doc.copyright"):
        element = _first(item, (name,))
        if element is None:
            continue
        label = _words(_first(element, ("name",))) or element.get("literal") or element.get("holder")
        label = (
            label or (element.get("qcode") or element.get("uri") or "").rsplit(":", 1)[-1].rsplit("/", 1)[-1]
        )
        party = _first(element, ("Party",))
        label = label or (party.get("FormalName") if party is not None else "") or _words(element)
        if label:
            return str(label)
    return ""


def _older_date(item: Any) -> Any:  # noqa: ANN401
    stamp = _words(_first(item, ("ThisRevisionCreated", "FirstCreated", "contentCreated", "firstCreated")))
    issued = _first(item, ("date.issue", "story.date"))
    stamp = stamp or (issued.get("norm") if issued is not None else "") or ""
    compact = re.fullmatch(r"(\d{8}T\d{6})(Z|[+-]\d{4})?", stamp)
    return read_date(f"{compact[1]}{compact[2] or 'Z'}" if compact else stamp)


def _language(item: Any) -> str:  # noqa: ANN401
    element = _first(item, ("language", "Language"))
    tag = element.get("tag") or element.get("FormalName") if element is not None else ""
    return str(tag or "").lower()[:12]


def _status(item: Any) -> str:  # noqa: ANN401
    element = _first(item, ("pubStatus", "Status"))
    code = element.get("qcode") or element.get("FormalName") if element is not None else ""
    return str(code or "").rsplit(":", 1)[-1]


def _first(item: Any, names: tuple[str, ...]) -> Any:  # noqa: ANN401
    for name in names:
        for element in _elements(item):
            if _name(element) == name:
                return element
    return None


def _elements(item: Any) -> Iterator[Any]:  # noqa: ANN401
    return (element for element in item.iter() if isinstance(element.tag, str))


def _name(element: Any) -> str:  # noqa: ANN401
    return str(element.tag).rsplit("}", 1)[-1]


def _text(element: Any) -> str:  # noqa: ANN401
    return "".join(element.itertext())


def _words(element: Any) -> str:  # noqa: ANN401
    return "" if element is None else " ".join(_text(element).split())
