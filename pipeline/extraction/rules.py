"""The rule extractor: annotation, candidates, slots, status, salience, assembly, one stage after another."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.extraction.annotate import annotate
from pipeline.extraction.assembly import assemble
from pipeline.extraction.belongings import amounts_of, dates_of, places_of, products_of, quotes_of
from pipeline.extraction.candidates import find_candidates
from pipeline.extraction.document import AnnotatedArticle, Candidate, Draft, Signals
from pipeline.extraction.happening import is_told, named_in
from pipeline.extraction.reading import Lexicons, Reading
from pipeline.extraction.record import mentions_of
from pipeline.extraction.salience import is_recap, salience_of
from pipeline.extraction.slots import fill_slots
from pipeline.extraction.status import standing_of
from schemas.article import Article
from schemas.mention import Extraction
from schemas.taxonomy import load_taxonomy

_BLOCK_WEIGHT = {"headline": 0.75, "lead": 0.7, "body": 0.6}
_QUOTED_WEIGHT = 0.8
_SPECIFIC_WEIGHT = 1.2


class RuleExtractor:
    """Finds events by the taxonomy's trigger phrases; the same article always gives the same mentions."""

    def __init__(self, annotator: Callable[[Article], AnnotatedArticle] = annotate) -> None:
        taxonomy = load_taxonomy()
        self._annotate = annotator
        self._types = taxonomy.types
        self._lexicons = Lexicons(taxonomy)
        self.name_version = f"rules@{taxonomy.version}"

    def extract(self, article: Article) -> Extraction:
        """The events that the article tells: what it is about, other news, and earlier history."""
        reading = Reading(self._annotate(article), self._lexicons)
        happenings = assemble(phrases_of(find_candidates(reading), reading), self._types)
        return Extraction(mentions=mentions_of(tuple(filter(is_told, happenings)), reading, self.name_version))


def phrases_of(candidates: Sequence[Candidate], reading: Reading) -> list[Draft]:
    """What trigger phrases find, in text order."""
    reading.syntax.prepare(candidate.sentence.index for candidate in candidates)
    return [d for d in (draft_of(candidate, reading) for candidate in candidates) if d is not None]


def draft_of(candidate: Candidate, reading: Reading) -> Draft | None:
    """A candidate with its arguments, status and values; None where it tells no event or names nobody."""
    arguments = fill_slots(candidate, reading)
    standing = standing_of(candidate, arguments, reading) if arguments else None
    if standing is None:
        return None
    dates = dates_of(candidate, standing.status, reading)
    draft = Draft(
        candidate=candidate,
        arguments=arguments,
        status=standing.status,
        status_is_said=standing.is_said,
        voice=standing.voice,
        said_by=standing.said_by,
        background=is_recap(candidate, dates, reading),
        salience=salience_of(candidate, dates, reading),
        confidence=0.0,
        dates=dates,
        amounts=amounts_of(candidate, reading, reading.lexicons.types[candidate.type].spec),
        places=places_of(candidate, reading),
        products=products_of(candidate, reading),
        quotes=quotes_of(candidate, reading),
        refers_back=reading.refers_to(candidate.type, candidate.sentence),
    )
    if not _has_what_it_needs(draft, reading):
        return None
    confidence = _confidence(draft, reading.lexicons.types[candidate.type].spec.min_parties)
    known = replace(draft, confidence=confidence, signals=Signals(phrase=confidence))
    return replace(known, telling=_telling(known))


def _telling(draft: Draft) -> float:
    """Its parties named in the sentence count first, then no quotation, a telling phrase, a place near the top."""
    sentence = draft.candidate.sentence
    first = 8.0 * named_in(draft) - 4.0 * sentence.quoted + 2.0 * draft.candidate.score
    return first - 0.02 * (sentence.block == "body") + 0.01 * draft.confidence


def _has_what_it_needs(draft: Draft, reading: Reading) -> bool:
    """Whether the roles and kinds of values are there that the phrase cannot do without."""
    trigger = reading.lexicons.types[draft.candidate.type].by_phrase[draft.candidate.frame]
    roles = {a.role for a in draft.arguments}
    return all(need in roles or bool(getattr(draft, need, ())) for need in trigger.needs)


def _confidence(draft: Draft, needed: int) -> float:
    """The phrase's own score, less where needed parties stand elsewhere, more for figures, days and places."""
    sentence = draft.candidate.sentence
    named = sum(sentence.start <= a.evidence.start < sentence.end for a in draft.arguments)
    share = (1 + min(named, needed)) / (1 + needed)
    quoted = _QUOTED_WEIGHT if sentence.quoted else 1.0
    specific = _SPECIFIC_WEIGHT if draft.amounts or draft.dates or draft.places else 1.0
    return min(draft.candidate.score * share * _BLOCK_WEIGHT[sentence.block] * quoted * specific, 0.95)
