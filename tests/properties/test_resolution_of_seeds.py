"""The five seed articles give the same events in every order, whole or in part."""

import dataclasses
import itertools

import pytest
from renaming import renaming
from resolution_world import seed_reports

from pipeline.resolution import resolve
from schemas.mention import EventMention

ARTICLES = ("000", "001", "002", "003", "004")
EVENTS = (
    {"000#0", "001#0", "002#0", "003#0"},
    {"000#1"},
    {"001#1", "004#0"},
    {"002#1", "003#2"},
    {"002#2", "003#3"},
    {"003#1"},
)


def of(articles):
    """The reports of some articles, in the order of the articles."""
    reports = seed_reports()
    return [report for name in articles for report in reports if report.article_id == name]


def test_all_orders_of_the_seeds_give_the_same_events():
    """120 orders, one result: partition, parties, values, claims, conflicts, status, edges."""
    first = resolve(seed_reports())
    assert all(resolve(of(order)) == first for order in itertools.permutations(ARTICLES))


def test_every_part_of_the_seeds_gives_the_events_of_that_part():
    """Whatever has arrived so far, one event is one cluster and two are two."""
    for size in range(1, 6):
        for some in itertools.combinations(ARTICLES, size):
            expected = {frozenset(m for m in event if m[:3] in some) for event in EVENTS} - {frozenset()}
            assert {frozenset(c.mention_ids) for c in resolve(of(some)).clusters} == expected, some


def test_repeating_every_article_as_a_copy_adds_sources_only():
    """Copies change neither events nor status nor conflicts."""
    reports = seed_reports()
    copies = [
        dataclasses.replace(
            report,
            article_id=f"copy-{report.article_id}",
            copy_of=report.article_id,
            mention=report.mention.model_copy(
                update={"mention_id": f"copy-{report.mention_id}", "article_id": f"copy-{report.article_id}"}
            ),
        )
        for report in reports
    ]
    single, double = resolve(reports), resolve([*reports, *copies])
    told = {frozenset(m.removeprefix("copy-") for m in c.mention_ids): c for c in double.clusters}
    assert len(told) == len(single.clusters)
    for cluster in single.clusters:
        same = told[frozenset(cluster.mention_ids)]
        assert (same.status, [c.field for c in same.conflicts]) == (
            cluster.status,
            [c.field for c in cluster.conflicts],
        )
        assert sum(source.independent for source in same.sources) == len(cluster.sources)


@pytest.mark.parametrize("number", range(50))
def test_other_names_give_the_same_events(number):
    """Nothing leans on a name: companies, people and cities may be called anything."""
    world = renaming(number)
    known, other = resolve(seed_reports()), resolve([renamed(report, world) for report in seed_reports()])
    assert [outline(cluster) for cluster in other.clusters] == [outline(cluster) for cluster in known.clusters]


def renamed(report, world):
    """A report whose every word is translated; points of places stay, as cities stay cities of a gazetteer."""
    return dataclasses.replace(
        report, mention=EventMention.model_validate(translated(report.mention.model_dump(), world))
    )


def translated(value, world):
    """A value with every string in it translated."""
    if isinstance(value, dict):
        return {name: translated(held, world) for name, held in value.items()}
    if isinstance(value, (list, tuple)):
        return [translated(held, world) for held in value]
    return world.text(value) if isinstance(value, str) else value


def outline(cluster):
    """What of an event does not depend on names."""
    conflicts = [(conflict.field, len(conflict.claims), len(conflict.against)) for conflict in cluster.conflicts]
    dates = [(day.kind, day.value, day.derived_from) for day in cluster.dates]
    return cluster.mention_ids, cluster.status, conflicts, dates, cluster.related, len(cluster.parties)
