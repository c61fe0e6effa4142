"""What cleaning does to the five sample articles."""

import pytest
from seed_chain import article_of, seed_texts

TEXTS = {name[:3]: text for name, text in seed_texts().items()}
ARTICLES = {name[:3]: article_of(name, text) for name, text in seed_texts().items()}

NOISE = [
    ("001", "date 2023-05-31", "crawl header"),
    ("001", "May 31, 2023 04:11 pm | Updated 04:11 pm IST", "date line"),
    ("001", "pic.twitter.com", "tweet signature"),
    ("001", "(@Rajeev_GoI)", "tweet signature"),
    ("002", "date 2023-09", "crawl header"),
    ("003", "top of page", "page mark"),
    ("003", "bottom of page", "page mark"),
    ("003", "Updated: Jan 9", "update time"),
    ("003", "[Edited]", "editorial mark"),
    ("003", "Credits: Shutterstock", "credit"),
    ("003", "Source: SCMP", "source"),
    ("003", "please email us at", "house notice"),
    ("004", "date 2023-05-29", "crawl header"),
    ("004", "pic.twitter.com", "tweet signature"),
]


@pytest.mark.parametrize(("seed", "noise", "reason"), NOISE, ids=[f"{s} {n[:20]}" for s, n, _ in NOISE])
def test_noise_is_gone_and_the_removal_says_why(seed, noise, reason):
    """The words are not in the clean text, but in a removal of that reason."""
    assert noise in TEXTS[seed]
    assert noise not in ARTICLES[seed].text
    assert any(noise in removal.text and removal.reason == reason for removal in ARTICLES[seed].removed)


@pytest.mark.parametrize("seed", TEXTS)
def test_a_removal_is_a_span_of_the_raw_document(seed):
    """What was taken out stands in the raw document where its record says."""
    for removal in ARTICLES[seed].removed:
        assert TEXTS[seed][removal.start : removal.end] == removal.text


@pytest.mark.parametrize("seed", TEXTS)
def test_each_offset_slices_to_equal_characters(seed):
    """Clean text and raw document agree, and the map leaves out no word."""
    article, raw = ARTICLES[seed], TEXTS[seed]
    mapped = set()
    for one in article.offsets:
        assert article.text[one.start : one.start + one.length] == raw[one.raw_start : one.raw_start + one.length]
        mapped.update(range(one.start, one.start + one.length))
    assert all(at in mapped for at, character in enumerate(article.text) if not character.isspace())


@pytest.mark.parametrize("seed", TEXTS)
def test_what_is_not_removed_is_kept(seed):
    """Every word of the raw document is in the clean text or in a removal."""
    raw, article = TEXTS[seed], ARTICLES[seed]
    told = {at for s in article.offsets for at in range(s.raw_start, s.raw_start + s.length)}
    told |= {at for removal in article.removed for at in range(removal.start, removal.end)}
    assert not [raw[at] for at in range(len(raw)) if at not in told and not raw[at].isspace()]


DATES = {
    "000": (None, None, None),
    "001": ("2023-05-31", "header", None),
    "002": (None, None, "2023-09"),
    "003": (None, None, None),
    "004": ("2023-05-29", "header", None),
}


@pytest.mark.parametrize("seed", DATES)
def test_the_day_of_publication_is_no_month_of_a_crawl_and_no_update(seed):
    """A whole day in the header is the publication's; a month is the scraper's; "Updated" without a year is neither."""
    value, source, crawled = DATES[seed]
    article = ARTICLES[seed]
    assert (article.published.value, article.published.source) == (value, source) if value else not article.published
    assert (article.crawled and article.crawled.value) == crawled


@pytest.mark.parametrize("seed", ["001", "004"])
def test_a_date_shows_the_words_it_was_read_from(seed):
    """Its evidence slices the raw document."""
    assert ARTICLES[seed].published.evidence.holds(TEXTS[seed])


def test_a_tweet_is_a_quote_of_its_author():
    """Both paragraphs of it, without signature and link, and they stay in the text."""
    for seed, speaker, beginnings in [
        ("001", "Rajeev Chandrasekhar", {"Mr. Muralikrishnan B @hawkeye", "They apprised me about their"}),
        ("004", "Muralikrishnan B", {"Happy to announce our tie-up w", "The partnership reinforces our"}),
    ]:
        quotes = ARTICLES[seed].quotes
        assert {quote.speaker for quote in quotes} == {speaker}
        assert {
            quote.text[: len(next(iter(b for b in beginnings if quote.text.startswith(b))))] for quote in quotes
        } == (beginnings)
        assert all(quote.evidence.holds(ARTICLES[seed].text) for quote in quotes)


def test_the_source_that_an_article_names_is_kept():
    """`Source: …` leaves the text and becomes an information source with its evidence."""
    (source,) = ARTICLES["003"].info_sources
    assert source.name == "SCMP"
    assert source.evidence.holds(TEXTS["003"])


def test_the_headline_stands_first_where_the_document_gives_one():
    """003 has one above its story; the others begin with the story."""
    assert ARTICLES["003"].text.startswith(ARTICLES["003"].headline)
    assert [seed for seed, article in ARTICLES.items() if article.headline] == ["003"]


@pytest.mark.parametrize("seed", TEXTS)
def test_a_clean_text_is_clean(seed):
    """Cleaning it again takes nothing out."""
    text = ARTICLES[seed].text
    assert article_of("again.txt", text).text == text
