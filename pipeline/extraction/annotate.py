"""Annotation: everything that is found in an article before any event is looked for, one stage after another."""

from pipeline.extraction.amounts import find_amounts
from pipeline.extraction.dates import find_dates
from pipeline.extraction.document import AnnotatedArticle
from pipeline.extraction.entities import find_entities
from pipeline.extraction.ownership import with_owners
from pipeline.extraction.people import with_offices
from pipeline.extraction.places import countries_of, find_places
from pipeline.extraction.products import find_products
from pipeline.extraction.quotes import find_quotes
from pipeline.extraction.references import with_references
from pipeline.extraction.sentences import split_sentences
from pipeline.extraction.syntax import Syntax
from schemas.article import Article


def annotate(article: Article) -> AnnotatedArticle:
    """The article's sentences, entities, dates, amounts, places, products and quotes, each with where it stands."""
    text = article.text
    sentences = split_sentences(text, article.headline)
    syntax = Syntax(text, sentences)
    entities = with_offices(find_entities(text, syntax, sentences), text)
    countries = countries_of(entities, text)
    published = article.published.value if article.published else None
    return AnnotatedArticle(
        article=article,
        syntax=syntax,
        sentences=sentences,
        entities=with_references(with_owners(entities, text, sentences), text, sentences),
        dates=find_dates(text, sentences, published),
        amounts=find_amounts(text, countries),
        places=find_places(text, entities, sentences, countries),
        products=find_products(text, entities),
        quotes=find_quotes(text, entities, sentences, article.quotes),
    )
