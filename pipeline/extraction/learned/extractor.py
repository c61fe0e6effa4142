"""The learned extractor: annotation, trigger phrases, the learned core, assembly and judgement, one after another."""

from collections.abc import Callable

from pipeline.extraction.annotate import annotate
from pipeline.extraction.assembly import Happening, assemble, is_told
from pipeline.extraction.document import AnnotatedArticle
from pipeline.extraction.learned.core import WEIGHTS, Core
from pipeline.extraction.learned.judge import Judge
from pipeline.extraction.learned.labels import TYPES
from pipeline.extraction.learned.union import place_of, united
from pipeline.extraction.learned.windows import Sentence
from pipeline.extraction.reading import Lexicons, Reading
from pipeline.extraction.record import mentions_of
from pipeline.extraction.rules import phrases_of
from schemas.article import Article
from schemas.mention import Extraction
from schemas.taxonomy import load_taxonomy

_SUPPORT = 0.5


class LearnedExtractor:
    """Finds events by a small language model beside the taxonomy's phrases; the same article, the same mentions."""

    def __init__(
        self,
        annotator: Callable[[Article], AnnotatedArticle] = annotate,
        core: Core | None = None,
        judge: Judge | None = None,
    ) -> None:
        taxonomy = load_taxonomy()
        self._annotate = annotator
        self._types = taxonomy.types
        self._lexicons = Lexicons(taxonomy)
        self._core = core or Core()
        self._judge = judge or Judge(WEIGHTS / "judge.json")
        self.name_version = f"learned@{taxonomy.version}"

    def extract(self, article: Article) -> Extraction:
        """The events that the article tells: what it is about, other news, and earlier history."""
        reading = self.read(article)
        happenings = self.happenings(reading)
        chances = self._judge.chances(happenings, reading)
        for happening, chance in zip(happenings, chances, strict=True):
            happening.judged = chance if happening.spec.type in TYPES else None
        return Extraction(mentions=mentions_of(tuple(filter(is_told, happenings)), reading, self.name_version))

    def read(self, article: Article) -> Reading:
        """The annotated article, ready for the stages behind."""
        return Reading(self._annotate(article), self._lexicons)

    def happenings(self, reading: Reading) -> tuple[Happening, ...]:
        """Everything that may be told, before it is judged."""
        phrases = phrases_of(reading)
        proposals = self._core.proposals(sentences_of(reading), [place_of(d) for d in phrases])
        return assemble(united(proposals, phrases, reading), self._types, _SUPPORT)


def sentences_of(reading: Reading) -> list[Sentence]:
    """The article's sentences as the core reads them."""
    return [Sentence(s.index, reading.text[s.start : s.end], s.block, s.quoted) for s in reading.sentences]
