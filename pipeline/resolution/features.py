"""What two mentions are compared by: each function's docstring is its documentation, see `compare.FEATURES`.

Every feature lies in [-1, 1]: 1 speaks for one event, -1 for two, 0 says nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from pipeline.resolution.amounts import agree
from pipeline.resolution.geography import are_namesakes, places_fit
from pipeline.resolution.kinds import one_act
from pipeline.resolution.names import folded, is_description
from pipeline.resolution.parties import PartyBook
from pipeline.resolution.traits import Traits
from pipeline.resolution.wording import is_form, share
from schemas.dates import first_day
from schemas.mention import Party

Feature = Callable[["Pair"], float]
COMPLETED = 3
MONTHS = 45
# Within so many days one event is told in many words.
DAYS = 3
# The share of common words from which two sentences tell the same, and below which they have little in common.
ALIKE, FEW = 0.3, 0.2


Matched = tuple[tuple[tuple[Party, Party, float], ...], tuple[tuple[Party, ...], tuple[Party, ...]]]


@dataclass(frozen=True)
class Pair:
    """Two mentions and what all mentions together teach: who is who, and which places were told together."""

    left: Traits
    right: Traits
    matched: tuple[tuple[Party, Party, float], ...]
    left_over: tuple[tuple[Party, ...], tuple[Party, ...]]
    neighbours: frozenset[tuple[str, str]] = field(default=frozenset())

    @property
    def gap(self) -> int | None:
        """Days between the two, where both are dated."""
        if self.left.days is None or self.right.days is None:
            return None
        return self.left.days.gap(self.right.days)


def matched_parties(left: Traits, right: Traits, book: PartyBook) -> Matched:
    """One-to-one pairs of parties that may be the same, closest first, and those left over on either side."""
    ours, theirs = left.mention.parties, right.mention.parties
    pairs = book.aligned(left.signature, right.signature)
    used, taken = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
    over = [p for i, p in enumerate(ours) if i not in used], [p for j, p in enumerate(theirs) if j not in taken]
    return tuple((ours[i], theirs[j], close) for i, j, close in pairs), (tuple(over[0]), tuple(over[1]))


def parties(pair: Pair) -> float:
    """The principal parties are the same: 0 for all needed, -1 for half of them, -0.8 where each side has another."""
    found = len({a.name for a, _, _ in pair.matched})
    if found < (2 if pair.left.kind.pair or pair.right.kind.pair else 1):
        return -1.0
    return -0.8 if all(map(_telling, pair.left_over)) and pair.left.kind.pair else 0.0


def _telling(parties: tuple[Party, ...]) -> bool:
    """Whether a party beyond the common ones tells another event; an authority goes by too many names for that."""
    return any(party.role != "authority" and not is_description(party.name) for party in parties)


def thing(pair: Pair) -> float:
    """They are about the same thing, by the words of products, or by the target or person.

    0 where a word for its form is all that one says of it, -0.5 where they name other things, -1 where things are all
    that tells such events apart, and for two of a series.
    """
    if pair.left.marks and pair.right.marks and not pair.left.marks & pair.right.marks:
        return -1.0
    if pair.left.kind.party_is_object:
        subject = pair.left.kind.subject[0]
        return 1.0 if any(a.role == b.role == subject for a, b, _ in pair.matched) else 0.0
    if not pair.left.things or not pair.right.things:
        return 0.0
    common = share(pair.left.things, pair.right.things)
    if common or is_form(pair.left.things) or is_form(pair.right.things):
        return min(1.0, 1.5 * common)
    return -1.0 if pair.left.kind.objects[:1] == ("products",) and not pair.left.kind.pair else -0.5


def place(pair: Pair) -> float:
    """They happen at the same place: a common name; 0 where one may hold the other, -1 where they lie far apart.

    Where both name a town, the country around it says nothing.
    """
    towns = bool(pair.left.towns and pair.right.towns)
    ours, theirs = (side.town_names if towns else side.place_names for side in (pair.left, pair.right))
    if not ours or not theirs:
        return 0.0
    if ours & theirs and not (towns and _only_namesakes(pair)):
        return 1.0
    if any((a, b) in pair.neighbours for a in ours for b in theirs):
        return 0.0
    return places_fit(*(side.towns if towns else side.places for side in (pair.left, pair.right)))


def _only_namesakes(pair: Pair) -> bool:
    """Whether the towns of one name on both sides lie in different states."""
    alike = [(a, b) for a in pair.left.towns for b in pair.right.towns if folded(a.town) == folded(b.town)]
    return all(are_namesakes(a, b) for a, b in alike)


def time(pair: Pair) -> float:
    """They were told of the same days: 1 the same day, falling to 0 in six weeks, to -1 beyond the type's window."""
    gap = pair.gap
    if gap is None:
        return _weekdays(pair)
    spans = [days.last - days.first for days in (pair.left.days, pair.right.days) if days]
    for limit, value in ((0, 1.0 if max(spans) < 32 else 0.5), (1, 0.9), (3, 0.7), (14, 0.4), (MONTHS, 0.0)):
        if gap <= limit:
            return value
    return -0.3 if gap <= pair.left.kind.window else -1.0


def _weekdays(pair: Pair) -> float:
    """A bare weekday against the other's day: a little for, a little against."""
    for ours, theirs in ((pair.left, pair.right), (pair.right, pair.left)):
        if ours.weekday is not None and theirs.days and theirs.days.first == theirs.days.last:
            back = (theirs.days.first - 1 - ours.weekday) % 7
            return 0.4 if back <= 1 else 0.1 if theirs.days.told else -0.1
    return 0.4 if pair.left.weekday is not None and pair.left.weekday == pair.right.weekday else 0.0


def progress(pair: Pair) -> float:
    """The later one stands at a later stage: 0.4; at an earlier one, or by the texts' own days at the same one: -1.

    An undated recap happened before it was published, and counts where the other came months after that.
    """
    early, late = sorted((pair.left, pair.right), key=_known_by)
    if early.stage is None or late.stage is None or not late.days or late.days.first - _known_by(early) <= MONTHS:
        return 0.0
    if not early.days:
        return -1.0 if late.stage <= early.stage else 0.0
    if late.stage == early.stage:
        return -1.0 if late.stage >= COMPLETED or not (early.days.told or late.days.told) else -0.15
    return 0.4 if late.stage > early.stage else -1.0


def _known_by(own: Traits) -> int:
    """The last day by which its status held, as an ordinal; a far one where nothing tells."""
    if own.days:
        return own.days.last
    return first_day(own.report.published.value).toordinal() if own.report.published else date.max.toordinal()


def amount(pair: Pair) -> float:
    """They share a figure: 1, less for a common one; figures that differ say nothing here, they may be a conflict."""
    alike = [
        a for a in pair.left.mention.amounts for b in pair.right.mention.amounts if a.unit == b.unit and agree(a, b)
    ]
    telling = [a for a in alike if abs(a.value) >= 10 and not (a.unit == "percent" and a.value in {50, 51, 100})]
    return 1.0 if telling else 0.4 if alike else 0.0


def quote(pair: Pair) -> float:
    """They quote the same words."""
    return 1.0 if pair.left.quotes & pair.right.quotes else 0.0


def wording(pair: Pair) -> float:
    """Their evidence sentences share words, party names aside."""
    ours, theirs = pair.left.said, pair.right.said
    if not ours or not theirs:
        return 0.0
    return len(ours & theirs) / len(ours | theirs)


def copy(pair: Pair) -> float:
    """One article repeats the other, and this sentence with it."""
    same_voice = pair.left.report.voice_root == pair.right.report.voice_root
    return 1.0 if same_voice and wording(pair) >= 0.6 else 0.0


def label(pair: Pair) -> float:
    """They are told as one type of event: -1 for sibling types, as outlets name one act differently."""
    return 0.0 if pair.left.mention.type == pair.right.mention.type else -1.0


def act(pair: Pair) -> float:
    """They name one kind of act of a one-party type: 1 for one subtype, -1 for two, -0.5 where one leaves it open."""
    ours, theirs = pair.left.mention, pair.right.mention
    if pair.left.kind.pair or ours.type != theirs.type:
        return 0.0
    if ours.subtype is None or theirs.subtype is None:
        return -0.5
    if ours.subtype == theirs.subtype:
        return 1.0
    return 0.0 if one_act(ours.subtype, theirs.subtype) else -1.0


def another(pair: Pair) -> float:
    """One of them says that it is another, second or renewed one, and they are not of the same time."""
    gap = pair.gap
    if pair.left.another != pair.right.another and (gap is None or gap > 3):
        return -1.0
    return -1.0 if pair.left.renewal != pair.right.renewal and gap is not None and gap > MONTHS else 0.0
