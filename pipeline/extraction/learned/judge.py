"""The judge: how likely a happening is news, or a recap, from what its drafts' signals and their places say together.

A logistic regression for each over a few features that can be read, learned from articles that the core had not seen
(`training/judge.py`); its answer is the mention's confidence.
"""

import json
import math
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from pipeline.extraction.assembly import Happening, Judgement
from pipeline.extraction.document import Draft, Signals
from pipeline.extraction.learned.labels import TYPES
from pipeline.extraction.learned.logistic import Weights, chance_of, log_odds
from pipeline.extraction.reading import Reading
from pipeline.extraction.salience import looks_back

_FAR = 30
_LONG = 60
_MANY = 4


class Judge:
    """Judges the happenings of one article together."""

    def __init__(self, weights: Path) -> None:
        self._file = weights

    @cached_property
    def _weights(self) -> dict[str, Weights]:
        weights: dict[str, Weights] = json.loads(self._file.read_text("utf-8"))
        return weights

    def judge(self, happenings: Sequence[Happening], reading: Reading) -> None:
        """Say of each happening of a type that was learned how likely it is news, and how likely a recap."""
        for happening in (h for h in happenings if h.spec.type in TYPES):
            features = features_of(happening, happenings, reading)
            news, recap = (chance_of(features, self._weights[name]) for name in ("news", "recap"))
            happening.judged = Judgement(news, recap)


def features_of(happening: Happening, happenings: Sequence[Happening], reading: Reading) -> dict[str, float]:
    """What is judged of a happening; the others of its article are its rivals."""
    drafts, best = happening.drafts, happening.best
    said, fresh, recap = {d.candidate.sentence for d in drafts}, reading.lexicons.fresh, reading.lexicons.recap
    told = max(d.signals.told_news for d in drafts)
    rivals = [d.signals.told_news for other in happenings if other is not happening for d in other.drafts]
    return {
        "told news": log_odds(told),
        "read news": log_odds(max(d.signals.read_news for d in drafts)),
        "told recap": log_odds(max(d.signals.told_recap for d in drafts)),
        "read recap": log_odds(max(d.signals.read_recap for d in drafts)),
        "both news": log_odds(max(math.sqrt(d.signals.told_news * d.signals.read_news) for d in drafts)),
        "phrase of news": _most(drafts, lambda s: s.phrase, lambda d: not d.background),
        "phrase of recap": _most(drafts, lambda s: s.phrase, lambda d: d.background),
        "some phrase": float(any(d.signals.phrase for d in drafts)),
        "no phrase": float(any(not d.signals.phrase for d in drafts)),
        **{f"in {block}": _in(drafts, block) for block in ("headline", "lead")},
        **{f"told in {block}": _told_in(drafts, block) for block in ("headline", "lead", "body")},
        "drafts": math.log(len(drafts)),
        "second party": log_odds(max(d.signals.parties for d in drafts)),
        "one party": float(len(happening.principals) == 1),
        "many parties": float(len(happening.principals) > _MANY),
        "place": min(best.candidate.sentence.index, _FAR) / _FAR,
        "length": min(len(reading.sentences), _LONG) / _LONG,
        "rival": log_odds(max(rivals, default=0.0)),
        "all recap": float(happening.background),
        "some recap": float(any(d.background for d in drafts)),
        "looks back": float(looks_back(best.candidate.sentence, reading)),
        "always looks back": float(all(looks_back(s, reading) for s in said)),
        "recalls": float(reading.says(recap, best.candidate.sentence)),
        "always recalls": float(all(reading.says(recap, s) for s in said)),
        "fresh": float(any(reading.says(fresh, s) for s in said)),
        "quoted": float(best.candidate.sentence.quoted),
        "amounts": float(bool(best.amounts)),
        "dates": float(bool(best.dates)),
        **{name: float(happening.spec.type == name) for name in TYPES},
        **{f"told {name}": log_odds(told) * (happening.spec.type == name) for name in TYPES},
    }


def _most(drafts: Sequence[Draft], signal: Callable[[Signals], float], fits: Callable[[Draft], bool]) -> float:
    """The strongest signal of the drafts that fit."""
    return max((signal(d.signals) for d in drafts if fits(d)), default=0.0)


def _in(drafts: Sequence[Draft], block: str) -> float:
    """Whether a draft stands in a block."""
    return float(any(d.candidate.sentence.block == block for d in drafts))


def _told_in(drafts: Sequence[Draft], block: str) -> float:
    """How sure the core is of a block's drafts."""
    return log_odds(_most(drafts, lambda s: s.told_news, lambda d: d.candidate.sentence.block == block))
