"""Products: what is made, sold or launched, as short noun phrases in the text's words."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extraction.document import Entity
from pipeline.extraction.words import words
from schemas.evidence import Evidence
from schemas.mention import Product

_VERB = (
    r"(?:mak(?:e|es|ing)|produc(?:e|es|ed|ing)|manufactur(?:e|es|ed)|assembl(?:e|es|ed|ing)|suppl(?:ies|ied|ying)|(?:to|will|would) supply|sell(?:s|ing)?|sold"
    r"|launch(?:es|ed|ing)?|unveil(?:s|ed|ing)?|introduc(?:e|es|ed|ing)|build(?:s|ing)?|built|develop(?:s|ed|ing)?|export(?:s|ed|ing)?"
    r"|distribut(?:e|es|ed|ing)|deliver(?:s|ed|ing)?|licens(?:e|es|ed|ing)|releas(?:e|es|ed|ing)|recall(?:s|ed|ing)?|marketed|marketing"
    r"|co-develop(?:s|ed|ing)?|commerciali[sz](?:e|es|ed|ing))"
)
_ACT = (
    r"(?:production|assembly|manufacture|manufacturing|supply|distribution|sales?|launch|development|exports?|delivery|rollout|release|recall"
    r"|range|line|maker|manufacturer|supplier)"
)
_MADE = re.compile(rf"\b(?:{_VERB}(?:(?: and| or|,| &)+ {_VERB})*|{_ACT} of)\s+(?=[\w#])", re.IGNORECASE)
_WORD = re.compile(r"[#\w][\w’'&#/+.-]*[\w+]|\w")
_LEADING = words(
    """a an the its their his her our new first some more all both several two three four five six ten many other own such
    these those any no"""
)
_STOP = words(
    """in at for on to by with from of as and or but that which who whom where when while if than then so is are was were be been
    has have had will would can could may might must should it they them this he she we you i into over under after before since
    during across through within without via per about between against amid because not also locally here there now today"""
)
_NOT = words(
    """plan plans announcement decision statement jobs production partnership agreement deal contract venture company companies firm
    plant factory facility facilities money use access services million billion part progress investment investments statements sales
    percent sure way room history sense efforts operations business growth value remittances claim claims payments debut up out off
    it them sense money clear available possible categories category shares share alliance excellence record expertise"""
)
# Verbs that an enumeration goes on with: "make phones and increase output".
_VERBS = words(
    """increase reduce expand improve support help boost deepen become provide use create promote accelerate bring avail
    meet serve offer open hire raise cut invest"""
)
_MOST_WORDS = 6


def find_products(text: str, entities: Sequence[Entity]) -> tuple[Product, ...]:
    """The products that the text speaks of, in its order, each where it stands.

    Read from the words that follow a word of making: a parser's answer would change with the names around them.
    """
    names = {s.start: s.end for e in entities if e.kind != "product" for s in e.surfaces if s.form in ("name", "alias")}
    found = {span for made in _MADE.finditer(text) for span in _enumerated(text, made.end(), names)}
    return tuple(Product(name=text[a:b], evidence=Evidence.cut(text, a, b)) for a, b in sorted(found))


def _enumerated(text: str, at: int, names: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The phrase that begins here, and what "and" adds to it."""
    for _ in range(3):
        span = _phrase(text, at)
        if span is None:
            return
        if names.get(span[0], -1) < span[1]:
            yield span
        joined = re.compile(r"(?:,? and|,)\s+(?=[\w#])").match(text, span[1])
        if joined is None or re.compile(rf"{_VERB}\b").match(text, joined.end()):
            return
        at = joined.end()


def _phrase(text: str, at: int) -> tuple[int, int] | None:
    """The words of a noun phrase from here, without what leads to it; None where they are no product."""
    kept: list[re.Match[str]] = []
    end = at
    while word := _WORD.match(text, end):
        plain = word.group().casefold()
        if plain in _STOP or len(kept) > _MOST_WORDS:
            break
        if plain in _VERBS and not kept:
            return None
        if kept or plain not in _LEADING:
            kept.append(word)
        end = word.end()
        if text[end : end + 1] != " ":
            break
        end += 1
    if not kept or len(kept) > _MOST_WORDS:
        return None
    last = kept[-1].group()
    if last.casefold() in _NOT or last.casefold().endswith(("ing", "ly", "ed")) or not last[-1].isalpha():
        return None
    return kept[0].start(), kept[-1].end()
