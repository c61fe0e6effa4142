"""Markdown: its marks go, the words they mark stay."""

import re
from dataclasses import replace

from pipeline.cleaning.lines import Cut, Line, lines_of

_LINE_MARK = re.compile(r"(?:>\s?)*(?:#{1,6}\s+)?(?:\[[ xX]\]\s+)?")
_RULE = re.compile(r"(?:[-*_=]\s?){3,}|=+|\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?)?|```.*|~~~.*")
_SPANS = re.compile(
    r"!\[[^\]\n]*\]\([^)\n]*\)"  # an image
    r"|</?[a-zA-Z][^<>\n]*>|<!--.*?-->"
    r"|\*\*|__|~~|`+|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)"
    r"|\\(?=[\\`*_{}\[\]()#+.!>~|-])"
    r"|(?<=\S)\s?#+$|\[\^\w+\]:?"
)
_LINK = re.compile(
    r"(?P<open>\[)(?:[^\[\]\n]|\[[^\[\]\n]*\])+(?P<close>\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+[\"'][^\n]*?[\"'])?\)|\[[^\]\n]*\]))"
)


def markup(body: str) -> list[Cut]:
    """Headings, quotation marks at the margin, emphasis, images, the targets of links, rules, tags."""
    cuts = []
    for line in lines_of(body):
        if _RULE.fullmatch(line.text):
            cuts.append(Cut(line.start, line.end, "markup"))
            continue
        spans = [m.span() for m in [_LINE_MARK.match(line.text), *_SPANS.finditer(line.text)] if m and m.group()]
        spans += [link.span(group) for link in _LINK.finditer(line.text) for group in ("open", "close")]
        cuts += [Cut(line.start + start, line.start + end, "markup") for start, end in spans]
    return cuts


def unmarked(line: Line, marks: list[Cut]) -> Line:
    """The line as it is read, in its old place."""
    at, told = line.start, ""
    for mark in sorted((m for m in marks if line.start <= m.start < line.end), key=lambda m: m.start):
        told += line.text[at - line.start : max(at, mark.start) - line.start]
        at = max(at, mark.end)
    return replace(line, text=(told + line.text[at - line.start :]).strip()) if at > line.start else line
