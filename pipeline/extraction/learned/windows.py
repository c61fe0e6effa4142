"""Windows: an article cut into pieces that the learned core reads at once, each under its headline.

A window holds the headline, the sentence before its own sentences (so that "the company" has somewhere to point), and
its own sentences. The model is uncased, so the case of each word is told apart from it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

WINDOW_TOKENS = 256
_HEADLINE_TOKENS = 48
_SENTENCE_TOKENS = 112
MOST_TOKENS = _HEADLINE_TOKENS + 2 * _SENTENCE_TOKENS + 3
_CLS, _SEP = 101, 102
CASES = 4
BLOCKS = 6
_LOWER, _CAPITALIZED, _CAPITALS, _FIGURE = range(CASES)
_EARLY = 10


@dataclass(frozen=True)
class Replacement:
    """Words that are read in place of the characters `start:end`."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Sentence:
    """A sentence as the model sees it: its words, its number in the article, where it stands.

    `replaced` holds what is read in place of names, in text order.
    """

    number: int
    text: str
    block: str
    quoted: bool
    replaced: tuple[Replacement, ...] = ()


@dataclass(frozen=True)
class Piece:
    """The tokens of one sentence: ids, cases, and the characters of the sentence that each stands for.

    The tokens of a replacement all stand for everything that it replaces.
    """

    sentence: Sentence
    ids: tuple[int, ...]
    cases: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class Window:
    """Pieces that are read together; those before `first` are context that another window speaks for."""

    pieces: tuple[Piece, ...]
    first: int
    has_headline: bool


def tokenizer_of(folder: Path) -> Tokenizer:
    """The tokenizer that lies beside the weights; it neither cuts nor fills what it is given."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def windows_of(sentences: Sequence[Sentence], tokenizer: Tokenizer) -> Iterator[Window]:
    """The windows of an article, in text order; every sentence is spoken for by exactly one."""
    pieces = [_piece(sentence, tokenizer) for sentence in sentences]
    headline = pieces[:1] if pieces and pieces[0].sentence.block == "headline" else []
    rest = pieces[len(headline) :]
    at = 0
    while at < len(rest) or (at == 0 and headline):
        context = [*headline, *rest[max(0, at - 1) : at]]
        end = _end(rest, at, WINDOW_TOKENS - 3 - sum(map(len, context)))
        first = 0 if at == 0 else len(context)
        yield Window((*context, *rest[at:end]), first, bool(headline))
        if end >= len(rest):
            return
        at = end


def _end(pieces: Sequence[Piece], start: int, room: int) -> int:
    """Where the pieces that fit into the room end; one always does."""
    end = start
    while end < len(pieces) and (end == start or len(pieces[end]) <= room):
        room -= len(pieces[end])
        end += 1
    return end


def _piece(sentence: Sentence, tokenizer: Tokenizer) -> Piece:
    """A sentence's tokens; what a sentence says after its first 112 tokens is not read."""
    read, origins = _read(sentence)
    encoded = tokenizer.encode(read, add_special_tokens=False)
    most = _HEADLINE_TOKENS if sentence.block == "headline" else _SENTENCE_TOKENS
    spans = encoded.offsets[:most]
    cases = tuple(_case(read[a:b]) for a, b in spans)
    return Piece(
        sentence, tuple(encoded.ids[:most]), cases, tuple((origins[a][0], origins[b - 1][1]) for a, b in spans)
    )


def _read(sentence: Sentence) -> tuple[str, list[tuple[int, int]]]:
    """The words that are read, and for each of their characters the characters of the sentence that it stands for."""
    parts: list[str] = []
    origins: list[tuple[int, int]] = []
    at = 0
    for new in (*sentence.replaced, Replacement(len(sentence.text), len(sentence.text), "")):
        parts += sentence.text[at : new.start], new.words
        origins += [(i, i + 1) for i in range(at, new.start)]
        origins += [(new.start, new.end)] * len(new.words)
        at = new.end
    return "".join(parts), origins


def _case(word: str) -> int:
    """How a word is written."""
    if word.isupper():
        return _CAPITALS if len(word) > 1 else _CAPITALIZED
    if word[:1].isupper():
        return _CAPITALIZED
    return _FIGURE if word[:1].isdigit() else _LOWER


def _block(sentence: Sentence) -> int:
    """Where a sentence stands, as the model is told."""
    if sentence.block == "headline":
        return 0
    if sentence.block == "lead":
        return 1 if sentence.number <= 2 else 2
    return (3 if sentence.number < _EARLY else 4) if not sentence.quoted else 5


@dataclass(frozen=True)
class Rows:
    """A window as rows of numbers, one for each token; `slots` is the place of its piece in the window, -1 for none."""

    ids: tuple[int, ...]
    cases: tuple[int, ...]
    blocks: tuple[int, ...]
    slots: tuple[int, ...]


def rows_of(window: Window) -> Rows:
    """The numbers that the model takes for a window: [CLS] headline [SEP] sentences [SEP]."""
    ids, cases, blocks, slots = [_CLS], [0], [0], [-1]
    for slot, piece in enumerate(window.pieces):
        if slot == 1 and window.has_headline:
            _append(ids, cases, blocks, slots)
        ids += piece.ids
        cases += piece.cases
        blocks += [_block(piece.sentence)] * len(piece)
        slots += [slot] * len(piece)
    _append(ids, cases, blocks, slots)
    return Rows(tuple(ids), tuple(cases), tuple(blocks), tuple(slots))


def _append(ids: list[int], cases: list[int], blocks: list[int], slots: list[int]) -> None:
    """Add a separator."""
    for row, value in ((ids, _SEP), (cases, 0), (blocks, 0), (slots, -1)):
        row.append(value)
