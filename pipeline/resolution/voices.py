"""Whose word a claim is, and which of two words weighs more."""

from collections.abc import Sequence

from pipeline.resolution.names import folded
from pipeline.resolution.progress import VOICES
from pipeline.resolution.traits import Traits
from schemas.event import Claim

REASONS = {"party": "a party's own word", "authority": "an authority's word", "outlet": "the outlet's own report"}


class Voices:
    """Tells the voices of one event's claims apart: a copy speaks with its original's voice, an outlet with one."""

    def __init__(self, members: Sequence[Traits]) -> None:
        """Learn which article speaks with whose voice."""
        publishers = {own.report.article_id: own.report.publisher for own in members}
        self._root = {
            own.mention.mention_id: folded(publishers.get(own.report.voice_root) or "") or own.report.voice_root
            for own in members
        }

    def root(self, claim: Claim) -> str:
        """The source that a claim comes from."""
        return self._root[claim.mention_id]

    def differ(self, left: Claim, right: Claim) -> bool:
        """Whether two claims come from independent sources, or from two speakers of one."""
        if self.root(left) != self.root(right):
            return True
        return folded(left.said_by or "") != folded(right.said_by or "")

    def count(self, claims: Sequence[Claim]) -> int:
        """How many independent sources stand behind claims."""
        return len({self.root(claim) for claim in claims})


def reason(best: Claim, others: Sequence[Claim], supporters: int) -> str:
    """Why the best claim is preferred to the others, in words."""
    voice = REASONS.get(best.voice, "an unnamed source")
    if all(VOICES[other.voice] < VOICES[best.voice] for other in others):
        return f"{voice} weighs more"
    if best.field == "status" and VOICES[best.voice] == max(VOICES[other.voice] for other in others):
        return "the later stage, told within a week by a voice that weighs as much"
    if best.as_of and all(other.as_of and other.as_of < best.as_of for other in others):
        return f"the latest word, as of {best.as_of}"
    return f"told by {supporters} independent source{'s' * (supporters != 1)}"
