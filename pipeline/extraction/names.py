"""Names: the capitalised runs of a text that name somebody or something, before anyone asks what they name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from pipeline.extraction import gazetteer
from pipeline.extraction.document import Sentence
from pipeline.extraction.name_words import (
    DESCRIPTORS,
    GENERIC_NAME_WORDS,
    HONORIFICS,
    INSTITUTIONS,
    ORG_HEADS,
    TITLE_HEADS,
    TITLE_WORDS,
    is_legal_form,
)
from pipeline.extraction.words import words

_TOKEN = re.compile(r"[@#]?[\w][\w’'.\-/®™+!]*(?:&\w+)*|&|\([A-Z][\w ]+\)")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞŁŚŻŽČŠĐĞİ][\w’'.\-/®™+!&]*|[a-z]{1,3}[A-Z]\w+|\d+[A-Z][a-zA-Z]\w*|\d-[A-Z]\w+")
_LOWERED = re.compile(r"(?<![\w.@/])[a-z][\w’'-]*[\w](?![\w@/]|\.\w)")
_NUMBERED = re.compile(
    r"\d{1,3}[A-Z]?(?=[,.;:)’\n\"”]|$|\s(?:will|would|is|was|has|had|in|at|and|to|for|on|by|of|with)\b)"
)
_LINKS = words("de del da do dos das di du des von van der den la le el al bin ibn y e et und ter ten")
_PLURAL_LETTERS = re.compile(r"[A-Z]{2,}s")
_TICKER = re.compile(r"\([A-Za-z. ]{2,24}:[A-Z0-9.:,;/ ]*$")
_EXCHANGE = re.compile(r":\s?[A-Z0-9.]{1,8}[),;\s]")
_MARKS = "“\"‘'«"
_TAIL = re.compile(r"[.,'’\-/®™!+]+$")
_DESCRIBED = re.compile(
    r"[-‑–](?:based|listed|backed|owned|led|headquartered|powered|made|style|born|run|controlled|related|approved|wide|area|"
    r"bound|enabled|driven|focused|built|branded|registered|grown|linked|funded|founded|sponsored|compliant|certified|"
    r"trained|quoted|traded|friendly|compatible|operated|developed|supplied|flagged|domiciled|only|specific|free|era)\b.*"
)
_STOPPED = re.compile(r"(?:[A-Z]\.)+[A-Z]?\.?|[A-Z][a-z]{0,4}\.")
_POSSESSIVE = re.compile(r"[’']s?$")
_GENITIVE_NAME = re.compile(
    r"[’']s(?=[,.;:)]|\s(?:was|were|is|has|had|said|says|will|would|to|for|and|in|at|on|by|from|with|of)\b)"
)
_TOPICS = words(
    """Technology Trade Industry Commerce Energy Science Education Culture Tourism Innovation Employment Transport
    Climate Environment Labour Labor Welfare Health Drug Finance Markets Exchange Forests Fisheries Food Rural
    Consumer Customs Excise Revenue Planning Statistics Engineering Medicine Sciences Arts Investment Industrial
    Housing Urban Insurance Pensions Competition Communications Steel Development Securities Electronics Information
    Infrastructure Entrepreneurship Skill State Foreign External Home Internal Affairs Defence Justice Cooperation"""
)
_NEVER = words(
    """The A An This That These Those It Its He She They We You I His Her Their Our My Your In On At By For From To Of
    With As And But Or Nor So Yet If When While After Before Since Until Because Although Though Once Under Over
    About Despite During Within Without Among Between Through Against Per Via Not No Now Then Here There Today
    Yesterday Tomorrow Also However Meanwhile Moreover Furthermore Additionally Instead Still Just Only Even Both
    Either Neither Each Every All Some Many Most Several Other Another Such Same What Which Who Whom Whose Where Why
    How Is Are Was Were Be Been Has Have Had Do Does Did Will Would Can Could May Might Must Shall Should Let Read
    More Click Follow Visit Learn See Please Note Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue
    Tues Wed Thu Thurs Fri Sat Sun January February March April June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Q1 Q2 Q3 Q4 Yes Oh Well Okay OK Last Next Earlier Later
    Recently According Based Founded Headquartered Including Following Early Late Shares Reporting Editing Source
    Updated Copyright Photo Image Credit Credits Edited Email Tel Phone Contact Media One Two Three Four Five Six
    Seven Eight Nine Ten First Second Third Fourth AM PM GMT IST EST PST CEO CFO COO CTO AI IT IPO GDP ESG EV EVs
    API USD EUR GBP Christmas Easter Ramadan Said Says Added Adds Internet Web M.D. MD Ph.D. PhD MBA CPA Esq Jr Jr.
    Sr II III IV LL.M. DNP RN DDS MPH FACS CFA DDS FNP-C B.Sc. M.Sc. BSc MSc OTC OTCQB OTCQX"""
)


_PARTING_TITLES = words(
    """CEO CFO COO CTO Chairman Chairwoman President Director Vice Managing Executive Minister Founder Co-founder
    Co-Founder Spokesman Spokeswoman Mr Mrs Ms Dr Mr. Mrs. Ms. Dr. Senator Commissioner Attorney Governor Mayor
    Judge Justice"""
)


@dataclass(frozen=True)
class Name:
    """A name in the text; `before` holds titles cut from its front, `opening` says that it begins its sentence."""

    start: int
    end: int
    text: str
    sentence: int
    opening: bool = False
    before: str = ""


@dataclass(frozen=True)
class _Word:
    """A word of a sentence; `tail` is what was cut from its end."""

    start: int
    end: int
    text: str
    tail: str


def find_names(text: str, doc: Doc, sentences: tuple[Sentence, ...]) -> tuple[Name, ...]:
    """The names of all sentences in text order; words that only begin a sentence or a title-cased headline are none."""
    found: list[Name] = []
    lowered = frozenset(_LOWERED.findall(text))
    for sentence in sentences:
        said = text[sentence.start : sentence.end]
        if (sentence.block == "headline" or said[-1] not in '.!?”"') and is_title_case(said):
            continue
        for run in _runs(text, sentence):
            for part in _without_titles(run):
                name = _name_of(part, text, sentence, doc, lowered)
                if name is not None:
                    found.append(name)
    return tuple(found)


def with_genitive_names(names: tuple[Name, ...], text: str) -> tuple[Name, ...]:
    """The names, with the genitive ending where it is part of one: what follows "Harrod's" is no thing that it owns."""
    ends = {n.text for n in names if _GENITIVE_NAME.match(text, n.end)}
    others = {n.text for n in names if not re.match(r"[’']s\b", text[n.end :])}
    return tuple(
        replace(n, end=n.end + 2, text=text[n.start : n.end + 2])
        if n.text in ends - others and re.match(r"[’']s\b", text[n.end : n.end + 3])
        else n
        for n in names
    )


def is_title_case(said: str) -> bool:
    """Whether nearly all longer words are capitalised, as in a headline, so that capitals say nothing."""
    long_words = re.findall(r"[^\W\d_]{4,}", said)
    return len(long_words) >= 3 and sum(w[0].isupper() for w in long_words) > 0.72 * len(long_words)


def _words_of(text: str, sentence: Sentence) -> Iterator[_Word]:
    """The words of a sentence without the punctuation that follows them."""
    for found in _TOKEN.finditer(text, sentence.start, sentence.end):
        word = found.group()
        tail = ""
        if not word.startswith("("):
            described = _DESCRIBED.search(word)
            if described:
                word, tail = word[: described.start()], described.group()
            bare = word.rstrip(",'’-/!+")
            word, tail = (bare, word[len(bare) :] + tail) if bare else (word, tail)
            cut = _TAIL.search(word)
            if cut and not (_keeps_stop(word) and cut.group() == "."):
                word, tail = word[: cut.start()], cut.group() + tail
        if word:
            yield _Word(found.start(), found.start() + len(word), word, tail)


def _keeps_stop(word: str) -> bool:
    """Whether a full stop belongs to the word: an initial or an abbreviation."""
    return bool(_STOPPED.fullmatch(word)) and (len(word) <= 3 or "." in word[:-1] or is_legal_form(word))


def _runs(text: str, sentence: Sentence) -> Iterator[list[_Word]]:
    """The longest sequences of capitalised words that can be one name."""
    run: list[_Word] = []
    pending: list[_Word] = []
    for word in _words_of(text, sentence):
        last = (pending or run)[-1] if run else None
        gap = text[last.end : word.start] if last else ""
        if last and not _joins(run, gap, last, word):
            yield run
            run, pending = [], []
        if _is_capital(word.text) and not (pending and not _may_follow(run, pending, word)):
            if not run and word.text.startswith("("):
                continue
            run += [*pending, word]
            pending = []
        elif _is_capital(word.text):
            yield run
            run, pending = [word], []
        elif run and len(pending) < 2 and (word.text in _LINKS or word.text in ("of", "for", "and", "the", "&", "in")):
            pending.append(word)
        elif run and not pending and len(run[-1].text) > 2 and _NUMBERED.match(text, word.start):
            run.append(word)
        elif run:
            yield run
            run, pending = [], []
    if run:
        yield run


def _is_capital(word: str) -> bool:
    """Whether a word is written as names are."""
    return bool(_CAPITAL.fullmatch(word)) or word.startswith("(")


def _joins(run: list[_Word], gap: str, last: _Word, word: _Word) -> bool:
    """Whether a word goes on the run: one space between, or a comma before a legal form."""
    if run and _POSSESSIVE.search(run[-1].text) and last is run[-1]:
        return is_legal_form(word.text) or word.text in ("Companies", "Bank")
    if word.text.startswith("("):
        inner = word.text[1:-1]
        return gap == " " and gazetteer.is_country(inner) and not gazetteer.is_place(run[-1].text)
    if gap in (" ", "\u00a0"):
        return True
    if gap in (", ", " ,", ". ", ".,", "., "):
        return is_legal_form(word.text) and bool(run) and run[-1].text.casefold() not in TITLE_WORDS
    return gap == "" and word.text == "&"


def _may_follow(run: list[_Word], pending: list[_Word], word: _Word) -> bool:
    """Whether a capitalised word goes on the name after small words such as "of" and "and"."""
    links = [p.text for p in pending]
    heads = [w.text for w in run]
    institution = any(h in INSTITUTIONS for h in heads)
    if all(link in _LINKS or link == "&" for link in links):
        return not (links == ["la"] and len(run) > 3)
    if links in (["of"], ["of", "the"]):
        return run[-1].text in INSTITUTIONS or (institution and "of" not in heads)
    if links in (["for"], ["for", "the"], ["in"]):
        return institution and run[-1].text in INSTITUTIONS
    if links == ["and"]:
        after_of = institution and ("of" in heads or "for" in heads) and (word.text in _TOPICS)
        return after_of or (heads[-1] in _TOPICS and word.text in _TOPICS | {"Exchange"})
    return False


def _without_titles(run: list[_Word]) -> Iterator[list[_Word]]:
    """The names of a run that titles part: "Tarvik CEO Ana Lind" names two."""
    part: list[_Word] = []
    for word in run:
        if part and word.text in _PARTING_TITLES:
            yield part
            part = []
        part.append(word)
    yield part


def _name_of(run: list[_Word], text: str, sentence: Sentence, doc: Doc, lowered: frozenset[str]) -> Name | None:
    """The name in a run, without what stands before it: articles, titles, nationalities; None where nothing is left."""
    kept = list(run)
    before: list[str] = []
    opening = kept[0].start <= sentence.start + 1 or text[kept[0].start - 1] in _MARKS
    while kept and _is_prefix(kept, opening and kept[0] is run[0], lowered):
        before.append(kept.pop(0).text)
        while kept and kept[0].text in ("of", "and", "for", "the", "&", "in", *_LINKS):
            kept.pop(0)
    while kept and (kept[-1].text in _NEVER or kept[-1].text in ("of", "and", "for", "the", "&", "in", *_LINKS)):
        kept.pop()
    if not kept:
        return None
    start, end = kept[0].start, kept[-1].end
    end -= len(text[start:end]) - len(_POSSESSIVE.sub("", text[start:end]))
    said = text[start:end].rstrip(" ,")
    opening = opening and not before
    end = start + len(said)
    listed = _TICKER.search(text, max(0, start - 40), start) or (text[start - 1] == "(" and _EXCHANGE.match(text, end))
    if listed or _is_slogan(text, start, end) or len(said) < 2 or said.isdigit():
        return None
    if not _is_name(said, kept, opening, doc, lowered):
        return None
    return Name(start, start + len(said), said, sentence.index, opening, " ".join(before))


def _is_slogan(text: str, start: int, end: int) -> bool:
    """Whether several words stand between quotation marks of their own: a title or slogan."""
    closed = text[end : end + 1] in ("”", '"', "’", "'") or text[end : end + 2] in (",”", ".”", ',"', '."')
    return " " in text[start:end] and start > 0 and text[start - 1] in _MARKS and closed


def _is_prefix(kept: list[_Word], opening: bool, lowered: frozenset[str]) -> bool:
    """Whether the first word of a run only leads to the name."""
    word = kept[0].text
    rest = [w.text for w in kept[1:]]
    bare = word.rstrip(".")
    if word in _NEVER or not rest:
        return word in _NEVER
    if bare in HONORIFICS:
        return True
    if gazetteer.is_nationality(bare):
        return not gazetteer.is_place(f"{bare} {rest[0]}") and not all(_is_generic(w) for w in rest)
    if word.casefold() in TITLE_WORDS:
        return rest[0] not in ORG_HEADS | INSTITUTIONS and _leads_to_title(word, rest)
    leads = word.casefold() in DESCRIPTORS or word.casefold() in lowered
    return opening and leads and not _is_company_like(rest) and not gazetteer.is_country(rest[0])


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


def _is_name(said: str, kept: list[_Word], opening: bool, doc: Doc, lowered: frozenset[str]) -> bool:
    """Whether a run is a name rather than a common word that its place has capitalised."""
    if _is_common(said, kept, lowered):
        return False
    if len(kept) > 1 or not opening:
        return True
    if said.casefold() in lowered or said.casefold() + "s" in lowered:
        return False
    span = doc.char_span(kept[0].start, kept[0].start + len(said), alignment_mode="expand")
    return span is not None and span.root.pos_ == "PROPN"


def _is_common(said: str, kept: list[_Word], lowered: frozenset[str]) -> bool:
    """Whether a run holds only titles, topics or origins, or shouts common words."""
    plain = [w.text.casefold() for w in kept]
    small = ("of", "and", "&", "for")
    if all(w in TITLE_WORDS or w in small for w in plain) or all(w.text in _TOPICS or w.text in small for w in kept):
        return True
    shouted = len(kept) > 2 and said.isupper() and any(w in lowered for w in plain)
    generic = len(kept) == 1 and (said in GENERIC_NAME_WORDS or said.removesuffix("s") in GENERIC_NAME_WORDS)
    formal = all(is_legal_form(w.text) for w in kept)
    return (
        shouted
        or generic
        or formal
        or _is_origin(plain)
        or said in _NEVER
        or _PLURAL_LETTERS.fullmatch(said) is not None
    )


def _is_origin(said: list[str]) -> bool:
    """Whether words only tell where someone comes from: "South Asian", "Filipinos"."""
    last = said[-1]
    return all(
        gazetteer.is_nationality(w) or w in ("south", "north", "east", "west", "central") for w in said[:-1]
    ) and (gazetteer.is_nationality(last) or (last.endswith("s") and gazetteer.is_nationality(last[:-1])))
