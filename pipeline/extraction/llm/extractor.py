"""The extractor that asks a model, and lets the offline one speak where that gives no answer."""

import logging
from collections.abc import Callable

from pydantic_ai.models import Model
from pydantic_ai.usage import RunUsage

from pipeline.extraction import Extractor
from pipeline.extraction.annotate import annotate
from pipeline.extraction.assembly import assemble
from pipeline.extraction.document import AnnotatedArticle
from pipeline.extraction.llm.asking import Asker
from pipeline.extraction.llm.cost import Cost
from pipeline.extraction.llm.drafts import Drafting
from pipeline.extraction.llm.endpoint import Endpoint
from pipeline.extraction.llm.form import Answer
from pipeline.extraction.llm.memory import Memory
from pipeline.extraction.llm.patience import Patience
from pipeline.extraction.llm.prompt import fenced, prompt_version
from pipeline.extraction.llm.purse import Purse
from pipeline.extraction.llm.unanswered import Unanswered
from pipeline.extraction.reading import Lexicons, Reading
from pipeline.extraction.record import mentions_of
from pipeline.extraction.verify import verified
from schemas.article import Article
from schemas.mention import Extraction
from schemas.taxonomy import load_taxonomy

log = logging.getLogger(__name__)


class LlmExtractor:
    """Finds events by a model; each of its words must stand in the article, figures and days are those we read there.

    Where there is no answer (budget, time, endpoint, form) the `offline` extractor speaks, and a note says why.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        offline: Callable[[], Extractor],
        model: Model | None = None,
        annotator: Callable[[Article], AnnotatedArticle] = annotate,
    ) -> None:
        taxonomy = load_taxonomy()
        self._types, self._lexicons = taxonomy.types, Lexicons(taxonomy)
        self._annotate, self._offline = annotator, offline
        self._asker, self._patience = Asker(endpoint, model), Patience()
        self._purse = Purse(endpoint.folder / "spent", endpoint.tokens_per_day)
        self._memory = Memory(endpoint.folder / "answers")
        self._model, self._tokens = endpoint.model, endpoint.tokens_per_article
        self.name_version = f"llm@{endpoint.model}-{prompt_version()}"

    def extract(self, article: Article) -> Extraction:
        """The model's events, or the offline extractor's with a note."""
        try:
            answer = self._answer(article.text)
        except Unanswered as why:
            return self._instead(article, str(why))
        reading = Reading(self._annotate(article), self._lexicons)
        drafting = Drafting(reading)
        happenings = assemble(drafting.drafts(answer), self._types)
        mentions = mentions_of(happenings, reading, self.name_version)
        return verified(Extraction(mentions=mentions, dropped=dict(drafting.dropped)), article)

    def _answer(self, text: str) -> Answer:
        """The model's answer, remembered or paid for; raises Unanswered."""
        asked = (self._model, prompt_version(), text)
        known = self._memory.recall(*asked)
        if known is not None:
            return known
        self._patience.check()
        answer = self._paid(fenced(text))
        self._memory.keep(answer, *asked)
        return answer

    def _paid(self, prompt: str) -> Answer:
        """An answer, its cost taken from the day's purse beforehand; what was not needed goes back."""
        cost = Cost.of(prompt, self._tokens)
        day, usage, free = self._purse.take(cost.most), RunUsage(), False
        try:
            answer = self._asker.ask(prompt, cost.answer, usage)
        except Unanswered as why:
            self._patience.told(down=why.down)
            free = why.free
            raise
        finally:
            self._purse.give_back(day, cost.most - (usage.total_tokens or (0 if free else cost.question)))
        self._patience.told(down=False)
        return answer

    def _instead(self, article: Article, why: str) -> Extraction:
        offline = self._offline()
        log.warning("%s is read by %s: %s", article.path, offline.name_version, why)
        extraction = offline.extract(article)
        note = f"read by {offline.name_version} instead of {self.name_version}: {why}"
        return extraction.model_copy(update={"notes": (*extraction.notes, note)})
