"""Stories that a page cuts into several boxes, around advertisements for the most part."""

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BODY = re.compile(r"\b(?:article|story)[-_]*(?:body|content|text)\b|\barticleBody\b")


def join_chunks(page: "HtmlElement") -> None:
    """Move what stands in the later boxes of a story into the first.

    Boxes belong together where they have the same class, it names the body of a story, none holds another, and each
    has a paragraph of its own.
    """
    boxes: dict[str, list[HtmlElement]] = defaultdict(list)
    for box in filter(_is_body, page.iter("div", "section")):
        alike = boxes[box.get("class", "")]
        if not any(one in alike for one in box.iterancestors()):
            alike.append(box)
    for first, *others in boxes.values():
        for other in others:
            first.extend(list(other))


def _is_body(box: "HtmlElement") -> bool:
    """Whether a box is named as the body of a story, and has a paragraph of its own."""
    return _BODY.search(box.get("class", "")) is not None and box.find("p") is not None
