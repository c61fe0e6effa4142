"""Noise of pages and releases, about invented companies."""

import json
from datetime import UTC, datetime
from time import process_time

import pytest

from pipeline.cleaning import clean
from pipeline.errors import Rejected
from pipeline.readers import read
from schemas.article import RawDocument
from schemas.outcome import Reason

RECEIVED = datetime(2024, 5, 6, 12, tzinfo=UTC)
LEAD = "Morvik Foods signed a supply agreement with Lintara on Monday, and both of them hope that it will last."
MORE = "Lintara will make oat milk for Morvik Foods at its plant in Oslo, where two hundred people work today."
STORY = f"{LEAD}\n\n{MORE}"


def article(content, name="a.txt", received=RECEIVED):
    """The clean article of a file."""
    raw = RawDocument(path=name, content=content.encode(), received_at=received)
    (document,) = read(raw, 5_000_000)
    return clean(document, "an-id", received)


@pytest.mark.parametrize(
    "line",
    [
        "Back to top",
        "Advertisement",
        "Last updated: 3 May 2024",
        "Photo: Ida Berg / Nordhavn Wire",
        "Read more: Why oats are dear this spring",
        "Share this article: mail, chat",
        "Tags: oats, milk, Oslo",
        "4 min read",
        "12 comments",
        "pic.twitter.com/m8O0hGMT6b",
    ],
)
def test_a_line_of_the_page_is_gone_wherever_it_stands(line):
    """Before, within and behind the story."""
    for text in (f"{line}\n\n{STORY}", f"{LEAD}\n\n{line}\n\n{MORE}", f"{STORY}\n\n{line}"):
        assert article(text).text == STORY


@pytest.mark.parametrize(
    "notice",
    [
        "Sign up for our newsletter The Morning Oat",
        "© 2024 Nordhavn Wire. All rights reserved.",
        "Home | News | Business | Sport",
        "Our newsroom checks all facts. Write to us at desk@example.org.",
        "The post Morvik Foods Signs With Lintara appeared first on Nordhavn Wire.",
    ],
)
def test_a_notice_behind_the_story_is_gone(notice):
    """Subscriptions, rights, menus, the house's own words."""
    assert article(f"{STORY}\n\n{notice}").text == STORY


def test_a_story_about_newsletters_is_a_story():
    """The words of notices are no noise within the prose."""
    told = f"{LEAD}\n\nThe firm said that it will sell its newsletter business and licensing rights by June.\n\n{MORE}"
    assert article(told).text == told


@pytest.mark.parametrize(
    "last",
    [
        "None of the four companies would comment.",
        "Results are due next week.",
        "The post went round the world after it first appeared on a site in Oslo.",
        "The survey was carried out by post and by telephone in July.",
        "Lintara had premium income of 6 million euros last year, a count by the newsletter Oat Week shows.",
        "A sign in the window of the shop in Oslo promised more tomorrow.",
    ],
)
def test_a_last_sentence_that_speaks_to_nobody_is_kept(last):
    """A word that notices have too makes no notice of a report."""
    assert article(f"{STORY}\n\n{last}").text == f"{STORY}\n\n{last}"


def test_a_sentence_below_a_notice_goes_with_it():
    """Nothing of the story stands behind the house's own words."""
    assert article(f"{STORY}\n\nSign up for our newsletter\n\nRain is expected.").text == STORY


def test_a_list_of_links_goes_with_its_heading():
    """Whatever its lines say, as they are of one block."""
    assert article(f"{STORY}\n\nMost read\n1. Which oats are safe?\n2. Milk prices in Oslo today").text == STORY


def test_a_byline_is_metadata():
    """The authors are kept in the record, not in the text."""
    found = article(f"Morvik Foods signs with Lintara\n\nBy Ida Berg and Ove Lund | 2 May 2024\n\n{STORY}")
    assert found.byline == ("Ida Berg", "Ove Lund")
    assert found.text == f"Morvik Foods signs with Lintara\n\n{STORY}"


@pytest.mark.parametrize("heading", ["About the deal", "About 300 people work there", "Source code for all"])
def test_a_heading_of_the_news_begins_no_tail(heading):
    """Only who the company is, whom to ask and what lawyers say ends a release."""
    told = f"{STORY}\n\n{heading}\n\n{LEAD}"
    assert article(told).text == told


def test_a_release_is_not_over_while_people_say_something():
    """A word about the company may stand in the middle."""
    said = "“We are glad that both of our companies have come to an agreement,” said Ida Berg, who heads Lintara."
    told = f"{STORY}\n\nAbout Lintara\n\n{MORE}\n\n{said}"
    assert article(told).text == told


def test_insiders_are_no_lawyers():
    """A report on a trial speaks of what a disclaimer speaks of."""
    told = f"{STORY}\n\nProsecutors say that the trader used inside information about the deal in May.\n\n{LEAD}"
    assert article(told).text == told


@pytest.mark.parametrize("text", ["a" * 2_000_000, "a" + " " * 500_000 + "b", "![a](" * 50_000, "\n" * 500_000 + LEAD])
def test_a_hostile_text_costs_no_minutes(text):
    """The time grows with the length, not with its square."""
    start = process_time()
    article(text, "a.md")
    assert process_time() - start < 20


def test_a_mark_within_a_sentence_leaves_no_gap():
    """What is read is what was written."""
    link = '[its "plan"](https://example.org/a_(b) "x")'
    text = f"{LEAD}\n\nThe firm (**Lintara**) makes *oat*-milk; see {link}."
    assert article(text, "a.md").text == f'{LEAD}\n\nThe firm (Lintara) makes oat-milk; see its "plan".'


@pytest.mark.parametrize(
    "tail",
    [
        "About Morvik Foods\nMorvik Foods makes spreads and drinks in four countries of the north of Europe.",
        "Forward-looking statements\nThis release speaks of hopes.",
        "Media contact:\nIda Berg, +47 22 33 44 55",
        "This release contains forward-looking statements that involve risks and uncertainties, and actual results "
        "may differ from what is said here today.",
    ],
    ids=["about", "disclaimer", "contact", "legal sentence"],
)
def test_the_tail_of_a_release_is_gone_with_its_reason(tail):
    """From its first line to the end, however the prose behind it reads."""
    found = article(f"{STORY}\n\n{tail}")
    assert found.text == STORY
    assert {removal.reason for removal in found.removed} <= {"about the company", "release tail", "disclaimer"}


def test_a_story_that_a_page_cuts_into_boxes_is_read_whole():
    """The boxes have one class, and advertisements between them."""
    lines = [f"{LEAD} {MORE} That is what chapter {number} of their contract says." for number in range(6)]
    boxes = [
        f'<div><div class="item article__body"><p>{a}</p><p>{b}</p></div></div><div class="ad">Advertisement</div>'
        for a, b in zip(lines[::2], lines[1::2], strict=True)
    ]
    page = f"<!DOCTYPE html><html><head><title>Oats</title></head><body><main>{''.join(boxes)}</main></body></html>"
    assert article(page, "a.html").text.split("\n\n") == lines


def test_a_page_is_its_story():
    """Menu, script and footer are gone; the day is that of its metadata, the headline metadata only."""
    page = (
        '<!DOCTYPE html><html lang="en"><head><title>Oats</title>'
        '<meta property="article:published_time" content="2024-05-01T08:00:00Z">'
        '<meta property="og:title" content="Morvik Foods signs with Lintara"><script>var x = 1;</script></head><body>'
        '<nav><a href="/">Home</a> <a href="/b">Business</a></nav><article><h1>Morvik Foods signs with Lintara</h1>'
        f"<p>{LEAD}</p><p>{MORE}</p></article><footer>© Nordhavn Wire</footer></body></html>"
    )
    found = article(page, "a.html")
    assert LEAD in found.text
    assert MORE in found.text
    assert not {"var x", "Home", "© Nordhavn"} & {
        word for word in ("var x", "Home", "© Nordhavn") if word in found.text
    }
    assert found.published.value == "2024-05-01"
    assert found.headline == "Morvik Foods signs with Lintara"
    for one in found.offsets:
        assert found.text[one.start : one.start + one.length] == page[one.raw_start : one.raw_start + one.length]


def test_the_marks_of_markdown_are_gone_and_their_words_stay():
    """Headings, emphasis and links."""
    text = f"# Morvik Foods signs with Lintara\n\n**Oslo** — [{LEAD}](https://example.org/1)\n\n_{MORE}_"
    found = article(text, "a.md")
    assert found.text == f"Morvik Foods signs with Lintara\n\nOslo — {LEAD}\n\n{MORE}"


def test_a_headline_of_the_metadata_begins_the_text():
    """Once, also where the body repeats it."""
    title = "Morvik Foods signs with Lintara"
    for body in (STORY, f"{title}\n\n{STORY}"):
        found = article(f"---\ntitle: {title}\n---\n{body}", "a.md")
        assert found.text == f"{title}\n\n{STORY}"


def test_a_date_later_than_the_day_of_receipt_is_not_believed():
    """Nobody publishes tomorrow's paper."""
    assert article(f"date 2024-05-06 {STORY}").published.value == "2024-05-06"
    assert article(f"date 2024-05-07 {STORY}").published is None


def test_a_date_later_than_the_crawl_is_not_believed():
    """The scraper's month bounds what the page says."""
    assert article(f"date 2023-09 \n\nPosted 1 October 2023\n\n{STORY}").published is None
    assert article(f"date 2023-09 \n\nPosted 1 August 2023\n\n{STORY}").published.value == "2023-08-01"


def test_a_dateline_gives_the_day():
    """It stays in the text, as it is part of the story."""
    found = article(f"OSLO, 2 May 2024 – {LEAD}\n\n{MORE}")
    assert (found.published.value, found.published.source) == ("2024-05-02", "dateline")
    assert "OSLO, 2 May 2024" in found.text


def test_an_update_time_is_no_day_of_publication():
    """The header's own day is."""
    assert article(f"Updated: 4 May 2024\n\n{STORY}").published is None


def test_entities_that_a_feed_left_in_a_headline_are_characters():
    """Each still points to where it stands in the source."""
    content = json.dumps({"title": "Morvik &amp; Sons\u2019 oats &#8211; a deal", "text": STORY})
    found = article(content, "a.json")
    assert found.headline == "Morvik & Sons\u2019 oats \u2013 a deal"
    assert found.text.startswith(found.headline)
    for segment in found.offsets:
        here = found.text[segment.start : segment.start + segment.length]
        assert here == content[segment.raw_start : segment.raw_start + segment.length]
    assert any(found.text[s.start : s.start + s.length].startswith(" Sons") for s in found.offsets)


def test_what_is_noise_alone_is_empty():
    """An article of which nothing is left is refused."""
    with pytest.raises(Rejected) as refused:
        article("top of page\n\nbottom of page")
    assert refused.value.reason == Reason.EMPTY
