"""Tweets that a page has embedded: their words stay as a quote, their signature and links go."""

import re
from dataclasses import dataclass

from pipeline.cleaning.lines import Cut, Line

_MEDIA = re.compile(r"\s{0,9}\b(?:https?://)?(?:pic\.(?:twitter|x)\.com|t\.co)/\w+")
_SIGNATURE = re.compile(
    r"\s{0,9}[—–-]{1,3} (?P<author>[^()\n—]{2,60}?)\s{0,9}\(@(?P<handle>\w{2,30})\)\s*"
    r"(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+,? \d{4})?\s*$"
)
_SYMBOLS = re.compile(r"[^\w .'’-]+$")
_LONGEST_SIGNATURE = 200
_WIDE_GAP = re.compile(r"\n(?:[ \t]*\n){2,}\s*")


@dataclass(frozen=True)
class Tweet:
    """The place of a tweet's words in the body, and who wrote them."""

    start: int
    end: int
    author: str


def tweets_in(body: str, lines: list[Line]) -> tuple[list[Tweet], list[Cut]]:
    """Tweets by their signatures, and what is to be cut of them; a wide gap before the last paragraph is within one."""
    tweets: list[Tweet] = []
    cuts = [Cut(m.start(), m.end(), "tweet link") for m in _MEDIA.finditer(body)]
    for number, line in enumerate(lines):
        signed = _SIGNATURE.search(line.text, max(0, len(line.text) - _LONGEST_SIGNATURE))
        if not signed:
            continue
        author = _SYMBOLS.sub("", signed["author"]).strip()
        end = line.start + signed.start()
        media = _MEDIA.search(body, line.start, end)
        end = media.start() if media else end
        cuts.append(Cut(end, line.end, "tweet signature"))
        if end > line.start:
            tweets.append(Tweet(line.start, end, author))
        before = lines[number - 1] if number else None
        if before and _WIDE_GAP.fullmatch(body, before.end, line.start):
            tweets.append(Tweet(before.start, before.end, author))
    return tweets, cuts
