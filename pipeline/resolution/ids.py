"""Which event id a cluster keeps: largest overlap, then oldest; the same for every order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """An event as the ledger knows it: its mentions, and its age as any number that grows with every id minted."""

    mention_ids: frozenset[str]
    minted: int


@dataclass(frozen=True)
class Carried:
    """The event id of each cluster, by the cluster's position; what became of ids that no cluster keeps.

    A redirect leads to the event that now holds most of the id's mentions; an id whose mentions are all gone is `lost`.
    """

    event_ids: tuple[str, ...]
    redirects: dict[str, str]
    lost: tuple[str, ...]


def carry_ids(
    old: Mapping[str, Known], clusters: Sequence[frozenset[str]], mint: Callable[[frozenset[str]], str]
) -> Carried:
    """Give each cluster the id of the known event that it overlaps most, the oldest among equals, or a minted one."""
    ranked = sorted(
        (-len(known.mention_ids & members), known.minted, event_id, sorted(members), position)
        for event_id, known in old.items()
        for position, members in enumerate(clusters)
        if known.mention_ids & members
    )
    kept: dict[int, str] = {}
    for _, _, event_id, _, position in ranked:
        if position not in kept and event_id not in kept.values():
            kept[position] = event_id
    ids = tuple(kept[position] if position in kept else mint(members) for position, members in enumerate(clusters))
    gone = sorted(old.keys() - kept.values())
    heirs = {event_id: _heir(old[event_id], clusters) for event_id in gone}
    redirects = {event_id: ids[position] for event_id, position in heirs.items() if position is not None}
    return Carried(ids, redirects, tuple(event_id for event_id in gone if event_id not in redirects))


def _heir(known: Known, clusters: Sequence[frozenset[str]]) -> int | None:
    """The position of the cluster that holds most of an event's mentions, none where no cluster holds any."""
    shares = [
        (-len(known.mention_ids & members), sorted(members), position) for position, members in enumerate(clusters)
    ]
    best = min(shares, default=(0, [], 0))
    return best[2] if best[0] else None
