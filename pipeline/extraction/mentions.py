"""Where the entities of an article stand, sentence by sentence: what slots are filled from."""

from bisect import bisect_left
from dataclasses import dataclass

from pipeline.extraction.document import AnnotatedArticle, Entity, Sentence, SurfaceForm


@dataclass(frozen=True)
class Named:
    """One surface of an entity."""

    start: int
    end: int
    form: SurfaceForm
    entity: Entity


class Cast:
    """All entities of an article by place, the longest where surfaces overlap."""

    def __init__(self, annotated: AnnotatedArticle) -> None:
        self.by_id = {entity.entity_id: entity for entity in annotated.entities}
        surfaces = sorted(
            (Named(s.start, s.end, s.form, entity) for entity in annotated.entities for s in entity.surfaces),
            key=lambda n: (n.start, -n.end),
        )
        self._named: list[Named] = []
        for named in surfaces:
            if not self._named or named.start >= self._named[-1].end:
                self._named.append(named)
        self._starts = [n.start for n in self._named]

    def within(self, start: int, end: int) -> list[Named]:
        """The surfaces that begin in `start:end`, in text order."""
        return self._named[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def in_sentence(self, sentence: Sentence) -> list[Named]:
        """The surfaces of one sentence."""
        return self.within(sentence.start, sentence.end)

    def focus(self, sentences: tuple[Sentence, ...]) -> list[Entity]:
        """The organizations named in headline and lead, the most often named in the article first."""
        seen: dict[str, Entity] = {}
        for sentence in sentences:
            if sentence.block != "body":
                for named in self.in_sentence(sentence):
                    if named.entity.kind == "org":
                        seen.setdefault(named.entity.entity_id, named.entity)
        return sorted(seen.values(), key=lambda entity: -len(entity.surfaces))
