"""The scored comparison of two mentions, and the contradictions that no score outweighs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pipeline.resolution import features
from pipeline.resolution.features import Feature, Pair
from pipeline.resolution.kinds import one_act
from pipeline.resolution.names import is_description, namesakes
from pipeline.resolution.weights import Weights, score_of
from schemas.mention import Party

FEATURES: tuple[Feature, ...] = (
    features.parties,
    features.thing,
    features.place,
    features.time,
    features.progress,
    features.amount,
    features.quote,
    features.wording,
    features.copy,
    features.label,
    features.act,
    features.another,
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The score of a pair in [0, 1], the features and weights it was made of, and the contradiction that forbids it."""

    score: float
    features: dict[str, float]
    contradiction: str = ""
    weights: dict[str, float] = field(default_factory=dict)


def compare(pair: Pair, weights: Weights) -> Comparison:
    """Compare two mentions of kindred types."""
    for check in CONTRADICTIONS:
        why = check(pair)
        if why:
            return Comparison(0.0, {}, why)
    values = {feature.__name__: feature(pair) for feature in FEATURES}
    applied = weights.applied(values, told_by_two=told_by_two(pair))
    score = round(score_of(values, applied), 4)
    return Comparison(min(score, DOUBTFUL) if has_little_in_common(pair, values) else score, values, weights=applied)


def has_little_in_common(pair: Pair, values: Mapping[str, float]) -> bool:
    """Whether one party is all that is in common, and few words: that may be one event, and nobody knows.

    An authority decides much about one company: beside it, it is no second party.
    """
    told = [one for one, other, _ in pair.matched if "authority" not in (one.role, other.role)]
    alone = _of_one_party(pair) or (len(told) == 1 and not pair.left.kind.party_is_object)
    if not alone or any(values[name] > 0 for name in OBJECTS):
        return False
    later = pair.gap is not None and pair.gap >= features.DAYS
    return values["wording"] < (features.ALIKE if later else features.FEW)


def told_by_two(pair: Pair) -> bool:
    """Whether two common parties tell the event, such as both of a deal, or an employer and its union."""
    roles = {one.role for one, _, _ in pair.matched}
    return len(pair.matched) > 1 and (pair.left.kind.pair or len(roles) > 1)


def contributions(comparison: Comparison) -> dict[str, float]:
    """How much each feature added, in log-odds."""
    return {name: comparison.weights[name] * value for name, value in comparison.features.items()}


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
    """A role that one event fills once is filled by two parties of different names; or by a name's two branches."""
    ours, theirs = pair.left_over
    for role in EXCLUSIVE if ours and theirs else ():
        one, other = _holders(ours, role), _holders(theirs, role)
        held = any(role in {a.role, b.role} for a, b, _ in pair.matched)
        if one and other and (not held or namesakes(one[0].name, other[0].name)):
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


def happened_twice(pair: Pair) -> str:
    """Both texts give it days of their own, months apart, at the same stage, agreed or completed: that happens once."""
    left, right = pair.left, pair.right
    if left.days is None or right.days is None or left.days.told or right.days.told:
        return ""
    if left.mention.status != right.mention.status or left.mention.status not in ONCE:
        return ""
    apart = left.days.gap(right.days)
    return f"{left.mention.status} {apart} days apart" if apart > features.MONTHS else ""


def one_form_of_words(pair: Pair) -> str:
    """One party says the same of others: a form of words in which only names differ tells a series of events."""
    ours, theirs = pair.left.named, pair.right.named
    if not _of_one_party(pair) or not ours - theirs or not theirs - ours:
        return ""
    if features.wording(pair) < features.ALIKE or (ours & theirs and (pair.gap or 0) < features.DAYS):
        return ""
    mine, others = (", ".join(sorted(one)[:3]) for one in (ours - theirs, theirs - ours))
    return f"{mine} here, {others} there, in the same words"


def _of_one_party(pair: Pair) -> bool:
    """Whether one common party is all that tells an event which is told apart by what it is about."""
    return not pair.left.kind.party_is_object and not told_by_two(pair)


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
OBJECTS = ("thing", "place", "amount", "quote")
# What a pair of which nobody knows scores at most: it stays apart, and is shown for review.
DOUBTFUL = 0.45
ONCE = frozenset({"agreed", "completed"})
EXCLUSIVE = (
    "acquirer",
    "target",
    "investee",
    "person",
    "organization",
    "operator",
    "vendor",
    "employer",
    "defendant",
    "licensee",
)
CONTRADICTIONS: tuple[Callable[[Pair], str], ...] = (
    no_common_party,
    opposite_roles,
    exclusive_role,
    contrary_acts,
    far_sites,
    happened_twice,
    one_form_of_words,
)
