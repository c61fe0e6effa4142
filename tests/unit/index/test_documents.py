"""Records as flat documents."""

import json
from datetime import UTC, datetime
from typing import Any

from event_world import FIRST, NOW, PACT, SECOND

from pipeline.index.documents import alert_document, article_document, event_document
from pipeline.index.fields import known_fields, roles
from schemas.alert import Alert
from schemas.event import Event

BESIDE = {"location", "claims"}  # kept for Elasticsearch's own types, not fields of the language


def document_of(event: Event) -> dict[str, Any]:
    """The document of an event, which the ledger keeps as JSON."""
    return event_document(event.model_dump(mode="json"))


def test_an_event_document_has_fields_of_the_query_language_only() -> None:
    """Whatever is indexed can be asked for by its key."""
    assert set(document_of(PACT)) - BESIDE <= set(known_fields())
    assert set(article_document(FIRST, NOW)) <= set(known_fields())


def test_roles_are_flattened_under_their_names() -> None:
    """`partner:…` and `party:…` find names, aliases and the acting subsidiary."""
    document = document_of(PACT)
    assert document["partner"] == document["party"] == ["Zorvane Ltd", "Zorvane", "Brisk Works", "Kelmot"]
    assert document["company"] == ["Zorvane Ltd", "Kelmot"]


def test_every_role_of_the_taxonomy_is_a_field() -> None:
    """Nothing an event can hold is out of reach; no role hides a field of another meaning."""
    assert "partner" in roles()
    assert all(known_fields()[role].kind == "text" for role in roles())


def test_dates_stay_partial() -> None:
    """A month is indexed as a month, and a date without a day not at all."""
    assert document_of(PACT)["expected"] == ["2023-08"]
    unknown = PACT.dates[0].model_copy(update={"value": None})
    assert "announced" not in document_of(PACT.model_copy(update={"dates": (unknown,)}))


def test_a_town_is_one_city_with_or_without_its_state() -> None:
    """Facets count towns; the words of a place are searched whole."""
    (oslo,) = PACT.places
    document = document_of(PACT.model_copy(update={"places": (oslo.model_copy(update={"name": "Oslo, Minnesota"}),)}))
    assert (document["city"], document["place"]) == (["Oslo"], ["Oslo, Minnesota"])


def test_salience_is_the_best_of_the_sources() -> None:
    """One headline makes it a headline event; background alone is no news."""
    background = PACT.sources[0].model_copy(update={"salience": "background"})
    told = PACT.model_copy(update={"sources": (background, PACT.sources[1])})
    assert document_of(told)["salience"] == "headline"
    recalled = document_of(PACT.model_copy(update={"sources": (background,)}))
    assert (recalled["salience"], recalled["news"]) == ("background", False)


def test_copies_do_not_count_as_sources() -> None:
    """Two papers with one agency text are one source."""
    copy = PACT.sources[1].model_copy(update={"independent": False})
    assert document_of(PACT.model_copy(update={"sources": (PACT.sources[0], copy)}))["sources"] == 1


def test_absent_values_are_absent_fields() -> None:
    """So that `field:*` means what it says."""
    assert "url" not in article_document(SECOND)
    assert "first_seen" not in article_document(SECOND)
    assert "subtype" not in document_of(PACT.model_copy(update={"subtype": None}))


def test_documents_are_json_and_the_same_each_time() -> None:
    """Pure functions: a rebuilt index has the same content."""
    assert json.dumps(document_of(PACT)) == json.dumps(document_of(PACT))


def test_an_alert_document_names_its_event() -> None:
    """Alerts are found by rule, kind, state and event."""
    alert = Alert(
        alert_id="al1",
        rule="new-partnerships",
        event_id=PACT.event_id,
        revision=1,
        kind="new",
        title=PACT.title,
        summary="what is new",
        evidence=PACT.sources[0].evidence,
        evidence_path="pact.txt",
        why="type is partnership",
        created_at=datetime(2023, 6, 2, tzinfo=UTC),
    )
    document = alert_document(alert)
    assert set(document) <= set(known_fields())
    assert (document["event"], document["alert_kind"], document["state"]) == (PACT.event_id, "new", "open")
