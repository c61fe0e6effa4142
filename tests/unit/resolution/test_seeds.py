"""What the seed articles add up to."""

import pytest
from resolution_world import seed_reports

from pipeline.resolution import resolve


@pytest.fixture(scope="module")
def clusters():
    """The clusters of the seeds, by origin."""
    return {cluster.origin: cluster for cluster in resolve(seed_reports()).clusters}


@pytest.fixture(scope="module")
def deal(clusters):
    """The partnership that four articles tell."""
    return clusters["000#0"]


def test_exactly_two_partnerships_are_news(clusters):
    """The other events are recaps and a plant."""
    news = {
        origin
        for origin, cluster in clusters.items()
        if cluster.type == "partnership" and any(source.salience != "background" for source in cluster.sources)
    }
    assert news == {"000#0", "001#1"}


def test_the_day_is_concluded_from_three_articles(deal):
    """Wednesday in two, the date of a Wednesday in the third; a crawl date plays no part."""
    assert [(day.value, day.derived_from) for day in deal.dates] == [("2023-05-31", ("000#0", "001#0", "002#0"))]


def test_the_subsidiary_is_shown_with_its_parent(deal):
    """Padget acts for Dixon."""
    assert [(party.name, party.via) for party in deal.parties] == [
        ("Dixon Technologies (India) Limited", "Padget Electronics"),
        ("Xiaomi India", None),
    ]


def test_the_title_and_the_status(deal):
    """A party's filing outweighs a proposal of the same day."""
    assert (deal.title, deal.status) == ("Dixon Technologies and Xiaomi: partnership", "agreed")


def test_there_are_exactly_two_conflicts(deal):
    """Proposed or entered into; a milestone or just a continuation."""
    claims = {claim.claim_id: claim for claim in deal.claims}
    told = {
        conflict.field: tuple({claims[name].value for name in side} for side in (conflict.claims, conflict.against))
        for conflict in deal.conflicts
    }
    assert told == {"status": ({"agreed"}, {"planned"}), "characterization": ({"new"}, {"continuation"})}


def test_no_other_event_has_a_conflict(clusters):
    """Recaps that say less contradict nothing."""
    assert [origin for origin, cluster in clusters.items() if cluster.conflicts] == ["000#0"]


def test_the_plant_is_part_of_the_deal(clusters):
    """Set up for the phones, in the same place."""
    assert [(link.kind, link.event_id) for link in clusters["000#1"].related] == [("part_of", "000#0")]


def test_the_second_deal_is_news_by_one_article_and_background_in_another(clusters):
    """An event first met as a recap is the event that the later article reports."""
    assert [(s.article_id, s.salience) for s in clusters["001#1"].sources] == [
        ("004", "headline"),
        ("001", "background"),
    ]
