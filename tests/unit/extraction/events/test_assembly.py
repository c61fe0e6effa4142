"""One happening is one mention, however often it is told; two happenings stay two."""

import pytest
from annotated_world import annotated

rules = pytest.importorskip("pipeline.extraction.rules")

NAMES = ("Tarvik Electronics", "Oslund Mobile", "Kestova Mills", "Lumbex")


def mentions(text, **given):
    """What the rule extractor finds, with given entities."""
    page = annotated(text, orgs=[n for n in NAMES if n in text], **given)
    return rules.RuleExtractor(annotator=lambda _: page).extract(page.article).mentions


def test_headline_lead_and_body_about_one_deal_are_one_mention():
    """Repetition is emphasis."""
    headline = "Oslund Mobile partners with Tarvik Electronics"
    text = (
        f"{headline}\n\nOslund Mobile has signed a partnership with Tarvik Electronics on Monday.\n\n"
        "Shares rose.\n\nThe partnership with Tarvik Electronics will help Oslund Mobile."
    )
    (only,) = mentions(text, headline=headline)
    assert (only.type, only.salience, len(only.parties)) == ("partnership", "headline", 2)


def test_two_deals_of_one_company_stay_two():
    """Another partner is another deal."""
    text = (
        "Oslund Mobile has signed a partnership with Tarvik Electronics.\n\n"
        "Oslund Mobile also announced a partnership with Kestova Mills today."
    )
    assert len(mentions(text)) == 2


def test_earlier_history_is_background_and_never_joins_the_news():
    """What happened years ago with another partner is a recap."""
    text = (
        "Oslund Mobile has signed a partnership with Tarvik Electronics.\n\nShares rose.\n\n"
        "In 2015 Oslund Mobile formed a partnership with Lumbex."
    )
    told = {m.salience: {p.name for p in m.parties} for m in mentions(text, published="2023-05-31")}
    assert told == {
        "headline": {"Oslund Mobile", "Tarvik Electronics"},
        "background": {"Oslund Mobile", "Lumbex"},
    }


def test_a_deal_of_one_named_party_is_not_reported():
    """A partnership needs two."""
    assert mentions("Oslund Mobile has announced a partnership.") == ()


def test_the_same_article_gives_the_same_mention_ids():
    """Reprocessing recognizes what it knows."""
    text = "Oslund Mobile has signed a partnership with Tarvik Electronics."
    assert [m.mention_id for m in mentions(text)] == [m.mention_id for m in mentions(text)]


def test_opposite_characterizations_keep_their_speakers():
    """A milestone to one party may be a continuation to the other."""
    milestone, same = "This partnership is a major milestone", "This partnership is just a continuation of the same one"
    text = (
        "Oslund Mobile has signed a partnership with Tarvik Electronics.\n\n"
        f'"{milestone}," said Mara Lindqvist.\n\n"{same}," Tomas Arvell said.'
    )
    (only,) = mentions(
        text,
        people=["Mara Lindqvist", "Tomas Arvell"],
        quotes=[(milestone, "Mara Lindqvist"), (same, "Tomas Arvell")],
    )
    said = {(c.pole, c.speaker) for c in only.characterizations}
    assert said == {("new", "Mara Lindqvist"), ("continuation", "Tomas Arvell")}
