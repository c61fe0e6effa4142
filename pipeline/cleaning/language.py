"""Which language a text is written in."""

from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

FALLBACK = "en"
LEAST_CHARACTERS = 200
ENOUGH_CHARACTERS = 1500
SURE = 0.95


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str) -> str:
    """The language, as a BCP 47 tag; texts too short to tell, and doubtful ones, count as English."""
    if len(text) < LEAST_CHARACTERS:
        return FALLBACK
    language, sure = _identifier().classify(text[:ENOUGH_CHARACTERS])
    return str(language) if sure >= SURE else FALLBACK
