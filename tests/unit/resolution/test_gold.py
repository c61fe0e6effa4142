"""Resolution over labelled mentions: what it would reach if extraction made no mistake, and what noise may not do."""

import dataclasses
import random
from collections import defaultdict
from functools import lru_cache

import pytest

from evaluation import merging
from evaluation.sets import EVAL
from pipeline.resolution import resolve

pytestmark = pytest.mark.skipif(not EVAL.exists(), reason="../shared/eval is not here: nothing to measure against")


@lru_cache(maxsize=2)
def labelled(name):
    """The labelled reports of a set, with their event keys."""
    return tuple(merging.tellings_of(name))


@lru_cache(maxsize=2)
def scored(name):
    """What the scorer says of the events that the labelled mentions of a set are resolved into."""
    return merging.scored(name, labelled(name))


def mixed(name, clusters):
    """The clusters that hold mentions of two events."""
    key = {report.mention_id: event for event, report in labelled(name)}
    held = [frozenset(key[m] for m in cluster.mention_ids) for cluster in clusters]
    return [keys for keys in held if len(keys) > 1]


def test_seeds_are_resolved_exactly():
    """Partition and alerts as labelled; the labels carry no characterizations, test_seeds.py does."""
    score = scored("seeds")
    assert (score["bcubed"]["f1"], score["alerts"]["f1"], score["wrongly_merged"]) == (1.0, 1.0, 0)


def test_stories_are_resolved_without_a_wrong_merge():
    """Ten stories full of namesakes, second contracts and recaps."""
    score = scored("stories")
    assert score["bcubed"]["f1"] >= 0.98
    assert score["wrongly_merged"] == 0
    assert score["split"] <= 2


def test_recaps_are_merged_rightly_too():
    """Wrong merges among background mentions, which the scorer does not count."""
    assert mixed("stories", resolve([report for _, report in labelled("stories")]).clusters) == []


def test_conflicts_of_stories_are_real():
    """What is called a conflict is one; half of those there are need dates, kinds and cues that extraction attaches."""
    score = scored("stories")["conflicts"]
    assert score["p"] >= 0.9
    assert score["r"] >= 0.5


@pytest.mark.parametrize("seed", range(5))
def test_losing_every_fifth_value_merges_nothing_wrongly(seed):
    """Missing products, places, dates, amounts, aliases, parties and articles split events, but join none."""
    dice = random.Random(seed)
    reports = [poorer(report, dice) for _, report in labelled("stories") if dice.random() > 0.07]
    assert mixed("stories", resolve(reports).clusters) == []


def poorer(report, dice):
    """A report of which every fifth value is lost, and the full name sometimes with it."""
    mention = report.mention
    lost = {
        field: tuple(value for value in getattr(mention, field) if dice.random() > 0.2)
        for field in ("products", "places", "dates", "amounts")
    }
    parties = tuple(
        party.model_copy(update={"aliases": tuple(alias for alias in party.aliases if dice.random() > 0.2)})
        for party in mention.parties
        if dice.random() > 0.07
    )
    changes = lost | {"parties": parties or mention.parties}
    if dice.random() < 0.1:
        changes["subtype"] = None
    published = report.published if dice.random() > 0.1 else None
    return dataclasses.replace(report, mention=mention.model_copy(update=changes), published=published)


def test_every_event_key_is_told_apart_in_each_article():
    """The labels themselves never give one article two mentions of one event, on which siblings rely."""
    by_article = defaultdict(list)
    for event, report in labelled("stories"):
        by_article[report.article_id].append(event)
    assert all(len(keys) == len(set(keys)) for keys in by_article.values())
