"""Tags by place: what the core says of each token for one event, laid over the article's text."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby

from pipeline.extraction.document import Sentence
from pipeline.extraction.learned.core import TAG, Proposal
from pipeline.extraction.learned.labels import ROLES


class Tags:
    """The tags of one proposal by place in the article's text."""

    def __init__(self, proposal: Proposal, sentences: tuple[Sentence, ...]) -> None:
        self._tokens = sorted(
            (sentences[t.sentence].start + t.start, sentences[t.sentence].start + t.end, t.sentence, t.chances)
            for t in proposal.tokens
        )
        self._starts = [token[0] for token in self._tokens]

    @property
    def sentences(self) -> frozenset[int]:
        """The numbers of the sentences that were read."""
        return frozenset(token[2] for token in self._tokens)

    def chance(self, start: int, end: int, tag: str) -> float:
        """The mean chance of a tag over the tokens of a span; 0 where the window holds none of it."""
        here = self._tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return sum(token[3][TAG[tag]] for token in here) / len(here) if here else 0.0

    def roles(self, start: int, end: int) -> dict[str, float]:
        """The mean chance of each role over a span."""
        return {role: self.chance(start, end, role) for role in ROLES}

    def runs(self, roles: frozenset[str], least: float) -> Iterator[tuple[int, int, str]]:
        """The spans of neighbouring tokens of one sentence to which one role is given with at least that chance."""

        def given(token: tuple[int, int, int, tuple[float, ...]]) -> tuple[int, str | None]:
            role = max(roles, key=lambda r: (token[3][TAG[r]], r))
            return token[2], role if token[3][TAG[role]] >= least else None

        for (_, role), tokens in groupby(self._tokens, key=given):
            if role is not None:
                run = list(tokens)
                yield run[0][0], run[-1][1], role
