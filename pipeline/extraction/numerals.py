"""Numerals: numbers in figures and in words, with their scale."""

import re
from decimal import Decimal

_ONES = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * n
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_BIG = {"hundred": 100, "thousand": 1000, "dozen": 12}
SCALES = {
    "thousand": 1e3,
    "k": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "million": 1e6,
    "millions": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "m": 1e6,
    "mm": 1e6,
    "crore": 1e7,
    "crores": 1e7,
    "cr": 1e7,
    "billion": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "trn": 1e12,
    "t": 1e12,
    "lakh crore": 1e12,
}
_WORD = "|".join(sorted((*_ONES, *_TENS), key=len, reverse=True))
FIGURES = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
IN_WORDS = rf"(?:{_WORD})(?:[\s-](?:{_WORD}|hundred|thousand|dozen|and(?=\s(?:{_WORD})\b)))*|(?:a\s)?(?:hundred|dozen)"
SCALE = (
    r"(?:[\s-]?(?i:lakh crore|million|billion|trillion|thousand|crores?|lakhs?|millions)\b|"
    r"\s?(?i:bn|mn|mln|mio|bln|tn|trn|cr)\b|(?:m|b|k|B|M|K|mm|MM|t|T)\b)"
)
NUMBER = rf"(?:(?<![\w.,])(?:{FIGURES})|\b(?i:{IN_WORDS})(?![\w]))"


def value_of(number: str, scale: str | None) -> float:
    """The value of a number in figures or words, times its scale."""
    factor = Decimal(SCALES[re.sub(r"^[\s-]+", "", scale).casefold()]) if scale else Decimal(1)
    plain = number.replace(",", "")
    base = Decimal(plain) if plain[0].isdigit() else Decimal(_in_words(plain))
    return float(base * factor)


def _in_words(number: str) -> int:
    """The value of a number in words."""
    total, part = 0, 0
    for word in re.split(r"[\s-]+", number.casefold()):
        if word in _ONES or word in _TENS:
            part += _ONES.get(word, 0) + _TENS.get(word, 0)
        elif word in _BIG:
            part = max(part, 1) * _BIG[word]
            if word == "thousand":
                total, part = total + part, 0
    return total + part
