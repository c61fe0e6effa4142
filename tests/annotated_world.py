"""Annotated articles for tests of event extraction: entities are given, so that only the stages behind them count."""

import re
from functools import lru_cache

from pipeline.extraction.document import AnnotatedArticle, Candidate, Draft, Entity, Sentence, Surface
from pipeline.extraction.reading import Lexicons, Reading
from pipeline.extraction.syntax import Syntax
from schemas.article import Article, SourceDate
from schemas.evidence import Evidence
from schemas.mention import Amount, EventDate, Place, Quote
from schemas.taxonomy import load_taxonomy


@lru_cache(maxsize=1)
def lexicons():
    """The packaged taxonomy, compiled once."""
    return Lexicons(load_taxonomy())


def annotated(text, *, orgs=(), people=(), authorities=(), places=(), parents=(), **given):
    """An annotated article of `text`, in which the named entities stand wherever their names do."""
    published = given.get("published")
    article = Article(
        article_id="a1",
        path="a1.txt",
        text=text,
        headline=given.get("headline"),
        published=SourceDate(value=published, source="meta") if published else None,
    )
    owner = dict(parents)
    sentences = tuple(_sentences(text, article.headline))
    kinds = [(orgs, "org"), (people, "person"), (authorities, "government"), (places, "place")]
    return AnnotatedArticle(
        article=article,
        syntax=Syntax(text, sentences),
        sentences=sentences,
        entities=tuple(
            Entity(
                name.casefold(), kind, name, (), _surfaces(text, name), parent=owner.get(name, "").casefold() or None
            )
            for names, kind in kinds
            for name in names
        ),
        dates=tuple(_date(text, *date) for date in given.get("dates", ())),
        amounts=tuple(
            Amount(value=value, unit=unit, text=said, evidence=cut(text, said))
            for said, value, unit in given.get("amounts", ())
        ),
        places=tuple(Place(name=name, evidence=cut(text, name)) for name in places),
        quotes=tuple(Quote(text=said, speaker=who, evidence=cut(text, said)) for said, who in given.get("quotes", ())),
    )


def reading(text, **given):
    """The annotated article, ready to be read by the stages."""
    return Reading(annotated(text, **given), lexicons())


def cut(text, said):
    """The evidence of words where they stand first."""
    start = text.index(said)
    return Evidence.cut(text, start, start + len(said))


def partnership(sentence, trigger, arguments, **given):
    """The draft of a partnership that a sentence tells as news."""
    return Draft(
        candidate=Candidate("partnership", None, trigger, sentence, "", 1.0),
        arguments=tuple(arguments),
        status="agreed",
        voice="outlet",
        said_by=None,
        background=False,
        salience="headline",
        confidence=0.9,
        **given,
    )


def _date(text, said, value):
    """A date that the text names."""
    return EventDate(kind="occurred", value=value, text=said, evidence=cut(text, said))


def _surfaces(text, name):
    """Every place where a name stands."""
    return tuple(Surface(m.start(), m.end(), name, "name") for m in re.finditer(re.escape(name), text))


def _sentences(text, headline):
    """The paragraphs' sentences; the headline, then two paragraphs of lead."""
    index = 0
    for paragraph, block in enumerate(re.finditer(r"[^\n]+", text)):
        ordinal = paragraph - (1 if headline else 0)
        where = "headline" if ordinal < 0 else "lead" if ordinal < 2 else "body"
        for sentence in re.finditer(r"\S.*?(?:[.!?](?=\s|$)|$)", block.group()):
            start = block.start() + sentence.start()
            yield Sentence(index, start, start + len(sentence.group()), where, paragraph)
            index += 1
