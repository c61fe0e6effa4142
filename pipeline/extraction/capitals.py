"""Runs of capitalised words: what stands together as one name would, before anyone asks whether it is one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from pipeline.extraction import gazetteer
from pipeline.extraction.document import Sentence
from pipeline.extraction.name_words import INSTITUTIONS, ORG_HEADS, TITLE_WORDS, TOPICS, is_legal_form
from pipeline.extraction.words import words

# "ex-" before a name is none of it.
_TOKEN = re.compile(r"(?:[Ee]x-(?=[A-Z]\w{2}))?(?P<word>[@#]?[\w][\w’'.\-/®™+!]*(?:&\w+)*|&|\([A-Z][\w ]+\))")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞŁŚŻŽČŠĐĞİ][\w’'.\-/®™+!&]*|[a-z]{1,3}[A-Z]\w+|\d+[A-Z][a-zA-Z]\w*|\d-[A-Z]\w+")
_NUMBERED = re.compile(
    r"\d{1,3}[A-Z]?(?=[,.;:)’\n\"”]|$|\s(?:will|would|is|was|has|had|in|at|and|to|for|on|by|of|with)\b)"
)
# What a wire puts before a headline: "UPDATE 2-".
_SLUG = re.compile(r"(?:UPDATE|WRAPUP|REFILE|RPT|CORRECTED|CORRECTION|EXCLUSIVE|BRIEF|FACTBOX|INTERVIEW)(?: \d{1,2})?-")
LINKS = words("de del da do dos das di du des von van der den la le el al bin ibn y e et und ter ten")
POSSESSIVE = re.compile(r"[’']s?$")
_TAIL = re.compile(r"[.,'’\-/®™!+]+$")
_DESCRIBED = re.compile(
    r"[-‑–](?:based|listed|backed|owned|led|headquartered|powered|made|style|born|run|controlled|related|approved|wide|area|"
    r"bound|enabled|driven|focused|built|branded|registered|grown|linked|funded|founded|sponsored|compliant|certified|"
    r"trained|quoted|traded|friendly|compatible|operated|developed|supplied|flagged|domiciled|only|specific|free|era)\b.*"
)
_STOPPED = re.compile(r"(?:[A-Z]\.)+[A-Z]?\.?|[A-Z][a-z]{0,4}\.")
_PARTING_TITLES = words(
    """CEO CFO COO CTO Chair Chairman Chairwoman President Director Vice Managing Executive Minister Founder Co-founder
    Co-Founder Spokesman Spokeswoman Mr Mrs Ms Dr Mr. Mrs. Ms. Dr. Senator Commissioner Attorney Governor Mayor
    Judge Justice"""
)
_BEFORE_TITLES = words("Chief Co-Chief Senior Deputy Acting Interim Former Outgoing Incoming Founding")


@dataclass(frozen=True)
class Word:
    """A word of a sentence; `tail` is what was cut from its end."""

    start: int
    end: int
    text: str
    tail: str


def runs_of(text: str, sentence: Sentence) -> Iterator[list[Word]]:
    """The longest sequences of capitalised words that can be one name; a title in one ends the name before it."""
    for run in _runs(text, sentence):
        yield from _without_titles(run)


def _words_of(text: str, sentence: Sentence) -> Iterator[Word]:
    """The words of a sentence without the punctuation that follows them."""
    slug = _SLUG.match(text, sentence.start)
    for found in _TOKEN.finditer(text, slug.end() if slug else sentence.start, sentence.end):
        start, word, tail = found.start("word"), found["word"], ""
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
            yield Word(start, start + len(word), word, tail)


def _keeps_stop(word: str) -> bool:
    """Whether a full stop belongs to the word: an initial or an abbreviation."""
    return bool(_STOPPED.fullmatch(word)) and (len(word) <= 3 or "." in word[:-1] or is_legal_form(word))


def _runs(text: str, sentence: Sentence) -> Iterator[list[Word]]:
    """The longest sequences of capitalised words that can be one name."""
    run: list[Word] = []
    pending: list[Word] = []
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
        elif run and len(pending) < 2 and (word.text in LINKS or word.text in ("of", "for", "and", "the", "&", "in")):
            pending.append(word)
        elif run and not pending and len(run[-1].text) > 2 and _is_number(word, text):
            run.append(word)
        elif run:
            yield run
            run, pending = [], []
    if run:
        yield run


def _is_number(word: Word, text: str) -> bool:
    """Whether a word is a number that a name may end with: "Falcon 9", not "The 1.1m"."""
    found = _NUMBERED.match(text, word.start)
    return found is not None and found.end() == word.end


def _is_capital(word: str) -> bool:
    """Whether a word is written as names are."""
    return bool(_CAPITAL.fullmatch(word)) or word.startswith("(")


def _joins(run: list[Word], gap: str, last: Word, word: Word) -> bool:
    """Whether a word goes on the run: a space between, a comma before a legal form, "s'" before an institution."""
    if run and POSSESSIVE.search(run[-1].text) and last is run[-1]:
        return is_legal_form(word.text) or word.text in ("Companies", "Bank")
    if word.text.startswith("("):
        inner = word.text[1:-1]
        return gap == " " and gazetteer.is_country(inner) and not gazetteer.is_place(run[-1].text)
    if gap in (" ", "\u00a0"):
        return True
    if gap in (", ", " ,", ". ", ".,", "., "):
        return is_legal_form(word.text) and bool(run) and run[-1].text.casefold() not in TITLE_WORDS
    if gap in ("' ", "’ ") and last.text.endswith("s"):
        return word.text in INSTITUTIONS
    return gap == "" and word.text == "&"


def _may_follow(run: list[Word], pending: list[Word], word: Word) -> bool:
    """Whether a capitalised word goes on the name after small words such as "of" and "and"."""
    links = [p.text for p in pending]
    heads = [w.text for w in run]
    institution = any(h in INSTITUTIONS for h in heads)
    if all(link in LINKS or link == "&" for link in links):
        return not (links == ["la"] and len(run) > 3)
    if links in (["of"], ["of", "the"]):
        return run[-1].text in INSTITUTIONS or (institution and "of" not in heads)
    if links in (["for"], ["for", "the"], ["in"]):
        return institution and run[-1].text in INSTITUTIONS
    if links == ["and"]:
        after_of = institution and ("of" in heads or "for" in heads) and (word.text in TOPICS)
        return after_of or (heads[-1] in TOPICS and word.text in TOPICS | {"Exchange"})
    return False


def _without_titles(run: list[Word]) -> Iterator[list[Word]]:
    """The names of a run that titles part: "Tarvik CEO Ana Lind" names two."""
    part: list[Word] = []
    for word, after in zip_longest(run, run[1:]):
        follows = after.text if after else ""
        if part and not _is_matter(word.text, part[-1].text, follows) and _parts(word.text, follows):
            yield part
            part = []
        part.append(word)
    yield part


def _is_matter(word: str, before: str, after: str) -> bool:
    """Whether a word that is a title elsewhere says what a department is for."""
    return word == "Justice" and (before == "of" or after in INSTITUTIONS)


def _parts(word: str, after: str) -> bool:
    """Whether a word begins a title: "Chief" does unless a company's kind follows, others where a title does."""
    if word == "Chief" and after.casefold() not in TITLE_WORDS:
        return after not in ORG_HEADS and not is_legal_form(after)
    return word in _PARTING_TITLES or (word in _BEFORE_TITLES and after.casefold() in TITLE_WORDS)
