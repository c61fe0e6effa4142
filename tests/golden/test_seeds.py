"""What the seeds become, whole: `make golden` rewrites these files, and their difference is reviewed like code."""

import json
from pathlib import Path

import pytest
from seed_chain import article_of, extractor, report_of, seed_texts

from pipeline.resolution import resolve

HERE = Path(__file__).parent
NOT_GOLDEN = {"article_id", "mention_id", "claim_id", "event_id", "entity_id", "extractor", "offsets", "score"}
# Processors round sums of floating point each in its own way; between two that were tried a chance moves by 0.016.
ROUNDINGS = 0.03
TIMES = {"first_seen", "last_seen", "received_at", "seen_at"}


@pytest.fixture(scope="module")
def chain():
    """Articles, their mentions and the clusters of all."""
    articles = {path: article_of(path, text) for path, text in seed_texts().items()}
    mentions = {path: extractor().extract(article).mentions for path, article in articles.items()}
    clusters = resolve([report_of(articles[path], mention) for path in articles for mention in mentions[path]]).clusters
    return articles, mentions, clusters


def plain(record, names):
    """A record without what changes with bytes or clock; ids that link records become readable names."""
    if isinstance(record, dict):
        kept = {key: plain(value, names) for key, value in record.items() if key not in NOT_GOLDEN | TIMES}
        return {key: value for key, value in kept.items() if value not in (None, [], {})}
    if isinstance(record, list):
        return [plain(part, names) for part in record]
    return names.get(record, record) if isinstance(record, str) else record


def ids_of(mentions, clusters):
    """Readable names of mention and claim ids: file, type and position; field, value and file."""
    names = {m.mention_id: f"{path[:3]} {m.type} @{m.trigger.start}" for path, found in mentions.items() for m in found}
    claims = {c.claim_id: f"{c.path[:3]} {c.field} {c.scope} {c.value}" for cluster in clusters for c in cluster.claims}
    return {**names, **claims}


def checked(name, said, rewrite):
    """Compare with the golden file, or write it."""
    path = HERE / name
    text = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=False) + "\n"
    if rewrite:
        path.write_text(text, encoding="utf-8")
    (now, chances), (kept, expected) = (parted(json.loads(t)) for t in (text, path.read_text(encoding="utf-8")))
    assert now == kept, "make golden, then read the difference"
    assert chances == pytest.approx(expected, abs=ROUNDINGS), "make golden, then read the difference"


def parted(record):
    """A record without its chances and without the order of places, which goes by a chance; and the chances."""
    if isinstance(record, dict):
        parts = {key: parted(value) for key, value in record.items() if key != "confidence"}
        found = [chance for _, chances in parts.values() for chance in chances]
        rest = {key: sorted(v, key=str) if key == "places" else v for key, (v, _) in parts.items()}
        return rest, ([record["confidence"]] if "confidence" in record else []) + found
    if isinstance(record, list):
        parts = [parted(part) for part in record]
        return [value for value, _ in parts], [chance for _, chances in parts for chance in chances]
    return record, []


@pytest.fixture
def rewrite(request):
    """Whether `make golden` asked for new files."""
    return request.config.getoption("--rewrite-golden")


def test_the_seeds_become_these_articles(chain, rewrite):
    """Clean text, dates, quotes, and everything removed with its reason."""
    articles, _, _ = chain
    checked("articles.json", [plain(article.model_dump(mode="json"), {}) for article in articles.values()], rewrite)


def test_the_seeds_become_these_mentions(chain, rewrite):
    """What each article says happened, every value with its evidence."""
    _, mentions, _ = chain
    said = {path: [plain(m.model_dump(mode="json"), {}) for m in found] for path, found in mentions.items()}
    checked("mentions.json", said, rewrite)


def test_the_seeds_become_these_events(chain, rewrite):
    """The events left after all seeds, with claims, conflicts and links."""
    _, mentions, clusters = chain
    names = ids_of(mentions, clusters)
    said = [plain(cluster.model_dump(mode="json"), names) for cluster in clusters]
    checked("events.json", sorted(said, key=lambda event: event["origin"]), rewrite)
