"""The notations of amounts in news, in headlines' capitals too: sums of money, percentages, measures, counts."""

import re

from pipeline.extraction import currencies
from pipeline.extraction.numerals import FIGURES, NUMBER, SCALE
from pipeline.extraction.scopes import PER_SHARE
from pipeline.extraction.units import COUNTED, MEASURES

_RANGE = r"(?:\s?(?:-|–|to|and)\s?)"
_CODE = r"(?P<code>\b[A-Z]{3})"
SIGNED = re.compile(
    rf"(?<![\w$])(?P<sign>{currencies.SIGN})\s?(?P<number>{FIGURES})(?P<scale>{SCALE})?"
    rf"(?:{_RANGE}(?:(?P=sign)\s?)?(?P<number2>{FIGURES})(?P<scale2>{SCALE}))?(?![\w%])"
)
CODED = re.compile(rf"{_CODE}\s?\$?(?P<number>{FIGURES})(?P<scale>{SCALE})?(?![\w%])")
NAMED = re.compile(
    rf"(?P<number>{NUMBER})(?P<scale>{SCALE})?(?:{_RANGE}(?P<number2>{FIGURES})(?P<scale2>{SCALE}))?"
    rf"[\s-](?P<name>{currencies.NAME}|[A-Z]{{3}}\b)"
)
PERCENT = re.compile(
    rf"(?P<number>{NUMBER})(?:{_RANGE}(?P<number2>{FIGURES}))?(?:\s?%|[\s-](?i:per\s?cent|pct|percent)\b)"
)
MEASURED = re.compile(
    rf"(?P<number>{NUMBER})(?P<scale>{SCALE})?(?:{_RANGE}(?P<number2>{FIGURES})(?P<scale2>{SCALE})?)?"
    rf"[\s-]?(?P<unit>{'|'.join(p for p, _, _ in MEASURES)})(?![\w])"
)
_LITTLE_WORD = (
    r"(?:of|to|in|for|at|by|with|from|on|and|or|per|is|are|was|were|million|billion|years?|months?|weeks?|days?|hours?|percent|"
    r"than|that|which|its|a|an|the|will|has|have|had|be|as|up|out|but|while)\b"
)
COUNT = re.compile(
    rf"(?<!Phase\s)(?P<number>{NUMBER})(?P<scale>{SCALE})?\+?(?:\s(?:or\s)?more)?\s(?:of\s(?:(?:its|the|their|[A-Z]\w+[’']s?)\s)?(?:{NUMBER}\s)?)?"
    rf"(?P<between>(?:(?!{_LITTLE_WORD})[^\W\d][\w’'&-]*\s){{0,3}}?)(?P<noun>(?i:{'|'.join(sorted(COUNTED, key=len, reverse=True))}))\b(?!-)"
)
BARE = re.compile(
    rf"(?P<number>{FIGURES})(?P<scale>[\s-]?(?:million|billion|bn|crore))\b(?=\s?[,.;)]|\s(?:up\s?front|in|for|on|over|from|at|if|when|once)\b)"
)
PARTS = {"half": 50.0, "third": 33.0, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
PART = re.compile(
    r"\b(?:a|one)?[\s-]?(?P<part>half|third|quarter|fifth|tenth)(?=[\s-](?:of\s(?:the|its|their|all|an?)|stake|interest|share)\b)"
)
EVEN = re.compile(r"\b50\s?[-:/–]\s?50\b|\b(?:fifty-fifty|in equal parts|in equal shares)\b")
PENNIES = re.compile(rf"(?P<number>{FIGURES})(?P<coin>p|\s?pence|[\s-]cents)(?={PER_SHARE})")
SEATED = re.compile(rf"(?P<number>{FIGURES})-(?:seat|room|bed|berth|unit|store|key|car|space|vehicle)\b")
