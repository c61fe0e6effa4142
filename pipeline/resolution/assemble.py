"""One Cluster record from each group of mentions."""

from collections.abc import Sequence

from pipeline.resolution.cluster import Grouping
from pipeline.resolution.parties import PartyBook
from pipeline.resolution.traits import Traits
from schemas.event import Cluster, Progress, Source


def assemble(traits: Sequence[Traits], grouping: Grouping, book: PartyBook) -> tuple[Cluster, ...]:
    """The clusters of a grouping, in the order of their origins."""
    return tuple(_cluster([traits[i] for i in members], book) for members in grouping.groups)


def _cluster(members: Sequence[Traits], book: PartyBook) -> Cluster:
    first = members[0].mention
    return Cluster(
        origin=first.mention_id,
        mention_ids=tuple(own.mention.mention_id for own in members),
        type=first.type,
        subtype=first.subtype,
        status=first.status,
        history=tuple(
            Progress(status=own.mention.status, as_of=None, voice=own.mention.voice, mention_id=own.mention.mention_id)
            for own in members
        ),
        title=f"{first.parties[0].name}: {own_label(members[0])}",
        parties=first.parties,
        sources=tuple(
            Source(
                path=own.report.path,
                article_id=own.report.article_id,
                mention_id=own.mention.mention_id,
                publisher=own.report.publisher,
                published=own.report.published.value if own.report.published else None,
                salience=own.mention.salience,
                status=own.mention.status,
                evidence=own.mention.evidence,
                independent=own.report.copy_of is None,
            )
            for own in members
            if not own.report.withdrawn
        ),
    )


def own_label(own: Traits) -> str:
    """The label of the mention's type."""
    return own.kind.label
