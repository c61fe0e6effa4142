"""Which language a text is written in."""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

FALLBACK = "en"
LEAST_CHARACTERS = 200
ENOUGH_CHARACTERS = 1500
SURE = 0.95


@lru_cache(maxsize=1)
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - it loads NumPy

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str) -> str:
    """The language, as a BCP 47 tag; texts too short to tell, and doubtful ones, count as English."""
    if len(text) < LEAST_CHARACTERS:
        return FALLBACK
    language, sure = _identifier().classify(text[:ENOUGH_CHARACTERS])
    return str(language) if sure >= SURE else FALLBACK
