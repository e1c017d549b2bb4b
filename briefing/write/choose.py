"""Of several candidates, the best: what the evidence does not bear out is refused, the rest is ranked.

A candidate that loses to the verbatim sentence is not used. Figures, names and quotes are checked again, by
other code, on whatever is chosen here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from briefing.data import Draft, Evidence, Rung
from briefing.settings import WriteSettings
from briefing.terms import STOP_WORDS, is_figure, words
from briefing.write.arcs import broken_arc
from briefing.write.cues import AUXILIARIES, IRREGULAR
from briefing.write.faithful import keys, new_names, new_words, tokens
from briefing.write.heads import counted_anew, lost_head, turned_voice
from briefing.write.meaning import turned
from briefing.write.scope import misjoined, widened
from briefing.write.speakers import wrong_speaker
from briefing.write.tidy import tidy

_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I’m|my|me|we|our|us)\b")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_END = re.compile(r"[.!][”\"’')\]]*$")
_DANGLING = re.compile(
    r"\b(?:the|an?|of|to|and|or|in|on|at|for|with|by|from|that|which|who|as|its|their|his|her|another|other|such|every|than|if|when|while|because|was|were|is|are|be|been)[.!]?$",
    re.IGNORECASE,
)
_OPENS_BACK = re.compile(
    r"^(?:he|she|they|it|this|these|those|his|her|their|its|and|but|or|which|who)\b", re.IGNORECASE
)


_ASIDE_WORDS = "who which whose where a an the including as while amid after with"
_ASIDES = frozenset(_ASIDE_WORDS.split())
_MAIN, _ASIDE = 2.0, 0.5
_USED = 0.35  # share of a candidate's content words from which on it draws on a source
_LEAD_WORDS = 12  # the main clause goes on after an aside, if it is so early


@dataclass(frozen=True, slots=True)
class Choice:
    """Candidates that may be used, best first, and those refused with the reason."""

    drafts: tuple[Draft, ...] = ()
    rungs: tuple[Rung, ...] = ()


def choose(
    evidence: Evidence,
    drafts: Sequence[Draft],
    *,
    settings: WriteSettings,
    verbatim: str = "",
    rival: bool = True,
    refuse: Callable[[str], str | None] | None = None,
) -> Choice:
    """Rank ``drafts`` by how well ``evidence`` covers them and they cover it.

    ``verbatim`` is the sentence that stands when no candidate is used (default: the first of the evidence);
    without ``rival`` it is no measure of a candidate (a sentence of a whole story's draft sums up several).
    ``refuse`` may add a reason of the caller's own.
    """
    sources = tuple(sentence.text for sentence in evidence.sentences)
    verbatim = verbatim or evidence.text or (sources[0] if sources else "")
    kept: list[tuple[float, int, Draft]] = []
    rungs: list[Rung] = []
    seen: set[str] = set()
    for number, draft in enumerate(drafts):
        if draft.silence:
            rungs.append(Rung("", draft.origin, draft.silence))
            continue
        text = tidy(draft.text)
        if text in seen:
            continue
        seen.add(text)
        reason = _reason(text, sources, verbatim if rival else "", settings) or (
            refuse(text) if refuse else None
        )
        if reason:
            rungs.append(Rung(text or draft.text, draft.origin, reason))
        else:
            kept.append((-_worth(text, draft, verbatim), number, replace(draft, text=text)))
    return Choice(tuple(draft for _, _, draft in sorted(kept, key=lambda k: k[:2])), tuple(rungs))


def _reason(text: str, sources: Sequence[str], verbatim: str, settings: WriteSettings) -> str | None:
    """Say why ``text`` cannot stand, or ``None``."""
    return (
        _bad_form(text, settings) or _bad_content(text, sources, settings) or _loses(text, verbatim, settings)
    )


def _bad_form(text: str, settings: WriteSettings) -> str | None:
    length = len(text.split())
    if not text:
        return "the model said nothing"
    if length < settings.min_words:
        return "too few words"
    if length > settings.max_words:
        return "too many words"
    if "?" in text:
        return "a question"
    if not _END.search(text) or _DANGLING.search(text.rstrip('.!”"')):
        return "an unfinished sentence"
    if not text[0].isupper() and not text[0].isdigit() and text[0] not in '“"':
        return "does not begin like a sentence"
    if _FIRST_PERSON.search(_QUOTED.sub("", text)):
        return "in the first person"
    if _OPENS_BACK.match(text):
        return "leans on a sentence before it"
    if not _has_verb(text):
        return "no verb"
    if text.count("(") != text.count(")") or text.count("“") != text.count("”"):
        return "a bracket or quotation mark without its other half"
    if _repeats(text):
        return "repeats itself"
    return None


def _bad_content(text: str, sources: Sequence[str], settings: WriteSettings) -> str | None:
    if names := new_names(text, sources):
        return f"the name “{names[0]}” is not in its evidence"
    known = {canonical for source in sources for canonical in words(source)}
    for word in words(text):
        if word[0].isdigit() and word not in known:
            return f"the figure “{word}” is not in its evidence"
    content = keys(text)
    foreign = new_words(text, sources)
    if not content or len(foreign) > settings.max_new_words * len(content):
        return f"says what its evidence does not: {', '.join(foreign[:3])}" if foreign else "says nothing"
    if figure := next((word for word in foreign if is_figure(word.lower())), None):
        return f"the figure “{figure}” is not in its evidence"
    reasons = [_says_otherwise(text, source) for source in _by_likeness(text, sources)]
    if "" in reasons or not reasons:
        return None
    return _joined(text, sources) if len(sources) > 1 and "joins" in reasons[0] else reasons[0]


def _joined(text: str, sources: Sequence[str]) -> str | None:
    """Say why a sentence made of several sources can't stand: each that it uses must bear out how it is meant."""
    if arc := broken_arc(text, sources):
        return f"joins what its evidence does not: {arc}"
    content = set(keys(text))
    for source in _by_likeness(text, sources):
        if len(content & set(keys(source))) >= _USED * len(content) and (change := turned(text, source)):
            return f"turns its evidence round: {change}"
    return None


def _says_otherwise(text: str, source: str) -> str:
    """Say how ``text`` says something else than ``source``, or ``""``."""
    if arc := broken_arc(text, [source]):
        return f"joins what its evidence does not: {arc}"
    if change := turned(text, source):
        return f"turns its evidence round: {change}"
    if head := lost_head(text, source):
        return f"makes a subject or an end of what is none: {head}"
    if verb := turned_voice(text, source):
        return f"turns its evidence round: the voice of “{verb}”"
    if noun := counted_anew(text, source):
        return f"makes one of several: {noun}"
    if more := widened(text, source):
        return f"says more than its evidence: {more}"
    if place := misjoined(text, source):
        return f"joins what its evidence does not: {place}"
    if speaker := wrong_speaker(text, source):
        return f"says whose words they are wrongly: {speaker}"
    return ""


def _by_likeness(text: str, sources: Sequence[str]) -> list[str]:
    content = set(keys(text))
    return sorted(sources, key=lambda source: -len(content & set(keys(source))))


def _loses(text: str, verbatim: str, settings: WriteSettings) -> str | None:
    """Say why the verbatim sentence is better: the candidate says much less, or is no shorter."""
    if text == verbatim:
        return "is the verbatim sentence"
    if not verbatim:
        return None
    if coverage(text, verbatim) < settings.min_coverage:
        return "leaves out too much of the verbatim sentence"
    more = set(keys(text)) - set(keys(verbatim))
    if len(text.split()) > settings.longer_than_verbatim * len(verbatim.split()):
        return "is longer than the verbatim sentence"
    if len(text.split()) >= len(verbatim.split()) and not more:
        return "is no shorter than the verbatim sentence and says no more"
    return None


def coverage(text: str, verbatim: str) -> float:
    """Return the share, 0..1, of the verbatim sentence's content that ``text`` keeps.

    Figures and names count double; its main clause counts double too, and an aside half.
    """
    said = set(keys(text))
    total = kept = 0.0
    piece = _MAIN
    for token in tokens(verbatim):
        if token.after_break and token.place:
            aside = token.text.lower() in _ASIDES
            piece = _ASIDE if aside else _MAIN if token.place < _LEAD_WORDS else 1.0
        if token.content:
            weight = piece * (2.0 if token.name or token.key[0].isdigit() else 1.0)
            total += weight
            kept += weight * (token.key in said)
    return kept / total if total else 1.0


def _worth(text: str, draft: Draft, verbatim: str) -> float:
    """Higher is better: covers the verbatim sentence, in fewer words, and the model finds it likely."""
    shorter = 1 - len(text.split()) / max(1, len(verbatim.split()))
    return coverage(text, verbatim) + 0.5 * shorter + 0.1 * max(-3.0, draft.likelihood)


def _has_verb(text: str) -> bool:
    found = [token.low for token in tokens(text)]
    return any(
        low in AUXILIARIES or low in IRREGULAR or (len(low) > 4 and low.endswith("ed")) or low.endswith("n't")
        for low in found
    ) or any(low.endswith("s") and not low.endswith("ss") for low in found[1:-1])


def _repeats(text: str) -> bool:
    """Whether a run of three words comes twice, or one content word four times."""
    found = words(text)
    runs = Counter(zip(found, found[1:], found[2:], strict=False))
    often = Counter(word for word in found if word not in STOP_WORDS)
    return any(n > 1 for n in runs.values()) or any(n > 3 for n in often.values())
