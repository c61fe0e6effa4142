"""The learned extractor: annotation, trigger phrases, the learned core, assembly and judgement, one after another."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pipeline.extraction.annotate import annotate
from pipeline.extraction.assembly import assemble
from pipeline.extraction.candidates import find_candidates
from pipeline.extraction.document import AnnotatedArticle
from pipeline.extraction.happening import Happening, is_told
from pipeline.extraction.learned.casting import Casting
from pipeline.extraction.learned.core import WEIGHTS, Core
from pipeline.extraction.learned.judge import Judge
from pipeline.extraction.learned.name_places import names_of
from pipeline.extraction.learned.pseudonyms import PSEUDONYMS, replaced
from pipeline.extraction.learned.union import place_of, united
from pipeline.extraction.learned.values import Values
from pipeline.extraction.learned.windows import Sentence
from pipeline.extraction.reading import Lexicons, Reading
from pipeline.extraction.record import mentions_of
from pipeline.extraction.rules import phrases_of
from schemas.article import Article
from schemas.mention import Extraction
from schemas.taxonomy import load_taxonomy

Stage = Callable[[Sequence[Happening], Reading], None]


class LearnedExtractor:
    """Finds events by a small language model beside the taxonomy's phrases; the same article, the same mentions.

    `stages` are what looks at all happenings of an article together, in order.
    """

    def __init__(
        self,
        annotator: Callable[[Article], AnnotatedArticle] = annotate,
        weights: Path = WEIGHTS,
    ) -> None:
        taxonomy = load_taxonomy()
        self._annotate = annotator
        self._types = taxonomy.types
        self._lexicons = Lexicons(taxonomy)
        self._core = Core(weights)
        self.stages: Mapping[str, Stage] = {
            "casting": Casting(weights / "casting.json").given,
            "judge": Judge(weights / "judge.json").judge,
            "values": Values(weights / "values.json").given,
        }
        self.name_version = f"learned@{taxonomy.version}"

    def extract(self, article: Article) -> Extraction:
        """The events that the article tells: what it is about, other news, and earlier history."""
        reading = self.read(article)
        happenings = self.happenings(reading)
        for stage in self.stages.values():
            stage(happenings, reading)
        return Extraction(mentions=mentions_of(tuple(filter(is_told, happenings)), reading, self.name_version))

    def read(self, article: Article) -> Reading:
        """The annotated article, ready for the stages behind."""
        return Reading(self._annotate(article), self._lexicons)

    def happenings(self, reading: Reading) -> tuple[Happening, ...]:
        """Everything that may be told, before it is judged."""
        candidates = find_candidates(reading)
        phrases = phrases_of(candidates, reading)
        asked, hinted = {place_of(d) for d in phrases}, frozenset(c.sentence.index for c in candidates)
        proposals = self._core.proposals(sentences_of(reading), asked, hinted)
        return assemble(united(proposals, phrases, reading), self._types)


def sentences_of(reading: Reading) -> list[Sentence]:
    """The article's sentences as the core reads them, names replaced."""
    new = replaced(names_of(reading.cast, reading.sentences, reading.text), PSEUDONYMS)
    return [
        Sentence(s.index, reading.text[s.start : s.end], s.block, s.quoted, tuple(new.get(s.index, ())))
        for s in reading.sentences
    ]
