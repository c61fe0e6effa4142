"""Quotes that cleaning itself knows the speaker of: the tweets a page has embedded."""

from collections.abc import Sequence

from pipeline.cleaning.tweets import Tweet
from schemas.article import ArticleQuote
from schemas.evidence import Evidence


def quotes_of(tweets: Sequence[Tweet], body: str, text: str) -> tuple[ArticleQuote, ...]:
    """The tweets whose words are in the clean text, in its order."""
    found = []
    for tweet in tweets:
        words = body[tweet.start : tweet.end].strip()
        at = text.find(words)
        if at >= 0 and words:
            evidence = Evidence.cut(text, at, at + len(words))
            found.append(ArticleQuote(text=words, speaker=tweet.author, evidence=evidence))
    return tuple(sorted(found, key=lambda quote: quote.evidence.start))
