"""Cleaning: from a document to an article; what goes is recorded with its reason, what stays keeps its place."""

from datetime import datetime

from pipeline.cleaning.article import build
from pipeline.errors import Rejected
from pipeline.readers.document import Document
from schemas.article import Article
from schemas.outcome import Reason

__all__ = ["clean"]


def clean(document: Document, article_id: str, received_at: datetime) -> Article:
    """The clean article, in whatever language; raises Rejected where nothing is left of it."""
    article = build(document, article_id, received_at)
    if not article.text.strip():
        raise Rejected(Reason.EMPTY, "nothing is left after cleaning")
    return article
