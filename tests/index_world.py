"""Documents for the index contract, and a plain reading of a query tree to compare every index with."""

import re
from datetime import date, datetime
from typing import Any

from event_world import FIRST, NOW, PACT, SECOND

from pipeline.index.documents import article_document, event_document
from pipeline.index.highlight import edits
from pipeline.index.nodes import Boolean, Boosted, Everything, Exact, Exists, Node, Pattern, Range, Similar, Words
from pipeline.index.port import Projection
from pipeline.index.tokens import lowered, words
from schemas.dates import first_day, last_day

Document = dict[str, Any]


def event(document_id: str, **fields: Any) -> Projection:
    """An event document of just these fields."""
    return Projection("event", document_id, 1, {"id": document_id, **fields})


CORPUS: tuple[Projection, ...] = (
    Projection("event", PACT.event_id, 3, event_document(PACT.model_dump(mode="json"))),
    Projection("article", FIRST.article_id, 1, article_document(FIRST, NOW)),
    Projection("article", SECOND.article_id, 1, article_document(SECOND, NOW)),
    event(
        "e2",
        type="acquisition",
        status="completed",
        title="O'Malley & Sons buys Dr. Oetzi's wi-fi unit",
        text=["O'Malley & Sons buys Dr. Oetzi's wi-fi unit", "the deal closed in the U.S. for 3.5bn"],
        party=["O'Malley & Sons", "Dr. Oetzi", "AB-Nordvik A.S."],
        acquirer=["O'Malley & Sons"],
        target=["Dr. Oetzi"],
        company=["O'Malley & Sons", "Dr. Oetzi"],
        announced=["2023-05", "2024-02-10"],
        amount=[3.5e9, 20.0],
        unit=["USD", "percent"],
        conflict=False,
        sources=2,
        path=["wire/2023/05/deal_01.html"],
        publisher=["Nordic Wire"],
        first_seen="2023-05-20T23:59:59.999999+00:00",
        updated="2023-05-21T00:00:00+00:00",
    ),
    event(
        "e3",
        type="partnership",
        subtype="joint_venture",
        status="rumoured",
        title="Москва: Рога и Копыта with 小米 and โทรศัพท์",
        text=["Москва: Рога и Копыта with 小米 and โทรศัพท์", "Café Straße İzmir ΟΔΟΣ naïve 한국 カタカナ ひらがな"],
        party=["Рога и Копыта", "小米"],
        partner=["Рога и Копыта", "小米"],
        place=["Москва"],
        city=["Москва"],
        country=["RU"],
        announced=["2023"],
        conflict=False,
        sources=1,
        path=["ru #1.txt"],
        first_seen="2023-05-21T00:00:00+00:00",
        updated="2023-05-21T00:00:00+00:00",
    ),
    event("e4", type="partnership", title="Zorvane again", text=["Zorvane again and again"], party=["Zorvane Works"]),
    event("e5", type="workforce", text=["kettles kettles kettles"], sources=1, announced=["2022-12-31"]),
)


def reading(node: Node, document: Document) -> bool:
    """Whether a document answers the node, said as plainly as possible."""
    if isinstance(node, Boolean):
        return _boolean(node, document)
    if isinstance(node, Boosted):
        return reading(node.node, document)
    return isinstance(node, Everything) or any(_fulfils(node, value) for value in _values(document, node.field.name))


def _values(document: Document, name: str) -> list[Any]:
    value = document.get(name)
    return [] if value is None else list(value) if isinstance(value, (list, tuple)) else [value]


def _boolean(node: Boolean, document: Document) -> bool:
    if any(reading(child, document) for child in node.must_not):
        return False
    if node.must:
        return all(reading(child, document) for child in node.must)
    return not node.should or any(reading(child, document) for child in node.should)


def _fulfils(node: Exists | Exact | Range | Words | Pattern | Similar, value: Any) -> bool:
    if isinstance(node, Exact):
        return node.value == lowered(str(value))
    if isinstance(node, Range):
        return _within(node, value)
    return isinstance(node, Exists) or _says(node, value)


def _within(node: Range, value: Any) -> bool:
    if node.field.kind == "date":
        low, high = first_day(value), last_day(value)
    elif node.field.kind == "instant":
        low = high = datetime.fromisoformat(value)
    else:
        low = high = float(value)
    above = node.low is None or high > node.low or (node.include_low and high == node.low)
    below = node.high is None or low < node.high or (node.include_high and low == node.high)
    not_empty = node.low is None or node.high is None or not isinstance(node.low, date) or node.low <= node.high
    return above and below and not_empty


def _says(node: Words | Pattern | Similar, value: Any) -> bool:
    if node.field.kind == "keyword":
        return isinstance(node, Pattern) and _fits(node, lowered(str(value)))
    found = words(value)
    if isinstance(node, Words):
        size = len(node.words)
        return any(found[at : at + size] == node.words for at in range(len(found) - size + 1))
    if isinstance(node, Pattern):
        return any(_fits(node, word) for word in found)
    return any(edits(word, node.word) <= node.distance for word in found)


def _fits(node: Pattern, text: str) -> bool:
    wildcards = {"any": ".*", "one": "."}
    pattern = "".join(wildcards.get(kind, re.escape(literal)) for kind, literal in node.parts)
    return re.fullmatch(pattern, text, re.DOTALL) is not None
