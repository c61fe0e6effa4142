"""Training of the learned core on two cores: windows in batches of like length, every fold from the same seed."""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from pipeline.extraction.learned.labels import STATUSES, TAGS, TELLINGS, TYPES
from pipeline.extraction.learned.windows import tokenizer_of
from training.examples import DOUBTFUL, UNKNOWN, Example, Telling, examples_of, rng_of
from training.folds import ROUNDS, SEED, folded, weighed
from training.names import Names
from training.network import Arguments, Reader, attention_bias, pretrained

BATCH = 8
RATE = 1.5e-4
# How many times faster learns what MiniLM does not bring; the share of all steps in which the rate rises.
FRESH = 4
WARM_UP = 0.06
NEW = ("told", "mixed", "tags", "status", "salience", "types", "marks", "cases", "blocks")
HARD = 6
# A processor that has no instructions for bfloat16 is four times as slow with it as without.
BRAIN_FLOATS = any(torch.cpu.get_capabilities().get(name) for name in ("avx512_bf16", "amx_bf16"))
POSITIVE = 2.0
FAINT = 0.15


@dataclass(frozen=True)
class Rarity:
    """How much more each tag and status weighs than the most frequent one."""

    tags: Tensor
    statuses: Tensor


def batches(examples: list[Example], chance: random.Random) -> list[list[Example]]:
    """Batches of windows of like length, in random order."""
    ranked = sorted(examples, key=lambda e: len(e.rows.ids) + chance.random() * 16)
    found = [ranked[i : i + BATCH] for i in range(0, len(ranked), BATCH)]
    chance.shuffle(found)
    return found


def stacked(batch: list[Example]) -> dict[str, Tensor]:
    """A batch as tensors; padding has slot -2."""
    length, pieces = max(len(e.rows.ids) for e in batch), max(e.pieces for e in batch)
    rows = {
        name: torch.tensor([[*getattr(e.rows, name), *[fill] * (length - len(e.rows.ids))] for e in batch])
        for name, fill in (("ids", 0), ("cases", 0), ("blocks", 0), ("slots", -2))
    }
    rows["member"] = (rows["slots"].unsqueeze(1) == torch.arange(pieces).view(1, -1, 1)).float()
    empty = [[UNKNOWN] * len(TYPES)]
    rows["telling"] = torch.tensor([[*e.telling, *empty * (pieces - e.pieces)] for e in batch])
    return rows


def asked(batch: list[Example], logits: Tensor, telling: Tensor) -> list[tuple[int, Telling]]:
    """The events of a batch, and what it is most wrongly taken to tell."""
    events = [(i, event) for i, example in enumerate(batch) for event in example.events]
    wrong = torch.where(telling == 0, 1 - torch.softmax(logits, -1)[..., 0], -1.0)
    values, places = wrong.flatten().topk(min(HARD, wrong.numel()))
    for value, place in zip(values.tolist(), places.tolist(), strict=True):
        if value > 0.02:
            i, slot, kind = (int(x) for x in np.unravel_index(place, tuple(wrong.shape)))
            events.append((i, Telling(kind, slot, UNKNOWN, 0, [])))
    return events


def rarity_of(examples: list[Example]) -> Rarity:
    """How rare tags and statuses are among examples."""
    events = [event for example in examples for event in example.events]
    tagged = Counter(TAGS[tag] for event in events for tag in event.tags)
    del tagged["outside"]
    return Rarity(rare(TAGS, tagged), rare(STATUSES, Counter(STATUSES[event.status] for event in events)))


def rare(names: tuple[str, ...], counts: Mapping[str, int]) -> Tensor:
    """A weight for each name: the square root of how much rarer it is than the most frequent, at most 4."""
    most = max(counts.values())
    return torch.tensor([min(4.0, (most / (counts[n] or most)) ** 0.5) for n in names])


def loss_of(reader: Reader, arguments: Arguments, batch: list[Example], rarity: Rarity) -> Tensor:
    """How wrong both parts are on a batch."""
    rows = stacked(batch)
    bias = attention_bias(rows["slots"])
    logits, shared = reader(rows["ids"], rows["cases"], rows["blocks"], rows["member"], bias)
    total = _told_loss(logits, rows["telling"])
    events = asked(batch, logits.detach(), rows["telling"])
    return total + _read_loss(arguments, shared, rows["slots"], events, rarity) if events else total


def _told_loss(logits: Tensor, telling: Tensor) -> Tensor:
    """How wrong it is what sentences are taken to tell."""
    gold = telling.flatten()
    weight = torch.full(gold.shape, 1.0).masked_fill(gold > 0, POSITIVE).masked_fill(gold == DOUBTFUL, FAINT)
    gold = gold.masked_fill(gold == DOUBTFUL, TELLINGS.index("none"))
    each = nn.functional.cross_entropy(logits.flatten(0, 2), gold, ignore_index=UNKNOWN, reduction="none")
    return (each * weight).sum() / (telling != UNKNOWN).any(-1).sum().clamp(min=1)


def _read_loss(
    arguments: Arguments, shared: Tensor, slots: Tensor, events: list[tuple[int, Telling]], rarity: Rarity
) -> Tensor:
    """How wrong it is what windows are taken to say of events."""
    at = torch.tensor([i for i, _ in events])
    kinds, slot = torch.tensor([e.type for _, e in events]), torch.tensor([e.slot for _, e in events])
    tags, status, salience = arguments(shared[at], slots[at], kinds, slot, attention_bias(slots[at]))
    length = slots.shape[1]
    gold = torch.tensor([[*e.tags, *[UNKNOWN] * (length - len(e.tags))] for _, e in events])
    tagged = _rarer(tags.flatten(0, 1), gold.flatten(), rarity.tags)
    known = (gold != UNKNOWN).any(-1).sum().clamp(min=1)
    standing = _rarer(status, torch.tensor([e.status for _, e in events]), rarity.statuses)
    placed = nn.functional.cross_entropy(salience, torch.tensor([e.salience for _, e in events]))
    return tagged / known / 10 + standing / known + placed


def _rarer(logits: Tensor, gold: Tensor, weights: Tensor) -> Tensor:
    """The summed cross entropy, what is rare weighing more."""
    return nn.functional.cross_entropy(logits, gold, weights, ignore_index=UNKNOWN, reduction="none").sum()


def train(
    articles: list[dict[str, Any]], tokenizer: Tokenizer, model: Path, epochs: int, seed: int
) -> tuple[Reader, Arguments]:
    """Both parts after so many rounds over the articles."""
    torch.manual_seed(seed)
    reader, arguments = pretrained(model)
    names = Names(articles)
    modules = nn.ModuleList([reader, arguments])
    reader.words.weight.requires_grad_(False)
    optimizer = _optimizer(modules)
    step, steps = 0, 0
    rarity: Rarity | None = None
    for epoch in range(epochs):
        swapped = [(a, rng_of(seed, a["file"], epoch)) for a in weighed(articles)]
        examples = [e for a, r in swapped for e in examples_of(a, tokenizer, names.replaced(a, r))]
        rarity = rarity or rarity_of(examples)
        todo = batches(examples, random.Random(f"{seed} {epoch}"))
        steps = steps or len(todo) * epochs
        began, total = time.monotonic(), 0.0
        modules.train()
        for batch in todo:
            share = min(1.0, (step + 1) / (WARM_UP * steps)) * max(0.0, 1 - step / steps)
            for group, rate in zip(optimizer.param_groups, (RATE * FRESH, RATE), strict=True):
                group["lr"] = rate * share
            total += _step(reader, arguments, batch, rarity, optimizer)
            step += 1
        took = time.monotonic() - began
        print(f"round {epoch + 1} of {epochs}: loss {total / len(todo):.3f}, {took:.0f} s", flush=True)
    return reader.eval(), arguments.eval()


def _optimizer(modules: nn.ModuleList) -> torch.optim.Optimizer:
    """Parts that MiniLM does not bring learn faster."""
    named = [(n, p) for n, p in modules.named_parameters() if p.requires_grad]
    fresh = [p for n, p in named if any(part in n for part in NEW)]
    known = [p for n, p in named if not any(part in n for part in NEW)]
    groups = [{"params": fresh, "lr": RATE * FRESH}, {"params": known, "lr": RATE}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def _step(
    reader: Reader, arguments: Arguments, batch: list[Example], rarity: Rarity, optimizer: torch.optim.Optimizer
) -> float:
    """Learn from one batch; how wrong it was before."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=BRAIN_FLOATS):
        loss = loss_of(reader, arguments, batch, rarity)
    optimizer.zero_grad()
    loss.backward()
    parameters = [p for group in optimizer.param_groups for p in group["params"]]
    nn.utils.clip_grad_norm_(parameters, 1.0)
    optimizer.step()
    return loss.item()


def main() -> None:
    """Train, and save the state where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--epochs", type=int, default=ROUNDS)
    given = parser.parse_args()
    articles = [json.loads(line) for line in given.corpus.read_text("utf-8").splitlines()]
    tokenizer = tokenizer_of(given.model)
    kept, _ = folded(articles, given.fold)
    reader, arguments = train(kept, tokenizer, given.model, given.epochs, SEED)
    torch.save({"reader": reader.state_dict(), "arguments": arguments.state_dict()}, given.out)


if __name__ == "__main__":
    main()
