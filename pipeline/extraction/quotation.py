"""Quotation marks: which spans of a text stand between them."""

import re

_OPEN = re.compile(r"[“«„]|(?<![\w.,!?”])\"(?=\S)|(?<=[\s(\[—–])\"(?=\w)")
_CLOSE = {"“": "”", "«": "»", "„": "“", '"': '"'}
_CURLY = re.compile(r"[“”]")
_MAX = 2500


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """The spans between double quotation marks, without the marks; none crosses a paragraph's end.

    A quotation that runs on opens each of its paragraphs with a mark and closes the last: each paragraph is a span.
    """
    spans: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n]+", text):
        spans += _in_paragraph(text, line.start(), line.end())
    return spans


def _in_paragraph(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quoted spans of one paragraph; one left open ends with the paragraph."""
    spans = []
    at = start
    while opened := _OPEN.search(text, at, end):
        mark = opened.group()
        close = _closing(text, mark, opened.end(), end)
        stop = close if close >= 0 else end
        if opened.end() < stop <= opened.end() + _MAX:
            spans.append((opened.end(), stop))
        at = stop + 1
        if at >= end:
            break
    return spans


def _closing(text: str, mark: str, start: int, end: int) -> int:
    """Where the quotation closes, inner ones passed over; -1 where it does not."""
    if mark == '"':
        found = re.compile(r"[\"”]").search(text, start, end)
        return found.start() if found else -1
    if mark != "“":
        return text.find(_CLOSE[mark], start, end)
    depth = 0
    for found in _CURLY.finditer(text, start, end):
        if found.group() == "“":
            depth += 1
        elif depth == 0:
            return found.start()
        else:
            depth -= 1
    straight = text.find('"', start, end)
    last = text.rfind("”", start, end)
    return straight if straight >= 0 else last
