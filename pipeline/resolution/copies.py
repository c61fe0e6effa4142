"""Syndicated text: which article repeats which, by MinHash over word shingles of the clean text."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

PERMUTATIONS = 126
BANDS = 42
SHINGLE = 5
SEED = 7
# Measured as the share of the shorter text: a copy may be cut or prolonged.
COPY = 0.6
LEAST_SHINGLES = 30


@dataclass(frozen=True)
class Signature:
    """The MinHash of a text and how many different shingles it has."""

    values: tuple[int, ...]
    shingles: int

    def bands(self) -> frozenset[str]:
        """Keys of which two near copies share at least one; for a look-up table."""
        rows = PERMUTATIONS // BANDS
        return frozenset(
            f"{band}:" + "-".join(f"{value:x}" for value in self.values[band * rows : (band + 1) * rows])
            for band in range(BANDS)
        )


def shingles(text: str) -> frozenset[str]:
    """Runs of five words of each paragraph; a paragraph of fewer is one shingle."""
    found: set[str] = set()
    for paragraph in text.casefold().splitlines():
        words = re.findall(r"\w+", paragraph)
        if len(words) >= SHINGLE:
            found.update(" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))
    return frozenset(found)


def signature(text: str, boilerplate: frozenset[str] = frozenset()) -> Signature:
    """The signature of a clean text; `boilerplate` are shingles of many unlike articles, which prove nothing."""
    from datasketch import MinHash  # noqa: PLC0415 - it loads SciPy, a third of a second that few commands need

    pieces = shingles(text) - boilerplate
    made = MinHash(num_perm=PERMUTATIONS, seed=SEED)
    made.update_batch([piece.encode() for piece in sorted(pieces)])
    return Signature(tuple(int(value) for value in made.hashvalues), len(pieces))


def copy_score(left: Signature, right: Signature) -> float:
    """The share of the shorter text that stands in the other, estimated, in [0, 1]; 0 for texts too short to tell."""
    if min(left.shingles, right.shingles) < LEAST_SHINGLES:
        return 0.0
    equal = sum(a == b for a, b in zip(left.values, right.values, strict=True))
    jaccard = equal / PERMUTATIONS
    common = jaccard / (1 + jaccard) * (left.shingles + right.shingles)
    return min(1.0, common / min(left.shingles, right.shingles))


def is_copy(left: Signature, right: Signature) -> bool:
    """Whether one text repeats the other."""
    return copy_score(left, right) >= COPY


def original(article_id: str, rank: Mapping[str, tuple[str, ...]], copies: Iterable[tuple[str, str]]) -> str:
    """The article that one repeats: of itself and its direct copies the one of lowest rank (publication, then id)."""
    linked: dict[str, set[str]] = {}
    for a, b in copies:
        linked.setdefault(a, set()).add(b)
        linked.setdefault(b, set()).add(a)
    near = linked.get(article_id, set()) | {article_id}
    return min(near, key=lambda name: (rank[name], name))
