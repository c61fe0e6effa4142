"""Who plays which role in a happening, decided for all its parties at once.

What the core says of each party in each draft is added up; then roles are given so that they fit each other: who buys
buys from someone, and nobody supplies a partner. Joint inference over local answers: Roth and Yih, "A Linear Programming
Formulation for Global Inference in Natural Language Tasks" (2004), here small enough to be solved directly.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.extraction.happening import Happening

# Roles that go together; of a family with two, both want to be played.
_FAMILIES = (
    ("partner",),
    ("supplier", "customer"),
    ("licensor", "licensee"),
    ("acquirer", "target"),
    ("investor", "investee"),
)
_BESIDE = {"acquirer": ("seller",)}
# What the role that a draft decided on counts beside its chances, how unlikely any role may seem, and what a role unplayed costs.
_DECIDED, _LEAST, _UNPLAYED = 0.3, 0.02, 2.0

Chances = Mapping[str, float]


def roles_of(happening: Happening, cast: Iterable[str]) -> dict[str, str]:
    """The role of each of the cast, by entity_id; of whom the core says nothing nothing is said."""
    said = {name: chances for name in sorted(cast) if (chances := _chances(name, happening))}
    families = [f for f in _FAMILIES if all(role in happening.spec.roles for role in f)]
    if not families or not said:
        return {name: max(chances, key=chances.__getitem__) for name, chances in said.items()}
    return max((_fitted(said, family) for family in families), key=lambda found: found[0])[1]


def _chances(name: str, happening: Happening) -> Chances:
    """The chances of every role that a party may play, over all drafts that name it."""
    votes: defaultdict[str, float] = defaultdict(float)
    for draft in happening.drafts:
        weight = draft.signals.told_news + draft.signals.told_recap
        for argument in (a for a in draft.arguments if a.entity.entity_id == name and draft.roles):
            votes[argument.role] += _DECIDED * weight
            for role, chance in draft.roles.get(name, {}).items():
                if role in happening.spec.roles:
                    votes[role] += chance * weight
    total = sum(votes.values())
    return {role: vote / total for role, vote in votes.items()} if total else {}


def _fitted(said: Mapping[str, Chances], family: Sequence[str]) -> tuple[float, dict[str, str]]:
    """The likeliest roles of one family, and how likely they are; a role that nobody plays goes to whom it fits best."""
    open_to = (*family, *(role for played in family for role in _BESIDE.get(played, ())))
    given = {name: max(open_to, key=lambda role: _log(chances, role)) for name, chances in said.items()}
    sure = sum(_log(said[name], role) for name, role in given.items())
    for role in (r for r in family if r not in given.values() and len(said) >= len(family)):
        losses = {
            n: _log(said[n], given[n]) - _log(said[n], role) for n in said if list(given.values()).count(given[n]) > 1
        }
        name = min(losses, key=losses.__getitem__, default="")
        if name and losses[name] < _UNPLAYED:
            given[name], sure = role, sure - losses[name]
        else:
            sure -= _UNPLAYED
    return sure, given


def _log(chances: Chances, role: str) -> float:
    """The logarithm of a role's chance, never that of nothing."""
    return math.log(chances.get(role, 0.0) + _LEAST)
