"""The values that pass between steps: all frozen, all typed, none with behaviour beyond reading itself.

Offsets are Python string indices into ``Article.text`` of the *cleaned* article, so that
``article.text[s.start:s.end] == s.text`` always holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

# ---------------------------------------------------------------- articles and stories


@dataclass(frozen=True, slots=True)
class Article:
    """One publisher's text. ``published`` is timezone-aware or ``None`` when unknown.

    ``wire`` is the agency whose copy it is ("AP"), where its dateline or credit said so before cleaning.
    """

    id: str
    text: str
    publisher: str
    title: str = ""
    published: datetime | None = None
    url: str = ""
    language: str = "en"
    wire: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article; ``index`` is its place in it, from 0."""

    article_id: str
    index: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that left the flow: at which ``step``, what it was, and why."""

    step: str
    what: str
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that repeats another: it is kept, but does not count as a source of its own.

    ``kind`` is ``exact``, ``near``, ``contained`` or ``rewrite``; ``similarity`` is in 0..1.
    """

    article: Article
    original_id: str
    kind: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Outlet:
    """An independent publisher of a story: an agency, a family of publishers, or a publisher of its own.

    ``sites`` are the publishers that carry its text, copies included, each once; ``articles`` are the ids of its
    texts among the articles of the story.
    """

    name: str
    sites: tuple[str, ...]
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Articles of one event. ``articles`` are the independent ones, ``copies`` repeat one of them.

    ``outlets`` are the independent publishers: wire copy counts once, under the agency's name.

    ``reasons`` says, one line an article or copy, why it is here; ``rank_reasons`` why the story stands
    where it does in the edition.
    """

    id: str
    articles: tuple[Article, ...]
    copies: tuple[Copy, ...] = ()
    reasons: tuple[str, ...] = ()
    rank_reasons: tuple[str, ...] = ()
    outlets: tuple[Outlet, ...] = ()

    @property
    def publishers(self) -> tuple[str, ...]:
        """The independent publishers, each once, in order of their articles."""
        if self.outlets:
            return tuple(outlet.name for outlet in self.outlets)
        return tuple(dict.fromkeys(article.publisher for article in self.articles))

    def publisher_of(self, article: Article) -> str:
        """Return the independent publisher that ``article`` counts for: one of ``publishers``."""
        names = (outlet.name for outlet in self.outlets if article.id in outlet.articles)
        return next(names, article.wire or article.publisher)


# ---------------------------------------------------------------- figures


class Kind(StrEnum):
    """What sort of figure it is."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "percentage points"
    ORDINAL = "ordinal"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    AGE = "age"
    SCORE = "score"
    RATE = "rate"
    RATIO = "ratio"
    MEASURE = "measure"
    TEMPERATURE = "temperature"
    FRACTION = "fraction"
    VAGUE = "vague"
    NAME = "name"
    IDIOM = "idiom"
    UNREAD = "not understood"


class Modifier(StrEnum):
    """How a figure is hedged or bounded."""

    EXACT = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    LESS_THAN = "less than"


class Direction(StrEnum):
    """Which way a change went; ``NONE`` for a level."""

    NONE = ""
    ROSE = "rose"
    FELL = "fell"


@dataclass(frozen=True, slots=True)
class Thing:
    """What a figure is about.

    ``noun`` is the lemma of the counted noun ("civilian", "toll", "rate"), ``act`` the class of what
    happened to it ("killed", "injured", "missing" …, or the lemma of the governing verb), ``owner`` the
    words that say whose it is (company, team, place, year), ``words`` all content words of the clause
    in lower case, for softer comparison. ``near`` are those of them in the figure's own part of the
    sentence, ``subject`` those before its verb. ``role`` is ``from`` for the old level of a change, ``to``
    for the new one, ``change`` for the change itself. ``status`` says what keeps a figure from standing as
    the current whole: ``former``, ``denied``, ``forecast``, ``planned``, ``partial``, ``other``, ``part``.
    ``speaker`` are the words for who is said to have said it.
    """

    noun: str = ""
    act: str = ""
    owner: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    role: str = ""
    status: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a text states it. ``low == high`` when it is one value, else a range.

    ``start``/``end`` are offsets into the text that was parsed, and ``text[start:end] == figure.text``.
    Values are in the unit named (``unit`` is canonical: ``USD``, ``percent``, ``km``, ``person`` …); dates
    have no value but ``when`` (first day) and ``until`` (last day), clock times ``low`` in minutes after
    midnight and ``unit`` the zone as written.

    ``written_unit`` is the unit's own name before conversion to ``unit`` (pence, mile, basis point), for a
    date its normal form (``06-03``, ``tuesday``, ``last week``), for a clock time ``12-hour`` where morning or
    afternoon is left open (half past five). ``grain`` is the value of the last digit
    written, in ``unit`` (100000 for 1.2m). ``parts`` are the numbers of a score, vote, ratio or fraction in
    the order written (10-9 → 10, 9; 6 of 8 → 6, 8). ``or_when`` is the other reading of an ambiguous date.
    ``gap`` says that the figure measures a distance, and whether the thing lies above (``ROSE``) or below
    (``FELL``) what it is compared with: 4,000 fewer than in 2025, two ahead of, beat the record by 0.4.
    """

    kind: Kind
    text: str
    start: int
    end: int
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    modifier: Modifier = Modifier.EXACT
    direction: Direction = Direction.NONE
    when: date | None = None
    until: date | None = None
    as_of: datetime | None = None
    thing: Thing = Thing()
    written_unit: str = ""
    grain: Decimal | None = None
    parts: tuple[Decimal, ...] = ()
    or_when: date | None = None
    gap: Direction = Direction.NONE


@dataclass(frozen=True, slots=True)
class Citation:
    """A pointer to the words of a source that bear something out: an article and offsets into it.

    ``start == end == 0`` points at the article's title.
    """

    article_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One source's figure in a ledger: who states it, where, and as of when.

    ``counts_for`` is the independent publisher behind it where that is another: the agency, the family.
    """

    figure: Figure
    publisher: str
    citation: Citation
    as_of: datetime | None
    counts_for: str = ""

    @property
    def independent(self) -> str:
        """The independent publisher behind it: a story on five sites has one voice."""
        return self.counts_for or self.publisher


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """All statements of a story about one thing.

    ``agreement`` is ``agreed`` (one value), ``conflict`` (values that cannot both hold), ``superseded``
    (a later report replaces an earlier one) or ``single`` (one publisher only). ``current`` are the
    statements that stand now.
    """

    label: str
    statements: tuple[Statement, ...]
    current: tuple[Statement, ...]
    agreement: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every figure of a story, grouped by the thing it is about."""

    lines: tuple[LedgerLine, ...] = ()


# ---------------------------------------------------------------- checks


class Verdict(StrEnum):
    """What the check says of one figure, quote or name."""

    SUPPORTED = "supported"
    DERIVED = "derived"
    UNSUPPORTED = "unsupported"
    CONFLICTING = "conflicting"
    NOT_UNDERSTOOD = "not understood"

    @property
    def passes(self) -> bool:
        """Whether it may be published."""
        return self in (Verdict.SUPPORTED, Verdict.DERIVED)


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict on one span of a text, with the reason in plain words and what decided it.

    ``what`` is ``figure``, ``quote`` or ``name``. ``start``/``end`` are offsets into the checked text.
    """

    what: str
    text: str
    start: int
    end: int
    verdict: Verdict
    reason: str
    citations: tuple[Citation, ...] = ()
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The verdicts on a text. ``ok`` only when every figure, quote and name passes."""

    text: str
    figures: tuple[Checked, ...] = ()
    quotes: tuple[Checked, ...] = ()
    names: tuple[Checked, ...] = ()

    @property
    def failures(self) -> tuple[Checked, ...]:
        """What does not pass, in the order of the text."""
        everything = (*self.figures, *self.quotes, *self.names)
        return tuple(sorted((c for c in everything if not c.verdict.passes), key=lambda c: (c.start, c.end)))

    @property
    def ok(self) -> bool:
        """Whether the text may be published."""
        return not self.failures


# ---------------------------------------------------------------- writing


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact to be stated: the 1–4 sentences that state it, the best first.

    ``publishers`` are the independent ones behind it; ``role`` is ``lead``, ``body``, ``background`` or
    ``disagreement``; ``text`` is set only where the fact is a sentence of our own making (a disagreement),
    and is then what the verbatim backend says.
    """

    sentences: tuple[Sentence, ...]
    publishers: tuple[str, ...]
    role: str = "body"
    weight: float = 0.0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A candidate sentence. ``likelihood`` is the model's mean log-probability per token, 0 for verbatim.

    ``silence`` says why there is no text, where the model could not be asked or gave no answer.
    """

    text: str
    origin: str
    likelihood: float = 0.0
    silence: str = ""


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder, for the audit: which candidate was refused, and why."""

    candidate: str
    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class BriefSentence:
    """A sentence of a brief, with the source sentences behind it and the verdict on each figure.

    ``origin`` is ``model``, ``verbatim`` or ``ledger``. ``rungs`` are the candidates refused before it.
    """

    text: str
    citations: tuple[Citation, ...]
    figures: tuple[Checked, ...] = ()
    origin: str = "verbatim"
    role: str = "body"
    rungs: tuple[Rung, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A story told briefly. ``sources`` are numbered from 1 in this order wherever it is shown.

    ``section`` is the topic it is filed under, empty where there are none. ``sent_before`` is when the
    story was last sent, ``None`` for a new one; ``changes`` then says what is new since, a line each.
    """

    story: Story
    headline: str
    sentences: tuple[BriefSentence, ...]
    sources: tuple[Article, ...]
    ledger: Ledger = Ledger()
    why: str = ""
    dropped: tuple[Dropped, ...] = ()
    headline_citations: tuple[Citation, ...] = ()
    headline_origin: str = "verbatim"
    section: str = ""
    sent_before: datetime | None = None
    changes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The prose, without citations."""
        return " ".join(sentence.text for sentence in self.sentences)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation once, in order of first use."""
        return tuple(dict.fromkeys(c for sentence in self.sentences for c in sentence.citations))

    @property
    def figures(self) -> tuple[Checked, ...]:
        """The verdicts on all figures, in order of the text."""
        return tuple(figure for sentence in self.sentences for figure in sentence.figures)

    @property
    def disagreements(self) -> tuple[LedgerLine, ...]:
        """The things on which sources differ."""
        return tuple(line for line in self.ledger.lines if line.agreement == "conflict")


@dataclass(frozen=True, slots=True)
class Correction:
    """A figure of an earlier edition that no longer stands.

    ``was`` was sent at ``sent_at``; ``now`` is what ``publisher`` states, in ``citation``, as of ``as_of``.
    ``thing`` is the ledger's label of what is counted, ``figure`` the one that stands now.
    """

    story_id: str
    headline: str
    thing: str
    was: str
    sent_at: datetime
    now: str
    publisher: str
    as_of: datetime | None = None
    citation: Citation | None = None
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that is needed to make an edition again."""

    version: str
    model: str
    revision: str
    words: int
    settings: str = ""
    prompts: tuple[tuple[str, str], ...] = ()


class Style(StrEnum):
    """How the sentences of a brief are set."""

    PARAGRAPH = "paragraph"
    BULLETS = "bullets"


@dataclass(frozen=True, slots=True)
class Edition:
    """What one run publishes: briefs in order, everything dropped, and how it was made.

    ``corrections`` open it: figures of earlier editions that no longer stand. ``missing`` are the sources
    that could not be read, a line each. ``cutoff`` is the time of the newest article considered. ``style`` is
    how briefs are set: ``paragraph`` or ``bullets``, a sentence each.
    """

    briefs: tuple[Brief, ...]
    dropped: tuple[Dropped, ...]
    made_at: datetime
    recipe: Recipe
    articles: tuple[Article, ...] = field(default=(), repr=False)
    title: str = ""
    corrections: tuple[Correction, ...] = ()
    missing: tuple[str, ...] = ()
    cutoff: datetime | None = None
    style: str = "paragraph"


# ---------------------------------------------------------------- delivery


@dataclass(frozen=True, slots=True)
class Email:
    """A mail without its envelope; ``html`` and ``text`` say the same."""

    subject: str
    preheader: str
    html: str
    text: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An edition on its way to one recipient. ``attempts`` counts this one.

    ``channel`` is ``smtp``, ``folder`` or ``webhook``; ``recipient`` an address, a path or a URL.
    """

    key: int
    edition_id: str
    channel: str
    recipient: str
    attempts: int
