"""The phrase notation means what the taxonomy's authors expect."""

import pytest

from pipeline.extraction.phrases import Lexicon, expression_of, inflections, plain


def found(phrase, text, words=None):
    """The words of the text that a phrase finds."""
    return [text[hit.start : hit.end] for hit in Lexicon([(phrase, True)], words).find(plain(text))]


@pytest.mark.parametrize(
    ("word", "form"), [("plan", "planned"), ("acquire", "acquiring"), ("supply", "supplied"), ("launch", "launches")]
)
def test_a_tilde_stands_for_all_regular_inflections(word, form):
    """Authors write the stem once."""
    assert form in inflections(word)


def test_a_star_skips_at_most_four_words():
    """A gap bridges adjectives, not a sentence."""
    assert found("sign~ * deal", "signed a big new supply deal") == ["signed a big new supply deal"]
    assert found("sign~ * deal", "signed one two three four five deal") == []


def test_a_star_does_not_cross_a_semicolon():
    """Beyond it stands another statement."""
    assert found("sign~ * deal", "signed up; a deal") == []


def test_an_optional_word_may_stand_or_miss():
    """`word?` is written once for both."""
    assert found("team~ up? with", "teamed with") == ["teamed with"]
    assert found("team~ up? with", "teamed up with") == ["teamed up with"]


def test_a_word_list_is_spliced_in():
    """`$name` stands for its alternatives, of several words too."""
    assert found("$deal with", "a joint venture with", {"deal": "joint_venture|pact"}) == ["joint venture with"]


def test_curly_apostrophes_match_straight_ones():
    """Typesetting is no difference."""
    assert found("n't|isn't", "it isn’t so") == ["isn’t"]


def test_a_phrase_must_begin_with_a_word():
    """Else it would have to be tried at every place of every text."""
    with pytest.raises(ValueError, match="does not begin with a word"):
        expression_of("*", {})
