"""Hand-made events and articles with invented names, whose every evidence stands in a text."""

from datetime import UTC, datetime
from typing import Any

from schemas.article import Article, ArticleQuote, SourceDate
from schemas.event import Claim, Conflict, Event, Novelty, Progress, Related, Source, Versions
from schemas.evidence import Evidence
from schemas.mention import Amount, EventDate, Party, Place, Product, Quote

NOW = datetime(2023, 6, 2, 9, 0, tzinfo=UTC)

FIRST_TEXT = (
    "Zorvane and Kelmot sign pact\n\n"
    "OSLO: Zorvane Ltd, through its subsidiary Brisk Works, has entered into an agreement with Kelmot to make "
    "kettles in Oslo from August, investing $5 million.\n\n"
    '"It is a milestone for us," said Ada Quill, managing director of Zorvane, on Wednesday.'
)
SECOND_TEXT = (
    "Kelmot plays down kettle pact\n\n"
    "The proposed agreement with Zorvane, announced on 31 May, is just a continuation, Kelmot said."
)


def cut(text: str, words: str) -> Evidence:
    """The evidence of the first place where `words` stand."""
    start = text.index(words)
    return Evidence.cut(text, start, start + len(words))


def article(article_id: str, path: str, text: str, **fields: Any) -> Article:
    """An article of that text."""
    return Article(article_id=article_id, path=path, text=text, headline=text.partition("\n")[0], **fields)


FIRST = article(
    "a1",
    "pact.txt",
    FIRST_TEXT,
    publisher="The Daily Kettle",
    published=SourceDate(value="2023-05-31", source="header"),
    quotes=(
        ArticleQuote(
            text="It is a milestone for us", speaker="Ada Quill", evidence=cut(FIRST_TEXT, "It is a milestone for us")
        ),
    ),
)
SECOND = article(
    "a2", "denial.md", SECOND_TEXT, publisher="Nordic Wire", published=SourceDate(value="2023-06-01", source="meta")
)


def _claim(number: int, field: str, value: str, source: tuple[Article, str], said_by: str | None) -> Claim:
    said_in, words = source
    return Claim(
        claim_id=f"c{number}",
        field=field,
        value=value,
        voice="party",
        said_by=said_by,
        publisher=said_in.publisher,
        mention_id=f"m{number}",
        article_id=said_in.article_id,
        path=said_in.path,
        as_of="2023-05-31",
        evidence=cut(said_in.text, words),
        first_seen=NOW,
        last_seen=NOW,
    )


CLAIMS = (
    _claim(1, "status", "agreed", (FIRST, "entered into an agreement"), "Zorvane"),
    _claim(2, "status", "planned", (SECOND, "proposed agreement"), "Kelmot"),
    _claim(3, "characterization", "new", (FIRST, "milestone"), "Ada Quill"),
    _claim(4, "characterization", "continuation", (SECOND, "just a continuation"), "Kelmot"),
)


def _source(told_by: Article, mention_id: str, words: str) -> Source:
    return Source(
        path=told_by.path,
        article_id=told_by.article_id,
        mention_id=mention_id,
        publisher=told_by.publisher,
        published=told_by.published and told_by.published.value,
        salience="headline",
        status="agreed",
        confidence=0.9,
        evidence=cut(told_by.text, words),
    )


PACT = Event(
    event_id="e7f3a9c1d2",
    revision=2,
    revision_kind="conflict",
    type="partnership",
    subtype="manufacturing",
    status="agreed",
    history=(
        Progress(status="planned", as_of="2023-05-30", voice="unnamed", mention_id="m2"),
        Progress(status="agreed", as_of="2023-05-31", voice="party", mention_id="m1"),
    ),
    title="Zorvane and Kelmot: manufacturing partnership for kettles",
    parties=(
        Party(
            role="partner",
            name="Zorvane Ltd",
            entity_id="zorvane",
            aliases=("Zorvane",),
            via="Brisk Works",
            evidence=cut(FIRST_TEXT, "Zorvane Ltd"),
        ),
        Party(role="partner", name="Kelmot", entity_id="kelmot", evidence=cut(FIRST_TEXT, "Kelmot")),
    ),
    places=(Place(name="Oslo", country="NO", lat=59.91, lon=10.75, evidence=cut(FIRST_TEXT, "Oslo")),),
    dates=(
        EventDate(
            kind="announced",
            value="2023-05-31",
            text="Wednesday",
            evidence=cut(FIRST_TEXT, "Wednesday"),
            derived_from=("m1", "m2"),
        ),
        EventDate(kind="expected", value="2023-08", text="August", evidence=cut(FIRST_TEXT, "August")),
    ),
    amounts=(
        Amount(
            value=5_000_000,
            unit="USD",
            kind="investment",
            text="$5 million",
            evidence=cut(FIRST_TEXT, "$5 million"),
        ),
    ),
    products=(Product(name="kettles", evidence=cut(FIRST_TEXT, "kettles")),),
    quotes=(
        Quote(
            text="It is a milestone for us",
            speaker="Ada Quill",
            title="managing director",
            affiliation="Zorvane",
            evidence=cut(FIRST_TEXT, "It is a milestone for us"),
        ),
    ),
    claims=CLAIMS,
    conflicts=(
        Conflict(field="status", claims=("c1",), against=("c2",), preferred="c1", why="a party says so, later"),
        Conflict(field="characterization", claims=("c3",), against=("c4",), preferred="c3", why="both are parties"),
    ),
    related=(Related(event_id="e9b0000000", kind="follows"),),
    sources=(_source(FIRST, "m1", "entered into an agreement"), _source(SECOND, "m2", "proposed agreement")),
    novelty=Novelty(score=60, adds=("status",)),
    first_seen=NOW,
    last_seen=NOW,
    versions=Versions(pipeline="0.1.0", taxonomy="t", rules="r"),
)
