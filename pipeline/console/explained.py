"""Why mentions are one event, or not: what was compared and what it counted."""

from pathlib import PurePath

from rich.table import Table

from pipeline.answers import Explanation
from pipeline.console.table import table
from schemas.event import Edge


def explanation_page(explanation: Explanation) -> Table:
    """Edges, the merged ones first: verdict, score against threshold, and the features that count most."""
    paths = {source.mention_id: source.path for source in explanation.event.sources}
    order = ("same", "unsure", "different")
    edges = sorted(
        explanation.edges, key=lambda edge: (order.index(edge.judgement), -edge.score, edge.left, edge.right)
    )
    return table(
        edges,
        ("mentions", lambda edge: "\n".join(_mention(paths, mention) for mention in (edge.left, edge.right))),
        ("verdict", lambda edge: edge.judgement),
        ("score", lambda edge: f"{edge.score:.2f} of {edge.threshold:.2f}"),
        ("features", _features),
        ("why", lambda edge: edge.why),
    )


def _mention(paths: dict[str, str], mention_id: str) -> str:
    return f"{mention_id[:10]} {PurePath(paths.get(mention_id, '(another event)')).name}"


def _features(edge: Edge) -> str:
    """Each value times its weight, those that count most first, after the base that all such pairs start from."""
    counted = {name: (value, edge.weights.get(name, 1.0)) for name, value in edge.features.items()}
    ranked = sorted(counted.items(), key=lambda item: (-abs(item[1][0] * item[1][1]), item[0]))
    told = [f"{name} {value:+.2f}×{weight:.2f}" for name, (value, weight) in ranked if round(value * weight, 2)]
    return ", ".join([f"base {edge.weights['base']:+.2f}" if "base" in edge.weights else "", *told]).strip(", ")
