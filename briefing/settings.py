"""Every threshold, with its unit and its reason. One TOML file can set them; nothing else does.

Each step has its own frozen section, named like the step; a step receives its section as an argument and
never looks settings up by itself.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Limits on what is read."""

    max_bytes: int = 20_000_000  # a larger file is not an article; it is refused with a line
    max_collection_bytes: int = 2_000_000_000  # of a file that holds many articles (JSON Lines, WARC …)


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How feeds and pages are fetched: politely, and within limits."""

    concurrency: int = 16  # requests at a time, over all hosts
    host_connections: int = 2  # requests at a time to one host: what a browser's reader would cause
    host_delay_s: float = (
        0.02  # between two requests to one host, two at a time, unless its robots.txt asks for more
    )
    max_crawl_delay_s: float = 5.0  # of what robots.txt asks for; an edition has to end
    connect_timeout_s: float = 5.0
    read_timeout_s: float = 10.0  # without a single byte
    total_timeout_s: float = (
        30.0  # for one address with its redirects; a slow drip must not hold an edition up
    )
    max_bytes: int = 10_000_000  # unpacked; the largest real feeds have 3 MB
    max_redirects: int = 5
    max_pages_again: int = 60  # of recent editions, asked whether they were rewritten; most say no
    retries: int = 2  # after a failure that may pass: no connection, 429, 5xx
    retry_delay_s: float = 0.5  # doubled each time
    network_wait_s: float = 120.0  # of a daily edition, where no address at all can be reached
    max_retry_delay_s: float = 10.0  # of what Retry-After asks for
    respect_robots: bool = True
    allow_private: bool = False  # addresses of this machine and its network; a feed must not reach into it
    min_full_text_words: int = 150  # an entry with fewer is a summary, and its page is fetched
    user_agent: str = "briefing/0.1 (news digest; reads feeds on behalf of its user)"


@dataclass(frozen=True, slots=True)
class CleanSettings:
    """When a passage is not the article's own."""

    min_repeat_words: int = 8  # a shorter sentence may stand twice in one article by right
    min_template_articles: int = 4  # of one publisher, each about something else; fewer prove nothing
    min_template_share: float = (
        0.3  # of the publisher's articles; below it a line is a stock phrase of the news
    )
    family_share: float = 0.3  # of the words: articles with more in common are versions of one story


@dataclass(frozen=True, slots=True)
class DedupeSettings:
    """What counts as a copy. Shares are of distinct shingles (runs of neighbouring words)."""

    near_share: float = 0.7  # Jaccard of 3-word shingles: independent reports of one event stay below 0.3
    contained_share: float = 0.75  # share of the shorter text's 3-word shingles that the longer has
    rewrite_share: float = (
        0.4  # share of the shorter text's 2-word shingles; independent reports: under 0.3 at length
    )
    rewrite_least_held: float = 0.22  # of its 3-word shingles: a rewrite keeps some phrases whole
    rewrite_words_share: float = (
        0.72  # share of its content words that the original has too: a rewrite adds nothing
    )
    rewrite_min_words: int = 60  # shorter texts of one event share phrases by chance
    min_words: int = 8  # a shorter text is only ever an exact copy
    permutations: int = 64  # of the MinHash; with 16 bands of 4 a pair at 0.7 is missed once in 80
    bands: int = 16


@dataclass(frozen=True, slots=True)
class GroupSettings:
    """When two articles tell of one event. Similarities are cosines of weighted terms, 0 to 1."""

    least_similarity: float = 0.105  # mean similarity between the articles of two clusters for them to join
    pair_doubt: float = (
        0.4  # more by this share for a single pair, by half of it for a mean of two: chance evens out
    )
    contrast: float = (
        0.63  # and at least this much of what it is inside the two: look-alike events reach about 0.5
    )
    lone_contrast: float = 0.25  # the same for an article alone, whose own similarity inside is unknown
    lone_named_contrast: float = (
        0.35  # and this much of it in names and figures alone: a newcomer with its own is another event
    )
    least_link: float = 0.03  # weaker similarities are taken for none
    crowd_from: int = (
        8  # others nearer to an article may be its story; those after them are its surroundings …
    )
    crowd_to: int = 24  # … up to this many
    crowd_least: float = 0.05  # similarity to these, at least; below it they are as good as strangers
    crowd_most: float = 0.1  # and at most: in a batch about one matter the surroundings are the story itself
    crowd_usual: float = 0.075  # where similarities stay as they are
    crowd_power: float = 0.7  # of the ratio; 1 would forget how alike two articles are in absolute terms
    particular_share: float = (
        0.2  # of a similarity comes from names and figures where two articles tell of one event
    )
    common_worth: float = (
        0.1  # what a similarity is worth that comes from common words alone, as of two events of a kind
    )
    whole_batch: int = 2_000  # articles; in a larger batch each is compared with a choice of others only
    links_each: int = 16  # the others an article of a large batch is compared with
    probe_terms: int = 24  # the weightiest terms by which those are found
    probe_holders: int = 400  # articles; a term more of them have tells no event
    lead_boost: float = 2.0  # the first word counts this much more than one far down
    lead_words: float = 40.0  # after this many words the boost has fallen to a third
    name_boost: float = 1.1  # capitalised words tell events apart a little better than their rarity says
    figure_boost: float = 1.3  # so do numbers: 23 arrested and 26 arrested are two events
    background_articles: float = (
        40.0  # the weight of what is common in news beside what is common in the batch
    )
    unlisted_share: float = 0.002  # share of news articles that have a word too rare to be listed
    smoothing: float = 0.5  # articles added to each term's holders
    grace_days: float = 2.0  # apart in time and yet no further apart in subject
    half_life_days: float = 10.0  # beyond the grace: similarity halves every so many days
    families: tuple[tuple[str, ...], ...] = ()  # a family's name, then its publishers: they count as one


@dataclass(frozen=True, slots=True)
class PlanSettings:
    """What a brief says. Weights are learnt on the even lines of a set of human summaries (docs/decisions)."""

    # Of: one, log publishers, their share, log sentences, earliness, log leads, share of words with meaning, log
    # sentences with each of its words (mean), log share of sentences with the rarest and the commonest of them.
    pair_weights: tuple[float, ...] = (-0.67, 0.2, 0.29, 0.96, 0.83, 0.22, 0.24, -0.43, 0.43, 0.29)
    single_weights: tuple[float, ...] = (0.27, -0.13, 0.56, 0.22, 0.56, 0.26, -0.19, 0.22, 0.32, 0.32)
    single_share: float = 0.3  # what a single word counts against a pair: pairs carry who did what
    lead_sentences: int = 3  # an article's first three sentences are its lead
    sentence_bonus: float = -0.5  # all bonuses are in pairs of weight 1; fewer, fuller sentences read better
    centrality_bonus: float = 2.0  # for the sentence most like the story as a whole
    depth_malus: float = 0.3  # for the last sentence of an article, beyond what its terms' lateness says
    quote_bonus: float = 0.3  # for a sentence that quotes: summaries quote more than their sources
    digit_bonus: float = 0.2  # for a sentence with a figure
    # For each word of brevity that is paid for, in turn until the plan with shorter forms is worth enough.
    brevity_prices: tuple[float, ...] = (0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05, 0.0)
    paid_once_words: float = 6.0  # paid for any shortening of a fact, as if it were so many words, …
    paid_words: int = 4  # … and for so many of the words saved: more of them are news as often as not
    least_worth: float = 0.995  # of the verbatim plan's worth: so much the plan with shorter forms must have
    loose_malus: float = 0.25  # for one that can stand alone but asks "which company?"
    stranger_malus: float = (
        0.5  # for one in which a bare surname acts or speaks that another sentence introduces
    )
    known_name_share: float = 0.1  # of the story's sentences: who is named in more needs no introduction
    day_malus: float = (
        0.5  # for "yesterday" and the like, where the articles are of several days, or one has no date
    )
    age_malus: float = 1.0  # for each day that its article is older than the newest: news supersedes news
    stale_malus: float = 3.0  # for a figure that a later report has replaced: as good as never
    retold_malus: float = 2.0  # for each figure that the brief has told already of the same thing
    dispute_hours: float = 12.0  # reports further apart do not disagree: the later one is news
    advice_malus: float = 1.0  # for one that speaks to "you": only where there is nothing better
    max_leaning: int = 3  # sentences of such a chain; a longer one is a passage, not a fact
    max_fact_share: float = 0.4  # of the words of the brief: one fact is not the whole story …
    min_fact_words: int = 45  # … but the longest usual sentence always has room
    max_furniture_share: float = 0.5  # of an article's words: above it it is a page, not an article
    min_relevance: float = 0.3  # of an article, against the one most like the story: below it is not about it
    known_share: float = 0.1  # what a term is still worth once it has been told
    same_cosine: float = 0.35  # of TF-IDF: sentences above it tell one fact, and a brief has it once
    same_share: float = 0.45  # of the shorter sentence, by weight of its words, that the longer one has too
    same_names: int = 2  # in the first sentences of two articles, which then tell one fact …
    same_opening: float = 0.22  # … from this cosine on; half of it, where they share twice as many names
    same_min_stems: int = 3  # fewer meaningful words are shared by chance
    max_support: int = 4  # sentences of a fact, printed ones included: what a small model can read at once
    max_disagreements: int = 2  # a brief that is all disputes tells no news
    length_powers: tuple[float, ...] = (0.6, 0.8, 1.0)  # ways to weigh length; the best plan of them is taken
    max_candidates: int = 400  # the best ones; beyond it a story repeats itself
    max_exchanges: int = 20  # after some ten nothing gains any more
    over_words: float = 0.04  # share of the word budget that a plan may go over
    history_days: int = 7  # a story that spans more is told in order of time, not the news first


@dataclass(frozen=True, slots=True)
class ComposeSettings:
    """How a brief is put together."""

    rounds: int = 3  # of planning and writing: a third fills what shorter sentences left open
    replans: int = (
        8  # without the sentences that failed their check; a story with more is in dispute throughout
    )
    spare_share: float = 0.4  # of the words: planned beyond them for a model to shorten, and chosen from
    max_forms: int = 10  # of a fact that are checked and weighed beside its verbatim sentence
    min_room_words: int = 12  # hardly any sentence worth printing is shorter
    min_fill_words: int = 5  # of room left at the end: the shortest fact there is
    under_words: float = 0.05  # share of the word budget left unused that is worth going over it a little
    over_words: float = 0.1  # share of the word budget that a brief may go over
    slight_words: int = 3  # with a meaning of their own: no more is too slight for a sentence
    repeat_share: float = 0.7  # of a sentence's content words in one before it: it says nothing new


@dataclass(frozen=True, slots=True)
class RankSettings:
    """What makes a story lead: points for each reason, added up."""

    publisher_points: float = (
        3.0  # for each doubling of independent publishers: the second says more than the tenth
    )
    recency_points: float = 3.0  # for a story with an article of this hour, falling with its age
    half_life_hours: float = (
        18.0  # yesterday's morning story has lost more than half of its recency by today's
    )
    copy_points: float = 0.5  # for each doubling of sites that carry a copy: play, but no confirmation
    change_points: float = 3.0  # for a story that is all new since the last edition; its share for a part
    topic_points: float = (
        4.0  # for each of the reader's topics, up to topic_most: more than one more publisher
    )
    topic_most: int = 2
    future_hours: float = (
        24.0  # a date further ahead than any time zone explains is a mistake and counts as unknown
    )


@dataclass(frozen=True, slots=True)
class WriteSettings:
    """How candidates are written and chosen."""

    candidates: int = 3  # per fact: greedy ones of different lengths, the rest sampled (or beams)
    batch_rows: int = 32  # candidates decoded together; past that two cores gain nothing
    max_new_tokens: int = 72  # a sentence of 45 words; whatever is longer is refused anyway
    temperature: float = 0.6  # higher, and a small model invents
    top_k: int = 20
    seed: int = 0
    guard: bool = True  # hold numbers, quotes and names to the evidence while decoding
    threads: int = 0  # 0: as many as there are physical cores
    prompt_sentences: int = 2  # a 135M model mixes up what is in more; larger models get all of a fact's
    shorter_forms: int = 5  # of a fact's best sentence, made by deletion and judged by the model
    prompt_words: int = 110  # of evidence in one prompt; cut by whole sentences
    min_words: int = 5  # of a candidate; a shorter one says too little
    max_words: int = 45  # of a candidate; a longer one is no brief's sentence
    min_coverage: float = (
        0.4  # of the verbatim sentence's weighted content: below it is another, smaller fact
    )
    max_new_words: float = 0.15  # share of a candidate's content words that its evidence does not have
    longer_than_verbatim: float = 1.05  # times its words: a candidate must not take more room than the source


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    """How long the archive remembers, and when a sentence says what was sent before."""

    memory_days: int = 14  # a story silent for longer starts afresh
    keep_days: int = 365  # what prune keeps where no age is given
    same_words_share: float = 0.8  # Jaccard of words: above it, with equal numbers, a sentence is sent news


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """The server that mails go through. The password is never here: environment or keyring."""

    host: str = ""
    port: int = 587
    security: str = "starttls"  # starttls, tls (from the first byte, port 465) or none
    user: str = ""  # empty: no login, unless the environment names one
    sender: str = ""  # "The Morning Letter <news@example.org>"
    reply_to: str = ""
    unsubscribe_url: str = ""  # https; {recipient} stands for the address
    unsubscribe_mail: str = ""  # an address that takes mails asking to stop
    ca_file: str = ""  # of a server whose certificate no public authority signed
    timeout_seconds: float = (
        30.0  # RFC 5321 asks minutes, for slow lines; one dead server must not hold a run
    )
    dkim_selector: str = ""  # empty: not signed
    dkim_domain: str = ""  # empty: the sender's
    dkim_key_file: str = ""  # PEM


@dataclass(frozen=True, slots=True)
class DeliverSettings:
    """How often a refused delivery is tried again."""

    first_wait_seconds: float = 60.0  # greylisting lets the second try pass after a minute or five
    longest_wait_seconds: float = 3600.0
    max_attempts: int = 12  # with doubling waits about seven hours: news is stale after
    webhook_timeout_seconds: float = 20.0


@dataclass(frozen=True, slots=True)
class Settings:
    """All sections."""

    read: ReadSettings = ReadSettings()
    fetch: FetchSettings = FetchSettings()
    clean: CleanSettings = CleanSettings()
    dedupe: DedupeSettings = DedupeSettings()
    group: GroupSettings = GroupSettings()
    rank: RankSettings = RankSettings()
    plan: PlanSettings = PlanSettings()
    compose: ComposeSettings = ComposeSettings()
    write: WriteSettings = WriteSettings()
    archive: ArchiveSettings = ArchiveSettings()
    smtp: SmtpSettings = SmtpSettings()
    deliver: DeliverSettings = DeliverSettings()
