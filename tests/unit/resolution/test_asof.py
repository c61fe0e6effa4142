"""Days: what one article says, and what follows from several."""

from resolution_world import report

from pipeline.resolution import resolve

PAIR = ["Northwind", "Halden"]


def announced(*reports):
    """The announced dates of the one event, with what they were derived from."""
    (cluster,) = resolve(reports).clusters
    return [(day.value, day.derived_from) for day in cluster.dates if day.kind == "announced"]


def test_a_weekday_and_another_articles_date_give_the_day():
    """Wednesday in one, published on Wednesday 31 May 2023 in the other."""
    assert announced(
        report("a", PAIR, products=["phones"], weekday=2),
        report("b", PAIR, products=["phones"], published="2023-05-31"),
    ) == [("2023-05-31", ("a#0", "b#0"))]


def test_the_day_before_publication_counts_too():
    """Tuesday, and an article of Wednesday 31 May."""
    assert announced(
        report("a", PAIR, products=["phones"], weekday=1),
        report("b", PAIR, products=["phones"], published="2023-05-31"),
    ) == [("2023-05-30", ("a#0", "b#0"))]


def test_a_weekday_long_before_publication_is_not_guessed():
    """Monday could be this one or another where the next article is of Saturday."""
    assert announced(
        report("a", PAIR, products=["phones"], weekday=0),
        report("b", PAIR, products=["phones"], published="2023-06-03"),
    ) == [(None, ())]


def test_two_possible_days_give_none():
    """Articles of two Wednesdays speak for two days."""
    reports = [report("a", PAIR, products=["phones"], weekday=2)]
    reports += [
        report(name, PAIR, products=["phones"], published=day)
        for name, day in (("b", "2023-05-31"), ("c", "2023-06-07"))
    ]
    assert announced(*reports) == [(None, ())]


def test_a_day_given_by_a_text_outweighs_publication_dates():
    """Where an article gives the day itself, the weekday means that day, and nothing needs to be derived."""
    reports = [
        report("a", PAIR, products=["phones"], weekday=2),
        report("b", PAIR, products=["phones"], day="2023-05-31", published="2023-06-01"),
        report("c", PAIR, products=["phones"], published="2023-06-07"),
    ]
    assert announced(*reports) == [("2023-05-31", ())]


def test_background_dates_derive_nothing():
    """A recap's publication says nothing of the day."""
    recap = report("b", PAIR, products=["phones"], published="2023-05-31", salience="background")
    assert announced(report("a", PAIR, products=["phones"], weekday=2), recap) == [(None, ())]


def test_the_mention_keeps_its_open_date():
    """Only the event carries the concluded day; the claim still says what the text says."""
    (cluster,) = resolve(
        [
            report("a", PAIR, products=["phones"], weekday=2),
            report("b", PAIR, products=["phones"], published="2023-05-31"),
        ]
    ).clusters
    assert [claim.value for claim in cluster.claims if claim.field == "date"] == ["that day"]


def test_a_month_gives_way_to_a_day_within_it():
    """Less detail is no second date."""
    assert announced(
        report("a", PAIR, products=["phones"], day="2023-05"), report("b", PAIR, products=["phones"], day="2023-05-31")
    ) == [("2023-05-31", ())]
