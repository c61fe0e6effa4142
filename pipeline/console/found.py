"""What a search found, with the best of its marked words."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from pipeline.console.output import visible
from pipeline.console.table import table
from pipeline.index.port import Highlight, Hit

_MARK = "bold yellow"


def hits_table(hits: Sequence[Hit]) -> Table:
    """Hits with the best of their marked words."""
    return table(
        hits,
        ("kind", lambda hit: hit.kind),
        ("id", lambda hit: hit.id[:10]),
        ("title", _title),
        ("found in", _snippets),
    )


def _title(hit: Hit) -> str:
    """The title, or the file name of an article without a headline."""
    return str(hit.document.get("title") or ", ".join(hit.document.get("path", ())))


def _snippets(hit: Hit) -> Text:
    return Text("\n").join([_snippet(mark) for mark in hit.highlights[:2]])


def _snippet(mark: Highlight, around: int = 60) -> Text:
    first, last = max(mark.spans, key=lambda span: sum(span[0] <= low <= span[0] + around for low, _ in mark.spans))
    start, end = max(0, first - around // 2), min(len(mark.text), last + around)
    words = visible(mark.text[start:end].replace("\n", " "))
    text = Text(("…" if start else "") + words + ("…" if end < len(mark.text) else ""))
    shift = start - (1 if start else 0)
    for low, high in mark.spans:
        if start <= low and high <= end:
            text.stylize(_MARK, low - shift, high - shift)
    return text


def facet_table(name: str, counts: dict[str, int]) -> Table:
    """Values of a field with their numbers, the most frequent first."""
    return table(list(counts.items())[:20], ("", lambda row: str(row[1])), (name, lambda row: row[0]))
