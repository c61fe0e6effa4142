"""Casting: which of those whom the core takes for parties of a happening are.

A logistic regression over how sure the core is, how much of all that is said names them, and what their name looks
like, learned from articles that the core had not seen (`training/judge.py`).
"""

import json
import math
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from pipeline.extraction.assembly import Happening
from pipeline.extraction.belongings import inside
from pipeline.extraction.document import Argument, Draft, Entity
from pipeline.extraction.learned.labels import ROLES, TYPES
from pipeline.extraction.learned.logistic import Weights, chance_of, log_odds
from pipeline.extraction.name_words import ORG_HEADS, is_legal_form
from pipeline.extraction.reading import Reading

Features = dict[str, float]
_KINDS = ("org", "person", "government")
_FORMS = ("pronoun", "description")
_PLAYS = 0.5
_MANY = 5


class Casting:
    """Gives each happening the parties that are likely its own."""

    def __init__(self, weights: Path) -> None:
        self._file = weights

    @cached_property
    def _weights(self) -> Weights:
        weights: Weights = json.loads(self._file.read_text("utf-8"))
        return weights

    def given(self, happenings: Sequence[Happening], reading: Reading) -> None:
        """Say who is a party: as many as the type needs always are, and whom a party acts for is one too."""
        for happening in happenings:
            if happening.spec.type in TYPES:
                judged = {
                    name: chance_of(features, self._weights) for name, features in cast_judged(happening, reading)
                }
                ranked = sorted(judged, key=lambda name: -judged[name])
                needed = happening.spec.min_parties
                cast = frozenset(n for rank, n in enumerate(ranked) if rank < needed or judged[n] >= _PLAYS)
                happening.cast = cast | _owners(cast, happening)


def _owners(cast: frozenset[str], happening: Happening) -> frozenset[str]:
    """Those for whom a party acts, by entity_id."""
    acting = (a for draft in happening.drafts for a in draft.arguments if a.via is not None)
    return frozenset(a.entity.entity_id for a in acting if a.via is not None and a.via.entity_id in cast)


def cast_judged(happening: Happening, reading: Reading) -> Iterator[tuple[str, Features]]:
    """Everyone whom the happening's drafts name, by entity_id, with what is judged of them."""
    named: dict[str, list[tuple[Draft, Argument]]] = {}
    for draft in happening.ranked():
        for argument in draft.arguments:
            named.setdefault(argument.entity.entity_id, []).append((draft, argument))
    sure = {name: max(_chance(d, a) for d, a in said) for name, said in named.items()}
    for name, said in named.items():
        role = said[0][1].role
        rivals = [sure[other] for other, told in named.items() if other != name and told[0][1].role == role]
        yield (
            name,
            _of_the_core(said, happening)
            | _of_the_name(said[0][1].entity, reading)
            | {
                "rival": log_odds(max(rivals, default=0.0)),
                "better rivals": float(min(sum(r > sure[name] for r in rivals), _MANY)),
                "named": math.log(len(named)),
                **{f"as {one}": float(role == one) for one in ROLES},
                **{kind: float(happening.spec.type == kind) for kind in TYPES},
            },
        )


def _of_the_core(said: Sequence[tuple[Draft, Argument]], happening: Happening) -> Features:
    """How sure the core is of someone, and how much of all that is said names them."""
    chances = [_chance(d, a) for d, a in said]
    weight = sum(d.confidence for d in happening.drafts)
    best = happening.best
    first = said[0][1]
    return {
        "surest": log_odds(max(chances)),
        "mean": log_odds(sum(chances) / len(chances)),
        "support": sum(d.confidence for d, _ in said) / weight if weight else 1.0,
        "told": math.log(len(said)),
        "in best": float(any(d is best for d, _ in said)),
        "named in best": float(any(inside(a.evidence, best.candidate.sentence) for _, a in said)),
        "by phrase": float(any(not c for c in chances)),
        "acts for": float(any(a.via is not None for _, a in said)),
        **{f"by {form}": float(_form(first) == form) for form in _FORMS},
    }


def _of_the_name(entity: Entity, reading: Reading) -> Features:
    """What a name looks like: capitals that only open a sentence, common words and slogans are no parties."""
    words = entity.name.split()
    named = [s for s in entity.surfaces if s.form in ("name", "alias")]
    blocks = {s.block for s in reading.sentences for n in named if s.start <= n.start < s.end}
    opening = {s.start for s in reading.sentences}
    return {
        **{kind: float(entity.kind == kind) for kind in _KINDS},
        "surfaces": math.log(1 + len(named)),
        "words": float(min(len(words), _MANY)),
        "legal form": float(any(is_legal_form(w) for w in words[1:])),
        "company word": float(any(w in ORG_HEADS for w in words)),
        "lower words": sum(_is_lower_elsewhere(w, reading) for w in words) / max(1, len(words)),
        "capitals": float(entity.name.isupper()),
        "only opens": float(all(n.start in opening for n in named)),
        "in headline": float("headline" in blocks),
        "in lead": float("lead" in blocks),
        "owned": float(entity.parent is not None),
    }


def _is_lower_elsewhere(word: str, reading: Reading) -> bool:
    """Whether the article writes a word without its capital too."""
    return word[:1].isupper() and word.casefold() in reading.lowered


def _chance(draft: Draft, argument: Argument) -> float:
    """How sure the core is that someone plays a role in the draft; 0 for whom only a phrase names."""
    return draft.chances.get((argument.evidence.start, argument.evidence.end), 0.0)


def _form(argument: Argument) -> str:
    """How someone is called where they are found."""
    here = (s.form for s in argument.entity.surfaces if s.start == argument.evidence.start)
    return next(here, "name")
