"""Words by UAX #29, lower-cased: the same words that Elasticsearch's `standard` analyzer finds."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

LONGEST = 255  # characters; Lucene cuts longer words into pieces of this length


def _extended(characters: str) -> str:
    """A character with the marks that belong to it (rule WB4)."""
    return rf"(?:[{characters}][\p{{WB=Format}}\p{{WB=Extend}}\p{{WB=ZWJ}}]*)"


# Lucene's grammar of rules WB5 to WB13; the colon joins letters there, as in Unicode before 15.1.
_LETTER = _extended(r"[\p{WB=ALetter}\p{WB=Hebrew_Letter}]--\p{LB=SA}")
_AFTER_HEBREW = r"(?<=\p{WB=Hebrew_Letter})"
_HEBREW = _extended(r"\p{WB=Hebrew_Letter}")
_NUMBER = _extended(r"\p{WB=Numeric}")
_KATAKANA = _extended(r"\p{WB=Katakana}")
_JOINER = _extended(r"\p{WB=ExtendNumLet}")
_QUOTE = _extended(r"\p{WB=Single_Quote}")
_DOUBLE_QUOTE = _extended(r"\p{WB=Double_Quote}")
_MID_LETTER = _extended(r"\p{WB=MidLetter}\p{WB=MidNumLet}\p{WB=Single_Quote}:")
_MID_NUMBER = _extended(r"\p{WB=MidNum}\p{WB=MidNumLet}\p{WB=Single_Quote}")
_THAI_LIKE = _extended(r"\p{LB=SA}")
_IDEOGRAPH = _extended(r"\p{Han}\p{Hiragana}")
_FLAG = r"\p{Regional_Indicator}{2}"
_PICTURE = r"\p{Extended_Pictographic}[\p{WB=Format}\p{WB=Extend}]*"
_RUN = (
    rf"(?:{_KATAKANA}(?:{_JOINER}*{_KATAKANA})*"
    rf"|(?:{_NUMBER}(?:(?:{_JOINER}*|{_MID_NUMBER}){_NUMBER})*"
    rf"|{_LETTER}(?:(?:{_JOINER}*|{_MID_LETTER}){_LETTER}|{_AFTER_HEBREW}{_DOUBLE_QUOTE}{_HEBREW})*"
    rf"(?:{_AFTER_HEBREW}{_QUOTE})?)+)"
)
_WORD = regex.compile(
    rf"{_JOINER}*{_RUN}(?:{_JOINER}+{_RUN})*{_JOINER}*"
    rf"|{_THAI_LIKE}+|{_IDEOGRAPH}|{_FLAG}|{_PICTURE}(?:\p{{WB=ZWJ}}{_PICTURE})*",
    regex.VERSION1,
)


@dataclass(frozen=True)
class Token:
    """A lower-cased word that stands at `[start, end)` of its text."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of `text` in order; what holds no letter, digit, ideograph or pictograph is none."""
    low = lowered(text)
    return (Token(low[start:end], start, end) for start, end in _spans(text))


def words(text: str) -> tuple[str, ...]:
    """The words of `text` without their places."""
    low = lowered(text)
    return tuple(low[start:end] for start, end in _spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for match in _WORD.finditer(text):
        first, last = match.span()
        for start in range(first, last, LONGEST):
            yield start, min(start + LONGEST, last)


def lowered(text: str) -> str:
    """`text` in lower case, of the same length: character by character as Lucene does, whatever the neighbours."""
    if text.isascii():
        return text.lower()
    return "".join(low if len(low := character.lower()) == 1 else low[0] for character in text)
