"""The learned core: which sentences tell an event, and, for each, who plays which role and what belongs to it.

Two graphs run on the processor through ONNX Runtime, with weights of one byte each; the same text always gives the same
numbers on one machine, and on others the same but for roundings. How they were made, and from what, is told beside them
in `weights/README.md`.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from pipeline.extraction.learned.focus import asked, read_of, rows_near
from pipeline.extraction.learned.labels import SALIENCES, STATUSES, TAGS, TELLINGS, TYPES
from pipeline.extraction.learned.windows import Sentence, Window, rows_of, tokenizer_of, windows_of
from schemas.vocabulary import Salience, Status

WEIGHTS = Path(__file__).with_name("weights")

# A sum and the normalization behind it take three times as long in one kernel, which is not vectorized, as in two. The
# reader keeps it: other roundings move what lies on a bar, so that changes with weights and bars alone.
SLOWER = ("SkipLayerNormFusion",)

# A processor without VNNI adds two products of a byte in sixteen bits, which overflow; with this it takes another way.
EXACT = ("session.x64quantprecision", "1")

Token = tuple[int, int, int]


@dataclass(frozen=True)
class Proposal:
    """An event that a sentence may tell; chances as the model gives them.

    `tokens` are those near the sentence, by sentence, start and end in it; `tags` has a row for each, with the chance of
    each tag.
    `told` is what the sentence alone says (news, recap), `salience` what is said once the whole window has been read for
    this event, with None for "no event at all".
    """

    type: str
    sentence: int
    told: dict[str, float]
    status: dict[Status, float]
    salience: dict[Salience | None, float]
    tokens: tuple[Token, ...]
    tags: NDArray[np.float32]


class Core:
    """Reads sentences and proposes events."""

    def __init__(self, weights: Path = WEIGHTS) -> None:
        self._tokenizer = tokenizer_of(weights)
        self._reader = _session(weights / "reader.onnx")
        self._arguments = _session(weights / "arguments.onnx", SLOWER)

    def proposals(
        self, sentences: Sequence[Sentence], also: Collection[tuple[int, str]], hinted: frozenset[int]
    ) -> Iterator[Proposal]:
        """The events that the sentences may tell, in text order.

        `also` names sentences and types that phrases speak for; `hinted` are the sentences that hold a trigger phrase.
        """
        for window in windows_of(read_of(sentences, hinted), self._tokenizer):
            yield from self._of_window(window, also)

    def _of_window(self, window: Window, also: Collection[tuple[int, str]]) -> Iterator[Proposal]:
        rows = rows_of(window)
        slots = np.array(rows.slots)
        member = (slots == np.arange(len(window.pieces))[:, None]).astype(np.float32)
        given = {name: np.array([getattr(rows, name)]) for name in ("ids", "cases", "blocks")}
        telling, shared = self._reader.run(None, {**given, "member": member[None]})
        told = _softmax(telling[0])
        tokens = _tokens(window, rows.slots)
        for slot, kind in asked(window, told, also):
            near = rows_near(slots, slot, has_headline=window.has_headline)
            tags, status, salience = self._answered(shared[:, near], slots[None, near], kind, slot)
            named = slots[near] >= 0
            yield Proposal(
                type=TYPES[kind],
                sentence=window.pieces[slot].sentence.number,
                told=dict(zip(TELLINGS, told[slot, kind].tolist(), strict=True)),
                status=dict(zip(STATUSES, status.tolist(), strict=True)),
                salience=dict(zip(SALIENCES, salience.tolist(), strict=True)),
                tokens=tuple(tokens[row] for row in near[named].tolist()),
                tags=tags[named],
            )

    def _answered(self, shared: Any, slots: Any, kind: int, slot: int) -> list[Any]:
        """What tokens, status and salience a sentence has, taken to tell an event of a type."""
        one = {"shared": shared, "slots": slots, "kinds": np.array([kind]), "slot": np.array([slot])}
        return [_softmax(logits[0]) for logits in self._arguments.run(None, one)]


def _tokens(window: Window, slots: Sequence[int]) -> dict[int, Token]:
    """The tokens of a window by the rows in which they stand."""
    tokens = ((p.sentence.number, start, end) for p in window.pieces for start, end in p.spans)
    return dict(zip((row for row, slot in enumerate(slots) if slot >= 0), tokens, strict=True))


def _session(path: Path, without: Sequence[str] = ()) -> onnxruntime.InferenceSession:
    """A graph on one thread, without some optimizations: articles are read by several processes at once."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry(*EXACT)
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=list(without)
    )


def _softmax(logits: Any) -> Any:
    """Chances over the last axis."""
    powers = np.exp(logits - logits.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True)


TAG = {tag: number for number, tag in enumerate(TAGS)}
