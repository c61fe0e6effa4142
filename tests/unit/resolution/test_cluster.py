"""Which mentions are one event: the cases that the design names."""

import pytest
from resolution_world import report

from pipeline.resolution import Verdict, resolve

PAIR = ["Northwind", "Halden"]


def groups(*reports, verdicts=()):
    """The partition, as a set of sets of mention ids."""
    return {frozenset(cluster.mention_ids) for cluster in resolve(reports, verdicts).clusters}


def together(*reports, verdicts=()):
    """Whether all are one event."""
    return len(groups(*reports, verdicts=verdicts)) == 1


def deal(article, day="2024-03-05", **changes):
    """A deal of one pair of parties."""
    return report(article, PAIR, day=day, **({"products": ["phones"]} | changes))


def test_rumour_signing_start_and_end_are_one_event():
    """Stages of one act are one event, over more than a year."""
    stages = [
        deal("a", "2024-01-10", status="rumoured"),
        deal("b", "2024-03-05", status="agreed"),
        deal("c", "2024-09-20", status="completed"),
        deal("d", "2025-06-01", status="terminated"),
    ]
    assert together(*stages)


def test_a_second_contract_on_another_thing_is_another_event():
    """The same parties deal twice."""
    second = deal("b", "2024-07-01", products=["insurance"], evidence="They signed a separate order.")
    assert not together(deal("a"), second)


def test_another_site_is_another_event():
    """A plant elsewhere is another plant."""
    plants = [
        report(a, ["Northwind"], "facility", places=[p], day="2024-03-05") for a, p in (("a", "Oslo"), ("b", "Lyon"))
    ]
    assert not together(*plants)


def test_another_territory_with_another_licensee_is_another_event():
    """One drug, two licensees."""
    first = report("a", ["licensor: Northwind", "licensee: Halden"], products=["QX-11"], day="2024-03-05")
    second = report("b", ["licensor: Northwind", "licensee: Kestrel"], products=["QX-11"], day="2024-03-05")
    assert not together(first, second)


def test_a_renewal_is_another_event_and_linked():
    """An extension of an old contract renews it."""
    old = deal("a", "2019-05-01", status="completed")
    new = deal("b", "2024-05-01", evidence="They extended their contract until 2034.")
    resolution = resolve([old, new])
    assert len(resolution.clusters) == 2
    assert [(link.kind, link.event_id) for link in resolution.clusters[1].related] == [("renews", "a#0")]


def test_a_rival_with_a_similar_name_is_another_party():
    """Names that only look alike are two."""
    other = report("b", ["Northwing", "Halden"], day="2024-03-05", products=["phones"])
    assert not together(deal("a"), other)


def test_siblings_of_one_article_stay_two_events():
    """An article that tells two deals means two."""
    assert not together(deal("a"), deal("a", number=1))


def test_a_mention_without_object_and_day_joins_the_only_event_of_its_parties():
    """Silence is not contradiction."""
    assert together(deal("a"), report("b", PAIR))


def test_a_mention_without_object_and_day_stays_apart_where_two_events_fit():
    """Where several fit, it joins none, is linked to both, and is shown for review."""
    first, second = deal("a"), deal("b", "2024-11-01", products=["insurance"])
    resolution = resolve([first, second, report("c", PAIR)])
    assert len(resolution.clusters) == 3
    assert {link.event_id for link in resolution.clusters[2].related if link.kind == "unsure"} == {"a#0", "b#0"}
    assert {edge.judgement for edge in resolution.edges if "c#0" in {edge.left, edge.right}} == {"unsure"}


def test_an_undated_mention_never_bridges_two_dated_events():
    """What fits both sides does not join them."""
    first, second = deal("a"), deal("b", "2026-11-01", products=["phones", "insurance"])
    bridge = report("c", PAIR, products=["phones", "insurance"])
    assert groups(first, second) == {members - {"c#0"} for members in groups(first, second, bridge)} - {frozenset()}


def test_the_same_contract_a_year_later_is_another_event():
    """Two signings a year apart by the texts' own days are two."""
    assert not together(deal("a", "2023-03-05"), deal("b", "2024-03-20"))


def test_a_takeover_rumour_is_not_the_partnership_signed_instead():
    """Sibling types are compared, and told apart where one article tells both."""
    rumour = report("a", ["acquirer: Northwind", "target: Halden"], "acquisition", "rumoured", published="2024-03-01")
    denial = report("b", ["acquirer: Northwind", "target: Halden"], "acquisition", "denied", published="2024-03-05")
    pact = report("b", PAIR, number=1, published="2024-03-05", products=["software"])
    assert groups(rumour, denial, pact) == {frozenset({"a#0", "b#0"}), frozenset({"b#1"})}


def test_a_sale_of_the_target_by_its_buyer_is_another_event():
    """First bought, then a part of it sold on."""
    bought = report("a", ["acquirer: Northwind", "target: Halden"], "acquisition", day="2024-03-05")
    sold = report("b", ["seller: Northwind", "target: Halden's door business"], "acquisition", day="2024-09-05")
    assert not together(bought, sold)


def test_a_leaver_and_the_successor_are_one_event():
    """One article tells both, another only the one who comes."""
    org = "organization: Northwind"
    both = ["person: Ann Berg", "person: Bo Lund", org]
    first = report("a", both, "executive_change", subtype="departure", published="2024-03-05")
    second = report("b", ["person: Bo Lund", org], "executive_change", subtype="appointment", published="2024-03-28")
    assert together(first, second)


def test_coming_and_going_of_one_person_are_two_events():
    """Years lie between them."""
    parties = ["person: Bo Lund", "organization: Northwind"]
    first = report("a", parties, "executive_change", "completed", subtype="appointment", day="2019-03-05")
    second = report("b", parties, "executive_change", "completed", subtype="departure", day="2024-03-28")
    assert not together(first, second)


def test_two_reports_of_one_house_are_two_products():
    """Words that many products share tell no product."""
    names = ("2024 Global Housing Industry Report", "2024 Global Shipping Industry Report")
    told = [
        report(
            str(n),
            ["Northwind"],
            "product_launch",
            products=[name],
            day="2024-03-05",
            evidence=f"It released its {name}.",
        )
        for n, name in enumerate(names)
    ]
    assert not together(*told)


def test_a_strike_is_not_the_layoffs_it_answers():
    """Contrary subtypes of a one-party type are two acts."""
    cuts = report("a", ["Northwind"], "workforce", subtype="layoffs", places=["Oslo"], day="2024-03-05")
    strike = report("b", ["Northwind"], "workforce", subtype="strike", places=["Oslo"], day="2024-03-07")
    assert not together(cuts, strike)


def test_a_verdict_different_keeps_two_mentions_apart():
    """A person's word outweighs the score."""
    verdict = Verdict("a#0", "b#0", same=False)
    assert together(deal("a"), deal("b"))
    assert not together(deal("a"), deal("b"), verdicts=[verdict])


def test_a_verdict_same_joins_what_the_score_keeps_apart():
    """A person's word outweighs the score, also for siblings of one article."""
    reports = [deal("a"), deal("b", "2024-11-01", products=["insurance"])]
    assert not together(*reports)
    assert together(*reports, verdicts=[Verdict("b#0", "a#0", same=True)])


def test_a_verdict_different_outweighs_a_chain_of_same():
    """What a person has set apart is not joined by way of a third."""
    reports = [deal("a"), deal("b", "2024-11-01", products=["cars"]), deal("c", "2025-06-01", products=["insurance"])]
    verdicts = [Verdict("a#0", "b#0", same=True), Verdict("b#0", "c#0", same=True), Verdict("a#0", "c#0", same=False)]
    assert not any({"a#0", "c#0"} <= members for members in groups(*reports, verdicts=verdicts))


def test_a_verdict_on_a_mention_that_is_gone_changes_nothing():
    """Verdicts outlive reprocessing; those without a mention wait."""
    assert groups(deal("a"), verdicts=[Verdict("a#0", "gone", same=True)]) == groups(deal("a"))


def test_a_withdrawn_mention_joins_but_never_decides():
    """A replaced article stays visible and changes no live event."""
    live = [deal("a"), deal("b", "2024-11-01", products=["insurance"])]
    old = deal("c", withdrawn=True, products=["phones", "insurance"])
    assert {members - {"c#0"} for members in groups(*live, old)} - {frozenset()} == groups(*live)


@pytest.mark.parametrize("missing", ["products", "places", "day"])
def test_one_missing_detail_does_not_split_an_event(missing):
    """Extraction misses things; the rest still tells."""
    full = {"products": ["phones"], "places": ["Oslo"], "day": "2024-03-05", "published": "2024-03-06"}
    poor = full | {missing: None if missing == "day" else []}
    assert together(report("a", PAIR, **full), report("b", PAIR, **full), report("c", PAIR, **poor))


def test_every_joined_mention_has_an_edge_that_explains_it():
    """Edges keep score, features and threshold."""
    resolution = resolve([deal("a"), deal("b"), deal("c", "2024-09-20", status="completed")])
    explained = {end for edge in resolution.edges if edge.judgement == "same" for end in (edge.left, edge.right)}
    assert explained == {"a#0", "b#0", "c#0"}
    assert all(edge.features and edge.threshold > 0 for edge in resolution.edges)


def test_an_edge_says_in_words_what_spoke_for_it():
    """Weightiest first."""
    (edge,) = resolve([deal("a", "2024-01-10", status="rumoured"), deal("b")]).edges
    assert edge.why == "thing, wording for it; time against it"
