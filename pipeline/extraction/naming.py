"""Whether a run of capitalised words is a name, and how much of it."""

import re
from dataclasses import dataclass

from pipeline.extraction import gazetteer
from pipeline.extraction.capitals import LINKS, POSSESSIVE, Word
from pipeline.extraction.currencies import SIGNS
from pipeline.extraction.document import Sentence
from pipeline.extraction.name_words import (
    DESCRIPTORS,
    GENERIC_NAME_WORDS,
    HONORIFICS,
    INSTITUTIONS,
    NEVER_NAMES,
    NUMBER_WORDS,
    ORG_HEADS,
    TITLE_HEADS,
    TITLE_WORDS,
    TOPICS,
    is_legal_form,
)

_SMALL = ("of", "and", "for", "the", "&", "in")
_PLURAL_LETTERS = re.compile(r"[A-Z]{2,}s")
_TICKER = re.compile(r"\([A-Za-z. ]{2,24}:[A-Z0-9.:,;/ ]*$")
_EXCHANGE = re.compile(r":\s?[A-Z0-9.]{1,8}[),;\s]")
# A sum ("RM13.9m"), a round of financing ("Series D"), and a part of a law.
_SUM_ROUND_OR_LAW = re.compile(
    r"(?:RM|Rs|Rp|Tk|[Kk]?[Ss]h|Dhs?|[A-Z]{1,3}\$|USD|EUR|GBP|INR)\d[\d.,]*(?:bn?|mn?|k|tn?)?|Series [A-K](?:-?\d)?|Chapter \d+"
)
_PRICE = re.compile(r"\.?\s?\d")
_CONTRACTED = re.compile(r"\w+[’'](?:m|ve|ll|d|re|t)")
_NAMES_END_WITH = NUMBER_WORDS | {"Media"}
_NO_LONGER = ("Former", "Outgoing", "Incoming")
_MARKS = "“\"‘'«"


@dataclass(frozen=True)
class Name:
    """A name in the text; `before` holds titles cut from its front, `opening` says that it begins its sentence.

    A `doubtful` one is a lone word whose capital may come from its place alone.
    """

    start: int
    end: int
    text: str
    sentence: int
    opening: bool = False
    before: str = ""
    doubtful: bool = False


def name_in(run: list[Word], text: str, sentence: Sentence, lowered: frozenset[str]) -> Name | None:
    """The name in a run, without what stands before it: articles, titles, nationalities; None where nothing is left.

    `lowered` holds the words that the document writes without a capital.
    """
    kept = list(run)
    before: list[str] = []
    opening = kept[0].start <= sentence.start + 1 or text[kept[0].start - 1] in _MARKS
    while kept and _is_prefix(kept, opening and kept[0] is run[0], lowered):
        before.append(kept.pop(0).text)
        while kept and kept[0].text in (*_SMALL, *LINKS):
            kept.pop(0)
    while kept and _is_suffix(kept, run):
        kept.pop()
    if not kept:
        return None
    start = kept[0].start
    said = POSSESSIVE.sub("", text[start : kept[-1].end]).rstrip(" ,")
    opening = opening and not before
    if _is_marked_otherwise(text, start, start + len(said)) or _is_common(said, kept, lowered):
        return None
    alone = opening and len(kept) == 1
    if alone and (said.casefold() in lowered or said.casefold() + "s" in lowered):
        return None
    return Name(start, start + len(said), said, sentence.index, opening, " ".join(before), doubtful=alone)


def _is_marked_otherwise(text: str, start: int, end: int) -> bool:
    """Whether what stands around shows that the words are no name: a ticker, a price, a slogan; or they are too short."""
    said = text[start:end]
    listed = _TICKER.search(text, max(0, start - 40), start) or (text[start - 1] == "(" and _EXCHANGE.match(text, end))
    priced = said in SIGNS and _PRICE.match(text, end)
    return bool(listed or priced) or _is_slogan(text, start, end) or len(said) < 2 or said.isdigit()


def _is_slogan(text: str, start: int, end: int) -> bool:
    """Whether several words stand between quotation marks of their own: a title or slogan."""
    closed = text[end : end + 1] in ("”", '"', "’", "'") or text[end : end + 2] in (",”", ".”", ',"', '."')
    return " " in text[start:end] and start > 0 and text[start - 1] in _MARKS and closed


def _is_prefix(kept: list[Word], opening: bool, lowered: frozenset[str]) -> bool:
    """Whether the first word of a run only leads to the name."""
    word = kept[0].text
    rest = [w.text for w in kept[1:]]
    bare = word.rstrip(".")
    if not rest or (word in NEVER_NAMES and (opening or word not in NUMBER_WORDS)):
        return word in NEVER_NAMES
    if bare in HONORIFICS or bare in _NO_LONGER:
        return bare in _NO_LONGER or rest[0] not in INSTITUTIONS
    if gazetteer.is_nationality(bare):
        return not (gazetteer.is_place(f"{bare} {rest[0]}") or rest[0] in ORG_HEADS or all(map(_is_generic, rest)))
    if word.casefold() in TITLE_WORDS:
        said = rest if rest[0] in ORG_HEADS | INSTITUTIONS else [word, *rest]
        return _leads_to_title(said[0], said[1:])
    leads = word.casefold() in DESCRIPTORS or word.casefold() in lowered
    return opening and leads and not _is_company_like(rest) and not gazetteer.is_country(rest[0])


def _is_suffix(kept: list[Word], run: list[Word]) -> bool:
    """Whether the last word only follows the name; a number does not where the whole run ends with it."""
    word = kept[-1].text
    if word in _NAMES_END_WITH and len(kept) > 1 and kept[-1] is run[-1]:
        return False
    return word in NEVER_NAMES or word in (*_SMALL, *LINKS)


def _leads_to_title(word: str, rest: list[str]) -> bool:
    """Whether the words that a run begins with hold a title: "Chief Financial Officer", not "Financial Reporting"."""
    for said in (word, *rest):
        if said.casefold() in TITLE_HEADS:
            return True
        if said.casefold() not in TITLE_WORDS:
            return False
    return False


def _is_generic(word: str) -> bool:
    """Whether a word says what something is but not who."""
    return word in GENERIC_NAME_WORDS or is_legal_form(word) or word in ("of", "and", "&", "for", "the")


def _is_company_like(rest: list[str]) -> bool:
    """Whether the words that follow only complete a company's name, so that the first belongs to it."""
    return all(w in ORG_HEADS or is_legal_form(w) or w in ("&", "of", "and") for w in rest)


def _is_common(said: str, kept: list[Word], lowered: frozenset[str]) -> bool:
    """Whether a run holds only titles, topics or origins, or shouts common words."""
    plain = [w.text.casefold() for w in kept]
    small = ("of", "and", "&", "for")
    if all(w in TITLE_WORDS or w in small for w in plain) or all(w.text in TOPICS or w.text in small for w in kept):
        return True
    shouted = len(kept) > 2 and said.isupper() and any(w in lowered for w in plain)
    generic = len(kept) == 1 and (said in GENERIC_NAME_WORDS or said.removesuffix("s") in GENERIC_NAME_WORDS)
    formal = all(is_legal_form(w.text) for w in kept)
    return (
        shouted
        or _SUM_ROUND_OR_LAW.fullmatch(said) is not None
        or _CONTRACTED.fullmatch(said) is not None
        or generic
        or formal
        or _is_origin(plain)
        or said in NEVER_NAMES
        or _PLURAL_LETTERS.fullmatch(said) is not None
    )


def _is_origin(said: list[str]) -> bool:
    """Whether words only tell where someone comes from: "South Asian", "Filipinos"."""
    last = said[-1]
    return all(
        gazetteer.is_nationality(w) or w in ("south", "north", "east", "west", "central") for w in said[:-1]
    ) and (gazetteer.is_nationality(last) or (last.endswith("s") and gazetteer.is_nationality(last[:-1])))
