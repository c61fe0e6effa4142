"""Fitting of a logistic regression whose weights can be read."""

from typing import Any

import numpy as np

_STEPS = 30

Example = tuple[dict[str, float], bool]


def fitted(found: list[Example], hold: float) -> dict[str, Any]:
    """A ridge logistic regression over standardized features that ever differ, by Newton's method.

    `hold` is how strongly weights are held back, in examples.
    """
    first = found[0][0]
    names = sorted(name for name in first if any(features[name] != first[name] for features, _ in found))
    x = np.array([[features[name] for name in names] for features, _ in found])
    mean, spread = x.mean(0), x.std(0)
    x = np.hstack([(x - mean) / spread, np.ones((len(x), 1))])
    y = np.array([right for _, right in found], dtype=float)
    ridge = np.diag([hold] * len(names) + [0.0])
    w = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (p - y) + ridge @ w
        w -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, slope)
    rows = zip(names, mean.tolist(), spread.tolist(), w.tolist(), strict=False)
    return {"bias": [0.0, 1.0, round(float(w[-1]), 5)], **{n: [round(v, 5) for v in row] for n, *row in rows}}
