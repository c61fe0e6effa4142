"""Learning of the judge: happenings of articles that a core had not seen, and which of them the labels bear out.

python -m training.judge CORPUS OUT FOLD=WEIGHTS ...
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.judge import scorer
from evaluation.sets import EVAL
from pipeline.extraction.learned.core import Core
from pipeline.extraction.learned.extractor import LearnedExtractor
from pipeline.extraction.learned.judge import features_of
from pipeline.extraction.record import mentions_of
from training.corpus import article_of
from training.folds import folded

_RIDGE = 50.0
_STEPS = 30

Example = tuple[dict[str, float], bool]


def examples(weights: Path, left_out: list[dict[str, Any]]) -> list[Example]:
    """The features of every happening in the articles left out, and whether it is news by the labels."""
    extractor, score = LearnedExtractor(core=Core(weights)), scorer()
    found: list[Example] = []
    for told in left_out:
        reading = extractor.read(article_of(EVAL / told["path"]))
        happenings = extractor.happenings(reading)
        mentions = [{**m.model_dump(mode="json"), "salience": "headline"} for m in mentions_of(happenings, reading, "")]
        news = [event for event in told["events"] if score.is_news(event)]
        right = {j for _, j in score.match(news, mentions, score.closeness)}
        found += [(features_of(h, happenings, reading), n in right) for n, h in enumerate(happenings)]
    return found


def fitted(found: list[Example]) -> dict[str, Any]:
    """A ridge logistic regression over standardized features, by Newton's method."""
    names = sorted(found[0][0])
    x = np.array([[features[name] for name in names] for features, _ in found])
    mean, spread = x.mean(0), np.maximum(x.std(0), 1e-6)
    x = np.hstack([(x - mean) / spread, np.ones((len(x), 1))])
    y = np.array([right for _, right in found], dtype=float)
    ridge = np.diag([_RIDGE] * len(names) + [0.0])
    w = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (p - y) + ridge @ w
        w -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, slope)
    rows = zip(names, mean.tolist(), spread.tolist(), w.tolist(), strict=False)
    return {"bias": [0.0, 1.0, round(float(w[-1]), 5)], **{n: [round(v, 5) for v in row] for n, *row in rows}}


def main() -> None:
    """Learn from every fold that is named, with the weights that had not seen it."""
    articles = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    found: list[Example] = []
    for given in sys.argv[3:]:
        fold, weights = given.split("=", 1)
        found += examples(Path(weights), folded(articles, int(fold))[1])
    Path(sys.argv[2]).write_text(json.dumps(fitted(found), indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
