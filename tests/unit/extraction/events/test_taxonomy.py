"""The event types are data: complete, consistent, and each proved by its own examples."""

import pytest
from pydantic import ValidationError

from schemas.article import Article, SourceDate
from schemas.taxonomy import TypeSpec, load_taxonomy

rules = pytest.importorskip("pipeline.extraction.rules")

TAXONOMY = load_taxonomy()
EXAMPLES = [(spec, example) for spec in TAXONOMY.types.values() for example in spec.examples]


@pytest.fixture(scope="module")
def extractor():
    """The whole rule extractor, entities included."""
    return rules.RuleExtractor()


@pytest.mark.parametrize(("spec", "example"), EXAMPLES, ids=[f"{s.type}: {e.text[:40]}" for s, e in EXAMPLES])
def test_every_example_of_the_taxonomy_is_extracted(extractor, spec, example):
    """A type file carries its tests: the event that each example tells, or none."""
    article = Article(
        article_id="example",
        path="example.txt",
        headline=example.headline,
        text=f"{example.headline}\n\n{example.text}" if example.headline else example.text,
        published=SourceDate(value=example.published, source="meta") if example.published else None,
    )
    found = [m for m in extractor.extract(article).mentions if m.salience != "background"]
    if example.status is None:
        assert found == []
        return
    (event,) = [m for m in found if m.type == spec.type]
    assert event.status == example.status
    assert example.subtype in (None, event.subtype)
    assert {(p.role, p.name) for p in example.parties} <= {(p.role, p.name) for p in event.parties}


def test_the_eight_types_are_there():
    """A wheel without its YAML would find nothing, silently."""
    assert set(TAXONOMY.types) == {
        "partnership",
        "acquisition",
        "investment",
        "facility",
        "product_launch",
        "executive_change",
        "legal_action",
        "workforce",
    }


@pytest.mark.parametrize("spec", TAXONOMY.types.values(), ids=lambda spec: spec.type)
def test_every_type_has_an_example_of_an_event_and_of_none(spec):
    """Both sides of the border are marked."""
    assert {example.status is None for example in spec.examples} == {True, False}


@pytest.mark.parametrize("spec", TAXONOMY.types.values(), ids=lambda spec: spec.type)
def test_siblings_know_each_other(spec):
    """Whoever is compared with a type is a type."""
    assert set(spec.siblings) <= set(TAXONOMY.types) - {spec.type}


def test_a_type_without_a_status_for_each_form_of_a_verb_is_refused():
    """Else the first article whose verb has that form would fail."""
    tenses = {tense: status for tense, status in TAXONOMY["facility"].tenses.items() if tense != "progressive"}
    with pytest.raises(ValidationError, match="no status for progressive"):
        TypeSpec.model_validate(TAXONOMY["facility"].model_dump() | {"tenses": tenses})


def test_a_type_that_uses_an_undeclared_role_is_refused():
    """A slip of the pen in a type file fails at once, with the name."""
    spec = TAXONOMY["facility"].model_dump() | {"frames": {"operate": {"subject": "oprator"}, "open": {}}}
    with pytest.raises(ValidationError, match="oprator used but not declared"):
        TypeSpec.model_validate(spec)
