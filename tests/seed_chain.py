"""The seeds through reading, cleaning, extraction and resolution, in this process and without a ledger."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path, PurePath

from renaming import UNCHANGED, Renaming, renaming

from pipeline.cleaning import clean
from pipeline.extraction import EXTRACTORS
from pipeline.readers import read
from pipeline.resolution import resolve
from pipeline.resolution.records import Report
from pipeline.steps.extractor import OFFLINE
from schemas.article import RawDocument

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
SEEN = datetime(2024, 1, 1, tzinfo=UTC)
MAX_BYTES = 1_000_000


def seed_texts():
    """The five sample articles by file name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}


@lru_cache(maxsize=1)
def extractor():
    """The extractor of an installation that sets none, loaded once a process."""
    return EXTRACTORS[OFFLINE](None)


def article_of(path, text):
    """The clean article of a text file."""
    content = text.encode()
    (document,) = read(RawDocument(path=path, content=content, received_at=SEEN), MAX_BYTES)
    return clean(document, hashlib.sha256(content).hexdigest()[:16], SEEN)


def reports_of(texts: Mapping[str, str]) -> list[Report]:
    """What each text says happened, ready to be resolved."""
    found = []
    for path, text in texts.items():
        article = article_of(path, text)
        found += [report_of(article, mention) for mention in extractor().extract(article).mentions]
    return found


def report_of(article, mention):
    """A mention and the facts of its article."""
    return Report(
        mention=mention,
        article_id=article.article_id,
        path=article.path,
        seen_at=SEEN,
        publisher=article.publisher,
        published=article.published,
    )


def outcome(reports: Iterable[Report], world: Renaming = UNCHANGED):
    """What resolution concludes, without ids: comparable between orders, and between worlds of other names."""
    return sorted((told(cluster, world) for cluster in resolve(tuple(reports)).clusters), key=repr)


def told_in(seed):
    """What the seeds tell in the world of that number, in the seeds' own names; for worker processes too."""
    world = renaming(seed)
    return outcome(reports_of({path: world.text(text) for path, text in seed_texts().items()}), world)


def told(cluster, world: Renaming = UNCHANGED):
    """One event's facts, whatever its ids are; an Event of the ledger serves as well as a Cluster."""
    name_of, words = world.bearer, world.restored
    paths = {claim.claim_id: PurePath(claim.path).name for claim in cluster.claims}
    return {
        "type": cluster.type,
        "subtype": cluster.subtype,
        "status": cluster.status,
        "sources": sorted((PurePath(source.path).name, source.salience, source.status) for source in cluster.sources),
        "parties": sorted((p.role, name_of(p.name), name_of(p.via) if p.via else "") for p in cluster.parties),
        "places": sorted((words(place.name), place.country or "") for place in cluster.places),
        "dates": sorted((date.kind, date.value or "") for date in cluster.dates),
        "amounts": sorted((amount.value, amount.unit, amount.kind) for amount in cluster.amounts),
        "products": sorted(words(product.name) for product in cluster.products),
        "quotes": sorted((name_of(quote.speaker or ""), quote.title or "") for quote in cluster.quotes),
        "conflicts": sorted(
            (c.field, sorted({paths[i] for i in c.claims}), sorted({paths[i] for i in c.against}))
            for c in cluster.conflicts
        ),
        "claims": sorted(_claimed(claim, world) for claim in cluster.claims),
        "history": sorted((step.status, step.as_of or "", step.voice) for step in cluster.history),
    }


def _claimed(claim, world):
    """A claim's value and who made it; a party by who it is, as outlets call it by longer and shorter names."""
    value = world.bearer(claim.value) if claim.field == "parties" else world.restored(claim.value)
    return claim.field, claim.scope, value, world.bearer(claim.said_by or ""), PurePath(claim.path).name
