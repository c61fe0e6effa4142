"""Reports for tests of resolution: one-line builders, and the seed articles' mentions written by hand."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from pipeline.resolution import Report
from schemas.article import SourceDate
from schemas.evidence import Evidence
from schemas.mention import Amount, Characterization, EventDate, EventMention, Party, Place, Product, Quote

SEEDS = Path(__file__).parent.parent / "seeds"
SEEN = datetime(2026, 1, 1, tzinfo=UTC)
ROLES = {"facility": "operator", "workforce": "employer", "product_launch": "vendor", "executive_change": "person"}
POINTS = {
    "Noida": ("IN", 28.58, 77.33),
    "Oslo": ("NO", 59.91, 10.75),
    "Lyon": ("FR", 45.75, 4.85),
    "India": ("IN", None, None),
    "Austin": ("US", 30.27, -97.74),
    "Austin, Texas": ("US", 30.27, -97.74),
    "Austin, Minnesota": ("US", 43.67, -92.97),
    "El Paso, Texas": ("US", 31.76, -106.49),
}


def said(text: str) -> Evidence:
    """Evidence for `text`, standing at the start of a text of its own."""
    return Evidence(text=text, start=0, end=len(text))


def party(given: str, role: str = "partner") -> Party:
    """A party from "role: Name | Alias, Alias via Subsidiary", of which all but the name may be missing."""
    named, _, via = given.partition(" via ")
    own_role, _, rest = named.rpartition(": ")
    name, _, aliases = rest.partition(" | ")
    listed = tuple(alias.strip() for alias in aliases.split(",") if alias.strip())
    key = name.casefold().replace(" ", "-")
    return Party(role=own_role or role, name=name, entity_id=key, aliases=listed, via=via or None, evidence=said(name))


def place(name: str) -> Place:
    """A place, with its point where the tests know it."""
    country, lat, lon = POINTS.get(name, (None, None, None))
    return Place(name=name, country=country, lat=lat, lon=lon, evidence=said(name))


def report(
    article: str,
    parties: Sequence[str],
    kind: str = "partnership",
    status: str = "agreed",
    *,
    number: int = 0,
    subtype: str | None = None,
    products: Iterable[str] = (),
    places: Iterable[str] = (),
    day: str | None = None,
    weekday: int | None = None,
    published: str | None = None,
    amounts: Iterable[tuple[float, str, str]] = (),
    quotes: Iterable[tuple[str, str, str]] = (),
    traits: Iterable[tuple[str, str, str | None]] = (),
    voice: str = "outlet",
    said_by: str | None = None,
    salience: str = "headline",
    publisher: str | None = None,
    copy_of: str | None = None,
    withdrawn: bool = False,
    evidence: str = "They have agreed.",
) -> Report:
    """A report of one mention; dates are given as `day` or as a bare `weekday`, amounts as (value, unit, kind)."""
    dates = []
    if day:
        dates.append(EventDate(kind="announced", value=day, text=day, evidence=said(day)))
    if weekday is not None:
        dates.append(
            EventDate(kind="announced", value=None, weekday=weekday, text="that day", evidence=said("that day"))
        )
    mention = EventMention(
        mention_id=f"{article}#{number}",
        article_id=article,
        type=kind,
        subtype=subtype,
        status=status,
        voice=voice,
        said_by=said_by,
        salience=salience,
        confidence=1,
        trigger=said(evidence),
        evidence=said(evidence),
        parties=tuple(party(given, ROLES.get(kind, "partner")) for given in parties),
        places=tuple(place(name) for name in places),
        dates=tuple(dates),
        amounts=tuple(_amount(*amount) for amount in amounts),
        products=tuple(Product(name=name, evidence=said(name)) for name in products),
        quotes=tuple(Quote(text=t, speaker=s, affiliation=a, evidence=said(t)) for t, s, a in quotes),
        characterizations=tuple(Characterization(axis=a, pole=p, speaker=s, evidence=said(p)) for a, p, s in traits),
        extractor="test@1",
    )
    return Report(
        mention=mention,
        article_id=article,
        path=f"{article}.txt",
        seen_at=SEEN,
        publisher=publisher,
        published=SourceDate(value=published, source="meta") if published else None,
        copy_of=copy_of,
        withdrawn=withdrawn,
    )


def _amount(value: float, unit: str, kind: str) -> Amount:
    text = f"{value:,.10g} {unit}"
    return Amount(value=value, unit=unit, kind=kind, text=text, evidence=said(text))


def seed_reports() -> tuple[Report, ...]:
    """What the five seed articles say, labelled by hand: events, voices and characterizations."""
    dixon, xiaomi = "Dixon Technologies (India) Limited | Dixon, Dixon Technologies", "Xiaomi India | Xiaomi"
    lall = ("This partnership represents a major milestone", "Atul B Lall", "Dixon Technologies")
    return (
        report(
            "000", [dixon, xiaomi], status="planned", voice="party", weekday=2, places=["Noida"], quotes=[lall],
            products=["Xiaomi mobile phones", "Xiaomi smartphones"],
            traits=[("novelty", "new", "Atul B Lall"), ("novelty", "new", None)],
            evidence="Electronic manufacturer has proposed a partnership to produce and export mobile phones.",
        ),
        report(
            "000", [dixon], "facility", number=1, salience="body", places=["Noida"], amounts=[(320000, "sqft", "area")],
            products=["Xiaomi smartphones"],
            evidence="the company is setting up a new 320,000 square feet production facility in Noida.",
        ),
        report(
            "001", ["Dixon Technologies (India) | Dixon", "Xiaomi"], status="planned", published="2023-05-31",
            places=["India"], products=["mobile phones"], traits=[("novelty", "continuation", None)],
            evidence="Xiaomi is planning to extend its partnership with Dixon for mobile manufacturing",
        ),
        report(
            "001", ["Optiemus Electronics", "Xiaomi | the Chinese smartphone maker"], number=1, salience="background",
            day="2023-05-29", published="2023-05-31", places=["Noida"], products=["audio products"],
            evidence="the Chinese smartphone maker inked a manufacturing contract to make its audio products",
        ),
        report(
            "002", ["Dixon Technologies | Dixon via Padget Electronics", "Xiaomi Corp | Xiaomi, Xiaomi India"],
            voice="party", said_by="Dixon Technologies", weekday=2, places=["Noida", "Uttar Pradesh"], quotes=[lall],
            products=["smartphones", "other electronics products"],
            traits=[("novelty", "new", "Atul B Lall"), ("novelty", "continuation", "Xiaomi India")],
            evidence="it has entered into a partnership with Xiaomi through its subsidiary Padget Electronics",
        ),
        report(
            "002", ["Xiaomi"], "facility", "planned", number=1, salience="background", places=["India"],
            amounts=[(18000, "units", "sites")],
            evidence="Xiaomi announced plans to expand its network of bricks-and-mortar stores across India",
        ),
        report(
            "002", ["authority: Indian authorities", "defendant: Xiaomi"], "legal_action", "completed", number=2,
            salience="background", places=["India"],
            evidence="Indian authorities have accused Xiaomi of making remittances to foreign entities",
        ),
        report(
            "003", ["Dixon Technologies via Padget Electronics", "Xiaomi"], places=["Noida", "Uttar Pradesh"],
            products=["smartphones", "electronics products"],
            traits=[("novelty", "new", None), ("novelty", "continuation", "Xiaomi")],
            evidence="Chinese smartphone giant Xiaomi has entered into a partnership with Dixon Technologies",
        ),
        report(
            "003", ["Foxconn Technology Group", "Xiaomi"], status="completed", number=1, salience="background",
            day="2015", places=["India"],
            evidence="The company initially established local production in India in 2015 through a partnership",
        ),
        report(
            "003", ["Xiaomi"], "facility", "planned", number=2, salience="background", places=["India"],
            amounts=[(18000, "units", "sites")],
            evidence="Xiaomi plans to expand its network of bricks-and-mortar stores across India",
        ),
        report(
            "003", ["authority: Indian government", "defendant: Xiaomi"], "legal_action", "completed", number=3,
            salience="background", places=["India"], amounts=[(676000000, "USD", "other")],
            evidence="a legal battle with the Indian government over the return of frozen funds",
        ),
        report(
            "004", ["Optiemus Electronics Limited | Optiemus, Optiemus Electronics, OEL", "Xiaomi | Xiaomi India"],
            day="2023-05-29", published="2023-05-29", places=["Noida", "Uttar Pradesh"], voice="party",
            products=["wireless audio products"], traits=[("novelty", "new", None)],
            evidence="Chinese tech company Xiaomi has collaborated with Optiemus to make wireless audio products.",
        ),
    )  # fmt: skip
