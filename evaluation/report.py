"""The figures as one Markdown page."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from evaluation.intervals import counted, f1, interval, reliability
from evaluation.judge import Judged
from evaluation.measure import Figures
from evaluation.sets import LabelledSet

Results = Mapping[LabelledSet, Figures]
Named = Sequence[tuple[str, dict[str, Any]]]
Verdicts = Mapping[str, Mapping[str, Sequence[Judged]]]

NOTES = """\
- The sets are those beside the checkout (`../shared/eval`); their texts are never copied here. Each was labelled in one
  careful pass; a second, independent pass agreed at F1 0.96 (status 0.90, date 0.95, places 0.91, amounts 0.77).
- A mention counts when type and parties fit and both sides hold it for news; a recap told as news is a false alarm.
  Parties, places, amounts, role, status, date, salience and evidence are those of mentions that count. *Quiet* is the
  share of articles without news of which none is told; *recaps as news* is how many events of history are told as news.
- *What each stage adds* is over dev and press_releases together; *all unseen* pools every set that the shipped weights,
  or those of a row's fold, had not seen. The digest is that of all label files: figures compare while it is the same.
- Ends of the scale: gold against itself scores 1.0 throughout; on stories, gold mentions that are never merged score
  B-cubed 0.66 and alert precision 0.50; trafilatura alone scores F1 0.960 on the web pages.
- The shipped weights were trained on stories: that row shows what they learned by heart. Where `make weights` has
  run, a row `stories_left_out` (read by weights that had not seen the story) shows what they can do. dev and
  press_releases are no part of any training; the rules, and a few bounds of the core, were chosen with them in sight.
- The seeds are the acceptance sample: five articles prove that the chain works, not how well it reads. Labelled are
  their three events of news; the history that they recall is found as events of its own.
"""


def page(results: Results, verdicts: Verdicts, command: str, day: date, stages: Named = (), lent: Named = ()) -> str:
    """The whole page: when and how it was measured, the tables, and how to read them.

    `lent` are the figures of merging alone, where labelled mentions are merged instead of those that were found.
    """
    sections = [
        f"# Quality\n\nMeasured on {day.isoformat()} with {command}; the page is written by it, not by hand.\n",
        "## The sets\n\n" + "".join(f"- {labelled.name}: {labelled.about}\n" for labelled in results),
        "## Events in articles\n\n" + _table(MENTION_COLUMNS, _rows(results, "mentions", MENTION_COLUMNS)),
        "## F1 by event type\n\n" + _by_type(results),
        "## What each stage adds\n\n" + _stages(stages),
        "## How far the figures may be off\n\n" + _intervals(verdicts),
        "## What confidence means\n\n" + _reliability(verdicts),
        "## Clean text\n\n" + _table(TEXT_COLUMNS, _rows(results, "text", TEXT_COLUMNS)),
        "## Bodies of web pages\n\n" + _table(BODY_COLUMNS, _rows(results, "bodies", BODY_COLUMNS)),
        "## Merged events\n\n" + _table(EVENT_COLUMNS, _rows(results, "events", EVENT_COLUMNS)),
        "## Merging alone, of labelled mentions\n\n" + _lent(lent),
        "## Where it falls short\n\n" + _shortcomings(results),
        "## How to read this\n\n" + NOTES,
    ]
    return "\n".join(section for section in sections if section)


Columns = Mapping[str, Sequence[str]]

MENTION_COLUMNS: Columns = {
    "articles": ["articles"],
    "precision": ["all", "p"],
    "recall": ["all", "r"],
    "F1": ["all", "f1"],
    "partnership F1": ["by_type", "partnership", "f1"],
    "parties F1": ["parties_f1"],
    "places F1": ["places_f1"],
    "amounts F1": ["amounts_f1"],
    "role": ["role_accuracy"],
    "status": ["status_accuracy"],
    "date": ["date_accuracy"],
    "salience": ["salience_accuracy"],
    "evidence": ["evidence_accuracy"],
    "quiet": ["quiet_on_no_event"],
    "recaps as news": ["recap_as_news"],
    "evidence in text": ["evidence_in_text"],
}
TEXT_COLUMNS: Columns = {
    "noise gone": ["noise_gone", "share"],
    "quotes kept": ["quotes_kept", "share"],
    "speaker right": ["speaker_right", "share"],
    "quotes": ["quotes_kept", "n"],
}
BODY_COLUMNS: Columns = {"pages": ["pages"], "precision": ["p"], "recall": ["r"], "F1": ["f1"]}
EVENT_COLUMNS: Columns = {
    "events": ["gold_events"],
    "mentions": ["gold_mentions"],
    "found": ["mentions_found"],
    "false alarms": ["false_alarms"],
    "B-cubed P": ["bcubed", "p"],
    "B-cubed R": ["bcubed", "r"],
    "B-cubed F1": ["bcubed", "f1"],
    "split": ["split"],
    "wrongly merged": ["wrongly_merged"],
    "alerts P": ["alerts", "p"],
    "alerts R": ["alerts", "r"],
    "conflicts F1": ["conflicts", "f1"],
}


def _rows(results: Results, measure: str, columns: Columns) -> list[list[str]]:
    return _cells([(one.name, figures[measure]) for one, figures in results.items() if measure in figures], columns)


def _cells(named: Iterable[tuple[str, Any]], columns: Columns) -> list[list[str]]:
    return [[name, *(_shown(_at(figures, path)) for path in columns.values())] for name, figures in named]


def _at(figures: Any, path: Sequence[str]) -> Any:
    for key in path:
        figures = figures.get(key) if isinstance(figures, dict) else None
    return figures


def _shown(value: Any) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _table(columns: Iterable[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return "Not measured.\n"
    header = ["set", *columns]
    lines = [header, ["---", *["---:"] * (len(header) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _stages(stages: Named) -> str:
    """Each variant of the extractor, over dev and press_releases together."""
    columns = {name: path for name, path in MENTION_COLUMNS.items() if name != "articles"}
    return _table(columns, _cells(stages, columns)).replace("| set |", "| variant |", 1)


def _lent(lent: Named) -> str:
    """Nothing is found or missed there: what is wrong is the merging's."""
    columns = {name: path for name, path in EVENT_COLUMNS.items() if name not in ("found", "false alarms")}
    return _table(columns, _cells(lent, columns))


def _by_type(results: Results) -> str:
    sets = [labelled for labelled, figures in results.items() if "mentions" in figures]
    types = sorted({kind for labelled in sets for kind in results[labelled]["mentions"]["by_type"]})
    columns = {kind: ["by_type", kind, "f1"] for kind in types}
    return _table(columns, _rows(results, "mentions", columns))


def _intervals(verdicts: Verdicts) -> str:
    """F1 with the ends of its 95 % bootstrap interval, and of all that the weights had not seen together."""
    unseen = _unseen(verdicts)
    rows = [
        [name, *(cell for kind in (None, "partnership") for cell in _interval(articles, kind))]
        for name, articles in [*verdicts.items(), *([("all unseen", unseen)] if unseen else [])]
    ]
    return _table(["F1", "95 % interval", "partnership F1", "95 % interval"], rows)


def _unseen(verdicts: Verdicts) -> dict[str, Sequence[Judged]]:
    """The articles that the weights were not trained on."""
    seen = ("seeds", "stories")
    return {f"{n} {key}": found for n, articles in verdicts.items() if n not in seen for key, found in articles.items()}


def _interval(articles: Mapping[str, Sequence[Judged]], kind: str | None) -> tuple[str, str]:
    middle = f1(counted(one for one in found if kind in (None, one.type)) for found in articles.values())
    low, high = interval(articles, kind)
    return f"{middle:.3f}", f"{low:.2f}–{high:.2f}"


def _reliability(verdicts: Verdicts) -> str:
    """What share of the mentions told as news is right, by the confidence that they carry."""
    told = [one for found in _unseen(verdicts).values() for one in found]
    rows = [[name, str(count), f"{sure:.2f}", f"{right:.2f}"] for name, count, sure, right in reliability(told)]
    return _table(["mentions", "mean confidence", "share right"], rows).replace("| set |", "| confidence |", 1)


def _shortcomings(results: Results) -> str:
    """The weakest figures, named; computed, so that they cannot be forgotten."""
    said = []
    for labelled, figures in results.items():
        by_type = _at(figures, ["mentions", "by_type"]) or {}
        weak = sorted((scores["f1"], kind) for kind, scores in by_type.items() if scores["f1"] < 0.3)
        if weak:
            said.append(f"- {labelled.name}: F1 below 0.3 for {', '.join(f'{kind} ({f1:.2f})' for f1, kind in weak)}.")
        if "events" in figures:
            merged = figures["events"]
            missed = merged["gold_mentions"] - merged["mentions_found"]
            said.append(
                f"- {labelled.name}: {missed} of {merged['gold_mentions']} mentions missed, {merged['false_alarms']} "
                f"false alarms, {merged['split']} events split, {merged['wrongly_merged']} wrongly merged."
            )
    return "\n".join(said) + "\n" if said else "Nothing measured falls short.\n"
