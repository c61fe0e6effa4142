"""The course of an event: every status told of it in order, and the one that holds now."""

from collections.abc import Mapping, Sequence

from pipeline.resolution.traits import STAGES, Traits
from schemas.dates import PartialDate, first_day
from schemas.event import Progress
from schemas.vocabulary import Status

VOICES = {"unnamed": 0, "outlet": 1, "party": 2, "authority": 2}
NEAR_DAYS = 7
DENIED = len(STAGES)
Days = Mapping[str, PartialDate | None]


def stage(status: Status) -> int:
    """How late in the course of an event a status stands; a denial outweighs what it denies."""
    return STAGES.index(status) if status in STAGES else DENIED


def history(members: Sequence[Traits], days: Days) -> tuple[Progress, ...]:
    """Every status told, ordered by the day it holds for; those of an unknown day come first."""
    told = [
        Progress(
            status=own.mention.status,
            as_of=days[own.mention.mention_id],
            voice=own.mention.voice,
            mention_id=own.mention.mention_id,
        )
        for own in members
    ]
    return tuple(sorted(told, key=lambda entry: (entry.as_of or "", stage(entry.status), entry.mention_id)))


def current(members: Sequence[Traits], days: Days) -> Traits:
    """The mention whose status holds now.

    The newest among those told as news; within 7 days the better voice, then the later stage. Background and undated
    mentions never lower it; an undated one of no worse voice may raise it. Only a party or an authority can deny.
    """
    able = [own for own in members if own.mention.status != "denied" or VOICES[own.mention.voice] > 1] or list(members)
    news = [own for own in able if own.mention.salience != "background"] or able
    dated = [(first_day(day), own) for own in news if (day := days[own.mention.mention_id])]
    undated = [own for own in news if not days[own.mention.mention_id]]
    if not dated:
        return max(undated, key=_weight)
    newest = max(day for day, _ in dated)
    best = max((own for day, own in dated if (newest - day).days <= NEAR_DAYS), key=_weight)
    higher = [own for own in undated if _raises(own, best)]
    return max(higher, key=_weight) if higher else best


def _weight(own: Traits) -> tuple[int, int, str]:
    return VOICES[own.mention.voice], stage(own.mention.status), own.mention.mention_id


def _raises(own: Traits, best: Traits) -> bool:
    better_voice = VOICES[own.mention.voice] >= VOICES[best.mention.voice]
    return better_voice and stage(own.mention.status) > stage(best.mention.status)
