"""Events, their articles, and why they are what they are."""

from collections.abc import Callable, Sequence

from pipeline.answers import Explanation
from pipeline.archive import Archive
from pipeline.errors import Misconfigured
from pipeline.index import Index
from pipeline.ledger import articles, events, files, review
from pipeline.ledger.store import Ledger
from pipeline.readers import Document, read
from schemas.article import Article, RawDocument
from schemas.event import Event

PAGE = 500


class Events:
    """Questions about events."""

    def __init__(self, ledger: Ledger, index: Callable[[], Index]) -> None:
        self._ledger, self._index = ledger, index

    def found(self, query: str | None, limit: int | None) -> list[Event]:
        """Events that a query finds, best first; without one all that stand, latest first."""
        if query is None:
            with self._ledger.reading() as connection:
                return events.standing_events(connection, limit)
        ids: list[str] = []
        after = None
        while limit is None or len(ids) < limit:
            hits = self._index().search(query, kind="event", size=min(PAGE, limit or PAGE), after=after)
            ids += [hit.id for hit in hits.hits]
            after = hits.after
            if after is None or len(ids) >= hits.total:
                break
        with self._ledger.reading() as connection:
            found = [events.event_of(connection, event_id) for event_id in ids[:limit]]
        return [event for event in found if event is not None]

    def one(self, key: str) -> Event:
        """The event of an id, or of the beginning of one; raises Misconfigured where it is none or not one."""
        with self._ledger.reading() as connection:
            ids = [key] if events.event_of(connection, key) else events.ids_like(connection, key)
            if len(ids) > 1:
                raise Misconfigured(f"{key} is the beginning of several event ids: {', '.join(i[:12] for i in ids)}")
            event = events.followed(connection, ids[0]) if ids else None
        if event is None:
            raise Misconfigured(f"no event {key}; `dealwire events` lists them")
        return event

    def linked(self, event: Event) -> list[Event]:
        """The events that name this one as related, of those that its articles tell too."""
        with self._ledger.reading() as connection:
            articles_ = {source.article_id for source in event.sources}
            rows = [row for article_id in sorted(articles_) for row in articles.mentions_of(connection, article_id)]
            ids = sorted({row.event_id for row in rows if row.event_id} - {event.event_id})
            found = [events.event_of(connection, event_id) for event_id in ids]
        return [one for one in found if one and any(link.event_id == event.event_id for link in one.related)]

    def articles(self, article_ids: Sequence[str]) -> list[Article]:
        """The articles of these ids that are there."""
        with self._ledger.reading() as connection:
            rows = [articles.article_row(connection, article_id) for article_id in article_ids]
        return [Article.model_validate(row.record) for row in rows if row is not None]

    def raw_text(self, article_id: str, archive: Archive, max_bytes: int) -> str:
        """The decoded raw document, read again from the archive; raises Misconfigured where it is not there."""
        with self._ledger.reading() as connection:
            row = articles.article_row(connection, article_id)
            entry = files.file_entry(connection, row.file_id) if row else None
        if row is None or entry is None:
            raise Misconfigured(f"no article {article_id}")
        raw = RawDocument(path=entry.path, content=archive.read(entry.sha256), received_at=entry.received_at)
        found = [one.raw for one in read(raw, max_bytes) if isinstance(one, Document) and one.path == row.path]
        return found[0] if found else ""

    def explained(self, key: str) -> Explanation:
        """An event with the edges of its mentions."""
        event = self.one(key)
        with self._ledger.reading() as connection:
            return Explanation(
                event=event, edges=tuple(review.edges_of(connection, [source.mention_id for source in event.sources]))
            )
