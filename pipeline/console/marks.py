"""Evidence marked in its article: one colour per field, `[[words|field]]` where there is no colour."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from pipeline.console.output import visible
from schemas.article import Article
from schemas.event import Event
from schemas.evidence import Evidence
from schemas.mention import Amount, EventDate, Party, Place, Product, Quote

STYLES: dict[str, str] = {
    "parties": "bold cyan",
    "place": "bold green",
    "date": "bold yellow",
    "amount": "bold magenta",
    "product": "bold blue",
    "quote": "italic",
    "status": "underline",
    "characterization": "bold red",
}
_LAST = ("status", "quote")  # the long spans: others are painted over them
_ELLIPSIS = "[…]"


@dataclass(frozen=True, order=True)
class Mark:
    """A stretch of an article's text that a field's value was read from."""

    start: int
    end: int
    field: str


def marks_of(event: Event, article: Article) -> tuple[Mark, ...]:
    """Every value's evidence in this article, in the order of the text."""
    claimed = [(c.field, c.evidence) for c in event.claims if c.article_id == article.article_id]
    merged = [(field, evidence) for field, evidence in _merged(event) if evidence.holds(article.text)]
    found = {
        Mark(evidence.start, evidence.end, field)
        for field, evidence in (*claimed, *merged)
        if evidence.space == "text" and evidence.holds(article.text)
    }
    return tuple(sorted(found))


def raw_evidence(event: Event, article: Article) -> tuple[tuple[str, str], ...]:
    """Field and words of what was read from parts of the document that the clean text has not."""
    found = [
        (claim.field, claim.evidence.text)
        for claim in event.claims
        if claim.article_id == article.article_id and claim.evidence.space == "raw"
    ]
    return tuple(dict.fromkeys(found))


def fields_in(marks: Iterable[Mark]) -> tuple[str, ...]:
    """The fields that are marked, in the legend's order."""
    used = {mark.field for mark in marks}
    return tuple(field for field in STYLES if field in used) + tuple(sorted(used - STYLES.keys()))


def excerpt(text: str, marks: Sequence[Mark], *, colour: bool) -> Text:
    """The paragraphs that hold a mark, with the marks; what lies between is left out visibly."""
    parts: list[Text] = []
    left_out = False
    for start, end in _paragraphs(text):
        inside = [
            Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.field)
            for mark in marks
            if mark.start < end and start < mark.end
        ]
        if inside:
            if left_out:
                parts.append(Text(_ELLIPSIS, style="dim"))
            paragraph = visible(text[start:end])
            parts.append(_painted(paragraph, inside) if colour else Text(bracketed(paragraph, inside)))
        left_out = not inside
    if left_out:
        parts.append(Text(_ELLIPSIS, style="dim"))
    return Text("\n").join(parts)


def bracketed(text: str, marks: Sequence[Mark]) -> str:
    """The text with `[[words|field]]` around each mark; inner marks stand inside outer ones."""
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[str]] = {}
    for start, end, fields in _nested(marks):
        opening.setdefault(start, []).append(end)
        closing.setdefault(end, []).insert(0, f"|{fields}]]")
    out: list[str] = []
    for at in range(len(text) + 1):
        out += closing.get(at, [])
        out += ["[["] * len(opening.get(at, []))
        out.append(text[at : at + 1])
    return "".join(out)


def _merged(event: Event) -> Iterator[tuple[str, Evidence]]:
    groups: dict[str, Sequence[Party | Place | EventDate | Amount | Product | Quote]] = {
        "parties": event.parties,
        "place": event.places,
        "date": event.dates,
        "amount": event.amounts,
        "product": event.products,
        "quote": event.quotes,
    }
    for field, values in groups.items():
        for value in values:
            yield field, value.evidence


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip())
        if end > start:
            yield start, end
        start += len(line)


def _painted(text: str, marks: Sequence[Mark]) -> Text:
    painted = Text(text)
    for mark in sorted(marks, key=lambda mark: (mark.field not in _LAST, mark.start - mark.end)):
        painted.stylize(STYLES.get(mark.field, "bold"), mark.start, mark.end)
    return painted


def _nested(marks: Sequence[Mark]) -> list[tuple[int, int, str]]:
    """Spans that never cross: equal ones share their fields, a crossing one is cut where the outer one ends."""
    fields: dict[tuple[int, int], list[str]] = {}
    waiting = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    open_ends: list[int] = []
    while waiting:
        mark = waiting.pop(0)
        while open_ends and open_ends[-1] <= mark.start:
            open_ends.pop()
        end = min(mark.end, open_ends[-1]) if open_ends else mark.end
        if end < mark.end:
            waiting.append(Mark(end, mark.end, mark.field))
            waiting.sort(key=lambda rest: (rest.start, -rest.end))
        names = fields.setdefault((mark.start, end), [])
        if mark.field not in names:
            names.append(mark.field)
        open_ends.append(end)
    return [(start, end, ",".join(names)) for (start, end), names in fields.items()]
