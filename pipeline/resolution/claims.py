"""Every value ever said of an event, by whom, as of when."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from pipeline.resolution.parties import SAME_NAME, bearer_of, closeness
from pipeline.resolution.progress import Days
from pipeline.resolution.traits import Traits
from schemas.event import Claim
from schemas.evidence import Evidence
from schemas.vocabulary import Voice

Said = tuple[str, str, str, Evidence]


def claims_of(members: Sequence[Traits], days: Days) -> tuple[Claim, ...]:
    """The claims of all members, withdrawn ones marked, ordered by field, scope, value and mention."""
    spokesmen = parties_of_speakers(members)
    found = {}
    for own in members:
        for said in values(own):
            claim = _claim(own, said, days, own.mention.voice, own.mention.said_by)
            found[claim.claim_id] = claim
        for trait in own.mention.characterizations:
            voice: Voice = "party" if spokesmen.get(trait.speaker or "") else "outlet"
            said = ("characterization", trait.axis, trait.pole, trait.evidence)
            claim = _claim(own, said, days, voice, trait.speaker)
            found[claim.claim_id] = claim
    return tuple(sorted(found.values(), key=lambda c: (c.field, c.scope, c.value, c.mention_id, c.claim_id)))


def values(own: Traits) -> Iterable[Said]:
    """The values of a mention as (field, scope, value, evidence), characterizations aside."""
    mention = own.mention
    yield "status", "", mention.status, mention.evidence
    for party in mention.parties:
        yield "parties", party.role, party.name, party.evidence
    for place in mention.places:
        yield "place", place.role, place.name, place.evidence
    for day in mention.dates:
        yield "date", day.kind, day.value or day.text, day.evidence
    for amount in mention.amounts:
        scope = f"{amount.kind}:{amount.scope}" if amount.scope else amount.kind
        yield "amount", scope, f"{number(amount.value)} {amount.unit}", amount.evidence
    for product in mention.products:
        yield "product", "", product.name, product.evidence


def number(value: float) -> str:
    """A number without a needless fraction."""
    return str(int(value)) if value == int(value) else repr(value)


def parties_of_speakers(members: Sequence[Traits]) -> Mapping[str, str]:
    """For each speaker who is a party of the event or speaks for one, that party's name."""
    parties = [party for own in members for party in own.mention.parties]
    found: dict[str, str] = {}
    for own in members:
        quoted = [(quote.speaker, quote.affiliation) for quote in own.mention.quotes]
        named = [(trait.speaker, None) for trait in own.mention.characterizations]
        for speaker, affiliation in (*quoted, *named):
            for name in (speaker, affiliation):
                held = [p.name for p in parties if name and _names(name, p.name, p.aliases)]
                if speaker and held:
                    found.setdefault(speaker, min(held))
    return found


def _names(spoken: str, name: str, aliases: tuple[str, ...]) -> bool:
    return closeness(bearer_of(spoken), bearer_of(name, aliases)) >= SAME_NAME


def _claim(own: Traits, said: Said, days: Days, voice: Voice, said_by: str | None) -> Claim:
    name, scope, value, evidence = said
    text = "\x1f".join((own.mention.mention_id, name, scope, value, said_by or "", str(evidence.start), evidence.space))
    return Claim(
        claim_id=hashlib.sha256(text.encode()).hexdigest()[:16],
        field=name,
        value=value,
        scope=scope,
        voice=voice,
        said_by=said_by,
        publisher=own.report.publisher,
        mention_id=own.mention.mention_id,
        article_id=own.report.article_id,
        path=own.report.path,
        as_of=days[own.mention.mention_id],
        evidence=evidence,
        first_seen=own.report.seen_at,
        last_seen=own.report.seen_at,
        withdrawn=own.report.withdrawn,
    )
