"""From a cluster to an event's next revision: whether anything changed, and what kind of change it is. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.resolution.records import Report
from schemas.event import Cluster, Event, Novelty, Related, RevisionKind, Versions

VALUES = ("parties", "places", "dates", "amounts", "products")
CORROBORATED, CHANGED, FIRST = 20, 60, 100


def revised(
    event_id: str,
    cluster: Cluster,
    before: Event | None,
    reports: Sequence[Report],
    homes: Mapping[str, str],
    versions: Versions,
) -> Event | None:
    """The event's next revision, or None where the cluster says nothing that the last one did not."""
    content = cluster.model_dump(exclude={"origin", "mention_ids", "related"})
    links = {(homes[link.event_id], link.kind) for link in cluster.related if link.event_id in homes}
    content["related"] = [Related(event_id=name, kind=kind) for name, kind in sorted(links) if name != event_id]
    seen = [report.seen_at for report in reports]
    draft = Event(
        event_id=event_id,
        revision=before.revision + 1 if before else 1,
        revision_kind="new",
        novelty=Novelty(score=FIRST),
        first_seen=min([*seen, *([before.first_seen] if before else [])]),
        last_seen=max(seen),
        versions=versions,
        **content,
    )
    if all(report.withdrawn for report in reports):
        return None if before is None or before.revision_kind == "retracted" else retracted(before)
    if before is None:
        return draft.model_copy(update={"novelty": Novelty(score=FIRST, adds=tuple(_filled(draft)))})
    if _content(draft) == _content(before) and before.revision_kind != "retracted":
        return None
    kind, adds = change(before, draft)
    return draft.model_copy(update={"revision_kind": kind, "novelty": Novelty(score=score(kind, adds), adds=adds)})


def change(before: Event, after: Event) -> tuple[RevisionKind, tuple[str, ...]]:
    """What kind of change leads from one revision to the next, and which fields gained values."""
    adds = tuple(name for name in VALUES if _words(after, name) - _words(before, name))
    if before.status != after.status:
        adds = ("status", *adds)
    if {c.field for c in after.conflicts} - {c.field for c in before.conflicts}:
        return "conflict", adds
    if {c.claim_id for c in after.claims if c.withdrawn} - {c.claim_id for c in before.claims if c.withdrawn}:
        return "corrected", adds
    if adds or any(_words(before, name) - _words(after, name) for name in VALUES):
        return "changed", adds
    return "corroborated", ()


def score(kind: RevisionKind, adds: Sequence[str]) -> int:
    """How new a revision is, in 0 to 100: little where a source only repeats, more the more it adds."""
    return min(CHANGED + 10 * len(adds), FIRST) if adds or kind in {"conflict", "corrected"} else CORROBORATED


def redirected(event: Event, heir: str) -> Event:
    """The tombstone of an event that is now part of another."""
    return event.model_copy(update={"revision": event.revision + 1, "revision_kind": "changed", "merged_into": heir})


def retracted(event: Event) -> Event:
    """The event without a live source: as it was told, all claims withdrawn."""
    claims = tuple(claim.model_copy(update={"withdrawn": True}) for claim in event.claims)
    update = {"revision": event.revision + 1, "revision_kind": "retracted", "novelty": Novelty(score=0)}
    return event.model_copy(update={**update, "claims": claims})


def _filled(event: Event) -> list[str]:
    return [name for name in VALUES if getattr(event, name)]


def _words(event: Event, name: str) -> set[str]:
    fields = ("role", "town" if name == "places" else "name", "kind", "value", "unit")
    return {str([getattr(value, f, None) for f in fields]) for value in getattr(event, name)}


def _content(event: Event) -> dict[str, Any]:
    return event.model_dump(
        exclude={"revision", "revision_kind", "novelty", "first_seen", "last_seen", "versions", "merged_into"}
    )
