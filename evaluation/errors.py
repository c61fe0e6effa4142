"""The page of errors: every miss and false alarm with its sentence, for a person to filter and to learn from.

It holds sentences of the labelled sets, so it is written below the state folder and never committed.
"""

from collections.abc import Mapping, Sequence
from html import escape

from evaluation.judge import Judged

_HEAD = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Errors</title>
<style>body{font:15px/1.4 system-ui,sans-serif;margin:1.5rem}table{border-collapse:collapse;width:100%}
td,th{border-bottom:1px solid #ddd;padding:.3rem .5rem;text-align:left;vertical-align:top}
th input{width:100%;box-sizing:border-box}td:nth-child(4){white-space:nowrap}#n{color:#555}</style>
<h1>Errors</h1><p id="n"></p><table><thead><tr>"""
_SCRIPT = """<script>
const inputs=[...document.querySelectorAll("input")],rows=[...document.querySelectorAll("tbody tr")];
function show(){let n=0;for(const row of rows){const ok=inputs.every((input,i)=>
row.cells[i].textContent.toLowerCase().includes(input.value.toLowerCase()));row.hidden=!ok;n+=ok}
document.getElementById("n").textContent=n+" of "+rows.length+" errors";}
inputs.forEach(input=>input.addEventListener("input",show));show();</script></html>
"""
_COLUMNS = ("set", "article", "type", "error", "confidence", "parties", "sentence")


def errors_page(sets: Mapping[str, Mapping[str, Sequence[Judged]]]) -> str:
    """One table over all sets; a box above each column narrows it."""
    heads = "".join(f'<th>{name}<br><input aria-label="filter by {name}"></th>' for name in _COLUMNS)
    rows = [
        _row(name, one)
        for name, articles in sets.items()
        for found in articles.values()
        for one in found
        if one.verdict != "right"
    ]
    return f"{_HEAD}{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>{_SCRIPT}"


def _row(name: str, one: Judged) -> str:
    sure = "" if one.confidence is None else f"{one.confidence:.2f}"
    cells = (name, one.article, one.type, one.verdict, sure, ", ".join(one.parties), one.sentence)
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>\n"
