"""Word lists, written as running text."""


def words(text: str) -> frozenset[str]:
    """The words of a running text."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of a text that parts them by commas."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())
