"""The judge: how likely a happening is news, or a recap, from what its drafts' signals and their places say together.

A logistic regression for each over a few features that can be read, learned from articles that the core had not seen
(`training/judge.py`); its answer is the mention's confidence.
"""

import json
import math
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from pipeline.extraction.document import Draft, Signals
from pipeline.extraction.happening import Happening, Judgement
from pipeline.extraction.learned.labels import TYPES
from pipeline.extraction.learned.logistic import Weights, chance_of, log_odds
from pipeline.extraction.reading import Reading
from pipeline.extraction.salience import looks_back
from schemas.vocabulary import PASSED

_LIKELY, _TOLD = 0.5, 0.6
# What is as sure as this is told beside a likelier one of its sentence.
_BESIDE_ANY = 0.8
# One sentence tells both: the plant that closes and those who lose their work; the takeover and the decision on it.
_BOTH = (frozenset({"facility", "workforce"}), frozenset({"acquisition", "legal_action"}))
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
        known = [h for h in happenings if h.spec.type in TYPES]
        chances = [self._chances(happening, happenings, reading) for happening in known]
        for happening, (news, recap) in zip(known, chances, strict=True):
            rivals = [n for other, (n, _) in zip(known, chances, strict=True) if _are_rivals(happening, other)]
            first = news >= min(_BESIDE_ANY, max(rivals, default=0.0))
            happening.judged = Judgement(news, recap, first and _is_sure(happening, news))
        told = [h for h in known if h.judged and h.judged.is_news]
        for happening in known:
            if any(_refers_to(happening, news) for news in told):
                happening.judged = Judgement(0.0, 0.0, is_news=False)

    def _chances(self, happening: Happening, others: Sequence[Happening], reading: Reading) -> tuple[float, float]:
        """The chances that it is news, and that it is a recap; what would be news but is nowhere said to be new is one."""
        features = features_of(happening, others, reading)
        news, recap = (chance_of(features, self._weights[name]) for name in ("news", "recap"))
        return (news, recap) if _may_be_news(happening, reading) else (0.0, min(1.0, news + recap))


def _refers_to(happening: Happening, news: Happening) -> bool:
    """Whether what is no news has nothing of its own beside news of its type: nobody else, and no day gone by."""
    if happening.spec != news.spec or happening.judged is None or happening.judged.is_news:
        return False
    dated = any(d.value and d.kind in PASSED for draft in happening.drafts for d in draft.dates)
    return happening.principals <= news.principals and not dated


def _are_rivals(one: Happening, other: Happening) -> bool:
    """Whether one sentence tells both best, and tells only what it tells likeliest."""
    told_at_once = one.best.candidate.sentence == other.best.candidate.sentence
    return one is not other and told_at_once and {one.spec.type, other.spec.type} not in _BOTH


def _is_sure(happening: Happening, news: float) -> bool:
    """Whether it is about as likely news as not, and the core itself takes one of its sentences for news."""
    return news >= _LIKELY and max(draft.signals.told_news for draft in happening.drafts) >= _TOLD


def _may_be_news(happening: Happening, reading: Reading) -> bool:
    """Whether it stands near the top, or further down with words that say that it is new."""
    said = [d.candidate.sentence for d in happening.drafts]
    return any(s.block != "body" or reading.says(reading.lexicons.fresh, s) for s in said)


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
