"""Articles for tests of the stages that find values; names are invented."""

from pipeline.extraction.annotate import annotate
from schemas.article import Article, SourceDate


def article(text, *, headline=None, published=None):
    """An article of this text."""
    return Article(
        article_id="a1",
        path="a1.txt",
        text=text,
        headline=headline,
        published=SourceDate(value=published, source="meta") if published else None,
    )


def annotated(text, **given):
    """The text with everything that is found in it."""
    return annotate(article(text, **given))


def kinds(text, **given):
    """What every name in the text was taken for, by its fullest form."""
    return {entity.name: entity.kind for entity in annotated(text, **given).entities}


def entity(text, name, **given):
    """The one entity that bears the name."""
    return next(e for e in annotated(text, **given).entities if name in (e.name, *e.aliases))
