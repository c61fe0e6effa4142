"""Happenings: what an article tells once or several times, and what its drafts together say of it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.extraction.belongings import inside
from pipeline.extraction.document import Draft
from schemas.taxonomy import TypeSpec
from schemas.vocabulary import Salience, Status

TWO_PARTIES = 2
_SALIENCES: tuple[Salience, ...] = ("headline", "body", "background")
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
        return min(self.drafts, key=rank)

    @property
    def telling(self) -> Draft:
        """The draft whose words can be trusted for whose they are: headlines tell past and future in the present."""
        plain = [d for d in self.drafts if d.candidate.sentence.block != "headline"]
        return min((d for d in plain if not d.background), key=rank, default=self.best)

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
        return frozenset().union(*(d.names for d in self.drafts))

    @property
    def principals(self) -> frozenset[str]:
        """Its parties by entity_id: who was judged to be one, else all that are named."""
        return self.names if self.cast is None else self.cast

    def ranked(self) -> list[Draft]:
        """Its drafts, the one that tells it best first."""
        return sorted(self.drafts, key=rank)


def rank(draft: Draft) -> tuple[object, ...]:
    """Best first: news, then what tells it best, then what comes first."""
    return draft.background, -draft.telling, draft.candidate.trigger.start


def named_in(draft: Draft, most: int = TWO_PARTIES) -> int:
    """How many of its parties are named in the draft's sentence, of so many that are looked for."""
    return min(sum(inside(a.evidence, draft.candidate.sentence) for a in draft.arguments), most)


def is_told(happening: Happening) -> bool:
    """Whether a happening is sure enough to be reported: news raises alarms, a recap does not."""
    judged = happening.judged
    if judged is not None:
        return judged.is_news or judged.recap >= RECALLED_FLOOR
    return happening.confidence >= (BACKGROUND_FLOOR if happening.salience == "background" else NEWS_FLOOR)
