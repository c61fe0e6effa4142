"""What resolution takes and gives."""

from dataclasses import dataclass
from datetime import datetime

from schemas.article import SourceDate
from schemas.event import Cluster, Edge
from schemas.mention import EventMention


@dataclass(frozen=True)
class Report:
    """A mention together with what resolution needs to know of the article that tells it.

    `copy_of` is the article_id of the text this one repeats; `withdrawn` says that a newer
    version replaced the article.
    """

    mention: EventMention
    article_id: str
    path: str
    seen_at: datetime
    publisher: str | None = None
    published: SourceDate | None = None
    copy_of: str | None = None
    withdrawn: bool = False

    @property
    def mention_id(self) -> str:
        """The id of the mention it reports."""
        return self.mention.mention_id

    @property
    def voice_root(self) -> str:
        """The article whose voice this is: a copy speaks with the voice of what it repeats."""
        return self.copy_of or self.article_id


@dataclass(frozen=True)
class Verdict:
    """A person's word that two mentions are, or are not, the same event."""

    left: str
    right: str
    same: bool


@dataclass(frozen=True)
class Resolution:
    """Clusters in the order of their origins, and the edges that explain them."""

    clusters: tuple[Cluster, ...]
    edges: tuple[Edge, ...]
