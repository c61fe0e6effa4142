"""The scored comparison of two mentions, and the contradictions that no score outweighs."""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.resolution import features
from pipeline.resolution.features import Feature, Pair
from pipeline.resolution.kinds import one_act
from pipeline.resolution.names import is_description
from schemas.mention import Party

# A pair of parties says more of an event than one party does: the rest must come from the object.
PAIR_BASE = 0.5
SOLO_BASE = 0.3
FEATURES: tuple[tuple[Feature, float], ...] = (
    (features.thing, 0.25),
    (features.place, 0.2),
    (features.time, 0.25),
    (features.progress, 0.35),
    (features.amount, 0.2),
    (features.quote, 0.3),
    (features.wording, 0.25),
    (features.copy, 0.4),
    (features.act, 0.3),
    (features.another, 0.2),
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The score of a pair in [0, 1], what it was made of, and the contradiction that forbids it, if any."""

    score: float
    features: dict[str, float]
    contradiction: str = ""
    base: float = 0.0


def compare(pair: Pair) -> Comparison:
    """Compare two mentions of kindred types."""
    for check in CONTRADICTIONS:
        why = check(pair)
        if why:
            return Comparison(0.0, {}, why)
    base = PAIR_BASE if told_by_two(pair) else SOLO_BASE
    values = {"parties": features.parties(pair)} | {feature.__name__: feature(pair) for feature, _ in FEATURES}
    score = base * values["parties"] + sum(weight * values[feature.__name__] for feature, weight in FEATURES)
    return Comparison(round(min(1.0, max(0.0, score)), 4), values, base=base)


def told_by_two(pair: Pair) -> bool:
    """Whether two common parties tell the event: both of a deal, or the person and the organization."""
    kinds = (pair.left.kind, pair.right.kind)
    return all(kind.pair for kind in kinds) or (all(kind.party_is_object for kind in kinds) and len(pair.matched) > 1)


def contributions(comparison: Comparison) -> dict[str, float]:
    """How much each feature added to the score."""
    shares = {f.__name__: weight * comparison.features[f.__name__] for f, weight in FEATURES if comparison.features}
    return {"parties": comparison.base * comparison.features.get("parties", 0.0), **shares}


def no_common_party(pair: Pair) -> str:
    """No party is the same."""
    return "" if pair.matched else "no party in common"


def opposite_roles(pair: Pair) -> str:
    """One party plays two roles that exclude each other."""
    for a, b, _ in pair.matched:
        if a.role != b.role and frozenset({a.role, b.role}) in OPPOSED:
            return f"{a.name} is {a.role} here and {b.role} there"
    return ""


def exclusive_role(pair: Pair) -> str:
    """A role that one event fills once is filled by two parties of different names."""
    ours, theirs = pair.left_over
    for role in EXCLUSIVE if ours and theirs else ():
        one, other = _holders(ours, role), _holders(theirs, role)
        held = any(role in {a.role, b.role} for a, b, _ in pair.matched)
        if one and other and not held:
            return f"{role}: {one[0].name} here, {other[0].name} there"
    return ""


def contrary_acts(pair: Pair) -> str:
    """A one-party type told of two acts, such as layoffs and a strike."""
    one, other = pair.left.mention, pair.right.mention
    if pair.left.kind.pair or one.type != other.type or one_act(one.subtype, other.subtype):
        return ""
    return f"{one.subtype} here, {other.subtype} there"


def far_sites(pair: Pair) -> str:
    """An event that has one site is told of two far apart."""
    if pair.left.kind.objects[:1] != ("places",) or features.place(pair) > -1:
        return ""
    return f"{pair.left.places[0].name} here, {pair.right.places[0].name} there"


def _holders(parties: tuple[Party, ...], role: str) -> list[Party]:
    return [party for party in parties if party.role == role and not is_description(party.name)]


OPPOSED = frozenset(
    frozenset(roles)
    for roles in (
        ("acquirer", "target"),
        ("acquirer", "seller"),
        ("target", "seller"),
        ("investor", "investee"),
        ("supplier", "customer"),
        ("licensor", "licensee"),
        ("authority", "defendant"),
        ("plaintiff", "defendant"),
        ("employer", "union"),
    )
)
EXCLUSIVE = ("acquirer", "target", "investee", "person", "operator", "vendor", "employer", "defendant", "licensee")
CONTRADICTIONS: tuple[Callable[[Pair], str], ...] = (
    no_common_party,
    opposite_roles,
    exclusive_role,
    contrary_acts,
    far_sites,
)
