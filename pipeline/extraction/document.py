"""The typed hand-overs between the stages of extraction.

text → sentences → entities and values (AnnotatedArticle) → candidates → filled drafts → EventMentions
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from schemas.article import Article
from schemas.evidence import Evidence
from schemas.mention import Amount, Characterization, EventDate, Place, Product, Quote
from schemas.vocabulary import Salience, Status, Voice

if TYPE_CHECKING:
    from pipeline.extraction.syntax import Syntax

EntityKind = Literal["org", "government", "person", "place", "product"]
SurfaceForm = Literal["name", "alias", "pronoun", "description"]


@dataclass(frozen=True)
class Sentence:
    """A sentence of the clean text; `block` tells where it stands, `quoted` whether it is all inside a quotation."""

    index: int
    start: int
    end: int
    block: Literal["headline", "lead", "body"]
    paragraph: int
    quoted: bool = False


@dataclass(frozen=True)
class Surface:
    """One place in the text where an entity is named, abbreviated, described or meant by a pronoun."""

    start: int
    end: int
    text: str
    form: SurfaceForm


@dataclass(frozen=True)
class Entity:
    """One company, authority, person, place or product of the document; `parent` is the entity_id of its owner.

    `name` is its fullest form; `entity_id` is made from the name without legal form, the same in every article.
    """

    entity_id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    surfaces: tuple[Surface, ...]
    parent: str | None = None
    title: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True)
class AnnotatedArticle:
    """An article with everything found in it before any event is looked for; values carry their evidence in `text`."""

    article: Article
    syntax: "Syntax"
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    dates: tuple[EventDate, ...] = ()
    amounts: tuple[Amount, ...] = ()
    places: tuple[Place, ...] = ()
    products: tuple[Product, ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Candidate:
    """A trigger phrase in a sentence that may tell an event of `type`; `frame` names the pattern that found it."""

    type: str
    subtype: str | None
    trigger: Evidence
    sentence: Sentence
    frame: str
    score: float


@dataclass(frozen=True)
class Argument:
    """An entity in a role of a candidate, and the words that name it there; `via` is the subsidiary acting for it."""

    role: str
    entity: Entity
    evidence: Evidence
    via: Entity | None = None


@dataclass(frozen=True)
class Signals:
    """What speaks for a draft: a trigger phrase's confidence, and what the learned core makes of its sentence.

    `told_*` is what the sentence alone says, `read_*` what is said once its window has been read for this event.
    """

    phrase: float = 0.0
    told_news: float = 0.0
    told_recap: float = 0.0
    read_news: float = 0.0
    read_recap: float = 0.0
    parties: float = 0.0


@dataclass(frozen=True)
class Draft:
    """A candidate with its slots filled from its sentence and neighbours; assembly joins drafts of one happening.

    `background` says that its words recall earlier history; what is no recap may still be no news where it stands.
    `refers_back` says that its sentence calls it by a noun for what has been told: "the round was led by".
    `status_is_said` says that words give its status, not the form of a verb alone.
    `telling` says how well its sentence tells the happening, among drafts of one maker; `chances`, where the learned core
    made it, how likely the words at a place name a party or a value of it, `statuses` what speaks
    for each status, `roles` how likely each party plays each role.
    """

    candidate: Candidate
    arguments: tuple[Argument, ...]
    status: Status
    voice: Voice
    said_by: str | None
    background: bool
    salience: Salience
    confidence: float
    dates: tuple[EventDate, ...] = ()
    amounts: tuple[Amount, ...] = ()
    places: tuple[Place, ...] = ()
    products: tuple[Product, ...] = ()
    quotes: tuple[Quote, ...] = ()
    characterizations: tuple[Characterization, ...] = field(default=())
    signals: Signals = field(default=Signals())
    telling: float = 0.0
    refers_back: bool = False
    status_is_said: bool = False
    statuses: Mapping[Status, float] = field(default_factory=dict)
    roles: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    chances: Mapping[tuple[int, int], float] = field(default_factory=dict)

    @property
    def names(self) -> frozenset[str]:
        """The parties by entity_id."""
        return frozenset(a.entity.entity_id for a in self.arguments)
