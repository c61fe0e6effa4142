"""Tags by place: what the core says of each token for one event, laid over the article's text."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from pipeline.extraction.document import Sentence
from pipeline.extraction.learned.core import TAG, Proposal
from pipeline.extraction.learned.labels import ROLES, TAGS

_ROLES = [TAG[role] for role in ROLES]


class Tags:
    """The tags of one proposal by place in the article's text."""

    def __init__(self, proposal: Proposal, sentences: tuple[Sentence, ...]) -> None:
        self.sentences = frozenset(sentence for sentence, _, _ in proposal.tokens)
        spans = [(sentences[s].start + start, sentences[s].start + end, s) for s, start, end in proposal.tokens]
        order = sorted(range(len(spans)), key=lambda i: spans[i])
        self._spans = [spans[i] for i in order]
        self._starts = [start for start, _, _ in self._spans]
        self._chances = proposal.tags[order]

    def chance(self, start: int, end: int, tag: str) -> float:
        """The mean chance of a tag over the tokens of a span; 0 where the window holds none of it."""
        return float(self._means(start, end)[TAG[tag]])

    def roles(self, start: int, end: int) -> dict[str, float]:
        """The mean chance of each role over a span."""
        return dict(zip(ROLES, self._means(start, end)[_ROLES].tolist(), strict=True))

    def _means(self, start: int, end: int) -> NDArray[np.float32]:
        """The mean chance of each tag over the tokens of a span."""
        here = self._chances[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return here.mean(0) if len(here) else np.zeros(len(TAGS), np.float32)

    def runs(self, roles: frozenset[str], least: float) -> Iterator[tuple[int, int]]:
        """The spans of neighbouring tokens of one sentence to which one role is given with at least that chance."""
        chances = self._chances[:, [TAG[role] for role in sorted(roles)]]
        likeliest = np.where(chances.max(1) >= least, chances.argmax(1), -1).tolist()
        tokens = zip(self._spans, likeliest, strict=True)
        for (_, role), run in groupby(tokens, key=lambda token: (token[0][2], token[1])):
            if role >= 0:
                spans = [span for span, _ in run]
                yield spans[0][0], spans[-1][1]
