"""The network: MiniLM's six layers over a window, the last two of them twice.

Once to say what each sentence tells; and, from the fourth layer on and for one sentence and type of event marked, who
plays which role in it, which values belong to it, how far it has come, and whether it is news. MiniLM: Wang et al.,
"MiniLM: Deep Self-Attention Distillation" (2020); marking what is asked about: Soares et al., "Matching the Blanks"
(2019).
"""

import math
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from pipeline.extraction.learned.labels import SALIENCES, STATUSES, TAGS, TELLINGS, TYPES
from pipeline.extraction.learned.windows import BLOCKS, CASES

_FAINT = 0.05
WIDTH, HEADS, INNER, LAYERS, SHARED = 384, 12, 1536, 6, 4


class Dropout(nn.Module):
    """Dropout (Srivastava et al., 2014) of a tenth: torch draws chances one by one on a CPU, numpy eight at once."""

    KEPT = 230  # of the 256 values of a byte

    def __init__(self) -> None:
        super().__init__()
        self.chance = np.random.Generator(np.random.SFC64(int(torch.randint(2**31, ()))))

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        drawn = torch.frombuffer(bytearray(self.chance.bytes(x.numel())), dtype=torch.uint8).view(x.shape)
        return x * (drawn < self.KEPT).to(x.dtype).mul_(256 / self.KEPT)


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.drop = Dropout()

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        n, t, _ = x.shape
        q, k, v = (f(x).view(n, t, HEADS, WIDTH // HEADS).transpose(1, 2) for f in (self.q, self.k, self.v))
        scores = q / math.sqrt(WIDTH // HEADS) @ k.transpose(-1, -2)
        weights = torch.softmax(scores if bias is None else scores + bias.to(scores.dtype), dim=-1)
        x = self.norm1(x + self.drop(self.o((weights @ v).transpose(1, 2).reshape(n, t, WIDTH))))
        return self.norm2(x + self.drop(self.outer(nn.functional.gelu(self.inner(x)))))

    def load(self, weights: dict[str, Tensor], number: int) -> None:
        """Take the weights of one layer of MiniLM."""
        named = {
            "attention.self.query": self.q, "attention.self.key": self.k, "attention.self.value": self.v,
            "attention.output.dense": self.o, "attention.output.LayerNorm": self.norm1,
            "intermediate.dense": self.inner, "output.dense": self.outer, "output.LayerNorm": self.norm2,
        }  # fmt: skip
        for name, module in named.items():
            for part in ("weight", "bias"):
                getattr(module, part).data.copy_(weights[f"encoder.layer.{number}.{name}.{part}"])


class Reader(nn.Module):
    """What each piece of a window tells, and the layer that arguments are read from."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.cases, self.blocks = nn.Embedding(CASES, WIDTH), nn.Embedding(BLOCKS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Dropout()
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.mixed = nn.Linear(2 * WIDTH, WIDTH)
        self.told = nn.Linear(WIDTH, len(TYPES) * len(TELLINGS))
        nn.init.zeros_(self.cases.weight)
        nn.init.zeros_(self.blocks.weight)

    def forward(
        self, ids: Tensor, cases: Tensor, blocks: Tensor, member: Tensor, bias: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        place = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.norm(self.words(ids) + self.places(place) + self.cases(cases) + self.blocks(blocks)))
        for layer in self.layers[:SHARED]:
            x = layer(x, bias)
        shared = x
        for layer in self.layers[SHARED:]:
            x = layer(x, bias)
        told = (member @ x) / member.sum(-1, keepdim=True).clamp(min=1)
        both = torch.cat([told, x[:, :1].expand(-1, told.shape[1], -1)], dim=-1)
        logits = self.told(self.drop(nn.functional.gelu(self.mixed(both))))
        return logits.view(*logits.shape[:2], len(TYPES), len(TELLINGS)), shared


class Arguments(nn.Module):
    """Given the shared layer of a window, an event's type and its sentence: tags, status and salience."""

    def __init__(self) -> None:
        super().__init__()
        self.types, self.marks = nn.Embedding(len(TYPES), WIDTH), nn.Embedding(2, WIDTH)
        self.drop = Dropout()
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS - SHARED))
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.mixed = nn.Linear(2 * WIDTH, WIDTH)
        self.status, self.salience = nn.Linear(WIDTH, len(STATUSES)), nn.Linear(WIDTH, len(SALIENCES))
        nn.init.normal_(self.types.weight, std=_FAINT)
        nn.init.normal_(self.marks.weight, std=_FAINT)

    def forward(
        self, shared: Tensor, slots: Tensor, kinds: Tensor, slot: Tensor, bias: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        here = slots == slot.unsqueeze(1)
        x = shared + self.types(kinds).unsqueeze(1) + self.marks(here.long())
        for layer in self.layers:
            x = layer(x, bias)
        one = here.to(x.dtype).unsqueeze(1)
        told = ((one @ x) / one.sum(-1, keepdim=True).clamp(min=1)).squeeze(1)
        mixed = self.drop(nn.functional.gelu(self.mixed(torch.cat([told, x[:, 0]], dim=-1))))
        return self.tags(self.drop(x)), self.status(mixed), self.salience(mixed)


def attention_bias(slots: Tensor) -> Tensor:
    """What keeps padding (slot -2) from being attended to; a window read alone has none."""
    return torch.where(slots == -2, -1e4, 0.0)[:, None, None, :]


def pretrained(folder: Path) -> tuple[Reader, Arguments]:
    """Both parts, their layers begun from MiniLM's weights."""
    weights = load_file(str(folder / "model.safetensors"))
    reader, arguments = Reader(), Arguments()
    embedded = {"word_embeddings": reader.words, "position_embeddings": reader.places, "LayerNorm": reader.norm}
    for name, module in embedded.items():
        module.weight.data.copy_(weights[f"embeddings.{name}.weight"])
    reader.norm.bias.data.copy_(weights["embeddings.LayerNorm.bias"])
    reader.places.weight.data += weights["embeddings.token_type_embeddings.weight"][0]
    for number, layer in enumerate(reader.layers):
        layer.load(weights, number)
    for number, layer in enumerate(arguments.layers, SHARED):
        layer.load(weights, number)
    return reader, arguments
