"""Which entities stand in which slot of a trigger phrase: subject, object, possessor, or after a preposition.

What follows the phrase is read from its surface (prepositions, enumerations), which holds where a parser meets unknown
names; the subject is read from the parse, and from the surface where the parse gives none.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from pipeline.extraction.document import Candidate
from pipeline.extraction.mentions import Named
from pipeline.extraction.reading import Reading
from pipeline.extraction.syntax import place_of

Slots = dict[str, list[Named]]

PREPOSITIONS = frozenset(
    "with between among amongst from to by of for in into at against on over as through via alongside".split()
)
_SYNONYMS = {"amongst": "among", "alongside": "with", "via": "through"}
_FIRST_ONLY = frozenset({"object", "of"})
_CLAUSE = re.compile(
    r"\b(which|that|who|whose|while|whereas|when|because|after|before|since|but|where|although|if|following|"
    r"said|says|says that|according)\b|[;:\u2014]|\s-\s"
)
_AND = re.compile(r"\b(and|or|as well as|along with|plus)\b|&|/")
_WORDS = re.compile(r"[\w'&-]+")
_WHOSE = re.compile(
    r"(?:'s?)?\s(?:[a-z-]+\s){0,2}(?:supplier|maker|unit|subsidiary|rival|partner|parent|owner|customer|backer|arm|affiliate"
    r"|competitor|distributor|contractor|spin-off|division)\s"
)
_DATELINE = re.compile(r"\s*[A-Z][^a-z.;]{2,}[^.;]{0,60}?(?:\s-+\s|\u2014|\)\s|/\s--\s|:\s)")
_FAR = 14
_FAR_LEFT = 25
_NEAR = 7
_CLIMBED = frozenset("xcomp conj advcl ccomp pcomp aux prep dep".split())


def slots_of(candidate: Candidate, reading: Reading) -> Slots:
    """The entities of the candidate's sentence by slot; one that stands nowhere near is in none."""
    trigger, sentence = candidate.trigger, candidate.sentence
    text = reading.unplaced
    span = reading.syntax.span(sentence, trigger.start, trigger.end)
    dateline = _DATELINE.match(text, sentence.start, trigger.start)
    begin = dateline.end() if dateline else sentence.start
    named = [n for n in reading.cast.within(begin, sentence.end) if n.entity.kind != "place"]
    left = _without_describing([n for n in named if n.end <= trigger.start], text)
    slots: Slots = {}
    for slot, one in _after(candidate, [n for n in named if n.start >= trigger.end], reading):
        slots.setdefault(slot, []).append(one)
    inside = [n for n in named if n.start < trigger.end and n.end > trigger.start]
    if inside:
        slots.setdefault("object", []).extend(inside)
    owner = _possessor(text, left, trigger.start)
    if owner:
        slots["possessor"] = [owner]
    subjects, passive = _subject(span, left) if span is not None else ([], False)
    if subjects:
        subjects = _enumerated(text, subjects, left)
    else:
        subjects, passive = _leading(text, left, trigger.start), _is_passive(span)
    if subjects and not (passive and "object" in slots):
        slots["object" if passive else "subject"] = subjects
    return slots


def _without_describing(named: list[Named], text: str) -> list[Named]:
    """The names without those that only say whose supplier, rival or unit the next one is."""
    following = [*named[1:], None][: len(named)]
    return [
        one
        for one, other in zip(named, following, strict=True)
        if other is None or not _WHOSE.fullmatch(text[one.end : other.start])
    ]


def opens_clause(text: str, start: int, end: int) -> bool:
    """Whether another clause begins between two places."""
    return _CLAUSE.search(text[start:end].casefold()) is not None


def _after(candidate: Candidate, named: list[Named], reading: Reading) -> Iterator[tuple[str, Named]]:
    """Each entity after the phrase with its slot; ends at a new clause."""
    text, start = reading.unplaced, candidate.trigger.end
    before = _WORDS.findall(text[max(0, start - 10) : start])[-1:]
    slot, last, first = (before[0] if before and before[0] in PREPOSITIONS else "object"), start, True
    for place, one in enumerate(named):
        between = text[last : one.start].casefold()
        words = _WORDS.findall(between)
        if (
            _CLAUSE.search(between)
            or len(words) > _FAR
            or _has_verb(reading.syntax.inner(candidate.sentence, last, one.start))
        ):
            return
        prepositions = [w for w in words if w in PREPOSITIONS]
        if prepositions:
            slot = _SYNONYMS.get(prepositions[-1], prepositions[-1])
            if not first and slot in _FIRST_ONLY:
                last = one.end
                continue
        elif not first and not _continues(text, between, named, place):
            last = one.end
            continue
        yield slot, one
        first, last = False, one.end


def _continues(text: str, between: str, named: list[Named], place: int) -> bool:
    """Whether an entity goes on an enumeration: after "and", or after a comma where an "and" follows later."""
    if _AND.search(between):
        return True
    if "," not in between:
        return False
    later = zip(named[place:], named[place + 1 :], strict=False)
    for one, two in later:
        gap = text[one.end : two.start].casefold()
        if _AND.search(gap):
            return True
        if "," not in gap or len(gap) > 40:
            return False
    return False


def _has_verb(span: Span | None) -> bool:
    """Whether a finite verb stands among the words: what follows is another clause."""
    return span is not None and any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in span)


def _possessor(text: str, left: list[Named], start: int) -> Named | None:
    """The entity whose genitive, or possessive pronoun, leads to the phrase."""
    if not left:
        return None
    last = left[-1]
    between = text[last.end : start]
    genitive = re.match(r"'s?\s", between) or last.form == "pronoun" or re.search(r"'s$", text[: last.end][-2:])
    return last if genitive and len(_WORDS.findall(between)) <= 6 and not _CLAUSE.search(between) else None


def verb_of(span: Span) -> Token:
    """The verb of a trigger phrase, or the verb that governs its noun."""
    for token in span:
        if token.pos_ in ("VERB", "AUX"):
            return token
    token = span.root
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def _subject(span: Span, left: list[Named]) -> tuple[list[Named], bool]:
    """The entities before the phrase that are its subject, and whether they are acted upon."""
    verb = verb_of(span)
    for _ in range(5):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < span.end:
                relative = child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl"
                found = _named_by(verb.head if relative else child, left)
                if found:
                    return found, child.dep_ == "nsubjpass"
        if verb.dep_ in ("acl", "relcl"):
            return _named_by(verb.head, left), verb.tag_ == "VBN" and verb.dep_ == "acl"
        if verb.head == verb or verb.dep_ not in _CLIMBED:
            break
        verb = verb.head
    return [], False


def _named_by(token: Token, left: list[Named]) -> list[Named]:
    """The entities that a noun phrase names: its head or, where that describes, its apposition; and conjuncts."""
    found: list[Named] = []
    for head in (token, *token.conjuncts):
        parts = [head, *(c for c in head.children if c.dep_ in ("appos", "compound", "poss"))]
        over = [n for part in parts for n in left if n.start <= place_of(part) < n.end]
        found += [n for n in over[:1] if n not in found]
    return found


def _enumerated(text: str, subjects: list[Named], left: list[Named]) -> list[Named]:
    """The subjects with those that stand in one enumeration with them."""
    group = sorted(subjects, key=lambda n: n.start)
    for one in left:
        if one.start >= group[-1].end and _joined(text[group[-1].end : one.start]):
            group.append(one)
    for one in reversed(left):
        if one.end <= group[0].start and _joined(text[one.end : group[0].start]):
            group.insert(0, one)
    return group


def _joined(between: str) -> bool:
    """Whether the words between two entities only enumerate them."""
    words = _WORDS.findall(between.casefold())
    linked = _AND.search(between) is not None or between.strip() == ","
    return linked and len(words) <= _NEAR and not PREPOSITIONS.intersection(words) and not _CLAUSE.search(between)


def _is_passive(span: Span | None) -> bool:
    """Whether the phrase is a passive."""
    return span is not None and any(child.dep_ == "auxpass" for child in verb_of(span).children)


def _leading(text: str, left: list[Named], start: int) -> list[Named]:
    """The first entity before the phrase that stands after no preposition, as a subject would, else the nearest."""
    names = [n for n in left if n.form != "pronoun"]
    free = [
        n for n in names if not PREPOSITIONS.intersection(_WORDS.findall(text[max(0, n.start - 12) : n.start])[-2:])
    ]
    chosen = free[:1] or names[-1:]
    near = bool(chosen) and len(_WORDS.findall(text[chosen[0].end : start])) <= _FAR_LEFT
    return _enumerated(text, chosen, left) if near else []
