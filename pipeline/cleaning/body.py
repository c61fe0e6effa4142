"""What is taken out of a body: the rules in their order, each line with the reason why it goes."""

import re
from dataclasses import dataclass

from pipeline.cleaning.dating import scraped
from pipeline.cleaning.edges import head, page_tail, tail
from pipeline.cleaning.furniture import anywhere, is_stamp
from pipeline.cleaning.lines import Cut, Line, lines_of, without
from pipeline.cleaning.release import release_tail
from pipeline.cleaning.tweets import Tweet, tweets_in

_EDITORIAL = re.compile(
    r"\A\[(?:edited|updated|corrected|exclusive|sponsored|ad|advertorial|video|watch)\]\s*", re.IGNORECASE
)
_SOURCE = re.compile(r"source\s?: ?(?P<name>.{2,60})", re.IGNORECASE)
_HEADLINE_WORDS = range(3, 26)
_MARKDOWN = re.compile(
    r"^(?:#{1,6}\s+|>\s+)|\*\*|__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|!\[[^\]]*\]\([^)]*\)"
)
_LINK = re.compile(r"(?P<open>\[)[^\]\n]+(?P<close>\]\([^)\s]*\))")


@dataclass(frozen=True)
class Found:
    """The cuts of a body; its headline, tweets, and the outlets it names as its source."""

    cuts: tuple[Cut, ...]
    headline: Line | None
    tweets: tuple[Tweet, ...]
    sources: tuple[tuple[str, int, int], ...]


def examine(body: str, headline: str | None, *, markdown: bool, page: bool = False) -> Found:
    """Find what is no part of the story; a `page` was cut already and has no headline in its text."""
    cuts = [Cut(m.start(), m.end(), "crawl header") for m in [scraped(body)] if m]
    lines = _behind(lines_of(body), cuts)
    tweets, tweet_cuts = tweets_in(body, lines)
    cuts += tweet_cuts
    sources = [
        (m["name"].strip(), line.start + m.start("name"), line.end)
        for line in lines
        if (m := _SOURCE.fullmatch(line.text))
    ]
    cuts += [Cut(line.start, line.end, reason) for line in lines if (reason := _reason(line))]
    cuts += [
        Cut(line.start, line.start + m.end(), "editorial mark") for line in lines if (m := _EDITORIAL.match(line.text))
    ]
    lines = without(lines, cuts)
    cuts += release_tail(lines)
    lines = without(lines, cuts)
    cuts += page_tail(lines) if page else tail(lines)
    lines = without(lines, cuts)
    title = None if page else headline_line(lines, headline)
    cuts += [] if page else head(lines, title)
    if markdown:
        cuts += markup(body)
    return Found(tuple(cuts), title, tuple(tweets), tuple(sources))


def _behind(lines: list[Line], cuts: list[Cut]) -> list[Line]:
    """The lines, the first one without the scraper's header in front of it."""
    if not cuts or not lines:
        return lines
    first, end = lines[0], cuts[0].end
    rest = first.text[end - first.start :].lstrip() if end > first.start else first.text
    return [Line(first.end - len(rest), first.end, rest), *lines[1:]] if rest else lines[1:]


def _reason(line: Line) -> str | None:
    return "source" if _SOURCE.fullmatch(line.text) else anywhere(line.text)


def headline_line(lines: list[Line], known: str | None) -> Line | None:
    """The line that is the headline: the one that is known, else the first title-like one whose names the story uses."""
    before: list[Line] = []
    for line in lines:
        if line.is_prose and line.is_ended:
            break
        before.append(line)
    if known:
        return next((line for line in before if line.text.strip("#*_ ") == known.strip()), None)
    story = {name for line in lines if line.is_prose for name in line.names}
    titles = [x for x in before if x.words in _HEADLINE_WORDS and not x.text.isupper() and not is_stamp(x.text)]
    return max(titles, key=lambda line: (len(line.names & story), line.words), default=None)


def markup(body: str) -> list[Cut]:
    """Markdown's marks, not the words they mark."""
    cuts = []
    for line in lines_of(body):
        cuts += [Cut(line.start + m.start(), line.start + m.end(), "markup") for m in _MARKDOWN.finditer(line.text)]
        for link in _LINK.finditer(line.text):
            cuts += [Cut(line.start + link.start(g), line.start + link.end(g), "markup") for g in ("open", "close")]
    return cuts
