"""Extraction: an article's events, each value with the words it was read from."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from pipeline.extraction.verify import verified
from schemas.article import Article
from schemas.mention import Extraction


class Extractor(Protocol):
    """The port: reads one article and says what happened. `name_version` is kept with every mention."""

    name_version: str

    def extract(self, article: Article) -> Extraction:
        """The events of the article; the same article gives the same answer."""
        ...


class VerifiedExtractor:
    """Any extractor, its answers held against the article: what cannot be shown there is dropped and counted."""

    def __init__(self, inner: Extractor) -> None:
        self._inner = inner
        self.name_version = inner.name_version

    def extract(self, article: Article) -> Extraction:
        """The inner extractor's events, with only such values as the article bears out."""
        return verified(self._inner.extract(article), article)


def _rules(_: Path | None = None) -> Extractor:
    """The rule extractor; imported here, as it loads the language model."""
    from pipeline.extraction.rules import RuleExtractor  # noqa: PLC0415 - it loads the language model

    return VerifiedExtractor(RuleExtractor())


def _learned(weights: Path | None = None) -> Extractor:
    """The learned extractor with the weights that ship, or those of a folder; imported here, as it loads them."""
    from pipeline.extraction.learned.extractor import LearnedExtractor  # noqa: PLC0415 - it loads weights

    return VerifiedExtractor(LearnedExtractor(weights=weights) if weights else LearnedExtractor())


EXTRACTORS: dict[str, Callable[[Path | None], Extractor]] = {"learned": _learned, "rules": _rules}
