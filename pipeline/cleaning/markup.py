"""Markdown: its marks go, the words they mark stay."""

import re
from bisect import bisect_left
from dataclasses import replace

from pipeline.cleaning.lines import Cut, Line, lines_of

_LINE_MARK = re.compile(r"(?:>\s?)*(?:#{1,6}\s+)?(?:\[[ xX]\]\s+)?")
_RULE = re.compile(r"(?:[-*_=]\s?){3,}|=+|\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?)?|```.*|~~~.*")
_SPANS = re.compile(
    r"!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)"  # an image
    r"|</?[a-zA-Z][^<>\n]{0,500}>|<!--.{0,500}?-->"
    r"|\*\*|__|~~|`+|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)"
    r"|\\(?=[\\`*_{}\[\]()#+.!>~|-])"
    r"|(?<=\S)\s?#+$|\[\^\w+\]:?"
)
_LINK = re.compile(
    r"(?P<open>\[)(?:[^\[\]\n]|\[[^\[\]\n]{0,100}\]){1,500}(?P<close>\]"
    r"(?:\([^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?(?:\s{1,3}[\"'][^\n]{0,300}?[\"'])?\)|\[[^\]\n]{0,200}\]))"
)


def markup(body: str) -> list[Cut]:
    """Headings, quotation marks at the margin, emphasis, images, the targets of links, rules, tags; in order."""
    cuts = []
    for line in lines_of(body):
        if _RULE.fullmatch(line.text):
            cuts.append(Cut(line.start, line.end, "markup"))
            continue
        spans = [m.span() for m in [_LINE_MARK.match(line.text), *_SPANS.finditer(line.text)] if m and m.group()]
        spans += [link.span(group) for link in _LINK.finditer(line.text) for group in ("open", "close")]
        cuts += [Cut(line.start + start, line.start + end, "markup") for start, end in sorted(spans)]
    return cuts


def unmarked(line: Line, marks: list[Cut]) -> Line:
    """The line as it is read, in its old place; the marks stand in order."""
    at, told = line.start, ""
    first, last = (bisect_left(marks, place, key=lambda mark: mark.start) for place in (line.start, line.end))
    for mark in marks[first:last]:
        told += line.text[at - line.start : max(at, mark.start) - line.start]
        at = max(at, mark.end)
    return replace(line, text=(told + line.text[at - line.start :]).strip()) if at > line.start else line
