"""Words are those of Elasticsearch's standard analyzer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.index.tokens import LONGEST, lowered, tokens, words

CASES: dict[str, tuple[str, ...]] = {
    "The 2 QUICK Brown-Foxes jumped over the lazy dog's bone.": (
        *("the", "2", "quick", "brown", "foxes"),
        *("jumped", "over", "the", "lazy", "dog's", "bone"),
    ),
    "AT&T U.S. wi-fi 3.5bn 1,000.50 24/7": ("at", "t", "u.s", "wi", "fi", "3.5bn", "1,000.50", "24", "7"),
    "o'malley O’Malley 'quoted' rock 'n' roll": ("o'malley", "o’malley", "quoted", "rock", "n", "roll"),
    "a_b _c __ d:e f;g x@y.z": ("a_b", "_c", "d:e", "f", "g", "x", "y.z"),
    "1.e e.1 1:2 a1.b2": ("1", "e", "e", "1", "1", "2", "a1", "b2"),
    "$5m #tag @handle 50%": ("5m", "tag", "handle", "50"),
    "小米 ひらがな カタカナ 한국어": ("小", "米", "ひ", "ら", "が", "な", "カタカナ", "한국어"),
    "Москва naïve Straße ΟΔΟΣ İzmir": ("москва", "naïve", "straße", "οδοσ", "izmir"),
    "โทรศัพท์ မြန်မာ": ("โทรศัพท์", "မြန်မာ"),
    'שב"כ צה"ל': ('שב"כ', 'צה"ל'),
    "👍 🇮🇳 👨‍👩‍👧 ok": ("👍", "🇮🇳", "👨‍👩‍👧", "ok"),
    "e\u0301te\u0301 soft\u00adhyphen": ("e\u0301te\u0301", "soft\u00adhyphen"),
    "& … — “” ! ?": (),
    "": (),
}


@pytest.mark.parametrize("text", CASES)
def test_text_is_split_as_elasticsearch_does(text: str) -> None:
    """UAX #29 with Lucene's additions, lower-cased a character at a time."""
    assert words(text) == CASES[text]


def test_long_words_are_cut() -> None:
    """At 255 characters, as Lucene cuts them."""
    assert [len(word) for word in words("a" * 600)] == [LONGEST, LONGEST, 90]


@given(st.text(max_size=60))
def test_tokens_stand_where_they_say(text: str) -> None:
    """In order, apart, and equal to the text there in lower case."""
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end
        assert token.word == lowered(text[token.start : token.end])
        end = token.end


@given(st.text(max_size=60))
def test_no_word_holds_a_blank(text: str) -> None:
    """Words joined by blanks are split into the same words again."""
    assert " ".join(words(text)).split() == list(words(text))
