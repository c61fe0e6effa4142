"""What a model is taught: folds leave out whole stories and issuers, and some articles count twice."""

import random
from typing import Any

SEED = 20261124
ROUNDS = 4
FOLDS = 5
# Press releases are an eighth of what is taught and much of what is read.
TWICE = "pr-"


def folded(articles: list[dict[str, Any]], fold: int | None) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Articles to learn from and those left out: every other story, and a fifth of the rest; with no fold, none."""
    families = sorted({a["family"] for a in articles})
    random.Random(SEED).shuffle(families)
    stories = [f for f in families if f.startswith("st-")]
    others = [f for f in families if not f.startswith("st-")]
    out = set() if fold is None else {*others[fold::FOLDS], *stories[fold % 2 :: 2]}
    return [a for a in articles if a["family"] not in out], [a for a in articles if a["family"] in out]


def weighed(articles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What one round reads: every article, and press releases again, under another name so that chance swaps others."""
    again = [{**a, "file": f"again {a['file']}"} for a in articles if a["file"].startswith(TWICE)]
    return [*articles, *again]
