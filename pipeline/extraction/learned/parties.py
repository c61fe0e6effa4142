"""What is judged of everyone named in a happening, to tell who is a party of it.

How sure the core is, how much of all that is said names them, who else is named, and what their name looks like.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.extraction import gazetteer
from pipeline.extraction.belongings import inside
from pipeline.extraction.document import Argument, Draft, Entity
from pipeline.extraction.happening import Happening
from pipeline.extraction.learned.labels import ROLES, TYPES
from pipeline.extraction.learned.logistic import log_odds
from pipeline.extraction.name_words import ORG_HEADS, is_legal_form
from pipeline.extraction.reading import Reading
from schemas.evidence import Evidence

Features = dict[str, float]
Said = Sequence[tuple[Draft, Argument]]
_KINDS = ("org", "person", "government")
_FORMS = ("pronoun", "description")
_MANY = 5
_REACH = 200
# Roles that are often played by several at once.
_SHARED = ("investor", "plaintiff", "defendant")
_LIST = re.compile(r"\s?(?=.*(?:,|\band\b|&))(?:(?:,|;|and|&|as|well|the|of|[A-Z\d][^\s,;]*),?\s)+")
_THE = re.compile(r"\b[Tt]he\s$")
_CODE = re.compile(r"\b[^\W\d]+-?\d")
_ACTS = re.compile(
    r"(?:,[^,.]{1,60},)?\s(?:also\s|has\s|have\s|will\s|today\s|said\s)?(?:said|says|announce[sd]?|plans?|agreed|signed|told|confirmed|declined|"
    r"expects?|reported|acquired|bought|launche[sd]|unveil(?:s|ed)|opened|hired|appointed|named|sued|paid|invested|led)\b"
)


def parties_judged(happening: Happening, reading: Reading) -> Iterator[tuple[str, Features]]:
    """Everyone whom the happening's drafts name, by entity_id, with what is judged of them."""
    named: dict[str, list[tuple[Draft, Argument]]] = {}
    for draft in happening.ranked():
        for argument in draft.arguments:
            named.setdefault(argument.entity.entity_id, []).append((draft, argument))
    for name, said in named.items():
        role = said[0][1].role
        crowd = _of_the_crowd(said, [told for other, told in named.items() if other != name], reading.text)
        yield (
            name,
            _of_the_core(said, happening)
            | _of_the_name(said[0][1].entity, reading)
            | crowd
            | {f"{what} of many": value * (role in _SHARED) for what, value in crowd.items()}
            | {
                "no other": float(len(named) <= happening.spec.min_parties),
                "misfit": float((role == "person") != (said[0][1].entity.kind == "person")),
                **{f"as {one}": float(role == one) for one in ROLES},
                **{kind: float(happening.spec.type == kind) for kind in TYPES},
            },
        )


def _of_the_crowd(said: Said, others: Sequence[Said], text: str) -> Features:
    """Who else is named: rivals for one role, and who stands in one enumeration with a party."""
    role, sure = said[0][1].role, _surest(said)
    rivals = [_surest(other) for other in others if other[0][1].role == role]
    return {
        "rival": log_odds(max(rivals, default=0.0)),
        "better rivals": float(min(sum(r > sure for r in rivals), _MANY)),
        "named": math.log(1 + len(others)),
        "beside": log_odds(max(_beside(said, others, role, text), default=0.0)),
    }


def _surest(said: Said) -> float:
    """How sure the core is of someone where it is surest."""
    return max(_chance(draft, argument) for draft, argument in said)


def _beside(said: Said, others: Iterable[Said], role: str, text: str) -> Iterator[float]:
    """How sure the core is of those who are enumerated with someone in the same role."""
    for draft, argument in (one for other in others for one in other):
        if argument.role == role and any(_enumerated(a.evidence, argument.evidence, text) for _, a in said):
            yield _chance(draft, argument)


def _enumerated(one: Evidence, other: Evidence, text: str) -> bool:
    """Whether nothing but other names, commas and "and" stand between two names."""
    first, last = sorted((one, other), key=lambda e: e.start)
    return first.end <= last.start <= first.end + _REACH and _LIST.fullmatch(text, first.end, last.start) is not None


def _of_the_core(said: Said, happening: Happening) -> Features:
    """How sure the core is of someone, and how much of all that is said names them."""
    chances = [_chance(d, a) for d, a in said]
    least = _least_named(happening)
    weight = sum(d.confidence for d in happening.drafts if len(d.names) >= least)
    naming = sum(d.confidence for d, _ in said if len(d.names) >= least)
    best = happening.best
    first = said[0][1]
    return {
        "surest": log_odds(max(chances)),
        "mean": log_odds(sum(chances) / len(chances)),
        "support": naming / weight if weight else 1.0,
        "told": math.log(len(said)),
        "in best": float(any(d is best for d, _ in said)),
        "named in best": float(any(inside(a.evidence, best.candidate.sentence) for _, a in said)),
        "by phrase": float(any(not c for c in chances)),
        "acts for": float(any(a.via is not None for _, a in said)),
        **{f"by {form}": float(_form(first) == form) for form in _FORMS},
    }


def _least_named(happening: Happening) -> int:
    """How many a draft must name to speak for a party: that one names a deal's company alone says nothing of its partners."""
    return 2 if happening.spec.deal and any(len(d.names) > 1 for d in happening.drafts) else 0


def _of_the_name(entity: Entity, reading: Reading) -> Features:
    """What a name looks like: capitals that only open a sentence, common words and slogans are no parties."""
    words = entity.name.split()
    named = [s for s in entity.surfaces if s.form in ("name", "alias")]
    blocks = {s.block for s in reading.sentences for n in named if s.start <= n.start < s.end}
    opening = {s.start for s in reading.sentences}
    before = [reading.text[max(0, n.start - 10) : n.start] for n in named]
    return {
        **{kind: float(entity.kind == kind) for kind in _KINDS},
        "surfaces": math.log(1 + len(named)),
        "words": float(min(len(words), _MANY)),
        "well-known place": float(gazetteer.is_well_known(entity.name)),
        "legal form": float(any(is_legal_form(w) for w in words[1:])),
        "company word": float(any(w in ORG_HEADS for w in words)),
        "lower words": sum(_is_lower_elsewhere(w, reading) for w in words) / max(1, len(words)),
        "capitals": float(entity.name.isupper()),
        "only opens": float(all(n.start in opening for n in named)),
        "code": float(_CODE.search(entity.name) is not None),
        "with article": sum(_THE.search(words) is not None for words in before) / max(1, len(before)),
        "acts": float(any(_ACTS.match(reading.text, n.end) for n in named)),
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
