"""What the core reads, and what a question looks at."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.learned.focus import asked, read_of, rows_near
from pipeline.extraction.learned.labels import TELLINGS, TYPES
from pipeline.extraction.learned.windows import Piece, Sentence, Window

SENTENCES = [Sentence(n, f"Sentence {n}.", "body", quoted=False) for n in range(30)]


def numbers(*hinted):
    """The numbers of the sentences that are read."""
    return [s.number for s in read_of(SENTENCES, hinted)]


def test_the_opening_is_read_whatever_it_says():
    """News stands there."""
    assert numbers() == list(range(8))


def test_further_down_a_trigger_phrase_is_read_with_its_neighbours():
    """Who "the company" is stands in the sentence before."""
    assert numbers(20) == [*range(8), 19, 20, 21]


@given(st.sets(st.integers(0, 29)))
def test_what_is_read_stands_in_order_and_once(hinted):
    """However many phrases an article holds."""
    read = numbers(*hinted)
    assert read == sorted(set(read))
    assert hinted <= set(read)


@pytest.mark.parametrize(
    ("chance", "by_itself", "with_a_phrase"), [(0.02, False, False), (0.1, False, True), (0.3, True, True)]
)
def test_where_a_phrase_speaks_for_a_type_the_core_is_asked_sooner(chance, by_itself, with_a_phrase):
    """What it takes for nothing costs no question, whatever the phrase says."""
    window = Window((Piece(SENTENCES[3], (), (), ()),), 0, has_headline=False)
    told = np.zeros((1, len(TYPES), len(TELLINGS)), dtype=np.float32)
    told[..., TELLINGS.index("none")] = 1
    kind = TYPES.index("workforce")
    told[0, kind] = [1 - chance if telling == "none" else chance / 2 for telling in TELLINGS]
    found = [list(asked(window, told, also)) for also in ((), [(3, "workforce")])]
    assert found == [[(0, kind)] * by_itself, [(0, kind)] * with_a_phrase]


def test_a_question_looks_at_the_headline_and_two_sentences_on_either_side():
    """And at the marks between them; the first piece of a window without a headline is a sentence like others."""
    slots = np.array([-1, 0, -1, 1, 2, 3, 4, 5, 6, -1])
    assert [int(s) for s in slots[rows_near(slots, 4, has_headline=True)]] == [-1, 0, -1, 2, 3, 4, 5, 6, -1]
    assert [int(s) for s in slots[rows_near(slots, 4, has_headline=False)]] == [-1, -1, 2, 3, 4, 5, 6, -1]
