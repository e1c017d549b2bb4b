import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.clean import clean
from briefing.data import Article
from briefing.read import read_articles
from briefing.settings import CleanSettings
from briefing.split import split

BODY = (
    "The ferry left Halvern at six on Tuesday with 84 people on board.",
    '"We saw smoke before we saw land," said Ines Calloway, a nurse from Corvane.',
    "Coastguard officers counted seven dead and 12 missing by noon.",
    "The operator has suspended all sailings until Friday.",
)


def cleaned(text, publisher="Meridian Daily", **fields):
    return clean([Article("a", text, publisher, **fields)])


def text_of(result):
    return result.articles[0].text


def taken(result):
    return [drop.text for drop in result.dropped if drop.text]


def words(text):
    return re.findall(r"\w+", text)


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our morning newsletter",
        "Subscribe to our newsletter and never miss a story.",
        "Follow us on Facebook and Instagram",
        "Click here to download our app",
        "Get the latest news delivered to your inbox.",
        "Catch all the latest news and live updates on meridian.com and our app",
        "We use cookies to give you the best experience.",
        "By continuing to use this site you agree to our privacy policy.",
        "Please enable JavaScript to view this page.",
        "© 2026 Pallas Wire. All rights reserved.",
        "This material may not be published, broadcast or rewritten.",
        "(This story has not been edited by our staff and is published from a syndicated feed.)",
        "(Reporting by Ana Prisk and Tomas Oduya; Editing by Lena Marsh)",
        "Ana Prisk and Tomas Oduya contributed to this report.",
        "With inputs from agencies",
        "Read more: Ten ferries that never came home",
        "ALSO READ | Ferry owner sells two ships",
        "Related: What the inspectors missed",
        "Advertisement",
        "Story continues below advertisement",
        "3 min read",
        "Share this article",
        "Tags: ferries, Halvern, coastguard",
        "Photo: Lena Marsh/Pallas Wire",
        "Lena Marsh/Getty Images",
        "newsdesk@meridiandaily.example",
    ],
)
@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_line_of_the_site_goes_and_every_other_word_stays(line, place):
    lines = [*BODY[:place], line, *BODY[place:]]
    result = cleaned("\n\n".join(lines))
    assert text_of(result) == "\n\n".join(BODY)
    assert words(" ".join(taken(result))) == words(line)


@pytest.mark.parametrize(
    "sentence",
    [
        "Subscribe or leave, the union told its members on Monday.",
        "The newsletter said cookies were stored without consent.",
        "This website stored cookies without consent, the regulator ruled.",
        "Research by the University of Averna shows that reefs recover within nine years.",
        "Good rains contributed to the rise in production.",
        "Compiled by the central bank, the survey found 39 lenders in trouble.",
        "Related costs rose to $3m in May.",
        "Tags on 14 of the 20 birds failed within a week.",
        "Follow the money, and you arrive at a harbour office in Corvane.",
        "More than 300 people registered at the hall by noon.",
        "Photographs show three boats beside the pier at dawn.",
        "Read more slowly, teachers were told, and pupils learn twice as much.",
        "Watch keepers saw no lights on the second ship.",
        "The contract was updated on 3 May 2026 and runs until June.",
        "All rights of way across the estate reopen on 1 April.",
        "By Monday the water had fallen 40 cm.",
        "Get up at five and you may see them: 300 cranes on one field.",
        "See you in court, the mayor told reporters.",
        "It is 31 years since the last eruption.",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", " "])
def test_a_sentence_of_news_stays_whatever_it_looks_like(sentence, gap):
    text = gap.join([BODY[0], sentence, *BODY[1:]])
    result = cleaned(text)
    assert text_of(result) == text
    assert result.dropped == ()


def test_a_clean_article_comes_out_as_it_went_in():
    text = "\n\n".join(BODY)
    assert cleaned(text).articles == (Article("a", text, "Meridian Daily"),)


def test_a_body_that_stands_twice_is_kept_once():
    result = cleaned("\n".join([*BODY, *BODY]))
    assert text_of(result) == "\n".join(BODY)
    assert taken(result) == list(BODY)


def test_a_body_that_is_glued_to_its_own_copy_is_kept_once():
    assert text_of(cleaned(" ".join(BODY) + " ".join(BODY))) == " ".join(BODY)


def test_short_words_of_speech_may_stand_twice():
    text = f'"We are ready," he said. {BODY[0]} "We are ready," he said.'
    assert text_of(cleaned(text)) == text


def test_a_short_sentence_inside_a_repeated_passage_goes_with_it():
    passage = [BODY[0], "It burned.", BODY[2]]
    assert text_of(cleaned("\n".join([*passage, BODY[3], *passage]))) == "\n".join([*passage, BODY[3]])


def test_a_repeated_passage_may_begin_with_a_short_sentence():
    passage = ["It burned.", BODY[0], BODY[2]]
    assert text_of(cleaned("\n".join([*passage, BODY[3], *passage]))) == "\n".join([*passage, BODY[3]])


def test_sentences_that_differ_only_in_a_number_are_not_repetitions():
    text = "At eight the coastguard spoke of seven dead in all. At noon the coastguard spoke of nine dead in all."
    again = text + " At eight the coastguard spoke of eight dead in all."
    assert text_of(cleaned(again)) == again


def test_a_teaser_cut_off_by_dots_goes_when_the_whole_sentence_is_there():
    teaser = "The ferry left Halvern at six on Tuesday with 84 peo..."
    result = cleaned("\n".join([teaser, *BODY]))
    assert text_of(result) == "\n".join(BODY)
    assert taken(result) == [teaser]


def test_a_sentence_cut_off_by_dots_stays_when_nothing_completes_it():
    text = "\n".join([*BODY, "The captain of the second ship on Wednesday told the…"])
    assert text_of(cleaned(text)) == text


@pytest.mark.parametrize(
    ("standfirst", "body"),
    [
        (
            "Coastguard blames faulty valve for fire and says inquiry may take months",
            "Averna has suspended all sailings after a fire on the ferry killed seven people.",
        ),
        (
            "Rescuers search strait for passengers missing since blaze broke out near engine room",
            "The operator of the ferry said it would pay the families of all victims.",
        ),
    ],
)
def test_a_standfirst_glued_to_the_body_gets_its_own_line_and_loses_no_word(standfirst, body):
    result = cleaned(f"{standfirst} {body} {BODY[2]}")
    assert text_of(result) == f"{standfirst}\n{body} {BODY[2]}"


@pytest.mark.parametrize(
    "sentence",
    [
        "The head of the coastguard in Halvern told a hearing on Tuesday that Averna has known of the fault since "
        "a test in the spring of last year.",
        "Prosecutors in Corvane say fires on ships The Ledger has written about since a hearing in May will be "
        "looked at again by the court in the coming weeks.",
        "Talks on fishing rights in northern waters resumed on Tuesday after months of delay and Averna has agreed to "
        "a new round in the spring of next year.",
        "Prices of wheat and maize fell sharply in Corvane on Monday as buyers in towns Averna has lost looked "
        "elsewhere for grain, oil, salt, rice and beans.",
        "Ferry owner Tomas Oduya said on Tuesday evening after talks with officials in Corvane that Averna will pay "
        "for a new inquiry.",
    ],
)
def test_a_long_first_sentence_is_not_cut_at_a_name(sentence):
    assert text_of(cleaned(f"{sentence} {BODY[2]}")) == f"{sentence} {BODY[2]}"


@pytest.mark.parametrize(
    "dateline",
    [
        "HALVERN, Averna (AP) —",
        "HALVERN (Reuters) -",
        "Halvern:",
        "CORVANE, March 3 (Reuters) -",
        "CORVANE —",
        "Halvern, Averna (AFP) –",
    ],
)
def test_a_dateline_gets_its_own_line(dateline):
    assert text_of(cleaned(f"{dateline} {BODY[0]} {BODY[2]}")) == f"{dateline}\n{BODY[0]} {BODY[2]}"


@pytest.mark.parametrize(
    "tail",
    [
        "Averna Ferries Europe Coastguard Ana Prisk meridian.co.uk",
        "Halvern Averna Ferry Fire",
        "www.meridiandaily.com",
        "By Ana Prisk in Halvern",
    ],
)
def test_keywords_names_and_the_domain_at_the_end_go(tail):
    gap = "\n" if tail.startswith("By") else " "
    result = cleaned(" ".join(BODY) + gap + tail)
    assert text_of(result) == " ".join(BODY)
    assert taken(result) == [tail]


def test_a_text_of_nothing_but_a_headline_stays():
    assert text_of(cleaned("Halvern Averna Ferry Fire")) == "Halvern Averna Ferry Fire"


def test_a_result_in_capitals_at_the_end_is_no_keyword_tail():
    text = f"{BODY[0]} Halvern 2 Corvane 1"
    assert text_of(cleaned(text)) == text


def test_a_list_of_links_goes_with_its_heading_and_the_text_after_it_stays():
    links = ["Related stories", "Ferry owner sells two ships", "What the inspectors missed"]
    result = cleaned("\n".join([*BODY[:2], *links, *BODY[2:]]))
    assert text_of(result) == "\n".join(BODY)
    assert taken(result) == links


def test_all_caps_wire_text_is_not_taken_for_a_keyword_tail():
    text = "\n".join(line.upper() for line in (*BODY, "MORE TO FOLLOW"))
    assert text_of(cleaned(text)) == text


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        ("The cafÃ© on the quay was full.", "The café on the quay was full."),
        ("â€œWe left,â€\x9d she said.", "“We left,” she said."),
        ("Fish &amp; chips cost &pound;9.", "Fish & chips cost £9."),
        ("It&amp;#39;s over.", "It's over."),
        ("<p>It is <b>over</b>.</p><p>She left.</p>", "It is over.\n\nShe left."),
        ("Be<!-- ad -->fore <script>var a = 1;</script>noon.", "Before noon."),
        ("Zero\u200bwidth and soft\u00adhyphen.", "Zerowidth and softhyphen."),
        ("Turned \u202e21\u202c round.", "Turned 21 round."),
        ("A\u00a0B  \t C", "A B C"),
        ("It cost 45\u202f000 euros.", "It cost 45\u202f000 euros."),
        ("First line.\r\nSecond line.\rThird.", "First line.\nSecond line.\nThird."),
        ("One.\n\n\n\n  Two.  ", "One.\n\nTwo."),
        ("5 < 6 and 7 > 2, AT&T said.", "5 < 6 and 7 > 2, AT&T said."),
        ("Straße, naïve, Ærø, Ðorđe stay.", "Straße, naïve, Ærø, Ðorđe stay."),
    ],
)
def test_damage_is_mended(damaged, meant):
    assert text_of(cleaned(damaged)) == meant


def test_what_was_mended_is_on_record():
    assert [drop.reason for drop in cleaned("The cafÃ© was full.").dropped] == [
        "mended: characters of a wrong encoding"
    ]


def test_the_title_at_the_head_of_the_text_goes():
    result = cleaned("\n".join(["Seven dead in ferry fire", *BODY]), title="Seven dead in ferry fire")
    assert text_of(result) == "\n".join(BODY)


@pytest.mark.parametrize(
    "stamp",
    [
        "Published: 3 May 2026 10:30 UTC",
        "Last updated on May 3, 2026 10:30 AM",
        "World News | Pallas Wire | Updated: May 03, 2026 16:00 IST",
        "Edited by Ana Prisk • Published 3 May 2026, 10:30 GMT",
        "Story first published: May 3, 2026 10:30",
    ],
)
def test_a_time_stamp_dates_an_article_that_has_no_date(stamp):
    result = cleaned("\n".join([stamp, *BODY]))
    assert result.articles[0].published == datetime(2026, 5, 3, 10, 30, tzinfo=UTC)
    assert text_of(result) == "\n".join(BODY)


SUBJECTS = ["ferry", "harvest", "election", "bridge", "museum", "railway"]


def site(subject, at, template="Meridian Daily speaks for the whole of the coast, every day of the year."):
    lines = [
        f"The {subject} was closed on day {at} by order of the council.",
        f"Nobody who works at the {subject} was told before {at} in the morning.",
        f"A meeting about the {subject} is due in week {at + 2} of the year.",
    ]
    return Article(f"{subject}-{at}", "\n".join([*lines, template]), "Meridian Daily"), lines


def test_a_line_that_all_articles_of_a_publisher_end_with_goes():
    pairs = [site(subject, at) for at, subject in enumerate(SUBJECTS)]
    result = clean([article for article, _ in pairs])
    assert [article.text for article in result.articles] == ["\n".join(lines) for _, lines in pairs]


def test_three_articles_are_enough_for_a_line_without_a_full_stop_and_not_for_a_sentence():
    for line, goes in (
        ("Meridian Daily, the voice of the coast", True),
        ("The coast has a voice of its own.", False),
    ):
        articles = [site(subject, at, line)[0] for at, subject in enumerate(SUBJECTS[:3])]
        assert all((line not in article.text) == goes for article in clean(articles).articles)


def test_a_line_with_a_number_goes_when_all_of_many_articles_have_it():
    line = "Call the newsroom of the coast on 555 0199."
    subjects = [*SUBJECTS, "market", "school", "library"]
    assert all(
        line not in a.text for a in clean([site(s, at, line)[0] for at, s in enumerate(subjects)]).articles
    )


def test_the_same_line_of_different_publishers_stays():
    articles = [
        Article(a.id, a.text, f"Site {at}") for at, (a, _) in enumerate(map(site, SUBJECTS, range(6)))
    ]
    assert clean(articles).articles == tuple(articles)


def test_copies_of_one_article_are_not_taken_for_templates():
    articles = [Article(f"a{at}", "\n".join(BODY), "Meridian Daily") for at in range(50)]
    assert clean(articles).articles == tuple(articles)


def test_versions_of_one_story_are_not_taken_for_templates():
    versions = [
        Article(
            f"v{at}",
            "\n".join([f"By {at} o'clock the coastguard had counted {at} dead.", *BODY]),
            "Meridian Daily",
        )
        for at in range(6, 14)
    ]
    assert clean(versions).articles == tuple(versions)


def test_a_background_sentence_in_the_middle_of_many_articles_stays():
    background = "Averna has been at odds with its neighbour since the treaty of the straits."
    articles = []
    for at, subject in enumerate(SUBJECTS):
        _, lines = site(subject, at)
        articles.append(
            Article(f"a{at}", "\n".join([*lines, background, *[x + " Still." for x in lines] * 2]), "M")
        )
    assert all(background in article.text for article in clean(articles).articles)


def test_a_line_with_a_number_that_many_articles_share_stays():
    line = "The war in the straits has killed 1,200 people."
    others = ["A new one is planned.", "Nobody was hurt."]
    articles = [site(subject, at, line)[0] for at, subject in enumerate(SUBJECTS)]
    articles += [site(subject, at, others[at])[0] for at, subject in enumerate(["market", "school"])]
    assert sum(line in article.text for article in clean(articles).articles) == len(SUBJECTS)


def test_an_article_of_nothing_but_boilerplate_is_dropped_with_a_reason():
    result = cleaned("We use cookies to give you the best experience.\nAccept all cookies")
    assert result.articles == ()
    assert result.dropped[-1].reason == "nothing of its own in it"


def test_the_language_is_set():
    german = "Der Minister sagte am Montag, die Regierung werde das Gesetz nicht ändern."
    assert cleaned(german).articles[0].language == "de"


@given(
    st.lists(
        st.sampled_from(
            [
                *BODY,
                "Read more: All of it",
                "Yes.",
                "Advertisement",
                "“No. 10 said so.”",
                "Halvern Averna",
                "e.g. a",
            ]
        ),
        max_size=12,
    ),
    st.sampled_from(["\n", " ", "\n\n"]),
)
def test_every_word_is_either_kept_or_on_record(lines, gap):
    text = gap.join(lines)
    result = clean([Article("a", text, "p")], settings=CleanSettings())
    kept = " ".join(article.text for article in result.articles)
    assert sorted(words(text)) == sorted(words(kept + " " + " ".join(taken(result))))


@pytest.mark.parametrize("size", [200_000])
@pytest.mark.parametrize(
    "bit", ["a ", "A", '"', "(", "<", "<script>", "&", "\n", "Read more: ", "...", "By A ", "x. "]
)
def test_a_million_odd_characters_take_no_time(bit, size):
    import time

    start = time.process_time()
    cleaned("A." + bit * (size // len(bit)))
    assert time.process_time() - start < 4


SEEDS = Path(__file__).parent.parent / "seeds" / "nato-tripoli-2011"


def real():
    articles = read_articles(SEEDS)
    return articles, clean(articles)


def test_no_long_sentence_stands_twice_in_a_real_article():
    for article in real()[1].articles:
        sentences = [sentence.text for sentence in split(article) if len(sentence.text.split()) > 7]
        assert len(sentences) == len(set(sentences)) > 5


def test_real_articles_end_with_a_sentence_of_their_own():
    for article in real()[1].articles:
        last = split(article)[-1].text
        assert last.endswith((".", ".”")), last
        assert "latest news" not in last.lower()


def test_every_word_of_the_real_articles_is_kept_or_on_record():
    before, result = real()
    for article, cleaned_article in zip(before, result.articles, strict=True):
        gone = " ".join(drop.text for drop in result.dropped if drop.what == article.id)
        assert sorted(words(article.text)) == sorted(words(f"{cleaned_article.text} {gone}"))


def test_a_real_standfirst_is_no_part_of_the_first_sentence():
    guardian = next(article for article in real()[1].articles if article.publisher == "The Guardian")
    first, second = split(guardian)[:2]
    assert not first.text.endswith(".")
    assert second.text.startswith("Nato has said")


def test_several_processes_give_the_same_result(monkeypatch):
    monkeypatch.setattr("briefing.clean._MIN_FOR_PROCESSES", 1)
    articles = [site(subject, at)[0] for at, subject in enumerate(SUBJECTS)]
    assert clean(articles, workers=2) == clean(articles)


def test_five_thousand_copies_take_no_longer_than_five_thousand_articles():
    import time

    copies = [Article(f"a{at}", "\n".join(BODY * 2), "Meridian Daily") for at in range(5_000)]
    start = time.process_time()
    result = clean(copies)
    assert time.process_time() - start < 15
    assert len(result.articles) == 5_000


def test_an_article_of_a_million_characters_is_cleaned():
    import time

    text = " ".join(f"Ship number {at} left the harbour of Halvern at noon." for at in range(20_000))
    start = time.process_time()
    result = cleaned(text + " " + text)
    assert text_of(result) == text
    assert time.process_time() - start < 15


# ---------------------------------------------------------------- texts that are a notice and nothing else

NOTICES = (
    "Your browser is out of date. Please upgrade to a supported browser or enable JavaScript to view this page.",
    "Access denied. You don't have permission to view this page on this server. Please contact the site's owner.",
    "You have reached your limit of free articles this month. Log in to your account or choose a subscription to go on.",
    "Please confirm that you are not a robot. Unusual traffic from your IP address has been noticed. Reload the page.",
    "We could not find the page you asked for. Please check the link, use our search or visit our start page. Error 404.",
    "Comments are closed on this page. Please sign in with your profile to share a link or delete your own comments.",
    "These pages were crawled by volunteers; the crawls go to the Internet Archive, a library of captures of the web.",
    "Out-links of these pages went into the seed list of the spring crawl, which ran from March to May. It followed every "
    "“see also” up to a depth of four. Nothing of it is public yet. "
    + "The ninth part holds what the eight before it left out. "
    * 7,
    "How the pages were ranked: by the number of links from other hosts, that is inter-domain ones, in the link graph of "
    "last year's collection; the URLs of each host were cut off at two hundred.",
    "This video was taken down by its owner. Please try again with another one, or visit the page where this item is listed.",
    "To buy copies of this page for your clients, visit our reprints desk. This copy is licensed for personal use only.",
)
SHORT_NEWS = (
    "Nine people drowned when the Orlesk ferry hit a reef.",
    "The social network Pellhub is down for users across Averland. Its servers and its app are unavailable since noon.",
    "A flaw in the Orvel browser let attackers read passwords and cookies. An update is expected this week.",
    "Averland's parliament passes a law on cookies: web sites must ask users for consent and offer a plain refusal.",
    "Crawlers of the Internet Archive took down a council's site for an hour, Orlesk's mayor said. They came twice a minute.",
    "The Internet Archive is back online after three days. The library's Wayback Machine lost none of its pages.",
    "If you live in Kelderby, expect delays: your bus may be late as our roads crew repairs Brell Street bridge.",
    "Dunmarsh Rovers won the Harbour Cup. Subscribe to our newsletter for updates straight to your inbox.",
)


@pytest.mark.parametrize("text", NOTICES)
def test_a_text_that_is_only_a_notice_of_the_site_is_dropped_with_the_reason(text):
    result = clean([Article("a", text, "x")])
    assert result.articles == ()
    assert result.dropped[-1].reason in ("only a site notice", "nothing of its own in it")


@pytest.mark.parametrize("text", SHORT_NEWS)
def test_short_news_of_browsers_accounts_and_pages_is_no_notice(text):
    assert len(clean([Article("a", text, "x")]).articles) == 1


def test_what_is_left_of_a_notice_goes_with_it():
    text = "JavaScript is disabled in your browser.\nWould you like to go on to the plain site? Then log in to your account."
    assert clean([Article("a", text, "x")]).articles == ()


def test_a_long_text_is_never_a_notice():
    assert clean([Article("a", " ".join(NOTICES), "x")]).articles
