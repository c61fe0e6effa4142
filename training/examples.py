"""Examples: windows of labelled articles with what the learned core should say of them."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tokenizers import Tokenizer

from pipeline.extraction.learned.labels import ROLES, SALIENCES, STATUSES, TAGS, TELLINGS, TYPES
from pipeline.extraction.learned.windows import Piece, Replacement, Rows, Sentence, Window, rows_of, windows_of

TWO_PARTIES = ("partnership", "acquisition", "investment")
UNKNOWN = -100
# No evidence, in an article that tells an event of the type: it may speak of that event without naming anyone.
DOUBTFUL = -1
_WORD = re.compile(r"\w+")
_NEAR_COPY = 0.3


@dataclass
class Telling:
    """An event as one window tells it: by which of its pieces, with a tag for each of its tokens."""

    type: int
    slot: int
    status: int
    salience: int
    tags: list[int]


@dataclass
class Example:
    """A window's rows; for each piece and type what it tells (UNKNOWN: not to be learned from); the events told."""

    rows: Rows
    pieces: int
    telling: list[list[int]]
    events: list[Telling] = field(default_factory=list)


@dataclass(frozen=True)
class Labelled:
    """An article's sentences, dates and events, with names replaced in what is read."""

    sentences: list[Sentence]
    dates: list[tuple[int, str, str]]
    events: list[dict[str, Any]]


def examples_of(
    told: dict[str, Any], tokenizer: Tokenizer, replaced: Sequence[tuple[Replacement, ...]]
) -> Iterator[Example]:
    """The examples of an article, read with these words in place of names."""
    article = _labelled(told, replaced)
    homes = [_home(article, event) for event in article.events]
    for window in windows_of(article.sentences, tokenizer):
        yield _example(window, article, homes)


def _labelled(told: dict[str, Any], replaced: Sequence[tuple[Replacement, ...]]) -> Labelled:
    """The article with what its events name."""
    sentences = [
        Sentence(n, text, block, quoted, new)
        for n, ((text, block, quoted), new) in enumerate(zip(told["sentences"], replaced, strict=True))
    ]
    events = [
        {
            **event,
            "forms": [[p["name"], *p["aliases"]] for p in event["parties"]],
            "values": [
                *(("amount", a["text"]) for a in event["amounts"]),
                *(("place", p) for p in event["places"]),
                *(("product", p) for p in event["products"]),
            ],
        }
        for event in told["events"]
    ]
    return Labelled(sentences, told["dates"], events)


def _home(article: Labelled, event: dict[str, Any]) -> int | None:
    """The sentence that the evidence of an event stands in, for the most part."""
    said = event["evidence"]
    for sentence in article.sentences:
        if said in sentence.text:
            return sentence.number
    wanted = set(_WORD.findall(said.casefold()))
    best = max(article.sentences, key=lambda s: len(wanted & set(_WORD.findall(s.text.casefold()))), default=None)
    shared = len(wanted & set(_WORD.findall(best.text.casefold()))) if best else 0
    return best.number if best and shared >= 0.6 * len(wanted) else None


def _example(window: Window, article: Labelled, homes: list[int | None]) -> Example:
    """A window with its labels."""
    telling = [
        [_told(piece, slot, window, kind, article, homes) for kind in TYPES] for slot, piece in enumerate(window.pieces)
    ]
    example = Example(rows_of(window), len(window.pieces), telling)
    for event, home in zip(article.events, homes, strict=True):
        for slot, piece in enumerate(window.pieces):
            if slot >= window.first and piece.sentence.number == home:
                example.events.append(_telling(event, slot, window, article))
    return example


def _told(piece: Piece, slot: int, window: Window, kind: str, article: Labelled, homes: list[int | None]) -> int:
    """What a piece tells of a type: nothing, news, a recap; UNKNOWN for context, and what may tell an event again."""
    if slot < window.first:
        return UNKNOWN
    events = [(e, h) for e, h in zip(article.events, homes, strict=True) if e["type"] == kind]
    here = [e for e, h in events if h == piece.sentence.number]
    if here:
        return TELLINGS.index("news" if any(e["salience"] != "background" for e in here) else "recap")
    again = [e for e, _ in events if _tells_again(piece.sentence.text, e)]
    if any(e["salience"] == "headline" for e in again) and piece.sentence.block == "headline":
        return TELLINGS.index("news")
    if again:
        return UNKNOWN
    return DOUBTFUL if events else TELLINGS.index("none")


def _tells_again(text: str, event: dict[str, Any]) -> bool:
    """Whether a sentence may tell an event a second time: it names its parties, or one of them and much else of it."""
    named = sum(any(_stands(form, text) for form in forms) for forms in event["forms"])
    if event["type"] in TWO_PARTIES and len(event["parties"]) > 1:
        return named > 1
    said, words = (set(_WORD.findall(t.casefold())) for t in (event["evidence"], text))
    return named > 0 and len(said & words) >= _NEAR_COPY * min(len(said), len(words))


def _stands(form: str, text: str) -> bool:
    """Whether a name stands in a text as words of its own."""
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None


def _telling(event: dict[str, Any], slot: int, window: Window, article: Labelled) -> Telling:
    """An event as a window tells it."""
    return Telling(
        TYPES.index(event["type"]),
        slot,
        STATUSES.index(event["status"]),
        SALIENCES.index(event["salience"]),
        [TAGS.index("outside"), *_tags(event, window, article)],
    )


def _tags(event: dict[str, Any], window: Window, article: Labelled) -> Iterator[int]:
    """A tag for each token after the first."""
    dates = {text for _, text, value in article.dates if value == event["date"]}
    spans = [
        *(("date", text) for text in dates),
        *((tag, text) for tag, text in event["values"]),
        *((p["role"], f) for p, forms in zip(event["parties"], event["forms"], strict=True) for f in forms),
    ]
    for number, piece in enumerate(window.pieces):
        if number == 1 and window.has_headline:
            yield TAGS.index("outside")
        tags = [TAGS.index("outside")] * len(piece)
        for tag, text in spans:
            for found in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", piece.sentence.text):
                for i, (a, b) in enumerate(piece.spans):
                    if tag in TAGS and _is_tagged(a, b, found, tag):
                        tags[i] = TAGS.index(tag)
        yield from tags
    yield TAGS.index("outside")


def _is_tagged(start: int, end: int, found: re.Match[str], tag: str) -> bool:
    """Whether a token stands for what was found; a name read as one word stands for all its forms."""
    if tag in ROLES:
        return start < found.end() and found.start() < end
    return found.start() <= start and end <= found.end()


def rng_of(seed: int, file: str, epoch: int) -> random.Random:
    """Chance that is the same for the same article and epoch."""
    return random.Random(f"{seed} {file} {epoch}")
