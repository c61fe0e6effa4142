"""Annotation: everything that is found in an article before any event is looked for, one stage after another."""

from pipeline.extraction.document import AnnotatedArticle
from pipeline.extraction.entities import find_entities
from pipeline.extraction.places import find_places
from pipeline.extraction.sentences import split_sentences
from pipeline.extraction.tagging import tag
from schemas.article import Article


def annotate(article: Article) -> AnnotatedArticle:
    """The article's sentences, entities, dates, amounts, places, products and quotes, each with where it stands."""
    text = article.text
    doc = tag(text)
    sentences = split_sentences(text, article.headline)
    entities = find_entities(text, doc, sentences)
    return AnnotatedArticle(
        article=article, doc=doc, sentences=sentences, entities=entities, places=find_places(text, entities, sentences)
    )
