"""What is taken out of a body: the rules in their order, each line with the reason why it goes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.cleaning.dating import scraped
from pipeline.cleaning.furniture import anywhere
from pipeline.cleaning.head import bylines, head, headline_line, house_words
from pipeline.cleaning.lines import Cut, Line, lines_of, without
from pipeline.cleaning.markup import markup, unmarked
from pipeline.cleaning.release import release_tail
from pipeline.cleaning.tail import page_tail, tail
from pipeline.cleaning.tweets import Tweet, tweets_in

_EDITORIAL = re.compile(
    r"\A\[(?:edited|updated|corrected|exclusive|sponsored|ad|advertorial|video|watch)\]\s*", re.IGNORECASE
)
_SOURCE = re.compile(r"source\s?: ?(?P<name>.{2,60})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\u200b\u2060\u00ad]+")


@dataclass(frozen=True)
class Found:
    """The cuts of a body; its headline, authors, tweets, and the outlets it names as its source."""

    cuts: tuple[Cut, ...]
    headline: Line | None
    byline: tuple[str, ...]
    tweets: tuple[Tweet, ...]
    sources: tuple[tuple[str, int, int], ...]


def examine(body: str, headline: str | None, publisher: str | None, *, markdown: bool, page: bool = False) -> Found:
    """Find what is no part of the story; a `page` was cut already and has no headline in its text."""
    marks = markup(body) if markdown else []
    cuts = [Cut(m.start(), m.end(), "crawl header") for m in [scraped(body)] if m]
    lines = _behind(lines_of(body), cuts)
    tweets, tweet_cuts = tweets_in(body, lines)
    cuts += [*tweet_cuts, *marks, *controls(body), *_marked(lines)]
    sources = tuple(_sources(lines))
    lines = [shown for line in lines if (shown := unmarked(line, marks)).text]
    known = {line: reason for line in lines if (reason := _reason(line))}
    cuts += [Cut(line.start, line.end, reason) for line, reason in known.items()]
    lines = without(lines, cuts)
    title: Line | None = None
    authors: tuple[str, ...] = ()
    house = house_words([], [], publisher)
    if not page:
        title, authors = headline_line(lines, headline), bylines(lines)
        before = head(lines, title)
        house = house_words(lines, before, publisher)
        cuts += before
    cuts += release_tail(lines)
    lines = without(lines, cuts)
    cuts += page_tail(lines) if page else tail(lines, house, known)
    return Found(tuple(cuts), title, authors, tuple(tweets), sources)


def controls(body: str) -> list[Cut]:
    """Characters that no reader sees and no database likes."""
    return [Cut(m.start(), m.end(), "control character") for m in _CONTROL.finditer(body)]


def _behind(lines: list[Line], cuts: list[Cut]) -> list[Line]:
    """The lines, the first one without the scraper's header in front of it."""
    if not cuts or not lines:
        return lines
    first, end = lines[0], cuts[0].end
    rest = first.text[end - first.start :].lstrip() if end > first.start else first.text
    return [Line(first.end - len(rest), first.end, rest), *lines[1:]] if rest else lines[1:]


def _marked(lines: list[Line]) -> list[Cut]:
    found = ((line, _EDITORIAL.match(line.text)) for line in lines)
    return [Cut(line.start, line.start + mark.end(), "editorial mark") for line, mark in found if mark]


def _sources(lines: list[Line]) -> Iterator[tuple[str, int, int]]:
    """The outlets that lines of their own name, each with the place of its name."""
    for line in lines:
        if named := _SOURCE.fullmatch(line.text):
            yield named["name"].strip(), line.start + named.start("name"), line.end


def _reason(line: Line) -> str | None:
    if line.is_long:
        return None
    return "source" if _SOURCE.fullmatch(line.text) else anywhere(line.text)
