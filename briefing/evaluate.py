"""How good are the briefs? Measured against human summaries, beside plain extractive peers, in one run.

Each cluster of articles is one story, so grouping is not measured here. Promise: every system gets the same
articles and the same word budget, and is cut to that budget before it is scored.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from briefing.clusters import Cluster, read_clusters
from briefing.data import Article, Story
from briefing.errors import BriefingError
from briefing.figures import figures, match
from briefing.peers import Peer, peers_at_hand
from briefing.progress import Progress, silent
from briefing.settings import Settings


@dataclass(frozen=True, slots=True)
class Summary:
    """What a system wrote: its text, how many sentences, how many of them a model's, and the model's tokens."""

    text: str
    sentences: int = 0
    model_sentences: int = 0
    tokens: int = 0


Summarise = Callable[[tuple[Article, ...], int], Summary]
"""Called with the articles of a cluster and the number of words wanted."""


@dataclass(frozen=True, slots=True)
class Scores:
    """One system's means over all clusters.

    ROUGE (F1, stemmed, cut to the budget, mean over references) and all shares are in percent; ``compression``
    is words written over words read; ``figures_covered`` the share of the references' figures that the summary
    states; ``model_share`` of sentences are a model's; ``unsupported`` counts figures that no source proves and
    ``names_outside`` names, in all clusters (-1: not checked); ``words_per_sentence`` is 0 where sentences are not
    counted; speed is per second of the whole way from articles to checked text.
    """

    name: str
    rouge1: float
    rouge2: float
    rouge_l: float
    figures_covered: float
    words: float
    compression: float
    model_share: float
    unsupported: int
    seconds: float
    tokens_per_second: float
    per_cluster: tuple[tuple[float, float, float], ...] = ()
    names_outside: int = -1
    words_per_sentence: float = 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """The scores of all systems, ours first, on ``clusters`` clusters at ``words`` words."""

    systems: tuple[Scores, ...]
    clusters: int
    words: int

    def as_json(self) -> str:
        """Return the report as JSON, with the ROUGE of every cluster."""
        return json.dumps(asdict(self), indent=2, ensure_ascii=False)

    def as_text(self) -> str:
        """Return the report as a table."""
        head = [
            "",
            "R-1",
            "R-2",
            "R-L",
            "figures",
            "words",
            "a sentence",
            "compr.",
            "model's share",
            "unsup.",
            "names",
            "s",
            "tok/s",
        ]
        rows = [
            [
                s.name,
                *(f"{value:.2f}" for value in (s.rouge1, s.rouge2, s.rouge_l)),
                f"{s.figures_covered:.1f} %",
                f"{s.words:.0f}",
                f"{s.words_per_sentence:.1f}" if s.words_per_sentence else "–",
                f"{s.compression:.3f}",
                f"{s.model_share:.0f} %",
                str(s.unsupported) if s.unsupported >= 0 else "–",
                str(s.names_outside) if s.names_outside >= 0 else "–",
                f"{s.seconds:.1f}",
                f"{s.tokens_per_second:.1f}",
            ]
            for s in self.systems
        ]
        widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
        lines = [
            "  ".join(
                cell.ljust(w) if not i else cell.rjust(w)
                for i, (cell, w) in enumerate(zip(row, widths, strict=True))
            )
            for row in [head, *rows]
        ]
        return "\n".join([f"{self.clusters} clusters, {self.words} words", "", *lines])


def evaluate_file(
    path: Path,
    *,
    model: str = "verbatim",
    words: int = 200,
    limit: int = 0,
    settings: Settings | None = None,
    peers: bool = True,
    progress: Progress = silent,
) -> Report:
    """Measure briefs written by ``model`` on the first ``limit`` clusters of ``path`` (0 for all).

    Raises:
        InputError: the file cannot be read, or a line of it is no cluster.
        ModelError: the model is missing, damaged, or of a kind that is not loaded.
        BriefingError: the scorer, of the extra "eval", is not installed.
    """
    clusters = read_clusters(path, limit=limit)
    summarise = summariser(model, settings=settings or Settings(), progress=progress)
    return evaluate(clusters, summarise, words=words, name=model, peers=peers, progress=progress)


def summariser(model: str, *, settings: Settings, progress: Progress = silent) -> Summarise:
    """Return our own way from the articles of one story to the text of its brief, the model loaded once."""
    from briefing.clean import clean
    from briefing.compose import compose
    from briefing.dedupe import dedupe
    from briefing.write import load_backend

    backend = load_backend(model, settings=settings.write, progress=progress)

    def summarise(articles: tuple[Article, ...], words: int) -> Summary:
        cleaned = clean(articles, settings=settings.clean).articles
        unique = dedupe(cleaned, settings=settings.dedupe)
        if not unique.originals:
            return Summary("")
        story = Story("story", tuple(unique.originals), tuple(unique.copies))
        before = int(getattr(backend, "tokens_written", 0))
        briefs = compose(
            [story], backend, words=words, settings=settings, progress=lambda step, done, of: None
        ).briefs
        sentences = [sentence for brief in briefs for sentence in brief.sentences]
        return Summary(
            " ".join(sentence.text for sentence in sentences),
            len(sentences),
            sum(sentence.origin == "model" for sentence in sentences),
            int(getattr(backend, "tokens_written", 0)) - before,
        )

    return summarise


def evaluate(
    clusters: Sequence[Cluster],
    summarise: Summarise,
    *,
    words: int = 200,
    name: str = "briefing",
    peers: bool = True,
    progress: Progress = silent,
) -> Report:
    """Measure ``summarise``, and with ``peers`` LEAD and what of sumy is installed, on ``clusters``.

    Raises:
        BriefingError: the scorer, of the extra "eval", is not installed.
    """
    others = [(peer, _as_summarise(run)) for peer, run in peers_at_hand()] if peers else []
    ours = _scores(name, summarise, clusters, words, progress, checked=True)
    theirs = (_scores(peer, run, clusters, words, progress, checked=False) for peer, run in others)
    return Report((ours, *theirs), len(clusters), words)


def _as_summarise(peer: Peer) -> Summarise:
    return lambda articles, words: Summary(peer(articles, words))


def _scores(
    name: str,
    summarise: Summarise,
    clusters: Sequence[Cluster],
    words: int,
    progress: Progress,
    *,
    checked: bool,
) -> Scores:
    rouge = _scorer()
    rouges, covered, compressions, lengths = [], [], [], []
    sentences = model_sentences = tokens = unsupported = outside = 0
    seconds = 0.0
    for number, cluster in enumerate(clusters):
        progress(f"evaluate {name}", number, len(clusters))
        start = time.perf_counter()
        summary = summarise(cluster.articles, words)
        seconds += time.perf_counter() - start
        cut = " ".join(summary.text.split()[:words])
        rouges.append(rouge(cut, cluster.references))
        covered.append(figures_covered(cut, cluster.references))
        lengths.append(len(summary.text.split()))
        compressions.append(lengths[-1] / max(1, sum(len(a.text.split()) for a in cluster.articles)))
        sentences, tokens = sentences + summary.sentences, tokens + summary.tokens
        model_sentences += summary.model_sentences
        if checked:
            figures_failed, names_failed = _failed(summary.text, cluster.articles)
            unsupported, outside = unsupported + figures_failed, outside + names_failed
    progress(f"evaluate {name}", len(clusters), len(clusters))
    known = [share for share in covered if share is not None]
    means = [sum(row[k] for row in rouges) / max(1, len(rouges)) for k in range(3)]
    return Scores(
        name=name,
        rouge1=means[0],
        rouge2=means[1],
        rouge_l=means[2],
        figures_covered=100 * sum(known) / max(1, len(known)),
        words=sum(lengths) / max(1, len(lengths)),
        compression=sum(compressions) / max(1, len(compressions)),
        model_share=100 * model_sentences / max(1, sentences),
        unsupported=unsupported if checked else -1,
        seconds=seconds,
        tokens_per_second=tokens / seconds if seconds else 0.0,
        per_cluster=tuple(rouges),
        names_outside=outside if checked else -1,
        words_per_sentence=sum(lengths) / sentences if sentences else 0.0,
    )


def _scorer() -> Callable[[str, Sequence[str]], tuple[float, float, float]]:
    """Return a function of a text and its references: ROUGE-1, -2 and -L F1 in percent, mean over references."""
    try:
        from rouge_score.rouge_scorer import RougeScorer
    except ImportError as error:
        raise BriefingError("the scorer is missing; install it with: pip install 'briefing[eval]'") from error
    scorer = RougeScorer(["rouge1", "rouge2", "rougeL"], use_stemmer=True)

    def rouge(text: str, references: Sequence[str]) -> tuple[float, float, float]:
        scores = [scorer.score(reference, text) for reference in references]
        one, two, longest = (
            100 * sum(score[kind].fmeasure for score in scores) / len(scores)
            for kind in ("rouge1", "rouge2", "rougeL")
        )
        return one, two, longest

    return rouge


def figures_covered(text: str, references: Sequence[str]) -> float | None:
    """Return the share (0..1) of the references' figures that ``text`` states with the same value and unit.

    ``None`` where the references have no figure. Names and idioms with numbers in them don't count.
    """
    wanted = [
        figure for reference in references for figure in figures(reference) if _counts(figure.kind.value)
    ]
    if not wanted:
        return None
    stated = [figure for figure in figures(text) if _counts(figure.kind.value)]
    return sum(any(match(figure, one).fits for one in stated) for figure in wanted) / len(wanted)


def _counts(kind: str) -> bool:
    return kind not in ("name", "idiom", "vague", "not understood")


def _failed(text: str, articles: Sequence[Article]) -> tuple[int, int]:
    """Count the figures and the names of ``text`` that the check does not pass against ``articles`` as they were read."""
    from briefing.check import check_text

    report = check_text(text, articles)
    failed = [sum(not c.verdict.passes for c in kind) for kind in (report.figures, report.names)]
    return failed[0], failed[1]
