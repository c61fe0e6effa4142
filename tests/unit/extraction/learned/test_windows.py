"""An article is cut into windows so that every sentence is spoken for once, under its headline."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.learned.core import WEIGHTS
from pipeline.extraction.learned.windows import MOST_TOKENS, Sentence, rows_of, tokenizer_of, windows_of

TOKENIZER = tokenizer_of(WEIGHTS)
WORDS = st.text(alphabet="abcdefgh IJKL.,'12é中 ", max_size=400)


def sentences(texts, *, headline):
    """Sentences, the first of them the headline where there is one."""
    return [
        Sentence(n, text, "headline" if headline and n == 0 else "lead" if n < 3 else "body", quoted=False)
        for n, text in enumerate(texts)
    ]


@given(st.lists(WORDS, max_size=40), st.booleans())
def test_every_sentence_is_spoken_for_by_exactly_one_window(texts, headline):
    """What is context in one window was read for its own sake in another."""
    told = [
        piece.sentence.number
        for window in windows_of(sentences(texts, headline=headline), TOKENIZER)
        for piece in window.pieces[window.first :]
    ]
    assert told == list(range(len(texts)))


@given(st.lists(WORDS, max_size=40), st.booleans())
def test_no_window_is_longer_than_the_model_reads(texts, headline):
    """Whatever the text, the rows fit."""
    for window in windows_of(sentences(texts, headline=headline), TOKENIZER):
        assert len(rows_of(window).ids) <= MOST_TOKENS


@given(st.lists(WORDS, min_size=1, max_size=40))
def test_every_window_begins_with_the_headline(texts):
    """Whom an article is about is known further down too."""
    for window in windows_of(sentences(texts, headline=True), TOKENIZER):
        assert window.pieces[0].sentence.block == "headline"


@given(st.lists(WORDS, max_size=12), st.booleans())
def test_every_row_of_a_window_has_the_same_length(texts, headline):
    """One number a token, in each row."""
    for window in windows_of(sentences(texts, headline=headline), TOKENIZER):
        rows = rows_of(window)
        assert len({len(rows.ids), len(rows.cases), len(rows.blocks), len(rows.slots)}) == 1
