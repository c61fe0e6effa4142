"""What cleaning promises of any text, page or record."""

import json
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.cleaning import clean
from pipeline.errors import Rejected
from pipeline.readers import Document, read
from schemas.article import RawDocument

RECEIVED = datetime(2024, 5, 6, 12, tzinfo=UTC)
NOISE = [
    "top of page",
    "Updated: Jan 9",
    "Credits: Nordhavn",
    "Source: Nordhavn Wire",
    "Sign up for our newsletter",
    "Home | News | Sport",
    "About Morvik Foods",
    "May 3, 2024 04:11 pm",
    "[Edited] Morvik Foods and Lintara meet.",
    "They meet in Oslo pic.twitter.com/abc — Ida Berg (@idaberg) May 3, 2024",
]
STORY = [
    "Morvik Foods signed a supply agreement with Lintara on Monday, and both of them hope that it will last.",
    "Lintara will make oat milk for Morvik Foods at its plant in Oslo, where two hundred people work today.",
    "“We are glad,” said Ida Berg, who heads Lintara, when she was asked about the deal in Oslo this week.",
    "Morvik Foods signs with Lintara",
    "OSLO, 2 May 2024 – Morvik Foods said that it had signed with Lintara after months of quiet talks.",
]
LINES = st.one_of(st.sampled_from(NOISE + STORY), st.text(max_size=60))
TEXTS = st.tuples(st.sampled_from(["", "date 2024-05-01 ", "date 2023-09 "]), st.lists(LINES, max_size=9)).map(
    lambda told: told[0] + "\n\n".join(told[1])
)
MARKUP = st.lists(
    st.sampled_from(["<p>", "</p>", "<div>", "<b>", "&amp;", "<!--", "<a href='/x'>", *STORY]), max_size=12
)
SOME = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def articles(name, content):
    """The clean articles of a file, and their raw documents; anything but Rejected is a fault."""
    found = []
    try:
        documents = list(read(RawDocument(path=name, content=content.encode("utf-8"), received_at=RECEIVED), 1_000_000))
    except Rejected:
        return found
    for document in documents:
        try:
            found += [(clean(document, "an-id", RECEIVED), document.raw)] if isinstance(document, Document) else []
        except Rejected:
            continue
    return found


def holds(article, raw):
    """Whether all that an article says of its raw document and of its text is so."""
    offsets = all(
        article.text[s.start : s.start + s.length] == raw[s.raw_start : s.raw_start + s.length] for s in article.offsets
    )
    removals = all(raw[removal.start : removal.end] == removal.text for removal in article.removed)
    quotes = all(quote.evidence.holds(article.text) for quote in article.quotes)
    dates = [date.evidence for date in (article.published, article.crawled) if date and date.evidence]
    return offsets and removals and quotes and all(evidence.holds(raw) for evidence in dates)


@SOME
@given(TEXTS, st.sampled_from(["a.txt", "a.md"]))
def test_offsets_removals_quotes_and_dates_hold_for_any_text(text, name):
    """Whatever the lines are, their places are right, and nothing but Rejected is raised."""
    for article, raw in articles(name, text):
        assert article.text.strip()
        assert holds(article, raw)


@SOME
@given(TEXTS, st.text(max_size=30))
def test_offsets_hold_for_any_json_string(text, title):
    """Escapes shift places: the map allows for them."""
    for escaped in (True, False):
        for article, raw in articles("a.json", json.dumps({"title": title, "text": text}, ensure_ascii=escaped)):
            assert holds(article, raw)


@settings(SOME, max_examples=40)
@given(MARKUP)
def test_offsets_hold_for_any_page(pieces):
    """Broken markup is read or refused."""
    for article, raw in articles("a.html", f"<html><body><article>{''.join(pieces)}</article></body></html>"):
        assert holds(article, raw)


@SOME
@given(TEXTS)
def test_no_day_is_later_than_the_receipt(text):
    """Nor is a publication later than its crawl."""
    for article, _ in articles("a.txt", text):
        if article.published:
            assert article.published.value <= RECEIVED.date().isoformat()
            if article.crawled:
                assert article.published.value[: len(article.crawled.value)] <= article.crawled.value


@SOME
@given(st.lists(st.sampled_from(STORY[:3]), min_size=2, max_size=6))
def test_a_story_without_noise_is_not_changed(paragraphs):
    """Prose goes through as it is."""
    text = "\n\n".join(paragraphs)
    ((article, _),) = articles("a.txt", text)
    assert article.text == text
    assert not article.removed


@SOME
@given(st.lists(st.sampled_from(NOISE[:8]), max_size=3), st.lists(st.sampled_from(STORY[:3]), min_size=2, max_size=4))
def test_cleaning_a_clean_text_changes_nothing(noise, paragraphs):
    """Lines that are noise are gone at the first time; title-like scraps are judged by their company."""
    for text in ("\n\n".join([*noise, *paragraphs]), "\n\n".join([*paragraphs, *noise])):
        ((article, _),) = articles("a.txt", text)
        ((again, _),) = articles("a.txt", article.text)
        assert again.text == article.text
