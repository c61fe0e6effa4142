"""The extractor of a process: made once, as it loads a language model."""

from functools import lru_cache, partial
from pathlib import Path

from pipeline.errors import Misconfigured
from pipeline.extraction import EXTRACTORS, Extractor
from pipeline.extraction.llm.endpoint import Endpoint
from pipeline.settings import Settings

LLM = "llm"
# What speaks where a model elsewhere gives no answer: the extractor of an installation that sets none.
OFFLINE: str = Settings.model_fields["extractor"].default


def extractor_of(settings: Settings) -> Extractor:
    """The extractor of the settings; an unknown one, or one that lacks something, raises Misconfigured."""
    return asking(settings.llm_endpoint) if settings.extractor == LLM else offline(settings.extractor, settings.weights)


def offline_of(settings: Settings) -> Extractor:
    """The extractor of the settings, or where that asks a model elsewhere the one that stands in for it."""
    return offline(OFFLINE if settings.extractor == LLM else settings.extractor, settings.weights)


@lru_cache(maxsize=1)
def offline(name: str, weights: Path | None = None) -> Extractor:
    """The extractor of that name, which asks nobody; without a folder of weights, with those that ship."""
    if name not in EXTRACTORS:
        known = ", ".join(sorted([*EXTRACTORS, LLM]))
        raise Misconfigured(f"no extractor {name!r}: set DEALWIRE_EXTRACTOR to one of {known}")
    if weights is not None and not (weights / "judge.json").is_file():
        raise Misconfigured(
            f"no weights in {weights}: set DEALWIRE_WEIGHTS to a folder that training wrote, or unset it"
        )
    return EXTRACTORS[name](weights)


@lru_cache(maxsize=1)
def asking(endpoint: Endpoint) -> Extractor:
    """The extractor that asks a model; what it lacks is named."""
    if not endpoint.url.startswith(("http://", "https://")):
        raise Misconfigured("the llm extractor has no address: set DEALWIRE_LLM_URL, such as http://127.0.0.1:8000/v1")
    if not endpoint.model:
        raise Misconfigured("the llm extractor has no model: set DEALWIRE_LLM_MODEL to a name that the endpoint knows")
    try:
        from pipeline.extraction.llm.extractor import LlmExtractor  # noqa: PLC0415 - an extra brings what it needs
    except ModuleNotFoundError as error:
        raise Misconfigured(f"the llm extractor lacks {error.name}: pip install 'dealwire[llm]'") from error
    return LlmExtractor(endpoint, partial(offline, OFFLINE))


def presence(settings: Settings) -> str:
    """What the endpoint of the settings says of itself; raises Unavailable or Misconfigured, see `presence_of`."""
    asking(settings.llm_endpoint)  # what the settings lack is told before anybody is asked
    from pipeline.extraction.llm.presence import presence_of  # noqa: PLC0415 - an extra brings what it needs

    return presence_of(settings.llm_endpoint)
