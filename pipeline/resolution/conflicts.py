"""Live claims of different voices that cannot both be true of the same time; progress and corrections are none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from pipeline.resolution.amounts import agree, comparable
from pipeline.resolution.compare import EXCLUSIVE
from pipeline.resolution.geography import distance_km
from pipeline.resolution.parties import SAME_NAME, PartyBook
from pipeline.resolution.progress import NEAR_DAYS, VOICES, stage
from pipeline.resolution.traits import Traits
from pipeline.resolution.voices import Voices, reason
from schemas.dates import contains, first_day
from schemas.event import Claim, Conflict
from schemas.mention import Amount, Place

SAME_TIME_DAYS = 45
SAME_DATE_DAYS = 31
FIRM = frozenset({"agreed", "completed"})
OPPOSITE = (
    frozenset({"new", "continuation"}),
    frozenset({"binding", "non_binding"}),
    frozenset({"exclusive", "open"}),
    frozenset({"voluntary", "forced"}),
    frozenset({"mutual", "one_sided"}),
)


@dataclass(frozen=True)
class Case:
    """The live claims of one event, and what is needed to weigh them."""

    claims: tuple[Claim, ...]
    members: Mapping[str, Traits]
    voices: Voices
    book: PartyBook

    def of(self, field: str) -> list[Claim]:
        """The live claims on a field."""
        return [claim for claim in self.claims if claim.field == field and not claim.withdrawn]

    def mention(self, claim: Claim) -> Traits:
        """The mention that makes a claim."""
        return self.members[claim.mention_id]


Contrary = Callable[[Case, Claim, Claim], bool]


def conflicts_of(members: Sequence[Traits], claims: Sequence[Claim], book: PartyBook) -> tuple[Conflict, ...]:
    """The conflicts of an event, one per field and scope, in the order of `FIELDS`."""
    case = Case(tuple(claims), {own.mention.mention_id: own for own in members}, Voices(members), book)
    found = []
    for name, contrary in FIELDS.items():
        told = case.of(name)
        for scope in sorted({scope_of(claim) for claim in told}):
            found += _conflict(case, [claim for claim in told if scope_of(claim) == scope], contrary)
    return tuple(found)


def scope_of(claim: Claim) -> str:
    """What tells values apart that may both be true; a figure's unit is part of it."""
    return f"{claim.scope} {claim.value.rpartition(' ')[2]}" if claim.field == "amount" else claim.scope


def _conflict(case: Case, told: Sequence[Claim], contrary: Contrary) -> list[Conflict]:
    """The conflict among claims of one field and scope, as a list of one or none."""
    against: dict[str, set[str]] = {}
    for a, b in combinations(told, 2):
        if a.value != b.value and case.voices.differ(a, b) and contrary(case, a, b):
            against.setdefault(a.claim_id, set()).add(b.claim_id)
            against.setdefault(b.claim_id, set()).add(a.claim_id)
    if not against:
        return []
    involved = [claim for claim in told if claim.claim_id in against]
    best = max(involved, key=lambda claim: _preference(case, claim, involved))
    others = [claim for claim in involved if claim.claim_id in against[best.claim_id]]
    ours = [claim for claim in involved if against[claim.claim_id] & {other.claim_id for other in others}]
    ours, others = (side + _undated(case, told, side, against) for side in (ours, others))
    return [
        Conflict(
            field=best.field,
            claims=tuple(sorted(claim.claim_id for claim in ours)),
            against=tuple(sorted(claim.claim_id for claim in others)),
            preferred=best.claim_id,
            why=reason(best, others, case.voices.count(ours)),
        )
    ]


def _undated(case: Case, told: Sequence[Claim], side: Sequence[Claim], against: Mapping[str, object]) -> list[Claim]:
    """Who says the same as a side as news, but without a day: heard with it, though no reason for the conflict."""
    values = {claim.value for claim in side}
    return [
        claim
        for claim in told
        if claim.claim_id not in against
        and claim.value in values
        and claim.as_of is None
        and case.mention(claim).mention.salience != "background"
    ]


def _preference(case: Case, claim: Claim, told: Sequence[Claim]) -> tuple[object, ...]:
    """The better voice, for a status the later stage, more sources, the later word; then any fixed order."""
    alike = [other for other in told if other.value == claim.value]
    late = stage(case.mention(claim).mention.status) if claim.field == "status" else 0
    rank = VOICES[claim.voice], late, case.voices.count(alike), claim.as_of or "", len(alike)
    return *rank, claim.value, claim.mention_id, claim.claim_id


def gap_days(left: Claim, right: Claim) -> int | None:
    """Days between the times that two claims hold for, where both are known."""
    if not left.as_of or not right.as_of:
        return None
    return abs((first_day(left.as_of) - first_day(right.as_of)).days)


def same_time(case: Case, left: Claim, right: Claim) -> bool:
    """Whether two values are told of the same time, so that progress does not explain their difference."""
    one, other = case.mention(left).mention, case.mention(right).mention
    if "rumoured" in {one.status, other.status} and one.status != other.status:
        return False
    gap = gap_days(left, right)
    if gap is None:
        done = {"completed", "terminated"}
        return (one.status in done) == (other.status in done)
    return gap <= SAME_TIME_DAYS or one.status == other.status


def contrary_status(case: Case, left: Claim, right: Claim) -> bool:
    """News of a firm act against news of a proposal within 7 days; an assertion against a denial or after the end."""
    for one, other in ((left, right), (right, left)):
        if one.value == "denied":
            return VOICES[one.voice] > 1
        gap = gap_days(one, other)
        if gap is None or gap > NEAR_DAYS or case.mention(other).mention.salience == "background":
            continue
        if one.value == "planned" and other.value in FIRM:
            return case.mention(one).mention.salience != "background"
        if one.value == "terminated" and other.value in FIRM:
            return (other.as_of or "") > (one.as_of or "")
    return False


def contrary_amount(case: Case, left: Claim, right: Claim) -> bool:
    """Figures that cannot be one, of the same time, where neither article also gives the other's, as whatever kind."""
    if not same_time(case, left, right):
        return False
    one, other = _figure(case, left), _figure(case, right)
    if not comparable(one, other) or agree(one, other):
        return False
    ours, theirs = case.mention(left).mention.amounts, case.mention(right).mention.amounts
    alike = [(a, b) for a in ours for b in theirs if a.unit == b.unit and a.kind == b.kind == one.kind]
    alike += [(one, b) for b in theirs if b.unit == one.unit] + [(a, other) for a in ours if a.unit == other.unit]
    return not any(agree(a, b) for a, b in alike)


def _figure(case: Case, claim: Claim) -> Amount:
    own = case.mention(claim).mention.amounts
    return next(amount for amount in own if amount.evidence == claim.evidence)


def contrary_date(case: Case, left: Claim, right: Claim) -> bool:
    """Two days of one kind and stage, neither within the other; further than a month apart they are two milestones."""
    if left.scope == "expected" or not _is_date(left.value) or not _is_date(right.value):
        return False
    if case.mention(left).mention.status != case.mention(right).mention.status:
        return False
    near = abs((first_day(left.value) - first_day(right.value)).days) <= SAME_DATE_DAYS
    return near and not contains(left.value, right.value) and not contains(right.value, left.value)


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return True


def contrary_place(case: Case, left: Claim, right: Claim) -> bool:
    """Two sites far apart for an event that has one, where neither article also gives the other's."""
    one, other = case.mention(left), case.mention(right)
    if one.kind.objects[:1] != ("places",) or one.place_names & other.place_names or not same_time(case, left, right):
        return False
    distances = [_far(a, b) for a in one.places for b in other.places]
    return bool(distances) and all(distances)


def _far(left: Place, right: Place) -> bool:
    distance = distance_km(left, right)
    return distance is not None and distance > 120


def contrary_characterization(_: Case, left: Claim, right: Claim) -> bool:
    """Opposite poles of one axis."""
    return any({left.value, right.value} == set(poles) for poles in OPPOSITE)


def contrary_party(case: Case, left: Claim, right: Claim) -> bool:
    """An exclusive role filled by parties of different names; only a person's verdict brings such mentions together."""
    if left.scope not in EXCLUSIVE:
        return False
    ours, theirs = ([p for p in case.mention(c).mention.parties if p.role == c.scope] for c in (left, right))
    return all(case.book.match(a, b) < SAME_NAME for a in ours for b in theirs)


FIELDS: dict[str, Contrary] = {
    "status": contrary_status,
    "characterization": contrary_characterization,
    "amount": contrary_amount,
    "date": contrary_date,
    "place": contrary_place,
    "parties": contrary_party,
}
