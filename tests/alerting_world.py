"""Events of an invented world, to try alert rules on."""

from datetime import UTC, datetime

from schemas.alert import Alert
from schemas.event import Conflict, Event, Novelty, Source, Versions
from schemas.evidence import Evidence
from schemas.mention import Amount, Party, Place, Product

NOON = datetime(2024, 5, 6, 12, tzinfo=UTC)
SENTENCE = "Morvik Foods and Lintara have signed a supply agreement for oat milk in Oslo."


def evidence(text=SENTENCE):
    """Words that stand at the start of some article."""
    return Evidence(text=text, start=0, end=len(text))


def party(name, role="partner", **more):
    """A party, told in the one sentence."""
    return Party(role=role, name=name, entity_id=name.casefold(), evidence=evidence(), **more)


def source(path="a.txt", **more):
    """An article's mention of the event."""
    said = {"salience": "headline", "status": "agreed", "confidence": 0.8, "evidence": evidence(), **more}
    return Source(path=path, article_id=path, mention_id=f"m-{path}", **said)


def amount(value, unit="EUR", text=None):
    """An amount, in the text's words."""
    return Amount(value=value, unit=unit, text=text or f"{unit} {value:g}", evidence=evidence())


def conflict(field):
    """Two claims that cannot both be true."""
    return Conflict(field=field, claims=("c1", "c2"), against=("c2",), preferred="c1", why="a party's word")


def event(**more):
    """A supply deal that one article tells as its headline; a later revision only corroborates unless it says more."""
    first = more.get("revision", 1) == 1
    said = {
        "event_id": "ev-1",
        "revision": 1,
        "revision_kind": "new" if first else "corroborated",
        "type": "partnership",
        "subtype": "supply",
        "status": "agreed",
        "title": "Morvik Foods and Lintara: partnership",
        "parties": (party("Morvik Foods AS", aliases=("Morvik",)), party("Lintara", via="Lintara Nordics")),
        "places": (Place(name="Oslo", country="NO", evidence=evidence()),),
        "amounts": (amount(2_000_000.0, text="€2 million"),),
        "products": (Product(name="oat milk", evidence=evidence()),),
        "sources": (source(),),
        "novelty": Novelty(score=100, adds=("parties", "places")) if first else Novelty(score=20),
        "first_seen": NOON,
        "last_seen": NOON,
        "versions": Versions(pipeline="1", taxonomy="1", rules="1"),
        **more,
    }
    return Event(**said)


def alert(**more):
    """An alert of that deal."""
    said = {
        "alert_id": "al-1",
        "rule": "supply deals",
        "event_id": "ev-1",
        "revision": 1,
        "kind": "new",
        "title": "Morvik Foods and Lintara: partnership",
        "summary": "Partnership (supply) agreed: Morvik Foods AS and Lintara; in Oslo.",
        "evidence": evidence(),
        "evidence_path": "a.txt",
        "adds": ("parties",),
        "why": "supply deals: type partnership",
        "created_at": NOON,
        **more,
    }
    return Alert(**said)
