"""Standing: which entity is named where, so that the stages behind entity typing can ask for neighbours."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.extraction.document import Entity, EntityKind, SurfaceForm


@dataclass(frozen=True)
class Named:
    """One place where an entity is named."""

    start: int
    end: int
    entity: Entity
    text: str = ""
    form: SurfaceForm = "name"


class Standing:
    """The names of a document in text order."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        named = (Named(s.start, s.end, e, s.text, s.form) for e in entities for s in e.surfaces)
        self.all = sorted(named, key=lambda n: (n.start, -n.end))
        self._starts = [n.start for n in self.all]

    def within(self, start: int, end: int, *kinds: EntityKind) -> list[Named]:
        """The names of these kinds that begin in `start:end`."""
        found = self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [n for n in found if not kinds or n.entity.kind in kinds]

    def at(self, start: int, *kinds: EntityKind) -> Named | None:
        """The name that begins here, or up to two characters on."""
        return next(iter(self.within(start, start + 3, *kinds)), None)

    def ending_at(self, end: int, *kinds: EntityKind) -> Named | None:
        """The name that ends here."""
        return next((n for n in self.within(max(0, end - 90), end, *kinds) if n.end == end), None)

    def last_before(self, place: int, *kinds: EntityKind, reach: int = 100_000) -> Named | None:
        """The last name of these kinds that ends before a place."""
        found = [n for n in self.within(max(0, place - reach), place, *kinds) if n.end <= place]
        return found[-1] if found else None
