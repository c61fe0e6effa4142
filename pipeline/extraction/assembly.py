"""Assembly: the drafts of an article joined into one mention for each happening."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pipeline.extraction.belongings import inside
from pipeline.extraction.document import Draft
from schemas.dates import contains
from schemas.taxonomy import TypeSpec
from schemas.vocabulary import PASSED, Salience, Status

_TWO_PARTIES = 2
_SALIENCES: tuple[Salience, ...] = ("headline", "body", "background")
_OPPOSED = {frozenset(("opening", "closure")), frozenset(("construction", "closure")), frozenset(("layoffs", "hiring"))}
_ALONE = 0.5
_LEAST = 0.01
NEWS_FLOOR = 0.45
BACKGROUND_FLOOR = 0.25
RECALLED_FLOOR = 0.35


@dataclass(frozen=True)
class Judgement:
    """The chances that a happening is news, and that it is a recap, and whether it is told as news."""

    news: float
    recap: float
    is_news: bool


@dataclass
class Happening:
    """Drafts that tell one happening.

    Where something has judged it, `judged` says what it is, `cast` who of those named is a party, and
    `roles` which part they play.
    """

    spec: TypeSpec
    drafts: list[Draft] = field(default_factory=list)
    judged: Judgement | None = None
    cast: frozenset[str] | None = None
    roles: Mapping[str, str] = field(default_factory=dict)

    @property
    def best(self) -> Draft:
        """The draft whose sentence states it best."""
        return min(self.drafts, key=_rank)

    @property
    def telling(self) -> Draft:
        """The draft whose words can be trusted for whose they are: headlines tell past and future in the present."""
        plain = [d for d in self.drafts if d.candidate.sentence.block != "headline"]
        return min((d for d in plain if not d.background), key=_rank, default=self.best)

    @property
    def status(self) -> Status:
        """How far it has come: what its drafts together speak for, those that tell it best the loudest."""
        votes: defaultdict[Status, float] = defaultdict(float)
        for draft in (d for d in self.drafts if d.background == self.background):
            for status, chance in draft.statuses.items():
                votes[status] += chance * max(_LEAST, draft.telling) ** 2
        return max(votes, key=votes.__getitem__) if votes else self.telling.status

    @property
    def background(self) -> bool:
        """Whether all that is said of it recalls earlier history."""
        return all(d.background for d in self.drafts)

    @property
    def salience(self) -> Salience:
        """What the article is about, other news further down, or earlier history."""
        said = min((d.salience for d in self.drafts), key=_SALIENCES.index)
        if self.judged is None:
            return said
        if not self.judged.is_news:
            return "background"
        if said != "background":
            return said
        return "body" if all(d.candidate.sentence.block == "body" for d in self.drafts) else "headline"

    @property
    def confidence(self) -> float:
        """The chance that it is what its salience says: as judged, else that any of its drafts is right."""
        if self.judged is not None:
            sure = self.judged.recap if self.salience == "background" else self.judged.news
            return round(min(sure, 0.99), 3)
        doubt = 1.0
        for draft in self.drafts:
            doubt *= 1 - draft.confidence
        return round(min(1 - doubt, 0.99), 3)

    @property
    def names(self) -> frozenset[str]:
        """The parties by entity_id."""
        return frozenset(a.entity.entity_id for d in self.drafts for a in d.arguments)

    @property
    def principals(self) -> frozenset[str]:
        """Its parties by entity_id: who was judged to be one, else all that are named."""
        return self.names if self.cast is None else self.cast

    def ranked(self) -> list[Draft]:
        """Its drafts, the one that tells it best first."""
        return sorted(self.drafts, key=_rank)


def _rank(draft: Draft) -> tuple[object, ...]:
    """Best first: news, then what tells it best, then what comes first."""
    return draft.background, -draft.telling, draft.candidate.trigger.start


def named_in(draft: Draft, most: int = _TWO_PARTIES) -> int:
    """How many of its parties are named in the draft's sentence, of so many that are looked for."""
    return min(sum(inside(a.evidence, draft.candidate.sentence) for a in draft.arguments), most)


def assemble(drafts: Iterable[Draft], types: Mapping[str, TypeSpec]) -> tuple[Happening, ...]:
    """Happenings with enough parties, in text order; two deals of one pair stay two where their dates differ."""
    happenings: list[Happening] = []
    for draft in sorted(drafts, key=_order):
        spec = types[draft.candidate.type]
        alike = [h for h in happenings if h.spec.type == spec.type]
        news = next((h for h in alike if _says_more_of(draft, h)), None)
        home = news or next((h for h in alike if _belongs(draft, h)), None)
        if home is None:
            home = Happening(spec)
            happenings.append(home)
        home.drafts.append(draft if news is None else _no_recap(draft))
    return tuple(sorted(filter(_is_whole, happenings), key=lambda h: h.best.candidate.trigger.start))


def _order(draft: Draft) -> tuple[object, ...]:
    """News first, of which recaps may say more; those that name most first."""
    return draft.background, -len({a.entity.entity_id for a in draft.arguments}), _rank(draft)


def _says_more_of(draft: Draft, happening: Happening) -> bool:
    """Whether what looks like a recap calls a deal that is news by a noun, and may say with whom: "the round was led by"."""
    if not (happening.spec.deal and draft.background and draft.refers_back) or happening.background:
        return False
    names = frozenset(a.entity.entity_id for a in draft.arguments)
    return _is_shared(names, happening) and not _dates_differ(draft, happening)


def _no_recap(draft: Draft) -> Draft:
    """A draft that says more of news: nothing earlier is recalled by it."""
    signals = replace(draft.signals, told_recap=0.0, read_recap=0.0)
    return replace(draft, background=False, signals=signals)


def is_told(happening: Happening) -> bool:
    """Whether a happening is sure enough to be reported: news raises alarms, a recap does not."""
    judged = happening.judged
    if judged is not None:
        return judged.is_news or judged.recap >= RECALLED_FLOOR
    return happening.confidence >= (BACKGROUND_FLOOR if happening.salience == "background" else NEWS_FLOOR)


def _is_whole(happening: Happening) -> bool:
    """Whether every role that the type needs is filled; one party is enough where its deal is told more likely than not."""
    spec = happening.spec
    filled = {a.role for d in happening.drafts for a in d.arguments}
    needed = all(role in filled for role, wanted in spec.roles.items() if wanted.min)
    alone = max(d.signals.told_news for d in happening.drafts) > _ALONE
    return needed and len(happening.names) >= (1 if alone else spec.min_parties)


def _belongs(draft: Draft, happening: Happening) -> bool:
    """Whether a draft tells the same happening: its parties are among the other's, and nothing speaks against it."""
    names = {a.entity.entity_id for a in draft.arguments}
    shared = names & happening.names
    if not shared or draft.background != happening.background or _dates_differ(draft, happening):
        return False
    if happening.spec.min_parties >= _TWO_PARTIES:
        return len(shared) >= _TWO_PARTIES or names <= happening.names
    return not _opposed(draft, happening) and not _places_differ(draft, happening)


def _is_shared(names: frozenset[str], happening: Happening) -> bool:
    """Whether a deal's parties may be those of a happening: one in common, or for a pair all that either names."""
    shared = names & happening.names
    if happening.spec.min_parties < _TWO_PARTIES:
        return bool(shared)
    return len(shared) >= _TWO_PARTIES or names <= happening.names or happening.names <= names


def _dates_differ(draft: Draft, happening: Happening) -> bool:
    """Whether both say when it happened, and neither date contains the other."""
    ours = [d.value for d in draft.dates if d.value and d.kind in PASSED]
    theirs = [d.value for other in happening.drafts for d in other.dates if d.value and d.kind in PASSED]
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
