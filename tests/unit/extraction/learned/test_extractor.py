"""The learned extractor tells what an article tells, with evidence from it."""

import pytest

from pipeline.extraction import EXTRACTORS
from schemas.article import Article, SourceDate

TEXT = """Oslund Mobile partners with Tarvik Electronics

MUNICH, March 3, 2025 - Phone maker Oslund Mobile said on Monday that it has signed a partnership with
Tarvik Electronics Ltd to make smartphones in Austria.

"This is a step forward," said Anna Weber, chief executive of Oslund Mobile.
"""


@pytest.fixture(scope="module")
def mentions():
    """What the learned extractor finds in one article."""
    article = Article(
        article_id="a1",
        path="a1.txt",
        text=TEXT,
        headline=TEXT.split("\n", 1)[0],
        published=SourceDate(value="2025-03-03", source="meta"),
    )
    return EXTRACTORS["learned"](None).extract(article).mentions


def test_the_article_s_partnership_is_told_once(mentions):
    """Headline and lead tell one happening."""
    (told,) = [m for m in mentions if m.salience != "background"]
    assert (told.type, {p.name for p in told.parties}) == (
        "partnership",
        {"Oslund Mobile", "Tarvik Electronics Ltd"},
    )


def test_every_mention_says_who_read_it_and_where(mentions):
    """The extractor is kept, and the evidence stands in the text."""
    assert mentions
    for mention in mentions:
        assert mention.extractor.startswith("learned@")
        assert mention.evidence.text in TEXT


def test_the_confidence_of_news_is_a_chance(mentions):
    """What a person reads as a share is one."""
    assert all(0 < m.confidence < 1 for m in mentions)
