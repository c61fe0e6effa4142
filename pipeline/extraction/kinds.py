"""Kinds: whether a name means a company, an authority, a person or a place, from all the places where it stands."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.extraction import gazetteer
from pipeline.extraction.first_names import FIRST_NAMES
from pipeline.extraction.name_words import (
    COMPANY_VERBS,
    DESCRIPTORS,
    GENERIC_NAME_WORDS,
    GOVERNMENT_BODIES,
    GOVERNMENT_WORDS,
    HONORIFICS,
    ORG_HEADS,
    OWNED_BY_COMPANIES,
    PLACE_HEADS,
    REGULATORS,
    THING_HEADS,
    TITLE_HEADS,
    TITLE_WORDS,
    is_legal_form,
)
from pipeline.extraction.naming import Name

Scores = dict[str, float]
Clues = Iterator[tuple[str, float]]

_LEAST = 0.6
_BEFORE = 60
_AFTER = 90
_NEAR = 160
_WORD = re.compile(r"[\w’'-]+")
_IN = re.compile(r"\b(?:in|at|near|outside|across|around|throughout|into|from)\s+(?:the\s+)?$", re.IGNORECASE)
_AT = re.compile(r"\b(?:[Ii]n|at|near|outside)\s(?:the\s)?$")
_HELD_IN = re.compile(
    r"\b(?:stakes?|holding|round|interest|shares?|invest\w*|confidence|majority|equity|capital) in\s(?:the\s)?$"
)
_LAUNCHED = re.compile(
    r"\b(?:launch\w*|unveil\w*|introduc\w+|releas\w+|debut\w*|roll\w* out)\s(?:of\s)?(?:the\s|its\s)?(?:new\s)?$"
)
_GENITIVE_BEFORE = re.compile(r"([A-Z]\w+(?:\s[A-Z]\w+)?)[’']s?\s$")
_HE_OR_SHE = re.compile(r"\b(?:he|she|his|her|himself|herself|Mr|Ms|Mrs)\b", re.IGNORECASE)
_BASED = re.compile(r"-(?:based|headquartered|listed|area|born)\b")
_IN_PLACE = re.compile(r"\s?,\s(?=[A-Z])")
_TICKER = re.compile(r"[®™]?,?\s\((?:the\s)?[“\"']?[A-Za-z. ]{2,22}:\s?[A-Z0-9.]{1,8}")
_ABBREVIATED = re.compile(r"\s\(\s?(?:the\s)?[“\"']?([A-Z][A-Za-z&]{1,9})[”\"']?\)")
_WHO = re.compile(r"\s?,\swho\b")
_FORMER = re.compile(
    r"\s?,\s(?:a|the|its|their)?\s?former(?:ly)?\s(?!(?:\w+\s){0,4}(?:unit|subsidiary|arm|division|company|owner|partner)\b)"
)
_PERSONAL = re.compile(
    r"\s(?:has |have |had |is |was |were |been |will |be |also )*"
    r"(?:resign\w*|retire\w*|stepp\w+ down|steps? down|born|died|dies|succeed\w*|named|appointed|promoted|elected|"
    r"becomes? (?:the |its |an? )?(?:new )?(?:chief|chair|president|director|head)\w*|join(?:s|ed)? (?:\w+ )+as|"
    r"as (?:its |the )?(?:new )?(?:chief|chair|president|director|head))\b"
)
_APPOINTED = re.compile(
    r"\b(?:appoint\w*|names?|named|hire[sd]?|promot\w+|elect\w*|welcom\w+|succeed\w*|replac\w+|succeeded by|replaced by|told by|"
    r"met|meets?|ousted|fired|sacked|dismissed|appointment of)\s$"
)
_DEALT_WITH = re.compile(
    r"\b(?:acquir\w+|buy\w*|bought|merg\w+ with|partner\w* with|partnership with|deal with|agreement with|contract (?:with|from)|"
    r"collaborat\w+ with|venture with|stake in|invest\w* in|suppl\w+ (?:by|to)|owned by|made by|backed by|supplier to|sold to|"
    r"acquisition of|purchase of|takeover of|order from|licen[cs]\w+ (?:from|to)|signed with|teamed up with|forces with)\s(?:the\s)?$"
)
_AGE = re.compile(r",\s(?:aged\s)?\d\d,")
_PHRASE_END = re.compile(r"[,.;:()\n—–]|\s(?:of|at|for|in|and|that|which|who|with|to|from|on|based|said|says|told)\s")
_APPOSITION = re.compile(r"\s?[,(—–]\s?(?:an?|the|one of|its|their|our|his|her|former|now)?\s?(?=\w)")
_ARTICLE = re.compile(r"\s?[,(—–]\s?(?:an?|the|one of|its|their)\s")
_OWNS = re.compile(r"[’']s?\s(?:\w+\s)?(?P<owned>[\w-]+)")
_OWNS_NAME = re.compile(r"[’']s\s[A-Z]")
_VERB = re.compile(
    r"(?:\s\([^)]{1,40}\))?,?\s(?:(?:also|has|have|had|will|today|recently|is|was)\s)*(?P<verb>[a-z]+)\b"
)
_SPEAKS = re.compile(r"\s(?:said|says|told|added|adds|commented|explained|noted|wrote|recalled|replied|continued)\b")
_SPOKEN = re.compile(r"\b(?:said|says|added|adds|commented|explained|noted|according to)\s$")
_HONORIFIC = re.compile(r"(?:^|[\s(“\"])(" + "|".join(sorted(HONORIFICS)) + r")\.?\s$")
_LAST_WORDS = re.compile(r"([\w-]+)[,’']?\s$")
_TITLED = re.compile(
    r"\b(?:[Mm]inister|[Ss]ecretary|[Cc]hair\w*|[Pp]resident|[Cc]hief|[Dd]irector|[Hh]ead|CEO|[Ff]ounder|[Mm]anager)\s"
    r"(?:of|for|at)\s[^,.;]{2,60},\s$"
)
_HANDLE = re.compile(r"[^\w\s]*\s?[^\w\s]*\s?\(?@\w+\)?")
_STANDS_ALONE = re.compile(
    r"[’']s?\s|[,.;:]|\s(?:and|or|said|says|has|have|is|was|will|would|to|in|for|with|on|at|by|of|which|that|as|also|had|plans|did)\b"
)
_SHARES = re.compile(
    r"\b(?:shares (?:of|in)|stake in|unit of|subsidiary of|arm of|owned by|division of|acquisition of)\s$"
)
_OFFICER = re.compile(
    r"\b(?:chief|officer|CEO|CFO|COO|CTO|chairman|president|director|head|founder|manager|analyst|partner|economist|"
    r"spokes\w+|employees?|shareholders?|customers?|executive|director)\s(?:of|at|for|with)\s(?:the\s)?$",
    re.IGNORECASE,
)


def scores_of(names: Iterable[Name], text: str, alone: frozenset[str]) -> Scores:
    """How strongly each kind is spoken for by a name's form and by all its surroundings; `alone` are one-word names."""
    places = list(names)
    total: Scores = defaultdict(float)
    around: Scores = defaultdict(float)
    for kind, weight in (*_from_form(places[0].text), *_from_short_forms(places[0].text, alone)):
        total[kind] += weight
    for name in places:
        for kind, weight in _from_context(name, text):
            around[kind] += weight
    share = max(1 / len(places), min(1.0, 3 / len(places)))
    for kind, weight in around.items():
        total[kind] += weight * share
    return total


def _from_form(said: str) -> Clues:
    """What the words of a name tell by themselves."""
    yield from _from_form_of_company(said)
    if said.rsplit(maxsplit=1)[-1] in THING_HEADS:
        yield "other", 6
    plain = said.title() if said.isupper() and len(said) > 3 else said
    if not (said.isupper() and len(said) <= 5):
        yield "org", 0.7
    if gazetteer.is_place(plain):
        yield "place", 6 if gazetteer.is_well_known(plain) else 1.5
    bare = said.split()
    if len(bare) > 1 and (
        bare[-1] in PLACE_HEADS or bare[0] in ("Lake", "Mount", "Cape", "Port", "San", "Santa", "St")
    ):
        yield "place", 2.5
    if re.search(r"[a-z][A-Z]|\d", said) and not re.match(r"(?:Mc|Mac|O[’'])", said):
        yield "org", 1
        yield "person", -2
    words = len(bare)
    if 2 <= words <= 4 and bare[0] in FIRST_NAMES and bare[-1] not in ORG_HEADS:
        yield "person", 1.8
    if words > 3 or (words == 1 and said.isupper()):
        yield "person", -1
    if (re.search(r"\b[A-Z]\.?\s[A-Z][a-z]+$", said) and words == 3) or re.fullmatch(r"[A-Z]\w+ [A-Z]\.?", said):
        yield "person", 1


def _from_form_of_company(said: str) -> Clues:
    """Legal forms, and what companies and authorities call themselves."""
    words = re.sub(r"\s\([^)]*\)", "", said).split()
    bare = [w.strip(".,()") for w in words]
    last = bare[-1]
    if len(words) > 1 and (is_legal_form(words[-1]) or is_legal_form(bare[-1])):
        yield "org", 8
    if bare[0] in REGULATORS or said in REGULATORS or any(body in said for body in GOVERNMENT_BODIES):
        yield "government", 7
    elif any(w in GOVERNMENT_WORDS for w in bare) and not is_legal_form(words[-1]):
        yield "government", 6
    if (last in ORG_HEADS and len(words) > 1) or any(w in ("University", "Institute", "Bank", "Banco") for w in bare):
        yield "org", 4
    elif len(words) > 1 and any(w in ORG_HEADS for w in bare[1:]):
        yield "org", 2
    if "&" in words or re.search(r"\.(?:com|ai|io|org|net|co)$", said):
        yield "org", 3


def _from_short_forms(said: str, alone: frozenset[str]) -> Clues:
    """How the text goes on to call it: persons by their last word, companies by their first."""
    words = said.split()
    if len(words) < 2:
        return
    last, first = words[-1] in alone, words[0] in alone
    if last and not first and words[-1] not in ORG_HEADS:
        yield "person", 2
    if first and not last and not gazetteer.is_place(words[0]):
        yield "org", 2


def _from_context(name: Name, text: str) -> Clues:
    """What the words before and after the name tell."""
    before = text[max(0, name.start - _BEFORE) : name.start]
    after = text[name.end : name.end + _AFTER]
    yield from _from_before(name, before)
    yield from _from_after(after)
    if name.text.count(" ") == 1 and name.text.split()[1] not in ORG_HEADS and _OWNS_NAME.match(after):
        yield "person", 0.9
    if name.text.isupper() and len(name.text) <= 5 and _STANDS_ALONE.match(after):
        yield "org", 0.8
    yield from _from_apposition(after, appointed=_APPOINTED.search(before) is not None)
    if " " in name.text and _HE_OR_SHE.search(text, name.end, name.end + _NEAR):
        yield "person", 0.6
    if _SPEAKS.match(after) or _SPOKEN.search(before):
        yield "person", 0.8
        yield "org", 0.6


def _from_before(name: Name, before: str) -> Clues:
    """What leads to the name: titles, descriptions, what is done to it."""
    yield from _from_title(name, before)
    yield from _from_preposition(name, before)
    if _APPOINTED.search(before):
        yield "person", 2
    if _DEALT_WITH.search(before):
        yield "org", 1.5
    if _SHARES.search(before) or _OFFICER.search(before):
        yield "org", 3
    if _LAUNCHED.search(before):
        yield "product", 1.5
    owner = _GENITIVE_BEFORE.search(before)
    if owner and gazetteer.is_well_known(owner.group(1)):
        yield "org", 1.5


def _from_title(name: Name, before: str) -> Clues:
    """Honorifics and titles before persons, descriptions before companies."""
    titles = name.before.casefold().replace(".", "").split()
    last = _LAST_WORDS.search(before)
    word = last.group(1) if last else ""
    plain = word.casefold()
    ambiguous = plain in DESCRIPTORS and plain in TITLE_HEADS
    apart = before.rstrip().endswith(",")
    if any(t.title() in HONORIFICS for t in titles) or _HONORIFIC.search(before):
        yield "person", 6
    elif any(t in TITLE_HEADS for t in titles) or (plain in TITLE_HEADS and not ambiguous and not apart):
        yield "person", 4
    elif (apart and plain in TITLE_HEADS and not ambiguous) or _TITLED.search(before):
        yield "person", 2 if " " in name.text else 0
    elif ambiguous and " " in name.text:
        yield "person", 2
    if plain in DESCRIPTORS and plain == word:
        yield "org", 1 if ambiguous else 3.5


def _from_preposition(name: Name, before: str) -> Clues:
    """In and at lead to places, unless it is a stake that is held in something."""
    if _HELD_IN.search(before):
        yield "org", 2.5
    elif _IN.search(before) and gazetteer.is_place(name.text):
        yield "place", 2.5
    elif _AT.search(before):
        yield "place", 0.9


def _from_after(after: str) -> Clues:
    """What follows the name: verbs, what it owns, its ticker, its age."""
    if _BASED.match(after):
        yield "place", 5
    if _TICKER.match(after):
        yield "org", 7
    elif _ABBREVIATED.match(after):
        yield "org", 2
    if _AGE.match(after) or _WHO.match(after) or _FORMER.match(after):
        yield "person", 4
    if _HANDLE.match(after):
        yield "person", 0.8
    if _PERSONAL.match(after):
        yield "person", 2
    owned = _OWNS.match(after)
    if owned and owned.group("owned").casefold() in OWNED_BY_COMPANIES:
        yield "org", 2
    verb = _VERB.match(after)
    if verb and verb.group("verb") in COMPANY_VERBS:
        yield "org", 0.8


def _from_apposition(after: str, *, appointed: bool) -> Clues:
    """What a phrase behind the name calls it: a title for persons, a description for companies."""
    apposition = _APPOSITION.match(after)
    phrase = _phrase(after[apposition.end() :] if apposition else after)
    titles = [w for w in phrase[:6] if w in TITLE_HEADS]
    if appointed and (titles or phrase[:1] == ["as"]):
        yield "person", 3
    elif apposition and titles and not all(w in DESCRIPTORS for w in titles):
        yield "person", 4
    elif apposition and phrase and phrase[-1] in DESCRIPTORS:
        yield "org", 1.5 if titles else 3
        if titles and phrase[0] in titles and not _ARTICLE.match(after):
            yield "person", 2.5
    elif not apposition and titles and all(w in TITLE_WORDS for w in phrase[:2]):
        yield "org", 2.5


def _phrase(after: str) -> list[str]:
    """The words up to the end of a noun phrase, without case."""
    end = _PHRASE_END.search(after)
    return [w.casefold() for w in _WORD.findall(after[: end.start()] if end else after)][:8]


def kind_of(scores: Scores, said: str) -> str:
    """The kind with the strongest claim; "other" where nothing speaks for any."""
    kind, score = max(scores.items(), key=lambda pair: (pair[1], pair[0]), default=("other", 0.0))
    if score < _LEAST:
        return "other"
    if kind == "government" and all(w in GENERIC_NAME_WORDS for w in said.split()) and len(said.split()) == 1:
        return "other"
    return kind
