"""Assembly: the drafts of an article joined into one mention for each happening."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.extraction.document import Draft
from schemas.dates import contains
from schemas.taxonomy import TypeSpec
from schemas.vocabulary import Salience

_TWO_PARTIES = 2
_BLOCKS = {"headline": 0, "lead": 1, "body": 2}
_OPPOSED = {frozenset(("opening", "closure")), frozenset(("construction", "closure")), frozenset(("layoffs", "hiring"))}
NEWS_FLOOR = 0.45
BACKGROUND_FLOOR = 0.25


@dataclass
class Happening:
    """Drafts that tell one happening; the first is the one that tells it best."""

    spec: TypeSpec
    drafts: list[Draft] = field(default_factory=list)

    @property
    def best(self) -> Draft:
        """The draft whose sentence states it best."""
        return min(self.drafts, key=_rank)

    @property
    def telling(self) -> Draft:
        """The draft whose tense can be trusted for the status: headlines tell past and future in the present."""
        plain = [d for d in self.drafts if d.candidate.sentence.block != "headline"]
        return min((d for d in plain if not d.background), key=_rank, default=self.best)

    @property
    def background(self) -> bool:
        """Whether all that is said of it recalls earlier history."""
        return all(d.background for d in self.drafts)

    @property
    def salience(self) -> Salience:
        """What the article is about, other news further down, or earlier history."""
        news = [d for d in self.drafts if not d.background]
        if any(d.candidate.sentence.block != "body" for d in news):
            return "headline"
        return "body" if any(d.fresh for d in news) else "background"

    @property
    def confidence(self) -> float:
        """The chance that any of its drafts is right."""
        doubt = 1.0
        for draft in self.drafts:
            doubt *= 1 - draft.confidence
        return round(min(1 - doubt, 0.99), 3)

    @property
    def names(self) -> frozenset[str]:
        """The parties by entity_id."""
        return frozenset(a.entity.entity_id for d in self.drafts for a in d.arguments)

    def ranked(self) -> list[Draft]:
        """Its drafts, the one that tells it best first."""
        return sorted(self.drafts, key=_rank)


def _rank(draft: Draft) -> tuple[object, ...]:
    """Best first: news, with its parties named in the sentence, unquoted, by a telling phrase, near the top."""
    sentence = draft.candidate.sentence
    named = sum(sentence.start <= a.evidence.start < sentence.end for a in draft.arguments)
    return (
        draft.background,
        -min(named, _TWO_PARTIES),
        sentence.quoted,
        -draft.candidate.score,
        _BLOCKS[sentence.block] == _BLOCKS["body"],
        -draft.confidence,
        draft.candidate.trigger.start,
    )


def assemble(drafts: Iterable[Draft], types: Mapping[str, TypeSpec]) -> tuple[Happening, ...]:
    """Happenings with enough parties and confidence; two deals of one pair stay two where their dates differ."""
    happenings: list[Happening] = []
    for draft in sorted(drafts, key=lambda d: (-len({a.entity.entity_id for a in d.arguments}), _rank(d))):
        spec = types[draft.candidate.type]
        home = next((h for h in happenings if h.spec.type == spec.type and _belongs(draft, h)), None)
        if home is None:
            home = Happening(spec)
            happenings.append(home)
        home.drafts.append(draft)
    told = [h for h in happenings if _is_whole(h) and h.confidence >= _floor(h)]
    return tuple(sorted(told, key=lambda h: h.best.candidate.trigger.start))


def _floor(happening: Happening) -> float:
    """The least confidence: news raises alarms, a recap does not."""
    return BACKGROUND_FLOOR if happening.salience == "background" else NEWS_FLOOR


def _is_whole(happening: Happening) -> bool:
    """Whether every role that the type needs is filled."""
    spec, best = happening.spec, happening
    filled = {a.role for d in best.drafts for a in d.arguments}
    needed = all(role in filled for role, wanted in spec.roles.items() if wanted.min)
    return needed and len(happening.names) >= spec.min_parties


def _belongs(draft: Draft, happening: Happening) -> bool:
    """Whether a draft tells the same happening: its parties are among the other's, and nothing speaks against it."""
    names = {a.entity.entity_id for a in draft.arguments}
    shared = names & happening.names
    if not shared or draft.background != happening.background or _dates_differ(draft, happening):
        return False
    if happening.spec.min_parties >= _TWO_PARTIES:
        return len(shared) >= _TWO_PARTIES or names <= happening.names
    return not _opposed(draft, happening) and not _places_differ(draft, happening)


def _dates_differ(draft: Draft, happening: Happening) -> bool:
    """Whether both say when it happened, and neither date contains the other."""
    ours = [d.value for d in draft.dates if d.value and d.kind in ("announced", "occurred")]
    theirs = [
        d.value for other in happening.drafts for d in other.dates if d.value and d.kind in ("announced", "occurred")
    ]
    return bool(ours and theirs) and not any(contains(a, b) or contains(b, a) for a in ours for b in theirs)


def _opposed(draft: Draft, happening: Happening) -> bool:
    """Whether one opens what the other closes."""
    return any(
        frozenset((draft.candidate.subtype or "", d.candidate.subtype or "")) in _OPPOSED for d in happening.drafts
    )


def _places_differ(draft: Draft, happening: Happening) -> bool:
    """Whether both name places, and none in common."""
    ours = {p.name for p in draft.places}
    theirs = {p.name for d in happening.drafts for p in d.places}
    return "places" in happening.spec.object_fields and bool(ours and theirs) and not ours & theirs
