"""The weights are those of the recipe, small, and always say the same."""

import hashlib
import json

import pytest

from pipeline.extraction.learned.core import WEIGHTS, Core
from pipeline.extraction.learned.labels import TYPES
from pipeline.extraction.learned.windows import Sentence
from schemas.taxonomy import load_taxonomy

RECIPE = json.loads((WEIGHTS / "recipe.json").read_text("utf-8"))
MOST_BYTES = 40_000_000
SENTENCES = [
    Sentence(0, "Oslund Mobile partners with Tarvik Electronics", "headline", quoted=False),
    Sentence(1, "Oslund Mobile has signed a partnership with Tarvik Electronics to make phones.", "lead", quoted=False),
    Sentence(2, "Shares rose.", "body", quoted=False),
]


@pytest.fixture(scope="module")
def core():
    """The core with the weights that ship."""
    return Core()


@pytest.mark.parametrize("name", RECIPE["files"])
def test_every_file_is_the_one_that_the_recipe_made(name):
    """A file that was swapped would speak with another voice."""
    assert hashlib.sha256((WEIGHTS / name).read_bytes()).hexdigest() == RECIPE["files"][name]


def test_the_weights_are_small():
    """They travel with every checkout."""
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) <= MOST_BYTES


def test_the_same_sentences_always_give_the_same_proposals(core):
    """Nothing is drawn at random, and nothing is remembered."""
    first, second = (list(core.proposals(SENTENCES, (), frozenset())) for _ in range(2))
    assert [(p.type, p.sentence, p.told, p.status) for p in first] == [
        (p.type, p.sentence, p.told, p.status) for p in second
    ]
    assert all((a.tags == b.tags).all() for a, b in zip(first, second, strict=True))


def test_a_plain_partnership_is_proposed_in_its_sentence(core):
    """What everybody sees, the core sees."""
    told = {(p.type, p.sentence): p.told["news"] for p in core.proposals(SENTENCES, (), frozenset())}
    assert told["partnership", 1] > 0.5


LONG = [
    *SENTENCES[:2],
    *(Sentence(n, "The weather was fine, and nobody said a word.", "body", quoted=False) for n in range(2, 12)),
    Sentence(12, "Oslund Mobile has bought Halden Optics for 40 million euros.", "body", quoted=False),
]


def test_what_is_far_down_is_read_where_some_phrase_hints_at_an_event(core):
    """A sentence without any trigger phrase, and without one beside it, tells nothing."""
    told = [{p.sentence for p in core.proposals(LONG, (), frozenset(hinted))} for hinted in ((), (12,), (11,))]
    assert [12 in sentences for sentences in told] == [False, True, True]


def test_a_question_looks_at_what_is_near_its_sentence(core):
    """Two sentences on either side, and the headline."""
    near = [*SENTENCES[:2], *(Sentence(n, "Shares rose.", "body", quoted=False) for n in range(2, 5))]
    last = Sentence(5, "Oslund Mobile has bought Halden Optics for 40 million euros.", "body", quoted=False)
    found = {p.sentence: {number for number, _, _ in p.tokens} for p in core.proposals([*near, last], (), frozenset())}
    assert found[1] == {0, 1, 2, 3}
    assert found[5] == {0, 3, 4, 5}


def test_no_sentence_gives_no_proposal(core):
    """An empty article tells nothing."""
    assert list(core.proposals([], (), frozenset())) == []


def test_every_type_that_the_core_knows_is_one_of_the_taxonomy():
    """A name that the taxonomy lost would be proposed in vain."""
    assert set(TYPES) <= set(load_taxonomy().types)
