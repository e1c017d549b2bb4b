"""JSON, pages, feeds, mail, agency formats, web archives: what each becomes, and what each refuses."""

import gzip
import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dates import read_date
from briefing.read.feeds import from_feed
from briefing.read.found import identity, safe_url, to_articles
from briefing.read.kinds import from_bytes
from briefing.read.mail import from_mail
from briefing.read.ninjs_rules import fault
from briefing.read.page import from_page, text_of, without_site
from briefing.read.records import from_json
from briefing.read.warc import unpacked

TEXT = "The ferry left Halvern at six on Tuesday with 84 people on board."
NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


def only(found):
    (record,) = found.records
    return record


def reason(found):
    assert found.records == ()
    return found.dropped[0].reason


# ---------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2026-03-10T12:00:00Z", NOON),
        ("2026-03-10T13:00:00+01:00", NOON),
        ("2026-03-10 12:00", NOON),
        ("2026-03-10", datetime(2026, 3, 10, tzinfo=UTC)),
        ("Tue, 10 Mar 2026 12:00:00 GMT", NOON),
        ("Tue, 10 Mar 2026 08:00:00 -0400", NOON),
        ("March 10, 2026 12:00 PM", NOON),
        ("10 March 2026, 7:00 am EST", NOON),
        ("20260310T120000Z", NOON),
        ("March 10, 2026 17:30 IST", NOON),
        ("March 10, 2026 12:00 XYZT", NOON),
        ("March 10, 2026 13:00 +0100", NOON),
        (1773144000, NOON),
        (1773144000000, NOON),
        ("1773144000", NOON),
        ("13/03/2026", datetime(2026, 3, 13, tzinfo=UTC)),
    ],
)
def test_a_date_is_read_in_whatever_way_it_is_written(value, moment):
    assert read_date(value) == moment


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "yesterday",
        "03/04/2026",
        "March 2026",
        "2026",
        "soon",
        True,
        "x" * 500,
        "99999-99-99",
        1e300,
    ],
)
def test_what_may_be_two_dates_or_none_is_unknown(value):
    assert read_date(value) is None


@given(st.text(max_size=40) | st.floats() | st.integers())
def test_no_date_stops_the_reader(value):
    moment = read_date(value)
    assert moment is None or moment.tzinfo is not None


def test_a_date_keeps_the_offset_it_was_written_with():
    assert read_date("2026-03-10T13:00:00+01:00").utcoffset() == timedelta(hours=1)


# ---------------------------------------------------------------- JSON


@pytest.mark.parametrize(
    "key", ["text", "body", "content", "articleBody", "Content", "full-text", "body_html"]
)
def test_the_text_is_found_under_any_common_key(key):
    assert only(from_json(json.dumps({key: TEXT}), "a.json")).text == TEXT


def test_every_field_is_found_under_its_aliases():
    value = {
        "content": f"<p>{TEXT}</p><p>Seven died.</p>",
        "headline": "Ferry burns",
        "source": {"id": None, "name": "Meridian Daily"},
        "publishedAt": "2026-03-10T12:00:00Z",
        "link": "https://meridian.example/a",
        "lang": "EN",
        "_id": {"$oid": "5f"},
    }
    record = only(from_json(json.dumps(value), "a.json"))
    assert (record.text, record.title, record.publisher) == (
        f"{TEXT}\nSeven died.",
        "Ferry burns",
        "Meridian Daily",
    )
    assert (record.published, record.url, record.language, record.id) == (NOON, value["link"], "en", "5f")


@pytest.mark.parametrize("key", ["articles", "items", "data", "results"])
def test_a_list_inside_an_object_is_a_list_of_articles(key):
    found = from_json(json.dumps({"status": "ok", key: [{"text": "A."}, {"text": "B."}]}), "a.json")
    assert [record.text for record in found.records] == ["A.", "B."]


def test_a_date_that_is_not_understood_is_on_record_and_the_article_stays():
    found = from_json('{"text": "A.", "date": "the other day"}', "a.json")
    assert only(found).published is None
    assert "the other day" in found.dropped[0].reason


def test_an_article_without_publisher_is_its_domains():
    articles, _ = to_articles(
        from_json('{"text": "A.", "url": "https://www.meridian.example/a"}', "a.json").records
    )
    assert articles[0].publisher == "meridian.example"


@pytest.mark.parametrize(
    ("host", "publisher"),
    [
        ("articles.meridian.example", "meridian.example"),
        ("news.meridian.co.uk", "meridian.co.uk"),
        ("news.com.au", "news.com.au"),
        ("blog.meridian.example", "blog.meridian.example"),
    ],
)
def test_a_section_of_a_site_is_no_publisher_of_its_own(host, publisher):
    articles, _ = to_articles(
        from_json(json.dumps({"text": "A.", "url": f"https://{host}/a"}), "a.json").records
    )
    assert articles[0].publisher == publisher


def test_only_web_addresses_become_links():
    assert safe_url("javascript:alert(1)") == ""
    assert safe_url("https://a.example/x y\n") == "https://a.example/xy"


def test_the_same_article_of_the_same_address_is_kept_once():
    line = {"text": "A.", "url": "https://a.example/1"}
    articles, dropped = to_articles(from_json(json.dumps([line, line]), "a.json").records)
    assert len(articles) == 1
    assert "again" in dropped[0].reason


def test_an_id_is_short_and_the_same_every_time():
    records = from_json(
        json.dumps([{"text": "A.", "url": "https://www.a.example/x"}, {"text": "B."}]), "f/a.json"
    ).records
    assert [identity(record) for record in records] == [
        f"a-example-{sha256(b'https://www.a.example/x').hexdigest()[:8]}",
        "f-a-2",
    ]


def test_lone_surrogates_and_control_characters_never_get_in():
    articles, _ = to_articles(from_json('{"text": "A\\ud800\\u0000B\\u0007."}', "a.json").records)
    articles[0].text.encode()
    assert articles[0].text == "AB."


# ---------------------------------------------------------------- pages

PAGE = f"""<html lang="en"><head><title>Ferry burns | Meridian Daily</title>
<meta property="og:site_name" content="Meridian Daily">
<link rel="canonical" href="https://meridian.example/ferry">
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2026-03-10T13:00:00+01:00"}}</script>
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Ferry burns</h1>
{"".join(f"<p>{TEXT} Report number {n}.</p>" for n in range(6))}</article>
<footer>Terms of use</footer></body></html>"""


def test_a_page_gives_its_article_and_what_it_says_of_itself():
    record = only(from_page(PAGE, "a.html"))
    assert record.text.count(TEXT) == 6
    assert "Sport" not in record.text
    assert (record.title, record.publisher) == ("Ferry burns", "Meridian Daily")
    assert record.published.isoformat() == "2026-03-10T13:00:00+01:00"
    assert record.url == "https://meridian.example/ferry"


@pytest.mark.parametrize(
    ("title", "publisher", "plain"),
    [
        ("Ferry burns | Meridian Daily", "", "Ferry burns"),
        ("Ferry burns - The Namib", "The Namib", "Ferry burns"),
        ("Ferry burns – MERIDIAN", "Meridian Daily", "Ferry burns"),
        ("Averna - a country at sea", "Meridian Daily", "Averna - a country at sea"),
        ("Ferry burns", "Meridian Daily", "Ferry burns"),
    ],
)
def test_a_title_loses_the_name_of_its_site_and_nothing_else(title, publisher, plain):
    assert without_site(title, publisher, "") == plain


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("One<br>two", "One\ntwo"),
        ("<p>One</p><p>two <b>bold</b> words</p>", "One\ntwo bold words"),
        ("<script>x</script>One<style>y</style>", "One"),
        ("plain &amp; simple", "plain & simple"),
        ("<ul><li>One<li>two</ul>", "One\ntwo"),
        ("", ""),
        ("a\n b", "a b"),
        ("<!-- c -->One", "One"),
    ],
)
def test_a_fragment_gives_its_words_line_by_line(html, text):
    assert text_of(html) == text


def test_a_fragment_of_a_hundred_thousand_open_tags_is_survived():
    assert isinstance(text_of("<div>" * 100_000 + "end"), str)


# ---------------------------------------------------------------- feeds

RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Meridian Daily</title><language>en</language>
<item><title>Ferry &amp; fire</title><link>https://meridian.example/1</link><pubDate>Tue, 10 Mar 2026 12:00:00 GMT</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>{TEXT}</p><p>Seven died.</p>]]></content:encoded></item>
<item><title>Only a title</title><link>https://meridian.example/2</link></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Pallas Wire</title><entry><title>Ferry burns</title>
<link href="https://pallas.example/1"/><updated>2026-03-10T13:00:00+01:00</updated>
<content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>"""


def test_an_rss_feed_gives_the_full_content_of_its_items():
    first, second = from_feed(RSS.encode(), "feed").records
    assert (first.text, first.title, first.publisher) == (
        f"{TEXT}\nSeven died.",
        "Ferry & fire",
        "Meridian Daily",
    )
    assert (first.url, first.published) == ("https://meridian.example/1", NOON)
    assert to_articles([second])[1][0].reason == "only a title, no text"


def test_an_atom_feed_keeps_the_zone_of_its_dates():
    record = only(from_feed(ATOM.encode(), "feed"))
    assert (record.text, record.published) == (TEXT, NOON)
    assert record.published.tzinfo == timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("article", "why"),
    [
        ({"text": {"id": 1}}, "'text' holds a JSON object, expected a string"),
        ({"Body": 7, "id": "a"}, "'Body' holds a JSON number, expected a string"),
        ({"content": " ".strip()}, "'content' holds nothing, expected a string"),
        ({"words": "Seven died."}, "expected a key 'text', 'body' or 'content', found words"),
    ],
)
def test_an_object_without_text_is_told_what_it_holds_instead(article, why):
    assert from_json(json.dumps(article), "a.json").dropped[0].reason == f"no text: {why}"


def test_a_json_feed_is_read():
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Meridian Daily",
        "items": [
            {
                "id": "1",
                "url": "https://m.example/1",
                "content_html": f"<p>{TEXT}</p>",
                "date_published": "2026-03-10T12:00:00Z",
            },
            3,
        ],
    }
    found = from_json(json.dumps(feed), "feed")
    record = only(found)
    assert (record.text, record.publisher, record.published) == (TEXT, "Meridian Daily", NOON)
    assert found.dropped[0].what == "feed#2"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty answer"),
        (b"<!doctype html><html><body>Hello</body></html>", "a web page, not a feed"),
        (b"just words", "not a feed"),
        (b"<rss version='2.0'><channel><title>x</title></channel></rss>", "without entries"),
        (b"<!DOCTYPE x [" + b"".join(b'<!ENTITY e%d "x">' % n for n in range(99)) + b"]><rss/>", "entities"),
    ],
)
def test_what_is_no_feed_is_refused_with_a_reason(raw, why):
    assert why in reason(from_feed(raw, "feed"))


def test_a_feed_cut_off_in_the_middle_gives_what_it_has_and_says_so():
    cut = RSS[: RSS.index("<item><title>Only")]
    found = from_feed(cut.encode(), "feed")
    assert only(found).title == "Ferry & fire"
    assert "damaged" in found.dropped[0].reason


def test_entities_that_expand_are_never_expanded():
    bomb = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    feed = f"{bomb}<rss version='2.0'><channel><item><title>T</title><description>&c;</description></item></channel></rss>"
    found = from_feed(feed.encode(), "feed")
    assert all("haha" not in record.text for record in found.records)


def test_an_entity_never_reaches_the_disk(tmp_path):
    (tmp_path / "secret").write_text("password")
    doctype = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    feed = f"{doctype}<rss version='2.0'><channel><item><title>T</title><description>&x;</description></item></channel></rss>"
    news = f'{doctype}<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet><inlineData>&x;</inlineData></contentSet></newsItem>'
    for raw in (feed, news):
        assert "password" not in str(from_bytes(raw.encode(), "x", ".xml"))


# ---------------------------------------------------------------- mail

MAIL = f"""From: "Meridian Daily" <news@meridian.example>
To: desk@corvane.example
Subject: =?utf-8?q?Ferry_burns_=E2=80=94_update?=
Date: Tue, 10 Mar 2026 13:00:00 +0100
Message-ID: <42@meridian.example>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain; charset=utf-8

{{plain}}
--b
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

<p>{TEXT}</p><p>Caf=E9 owners saw it.</p>
--b--
"""


def test_a_mail_gives_its_plain_text_and_headers():
    record = only(from_mail(MAIL.format(plain=TEXT * 4 + "\n-- \nUnsubscribe").encode(), "a.eml"))
    assert record.text.strip() == TEXT * 4
    assert (record.title, record.publisher) == ("Ferry burns — update", "Meridian Daily")
    assert (record.published, record.id) == (NOON, "42@meridian.example")


def test_a_newsletter_whose_plain_part_says_nothing_is_read_from_its_html():
    record = only(from_mail(MAIL.format(plain="View this mail in your browser.").encode(), "a.eml"))
    assert record.text == f"{TEXT}\nCafé owners saw it."


def test_a_mailbox_and_a_maildir_are_read(tmp_path):
    from briefing.read import read_articles

    mail = MAIL.format(plain=TEXT * 4)
    (tmp_path / "cur").mkdir()
    (tmp_path / "cur" / "1773144000.M1P2.host:2,S").write_text(mail)
    (tmp_path / "old.mbox").write_text(
        f"From a@b Tue Mar 10 12:00:00 2026\n{mail}\nFrom a@b Tue Mar 10 12:00:01 2026\n{mail}"
    )
    assert [article.id for article in read_articles(tmp_path)] == [
        f"42@meridian.example{n}" for n in ("", "-2", "-3")
    ]


# ---------------------------------------------------------------- agencies

NINJS = {
    "uri": "https://agency.example/1",
    "type": "text",
    "versioncreated": "2026-03-10T12:00:00Z",
    "language": "en",
}


@pytest.mark.parametrize(
    "more",
    [
        {"headline": "Ferry burns", "body_text": TEXT, "infosource": [{"name": "Pallas Wire"}]},
        {"headline": "Ferry burns", "body_xhtml": f"<p>{TEXT}</p>", "copyrightholder": "Pallas Wire"},
        {
            "standard": {"name": "ninjs", "version": "2.1"},
            "headlines": [{"role": "sub", "value": "x"}, {"role": "main", "value": "Ferry burns"}],
            "bodies": [{"role": "main", "contenttype": "text/html", "value": f"<p>{TEXT}</p>"}],
            "infosources": [{"name": "Pallas Wire"}],
        },
        {
            "standard": {"name": "ninjs", "version": "3.0"},
            "headlines": [{"value": "Ferry burns"}],
            "bodies": [{"contentType": "text/plain", "value": TEXT}],
            "infoSources": [{"name": "Pallas Wire"}],
        },
    ],
)
def test_ninjs_of_every_version_is_read(more):
    record = only(from_json(json.dumps(NINJS | more), "a.json"))
    assert (record.text, record.title, record.publisher, record.published) == (
        TEXT,
        "Ferry burns",
        "Pallas Wire",
        NOON,
    )


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"uri": ""}, "'uri'"),
        ({"type": "poem"}, "'type' cannot be 'poem'"),
        ({"pubstatus": "cancelled"}, "'pubstatus' cannot be"),
        ({"version": 1.2}, "'version' must be a text"),
        ({"urgency": 0.1}, "'urgency'"),
        ({"urgency": True}, "'urgency'"),
        ({"random": "x"}, "'random' is no property"),
        ({"headline_": "x"}, "'headline_'"),
        ({"person": "Ana Prisk"}, "'person' must be a list"),
        ({"genre": [{"name": {}}]}, "'genre'"),
        ({"places": [{"geojson": {"type": "Foo"}}]}, "GeoJSON"),
        ({"rightsinfo": {"linkedrights": "a", "encodedrights": "b"}}, "both"),
        ({"associations": [{"name": "logo"}]}, "'uri'"),
        (
            {"eventDetails": {"dates": {"startDate": "2026-03-10", "expectedStartDate": "2026-03"}}},
            "two beginnings",
        ),
        ({"eventDetails": {"dates": {"endDate": "March 3rd"}}}, "no date"),
        ({"plannedCoverage": [{"urgency": 12}]}, "'urgency'"),
        ({"$standard": {"version": "1.0"}, "type": "component"}, "version 1.0"),
    ],
)
def test_invalid_ninjs_is_refused_with_the_property_that_is_wrong(more, why):
    assert fault(NINJS) == ""
    assert why in fault(NINJS | more)
    assert "not valid ninjs" in reason(from_json(json.dumps(NINJS | {"body_text": TEXT} | more), "a.json"))


def test_a_report_that_its_agency_withdrew_is_not_read():
    assert (
        reason(from_json(json.dumps(NINJS | {"body_text": TEXT, "pubstatus": "canceled"}), "a"))
        == "canceled by its agency"
    )


NEWSML = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:pallas.example,2026:1" version="2">
<itemMeta><provider literal="Pallas Wire"/><versionCreated>2026-03-10T13:00:00+01:00</versionCreated>
<pubStatus qcode="stat:{{status}}"/></itemMeta>
<contentMeta><headline>Ferry burns</headline><language tag="en-GB"/></contentMeta><contentSet><inlineXML>
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>x</hl1></hedline></body.head>
<body.content><p>{TEXT}</p><p>Seven <em>died</em>.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>"""


def test_newsml_g2_is_read():
    record = only(from_bytes(NEWSML.format(status="usable").encode(), "a.xml", ".xml"))
    assert (record.text, record.title, record.publisher) == (
        f"{TEXT}\nSeven died.",
        "Ferry burns",
        "Pallas Wire",
    )
    assert (record.published, record.language, record.id) == (NOON, "en-gb", "tag:pallas.example,2026:1")


def test_a_news_message_gives_each_of_its_items():
    items = NEWSML.format(status="usable") * 2
    message = (
        f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{items}</itemSet></newsMessage>'
    )
    assert [record.place for record in from_bytes(message.encode(), "a.xml", ".xml").records] == [
        "a.xml#1",
        "a.xml#2",
    ]


@pytest.mark.parametrize(
    ("xml", "why"),
    [
        (NEWSML.format(status="canceled"), "canceled by its agency"),
        (NEWSML.format(status="usable")[:300], "broken XML"),
        ('<conceptItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "without a news item"),
        ('<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet/></newsItem>', "without text"),
    ],
)
def test_newsml_that_holds_no_report_is_refused_with_a_reason(xml, why):
    assert why in reason(from_bytes(xml.encode(), "a.xml", ".xml"))


# ---------------------------------------------------------------- archives


def warc(pages, status="200 OK"):
    out = b""
    for url, html in pages:
        http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-10T12:00:00Z\r\n"
            f"WARC-Record-ID: <urn:x:{len(out)}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        out += gzip.compress(head.encode() + http + b"\r\n\r\n")
    return out


def test_a_web_archive_gives_the_articles_of_its_pages(tmp_path, capsys):
    from briefing.read import read

    (tmp_path / "a.warc.gz").write_bytes(
        warc([("https://meridian.example/ferry", PAGE), ("https://m.example/e", "")])
    )
    result = read([tmp_path])
    assert [article.url for article in result.articles] == ["https://meridian.example/ferry"]
    assert "empty" in result.dropped[0].reason
    assert capsys.readouterr() == ("", "")


def test_a_page_that_was_not_found_is_no_article():
    assert "answered 404" in reason(
        from_bytes(warc([("https://m.example/x", PAGE)], "404 Not Found"), "a", ".warc")
    )


def test_packed_files_are_unpacked_within_a_limit(tmp_path):
    assert only(from_bytes(gzip.compress(b'{"text": "A."}'), "a.json.gz", ".gz")).text == "A."
    assert unpacked(gzip.compress(b"0" * 10_000_000), limit=1_000_000) is None
    assert unpacked(gzip.compress(b"a") + gzip.compress(b"b")) == b"ab"
    assert unpacked(gzip.compress(b"abc" * 99)[:-9]) is None


@given(
    st.binary(max_size=200),
    st.sampled_from([".txt", ".html", ".xml", ".eml", ".mbox", ".warc", ".gz", ".md", ""]),
)
def test_no_bytes_stop_the_reader(raw, suffix):
    with suppress(ValueError):  # broken JSON: the caller decides whether that stops
        found = from_bytes(raw, "x", suffix)
        assert found.records or found.dropped
        to_articles(found.records)
