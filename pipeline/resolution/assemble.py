"""One Cluster record from each group of mentions."""

from collections import Counter
from collections.abc import Sequence

from pipeline.resolution import canonical
from pipeline.resolution.asof import Derivation, as_of, derive
from pipeline.resolution.claims import claims_of
from pipeline.resolution.cluster import Grouping
from pipeline.resolution.conflicts import conflicts_of
from pipeline.resolution.parties import PartyBook
from pipeline.resolution.progress import Days, current, history
from pipeline.resolution.records import Report
from pipeline.resolution.related import related_of
from pipeline.resolution.titles import title_of
from pipeline.resolution.traits import Traits
from schemas.event import Claim, Cluster, Conflict, Related, Source


def assemble(traits: Sequence[Traits], grouping: Grouping, beside: Sequence[Report] = ()) -> tuple[Cluster, ...]:
    """The clusters of a grouping, in the order of their origins; they may be related to mentions `beside` them."""
    groups = [[traits[i] for i in members] for members in grouping.groups]
    derived = [derive(live(members)) for members in groups]
    days = {
        own.mention.mention_id: as_of(own, known)
        for members, known in zip(groups, derived, strict=True)
        for own in members
    }
    related = related_of(traits, grouping, days, beside)
    return tuple(
        _cluster(members, known, days, related.get(numbers[0], ()))
        for members, known, numbers in zip(groups, derived, grouping.groups, strict=True)
    )


def live(members: Sequence[Traits]) -> list[Traits]:
    """The members whose article still stands; all where none does, so that a retracted event keeps its values."""
    return [own for own in members if not own.report.withdrawn] or list(members)


def _cluster(
    members: Sequence[Traits], derived: dict[int, Derivation], days: Days, related: tuple[Related, ...]
) -> Cluster:
    standing = live(members)
    claims = claims_of(members, days)
    book = PartyBook([own.mention for own in standing])
    conflicts = conflicts_of(standing, claims, book)
    event_type, subtype = leading_type(standing)
    alike = [own for own in standing if own.mention.type == event_type]
    parties = canonical.parties_of(alike, book)
    places, products = canonical.places_of(standing), canonical.products_of(standing)
    about = {"places": [place.name for place in places], "products": [product.name for product in products]}
    return Cluster(
        origin=members[0].mention.mention_id,
        mention_ids=tuple(own.mention.mention_id for own in members),
        type=event_type,
        subtype=subtype,
        status=current(standing, days).mention.status,
        history=history(standing, days),
        title=title_of(alike, event_type, subtype, parties, about),
        parties=parties,
        places=places,
        dates=canonical.dates_of(standing, derived),
        amounts=canonical.amounts_of(standing, refused(conflicts, claims, standing)),
        products=products,
        quotes=canonical.quotes_of(standing),
        claims=claims,
        conflicts=conflicts,
        related=related,
        sources=sources_of(members),
    )


def leading_type(members: Sequence[Traits]) -> tuple[str, str | None]:
    """The type that most mentions give, those that tell it as news first, and its most told subtype."""
    told = Counter[str]()
    for own in members:
        told[own.mention.type] += 1 + 1000 * (own.mention.salience != "background")
    leading = max(told, key=lambda name: (told[name], name))
    subtypes = Counter(own.mention.subtype for own in members if own.mention.type == leading and own.mention.subtype)
    return leading, max(subtypes, key=lambda name: (subtypes[name], name)) if subtypes else None


def refused(conflicts: Sequence[Conflict], claims: Sequence[Claim], members: Sequence[Traits]) -> frozenset[str]:
    """The figures that conflicts decide against, as their reprs."""
    against = {claim_id for conflict in conflicts if conflict.field == "amount" for claim_id in conflict.against}
    told = {(claim.mention_id, claim.evidence) for claim in claims if claim.claim_id in against}
    return frozenset(
        repr(amount)
        for own in members
        for amount in own.mention.amounts
        if (own.mention.mention_id, amount.evidence) in told
    )


def sources_of(members: Sequence[Traits]) -> tuple[Source, ...]:
    """Every standing source, earliest publication first; of copies of one text only one is independent."""
    standing = [own for own in members if not own.report.withdrawn]
    ranked = sorted(standing, key=lambda own: (own.report.copy_of is not None, own.report.path, own.mention.mention_id))
    firsts: dict[str, str] = {}
    for own in ranked:
        firsts.setdefault(own.report.voice_root, own.report.article_id)
    ordered = sorted(standing, key=lambda own: (_published(own) or "9999", own.report.path, own.mention.mention_id))
    return tuple(_source(own, firsts[own.report.voice_root] == own.report.article_id) for own in ordered)


def _published(own: Traits) -> str | None:
    return own.report.published.value if own.report.published else None


def _source(own: Traits, independent: bool) -> Source:
    return Source(
        path=own.report.path,
        article_id=own.report.article_id,
        mention_id=own.mention.mention_id,
        publisher=own.report.publisher,
        published=_published(own),
        salience=own.mention.salience,
        status=own.mention.status,
        confidence=own.mention.confidence,
        evidence=own.mention.evidence,
        independent=independent,
    )
