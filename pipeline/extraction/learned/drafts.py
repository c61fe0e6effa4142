"""Proposals of the learned core as drafts: its tags laid over the names and values that the article was found to hold."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extraction.belongings import inside, quotes_of, with_kind
from pipeline.extraction.document import Argument, Candidate, Draft, Sentence, Signals
from pipeline.extraction.happening import named_in
from pipeline.extraction.learned.core import Proposal
from pipeline.extraction.learned.found_names import joined_names, runs_of
from pipeline.extraction.learned.tags import Tags
from pipeline.extraction.mentions import Named
from pipeline.extraction.reading import Reading
from pipeline.extraction.slots import with_owners
from pipeline.extraction.status import voice_of
from schemas.evidence import Evidence
from schemas.vocabulary import Salience, Status

_ROLE = 0.65
_VALUE = 0.5
_PLACES = {"lead": 0.15, "body": 0.0, "headline": -0.3}
_SAID = 0.6
_PLAYED = 0.3
_RECALLED = 0.5


@dataclass(frozen=True)
class Cast:
    """How sure the core is that an entity plays a role, and where it is most sure."""

    role: str
    chance: float
    named: Named


def draft_of(proposal: Proposal, reading: Reading, phrase: Draft | None = None) -> Draft | None:
    """A proposal with its parties and values; None where it names nobody.

    `phrase` is what a trigger phrase of the sentence makes of it: its status and roles count beside the core's.
    """
    tags = Tags(proposal, reading.sentences)
    sentence = reading.sentences[proposal.sentence]
    news, recap = chances_of(proposal)
    candidate = _candidate(proposal, sentence, reading, max(news, recap))
    read = _nearer(tuple(_arguments(tags, candidate, reading, phrase)), phrase, sentence)
    arguments = with_owners(read, candidate, reading)
    if not arguments:
        return None
    salience: Salience = "background" if recap > news else _place(proposal)
    statuses = _statuses(proposal, phrase)
    status = max(statuses, key=statuses.__getitem__)
    voice, said_by = voice_of(candidate, arguments, reading)
    dates = [d for d in reading.annotated.dates if _belongs(d.evidence, "date", tags)]
    draft = Draft(
        candidate=candidate,
        arguments=arguments,
        status=status,
        voice=voice,
        said_by=said_by,
        background=salience == "background",
        salience=salience,
        confidence=max(news, recap),
        signals=replace(signals_of(proposal, phrase), parties=_parties_chance(arguments, tags)),
        dates=tuple(with_kind(d, status, reading, sentence) for d in dates),
        amounts=tuple(a for a in reading.annotated.amounts if _belongs(a.evidence, "amount", tags)),
        places=tuple(p for p in reading.annotated.places if _belongs(p.evidence, "place", tags)),
        products=tuple(p for p in reading.annotated.products if _belongs(p.evidence, "product", tags)),
        quotes=quotes_of(candidate, reading),
        refers_back=reading.refers_to(candidate.type, sentence),
        statuses=statuses,
        roles={a.entity.entity_id: tags.roles(a.evidence.start, a.evidence.end) for a in arguments},
        chances=dict([*_party_chances(arguments, tags), *_value_chances(tags, reading)]),
    )
    return replace(draft, telling=telling_of(draft, reading))


def telling_of(draft: Draft, reading: Reading) -> float:
    """How sure the core is of its sentence, whom that names, where it stands; quotations tell a happening worse."""
    sentence, signals = draft.candidate.sentence, draft.signals
    needed = reading.lexicons.types[draft.candidate.type].spec.min_parties
    sure = signals.told_news + 0.1 * signals.phrase + 0.15 * named_in(draft, needed)
    return sure - 0.3 * sentence.quoted + _PLACES[sentence.block]


def _nearer(read: tuple[Argument, ...], phrase: Draft | None, sentence: Sentence) -> tuple[Argument, ...]:
    """The arguments read; those of a role that all stand elsewhere give way to whom the phrase finds in the sentence.

    The core seldom sees whom "the company" means; what the sentence calls so is nearer than a name in the headline.
    """
    here = [a for a in phrase.arguments if inside(a.evidence, sentence) and _is_described(a)] if phrase else []
    far = {a.role for a in here} - {a.role for a in read if inside(a.evidence, sentence)}
    known = {a.entity.entity_id for a in here if a.role in far}
    kept = [a for a in read if a.role not in far and a.entity.entity_id not in known]
    return (*kept, *(a for a in here if a.role in far))


def _is_described(argument: Argument) -> bool:
    """Whether an argument is meant by a pronoun or a description where it stands."""
    return argument.evidence.text not in (argument.entity.name, *argument.entity.aliases)


def _statuses(proposal: Proposal, phrase: Draft | None) -> dict[Status, float]:
    """How much speaks for each status: the core, and words of the sentence; of a verb's form the core knows more."""
    chances = dict(proposal.status)
    if phrase is not None and phrase.status_is_said:
        chances[phrase.status] += _SAID
    return chances


def weight_of(phrase: Draft | None) -> float:
    """How much a phrase speaks for news."""
    return phrase.confidence * (_RECALLED if phrase.background else 1.0) if phrase else 0.0


def signals_of(proposal: Proposal, phrase: Draft | None) -> Signals:
    """What the core makes of a proposal, beside what a phrase says."""
    return Signals(
        phrase=weight_of(phrase),
        told_news=proposal.told["news"],
        told_recap=proposal.told["recap"],
        read_news=proposal.salience["headline"] + proposal.salience["body"],
        read_recap=proposal.salience["background"],
    )


def _parties_chance(arguments: tuple[Argument, ...], tags: Tags) -> float:
    """How sure the core is of the second party that it is surest of, or of the only one."""
    chances = sorted((chance for _, chance in _party_chances(arguments, tags)), reverse=True)
    return chances[min(1, len(chances) - 1)]


def chances_of(proposal: Proposal) -> tuple[float, float]:
    """The chances that it is news, and that it is a recap: what the sentence says, and what the window says of it."""
    salience = proposal.salience
    news = (proposal.told["news"] * (salience["headline"] + salience["body"])) ** 0.5
    return news, (proposal.told["recap"] * salience["background"]) ** 0.5


def _place(proposal: Proposal) -> Salience:
    """Whether news is what the article is about, or stands further down."""
    return "headline" if proposal.salience["headline"] >= proposal.salience["body"] else "body"


def _candidate(proposal: Proposal, sentence: Sentence, reading: Reading, score: float) -> Candidate:
    """The candidate, its trigger the phrase of the type that stands in the sentence, else the sentence itself."""
    lexicon = reading.lexicons.types[proposal.type]
    hits = lexicon.told(reading.plain, sentence.start, sentence.end)
    hit = max(hits, key=lambda h: (h.meaning.score, h.end - h.start), default=None)
    hinted = next(lexicon.hinted(reading.plain, sentence.start, sentence.end), None)
    start, end = (hit.start, hit.end) if hit else (sentence.start, sentence.end)
    return Candidate(
        type=proposal.type,
        subtype=(hit.meaning.subtype if hit else None) or hinted,
        trigger=Evidence.cut(reading.text, start, end),
        sentence=sentence,
        frame=hit.meaning.phrase if hit else "",
        score=score,
    )


def _arguments(tags: Tags, candidate: Candidate, reading: Reading, phrase: Draft | None) -> Iterator[Argument]:
    """The entities that the tags give a role."""
    spec, sentence = reading.lexicons.types[candidate.type].spec, candidate.sentence
    said = {a.entity.entity_id: a.role for a in phrase.arguments} if phrase else {}
    best: dict[str, Cast] = {}
    for named in _named(tags, reading, frozenset(spec.roles)):
        chances = {role: chance for role, chance in tags.roles(named.start, named.end).items() if role in spec.roles}
        cast = _cast(chances, said.get(named.entity.entity_id), named)
        known = best.get(named.entity.entity_id)
        if known is None or _preference(cast, sentence) > _preference(known, sentence):
            best[named.entity.entity_id] = cast
    for cast in best.values():
        if cast.chance >= _ROLE:
            yield Argument(cast.role, cast.named.entity, Evidence.cut(reading.text, cast.named.start, cast.named.end))


def _cast(chances: dict[str, float], said: str | None, named: Named) -> Cast:
    """The role that the core and the phrase together make most likely, where the core is as sure as it is."""
    likeliest = max(chances, key=lambda role: chances[role] + _PLAYED * (role == said))
    return Cast(likeliest, sum(chances.values()), named)


def _preference(cast: Cast, sentence: Sentence) -> tuple[bool, float]:
    """Names of the sentence itself first, then those that the core is surest of."""
    here = sentence.start <= cast.named.start < sentence.end
    return here and cast.chance >= _ROLE, cast.chance


def _named(tags: Tags, reading: Reading, roles: frozenset[str]) -> Iterator[Named]:
    """The names of the sentences that were read."""
    runs = runs_of(tags, roles)
    for number in sorted(tags.sentences):
        yield from joined_names(runs, reading.cast.in_sentence(reading.sentences[number]), reading)


def _party_chances(arguments: tuple[Argument, ...], tags: Tags) -> Iterator[tuple[tuple[int, int], float]]:
    """How likely the words that name each party name one."""
    for start, end in ((a.evidence.start, a.evidence.end) for a in arguments):
        yield (start, end), sum(tags.roles(start, end).values())


def _value_chances(tags: Tags, reading: Reading) -> Iterator[tuple[tuple[int, int], float]]:
    """How likely the words of each amount, place and date that was read are a value of the event."""
    found = reading.annotated
    for tag, values in (("amount", found.amounts), ("place", found.places), ("date", found.dates)):
        for evidence in (value.evidence for value in values if value.evidence.space == "text"):
            yield (evidence.start, evidence.end), tags.chance(evidence.start, evidence.end, tag)


def _belongs(evidence: Evidence, tag: str, tags: Tags) -> bool:
    """Whether a value belongs to the event."""
    return evidence.space == "text" and tags.chance(evidence.start, evidence.end, tag) >= _VALUE
