"""Comparison: what speaks for one event and what forbids it."""

from math import exp

import pytest
from resolution_world import report

from pipeline.resolution import compare as comparing
from pipeline.resolution.compare import DOUBTFUL, FEATURES, contributions
from pipeline.resolution.parties import PartyBook
from pipeline.resolution.resolve import side_by_side
from pipeline.resolution.traits import traits_of
from pipeline.resolution.weights import learned


def compare(left, right):
    """The comparison of two reports."""
    book = PartyBook([left.mention, right.mention])
    return comparing.compare(side_by_side(traits_of(left, book), traits_of(right, book), book, frozenset()), learned())


def deal(article, **changes):
    """A dated two-party deal on phones."""
    return report(article, ["Northwind", "Halden"], **({"day": "2024-03-05", "products": ["phones"]} | changes))


def test_every_feature_is_documented():
    """A feature's docstring is its documentation."""
    assert all(feature.__doc__ for feature in FEATURES)


def test_an_act_that_both_texts_date_happens_once():
    """Signed in March and signed in June, by days of the texts' own, are two; a plan is told again and again."""
    assert compare(deal("a"), deal("b", day="2024-06-01")).contradiction == "agreed 88 days apart"
    assert not compare(deal("a", status="planned"), deal("b", day="2024-06-01", status="planned")).contradiction


def test_what_agrees_never_counts_against_one_event():
    """The weights are monotone, and name nothing that is no feature."""
    weights, names = learned(), {feature.__name__ for feature in FEATURES}
    assert all(weight > 0 for side in (weights.agrees, weights.contradicts) for weight in side.values())
    assert weights.agrees.keys() | weights.contradicts.keys() <= names


def test_a_score_is_the_sum_of_what_its_features_add():
    """What `explain` shows is all there is to a score."""
    found = compare(deal("a"), deal("b", day="2024-03-06"))
    odds = found.weights["base"] + sum(contributions(found).values())
    assert found.score == round(1 / (1 + exp(-odds)), 4)


def test_scores_do_not_depend_on_the_side():
    """Comparing is symmetric."""
    one, other = deal("a", places=["Oslo"]), deal("b", day="2024-05-01", status="completed")
    assert compare(one, other).score == compare(other, one).score


@pytest.mark.parametrize(
    ("changes", "feature"),
    [
        ({"products": ["phone"]}, "thing"),
        ({"products": ["smartphones"]}, "thing"),
        ({"day": "2024-03-05"}, "time"),
    ],
)
def test_what_agrees_speaks_for_one_event(changes, feature):
    """Plural, compound and the same day count for it."""
    assert compare(deal("a"), deal("b", **changes)).features[feature] > 0


@pytest.mark.parametrize(
    ("left", "right", "feature"),
    [
        ({}, {"products": ["insurance"]}, "thing"),
        ({"products": ["Series C shares"]}, {"products": ["Series D shares"]}, "thing"),
        (
            {"evidence": "It launched a course on ISO 14001."},
            {"evidence": "It launched a course for ISO 14065 auditors."},
            "thing",
        ),
        ({"places": ["Oslo"]}, {"places": ["Lyon"]}, "place"),
        ({"status": "planned"}, {"day": "2020-01-01", "status": "planned"}, "time"),
        ({"status": "completed", "day": "2019-01-01"}, {"status": "rumoured"}, "progress"),
        ({}, {"day": "2024-03-12", "evidence": "They signed another memorandum."}, "another"),
    ],
)
def test_what_differs_speaks_for_two_events(left, right, feature):
    """Another thing, one of a series, a far place or day, a step back, and the word another count against it."""
    assert compare(deal("a", **left), deal("b", **right)).features[feature] < 0


def test_a_word_for_a_form_contradicts_no_thing():
    """One names the phone, another just says "technology"; that word in common still speaks for one event."""
    one, other = deal("a", products=["technology"]), deal("b", products=["technologies"])
    assert compare(deal("a"), other).features["thing"] == 0
    assert compare(one, other).features["thing"] == 1


def test_a_country_may_hold_the_place():
    """India and Noida do not contradict each other."""
    assert compare(deal("a", places=["Noida"]), deal("b", places=["India"])).features["place"] == 0


def test_a_country_in_common_makes_no_one_site_of_two_towns():
    """Where both name a town, the towns decide."""
    one, other = deal("a", places=["Oslo", "India"]), deal("b", places=["Lyon", "India"])
    assert compare(one, other).features["place"] == -1


def test_a_state_in_common_makes_no_one_site_of_two_towns_and_a_town_is_itself_without_it():
    """The town tells the site; the state is the country of a town told with it."""
    austin, el_paso = deal("a", places=["Austin, Texas"]), deal("b", places=["El Paso, Texas"])
    assert compare(austin, el_paso).features["place"] == -1
    assert compare(austin, deal("b", places=["Austin"])).features["place"] == 1
    assert compare(austin, deal("b", places=["Austin, Minnesota"])).features["place"] == -1


def test_one_name_in_two_companies_is_no_one_change():
    """Whoever is called James there is another James."""
    one, other = (
        report(name, [f"person: {who}", f"organization: {where}"], "executive_change")
        for name, who, where in (("a", "James Orm | James", "Northwind"), ("b", "James", "Halden"))
    )
    assert compare(one, other).contradiction == "organization: Northwind here, Halden there"


def test_silence_is_not_contradiction():
    """A mention that names no thing is not told apart by it."""
    assert compare(deal("a"), deal("b", products=[])).features["thing"] == 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (["acquirer: Northwind", "target: Halden"], ["acquirer: Kestrel", "target: Halden"]),
        (["acquirer: Northwind", "target: Halden"], ["acquirer: Halden", "target: Northwind"]),
        (["acquirer: Northwind", "target: Halden"], ["seller: Northwind", "target: Halden"]),
    ],
)
def test_another_or_an_opposite_role_forbids_one_event(left, right):
    """Another buyer, swapped sides, or a buyer who sells contradict each other, whatever else agrees."""
    comparison = compare(
        report("a", left, "acquisition", day="2024-03-05"), report("b", right, "acquisition", day="2024-03-05")
    )
    assert comparison.contradiction
    assert comparison.score == 0


@pytest.mark.parametrize(("other", "apart"), [("Halden Doors Lyon", True), ("Halden Doors", False), ("Kestrel", False)])
def test_branches_of_one_name_tell_two_launches(other, apart):
    """A release sent once for each town names the brand above them in all; a third party proves nothing."""
    one, two = (
        report(name, ["vendor: Northwind", f"vendor: {vendor}"], "product_launch", day="2024-03-05")
        for name, vendor in (("a", "Halden Doors Oslo"), ("b", other))
    )
    assert bool(compare(one, two).contradiction) is apart


def launch(article, **changes):
    """A launch that one maker tells."""
    return report(article, ["Northwind"], "product_launch", **({"day": "2024-03-05", "status": "completed"} | changes))


@pytest.mark.parametrize(
    ("changes", "doubtful"),
    [
        ({}, True),
        ({"evidence": "Northwind shows its new lamps."}, False),
        ({"products": ["lamp"]}, False),
        ({"day": "2024-03-14", "evidence": "Its lamps cost less in shops than tinned soups."}, True),
        ({"day": "2024-03-06", "evidence": "Its lamps cost less in shops than tinned soups."}, False),
    ],
)
def test_one_party_and_few_words_in_common_leave_a_doubt(changes, doubtful):
    """Nobody knows: it stays apart, and is shown for review."""
    one = launch("a", products=changes.get("products", ()), evidence="Northwind shows its lamps to shops.")
    other = launch("b", **{"evidence": "It brings a tinned soup to market."} | changes)
    assert (compare(one, other).score <= DOUBTFUL) is doubtful


@pytest.mark.parametrize(
    ("other", "day", "apart"),
    [("Olbia", "2024-03-05", True), ("Narva in Linz", "2024-03-06", False), ("Narva in Linz", "2024-03-09", True)],
)
def test_a_form_of_words_in_which_only_names_differ_tells_a_series(other, day, apart):
    """An exchange lists one token after another; on one day, other reporters may name other witnesses."""
    words = "Today Northwind is thrilled to announce the listing of {} on its platform."
    one = launch("a", evidence=words.format("Kelso in Linz"))
    assert bool(compare(one, launch("b", evidence=words.format(other), day=day)).contradiction) is apart


@pytest.mark.parametrize(
    ("said", "doubtful"), [("It bars the lamps of 2019.", True), ("The board clears its soup.", False)]
)
def test_an_authority_beside_one_party_is_no_second_one(said, doubtful):
    """It decides much about one company; in the same words, it has decided one thing."""
    one, other = (
        report(
            name, ["authority: Board", "applicant: Halden"], "legal_action", subtype="approval", day=day, evidence=words
        )
        for name, day, words in (("a", "2024-03-05", "The board clears its soup."), ("b", "2024-03-11", said))
    )
    assert (compare(one, other).score <= DOUBTFUL) is doubtful


def test_two_makers_of_one_launch_tell_it_no_better_than_one():
    """A company and its subsidiary launch many things together."""
    one, other = (
        report(name, ["Northwind", "Halden"], "product_launch", day="2024-03-05", evidence=said)
        for name, said in (("a", "They show lamps to shops."), ("b", "A tinned soup comes to market."))
    )
    assert compare(one, other).score <= DOUBTFUL
