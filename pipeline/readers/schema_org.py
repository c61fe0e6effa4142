"""schema.org articles in JSON-LD."""

from dataclasses import replace

from pipeline.readers.document import Document
from pipeline.readers.fields import Fields, embodied, name_of, names_of, text_of
from pipeline.readers.literals import date_of

_TYPES = {"Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting", "LiveBlogPosting"}


def read_schema_org(path: str, raw: str, value: Fields) -> Document | None:
    """The document of an article, alone or in a graph; None where the object is none or has no body."""
    article = _article(value)
    document = article and embodied(path, "schemaorg", raw, text_of(article, "articleBody", "text"))
    if not article or not document:
        return None
    page = article.get("mainEntityOfPage")
    return replace(
        document,
        url=text_of(article, "url", "mainEntityOfPage") or text_of(page, "@id"),
        headline=text_of(article, "headline", "name"),
        byline=names_of(article.get("author")),
        publisher=name_of(article.get("publisher")),
        language=text_of(article, "inLanguage"),
        published=date_of(article.get("datePublished"), raw),
        modified=date_of(article.get("dateModified"), raw),
    )


def _article(value: Fields) -> Fields | None:
    graph = value.get("@graph")
    for one in [value, *(graph if isinstance(graph, list) else [])]:
        kinds = one.get("@type") if isinstance(one, dict) else None
        if any(isinstance(kind, str) and kind.rpartition("/")[2] in _TYPES for kind in _listed(kinds)):
            return dict(one)
    return None


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
