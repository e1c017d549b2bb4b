"""The guard: no sequence that it allows states a figure, a quote or a name that its evidence does not."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.data import Kind
from briefing.figures import parse
from briefing.write.automaton import Automaton, State
from briefing.write.guard import Guard
from briefing.write.ledger import FactLedger
from briefing.write.vocabulary import Vocabulary

EVIDENCE = (
    "About 2,400 homes in Orl lost power on June 3, and at least twelve people were hurt.",
    "Profit rose 14 percent to $2.1 million in the first quarter, Harwell said.",
    "The F-16 crashed near Channel 4; “we saw 3 parachutes”, said Anna Vint, a 34-year-old nurse.",
)


def follow(text, sources=EVIDENCE, size=1):
    """Walk ``text`` in pieces of ``size`` bytes; the state, or None where the guard says no."""
    automaton = Automaton(FactLedger(sources))
    state = State()
    data = text.encode()
    for start in range(0, len(data), size):
        state = automaton.step(state, data[start : start + size])
        if state is None:
            return None
    return state if automaton.may_end(state) else None


@pytest.mark.parametrize(
    "text",
    [
        "About 2,400 homes lost power.",
        "At least twelve people were hurt on June 3.",
        "At least 12 people were hurt.",
        "Profit rose 14% to $2.1 million, Harwell said.",
        "Profit rose 14 per cent.",
        "The F-16 crashed near Channel 4.",
        "Anna Vint, a 34-year-old nurse, was hurt.",
        "“we saw 3 parachutes”, Anna Vint said.",
        "Homes lost power in the first quarter.",
        "Nobody was hurt.",
    ],
)
def test_what_the_evidence_says_can_be_written(text):
    assert follow(text) is not None
    assert follow(text, size=3) is not None


@pytest.mark.parametrize(
    "text",
    [
        "About 24 homes lost power.",  # out of 2,400
        "About 2 homes lost power.",
        "About 2,4 homes lost power.",
        "About 400 homes lost power.",
        "About 92,400 homes lost power.",
        "About 2,4009 homes lost power.",
        "About 2,400,000 homes lost power.",
        "About 2,400 million homes lost power.",
        "Some 2,400 percent of homes lost power.",
        "Exactly 2,400% of homes.",
        "2,400 homes lost power.",  # the hedge is dropped
        "More than 2,400 homes lost power.",  # and turned
        "twelve people were hurt.",  # the bound is dropped
        "Thirteen people were hurt.",
        "At least twenty people were hurt.",
        "At least twelve hundred people were hurt.",
        "At least one person was hurt.",
        "Homes lost power on June 4.",
        "Homes lost power on May 3.",
        "Homes lost power on Monday.",
        "Homes lost power on June 3, 2022.",
        "Homes lost power in 2022.",
        "Homes lost power yesterday.",
        "Profit rose 14 to 2.",
        "Profit rose 14.",
        "Profit rose to $2.1 billion.",
        "Profit rose to $2.",
        "Profit rose to €2.1 million.",
        "Profit doubled.",
        "Profit rose by half.",
        "Profit rose in the second quarter.",
        "Dozens were hurt.",
        "The F-15 crashed.",
        "The F-16s and F-18s crashed.",
        "The crash was near Channel 5.",
        "“we saw 4 parachutes”, Anna Vint said.",
        "“we saw parachutes”, Anna Vint said.",
        "“we saw 3 parachutes and more”, Anna Vint said.",
        "“Homes lost power.”",
        "Benghazi lost power.",
        "The nurse, Maria Vint, was hurt.",
        "Homes in Orlando lost power.",
        "Homes lost power ½ of the time.",
        "Homes lost power ٣ times.",
        "Homes lost power １２ times.",
        "Les foyers ont été privés.",
        "**Homes** lost power.",
        "<b>Homes lost power.",
    ],
)
def test_what_the_evidence_does_not_say_cannot_be_written(text):
    assert follow(text) is None
    assert follow(text, size=3) is None


def test_a_text_may_not_end_inside_a_figure_or_quote():
    automaton = Automaton(FactLedger(EVIDENCE))
    state = State()
    ends = []
    for c in "About 2,400 homes":
        state = automaton.step(state, c.encode())
        ends.append(automaton.may_end(state))
    assert ends[6:10] == [False] * 4
    assert all(ends[10:])


class Words:
    """A tokenizer whose tokens are given words: all that ``Vocabulary`` asks of one."""

    all_special_ids = (0,)

    def __init__(self, *words):
        self.words = ("</s>", *words)

    def get_vocab(self):
        return {word: number for number, word in enumerate(self.words)}


def stated(text):
    """What a text says in numbers, as plain as can be: value bounds and kind."""
    return {
        (f.kind, f.low, f.high)
        for f in parse(text)
        if f.kind not in (Kind.IDIOM, Kind.NAME) and f.low is not None
    }


SMALL_VOCABULARIES = [
    ("2", "4", "0", ",", " ", "%"),
    ("24", "2400", "2,", "4", "00", " homes"),
    (" twelve", " twenty", "-", "one", " hundred", " people"),
    ("$", "2", ".", "1", " million", " billion"),
    (" June", " 3", "0", " May", ",", " 2022"),
    ("▁at", "▁least", "▁twelve", "▁12", "th", "▁people"),
    ("F", "-", "1", "6", " Channel", " 4"),
]


@pytest.mark.parametrize("words", SMALL_VOCABULARIES, ids=lambda words: "".join(words))
def test_no_sequence_of_a_small_vocabulary_states_a_figure_of_its_own(words):
    """Every sequence of up to five tokens, tried one and all."""
    ledger = FactLedger(EVIDENCE)
    automaton = Automaton(ledger)
    pieces = Vocabulary(Words(*words)).pieces[1:]
    known = {pair for source in EVIDENCE for pair in stated(source)}
    allowed = 0
    for length in range(1, 6):
        for sequence in itertools.product(pieces, repeat=length):
            state = State()
            for piece in sequence:
                state = automaton.step(state, piece)
                if state is None:
                    break
            if state is None or not automaton.may_end(state):
                continue
            allowed += 1
            text = b"".join(sequence).decode()
            assert stated(text) <= known, text
            assert not any(f.kind is Kind.UNREAD for f in parse(text)), text
    assert allowed


TEMPTING = [
    "",
    "about",
    "at",
    "least",
    "more",
    "than",
    "nearly",
    "2",
    "24",
    "2400",
    "2,400",
    "9",
    "9,000",
    "1",
    "12",
    "twelve",
    "twenty",
    "thirteen",
    "hundred",
    "thousand",
    "million",
    "%",
    "percent",
    "$",
    "€",
    "2.1",
    "3",
    "June",
    "May",
    "4",
    "34",
    "-year-old",
    "first",
    "second",
    "half",
    "a",
    "of",
    "the",
    "homes",
    "people",
    "F-16",
    "F",
    "-",
    "Channel",
    ",",
    ".",
    ";",
    "in",
    "on",
    "and",
    "“",
    "”",
]


@given(
    st.lists(
        st.sampled_from([*TEMPTING, *(" " + word for word in TEMPTING), " ", "0", "5", "one", "teen"]),
        max_size=14,
    ),
)
@settings(max_examples=300)
def test_no_sequence_of_tempting_pieces_states_a_figure_of_its_own(pieces):
    automaton = Automaton(FactLedger(EVIDENCE))
    known = {pair for source in EVIDENCE for pair in stated(source)}
    state, written = State(), ""
    for piece in pieces:  # what the guard refuses is skipped, as a decoder does
        after = automaton.step(state, piece.encode()) if piece else state
        if after is not None:
            state, written = after, written + piece
    if automaton.may_end(state):
        assert stated(written) <= known, written


def random_walk(guard, tokenizer, digits, ends, chance, *, tokens):
    """Write with random scores that favour digits and number words; the text, or None if it was not ended."""
    import torch

    vocabulary = len(tokenizer)
    boost = 4 if vocabulary < 5000 else 12
    generator = torch.Generator().manual_seed(chance)
    ids = []
    for step in range(tokens):
        scores = torch.randn(1, vocabulary, generator=generator) * 3
        scores[:, digits] += boost
        scores[:, list(ends)] += min(step, 12)
        token = int(guard(torch.tensor([ids]).view(1, -1), scores).argmax())
        if token in ends:
            return tokenizer.decode(ids)
        ids.append(token)
    return None


@pytest.mark.parametrize("name", ["t5", "pegasus", "bart", "llama"])
def test_no_walk_through_a_real_tokenizer_states_a_figure_of_its_own(name, tiny):
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(tiny / name)
    check_walks(tokenizer, walks=25)


@pytest.mark.model
def test_no_walk_through_the_embedded_tokenizer_states_a_figure_of_its_own(embedded_folder):
    from transformers import AutoTokenizer

    check_walks(AutoTokenizer.from_pretrained(embedded_folder), walks=12)


def check_walks(tokenizer, walks):
    ledger = FactLedger(EVIDENCE)
    known = {pair for source in EVIDENCE for pair in stated(source)}
    ends = frozenset([tokenizer.eos_token_id])
    vocabulary = Vocabulary(tokenizer)
    digits = [t for t in range(len(tokenizer)) if any(c.isdigit() for c in tokenizer.decode([t]))]
    literal = re.compile(r"(?i) ?(?:about|at|least|twelve|percent|million|june|first|quarter|channel)")
    digits += [t for t in range(len(tokenizer)) if literal.fullmatch(tokenizer.decode([t]))]
    finished = with_figures = 0
    for chance in range(walks):
        guard = Guard(vocabulary, [Automaton(ledger)], ends=ends)
        text = random_walk(guard, tokenizer, digits, ends, chance, tokens=40)
        assert not guard.gave_up
        if text is None:
            continue
        finished += 1
        with_figures += bool(parse(text))
        assert stated(text) <= known, text
    assert finished > walks / 3
    assert with_figures > 0


def test_what_a_vocabulary_writes_is_what_its_tokenizer_decodes(tiny):
    from transformers import AutoTokenizer

    text = "Marta Oyelaran, 41, paid 2.50 euros on 30 June 2024."
    for name in ("t5", "bart"):
        tokenizer = AutoTokenizer.from_pretrained(tiny / name)
        pieces = Vocabulary(tokenizer).pieces
        ids = tokenizer(text, add_special_tokens=False).input_ids
        assert b"".join(pieces[token] for token in ids).decode().strip() == text
        assert all(pieces[token] is None for token in tokenizer.all_special_ids)


@pytest.mark.parametrize("name", ["t5", "bart", "llama"])
@pytest.mark.parametrize("how", ["greedy", "beam", "sampling"])
def test_generate_is_held_by_the_guard_in_every_way_of_decoding(name, how, tiny):
    import torch
    from transformers import AutoModelForCausalLM, AutoModelForSeq2SeqLM, AutoTokenizer, set_seed

    set_seed(1)
    tokenizer = AutoTokenizer.from_pretrained(tiny / name)
    causal = name == "llama"
    model = (AutoModelForCausalLM if causal else AutoModelForSeq2SeqLM).from_pretrained(tiny / name).eval()
    inputs = tokenizer(
        ["About 2,400 homes", "At least twelve people"],
        return_tensors="pt",
        padding=True,
        padding_side="left",
    )
    beams = {"greedy": 1, "beam": 3, "sampling": 1}[how]
    automata = [Automaton(FactLedger(EVIDENCE)), Automaton(FactLedger(EVIDENCE[:1]))]
    skip = inputs.input_ids.shape[1] if causal else 1
    guard = Guard(
        Vocabulary(tokenizer), automata, ends=frozenset([tokenizer.eos_token_id]),
        rows_per_fact=beams, prompt_tokens=skip, enough=2 * beams,
    )  # fmt: skip
    with torch.inference_mode():
        answer = model.generate(
            input_ids=inputs.input_ids, attention_mask=inputs.attention_mask, max_new_tokens=25, num_beams=beams,
            do_sample=how == "sampling", logits_processor=[guard], pad_token_id=tokenizer.pad_token_id,
        )  # fmt: skip
    for automaton, ids in zip(automata, answer, strict=True):
        pieces = [guard._pieces[token] for token in ids[skip:].tolist()]
        state = State()
        for piece in pieces:
            if piece is not None:
                state = automaton.step(state, piece)
                assert state is not None


def test_an_invented_figure_never_comes_through_however_likely_the_model_finds_it():
    """A row whose likeliest tokens all are refused still writes something that is allowed."""
    import torch

    words = Words(*(str(n) for n in range(10)), " people", " were", " hurt", ".")
    guard = Guard(
        Vocabulary(words), [Automaton(FactLedger(("Nobody was hurt, people said.",)))], ends=frozenset([0])
    )
    scores = torch.zeros(1, 15)
    scores[0, 1:11] = 50.0
    left = guard(torch.zeros(1, 0, dtype=torch.long), scores)
    assert torch.isinf(left[0, 1:11]).all()
    assert torch.isfinite(left).any()
