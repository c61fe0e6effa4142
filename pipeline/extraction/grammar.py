"""Which entities stand in which slot of a trigger phrase: subject, object, possessor, or after a preposition.

What follows the phrase is read from its surface (prepositions, enumerations), which holds where a parser meets unknown
names; the subject is read from the parse, and from the surface where the parse gives none.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.extraction.document import Candidate
from pipeline.extraction.mentions import Cast, Named
from pipeline.extraction.reading import Reading

Slots = dict[str, list[Named]]

PREPOSITIONS = frozenset(
    "with between among amongst from to by of for in into at against on over as through via alongside".split()  # noqa: SIM905
)
_SYNONYMS = {"amongst": "among", "alongside": "with", "via": "through"}
_FIRST_ONLY = frozenset({"object", "of"})
_CLAUSE = re.compile(
    r"\b(which|that|who|whose|while|whereas|when|because|after|before|since|but|where|although|if|following|including|"
    r"like|such as|said|says|says that|according)\b|[;:\u2014]|\s-\s"
)
_AND = re.compile(r"\b(and|or|as well as|along with|plus)\b|&|/")
_WORDS = re.compile(r"[\w'&-]+")
_FAR = 14


def slots_of(candidate: Candidate, reading: Reading) -> Slots:
    """The entities of the candidate's sentence by slot; one that stands nowhere near is in none."""
    trigger, sentence, cast, text, doc = candidate.trigger, candidate.sentence, reading.cast, reading.plain, reading.doc
    span = doc.char_span(trigger.start, trigger.end, alignment_mode="expand")
    slots: Slots = {}
    for slot, named in _after(text, trigger.end, cast.within(trigger.end, sentence.end), doc):
        slots.setdefault(slot, []).append(named)
    inside = cast.within(trigger.start, trigger.end)
    if inside:
        slots.setdefault("object", []).extend(inside)
    left = cast.within(sentence.start, trigger.start)
    owner = _possessor(text, left, trigger.start)
    if owner:
        slots["possessor"] = [owner]
    subjects, passive = _subject(span, cast) if span is not None else ([], False)
    if not subjects:
        subjects, passive = _nearest(text, left, trigger.start), _is_passive(span)
    if subjects and not (passive and "object" in slots):
        slots["object" if passive else "subject"] = subjects
    return slots


def _after(text: str, start: int, named: list[Named], doc: Doc) -> Iterator[tuple[str, Named]]:
    """Each entity after the phrase with its slot; ends at a new clause."""
    slot, last, first = "object", start, True
    for place, one in enumerate(named):
        between = text[last : one.start].casefold()
        words = _WORDS.findall(between)
        if _CLAUSE.search(between) or len(words) > _FAR or _has_verb(doc, last, one.start):
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


def _has_verb(doc: Doc, start: int, end: int) -> bool:
    """Whether a finite verb stands between two places: what follows is another clause."""
    span = doc.char_span(start, end, alignment_mode="contract")
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


def _subject(span: Span, cast: Cast) -> tuple[list[Named], bool]:
    """The entities that are the subject of the phrase, and whether they are acted upon."""
    verb = verb_of(span)
    for _ in range(5):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < span.end:
                head = verb.head if child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else child
                found = _named_by(head, cast)
                if found:
                    return found, child.dep_ == "nsubjpass"
        if verb.dep_ in ("acl", "relcl"):
            return _named_by(verb.head, cast), verb.tag_ == "VBN" and verb.dep_ == "acl"
        if verb.head == verb or verb.dep_ not in ("xcomp", "conj", "advcl", "ccomp", "pcomp", "aux", "prep", "dep"):
            break
        verb = verb.head
    return [], False


def _named_by(token: Token, cast: Cast) -> list[Named]:
    """The entities that a noun phrase names: its head or, where that describes, its apposition; and conjuncts."""
    found: list[Named] = []
    for head in (token, *token.conjuncts):
        parts = [head, *(c for c in head.children if c.dep_ in ("appos", "compound", "poss"))]
        for part in parts:
            here = cast.within(max(part.idx - 80, 0), part.idx + len(part.text))
            over = [n for n in here if n.start <= part.idx < n.end]
            if over:
                found += [n for n in over if n not in found]
                break
    return found


def _is_passive(span: Span | None) -> bool:
    """Whether the phrase is a passive."""
    return span is not None and any(child.dep_ == "auxpass" for child in verb_of(span).children)


def _nearest(text: str, left: list[Named], start: int) -> list[Named]:
    """The entities that stand last before the phrase, with those enumerated with them."""
    group: list[Named] = []
    edge = start
    for one in reversed(left):
        between = text[one.end : edge].casefold()
        if not group and len(_WORDS.findall(between)) > _FAR:
            break
        if group and not (_AND.search(between) or between.strip() == ","):
            break
        if group and len(_WORDS.findall(between)) > 6:
            break
        group.insert(0, one)
        edge = one.start
    return group
