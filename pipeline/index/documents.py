"""Records as flat documents: pure functions whose keys are the fields of the query language."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from schemas.alert import Alert
from schemas.article import Article
from schemas.mention import town_of

Document = dict[str, Any]
Record = Mapping[str, Any]

_SALIENCES = ("headline", "body", "background")


def event_document(event: Record) -> Document:
    """An Event record, as JSON, as one flat document: parties under their roles, dates by kind, claims whole.

    It reads plain JSON, as a ledger keeps it: making records of thousands of events takes longer than all the rest.
    """
    places, sources = event["places"], event["sources"]
    told = {source["salience"] for source in sources}
    return _full(
        {
            "id": event["event_id"],
            "type": event["type"],
            "subtype": event["subtype"],
            "status": event["status"],
            "title": event["title"],
            "text": _event_texts(event),
            "salience": next((salience for salience in _SALIENCES if salience in told), None),
            "news": bool(told - {"background"}),
            **_parties(event["parties"]),
            "place": _distinct(place["name"] for place in places),
            "city": _distinct(town_of(place["name"]) for place in places),
            "country": _distinct(place["country"] for place in places),
            "location": [
                {"lat": place["lat"], "lon": place["lon"]}
                for place in places
                if place["lat"] is not None and place["lon"] is not None
            ],
            "product": _distinct(product["name"] for product in event["products"]),
            **_dates(event["dates"]),
            "amount": _distinct(amount["value"] for amount in event["amounts"]),
            "unit": _distinct(amount["unit"] for amount in event["amounts"]),
            "quote": _distinct(quote["text"] for quote in event["quotes"]),
            "speaker": _distinct(_speaker(quote["speaker"], quote["title"]) for quote in event["quotes"]),
            **_sources(sources),
            "article": _distinct(source["article_id"] for source in sources),
            "related": _distinct(link["event_id"] for link in event["related"]),
            "conflict": bool(event["conflicts"]),
            "conflict_on": _distinct(conflict["field"] for conflict in event["conflicts"]),
            "novelty": event["novelty"]["score"],
            "revision": event["revision"],
            "first_seen": instant(datetime.fromisoformat(event["first_seen"])),
            "updated": instant(datetime.fromisoformat(event["last_seen"])),
            "claims": [{**claim, "evidence": claim["evidence"]["text"]} for claim in event["claims"]],
        }
    )


def article_document(article: Article, first_seen: datetime | None = None) -> Document:
    """An article as one flat document; `first_seen` is when it was taken in."""
    return _full(
        {
            "id": article.article_id,
            "article": [article.article_id],
            "path": [article.path],
            "url": article.url,
            "publisher": _distinct([article.publisher]),
            "title": article.headline,
            "byline": list(article.byline),
            "language": article.language,
            "text": [article.text],
            "published": _distinct([article.published and article.published.value]),
            "modified": _distinct([article.modified and article.modified.value]),
            "quote": _distinct(quote.text for quote in article.quotes),
            "speaker": _distinct(_speaker(quote.speaker, quote.title) for quote in article.quotes),
            "copy_of": article.copy_of,
            "revision": article.version,
            "first_seen": instant(first_seen) if first_seen else None,
        }
    )


def alert_document(alert: Alert) -> Document:
    """An alert as one flat document."""
    return _full(
        {
            "id": alert.alert_id,
            "event": alert.event_id,
            "rule": alert.rule,
            "alert_kind": alert.kind,
            "state": alert.state,
            "title": alert.title,
            "text": _distinct([alert.title, alert.summary, alert.evidence.text, alert.why]),
            "path": [alert.evidence_path],
            "sources": alert.sources,
            "revision": alert.revision,
            "first_seen": instant(alert.created_at),
        }
    )


def quarantine_document(
    quarantine_id: str, path: str, reason: str, detail: str, size: int, arrived_at: datetime
) -> Document:
    """A document in quarantine as one flat document; `size` in bytes."""
    return _full(
        {
            "id": quarantine_id,
            "path": [path],
            "title": path,
            "text": _distinct([path, detail]),
            "reason": reason,
            "size": size,
            "first_seen": instant(arrived_at),
        }
    )


def instant(moment: datetime) -> str:
    """A moment in UTC as ISO 8601."""
    return moment.astimezone(UTC).isoformat()


def _parties(parties: Iterable[Record]) -> Document:
    document: dict[str, list[str]] = {"party": [], "company": []}
    for party in parties:
        names = _distinct((party["name"], *party["aliases"], party["via"]))
        document["party"] += names
        document["company"].append(party["name"])
        document.setdefault(party["role"], []).extend(names)
    return {field: _distinct(names) for field, names in document.items()}


def _dates(dates: Iterable[Record]) -> Document:
    found: Document = {}
    for date in dates:
        if date["value"]:
            found.setdefault(date["kind"], []).append(date["value"])
    return {kind: _distinct(values) for kind, values in found.items()}


def _sources(sources: Sequence[Record]) -> Document:
    return {
        "path": _distinct(source["path"] for source in sources),
        "publisher": _distinct(source["publisher"] for source in sources),
        "published": _distinct(source["published"] for source in sources),
        "confidence": max((source["confidence"] for source in sources), default=0.0),
        "sources": len({source["article_id"] for source in sources if source["independent"]}),
    }


def _event_texts(event: Record) -> list[str]:
    return _distinct(
        (
            event["title"],
            *(source["evidence"]["text"] for source in event["sources"]),
            *(name for party in event["parties"] for name in (party["name"], *party["aliases"], party["via"])),
            *(place["name"] for place in event["places"]),
            *(product["name"] for product in event["products"]),
            *(amount["text"] for amount in event["amounts"]),
            *(quote["text"] for quote in event["quotes"]),
            *(_speaker(quote["speaker"], quote["title"]) for quote in event["quotes"]),
        )
    )


def _speaker(name: str | None, title: str | None) -> str | None:
    return ", ".join(part for part in (name, title) if part) or None


def _distinct(values: Iterable[Any]) -> list[Any]:
    """The values in order, each once, without empty ones."""
    return [value for value in dict.fromkeys(values) if value not in (None, "")]


def _full(document: Document) -> Document:
    """The document without fields that have no value."""
    return {field: value for field, value in document.items() if value is not None and value != []}
