"""Casting: which of those whom the core takes for parties of a happening are, and which part they play.

A logistic regression over how sure the core is, how much of all that is said names them, and what their name looks
like, learned from articles that the core had not seen (`training/judge.py`).
"""

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from pipeline.extraction.happening import Happening
from pipeline.extraction.learned.labels import TYPES
from pipeline.extraction.learned.logistic import Weights, chance_of
from pipeline.extraction.learned.parties import Features, parties_judged
from pipeline.extraction.learned.roles import roles_of
from pipeline.extraction.reading import Reading

_PLAYS = 0.5
# Several play these at once, and news names them beside the main party: what is held for less likely is mostly right.
_SOONER = {"investor": 0.3, "authority": 0.3, "plaintiff": 0.1}


class Casting:
    """Gives each happening the parties that are likely its own, in roles that fit each other."""

    def __init__(self, weights: Path) -> None:
        self._file = weights

    @cached_property
    def _weights(self) -> Weights:
        weights: Weights = json.loads(self._file.read_text("utf-8"))
        return weights

    def given(self, happenings: Sequence[Happening], reading: Reading) -> None:
        """Say who is a party: as many as the type needs always are, and whom a party acts for is one too."""
        for happening in happenings:
            if happening.spec.type in TYPES:
                judged = dict(parties_judged(happening, reading))
                chance = {name: chance_of(features, self._weights) for name, features in judged.items()}
                ranked = sorted(judged, key=lambda name: -chance[name])
                needed = happening.spec.min_parties
                cast = frozenset(n for rank, n in enumerate(ranked) if rank < needed or chance[n] >= _bar(judged[n]))
                happening.cast = cast | _owners(cast, happening)
                happening.roles = roles_of(happening, happening.cast)


def _bar(judged: Features) -> float:
    """How likely someone must be a party, by the role that is judged."""
    return min((bar for role, bar in _SOONER.items() if judged[f"as {role}"]), default=_PLAYS)


def _owners(cast: frozenset[str], happening: Happening) -> frozenset[str]:
    """Those for whom a party acts, by entity_id."""
    acting = (a for draft in happening.drafts for a in draft.arguments if a.via is not None)
    return frozenset(a.entity.entity_id for a in acting if a.via is not None and a.via.entity_id in cast)
